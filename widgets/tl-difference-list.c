/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-difference-list.h"

#include "tl-difference-row.h"
#include "tl-difference-rows.h"
#include "tl-row-list.h"

#include <glib/gi18n-lib.h>

/**
 * TlDifferenceList:
 *
 * All differences between the sources of a timeline: the question, who says
 * what, and what settles it.
 */
struct _TlDifferenceList
{
  GtkWidget parent_instance;

  GtkWidget  *rows;
  TlTimeline *timeline;
};

G_DEFINE_FINAL_TYPE (TlDifferenceList, tl_difference_list, GTK_TYPE_WIDGET)

enum
{
  EVENT_SELECTED,
  EVENT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_row (gpointer owner)
{
  return tl_difference_row_new ();
}

static char *
fill_row (GtkWidget  *content,
          TlRowModel *model,
          guint       row,
          gpointer    owner)
{
  return tl_difference_row_fill (content, tl_row_model_get_timeline (model), tl_row_model_get_event (model, row),
                                 tl_difference_rows_get (TL_DIFFERENCE_ROWS (model), row));
}

static void
event_selected_cb (TlDifferenceList *self,
                   guint             event)
{
  g_signal_emit (self, signals[EVENT_SELECTED], 0, event);
}

static void
event_activated_cb (TlDifferenceList *self,
                    guint             event)
{
  g_signal_emit (self, signals[EVENT_ACTIVATED], 0, event);
}

static gboolean
tl_difference_list_focus (GtkWidget       *widget,
                          GtkDirectionType direction)
{
  return gtk_widget_child_focus (TL_DIFFERENCE_LIST (widget)->rows, direction);
}

static gboolean
tl_difference_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_DIFFERENCE_LIST (widget)->rows);
}

static void
tl_difference_list_dispose (GObject *object)
{
  TlDifferenceList *self = TL_DIFFERENCE_LIST (object);

  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (tl_difference_list_parent_class)->dispose (object);
}

static void
tl_difference_list_class_init (TlDifferenceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_difference_list_dispose;
  widget_class->focus = tl_difference_list_focus;
  widget_class->grab_focus = tl_difference_list_grab_focus;

  /**
   * TlDifferenceList::event-selected:
   * @self: the list
   * @event: an event
   *
   * The user has moved to a row about @event, by keys or by a click.
   */
  signals[EVENT_SELECTED] = g_signal_new ("event-selected", TL_TYPE_DIFFERENCE_LIST, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlDifferenceList::event-activated:
   * @self: the list
   * @event: an event
   *
   * The user wants to see @event: has pressed Enter or clicked twice.
   */
  signals[EVENT_ACTIVATED] = g_signal_new ("event-activated", TL_TYPE_DIFFERENCE_LIST, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "differencelist");
}

static void
tl_difference_list_init (TlDifferenceList *self)
{
  self->rows = tl_row_list_new (_("Differences between sources"), create_row, fill_row, self);
  g_signal_connect_object (self->rows, "event-selected", G_CALLBACK (event_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "event-activated", G_CALLBACK (event_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
}

/**
 * tl_difference_list_new:
 *
 * Returns: (transfer floating): a list without rows
 */
GtkWidget *
tl_difference_list_new (void)
{
  return g_object_new (TL_TYPE_DIFFERENCE_LIST, NULL);
}

/**
 * tl_difference_list_get_timeline:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the timeline that the list is about
 */
TlTimeline *
tl_difference_list_get_timeline (TlDifferenceList *self)
{
  g_return_val_if_fail (TL_IS_DIFFERENCE_LIST (self), NULL);

  return self->timeline;
}

/**
 * tl_difference_list_set_timeline:
 * @self: a list
 * @timeline: (nullable) (transfer none): the timeline that the list is about
 *
 * No event is selected then.
 */
void
tl_difference_list_set_timeline (TlDifferenceList *self,
                                 TlTimeline       *timeline)
{
  g_return_if_fail (TL_IS_DIFFERENCE_LIST (self));
  g_return_if_fail (timeline == NULL || TL_IS_TIMELINE (timeline));

  if (!g_set_object (&self->timeline, timeline))
    return;

  tl_difference_list_set_selected (self, TL_NONE);
  tl_row_list_take_model (TL_ROW_LIST (self->rows),
                          timeline != NULL ? tl_difference_rows_new (timeline, NULL, 0) : NULL);
}

/**
 * tl_difference_list_set_events:
 * @self: a list that has a timeline
 * @events: (array length=n_events) (nullable): the events that the list is
 *   about, in order; %NULL for all
 * @n_events: their number
 *
 * What is selected stays so, where it is still there.
 */
void
tl_difference_list_set_events (TlDifferenceList *self,
                               const guint32    *events,
                               guint             n_events)
{
  g_return_if_fail (TL_IS_DIFFERENCE_LIST (self));

  if (self->timeline != NULL)
    tl_row_list_take_model (TL_ROW_LIST (self->rows), tl_difference_rows_new (self->timeline, events, n_events));
}

/**
 * tl_difference_list_get_selected:
 * @self: a list
 *
 * Returns: the event that is selected, or TL_NONE
 */
guint32
tl_difference_list_get_selected (TlDifferenceList *self)
{
  g_return_val_if_fail (TL_IS_DIFFERENCE_LIST (self), TL_NONE);

  return tl_row_list_get_selected (TL_ROW_LIST (self->rows));
}

/**
 * tl_difference_list_set_selected:
 * @self: a list
 * @event: an event, or TL_NONE
 *
 * Selects all rows about @event and scrolls to the first one, unless one of
 * them is in sight. Does not emit #TlDifferenceList::event-selected, which is for what
 * the user does.
 */
void
tl_difference_list_set_selected (TlDifferenceList *self,
                                 guint32           event)
{
  g_return_if_fail (TL_IS_DIFFERENCE_LIST (self));

  tl_row_list_set_selected (TL_ROW_LIST (self->rows), event);
}
