/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-route-private.h"

#include <math.h>

/* A way that was found follows lines close to obstacles. Here each of its
 * pieces, but for the first and the last, is moved to where it has room, so
 * that the way bends in the middle between things and the arrow has a
 * straight piece to stand on. No piece is moved past an obstacle. */

/* From what a piece passes. */
static const double comfortable = 12;

/* Before the first bend and after the last. */
static const double end_length = 18;

/* Between how far a piece may be moved. */
typedef struct
{
  double low;
  double high;
} Span;

static gboolean
span_is_empty (const Span *span)
{
  return span->high <= span->low;
}

/* How far a piece from @from to @to can move to both sides. */
static Span
measure_corridor (const TlRouteField *field,
                  TlPoint             from,
                  TlPoint             to,
                  TlRouteAxis         across)
{
  Span corridor = { field->bounds.low[across], field->bounds.high[across] };
  double here = tl_route_along (from, across);
  double a = tl_route_along (from, 1 - across);
  double b = tl_route_along (to, 1 - across);
  double first = MIN (a, b);
  double last = MAX (a, b);

  for (guint i = 0; i < field->blocks->len; i++)
    {
      const TlRouteBlock *block = &g_array_index (field->blocks, TlRouteBlock, i);
      double low = block->box.low[across];
      double high = block->box.high[across];

      if (block->is_given_up || block->box.low[1 - across] >= last || block->box.high[1 - across] <= first)
        continue;

      if (high <= here)
        corridor.low = MAX (corridor.low, high);
      else if (low >= here)
        corridor.high = MIN (corridor.high, low);
    }

  return corridor;
}

/* Keeps away from both sides, or halfway between. */
static Span
shrink_span (const Span *span,
             double      by)
{
  double room = (span->high - span->low) / 2;
  double least = MIN (by, room);
  Span inner = { span->low + least, span->high - least };

  return inner;
}

static double
keep_within (double      at,
             const Span *span)
{
  return CLAMP (at, span->low, span->high);
}

/* Where a piece would best be: between the two that it joins if it is a step
 * from one to the other, and a little out if the way turns back with it. */
static double
find_best_place (double before,
                 double here,
                 double after,
                 double first_length,
                 double last_length)
{
  double out;

  if ((here > before) != (after > here))
    {
      double sign = here > before ? 1 : -1;
      double first = sign * before + first_length;
      double last = sign * after + last_length;

      out = MAX (first, last);
      return sign * out;
    }

  if (fabs (after - before) < first_length + last_length)
    return before + (after - before) * first_length / (first_length + last_length);

  return (before + after) / 2;
}

/* Between the two neighbours, lest one of them turns around. */
static Span
limit_to_shape (double before,
                double here,
                double after)
{
  Span span = { -G_MAXDOUBLE, G_MAXDOUBLE };
  double low = MIN (before, after);
  double high = MAX (before, after);

  if (here > low)
    span.low = here > high ? high : low;
  if (here < high)
    span.high = here < low ? low : high;

  return span;
}

static void
move_piece (TlPoint            *points,
            guint               n_points,
            guint               i,
            const TlRouteField *field)
{
  TlRouteAxis across = points[i].x == points[i + 1].x ? 0 : 1;
  double before = tl_route_along (points[i - 1], across);
  double here = tl_route_along (points[i], across);
  double after = tl_route_along (points[i + 2], across);
  Span corridor = measure_corridor (field, points[i], points[i + 1], across);
  Span shape = limit_to_shape (before, here, after);
  Span inner = shrink_span (&corridor, comfortable);
  double first_length = i == 1 ? end_length : comfortable;
  double last_length = i + 3 == n_points ? end_length : comfortable;
  double place = find_best_place (before, here, after, first_length, last_length);

  if (span_is_empty (&corridor))
    return;

  place = keep_within (place, &inner);
  if (place <= shape.low || place >= shape.high)
    return;

  points[i] = tl_route_point (across, place, tl_route_along (points[i], 1 - across));
  points[i + 1] = tl_route_point (across, place, tl_route_along (points[i + 1], 1 - across));
}

/*
 * tl_route_path_spread:
 * @path: the corners of a way, from the one end to the other
 * @field: what it keeps clear of
 *
 * Gives the way room wherever there is some.
 */
void
tl_route_path_spread (GArray             *path,
                      const TlRouteField *field)
{
  TlPoint *points = &g_array_index (path, TlPoint, 0);

  /* The second time neighbours have moved. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 1; i + 2 < path->len; i++)
      move_piece (points, path->len, i, field);
}
