/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-scene-private.h"

#include <math.h>

/**
 * tl_scene_begin_item:
 * @self: a scene
 * @kind: what the item stands for
 * @index: which one of its kind, see #TlItemKind
 *
 * Begins an item on top of those that there are. The shapes that follow are
 * its own. Its id, texts, clip and opacity are the caller's to fill in, with
 * texts from tl_scene_keep_text(); it starts without them, and opaque.
 *
 * Returns: (transfer none): the item; valid until the next one is begun
 */
TlSceneItem *
tl_scene_begin_item (TlScene    *self,
                     TlItemKind  kind,
                     guint32     index)
{
  TlSceneItem item = { .kind = kind, .index = index, .opacity = 1, .first_shape = self->shapes->len };

  g_array_append_val (self->items, item);

  return &g_array_index (self->items, TlSceneItem, self->items->len - 1);
}

/**
 * tl_scene_keep_text:
 * @self: a scene
 * @text: (nullable): a text
 *
 * Returns: (transfer none) (nullable): a copy that lives as long as @self;
 *   %NULL for %NULL
 */
const char *
tl_scene_keep_text (TlScene    *self,
                    const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
}

static void
add_shape (TlScene *self,
           TlShape *shape)
{
  g_return_if_fail (self->items->len > 0);

  g_array_index (self->items, TlSceneItem, self->items->len - 1).n_shapes++;
  g_array_append_vals (self->shapes, shape, 1);
}

/**
 * tl_scene_add_rect:
 * @self: a scene
 * @rect: a rectangle
 * @radius: of its corners, in pixels
 * @pen: how it is painted
 */
void
tl_scene_add_rect (TlScene      *self,
                   const TlRect *rect,
                   double        radius,
                   const TlPen  *pen)
{
  TlShape shape = { .kind = TL_SHAPE_RECT, .box = *rect, .pen = *pen };

  shape.radius = fmax (fmin (radius, fmin (rect->width, rect->height) / 2), 0);
  add_shape (self, &shape);
}

/**
 * tl_scene_add_circle:
 * @self: a scene
 * @x: x of its centre
 * @y: y of its centre
 * @radius: in pixels
 * @pen: how it is painted
 */
void
tl_scene_add_circle (TlScene     *self,
                     double       x,
                     double       y,
                     double       radius,
                     const TlPen *pen)
{
  TlShape shape = {
    .kind = TL_SHAPE_CIRCLE,
    .box = { x - radius, y - radius, 2 * radius, 2 * radius },
    .pen = *pen,
    .radius = radius,
  };

  add_shape (self, &shape);
}

static void
add_verb (TlScene       *self,
          TlPathVerb     verb,
          const TlPoint *points,
          guint          n_points)
{
  guint8 byte = (guint8) verb;

  g_byte_array_append (self->verbs, &byte, 1);
  if (n_points > 0)
    g_array_append_vals (self->points, points, n_points);
}

/**
 * tl_scene_move_to:
 * @self: a scene
 * @x: x to start at
 * @y: y to start at
 *
 * Begins a path, or a further part of one, that tl_scene_add_path() ends.
 */
void
tl_scene_move_to (TlScene *self,
                  double   x,
                  double   y)
{
  add_verb (self, TL_VERB_MOVE, &(TlPoint) { x, y }, 1);
}

/**
 * tl_scene_line_to:
 * @self: a scene with a path begun
 * @x: x to go to
 * @y: y to go to
 */
void
tl_scene_line_to (TlScene *self,
                  double   x,
                  double   y)
{
  add_verb (self, TL_VERB_LINE, &(TlPoint) { x, y }, 1);
}

/**
 * tl_scene_curve_to:
 * @self: a scene with a path begun
 * @x1: x of what it first heads for
 * @y1: y of what it first heads for
 * @x2: x of what it comes from in the end
 * @y2: y of what it comes from in the end
 * @x3: x to go to
 * @y3: y to go to
 *
 * Adds a cubic Bézier curve.
 */
void
tl_scene_curve_to (TlScene *self,
                   double   x1,
                   double   y1,
                   double   x2,
                   double   y2,
                   double   x3,
                   double   y3)
{
  const TlPoint points[] = { { x1, y1 }, { x2, y2 }, { x3, y3 } };

  add_verb (self, TL_VERB_CURVE, points, G_N_ELEMENTS (points));
}

/**
 * tl_scene_close_path:
 * @self: a scene with a path begun
 *
 * Goes straight to where the part began.
 */
void
tl_scene_close_path (TlScene *self)
{
  add_verb (self, TL_VERB_CLOSE, NULL, 0);
}

static void
end_path (TlScene     *self,
          const TlPen *pen,
          gboolean     keeps_direction)
{
  TlShape shape = {
    .kind = TL_SHAPE_PATH,
    .pen = *pen,
    .first_verb = self->first_verb,
    .n_verbs = self->verbs->len - self->first_verb,
    .first_point = self->first_point,
    .keeps_direction = keeps_direction,
  };

  g_return_if_fail (shape.n_verbs > 0 && self->verbs->data[self->first_verb] == TL_VERB_MOVE);

  for (guint32 i = self->first_point; i < self->points->len; i++)
    {
      const TlPoint *point = &g_array_index (self->points, TlPoint, i);
      TlRect box = { point->x, point->y, 0, 0 };

      shape.box = i == self->first_point ? box : tl_rect_union (&shape.box, &box);
    }
  self->first_verb = self->verbs->len;
  self->first_point = self->points->len;
  add_shape (self, &shape);
}

/**
 * tl_scene_add_path:
 * @self: a scene with a path begun
 * @pen: how the path is painted
 *
 * Adds the path that was begun with tl_scene_move_to() to the item. What lies
 * within it by the non-zero rule is filled.
 */
void
tl_scene_add_path (TlScene     *self,
                   const TlPen *pen)
{
  end_path (self, pen, FALSE);
}

/**
 * tl_scene_add_sign:
 * @self: a scene with a path begun
 * @pen: how the path is painted
 *
 * Adds the path like tl_scene_add_path(), for a sign that is read, as a
 * question mark: tl_scene_mirror() moves it, but does not turn it around.
 */
void
tl_scene_add_sign (TlScene     *self,
                   const TlPen *pen)
{
  end_path (self, pen, TRUE);
}

/**
 * tl_scene_add_line:
 * @self: a scene without a path begun
 * @x1: x of its start
 * @y1: y of its start
 * @x2: x of its end
 * @y2: y of its end
 * @pen: how it is painted; the stroke counts
 *
 * Adds a path that is one straight line.
 */
void
tl_scene_add_line (TlScene     *self,
                   double       x1,
                   double       y1,
                   double       x2,
                   double       y2,
                   const TlPen *pen)
{
  g_return_if_fail (self->first_verb == self->verbs->len);

  tl_scene_move_to (self, x1, y1);
  tl_scene_line_to (self, x2, y2);
  tl_scene_add_path (self, pen);
}

static const char *
keep_line (TlScene          *self,
           const char       *text,
           const TlTextLine *line)
{
  g_autoptr (GString) kept = g_string_new_len (text + line->start, line->length);

  tl_text_flatten (kept->str, kept->len);
  if (line->is_cut)
    g_string_append (kept, TL_ELLIPSIS);

  return g_string_chunk_insert_len (self->texts, kept->str, (gssize) kept->len);
}

/**
 * tl_scene_add_text:
 * @self: a scene
 * @text: a text; copied
 * @style: how it is set
 * @block: the text, broken into lines
 * @x: left edge of the block
 * @y: its top
 * @colour: of the text
 *
 * Adds a shape for each line of the text. Where the text runs from right to
 * left, the lines end at the right edge of the block. In a mirrored scene,
 * all lines stand at the right.
 */
void
tl_scene_add_text (TlScene           *self,
                   const char        *text,
                   const TlTextStyle *style,
                   const TlTextBlock *block,
                   double             x,
                   double             y,
                   TlRgba             colour)
{
  for (guint i = 0; i < block->n_lines; i++)
    {
      const TlTextLine *line = &block->lines[i];
      double indent = block->is_rtl ? block->width - line->width : 0;
      double top = y + i * block->line_height;
      TlShape shape = {
        .kind = TL_SHAPE_TEXT,
        .box = { x + indent, top, line->width, block->line_height },
        .pen = { .fill = colour },
        .text = keep_line (self, text, line),
        .style = *style,
        .baseline = top + block->baseline,
        .is_rtl = block->is_rtl,
        .indent = indent,
      };

      add_shape (self, &shape);
    }
}
