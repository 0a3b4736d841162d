/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-window-private.h"

#include "tl-edtf.h"
#include "tl-slide-view.h"
#include "tl-step-grid.h"

#include <glib/gi18n.h>

/* What a talk's window has to show: the slide with what is over it, all of
 * the steps, and on a single screen what the speaker sees.
 */

#define GRID_WIDTH    240 /* of a step, in pixels */
#define GRID_COLUMNS  8
#define SOURCES_WIDTH 440
#define MESSAGE_TIME  4 /* seconds */

static GtkWidget *
add_over (GtkWidget  *overlay,
          GtkWidget  *widget,
          const char *css_class,
          GtkAlign    halign,
          GtkAlign    valign)
{
  gtk_widget_add_css_class (widget, css_class);
  gtk_widget_set_halign (widget, halign);
  gtk_widget_set_valign (widget, valign);
  gtk_widget_set_visible (widget, FALSE);
  /* What only says something is not in the way of clicks. */
  gtk_widget_set_can_target (widget, !GTK_IS_LABEL (widget));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), widget);

  return widget;
}

static GtkWidget *
new_words (const char *words)
{
  return g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "label", words, "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR, "justify", GTK_JUSTIFY_CENTER, NULL);
}

/* Messages: where the speaker sees them, so that the audience need not. */

static gboolean
has_speaker (TlTalkWindow *self)
{
  return tl_talk_window_shows_page (self, "speaker") || tl_talk_window_has_speaker_window (self);
}

static gboolean
hide_message_cb (gpointer data)
{
  TlTalkWindow *self = data;

  self->message_timeout = 0;
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_set_visible (self->speaker_message, FALSE);

  return G_SOURCE_REMOVE;
}

/**
 * tl_talk_window_say:
 * @self: a talk's window
 * @words: something that the speaker should know
 *
 * Shows it for a moment.
 */
void
tl_talk_window_say (TlTalkWindow *self,
                    const char   *words)
{
  gboolean for_speaker = has_speaker (self);

  g_return_if_fail (TL_IS_TALK_WINDOW (self));

  gtk_label_set_text (GTK_LABEL (for_speaker ? self->speaker_message : self->message), words);
  gtk_widget_set_visible (self->message, !for_speaker);
  gtk_widget_set_visible (self->speaker_message, for_speaker);
  g_clear_handle_id (&self->message_timeout, g_source_remove);
  self->message_timeout = g_timeout_add_seconds (MESSAGE_TIME, hide_message_cb, self);
}

/**
 * tl_talk_window_show_number:
 * @self: a talk's window
 * @words: (nullable): the number that is being typed; %NULL: none
 */
void
tl_talk_window_show_number (TlTalkWindow *self,
                            const char   *words)
{
  gboolean for_speaker = has_speaker (self);

  gtk_label_set_text (GTK_LABEL (for_speaker ? self->speaker_number : self->number), words != NULL ? words : "");
  gtk_widget_set_visible (self->number, words != NULL && !for_speaker);
  gtk_widget_set_visible (self->speaker_number, words != NULL && for_speaker);
}

/* Search: where the speaker is, so that the audience does not see it where it
 * need not. */

static gboolean
is_speaker_active (TlTalkWindow *self)
{
  return tl_talk_window_shows_page (self, "speaker")
         || (tl_talk_window_has_speaker_window (self) && gtk_window_is_active (self->speaker_window));
}

static void
event_chosen_cb (TlFindBar    *bar,
                 guint         event,
                 TlTalkWindow *self)
{
  tl_show_open_event (self->show, event, g_get_monotonic_time ());
}

static void
date_chosen_cb (TlFindBar    *bar,
                const char   *edtf,
                TlTalkWindow *self)
{
  TlDate date;

  if (tl_edtf_parse (edtf, -1, &date, NULL) && !tl_show_look_at (self->show, &date, g_get_monotonic_time ()))
    tl_talk_window_say (self, _("The timeline has nothing at that time"));
}

/* The keys are the talk's again. */
static void
give_keys_back (TlTalkWindow *self,
                GtkWidget    *from)
{
  gboolean is_slide = gtk_widget_get_root (from) == GTK_ROOT (self) && tl_talk_window_shows_page (self, "slide");

  gtk_widget_grab_focus (is_slide ? self->view : self->speaker);
}

static void
closed_cb (TlFindBar    *bar,
           TlTalkWindow *self)
{
  give_keys_back (self, GTK_WIDGET (bar));
}

static GtkWidget *
new_find_bar (TlTalkWindow *self)
{
  GtkWidget *bar = g_object_new (TL_TYPE_FIND_BAR, NULL);

  tl_find_bar_set_viewport (TL_FIND_BAR (bar), tl_show_get_viewport (self->show));
  g_signal_connect_object (bar, "event-chosen", G_CALLBACK (event_chosen_cb), self, 0);
  g_signal_connect_object (bar, "date-chosen", G_CALLBACK (date_chosen_cb), self, 0);
  g_signal_connect_object (bar, "closed", G_CALLBACK (closed_cb), self, 0);
  gtk_widget_add_css_class (bar, "talk-find");

  return bar;
}

/**
 * tl_talk_window_find:
 * @self: a talk's window
 *
 * Opens a search where the speaker is.
 */
void
tl_talk_window_find (TlTalkWindow *self)
{
  gboolean is_speaker = is_speaker_active (self);

  if (!is_speaker)
    tl_talk_window_show_page (self, "slide");
  tl_find_bar_open (TL_FIND_BAR (is_speaker ? self->speaker_find_bar : self->find_bar));
}

/* Sources */

static gboolean
has_focus_within (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* A part of what the speaker sees gets the keys, or gives them back. */
static void
toggle_keys_of_speaker (TlTalkWindow *self,
                        GtkWidget    *part)
{
  if (has_focus_within (part))
    {
      give_keys_back (self, part);
      return;
    }

  if (self->speaker_window != NULL)
    gtk_window_present (self->speaker_window);
  gtk_widget_grab_focus (part);
}

static void
set_sources_shown (TlTalkWindow *self,
                   gboolean      is_shown)
{
  gtk_widget_set_visible (self->sources, is_shown);
  if (is_shown)
    gtk_widget_grab_focus (self->sources);
  else
    give_keys_back (self, self->view);
}

/**
 * tl_talk_window_toggle_sources:
 * @self: a talk's window
 *
 * Where does that come from? The speaker has it before him, if he has a view
 * of his own: then it gets the keys, so that he can read on in it. Else it is
 * shown beside the slide.
 */
void
tl_talk_window_toggle_sources (TlTalkWindow *self)
{
  if (has_speaker (self))
    {
      toggle_keys_of_speaker (self, GTK_WIDGET (tl_speaker_view_get_sources (TL_SPEAKER_VIEW (self->speaker))));
      return;
    }

  tl_talk_window_show_page (self, "slide");
  set_sources_shown (self, !gtk_widget_get_visible (self->sources));
}

/* Pages */

/**
 * tl_talk_window_shows_page:
 * @self: a talk's window
 * @name: "slide", "overview" or "speaker"
 *
 * Returns: whether it shows that
 */
gboolean
tl_talk_window_shows_page (TlTalkWindow *self,
                           const char   *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->pages)), name) == 0;
}

/**
 * tl_talk_window_show_page:
 * @self: a talk's window
 * @name: "slide", "overview" or "speaker"
 *
 * Shows it; the keys are for it.
 */
void
tl_talk_window_show_page (TlTalkWindow *self,
                          const char   *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), name);
  if (g_str_equal (name, "overview"))
    gtk_widget_grab_focus (self->grid);
  else
    gtk_widget_grab_focus (g_str_equal (name, "slide") ? self->view : self->speaker);
}

/**
 * tl_talk_window_toggle_overview:
 * @self: a talk's window
 *
 * All steps, to go to one: the speaker has them before him, if he has a view
 * of his own; then they get the keys.
 */
void
tl_talk_window_toggle_overview (TlTalkWindow *self)
{
  if (has_speaker (self))
    toggle_keys_of_speaker (self, tl_speaker_view_get_steps (TL_SPEAKER_VIEW (self->speaker)));
  else
    tl_talk_window_show_page (self, tl_talk_window_shows_page (self, "overview") ? "slide" : "overview");
}

static void
step_activated_cb (TlTalkWindow *self,
                   guint         step)
{
  tl_talk_window_show_page (self, "slide");
  tl_show_go_to (self->show, step, g_get_monotonic_time ());
}

/**
 * tl_talk_window_close_one:
 * @self: a talk's window
 *
 * Takes one thing back: what was opened last, a tool, black, what is frozen,
 * the way from the step.
 *
 * Returns: whether there was anything
 */
gboolean
tl_talk_window_close_one (TlTalkWindow *self)
{
  GtkWidget *steps = tl_speaker_view_get_steps (TL_SPEAKER_VIEW (self->speaker));
  TlStepSources *speaker_sources = tl_speaker_view_get_sources (TL_SPEAKER_VIEW (self->speaker));

  if (has_focus_within (self->find_bar))
    tl_find_bar_close (TL_FIND_BAR (self->find_bar));
  else if (has_focus_within (self->speaker_find_bar))
    tl_find_bar_close (TL_FIND_BAR (self->speaker_find_bar));
  else if (has_focus_within (GTK_WIDGET (speaker_sources)) || has_focus_within (steps))
    give_keys_back (self, steps);
  else if (!tl_talk_window_shows_page (self, "slide"))
    tl_talk_window_show_page (self, "slide");
  else if (gtk_widget_get_visible (self->sources))
    set_sources_shown (self, FALSE);
  else if (tl_show_get_tool (self->show) != TL_TOOL_NONE)
    tl_show_set_tool (self->show, TL_TOOL_NONE);
  else if (tl_show_is_black (self->show))
    tl_show_set_black (self->show, FALSE);
  else if (tl_show_is_frozen (self->show))
    tl_show_set_frozen (self->show, FALSE);
  else if (tl_show_is_roaming (self->show))
    tl_show_return (self->show, g_get_monotonic_time ());
  else
    return FALSE;

  return TRUE;
}

/* What follows the talk */

static void
changed_cb (TlTalkWindow *self,
            guint         change)
{
  if (!tl_show_is_frozen (self->show))
    gtk_widget_set_visible (self->end, tl_show_is_at_end (self->show) && !tl_show_is_black (self->show));
  if (change & TL_SHOW_STATE)
    tl_talk_actions_update (self, self->actions);
  if (change & TL_SHOW_TALK)
    {
      tl_find_bar_set_viewport (TL_FIND_BAR (self->find_bar), tl_show_get_viewport (self->show));
      tl_find_bar_set_viewport (TL_FIND_BAR (self->speaker_find_bar), tl_show_get_viewport (self->show));
    }
}

static void
update_theme (TlTalkWindow *self)
{
  TlThemeKind theme = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? TL_THEME_DARK : TL_THEME_LIGHT;

  tl_step_sources_set_theme (TL_STEP_SOURCES (self->sources), theme);
  tl_step_sources_set_theme (tl_speaker_view_get_sources (TL_SPEAKER_VIEW (self->speaker)), theme);
}

static void
uri_activated_cb (TlTalkWindow *self,
                  const char   *uri)
{
  g_signal_emit_by_name (self, "uri-activated", uri);
}

static GtkWidget *
new_slide_page (TlTalkWindow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->view = tl_slide_view_new (self->show, self->text, TL_SLIDE_VIEW_AUDIENCE);
  g_signal_connect_object (self->view, "sources-activated", G_CALLBACK (tl_talk_window_toggle_sources), self,
                           G_CONNECT_SWAPPED);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->view);
  self->end = add_over (overlay, new_words (_("The end of the talk. Escape leaves it.")),
                        "talk-end", GTK_ALIGN_FILL, GTK_ALIGN_FILL);
  self->sources = add_over (overlay, tl_step_sources_new (self->show), "talk-sources", GTK_ALIGN_END, GTK_ALIGN_FILL);
  gtk_widget_set_size_request (self->sources, SOURCES_WIDTH, -1);
  g_signal_connect_object (self->sources, "uri-activated", G_CALLBACK (uri_activated_cb), self, G_CONNECT_SWAPPED);
  self->number = add_over (overlay, new_words (""), "talk-message", GTK_ALIGN_CENTER,
                           GTK_ALIGN_CENTER);
  self->message = add_over (overlay, new_words (""), "talk-message", GTK_ALIGN_CENTER,
                            GTK_ALIGN_CENTER);
  self->find_bar = new_find_bar (self);
  gtk_widget_set_valign (self->find_bar, GTK_ALIGN_START);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->find_bar);

  return overlay;
}

static GtkWidget *
new_speaker (TlTalkWindow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->speaker = tl_speaker_view_new (self->show, self->text);
  self->speaker_find_bar = new_find_bar (self);
  gtk_widget_set_vexpand (self->speaker, TRUE);
  gtk_box_append (GTK_BOX (box), self->speaker_find_bar);
  gtk_box_append (GTK_BOX (box), self->speaker);
  g_signal_connect_object (tl_speaker_view_get_sources (TL_SPEAKER_VIEW (self->speaker)), "uri-activated",
                           G_CALLBACK (uri_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
  self->speaker_number = add_over (overlay, new_words (""), "talk-message",
                                   GTK_ALIGN_CENTER, GTK_ALIGN_CENTER);
  self->speaker_message = add_over (overlay, new_words (""), "talk-message",
                                    GTK_ALIGN_CENTER, GTK_ALIGN_CENTER);

  return overlay;
}

/**
 * tl_talk_window_init_pages:
 * @self: a talk's window that has a show
 *
 * Makes what it has to show.
 */
void
tl_talk_window_init_pages (TlTalkWindow *self)
{
  self->pages = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->pages), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->pages), FALSE);
  self->grid = tl_step_grid_new (self->show, self->text, GRID_WIDTH, GRID_COLUMNS);
  self->speaker_box = g_object_ref_sink (new_speaker (self));
  self->speaker_place = adw_bin_new ();
  g_signal_connect_object (self->grid, "step-activated", G_CALLBACK (step_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (GTK_STACK (self->pages), new_slide_page (self), "slide");
  gtk_stack_add_named (GTK_STACK (self->pages), self->grid, "overview");
  gtk_stack_add_named (GTK_STACK (self->pages), self->speaker_place, "speaker");
  gtk_window_set_child (GTK_WINDOW (self), self->pages);
  g_signal_connect_object (self->show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_theme), self,
                           G_CONNECT_SWAPPED);
  update_theme (self);
}
