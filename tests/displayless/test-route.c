/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-route.h"

#include <math.h>
#include <string.h>

enum
{
  N_STEPS = 96,
  MOST_CARDS = 300,
};

typedef struct
{
  TlRect marks[MOST_CARDS];
  TlRect cards[MOST_CARDS]; /* each with its mark */
  guint  n_cards;
  TlRect within;
} Scene;

static const TlPoint *
get_piece (const TlRoute *route,
           guint          i)
{
  return &g_array_index (route->curves, TlPoint, 3 * i);
}

static TlPoint
point_on_route (const TlRoute *route,
                guint          i,
                double         t)
{
  const TlPoint *piece = get_piece (route, i);
  TlPoint from = i == 0 ? route->start : piece[-1];
  double u = 1 - t;
  TlPoint point = {
    u * u * u * from.x + 3 * u * u * t * piece[0].x + 3 * u * t * t * piece[1].x + t * t * t * piece[2].x,
    u * u * u * from.y + 3 * u * u * t * piece[0].y + 3 * u * t * t * piece[1].y + t * t * t * piece[2].y,
  };

  return point;
}

static gboolean
is_inside (TlPoint       point,
           const TlRect *rect)
{
  const double touch = 0.01;

  return point.x > rect->x + touch && point.x < rect->x + rect->width - touch
         && point.y > rect->y + touch && point.y < rect->y + rect->height - touch;
}

/* Straight above, below or beside the middle of the mark. */
static gboolean
is_straight_out (TlPoint       point,
                 const TlRect *mark)
{
  gboolean is_wide = mark->width > 32;

  return fabs (point.x - mark->x - mark->width / 2) < (is_wide ? mark->width / 2 : 0.01)
         || fabs (point.y - mark->y - mark->height / 2) < 0.01;
}

static gboolean
runs_through (const TlRoute *route,
              const TlRect  *card,
              const TlRect  *from,
              const TlRect  *to)
{
  for (guint i = 0; i < route->curves->len / 3; i++)
    for (guint step = 0; step <= N_STEPS; step++)
      {
        TlPoint point = point_on_route (route, i, (double) step / N_STEPS);

        if (!is_inside (point, card))
          continue;
        if (i == 0 && tl_rect_overlaps (card, from) && is_straight_out (point, from))
          continue;
        if (i + 1 == route->curves->len / 3 && tl_rect_overlaps (card, to) && is_straight_out (point, to))
          continue;

        return TRUE;
      }

  return FALSE;
}

static double
measure_distance (TlPoint       point,
                  const TlRect *rect)
{
  double left = rect->x - point.x;
  double right = point.x - rect->x - rect->width;
  double top = rect->y - point.y;
  double bottom = point.y - rect->y - rect->height;
  double x = MAX (left, right);
  double y = MAX (top, bottom);

  return MAX (x, y);
}

/* That an end is beside the mark, and the curve there at right angles to it. */
static void
check_end (const TlRect *mark,
           TlPoint       end,
           TlPoint       handle)
{
  double distance = measure_distance (end, mark);
  gboolean is_beside = end.y > mark->y && end.y < mark->y + mark->height;
  gboolean is_over = end.x > mark->x && end.x < mark->x + mark->width;

  g_assert_cmpfloat (distance, >=, 0);
  g_assert_cmpfloat (distance, <=, 2 + 1e-3);
  g_assert_true (is_beside != is_over);
  g_assert_cmpfloat (fabs (is_beside ? handle.y - end.y : handle.x - end.x), <, 1e-6);
  g_assert_cmpfloat (measure_distance (handle, mark), >, distance);
}

static void
check_joints (const TlRoute *route)
{
  for (guint i = 1; i < route->curves->len / 3; i++)
    {
      const TlPoint *piece = get_piece (route, i);
      double ax = piece[-1].x - piece[-2].x;
      double ay = piece[-1].y - piece[-2].y;
      double bx = piece[0].x - piece[-1].x;
      double by = piece[0].y - piece[-1].y;
      double lengths = hypot (ax, ay) * hypot (bx, by);

      g_assert_cmpfloat (lengths, >, 0);
      g_assert_cmpfloat (fabs (ax * by - ay * bx) / lengths, <, 1e-5);
      g_assert_cmpfloat (ax * bx + ay * by, >, 0);
    }
}

static void
check_route (const TlRoute *route,
             const Scene   *scene,
             const TlRect  *from,
             const TlRect  *to)
{
  const TlPoint *last = get_piece (route, route->curves->len / 3 - 1);
  guint n_crossed = 0;

  g_assert_cmpuint (route->curves->len, >=, 3);
  g_assert_cmpuint (route->curves->len % 3, ==, 0);
  check_end (from, route->start, get_piece (route, 0)[0]);
  check_end (to, last[2], last[1]);
  check_joints (route);

  for (guint i = 0; i < route->curves->len; i++)
    g_assert_cmpfloat (measure_distance (g_array_index (route->curves, TlPoint, i), &scene->within), <=, 1e-3);
  for (guint i = 0; i < scene->n_cards; i++)
    n_crossed += runs_through (route, &scene->cards[i], from, to);
  if (n_crossed > route->n_crossed)
    g_error ("says %u, but runs through %u", route->n_crossed, n_crossed);
}

static TlRoute *
find (const Scene  *scene,
      const TlRect *from,
      const TlRect *to)
{
  g_autoptr (TlRoutes) routes = tl_routes_new (scene->cards, scene->n_cards, &scene->within);
  TlRoute *route = tl_routes_find (routes, from, to);

  check_route (route, scene, from, to);

  return route;
}

static void
add_card (Scene  *scene,
          double  x,
          double  y,
          double  width,
          double  height)
{
  TlRect mark = { x, y + 4, 20, 20 };
  TlRect card = { x, y, width, height };

  g_assert_cmpuint (scene->n_cards, <, MOST_CARDS);
  scene->marks[scene->n_cards] = mark;
  scene->cards[scene->n_cards++] = card;
}

static void
test_route_direct (void)
{
  Scene scene = { .within = { 0, 0, 1000, 600 } };
  g_autoptr (TlRoute) route = NULL;
  const TlPoint *last;

  add_card (&scene, 100, 100, 150, 40);
  add_card (&scene, 500, 300, 150, 40);
  route = find (&scene, &scene.marks[0], &scene.marks[1]);
  last = get_piece (route, route->curves->len / 3 - 1);

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

  add_card (&scene, 100, 300, 150, 40);
  add_card (&scene, 100, 100, 150, 40);
  route = find (&scene, &scene.marks[0], &scene.marks[1]);

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
  add_card (&scene, 100, 100, 150, 40);
  add_card (&scene, 500, 100, 150, 40);
  add_card (&scene, 350, 0, 40, 500);
  route = find (&scene, &scene.marks[0], &scene.marks[1]);

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
    add_card (scene, 380, 20, 20, 560);

  for (guint i = 0; i < n_rings; i++)
    {
      double left = has_gate ? 400 : 400 - 30.0 * i;
      double right = 700 + 30 * i;
      double top = 180 - 30.0 * i;
      double bottom = 420 + 30 * i;

      if (!has_gate)
        add_card (scene, left - 20, top, 20, bottom - top);
      add_card (scene, right, top, 20, bottom - top);
      add_card (scene, left, top, right - left, 20);
      add_card (scene, left, bottom - 20, right - left, 20);
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

        add_card (&scene, 100, 280, 100, 40);
        add_card (&scene, 520, 280, 100, 40);
        add_rings (&scene, n_rings, has_gate);
        in = find (&scene, &scene.marks[0], &scene.marks[1]);
        out = find (&scene, &scene.marks[1], &scene.marks[0]);
        g_assert_cmpuint (in->n_crossed, ==, has_gate ? 1 : n_rings);
        g_assert_cmpuint (out->n_crossed, ==, has_gate ? 1 : n_rings);
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

static gboolean
fits (const Scene  *scene,
      const TlRect *card,
      double        gap)
{
  TlRect grown = tl_rect_grow (card, gap);

  for (guint i = 0; i < scene->n_cards; i++)
    if (tl_rect_overlaps (&grown, &scene->cards[i]))
      return FALSE;

  return TRUE;
}

/* Cards with their marks, or bars, wherever there is room; with no gap at all
 * also side by side, on a lattice that no middle of a mark is on. */
static void
fill_scene (Scene *scene,
            GRand *rand,
            guint  n_cards,
            int    gap)
{
  int step = gap == 0 ? 12 : 1;
  int width = g_rand_int_range (rand, 600, 1200);
  int height = g_rand_int_range (rand, 300, 800);

  memset (scene, 0, sizeof *scene);
  scene->within.width = width;
  scene->within.height = height;

  for (guint tries = 0; tries < 60 * n_cards && scene->n_cards < n_cards; tries++)
    {
      gboolean is_bar = gap > 0 && g_rand_int_range (rand, 0, 12) == 0;
      double x = g_rand_int_range (rand, 0, (width - 230) / step) * step;
      double y = g_rand_int_range (rand, 0, (height - 50) / step) * step;
      double card_width = g_rand_int_range (rand, 60 / step, 230 / step) * step;
      double card_height = g_rand_int_range (rand, (27 + step) / step, 50 / step) * step;
      TlRect card = { x, y, card_width, is_bar ? 22 : card_height };
      TlRect mark = { x, y + g_rand_int_range (rand, 3, 8), 20, 20 };

      if (!fits (scene, &card, gap))
        continue;
      scene->marks[scene->n_cards] = is_bar ? card : mark;
      scene->cards[scene->n_cards++] = card;
    }
}

/* Independent of what is tested: which squares of one pixel hang together. */
typedef struct
{
  int      width;
  int      height;
  guint32 *squares; /* 0 is free, 1 is covered, others are parts of the plane */
} Plane;

static guint32
get_square (const Plane *plane,
            int          x,
            int          y)
{
  if (x < 0 || y < 0 || x >= plane->width || y >= plane->height)
    return 1;

  return plane->squares[(gsize) y * plane->width + x];
}

static void
flood_part (Plane   *plane,
            GArray  *queue,
            int      x,
            int      y,
            guint32  part)
{
  int first[] = { x, y };

  g_array_append_vals (queue, first, 2);
  while (queue->len > 0)
    {
      y = g_array_index (queue, int, queue->len - 1);
      x = g_array_index (queue, int, queue->len - 2);
      g_array_set_size (queue, queue->len - 2);

      if (get_square (plane, x, y) == 0)
        {
          int next[] = { x - 1, y, x + 1, y, x, y - 1, x, y + 1 };

          plane->squares[(gsize) y * plane->width + x] = part;
          g_array_append_vals (queue, next, 8);
        }
    }
}

static void
cover_card (Plane        *plane,
            const TlRect *card)
{
  for (int y = card->y; y < card->y + card->height; y++)
    for (int x = card->x; x < card->x + card->width; x++)
      if (x < plane->width && y < plane->height)
        plane->squares[(gsize) y * plane->width + x] = 1;
}

/* Returns: (transfer full): the squares */
static guint32 *
fill_plane (Plane       *plane,
            const Scene *scene)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (int));
  guint32 part = 2;

  plane->width = scene->within.width;
  plane->height = scene->within.height;
  plane->squares = g_new0 (guint32, (gsize) plane->width * plane->height);

  for (guint i = 0; i < scene->n_cards; i++)
    cover_card (plane, &scene->cards[i]);
  for (int y = 0; y < plane->height; y++)
    for (int x = 0; x < plane->width; x++)
      if (get_square (plane, x, y) == 0)
        flood_part (plane, queue, x, y, part++);

  return plane->squares;
}

/* The squares outside of the middle of the left side, the top and the bottom,
 * or all along the top and the bottom of a bar, and at its right. */
static void
collect_squares (const TlRect *mark,
                 const TlRect *card,
                 GArray       *found)
{
  gboolean is_bar = mark->width > 32;
  int middle_x = mark->x + mark->width / 2;
  int middle_y = mark->y + mark->height / 2;
  int from = is_bar ? mark->x + 10 : middle_x - 1;
  int to = is_bar ? mark->x + mark->width - 10 : middle_x + 1;
  int top = card->y - 1;
  int bottom = card->y + card->height;

  for (int x = from; x < to; x++)
    {
      int places[] = { x, top, x, bottom };

      g_array_append_vals (found, places, 4);
    }
  for (int y = middle_y - 1; y <= middle_y; y++)
    {
      int left[] = { card->x - 1, y };
      int right[] = { card->x + card->width, y };

      g_array_append_vals (found, left, 2);
      if (is_bar)
        g_array_append_vals (found, right, 2);
    }
}

static gboolean
is_connected (const Plane *plane,
              const Scene *scene,
              guint        from,
              guint        to)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (int));

  collect_squares (&scene->marks[from], &scene->cards[from], starts);
  collect_squares (&scene->marks[to], &scene->cards[to], ends);

  for (guint i = 0; i < starts->len; i += 2)
    for (guint j = 0; j < ends->len; j += 2)
      {
        guint32 start = get_square (plane, g_array_index (starts, int, i), g_array_index (starts, int, i + 1));
        guint32 end = get_square (plane, g_array_index (ends, int, j), g_array_index (ends, int, j + 1));

        if (start == end && start != 1)
          return TRUE;
      }

  return FALSE;
}

static void
test_route_finds_what_is_there (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20250612);
  guint n_closed = 0;
  guint n_open = 0;

  for (guint i = 0; i < 150; i++)
    {
      Scene scene;
      Plane plane;
      g_autofree guint32 *squares = NULL;

      fill_scene (&scene, rand, g_rand_int_range (rand, 10, MOST_CARDS + 1), i % 6);
      squares = fill_plane (&plane, &scene);
      for (guint link = 0; link < 6; link++)
        {
          guint from = g_rand_int_range (rand, 0, scene.n_cards);
          guint to = (from + g_rand_int_range (rand, 1, scene.n_cards)) % scene.n_cards;
          g_autoptr (TlRoute) route = find (&scene, &scene.marks[from], &scene.marks[to]);
          gboolean connected = is_connected (&plane, &scene, from, to);

          if (connected == (route->n_crossed > 0))
            g_error ("scene %u of %u cards, from %u to %u: connected %d, crossed %u",
                     i, scene.n_cards, from, to, connected, route->n_crossed);
          n_open += connected;
          n_closed += !connected;
        }
    }

  g_test_message ("%u ways, %u where there is none", n_open, n_closed);
  g_assert_cmpuint (n_open, >, 600);
  g_assert_cmpuint (n_closed, >, 20);
}

static void
assert_same (const TlRoute *a,
             const TlRoute *b,
             double         dx,
             double         dy,
             double         tolerance)
{
  g_assert_cmpuint (a->n_crossed, ==, b->n_crossed);
  g_assert_cmpuint (a->curves->len, ==, b->curves->len);
  g_assert_cmpfloat (fabs (a->start.x + dx - b->start.x), <=, tolerance);
  g_assert_cmpfloat (fabs (a->start.y + dy - b->start.y), <=, tolerance);

  for (guint i = 0; i < a->curves->len; i++)
    {
      TlPoint p = g_array_index (a->curves, TlPoint, i);
      TlPoint q = g_array_index (b->curves, TlPoint, i);

      g_assert_cmpfloat (fabs (p.x + dx - q.x), <=, tolerance);
      g_assert_cmpfloat (fabs (p.y + dy - q.y), <=, tolerance);
    }
}

static void
move_scene (Scene  *scene,
            double  dx,
            double  dy)
{
  scene->within.x += dx;
  scene->within.y += dy;
  for (guint i = 0; i < scene->n_cards; i++)
    {
      scene->cards[i].x += dx;
      scene->cards[i].y += dy;
      scene->marks[i].x += dx;
      scene->marks[i].y += dy;
    }
}

static void
test_route_moves_with_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 60; i++)
    {
      double dx = g_rand_double_range (rand, -20000, 20000);
      double dy = g_rand_double_range (rand, -20000, 20000);
      Scene scene, moved;

      fill_scene (&scene, rand, g_rand_int_range (rand, 10, 120), 3);
      moved = scene;
      move_scene (&moved, dx, dy);

      for (guint to = 1; to < 8; to++)
        {
          g_autoptr (TlRoute) here = find (&scene, &scene.marks[0], &scene.marks[to]);
          g_autoptr (TlRoute) there = find (&moved, &moved.marks[0], &moved.marks[to]);

          assert_same (here, there, dx, dy, 1e-6);
        }
    }
}

/* What was asked before does not matter, nor how often. */
static void
test_route_is_repeatable (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (TlRoutes) routes = NULL;
  Scene scene;

  fill_scene (&scene, rand, 120, 5);
  routes = tl_routes_new (scene.cards, scene.n_cards, &scene.within);
  for (guint i = 0; i < 200; i++)
    {
      guint from = g_rand_int_range (rand, 0, scene.n_cards);
      guint to = (from + g_rand_int_range (rand, 1, scene.n_cards)) % scene.n_cards;
      g_autoptr (TlRoute) first = find (&scene, &scene.marks[from], &scene.marks[to]);
      g_autoptr (TlRoute) later = tl_routes_find (routes, &scene.marks[from], &scene.marks[to]);

      assert_same (first, later, 0, 0, 0);
    }
}

/* Rows upon rows, with little between. */
static void
test_route_among_thousands (void)
{
  const guint n_columns = 40;
  const guint n = 3000;
  g_autofree TlRect *cards = g_new (TlRect, n);
  TlRect within = { -50, -50, 40 * 200 + 100, 75 * 50 + 100 };
  g_autoptr (TlRoutes) routes = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < n; i++)
    {
      TlRect card = { i % n_columns * 200 + i / n_columns % 7 * 3, i / n_columns * 50, 170, 44 };

      cards[i] = card;
    }

  routes = tl_routes_new (cards, n, &within);
  for (guint i = 0; i < 20; i++)
    {
      const TlRect *from_card = &cards[g_rand_int_range (rand, 0, n)];
      const TlRect *to_card = &cards[g_rand_int_range (rand, 0, n)];
      TlRect from = { from_card->x, from_card->y + 5, 20, 20 };
      TlRect to = { to_card->x, to_card->y + 5, 20, 20 };
      g_autoptr (TlRoute) route = NULL;

      if (from_card == to_card)
        continue;
      route = tl_routes_find (routes, &from, &to);
      g_assert_cmpuint (route->n_crossed, ==, 0);
      for (guint j = 0; j < n; j++)
        g_assert_false (runs_through (route, &cards[j], &from, &to));
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
  g_test_add_func ("/route/odd-input", test_route_odd_input);
  g_test_add_func ("/route/finds-what-is-there", test_route_finds_what_is_there);
  g_test_add_func ("/route/moves-with-all", test_route_moves_with_all);
  g_test_add_func ("/route/is-repeatable", test_route_is_repeatable);
  g_test_add_func ("/route/among-thousands", test_route_among_thousands);

  return g_test_run ();
}
