/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-source-rows.h"

/**
 * TlSourceRows:
 *
 * A row for each source of some events, and below it one for each thing that
 * the source carries.
 */
struct _TlSourceRows
{
  TlRowModel parent_instance;

  TlSourceIndex *index;
};

G_DEFINE_FINAL_TYPE (TlSourceRows, tl_source_rows, TL_TYPE_ROW_MODEL)

static guint
tl_source_rows_get_n_rows (TlRowModel *model)
{
  return tl_source_index_get_n_rows (TL_SOURCE_ROWS (model)->index);
}

static guint32
tl_source_rows_get_event (TlRowModel *model,
                          guint       row)
{
  guint32 source;
  const TlCarried *carried = tl_source_index_find_row (TL_SOURCE_ROWS (model)->index, row, &source);

  return carried != NULL ? carried->event : TL_NONE;
}

static guint
tl_source_rows_find_event (TlRowModel *model,
                           guint32     event)
{
  guint row = tl_source_index_find_event (TL_SOURCE_ROWS (model)->index, event);

  return row != G_MAXUINT ? row : GTK_INVALID_LIST_POSITION;
}

static void
tl_source_rows_finalize (GObject *object)
{
  TlSourceRows *self = TL_SOURCE_ROWS (object);

  g_clear_pointer (&self->index, tl_source_index_free);

  G_OBJECT_CLASS (tl_source_rows_parent_class)->finalize (object);
}

static void
tl_source_rows_class_init (TlSourceRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TlRowModelClass *model_class = TL_ROW_MODEL_CLASS (klass);

  object_class->finalize = tl_source_rows_finalize;
  model_class->get_n_rows = tl_source_rows_get_n_rows;
  model_class->get_event = tl_source_rows_get_event;
  model_class->find_event = tl_source_rows_find_event;
}

static void
tl_source_rows_init (TlSourceRows *self)
{
}

/**
 * tl_source_rows_new:
 * @timeline: a timeline
 * @events: (array length=n_events) (nullable): the events that count, in
 *   order; %NULL for all
 * @n_events: their number
 *
 * Returns: (transfer full): rows for their sources
 */
TlRowModel *
tl_source_rows_new (TlTimeline    *timeline,
                    const guint32 *events,
                    guint          n_events)
{
  TlSourceRows *self = g_object_new (TL_TYPE_SOURCE_ROWS, "timeline", timeline, NULL);

  self->index = tl_source_index_new (timeline, events, n_events);

  return TL_ROW_MODEL (self);
}

/**
 * tl_source_rows_get_index:
 * @self: a model
 *
 * Returns: (transfer none): what the sources carry
 */
const TlSourceIndex *
tl_source_rows_get_index (TlSourceRows *self)
{
  g_return_val_if_fail (TL_IS_SOURCE_ROWS (self), NULL);

  return self->index;
}
