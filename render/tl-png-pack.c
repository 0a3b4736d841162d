/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-png-pack.h"

#include "tl-deflate.h"

#include <string.h>
#include <zlib.h>

/* Image data of a PNG is a zlib stream (RFC 1950) of rows, each of them a
 * byte that names its filter and the bytes that the filter has made (PNG
 * specification, 9). A row that is the same as the one above becomes zeros
 * by the filter Up; all others stay as they are. Repetitions are looked for
 * where drawings have them: one pixel back, one row up, and where the same
 * four bytes were last (as J. Ziv and A. Lempel do, A universal algorithm
 * for sequential data compression, 1977, but with one try in each place).
 */

#define FILTER_NONE 0
#define FILTER_UP 2

#define HASH_BITS 14

/* A match of so many bytes is taken without looking for a longer one. */
#define GOOD_LENGTH 64

/* A match that is far away takes some more bits than one that is near. */
#define FAR_AWAY 1024
#define MIN_FAR_LENGTH 5

#define WINDOW TL_DEFLATE_MAX_DISTANCE

#define ADLER_BASE 65521

struct _TlPngPack
{
  TlDeflate deflate;
  guint     row_bytes;   /* with the filter's */
  guint     pixel_bytes;
  guint8   *history;     /* the window, and a row after it */
  guint     start;       /* of the row that is packed, in the history */
  guint     n_seen;      /* bytes of the history that may be repeated */
  guint32   adler;
  guint32   places[1 << HASH_BITS]; /* in the history, plus one; 0 for none */
};

/**
 * tl_png_pack_new: (skip)
 * @row_bytes: of a row of pixels
 * @pixel_bytes: of a pixel
 * @bytes: takes the image data
 *
 * Returns: (transfer full): what packs rows
 */
TlPngPack *
tl_png_pack_new (guint       row_bytes,
                 guint       pixel_bytes,
                 GByteArray *bytes)
{
  static const guint8 head[] = { 0x78, 0x01 };
  TlPngPack *self = g_new0 (TlPngPack, 1);

  self->row_bytes = row_bytes + 1;
  self->pixel_bytes = pixel_bytes;
  self->history = g_malloc0 (2 * WINDOW + 2 * (gsize) self->row_bytes + 8);
  self->adler = 1;
  g_byte_array_append (bytes, head, sizeof head);
  tl_deflate_init (&self->deflate, bytes);

  return self;
}

/**
 * tl_png_pack_free: (skip)
 * @self: (transfer full): what packs rows
 */
void
tl_png_pack_free (TlPngPack *self)
{
  g_free (self->history);
  g_free (self);
}

static inline guint32
read_32 (const guint8 *at)
{
  guint32 value;

  memcpy (&value, at, sizeof value);

  return value;
}

static inline guint64
read_64 (const guint8 *at)
{
  guint64 value;

  memcpy (&value, at, sizeof value);

  return GUINT64_FROM_LE (value);
}

/* How many bytes are the same, at most @most; eight at a time. */
static inline guint
measure_match (const guint8 *at,
               const guint8 *earlier,
               guint         most)
{
  guint length = 0;

  while (length + 8 <= most)
    {
      guint64 difference = read_64 (at + length) ^ read_64 (earlier + length);

      if (difference != 0)
        return length + (guint) __builtin_ctzll (difference) / 8;
      length += 8;
    }
  while (length < most && at[length] == earlier[length])
    length++;

  return length;
}

typedef struct
{
  guint length;
  guint distance;
} Match;

static inline void
try_match (TlPngPack *self,
           guint      at,
           guint      distance,
           guint      most,
           Match     *best)
{
  const guint8 *now = self->history + at;
  guint least = distance > FAR_AWAY ? MIN_FAR_LENGTH : TL_DEFLATE_MIN_LENGTH;
  guint length;

  if (distance > self->n_seen + at - self->start || distance > WINDOW)
    return;
  length = measure_match (now, now - distance, most);
  if (length >= least && length > best->length + (distance > FAR_AWAY && best->length > 0 ? 1 : 0))
    *best = (Match) { length, distance };
}

static inline Match
find_match (TlPngPack *self,
            guint      at,
            guint      end)
{
  guint left = end - at;
  guint most = MIN (left, TL_DEFLATE_MAX_LENGTH);
  Match best = { 0, 0 };
  guint32 *place;
  guint32 last;

  if (most < 4)
    return best;

  try_match (self, at, self->pixel_bytes, most, &best);
  if (best.length >= MIN (most, GOOD_LENGTH))
    return best;

  place = &self->places[(read_32 (self->history + at) * 2654435761u) >> (32 - HASH_BITS)];
  last = *place;
  *place = at + 1;
  if (last != 0 && best.length < most)
    try_match (self, at, at + 1 - last, most, &best);
  if (best.length < most)
    try_match (self, at, self->row_bytes, most, &best);

  return best;
}

static void
pack (TlPngPack *self,
      guint      at,
      guint      end)
{
  while (at < end)
    {
      Match match = find_match (self, at, end);

      if (match.length == 0)
        tl_deflate_add_byte (&self->deflate, self->history[at++]);
      else
        {
          tl_deflate_add_match (&self->deflate, match.length, match.distance);
          at += match.length;
        }
    }
}

/* Moves the window back to the front. */
static void
make_room (TlPngPack *self)
{
  guint by = self->start - self->n_seen;

  memmove (self->history, self->history + by, self->n_seen);
  self->start = self->n_seen;
  for (gsize i = 0; i < G_N_ELEMENTS (self->places); i++)
    self->places[i] = self->places[i] > by ? self->places[i] - by : 0;
}

static void
end_row (TlPngPack *self)
{
  guint n_seen = self->n_seen + self->row_bytes;

  self->start += self->row_bytes;
  self->n_seen = MIN (n_seen, WINDOW);
  if (self->start > 2 * WINDOW)
    make_room (self);
}

/* The sums of Adler-32 (RFC 1950, 8.2), where all but the first byte are
 * zero.
 */
static guint32
add_zeros (guint32 adler,
           guint8  first,
           guint   n_bytes)
{
  guint64 low = ((adler & 0xffff) + first) % ADLER_BASE;
  guint64 high = ((adler >> 16) + n_bytes * low) % ADLER_BASE;

  return (guint32) (high << 16 | low);
}

/* By its filter it is all zeros. */
static void
add_same_row (TlPngPack *self)
{
  guint left = self->row_bytes - 2;

  memset (self->history + self->start, 0, self->row_bytes);
  self->history[self->start] = FILTER_UP;
  tl_deflate_add_byte (&self->deflate, FILTER_UP);
  tl_deflate_add_byte (&self->deflate, 0);
  while (left >= TL_DEFLATE_MIN_LENGTH)
    {
      guint length = MIN (left, TL_DEFLATE_MAX_LENGTH);

      tl_deflate_add_match (&self->deflate, length, 1);
      left -= length;
    }
  for (; left > 0; left--)
    tl_deflate_add_byte (&self->deflate, 0);
  self->adler = add_zeros (self->adler, FILTER_UP, self->row_bytes);
  end_row (self);
}

/**
 * tl_png_pack_add_row: (skip)
 * @self: what packs rows
 * @row: (nullable): the bytes of a row; %NULL for the one above once more
 *
 * Adds a row below the others.
 */
void
tl_png_pack_add_row (TlPngPack    *self,
                     const guint8 *row)
{
  guint8 *at = self->history + self->start;

  if (row == NULL)
    {
      add_same_row (self);
      return;
    }

  at[0] = FILTER_NONE;
  memcpy (at + 1, row, self->row_bytes - 1);
  self->adler = (guint32) adler32 (self->adler, at, self->row_bytes);
  pack (self, self->start, self->start + self->row_bytes);
  end_row (self);
}

/**
 * tl_png_pack_finish: (skip)
 * @self: what packs rows
 *
 * Ends the image data.
 */
void
tl_png_pack_finish (TlPngPack *self)
{
  guint32 big = GUINT32_TO_BE (self->adler);

  tl_deflate_end_block (&self->deflate, TRUE);
  g_byte_array_append (self->deflate.bytes, (const guint8 *) &big, sizeof big);
}
