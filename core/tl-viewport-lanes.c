/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-viewport-private.h"

#include <string.h>

/* Which lanes are shown and how, and what becomes of that when there is a
 * newer version of the timeline.
 */

/**
 * tl_viewport_reset_lanes:
 * @self: a viewport whose timeline is new
 *
 * Shows all of its lanes, whole and in their order.
 */
void
tl_viewport_reset_lanes (TlViewport *self)
{
  guint n_lanes = 0;

  if (self->timeline != NULL)
    tl_timeline_get_lanes (self->timeline, &n_lanes);
  g_array_set_size (self->lanes, 0);
  for (guint32 i = 0; i < n_lanes; i++)
    {
      const TlLaneChoice choice = { .lane = i };

      g_array_append_val (self->lanes, choice);
    }
}

/**
 * tl_viewport_get_lanes:
 * @self: a viewport
 * @n_lanes: (out): their number, that of the timeline's lanes
 *
 * Returns: (transfer none) (array length=n_lanes): how lanes are shown, in
 *   the order in which they are
 */
const TlLaneChoice *
tl_viewport_get_lanes (TlViewport *self,
                       guint      *n_lanes)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), NULL);

  *n_lanes = self->lanes->len;

  return (gconstpointer) self->lanes->data;
}

static gboolean
has_lanes (TlViewport         *self,
           const TlLaneChoice *lanes)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const TlLaneChoice *own = &g_array_index (self->lanes, TlLaneChoice, i);

      if (own->lane != lanes[i].lane || own->is_hidden != lanes[i].is_hidden
          || own->is_collapsed != lanes[i].is_collapsed)
        return FALSE;
    }

  return TRUE;
}

/**
 * tl_viewport_set_lanes:
 * @self: a viewport
 * @lanes: (array length=n_lanes): each of the timeline's lanes once
 * @n_lanes: their number
 *
 * Orders, hides and collapses lanes. An event that is no longer shown is no
 * longer selected. Where all would be hidden, nothing changes.
 */
void
tl_viewport_set_lanes (TlViewport         *self,
                       const TlLaneChoice *lanes,
                       guint               n_lanes)
{
  TlPlace place;
  guint n_hidden = 0;

  g_return_if_fail (TL_IS_VIEWPORT (self));
  g_return_if_fail (n_lanes == self->lanes->len);

  for (guint i = 0; i < n_lanes; i++)
    n_hidden += lanes[i].is_hidden;
  if (n_hidden == n_lanes || has_lanes (self, lanes))
    return;

  place = tl_viewport_get_place (self);
  memmove (self->lanes->data, lanes, n_lanes * sizeof *lanes);
  tl_viewport_find_events (self);
  tl_viewport_update_content (self, &place, tl_viewport_drop_hidden (self));
}

/* A newer version */

static guint32
find_again (TlTimeline *before,
            TlTimeline *now,
            guint32     event)
{
  const TlEvent *events = tl_timeline_get_events (before, NULL);

  return event != TL_NONE ? tl_timeline_find_event (now, tl_timeline_get_text (before, events[event].id)) : TL_NONE;
}

/* That of events without an actor has no id. */
static const char *
get_lane_id (TlTimeline *timeline,
             guint32     lane)
{
  const char *id = tl_timeline_get_text (timeline, tl_timeline_get_lanes (timeline, NULL)[lane].id);

  return id != NULL ? id : "";
}

/* The lanes of a timeline by their ids. */
static GHashTable *
list_lanes (TlTimeline *timeline)
{
  GHashTable *lanes = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_lanes;

  tl_timeline_get_lanes (timeline, &n_lanes);
  for (guint32 i = 0; i < n_lanes; i++)
    g_hash_table_insert (lanes, (gpointer) get_lane_id (timeline, i), GUINT_TO_POINTER (i));

  return lanes;
}

/* The choices of before, for the lanes that are still there; new lanes come
 * last. */
static void
keep_lanes (TlViewport *self,
            TlTimeline *before)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->lanes);
  g_autoptr (GHashTable) now = list_lanes (self->timeline);
  g_autofree gboolean *is_known = NULL;
  guint n_lanes, n_shown = 0;

  self->lanes = g_array_new (FALSE, TRUE, sizeof (TlLaneChoice));
  tl_timeline_get_lanes (self->timeline, &n_lanes);
  is_known = g_new0 (gboolean, MAX (n_lanes, 1));
  for (guint i = 0; i < old->len; i++)
    {
      TlLaneChoice choice = g_array_index (old, TlLaneChoice, i);
      gpointer lane;

      if (!g_hash_table_lookup_extended (now, get_lane_id (before, choice.lane), NULL, &lane)
          || is_known[GPOINTER_TO_UINT (lane)])
        continue;
      choice.lane = GPOINTER_TO_UINT (lane);
      is_known[choice.lane] = TRUE;
      n_shown += !choice.is_hidden;
      g_array_append_val (self->lanes, choice);
    }
  for (guint32 i = 0; i < n_lanes; i++)
    {
      const TlLaneChoice choice = { .lane = i };

      if (is_known[i])
        continue;
      n_shown++;
      g_array_append_val (self->lanes, choice);
    }
  if (n_shown == 0)
    tl_viewport_reset_lanes (self);
}

/* What is no longer there would leave nothing. Returns what that changes. */
static guint
keep_filter (TlViewport *self)
{
  g_autoptr (TlFilter) filter = self->filter != NULL ? tl_filter_copy (self->filter) : NULL;

  if (filter == NULL || tl_filter_drop_unknown (filter, self->timeline) == 0)
    return 0;

  tl_viewport_take_filter (self, filter);

  return TL_VIEWPORT_FILTER;
}

/**
 * tl_viewport_replace_timeline:
 * @self: a viewport
 * @timeline: a newer version of the timeline that is shown
 *
 * Shows @timeline with the same lanes, filter, view and selection, as far as
 * it still has what they are made of.
 */
void
tl_viewport_replace_timeline (TlViewport *self,
                              TlTimeline *timeline)
{
  g_autoptr (TlTimeline) before = NULL;
  guint changes = TL_VIEWPORT_SELECTION;
  TlPlace place;

  g_return_if_fail (TL_IS_VIEWPORT (self));
  g_return_if_fail (TL_IS_TIMELINE (timeline));

  if (self->timeline == NULL)
    {
      tl_viewport_set_timeline (self, timeline);
      return;
    }

  place = tl_viewport_get_place (self);
  before = g_steal_pointer (&self->timeline);
  self->timeline = g_object_ref (timeline);
  g_array_set_size (self->hits, 0);
  keep_lanes (self, before);
  changes |= keep_filter (self);
  self->selected = find_again (before, timeline, self->selected);
  self->compared = find_again (before, timeline, self->compared);
  tl_viewport_find_events (self);
  tl_viewport_drop_hidden (self);
  tl_viewport_update_content (self, &place, changes);
}
