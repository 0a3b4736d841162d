/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-show-private.h"

#include <math.h>

/* What a speaker points with. All lengths and places are in pixels of the
 * slide, as it is seen.
 */

/* How long strokes take to go when their step is left, in microseconds. */
#define FADING TL_SLIDE_MOVE

/* Radius of the dot, width of the pen's stroke, radius of what the eraser
 * takes, radius of the spotlight. */
static const double usual_sizes[] = {
  [TL_TOOL_POINTER] = 7,
  [TL_TOOL_PEN] = 3.5,
  [TL_TOOL_ERASER] = 12,
  [TL_TOOL_SPOTLIGHT] = 90,
};

#define SIZE_STEP  1.25
#define MOST_STEPS 6

static void
clear_stroke_cb (gpointer data)
{
  TlStroke *stroke = data;

  g_array_unref (stroke->points);
}

void
tl_show_init_ink (TlShow *self)
{
  self->strokes = g_array_new (FALSE, FALSE, sizeof (TlStroke));
  g_array_set_clear_func (self->strokes, clear_stroke_cb);
}

/**
 * tl_show_set_tool:
 * @self: a show
 * @tool: what the pointer does from now on
 */
void
tl_show_set_tool (TlShow *self,
                  TlTool  tool)
{
  g_return_if_fail (TL_IS_SHOW (self));

  self->tool = tool;
  tl_show_tell (self, TL_SHOW_STATE | TL_SHOW_INK);
}

/**
 * tl_show_get_tool:
 * @self: a show
 *
 * Returns: what the pointer does
 */
TlTool
tl_show_get_tool (TlShow *self)
{
  return self->tool;
}

/**
 * tl_show_resize_tool:
 * @self: a show with a tool
 * @direction: 1 to make it larger, -1 smaller
 */
void
tl_show_resize_tool (TlShow *self,
                     int     direction)
{
  int *size;

  g_return_if_fail (TL_IS_SHOW (self));

  size = &self->tool_sizes[self->tool];
  *size = CLAMP (*size + direction, -MOST_STEPS, MOST_STEPS);
  tl_show_tell (self, TL_SHOW_INK);
}

/**
 * tl_show_get_tool_size:
 * @self: a show
 *
 * Returns: the radius of its dot, eraser or spotlight, or the width of its
 *   pen's strokes
 */
double
tl_show_get_tool_size (TlShow *self)
{
  return usual_sizes[self->tool] * pow (SIZE_STEP, self->tool_sizes[self->tool]);
}

/**
 * tl_show_set_pointer:
 * @self: a show
 * @pointer: (nullable): where it is; %NULL: nowhere
 */
void
tl_show_set_pointer (TlShow        *self,
                     const TlPoint *pointer)
{
  g_return_if_fail (TL_IS_SHOW (self));

  self->has_pointer = pointer != NULL;
  if (pointer != NULL)
    self->pointer = *pointer;
  if (self->tool != TL_TOOL_NONE)
    tl_show_tell (self, TL_SHOW_INK);
}

/**
 * tl_show_get_pointer:
 * @self: a show
 * @pointer: (out): where it is
 *
 * Returns: whether it is anywhere
 */
gboolean
tl_show_get_pointer (TlShow  *self,
                     TlPoint *pointer)
{
  if (self->has_pointer)
    *pointer = self->pointer;

  return self->has_pointer;
}

/**
 * tl_show_begin_stroke:
 * @self: a show
 * @point: where the pen is put down
 */
void
tl_show_begin_stroke (TlShow        *self,
                      const TlPoint *point)
{
  TlStroke stroke = { g_array_new (FALSE, FALSE, sizeof (TlPoint)), tl_show_get_tool_size (self) };

  /* What is going is gone: it would come back with the new one. */
  if (self->ink_gone != 0)
    tl_show_clear_ink (self);
  self->hides_ink = FALSE;
  g_array_append_val (stroke.points, *point);
  g_array_append_val (self->strokes, stroke);
  tl_show_tell (self, TL_SHOW_INK);
}

/**
 * tl_show_extend_stroke:
 * @self: a show
 * @point: where the pen has got to
 */
void
tl_show_extend_stroke (TlShow        *self,
                       const TlPoint *point)
{
  g_return_if_fail (TL_IS_SHOW (self));

  if (self->strokes->len == 0 || self->ink_gone != 0)
    return;

  g_array_append_val (g_array_index (self->strokes, TlStroke, self->strokes->len - 1).points, *point);
  tl_show_tell (self, TL_SHOW_INK);
}

static gboolean
is_hit (const TlStroke *stroke,
        const TlPoint  *point,
        double          reach)
{
  const TlPoint *points = (const TlPoint *) (void *) stroke->points->data;
  double least = reach + stroke->width / 2;

  for (guint i = 0; i < stroke->points->len; i++)
    if (tl_segment_get_distance_squared (&points[i > 0 ? i - 1 : 0], &points[i], point) <= least * least)
      return TRUE;

  return FALSE;
}

/**
 * tl_show_erase:
 * @self: a show with the eraser
 * @point: where it is
 *
 * Takes away all strokes there, each as a whole.
 */
void
tl_show_erase (TlShow        *self,
               const TlPoint *point)
{
  double reach = tl_show_get_tool_size (self);

  for (guint i = self->strokes->len; i > 0; i--)
    if (is_hit (&g_array_index (self->strokes, TlStroke, i - 1), point, reach))
      g_array_remove_index (self->strokes, i - 1);
  tl_show_tell (self, TL_SHOW_INK);
}

/**
 * tl_show_clear_ink:
 * @self: a show
 *
 * Takes away all strokes.
 */
void
tl_show_clear_ink (TlShow *self)
{
  g_return_if_fail (TL_IS_SHOW (self));

  self->hides_ink = FALSE;
  g_array_set_size (self->strokes, 0);
  self->ink_gone = 0;
  tl_show_tell (self, TL_SHOW_INK);
}

/**
 * tl_show_toggle_ink:
 * @self: a show
 *
 * Hides the strokes, or shows them again.
 */
void
tl_show_toggle_ink (TlShow *self)
{
  g_return_if_fail (TL_IS_SHOW (self));

  self->hides_ink = !self->hides_ink && self->strokes->len > 0;
  tl_show_tell (self, TL_SHOW_INK);
}

/**
 * tl_show_fade_ink:
 * @self: a show
 * @now: the time
 *
 * Strokes belong to what they have been drawn on: they go with it.
 */
void
tl_show_fade_ink (TlShow *self,
                  gint64  now)
{
  if (self->strokes->len == 0 || self->ink_gone != 0)
    return;

  if (self->is_animated)
    self->ink_gone = now;
  else
    tl_show_clear_ink (self);
}

/**
 * tl_show_get_strokes:
 * @self: a show
 * @n_strokes: (out): how many
 *
 * Returns: (transfer none) (array length=n_strokes): what has been drawn by
 *   hand
 */
const TlStroke *
tl_show_get_strokes (TlShow *self,
                     guint  *n_strokes)
{
  *n_strokes = self->strokes->len;

  return (const TlStroke *) (void *) self->strokes->data;
}

/**
 * tl_show_is_ink_fading:
 * @self: a show
 *
 * Returns: whether strokes are on their way out
 */
gboolean
tl_show_is_ink_fading (TlShow *self)
{
  return self->strokes->len > 0 && self->ink_gone != 0;
}

/**
 * tl_show_get_ink_opacity:
 * @self: a show
 * @now: the time
 *
 * Returns: how much of the strokes is left, from 0 to 1; nothing where there
 *   is none
 */
double
tl_show_get_ink_opacity (TlShow *self,
                         gint64  now)
{
  if (self->strokes->len == 0 || self->hides_ink)
    return 0;
  if (self->ink_gone == 0)
    return 1;

  return CLAMP (1 - (double) (now - self->ink_gone) / FADING, 0, 1);
}
