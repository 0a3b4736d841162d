/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "check-route.h"

#include <math.h>
#include <string.h>

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
      g_assert_nonnull (squares);
      for (guint link = 0; link < 6; link++)
        {
          guint from = g_rand_int_range (rand, 0, scene.n_cards);
          guint to = (from + g_rand_int_range (rand, 1, scene.n_cards)) % scene.n_cards;
          g_autoptr (TlRoute) route = scene_find_route (&scene, &scene.marks[from], &scene.marks[to]);
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
          g_autoptr (TlRoute) here = scene_find_route (&scene, &scene.marks[0], &scene.marks[to]);
          g_autoptr (TlRoute) there = scene_find_route (&moved, &moved.marks[0], &moved.marks[to]);

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
      g_autoptr (TlRoute) first = scene_find_route (&scene, &scene.marks[from], &scene.marks[to]);
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
      guint row = i / n_columns;
      TlRect card = { i % n_columns * 200 + row % 7 * 3, row * 50, 170, 44 };

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
        g_assert_false (route_runs_through (route, &cards[j], &from, &to));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/route/finds-what-is-there", test_route_finds_what_is_there);
  g_test_add_func ("/route/moves-with-all", test_route_moves_with_all);
  g_test_add_func ("/route/is-repeatable", test_route_is_repeatable);
  g_test_add_func ("/route/among-thousands", test_route_among_thousands);

  return g_test_run ();
}
