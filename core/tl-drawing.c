/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-drawing.h"

/**
 * tl_drawing_add_text:
 * @drawing: what is drawn
 * @scene: a scene that is being built
 * @text: (nullable): plain text
 * @style: how to set it
 * @room: (nullable): the room it has; %NULL for one line of any width
 * @x: its left edge, in pixels
 * @y: its top
 * @colour: its colour
 *
 * Adds a text to the item that was begun last.
 *
 * Returns: the room that it takes
 */
TlRect
tl_drawing_add_text (const TlDrawing   *drawing,
                     TlScene           *scene,
                     const char        *text,
                     const TlTextStyle *style,
                     const TlTextRoom  *room,
                     double             x,
                     double             y,
                     TlRgba             colour)
{
  TlRect taken = { x, y, 0, 0 };
  TlTextBlock block;

  if (text == NULL || *text == '\0')
    return taken;

  tl_text_measure (drawing->measure, text, style, room, &block);
  tl_scene_add_text (scene, text, style, &block, x, y, colour);
  taken.width = block.width;
  taken.height = block.n_lines * block.line_height;

  return taken;
}
