/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-window-private.h"

#include "tl-slide-view.h"
#include "tl-talk-keys.h"

#include <glib/gi18n.h>

/* Keys of a talk's windows: those of the keyboard and those of clickers. */

/* A clicker may send one press twice; no speaker goes on so fast, in
 * milliseconds. */
#define DEBOUNCE 150

/* The keys that clickers have for black, by their place: of evdev, and 8 more. */
#define CODE_PERIOD 60
#define CODE_B      56

/* Longer numbers are none of a step. */
#define MOST_DIGITS 4

/* The number of a step that is being typed */

static void
show_number (TlTalkWindow *self)
{
  g_autofree char *words = g_strdup_printf (_("Go to step %s"), self->digits->len > 0 ? self->digits->str : "…");

  tl_talk_window_show_number (self, self->reads_number ? words : NULL);
}

static void
begin_reading (TlTalkWindow *self)
{
  self->reads_number = TRUE;
  g_string_truncate (self->digits, 0);
  show_number (self);
}

/* Forgets the number that is being typed. */
static void
stop_reading (TlTalkWindow *self)
{
  self->reads_number = FALSE;
  show_number (self);
}

static void
go_to_number (TlTalkWindow *self)
{
  guint number = (guint) g_ascii_strtoull (self->digits->str, NULL, 10);
  guint n_steps = tl_show_count_steps (self->show, NULL);

  stop_reading (self);
  if (!tl_show_go_to_number (self->show, number, g_get_monotonic_time ()))
    {
      g_autofree char *words = g_strdup_printf (_("There is no step %u: the last one is %u"), number, n_steps);

      tl_talk_window_say (self, words);
    }
}

/* Digits of any keyboard; where nothing of it is meant, FALSE. */
static gboolean
read_number (TlTalkWindow *self,
             guint         key)
{
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (key));

  if (!self->reads_number)
    return FALSE;

  if (digit >= 0 && self->digits->len < MOST_DIGITS)
    g_string_append_c (self->digits, (char) ('0' + digit));
  else if (key == GDK_KEY_BackSpace && self->digits->len > 0)
    g_string_truncate (self->digits, self->digits->len - 1);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && self->digits->len > 0)
    {
      go_to_number (self);
      return TRUE;
    }
  else if (digit < 0)
    {
      stop_reading (self);
      return key == GDK_KEY_Escape || key == GDK_KEY_BackSpace || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
    }
  show_number (self);

  return TRUE;
}

/* Keys that are for what has the keyboard: a text, a list, a page of sources.
 * Going on and back stays what it is there, too. */
static gboolean
is_for_focus (TlTalkWindow *self,
              GtkWindow    *window,
              const char   *action,
              guint         key)
{
  static const char *const always[] = { "escape", "nothing", NULL };
  static const guint for_panels[] = {
    GDK_KEY_Tab, GDK_KEY_ISO_Left_Tab, GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Home, GDK_KEY_End,
    GDK_KEY_space, GDK_KEY_Return, GDK_KEY_KP_Enter,
  };
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus != NULL && GTK_IS_EDITABLE (focus))
    return TRUE;
  if (focus == NULL || TL_IS_SLIDE_VIEW (focus) || g_strv_contains (always, action))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (for_panels); i++)
    if (for_panels[i] == key)
      return !g_str_equal (action, "overview") || !tl_talk_window_shows_page (self, "overview");

  return FALSE;
}

static gboolean
is_sent_twice (TlTalkWindow *self,
               guint         key,
               guint32       time)
{
  gboolean is_twice = key == self->last_key && time - self->last_time < DEBOUNCE;

  self->last_key = key;
  if (!is_twice)
    self->last_time = time;

  return is_twice;
}

/* A clicker sends where a key is on an American keyboard. On one of another
 * kind these may be signs that nobody knows here. */
static guint
find_sign_of_clicker (guint code)
{
  return code == CODE_PERIOD ? GDK_KEY_period : code == CODE_B ? GDK_KEY_b : GDK_KEY_VoidSymbol;
}

static gboolean
key_pressed_cb (GtkEventController *controller,
                guint               key,
                guint               code,
                GdkModifierType     state,
                TlTalkWindow       *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_event_controller_get_widget (controller));
  gboolean is_of_clicker;
  const char *action;

  /* Shift is on the way to a digit on some keyboards. */
  if (gdk_key_event_is_modifier (gtk_event_controller_get_current_event (controller)))
    return FALSE;
  if (read_number (self, key))
    return TRUE;

  if (gtk_widget_get_direction (GTK_WIDGET (window)) == GTK_TEXT_DIR_RTL && (key == GDK_KEY_Left || key == GDK_KEY_Right))
    key = key == GDK_KEY_Left ? GDK_KEY_Right : GDK_KEY_Left;
  action = tl_talk_keys_find (key, state, &is_of_clicker);
  if (action == NULL)
    action = tl_talk_keys_find (find_sign_of_clicker (code), state, &is_of_clicker);
  if (action == NULL || is_for_focus (self, window, action, key))
    return FALSE;
  if (is_of_clicker && is_sent_twice (self, key, gtk_event_controller_get_current_event_time (controller)))
    return TRUE;
  if (g_str_equal (action, "number"))
    begin_reading (self);
  else if (!g_str_equal (action, "nothing"))
    {
      g_autofree char *name = g_strconcat ("talk.", action, NULL);

      gtk_widget_activate_action (GTK_WIDGET (self), name, NULL);
    }

  return TRUE;
}

/**
 * tl_talk_window_add_keys:
 * @self: a talk's window
 * @widget: it, or the window of its speaker
 *
 * Lets the keys be used there.
 */
void
tl_talk_window_add_keys (TlTalkWindow *self,
                         GtkWidget    *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (widget, keys);
}
