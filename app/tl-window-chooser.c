/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-chooser.h"
#include "tl-shortcuts.h"

#include <glib/gi18n.h>

/* A few letters instead of a way through lists and menus: going to an event,
 * and doing whatever the program can do.
 */

/* What there is to choose from; a newer version of the file has other events. */
typedef struct
{
  TlWindow   *window; /* unowned: the chooser goes with it */
  TlTimeline *timeline;
  GArray     *events; /* of guint32 */
} Events;

static void
free_events (gpointer data)
{
  Events *events = data;

  g_object_unref (events->timeline);
  g_array_unref (events->events);
  g_free (events);
}

static char *
describe_event (guint    choice,
                gpointer data)
{
  Events *events = data;
  const TlEvent *event = &tl_timeline_get_events (events->timeline, NULL)[g_array_index (events->events, guint32, choice)];

  return tl_timeline_get_event_date_words (events->timeline, event, NULL);
}

static void
event_chosen_cb (TlChooser *chooser,
                 guint      choice,
                 Events    *events)
{
  TlWindow *self = events->window;

  if (tl_viewport_get_timeline (self->viewport) != events->timeline)
    return;

  tl_window_go_to_event (self, g_array_index (events->events, guint32, choice));
}

static void
date_chosen_cb (TlChooser  *chooser,
                const char *edtf,
                TlWindow   *self)
{
  tl_window_go_to_date (self, edtf);
}

/* Those that are shown, by title. */
void
tl_window_choose_event (TlWindow *self)
{
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  guint n_events;
  const guint32 *shown = tl_viewport_get_events (self->viewport, &n_events);
  const TlEvent *all = tl_timeline_get_events (timeline, NULL);
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);
  GtkWindow *chooser = tl_chooser_new (GTK_WINDOW (self), _("Go to Event"), _("Letters of its title, or a date"));
  Events *events = g_new (Events, 1);

  *events = (Events){ self, g_object_ref (timeline), g_array_new (FALSE, FALSE, sizeof (guint32)) };
  g_array_append_vals (events->events, shown, n_events);
  for (guint i = 0; i < n_events; i++)
    g_ptr_array_add (titles, g_strdup (tl_timeline_get_text (timeline, all[shown[i]].title)));

  tl_chooser_set_reads_dates (TL_CHOOSER (chooser), TRUE);
  tl_chooser_set_choices (TL_CHOOSER (chooser), titles, describe_event, events, free_events);
  g_signal_connect (chooser, "chosen", G_CALLBACK (event_chosen_cb), events);
  g_signal_connect (chooser, "date-chosen", G_CALLBACK (date_chosen_cb), self);
  gtk_window_present (chooser);
}

/* Commands */

static gboolean
is_enabled (TlWindow   *self,
            const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GActionGroup *group = NULL;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    return FALSE;
  if (g_str_has_prefix (name, "win."))
    group = G_ACTION_GROUP (self);
  else if (g_str_has_prefix (name, "app."))
    group = G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self)));
  else
    return TRUE;

  return group != NULL && g_action_group_get_action_enabled (group, strchr (name, '.') + 1);
}

typedef struct
{
  TlWindow *window; /* unowned */
  GArray   *numbers; /* of guint: of commands */
} Commands;

static void
free_commands (gpointer data)
{
  Commands *commands = data;

  g_array_unref (commands->numbers);
  g_free (commands);
}

static char *
describe_command (guint    choice,
                  gpointer data)
{
  Commands *commands = data;

  return tl_shortcuts_dup_keys (g_array_index (commands->numbers, guint, choice));
}

static void
command_chosen_cb (TlChooser *chooser,
                   guint      choice,
                   Commands  *commands)
{
  const char *action = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  tl_shortcuts_get_command (g_array_index (commands->numbers, guint, choice), &action);
  if (g_action_parse_detailed_name (action, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (commands->window), name, target);
}

/* What can be done now, by what it is called. */
void
tl_window_choose_command (TlWindow *self)
{
  GtkWindow *chooser = tl_chooser_new (GTK_WINDOW (self), _("Do Something"), _("Letters of what is to be done"));
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);
  Commands *commands = g_new (Commands, 1);
  const char *action;
  const char *title;

  *commands = (Commands){ self, g_array_new (FALSE, FALSE, sizeof (guint)) };
  for (guint i = 0; (title = tl_shortcuts_get_command (i, &action)) != NULL; i++)
    if (action != NULL && is_enabled (self, action))
      {
        g_array_append_val (commands->numbers, i);
        g_ptr_array_add (titles, g_strdup (title));
      }

  tl_chooser_set_choices (TL_CHOOSER (chooser), titles, describe_command, commands, free_commands);
  g_signal_connect (chooser, "chosen", G_CALLBACK (command_chosen_cb), commands);
  gtk_window_present (chooser);
}
