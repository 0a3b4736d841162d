/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

#include "tl-event-words.h"

#include <math.h>

/* What connects: events with the lanes of their further actors, and events
 * with each other.
 */

#define TIE_RING   3.0
#define TIE_MARGIN (TL_LANE_PAD / 2)
#define ARROW      8.0
#define ARROW_HALF 3.8

/* Between two links that connect the same events. */
#define TWIN_GAP 5.0

/* Quiet until one of their ends is selected. */
#define QUIET 0.75

static double
get_tie_x (const TlLayoutPainter *painter,
           const TlPlaced        *placed)
{
  double x = placed->mark.anchor;

  if (placed->mark.kind == TL_MARK_BAR)
    x = MIN (MAX (placed->mark.solid0, 0) + 9, (placed->mark.x0 + placed->mark.x1) / 2);

  return painter->left + x;
}

/* From the edge of its own lane's mark to a ring just inside of the other
 * lane, where no card stands. */
static void
draw_tie (const TlLayoutPainter *painter,
          const TlPlaced        *placed,
          const TlMarkStyle     *style,
          guint32                band_index)
{
  const TlLaneBand *band = tl_layout_get_band (painter->layout, band_index);
  const TlTheme *theme = painter->layout->options.drawing.theme;
  gboolean is_above = band_index < placed->lane;
  double x = get_tie_x (painter, placed);
  double half = placed->mark.kind == TL_MARK_BAR ? TL_BAR_HEIGHT / 2 : style->radius;
  double from = painter->top + placed->y + (is_above ? -half : half);
  double to = painter->top + (is_above ? band->y + band->height - TIE_MARGIN : band->y + TIE_MARGIN);
  double end = is_above ? to + TIE_RING : to - TIE_RING;
  const TlPen line = { .stroke = style->hue.fill, .line_width = 1.25 };
  const TlPen ring = {
    .fill = band_index % 2 == 0 ? theme->lane_even : theme->lane_odd,
    .stroke = style->hue.fill,
    .line_width = 1.5,
  };

  tl_scene_add_line (painter->scene, x, from, x, end, &line);
  tl_scene_add_circle (painter->scene, x, to, TIE_RING, &ring);
}

static guint32
get_band_of (const TlLayout *self,
             guint32         actor)
{
  guint32 lane = tl_timeline_get_actors (self->options.drawing.timeline, NULL)[actor].lane;

  return lane != TL_NONE ? self->band_of_lane[lane] : TL_NONE;
}

/* Whether one of the actors before this one has the same lane. */
static gboolean
is_tied_already (const TlLayout *self,
                 const guint32  *actors,
                 guint           number)
{
  guint32 band = get_band_of (self, actors[number]);

  for (guint i = 1; i < number; i++)
    if (get_band_of (self, actors[i]) == band)
      return TRUE;

  return FALSE;
}

static void
draw_ties_of (const TlLayoutPainter *painter,
              const TlPlaced        *placed)
{
  const TlLayout *self = painter->layout;
  const TlEvent *event = tl_layout_get_event (self, placed->event);
  const guint32 *actors = tl_timeline_get_indices (self->options.drawing.timeline, event->actors);
  TlMarkStyle style = tl_layout_get_mark_style (self, placed);
  TlSceneItem *item = NULL;

  for (guint i = 1; i < event->actors.count; i++)
    {
      guint32 band = get_band_of (self, actors[i]);

      if (band == TL_NONE || band == placed->lane || is_tied_already (self, actors, i))
        continue;
      if (item == NULL)
        {
          item = tl_scene_begin_item (painter->scene, TL_ITEM_TIE, placed->event);
          item->opacity = tl_layout_get_fade (self, placed).whole
                          * (tl_layout_is_dimmed (painter, placed->event) ? TL_DIMMED : 1);
          tl_layout_clip (painter, item);
        }
      draw_tie (painter, placed, &style, band);
    }
}

/**
 * tl_layout_draw_ties:
 * @painter: what is being drawn
 *
 * Ties events to the lanes of their further actors.
 */
void
tl_layout_draw_ties (const TlLayoutPainter *painter)
{
  for (guint i = 0; i < painter->visible->len; i++)
    draw_ties_of (painter, &painter->layout->placed[g_array_index (painter->visible, guint32, i)]);
}

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

static TlPoint
get_last_but_one (const TlRoute *route)
{
  const TlPoint *points = (gconstpointer) route->curves->data;

  for (guint i = route->curves->len - 1; i > 0; i--)
    if (hypot (points[i - 1].x - points[route->curves->len - 1].x,
               points[i - 1].y - points[route->curves->len - 1].y) > 0.5)
      return points[i - 1];

  return route->start;
}

static void
draw_arrow (const TlLayoutPainter *painter,
            const TlRoute         *route,
            TlRgba                 colour)
{
  TlPoint tip = g_array_index (route->curves, TlPoint, route->curves->len - 1);
  TlPoint before = get_last_but_one (route);
  double length = MAX (hypot (tip.x - before.x, tip.y - before.y), 1e-6);
  double dx = (tip.x - before.x) / length;
  double dy = (tip.y - before.y) / length;
  const TlPen pen = { .fill = colour };
  double x = painter->left + tip.x;
  double y = painter->top + tip.y;

  tl_scene_move_to (painter->scene, x, y);
  tl_scene_line_to (painter->scene, x - ARROW * dx - ARROW_HALF * dy, y - ARROW * dy + ARROW_HALF * dx);
  tl_scene_line_to (painter->scene, x - ARROW * dx + ARROW_HALF * dy, y - ARROW * dy - ARROW_HALF * dx);
  tl_scene_close_path (painter->scene);
  tl_scene_add_path (painter->scene, &pen);
}

/* The middle of the piece in the middle. */
static TlPoint
get_middle (const TlRoute *route)
{
  guint piece = route->curves->len / 3 / 2;
  const TlPoint *points = &g_array_index (route->curves, TlPoint, piece * 3);
  TlPoint from = piece == 0 ? route->start : points[-1];
  TlPoint middle = {
    (from.x + 3 * points[0].x + 3 * points[1].x + points[2].x) / 8,
    (from.y + 3 * points[0].y + 3 * points[1].y + points[2].y) / 8,
  };

  return middle;
}

static void
draw_route (const TlLayoutPainter *painter,
            const TlRoute         *route,
            const TlLink          *link,
            TlRgba                 colour,
            double                 width)
{
  const TlPen pen = { .stroke = colour, .line_width = width, .dash = tl_link_kind_get_dash (link->kind) };
  const TlPoint *points = (gconstpointer) route->curves->data;
  double x = painter->left;
  double y = painter->top;

  tl_scene_move_to (painter->scene, x + route->start.x, y + route->start.y);
  for (guint i = 0; i + 2 < route->curves->len; i += 3)
    tl_scene_curve_to (painter->scene, x + points[i].x, y + points[i].y, x + points[i + 1].x, y + points[i + 1].y,
                       x + points[i + 2].x, y + points[i + 2].y);
  tl_scene_add_path (painter->scene, &pen);
  draw_arrow (painter, route, colour);

  if (link->status == TL_STATUS_DENIED || link->status == TL_STATUS_DISPUTED)
    {
      TlPoint middle = get_middle (route);

      tl_card_draw_alert (&painter->layout->options.drawing, x + middle.x, y + middle.y, painter->scene);
    }
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
  arrives = get_direction (get_last_but_one (route), points[route->curves->len - 1]);
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

/* The way of a link is found once, when it is drawn first. */
static const TlRoute *
get_way (TlLayout *self,
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

/* The way of a link in the layout that a blend has it from, drawn out to
 * where its ends are now. */
static TlRoute *
make_follow (const TlLayout     *self,
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

static gboolean
is_link_selected (const TlLayoutPainter *painter,
                  const TlPlacedLink    *link)
{
  const TlPlaced *placed = painter->layout->placed;
  guint32 selected = painter->view->selected;

  return selected != TL_NONE && (selected == placed[link->from].event || selected == placed[link->to].event);
}

static void
draw_link (const TlLayoutPainter *painter,
           guint32                index)
{
  TlLayout *self = (TlLayout *) painter->layout;
  const TlPlacedLink *placed = &g_array_index (self->links, TlPlacedLink, index);
  const TlPlaced *from = &self->placed[placed->from];
  const TlDrawing *drawing = &self->options.drawing;
  const TlEvent *event = tl_layout_get_event (self, from->event);
  const TlLink *link = &tl_timeline_get_links (drawing->timeline, event->links)[placed->number];
  gboolean is_selected = is_link_selected (painter, placed);
  const TlRoute *route = get_way (self->link_layout != NULL ? self->link_layout : self, index);
  g_autoptr (TlRoute) followed = self->link_layout != NULL ? make_follow (self, route, placed) : NULL;
  g_autofree char *name = tl_event_describe_link (drawing, event, link);
  g_autofree char *id = g_strdup_printf ("link-%s-%u", tl_timeline_get_text (drawing->timeline, event->id),
                                         placed->number + 1);
  TlSceneItem *item;

  if (route->curves->len < 3)
    return;

  item = tl_scene_begin_item (painter->scene, TL_ITEM_LINK, event->links.first + placed->number);
  item->id = tl_scene_keep_text (painter->scene, id);
  item->name = tl_scene_keep_text (painter->scene, name);
  item->description = tl_scene_keep_text (painter->scene, tl_timeline_get_text (drawing->timeline, link->note));
  if (!is_selected)
    item->opacity = painter->view->selected != TL_NONE ? TL_DIMMED / 2 : QUIET;
  item->opacity *= self->link_opacity;
  tl_layout_clip (painter, item);
  draw_route (painter, followed != NULL ? followed : route, link, is_selected ? drawing->theme->accent : drawing->theme->link,
              is_selected ? 2 : 1.25);
}

/**
 * tl_layout_get_link_rank:
 * @self: a layout
 * @link: one of its links
 *
 * Returns: the importance of the less important of its ends
 */
guint
tl_layout_get_link_rank (const TlLayout     *self,
                         const TlPlacedLink *link)
{
  guint from = tl_layout_get_event (self, self->placed[link->from].event)->importance;
  guint to = tl_layout_get_event (self, self->placed[link->to].event)->importance;

  return MIN (from, to);
}

/**
 * tl_layout_draw_links:
 * @painter: what is being drawn
 *
 * Adds an item for each link that reaches into the view: where the layout
 * has very many, for those between important events, and for those of what
 * is selected.
 */
void
tl_layout_draw_links (const TlLayoutPainter *painter)
{
  const TlLayout *self = painter->layout;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (self->link_opacity <= 0)
    return;

  tl_intervals_find (self->link_intervals, painter->view->x, painter->view->x + painter->lanes.width, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint32 index = g_array_index (found, guint32, i);
      const TlPlacedLink *link = &g_array_index (self->links, TlPlacedLink, index);

      if (tl_layout_get_link_rank (self, link) >= self->link_rank || is_link_selected (painter, link))
        draw_link (painter, index);
    }
}
