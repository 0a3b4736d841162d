/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-route-private.h"

#include <math.h>

/* A way with corners becomes a smooth curve. From where it has got to, one
 * sweep goes as far along the way as it can while it stays clear: an S to
 * where the way goes on in the same direction, a quarter turn to where it
 * goes on across. Where no sweep fits, the next corner is rounded, as much
 * as there is room for. */

/* At the corners. */
static const double longest_radius = 72;
static const double smallest_radius = 1.0 / 64;

/* The longer half of a rounded corner by its shorter half. */
static const double longest_by_shorter = 3;

/* From what a curve passes, where there is that much room. */
static const double margin = 4;

/* Kept straight before the end, for the arrow. */
static const double arrow_length = 7;

/* Handles of a quarter of a circle, as a part of its radius: 4/3 (√2 - 1). */
static const double quarter = 0.5523;

typedef struct
{
  TlRouteCurve       *curve;
  const TlRouteField *field;
  const TlPoint      *path;
  guint               n_points;
} Rounding;

static double
get_length (TlPoint from,
            TlPoint to)
{
  return fabs (to.x - from.x) + fabs (to.y - from.y);
}

/* Returns: the point @by away from @from on the way to @to */
static TlPoint
go_towards (TlPoint from,
            TlPoint to,
            double  by)
{
  double length = get_length (from, to);
  double part = length > 0 ? by / length : 0;
  TlPoint point = { from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part };

  return point;
}

static TlPoint
get_position (const Rounding *self)
{
  return g_array_index (self->curve->points, TlPoint, self->curve->points->len - 1);
}

/* How far a curve may come along the piece after a corner: to the middle, so
 * that something is left for the next, and at the end as far as the arrow. */
static double
get_room_after (const Rounding *self,
                guint           corner)
{
  double length = get_length (self->path[corner], self->path[corner + 1]);
  double arrow = MIN (arrow_length, length / 2);

  return corner + 2 == self->n_points ? length - arrow : length / 2;
}

static gboolean
add_if_clear (Rounding *self,
              TlPoint   start,
              TlPoint   first,
              TlPoint   second,
              TlPoint   end,
              double    away)
{
  TlPoint bend[] = { start, first, second, end };

  if (!tl_route_bend_is_clear (self->field, bend, away))
    return FALSE;

  tl_route_curve_line (self->curve, start);
  tl_route_curve_bend (self->curve, first, second, end);

  return TRUE;
}

static TlPoint
get_direction (TlPoint from,
               TlPoint to)
{
  TlPoint direction = { (to.x > from.x) - (to.x < from.x), (to.y > from.y) - (to.y < from.y) };

  return direction;
}

static double
project (TlPoint from,
         TlPoint to,
         TlPoint direction)
{
  return (to.x - from.x) * direction.x + (to.y - from.y) * direction.y;
}

static TlPoint
go_along (TlPoint from,
          TlPoint direction,
          double  by)
{
  TlPoint point = { from.x + direction.x * by, from.y + direction.y * by };

  return point;
}

/* One curve between two points with their directions. */
static gboolean
add_sweep (Rounding *self,
           TlPoint   start,
           TlPoint   out,
           TlPoint   end,
           TlPoint   in)
{
  double ahead = project (start, end, out);
  double first_handle, last_handle;

  if (out.x == in.x && out.y == in.y)
    {
      double aside = get_length (start, end) - ahead;

      if (ahead < 8 || ahead < 0.6 * aside)
        return FALSE;
      first_handle = last_handle = ahead / 2;
    }
  else
    {
      double on = project (start, end, in);
      double shorter = MIN (ahead, on);

      if (out.x * in.x + out.y * in.y != 0 || shorter < 12)
        return FALSE;
      if (ahead > longest_by_shorter * on)
        start = go_along (start, out, ahead - longest_by_shorter * on);
      if (on > longest_by_shorter * ahead)
        end = go_along (end, in, longest_by_shorter * ahead - on);
      first_handle = project (start, end, out) * quarter;
      last_handle = project (start, end, in) * quarter;
    }

  return add_if_clear (self, start, go_along (start, out, first_handle),
                       go_along (end, in, -last_handle), end, margin);
}

/* Returns: the corner before the piece that the sweep got to, 0 if there is
 *   none that is clear */
static guint
sweep_far (Rounding *self,
           guint     corner)
{
  const TlPoint *path = self->path;
  TlPoint position = get_position (self);
  TlPoint out = get_direction (position, path[corner]);
  TlPoint halfway = go_towards (position, path[corner], get_length (position, path[corner]) / 2);

  for (guint last = self->n_points - 2; last > corner; last--)
    {
      TlPoint in = get_direction (path[last], path[last + 1]);
      double room = get_room_after (self, last);

      for (guint try = 0; try < 4; try++)
        {
          TlPoint start = try & 2 ? halfway : position;
          TlPoint end = go_towards (path[last], path[last + 1], try & 1 ? room / 2 : room);

          if (add_sweep (self, start, out, end, in))
            return last;
        }
    }

  return 0;
}

static void
add_corner (Rounding *self,
            guint     corner)
{
  const TlPoint *path = self->path;
  double before = get_length (get_position (self), path[corner]);
  double after = get_room_after (self, corner);
  double shorter = MIN (before, after);
  double longest = MIN (longest_by_shorter * shorter, longest_radius);

  before = MIN (before, longest);
  after = MIN (after, longest);
  for (double part = 1;; part *= 0.75)
    {
      TlPoint start = go_towards (path[corner], path[corner - 1], before * part);
      TlPoint end = go_towards (path[corner], path[corner + 1], after * part);
      TlPoint first = go_towards (start, path[corner], before * part * quarter);
      TlPoint second = go_towards (end, path[corner], after * part * quarter);

      /* Nothing is that near a corner. */
      if (shorter * part < smallest_radius)
        {
          tl_route_curve_line (self->curve, start);
          tl_route_curve_bend (self->curve, first, second, end);
          return;
        }
      if (add_if_clear (self, start, first, second, end, shorter * part < 10 ? 0 : margin - 1))
        return;
    }
}

/*
 * tl_route_curve_follow:
 * @self: where to put the curve
 * @field: what to keep clear of
 * @ports: (array fixed-size=2): where it starts and ends
 * @path: (array length=n_points): the corners, from outside the one to
 *   outside the other mark
 * @n_points: how many
 * @sweeping: whether curves may leave the way where they are clear of all
 */
void
tl_route_curve_follow (TlRouteCurve       *self,
                       const TlRouteField *field,
                       const TlRoutePort   ports[2],
                       const TlPoint      *path,
                       guint               n_points,
                       gboolean            sweeping)
{
  Rounding rounding = { self, field, path, n_points };

  tl_route_curve_begin (self, &ports[0]);
  for (guint corner = 1; corner + 1 < n_points; corner++)
    {
      guint last = sweeping ? sweep_far (&rounding, corner) : 0;

      if (last > 0)
        corner = last;
      else
        add_corner (&rounding, corner);
    }
  tl_route_curve_line (self, path[n_points - 1]);
  tl_route_curve_finish (self, &ports[1]);
}
