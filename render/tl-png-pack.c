/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-png-pack.h"

#include <libdeflate.h>
#include <string.h>

/* libdeflate wants all data at once, and takes half of zlib's time at its
 * quickest level for smaller files. Of its levels this one is the smallest
 * that costs no time for drawings: docs/performance.md has the figures.
 */
#define LEVEL 4

/* Filters of PNG (https://www.w3.org/TR/png-3/#9Filters). Flat colours and
 * letters that come again pack best as they are. */
#define FILTER_NONE 0
#define FILTER_UP   2

struct _TlPngPack
{
  guint8 *rows; /* each behind the number of its filter */
  gsize   row_bytes;
  gsize   n_rows;
  gsize   next;
};

/**
 * tl_png_pack_new: (skip)
 * @row_bytes: the length of a row
 * @n_rows: how many rows there will be
 *
 * Returns: (transfer full): what packs them
 */
TlPngPack *
tl_png_pack_new (guint row_bytes,
                 guint n_rows)
{
  TlPngPack *self = g_new0 (TlPngPack, 1);

  self->row_bytes = row_bytes;
  self->n_rows = n_rows;

  /* A pixel may write up to three bytes too much. */
  self->rows = g_malloc ((self->row_bytes + 1) * self->n_rows + 3);

  return self;
}

/**
 * tl_png_pack_free: (skip)
 * @self: (transfer full): what packs rows
 */
void
tl_png_pack_free (TlPngPack *self)
{
  g_free (self->rows);
  g_free (self);
}

static guint8 *
add_row (TlPngPack *self,
         guint8     filter)
{
  guint8 *row = self->rows + self->next * (self->row_bytes + 1);

  g_return_val_if_fail (self->next < self->n_rows, self->rows);

  self->next++;
  row[0] = filter;

  return row + 1;
}

/**
 * tl_png_pack_begin_row: (skip)
 * @self: what packs rows
 *
 * Returns: (transfer none): where the bytes of the next row are to be put
 *   before anything else is called; three more may be overwritten
 */
guint8 *
tl_png_pack_begin_row (TlPngPack *self)
{
  return add_row (self, FILTER_NONE);
}

/**
 * tl_png_pack_repeat_row: (skip)
 * @self: what packs rows
 *
 * Adds a row like the last one.
 */
void
tl_png_pack_repeat_row (TlPngPack *self)
{
  memset (add_row (self, FILTER_UP), 0, self->row_bytes);
}

/**
 * tl_png_pack_finish: (skip)
 * @self: what packs rows; it has all of them
 *
 * Returns: (transfer full): the rows as a zlib stream
 */
GBytes *
tl_png_pack_finish (TlPngPack *self)
{
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor (LEVEL);
  gsize length = (self->row_bytes + 1) * self->next;
  gsize bound = libdeflate_zlib_compress_bound (compressor, length);
  guint8 *packed = g_malloc (bound);
  gsize packed_length = libdeflate_zlib_compress (compressor, self->rows, length, packed, bound);

  libdeflate_free_compressor (compressor);

  return g_bytes_new_take (packed, packed_length);
}
