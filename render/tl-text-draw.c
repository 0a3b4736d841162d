/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-text-raster.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-font.h>
#include <string.h>

static const TlShapedText *
shape_line (TlTextPango       *self,
            const char        *text,
            const TlTextStyle *style,
            gboolean           is_rtl)
{
  gsize length = strlen (text);
  g_autofree char *flat = g_strndup (text, length);

  tl_text_flatten (flat, length);

  return tl_text_pango_shape (self, flat, length, style->weight, is_rtl);
}

/* Whether the glyphs of @font are pictures in colour. */
static gboolean
is_in_colour (PangoFont *font)
{
  FcBool is_in_colour = FcFalse;

  if (PANGO_IS_FC_FONT (font))
    FcPatternGetBool (pango_fc_font_get_pattern (PANGO_FC_FONT (font)), FC_COLOR, 0, &is_in_colour);

  return is_in_colour;
}

static gboolean
has_colour (const TlShapedText *shaped)
{
  for (guint i = 0; i < shaped->n_runs; i++)
    if (is_in_colour (shaped->runs[i]->item->analysis.font))
      return TRUE;

  return FALSE;
}

static gboolean
is_picture (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE;
}

/* Draws a run that starts at the origin. */
static void
draw_run (cairo_t            *cr,
          const TlShapedText *shaped,
          PangoGlyphItem     *run,
          gboolean            is_exact)
{
  cairo_move_to (cr, 0, 0);
  if (is_exact && !is_in_colour (run->item->analysis.font))
    {
      pango_cairo_glyph_string_path (cr, run->item->analysis.font, run->glyphs);
      cairo_fill (cr);
    }
  else
    pango_cairo_show_glyph_item (cr, shaped->text, run);
  cairo_new_path (cr);
}

/**
 * tl_text_pango_draw_line:
 * @self: a setter of text
 * @cr: where to draw, with the colour set
 * @text: one line
 * @style: how to set it
 * @is_rtl: whether its paragraph runs from right to left
 * @x: the left edge of the text, whatever its direction
 * @baseline: y of the baseline
 *
 * Draws one line, with the very glyphs that were measured.
 */
void
tl_text_pango_draw_line (TlTextPango       *self,
                         cairo_t           *cr,
                         const char        *text,
                         const TlTextStyle *style,
                         gboolean           is_rtl,
                         double             x,
                         double             baseline)
{
  const TlShapedText *shaped = shape_line (self, text, style, is_rtl);
  gboolean is_exact = tl_text_pango_get_exact (self) && is_picture (cr);
  TlTextRaster *raster = is_picture (cr) ? tl_text_pango_get_raster (self) : NULL;
  cairo_matrix_t matrix;

  if (raster != NULL && !has_colour (shaped) && tl_text_raster_draw (raster, cr, shaped, style->size, x, baseline))
    return;

  cairo_get_matrix (cr, &matrix);
  cairo_translate (cr, x, baseline);
  cairo_scale (cr, style->size / TL_SHAPING_SIZE, style->size / TL_SHAPING_SIZE);
  for (guint i = 0; i < shaped->n_runs; i++)
    {
      PangoGlyphItem *run = shaped->runs[i];

      draw_run (cr, shaped, run, is_exact);
      cairo_translate (cr, pango_units_to_double (pango_glyph_string_get_width (run->glyphs)), 0);
    }
  cairo_set_matrix (cr, &matrix);
}

/**
 * tl_text_pango_add_outlines:
 * @self: a setter of text
 * @cr: where to draw
 * @text: one line
 * @style: how to set it
 * @is_rtl: whether its paragraph runs from right to left
 * @x: the left edge of the text, whatever its direction
 * @baseline: y of the baseline
 *
 * Adds the outlines of the glyphs of one line to the path of @cr. Glyphs that
 * are pictures in colour, such as most emoji, have none.
 *
 * Returns: whether all glyphs have outlines
 */
gboolean
tl_text_pango_add_outlines (TlTextPango       *self,
                            cairo_t           *cr,
                            const char        *text,
                            const TlTextStyle *style,
                            gboolean           is_rtl,
                            double             x,
                            double             baseline)
{
  const TlShapedText *shaped = shape_line (self, text, style, is_rtl);
  gboolean is_complete = TRUE;
  cairo_matrix_t matrix;
  double at = 0;

  cairo_get_matrix (cr, &matrix);
  cairo_translate (cr, x, baseline);
  cairo_scale (cr, style->size / TL_SHAPING_SIZE, style->size / TL_SHAPING_SIZE);
  for (guint i = 0; i < shaped->n_runs; i++)
    {
      PangoGlyphItem *run = shaped->runs[i];
      PangoFont *font = run->item->analysis.font;

      cairo_move_to (cr, at, 0);
      if (is_in_colour (font))
        is_complete = FALSE;
      else
        pango_cairo_glyph_string_path (cr, font, run->glyphs);
      at += pango_units_to_double (pango_glyph_string_get_width (run->glyphs));
    }
  cairo_set_matrix (cr, &matrix);

  return is_complete;
}
