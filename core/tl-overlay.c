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

/* Where a plate is tried, from the highest place on: so far apart. There is
 * no end of places in a long span. */
#define PLATE_TOP     3.0
#define PLATE_STEP    3.0
#define N_PLATE_STEPS 12
#define FLAG        11.0

/* The line between two events, above the lower edge of the lanes. */
#define BETWEEN_RISE 16.0
#define BETWEEN_END  5.0

/* How much of the accent a marked stretch of time is tinted with. */
#define SPAN_ALPHA 0x24

static const TlTextStyle plate_style = { 11.5, TL_WEIGHT_SEMIBOLD };

static double
get_plate_width (const TlDrawing *drawing,
                 const char      *text)
{
  return ceil (tl_text_measure_width (drawing->measure, text, &plate_style)) + 2 * PLATE_PAD;
}

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
  double width = get_plate_width (drawing, text);
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

static double
get_covered (const TlRect *box,
             const TlRect *taken,
             guint         n_taken)
{
  double covered = 0;

  for (guint i = 0; i < n_taken; i++)
    {
      const TlRect both = tl_rect_intersection (&taken[i], box);

      covered += both.width * both.height;
    }

  return covered;
}

/* Above the lanes, as near to the middle of a stretch and as far up as it
 * covers the least. @box is at its middle. */
static void
find_free_place (const TlRect *lanes,
                 double        room,
                 const TlRect *taken,
                 guint         n_taken,
                 TlRect       *box)
{
  double middle = box->x;
  double reach = MAX ((room - box->width) / 2, 0);
  double least = INFINITY;

  for (int step = 0; step <= 2 * N_PLATE_STEPS && least > 0; step++)
    {
      int n_aside = (step + 1) / 2;
      double aside = n_aside * reach / N_PLATE_STEPS;
      TlRect tried = { middle + (step % 2 == 0 ? aside : -aside), PLATE_TOP, box->width, box->height };

      for (; least > 0 && (tried.y == PLATE_TOP || tried.y + tried.height < lanes->y); tried.y += PLATE_STEP)
        {
          double covered = get_covered (&tried, taken, n_taken);

          if (covered < least)
            {
              least = covered;
              *box = tried;
            }
        }
    }
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
 * @taken: (nullable) (array length=n_taken): what is written above the lanes,
 *   in pixels
 * @n_taken: how much that is
 * @scene: a scene that is being built
 *
 * Adds a stretch of time that is marked. Its length stands above the lanes,
 * where it covers the least of what is written there.
 */
void
tl_overlay_add_span (const TlDrawing *drawing,
                     const TlRect    *lanes,
                     double           x0,
                     double           x1,
                     const char      *length,
                     const TlRect    *taken,
                     guint            n_taken,
                     TlScene         *scene)
{
  double left = MAX (x0, lanes->x);
  double right = MIN (x1, lanes->x + lanes->width);
  const TlPen tint = { .fill = (drawing->theme->accent & ~0xffu) | SPAN_ALPHA };
  const TlPen edge = { .stroke = drawing->theme->accent, .line_width = 1 };
  TlRect plate = { 0, PLATE_TOP, 0, PLATE_HEIGHT };

  if (right <= left)
    return;

  plate.width = get_plate_width (drawing, length);
  plate.x = CLAMP ((left + right - plate.width) / 2, lanes->x, MAX (lanes->x + lanes->width - plate.width, lanes->x));
  find_free_place (lanes, right - left, taken, n_taken, &plate);

  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_rect (scene, &(TlRect){ left, 0, right - left, lanes->y + lanes->height }, 0, &tint);
  add_vertical (lanes, x0, 0, &edge, scene);
  add_vertical (lanes, x1, 0, &edge, scene);
  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  add_plate (drawing, lanes, plate.x + plate.width / 2, plate.y, length, drawing->theme->accent, scene);
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
