/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

#include <string.h>

/* Which lanes are shown, and in which order: as a person has chosen, else as
 * the timeline has them. */

/* How many events each lane has. */
static guint *
count_events (const TlLayout *self,
              gboolean        only_shown)
{
  TlTimeline *timeline = self->options.drawing.timeline;
  guint n_lanes, n_events;
  const TlEvent *events = tl_timeline_get_events (timeline, &n_events);
  guint *counts;

  tl_timeline_get_lanes (timeline, &n_lanes);
  counts = g_new0 (guint, MAX (n_lanes, 1));
  if (only_shown)
    n_events = self->options.n_events;
  for (guint i = 0; i < n_events; i++)
    counts[tl_timeline_get_event_lane (timeline, &events[only_shown ? self->options.events[i] : i])]++;

  return counts;
}

/* The lanes that are named in the choices, then the others, each once. */
static GArray *
order_lanes (const TlLayout *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (TlLaneChoice));
  g_autofree gboolean *is_known = NULL;
  guint n_lanes;

  tl_timeline_get_lanes (self->options.drawing.timeline, &n_lanes);
  is_known = g_new0 (gboolean, MAX (n_lanes, 1));
  for (guint i = 0; i < self->options.n_lanes; i++)
    {
      const TlLaneChoice choice = self->options.lanes[i];

      if (choice.lane >= n_lanes || is_known[choice.lane])
        continue;
      is_known[choice.lane] = TRUE;
      g_array_append_val (order, choice);
    }
  for (guint32 i = 0; i < n_lanes; i++)
    {
      const TlLaneChoice choice = { .lane = i };

      if (!is_known[i])
        g_array_append_val (order, choice);
    }

  return order;
}

/**
 * tl_layout_find_bands:
 * @self: a layout
 *
 * Finds which lanes are shown: those with events, and those that have none
 * in the whole timeline, unless they are hidden. A lane that only a filter
 * empties is left out.
 */
void
tl_layout_find_bands (TlLayout *self)
{
  g_autoptr (GArray) order = order_lanes (self);
  g_autofree guint *all = count_events (self, FALSE);
  g_autofree guint *shown = count_events (self, TRUE);

  self->band_of_lane = g_new (guint32, MAX (order->len, 1));
  memset (self->band_of_lane, 0xff, order->len * sizeof (guint32));
  for (guint i = 0; i < order->len; i++)
    {
      const TlLaneChoice *choice = &g_array_index (order, TlLaneChoice, i);
      const TlLaneBand band = { choice->lane, 0, 0, shown[choice->lane], choice->is_collapsed };

      if (choice->is_hidden || (shown[choice->lane] == 0 && all[choice->lane] > 0))
        continue;
      self->band_of_lane[choice->lane] = self->bands->len;
      g_array_append_val (self->bands, band);
    }
}

/**
 * tl_layout_copy_bands_of_lanes:
 * @self: a layout
 *
 * Returns: (transfer full): for each lane of the timeline its band, or
 *   %TL_NONE
 */
guint32 *
tl_layout_copy_bands_of_lanes (const TlLayout *self)
{
  guint n_lanes;

  tl_timeline_get_lanes (self->options.drawing.timeline, &n_lanes);

  return g_memdup2 (self->band_of_lane, MAX (n_lanes, 1) * sizeof (guint32));
}
