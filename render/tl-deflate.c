/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-deflate.h"

#include <string.h>

/* What a head and a token may take, with room for writing too much. */
#define HEAD_BYTES 1024
#define TOKEN_BYTES 6

#define LONGEST_CODE 15
#define LONGEST_META_CODE 7
#define END_OF_BLOCK 256
#define FIRST_LENGTH 257

/* Codes of code lengths (RFC 1951, 3.2.7). */
#define N_META 19
#define META_REPEAT 16      /* 3 to 6 times what came before */
#define META_ZEROS 17       /* 3 to 10 */
#define META_MANY_ZEROS 18  /* 11 to 138 */

/* The codes of a block. */
typedef struct
{
  guint8  length_bits[TL_DEFLATE_N_LENGTHS];
  guint16 length_codes[TL_DEFLATE_N_LENGTHS];
  guint8  distance_bits[TL_DEFLATE_N_DISTANCES];
  guint16 distance_codes[TL_DEFLATE_N_DISTANCES];
} Codes;

/* The lengths of both codes as they are written: a symbol, what it carries. */
typedef struct
{
  guint8 symbols[TL_DEFLATE_N_LENGTHS + TL_DEFLATE_N_DISTANCES];
  guint8 extras[TL_DEFLATE_N_LENGTHS + TL_DEFLATE_N_DISTANCES];
  guint  n;
} Meta;

static inline guint
get_log2 (guint n)
{
  return g_bit_storage (n) - 1;
}

/* Symbols of lengths stand four to a power of two, those of distances two
 * (RFC 1951, 3.2.5). @value counts from 0.
 */
static inline guint
find_symbol (guint  value,
             guint  log_per_power,
             guint *n_extra)
{
  guint per_power = 1u << log_per_power;
  guint power;

  if (value < 2 * per_power)
    {
      *n_extra = 0;
      return value;
    }
  power = get_log2 (value);
  *n_extra = power - log_per_power;

  return (*n_extra + 1) * per_power + (value >> *n_extra) - per_power;
}

static inline guint
find_length_symbol (guint  length,
                    guint *n_extra)
{
  if (length == TL_DEFLATE_MAX_LENGTH)
    {
      *n_extra = 0;
      return TL_DEFLATE_N_LENGTHS - 1;
    }

  return FIRST_LENGTH + find_symbol (length - TL_DEFLATE_MIN_LENGTH, 2, n_extra);
}

/**
 * tl_deflate_init: (skip)
 * @self: what writes
 * @bytes: takes what is written
 *
 * Begins a stream.
 */
void
tl_deflate_init (TlDeflate  *self,
                 GByteArray *bytes)
{
  self->bytes = bytes;
  self->bits = 0;
  self->n_bits = 0;
  self->n_tokens = 0;
}

static inline void
put_bits (TlDeflate *self,
          guint64    bits,
          guint      n_bits)
{
  self->bits |= bits << self->n_bits;
  self->n_bits += n_bits;
}

/* Leaves less than a byte, so that 56 bits have room. Writes more than it
 * has; what is too much is overwritten by what follows.
 */
static inline void
flush_bits (TlDeflate *self)
{
  guint64 little = GUINT64_TO_LE (self->bits);

  memcpy (self->end, &little, sizeof little);
  self->end += self->n_bits / 8;
  self->bits >>= self->n_bits & 56;
  self->n_bits &= 7;
}

/* Makes room for a block. */
static void
reserve (TlDeflate *self)
{
  guint length = self->bytes->len;

  g_byte_array_set_size (self->bytes, length + HEAD_BYTES + self->n_tokens * TOKEN_BYTES);
  self->end = self->bytes->data + length;
}

static void
find_codes (const TlDeflate *self,
            Codes           *codes)
{
  guint32 lengths[TL_DEFLATE_N_LENGTHS] = { 0 };
  guint32 distances[TL_DEFLATE_N_DISTANCES] = { 0 };

  lengths[END_OF_BLOCK] = 1;
  for (guint i = 0; i < self->n_tokens; i++)
    {
      guint32 token = self->tokens[i];
      guint n_extra;

      if (token < 256)
        {
          lengths[token]++;
          continue;
        }
      lengths[find_length_symbol ((token >> 16 & 255) + TL_DEFLATE_MIN_LENGTH, &n_extra)]++;
      distances[find_symbol (token & 0x7fff, 1, &n_extra)]++;
    }

  tl_huffman_find_lengths (lengths, TL_DEFLATE_N_LENGTHS, LONGEST_CODE, codes->length_bits);
  tl_huffman_find_codes (codes->length_bits, TL_DEFLATE_N_LENGTHS, codes->length_codes);
  tl_huffman_find_lengths (distances, TL_DEFLATE_N_DISTANCES, LONGEST_CODE, codes->distance_bits);
  tl_huffman_find_codes (codes->distance_bits, TL_DEFLATE_N_DISTANCES, codes->distance_codes);
}

static void
add_meta (Meta *meta,
          guint symbol,
          guint extra)
{
  meta->symbols[meta->n] = (guint8) symbol;
  meta->extras[meta->n++] = (guint8) extra;
}

/* Takes lengths that are equal together. */
static void
collect_meta (const guint8 *lengths,
              guint         n_lengths,
              Meta         *meta)
{
  for (guint i = 0; i < n_lengths;)
    {
      guint run = 1;

      while (i + run < n_lengths && lengths[i + run] == lengths[i])
        run++;
      i += run;
      if (lengths[i - 1] != 0)
        {
          add_meta (meta, lengths[i - 1], 0);
          run--;
        }
      while (run >= 3)
        {
          gboolean is_zero = lengths[i - 1] == 0;
          guint most = is_zero ? (run > 10 ? 138 : 10) : 6;
          guint n = MIN (run, most);

          add_meta (meta, !is_zero ? META_REPEAT : n > 10 ? META_MANY_ZEROS : META_ZEROS, n - (n > 10 ? 11 : 3));
          run -= n;
        }
      while (run-- > 0)
        add_meta (meta, lengths[i - 1], 0);
    }
}

static guint
count_used (const guint8 *lengths,
            guint         n_lengths,
            guint         least)
{
  while (n_lengths > least && lengths[n_lengths - 1] == 0)
    n_lengths--;

  return n_lengths;
}

/* The head of a block with codes of its own (RFC 1951, 3.2.7). */
static void
put_head (TlDeflate   *self,
          const Codes *codes,
          gboolean     is_last)
{
  static const guint8 order[N_META] = { 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15 };
  static const guint8 n_extra[N_META] = { [META_REPEAT] = 2, [META_ZEROS] = 3, [META_MANY_ZEROS] = 7 };
  guint n_lengths = count_used (codes->length_bits, TL_DEFLATE_N_LENGTHS, FIRST_LENGTH);
  guint n_distances = count_used (codes->distance_bits, TL_DEFLATE_N_DISTANCES, 1);
  guint8 all[TL_DEFLATE_N_LENGTHS + TL_DEFLATE_N_DISTANCES];
  guint32 counts[N_META] = { 0 };
  guint8 bits[N_META];
  guint16 meta_codes[N_META];
  Meta meta = { .n = 0 };
  guint n_meta = N_META;

  memcpy (all, codes->length_bits, n_lengths);
  memcpy (all + n_lengths, codes->distance_bits, n_distances);
  collect_meta (all, n_lengths + n_distances, &meta);
  for (guint i = 0; i < meta.n; i++)
    counts[meta.symbols[i]]++;
  tl_huffman_find_lengths (counts, N_META, LONGEST_META_CODE, bits);
  tl_huffman_find_codes (bits, N_META, meta_codes);
  while (n_meta > 4 && bits[order[n_meta - 1]] == 0)
    n_meta--;

  put_bits (self, (is_last ? 1 : 0) | 2 << 1, 3);
  put_bits (self, (n_lengths - FIRST_LENGTH) | (n_distances - 1) << 5 | (n_meta - 4) << 10, 14);
  for (guint i = 0; i < n_meta; i++)
    {
      put_bits (self, bits[order[i]], 3);
      flush_bits (self);
    }
  for (guint i = 0; i < meta.n; i++)
    {
      put_bits (self, meta_codes[meta.symbols[i]], bits[meta.symbols[i]]);
      put_bits (self, meta.extras[i], n_extra[meta.symbols[i]]);
      flush_bits (self);
    }
}

/* At most 48 bits. */
static inline void
put_match (TlDeflate   *self,
           const Codes *codes,
           guint        length,
           guint        distance)
{
  guint n_extra;
  guint symbol = find_length_symbol (length, &n_extra);

  put_bits (self, codes->length_codes[symbol], codes->length_bits[symbol]);
  put_bits (self, (length - TL_DEFLATE_MIN_LENGTH) & ((1u << n_extra) - 1), n_extra);
  symbol = find_symbol (distance, 1, &n_extra);
  put_bits (self, codes->distance_codes[symbol], codes->distance_bits[symbol]);
  put_bits (self, distance & ((1u << n_extra) - 1), n_extra);
}

/**
 * tl_deflate_end_block: (skip)
 * @self: what writes
 * @is_last: whether nothing follows; the stream is whole then
 *
 * Writes what has been added so far, with codes of its own.
 */
void
tl_deflate_end_block (TlDeflate *self,
                      gboolean   is_last)
{
  Codes codes;

  find_codes (self, &codes);
  reserve (self);
  put_head (self, &codes, is_last);
  for (guint i = 0; i < self->n_tokens; i++)
    {
      guint32 token = self->tokens[i];

      if (token < 256)
        put_bits (self, codes.length_codes[token], codes.length_bits[token]);
      else
        put_match (self, &codes, (token >> 16 & 255) + TL_DEFLATE_MIN_LENGTH, token & 0x7fff);
      flush_bits (self);
    }
  put_bits (self, codes.length_codes[END_OF_BLOCK], codes.length_bits[END_OF_BLOCK]);
  flush_bits (self);
  if (is_last && self->n_bits > 0)
    {
      self->n_bits = 8;
      flush_bits (self);
    }
  self->n_tokens = 0;
  g_byte_array_set_size (self->bytes, (guint) (self->end - self->bytes->data));
}
