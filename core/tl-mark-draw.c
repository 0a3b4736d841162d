/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-mark.h"

#include "tl-symbol.h"

/* How marks look. Everything uncertain has a cue besides its colour. */

#define CORNER       7.0
#define ARROW_LENGTH 10.0
#define TOOTH        5.0
#define N_TEETH      3

/* Marks that are hardly there: what lies between brackets, what is not
 * sure. */
#define FAINT 0x30

static TlRgba
get_faint (TlRgba colour)
{
  return (colour & ~0xffu) | FAINT;
}

/**
 * tl_mark_is_solid:
 * @mark: the mark of an event
 * @style: how it looks
 *
 * Returns: whether its bar is filled, so that text on it takes the colour
 *   for that
 */
gboolean
tl_mark_is_solid (const TlMark      *mark,
                  const TlMarkStyle *style)
{
  return mark->kind == TL_MARK_BAR && !mark->is_uncertain && !style->is_hollow;
}

/* Goes along one end of a bar: down its right side, or up its left one, by
 * @way. Starts and ends on the straight edges. */
static void
follow_end (TlScene   *scene,
            TlEndShape shape,
            double     x,
            double     y,
            int        way)
{
  double half = TL_BAR_HEIGHT / 2 * way;
  double r = CORNER * way;
  double k = r * 0.45;

  switch (shape)
    {
    case TL_END_ARROW:
      tl_scene_line_to (scene, x - ARROW_LENGTH * way, y - half);
      tl_scene_line_to (scene, x, y);
      tl_scene_line_to (scene, x - ARROW_LENGTH * way, y + half);
      break;
    case TL_END_TORN:
      for (int i = 0; i <= 2 * N_TEETH; i++)
        tl_scene_line_to (scene, x - (i % 2) * TOOTH * way, y - half + i * half / N_TEETH);
      break;
    case TL_END_SOFT:
    case TL_END_CUT:
      tl_scene_line_to (scene, x, y - half);
      tl_scene_line_to (scene, x, y + half);
      break;
    case TL_END_ROUND:
    default:
      tl_scene_line_to (scene, x - r, y - half);
      tl_scene_curve_to (scene, x - k, y - half, x, y - half + r - k, x, y - half + r);
      tl_scene_line_to (scene, x, y + half - r);
      tl_scene_curve_to (scene, x, y + half - r + k, x - k, y + half, x - r, y + half);
      break;
    }
}

/* The same for an end that has no outline. */
static void
skip_end (TlScene *scene,
          double   x,
          double   y,
          int      way)
{
  double half = TL_BAR_HEIGHT / 2 * way;

  tl_scene_line_to (scene, x, y - half);
  tl_scene_move_to (scene, x, y + half);
}

/* A question mark in a small disc: it is not certain. */
static void
draw_doubt (TlScene           *scene,
            const TlMarkStyle *style,
            double             x,
            double             y)
{
  const TlPen disc = { .fill = style->ground, .stroke = style->hue.fill, .line_width = 1 };
  const TlPen hook = { .stroke = style->hue.text, .line_width = 1.4 };
  const TlPen dot = { .fill = style->hue.text };

  tl_scene_add_circle (scene, x, y, 6, &disc);
  tl_scene_move_to (scene, x - 2.2, y - 1.6);
  tl_scene_curve_to (scene, x - 2.2, y - 4.6, x + 2.2, y - 4.4, x + 2, y - 1.6);
  tl_scene_curve_to (scene, x + 1.8, y - 0.4, x, y - 0.4, x, y + 1.2);
  tl_scene_add_sign (scene, &hook);
  tl_scene_add_circle (scene, x, y + 3.2, 0.9, &dot);
}

static void
draw_disc (TlScene           *scene,
           const TlMark      *mark,
           const TlMarkStyle *style,
           double             x,
           double             y)
{
  gboolean is_filled = !mark->is_uncertain && !style->is_hollow;
  double stroke = is_filled ? 0 : 1.75;
  TlPen pen = {
    .fill = is_filled ? style->hue.fill : style->ground,
    .stroke = is_filled ? TL_RGBA_NONE : style->hue.fill,
    .line_width = stroke,
    .dash = mark->is_uncertain ? TL_DASH_DASHED : TL_DASH_SOLID,
  };

  if (mark->kind == TL_MARK_DISC && mark->is_approximate)
    {
      double width = (mark->x1 - mark->x0) / 2;
      const TlRect wings = { x - width, y - 4, 2 * width, 8 };
      const TlPen faint = { .fill = style->hue.fill, .fade_left = width, .fade_right = width };

      tl_scene_add_rect (scene, &wings, 0, &faint);
    }

  tl_scene_add_circle (scene, x, y, style->radius - stroke / 2, &pen);
  tl_symbol_draw (scene, style->symbol, x, y, style->radius * 0.52,
                  is_filled ? style->hue.on_fill : style->hue.fill);
  if (mark->is_uncertain)
    draw_doubt (scene, style, x + style->radius * 0.75, y - style->radius * 0.75);
}

/* The outline of a bar is left open where the bar fades, and where it goes
 * on outside of the drawing. */
static void
draw_outline (TlScene           *scene,
              const TlMark      *mark,
              const TlMarkStyle *style,
              double             left,
              double             y)
{
  double middle = left + (mark->x0 + mark->x1) / 2;
  const TlPen pen = {
    .stroke = style->hue.fill,
    .line_width = 1.5,
    .dash = mark->is_uncertain ? TL_DASH_DASHED : TL_DASH_SOLID,
  };

  tl_scene_move_to (scene, middle, y - TL_BAR_HEIGHT / 2);
  if (mark->right == TL_END_CUT || (mark->right == TL_END_SOFT && !mark->is_uncertain))
    skip_end (scene, left + mark->solid1, y, 1);
  else
    follow_end (scene, mark->right, left + mark->x1, y, 1);
  if (mark->left == TL_END_CUT || (mark->left == TL_END_SOFT && !mark->is_uncertain))
    skip_end (scene, left + mark->solid0, y, -1);
  else
    follow_end (scene, mark->left, left + mark->x0, y, -1);
  tl_scene_line_to (scene, middle, y - TL_BAR_HEIGHT / 2);
  tl_scene_add_path (scene, &pen);
}

static void
draw_bar (TlScene           *scene,
          const TlMark      *mark,
          const TlMarkStyle *style,
          double             left,
          double             y)
{
  gboolean is_solid = tl_mark_is_solid (mark, style);
  gboolean is_soft = mark->left == TL_END_SOFT && mark->right == TL_END_SOFT;
  const TlPen pen = {
    .fill = is_solid ? style->hue.fill : get_faint (style->hue.fill),
    .fade_left = mark->left == TL_END_SOFT ? mark->solid0 - mark->x0 : 0,
    .fade_right = mark->right == TL_END_SOFT ? mark->x1 - mark->solid1 : 0,
  };

  tl_scene_move_to (scene, left + (mark->x0 + mark->x1) / 2, y - TL_BAR_HEIGHT / 2);
  follow_end (scene, mark->right, left + mark->x1, y, 1);
  follow_end (scene, mark->left, left + mark->x0, y, -1);
  tl_scene_close_path (scene);
  tl_scene_add_path (scene, &pen);
  if (!is_solid && (mark->is_uncertain || !is_soft))
    draw_outline (scene, mark, style, left, y);

  if (mark->is_uncertain)
    draw_doubt (scene, style, left + mark->x1 - 4, y - TL_BAR_HEIGHT / 2);
}

/* One end of a bracket: a hook inwards, or an arrow out. What is cut has
 * neither. */
static void
draw_bracket_end (TlScene           *scene,
                  const TlMarkStyle *style,
                  TlEndShape         shape,
                  double             x,
                  double             y,
                  int                way)
{
  const TlPen line = { .stroke = style->hue.fill, .line_width = 2 };
  const TlPen head = { .fill = style->hue.fill };
  double half = 8;

  if (shape == TL_END_CUT)
    return;
  if (shape == TL_END_ARROW || shape == TL_END_TORN)
    {
      tl_scene_move_to (scene, x, y);
      tl_scene_line_to (scene, x - 7 * way, y - 4.5);
      tl_scene_line_to (scene, x - 7 * way, y + 4.5);
      tl_scene_close_path (scene);
      tl_scene_add_path (scene, &head);
      return;
    }

  tl_scene_move_to (scene, x - 4 * way, y - half);
  tl_scene_line_to (scene, x - 1 * way, y - half);
  tl_scene_line_to (scene, x - 1 * way, y + half);
  tl_scene_line_to (scene, x - 4 * way, y + half);
  tl_scene_add_path (scene, &line);
}

static void
draw_bracket (TlScene           *scene,
              const TlMark      *mark,
              const TlMarkStyle *style,
              double             left,
              double             y)
{
  double arrow_left = mark->left == TL_END_ARROW ? 6 : 0;
  double arrow_right = mark->right == TL_END_ARROW ? 6 : 0;
  const TlRect band = { left + mark->x0, y - 4, mark->x1 - mark->x0, 8 };
  const TlPen faint = { .fill = get_faint (style->hue.fill), .fade_left = arrow_left, .fade_right = arrow_right };

  tl_scene_add_rect (scene, &band, 0, &faint);
  draw_bracket_end (scene, style, mark->left, left + mark->x0, y, -1);
  draw_bracket_end (scene, style, mark->right, left + mark->x1, y, 1);
  draw_disc (scene, mark, style, left + mark->anchor, y);
}

static void
draw_chain (TlScene           *scene,
            const TlMark      *mark,
            const TlMarkStyle *style,
            double             left,
            double             y)
{
  const TlPen line = { .stroke = style->hue.fill, .line_width = 2, .dash = TL_DASH_DOTTED };

  gboolean has_first = tl_mark_has_disc (mark->left);
  gboolean has_last = tl_mark_has_disc (mark->right);
  double from = left + mark->solid0 + (has_first ? style->radius : 0);
  double to = left + mark->solid1 - (has_last ? style->radius : 0);

  if (from < to)
    tl_scene_add_line (scene, from, y, to, y, &line);
  if (has_last)
    draw_disc (scene, mark, style, left + mark->solid1, y);
  else
    draw_bracket_end (scene, style, mark->right, left + mark->solid1, y, 1);
  if (has_first)
    draw_disc (scene, mark, style, left + mark->solid0, y);
  else
    draw_bracket_end (scene, style, mark->left, left + mark->solid0, y, -1);
}

/**
 * tl_mark_draw:
 * @mark: the mark of an event
 * @style: how it looks
 * @left: where the axis starts in the scene, in pixels
 * @y: the middle of the mark
 * @scene: a scene that is being built
 *
 * Adds the mark to the item that was begun last.
 */
void
tl_mark_draw (const TlMark      *mark,
              const TlMarkStyle *style,
              double             left,
              double             y,
              TlScene           *scene)
{
  switch ((TlMarkKind) mark->kind)
    {
    case TL_MARK_BAR:
      draw_bar (scene, mark, style, left, y);
      break;
    case TL_MARK_BRACKET:
      draw_bracket (scene, mark, style, left, y);
      break;
    case TL_MARK_CHAIN:
      draw_chain (scene, mark, style, left, y);
      break;
    case TL_MARK_DISC:
    default:
      draw_disc (scene, mark, style, left + mark->anchor, y);
      break;
    }
}
