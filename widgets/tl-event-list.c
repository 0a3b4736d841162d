/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-event-list.h"

#include "tl-event-row.h"
#include "tl-event-rows.h"
#include "tl-event-spoken.h"
#include "tl-row-list.h"

#include <glib/gi18n-lib.h>

/**
 * TlEventList:
 *
 * Events of a timeline by date, a row each: the plain way through a
 * timeline, for those who do not use a drawing.
 */
struct _TlEventList
{
  GtkWidget parent_instance;

  GtkWidget  *rows;
  TlTimeline *timeline;
  TlThemeKind theme;
};

G_DEFINE_FINAL_TYPE (TlEventList, tl_event_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TIMELINE,
  PROP_SELECTED,
  N_PROPS
};

enum
{
  EVENT_SELECTED,
  EVENT_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GtkWidget *
create_row (gpointer owner)
{
  return tl_event_row_new ();
}

static char *
fill_row (GtkWidget  *content,
          TlRowModel *model,
          guint       row,
          gpointer    owner)
{
  TlEventList *self = owner;
  TlTimeline *timeline = tl_row_model_get_timeline (model);
  guint32 event = tl_row_model_get_event (model, row);

  tl_event_row_fill (content, timeline, event, self->theme);

  return tl_event_dup_spoken_name (timeline, event, row, tl_row_model_get_n_rows (model), NULL);
}

static void
event_selected_cb (TlEventList *self,
                   guint        event)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  g_signal_emit (self, signals[EVENT_SELECTED], 0, event);
}

static void
event_activated_cb (TlEventList *self,
                    guint        event)
{
  g_signal_emit (self, signals[EVENT_ACTIVATED], 0, event);
}

static gboolean
tl_event_list_focus (GtkWidget       *widget,
                     GtkDirectionType direction)
{
  return gtk_widget_child_focus (TL_EVENT_LIST (widget)->rows, direction);
}

static gboolean
tl_event_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_EVENT_LIST (widget)->rows);
}

static void
tl_event_list_dispose (GObject *object)
{
  TlEventList *self = TL_EVENT_LIST (object);

  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (tl_event_list_parent_class)->dispose (object);
}

static void
tl_event_list_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlEventList *self = TL_EVENT_LIST (object);

  switch (prop_id)
    {
    case PROP_TIMELINE:
      g_value_set_object (value, self->timeline);
      break;

    case PROP_SELECTED:
      g_value_set_uint (value, tl_event_list_get_selected (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_event_list_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlEventList *self = TL_EVENT_LIST (object);

  switch (prop_id)
    {
    case PROP_TIMELINE:
      tl_event_list_set_timeline (self, g_value_get_object (value));
      break;

    case PROP_SELECTED:
      tl_event_list_set_selected (self, g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
add_properties (GObjectClass *object_class)
{
  /**
   * TlEventList:timeline:
   *
   * The timeline whose events are listed.
   */
  properties[PROP_TIMELINE] =
    g_param_spec_object ("timeline", NULL, NULL, TL_TYPE_TIMELINE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * TlEventList:selected:
   *
   * The event that is selected, or TL_NONE.
   */
  properties[PROP_SELECTED] =
    g_param_spec_uint ("selected", NULL, NULL, 0, TL_NONE, TL_NONE,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
add_signals (void)
{
  /**
   * TlEventList::event-selected:
   * @self: the list
   * @event: an event
   *
   * The user has moved to @event, by keys or by a click.
   */
  signals[EVENT_SELECTED] = g_signal_new ("event-selected", TL_TYPE_EVENT_LIST, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlEventList::event-activated:
   * @self: the list
   * @event: an event
   *
   * The user wants to see @event: has pressed Enter or clicked twice.
   */
  signals[EVENT_ACTIVATED] = g_signal_new ("event-activated", TL_TYPE_EVENT_LIST, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
tl_event_list_class_init (TlEventListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_event_list_dispose;
  object_class->get_property = tl_event_list_get_property;
  object_class->set_property = tl_event_list_set_property;
  widget_class->focus = tl_event_list_focus;
  widget_class->grab_focus = tl_event_list_grab_focus;

  add_properties (object_class);
  add_signals ();

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "eventlist");
}

static void
tl_event_list_init (TlEventList *self)
{
  self->rows = tl_row_list_new (_("Events by date"), create_row, fill_row, self);
  g_signal_connect_object (self->rows, "event-selected", G_CALLBACK (event_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "event-activated", G_CALLBACK (event_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
}

/**
 * tl_event_list_new:
 *
 * Returns: (transfer floating): a list without events
 */
GtkWidget *
tl_event_list_new (void)
{
  return g_object_new (TL_TYPE_EVENT_LIST, NULL);
}

/**
 * tl_event_list_get_timeline:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the timeline whose events are listed
 */
TlTimeline *
tl_event_list_get_timeline (TlEventList *self)
{
  g_return_val_if_fail (TL_IS_EVENT_LIST (self), NULL);

  return self->timeline;
}

/**
 * tl_event_list_set_timeline:
 * @self: a list
 * @timeline: (nullable) (transfer none): the timeline whose events to list
 *
 * Lists all its events. None of them is selected.
 */
void
tl_event_list_set_timeline (TlEventList *self,
                            TlTimeline  *timeline)
{
  g_return_if_fail (TL_IS_EVENT_LIST (self));
  g_return_if_fail (timeline == NULL || TL_IS_TIMELINE (timeline));

  if (!g_set_object (&self->timeline, timeline))
    return;

  tl_event_list_set_selected (self, TL_NONE);
  tl_row_list_take_model (TL_ROW_LIST (self->rows), timeline != NULL ? tl_event_rows_new (timeline) : NULL);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
}

/**
 * tl_event_list_set_events:
 * @self: a list that has a timeline
 * @events: (array length=n_events) (nullable): some of its events, in the
 *   order that they are to be listed in; copied. %NULL for all
 * @n_events: their number
 *
 * Lists these events only. The one that is selected stays so, whether or
 * not it is listed.
 */
void
tl_event_list_set_events (TlEventList   *self,
                          const guint32 *events,
                          guint          n_events)
{
  g_return_if_fail (TL_IS_EVENT_LIST (self));
  g_return_if_fail (self->timeline != NULL);

  tl_row_list_take_model (TL_ROW_LIST (self->rows),
                          events != NULL ? tl_event_rows_new_for (self->timeline, events, n_events)
                                         : tl_event_rows_new (self->timeline));
}

/**
 * tl_event_list_get_n_events:
 * @self: a list
 *
 * Returns: how many events it lists
 */
guint
tl_event_list_get_n_events (TlEventList *self)
{
  TlRowModel *model;

  g_return_val_if_fail (TL_IS_EVENT_LIST (self), 0);

  model = tl_row_list_get_model (TL_ROW_LIST (self->rows));

  return model != NULL ? tl_row_model_get_n_rows (model) : 0;
}

/**
 * tl_event_list_get_selected:
 * @self: a list
 *
 * Returns: the event that is selected, or TL_NONE
 */
guint32
tl_event_list_get_selected (TlEventList *self)
{
  g_return_val_if_fail (TL_IS_EVENT_LIST (self), TL_NONE);

  return tl_row_list_get_selected (TL_ROW_LIST (self->rows));
}

/**
 * tl_event_list_set_selected:
 * @self: a list
 * @event: an event, or TL_NONE
 *
 * Selects @event and scrolls to it unless it is in sight. Does not emit
 * #TlEventList::event-selected, which is for what the user does.
 */
void
tl_event_list_set_selected (TlEventList *self,
                            guint32      event)
{
  g_return_if_fail (TL_IS_EVENT_LIST (self));

  if (tl_event_list_get_selected (self) == event)
    return;

  tl_row_list_set_selected (TL_ROW_LIST (self->rows), event);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * tl_event_list_set_theme:
 * @self: a list
 * @theme: where the colours of lanes come from
 */
void
tl_event_list_set_theme (TlEventList *self,
                         TlThemeKind  theme)
{
  g_return_if_fail (TL_IS_EVENT_LIST (self));

  if (self->theme == theme)
    return;

  self->theme = theme;
  tl_row_list_refill (TL_ROW_LIST (self->rows));
}

/**
 * tl_event_list_use_as_menu:
 * @self: a list
 * @max_height: how high it may become, in pixels
 *
 * Makes it as high as its events, up to @max_height, and lets one click
 * activate an event.
 */
void
tl_event_list_use_as_menu (TlEventList *self,
                           int          max_height)
{
  g_return_if_fail (TL_IS_EVENT_LIST (self));

  tl_row_list_use_as_menu (TL_ROW_LIST (self->rows), max_height);
}
