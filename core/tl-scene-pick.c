/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-scene.h"

#include <math.h>

/* How far a point is from a path, and how often the path goes around it,
 * found out piece by piece. */
typedef struct
{
  TlPoint asked;
  TlPoint start;     /* of the part of the path */
  TlPoint at;        /* where it has got to */
  double  nearest;   /* squared distance to what is drawn */
  int     winding;
  guint   is_filled : 1;
} TlPathProbe;

/* Counts a crossing of the ray from the point to the right, upwards or
 * downwards. */
static void
count_crossing (TlPathProbe   *self,
                const TlPoint *to)
{
  const TlPoint *from = &self->at;
  double side;

  if ((from->y <= self->asked.y) == (to->y <= self->asked.y))
    return;

  side = (to->x - from->x) * (self->asked.y - from->y) - (self->asked.x - from->x) * (to->y - from->y);
  if (from->y <= self->asked.y && side > 0)
    self->winding++;
  else if (from->y > self->asked.y && side < 0)
    self->winding--;
}

static void
probe_line (TlPathProbe   *self,
            const TlPoint *to)
{
  self->nearest = fmin (self->nearest, tl_segment_get_distance_squared (&self->at, to, &self->asked));
  count_crossing (self, to);
  self->at = *to;
}

static TlPoint
get_curve_point (const TlPoint *p0,
                 const TlPoint *p,
                 double         t)
{
  double s = 1 - t;
  double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;

  return (TlPoint) {
    a * p0->x + b * p[0].x + c * p[1].x + d * p[2].x,
    a * p0->y + b * p[0].y + c * p[1].y + d * p[2].y,
  };
}

/* In so many straight pieces that none is further than a tenth of a pixel
 * from the curve: n = sqrt (bend / (8 * 0.1)), where the bend is at most the
 * second derivative of the curve, six times what is reckoned here. */
static void
probe_curve (TlPathProbe   *self,
             const TlPoint *points)
{
  TlPoint from = self->at;
  double bend = fmax (hypot (from.x - 2 * points[0].x + points[1].x, from.y - 2 * points[0].y + points[1].y),
                      hypot (points[0].x - 2 * points[1].x + points[2].x, points[0].y - 2 * points[1].y + points[2].y));
  double n = fmin (ceil (sqrt (6 * bend / 0.8)) + 1, 200);

  for (double i = 1; i <= n; i++)
    {
      TlPoint to = get_curve_point (&from, points, i / n);

      probe_line (self, &to);
    }
}

/* The line that a fill adds where a part of the path was left open; it is
 * filled up to, but not drawn. */
static void
end_part (TlPathProbe *self)
{
  count_crossing (self, &self->start);
}

static void
probe_path (TlPathProbe   *self,
            const TlScene *scene,
            const TlShape *shape)
{
  const guint8 *verbs = tl_scene_get_verbs (scene, shape);
  const TlPoint *points = tl_scene_get_points (scene, shape);

  self->start = self->at = points[0];
  for (guint32 i = 0; i < shape->n_verbs; i++)
    switch ((TlPathVerb) verbs[i])
      {
      case TL_VERB_MOVE:
        end_part (self);
        self->start = self->at = *points++;
        break;
      case TL_VERB_LINE:
        probe_line (self, points++);
        break;
      case TL_VERB_CURVE:
        probe_curve (self, points);
        points += 3;
        break;
      case TL_VERB_CLOSE:
      default:
        probe_line (self, &self->start);
        break;
      }
  end_part (self);
}

/* The distance from the edge of a rectangle with rounded corners: negative
 * inside of it. */
static double
get_distance_from_rect (const TlRect *rect,
                        double        radius,
                        double        x,
                        double        y)
{
  double dx = fabs (x - rect->x - rect->width / 2) - rect->width / 2 + radius;
  double dy = fabs (y - rect->y - rect->height / 2) - rect->height / 2 + radius;

  return hypot (fmax (dx, 0), fmax (dy, 0)) + fmin (fmax (dx, dy), 0) - radius;
}

/* The distance from the edge of @shape: negative inside of it. */
static double
get_distance_from_edge (const TlScene *scene,
                        const TlShape *shape,
                        double         x,
                        double         y)
{
  TlPathProbe probe = { .asked = { x, y }, .nearest = INFINITY };

  switch (shape->kind)
    {
    case TL_SHAPE_PATH:
      probe_path (&probe, scene, shape);
      return probe.winding != 0 ? -sqrt (probe.nearest) : sqrt (probe.nearest);
    case TL_SHAPE_CIRCLE:
      return hypot (x - shape->box.x - shape->radius, y - shape->box.y - shape->radius) - shape->radius;
    case TL_SHAPE_RECT:
    case TL_SHAPE_TEXT:
    default:
      return get_distance_from_rect (&shape->box, shape->radius, x, y);
    }
}

/* The distance from what is painted of @shape: 0 where it is painted. */
static double
get_distance_from_shape (const TlScene *scene,
                         const TlShape *shape,
                         double         x,
                         double         y)
{
  double edge = get_distance_from_edge (scene, shape, x, y);
  double distance = INFINITY;

  if (TL_RGBA_ALPHA (shape->pen.fill) > 0)
    distance = fmax (edge, 0);
  if (TL_RGBA_ALPHA (shape->pen.stroke) > 0)
    distance = fmin (distance, fmax (fabs (edge) - shape->pen.line_width / 2, 0));

  return distance;
}

static double
get_distance_from_item (const TlScene     *scene,
                        const TlSceneItem *item,
                        double             x,
                        double             y,
                        double             reach)
{
  const TlShape *shapes;
  TlRect near = tl_rect_grow (&item->bounds, reach + 1);
  double nearest = INFINITY;

  if (item->n_shapes == 0 || !tl_rect_contains (&near, x, y)
      || (item->has_clip && !tl_rect_contains (&item->clip, x, y)))
    return nearest;

  shapes = tl_scene_get_shapes (scene, item);
  for (guint32 i = 0; i < item->n_shapes && nearest > 0; i++)
    {
      double distance = get_distance_from_shape (scene, &shapes[i], x, y);

      nearest = fmin (nearest, distance);
    }

  return nearest;
}

/**
 * tl_scene_pick:
 * @self: a finished scene
 * @x: x of the point
 * @y: y of the point
 * @reach: how far the point may be off, in pixels
 *
 * Looks for what can be acted on: items from %TL_ITEM_EVENT on that can be
 * seen. One that is painted right under the point comes first, the topmost
 * of them; all of the box of a text counts as painted, and so do the gaps of
 * dashes. Then comes the nearest one within @reach.
 *
 * Returns: (transfer none) (nullable): the item at the point
 */
const TlSceneItem *
tl_scene_pick (const TlScene *self,
               double         x,
               double         y,
               double         reach)
{
  const TlSceneItem *found = NULL;
  const TlSceneItem *items;
  double nearest = INFINITY;
  guint n_items;

  items = tl_scene_get_items (self, &n_items);
  for (guint i = n_items; i > 0 && nearest > 0; i--)
    {
      const TlSceneItem *item = &items[i - 1];
      double distance;

      if (item->kind < TL_ITEM_EVENT || item->opacity <= 0)
        continue;
      distance = get_distance_from_item (self, item, x, y, reach);
      if (distance <= reach && distance < nearest)
        {
          found = item;
          nearest = distance;
        }
    }

  return found;
}
