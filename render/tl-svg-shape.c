/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-svg-private.h"

#include <math.h>
#include <string.h>

static void
append_point (GString *out,
              double   x,
              double   y)
{
  tl_append_length (out, x);
  g_string_append_c (out, ' ');
  tl_append_length (out, y);
}

static void
append_path (GString       *out,
             const TlScene *scene,
             const TlShape *shape)
{
  const guint8 *verbs = tl_scene_get_verbs (scene, shape);
  const TlPoint *points = tl_scene_get_points (scene, shape);

  g_string_append (out, " d=\"");
  for (guint32 i = 0; i < shape->n_verbs; i++)
    {
      guint n = tl_verb_get_n_points (verbs[i]);

      g_string_append_c (out, TL_VERB_LETTERS[verbs[i]]);
      for (guint j = 0; j < n; j++)
        {
          if (j > 0)
            g_string_append_c (out, ' ');
          append_point (out, points[j].x, points[j].y);
        }
      points += n;
    }
  g_string_append_c (out, '"');
}

static void
append_stop (GString *out,
             double   offset,
             TlRgba   colour)
{
  g_string_append_printf (out, "<stop offset=\"");
  g_string_append_printf (out, "%d%%", (int) lround (offset * 100));
  g_string_append_c (out, '"');
  tl_svg_append_colour (out, "stop", colour);
  g_string_append (out, "/>");
}

/* The fade of a shape, in whole hundredths of its width: what is a little
 * off is not seen. */
static void
append_fade (TlSvgWriter   *self,
             const TlShape *shape)
{
  g_autoptr (GString) where = g_string_new (" gradientUnits=\"userSpaceOnUse\" y1=\"0\" y2=\"0\"");
  g_autoptr (GString) stops = g_string_new (NULL);
  const TlPen *pen = &shape->pen;
  double room = fmax (shape->box.width, pen->fade_left + pen->fade_right);

  tl_svg_append_length (where, "x1", shape->box.x);
  tl_svg_append_length (where, "x2", shape->box.x + shape->box.width);
  if (pen->fade_left > 0)
    append_stop (stops, 0, pen->fill & ~0xffu);
  append_stop (stops, pen->fade_left / room, pen->fill);
  append_stop (stops, 1 - pen->fade_right / room, pen->fill);
  if (pen->fade_right > 0)
    append_stop (stops, 1, pen->fill & ~0xffu);
  g_string_append_printf (self->body, " fill=\"url(#def_00%u)\"",
                          tl_svg_writer_define (self, "linearGradient", where->str, stops->str));
}

static void
append_fill (TlSvgWriter   *self,
             const TlShape *shape)
{
  const TlPen *pen = &shape->pen;

  if (TL_RGBA_ALPHA (pen->fill) == 0)
    g_string_append (self->body, " fill=\"none\"");
  else if (shape->kind != TL_SHAPE_TEXT && (pen->fade_left > 0 || pen->fade_right > 0))
    append_fade (self, shape);
  else
    tl_svg_append_colour (self->body, "fill", pen->fill);
}

static void
append_stroke (GString     *out,
               const TlPen *pen)
{
  static const char *const dashes[] = { NULL, "4 3", "1.5 3", "10 4" };

  if (TL_RGBA_ALPHA (pen->stroke) == 0)
    return;

  tl_svg_append_colour (out, "stroke", pen->stroke);
  if (pen->line_width != 1)
    tl_svg_append_length (out, "stroke-width", pen->line_width);
  if (pen->dash != TL_DASH_SOLID)
    tl_xml_append_attribute (out, "stroke-dasharray", dashes[pen->dash]);
}

static void
append_rect (GString       *out,
             const TlShape *shape)
{
  tl_svg_append_length (out, "x", shape->box.x);
  tl_svg_append_length (out, "y", shape->box.y);
  tl_svg_append_length (out, "width", shape->box.width);
  tl_svg_append_length (out, "height", shape->box.height);
  if (shape->radius > 0)
    tl_svg_append_length (out, "rx", shape->radius);
}

/**
 * tl_svg_writer_add_shape:
 * @self: a file that is being written
 * @shape: one of the scene's shapes
 */
void
tl_svg_writer_add_shape (TlSvgWriter   *self,
                         const TlShape *shape)
{
  switch (shape->kind)
    {
    case TL_SHAPE_TEXT:
      tl_svg_writer_add_text (self, shape);
      return;
    case TL_SHAPE_PATH:
      g_string_append (self->body, "<path");
      append_path (self->body, self->scene, shape);
      break;
    case TL_SHAPE_CIRCLE:
      g_string_append (self->body, "<circle");
      tl_svg_append_length (self->body, "cx", shape->box.x + shape->radius);
      tl_svg_append_length (self->body, "cy", shape->box.y + shape->radius);
      tl_svg_append_length (self->body, "r", shape->radius);
      break;
    case TL_SHAPE_RECT:
    default:
      g_string_append (self->body, "<rect");
      append_rect (self->body, shape);
      break;
    }

  append_fill (self, shape);
  append_stroke (self->body, &shape->pen);
  g_string_append (self->body, "/>");
}

static cairo_t *
get_scratch (TlSvgWriter *self)
{
  if (self->scratch == NULL)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);

      self->scratch = cairo_create (surface);
      cairo_surface_destroy (surface);
    }

  return self->scratch;
}

static void
append_outlines (GString            *out,
                 const cairo_path_t *path)
{
  static const char letters[] = { 'M', 'L', 'C', 'Z' };

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      /* A part of a path that only moves is what a closed one ends in. */
      if (data->header.type == CAIRO_PATH_MOVE_TO
          && (i + 2 >= path->num_data || data[data->header.length].header.type == CAIRO_PATH_MOVE_TO))
        continue;
      g_string_append_c (out, letters[data->header.type]);
      for (int j = 1; j < data->header.length; j++)
        {
          if (j > 1)
            g_string_append_c (out, ' ');
          append_point (out, data[j].point.x, data[j].point.y);
        }
    }
}

/* Writes the outlines of the glyphs of @shape, if all of them have any. */
static gboolean
add_outlines (TlSvgWriter   *self,
              const TlShape *shape)
{
  cairo_t *cr = get_scratch (self);
  cairo_path_t *path;
  gboolean is_complete;

  cairo_new_path (cr);
  is_complete = tl_text_pango_add_outlines (self->text, cr, shape->text, &shape->style, shape->is_rtl,
                                            shape->box.x, shape->baseline);
  if (!is_complete)
    return FALSE;

  path = cairo_copy_path (cr);
  if (path->num_data > 0)
    {
      g_string_append (self->body, "<path d=\"");
      append_outlines (self->body, path);
      g_string_append_c (self->body, '"');
      append_fill (self, shape);
      g_string_append (self->body, "/>");
    }
  cairo_path_destroy (path);

  return TRUE;
}

static gboolean
has_edge_spaces (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && (text[0] == ' ' || text[length - 1] == ' ' || strstr (text, "  ") != NULL);
}

/**
 * tl_svg_writer_add_text:
 * @self: a file that is being written
 * @shape: a text of the scene
 *
 * Writes one line, as wide as it was measured, whatever font it is set in in
 * the end. Text that runs from right to left starts at its right edge, and
 * keeps the width that it has: Inkscape stretches it out of the page.
 */
void
tl_svg_writer_add_text (TlSvgWriter   *self,
                        const TlShape *shape)
{
  static const char *const weights[] = { NULL, "600", "700" };
  GString *out = self->body;

  if (self->how == TL_SVG_TEXT_OUTLINES && add_outlines (self, shape))
    return;

  g_string_append (out, "<text");
  tl_svg_append_length (out, "x", shape->is_rtl ? shape->box.x + shape->box.width : shape->box.x);
  tl_svg_append_length (out, "y", shape->baseline);
  tl_svg_append_length (out, "font-size", shape->style.size);
  if (shape->style.weight != TL_WEIGHT_REGULAR)
    tl_xml_append_attribute (out, "font-weight", weights[shape->style.weight]);
  if (shape->is_rtl)
    tl_xml_append_attribute (out, "direction", "rtl");
  append_fill (self, shape);
  if (shape->box.width > 0 && !shape->is_rtl)
    {
      tl_svg_append_length (out, "textLength", shape->box.width);
      tl_xml_append_attribute (out, "lengthAdjust", "spacingAndGlyphs");
    }
  if (has_edge_spaces (shape->text))
    tl_xml_append_attribute (out, "xml:space", "preserve");
  g_string_append_c (out, '>');
  tl_xml_append_text (out, shape->text);
  g_string_append (out, "</text>");
}
