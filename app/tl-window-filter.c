/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-filter-bar.h"
#include "tl-filter-chooser.h"

#include <glib/gi18n.h>

/* What is asked of events: chips under the header, a button to ask for more,
 * and what is said about it.
 */

/* What is asked for, to be changed. */
static TlFilter *
dup_filter (TlWindow *self)
{
  const TlFilter *filter = tl_viewport_get_filter (self->viewport);

  return filter != NULL ? tl_filter_copy (filter) : tl_filter_new ();
}

/* The bar goes with its last chip, and the keyboard goes on to the drawing. */
static void
set_filter (TlWindow       *self,
            const TlFilter *filter)
{
  gboolean had_focus = (gtk_widget_get_state_flags (GTK_WIDGET (self->filter_bar)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  tl_viewport_set_filter (self->viewport, filter);
  if (had_focus && !gtk_widget_get_visible (GTK_WIDGET (self->filter_bar)))
    gtk_widget_grab_focus (GTK_WIDGET (tl_window_get_canvas (self)));
}

static void
value_removed_cb (TlFilterBar *bar,
                  guint        condition,
                  const char  *value,
                  TlWindow    *self)
{
  g_autoptr (TlFilter) filter = dup_filter (self);

  if (tl_filter_remove (filter, condition, value))
    set_filter (self, filter);
}

void
tl_window_clear_filters (TlWindow *self)
{
  set_filter (self, NULL);
}

/* Before the popover is shown: it would not become larger after that. */
static void
fill_cb (GtkMenuButton *button,
         gpointer       data)
{
  TlWindow *self = data;
  g_autoptr (TlFilter) filter = dup_filter (self);

  tl_filter_chooser_set_timeline (TL_FILTER_CHOOSER (self->filter_chooser),
                                  tl_viewport_get_timeline (self->viewport), filter);
}

void
tl_window_show_filters (TlWindow *self)
{
  tl_window_popup (self, self->filter_button, fill_cb);
}

static void
chosen_cb (TlFilterChooser *chooser,
           TlWindow        *self)
{
  tl_viewport_set_filter (self->viewport, tl_filter_chooser_get_filter (chooser));
}

/* After a change of what is asked for, or of what is shown. */
void
tl_window_update_filter (TlWindow *self)
{
  const TlFilter *filter = tl_viewport_get_filter (self->viewport);
  g_autoptr (TlFilter) copy = dup_filter (self);
  guint n_shown;

  tl_viewport_get_events (self->viewport, &n_shown);
  tl_filter_bar_set_filter (self->filter_bar, tl_viewport_get_timeline (self->viewport), filter, n_shown);
  tl_filter_chooser_set_filter (TL_FILTER_CHOOSER (self->filter_chooser), copy);
  if (filter != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "filtering");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "filtering");
}

/* A newer version of the file does not have all that was asked for. */
void
tl_window_say_dropped (TlWindow       *self,
                       const TlFilter *before)
{
  g_autoptr (TlFilter) now = dup_filter (self);
  guint n_dropped = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; before != NULL && i < TL_N_CONDITIONS; i++)
    n_dropped += g_strv_length ((char **) tl_filter_get (before, i)) - g_strv_length ((char **) tl_filter_get (now, i));
  if (n_dropped == 0)
    return;

  text = g_strdup_printf (ngettext ("%u filter was removed: the file has no longer what it asked for",
                                    "%u filters were removed: the file has no longer what they asked for", n_dropped),
                          n_dropped);
  tl_window_say (self, text);
}

/* Somebody has followed a link to an event that is not shown. */
void
tl_window_say_hidden (TlWindow *self,
                      guint32   event)
{
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  const char *title = tl_timeline_get_text (timeline, tl_timeline_get_events (timeline, NULL)[event].title);
  gboolean is_filtered = tl_viewport_get_filter (self->viewport) != NULL;
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  if (is_filtered)
    /* Translators: the title of an event */
    text = g_strdup_printf (_("The filters leave out “%s”"), title);
  else
    /* Translators: the title of an event */
    text = g_strdup_printf (_("“%s” is in a lane that is hidden"), title);
  /* Toasts take markup, titles are none. */
  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, is_filtered ? _("_Clear Filters") : _("_Lanes…"));
  adw_toast_set_action_name (toast, is_filtered ? "win.clear-filters" : "win.lanes");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Only what @id, a source, tells of. */
void
tl_window_filter_source (TlWindow   *self,
                         const char *id)
{
  g_autoptr (TlFilter) filter = dup_filter (self);

  tl_filter_clear (filter, TL_CONDITION_SOURCE);
  tl_filter_add (filter, TL_CONDITION_SOURCE, id);
  set_filter (self, filter);
}

void
tl_window_init_filter (TlWindow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->filter_chooser = tl_filter_chooser_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), self->filter_chooser);
  gtk_menu_button_set_popover (self->filter_button, popover);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filters"), -1);
  gtk_menu_button_set_create_popup_func (self->filter_button, fill_cb, self, NULL);
  g_signal_connect (self->filter_chooser, "changed", G_CALLBACK (chosen_cb), self);
  g_signal_connect (self->filter_bar, "value-removed", G_CALLBACK (value_removed_cb), self);
}
