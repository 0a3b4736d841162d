/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-id-table.h"

#include <string.h>

/**
 * tl_id_table_init:
 * @table: (out caller-allocates): a table without ids
 * @pool: (transfer none): where the ids' characters go; outlives @table
 */
void
tl_id_table_init (TlIdTable  *table,
                  TlTextPool *pool)
{
  table->pool = pool;
  table->slots = g_array_new (FALSE, FALSE, sizeof (TlIdSlot));
  table->mask = 15;
  table->buckets = g_new0 (guint64, table->mask + 1);
}

/**
 * tl_id_table_clear:
 * @table: a table
 */
void
tl_id_table_clear (TlIdTable *table)
{
  g_clear_pointer (&table->slots, g_array_unref);
  g_clear_pointer (&table->buckets, g_free);
}

/* A bucket keeps the hash, so that the characters of an id are only looked
 * at where it is the right one: they lie all over the memory.
 */
static guint64
make_bucket (guint32 slot,
             guint32 hash)
{
  return (guint64) hash << 32 | (slot + 1);
}

static guint32
get_slot (guint64 bucket)
{
  return (guint32) bucket - 1;
}

/* Where @id is, or would be. */
static guint32
find_place (const TlIdTable *table,
            const char      *id,
            gsize            length,
            guint32          hash)
{
  guint32 i = hash & table->mask;

  for (; table->buckets[i] != 0; i = (i + 1) & table->mask)
    if (table->buckets[i] >> 32 == hash)
      {
        TlText text = tl_id_table_get (table, get_slot (table->buckets[i]))->id;
        const char *other = tl_text_pool_get (table->pool, text);

        if (strncmp (other, id, length) == 0 && other[length] == '\0')
          break;
      }

  return i;
}

static void
grow (TlIdTable *table)
{
  g_autofree guint64 *old = table->buckets;
  gsize old_size = (gsize) table->mask + 1;

  table->mask = table->mask * 2 + 1;
  table->buckets = g_new0 (guint64, (gsize) table->mask + 1);

  for (gsize k = 0; k < old_size; k++)
    {
      guint32 i = (guint32) (old[k] >> 32) & table->mask;

      if (old[k] == 0)
        continue;
      while (table->buckets[i] != 0)
        i = (i + 1) & table->mask;
      table->buckets[i] = old[k];
    }
}

/**
 * tl_id_table_intern:
 * @table: a table
 * @id: the id's characters, without NUL
 * @length: their number in bytes
 *
 * Returns: the slot of @id, a new one that is not defined yet where the id
 *   has not been seen before
 */
guint32
tl_id_table_intern (TlIdTable  *table,
                    const char *id,
                    gsize       length)
{
  guint32 hash = tl_text_hash (id, length);
  guint32 i = find_place (table, id, length, hash);
  TlIdSlot slot = { 0, TL_ID_UNDEFINED };

  if (table->buckets[i] != 0)
    return get_slot (table->buckets[i]);

  slot.id = tl_text_pool_add (table->pool, id, length);
  g_array_append_val (table->slots, slot);
  table->buckets[i] = make_bucket (table->slots->len - 1, hash);

  /* At most three quarters full: probes stay short, memory low. */
  if (table->slots->len > (table->mask + 1) / 4 * 3)
    grow (table);

  return table->slots->len - 1;
}

/**
 * tl_id_table_find:
 * @table: a table
 * @id: the id's characters, without NUL
 * @length: their number in bytes
 *
 * Returns: the slot of @id, or %TL_NONE
 */
guint32
tl_id_table_find (const TlIdTable *table,
                  const char      *id,
                  gsize            length)
{
  guint64 bucket = table->buckets[find_place (table, id, length, tl_text_hash (id, length))];

  return bucket != 0 ? get_slot (bucket) : TL_NONE;
}

/**
 * tl_id_table_count_undefined:
 * @table: a table
 *
 * Returns: how many ids were referred to, but stand for nothing
 */
guint
tl_id_table_count_undefined (const TlIdTable *table)
{
  guint n = 0;

  for (guint32 slot = 0; slot < table->slots->len; slot++)
    if (tl_id_table_get (table, slot)->item >= TL_ID_LEFT_OUT)
      n++;

  return n;
}
