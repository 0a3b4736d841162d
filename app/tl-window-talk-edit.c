/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-edtf-instant.h"
#include "tl-edtf.h"
#include "tl-load.h"
#include "tl-talk-panel.h"
#include "tl-talk-save.h"

#include <glib/gi18n.h>

/* Editing the talk of what the window shows: its panel, and how the steps and
 * the view come to each other. The steps are a draft of their own, which
 * begins with the file's; what of it gets into the file is in
 * tl-window-talk-save.c.
 */

/* A step is a view of as coarse an edge as nobody minds. */
#define PARTS_OF_STEP 60

/* Room beside a stretch of time that is gone to, in pixels. */
#define MARGIN 24

/* The draft */

static void
update_actions_cb (TlWindow *self)
{
  tl_window_update_actions (self);
}

static void
show_draft (TlWindow *self)
{
  tl_talk_panel_set_draft (TL_TALK_PANEL (self->talk_panel), self->draft,
                           self->draft != NULL ? tl_viewport_get_timeline (self->viewport) : NULL);
  tl_window_update_actions (self);
}

static void
take_draft (TlWindow    *self,
            TlTalkDraft *draft)
{
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  if (draft != NULL)
    g_signal_connect_object (draft, "changed", G_CALLBACK (update_actions_cb), self, G_CONNECT_SWAPPED);
  tl_talk_panel_set_notice (TL_TALK_PANEL (self->talk_panel), NULL);
  show_draft (self);
}

/* What somebody has edited stays. */
static void
compare_draft (TlWindow    *self,
               TlTalkDraft *loaded)
{
  if (self->draft != NULL && g_bytes_equal (tl_talk_draft_get_text (self->draft), tl_talk_draft_get_text (loaded)))
    tl_talk_panel_set_notice (TL_TALK_PANEL (self->talk_panel), NULL);
  else if (self->draft == NULL || !tl_talk_draft_is_dirty (self->draft))
    take_draft (self, loaded);
  else
    tl_talk_panel_set_notice (TL_TALK_PANEL (self->talk_panel),
                              _("The file has changed on the disk. Your steps are still here; saving them asks first."));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (TlWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlTalkDraft) loaded = tl_talk_load_finish (G_FILE (source), result, &error);
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->talk_panel == NULL)
    return;

  g_clear_object (&self->draft_loading);
  /* What comes of saving is known better. */
  if (loaded != NULL && !self->is_saving)
    compare_draft (self, loaded);
  else if (loaded == NULL && self->draft == NULL)
    {
      /* Translators: why not */
      words = g_strdup_printf (_("The talk cannot be edited: %s"), error->message);
      tl_talk_panel_set_notice (TL_TALK_PANEL (self->talk_panel), words);
    }
  if (self->waits_for_draft)
    gtk_widget_grab_focus (self->talk_panel);
  self->waits_for_draft = FALSE;
}

static void
forget_loading (TlWindow *self)
{
  g_cancellable_cancel (self->draft_loading);
  g_clear_object (&self->draft_loading);
}

/* Brings the draft in step with what the file has. */
void
tl_window_load_draft (TlWindow *self)
{
  forget_loading (self);
  if (self->document == NULL)
    return;

  self->draft_loading = g_cancellable_new ();
  tl_talk_load_async (tl_document_get_file (self->document), self->draft_loading, loaded_cb, g_object_ref (self));
}

/* After a timeline has been loaded, or loaded anew. */
void
tl_window_update_draft (TlWindow *self,
                        gboolean  is_newer)
{
  if (!is_newer)
    {
      forget_loading (self);
      take_draft (self, NULL);
    }
  else if (self->draft != NULL)
    show_draft (self);

  if (self->edits_talk || self->draft != NULL)
    tl_window_load_draft (self);
}

/* What has not been saved is lost: that has been asked before. */
void
tl_window_drop_draft (TlWindow *self)
{
  forget_loading (self);
  take_draft (self, NULL);
}

gboolean
tl_window_has_unsaved (TlWindow *self)
{
  return self->draft != NULL && tl_talk_draft_is_dirty (self->draft);
}

/**
 * tl_window_get_talk_timeline:
 * @self: a window that shows a timeline
 *
 * Returns: (transfer full): that timeline, with the steps that are being
 *   edited
 */
TlTimeline *
tl_window_get_talk_timeline (TlWindow *self)
{
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  g_autoptr (TlDraftState) state = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlLoad) load = NULL;

  if (!tl_window_has_unsaved (self))
    return g_object_ref (timeline);

  state = tl_talk_draft_dup_state (self->draft);
  bytes = tl_draft_state_to_bytes (state, tl_talk_draft_get_text (self->draft), NULL);
  load = bytes != NULL ? tl_load_bytes (bytes, NULL) : NULL;

  return g_object_ref (load != NULL && tl_load_is_sound (load) ? load->timeline : timeline);
}

/* From the view */

static char **
new_ids (const char *id)
{
  const char *ids[] = { id, NULL };

  return g_strdupv ((char **) ids);
}

static void
take_event (TlWindow    *self,
            TlDraftStep *step,
            guint32      event)
{
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  const TlEvent *selected = &tl_timeline_get_events (timeline, NULL)[event];
  const char *id = tl_timeline_get_text (timeline, selected->id);

  step->words[TL_DRAFT_TITLE] = g_strdup (tl_timeline_get_text (timeline, selected->title));
  step->events = new_ids (id);
  step->highlight = new_ids (id);
}

static void
take_view (TlWindow    *self,
           TlDraftStep *step)
{
  TlPlace place = tl_viewport_get_place (self->viewport);
  const char *title = tl_timeline_get_title (tl_viewport_get_timeline (self->viewport));

  if (place.is_whole || place.to.instant <= place.from.instant)
    {
      step->words[TL_DRAFT_TITLE] = g_strdup (title != NULL ? title : _("Untitled step"));
      return;
    }

  step->window = tl_edtf_from_instants (place.from.instant, place.to.instant, PARTS_OF_STEP);
  step->words[TL_DRAFT_TITLE] = tl_edtf_to_words (step->window, NULL);
}

/* Behind the one that is selected. */
void
tl_window_add_step (TlWindow *self)
{
  guint32 selected = tl_viewport_get_selected (self->viewport);
  TlTalkPanel *panel = TL_TALK_PANEL (self->talk_panel);
  guint before = tl_talk_panel_get_selected (panel);
  TlDraftStep *step;

  if (self->draft == NULL)
    return;

  step = tl_draft_step_new (TL_NONE);
  if (selected != TL_NONE)
    take_event (self, step, selected);
  else
    take_view (self, step);
  tl_talk_panel_select (panel, tl_talk_draft_add (self->draft, before != TL_NONE ? before + 1 : G_MAXUINT, step));
  tl_talk_panel_edit_title (panel);
}

/* The talk that is made of the events becomes the file's. */
void
tl_window_take_talk (TlWindow *self)
{
  g_autoptr (TlTimeline) timeline = NULL;
  guint n_events;
  const guint32 *events = tl_viewport_get_events (self->viewport, &n_events);
  g_autoptr (TlTalk) talk = NULL;

  if (self->draft == NULL)
    return;

  /* Not with the steps that the file has, where all of them have been removed. */
  timeline = tl_window_get_talk_timeline (self);
  talk = tl_talk_new (timeline, events, n_events, NULL);
  tl_talk_draft_add_talk (self->draft, talk, timeline);
  tl_talk_panel_select (TL_TALK_PANEL (self->talk_panel), 0);
  gtk_widget_grab_focus (self->talk_panel);
}

/* To the view */

static guint32
find_event (TlWindow *self,
            char    **ids)
{
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      guint32 event = tl_timeline_find_event (timeline, ids[i]);

      if (event != TL_NONE)
        return event;
    }

  return TL_NONE;
}

static void
go_to_window (TlWindow   *self,
              const char *window)
{
  TlAxis *axis = tl_viewport_get_axis (self->viewport);
  TlStretch stretch;
  TlCamera camera;
  TlDate date;

  if (axis == NULL || !tl_edtf_parse (window, -1, &date, NULL)
      || !tl_axis_get_extent (axis, &date, &stretch.from, &stretch.to))
    return;

  camera = tl_viewport_show_stretch (self->viewport, &stretch, MARGIN);
  tl_canvas_go (tl_window_get_canvas (self), &camera);
  tl_history_visit (self->history);
}

/* Shows what a step shows. */
static void
activated_cb (TlWindow *self,
              guint     index)
{
  const TlDraftStep *step = tl_talk_draft_get_step (self->draft, index);
  guint32 event = find_event (self, step->highlight);

  if (event == TL_NONE)
    event = find_event (self, step->events);
  if (event != TL_NONE)
    tl_window_go_to_event (self, event);
  if (step->window != NULL)
    go_to_window (self, step->window);
  else if (event == TL_NONE)
    tl_canvas_zoom_to_fit (tl_window_get_canvas (self));
  tl_window_update_actions (self);
}

void
tl_window_init_talk_edit (TlWindow *self)
{
  self->talk_panel = tl_talk_panel_new ();
  gtk_widget_set_hexpand (self->talk_panel, TRUE);
  gtk_widget_set_visible (self->talk_panel, FALSE);
  gtk_box_append (GTK_BOX (self->side_box), self->talk_panel);
  g_signal_connect_object (self->talk_panel, "step-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

void
tl_window_dispose_talk_edit (TlWindow *self)
{
  forget_loading (self);
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  self->talk_panel = NULL;
}
