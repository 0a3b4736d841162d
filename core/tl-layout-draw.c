/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

/* What is drawn of a layout in one view, from the back to the front. */

/**
 * tl_layout_clip:
 * @painter: what is being drawn
 * @item: an item that scrolls with the lanes
 *
 * Keeps it within the lanes, where there is anything beyond.
 */
void
tl_layout_clip (const TlLayoutPainter *painter,
                TlSceneItem           *item)
{
  if (!painter->is_scrolled)
    return;

  item->has_clip = TRUE;
  item->clip = painter->lanes;
}

/**
 * tl_layout_has_link:
 * @self: a layout
 * @from: an event
 * @to: another
 *
 * Returns: whether the first one has a link to the other, shown or not
 */
gboolean
tl_layout_has_link (const TlLayout *self,
                    guint32         from,
                    guint32         to)
{
  const TlEvent *event = tl_layout_get_event (self, from);
  const TlLink *links = tl_timeline_get_links (self->options.drawing.timeline, event->links);

  for (guint i = 0; i < event->links.count; i++)
    if (links[i].to == to)
      return TRUE;

  return FALSE;
}

/* Whether an event is behind the one that is selected: it has no link with it
 * and is not compared with it. */
static gboolean
is_behind_selected (const TlLayoutPainter *painter,
                    guint32                event)
{
  guint32 selected = painter->view->selected;

  return selected != TL_NONE && selected != event
         && (painter->view->compared == NULL || *painter->view->compared != event)
         && !tl_layout_has_link (painter->layout, selected, event)
         && !tl_layout_has_link (painter->layout, event, selected);
}

/**
 * tl_layout_get_presence:
 * @painter: what is being drawn
 * @event: an event
 *
 * Returns: how opaque it is: less than 1 where it steps back behind what is
 *   selected or stands out
 */
double
tl_layout_get_presence (const TlLayoutPainter *painter,
                        guint32                event)
{
  const TlView *view = painter->view;
  double dim = painter->layout->options.drawing.theme->dim;
  double is, was;

  if (view->highlighted == NULL && view->were_highlighted == NULL)
    return is_behind_selected (painter, event) ? dim : 1;

  is = view->highlighted == NULL || view->highlighted[event] || view->selected == event ? 1 : dim;
  was = view->were_highlighted == NULL || view->were_highlighted[event] ? 1 : dim;

  return is + (was - is) * view->fading;
}

/**
 * tl_layout_has_focus:
 * @painter: what is being drawn
 *
 * Returns: whether something stands out, so that the rest steps back
 */
gboolean
tl_layout_has_focus (const TlLayoutPainter *painter)
{
  return painter->view->selected != TL_NONE || painter->view->highlighted != NULL;
}

/**
 * tl_layout_draw:
 * @self: a layout
 * @view: which part of it, and where
 * @scene: a scene that is being built
 *
 * Adds axis, lanes and events. Costs what is in view.
 */
void
tl_layout_draw (const TlLayout *self,
                const TlView   *view,
                TlScene        *scene)
{
  TlLayoutPainter painter = { .layout = self, .view = view, .scene = scene };

  painter.lanes = (TlRect){ view->area.x + self->gutter, view->area.y + self->head,
                            view->area.width - self->gutter, view->area.height - self->head };
  painter.left = painter.lanes.x - view->x;
  painter.top = painter.lanes.y - view->y;
  painter.is_scrolled = self->width > painter.lanes.width + 0.5 || self->lanes_height > painter.lanes.height + 0.5;
  painter.visible = g_array_new (FALSE, FALSE, sizeof (guint32));
  tl_intervals_find (self->intervals, view->x, view->x + painter.lanes.width, painter.visible);

  tl_layout_draw_ground (&painter);
  tl_layout_draw_gutter (&painter);
  tl_layout_draw_ties (&painter);
  tl_layout_draw_events (&painter, TRUE);
  tl_layout_draw_links (&painter);
  tl_layout_draw_events (&painter, FALSE);
  tl_layout_draw_badges (&painter);
  tl_layout_draw_head (&painter);

  g_array_unref (painter.visible);
  g_array_unref (painter.ticks);
}
