/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-text-pool.h"

#include <string.h>

/* Beyond this many different shared strings the pool stops looking for
 * twins: a file with that many units or dates has no repetition to save.
 */
#define MAX_SHARED (1u << 16)

/**
 * tl_text_hash:
 * @text: characters, not necessarily ended by NUL
 * @length: their number in bytes
 *
 * FNV-1a of 64 bits, folded to 32: ids differ mostly in their last
 * characters, which it spreads well. The constants are those of
 * https://www.rfc-editor.org/rfc/rfc9923 (Fowler, Noll, Vo).
 *
 * Returns: a hash of 32 bits
 */
guint32
tl_text_hash (const char *text,
              gsize       length)
{
  guint64 hash = 14695981039346656037u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 1099511628211u;

  return (guint32) (hash ^ (hash >> 32));
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
  tl_text_pool_end_sharing (pool);
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

static void
insert_shared (TlTextPool *pool,
               TlText      handle)
{
  const char *text = tl_text_pool_get (pool, handle);
  guint32 i = tl_text_hash (text, strlen (text)) & pool->shared_mask;

  while (pool->shared[i] != 0)
    i = (i + 1) & pool->shared_mask;

  pool->shared[i] = handle;
}

static void
grow_shared (TlTextPool *pool)
{
  g_autofree guint32 *old = pool->shared;
  guint32 old_size = old != NULL ? pool->shared_mask + 1 : 0;
  guint32 size = MAX (64, old_size * 2);

  pool->shared = g_new0 (guint32, size);
  pool->shared_mask = size - 1;

  for (guint32 i = 0; i < old_size; i++)
    if (old[i] != 0)
      insert_shared (pool, old[i]);
}

/**
 * tl_text_pool_share:
 * @pool: a pool
 * @text: UTF-8 without NUL
 * @length: its length in bytes, less than %TL_TEXT_POOL_CHUNK
 *
 * As tl_text_pool_add(), for what repeats: units, places in a source,
 * dates.
 *
 * Returns: the handle of an equal string, perhaps an earlier one
 */
TlText
tl_text_pool_share (TlTextPool *pool,
                    const char *text,
                    gsize       length)
{
  guint32 i;
  TlText handle;

  if (pool->shared == NULL || (pool->n_shared * 2 > pool->shared_mask && pool->n_shared < MAX_SHARED))
    grow_shared (pool);

  for (i = tl_text_hash (text, length) & pool->shared_mask; pool->shared[i] != 0; i = (i + 1) & pool->shared_mask)
    {
      const char *other = tl_text_pool_get (pool, pool->shared[i]);

      if (strncmp (other, text, length) == 0 && other[length] == '\0')
        return pool->shared[i];
    }

  handle = tl_text_pool_add (pool, text, length);
  if (pool->n_shared < MAX_SHARED)
    {
      pool->shared[i] = handle;
      pool->n_shared++;
    }

  return handle;
}

/**
 * tl_text_pool_end_sharing:
 * @pool: a pool that is filled
 *
 * Gives back what only tl_text_pool_share() needs.
 */
void
tl_text_pool_end_sharing (TlTextPool *pool)
{
  g_clear_pointer (&pool->shared, g_free);
  pool->n_shared = 0;
  pool->shared_mask = 0;
}
