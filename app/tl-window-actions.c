/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-bundle.h"
#include "tl-settings.h"
#include "tl-shortcuts.h"
#include "tl-talk-panel.h"

#include <string.h>

/* What can be done in a window. Their keys are in tl-shortcuts.c. */

#define ZOOM_STEP 1.5

typedef struct
{
  const char *action;
  void      (*act) (TlWindow *self);
} Plain;

static void
zoom_in (TlWindow *self)
{
  tl_canvas_zoom (tl_window_get_canvas (self), ZOOM_STEP);
}

static void
zoom_out (TlWindow *self)
{
  tl_canvas_zoom (tl_window_get_canvas (self), 1 / ZOOM_STEP);
}

static void
zoom_fit (TlWindow *self)
{
  tl_canvas_zoom_to_fit (tl_window_get_canvas (self));
}

/* To the next of the sizes that the keys go through. */
static void
enlarge_text (TlWindow *self)
{
  TlSettings *settings = tl_settings_get_default ();
  int size = tl_settings_get_text_size (settings) + TL_TEXT_SIZE_STEP;

  tl_settings_set_text_size (settings, size - size % TL_TEXT_SIZE_STEP);
}

static void
reduce_text (TlWindow *self)
{
  TlSettings *settings = tl_settings_get_default ();
  int size = tl_settings_get_text_size (settings) - 1;

  tl_settings_set_text_size (settings, size - size % TL_TEXT_SIZE_STEP);
}

static void
reset_text (TlWindow *self)
{
  tl_settings_set_text_size (tl_settings_get_default (), 100);
}

static void
go_back (TlWindow *self)
{
  tl_window_go_back (self, -1);
}

static void
go_forward (TlWindow *self)
{
  tl_window_go_back (self, 1);
}

static void
add_bookmark (TlWindow *self)
{
  tl_window_add_bookmark (self, FALSE);
}

static void
add_bookmark_of_span (TlWindow *self)
{
  tl_window_add_bookmark (self, TRUE);
}

static void
show_events (TlWindow *self)
{
  tl_window_show_side (self, TL_SIDE_EVENTS);
}

static void
show_sources (TlWindow *self)
{
  tl_window_show_side (self, TL_SIDE_SOURCES);
}

static void
show_differences (TlWindow *self)
{
  tl_window_show_side (self, TL_SIDE_DIFFERENCES);
}

static void
reload (TlWindow *self)
{
  if (self->document != NULL)
    tl_document_load (self->document);
}

static void
edit (TlWindow *self)
{
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  guint32 selected = tl_viewport_get_selected (self->viewport);

  tl_window_edit (self, timeline != NULL && selected != TL_NONE ? tl_timeline_get_events (timeline, NULL)[selected].line
                                                                : 1);
}

static void
toggle_fullscreen (TlWindow *self)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

static void
show_shortcuts (TlWindow *self)
{
  GtkWindow *shortcuts = tl_shortcuts_window_new ();

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (self));
  gtk_window_present (shortcuts);
}

static void
present (TlWindow *self)
{
  tl_window_present_talk (self, &(const TlTalkOptions){ 0 });
}

static void
undo_talk (TlWindow *self)
{
  tl_talk_panel_undo (TL_TALK_PANEL (self->talk_panel));
}

static void
redo_talk (TlWindow *self)
{
  tl_talk_panel_redo (TL_TALK_PANEL (self->talk_panel));
}

static const Plain plain[] = {
  { "win.back", go_back },
  { "win.bookmark", add_bookmark },
  { "win.bookmark-span", add_bookmark_of_span },
  { "win.bookmarks", tl_window_show_bookmarks },
  { "win.cancel-loading", tl_window_cancel_loading },
  { "win.clear-filters", tl_window_clear_filters },
  { "win.commands", tl_window_choose_command },
  { "win.copy-picture", tl_window_copy_picture },
  { "win.dismiss-notice", tl_window_dismiss_notice },
  { "win.edit", edit },
  { "win.filters", tl_window_show_filters },
  { "win.find", tl_window_find },
  { "win.find-next", tl_window_find_next },
  { "win.find-previous", tl_window_find_previous },
  { "win.export", tl_window_export },
  { "win.findings", tl_window_show_findings },
  { "win.forward", go_forward },
  { "win.fullscreen", toggle_fullscreen },
  { "win.go-to-event", tl_window_choose_event },
  { "win.lanes", tl_window_show_lanes },
  { "win.new-from-template", tl_window_choose_new },
  { "win.open", tl_window_choose_file },
  { "win.present", present },
  { "win.present-here", tl_window_present_here },
  { "win.print", tl_window_print },
  { "win.reload", reload },
  { "win.save-handout", tl_window_save_handout },
  { "win.save-presentation", tl_window_save_presentation },
  { "win.save-slides", tl_window_save_slides },
  { "win.show-differences", show_differences },
  { "win.show-events", show_events },
  { "win.show-help-overlay", show_shortcuts },
  { "win.show-sources", show_sources },
  { "win.talk-add", tl_window_add_step },
  { "win.talk-redo", redo_talk },
  { "win.talk-save", tl_window_save_talk },
  { "win.talk-save-copy", tl_window_save_talk_copy },
  { "win.talk-take", tl_window_take_talk },
  { "win.talk-undo", undo_talk },
  { "win.text-larger", enlarge_text },
  { "win.text-reset", reset_text },
  { "win.text-smaller", reduce_text },
  { "win.zoom-fit", zoom_fit },
  { "win.zoom-in", zoom_in },
  { "win.zoom-out", zoom_out },
};

static void
plain_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    if (g_str_equal (plain[i].action + strlen ("win."), name))
      plain[i].act (data);
}

static void
side_lists_cb (GSimpleAction *action,
               GVariant      *value,
               gpointer       data)
{
  tl_window_set_side_shown (data, g_variant_get_boolean (value));
}

static void
details_cb (GSimpleAction *action,
            GVariant      *value,
            gpointer       data)
{
  tl_window_set_details_shown (data, g_variant_get_boolean (value));
}

static void
edit_talk_cb (GSimpleAction *action,
              GVariant      *value,
              gpointer       data)
{
  tl_window_set_talk_shown (data, g_variant_get_boolean (value));
}

static const char *const axis_modes[] = {
  [TL_AXIS_AUTO] = "auto",
  [TL_AXIS_LINEAR] = "linear",
  [TL_AXIS_FOLDED] = "folded",
  [TL_AXIS_EVEN] = "even",
};

static void
axis_mode_cb (GSimpleAction *action,
              GVariant      *value,
              gpointer       data)
{
  TlWindow *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (axis_modes); i++)
    if (g_str_equal (axis_modes[i], g_variant_get_string (value, NULL)))
      tl_viewport_set_axis_mode (self->viewport, i);
}

static void
filter_source_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  tl_window_filter_source (data, g_variant_get_string (parameter, NULL));
}

void
tl_window_init_actions (TlWindow *self)
{
  static const GActionEntry others[] = {
    { .name = "axis-mode", .parameter_type = "s", .state = "'auto'", .change_state = axis_mode_cb },
    { .name = "details", .state = "true", .change_state = details_cb },
    { .name = "edit-talk", .state = "false", .change_state = edit_talk_cb },
    { .name = "filter-source", .parameter_type = "s", .activate = filter_source_cb },
    { .name = "side-lists", .state = "false", .change_state = side_lists_cb },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (plain[i].action + strlen ("win."), NULL);

      g_signal_connect (action, "activate", G_CALLBACK (plain_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
  g_action_map_add_action_entries (G_ACTION_MAP (self), others, G_N_ELEMENTS (others), self);
}

static GSimpleAction *
find (TlWindow   *self,
      const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

static void
enable (TlWindow   *self,
        const char *name,
        gboolean    is_enabled)
{
  g_simple_action_set_enabled (find (self, name), is_enabled);
}

/* What can be done with the talk that is edited. */
static void
update_talk_actions (TlWindow *self)
{
  gboolean has_draft = self->draft != NULL;

  enable (self, "talk-add", has_draft);
  enable (self, "talk-take", has_draft);
  enable (self, "talk-undo", has_draft && tl_talk_draft_can_undo (self->draft));
  enable (self, "talk-redo", has_draft && tl_talk_draft_can_redo (self->draft));
  enable (self, "talk-save", tl_window_has_unsaved (self));
  enable (self, "talk-save-copy", has_draft);
  g_simple_action_set_state (find (self, "edit-talk"), g_variant_new_boolean (self->edits_talk));
}

/* Brings what can be done, and what is said to be so, up to date. */
void
tl_window_update_actions (TlWindow *self)
{
  static const char *const of_timelines[] = {
    "axis-mode", "bookmark", "bookmark-span", "bookmarks", "copy-picture", "details", "edit-talk", "export", "filters", "find",
    "find-next", "find-previous", "go-to-event", "lanes",
    "present", "present-here", "print", "save-handout", "save-presentation", "save-slides", "show-differences", "show-events", "show-sources", "side-lists", "zoom-fit", "zoom-in", "zoom-out",
  };
  gboolean has_timeline = tl_viewport_get_timeline (self->viewport) != NULL;
  int text_size = tl_settings_get_text_size (tl_settings_get_default ());
  GFile *file = self->document != NULL ? tl_document_get_file (self->document) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (of_timelines); i++)
    enable (self, of_timelines[i], has_timeline);
  update_talk_actions (self);
  enable (self, "clear-filters", tl_viewport_get_filter (self->viewport) != NULL);
  enable (self, "back", tl_history_can_go (self->history, -1));
  enable (self, "forward", tl_history_can_go (self->history, 1));
  enable (self, "edit", file != NULL && !tl_bundle_has (file));
  enable (self, "reload", file != NULL && !tl_bundle_has (file));
  enable (self, "text-larger", text_size < TL_MAX_TEXT_SIZE);
  enable (self, "text-smaller", text_size > TL_MIN_TEXT_SIZE);
  enable (self, "text-reset", text_size != 100);
  enable (self, "findings", self->document != NULL);
  enable (self, "cancel-loading", self->document != NULL && tl_document_is_loading (self->document));

  g_simple_action_set_state (find (self, "axis-mode"),
                             g_variant_new_string (axis_modes[tl_viewport_get_axis_mode (self->viewport)]));
  g_simple_action_set_state (find (self, "side-lists"),
                             g_variant_new_boolean (self->setup.shows_side && !self->edits_talk));
  g_simple_action_set_state (find (self, "details"), g_variant_new_boolean (self->setup.shows_details));
}
