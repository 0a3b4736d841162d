/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-text-raster.h"

#include <math.h>
#include <pango/pangocairo.h>

/* As finely as this is the place of a line told, in parts of a pixel. */
#define PHASES 4

/* Glyphs may reach out of their line by this part of its size. */
#define OVERHANG 0.3

/* More than this is not kept, in bytes; then all begins anew. */
#define MOST_BYTES (24 << 20)

/* A line that is longer than this on the screen is not worth a picture. */
#define LONGEST 4000.0

typedef struct
{
  TlShapedText    *shaped;
  double           size; /* of the font, in pixels of the screen */
  int              phase;
  cairo_surface_t *mask;
  int              left; /* of the line, within the mask */
  int              baseline;
} Line;

struct _TlTextRaster
{
  GHashTable *lines;
  gsize       n_bytes;
};

static guint
hash_cb (gconstpointer data)
{
  const Line *line = data;

  return tl_shaped_text_hash_cb (line->shaped) * 31 + (guint) (line->size * 64) * PHASES + (guint) line->phase;
}

static gboolean
equal_cb (gconstpointer a,
          gconstpointer b)
{
  const Line *first = a;
  const Line *second = b;

  return first->size == second->size && first->phase == second->phase
         && tl_shaped_text_equal_cb (first->shaped, second->shaped);
}

static void
free_line_cb (gpointer data)
{
  Line *line = data;

  tl_shaped_text_unref (line->shaped);
  cairo_surface_destroy (line->mask);
  g_free (line);
}

/**
 * tl_text_raster_new:
 *
 * Returns: (transfer full): a keeper of no lines yet
 */
TlTextRaster *
tl_text_raster_new (void)
{
  TlTextRaster *self = g_new0 (TlTextRaster, 1);

  self->lines = g_hash_table_new_full (hash_cb, equal_cb, free_line_cb, NULL);

  return self;
}

/**
 * tl_text_raster_free:
 * @self: (transfer full): a keeper of lines
 */
void
tl_text_raster_free (TlTextRaster *self)
{
  g_hash_table_unref (self->lines);
  g_free (self);
}

static void
draw_outlines (const Line *line)
{
  cairo_t *cr = cairo_create (line->mask);

  cairo_translate (cr, line->left + (double) line->phase / PHASES, line->baseline);
  cairo_scale (cr, line->size / TL_SHAPING_SIZE, line->size / TL_SHAPING_SIZE);
  for (guint i = 0; i < line->shaped->n_runs; i++)
    {
      PangoGlyphItem *run = line->shaped->runs[i];

      cairo_move_to (cr, 0, 0);
      pango_cairo_glyph_string_path (cr, run->item->analysis.font, run->glyphs);
      cairo_fill (cr);
      cairo_translate (cr, pango_units_to_double (pango_glyph_string_get_width (run->glyphs)), 0);
    }
  cairo_destroy (cr);
}

static Line *
add_line (TlTextRaster *self,
          const Line   *key)
{
  Line *line = g_memdup2 (key, sizeof *key);
  double out = key->size * OVERHANG;
  int width, height;

  line->shaped = tl_shaped_text_ref (key->shaped);
  line->left = (int) ceil (out) + 1;
  line->baseline = (int) ceil (key->shaped->ascent * key->size + out) + 1;
  width = line->left + (int) ceil (key->shaped->width * key->size + out) + 2;
  height = line->baseline + (int) ceil (key->shaped->descent * key->size + out) + 1;
  line->mask = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  draw_outlines (line);

  self->n_bytes += (gsize) cairo_image_surface_get_stride (line->mask) * height;
  if (self->n_bytes > MOST_BYTES)
    {
      g_hash_table_remove_all (self->lines);
      self->n_bytes = (gsize) cairo_image_surface_get_stride (line->mask) * height;
    }
  g_hash_table_add (self->lines, line);

  return line;
}

/* Only what keeps letters upright and as wide as they are high. */
static gboolean
is_upright (const cairo_matrix_t *matrix)
{
  return matrix->xy == 0 && matrix->yx == 0 && matrix->xx > 0 && fabs (matrix->xx - matrix->yy) < 1e-9;
}

/**
 * tl_text_raster_draw:
 * @self: a keeper of lines
 * @cr: where to draw: an image; with the colour set
 * @shaped: a line, no glyph of which is a picture in colour
 * @size: of the font
 * @x: the left edge of the line
 * @baseline: y of the baseline
 *
 * Draws a line at the nearest quarter of a pixel of the image from left to
 * right, and on a whole pixel from top to bottom, so that it is sharp.
 *
 * Returns: whether that can be done here
 */
gboolean
tl_text_raster_draw (TlTextRaster       *self,
                     cairo_t            *cr,
                     const TlShapedText *shaped,
                     double              size,
                     double              x,
                     double              baseline)
{
  Line key = { .shaped = (TlShapedText *) shaped };
  const Line *line;
  cairo_matrix_t matrix;
  double steps;
  int left;

  cairo_get_matrix (cr, &matrix);
  key.size = size * matrix.xx;
  if (!is_upright (&matrix) || shaped->width * key.size > LONGEST)
    return FALSE;

  cairo_user_to_device (cr, &x, &baseline);
  steps = floor (x * PHASES + 0.5);
  left = (int) floor (steps / PHASES);
  key.phase = (int) (steps - (double) left * PHASES);
  line = g_hash_table_lookup (self->lines, &key);
  if (line == NULL)
    line = add_line (self, &key);

  cairo_identity_matrix (cr);
  cairo_mask_surface (cr, line->mask, left - line->left, floor (baseline + 0.5) - line->baseline);
  cairo_set_matrix (cr, &matrix);

  return TRUE;
}
