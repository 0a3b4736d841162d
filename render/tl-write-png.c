/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-write-png.h"

#include "tl-png-encoder.h"

#include <math.h>

/* An image is painted and written in bands of about this size, so that any
 * height takes the same memory, and what has just been painted is still
 * near the processor when it is compressed.
 */
#define BAND_BYTES (2u << 20)

/* From this scale on nobody sees whether letters are exactly where they
 * belong, and it takes as long as all the rest. */
#define FINE_SCALE 2

/* How far letters and ends of strokes may reach out of an item's bounds. */
#define OVERHANG 16

#define CSS_INCH 96.0
#define METRE_IN_INCHES 0.0254

typedef struct
{
  const TlScene      *scene;
  TlTextPango        *text;
  const TlPngOptions *options;
  TlOutput           *output; /* one of these two takes the file */
  GByteArray         *bytes;
  TlPngShape          shape;
  TlPngPalette        palette;
  cairo_surface_t    *band;
  guint               band_height;
} Job;

typedef gboolean (*TakeRowsFunc) (Job           *job,
                                  const guint32 *pixels,
                                  guint          stride,
                                  guint          n_rows,
                                  gpointer       data);

/* A page of 297.0 by 210.0 millimetres is no whole number of pixels. */
static guint
scale_length (double length,
              double scale)
{
  double n = floor (length * scale + 0.5);

  return (guint) CLAMP (n, 1, (double) G_MAXINT);
}

/**
 * tl_png_get_width:
 * @scene: a drawing
 * @scale: pixels of the image for each of the scene
 *
 * Returns: how many pixels wide it becomes
 */
guint
tl_png_get_width (const TlScene *scene,
                  double         scale)
{
  return scale_length (tl_scene_get_width (scene), scale);
}

/**
 * tl_png_get_height:
 * @scene: a drawing
 * @scale: pixels of the image for each of the scene
 *
 * Returns: how many pixels high it becomes
 */
guint
tl_png_get_height (const TlScene *scene,
                   double         scale)
{
  return scale_length (tl_scene_get_height (scene), scale);
}

/* To the edges, which may be a part of a pixel further than the page. */
static void
paint_page_colour (Job     *job,
                   cairo_t *cr)
{
  TlRgba colour = tl_scene_get_background (job->scene);

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source_rgba (cr, (colour >> 24) / 255.0, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
                         TL_RGBA_ALPHA (colour) / 255.0);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
}

static void
paint_band (Job  *job,
            guint top,
            guint n_rows)
{
  double scale = job->options->scale;
  double from = top / scale - OVERHANG;
  double to = (top + n_rows) / scale + OVERHANG;
  cairo_t *cr = cairo_create (job->band);
  const TlSceneItem *items;
  guint n_items;

  paint_page_colour (job, cr);
  cairo_translate (cr, 0, -(double) top);
  cairo_scale (cr, scale, scale);
  items = tl_scene_get_items (job->scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].bounds.y < to && items[i].bounds.y + items[i].bounds.height > from)
      tl_paint_item (job->scene, &items[i], job->text, cr);
  cairo_destroy (cr);
  cairo_surface_flush (job->band);
}

/* Paints all bands from top to bottom, as long as @take returns TRUE. */
static gboolean
paint_bands (Job         *job,
             TakeRowsFunc take,
             gpointer     data)
{
  guint stride = (guint) cairo_image_surface_get_stride (job->band) / 4;
  const guint32 *pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (job->band);

  for (guint top = 0; top < job->shape.height; top += job->band_height)
    {
      guint n_rows = MIN (job->band_height, job->shape.height - top);

      paint_band (job, top, n_rows);
      if (!take (job, pixels, stride, n_rows, data)
          || !tl_write_progress_tell (job->options->progress, (double) (top + n_rows) / job->shape.height))
        return FALSE;
    }

  return TRUE;
}

static gboolean
count_colours (Job           *job,
               const guint32 *pixels,
               guint          stride,
               guint          n_rows,
               gpointer       data)
{
  gboolean *are_few = data;

  for (guint i = 0; i < n_rows && *are_few; i++)
    *are_few = tl_png_palette_add (&job->palette, pixels + (gsize) i * stride, job->shape.width);

  return *are_few;
}

static gboolean
encode_rows (Job           *job,
             const guint32 *pixels,
             guint          stride,
             guint          n_rows,
             gpointer       data)
{
  tl_png_encoder_add_rows (data, pixels, stride, n_rows);

  /* Nothing is gained from going on where the disk is full. */
  return job->output == NULL || tl_output_write (job->output, NULL, 0);
}

static gboolean
encode_rows_twice (Job           *job,
                   const guint32 *pixels,
                   guint          stride,
                   guint          n_rows,
                   gpointer       data)
{
  TlPngEncoder **encoders = data;

  tl_png_encoder_add_rows (encoders[0], pixels, stride, n_rows);
  tl_png_encoder_add_rows (encoders[1], pixels, stride, n_rows);

  return TRUE;
}

static TlPngEncoder *
create_encoder (Job        *job,
                TlPngEffort effort,
                GByteArray *bytes)
{
  job->shape.effort = effort;

  return tl_png_encoder_new (&job->shape, tl_scene_get_about (job->scene), job->options->author,
                             bytes == NULL ? job->output : NULL, bytes);
}

static void
write_fast (Job *job)
{
  g_autoptr (TlPngEncoder) encoder = create_encoder (job, TL_PNG_FAST, job->bytes);

  if (paint_bands (job, encode_rows, encoder))
    tl_png_encoder_finish (encoder);
}

/* Nobody knows beforehand which way is the smaller one, so both are gone;
 * what comes of them fits into memory many times.
 */
static void
write_small (Job *job)
{
  g_autoptr (GByteArray) plain = g_byte_array_new ();
  g_autoptr (GByteArray) filtered = g_byte_array_new ();
  g_autoptr (TlPngEncoder) plain_encoder = NULL;
  g_autoptr (TlPngEncoder) filtered_encoder = NULL;
  const GByteArray *smaller;
  gboolean are_few = TRUE;

  job->palette.mask = job->shape.has_alpha ? 0xffffffffu : 0xffffffu;
  paint_bands (job, count_colours, &are_few);
  job->shape.palette = are_few ? &job->palette : NULL;

  plain_encoder = create_encoder (job, TL_PNG_SMALL_PLAIN, plain);
  filtered_encoder = create_encoder (job, TL_PNG_SMALL_FILTERED, filtered);
  paint_bands (job, encode_rows_twice, (TlPngEncoder *[]) { plain_encoder, filtered_encoder });
  tl_png_encoder_finish (plain_encoder);
  tl_png_encoder_finish (filtered_encoder);

  smaller = filtered->len < plain->len ? filtered : plain;
  if (job->output != NULL)
    tl_output_write (job->output, smaller->data, smaller->len);
  else
    g_byte_array_append (job->bytes, smaller->data, smaller->len);
}

static void
write_file (Job *job)
{
  guint width = tl_png_get_width (job->scene, job->options->scale);
  gboolean was_exact = tl_text_pango_get_exact (job->text);
  guint band_height = MAX (BAND_BYTES / 4 / MAX (width, 1), 1);

  g_return_if_fail (width <= TL_PNG_MAX_WIDTH);
  g_return_if_fail (tl_png_get_height (job->scene, job->options->scale) <= TL_PNG_MAX_HEIGHT);

  job->shape.width = width;
  job->shape.height = tl_png_get_height (job->scene, job->options->scale);
  job->shape.has_alpha = TL_RGBA_ALPHA (tl_scene_get_background (job->scene)) < 255;
  job->shape.pixels_per_metre = job->options->scale * CSS_INCH / METRE_IN_INCHES;
  job->band_height = MIN (band_height, job->shape.height);
  job->band = cairo_image_surface_create (job->shape.has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                          (int) width, (int) job->band_height);

  tl_text_pango_set_exact (job->text, job->options->scale < FINE_SCALE);
  if (job->options->is_small)
    write_small (job);
  else
    write_fast (job);
  tl_text_pango_set_exact (job->text, was_exact);
  cairo_surface_destroy (job->band);
}

/**
 * tl_write_png:
 * @scene: a drawing, no wider than %TL_PNG_MAX_WIDTH and no higher than
 *   %TL_PNG_MAX_HEIGHT at the scale wanted
 * @text: what its texts were measured with
 * @options: how to write it
 * @output: takes the file; tells of failures when it is closed
 *
 * Writes a drawing as PNG (https://www.w3.org/TR/png-3/), with what is known
 * of it in text chunks and its resolution. It has an alpha channel only
 * where the drawing has no opaque background.
 */
void
tl_write_png (const TlScene      *scene,
              TlTextPango        *text,
              const TlPngOptions *options,
              TlOutput           *output)
{
  Job job = { .scene = scene, .text = text, .options = options, .output = output };

  write_file (&job);
}

/**
 * tl_make_png:
 * @scene: a drawing, as for tl_write_png()
 * @text: what its texts were measured with
 * @options: how to make it
 *
 * Returns: (transfer full): what tl_write_png() writes
 */
GByteArray *
tl_make_png (const TlScene      *scene,
             TlTextPango        *text,
             const TlPngOptions *options)
{
  GByteArray *bytes = g_byte_array_new ();
  Job job = { .scene = scene, .text = text, .options = options, .bytes = bytes };

  write_file (&job);

  return bytes;
}
