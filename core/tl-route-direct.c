/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-route-private.h"

#include <math.h>

/* The few curves that would be drawn if nothing were in the way: a straight
 * line, an S, a quarter turn, and a bow out of one side and back into the
 * same. */

enum
{
  MOST_CANDIDATES = 128,
};

typedef enum
{
  SHAPE_S,
  SHAPE_QUARTER,
  SHAPE_FULL_QUARTER, /* keeps closer to the corner */
  SHAPE_CORNER,
  SHAPE_BOW,
} Shape;

typedef struct
{
  Shape       shape;
  TlRoutePort ports[2];
  double      size; /* of the bow or the corner */
  double      cost;
} Candidate;

/* How far a curve keeps away from cards that it passes. */
static const double margin = 4;

static const double turn_cost = 40;

/* Handles of a quarter of a circle, as a part of its radius: 4/3 (√2 - 1). */
static const double quarter = 0.5523;

static const double bows[] = { 20, 36, 60 };
static const double corners[] = { 40, 14 };

static double
get_forward (TlPoint     from,
             TlPoint     to,
             TlRouteSide side)
{
  TlRouteAxis axis = tl_route_side_axis (side);

  return tl_route_side_sign (side) * (tl_route_along (to, axis) - tl_route_along (from, axis));
}

static TlPoint
go_out (TlPoint     from,
        TlRouteSide side,
        double      by)
{
  TlPoint point = from;

  if (tl_route_side_axis (side) == 0)
    point.x += tl_route_side_sign (side) * by;
  else
    point.y += tl_route_side_sign (side) * by;

  return point;
}

static void
build_s (TlRouteCurve    *curve,
         const Candidate *candidate)
{
  const TlRoutePort *from = &candidate->ports[0];
  const TlRoutePort *to = &candidate->ports[1];
  double handle = get_forward (from->outer, to->outer, from->side) / 2;

  if (candidate->size == 0)
    tl_route_curve_line (curve, to->outer);
  else
    tl_route_curve_bend (curve, go_out (from->outer, from->side, handle),
                         go_out (to->outer, to->side, handle), to->outer);
}

/* A turn of which the first leg is straight where it is the longer one, and
 * likewise the second, so that what is left is a quarter of an ellipse. */
static void
build_quarter (TlRouteCurve    *curve,
               const Candidate *candidate)
{
  const TlRoutePort *from = &candidate->ports[0];
  const TlRoutePort *to = &candidate->ports[1];
  double first = get_forward (from->outer, to->outer, from->side);
  double second = get_forward (to->outer, from->outer, to->side);
  double part = candidate->shape == SHAPE_FULL_QUARTER ? 0.85 : quarter;
  TlPoint start = from->outer;
  TlPoint end = to->outer;

  if (candidate->shape == SHAPE_CORNER)
    {
      start = go_out (start, from->side, first - candidate->size);
      end = go_out (end, to->side, second - candidate->size);
      first = second = candidate->size;
    }

  tl_route_curve_line (curve, start);
  tl_route_curve_bend (curve, go_out (start, from->side, first * part),
                       go_out (end, to->side, second * part), end);
  tl_route_curve_line (curve, to->outer);
}

/* Out, along, and back in on the side it came from. */
static void
build_bow (TlRouteCurve    *curve,
           const Candidate *candidate)
{
  const TlRoutePort *from = &candidate->ports[0];
  const TlRoutePort *to = &candidate->ports[1];
  TlRouteAxis axis = tl_route_side_axis (from->side);
  double ahead = get_forward (from->outer, to->outer, from->side);
  double first = candidate->size + MAX (ahead, 0);
  double second = first - ahead;
  double across = tl_route_along (to->outer, 1 - axis) - tl_route_along (from->outer, 1 - axis);
  double radius = MIN (candidate->size, fabs (across) / 2);
  double turn = copysign (radius, across);
  TlPoint start = go_out (from->outer, from->side, first - radius);
  TlPoint end = go_out (to->outer, to->side, second - radius);
  TlPoint middle = go_out (start, from->side, radius);
  TlPoint next = go_out (end, to->side, radius);

  if (axis == 0)
    middle.y += turn, next.y -= turn;
  else
    middle.x += turn, next.x -= turn;

  tl_route_curve_line (curve, start);
  tl_route_curve_bend (curve, go_out (start, from->side, radius * quarter),
                       tl_route_point (axis, tl_route_along (middle, axis),
                                       tl_route_along (middle, 1 - axis) - turn * quarter),
                       middle);
  tl_route_curve_line (curve, next);
  tl_route_curve_bend (curve,
                       tl_route_point (axis, tl_route_along (next, axis),
                                       tl_route_along (next, 1 - axis) + turn * quarter),
                       go_out (end, to->side, radius * quarter), end);
  tl_route_curve_line (curve, to->outer);
}

static void
build (TlRouteCurve    *curve,
       const Candidate *candidate)
{
  tl_route_curve_begin (curve, &candidate->ports[0]);
  if (candidate->shape == SHAPE_S)
    build_s (curve, candidate);
  else if (candidate->shape == SHAPE_BOW)
    build_bow (curve, candidate);
  else
    build_quarter (curve, candidate);
  tl_route_curve_finish (curve, &candidate->ports[1]);
}

static void
add (Candidate       *candidates,
     guint           *n_candidates,
     const Candidate *base,
     Shape            shape,
     double           size,
     double           cost)
{
  Candidate candidate = *base;
  guint at = *n_candidates;

  if (at == MOST_CANDIDATES)
    return;

  candidate.shape = shape;
  candidate.size = size;
  candidate.cost = base->cost + cost;
  for (; at > 0 && candidates[at - 1].cost > candidate.cost; at--)
    candidates[at] = candidates[at - 1];
  candidates[at] = candidate;
  ++*n_candidates;
}

static void
add_facing (Candidate       *candidates,
            guint           *n_candidates,
            const Candidate *base,
            double           forward,
            double           across)
{
  if (across == 0 && forward > 0)
    add (candidates, n_candidates, base, SHAPE_S, 0, 0);
  else if (forward >= 12 && forward * 3 >= across)
    add (candidates, n_candidates, base, SHAPE_S, 1, turn_cost * (1 + across / forward / 4));
}

static void
add_around_corner (Candidate       *candidates,
                   guint           *n_candidates,
                   const Candidate *base,
                   double           first,
                   double           second)
{
  double least = MIN (first, second);

  if (least < 10)
    return;

  add (candidates, n_candidates, base, SHAPE_QUARTER, 0, turn_cost);
  add (candidates, n_candidates, base, SHAPE_FULL_QUARTER, 0, turn_cost * 1.2);
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    if (least > corners[i])
      add (candidates, n_candidates, base, SHAPE_CORNER, corners[i], turn_cost * (1.3 + 0.1 * i));
}

static void
add_for_ports (Candidate         *candidates,
               guint             *n_candidates,
               const TlRoutePort *from,
               const TlRoutePort *to)
{
  double dx = fabs (to->outer.x - from->outer.x);
  double dy = fabs (to->outer.y - from->outer.y);
  TlRouteAxis axis = tl_route_side_axis (from->side);
  double ahead = get_forward (from->outer, to->outer, from->side);
  double back = get_forward (to->outer, from->outer, to->side);
  Candidate base = { .ports = { *from, *to }, .cost = dx + dy + from->cost + to->cost };

  if (axis != tl_route_side_axis (to->side))
    add_around_corner (candidates, n_candidates, &base, ahead, back);
  else if (from->side != to->side)
    add_facing (candidates, n_candidates, &base, ahead, axis == 0 ? dy : dx);
  else if ((axis == 0 ? dy : dx) >= 16)
    for (guint i = 0; i < G_N_ELEMENTS (bows); i++)
      add (candidates, n_candidates, &base, SHAPE_BOW, bows[i], 2 * turn_cost + 2 * bows[i]);
}

static gboolean
is_within (const TlRouteCurve *curve,
           const TlRouteBox   *bounds)
{
  for (guint i = 0; i < curve->points->len; i++)
    {
      TlPoint point = g_array_index (curve->points, TlPoint, i);

      if (point.x < bounds->low[0] || point.x > bounds->high[0]
          || point.y < bounds->low[1] || point.y > bounds->high[1])
        return FALSE;
    }

  return TRUE;
}

/*
 * tl_route_curve_direct:
 * @self: where to put it
 * @field: what to keep clear of
 * @n_crossed: how many obstacles it may run through; only where that is 0
 *   does it also keep away from them
 *
 * Returns: whether one of the curves will do; it is the best of those
 */
gboolean
tl_route_curve_direct (TlRouteCurve       *self,
                       const TlRouteField *field,
                       guint               n_crossed)
{
  Candidate candidates[MOST_CANDIDATES];
  guint n_candidates = 0;

  for (guint i = 0; i < field->n_ports[0]; i++)
    for (guint j = 0; j < field->n_ports[1]; j++)
      add_for_ports (candidates, &n_candidates, &field->ports[0][i], &field->ports[1][j]);

  for (guint i = 0; i < n_candidates; i++)
    {
      build (self, &candidates[i]);
      if (!is_within (self, &field->bounds))
        continue;
      if (n_crossed == 0 ? tl_route_curve_is_clear (self, field, margin)
                         : tl_route_curve_count_crossed (self, field) <= n_crossed)
        return TRUE;
    }

  return FALSE;
}
