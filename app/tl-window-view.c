/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-between.h"
#include "tl-edtf.h"
#include "tl-lane-chooser.h"
#include "tl-settings.h"

#include <glib/gi18n.h>

/* Drawing, lists and details in step with each other: all of them show what
 * the viewport says, and tell it what somebody has chosen.
 */

/* From the viewport */

static void
update_events (TlWindow *self)
{
  guint n_events;
  const guint32 *events = tl_viewport_get_events (self->viewport, &n_events);

  tl_side_lists_set_events (self->lists, events, n_events);
  tl_detail_pane_set_events (self->details, events, n_events);
}

static void
update_selection (TlWindow *self)
{
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  const TlEvent *events = timeline != NULL ? tl_timeline_get_events (timeline, NULL) : NULL;
  guint32 selected = tl_viewport_get_selected (self->viewport);
  guint32 compared = tl_viewport_get_compared (self->viewport);
  g_autofree char *between = NULL;

  if (selected != TL_NONE && compared != TL_NONE)
    between = tl_event_say_between (timeline, &events[selected], &events[compared], NULL);
  tl_detail_pane_set_event (self->details, selected);
  tl_detail_pane_set_compared (self->details, compared, between);
  tl_side_lists_set_selected (self->lists, selected);
  /* To compare it with another one is no further visit. */
  if (selected != TL_NONE && selected != self->visited && !self->is_going_back)
    tl_history_visit (self->history);
  self->visited = selected;
}

static void
changed_cb (TlViewport *viewport,
            guint       changes,
            TlWindow   *self)
{
  if (self->is_replacing)
    return;

  if ((changes & TL_VIEWPORT_CONTENT) != 0)
    {
      update_events (self);
      tl_window_update_filter (self);
    }
  if ((changes & TL_VIEWPORT_SELECTION) != 0)
    update_selection (self);
  if ((changes & (TL_VIEWPORT_CONTENT | TL_VIEWPORT_SELECTION)) != 0)
    tl_window_update_actions (self);
}

/* To the viewport */

/* Chosen in a list or the pane: it is brought into view, and the keyboard
 * stays where it is. */
void
tl_window_go_to_event (TlWindow *self,
                       guint     event)
{
  if (!tl_viewport_shows (self->viewport, event))
    {
      tl_window_say_hidden (self, event);
      return;
    }

  tl_viewport_select (self->viewport, event);
  tl_canvas_reveal (tl_window_get_canvas (self), event);
}

static void
list_selected_cb (TlSideLists *lists,
                  guint        event,
                  TlWindow    *self)
{
  tl_window_go_to_event (self, event);
}

static void
opened_cb (GtkWidget *widget,
           guint      event,
           TlWindow  *self)
{
  tl_window_go_to_event (self, event);
  tl_window_set_details_shown (self, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->details), GTK_DIR_TAB_FORWARD);
}

static void
pane_activated_cb (TlDetailPane *pane,
                   guint         event,
                   TlWindow     *self)
{
  tl_window_go_to_event (self, event);
}

static void
uri_activated_cb (GtkWidget  *widget,
                  const char *uri,
                  TlWindow   *self)
{
  tl_window_follow_source (self, uri);
}

static void
jumping_cb (TlCanvas *canvas,
            TlWindow *self)
{
  tl_history_visit (self->history);
  tl_window_update_actions (self);
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

void
tl_window_go_back (TlWindow *self,
                   int       steps)
{
  TlCanvas *canvas = tl_window_get_canvas (self);
  gboolean has_gone;
  TlCamera camera;

  self->is_going_back = TRUE;
  has_gone = tl_history_go (self->history, steps, &camera);
  self->is_going_back = FALSE;
  if (has_gone)
    tl_canvas_go (canvas, &camera);
  /* Keys go on from the event that is selected again. */
  if (has_gone && has_focus_within (GTK_WIDGET (canvas)))
    gtk_widget_grab_focus (GTK_WIDGET (canvas));
  tl_window_update_actions (self);
}

/* Lanes */

/* Before the popover is shown: it would not become wider after that. */
static void
fill_lanes_cb (GtkMenuButton *button,
               gpointer       data)
{
  TlWindow *self = data;
  TlLaneChooser *chooser = TL_LANE_CHOOSER (self->lane_chooser);
  guint n_lanes;
  const TlLaneChoice *lanes = tl_viewport_get_lanes (self->viewport, &n_lanes);

  tl_lane_chooser_set_timeline (chooser, tl_viewport_get_timeline (self->viewport));
  tl_lane_chooser_set_lanes (chooser, lanes, n_lanes);
}

void
tl_window_show_lanes (TlWindow *self)
{
  tl_window_popup (self, self->lanes_button, fill_lanes_cb);
}

static void
lanes_chosen_cb (TlLaneChooser *chooser,
                 TlWindow      *self)
{
  g_autoptr (GArray) lanes = tl_lane_chooser_get_lanes (chooser);

  tl_viewport_set_lanes (self->viewport, (gconstpointer) lanes->data, lanes->len);
}

static void
init_lanes (TlWindow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->lane_chooser = tl_lane_chooser_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), self->lane_chooser);
  gtk_menu_button_set_popover (self->lanes_button, popover);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lanes"), -1);
  gtk_menu_button_set_create_popup_func (self->lanes_button, fill_lanes_cb, self, NULL);
  g_signal_connect (self->lane_chooser, "changed", G_CALLBACK (lanes_chosen_cb), self);
}

/* Colours and sizes */

static void
update_theme (TlWindow *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean is_dark = adw_style_manager_get_dark (style);
  TlThemeKind theme = is_dark ? TL_THEME_DARK : TL_THEME_LIGHT;

  if (adw_style_manager_get_high_contrast (style) || tl_settings_get_high_contrast (tl_settings_get_default ()))
    theme = is_dark ? TL_THEME_HIGH_CONTRAST_DARK : TL_THEME_HIGH_CONTRAST;

  tl_stage_set_theme (self->stage, theme);
  tl_detail_pane_set_theme (self->details, theme);
  tl_side_lists_set_theme (self->lists, theme);
  tl_lane_chooser_set_theme (TL_LANE_CHOOSER (self->lane_chooser), theme);
}

/* The interface's text size, which GTK knows as a resolution. */
static void
update_text_scale (TlWindow *self)
{
  int resolution = 96 * 1024;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &resolution, NULL);
  if (resolution <= 0)
    resolution = 96 * 1024;
  tl_stage_set_text_scale (self->stage, resolution / (96.0 * 1024));
}

/* What people prefer. */
static void
update_settings (TlWindow *self)
{
  tl_stage_set_font (self->stage, tl_settings_get_chart_font (tl_settings_get_default ()));
  update_theme (self);
  tl_window_update_actions (self);
}

void
tl_window_init_view (TlWindow *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->visited = TL_NONE;
  self->stage = TL_STAGE (tl_stage_new (self->viewport));
  gtk_paned_set_start_child (self->details_paned, GTK_WIDGET (self->stage));
  init_lanes (self);

  g_signal_connect_object (self->viewport, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (tl_window_get_canvas (self), "event-opened", G_CALLBACK (opened_cb), self, 0);
  g_signal_connect_object (tl_window_get_canvas (self), "jumping", G_CALLBACK (jumping_cb), self, 0);
  g_signal_connect_object (self->lists, "event-selected", G_CALLBACK (list_selected_cb), self, 0);
  g_signal_connect_object (self->lists, "event-activated", G_CALLBACK (opened_cb), self, 0);
  g_signal_connect_object (self->lists, "uri-activated", G_CALLBACK (uri_activated_cb), self, 0);
  g_signal_connect_object (self->details, "event-activated", G_CALLBACK (pane_activated_cb), self, 0);
  g_signal_connect_object (self->details, "uri-activated", G_CALLBACK (uri_activated_cb), self, 0);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_theme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_theme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (update_text_scale), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_settings_get_default (), "changed", G_CALLBACK (update_settings), self,
                           G_CONNECT_SWAPPED);
  update_settings (self);
  update_text_scale (self);
}

/* A timeline that has been loaded */

static char *
describe (TlTimeline *timeline)
{
  guint n_events, n_sources;
  g_autofree char *events = NULL;
  g_autofree char *sources = NULL;
  const char *as_of = tl_timeline_get_as_of (timeline);
  g_autofree char *date = as_of != NULL ? tl_edtf_to_words (as_of, NULL) : NULL;

  tl_timeline_get_events (timeline, &n_events);
  tl_timeline_get_sources (timeline, &n_sources);
  events = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);
  sources = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);
  if (date == NULL)
    /* Translators: under a window's title: how many events and sources */
    return g_strdup_printf (C_("timeline", "%s · %s"), events, sources);

  /* Translators: under a window's title: how many events and sources, and the
   * date up to which the timeline is kept */
  return g_strdup_printf (C_("timeline", "%s · %s · as of %s"), events, sources, date);
}

static void
update_title (TlWindow   *self,
              TlTimeline *timeline)
{
  const char *title = tl_timeline_get_title (timeline);
  g_autofree char *subtitle = describe (timeline);

  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _("Throughline"));
  adw_window_title_set_title (self->title, title != NULL ? title : _("Throughline"));
  adw_window_title_set_subtitle (self->title, subtitle);
}

/* Shows what the document has: a newer version as the older one was shown,
 * another timeline as it was left. */
void
tl_window_show_timeline (TlWindow *self)
{
  TlTimeline *timeline = tl_document_get_timeline (self->document);
  gboolean is_newer = self->shown == self->document;
  const TlFilter *filter = tl_viewport_get_filter (self->viewport);
  g_autoptr (TlFilter) before = is_newer && filter != NULL ? tl_filter_copy (filter) : NULL;

  self->is_replacing = TRUE;
  if (is_newer)
    tl_viewport_replace_timeline (self->viewport, timeline);
  else
    tl_viewport_set_timeline (self->viewport, timeline);
  self->is_replacing = FALSE;
  g_set_object (&self->shown, self->document);

  update_title (self, timeline);
  tl_detail_pane_set_timeline (self->details, timeline);
  tl_side_lists_set_timeline (self->lists, timeline);
  update_events (self);
  tl_window_update_filter (self);
  tl_window_say_dropped (self, before);
  if (!is_newer && !tl_window_restore_view (self))
    tl_viewport_set_axis_mode (self->viewport,
                               (TlAxisMode) tl_settings_get_choice (tl_settings_get_default (), TL_SETTING_AXIS));
  self->is_going_back = TRUE;
  update_selection (self);
  self->is_going_back = FALSE;
  if (!is_newer)
    tl_history_clear (self->history);
  tl_window_update_draft (self, is_newer);
  tl_window_update_talk (self, is_newer);
}

gboolean
tl_window_select_id (TlWindow   *self,
                     const char *id)
{
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  guint32 event = timeline != NULL ? tl_timeline_find_event (timeline, id) : TL_NONE;
  g_autofree char *text = NULL;

  if (event != TL_NONE)
    {
      tl_window_go_to_event (self, event);
      return TRUE;
    }

  /* Translators: an id that has been asked for */
  text = g_strdup_printf (_("There is no event “%s” in this timeline"), id);
  tl_window_say (self, text);

  return FALSE;
}
