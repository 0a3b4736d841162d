/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-camera.h"

#include "tl-mark.h"

#include <math.h>

/* How the view moves from one place to another. */

#define BEGIN    G_GINT64_CONSTANT (5000000)
#define N_STEPS  50
#define N_MOVES  2000

/* Pixels that nobody sees. */
#define NEARLY 1e-3

static TlCameraMove
make_move (const TlCamera *from,
           const TlCamera *to)
{
  return (TlCameraMove){ *from, *to, BEGIN, TL_CAMERA_SHORT };
}

static gint64
get_time (guint step)
{
  return BEGIN + TL_CAMERA_SHORT * (gint64) step / N_STEPS;
}

/* What is @pixel away from the left edge of the lanes. */
static double
get_unit (const TlCamera *camera,
          double          pixel)
{
  return (pixel + camera->x - TL_LEAD_IN) / camera->scale;
}

static double
get_pixel (const TlCamera *camera,
           double          unit)
{
  return TL_LEAD_IN + unit * camera->scale - camera->x;
}

/* Any scale from very far away to very near. */
static TlCamera
choose_camera (GRand *rand)
{
  TlCamera camera = {
    .scale = pow (10, g_rand_double_range (rand, -6, 4)),
    .x = g_rand_double_range (rand, 0, 20000),
    .y = g_rand_double_range (rand, 0, 3000),
  };

  return camera;
}

/* The view that has the same date at @pixel. */
static TlCamera
zoom_about (const TlCamera *camera,
            double          factor,
            double          pixel)
{
  double unit = get_unit (camera, pixel);
  TlCamera zoomed = { camera->scale * factor, 0, camera->y };

  zoomed.x = TL_LEAD_IN + unit * zoomed.scale - pixel;

  return zoomed;
}

static void
test_progress (void)
{
  const TlCamera camera = { 1, 0, 0 };
  const TlCameraMove move = make_move (&camera, &camera);
  double previous = 0, step = 1;

  g_assert_cmpfloat (tl_camera_move_get_progress (&move, BEGIN - 1000), ==, 0);
  g_assert_cmpfloat (tl_camera_move_get_progress (&move, BEGIN), ==, 0);
  g_assert_cmpfloat (tl_camera_move_get_progress (&move, BEGIN + TL_CAMERA_SHORT), ==, 1);
  g_assert_cmpfloat (tl_camera_move_get_progress (&move, G_MAXINT64), ==, 1);

  /* Always on, and ever slower. */
  for (guint i = 1; i <= N_STEPS; i++)
    {
      double progress = tl_camera_move_get_progress (&move, get_time (i));

      g_assert_cmpfloat (progress, >, previous);
      g_assert_cmpfloat (progress - previous, <, step);
      step = progress - previous;
      previous = progress;
    }
  g_assert_cmpfloat (previous, ==, 1);
}

/* A move that takes no time is over when it begins. */
static void
test_no_duration (void)
{
  const TlCamera from = { 1, 0, 0 };
  const TlCamera to = { 2, 100, 30 };
  const TlCameraMove move = { from, to, BEGIN, 0 };
  TlCamera camera = tl_camera_move_get (&move, BEGIN);

  g_assert_cmpfloat (camera.scale, ==, 2);
  g_assert_cmpfloat (camera.x, ==, 100);
  g_assert_cmpfloat (camera.y, ==, 30);
}

static void
test_ends (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_MOVES; i++)
    {
      const TlCamera from = choose_camera (rand);
      const TlCamera to = choose_camera (rand);
      const TlCameraMove move = make_move (&from, &to);
      TlCamera first = tl_camera_move_get (&move, BEGIN - g_rand_int_range (rand, 0, 2));
      TlCamera last = tl_camera_move_get (&move, BEGIN + TL_CAMERA_SHORT + g_rand_int_range (rand, 0, 2));

      /* To the last bit: a layout is made for one scale. */
      g_assert_true (first.scale == from.scale && first.x == from.x && first.y == from.y);
      g_assert_true (last.scale == to.scale && last.x == to.x && last.y == to.y);
    }
}

/* What is under the pointer stays there all the way. */
static void
test_fixed_point (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint i = 0; i < N_MOVES; i++)
    {
      const TlCamera from = choose_camera (rand);
      double pixel = g_rand_double_range (rand, 0, 2000);
      double unit = get_unit (&from, pixel);
      const TlCamera to = zoom_about (&from, pow (10, g_rand_double_range (rand, -3, 3)), pixel);
      const TlCameraMove move = make_move (&from, &to);

      for (guint step = 0; step <= N_STEPS; step++)
        {
          TlCamera camera = tl_camera_move_get (&move, get_time (step));

          g_assert_cmpfloat_with_epsilon (get_pixel (&camera, unit), pixel, NEARLY);
          g_assert_cmpfloat (camera.y, ==, from.y);
        }
    }
}

/* Scales grow or shrink in equal proportions, without turning back. */
static void
test_scale (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_MOVES; i++)
    {
      const TlCamera from = choose_camera (rand);
      const TlCamera to = choose_camera (rand);
      const TlCameraMove move = make_move (&from, &to);
      double previous = from.scale;

      for (guint step = 1; step <= N_STEPS; step++)
        {
          TlCamera camera = tl_camera_move_get (&move, get_time (step));

          g_assert_true (to.scale > from.scale ? camera.scale >= previous : camera.scale <= previous);
          g_assert_cmpfloat (camera.scale, >=, MIN (from.scale, to.scale));
          g_assert_cmpfloat (camera.scale, <=, MAX (from.scale, to.scale));
          previous = camera.scale;
        }
    }
}

static void
test_proportions (void)
{
  const TlCamera from = { 1, 0, 0 };
  const TlCamera to = zoom_about (&from, 100, 300);
  const TlCameraMove move = make_move (&from, &to);

  for (guint step = 0; step <= N_STEPS; step++)
    {
      double progress = tl_camera_move_get_progress (&move, get_time (step));
      TlCamera camera = tl_camera_move_get (&move, get_time (step));

      g_assert_cmpfloat_with_epsilon (log10 (camera.scale), 2 * progress, 1e-9);
    }
}

/* A move to the side is one, at any scale, and keeps that to the last bit. */
static void
test_pan (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < N_MOVES; i++)
    {
      const TlCamera from = choose_camera (rand);
      const TlCamera to = { from.scale, g_rand_double_range (rand, 0, 20000), g_rand_double_range (rand, 0, 3000) };
      const TlCameraMove move = make_move (&from, &to);

      for (guint step = 0; step <= N_STEPS; step++)
        {
          double progress = tl_camera_move_get_progress (&move, get_time (step));
          TlCamera camera = tl_camera_move_get (&move, get_time (step));

          g_assert_true (camera.scale == from.scale);
          g_assert_cmpfloat_with_epsilon (camera.x, from.x + (to.x - from.x) * progress, NEARLY);
          g_assert_cmpfloat_with_epsilon (camera.y, from.y + (to.y - from.y) * progress, NEARLY);
        }
    }
}

/* Scales that hardly differ have their centre a long way off, or nowhere: the
 * view goes straight there all the same. */
static void
test_nearly_same_scale (void)
{
  static const double factors[] = { 1 + 1e-15, 1 + 1e-9, 1 + 9e-7, 1 + 2e-6, 1 + 1e-4, 1 - 1e-4, 1 - 1e-12 };

  for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      const TlCamera from = { 3, 100, 10 };
      const TlCamera to = { 3 * factors[i], 5100, 20 };
      const TlCameraMove move = make_move (&from, &to);
      double previous = from.x;

      for (guint step = 1; step <= N_STEPS; step++)
        {
          double progress = tl_camera_move_get_progress (&move, get_time (step));
          TlCamera camera = tl_camera_move_get (&move, get_time (step));

          g_assert_true (isfinite (camera.x) && isfinite (camera.scale));
          g_assert_cmpfloat (camera.x, >, previous);
          g_assert_cmpfloat_with_epsilon (camera.x, from.x + 5000 * progress, 1);
          previous = camera.x;
        }
    }
}

/* No view has such a scale; if one had, the move would still be numbers, and
 * arrive. */
static void
test_degenerate (void)
{
  static const double scales[] = { 0, 1e-300, 1, 1e300 };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (scales); j++)
      {
        const TlCamera from = { scales[i], 0, 0 };
        const TlCamera to = { scales[j], 1000, 0 };
        const TlCameraMove move = make_move (&from, &to);

        for (guint step = 0; step <= N_STEPS; step++)
          {
            TlCamera camera = tl_camera_move_get (&move, get_time (step));

            g_assert_true (isfinite (camera.scale) && isfinite (camera.x) && isfinite (camera.y));
          }
      }
}

static void
test_equal (void)
{
  const TlCamera camera = { 1e-6, 100, 50 };
  const TlCamera same = { 1e-6 * (1 + 1e-12), 100.001, 49.999 };
  const TlCamera others[] = { { 1.001e-6, 100, 50 }, { 1e-6, 101, 50 }, { 1e-6, 100, 51 } };

  g_assert_true (tl_camera_equal (&camera, &camera));
  g_assert_true (tl_camera_equal (&camera, &same));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_false (tl_camera_equal (&camera, &others[i]));
      g_assert_false (tl_camera_equal (&others[i], &camera));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/camera/progress", test_progress);
  g_test_add_func ("/camera/no-duration", test_no_duration);
  g_test_add_func ("/camera/ends", test_ends);
  g_test_add_func ("/camera/fixed-point", test_fixed_point);
  g_test_add_func ("/camera/scale", test_scale);
  g_test_add_func ("/camera/proportions", test_proportions);
  g_test_add_func ("/camera/pan", test_pan);
  g_test_add_func ("/camera/nearly-same-scale", test_nearly_same_scale);
  g_test_add_func ("/camera/degenerate", test_degenerate);
  g_test_add_func ("/camera/equal", test_equal);

  return g_test_run ();
}
