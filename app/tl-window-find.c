/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-edtf.h"
#include "tl-find-bar.h"

#include <glib/gi18n.h>

/* Looking for words and dates: the bar below the header, and where it leads.
 */

/* Room beside a date that is gone to, as a part of what is in view. */
#define ROOM_PART 0.15

static void
event_chosen_cb (TlFindBar *bar,
                 guint      event,
                 TlWindow  *self)
{
  tl_window_go_to_event (self, event);
}

/* What is before the first event or after the last one is told to be so. */
void
tl_window_go_to_date (TlWindow   *self,
                      const char *edtf)
{
  TlAxis *axis = tl_viewport_get_axis (self->viewport);
  TlStretch stretch, shown;
  TlCamera camera;
  TlDate date;

  if (axis == NULL || !tl_edtf_parse (edtf, -1, &date, NULL))
    return;
  if (!tl_axis_get_extent (axis, &date, &stretch.from, &stretch.to))
    {
      tl_window_say (self, _("The timeline has nothing at that time"));
      return;
    }

  tl_history_visit (self->history);
  shown = tl_viewport_get_stretch (self->viewport);
  camera = tl_viewport_show_stretch (self->viewport, &stretch,
                                     (shown.to - shown.from) * tl_viewport_get_camera (self->viewport).scale * ROOM_PART);
  tl_canvas_go (tl_window_get_canvas (self), &camera);
  tl_window_update_actions (self);
}

static void
date_chosen_cb (TlFindBar  *bar,
                const char *edtf,
                TlWindow   *self)
{
  tl_window_go_to_date (self, edtf);
}

static void
closed_cb (TlFindBar *bar,
           TlWindow  *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (tl_window_get_canvas (self)));
}

/* A slash looks for something, as in many programs, unless somebody types. */
static gboolean
key_pressed_cb (GtkEventController *controller,
                guint               key,
                guint               code,
                GdkModifierType     state,
                TlWindow           *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if ((key != GDK_KEY_slash && key != GDK_KEY_KP_Divide) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || (focus != NULL && GTK_IS_EDITABLE (focus)) || tl_viewport_get_timeline (self->viewport) == NULL)
    return FALSE;

  tl_window_find (self);

  return TRUE;
}

void
tl_window_init_find (TlWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  tl_find_bar_set_viewport (self->find_bar, self->viewport);
  g_signal_connect (self->find_bar, "event-chosen", G_CALLBACK (event_chosen_cb), self);
  g_signal_connect (self->find_bar, "date-chosen", G_CALLBACK (date_chosen_cb), self);
  g_signal_connect (self->find_bar, "closed", G_CALLBACK (closed_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
tl_window_find (TlWindow *self)
{
  tl_find_bar_open (self->find_bar);
}

void
tl_window_find_next (TlWindow *self)
{
  tl_find_bar_step (self->find_bar, 1);
}

void
tl_window_find_previous (TlWindow *self)
{
  tl_find_bar_step (self->find_bar, -1);
}
