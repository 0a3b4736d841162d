/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-row.h"

/**
 * TlRow:
 *
 * A row of a list: a light object that lives while it is on screen. What
 * the row shows is known to the #TlRowModel that made it.
 */
struct _TlRow
{
  GObject parent_instance;

  guint   position;
  guint32 event;
};

G_DEFINE_FINAL_TYPE (TlRow, tl_row, G_TYPE_OBJECT)

static void
tl_row_class_init (TlRowClass *klass)
{
}

static void
tl_row_init (TlRow *self)
{
}

/**
 * tl_row_new:
 * @position: its place in the list
 * @event: the event that it is about, or TL_NONE
 *
 * Returns: (transfer full): a row
 */
TlRow *
tl_row_new (guint   position,
            guint32 event)
{
  TlRow *self = g_object_new (TL_TYPE_ROW, NULL);

  self->position = position;
  self->event = event;

  return self;
}

/**
 * tl_row_get_position:
 * @self: a row
 *
 * Returns: its place in the list
 */
guint
tl_row_get_position (TlRow *self)
{
  g_return_val_if_fail (TL_IS_ROW (self), 0);

  return self->position;
}

/**
 * tl_row_get_event:
 * @self: a row
 *
 * Returns: the event that it is about, or TL_NONE
 */
guint32
tl_row_get_event (TlRow *self)
{
  g_return_val_if_fail (TL_IS_ROW (self), G_MAXUINT32);

  return self->event;
}
