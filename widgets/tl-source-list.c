/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-source-list.h"

#include "tl-row-list.h"
#include "tl-source-row.h"
#include "tl-source-rows.h"
#include "tl-source-words.h"

#include <glib/gi18n-lib.h>

/**
 * TlSourceList:
 *
 * All sources of a timeline, each with what it carries below it: its claims,
 * figures, dates, sides of differences and links.
 */
struct _TlSourceList
{
  GtkWidget parent_instance;

  GtkWidget  *rows;
  TlTimeline *timeline;
};

G_DEFINE_FINAL_TYPE (TlSourceList, tl_source_list, GTK_TYPE_WIDGET)

enum
{
  EVENT_SELECTED,
  EVENT_ACTIVATED,
  URI_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_row (gpointer owner)
{
  return tl_source_row_new ();
}

static char *
fill_row (GtkWidget  *content,
          TlRowModel *model,
          guint       row,
          gpointer    owner)
{
  const TlSourceIndex *index = tl_source_rows_get_index (TL_SOURCE_ROWS (model));
  TlTimeline *timeline = tl_row_model_get_timeline (model);
  guint32 source;
  const TlCarried *carried = tl_source_index_find_row (index, row, &source);
  guint n_carried;

  if (carried != NULL)
    return tl_source_row_fill_carried (content, timeline, carried);

  tl_source_index_get_carried (index, source, &n_carried);

  return tl_source_row_fill (content, timeline, source, n_carried);
}

static void
event_selected_cb (TlSourceList *self,
                   guint         event)
{
  g_signal_emit (self, signals[EVENT_SELECTED], 0, event);
}

static void
event_activated_cb (TlSourceList *self,
                    guint         event)
{
  g_signal_emit (self, signals[EVENT_ACTIVATED], 0, event);
}

/* The row of a source has been activated: it is to be opened. */
static void
row_activated_cb (TlSourceList *self,
                  guint         row)
{
  TlRowModel *model = tl_row_list_get_model (TL_ROW_LIST (self->rows));
  guint32 source;
  const char *address;

  tl_source_index_find_row (tl_source_rows_get_index (TL_SOURCE_ROWS (model)), row, &source);
  address = tl_source_get_address (self->timeline, &tl_timeline_get_sources (self->timeline, NULL)[source]);
  if (address != NULL)
    g_signal_emit (self, signals[URI_ACTIVATED], 0, address);
}

/* Its button says which one. */
static void
open_source_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  TlSourceList *self = TL_SOURCE_LIST (widget);
  guint32 source = g_variant_get_uint32 (parameter);
  const TlSource *sources;
  guint n_sources = 0;
  const char *address;

  if (self->timeline == NULL)
    return;

  sources = tl_timeline_get_sources (self->timeline, &n_sources);
  address = source < n_sources ? tl_source_get_address (self->timeline, &sources[source]) : NULL;
  if (address != NULL)
    g_signal_emit (self, signals[URI_ACTIVATED], 0, address);
}

static gboolean
tl_source_list_focus (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  return gtk_widget_child_focus (TL_SOURCE_LIST (widget)->rows, direction);
}

static gboolean
tl_source_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_SOURCE_LIST (widget)->rows);
}

static void
tl_source_list_dispose (GObject *object)
{
  TlSourceList *self = TL_SOURCE_LIST (object);

  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (tl_source_list_parent_class)->dispose (object);
}

static void
tl_source_list_class_init (TlSourceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_source_list_dispose;
  widget_class->focus = tl_source_list_focus;
  widget_class->grab_focus = tl_source_list_grab_focus;

  /**
   * TlSourceList::event-selected:
   * @self: the list
   * @event: an event
   *
   * The user has moved to a row about @event, by keys or by a click.
   */
  signals[EVENT_SELECTED] = g_signal_new ("event-selected", TL_TYPE_SOURCE_LIST, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlSourceList::event-activated:
   * @self: the list
   * @event: an event
   *
   * The user wants to see @event: has pressed Enter or clicked twice.
   */
  signals[EVENT_ACTIVATED] = g_signal_new ("event-activated", TL_TYPE_SOURCE_LIST, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlSourceList::uri-activated:
   * @self: the list
   * @uri: an address of http or https
   *
   * The user wants to open a source.
   */
  signals[URI_ACTIVATED] = g_signal_new ("uri-activated", TL_TYPE_SOURCE_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "source.open", "u", open_source_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sourcelist");
}

static void
tl_source_list_init (TlSourceList *self)
{
  self->rows = tl_row_list_new (_("Sources and what they carry"), create_row, fill_row, self);
  g_signal_connect_object (self->rows, "event-selected", G_CALLBACK (event_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "event-activated", G_CALLBACK (event_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
}

/**
 * tl_source_list_new:
 *
 * Returns: (transfer floating): a list without rows
 */
GtkWidget *
tl_source_list_new (void)
{
  return g_object_new (TL_TYPE_SOURCE_LIST, NULL);
}

/**
 * tl_source_list_get_timeline:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the timeline that the list is about
 */
TlTimeline *
tl_source_list_get_timeline (TlSourceList *self)
{
  g_return_val_if_fail (TL_IS_SOURCE_LIST (self), NULL);

  return self->timeline;
}

/**
 * tl_source_list_set_timeline:
 * @self: a list
 * @timeline: (nullable) (transfer none): the timeline that the list is about
 *
 * No event is selected then.
 */
void
tl_source_list_set_timeline (TlSourceList *self,
                             TlTimeline   *timeline)
{
  g_return_if_fail (TL_IS_SOURCE_LIST (self));
  g_return_if_fail (timeline == NULL || TL_IS_TIMELINE (timeline));

  if (!g_set_object (&self->timeline, timeline))
    return;

  tl_source_list_set_selected (self, TL_NONE);
  tl_row_list_take_model (TL_ROW_LIST (self->rows),
                          timeline != NULL ? tl_source_rows_new (timeline, NULL, 0) : NULL);
}

/**
 * tl_source_list_set_events:
 * @self: a list that has a timeline
 * @events: (array length=n_events) (nullable): the events that the list is
 *   about, in order; %NULL for all
 * @n_events: their number
 *
 * What is selected stays so, where it is still there.
 */
void
tl_source_list_set_events (TlSourceList  *self,
                           const guint32 *events,
                           guint          n_events)
{
  g_return_if_fail (TL_IS_SOURCE_LIST (self));

  if (self->timeline != NULL)
    tl_row_list_take_model (TL_ROW_LIST (self->rows), tl_source_rows_new (self->timeline, events, n_events));
}

/**
 * tl_source_list_get_selected:
 * @self: a list
 *
 * Returns: the event that is selected, or TL_NONE
 */
guint32
tl_source_list_get_selected (TlSourceList *self)
{
  g_return_val_if_fail (TL_IS_SOURCE_LIST (self), TL_NONE);

  return tl_row_list_get_selected (TL_ROW_LIST (self->rows));
}

/**
 * tl_source_list_set_selected:
 * @self: a list
 * @event: an event, or TL_NONE
 *
 * Selects all rows about @event and scrolls to the first one, unless one of
 * them is in sight. Does not emit #TlSourceList::event-selected, which is for what
 * the user does.
 */
void
tl_source_list_set_selected (TlSourceList *self,
                             guint32       event)
{
  g_return_if_fail (TL_IS_SOURCE_LIST (self));

  tl_row_list_set_selected (TL_ROW_LIST (self->rows), event);
}
