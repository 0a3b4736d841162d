/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-outline.h"

/* What a reader of a long document leafs through it by. */

struct _TlOutline
{
  GArray *entries; /* of TlOutlineEntry */
};

static void
clear_entry_cb (gpointer data)
{
  TlOutlineEntry *entry = data;

  g_free (entry->title);
  g_free (entry->id);
}

/**
 * tl_outline_new:
 *
 * Returns: (transfer full): an outline without entries
 */
TlOutline *
tl_outline_new (void)
{
  TlOutline *self = g_new0 (TlOutline, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (TlOutlineEntry));
  g_array_set_clear_func (self->entries, clear_entry_cb);

  return self;
}

/**
 * tl_outline_free:
 * @self: (transfer full) (nullable): an outline
 */
void
tl_outline_free (TlOutline *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->entries);
  g_free (self);
}

/**
 * tl_outline_add:
 * @self: an outline
 * @level: 0, or at most one more than that of the entry added last
 * @title: what it is called; copied
 * @id: of the item that it leads to; copied
 */
void
tl_outline_add (TlOutline  *self,
                guint       level,
                const char *title,
                const char *id)
{
  const TlOutlineEntry entry = { g_strdup (title), g_strdup (id), level };

  g_array_append_val (self->entries, entry);
}

/**
 * tl_outline_get_entries:
 * @self: an outline
 * @n_entries: (out): how many
 *
 * Returns: (transfer none) (array length=n_entries): its entries
 */
const TlOutlineEntry *
tl_outline_get_entries (const TlOutline *self,
                        guint           *n_entries)
{
  *n_entries = self->entries->len;

  return (const TlOutlineEntry *) (void *) self->entries->data;
}
