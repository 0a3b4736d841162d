/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

#include <math.h>

/* The ways of links between events: how they are found in a layout, and how
 * they move in a blend.
 */

/* Between two links that connect the same events. */
#define TWIN_GAP 5.0

/* What links keep clear of: cards and discs, badges, titles in bars; not the
 * rest of bars, which they may cross. */
static TlRoutes *
make_routes (const TlLayout *self)
{
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (TlRect));
  const TlRect within = { 0, 0, self->width, self->lanes_height };

  for (guint i = 0; i < self->options.n_events; i++)
    {
      const TlPlaced *placed = &self->placed[i];

      if (placed->label == TL_LABEL_INSIDE)
        {
          TlTextBlock title;
          const TlRect label = tl_layout_place_bar_label (self, placed, &title);

          g_array_append_val (obstacles, label);
        }
      if (placed->label == TL_LABEL_CARD)
        g_array_append_vals (obstacles, placed->mark.kind == TL_MARK_BAR ? &placed->card : &placed->box, 1);
    }
  for (guint i = 0; i < self->badges->len; i++)
    g_array_append_vals (obstacles, &g_array_index (self->badges, TlBadge, i).box, 1);

  return tl_routes_new ((gconstpointer) obstacles->data, obstacles->len, &within);
}

/* Where a link leaves or arrives: a disc or a bar. */
static TlRect
get_port (const TlLayout *self,
          const TlPlaced *placed)
{
  double radius = tl_mark_get_radius (tl_layout_get_event (self, placed->event)->importance);
  double x0 = MAX (placed->mark.x0, 0);
  double x1 = MIN (placed->mark.x1, self->width);

  if (placed->mark.kind != TL_MARK_BAR)
    return (TlRect){ placed->mark.anchor - radius, placed->y - radius, 2 * radius, 2 * radius };

  return (TlRect){ x0, placed->y - TL_BAR_HEIGHT / 2, x1 - x0, TL_BAR_HEIGHT };
}

/* How many links between the same two events come before this one. */
static guint
count_twins (const TlLayout     *self,
             const TlPlacedLink *link)
{
  const TlEvent *from = tl_layout_get_event (self, self->placed[link->from].event);
  const TlEvent *to = tl_layout_get_event (self, self->placed[link->to].event);
  const TlLink *links = tl_timeline_get_links (self->options.drawing.timeline, from->links);
  const TlLink *others = tl_timeline_get_links (self->options.drawing.timeline, to->links);
  guint n_twins = 0;

  for (guint32 i = 0; i < link->number; i++)
    n_twins += links[i].to == self->placed[link->to].event;
  for (guint32 i = 0; i < to->links.count && link->to < link->from; i++)
    n_twins += others[i].to == self->placed[link->from].event;

  return n_twins;
}

/* The direction, along an axis, in which a way goes from one point to the
 * next. */
static TlPoint
get_direction (TlPoint from,
               TlPoint to)
{
  if (fabs (to.x - from.x) > fabs (to.y - from.y))
    return (TlPoint){ to.x > from.x ? 1 : -1, 0 };

  return (TlPoint){ 0, to.y > from.y ? 1 : -1 };
}

/* Moves a port to the left of a way that goes straight at it, and @on. */
static TlRect
shift_port (const TlRect *port,
            TlPoint       direction,
            double        left,
            double        on)
{
  return (TlRect){ port->x + left * direction.y + on * direction.x, port->y - left * direction.x + on * direction.y,
                   port->width, port->height };
}

/* One that answers another one goes beside it, and not on it: together they
 * would look like one with two heads. */
static TlRoute *
find_route (const TlLayout     *self,
            const TlPlacedLink *link)
{
  const TlRect start = get_port (self, &self->placed[link->from]);
  const TlRect end = get_port (self, &self->placed[link->to]);
  g_autoptr (TlRoute) route = tl_routes_find (self->routes, &start, &end);
  guint n_twins = count_twins (self, link);
  double left = (n_twins % 2 == 1) == (link->from < link->to) ? TWIN_GAP : -TWIN_GAP;
  double out = 0;
  const TlPoint *points = (gconstpointer) route->curves->data;
  TlPoint leaves, arrives;
  TlRect shifted_start, shifted_end;

  if (n_twins == 0 || route->curves->len < 3)
    return g_steal_pointer (&route);

  leaves = get_direction (route->start, points[0]);
  arrives = get_direction (tl_route_get_last_but_one (route), points[route->curves->len - 1]);
  /* A bow goes around the other one. */
  if (leaves.x == -arrives.x && leaves.y == -arrives.y)
    {
      left = leaves.x * (end.y - start.y) - leaves.y * (end.x - start.x) > 0 ? TWIN_GAP : -TWIN_GAP;
      out = TWIN_GAP;
    }
  shifted_start = shift_port (&start, leaves, left, out);
  shifted_end = shift_port (&end, arrives, left, -out);

  return tl_routes_find (self->routes, &shifted_start, &shifted_end);
}

/**
 * tl_layout_get_way:
 * @self: a layout that is no blend
 * @index: one of its links
 *
 * Finds the way of a link, once, when it is drawn first.
 *
 * Returns: (transfer none): the way, in the coordinates of the content
 */
const TlRoute *
tl_layout_get_way (TlLayout *self,
                   guint32   index)
{
  if (self->routes == NULL)
    self->routes = make_routes (self);
  if (self->ways == NULL)
    {
      self->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_route_free);
      g_ptr_array_set_size (self->ways, (int) self->links->len);
    }
  if (self->ways->pdata[index] == NULL)
    self->ways->pdata[index] = find_route (self, &g_array_index (self->links, TlPlacedLink, index));

  return self->ways->pdata[index];
}

/* Where a point between two others goes when they move. */
static TlPoint
follow (TlPoint        point,
        const TlPoint *before,
        const TlPoint *after)
{
  double x = before[1].x - before[0].x;
  double y = before[1].y - before[0].y;
  double along_x = fabs (x) > 1e-6 ? CLAMP ((point.x - before[0].x) / x, 0, 1) : 0;
  double along_y = fabs (y) > 1e-6 ? CLAMP ((point.y - before[0].y) / y, 0, 1) : 0;

  return (TlPoint){
    point.x + (after[0].x - before[0].x) * (1 - along_x) + (after[1].x - before[1].x) * along_x,
    point.y + (after[0].y - before[0].y) * (1 - along_y) + (after[1].y - before[1].y) * along_y,
  };
}

/**
 * tl_layout_follow_way:
 * @self: a blend
 * @way: the way of a link in the layout that the blend has it from
 * @link: that link
 *
 * Returns: (transfer full): the way, led on to where the ends of the link are
 *   now
 */
TlRoute *
tl_layout_follow_way (const TlLayout     *self,
                      const TlRoute      *way,
                      const TlPlacedLink *link)
{
  const TlPlaced *was = self->link_layout->placed;
  const TlPlaced *is = self->placed;
  const TlPoint before[] = { { was[link->from].mark.anchor, was[link->from].y },
                             { was[link->to].mark.anchor, was[link->to].y } };
  const TlPoint after[] = { { is[link->from].mark.anchor, is[link->from].y },
                            { is[link->to].mark.anchor, is[link->to].y } };
  TlRoute *route = g_new0 (TlRoute, 1);

  route->start = follow (way->start, before, after);
  route->curves = g_array_copy (way->curves);
  for (guint i = 0; i < route->curves->len; i++)
    g_array_index (route->curves, TlPoint, i) = follow (g_array_index (way->curves, TlPoint, i), before, after);

  return route;
}
