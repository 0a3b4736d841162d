/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-viewport.h"

#include "make-viewport.h"

#include <math.h>

/* What there is to show, what of it is chosen, and who is told. What is in
 * view is in test-viewport-camera.c. */

#define IDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

typedef struct
{
  TlViewport *viewport;
  TlTimeline *timeline;
  guint       n_told;
  guint       changes; /* told last */
} Fixture;

/* Whoever is told finds everything in order already. */
static void
changed_cb (TlViewport *viewport,
            guint       changes,
            Fixture    *fixture)
{
  guint n_events, n_found = 0;
  const guint32 *events = tl_viewport_get_events (viewport, &n_events);
  guint32 selected = tl_viewport_get_selected (viewport);
  guint32 compared = tl_viewport_get_compared (viewport);

  fixture->n_told++;
  fixture->changes = changes;
  g_assert_cmpuint (changes, !=, 0);
  for (guint i = 0; i < n_events; i++)
    n_found += (events[i] == selected) + (events[i] == compared);
  g_assert_cmpuint (n_found, ==, (guint) (selected != TL_NONE) + (guint) (compared != TL_NONE));
  g_assert_true (compared == TL_NONE || selected != TL_NONE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->timeline = tl_make_with_lanes (IDS ("a", "b", "c"));
  fixture->viewport = tl_viewport_new ();
  tl_viewport_set_timeline (fixture->viewport, fixture->timeline);
  tl_viewport_set_room (fixture->viewport, 1000, 400);
  tl_viewport_set_content_height (fixture->viewport, 700);
  g_signal_connect (fixture->viewport, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->viewport);
  g_assert_finalize_object (fixture->timeline);
}

/* That @changes have been told, and only once; 0: that nobody was told. */
static void
assert_told (Fixture *fixture,
             guint    changes)
{
  g_assert_cmpuint (fixture->n_told, ==, changes != 0 ? 1 : 0);
  g_assert_cmphex (fixture->changes, ==, changes);
  fixture->n_told = fixture->changes = 0;
}

static guint32
find_event (Fixture    *fixture,
            const char *id)
{
  guint32 event = tl_timeline_find_event (tl_viewport_get_timeline (fixture->viewport), id);

  g_assert_cmpuint (event, !=, TL_NONE);

  return event;
}

/* The lanes' ids in their order, "-" after one that is hidden and "." after
 * one that is collapsed. */
static void
assert_lanes (Fixture    *fixture,
              const char *expected)
{
  TlTimeline *timeline = tl_viewport_get_timeline (fixture->viewport);
  g_autoptr (GString) found = g_string_new (NULL);
  guint n_lanes, n_all;
  const TlLaneChoice *lanes = tl_viewport_get_lanes (fixture->viewport, &n_lanes);
  const TlLane *all = tl_timeline_get_lanes (timeline, &n_all);

  g_assert_cmpuint (n_lanes, ==, n_all);
  for (guint i = 0; i < n_lanes; i++)
    {
      g_string_append (found, tl_timeline_get_text (timeline, all[lanes[i].lane].id));
      if (lanes[i].is_hidden)
        g_string_append_c (found, '-');
      if (lanes[i].is_collapsed)
        g_string_append_c (found, '.');
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* The same notation, with indices of lanes. */
static void
set_lanes (Fixture    *fixture,
           const char *text)
{
  TlLaneChoice lanes[8];
  guint n_lanes = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '-')
      lanes[n_lanes - 1].is_hidden = TRUE;
    else if (*p == '.')
      lanes[n_lanes - 1].is_collapsed = TRUE;
    else
      lanes[n_lanes++] = (TlLaneChoice){ .lane = (guint32) (*p - '0') };
  tl_viewport_set_lanes (fixture->viewport, lanes, n_lanes);
}

/* Lanes */

static void
test_lanes (Fixture       *fixture,
            gconstpointer  data)
{
  guint n_events;
  const guint32 *events;

  assert_lanes (fixture, "abc");
  tl_viewport_get_events (fixture->viewport, &n_events);
  g_assert_cmpuint (n_events, ==, 3 * TL_EVENTS_A_LANE);

  set_lanes (fixture, "20-1.");
  assert_lanes (fixture, "ca-b.");
  assert_told (fixture, TL_VIEWPORT_CONTENT | TL_VIEWPORT_CAMERA | TL_VIEWPORT_SPAN);
  events = tl_viewport_get_events (fixture->viewport, &n_events);
  g_assert_cmpuint (n_events, ==, 2 * TL_EVENTS_A_LANE);
  for (guint i = 0; i < n_events; i++)
    {
      const TlEvent *event = &tl_timeline_get_events (fixture->timeline, NULL)[events[i]];

      g_assert_cmpuint (tl_timeline_get_event_lane (fixture->timeline, event), !=, 0);
      g_assert_true (i == 0 || events[i] > events[i - 1]);
    }
}

/* The time of what is hidden is no longer on the axis. */
static void
test_hidden_time (Fixture       *fixture,
                  gconstpointer  data)
{
  TlMoment before = tl_axis_get_moment (tl_viewport_get_axis (fixture->viewport), 0);
  TlMoment after;

  set_lanes (fixture, "0-12");
  after = tl_axis_get_moment (tl_viewport_get_axis (fixture->viewport), 0);
  g_assert_cmpint (after.instant, ==, before.instant + 20 * TL_SECONDS_PER_DAY);
}

/* Something is always shown. */
static void
test_all_hidden (Fixture       *fixture,
                 gconstpointer  data)
{
  set_lanes (fixture, "0-1-2-");
  assert_told (fixture, 0);
  assert_lanes (fixture, "abc");
}

static void
test_same_lanes (Fixture       *fixture,
                 gconstpointer  data)
{
  const TlStretch span = { 1, 2 };
  TlStretch found;

  set_lanes (fixture, "102-");
  fixture->n_told = fixture->changes = 0;
  tl_viewport_set_span (fixture->viewport, &span);
  assert_told (fixture, TL_VIEWPORT_SPAN);
  set_lanes (fixture, "102-");
  assert_told (fixture, 0);
  g_assert_true (tl_viewport_get_span (fixture->viewport, &found));
}

static void
test_hidden_selection (Fixture       *fixture,
                       gconstpointer  data)
{
  tl_viewport_select (fixture->viewport, find_event (fixture, "a1"));
  tl_viewport_compare (fixture->viewport, find_event (fixture, "b2"));
  fixture->n_told = fixture->changes = 0;

  /* It is of no concern to them. */
  set_lanes (fixture, "012-");
  assert_told (fixture, TL_VIEWPORT_CONTENT | TL_VIEWPORT_CAMERA | TL_VIEWPORT_SPAN);
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, find_event (fixture, "b2"));

  set_lanes (fixture, "01-2-");
  assert_told (fixture, TL_VIEWPORT_CONTENT | TL_VIEWPORT_CAMERA | TL_VIEWPORT_SELECTION | TL_VIEWPORT_SPAN);
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, find_event (fixture, "a1"));
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, TL_NONE);

  set_lanes (fixture, "0-12");
  assert_told (fixture, TL_VIEWPORT_CONTENT | TL_VIEWPORT_CAMERA | TL_VIEWPORT_SELECTION | TL_VIEWPORT_SPAN);
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, TL_NONE);

  /* What is hidden is not selected, until it is shown again. */
  tl_viewport_select (fixture->viewport, find_event (fixture, "a1"));
  tl_viewport_compare (fixture->viewport, find_event (fixture, "a1"));
  assert_told (fixture, 0);
  set_lanes (fixture, "012");
  fixture->n_told = fixture->changes = 0;
  tl_viewport_select (fixture->viewport, find_event (fixture, "a1"));
  assert_told (fixture, TL_VIEWPORT_SELECTION);
}

/* Other timelines */

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TlTimeline) newer = tl_make_with_lanes (IDS ("new", "c", "a", "b"));
  guint32 before = find_event (fixture, "b1");

  tl_viewport_select (fixture->viewport, before);
  tl_viewport_compare (fixture->viewport, find_event (fixture, "c2"));
  set_lanes (fixture, "21.0-");
  fixture->n_told = fixture->changes = 0;

  tl_viewport_replace_timeline (fixture->viewport, newer);
  assert_told (fixture, TL_VIEWPORT_CONTENT | TL_VIEWPORT_CAMERA | TL_VIEWPORT_SELECTION | TL_VIEWPORT_SPAN);
  /* By their ids, whatever their places; new ones come last. */
  assert_lanes (fixture, "cb.a-new");
  g_assert_cmpuint (find_event (fixture, "b1"), !=, before);
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, find_event (fixture, "b1"));
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, find_event (fixture, "c2"));
}

static void
test_replace_without (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (TlTimeline) newer = tl_make_with_lanes (IDS ("c", "b"));

  tl_viewport_select (fixture->viewport, find_event (fixture, "a1"));
  tl_viewport_compare (fixture->viewport, find_event (fixture, "b1"));
  set_lanes (fixture, "102");
  fixture->n_told = fixture->changes = 0;

  /* One event alone is not compared with anything. */
  tl_viewport_replace_timeline (fixture->viewport, newer);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  assert_lanes (fixture, "bc");
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, TL_NONE);
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, TL_NONE);
}

/* Where all that is left was hidden, it is no longer. */
static void
test_replace_all_hidden (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (TlTimeline) newer = tl_make_with_lanes (IDS ("a", "b"));

  set_lanes (fixture, "0-1-2");
  tl_viewport_replace_timeline (fixture->viewport, newer);
  assert_lanes (fixture, "ab");
}

/* An event that has moved to a lane that is hidden is no longer selected. */
static void
test_replace_moved (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TlTimeline) before = tl_make_numbered (0, 9);
  g_autoptr (TlTimeline) newer = tl_make_numbered_by (0, 9, 1);

  tl_viewport_set_timeline (fixture->viewport, before);
  set_lanes (fixture, "01-2");
  tl_viewport_select (fixture->viewport, find_event (fixture, "e0"));
  tl_viewport_compare (fixture->viewport, find_event (fixture, "e2"));
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), !=, TL_NONE);

  tl_viewport_replace_timeline (fixture->viewport, newer);
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, TL_NONE);
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, TL_NONE);
}

/* A file that is read again as it was changes nothing that is seen. */
static void
test_replace_same (Fixture       *fixture,
                   gconstpointer  data)
{
  static const double places[] = { 0, 5, 300, 1e9 };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      TlCamera camera = tl_viewport_fit (fixture->viewport);
      TlCamera after;

      camera.scale *= 3;
      camera.x = places[i];
      camera.y = 60;
      tl_viewport_set_camera (fixture->viewport, &camera);
      camera = tl_viewport_get_camera (fixture->viewport);
      for (guint k = 0; k < 5; k++)
        {
          g_autoptr (TlTimeline) newer = tl_make_with_lanes (IDS ("a", "b", "c"));

          tl_viewport_replace_timeline (fixture->viewport, newer);
        }
      after = tl_viewport_get_camera (fixture->viewport);
      g_assert_cmpfloat_with_epsilon (after.x, camera.x, 0.1);
      g_assert_cmpfloat_with_epsilon (after.scale, camera.scale, 1e-6 * camera.scale);
      g_assert_cmpfloat (after.y, ==, 60);
    }
}

static void
test_set_timeline (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TlTimeline) other = tl_make_with_lanes (IDS ("x", "y"));
  const TlStretch span = { 1, 2 };
  TlCamera camera = tl_viewport_fit (fixture->viewport);
  TlStretch found;

  camera = tl_viewport_zoom (fixture->viewport, &camera, 4, 500);
  tl_viewport_set_camera (fixture->viewport, &camera);
  tl_viewport_set_axis_mode (fixture->viewport, TL_AXIS_EVEN);
  tl_viewport_select (fixture->viewport, 1);
  tl_viewport_compare (fixture->viewport, 2);
  tl_viewport_set_span (fixture->viewport, &span);
  set_lanes (fixture, "210-");
  fixture->n_told = fixture->changes = 0;

  tl_viewport_set_timeline (fixture->viewport, other);
  assert_told (fixture, TL_VIEWPORT_CONTENT | TL_VIEWPORT_CAMERA | TL_VIEWPORT_SELECTION | TL_VIEWPORT_SPAN);
  assert_lanes (fixture, "xy");
  g_assert_true (tl_viewport_is_fitted (fixture->viewport));
  g_assert_cmpint (tl_viewport_get_axis_mode (fixture->viewport), ==, TL_AXIS_AUTO);
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, TL_NONE);
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, TL_NONE);
  g_assert_false (tl_viewport_get_span (fixture->viewport, &found));

  tl_viewport_set_timeline (fixture->viewport, NULL);
  g_assert_null (tl_viewport_get_axis (fixture->viewport));
  g_assert_null (tl_viewport_get_timeline (fixture->viewport));
}

static void
test_axis_mode (Fixture       *fixture,
                gconstpointer  data)
{
  tl_viewport_set_axis_mode (fixture->viewport, TL_AXIS_EVEN);
  assert_told (fixture, TL_VIEWPORT_CONTENT | TL_VIEWPORT_CAMERA | TL_VIEWPORT_SPAN);
  g_assert_cmpint (tl_axis_get_mode (tl_viewport_get_axis (fixture->viewport)), ==, TL_AXIS_EVEN);
  tl_viewport_set_axis_mode (fixture->viewport, TL_AXIS_EVEN);
  assert_told (fixture, 0);
}

/* What is chosen */

static void
test_select (Fixture       *fixture,
             gconstpointer  data)
{
  tl_viewport_select (fixture->viewport, TL_NONE);
  assert_told (fixture, 0);
  tl_viewport_select (fixture->viewport, 3);
  assert_told (fixture, TL_VIEWPORT_SELECTION);
  tl_viewport_select (fixture->viewport, 3);
  assert_told (fixture, 0);
  tl_viewport_select (fixture->viewport, 12345);
  assert_told (fixture, 0);
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, 3);
  tl_viewport_select (fixture->viewport, TL_NONE);
  assert_told (fixture, TL_VIEWPORT_SELECTION);
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  /* The first of two is selected. */
  tl_viewport_compare (fixture->viewport, 3);
  assert_told (fixture, TL_VIEWPORT_SELECTION);
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, 3);
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, TL_NONE);

  tl_viewport_compare (fixture->viewport, 5);
  assert_told (fixture, TL_VIEWPORT_SELECTION);
  tl_viewport_compare (fixture->viewport, 5);
  assert_told (fixture, 0);
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, 3);
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, 5);

  /* With itself: with nothing. */
  tl_viewport_compare (fixture->viewport, 3);
  assert_told (fixture, TL_VIEWPORT_SELECTION);
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, TL_NONE);

  /* The selected one alone, and it is told though it was that before. */
  tl_viewport_compare (fixture->viewport, 5);
  fixture->n_told = fixture->changes = 0;
  tl_viewport_select (fixture->viewport, 3);
  assert_told (fixture, TL_VIEWPORT_SELECTION);
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, TL_NONE);
}

static void
test_camera_told (Fixture       *fixture,
                  gconstpointer  data)
{
  TlCamera camera = tl_viewport_get_camera (fixture->viewport);

  tl_viewport_set_camera (fixture->viewport, &camera);
  assert_told (fixture, 0);
  camera.x = -500;
  tl_viewport_set_camera (fixture->viewport, &camera);
  assert_told (fixture, 0);
  camera.scale *= 2;
  tl_viewport_set_camera (fixture->viewport, &camera);
  assert_told (fixture, TL_VIEWPORT_CAMERA);
  tl_viewport_set_room (fixture->viewport, 1000, 400);
  tl_viewport_set_content_height (fixture->viewport, 700);
  assert_told (fixture, 0);
}

/* Spans */

static void
test_span (Fixture       *fixture,
           gconstpointer  data)
{
  double length = tl_axis_get_length (tl_viewport_get_axis (fixture->viewport));
  TlStretch span = { 0.6 * length, 0.2 * length };
  TlStretch found;

  g_assert_false (tl_viewport_get_span (fixture->viewport, &found));
  tl_viewport_set_span (fixture->viewport, NULL);
  assert_told (fixture, 0);

  /* In either order. */
  tl_viewport_set_span (fixture->viewport, &span);
  assert_told (fixture, TL_VIEWPORT_SPAN);
  g_assert_true (tl_viewport_get_span (fixture->viewport, &found));
  g_assert_cmpfloat (found.from, ==, 0.2 * length);
  g_assert_cmpfloat (found.to, ==, 0.6 * length);
  span = found;
  tl_viewport_set_span (fixture->viewport, &span);
  assert_told (fixture, 0);

  /* No further than the axis. */
  span = (TlStretch){ 3 * length, -length };
  tl_viewport_set_span (fixture->viewport, &span);
  g_assert_true (tl_viewport_get_span (fixture->viewport, &found));
  g_assert_cmpfloat (found.from, ==, 0);
  g_assert_cmpfloat (found.to, ==, length);

  tl_viewport_set_span (fixture->viewport, NULL);
  g_assert_false (tl_viewport_get_span (fixture->viewport, &found));
}

/* Nothing is marked, so nothing changes. */
static void
test_empty_span (Fixture       *fixture,
                 gconstpointer  data)
{
  double length = tl_axis_get_length (tl_viewport_get_axis (fixture->viewport));
  const TlStretch empty[] = { { 5, 5 }, { -3, -2 }, { length + 1, length + 9 }, { length, length } };
  TlStretch found;

  for (gsize i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      tl_viewport_set_span (fixture->viewport, &empty[i]);
      assert_told (fixture, 0);
      g_assert_false (tl_viewport_get_span (fixture->viewport, &found));
    }
}

/* It is of one axis. */
static void
test_span_ends (Fixture       *fixture,
                gconstpointer  data)
{
  const TlStretch span = { 1, 2 };
  TlStretch found;

  tl_viewport_set_span (fixture->viewport, &span);
  tl_viewport_set_axis_mode (fixture->viewport, TL_AXIS_EVEN);
  g_assert_false (tl_viewport_get_span (fixture->viewport, &found));
}

static void
add_test (const char *path,
          void      (*test) (Fixture       *fixture,
                             gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/viewport/lanes", test_lanes);
  add_test ("/viewport/hidden-time", test_hidden_time);
  add_test ("/viewport/all-hidden", test_all_hidden);
  add_test ("/viewport/same-lanes", test_same_lanes);
  add_test ("/viewport/hidden-selection", test_hidden_selection);
  add_test ("/viewport/replace", test_replace);
  add_test ("/viewport/replace-without", test_replace_without);
  add_test ("/viewport/replace-all-hidden", test_replace_all_hidden);
  add_test ("/viewport/replace-moved", test_replace_moved);
  add_test ("/viewport/replace-same", test_replace_same);
  add_test ("/viewport/set-timeline", test_set_timeline);
  add_test ("/viewport/axis-mode", test_axis_mode);
  add_test ("/viewport/select", test_select);
  add_test ("/viewport/compare", test_compare);
  add_test ("/viewport/camera-told", test_camera_told);
  add_test ("/viewport/span", test_span);
  add_test ("/viewport/empty-span", test_empty_span);
  add_test ("/viewport/span-ends", test_span_ends);

  return g_test_run ();
}
