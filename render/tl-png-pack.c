/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-png-pack.h"

#include <string.h>
#include <zlib.h>

/* Image data is one zlib stream (https://www.w3.org/TR/png-3/#10Compression),
 * but its deflate blocks may be made apart: slices of rows are compressed
 * independently, each but the last flushed to a whole byte, and put one
 * behind the other; their checksums are combined. While some slices are
 * compressed, the next rows are painted.
 */

/* Of zlib's levels, the smallest files before it gets slow: see
 * docs/performance.md. */
#define LEVEL 3

/* The filter that suits drawings: the difference from the row above
 * (https://www.w3.org/TR/png-3/#9Filters). */
#define FILTER_UP 2

/* How much is compressed at a time. Always the same, whatever the machine:
 * it shows in the file. */
#define SLICE_BYTES (1u << 18)

#define MAX_THREADS 4

/* A pixel may write up to three bytes too much. */
#define SLACK 3

typedef struct
{
  TlPngPack *pack;
  guint8    *rows; /* as they are; the first is the one above the slice */
  guint8    *filtered;
  guint8    *packed;
  z_stream   stream;
  gsize      n_rows;
  gsize      packed_length;
  uLong      checksum;
  gboolean   is_last;
  gboolean   is_done; /* under the lock */
} Slice;

struct _TlPngPack
{
  TlPngPackFunc func;
  gpointer      user_data;
  gsize         row_bytes;
  gsize         rows_per_slice;
  gsize         n_rows_left;
  GThreadPool  *threads; /* (nullable): where one slice is all */
  guint         max_waiting;
  Slice        *current;
  GQueue        waiting; /* slices being packed, in order */
  GQueue        spare;
  GMutex        lock;
  GCond         done;
  uLong         checksum;
};

static Slice *
create_slice (TlPngPack *self)
{
  Slice *slice = g_new0 (Slice, 1);
  gsize length = self->rows_per_slice * (self->row_bytes + 1);

  slice->pack = self;
  slice->rows = g_malloc0 ((self->rows_per_slice + 1) * self->row_bytes + SLACK);
  slice->filtered = g_malloc (length);
  if (deflateInit2 (&slice->stream, LEVEL, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
    g_error ("zlib: %s", slice->stream.msg != NULL ? slice->stream.msg : "no memory");

  /* With room for the empty block that a flush ends with. */
  slice->packed = g_malloc (deflateBound (&slice->stream, length) + 16);

  return slice;
}

static void
free_slice (Slice *slice)
{
  deflateEnd (&slice->stream);
  g_free (slice->rows);
  g_free (slice->filtered);
  g_free (slice->packed);
  g_free (slice);
}

static void
filter_rows (Slice *slice)
{
  gsize row_bytes = slice->pack->row_bytes;

  for (gsize y = 0; y < slice->n_rows; y++)
    {
      const guint8 *above = slice->rows + y * row_bytes;
      const guint8 *row = above + row_bytes;
      guint8 *to = slice->filtered + y * (row_bytes + 1);

      *to++ = FILTER_UP;
      for (gsize i = 0; i < row_bytes; i++)
        to[i] = (guint8) (row[i] - above[i]);
    }
}

static void
pack_slice (Slice *slice)
{
  gsize length = slice->n_rows * (slice->pack->row_bytes + 1);

  filter_rows (slice);
  slice->checksum = adler32_z (adler32_z (0, NULL, 0), slice->filtered, length);
  deflateReset (&slice->stream);
  slice->stream.next_in = slice->filtered;
  slice->stream.avail_in = (uInt) length;
  slice->stream.next_out = slice->packed;
  slice->stream.avail_out = (uInt) (deflateBound (&slice->stream, length) + 16);
  deflate (&slice->stream, slice->is_last ? Z_FINISH : Z_SYNC_FLUSH);
  g_assert (slice->stream.avail_in == 0 && slice->stream.avail_out > 0);
  slice->packed_length = slice->stream.total_out;
}

static void
pack_slice_cb (gpointer data,
               gpointer user_data)
{
  Slice *slice = data;
  TlPngPack *self = user_data;

  pack_slice (slice);
  g_mutex_lock (&self->lock);
  slice->is_done = TRUE;
  g_cond_signal (&self->done);
  g_mutex_unlock (&self->lock);
}

/**
 * tl_png_pack_new: (skip)
 * @row_bytes: the length of a row, not 0
 * @n_rows: how many rows there will be, not 0
 * @func: takes what is packed, in the thread that adds the rows
 * @user_data: passed to @func
 *
 * Returns: (transfer full): what packs them
 */
TlPngPack *
tl_png_pack_new (guint         row_bytes,
                 guint         n_rows,
                 TlPngPackFunc func,
                 gpointer      user_data)
{
  static const guint8 header[] = { 0x78, 0x5e };
  TlPngPack *self = g_new0 (TlPngPack, 1);
  guint n_threads = CLAMP (g_get_num_processors (), 1, MAX_THREADS);
  guint n_rows_at_most = MAX (SLICE_BYTES / (row_bytes + 1), 1);

  self->func = func;
  self->user_data = user_data;
  self->row_bytes = row_bytes;
  self->n_rows_left = n_rows;
  self->rows_per_slice = MIN (n_rows_at_most, n_rows);
  self->max_waiting = 2 * n_threads;
  self->checksum = adler32_z (0, NULL, 0);
  g_mutex_init (&self->lock);
  g_cond_init (&self->done);
  g_queue_init (&self->waiting);
  g_queue_init (&self->spare);
  if (n_rows > self->rows_per_slice)
    self->threads = g_thread_pool_new (pack_slice_cb, self, (int) n_threads, FALSE, NULL);
  self->current = create_slice (self);
  func (header, sizeof header, user_data);

  return self;
}

/**
 * tl_png_pack_free: (skip)
 * @self: (transfer full): what packs rows, whether it has had all or not
 */
void
tl_png_pack_free (TlPngPack *self)
{
  if (self->threads != NULL)
    g_thread_pool_free (self->threads, FALSE, TRUE);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) free_slice);
  g_queue_clear_full (&self->spare, (GDestroyNotify) free_slice);
  g_clear_pointer (&self->current, free_slice);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->done);
  g_free (self);
}

/* Hands on the slice that has waited longest. */
static void
write_first (TlPngPack *self)
{
  Slice *slice = g_queue_pop_head (&self->waiting);

  g_mutex_lock (&self->lock);
  while (!slice->is_done)
    g_cond_wait (&self->done, &self->lock);
  g_mutex_unlock (&self->lock);

  self->checksum = adler32_combine (self->checksum, slice->checksum,
                                    (z_off_t) (slice->n_rows * (self->row_bytes + 1)));
  self->func (slice->packed, slice->packed_length, self->user_data);
  g_queue_push_tail (&self->spare, slice);
}

/* Sends the rows so far to be packed, and begins anew below the last one. */
static void
send_slice (TlPngPack *self)
{
  Slice *slice = g_steal_pointer (&self->current);
  const guint8 *last = slice->rows + slice->n_rows * self->row_bytes;

  slice->is_last = self->n_rows_left == 0;
  slice->is_done = FALSE;
  if (!slice->is_last)
    {
      self->current = g_queue_pop_head (&self->spare);
      if (self->current == NULL)
        self->current = create_slice (self);
      memcpy (self->current->rows, last, self->row_bytes);
      self->current->n_rows = 0;
    }

  g_queue_push_tail (&self->waiting, slice);
  if (self->threads != NULL)
    g_thread_pool_push (self->threads, slice, NULL);
  else
    pack_slice_cb (slice, self);
  if (self->waiting.length >= self->max_waiting)
    write_first (self);
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
  g_assert (self->n_rows_left > 0);

  if (self->current->n_rows == self->rows_per_slice)
    send_slice (self);
  self->n_rows_left--;
  self->current->n_rows++;

  return self->current->rows + self->current->n_rows * self->row_bytes;
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
  guint8 *row = tl_png_pack_begin_row (self);

  memcpy (row, row - self->row_bytes, self->row_bytes);
}

/**
 * tl_png_pack_finish: (skip)
 * @self: what packs rows; it has all of them
 *
 * Hands on all that is left.
 */
void
tl_png_pack_finish (TlPngPack *self)
{
  guint32 checksum;

  g_assert (self->n_rows_left == 0);

  send_slice (self);
  while (self->waiting.length > 0)
    write_first (self);
  checksum = GUINT32_TO_BE ((guint32) self->checksum);
  self->func ((const guint8 *) &checksum, sizeof checksum, self->user_data);
}
