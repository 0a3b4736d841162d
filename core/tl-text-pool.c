/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-text-pool.h"

#include <string.h>

/* What hashes start from: different in each run, so that nobody can make a
 * file whose ids all have the same.
 */
static guint64
get_basis (void)
{
  static gsize basis;

  if (g_once_init_enter (&basis))
    {
      gsize chosen = 14695981039346656037u ^ ((guint64) g_random_int () << 32 | g_random_int ());

      g_once_init_leave (&basis, MAX (chosen, 1));
    }

  return basis;
}

/**
 * tl_text_hash:
 * @text: characters, not necessarily ended by NUL
 * @length: their number in bytes
 *
 * FNV-1a of 64 bits, folded to 32: ids differ mostly in their last
 * characters, which it spreads well. The constants are those of
 * https://www.rfc-editor.org/rfc/rfc9923 (Fowler, Noll, Vo), but for what it
 * starts from.
 *
 * Returns: a hash of 32 bits
 */
guint32
tl_text_hash (const char *text,
              gsize       length)
{
  guint64 hash = get_basis ();

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 1099511628211u;

  return (guint32) (hash ^ (hash >> 32));
}

/**
 * tl_text_hash_cb:
 * @text: characters, ended by NUL
 *
 * Returns: their hash, for a #GHashTable
 */
guint
tl_text_hash_cb (gconstpointer text)
{
  return tl_text_hash (text, strlen (text));
}

static void
add_chunk (TlTextPool *pool)
{
  g_ptr_array_add (pool->chunks, g_malloc (TL_TEXT_POOL_CHUNK));
  pool->used = 0;
}

/**
 * tl_text_pool_init:
 * @pool: (out caller-allocates): a pool without strings
 */
void
tl_text_pool_init (TlTextPool *pool)
{
  memset (pool, 0, sizeof *pool);
  pool->chunks = g_ptr_array_new_with_free_func (g_free);
  add_chunk (pool);

  /* The handle 0 is none: its byte stays unused. */
  pool->used = 1;
}

/**
 * tl_text_pool_clear:
 * @pool: a pool; all its strings end with it
 */
void
tl_text_pool_clear (TlTextPool *pool)
{
  g_clear_pointer (&pool->chunks, g_ptr_array_unref);
}

/**
 * tl_text_pool_add:
 * @pool: a pool
 * @text: UTF-8 without NUL
 * @length: its length in bytes, less than %TL_TEXT_POOL_CHUNK
 *
 * Returns: the handle of a new string
 */
TlText
tl_text_pool_add (TlTextPool *pool,
                  const char *text,
                  gsize       length)
{
  TlText handle;
  char *place;

  g_return_val_if_fail (length < TL_TEXT_POOL_CHUNK, 0);

  if (pool->used + length + 1 > TL_TEXT_POOL_CHUNK)
    add_chunk (pool);

  handle = (pool->chunks->len - 1) * TL_TEXT_POOL_CHUNK + pool->used;
  place = (char *) pool->chunks->pdata[pool->chunks->len - 1] + pool->used;
  memcpy (place, text, length);
  place[length] = '\0';
  pool->used += length + 1;

  return handle;
}
