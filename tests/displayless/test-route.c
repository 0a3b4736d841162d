/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "check-route.h"

#include <math.h>

static void
test_route_direct (void)
{
  Scene scene = { .within = { 0, 0, 1000, 600 } };
  g_autoptr (TlRoute) route = NULL;
  const TlPoint *last;

  scene_add_card (&scene, 100, 100, 150, 40);
  scene_add_card (&scene, 500, 300, 150, 40);
  route = scene_find_route (&scene, &scene.marks[0], &scene.marks[1]);
  last = route_get_piece (route, route->curves->len / 3 - 1);

  /* Out of the card straight, then one curve that arrives from the left. */
  g_assert_cmpuint (route->n_crossed, ==, 0);
  g_assert_cmpuint (route->curves->len, <=, 9);
  g_assert_cmpfloat (fabs (last[2].x - 498), <, 1e-3);
  g_assert_cmpfloat (fabs (last[2].y - 314), <, 1e-3);
  g_assert_cmpfloat (last[1].x, <, last[2].x);
}

static void
test_route_straight (void)
{
  Scene scene = { .within = { 0, 0, 1000, 600 } };
  g_autoptr (TlRoute) route = NULL;

  scene_add_card (&scene, 100, 300, 150, 40);
  scene_add_card (&scene, 100, 100, 150, 40);
  route = scene_find_route (&scene, &scene.marks[0], &scene.marks[1]);

  for (guint i = 0; i < route->curves->len; i++)
    g_assert_cmpfloat (fabs (g_array_index (route->curves, TlPoint, i).x - 110), <, 1e-3);
}

static void
test_route_around (void)
{
  Scene scene = { .within = { 0, 0, 1000, 600 } };
  g_autoptr (TlRoute) route = NULL;
  double lowest = 0;

  /* A wall between the two, open only at the bottom. */
  scene_add_card (&scene, 100, 100, 150, 40);
  scene_add_card (&scene, 500, 100, 150, 40);
  scene_add_card (&scene, 350, 0, 40, 500);
  route = scene_find_route (&scene, &scene.marks[0], &scene.marks[1]);

  g_assert_cmpuint (route->n_crossed, ==, 0);
  for (guint i = 0; i < route->curves->len; i++)
    lowest = fmax (lowest, g_array_index (route->curves, TlPoint, i).y);
  g_assert_cmpfloat (lowest, >, 500);
}

/* Walls around a place, one around the other. With a gate they all end at
 * the same wall on the left. */
static void
add_rings (Scene   *scene,
           guint    n_rings,
           gboolean has_gate)
{
  if (has_gate)
    scene_add_card (scene, 380, 20, 20, 560);

  for (guint i = 0; i < n_rings; i++)
    {
      double left = has_gate ? 400 : 400 - 30.0 * i;
      double right = 700 + 30 * i;
      double top = 180 - 30.0 * i;
      double bottom = 420 + 30 * i;

      if (!has_gate)
        scene_add_card (scene, left - 20, top, 20, bottom - top);
      scene_add_card (scene, right, top, 20, bottom - top);
      scene_add_card (scene, left, top, right - left, 20);
      scene_add_card (scene, left, bottom - 20, right - left, 20);
    }
}

static void
test_route_closed_ring (void)
{
  for (guint n_rings = 1; n_rings <= 5; n_rings++)
    for (guint has_gate = 0; has_gate < 2; has_gate++)
      {
        Scene scene = { .within = { 0, 0, 1000, 600 } };
        g_autoptr (TlRoute) in = NULL;
        g_autoptr (TlRoute) out = NULL;

        scene_add_card (&scene, 100, 280, 100, 40);
        scene_add_card (&scene, 520, 280, 100, 40);
        add_rings (&scene, n_rings, has_gate);
        in = scene_find_route (&scene, &scene.marks[0], &scene.marks[1]);
        out = scene_find_route (&scene, &scene.marks[1], &scene.marks[0]);
        g_assert_cmpuint (in->n_crossed, ==, has_gate ? 1 : n_rings);
        g_assert_cmpuint (out->n_crossed, ==, has_gate ? 1 : n_rings);
      }
}

/* The gate is on the far side. */
static void
test_route_through_gate (void)
{
  for (guint n_rings = 2; n_rings <= 5; n_rings++)
    {
      Scene scene = { .within = { 0, 0, 1000, 600 } };
      g_autoptr (TlRoute) in = NULL;
      g_autoptr (TlRoute) out = NULL;

      scene_add_card (&scene, 880, 280, 100, 40);
      scene_add_card (&scene, 520, 280, 100, 40);
      add_rings (&scene, n_rings, TRUE);
      in = scene_find_route (&scene, &scene.marks[0], &scene.marks[1]);
      out = scene_find_route (&scene, &scene.marks[1], &scene.marks[0]);
      g_assert_cmpuint (in->n_crossed, ==, 1);
      g_assert_cmpuint (out->n_crossed, ==, 1);
    }
}

/* With other cards closer than a way keeps from a mark elsewhere. */
static void
test_route_tight (void)
{
  static const double gaps[] = { 0.25, 1, 2, 3, 5 };

  for (gsize i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      Scene scene = { .within = { 0, 0, 1000, 600 } };
      g_autoptr (TlRoute) out = NULL;
      g_autoptr (TlRoute) in = NULL;

      scene_add_card (&scene, 300, 300, 150, 24);
      scene_add_card (&scene, 200, 300 - gaps[i] - 40, 400, 40);
      scene_add_card (&scene, 200, 324 + gaps[i], 400, 40);
      scene_add_card (&scene, 200, 300, 100 - gaps[i], 24);
      scene_add_card (&scene, 700, 100, 100, 40);
      out = scene_find_route (&scene, &scene.marks[0], &scene.marks[4]);
      in = scene_find_route (&scene, &scene.marks[4], &scene.marks[0]);
      g_assert_cmpuint (out->n_crossed, ==, 0);
      g_assert_cmpuint (in->n_crossed, ==, 0);
    }
}

/* Anything may come out but a crash, or a way that never ends. */
static void
test_route_odd_input (void)
{
  TlRect within = { 0, 0, 400, 300 };
  TlRect nothing = { 50, 50, 0, 0 };
  TlRect obstacles[] = {
    { NAN, 0, 10, 10 }, { 0, 0, INFINITY, 10 }, { 20, 20, -5, 10 }, { 30, 30, 0, 0 },
    { 40, 90, 100, 100 }, { 60, 80, 100, 100 }, { 40, 90, 100, 100 },
  };
  TlRect marks[] = {
    { 50, 100, 20, 20 }, { 60, 110, 20, 20 }, { 50, 100, 20, 20 }, { 50, 120, 20, 20 },
    { 300, 100, 20, 20 }, { 300, 100, 0, 0 }, { 900, 900, 20, 20 }, { -10, -10, 500, 500 },
  };
  const TlRect *areas[] = { &within, &nothing };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (marks); j++)
      for (gsize k = 0; k < G_N_ELEMENTS (areas); k++)
        {
          g_autoptr (TlRoutes) routes = tl_routes_new (obstacles, G_N_ELEMENTS (obstacles), areas[k]);
          g_autoptr (TlRoute) route = tl_routes_find (routes, &marks[i], &marks[j]);

          for (guint at = 0; at < route->curves->len; at++)
            g_assert_true (isfinite (g_array_index (route->curves, TlPoint, at).x));
        }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/route/direct", test_route_direct);
  g_test_add_func ("/route/straight", test_route_straight);
  g_test_add_func ("/route/around", test_route_around);
  g_test_add_func ("/route/closed-ring", test_route_closed_ring);
  g_test_add_func ("/route/through-gate", test_route_through_gate);
  g_test_add_func ("/route/tight", test_route_tight);
  g_test_add_func ("/route/odd-input", test_route_odd_input);

  return g_test_run ();
}
