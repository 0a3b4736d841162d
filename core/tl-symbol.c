/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-symbol.h"

#include <math.h>

/* The symbols of categories: a shape each, drawn and not a font's, that can
 * be told apart at ten pixels and without colour.
 */

/* Of a zigzag, to either side. */
#define ZIGZAG_WIDTH 3.5

static void
fill_rect (TlScene *scene,
           double   x,
           double   y,
           double   width,
           double   height,
           TlRgba   colour)
{
  const TlRect rect = { x, y, width, height };
  const TlPen pen = { .fill = colour };

  tl_scene_add_rect (scene, &rect, 0, &pen);
}

/* A polygon with its corners on a circle, every second one at @inner times
 * the radius; the first one stands on top, turned by @turn. */
static void
fill_star (TlScene *scene,
           double   x,
           double   y,
           double   radius,
           double   inner,
           int      n_corners,
           double   turn,
           TlRgba   colour)
{
  const TlPen pen = { .fill = colour };

  for (int i = 0; i < n_corners; i++)
    {
      double angle = turn - G_PI / 2 + i * 2 * G_PI / n_corners;
      double r = i % 2 == 0 ? radius : radius * inner;

      if (i == 0)
        tl_scene_move_to (scene, x + r * cos (angle), y + r * sin (angle));
      else
        tl_scene_line_to (scene, x + r * cos (angle), y + r * sin (angle));
    }

  tl_scene_close_path (scene);
  tl_scene_add_path (scene, &pen);
}

/* A plus: something is added. */
static void
draw_deal (TlScene *scene,
           double   x,
           double   y,
           double   size,
           TlRgba   colour)
{
  double half = size * 0.9;
  double thick = size * 0.36;

  fill_rect (scene, x - half, y - thick / 2, 2 * half, thick, colour);
  fill_rect (scene, x - thick / 2, y - half, thick, half - thick / 2, colour);
  fill_rect (scene, x - thick / 2, y + thick / 2, thick, half - thick / 2, colour);
}

/* Lines of something said. */
static void
draw_statement (TlScene *scene,
                double   x,
                double   y,
                double   size,
                TlRgba   colour)
{
  double thick = size * 0.3;

  fill_rect (scene, x - size * 0.85, y - size * 0.7, size * 1.7, thick, colour);
  fill_rect (scene, x - size * 0.85, y - thick / 2, size * 1.7, thick, colour);
  fill_rect (scene, x - size * 0.85, y + size * 0.7 - thick, size, thick, colour);
}

/* Head and shoulders. */
static void
draw_people (TlScene *scene,
             double   x,
             double   y,
             double   size,
             TlRgba   colour)
{
  const TlPen pen = { .fill = colour };
  double bottom = y + size * 0.85;
  double half = size * 0.82;

  tl_scene_add_circle (scene, x, y - size * 0.42, size * 0.42, &pen);
  tl_scene_move_to (scene, x - half, bottom);
  tl_scene_curve_to (scene, x - half, y - size * 0.05, x + half, y - size * 0.05, x + half, bottom);
  tl_scene_close_path (scene);
  tl_scene_add_path (scene, &pen);
}

/* Two that go together. */
static void
draw_partnership (TlScene *scene,
                  double   x,
                  double   y,
                  double   size,
                  TlRgba   colour)
{
  double thick = size * 0.36;

  fill_rect (scene, x - size * 0.85, y - size * 0.22 - thick, size * 1.7, thick, colour);
  fill_rect (scene, x - size * 0.85, y + size * 0.22, size * 1.7, thick, colour);
}

/* Bars that rise. */
static void
draw_valuation (TlScene *scene,
                double   x,
                double   y,
                double   size,
                TlRgba   colour)
{
  double thick = size * 0.44;
  double bottom = y + size * 0.75;

  for (int i = 0; i < 3; i++)
    {
      double height = size * (0.5 + i * 0.5);

      fill_rect (scene, x - size * 0.86 + i * size * 0.64, bottom - height, thick, height, colour);
    }
}

/**
 * tl_symbol_draw:
 * @scene: a scene that is being built
 * @symbol: what to draw; %TL_SYMBOL_NONE draws nothing
 * @x: the middle, in pixels
 * @y: the middle, in pixels
 * @size: from the middle to the edge, in pixels
 * @colour: its colour
 *
 * Adds a category's symbol to the item that was begun last.
 */
void
tl_symbol_draw (TlScene *scene,
                TlSymbol symbol,
                double   x,
                double   y,
                double   size,
                TlRgba   colour)
{
  const TlPen pen = { .fill = colour };

  switch (symbol)
    {
    case TL_SYMBOL_DEAL:
      draw_deal (scene, x, y, size, colour);
      break;
    case TL_SYMBOL_STATEMENT:
      draw_statement (scene, x, y, size, colour);
      break;
    case TL_SYMBOL_PEOPLE:
      draw_people (scene, x, y, size, colour);
      break;
    case TL_SYMBOL_PARTNERSHIP:
      draw_partnership (scene, x, y, size, colour);
      break;
    case TL_SYMBOL_PRODUCT:
      fill_star (scene, x, y, size, 1, 6, 0, colour);
      break;
    case TL_SYMBOL_VALUATION:
      draw_valuation (scene, x, y, size, colour);
      break;
    case TL_SYMBOL_DOT:
      tl_scene_add_circle (scene, x, y, size * 0.55, &pen);
      break;
    case TL_SYMBOL_SQUARE:
      fill_rect (scene, x - size * 0.65, y - size * 0.65, size * 1.3, size * 1.3, colour);
      break;
    case TL_SYMBOL_DIAMOND:
      fill_star (scene, x, y, size, 1, 4, 0, colour);
      break;
    case TL_SYMBOL_TRIANGLE:
      fill_star (scene, x, y + size * 0.15, size, 1, 3, 0, colour);
      break;
    case TL_SYMBOL_STAR:
      fill_star (scene, x, y, size * 1.1, 0.42, 10, 0, colour);
      break;
    case TL_SYMBOL_NONE:
    default:
      break;
    }
}

/**
 * tl_symbol_draw_collapsed:
 * @scene: a scene that is being built
 * @x: the middle, in pixels
 * @y: the middle, in pixels
 * @size: from the middle to a corner, in pixels
 * @colour: its colour
 *
 * Adds the sign of what is folded away, a triangle that points to the end of
 * the line, to the item that was begun last.
 */
void
tl_symbol_draw_collapsed (TlScene *scene,
                          double   x,
                          double   y,
                          double   size,
                          TlRgba   colour)
{
  fill_star (scene, x, y, size, 1, 3, G_PI / 2, colour);
}

/**
 * tl_symbol_draw_zigzag:
 * @scene: a scene that is being built
 * @x: the middle, in pixels
 * @top: where it begins
 * @step: from one turn to the next
 * @n_steps: how many of them
 * @colour: its colour
 *
 * Adds the sign of a fold to the item that was begun last.
 */
void
tl_symbol_draw_zigzag (TlScene *scene,
                       double   x,
                       double   top,
                       double   step,
                       int      n_steps,
                       TlRgba   colour)
{
  const TlPen pen = { .stroke = colour, .line_width = 1 };

  for (int i = 0; i <= n_steps; i++)
    {
      double edge = x + (i % 2 == 0 ? -ZIGZAG_WIDTH : ZIGZAG_WIDTH);

      if (i == 0)
        tl_scene_move_to (scene, edge, top);
      else
        tl_scene_line_to (scene, edge, top + i * step);
    }
  tl_scene_add_path (scene, &pen);
}
