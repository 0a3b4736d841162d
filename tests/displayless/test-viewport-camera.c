/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-viewport.h"

#include "make-dated.h"
#include "make-viewport.h"
#include "tl-mark.h"

#include <math.h>

/* What is in view of a timeline, and where one may go from there: on every
 * kind of axis, whatever the dates. */

static const TlAxisMode modes[] = { TL_AXIS_LINEAR, TL_AXIS_FOLDED, TL_AXIS_EVEN };

/* Pixels that nobody sees. */
#define NEARLY 0.01

#define N_SEEDS 8
#define N_TRIES 40

typedef void (*Check) (TlViewport *viewport,
                       GRand      *rand);

static TlViewport *
make_viewport (TlTimeline *timeline)
{
  TlViewport *viewport = tl_viewport_new ();

  tl_viewport_set_timeline (viewport, timeline);
  tl_viewport_set_room (viewport, 1000, 400);
  tl_viewport_set_content_height (viewport, 700);

  return viewport;
}

/* For all kinds of dates, modes and sizes. */
static void
check_many (Check check)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int kind = 0; kind < TL_N_DATED; kind++)
    for (guint32 seed = 1; seed <= N_SEEDS; seed++)
      {
        g_autoptr (TlTimeline) timeline = tl_make_dated_random ((TlDatedKind) kind, seed * seed * 3, seed);

        for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
          {
            TlViewport *viewport = make_viewport (timeline);

            tl_viewport_set_axis_mode (viewport, modes[i]);
            tl_viewport_set_room (viewport, g_rand_int_range (rand, 100, 3000), g_rand_int_range (rand, 50, 900));
            check (viewport, rand);
            g_assert_finalize_object (viewport);
          }
      }
}

static double
get_length (TlViewport *viewport)
{
  return tl_axis_get_length (tl_viewport_get_axis (viewport));
}

/* The room is what fits into the smallest scale there is. */
static double
get_width (TlViewport *viewport)
{
  return tl_viewport_fit (viewport).scale * get_length (viewport) + TL_LEAD_IN + TL_LEAD_OUT;
}

/* A view that there may be, from all to as near as can be. */
static TlCamera
choose_camera (TlViewport *viewport,
               GRand      *rand)
{
  double fitting = tl_viewport_fit (viewport).scale;
  double nearest = MAX (tl_axis_get_max_scale (tl_viewport_get_axis (viewport)), fitting);
  TlCamera camera = {
    .scale = fitting * pow (nearest / fitting, g_rand_double (rand)),
    .y = g_rand_double_range (rand, 0, 300),
  };

  camera.x = g_rand_double (rand) * (get_length (viewport) * camera.scale + TL_LEAD_IN + TL_LEAD_OUT);

  return tl_viewport_clamp (viewport, &camera);
}

static void
assert_same (const TlCamera *a,
             const TlCamera *b)
{
  g_assert_cmpfloat_with_epsilon (a->x, b->x, NEARLY);
  g_assert_cmpfloat_with_epsilon (a->y, b->y, NEARLY);
  g_assert_cmpfloat_with_epsilon (a->scale, b->scale, 1e-9 * a->scale);
}

/* Clamping */

static void
check_clamp (TlViewport *viewport,
             GRand      *rand)
{
  TlCamera fit = tl_viewport_fit (viewport);
  double nearest = MAX (tl_axis_get_max_scale (tl_viewport_get_axis (viewport)), fit.scale);
  double width = get_width (viewport);

  for (guint i = 0; i < N_TRIES; i++)
    {
      const TlCamera wild = {
        .scale = fit.scale * pow (10, g_rand_double_range (rand, -4, 15)),
        .x = g_rand_double_range (rand, -1e6, 1e12),
        .y = g_rand_double_range (rand, -1e4, 1e4),
      };
      TlCamera camera = tl_viewport_clamp (viewport, &wild);
      TlCamera again = tl_viewport_clamp (viewport, &camera);

      g_assert_cmpfloat (camera.scale, >=, fit.scale);
      g_assert_cmpfloat (camera.scale, <=, nearest);
      g_assert_cmpfloat (camera.x, >=, 0);
      g_assert_cmpfloat (camera.x + width, <=,
                         (TL_LEAD_IN + get_length (viewport) * camera.scale + TL_LEAD_OUT) * (1 + 1e-12) + NEARLY);
      g_assert_cmpfloat (camera.y, >=, 0);
      g_assert_cmpfloat (camera.y, <=, 700);
      g_assert_true (again.scale == camera.scale && again.x == camera.x && again.y == camera.y);
    }
}

static void
test_clamp (void)
{
  check_many (check_clamp);
}

static void
test_clamp_low (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_numbered (0, 30);
  TlViewport *viewport = make_viewport (timeline);
  const TlCamera far_down = { 1, 0, 5000 };

  g_assert_cmpfloat (tl_viewport_clamp (viewport, &far_down).y, ==, 300);

  /* Lanes that are less high than the room do not move. */
  tl_viewport_set_content_height (viewport, 399);
  g_assert_cmpfloat (tl_viewport_clamp (viewport, &far_down).y, ==, 0);
  g_assert_finalize_object (viewport);
}

/* All of the axis, with what comes before and after it, and nothing else. */
static void
check_fit (TlViewport *viewport,
           GRand      *rand)
{
  TlCamera camera = choose_camera (viewport, rand);
  TlStretch stretch;

  tl_viewport_set_camera (viewport, &camera);
  camera = tl_viewport_fit (viewport);
  g_assert_cmpfloat (camera.x, ==, 0);
  g_assert_cmpfloat (camera.y, ==, tl_viewport_get_camera (viewport).y);

  tl_viewport_set_camera (viewport, &camera);
  g_assert_true (tl_viewport_is_fitted (viewport));
  stretch = tl_viewport_get_stretch (viewport);
  g_assert_cmpfloat_with_epsilon (stretch.from * camera.scale, -TL_LEAD_IN, NEARLY);
  g_assert_cmpfloat_with_epsilon ((stretch.to - get_length (viewport)) * camera.scale, TL_LEAD_OUT, NEARLY);
}

static void
test_fit (void)
{
  check_many (check_fit);
}

/* Zooming */

static void
check_zoom (TlViewport *viewport,
            GRand      *rand)
{
  double fitting = tl_viewport_fit (viewport).scale;
  double nearest = MAX (tl_axis_get_max_scale (tl_viewport_get_axis (viewport)), fitting);
  double width = get_width (viewport);

  for (guint i = 0; i < N_TRIES; i++)
    {
      TlCamera camera = choose_camera (viewport, rand);
      double factor = pow (10, g_rand_double_range (rand, -2, 2));
      double pixel = g_rand_double (rand) * width;
      double unit = (pixel + camera.x - TL_LEAD_IN) / camera.scale;
      TlCamera zoomed = tl_viewport_zoom (viewport, &camera, factor, pixel);
      double found = TL_LEAD_IN + unit * zoomed.scale - zoomed.x;
      double free_x = TL_LEAD_IN + unit * zoomed.scale - pixel;
      double furthest = MAX (TL_LEAD_IN + get_length (viewport) * zoomed.scale + TL_LEAD_OUT - width, 0);

      g_assert_cmpfloat_with_epsilon (zoomed.scale, CLAMP (camera.scale * factor, fitting, nearest),
                                      1e-9 * zoomed.scale);
      g_assert_cmpfloat (zoomed.y, ==, camera.y);
      /* It stays there; only the ends of the axis may push it away. */
      if (free_x >= 0 && free_x <= furthest)
        g_assert_cmpfloat_with_epsilon (found, pixel, NEARLY);
      else
        g_assert_true (zoomed.x == 0 || fabs (zoomed.x - furthest) <= NEARLY + 1e-12 * furthest);
      /* Looking nearer never does, at a place of the axis itself. */
      if (factor >= 1 && unit >= 0 && unit <= get_length (viewport))
        g_assert_cmpfloat_with_epsilon (found, pixel, NEARLY);
    }
}

static void
test_zoom (void)
{
  check_many (check_zoom);
}

/* In and out again is where one was: no time is lost from the view. */
static void
check_zoom_back (TlViewport *viewport,
                 GRand      *rand)
{
  double width = get_width (viewport);

  for (guint i = 0; i < N_TRIES; i++)
    {
      TlCamera camera = choose_camera (viewport, rand);
      double pixel = CLAMP (TL_LEAD_IN + g_rand_double (rand) * get_length (viewport) * camera.scale - camera.x,
                            MAX (TL_LEAD_IN - camera.x, 0), width - TL_LEAD_OUT);
      double factor = g_rand_double_range (rand, 1, 40);
      TlCamera nearer = tl_viewport_zoom (viewport, &camera, factor, pixel);
      TlCamera back = tl_viewport_zoom (viewport, &nearer, camera.scale / nearer.scale, pixel);

      assert_same (&back, &camera);
    }
}

static void
test_zoom_back (void)
{
  check_many (check_zoom_back);
}

/* In many steps about many places, then all the way out: all is in view. */
static void
check_zoom_out (TlViewport *viewport,
                GRand      *rand)
{
  TlCamera camera = tl_viewport_fit (viewport);
  TlCamera fit = camera;
  double width = get_width (viewport);

  for (guint i = 0; i < N_TRIES; i++)
    camera = tl_viewport_zoom (viewport, &camera, 1.25, g_rand_double (rand) * width);
  for (guint i = 0; i < N_TRIES + 1; i++)
    camera = tl_viewport_zoom (viewport, &camera, 1 / 1.25, g_rand_double (rand) * width);

  assert_same (&camera, &fit);
  tl_viewport_set_camera (viewport, &camera);
  g_assert_true (tl_viewport_is_fitted (viewport));
}

static void
test_zoom_out (void)
{
  check_many (check_zoom_out);
}

/* Stretches */

static void
check_stretch (TlViewport *viewport,
               GRand      *rand)
{
  double length = get_length (viewport);
  double width = get_width (viewport);
  double nearest = MAX (tl_axis_get_max_scale (tl_viewport_get_axis (viewport)), tl_viewport_fit (viewport).scale);

  for (guint i = 0; i < N_TRIES; i++)
    {
      double a = g_rand_double (rand) * length;
      double b = g_rand_double (rand) * length;
      double margin = g_rand_double_range (rand, 0, 80);
      const TlStretch stretch = { MIN (a, b), MAX (a, b) };
      TlCamera camera = tl_viewport_show_stretch (viewport, &stretch, margin);
      double left, right, room;

      tl_viewport_set_camera (viewport, &camera);
      left = TL_LEAD_IN + stretch.from * camera.scale - camera.x;
      right = TL_LEAD_IN + stretch.to * camera.scale - camera.x;
      /* All of it, */
      g_assert_cmpfloat (left, >=, -NEARLY);
      g_assert_cmpfloat (right, <=, width + NEARLY);
      /* with as much beside it as was asked for, where there is room for that, */
      room = MAX (width - 2 * margin, width / 3);
      if (!tl_viewport_is_fitted (viewport))
        g_assert_cmpfloat (right - left, <=, room + NEARLY);
      /* and little else, unless there is nothing nearer or further away. */
      if (camera.scale < nearest && !tl_viewport_is_fitted (viewport))
        g_assert_cmpfloat_with_epsilon (right - left, room, NEARLY);
    }
}

static void
test_stretch (void)
{
  check_many (check_stretch);
}

/* Even those that there are not. */
static void
test_odd_stretches (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_numbered (0, 30);
  TlViewport *viewport = make_viewport (timeline);
  double length = get_length (viewport);
  const TlStretch all[] = { { 0, 0 }, { length, length }, { -length, 2 * length }, { length, 0 }, { 3 * length, 4 * length } };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      TlCamera camera = tl_viewport_show_stretch (viewport, &all[i], 60);
      TlCamera clamped = tl_viewport_clamp (viewport, &camera);

      g_assert_true (isfinite (camera.scale) && isfinite (camera.x));
      assert_same (&camera, &clamped);
    }
  g_assert_finalize_object (viewport);
}

/* Places */

/* A place is where it was, on the same axis. */
static void
check_place (TlViewport *viewport,
             GRand      *rand)
{
  for (guint i = 0; i < N_TRIES; i++)
    {
      TlCamera camera = choose_camera (viewport, rand);
      TlPlace place;
      TlCamera again;

      /* The ends of the axis are where it is hardest. */
      if (i % 4 == 1)
        camera.x = 0;
      else if (i % 4 == 2)
        camera.x = g_rand_double (rand) * TL_LEAD_IN;
      else if (i % 4 == 3)
        camera.x = G_MAXDOUBLE;
      tl_viewport_set_camera (viewport, &camera);
      camera = tl_viewport_get_camera (viewport);
      place = tl_viewport_get_place (viewport);
      again = tl_viewport_show_place (viewport, &place);
      g_assert_cmpfloat (again.y, ==, camera.y);
      for (guint k = 0; k < 2; k++)
        {
          double pixel = k * get_width (viewport);
          double moved = tl_viewport_get_unit (viewport, pixel) * again.scale + TL_LEAD_IN - again.x;

          g_assert_cmpfloat_with_epsilon (moved, pixel, 0.1);
        }
    }
}

static void
test_place (void)
{
  check_many (check_place);
}

/* Whatever is in view on one axis is so on another one. */
static void
check_place_on_other_axis (TlViewport *viewport,
                           GRand      *rand)
{
  for (guint i = 0; i < 8; i++)
    {
      TlCamera camera = choose_camera (viewport, rand);
      TlPlace place, other;
      TlStretch stretch;
      double from, to;

      tl_viewport_set_camera (viewport, &camera);
      place = tl_viewport_get_place (viewport);
      tl_viewport_set_axis_mode (viewport, modes[g_rand_int_range (rand, 0, G_N_ELEMENTS (modes))]);
      other = tl_viewport_get_place (viewport);
      stretch = tl_viewport_get_stretch (viewport);
      from = tl_axis_get_moment_position (tl_viewport_get_axis (viewport), &place.from);
      to = tl_axis_get_moment_position (tl_viewport_get_axis (viewport), &place.to);
      g_assert_cmpfloat (other.y, ==, place.y);
      if (place.is_whole)
        g_assert_true (other.is_whole);
      else if (to > from)
        {
          double pixel = 1 / tl_viewport_get_camera (viewport).scale;

          g_assert_cmpfloat (stretch.from, <=, from + pixel);
          g_assert_cmpfloat (stretch.to, >=, to - pixel);
        }
    }
}

static void
test_place_on_other_axis (void)
{
  check_many (check_place_on_other_axis);
}

/* There and back, the same time is in view: nothing of it is lost where both
 * axes can come that near. */
static void
test_axis_mode_and_back (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_numbered (0, 60);
  TlViewport *viewport = make_viewport (timeline);
  const TlStretch stretch = { 0.3 * get_length (viewport), 0.4 * get_length (viewport) };
  TlCamera camera = tl_viewport_show_stretch (viewport, &stretch, 0);
  TlPlace before, after;

  tl_viewport_set_camera (viewport, &camera);
  before = tl_viewport_get_place (viewport);
  tl_viewport_set_axis_mode (viewport, TL_AXIS_EVEN);
  tl_viewport_set_axis_mode (viewport, TL_AXIS_LINEAR);
  after = tl_viewport_get_place (viewport);
  g_assert_cmpint (ABS (after.from.instant - before.from.instant), <=, 60);
  g_assert_cmpint (ABS (after.to.instant - before.to.instant), <=, 60);
  g_assert_false (after.is_whole);
  g_assert_finalize_object (viewport);
}

/* A session is read before the window has a size. */
static void
test_place_before_room (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_numbered (0, 60);
  TlViewport *viewport = tl_viewport_new ();
  const TlPlace place = {
    .from = { (TlInstant) 400 * TL_SECONDS_PER_DAY, 0 },
    .to = { (TlInstant) 500 * TL_SECONDS_PER_DAY, 0 },
    .y = 120,
  };
  TlPlace found;
  TlCamera camera;

  tl_viewport_set_timeline (viewport, timeline);
  tl_viewport_set_place (viewport, &place);
  /* Asked for too early, it is what was wanted. */
  found = tl_viewport_get_place (viewport);
  g_assert_cmpint (found.from.instant, ==, place.from.instant);
  g_assert_cmpint (found.to.instant, ==, place.to.instant);
  g_assert_cmpfloat (found.y, ==, 120);

  tl_viewport_set_content_height (viewport, 700);
  tl_viewport_set_room (viewport, 1000, 400);
  found = tl_viewport_get_place (viewport);
  g_assert_false (tl_viewport_is_fitted (viewport));
  g_assert_cmpint (ABS (found.from.instant - place.from.instant), <=, 1);
  g_assert_cmpint (ABS (found.to.instant - place.to.instant), <=, 1);
  g_assert_cmpfloat (found.y, ==, 120);

  /* The window comes to its size in steps. */
  tl_viewport_set_room (viewport, 1500, 400);
  found = tl_viewport_get_place (viewport);
  g_assert_cmpint (ABS (found.from.instant - place.from.instant), <=, 1);
  g_assert_cmpint (ABS (found.to.instant - place.to.instant), <=, 1);

  /* Until somebody moves it: then the next size leaves the view alone. */
  camera = tl_viewport_get_camera (viewport);
  camera.x += 1;
  tl_viewport_set_camera (viewport, &camera);
  tl_viewport_set_room (viewport, 2000, 400);
  g_assert_cmpfloat (tl_viewport_get_camera (viewport).scale, ==, camera.scale);
  g_assert_cmpfloat (tl_viewport_get_camera (viewport).x, ==, camera.x);
  found = tl_viewport_get_place (viewport);
  g_assert_cmpint (found.to.instant, >, place.to.instant + TL_SECONDS_PER_DAY);
  g_assert_finalize_object (viewport);
}

/* What is elsewhere in time leaves the view that has all. */
static void
test_place_elsewhere (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_numbered (0, 60);
  TlViewport *viewport = make_viewport (timeline);
  const TlPlace place = {
    .from = { (TlInstant) -90000 * TL_SECONDS_PER_DAY, 0 },
    .to = { (TlInstant) -80000 * TL_SECONDS_PER_DAY, 0 },
  };

  tl_viewport_set_place (viewport, &place);
  g_assert_true (tl_viewport_is_fitted (viewport));
  g_assert_finalize_object (viewport);
}

/* Room */

static void
test_room (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_numbered (0, 60);
  TlViewport *viewport = make_viewport (timeline);
  TlCamera camera;
  double unit;

  /* All stays all. */
  tl_viewport_set_room (viewport, 700, 400);
  g_assert_true (tl_viewport_is_fitted (viewport));
  tl_viewport_set_room (viewport, 1700, 400);
  g_assert_true (tl_viewport_is_fitted (viewport));
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_camera (viewport).scale,
                                  (1700 - TL_LEAD_IN - TL_LEAD_OUT) / get_length (viewport), 1e-15);

  /* A part stays that part, from the left edge on, and as near. */
  camera = tl_viewport_fit (viewport);
  camera = tl_viewport_zoom (viewport, &camera, 5, 800);
  tl_viewport_set_camera (viewport, &camera);
  unit = tl_viewport_get_unit (viewport, 0);
  tl_viewport_set_room (viewport, 900, 300);
  g_assert_false (tl_viewport_is_fitted (viewport));
  g_assert_cmpfloat (tl_viewport_get_unit (viewport, 0), ==, unit);
  g_assert_cmpfloat (tl_viewport_get_camera (viewport).scale, ==, camera.scale);

  /* Lanes that have become lower are scrolled no further than they reach. */
  camera.y = 400;
  tl_viewport_set_camera (viewport, &camera);
  g_assert_cmpfloat (tl_viewport_get_camera (viewport).y, ==, 400);
  tl_viewport_set_content_height (viewport, 500);
  g_assert_cmpfloat (tl_viewport_get_camera (viewport).y, ==, 200);
  g_assert_finalize_object (viewport);
}

/* A single moment, and no event at all, have a view too. */
static void
test_short_axes (void)
{
  static const char *const moment[] = { "1969-07-20T20:17:40Z", NULL };
  static const char *const none[] = { NULL };
  const char *const *const all[] = { moment, none };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (TlTimeline) timeline = tl_make_dated (all[i]);
      TlViewport *viewport = make_viewport (timeline);
      TlCamera camera = tl_viewport_get_camera (viewport);
      TlPlace place = tl_viewport_get_place (viewport);

      g_assert_true (isfinite (camera.scale) && camera.scale > 0 && camera.x == 0);
      g_assert_true (place.is_whole);
      camera = tl_viewport_zoom (viewport, &camera, 1e9, 500);
      g_assert_true (isfinite (camera.scale) && isfinite (camera.x));
      tl_viewport_set_camera (viewport, &camera);
      place = tl_viewport_get_place (viewport);
      camera = tl_viewport_show_place (viewport, &place);
      g_assert_true (isfinite (camera.scale) && isfinite (camera.x));
      g_assert_finalize_object (viewport);
    }
}

static void
test_without_timeline (void)
{
  TlViewport *viewport = tl_viewport_new ();
  TlCamera camera = tl_viewport_get_camera (viewport);
  const TlPlace place = { .to = { 5, 0 } };

  g_assert_true (tl_viewport_is_fitted (viewport));
  g_assert_true (tl_viewport_get_place (viewport).is_whole);
  tl_viewport_set_room (viewport, 1000, 400);
  camera = tl_viewport_zoom (viewport, &camera, 2, 500);
  tl_viewport_set_camera (viewport, &camera);
  tl_viewport_set_place (viewport, &place);
  camera = tl_viewport_get_camera (viewport);
  g_assert_true (isfinite (camera.scale) && camera.scale > 0 && camera.x == 0);
  g_assert_finalize_object (viewport);
}

static void
note_cb (TlViewport *viewport,
         guint       changes,
         guint      *noted)
{
  *noted |= changes;
}

/* A wider room shows more, even where the view begins at the same place. */
static void
test_wider_room (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_dated_random ((TlDatedKind) 0, 40, 7);
  g_autoptr (TlViewport) viewport = make_viewport (timeline);
  TlCamera fit = tl_viewport_fit (viewport);
  TlCamera near = tl_viewport_zoom (viewport, &fit, 4, 500);
  TlCamera after;
  guint noted = 0;

  tl_viewport_set_camera (viewport, &near);
  near = tl_viewport_get_camera (viewport);
  g_signal_connect (viewport, "changed", G_CALLBACK (note_cb), &noted);
  tl_viewport_set_room (viewport, 1001, 400);

  after = tl_viewport_get_camera (viewport);
  g_assert_true (tl_camera_equal (&near, &after));
  g_assert_cmpuint (noted, ==, TL_VIEWPORT_CAMERA);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/viewport-camera/clamp", test_clamp);
  g_test_add_func ("/viewport-camera/clamp-low", test_clamp_low);
  g_test_add_func ("/viewport-camera/fit", test_fit);
  g_test_add_func ("/viewport-camera/zoom", test_zoom);
  g_test_add_func ("/viewport-camera/zoom-back", test_zoom_back);
  g_test_add_func ("/viewport-camera/zoom-out", test_zoom_out);
  g_test_add_func ("/viewport-camera/stretch", test_stretch);
  g_test_add_func ("/viewport-camera/odd-stretches", test_odd_stretches);
  g_test_add_func ("/viewport-camera/place", test_place);
  g_test_add_func ("/viewport-camera/place-on-other-axis", test_place_on_other_axis);
  g_test_add_func ("/viewport-camera/axis-mode-and-back", test_axis_mode_and_back);
  g_test_add_func ("/viewport-camera/place-before-room", test_place_before_room);
  g_test_add_func ("/viewport-camera/place-elsewhere", test_place_elsewhere);
  g_test_add_func ("/viewport-camera/room", test_room);
  g_test_add_func ("/viewport-camera/wider-room", test_wider_room);
  g_test_add_func ("/viewport-camera/short-axes", test_short_axes);
  g_test_add_func ("/viewport-camera/without-timeline", test_without_timeline);

  return g_test_run ();
}
