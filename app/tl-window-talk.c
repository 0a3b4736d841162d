/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-settings.h"
#include "tl-talk-panel.h"

#include <glib/gi18n.h>

/* Giving the talk of what the window shows: with its filter, its lanes and its
 * axis. These are looked at when it begins, and again when a newer version of
 * the file goes into it.
 */

/* With the steps that are being edited, saved or not. */
static TlViewport *
copy_viewport (TlWindow *self)
{
  TlViewport *viewport = tl_viewport_new ();
  g_autoptr (TlTimeline) timeline = tl_window_get_talk_timeline (self);
  guint n_lanes;
  const TlLaneChoice *lanes = tl_viewport_get_lanes (self->viewport, &n_lanes);

  tl_viewport_set_timeline (viewport, timeline);
  /* Unsaved steps may be from before the file got other lanes. */
  if (timeline == tl_viewport_get_timeline (self->viewport))
    tl_viewport_set_lanes (viewport, lanes, n_lanes);
  tl_viewport_set_axis_mode (viewport, tl_viewport_get_axis_mode (self->viewport));
  tl_viewport_set_filter (viewport, tl_viewport_get_filter (self->viewport));

  return viewport;
}

static TlTalk *
make_talk (TlViewport *viewport)
{
  guint n_events;
  const guint32 *events = tl_viewport_get_events (viewport, &n_events);

  return tl_talk_new (tl_viewport_get_timeline (viewport), events, n_events, NULL);
}

static void
uri_activated_cb (TlWindow   *self,
                  const char *uri)
{
  tl_window_follow_source (self, uri);
}

/* Steps that have nothing to show are not missed in silence. */
static void
say_skipped (TlTalkWindow *window,
             const TlTalk *talk)
{
  guint n_skipped;
  g_autofree char *words = NULL;

  tl_talk_get_skipped (talk, &n_skipped);
  if (n_skipped == 0)
    return;

  words = g_strdup_printf (ngettext ("%u step is left out: nothing that it is about is shown",
                                     "%u steps are left out: nothing that they are about is shown", n_skipped),
                           n_skipped);
  tl_talk_window_say (window, words);
}

static void
give (TlWindow            *self,
      TlViewport          *viewport,
      TlTalk              *talk,
      const TlTalkOptions *options)
{
  TlTalkWindow *window = tl_talk_window_new (GTK_WINDOW (self), viewport, talk,
                                             tl_settings_get_chart_font (tl_settings_get_default ()), options);

  g_set_weak_pointer (&self->talk_window, window);
  g_signal_connect_object (window, "uri-activated", G_CALLBACK (uri_activated_cb), self, G_CONNECT_SWAPPED);
  say_skipped (window, talk);
  tl_talk_window_begin (window);
}

/* Whether it tells of what is selected: a step in the panel, else an event. */
static gboolean
is_about_selected (TlWindow         *self,
                   const TlTalkStep *step,
                   TlTimeline       *timeline)
{
  guint32 selected = tl_viewport_get_selected (self->viewport);
  guint32 of_panel = self->edits_talk ? tl_talk_panel_get_selected (TL_TALK_PANEL (self->talk_panel)) : TL_NONE;
  guint n_subjects;
  const guint32 *subjects = tl_talk_step_get_subjects (step, &n_subjects);

  if (of_panel != TL_NONE)
    return step->step != TL_NONE && tl_timeline_get_steps (timeline, NULL)[step->step].number == of_panel;

  for (guint i = 0; i < n_subjects; i++)
    if (subjects[i] == selected)
      return TRUE;

  return FALSE;
}

/* The number of the first step that does; 0: none. */
static guint
find_number (TlWindow   *self,
             TlTalk     *talk,
             TlTimeline *timeline)
{
  guint n_steps;
  const TlTalkStep *steps = tl_talk_get_steps (talk, &n_steps);

  for (guint i = 0; i < n_steps; i++)
    if (!steps[i].is_hidden && is_about_selected (self, &steps[i], timeline))
      return tl_talk_count_told (talk, i + 1);

  return 0;
}

/* @begins_here: with the step that tells of what is selected */
static void
present (TlWindow            *self,
         const TlTalkOptions *options,
         gboolean             begins_here)
{
  TlTalkOptions begin = *options;
  g_autoptr (TlViewport) viewport = NULL;
  g_autoptr (TlTalk) talk = NULL;
  guint n_steps;

  if (self->talk_window != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->talk_window));
      return;
    }

  viewport = copy_viewport (self);
  talk = make_talk (viewport);
  tl_talk_get_steps (talk, &n_steps);
  if (n_steps == 0)
    {
      tl_window_say (self, _("There is nothing to talk about: no event is shown"));
      return;
    }

  if (begins_here)
    begin.number = find_number (self, talk, tl_viewport_get_timeline (viewport));
  give (self, viewport, talk, &begin);
}

void
tl_window_present_talk (TlWindow            *self,
                        const TlTalkOptions *options)
{
  present (self, options, FALSE);
}

void
tl_window_present_here (TlWindow *self)
{
  present (self, &(const TlTalkOptions){ 0 }, TRUE);
}

/* Whether its window has an event to show: a place on a screen is only known
 * then. */
static gboolean
begin_cb (gpointer data)
{
  TlWindow *self = data;

  if (self->talk_options != NULL)
    tl_window_present_talk (self, self->talk_options);
  tl_window_forget_talk (self);

  return G_SOURCE_REMOVE;
}

/* After a timeline has been loaded, or loaded anew. */
void
tl_window_update_talk (TlWindow *self,
                       gboolean  is_newer)
{
  if (self->talk_options != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, begin_cb, g_object_ref (self), g_object_unref);

  if (self->talk_window != NULL && is_newer)
    {
      g_autoptr (TlViewport) viewport = copy_viewport (self);
      g_autoptr (TlTalk) talk = make_talk (viewport);

      tl_talk_window_replace_talk (self->talk_window, viewport, talk);
    }
}

/**
 * tl_window_present_when_loaded:
 * @self: a window that is asked to open a timeline
 * @options: how to begin
 *
 * Gives the talk as soon as there is one.
 */
void
tl_window_present_when_loaded (TlWindow            *self,
                               const TlTalkOptions *options)
{
  g_return_if_fail (TL_IS_WINDOW (self));

  tl_window_forget_talk (self);
  self->talk_options = g_memdup2 (options, sizeof *options);
  self->talk_options->monitor = g_strdup (options->monitor);
  if (self->document != NULL && tl_document_get_timeline (self->document) != NULL)
    tl_window_update_talk (self, FALSE);
}

/* It does not go on without what it is about. */
void
tl_window_end_talk (TlWindow *self)
{
  TlTalkWindow *window = self->talk_window;

  g_clear_weak_pointer (&self->talk_window);
  if (window != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
}

void
tl_window_forget_talk (TlWindow *self)
{
  if (self->talk_options != NULL)
    g_free ((char *) self->talk_options->monitor);
  g_clear_pointer (&self->talk_options, g_free);
}
