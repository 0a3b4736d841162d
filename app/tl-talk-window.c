/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-window-private.h"

#include <glib/gi18n.h>

/**
 * TlTalkWindow:
 *
 * A talk, over all of a screen, with what the speaker sees on another one, or
 * in its place. Keys, clicker and pointer go from step to step; behind the
 * last one there is an end, not suddenly the program again. Screens do not go
 * dark meanwhile.
 */
G_DEFINE_FINAL_TYPE (TlTalkWindow, tl_talk_window, GTK_TYPE_WINDOW)

/* The window has left the application when it is disposed of. */
static void
inhibit (TlTalkWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application == NULL || self->cookie != 0)
    return;

  g_set_weak_pointer (&self->application, application);
  self->cookie = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE,
                                          _("A talk is being given"));
}

static void
tl_talk_window_dispose (GObject *object)
{
  TlTalkWindow *self = TL_TALK_WINDOW (object);

  g_clear_handle_id (&self->message_timeout, g_source_remove);
  tl_talk_window_stop_screens (self);
  if (self->cookie != 0 && self->application != NULL)
    gtk_application_uninhibit (self->application, self->cookie);
  self->cookie = 0;
  g_clear_weak_pointer (&self->application);
  g_clear_weak_pointer (&self->parent);

  G_OBJECT_CLASS (tl_talk_window_parent_class)->dispose (object);
}

static void
tl_talk_window_finalize (GObject *object)
{
  TlTalkWindow *self = TL_TALK_WINDOW (object);

  g_clear_object (&self->speaker_box);
  g_clear_object (&self->show);
  g_clear_object (&self->text);
  g_clear_object (&self->actions);
  g_string_free (self->digits, TRUE);

  G_OBJECT_CLASS (tl_talk_window_parent_class)->finalize (object);
}

static void
tl_talk_window_class_init (TlTalkWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_talk_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_talk_window_finalize;

  /**
   * TlTalkWindow::uri-activated:
   * @self: a talk's window
   * @uri: an address of http or https
   *
   * Somebody wants to read a source in the browser.
   */
  g_signal_new ("uri-activated", TL_TYPE_TALK_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_STRING);
}

static void
tl_talk_window_init (TlTalkWindow *self)
{
  self->digits = g_string_new (NULL);
}

static void
set_up_show (TlTalkWindow *self,
             TlViewport   *viewport,
             TlTalk       *talk,
             const char   *font)
{
  TlTextMeasure measure;

  self->text = tl_text_pango_new (font, pango_language_to_string (pango_language_get_default ()));
  tl_text_pango_set_for_screen (self->text);
  measure = tl_text_pango_get_measure (self->text);
  self->show = tl_show_new (viewport, talk, &measure);
}

static void
apply_options (TlTalkWindow        *self,
               const TlTalkOptions *options)
{
  self->is_windowed = options->is_windowed;
  if (options->minutes > 0)
    tl_show_set_planned (self->show, options->minutes);
  if (options->number > 0 && !tl_show_go_to_number (self->show, options->number, 0))
    {
      guint n_steps = tl_show_count_steps (self->show, NULL);
      g_autofree char *words = g_strdup_printf (_("There is no step %u: the last one is %u"), options->number, n_steps);

      tl_talk_window_say (self, words);
    }
}

/**
 * tl_talk_window_new:
 * @parent: the window that the talk is given from
 * @viewport: (transfer none): see tl_show_new()
 * @talk: (transfer none): a talk with a step at least
 * @font: the family of its letters
 * @options: how it is begun
 *
 * Returns: (transfer none): a window for it; it begins with
 *   tl_talk_window_begin()
 */
TlTalkWindow *
tl_talk_window_new (GtkWindow           *parent,
                    TlViewport          *viewport,
                    TlTalk              *talk,
                    const char          *font,
                    const TlTalkOptions *options)
{
  /* On GTK 4.8 a window without a title bar says nothing of what it is. */
  TlTalkWindow *self = g_object_new (TL_TYPE_TALK_WINDOW,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG,
                                     "title", tl_timeline_get_title (tl_viewport_get_timeline (viewport)),
                                     "default-width", 1280, "default-height", 720, NULL);

  g_set_weak_pointer (&self->parent, parent);
  gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (parent));
  set_up_show (self, viewport, talk, font);
  self->actions = tl_talk_actions_new (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "talk", self->actions);
  tl_talk_window_init_pages (self);
  tl_talk_window_add_keys (self, GTK_WIDGET (self));
  tl_talk_window_init_screens (self, options->monitor);
  apply_options (self, options);

  return self;
}

/**
 * tl_talk_window_begin:
 * @self: a talk's window
 *
 * Shows it to the audience.
 */
void
tl_talk_window_begin (TlTalkWindow *self)
{
  g_return_if_fail (TL_IS_TALK_WINDOW (self));

  gtk_window_set_focus (GTK_WINDOW (self), self->view);
  tl_talk_window_place (self);
  inhibit (self);
  /* What has been said meanwhile is the speaker's. */
  if (gtk_widget_get_visible (self->message))
    {
      g_autofree char *words = g_strdup (gtk_label_get_text (GTK_LABEL (self->message)));

      tl_talk_window_say (self, words);
    }
}

/**
 * tl_talk_window_replace_talk:
 * @self: a talk's window
 * @viewport: (transfer none): see tl_show_new()
 * @talk: (transfer none): what the talk has become
 *
 * Shows that from the next step on; a talk without a step is none.
 */
void
tl_talk_window_replace_talk (TlTalkWindow *self,
                             TlViewport   *viewport,
                             TlTalk       *talk)
{
  guint n_steps;

  g_return_if_fail (TL_IS_TALK_WINDOW (self));

  tl_talk_get_steps (talk, &n_steps);
  if (n_steps > 0)
    tl_show_replace_talk (self->show, viewport, talk);
}
