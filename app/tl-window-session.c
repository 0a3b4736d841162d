/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-application.h"

/* What is remembered from one start to the next: how the window is set up,
 * and how each timeline was looked at.
 */

static TlSession *
get_session (TlWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return TL_IS_APPLICATION (application) ? tl_application_get_session (TL_APPLICATION (application)) : NULL;
}

void
tl_window_restore_setup (TlWindow *self)
{
  TlSession *session = get_session (self);
  TlSessionWindow setup;

  if (session == NULL)
    return;

  tl_session_get_window (session, &setup);
  if (setup.width > 0 && setup.height > 0)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), setup.width, setup.height);
      tl_window_fit_header (self, setup.width);
    }
  if (setup.is_maximised)
    gtk_window_maximize (GTK_WINDOW (self));

  self->setup = setup;
  tl_window_set_side_page (self, setup.side_page);
  gtk_widget_set_visible (GTK_WIDGET (self->lists), setup.shows_side);
  gtk_widget_set_visible (GTK_WIDGET (self->details), setup.shows_details);
  tl_window_update_actions (self);
}

void
tl_window_keep_setup (TlWindow *self)
{
  TlSession *session = get_session (self);

  if (session == NULL)
    return;

  tl_window_note_panes (self);
  gtk_window_get_default_size (GTK_WINDOW (self), &self->setup.width, &self->setup.height);
  self->setup.is_maximised = gtk_window_is_maximized (GTK_WINDOW (self));
  self->setup.side_page = tl_window_get_side_page (self);
  tl_session_set_window (session, &self->setup);
}

/* Lanes by their ids */

static const char *
get_lane_id (TlWindow *self,
             guint32   lane)
{
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  const char *id = tl_timeline_get_text (timeline, tl_timeline_get_lanes (timeline, NULL)[lane].id);

  /* That of events without an actor has none. */
  return id != NULL ? id : "";
}

static void
keep_lanes (TlWindow      *self,
            TlSessionView *view)
{
  g_autoptr (GStrvBuilder) order = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) hidden = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) collapsed = g_strv_builder_new ();
  guint n_lanes;
  const TlLaneChoice *lanes = tl_viewport_get_lanes (self->viewport, &n_lanes);
  gboolean is_moved = FALSE;

  for (guint i = 0; i < n_lanes; i++)
    {
      const char *id = get_lane_id (self, lanes[i].lane);

      is_moved = is_moved || lanes[i].lane != i;
      g_strv_builder_add (order, id);
      if (lanes[i].is_hidden)
        g_strv_builder_add (hidden, id);
      if (lanes[i].is_collapsed)
        g_strv_builder_add (collapsed, id);
    }
  if (is_moved)
    view->lanes = g_strv_builder_end (order);
  view->hidden = g_strv_builder_end (hidden);
  view->collapsed = g_strv_builder_end (collapsed);
}

static gboolean
has (char      **ids,
     const char *id)
{
  return ids != NULL && g_strv_contains ((const char *const *) ids, id);
}

static guint
find_place (char      **ids,
            const char *id)
{
  guint place = 0;

  while (ids[place] != NULL && !g_str_equal (ids[place], id))
    place++;

  return place;
}

static int
compare_places_cb (gconstpointer a,
                   gconstpointer b,
                   gpointer      data)
{
  const guint *places = data;
  const TlLaneChoice *first = a;
  const TlLaneChoice *second = b;

  if (places[first->lane] != places[second->lane])
    return places[first->lane] < places[second->lane] ? -1 : 1;

  return (first->lane > second->lane) - (first->lane < second->lane);
}

static void
restore_lanes (TlWindow            *self,
               const TlSessionView *view)
{
  guint n_lanes;
  const TlLaneChoice *now = tl_viewport_get_lanes (self->viewport, &n_lanes);
  g_autofree TlLaneChoice *lanes = g_memdup2 (now, n_lanes * sizeof *now);
  g_autofree guint *places = g_new0 (guint, MAX (n_lanes, 1));

  for (guint i = 0; i < n_lanes; i++)
    {
      const char *id = get_lane_id (self, lanes[i].lane);

      lanes[i].is_hidden = has (view->hidden, id);
      lanes[i].is_collapsed = has (view->collapsed, id);
      places[lanes[i].lane] = view->lanes != NULL ? find_place (view->lanes, id) : lanes[i].lane;
    }
  g_qsort_with_data (lanes, (int) n_lanes, sizeof *lanes, compare_places_cb, places);
  tl_viewport_set_lanes (self->viewport, lanes, n_lanes);
}

/* What the file no longer has is asked for no more; what cannot be read of a
 * damaged session never was. */
static void
restore_filter (TlWindow            *self,
                const TlSessionView *view)
{
  g_autoptr (TlFilter) kept = view->filter != NULL
                                ? tl_filter_new_from_arguments ((const char *const *) view->filter, NULL)
                                : NULL;
  g_autoptr (TlFilter) before = kept != NULL ? tl_filter_copy (kept) : NULL;

  if (kept == NULL)
    return;

  tl_filter_drop_unknown (kept, tl_viewport_get_timeline (self->viewport));
  tl_viewport_set_filter (self->viewport, kept);
  tl_window_say_dropped (self, before);
}

/* Shows the timeline as it was left, if it was ever here. */
gboolean
tl_window_restore_view (TlWindow *self)
{
  TlSession *session = get_session (self);
  g_autofree char *uri = g_file_get_uri (tl_document_get_file (self->document));
  const TlSessionView *view = session != NULL ? tl_session_get_view (session, uri) : NULL;
  TlPlace place = { .is_whole = TRUE };

  if (view == NULL)
    return FALSE;

  tl_viewport_set_axis_mode (self->viewport, view->axis_mode);
  if (view->lanes != NULL || view->hidden != NULL || view->collapsed != NULL)
    restore_lanes (self, view);
  restore_filter (self, view);
  place.y = view->y;
  if (view->has_span)
    place = (TlPlace){ .from = { view->from, 0 }, .to = { view->to, 0 }, .y = view->y,
                       .before = view->before, .after = view->after };
  tl_viewport_set_place (self->viewport, &place);
  if (view->event != NULL)
    tl_viewport_select (self->viewport, tl_timeline_find_event (tl_viewport_get_timeline (self->viewport), view->event));

  return TRUE;
}

void
tl_window_keep_view (TlWindow *self)
{
  TlSession *session = get_session (self);
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  guint32 selected = tl_viewport_get_selected (self->viewport);
  g_auto (TlSessionView) view = { .axis_mode = tl_viewport_get_axis_mode (self->viewport) };
  TlPlace place;
  g_autofree char *uri = NULL;

  if (session == NULL || timeline == NULL || self->shown == NULL)
    return;

  place = tl_viewport_get_place (self->viewport);
  view.y = place.y;
  view.has_span = !place.is_whole && place.to.instant > place.from.instant;
  view.from = place.from.instant;
  view.to = place.to.instant;
  view.before = place.before;
  view.after = place.after;
  if (selected != TL_NONE)
    view.event = g_strdup (tl_timeline_get_text (timeline, tl_timeline_get_events (timeline, NULL)[selected].id));
  keep_lanes (self, &view);
  if (tl_viewport_get_filter (self->viewport) != NULL)
    view.filter = tl_filter_to_arguments (tl_viewport_get_filter (self->viewport));
  uri = g_file_get_uri (tl_document_get_file (self->shown));
  tl_session_set_view (session, uri, &view);
}
