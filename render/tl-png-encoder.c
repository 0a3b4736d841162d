/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-png-encoder.h"

#include "tl-file-time.h"
#include "tl-png-pack.h"

#include <png.h>
#include <string.h>
#include <zlib.h>

struct _TlPngEncoder
{
  TlPngShape  shape;
  TlOutput   *output; /* one of these two takes what is made */
  GByteArray *bytes;
  png_structp png;
  png_infop   info;
  guchar     *row;
  TlPngPack  *pack;   /* (nullable): what packs the rows in libpng's place */
  guint32    *above;  /* the last row; NULL before the first */
};

/* How much image data stands in one chunk. */
#define CHUNK_BYTES (1u << 18)

static void
write_cb (png_structp png,
          png_bytep   data,
          gsize       length)
{
  TlPngEncoder *self = png_get_io_ptr (png);

  if (self->output != NULL)
    tl_output_write (self->output, data, length);
  else
    g_byte_array_append (self->bytes, data, (guint) length);
}

static void
flush_cb (png_structp png)
{
}

/* Only a mistake of ours or an end of memory leads here: sizes are checked
 * before, and failures of writing are kept by the output.
 */
static void
fail_cb (png_structp png,
         const char *message)
{
  g_error ("libpng: %s", message);
}

static void
warn_cb (png_structp png,
         const char *message)
{
  g_warning ("libpng: %s", message);
}

/* An exact level of grey or colour from one that was multiplied by @alpha. */
static inline guchar
unmultiply (guint value,
            guint alpha)
{
  return (guchar) ((value * 255 + alpha / 2) / alpha);
}

static inline guint32
unmultiply_pixel (guint32 pixel)
{
  guint alpha = pixel >> 24;

  if (alpha == 0 || alpha == 255)
    return alpha == 0 ? 0 : pixel;

  return alpha << 24
         | (guint32) unmultiply (pixel >> 16 & 255, alpha) << 16
         | (guint32) unmultiply (pixel >> 8 & 255, alpha) << 8
         | unmultiply (pixel & 255, alpha);
}

static void
set_palette (TlPngEncoder *self)
{
  const TlPngPalette *palette = self->shape.palette;
  png_color colours[TL_PNG_PALETTE_MAX];
  png_byte alphas[TL_PNG_PALETTE_MAX];

  for (guint i = 0; i < palette->n_colours; i++)
    {
      guint32 pixel = self->shape.has_alpha ? unmultiply_pixel (palette->colours[i]) : palette->colours[i];

      colours[i] = (png_color) { pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255 };
      alphas[i] = pixel >> 24;
    }
  png_set_PLTE (self->png, self->info, colours, (int) palette->n_colours);
  if (self->shape.has_alpha)
    png_set_tRNS (self->png, self->info, alphas, (int) palette->n_colours, NULL);
}

static int
find_bit_depth (const TlPngPalette *palette)
{
  if (palette == NULL || palette->n_colours > 16)
    return 8;
  if (palette->n_colours > 4)
    return 4;

  return palette->n_colours > 2 ? 2 : 1;
}

static void
set_shape (TlPngEncoder *self)
{
  const TlPngShape *shape = &self->shape;
  int type = shape->palette != NULL ? PNG_COLOR_TYPE_PALETTE
             : shape->has_alpha     ? PNG_COLOR_TYPE_RGB_ALPHA
                                    : PNG_COLOR_TYPE_RGB;
  guint density = (guint) (shape->pixels_per_metre + 0.5);

  png_set_IHDR (self->png, self->info, shape->width, shape->height, find_bit_depth (shape->palette), type,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (self->png, self->info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (self->png, self->info, density, density, PNG_RESOLUTION_METER);
  if (shape->palette != NULL)
    set_palette (self);
}

/* How libpng packs rows, where small files are wanted. Otherwise TlPngPack
 * does.
 */
static void
set_effort (TlPngEncoder *self)
{
  gboolean is_filtered = self->shape.effort == TL_PNG_SMALL_FILTERED && self->shape.palette == NULL;

  png_set_compression_level (self->png, Z_BEST_COMPRESSION);
  png_set_compression_strategy (self->png, is_filtered ? Z_FILTERED : Z_DEFAULT_STRATEGY);
  png_set_compression_mem_level (self->png, MAX_MEM_LEVEL);
  png_set_compression_buffer_size (self->png, CHUNK_BYTES);
  png_set_filter (self->png, PNG_FILTER_TYPE_BASE, is_filtered ? PNG_ALL_FILTERS : PNG_FILTER_NONE);
}

/* libpng knows nothing of image data that it has not packed itself. */
static void
write_packed_cb (const guint8 *data,
                 gsize         length,
                 gpointer      user_data)
{
  TlPngEncoder *self = user_data;

  png_write_chunk (self->png, (png_const_bytep) "IDAT", data, length);
}

static void
add_text (TlPngEncoder *self,
          const char   *key,
          const char   *text,
          const char   *language)
{
  png_text chunk = { .key = (char *) key, .text = (char *) text };

  if (text == NULL || text[0] == '\0')
    return;

  chunk.compression = g_str_is_ascii (text) ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
  chunk.lang = (char *) language;
  chunk.lang_key = (char *) "";
  png_set_text (self->png, self->info, &chunk, 1);
}

static void
set_texts (TlPngEncoder       *self,
           const TlSceneAbout *about,
           const char         *author)
{
  g_autofree char *time = tl_file_get_time (about);
  const char *language = about->language != NULL ? about->language : "";

  add_text (self, "Title", about->title, language);
  add_text (self, "Author", author, language);
  add_text (self, "Description", about->description, language);
  add_text (self, "Sources", about->sources, language);
  add_text (self, "Keywords", about->keywords, language);
  add_text (self, "Software", "Throughline " PACKAGE_VERSION, "");
  add_text (self, "Creation Time", time, "");
}

/**
 * tl_png_encoder_new: (skip)
 * @shape: what to make; its palette outlives the encoder
 * @about: what the drawing is of
 * @author: (nullable): who made it
 * @output: (nullable): what takes the file
 * @bytes: (nullable): what takes it where there is no @output
 *
 * Returns: (transfer full): what makes a PNG of rows
 */
TlPngEncoder *
tl_png_encoder_new (const TlPngShape   *shape,
                    const TlSceneAbout *about,
                    const char         *author,
                    TlOutput           *output,
                    GByteArray         *bytes)
{
  TlPngEncoder *self = g_new0 (TlPngEncoder, 1);

  self->shape = *shape;
  self->output = output;
  self->bytes = bytes;
  self->row = g_malloc ((gsize) shape->width * 4 + 1);
  self->png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, fail_cb, warn_cb);
  self->info = png_create_info_struct (self->png);
  png_set_write_fn (self->png, self, write_cb, flush_cb);
  set_shape (self);
  set_effort (self);
  set_texts (self, about, author);
  png_write_info (self->png, self->info);
  if (shape->effort == TL_PNG_FAST)
    self->pack = tl_png_pack_new (shape->width * (shape->has_alpha ? 4 : 3), shape->height, write_packed_cb, self);
  if (find_bit_depth (shape->palette) < 8)
    png_set_packing (self->png);

  return self;
}

static void
convert_to_indices (TlPngEncoder  *self,
                    const guint32 *pixels,
                    guchar        *row)
{
  for (guint i = 0; i < self->shape.width; i++)
    row[i] = (guchar) tl_png_palette_find (self->shape.palette, pixels[i]);
}

/* Each pixel writes a byte too much, which the next one overwrites. */
static void
convert_to_rgb (TlPngEncoder  *self,
                const guint32 *pixels,
                guchar        *row)
{
  guchar *to = row;

  for (guint i = 0; i < self->shape.width; i++, to += 3)
    {
      guint32 rgb = GUINT32_TO_BE (pixels[i] << 8);

      memcpy (to, &rgb, sizeof rgb);
    }
}

static void
convert_to_rgba (TlPngEncoder  *self,
                 const guint32 *pixels,
                 guchar        *row)
{
  for (guint i = 0; i < self->shape.width; i++)
    {
      guint32 pixel = unmultiply_pixel (pixels[i]);
      guint32 rgba = GUINT32_TO_BE (pixel << 8 | pixel >> 24);

      memcpy (row + (gsize) i * 4, &rgba, sizeof rgba);
    }
}

static void
convert_row (TlPngEncoder  *self,
             const guint32 *pixels,
             guchar        *row)
{
  if (self->shape.palette != NULL)
    convert_to_indices (self, pixels, row);
  else if (self->shape.has_alpha)
    convert_to_rgba (self, pixels, row);
  else
    convert_to_rgb (self, pixels, row);
}

static void
pack_row (TlPngEncoder  *self,
          const guint32 *pixels)
{
  gsize row_bytes = (gsize) self->shape.width * sizeof *pixels;

  if (self->above != NULL && memcmp (self->above, pixels, row_bytes) == 0)
    {
      tl_png_pack_repeat_row (self->pack);
      return;
    }

  convert_row (self, pixels, tl_png_pack_begin_row (self->pack));
  if (self->above == NULL)
    self->above = g_malloc (row_bytes);
  memcpy (self->above, pixels, row_bytes);
}

/**
 * tl_png_encoder_add_rows: (skip)
 * @self: an encoder
 * @pixels: as Cairo has them
 * @stride: from one row to the next, in pixels
 * @n_rows: how many rows
 *
 * Adds rows below those that were added before.
 */
void
tl_png_encoder_add_rows (TlPngEncoder  *self,
                         const guint32 *pixels,
                         guint          stride,
                         guint          n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    if (self->pack != NULL)
      pack_row (self, pixels + (gsize) i * stride);
    else
      {
        convert_row (self, pixels + (gsize) i * stride, self->row);
        png_write_row (self->png, self->row);
      }
}

/**
 * tl_png_encoder_finish: (skip)
 * @self: an encoder that has all its rows
 *
 * Writes what is left.
 */
void
tl_png_encoder_finish (TlPngEncoder *self)
{
  if (self->pack == NULL)
    {
      png_write_end (self->png, NULL);
      return;
    }

  tl_png_pack_finish (self->pack);
  png_write_chunk (self->png, (png_const_bytep) "IEND", NULL, 0);
}

/**
 * tl_png_encoder_free: (skip)
 * @self: (transfer full): an encoder, finished or given up
 */
void
tl_png_encoder_free (TlPngEncoder *self)
{
  g_clear_pointer (&self->pack, tl_png_pack_free);
  png_destroy_write_struct (&self->png, &self->info);
  g_free (self->above);
  g_free (self->row);
  g_free (self);
}
