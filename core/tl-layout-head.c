/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

#include "tl-symbol.h"

#include <math.h>

/* What belongs to the axis and not to a lane: labels, lines, folds. */

#define LABEL_GAP  4.0 /* from a tick to its label */

/* No label is wider. */
#define LABEL_MARGIN 160.0


static const TlTextStyle coarse_style = { 13, TL_WEIGHT_BOLD };
static const TlTextStyle fine_style = { 11.5, TL_WEIGHT_REGULAR };
static const TlTextStyle fold_style = { 10.5, TL_WEIGHT_REGULAR };

/**
 * tl_layout_get_tick_style:
 * @self: a layout
 *
 * Returns: how the labels of its axis are set
 */
TlTickStyle
tl_layout_get_tick_style (const TlLayout *self)
{
  return (TlTickStyle){
    self->options.drawing.measure,
    self->options.drawing.words,
    coarse_style,
    fine_style,
    fold_style,
    10,
  };
}

/* Fills in what the painter needs of the axis. */
static void
find_ticks (TlLayoutPainter *painter)
{
  const TlLayout *self = painter->layout;
  const TlTickStyle style = tl_layout_get_tick_style (self);
  /* A label that is still in view may belong to a tick that is not. Pages
   * cut no labels. */
  double margin = self->options.page > 0 ? 0 : LABEL_MARGIN;
  double from = painter->view->x - TL_LEAD_IN - margin;
  double to = from + painter->lanes.width + 2 * margin;
  double length = tl_axis_get_length (self->options.axis) * self->options.scale;

  painter->ticks = tl_ticks_find (self->options.axis, self->options.scale,
                                  MAX (from, 0), MIN (to, length), &style);
}

static double
get_lanes_bottom (const TlLayoutPainter *painter)
{
  double bottom = painter->top + painter->layout->lanes_height;

  return MIN (bottom, painter->lanes.y + painter->lanes.height);
}

static void
draw_lines (const TlLayoutPainter *painter)
{
  const TlPen pen = { .stroke = painter->layout->options.drawing.theme->grid, .line_width = 1 };
  double bottom = get_lanes_bottom (painter);

  tl_layout_clip (painter, tl_scene_begin_item (painter->scene, TL_ITEM_BACKGROUND, 0));
  for (guint i = 0; i < painter->ticks->len; i++)
    {
      const TlTick *tick = &g_array_index (painter->ticks, TlTick, i);
      double x = floor (painter->left + TL_LEAD_IN + tick->x) + 0.5;

      if (tick->has_line && x >= painter->lanes.x)
        tl_scene_add_line (painter->scene, x, painter->lanes.y - 6, x, bottom, &pen);
    }
}

/* A zigzag through all lanes: time is left out here. */
static void
draw_fold (const TlLayoutPainter *painter,
           const TlTick          *tick,
           guint                  index)
{
  const TlTheme *theme = painter->layout->options.drawing.theme;
  double x = painter->left + TL_LEAD_IN + tick->x;
  double bottom = get_lanes_bottom (painter);
  double top = painter->lanes.y - 3;
  int n = MAX ((int) ((bottom - top) / TL_ZIGZAG_STEP), 1);
  TlSceneItem *item = tl_scene_begin_item (painter->scene, TL_ITEM_FOLD, index);

  item->name = tl_scene_keep_text (painter->scene, tick->label);
  tl_layout_clip (painter, item);
  if (item->has_clip)
    item->clip = (TlRect){ painter->lanes.x, painter->view->area.y, painter->lanes.width,
                           painter->view->area.height };

  tl_symbol_draw_zigzag (painter->scene, x, top, (bottom - top) / n, n, theme->fold);
  if (tick->row < painter->layout->n_fold_rows)
    tl_drawing_add_text (&painter->layout->options.drawing, painter->scene, tick->label, &fold_style, NULL,
                         x - tick->width / 2, painter->lanes.y - (tick->row + 1) * TL_ROW_FOLD - 1, theme->text_dim);
}

/**
 * tl_layout_draw_ground:
 * @painter: what is being drawn; gets its ticks
 *
 * Adds lanes, eras, lines and folds: what everything else stands on.
 */
void
tl_layout_draw_ground (TlLayoutPainter *painter)
{
  const TlLayout *self = painter->layout;
  const TlTheme *theme = self->options.drawing.theme;
  const TlPen line = { .stroke = theme->grid, .line_width = 1 };
  double right = painter->view->area.x + painter->view->area.width;
  guint n_folds = 0;

  find_ticks (painter);
  for (guint i = 0; i < self->bands->len; i++)
    {
      const TlLaneBand *band = tl_layout_get_band (self, i);
      double top = MAX (painter->top + band->y, painter->lanes.y);
      double bottom = MIN (painter->top + band->y + band->height, get_lanes_bottom (painter));
      const TlRect rect = { painter->view->area.x, top, right - painter->view->area.x, bottom - top };
      const TlPen pen = { .fill = i % 2 == 0 ? theme->lane_even : theme->lane_odd };

      if (bottom <= top)
        continue;
      tl_scene_begin_item (painter->scene, TL_ITEM_BACKGROUND, band->lane);
      tl_scene_add_rect (painter->scene, &rect, 0, &pen);
      if (theme->lane_even == theme->lane_odd)
        tl_scene_add_line (painter->scene, rect.x, floor (bottom) - 0.5, right, floor (bottom) - 0.5, &line);
    }

  tl_layout_tint_eras (painter, get_lanes_bottom (painter));
  draw_lines (painter);
  for (guint i = 0; i < painter->ticks->len; i++)
    if (g_array_index (painter->ticks, TlTick, i).tier == TL_TIER_FOLD)
      draw_fold (painter, &g_array_index (painter->ticks, TlTick, i), n_folds++);
}

/* The coarser unit stays at the left edge until the next one pushes it. */
static double
get_label_x (const TlLayoutPainter *painter,
             guint                  index)
{
  const TlTick *tick = &g_array_index (painter->ticks, TlTick, index);
  double origin = painter->left + TL_LEAD_IN;
  double x = origin + tick->x + LABEL_GAP;

  if (tick->tier != TL_TIER_COARSE || x >= painter->lanes.x + LABEL_GAP)
    return x;

  x = painter->lanes.x + LABEL_GAP;
  for (guint i = index + 1; i < painter->ticks->len; i++)
    {
      const TlTick *next = &g_array_index (painter->ticks, TlTick, i);
      double pushed = origin + next->x + LABEL_GAP - 10 - tick->width;

      if (next->tier == TL_TIER_COARSE && next->label != NULL)
        return MIN (x, pushed);
    }

  return x;
}

static void
draw_labels (const TlLayoutPainter *painter)
{
  const TlLayout *self = painter->layout;
  const TlDrawing *drawing = &self->options.drawing;
  double fine_y = painter->lanes.y - self->n_fold_rows * TL_ROW_FOLD - TL_ROW_FINE + 1;
  double coarse_y = fine_y - TL_ROW_COARSE + 3;
  TlSceneItem *item = tl_scene_begin_item (painter->scene, TL_ITEM_AXIS, 0);

  if (painter->is_scrolled)
    {
      item->has_clip = TRUE;
      item->clip = (TlRect){ painter->lanes.x, painter->view->area.y, painter->lanes.width, self->head };
    }

  for (guint i = 0; i < painter->ticks->len; i++)
    {
      const TlTick *tick = &g_array_index (painter->ticks, TlTick, i);
      double x = get_label_x (painter, i);

      if (tick->label == NULL)
        continue;
      if (tick->tier == TL_TIER_COARSE)
        tl_drawing_add_text (drawing, painter->scene, tick->label, &coarse_style, NULL, x, coarse_y,
                             drawing->theme->text);
      else if (tick->tier == TL_TIER_FINE)
        tl_drawing_add_text (drawing, painter->scene, tick->label, &fine_style, NULL, x, fine_y,
                             drawing->theme->text_dim);
    }
}

/**
 * tl_layout_draw_head:
 * @painter: what is being drawn
 *
 * Adds the labels of the axis and the names of eras.
 */
void
tl_layout_draw_head (const TlLayoutPainter *painter)
{
  const TlTheme *theme = painter->layout->options.drawing.theme;
  const TlPen pen = { .stroke = theme->axis, .line_width = 1 };
  double y = floor (painter->lanes.y) - 0.5;

  tl_layout_draw_eras (painter);
  draw_labels (painter);
  tl_scene_begin_item (painter->scene, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_line (painter->scene, painter->lanes.x, y, painter->lanes.x + painter->lanes.width, y, &pen);
}
