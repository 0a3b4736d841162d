/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes what somebody else has compressed as a deflate stream (RFC 1951):
 * bytes, and repetitions of earlier ones. */

#define TL_DEFLATE_MIN_LENGTH   3
#define TL_DEFLATE_MAX_LENGTH   258
#define TL_DEFLATE_MAX_DISTANCE 32768

/* Bytes and repetitions that share a pair of codes. */
#define TL_DEFLATE_BLOCK 32768

#define TL_DEFLATE_N_LENGTHS   286
#define TL_DEFLATE_N_DISTANCES 30

typedef struct
{
  GByteArray *bytes; /* unowned: takes the stream */
  guint8     *end;   /* where the next byte goes */
  guint64     bits;  /* that do not make a byte yet */
  guint       n_bits;
  guint       n_tokens;
  guint32     tokens[TL_DEFLATE_BLOCK]; /* a byte, or 1 << 31, length - 3 << 16, distance - 1 */
} TlDeflate;

void tl_deflate_init (TlDeflate  *self,
                      GByteArray *bytes);

void tl_deflate_end_block (TlDeflate *self,
                           gboolean   is_last);

static inline void
tl_deflate_add (TlDeflate *self,
                guint32    token)
{
  self->tokens[self->n_tokens++] = token;
  if (self->n_tokens == TL_DEFLATE_BLOCK)
    tl_deflate_end_block (self, FALSE);
}

static inline void
tl_deflate_add_byte (TlDeflate *self,
                     guint8     byte)
{
  tl_deflate_add (self, byte);
}

static inline void
tl_deflate_add_match (TlDeflate *self,
                      guint      length,
                      guint      distance)
{
  tl_deflate_add (self, 1u << 31 | (length - TL_DEFLATE_MIN_LENGTH) << 16 | (distance - 1));
}

void tl_huffman_find_lengths (const guint32 *counts,
                              guint          n_symbols,
                              guint          longest,
                              guint8        *lengths);

void tl_huffman_find_codes (const guint8 *lengths,
                            guint         n_symbols,
                            guint16      *codes);

G_END_DECLS
