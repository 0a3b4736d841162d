/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-lane-words.h"

#include <glib/gi18n-lib.h>

/* What is written beside a lane. */

/**
 * tl_lane_get_name:
 * @timeline: a timeline
 * @lane: one of its lanes
 * @words: (nullable): the language
 *
 * Returns: (transfer none): its name, also of the lane that has none
 */
const char *
tl_lane_get_name (TlTimeline    *timeline,
                  const TlLane  *lane,
                  const TlWords *words)
{
  if (lane->name != 0)
    return tl_timeline_get_text (timeline, lane->name);

  /* Translators: the lane of events that name nobody */
  return tl_words_get (words, "lane", NC_("lane", "No actor"));
}

/**
 * tl_lane_dup_count:
 * @n_events: how many events a lane has
 * @words: (nullable): the language
 *
 * Returns: (transfer full): that number in words
 */
char *
tl_lane_dup_count (guint          n_events,
                   const TlWords *words)
{
  g_autofree char *number = g_strdup_printf ("%u", n_events);

  if (n_events == 1)
    return g_strdup (tl_words_get (words, "lane", NC_("lane", "1 event")));

  return tl_words_fill (words, "lane",
                        /* Translators: a number, not 1 */
                        NC_("lane", "%1$s events"), number, NULL);
}
