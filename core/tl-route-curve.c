/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-route-private.h"

#include <math.h>

/* A way while it is being made, and what it runs through. */

enum
{
  FEWEST_STEPS = 8,
  MOST_STEPS = 48,
};

/* Touching is not crossing. */
static const double touch = 1.0 / 256;

/* Shorter lines are left out. */
static const double shortest = 1.0 / 1024;

static TlPoint
get_last (const TlRouteCurve *self)
{
  return g_array_index (self->points, TlPoint, self->points->len - 1);
}

void
tl_route_curve_bend (TlRouteCurve *self,
                     TlPoint       first,
                     TlPoint       second,
                     TlPoint       to)
{
  TlPoint points[] = { first, second, to };

  g_array_append_vals (self->points, points, G_N_ELEMENTS (points));
}

void
tl_route_curve_line (TlRouteCurve *self,
                     TlPoint       to)
{
  TlPoint last = get_last (self);
  TlPoint first = { last.x + (to.x - last.x) / 3, last.y + (to.y - last.y) / 3 };
  TlPoint second = { to.x - (to.x - last.x) / 3, to.y - (to.y - last.y) / 3 };

  if (fabs (to.x - last.x) > shortest || fabs (to.y - last.y) > shortest)
    tl_route_curve_bend (self, first, second, to);
}

/*
 * tl_route_curve_begin:
 * @self: a curve
 * @from: where it starts
 *
 * Starts anew, and leaves what lies over the mark.
 */
void
tl_route_curve_begin (TlRouteCurve      *self,
                      const TlRoutePort *from)
{
  g_array_set_size (self->points, 0);
  g_array_append_val (self->points, from->point);
  tl_route_curve_line (self, from->outer);
  self->starts_straight = self->points->len > 1 && !from->is_far;
  self->ends_straight = FALSE;
}

/*
 * tl_route_curve_finish:
 * @self: a curve
 * @to: where it ends; the curve has to have got to the outer point
 */
void
tl_route_curve_finish (TlRouteCurve      *self,
                       const TlRoutePort *to)
{
  guint n_points = self->points->len;

  tl_route_curve_line (self, to->point);
  self->ends_straight = self->points->len > n_points && !to->is_far;
}

/* Whether a line runs through the inside of a box, by clipping it to one
 * pair of sides after the other (Liang and Barsky, 1984). */
static gboolean
line_crosses (TlPoint           from,
              TlPoint           to,
              const TlRouteBox *box)
{
  double enters = 0;
  double leaves = 1;

  for (TlRouteAxis axis = 0; axis < 2; axis++)
    {
      double start = tl_route_along (from, axis);
      double step = tl_route_along (to, axis) - start;

      if (step == 0)
        {
          if (start <= box->low[axis] || start >= box->high[axis])
            return FALSE;
        }
      else
        {
          double low = (box->low[axis] - start) / step;
          double high = (box->high[axis] - start) / step;
          double first = MIN (low, high);
          double last = MAX (low, high);

          enters = MAX (enters, first);
          leaves = MIN (leaves, last);
        }
    }

  return enters < leaves;
}

static TlPoint
point_on_bend (const TlPoint *bend,
               double         t)
{
  double a = (1 - t) * (1 - t) * (1 - t);
  double b = 3 * (1 - t) * (1 - t) * t;
  double c = 3 * (1 - t) * t * t;
  double d = t * t * t;
  TlPoint point = {
    a * bend[0].x + b * bend[1].x + c * bend[2].x + d * bend[3].x,
    a * bend[0].y + b * bend[1].y + c * bend[2].y + d * bend[3].y,
  };

  return point;
}

/* The box that a piece is in, with its control points. */
static TlRouteBox
enclose (const TlPoint *bend)
{
  TlRouteBox box;

  for (TlRouteAxis axis = 0; axis < 2; axis++)
    {
      box.low[axis] = box.high[axis] = tl_route_along (bend[0], axis);
      for (guint i = 1; i < 4; i++)
        {
          double place = tl_route_along (bend[i], axis);

          box.low[axis] = MIN (box.low[axis], place);
          box.high[axis] = MAX (box.high[axis], place);
        }
    }

  return box;
}

static TlRouteBox
grow_box (const TlRouteBox *box,
          double            by)
{
  TlRouteBox grown = { { box->low[0] - by, box->low[1] - by },
                       { box->high[0] + by, box->high[1] + by } };

  return grown;
}

static gboolean
bend_crosses (const TlPoint    *bend,
              const TlRouteBox *reach,
              const TlRouteBox *box)
{
  double size = reach->high[0] - reach->low[0] + reach->high[1] - reach->low[1];
  gboolean is_line = reach->low[0] == reach->high[0] || reach->low[1] == reach->high[1];
  guint n_steps = is_line ? 1 : (guint) CLAMP (size / 12, FEWEST_STEPS, MOST_STEPS);
  TlPoint last = bend[0];

  for (TlRouteAxis axis = 0; axis < 2; axis++)
    if (reach->low[axis] >= box->high[axis] || reach->high[axis] <= box->low[axis])
      return FALSE;

  for (guint i = 1; i <= n_steps; i++)
    {
      TlPoint next = point_on_bend (bend, (double) i / n_steps);

      if (line_crosses (last, next, box))
        return TRUE;
      last = next;
    }

  return FALSE;
}

/*
 * tl_route_block_is_in_way:
 * @self: an obstacle or a mark
 * @bend: (array fixed-size=4): one piece
 * @margin: how far to stay away from it, unless it lies over one of the marks
 *
 * Returns: whether the piece does not
 */
gboolean
tl_route_block_is_in_way (const TlRouteBlock *self,
                          const TlPoint      *bend,
                          double              margin)
{
  TlRouteBox reach = enclose (bend);
  TlRouteBox box = grow_box (&self->box, self->is_own || margin == 0 ? -touch : margin);

  return bend_crosses (bend, &reach, &box);
}

/*
 * tl_route_bend_is_clear:
 * @field: what to keep clear of
 * @bend: (array fixed-size=4): one piece
 * @margin: how far to stay away from all but what lies over the marks
 *
 * Returns: whether the piece is clear of everything, but for what there is
 *   no way around
 */
gboolean
tl_route_bend_is_clear (const TlRouteField *field,
                        const TlPoint      *bend,
                        double              margin)
{
  for (guint i = 0; i < field->blocks->len; i++)
    {
      const TlRouteBlock *block = &g_array_index (field->blocks, TlRouteBlock, i);

      if (!block->is_given_up && tl_route_block_is_in_way (block, bend, margin))
        return FALSE;
    }

  return TRUE;
}

/* Whether a piece only leaves or reaches a mark through what lies over it. */
static gboolean
is_straight_end (const TlRouteCurve *self,
                 guint               i)
{
  return (self->starts_straight && i == 0) || (self->ends_straight && i + 4 == self->points->len);
}

static gboolean
crosses_block (const TlRouteCurve *self,
               const TlRouteBlock *block,
               double              margin)
{
  for (guint i = 0; i + 3 < self->points->len; i += 3)
    if (!block->is_own || !is_straight_end (self, i))
      if (tl_route_block_is_in_way (block, &g_array_index (self->points, TlPoint, i), margin))
        return TRUE;

  return FALSE;
}

gboolean
tl_route_curve_is_clear (const TlRouteCurve *self,
                         const TlRouteField *field,
                         double              margin)
{
  for (guint i = 0; i < field->blocks->len; i++)
    if (crosses_block (self, &g_array_index (field->blocks, TlRouteBlock, i), margin))
      return FALSE;

  return TRUE;
}

guint
tl_route_curve_count_crossed (const TlRouteCurve *self,
                              const TlRouteField *field)
{
  guint n_crossed = 0;

  for (guint i = 0; i < field->blocks->len; i++)
    {
      const TlRouteBlock *block = &g_array_index (field->blocks, TlRouteBlock, i);

      if (!block->is_mark && crosses_block (self, block, 0))
        n_crossed++;
    }

  return n_crossed;
}
