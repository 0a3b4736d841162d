/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

#include "tl-lane-words.h"
#include "tl-symbol.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The gutter beside the lanes: colour, name, number of events. */

#define MIN_GUTTER 76.0
#define MAX_GUTTER 180.0
#define PAD_LEFT   (TL_STRIPE + 10.0)
#define PAD_RIGHT  10.0
#define NAME_TOP   9.0

/* The sign of a collapsed lane, between its colour and its name. */
#define SIGN_X    (TL_STRIPE + 4.5)
#define SIGN_SIZE 4.0

static const TlTextStyle name_style = { 14, TL_WEIGHT_SEMIBOLD };
static const TlTextStyle thin_style = { 11.5, TL_WEIGHT_SEMIBOLD };
static const TlTextStyle count_style = { 11, TL_WEIGHT_REGULAR };

static const char *
get_name (const TlDrawing *drawing,
          const TlLane    *lane)
{
  return tl_lane_get_name (drawing->timeline, lane, drawing->words);
}

/**
 * tl_layout_get_gutter_for:
 * @drawing: what is drawn
 *
 * Returns: the width that the names of the lanes take, in pixels
 */
double
tl_layout_get_gutter_for (const TlDrawing *drawing)
{
  guint n_lanes, n_events;
  const TlLane *lanes = tl_timeline_get_lanes (drawing->timeline, &n_lanes);
  g_autofree char *count = NULL;
  double widest;

  /* No lane has more than all events. */
  tl_timeline_get_events (drawing->timeline, &n_events);
  count = tl_lane_dup_count (n_events, drawing->words);
  widest = tl_text_measure_width (drawing->measure, count, &count_style);

  for (guint i = 0; i < n_lanes; i++)
    {
      double width = tl_text_measure_width (drawing->measure, get_name (drawing, &lanes[i]), &name_style);

      widest = MAX (widest, width);
      if (widest > MAX_GUTTER)
        break;
    }

  widest = ceil (widest) + PAD_LEFT + PAD_RIGHT;

  return CLAMP (widest, MIN_GUTTER, MAX_GUTTER);
}

static TlTextRoom
get_room (const TlLayout *self,
          double          height)
{
  const TlTextRoom room = { self->gutter - PAD_LEFT - PAD_RIGHT, height >= 64 ? 2 : 1 };

  return room;
}

/**
 * tl_layout_measure_band:
 * @self: a layout
 * @band: a lane that has events
 *
 * Returns: the height that its name takes, in pixels
 */
double
tl_layout_measure_band (const TlLayout   *self,
                        const TlLaneBand *band)
{
  const TlDrawing *drawing = &self->options.drawing;
  const TlLane *lane = &tl_timeline_get_lanes (drawing->timeline, NULL)[band->lane];
  const TlTextRoom room = get_room (self, G_MAXDOUBLE);
  TlTextBlock block;

  tl_text_measure (drawing->measure, get_name (drawing, lane), &name_style, &room, &block);

  return 2 * NAME_TOP + block.n_lines * block.line_height + count_style.size * 1.5;
}

/**
 * tl_layout_get_hue:
 * @self: a layout
 * @lane: a lane of the timeline
 *
 * Returns: the colours of that lane
 */
TlHue
tl_layout_get_hue (const TlLayout *self,
                   guint32         lane)
{
  const TlDrawing *drawing = &self->options.drawing;

  return tl_theme_get_hue (drawing->theme, tl_timeline_get_lanes (drawing->timeline, NULL)[lane].colour, lane);
}

/* What a lane has besides its name. */
static char *
describe_band (const TlDrawing  *drawing,
               const TlLaneBand *band)
{
  g_autofree char *count = tl_lane_dup_count (band->n_events, drawing->words);

  if (!band->is_collapsed)
    return g_steal_pointer (&count);

  return tl_words_fill (drawing->words, "lane",
                        /* Translators: of a lane that is shown as one low row: 5 events, collapsed */
                        NC_("lane", "%1$s, collapsed"), count, NULL);
}

static void
name_band (const TlLayoutPainter *painter,
           const TlLaneBand      *band,
           TlSceneItem           *item)
{
  const TlDrawing *drawing = &painter->layout->options.drawing;
  const TlLane *lane = &tl_timeline_get_lanes (drawing->timeline, NULL)[band->lane];
  g_autofree char *id = g_strconcat ("lane-", tl_timeline_get_text (drawing->timeline, lane->id), NULL);
  g_autofree char *description = describe_band (drawing, band);

  item->id = tl_scene_keep_text (painter->scene, id);
  item->name = tl_scene_keep_text (painter->scene, get_name (drawing, lane));
  item->description = tl_scene_keep_text (painter->scene, description);
}

static void
draw_band (const TlLayoutPainter *painter,
           const TlLaneBand      *band)
{
  const TlLayout *self = painter->layout;
  const TlDrawing *drawing = &self->options.drawing;
  const TlLane *lane = &tl_timeline_get_lanes (drawing->timeline, NULL)[band->lane];
  const TlRect stripe = { painter->view->area.x, painter->top + band->y, TL_STRIPE, band->height };
  const TlPen pen = { .fill = tl_layout_get_hue (self, band->lane).fill };
  gboolean is_thin = band->height < NAME_TOP + name_style.size * 1.3 + count_style.size * 1.3;
  const TlTextStyle *style = is_thin ? &thin_style : &name_style;
  TlTextRoom room = get_room (self, band->height);
  double x = stripe.x + PAD_LEFT;
  double y = is_thin ? stripe.y + (band->height - style->size * 1.3) / 2 : stripe.y + NAME_TOP;
  g_autofree char *count = tl_lane_dup_count (band->n_events, drawing->words);
  TlSceneItem *item = tl_scene_begin_item (painter->scene, TL_ITEM_LANE, band->lane);

  name_band (painter, band, item);
  if (painter->is_scrolled)
    {
      item->has_clip = TRUE;
      item->clip = (TlRect){ painter->view->area.x, painter->lanes.y, self->gutter, painter->lanes.height };
    }

  tl_scene_add_rect (painter->scene, &stripe, 0, &pen);
  if (band->is_collapsed)
    tl_symbol_draw_collapsed (painter->scene, stripe.x + SIGN_X, stripe.y + band->height / 2, SIGN_SIZE,
                              drawing->theme->text_dim);
  y += tl_drawing_add_text (drawing, painter->scene, get_name (drawing, lane), style, &room,
                            x, y, drawing->theme->text).height;
  if (!is_thin)
    tl_drawing_add_text (drawing, painter->scene, count, &count_style, NULL, x, y + 1, drawing->theme->text_dim);
}

/**
 * tl_layout_draw_gutter:
 * @painter: what is being drawn
 *
 * Adds an item for each lane.
 */
void
tl_layout_draw_gutter (const TlLayoutPainter *painter)
{
  for (guint i = 0; i < painter->layout->bands->len; i++)
    {
      const TlLaneBand *band = tl_layout_get_band (painter->layout, i);
      double y = painter->top + band->y;

      if (y + band->height > painter->lanes.y && y < painter->lanes.y + painter->lanes.height)
        draw_band (painter, band);
    }
}
