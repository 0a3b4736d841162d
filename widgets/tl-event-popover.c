/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-event-popover.h"

#include "tl-event-list.h"
#include "tl-row-parts.h"

#include <glib/gi18n-lib.h>

/**
 * TlEventPopover:
 *
 * The events for which a drawing has no room and shows their number. One of
 * them is chosen by a click or by Enter, which closes the popover.
 */
struct _TlEventPopover
{
  GtkPopover parent_instance;

  GtkWidget *title;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (TlEventPopover, tl_event_popover, GTK_TYPE_POPOVER)

enum
{
  EVENT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SPACING    6
#define WIDTH      300
#define MAX_HEIGHT 360

static void
event_activated_cb (TlEventPopover *self,
                    guint           event)
{
  /* Whoever listens may let go of it. */
  g_autoptr (TlEventPopover) kept = g_object_ref (self);

  gtk_popover_popdown (GTK_POPOVER (kept));
  g_signal_emit (kept, signals[EVENT_ACTIVATED], 0, event);
}

static void
tl_event_popover_class_init (TlEventPopoverClass *klass)
{
  /**
   * TlEventPopover::event-activated:
   * @self: the popover
   * @event: an event
   *
   * The user has chosen @event.
   */
  signals[EVENT_ACTIVATED] = g_signal_new ("event-activated", TL_TYPE_EVENT_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
tl_event_popover_init (TlEventPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  self->title = tl_row_label_new ("heading");
  gtk_widget_set_margin_top (self->title, SPACING);
  gtk_widget_set_margin_start (self->title, SPACING);
  gtk_widget_set_margin_end (self->title, SPACING);

  self->list = tl_event_list_new ();
  tl_event_list_use_as_menu (TL_EVENT_LIST (self->list), MAX_HEIGHT);
  gtk_widget_set_size_request (self->list, WIDTH, -1);
  g_signal_connect_object (self->list, "event-activated", G_CALLBACK (event_activated_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * tl_event_popover_new:
 * @timeline: a timeline
 * @events: (array length=n_events): some of its events, in order; copied
 * @n_events: their number
 *
 * Returns: (transfer floating): a popover that lists them
 */
GtkWidget *
tl_event_popover_new (TlTimeline    *timeline,
                      const guint32 *events,
                      guint          n_events)
{
  TlEventPopover *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (TL_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (events != NULL, NULL);

  self = g_object_new (TL_TYPE_EVENT_POPOVER, NULL);
  /* Translators: heads a list of events for which there is no room in a drawing */
  title = g_strdup_printf (ngettext ("%u more event", "%u more events", n_events), n_events);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  tl_event_list_set_timeline (TL_EVENT_LIST (self->list), timeline);
  tl_event_list_set_events (TL_EVENT_LIST (self->list), events, n_events);

  return GTK_WIDGET (self);
}

/**
 * tl_event_popover_set_theme:
 * @self: a popover
 * @theme: where the colours of lanes come from
 */
void
tl_event_popover_set_theme (TlEventPopover *self,
                            TlThemeKind     theme)
{
  g_return_if_fail (TL_IS_EVENT_POPOVER (self));

  tl_event_list_set_theme (TL_EVENT_LIST (self->list), theme);
}
