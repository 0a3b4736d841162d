/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-overlay.h"

#include <math.h>

/* A text on a plate. */
#define PLATE_HEIGHT 18.0
#define PLATE_PAD    7.0

/* Rings lie so far around what they are for. */
#define RING_OUT    2.0
#define RING_CORNER 7.0
#define FLAG        11.0

/* The line between two events, above the lower edge of the lanes. */
#define BETWEEN_RISE 16.0
#define BETWEEN_END  5.0

/* How much of the accent a marked stretch of time is tinted with. */
#define SPAN_ALPHA 0x24

static const TlTextStyle plate_style = { 11.5, TL_WEIGHT_SEMIBOLD };

/* As near to @x as it can be without leaving the lanes. */
static void
add_plate (const TlDrawing *drawing,
           const TlRect    *lanes,
           double           x,
           double           y,
           const char      *text,
           TlRgba           fill,
           TlScene         *scene)
{
  double width = ceil (tl_text_measure_width (drawing->measure, text, &plate_style)) + 2 * PLATE_PAD;
  const TlPen pen = { .fill = fill };
  TlRect box = { x - width / 2, y, width, PLATE_HEIGHT };

  box.x = MIN (box.x, lanes->x + lanes->width - width);
  box.x = MAX (box.x, lanes->x);
  box.x = floor (box.x);
  tl_scene_add_rect (scene, &box, 4, &pen);
  tl_drawing_add_text (drawing, scene, text, &plate_style, NULL, box.x + PLATE_PAD,
                       box.y + (PLATE_HEIGHT - plate_style.size * 1.3) / 2, drawing->theme->page);
}

static gboolean
is_within (const TlRect *lanes,
           double        x)
{
  return x >= lanes->x && x <= lanes->x + lanes->width;
}

static void
add_vertical (const TlRect *lanes,
              double        x,
              double        top,
              const TlPen  *pen,
              TlScene      *scene)
{
  x = floor (x) + 0.5;
  if (is_within (lanes, x))
    tl_scene_add_line (scene, x, top, x, lanes->y + lanes->height, pen);
}

/**
 * tl_overlay_add_guide:
 * @drawing: what it is drawn with
 * @lanes: where lanes are drawn, in pixels
 * @x: of the line
 * @date: (nullable): what date that is
 * @scene: a scene that is being built
 *
 * Adds a line through all lanes, with its date on the axis.
 */
void
tl_overlay_add_guide (const TlDrawing *drawing,
                      const TlRect    *lanes,
                      double           x,
                      const char      *date,
                      TlScene         *scene)
{
  const TlPen pen = { .stroke = drawing->theme->accent, .line_width = 1 };

  if (!is_within (lanes, x))
    return;

  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  add_vertical (lanes, x, lanes->y - 4, &pen, scene);
  if (date == NULL)
    return;

  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  add_plate (drawing, lanes, x, lanes->y - PLATE_HEIGHT - 2, date, drawing->theme->text, scene);
}

/**
 * tl_overlay_add_span:
 * @drawing: what it is drawn with
 * @lanes: where lanes are drawn, in pixels
 * @x0: where the span begins
 * @x1: where it ends
 * @length: how long it is, in words
 * @scene: a scene that is being built
 *
 * Adds a stretch of time that is marked.
 */
void
tl_overlay_add_span (const TlDrawing *drawing,
                     const TlRect    *lanes,
                     double           x0,
                     double           x1,
                     const char      *length,
                     TlScene         *scene)
{
  double left = MAX (x0, lanes->x);
  double right = MIN (x1, lanes->x + lanes->width);
  const TlPen tint = { .fill = (drawing->theme->accent & ~0xffu) | SPAN_ALPHA };
  const TlPen edge = { .stroke = drawing->theme->accent, .line_width = 1 };

  if (right <= left)
    return;

  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_rect (scene, &(TlRect){ left, 0, right - left, lanes->y + lanes->height }, 0, &tint);
  add_vertical (lanes, x0, 0, &edge, scene);
  add_vertical (lanes, x1, 0, &edge, scene);
  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  add_plate (drawing, lanes, (left + right) / 2, 3, length, drawing->theme->accent, scene);
}

/**
 * tl_overlay_add_between:
 * @drawing: what it is drawn with
 * @lanes: where lanes are drawn, in pixels
 * @x0: of the one event
 * @x1: of the other
 * @words: the time between them, in words
 * @scene: a scene that is being built
 *
 * Adds a line from one to the other, as on a drawing with measures.
 */
void
tl_overlay_add_between (const TlDrawing *drawing,
                        const TlRect    *lanes,
                        double           x0,
                        double           x1,
                        const char      *words,
                        TlScene         *scene)
{
  const TlPen pen = { .stroke = drawing->theme->accent, .line_width = 1.5 };
  const TlPen quiet = { .stroke = drawing->theme->accent, .line_width = 1, .dash = TL_DASH_DASHED };
  double left = MAX (MIN (x0, x1), lanes->x);
  double right = MIN (MAX (x0, x1), lanes->x + lanes->width);
  double y = floor (lanes->y + lanes->height - BETWEEN_RISE) + 0.5;

  if (right < left)
    return;

  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  add_vertical (lanes, x0, lanes->y, &quiet, scene);
  add_vertical (lanes, x1, lanes->y, &quiet, scene);
  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_line (scene, left, y, right, y, &pen);
  for (int i = 0; i < 2; i++)
    {
      double end = floor (i == 0 ? x0 : x1) + 0.5;

      if (is_within (lanes, end))
        tl_scene_add_line (scene, end, y - BETWEEN_END, end, y + BETWEEN_END, &pen);
    }
  add_plate (drawing, lanes, (left + right) / 2, y - PLATE_HEIGHT / 2, words, drawing->theme->accent, scene);
}

/* At the upper left corner of what a search has found. */
static void
add_flag (const TlRect *around,
          TlRgba        colour,
          TlScene      *scene)
{
  const TlPen pen = { .fill = colour };

  tl_scene_move_to (scene, around->x - 1, around->y - 1);
  tl_scene_line_to (scene, around->x + FLAG, around->y - 1);
  tl_scene_line_to (scene, around->x - 1, around->y + FLAG);
  tl_scene_close_path (scene);
  tl_scene_add_path (scene, &pen);
}

/**
 * tl_overlay_add_ring:
 * @drawing: what it is drawn with
 * @within: what it is not to leave, in pixels: where @box is drawn
 * @box: what the ring goes around, in pixels; may reach far out of @within
 * @why: what it says
 * @scene: a scene that is being built
 *
 * Adds a ring. Those for different reasons differ in more than colour.
 */
void
tl_overlay_add_ring (const TlDrawing *drawing,
                     const TlRect    *within,
                     const TlRect    *box,
                     TlRing           why,
                     TlScene         *scene)
{
  TlPen pen = { .stroke = drawing->theme->accent, .line_width = 2 };
  TlRect around = tl_rect_grow (box, RING_OUT);
  TlSceneItem *item;

  if (why == TL_RING_HOVERED)
    pen.line_width = 1;
  else if (why == TL_RING_COMPARED)
    pen.dash = TL_DASH_DASHED;
  else if (why == TL_RING_FOUND)
    pen.dash = TL_DASH_DOTTED;
  else if (why == TL_RING_FOCUSED)
    {
      around = tl_rect_grow (&around, 2);
      pen.stroke = drawing->theme->text;
    }

  item = tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  item->has_clip = TRUE;
  item->clip = *within;
  tl_scene_add_rect (scene, &around, RING_CORNER, &pen);
  if (why == TL_RING_FOUND)
    add_flag (&around, pen.stroke, scene);
}
