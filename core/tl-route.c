/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-route-private.h"

#include <math.h>

/* Ways for links, from the cheapest to find to the dearest: a plain curve
 * where nothing is in the way; else a way around what is near; then around
 * what is farther off; and where there is none at all, the way through as
 * little as possible. */

struct _TlRoutes
{
  TlRect *obstacles;
  guint   n_obstacles;
  TlRect  within;

  /* Scratch space: nothing in here outlives a call in any way that shows. */
  TlRouteField  field;
  TlRouteGrid   grid;
  TlRouteSearch search;
  TlRouteCurve  curve;
  GArray       *path;
  GArray       *moved;
};

/* How far around the two marks to look first, and how much farther then. */
static const double first_around = 96;
static const double more_around = 3;

/* More would take too long, and too much memory, for one link. Among so many
 * there is a way nearer by, unless a wall is built around one of the ends. */
enum
{
  MOST_BLOCKS = 500,
};

static const double largest_around = 800;

static gboolean
rect_is_sound (const TlRect *rect)
{
  return isfinite (rect->x) && isfinite (rect->y) && isfinite (rect->width)
         && isfinite (rect->height) && rect->width > 0 && rect->height > 0;
}

/**
 * tl_routes_new:
 * @obstacles: (array length=n_obstacles) (nullable): what to keep clear of;
 *   what is empty is left out
 * @n_obstacles: how many
 * @within: what ways may use
 *
 * Returns: (transfer full): something to find ways with, by one thread at
 *   a time
 */
TlRoutes *
tl_routes_new (const TlRect *obstacles,
               guint         n_obstacles,
               const TlRect *within)
{
  TlRoutes *self;

  g_return_val_if_fail (obstacles != NULL || n_obstacles == 0, NULL);
  g_return_val_if_fail (within != NULL, NULL);
  g_return_val_if_fail (isfinite (within->x + within->y + within->width + within->height), NULL);

  self = g_new0 (TlRoutes, 1);
  self->within = *within;
  self->obstacles = g_new (TlRect, MAX (n_obstacles, 1));
  for (guint i = 0; i < n_obstacles; i++)
    if (rect_is_sound (&obstacles[i]))
      self->obstacles[self->n_obstacles++] = obstacles[i];

  self->field.blocks = g_array_new (FALSE, FALSE, sizeof (TlRouteBlock));
  self->curve.points = g_array_new (FALSE, FALSE, sizeof (TlPoint));
  self->path = g_array_new (FALSE, FALSE, sizeof (TlPoint));
  self->moved = g_array_new (FALSE, FALSE, sizeof (TlPoint));

  return self;
}

/**
 * tl_routes_free:
 * @self: (nullable) (transfer full): ways
 */
void
tl_routes_free (TlRoutes *self)
{
  if (self == NULL)
    return;

  tl_route_grid_clear (&self->grid);
  tl_route_search_clear (&self->search);
  g_array_unref (self->field.blocks);
  g_array_unref (self->curve.points);
  g_array_unref (self->path);
  g_array_unref (self->moved);
  g_free (self->obstacles);
  g_free (self);
}

/**
 * tl_route_get_last_but_one:
 * @self: a way
 *
 * Returns: the last of its points that is not where it ends; where it comes
 *   from as it arrives
 */
TlPoint
tl_route_get_last_but_one (const TlRoute *self)
{
  const TlPoint *points = (gconstpointer) self->curves->data;

  for (guint i = self->curves->len - 1; i > 0; i--)
    if (hypot (points[i - 1].x - points[self->curves->len - 1].x,
               points[i - 1].y - points[self->curves->len - 1].y) > 0.5)
      return points[i - 1];

  return self->start;
}

/**
 * tl_route_free:
 * @self: (nullable) (transfer full): a way
 */
void
tl_route_free (TlRoute *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->curves);
  g_free (self);
}

static TlRoute *
make_route (const TlRoutes *self,
            guint           n_crossed)
{
  const GArray *points = self->curve.points;
  TlPoint origin = self->field.origin;
  TlRoute *route = g_new0 (TlRoute, 1);

  route->n_crossed = n_crossed;
  route->curves = g_array_sized_new (FALSE, FALSE, sizeof (TlPoint), points->len);
  for (guint i = 0; i < points->len; i++)
    {
      TlPoint point = g_array_index (points, TlPoint, i);

      point.x += origin.x;
      point.y += origin.y;
      if (i == 0)
        route->start = point;
      else
        g_array_append_val (route->curves, point);
    }

  return route;
}

/* Remembers what the way that was found runs through, so that what follows
 * does not try to keep clear of it. */
static void
give_up_crossed (TlRoutes *self)
{
  GArray *blocks = self->field.blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      TlRouteBlock *block = &g_array_index (blocks, TlRouteBlock, i);

      for (guint j = 1; j < self->path->len && !block->is_given_up; j++)
        {
          TlPoint from = g_array_index (self->path, TlPoint, j - 1);
          TlPoint to = g_array_index (self->path, TlPoint, j);
          TlPoint bend[] = { from, from, to, to };

          block->is_given_up = tl_route_block_is_in_way (block, bend, 0);
        }
    }
}

/* Makes the way that was found smooth. */
static guint
smooth (TlRoutes         *self,
        const TlRoutePort ports[2],
        guint             n_expected)
{
  guint n_crossed;

  g_array_set_size (self->moved, 0);
  g_array_append_vals (self->moved, self->path->data, self->path->len);
  tl_route_path_spread (self->moved, &self->field);
  tl_route_curve_follow (&self->curve, &self->field, ports,
                         &g_array_index (self->moved, TlPoint, 0), self->moved->len, TRUE);
  n_crossed = tl_route_curve_count_crossed (&self->curve, &self->field);
  if (n_crossed <= n_expected)
    return n_crossed;

  tl_route_curve_follow (&self->curve, &self->field, ports,
                         &g_array_index (self->path, TlPoint, 0), self->path->len, FALSE);

  return tl_route_curve_count_crossed (&self->curve, &self->field);
}

static guint
count_given_up (const TlRoutes *self)
{
  guint n = 0;

  for (guint i = 0; i < self->field.blocks->len; i++)
    {
      const TlRouteBlock *block = &g_array_index (self->field.blocks, TlRouteBlock, i);

      n += block->is_given_up && !block->is_mark;
    }

  return n;
}

/* There is no way around everything. */
static TlRoute *
go_through (TlRoutes *self)
{
  TlRoutePort ports[2] = { self->field.ports[0][0], self->field.ports[1][0] };
  guint n_crossed = G_MAXUINT;

  if (tl_route_search (&self->search, &self->grid, &self->field, TRUE, ports, self->path))
    {
      give_up_crossed (self);
      n_crossed = smooth (self, ports, count_given_up (self));
    }

  /* A plain curve is better than one with bends that also crosses. */
  if (tl_route_curve_direct (&self->curve, &self->field, n_crossed))
    return make_route (self, tl_route_curve_count_crossed (&self->curve, &self->field));
  if (n_crossed != G_MAXUINT)
    return make_route (self, smooth (self, ports, count_given_up (self)));

  tl_route_curve_begin (&self->curve, &ports[0]);
  tl_route_curve_line (&self->curve, ports[1].outer);
  tl_route_curve_finish (&self->curve, &ports[1]);

  return make_route (self, tl_route_curve_count_crossed (&self->curve, &self->field));
}

/**
 * tl_routes_find:
 * @self: ways
 * @from: the mark to start at, a disc or a bar
 * @to: the mark to end at
 *
 * Finds a way for a link from one mark to another, from the middle of a side
 * of a disc or somewhere along that of a bar, 2 px off. It leaves and arrives
 * at right angles. What lies over a mark, as the card beside it does, is left
 * by the straight way; for the rest of the way it counts as an obstacle.
 *
 * The outcome depends on nothing but the obstacles and the marks, and moves
 * along when they all move. Where there is a way that is clear of all
 * obstacles, one such is found; among very many (about 500 near the two
 * marks) only if it does not lead too far around.
 *
 * Returns: (transfer full): the way
 */
TlRoute *
tl_routes_find (TlRoutes     *self,
                const TlRect *from,
                const TlRect *to)
{
  double around = first_around;
  TlRoutePort ports[2];

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (from != NULL && isfinite (from->x + from->y + from->width + from->height), NULL);
  g_return_val_if_fail (to != NULL && isfinite (to->x + to->y + to->width + to->height), NULL);

  while (TRUE)
    {
      gboolean is_all = tl_route_field_fill (&self->field, self->obstacles, self->n_obstacles,
                                             &self->within, from, to, around);

      if (around == first_around && tl_route_curve_direct (&self->curve, &self->field, 0))
        return make_route (self, 0);

      if (tl_route_grid_fill (&self->grid, &self->field, around))
        is_all = FALSE;
      if (tl_route_search (&self->search, &self->grid, &self->field, FALSE, ports, self->path))
        return make_route (self, smooth (self, ports, 0));
      if (is_all || (around > largest_around && self->field.blocks->len > MOST_BLOCKS))
        return go_through (self);

      around *= more_around;
    }
}
