/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

#include "tl-lanes.h"

#include <math.h>

/* Eras: a tint behind the lanes, and above them a line with a name. Which
 * row that has is found once for a layout, from where the name may be in any
 * view; so scrolling moves names within their eras, and nothing else.
 */

/* Eras that have no room beside each other stand in rows, at most so many. */
#define MAX_ROWS 3

/* From the end of a name to what follows it. */
#define NAME_GAP 6.0

/* A name that is wider is cut, unless its era is wider still. */
#define WIDEST_NAME 240.0

/* Eras that are wider than this choose their row first. */
#define WIDE_ERA 100.0

/* Of the line below the name. */
#define LINE_HEIGHT 2.5

/* What is so far outside of the view is cut off, so that no coordinate is
 * larger than what draws it can hold. */
#define BEYOND 40.0

/* Sums of lengths are not exact: so much may overlap. */
#define NEARLY 1e-3

static const TlTextStyle name_style = { 11.5, TL_WEIGHT_SEMIBOLD };

static double
get_x (const TlLayout *self,
       TlInstant       instant)
{
  return TL_LEAD_IN + tl_axis_get_position (self->options.axis, instant) * self->options.scale;
}

/* Where the last day, month or year of an era begins, if it is stated as one:
 * the next era may begin in it without being beside this one. */
static TlInstant
get_last_unit (const TlDate *when)
{
  if (when->kind == TL_DATE_LASTED && when->end.state == TL_END_KNOWN
      && (when->end.qualifiers & TL_QUALIFIER_UNSPECIFIED) == 0 && when->end_earliest > when->start_latest)
    return when->end_earliest;

  return TL_INSTANT_MAX;
}

static void
find_extent (const TlLayout *self,
             const TlEra    *era,
             TlPlacedEra    *placed)
{
  double from, to;

  placed->row = TL_NO_ROW;
  if (!tl_axis_get_extent (self->options.axis, &era->when, &from, &to))
    return;

  placed->x0 = TL_LEAD_IN + from * self->options.scale;
  placed->x1 = TL_LEAD_IN + to * self->options.scale;
  placed->end = MIN (placed->x1, get_x (self, get_last_unit (&era->when)));
  placed->line_end = placed->x1;
}

/* The stretch that a name has to be within, of the page that @x is on: all of
 * the content where there are no pages. */
static void
find_bounds (const TlLayout *self,
             double          x,
             double         *from,
             double         *to)
{
  double page = self->options.page;
  double n = page > 0 ? floor (x / page + 1e-9) : 0;

  *from = n * page;
  *to = page > 0 ? *from + page : self->width;
}

/* Where the name stands on the page that @x is on. In an era that is wide
 * enough it stays in view from @left on, else it hangs out to the right, or
 * as far to the left as it has to. */
static double
get_name_x (const TlLayout    *self,
            const TlPlacedEra *placed,
            double             x,
            double             left)
{
  double taken = placed->name_width + NAME_GAP;
  double from, to, start, end;

  find_bounds (self, x, &from, &to);
  start = MAX (placed->x0, from);
  end = MIN (placed->end, to);
  if (end - start >= taken)
    return CLAMP (left, start, end - taken);

  start = MIN (start, to - taken);

  return MAX (start, from);
}

static void
measure_name (const TlLayout *self,
              const TlEra    *era,
              TlPlacedEra    *placed)
{
  const TlDrawing *drawing = &self->options.drawing;
  const char *name = tl_timeline_get_text (drawing->timeline, era->name);
  double most = MAX (placed->end - placed->x0 - NAME_GAP, WIDEST_NAME);
  TlTextRoom room = { 0, 1 };
  TlTextBlock block;
  double from, to;

  find_bounds (self, placed->x0, &from, &to);
  room.width = MAX (MIN (most, to - from - NAME_GAP), 1);
  tl_text_measure (drawing->measure, name, &name_style, &room, &block);
  placed->name_width = block.width;
  placed->room = block.n_lines > 0 && block.lines[0].is_cut ? room.width : 0;
}

/* All that an era may take of its row in any view. */
static void
find_box (const TlLayout *self,
          TlPlacedEra    *placed)
{
  double first = get_name_x (self, placed, placed->x0, placed->x0);
  double last = get_name_x (self, placed, MAX (placed->end - NEARLY, placed->x0), -G_MAXDOUBLE) + placed->name_width
                + NAME_GAP;

  placed->box_x0 = MIN (placed->x0, first);
  placed->box_x1 = MAX (placed->end, last);
}

static void
try_row (const TlLayout *self,
         const TlEra    *era,
         TlPlacedEra    *placed,
         TlPacker       *packer)
{
  TlRect box = { placed->x0, 0, NEARLY, TL_ROW_ERA };

  /* Most of very many eras need not be measured to know that they have no
   * room. */
  if (!tl_packer_find (packer, placed->x0, &box))
    return;

  measure_name (self, era, placed);
  find_box (self, placed);
  box.x = placed->box_x0;
  box.width = placed->box_x1 - box.x - NEARLY;
  if (!tl_packer_find (packer, placed->x0, &box))
    return;

  tl_packer_add (packer, &box);
  placed->row = (guint8) (box.y / TL_ROW_ERA + 0.5);
}

static int
compare_start_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const TlPlacedEra *eras = data;
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  if (eras[first].x0 != eras[second].x0)
    return eras[first].x0 < eras[second].x0 ? -1 : 1;

  return (first > second) - (first < second);
}

/* Where an era shares its last day with the next one in its row, that has
 * the line. */
static void
end_lines (TlLayout      *self,
           const guint32 *order,
           guint          n_eras)
{
  TlPlacedEra *last[MAX_ROWS] = { NULL };

  for (guint i = 0; i < n_eras; i++)
    {
      TlPlacedEra *placed = &self->eras[order[i]];

      if (placed->row == TL_NO_ROW)
        continue;
      if (last[placed->row] != NULL)
        last[placed->row]->line_end = MIN (last[placed->row]->line_end, placed->box_x0);
      last[placed->row] = placed;
    }
}

static guint32 *
order_eras (const TlLayout *self,
            guint           n_eras)
{
  guint32 *order = g_new (guint32, MAX (n_eras, 1));

  for (guint32 i = 0; i < n_eras; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n_eras, sizeof *order, compare_start_cb, self->eras);

  return order;
}

/**
 * tl_layout_carry_eras:
 * @self: a layout of which width and options are known
 * @like: a layout of the same timeline at another scale
 *
 * Finds where eras are, in the rows that they have in @like; measures
 * nothing.
 */
void
tl_layout_carry_eras (TlLayout       *self,
                      const TlLayout *like)
{
  guint n_eras;
  const TlEra *eras = tl_timeline_get_eras (self->options.drawing.timeline, &n_eras);
  g_autofree guint32 *order = NULL;

  self->eras = g_new0 (TlPlacedEra, MAX (n_eras, 1));
  for (guint32 i = 0; i < n_eras; i++)
    {
      TlPlacedEra *placed = &self->eras[i];

      find_extent (self, &eras[i], placed);
      placed->row = like->eras[i].row;
      placed->name_width = like->eras[i].name_width;
      placed->room = like->eras[i].room;
      if (placed->row != TL_NO_ROW)
        find_box (self, placed);
    }

  order = order_eras (self, n_eras);
  self->n_era_rows = like->n_era_rows;
  end_lines (self, order, n_eras);
}

/**
 * tl_layout_place_eras:
 * @self: a layout of which width and options are known
 *
 * Finds where eras are and which row each of them has: wide ones first, both
 * wide and narrow from left to right, each the highest that is free.
 */
void
tl_layout_place_eras (TlLayout *self)
{
  guint n_eras;
  const TlEra *eras = tl_timeline_get_eras (self->options.drawing.timeline, &n_eras);
  g_autofree guint32 *order = NULL;
  g_autoptr (TlPacker) packer = NULL;

  self->eras = g_new0 (TlPlacedEra, MAX (n_eras, 1));
  for (guint32 i = 0; i < n_eras; i++)
    find_extent (self, &eras[i], &self->eras[i]);

  order = order_eras (self, n_eras);
  packer = tl_packer_new (MIN (MAX_ROWS, tl_layout_get_rows_for (self, TL_ROW_ERA, 0) / 2) * TL_ROW_ERA, 0, MAX (self->options.page, WIDEST_NAME) + NAME_GAP);
  for (int is_narrow = 0; is_narrow < 2; is_narrow++)
    {
      tl_packer_begin_round (packer);
      for (guint i = 0; i < n_eras; i++)
        {
          TlPlacedEra *placed = &self->eras[order[i]];

          if (placed->x1 > 0 && (placed->x1 - placed->x0 < WIDE_ERA) == is_narrow)
            try_row (self, &eras[order[i]], placed, packer);
        }
    }

  self->n_era_rows = (guint) (tl_packer_get_bottom (packer) / TL_ROW_ERA + 0.5);
  end_lines (self, order, n_eras);
}

/* Whether any of what is from @x0 to @x1 of the content is in view; then they
 * are where it is in the scene. */
static gboolean
is_in_view (const TlLayoutPainter *painter,
            double                *x0,
            double                *x1)
{
  double left = painter->lanes.x;
  double right = left + painter->lanes.width;

  *x0 = MAX (painter->left + *x0, left - BEYOND);
  *x1 = MIN (painter->left + *x1, right + BEYOND);

  return *x1 > left && *x0 < right;
}

static TlSceneItem *
begin_era (const TlLayoutPainter *painter,
           const TlEra           *era,
           guint32                index)
{
  TlTimeline *timeline = painter->layout->options.drawing.timeline;
  TlSceneItem *item = tl_scene_begin_item (painter->scene, TL_ITEM_ERA, index);
  g_autofree char *id = g_strconcat ("era-", tl_timeline_get_text (timeline, era->id), NULL);

  item->id = tl_scene_keep_text (painter->scene, id);
  item->name = tl_scene_keep_text (painter->scene, tl_timeline_get_text (timeline, era->name));
  item->description = tl_scene_keep_text (painter->scene, tl_timeline_get_text (timeline, era->note));

  return item;
}

/**
 * tl_layout_tint_eras:
 * @painter: what is being drawn
 * @bottom: of the lanes
 *
 * Adds what lies behind the lanes. An era without a row is an item by its
 * tint: it has a name for those who do not see it, and under a point.
 */
void
tl_layout_tint_eras (const TlLayoutPainter *painter,
                     double                 bottom)
{
  const TlDrawing *drawing = &painter->layout->options.drawing;
  guint8 alpha = drawing->theme->era_alpha;
  guint n_eras;
  const TlEra *eras = tl_timeline_get_eras (drawing->timeline, &n_eras);

  for (guint i = 0; i < n_eras; i++)
    {
      const TlPlacedEra *placed = &painter->layout->eras[i];
      TlRgba hue = tl_theme_get_hue (drawing->theme, eras[i].colour, i).fill;
      const TlPen pen = { .fill = alpha > 0 ? (hue & ~0xffu) | alpha : TL_RGBA_NONE };
      double x0 = placed->x0;
      double x1 = placed->x1;

      if (x1 - x0 < 1 || (alpha == 0 && placed->row != TL_NO_ROW) || !is_in_view (painter, &x0, &x1))
        continue;
      tl_layout_clip (painter, placed->row == TL_NO_ROW ? begin_era (painter, &eras[i], i)
                                                        : tl_scene_begin_item (painter->scene, TL_ITEM_BACKGROUND, i));
      tl_scene_add_rect (painter->scene, &(TlRect){ x0, painter->lanes.y, x1 - x0, bottom - painter->lanes.y }, 0,
                         &pen);
    }
}

static void
draw_era (const TlLayoutPainter *painter,
          const TlEra           *era,
          guint32                index)
{
  const TlLayout *self = painter->layout;
  const TlPlacedEra *placed = &self->eras[index];
  TlHue hue = tl_theme_get_hue (self->options.drawing.theme, era->colour, index);
  double y = painter->lanes.y - self->n_fold_rows * TL_ROW_FOLD - TL_ROW_FINE - TL_ROW_COARSE
             - (self->n_era_rows - placed->row) * TL_ROW_ERA;
  const TlPen line = { .fill = hue.fill };
  const TlTextRoom room = { placed->room, 1 };
  double box_x0 = placed->box_x0;
  double box_x1 = placed->box_x1;
  double x0 = placed->x0;
  double x1 = MAX (placed->line_end - 1, placed->x0 + 1);
  TlSceneItem *item;

  if (placed->row == TL_NO_ROW || !is_in_view (painter, &box_x0, &box_x1))
    return;

  item = begin_era (painter, era, index);
  if (painter->is_scrolled)
    {
      item->has_clip = TRUE;
      item->clip = (TlRect){ painter->lanes.x, painter->view->area.y, painter->lanes.width, self->head };
    }
  if (is_in_view (painter, &x0, &x1))
    tl_scene_add_rect (painter->scene, &(TlRect){ x0, y + TL_ROW_ERA - 4, x1 - x0, LINE_HEIGHT }, 0, &line);
  tl_drawing_add_text (&self->options.drawing, painter->scene, item->name, &name_style, &room,
                       painter->left + get_name_x (self, placed, painter->view->x, painter->view->x), y, hue.text);
}

/**
 * tl_layout_draw_eras:
 * @painter: what is being drawn
 *
 * Adds the lines and names above the lanes.
 */
void
tl_layout_draw_eras (const TlLayoutPainter *painter)
{
  guint n_eras;
  const TlEra *eras = tl_timeline_get_eras (painter->layout->options.drawing.timeline, &n_eras);

  for (guint32 i = 0; i < n_eras; i++)
    draw_era (painter, &eras[i], i);
}
