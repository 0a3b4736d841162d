/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "check-route.h"

#include <math.h>

enum
{
  N_STEPS = 96,
};

const TlPoint *
route_get_piece (const TlRoute *route,
                 guint          i)
{
  return &g_array_index (route->curves, TlPoint, 3 * i);
}

static TlPoint
point_on_route (const TlRoute *route,
                guint          i,
                double         t)
{
  const TlPoint *piece = route_get_piece (route, i);
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

gboolean
route_runs_through (const TlRoute *route,
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
      const TlPoint *piece = route_get_piece (route, i);
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
  const TlPoint *last = route_get_piece (route, route->curves->len / 3 - 1);
  guint n_crossed = 0;

  g_assert_cmpuint (route->curves->len, >=, 3);
  g_assert_cmpuint (route->curves->len % 3, ==, 0);
  check_end (from, route->start, route_get_piece (route, 0)[0]);
  check_end (to, last[2], last[1]);
  check_joints (route);

  for (guint i = 0; i < route->curves->len; i++)
    g_assert_cmpfloat (measure_distance (g_array_index (route->curves, TlPoint, i), &scene->within), <=, 1e-3);
  for (guint i = 0; i < scene->n_cards; i++)
    n_crossed += route_runs_through (route, &scene->cards[i], from, to);
  if (n_crossed > route->n_crossed)
    g_error ("says %u, but runs through %u", route->n_crossed, n_crossed);
}

TlRoute *
scene_find_route (const Scene  *scene,
                  const TlRect *from,
                  const TlRect *to)
{
  g_autoptr (TlRoutes) routes = tl_routes_new (scene->cards, scene->n_cards, &scene->within);
  TlRoute *route = tl_routes_find (routes, from, to);

  check_route (route, scene, from, to);

  return route;
}

void
scene_add_card (Scene  *scene,
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
