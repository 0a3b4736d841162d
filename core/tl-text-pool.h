/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlText:
 *
 * A string in a timeline, as a handle of four bytes; 0 is no string. Ask
 * the timeline for its characters: tl_timeline_get_text().
 */
typedef guint32 TlText;

/**
 * TlTextPool:
 *
 * Strings one after the other in chunks of a MiB that never move. A million
 * events have tens of millions of bytes of text; one allocation for each
 * string would cost as much again.
 *
 * Owned by one timeline, filled by the thread that loads it, read only
 * afterwards.
 */
typedef struct
{
  GPtrArray *chunks;
  guint32    used; /* in the last chunk */
} TlTextPool;

/* A string with its end may not be longer, in bytes. */
#define TL_TEXT_POOL_CHUNK (1u << 20)

void tl_text_pool_init (TlTextPool *pool);

void tl_text_pool_clear (TlTextPool *pool);

TlText tl_text_pool_add (TlTextPool *pool,
                         const char *text,
                         gsize       length);

static inline const char *
tl_text_pool_get (const TlTextPool *pool,
                  TlText            text)
{
  if (text == 0)
    return NULL;

  return (const char *) pool->chunks->pdata[text / TL_TEXT_POOL_CHUNK] + text % TL_TEXT_POOL_CHUNK;
}

guint32 tl_text_hash (const char *text,
                      gsize       length);

guint tl_text_hash_cb (gconstpointer text);

G_END_DECLS
