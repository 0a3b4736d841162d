/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-difference-rows.h"

/**
 * TlDifferenceRows:
 *
 * A row for each difference between sources, in the order of the events.
 */
struct _TlDifferenceRows
{
  TlRowModel parent_instance;

  GArray *places; /* of Place */
};

typedef struct
{
  guint32 event;
  guint32 difference; /* among all of the timeline */
} Place;

G_DEFINE_FINAL_TYPE (TlDifferenceRows, tl_difference_rows, TL_TYPE_ROW_MODEL)

static const Place *
get_place (TlDifferenceRows *self,
           guint             row)
{
  return &g_array_index (self->places, Place, row);
}

static guint
tl_difference_rows_get_n_rows (TlRowModel *model)
{
  return TL_DIFFERENCE_ROWS (model)->places->len;
}

static guint32
tl_difference_rows_get_event (TlRowModel *model,
                              guint       row)
{
  return get_place (TL_DIFFERENCE_ROWS (model), row)->event;
}

static guint
tl_difference_rows_find_event (TlRowModel *model,
                               guint32     event)
{
  TlDifferenceRows *self = TL_DIFFERENCE_ROWS (model);

  for (guint i = 0; i < self->places->len; i++)
    if (get_place (self, i)->event == event)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
tl_difference_rows_finalize (GObject *object)
{
  TlDifferenceRows *self = TL_DIFFERENCE_ROWS (object);

  g_array_unref (self->places);

  G_OBJECT_CLASS (tl_difference_rows_parent_class)->finalize (object);
}

static void
tl_difference_rows_class_init (TlDifferenceRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TlRowModelClass *model_class = TL_ROW_MODEL_CLASS (klass);

  object_class->finalize = tl_difference_rows_finalize;
  model_class->get_n_rows = tl_difference_rows_get_n_rows;
  model_class->get_event = tl_difference_rows_get_event;
  model_class->find_event = tl_difference_rows_find_event;
}

static void
tl_difference_rows_init (TlDifferenceRows *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
}

/**
 * tl_difference_rows_new:
 * @timeline: a timeline
 * @events: (array length=n_events) (nullable): the events that count, in
 *   order; %NULL for all
 * @n_events: their number
 *
 * Returns: (transfer full): rows for all their differences
 */
TlRowModel *
tl_difference_rows_new (TlTimeline    *timeline,
                        const guint32 *events,
                        guint          n_events)
{
  TlDifferenceRows *self = g_object_new (TL_TYPE_DIFFERENCE_ROWS, "timeline", timeline, NULL);
  guint n_all;
  const TlEvent *all = tl_timeline_get_events (timeline, &n_all);
  guint n_counted = events != NULL ? n_events : n_all;

  for (guint i = 0; i < n_counted; i++)
    {
      guint32 event = events != NULL ? events[i] : i;

      for (guint k = 0; k < all[event].differences.count; k++)
        {
          const Place place = { event, all[event].differences.first + k };

          g_array_append_val (self->places, place);
        }
    }

  return TL_ROW_MODEL (self);
}

/**
 * tl_difference_rows_get:
 * @self: a model
 * @row: one of its rows
 *
 * Returns: (transfer none): the difference that it shows
 */
const TlDifference *
tl_difference_rows_get (TlDifferenceRows *self,
                        guint             row)
{
  g_return_val_if_fail (TL_IS_DIFFERENCE_ROWS (self), NULL);

  return tl_timeline_get_differences (tl_row_model_get_timeline (TL_ROW_MODEL (self)),
                                      (TlRange){ get_place (self, row)->difference, 1 });
}
