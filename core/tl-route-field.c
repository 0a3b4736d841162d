/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-route-private.h"

#include <math.h>

/* What is near the two ends of a way, in numbers of its own. */

static double
round_length (double length)
{
  return rint (length * 4096) / 4096;
}

static TlRouteBox
make_box (const TlRect *rect,
          TlPoint       origin)
{
  TlRouteBox box = {
    { round_length (rect->x - origin.x), round_length (rect->y - origin.y) },
    { round_length (rect->x + rect->width - origin.x),
      round_length (rect->y + rect->height - origin.y) },
  };

  return box;
}

static gboolean
box_overlaps (const TlRouteBox *a,
              const TlRouteBox *b)
{
  return a->low[0] < b->high[0] && b->low[0] < a->high[0]
         && a->low[1] < b->high[1] && b->low[1] < a->high[1];
}

static gboolean
box_contains (const TlRouteBox *a,
              const TlRouteBox *b)
{
  return a->low[0] <= b->low[0] && b->high[0] <= a->high[0]
         && a->low[1] <= b->low[1] && b->high[1] <= a->high[1];
}

/* Returns: whether this is as much as the way may use at all */
static gboolean
set_bounds (TlRouteField *self,
            const TlRect *within,
            double        around)
{
  TlRouteBox all = make_box (within, self->origin);
  const TlRouteBox *marks = self->marks;

  for (TlRouteAxis axis = 0; axis < 2; axis++)
    {
      self->bounds.low[axis] = MIN (marks[0].low[axis], marks[1].low[axis]) - around;
      self->bounds.high[axis] = MAX (marks[0].high[axis], marks[1].high[axis]) + around;
      self->bounds.low[axis] = MAX (self->bounds.low[axis], all.low[axis]);
      self->bounds.high[axis] = MIN (self->bounds.high[axis], all.high[axis]);
    }

  return box_contains (&self->bounds, &all);
}

static void
add_obstacles (TlRouteField *self,
               const TlRect *obstacles,
               guint         n_obstacles)
{
  /* A little more than what matters, decided on after rounding. */
  double left = self->origin.x + MIN (self->bounds.low[0], self->marks[0].low[0]) - 1;
  double top = self->origin.y + MIN (self->bounds.low[1], self->marks[0].low[1]) - 1;
  double right = self->origin.x + MAX (self->bounds.high[0], self->marks[0].high[0]) + 1;
  double bottom = self->origin.y + MAX (self->bounds.high[1], self->marks[0].high[1]) + 1;

  for (guint i = 0; i < n_obstacles; i++)
    {
      const TlRect *rect = &obstacles[i];
      TlRouteBlock block = { 0 };

      if (rect->x > right || rect->x + rect->width < left
          || rect->y > bottom || rect->y + rect->height < top)
        continue;

      block.box = make_box (rect, self->origin);
      block.is_own = box_overlaps (&block.box, &self->marks[0])
                     || box_overlaps (&block.box, &self->marks[1]);
      if (block.is_own || box_overlaps (&block.box, &self->bounds))
        g_array_append_val (self->blocks, block);
    }
}

/* A mark that nothing lies over is kept clear of like an obstacle. */
static void
add_mark (TlRouteField *self,
          guint         end)
{
  TlRouteBlock block = { .box = self->marks[end], .is_own = TRUE, .is_mark = TRUE };

  for (guint i = 0; i < self->blocks->len; i++)
    if (box_contains (&g_array_index (self->blocks, TlRouteBlock, i).box, &self->marks[end]))
      return;

  g_array_append_val (self->blocks, block);
}

/*
 * tl_route_field_fill:
 * @self: where to
 * @obstacles: (array length=n_obstacles): what to keep clear of
 * @n_obstacles: how many
 * @within: what the way may use
 * @from: the mark that it starts at
 * @to: the mark that it ends at
 * @around: how far around the two marks to look
 *
 * Returns: whether looking farther around would not show more
 */
gboolean
tl_route_field_fill (TlRouteField *self,
                     const TlRect *obstacles,
                     guint         n_obstacles,
                     const TlRect *within,
                     const TlRect *from,
                     const TlRect *to,
                     double        around)
{
  gboolean is_all;

  self->origin.x = from->x;
  self->origin.y = from->y;
  self->marks[0] = make_box (from, self->origin);
  self->marks[1] = make_box (to, self->origin);
  is_all = set_bounds (self, within, around);

  g_array_set_size (self->blocks, 0);
  add_obstacles (self, obstacles, n_obstacles);
  for (guint end = 0; end < 2; end++)
    add_mark (self, end);
  for (guint end = 0; end < 2; end++)
    tl_route_field_add_ports (self, end);

  return is_all;
}
