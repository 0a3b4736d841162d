/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-window-private.h"

#include "tl-key-sheet.h"
#include "tl-talk-keys.h"

/* What can be done while a talk is given: by keys, clickers and the speaker's
 * buttons.
 */

/* How far one looks with a key, in pixels of the slide, and how much closer. */
#define PAN_STEP  120.0
#define ZOOM_STEP 1.5

static gint64
get_now (void)
{
  return g_get_monotonic_time ();
}

/* Back from beside the steps is the same as going back: see tl_show_go_by(). */
static void
go_cb (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       data)
{
  TlTalkWindow *self = data;
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "next"))
    tl_show_go_by (self->show, 1, get_now ());
  else if (g_str_equal (name, "next-of-all"))
    tl_show_go_to_next_of_all (self->show, get_now ());
  else if (g_str_equal (name, "first") || g_str_equal (name, "last"))
    tl_show_go_to_side (self->show, g_str_equal (name, "first"), get_now ());
  else
    tl_show_go_by (self->show, -1, get_now ());
}

static void
escape_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  TlTalkWindow *self = data;

  if (!tl_talk_window_close_one (self))
    gtk_window_close (GTK_WINDOW (self));
}

static void
leave_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  gtk_window_close (data);
}

static void
black_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  TlTalkWindow *self = data;

  tl_show_set_black (self->show, !tl_show_is_black (self->show));
}

static void
freeze_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  TlTalkWindow *self = data;

  tl_show_set_frozen (self->show, !tl_show_is_frozen (self->show));
}

/* Tools */

static const struct
{
  const char *name;
  TlTool      tool;
} tools[] = {
  { "no-tool", TL_TOOL_NONE },
  { "pointer", TL_TOOL_POINTER },
  { "pen", TL_TOOL_PEN },
  { "eraser", TL_TOOL_ERASER },
  { "spotlight", TL_TOOL_SPOTLIGHT },
};

static void
tool_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  TlTalkWindow *self = data;
  const char *name = g_action_get_name (G_ACTION (action));

  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    if (g_str_equal (tools[i].name, name))
      tl_show_set_tool (self->show, tl_show_get_tool (self->show) == tools[i].tool ? TL_TOOL_NONE : tools[i].tool);
}

static void
clear_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  tl_show_clear_ink (((TlTalkWindow *) data)->show);
}

static void
drawings_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  tl_show_toggle_ink (((TlTalkWindow *) data)->show);
}

/* Looking around */

static double
get_middle (TlTalkWindow *self)
{
  return tl_show_get_slides (self->show)->width / 2;
}

static void
size_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  TlTalkWindow *self = data;
  gboolean is_larger = g_str_equal (g_action_get_name (G_ACTION (action)), "larger");

  if (tl_show_get_tool (self->show) != TL_TOOL_NONE)
    tl_show_resize_tool (self->show, is_larger ? 1 : -1);
  else
    tl_show_zoom (self->show, is_larger ? ZOOM_STEP : 1 / ZOOM_STEP, get_middle (self), TRUE, get_now ());
}

static void
fit_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  tl_show_fit (((TlTalkWindow *) data)->show, get_now ());
}

static void
closer_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  tl_show_look_closer (((TlTalkWindow *) data)->show, get_now ());
}

static void
look_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  TlTalkWindow *self = data;
  gboolean is_later = g_str_equal (g_action_get_name (G_ACTION (action)), "later");
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  tl_show_pan (self->show, is_later != is_mirrored ? -PAN_STEP : PAN_STEP, get_now ());
}

static void
event_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  TlTalkWindow *self = data;
  gboolean is_next = g_str_equal (g_action_get_name (G_ACTION (action)), "next-event");

  tl_show_open_neighbour (self->show, is_next ? 1 : -1, get_now ());
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  tl_talk_window_find (data);
}

static void
sources_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  tl_talk_window_toggle_sources (data);
}

static void
overview_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  tl_talk_window_toggle_overview (data);
}

/* Windows and the clock */

static void
speaker_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  tl_talk_window_toggle_speaker (data);
}

static void
swap_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  tl_talk_window_swap (data);
}

static void
windowed_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  tl_talk_window_toggle_fullscreen (data);
}

static void
clock_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  tl_show_toggle_clock (((TlTalkWindow *) data)->show, get_now ());
}

static void
reset_clock_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  tl_show_reset_clock (((TlTalkWindow *) data)->show);
}

static void
notes_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  TlSpeakerView *view = TL_SPEAKER_VIEW (((TlTalkWindow *) data)->speaker);
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "notes-larger") || g_str_equal (name, "notes-smaller"))
    tl_speaker_view_resize_notes (view, g_str_equal (name, "notes-larger") ? 1 : -1);
  else
    tl_speaker_view_scroll_notes (view, g_str_equal (name, "notes-down") ? 1 : -1);
}

static void
keys_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  TlTalkWindow *self = data;
  g_autoptr (TlKeySheet) sheet = tl_key_sheet_new ();
  GtkWindow *window;

  tl_talk_keys_describe (sheet);
  window = tl_key_sheet_make_window (sheet);
  gtk_window_set_transient_for (window, self->speaker_window != NULL ? self->speaker_window : GTK_WINDOW (self));
  gtk_window_present (window);
}

static const GActionEntry entries[] = {
  { .name = "next", .activate = go_cb },
  { .name = "previous", .activate = go_cb },
  { .name = "back", .activate = go_cb },
  { .name = "next-of-all", .activate = go_cb },
  { .name = "first", .activate = go_cb },
  { .name = "last", .activate = go_cb },
  { .name = "black", .activate = black_cb, .state = "false" },
  { .name = "freeze", .activate = freeze_cb, .state = "false" },
  { .name = "no-tool", .activate = tool_cb },
  { .name = "pointer", .activate = tool_cb, .state = "false" },
  { .name = "pen", .activate = tool_cb, .state = "false" },
  { .name = "eraser", .activate = tool_cb, .state = "false" },
  { .name = "spotlight", .activate = tool_cb, .state = "false" },
  { .name = "clear", .activate = clear_cb },
  { .name = "drawings", .activate = drawings_cb },
  { .name = "larger", .activate = size_cb },
  { .name = "smaller", .activate = size_cb },
  { .name = "fit", .activate = fit_cb },
  { .name = "closer", .activate = closer_cb },
  { .name = "earlier", .activate = look_cb },
  { .name = "later", .activate = look_cb },
  { .name = "previous-event", .activate = event_cb },
  { .name = "next-event", .activate = event_cb },
  { .name = "find", .activate = find_cb },
  { .name = "sources", .activate = sources_cb },
  { .name = "overview", .activate = overview_cb },
  { .name = "speaker", .activate = speaker_cb },
  { .name = "swap", .activate = swap_cb },
  { .name = "windowed", .activate = windowed_cb },
  { .name = "clock", .activate = clock_cb },
  { .name = "reset-clock", .activate = reset_clock_cb },
  { .name = "notes-larger", .activate = notes_cb },
  { .name = "notes-smaller", .activate = notes_cb },
  { .name = "notes-down", .activate = notes_cb },
  { .name = "notes-up", .activate = notes_cb },
  { .name = "keys", .activate = keys_cb },
  { .name = "escape", .activate = escape_cb },
  { .name = "leave", .activate = leave_cb },
};

static void
set_state (GActionGroup *actions,
           const char   *name,
           gboolean      state)
{
  g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (actions), name), g_variant_new_boolean (state));
}

/**
 * tl_talk_actions_update:
 * @self: a talk's window
 * @actions: its actions
 *
 * Buttons look as what they do is.
 */
void
tl_talk_actions_update (TlTalkWindow *self,
                        GActionGroup *actions)
{
  set_state (actions, "black", tl_show_is_black (self->show));
  set_state (actions, "freeze", tl_show_is_frozen (self->show));
  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    if (tools[i].tool != TL_TOOL_NONE)
      set_state (actions, tools[i].name, tl_show_get_tool (self->show) == tools[i].tool);
}

/**
 * tl_talk_actions_new:
 * @self: a talk's window
 *
 * Returns: (transfer full): what can be done in it
 */
GActionGroup *
tl_talk_actions_new (TlTalkWindow *self)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);

  return G_ACTION_GROUP (group);
}
