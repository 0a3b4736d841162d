/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-text-pool.h"

G_BEGIN_DECLS

/* Instead of an index: nothing there. */
#define TL_NONE G_MAXUINT32

/* What an id may stand for, besides the index of an item. */
#define TL_ID_UNDEFINED (G_MAXUINT32 - 1)
#define TL_ID_LEFT_OUT  (G_MAXUINT32 - 2)

typedef struct
{
  TlText  id;
  guint32 item; /* index of the item, or TL_ID_UNDEFINED, TL_ID_LEFT_OUT */
} TlIdSlot;

/**
 * TlIdTable:
 *
 * The ids of one kind. An id gets its slot when it is first read, be that
 * where it is defined or where something refers to it, so that the parts of
 * a file may stand in any order.
 */
typedef struct
{
  TlTextPool *pool;    /* unowned */
  GArray     *slots;   /* of TlIdSlot */
  guint64    *buckets; /* slot plus one, above it the id's hash; 0 where free */
  guint32     mask;
} TlIdTable;

void tl_id_table_init (TlIdTable  *table,
                       TlTextPool *pool);

void tl_id_table_clear (TlIdTable *table);

guint32 tl_id_table_intern (TlIdTable  *table,
                            const char *id,
                            gsize       length);

guint32 tl_id_table_find (const TlIdTable *table,
                          const char      *id,
                          gsize            length);

guint tl_id_table_count_undefined (const TlIdTable *table);

static inline TlIdSlot *
tl_id_table_get (const TlIdTable *table,
                 guint32          slot)
{
  return &g_array_index (table->slots, TlIdSlot, slot);
}

G_END_DECLS
