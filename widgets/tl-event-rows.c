/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-event-rows.h"

/**
 * TlEventRows:
 *
 * A row for each event of a timeline in order of time, or for some of them.
 */
struct _TlEventRows
{
  TlRowModel parent_instance;

  guint32 *events; /* NULL for all */
  guint    n_events;
};

G_DEFINE_FINAL_TYPE (TlEventRows, tl_event_rows, TL_TYPE_ROW_MODEL)

static guint
tl_event_rows_get_n_rows (TlRowModel *model)
{
  return TL_EVENT_ROWS (model)->n_events;
}

static guint32
tl_event_rows_get_event (TlRowModel *model,
                         guint       row)
{
  TlEventRows *self = TL_EVENT_ROWS (model);

  return self->events != NULL ? self->events[row] : row;
}

static guint
tl_event_rows_find_event (TlRowModel *model,
                          guint32     event)
{
  TlEventRows *self = TL_EVENT_ROWS (model);

  if (self->events == NULL)
    return event < self->n_events ? event : GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->n_events; i++)
    if (self->events[i] == event)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
tl_event_rows_finalize (GObject *object)
{
  TlEventRows *self = TL_EVENT_ROWS (object);

  g_free (self->events);

  G_OBJECT_CLASS (tl_event_rows_parent_class)->finalize (object);
}

static void
tl_event_rows_class_init (TlEventRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TlRowModelClass *model_class = TL_ROW_MODEL_CLASS (klass);

  object_class->finalize = tl_event_rows_finalize;
  model_class->get_n_rows = tl_event_rows_get_n_rows;
  model_class->get_event = tl_event_rows_get_event;
  model_class->find_event = tl_event_rows_find_event;
}

static void
tl_event_rows_init (TlEventRows *self)
{
}

/**
 * tl_event_rows_new:
 * @timeline: a timeline
 *
 * Returns: (transfer full): rows for all its events
 */
TlRowModel *
tl_event_rows_new (TlTimeline *timeline)
{
  TlEventRows *self = g_object_new (TL_TYPE_EVENT_ROWS, "timeline", timeline, NULL);

  tl_timeline_get_events (timeline, &self->n_events);

  return TL_ROW_MODEL (self);
}

/**
 * tl_event_rows_new_for:
 * @timeline: a timeline
 * @events: (array length=n_events): some of its events; copied
 * @n_events: their number
 *
 * Returns: (transfer full): rows for these events, in this order
 */
TlRowModel *
tl_event_rows_new_for (TlTimeline    *timeline,
                       const guint32 *events,
                       guint          n_events)
{
  TlEventRows *self = g_object_new (TL_TYPE_EVENT_ROWS, "timeline", timeline, NULL);

  /* Not NULL, also where there are none: that would mean all. */
  self->events = g_new (guint32, n_events + 1);
  if (n_events > 0)
    memcpy (self->events, events, n_events * sizeof (guint32));
  self->n_events = n_events;

  return TL_ROW_MODEL (self);
}
