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
                          * tl_layout_get_presence (painter, placed->event);
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

static void
draw_arrow (const TlLayoutPainter *painter,
            const TlRoute         *route,
            TlRgba                 colour)
{
  TlPoint tip = g_array_index (route->curves, TlPoint, route->curves->len - 1);
  TlPoint before = tl_route_get_last_but_one (route);
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

static gboolean
is_link_selected (const TlLayoutPainter *painter,
                  const TlPlacedLink    *link)
{
  const TlPlaced *placed = painter->layout->placed;
  guint32 selected = painter->view->selected;
  const guint8 *highlighted = painter->view->highlighted;

  if (highlighted != NULL && highlighted[placed[link->from].event] && highlighted[placed[link->to].event])
    return TRUE;

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
  const TlRoute *route = tl_layout_get_way (self->link_layout != NULL ? self->link_layout : self, index);
  g_autoptr (TlRoute) followed = self->link_layout != NULL ? tl_layout_follow_way (self, route, placed) : NULL;
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
    item->opacity = tl_layout_has_focus (painter) ? drawing->theme->dim / 2 : QUIET;
  item->opacity *= self->link_opacity;
  tl_layout_clip (painter, item);
  draw_route (painter, followed != NULL ? followed : route, link,
              is_selected ? drawing->theme->accent : drawing->theme->link, is_selected ? 2 : 1.25);
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
