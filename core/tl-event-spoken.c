/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-event-spoken.h"

#include "tl-event-sources.h"
#include "tl-lane-words.h"

#include <glib/gi18n-lib.h>

/* What is said of an event to those who hear it, or see it in a list. */

static char *
say_count (const TlWords *words,
           guint          count,
           const char    *one,
           const char    *many)
{
  g_autofree char *number = g_strdup_printf ("%u", count);

  return tl_words_fill (words, "event", count == 1 ? one : many, number, NULL);
}

/**
 * tl_event_dup_source_count:
 * @timeline: a timeline
 * @event: one of its events
 * @words: (nullable): the language
 *
 * Returns: (transfer full): how many sources are named for it, in words
 */
char *
tl_event_dup_source_count (TlTimeline    *timeline,
                           const TlEvent *event,
                           const TlWords *words)
{
  guint n_sources = tl_event_count_sources (timeline, event);

  if (n_sources == 0)
    return g_strdup (tl_words_get (words, "event", NC_("event", "no source")));

  return say_count (words, n_sources, NC_("event", "%1$s source"), NC_("event", "%1$s sources"));
}

static void
append_part (GString       *name,
             const TlWords *words,
             const char    *part)
{
  /* Translators: between the parts of a sentence that is read out, as in
   * Gate closes, 12 June 2025, Port, 5 sources */
  g_string_append (name, tl_words_get (words, "spoken event", NC_("spoken event", ", ")));
  g_string_append (name, part);
}

/**
 * tl_event_dup_spoken_name:
 * @timeline: a timeline
 * @event: one of its events
 * @position: its place among those that it is shown with, from 0
 * @n: how many those are; 0 to leave its place out
 * @words: (nullable): the language
 *
 * Returns: (transfer full): what a screen reader says of it: title, date,
 *   lane, category, number of sources, whether they differ, and its place
 */
char *
tl_event_dup_spoken_name (TlTimeline    *timeline,
                          guint32        event,
                          guint          position,
                          guint          n,
                          const TlWords *words)
{
  const TlEvent *part = &tl_timeline_get_events (timeline, NULL)[event];
  const TlLane *lane = &tl_timeline_get_lanes (timeline, NULL)[tl_timeline_get_event_lane (timeline, part)];
  g_autofree char *date = tl_timeline_get_event_date_words (timeline, part, words);
  g_autofree char *sources = tl_event_dup_source_count (timeline, part, words);
  GString *name = g_string_new (tl_timeline_get_text (timeline, part->title));

  append_part (name, words, date);
  if (lane->name != 0)
    append_part (name, words, tl_lane_get_name (timeline, lane, words));
  if (part->category != TL_NONE)
    append_part (name, words,
                 tl_timeline_get_text (timeline, tl_timeline_get_categories (timeline, NULL)[part->category].name));
  append_part (name, words, sources);
  if (part->differences.count > 0)
    append_part (name, words, tl_event_get_differ_words (words));
  if (n > 0)
    {
      g_autofree char *at = g_strdup_printf ("%u", position + 1);
      g_autofree char *all = g_strdup_printf ("%u", n);
      g_autofree char *place = tl_words_fill (words, "spoken event",
                                              /* Translators: the place of an event among all, as in 14 of 34 */
                                              NC_("spoken event", "%1$s of %2$s"), at, all, NULL);

      append_part (name, words, place);
    }

  return g_string_free (name, FALSE);
}

/**
 * tl_event_dup_independent:
 * @timeline: a timeline
 * @event: one of its events
 * @words: (nullable): the language
 *
 * Returns: (transfer full): how many independent sources it has, in words
 */
char *
tl_event_dup_independent (TlTimeline    *timeline,
                          const TlEvent *event,
                          const TlWords *words)
{
  g_autoptr (GArray) citations = tl_event_get_citations (timeline, event);
  guint n_sources = tl_timeline_count_independent (timeline, (gconstpointer) citations->data, citations->len);

  if (n_sources == 0)
    return g_strdup (tl_words_get (words, "event", NC_("event", "no source")));

  return say_count (words, n_sources, NC_("event", "%1$s independent source"),
                    NC_("event", "%1$s independent sources"));
}

/**
 * tl_event_get_differ_words:
 * @words: (nullable): the language
 *
 * Returns: (transfer none): what is said of an event that has differences
 */
const char *
tl_event_get_differ_words (const TlWords *words)
{
  return tl_words_get (words, "event", NC_("event", "sources differ"));
}
