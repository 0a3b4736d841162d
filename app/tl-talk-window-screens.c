/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-window-private.h"

#include <glib/gi18n.h>

/* On which screen the audience sees the talk, and on which one the speaker
 * sees what he needs. With a single screen both are pages of one window.
 */

/* How long it takes until screens that are plugged in or out are settled, in
 * milliseconds. */
#define SETTLING 400

static GdkMonitor *
get_monitor (TlTalkWindow *self,
             guint         place)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, place);

  return monitor; /* the list holds it */
}

static gboolean
is_there (TlTalkWindow *self,
          GdkMonitor   *monitor)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    if (get_monitor (self, i) == monitor)
      return TRUE;

  return FALSE;
}

/* Any other than @monitor. */
static GdkMonitor *
find_other (TlTalkWindow *self,
            GdkMonitor   *monitor)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    if (get_monitor (self, i) != monitor)
      return get_monitor (self, i);

  return NULL;
}

/* By what it is plugged into, or by its number from 1. */
static GdkMonitor *
find_named (TlTalkWindow *self,
            const char   *name)
{
  guint64 number = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    if (g_strcmp0 (gdk_monitor_get_connector (get_monitor (self, i)), name) == 0)
      return get_monitor (self, i);

  if (g_ascii_string_to_unsigned (name, 10, 1, g_list_model_get_n_items (self->monitors), &number, NULL))
    return get_monitor (self, (guint) number - 1);

  return NULL;
}

/* The one that the program's window is on is the speaker's. */
static GdkMonitor *
find_for_audience (TlTalkWindow *self)
{
  GdkSurface *surface = self->parent != NULL ? gtk_native_get_surface (GTK_NATIVE (self->parent)) : NULL;
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface)
                                    : NULL;
  GdkMonitor *other = find_other (self, own);

  return other != NULL ? other : own;
}

/* The speaker's window */

static void
put_speaker (TlTalkWindow *self,
             gboolean      in_window)
{
  GtkRoot *root = gtk_widget_get_root (self->speaker_box);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* A GtkPaned that goes with the focus in it complains. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->speaker_box))
    gtk_root_set_focus (root, NULL);

  if (in_window)
    {
      adw_bin_set_child (ADW_BIN (self->speaker_place), NULL);
      gtk_window_set_child (self->speaker_window, self->speaker_box);
    }
  else
    {
      if (self->speaker_window != NULL)
        gtk_window_set_child (self->speaker_window, NULL);
      adw_bin_set_child (ADW_BIN (self->speaker_place), self->speaker_box);
    }
}

static void
close_speaker_window (TlTalkWindow *self)
{
  GtkWindow *window = self->speaker_window;

  if (window == NULL)
    return;

  put_speaker (self, FALSE);
  self->speaker_window = NULL;
  gtk_window_destroy (window);
}

static gboolean
close_request_cb (TlTalkWindow *self)
{
  close_speaker_window (self);
  gtk_window_present (GTK_WINDOW (self));

  return TRUE;
}

static void
open_speaker_window (TlTalkWindow *self)
{
  GtkWindow *window;
  g_autofree char *title = NULL;

  if (self->speaker_window != NULL)
    return;

  /* Translators: the title of a talk */
  title = g_strdup_printf (_("Speaker’s view of “%s”"), tl_timeline_get_title (tl_show_get_timeline (self->show)));
  /* On GTK 4.8 a window says nothing of what it is where something in it has
   * had the focus before it is shown. */
  window = g_object_new (GTK_TYPE_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG, "title", title,
                         "default-width", 1200, "default-height", 760, NULL);
  self->speaker_window = window;
  gtk_window_set_application (window, gtk_window_get_application (GTK_WINDOW (self)));
  gtk_widget_insert_action_group (GTK_WIDGET (window), "talk", self->actions);
  tl_talk_window_add_keys (self, GTK_WIDGET (window));
  g_signal_connect_object (window, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
  if (tl_talk_window_shows_page (self, "speaker"))
    tl_talk_window_show_page (self, "slide");
  put_speaker (self, TRUE);
  gtk_widget_grab_focus (self->speaker);
}

/**
 * tl_talk_window_has_speaker_window:
 * @self: a talk's window
 *
 * Returns: whether what the speaker sees is a window of its own
 */
gboolean
tl_talk_window_has_speaker_window (TlTalkWindow *self)
{
  return self->speaker_window != NULL;
}

/* Placing */

/**
 * tl_talk_window_place:
 * @self: a talk's window
 *
 * Puts it, and what the speaker sees, where they belong. Keys are the
 * speaker's.
 */
void
tl_talk_window_place (TlTalkWindow *self)
{
  GdkMonitor *other = find_other (self, self->monitor);

  if (self->is_windowed)
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else if (self->monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), self->monitor);
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));

  if (self->is_windowed)
    return;
  if (other == NULL)
    {
      close_speaker_window (self);
      return;
    }
  open_speaker_window (self);
  gtk_window_fullscreen_on_monitor (self->speaker_window, other);
  gtk_window_present (self->speaker_window);
}

/* With two screens, the other one. */
static GdkMonitor *
find_next (TlTalkWindow *self)
{
  guint n_monitors = g_list_model_get_n_items (self->monitors);

  for (guint i = 0; i < n_monitors; i++)
    if (get_monitor (self, i) == self->monitor && n_monitors > 1)
      return get_monitor (self, (i + 1) % n_monitors);

  return NULL;
}

/**
 * tl_talk_window_swap:
 * @self: a talk's window
 *
 * The audience looks at the next screen.
 */
void
tl_talk_window_swap (TlTalkWindow *self)
{
  GdkMonitor *other = find_next (self);

  if (other == NULL || self->is_windowed)
    {
      tl_talk_window_say (self, other == NULL ? _("There is no other screen") : _("The talk is in a window"));
      return;
    }

  g_set_object (&self->monitor, other);
  tl_talk_window_place (self);
}

/**
 * tl_talk_window_toggle_fullscreen:
 * @self: a talk's window
 *
 * Makes it a window, or over all of its screen again.
 */
void
tl_talk_window_toggle_fullscreen (TlTalkWindow *self)
{
  self->is_windowed = !self->is_windowed;
  tl_talk_window_place (self);
}

/**
 * tl_talk_window_toggle_speaker:
 * @self: a talk's window
 *
 * Shows or hides what the speaker sees: beside the talk where there is room,
 * else in its place.
 */
void
tl_talk_window_toggle_speaker (TlTalkWindow *self)
{
  gboolean has_room = self->is_windowed || find_other (self, self->monitor) != NULL;

  if (self->speaker_window != NULL)
    {
      close_speaker_window (self);
      gtk_window_present (GTK_WINDOW (self));
    }
  else if (!has_room)
    tl_talk_window_show_page (self, tl_talk_window_shows_page (self, "speaker") ? "slide" : "speaker");
  else
    {
      open_speaker_window (self);
      if (!self->is_windowed)
        gtk_window_fullscreen_on_monitor (self->speaker_window, find_other (self, self->monitor));
      gtk_window_present (self->speaker_window);
    }
}

/* A projector is plugged in or out: the talk goes on. */
static gboolean
take_monitors_cb (gpointer data)
{
  TlTalkWindow *self = data;
  guint n_monitors = g_list_model_get_n_items (self->monitors);
  gboolean is_lost = !is_there (self, self->monitor);
  guint n_before = self->n_monitors;

  self->settling = 0;
  if (n_monitors == 0)
    return G_SOURCE_REMOVE;

  self->n_monitors = n_monitors;

  if (is_lost)
    g_set_object (&self->monitor, get_monitor (self, 0));
  else if (n_before == 1 && n_monitors > 1)
    g_set_object (&self->monitor, find_other (self, self->monitor));
  tl_talk_window_place (self);
  if (n_monitors < n_before)
    tl_talk_window_say (self, _("A screen is gone; the talk goes on"));

  return G_SOURCE_REMOVE;
}

/* They come and go in several steps, and who places windows has to know of
 * them, too. */
static void
monitors_changed_cb (TlTalkWindow *self)
{
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add (SETTLING, take_monitors_cb, self);
}

/**
 * tl_talk_window_init_screens:
 * @self: a talk's window
 * @monitor: (nullable): the name or the number of the audience's screen
 *
 * Chooses the screens.
 */
void
tl_talk_window_init_screens (TlTalkWindow *self,
                             const char   *monitor)
{
  GdkMonitor *found = NULL;

  self->monitors = g_object_ref (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self))));
  self->n_monitors = g_list_model_get_n_items (self->monitors);
  if (monitor != NULL)
    found = find_named (self, monitor);
  if (monitor != NULL && found == NULL)
    {
      g_autofree char *words = g_strdup_printf (_("There is no screen “%s”"), monitor);

      tl_talk_window_say (self, words);
    }
  if (found == NULL)
    found = find_for_audience (self);
  g_set_object (&self->monitor, found);
  put_speaker (self, FALSE);
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (monitors_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tl_talk_window_stop_screens:
 * @self: a talk's window that goes
 */
void
tl_talk_window_stop_screens (TlTalkWindow *self)
{
  GtkWindow *window = g_steal_pointer (&self->speaker_window);

  g_clear_handle_id (&self->settling, g_source_remove);
  if (window != NULL)
    gtk_window_destroy (window);
  if (self->monitors != NULL)
    g_signal_handlers_disconnect_by_data (self->monitors, self);
  g_clear_object (&self->monitors);
  g_clear_object (&self->monitor);
}
