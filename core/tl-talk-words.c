/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-words.h"

#include "tl-axis-words.h"
#include "tl-edtf.h"

#include <math.h>

/* When that was what a step of a talk is about. */

#define SEPARATOR " · "

/* From the first to the last of several events, of all where there are none. */
static char *
say_range (TlTimeline    *timeline,
           const TlAxis  *axis,
           const guint32 *events,
           guint          n_events,
           const TlWords *words)
{
  const TlEvent *all = tl_timeline_get_events (timeline, NULL);
  double start = INFINITY, end = -INFINITY;

  if (n_events == 0)
    {
      start = 0;
      end = tl_axis_get_length (axis);
    }
  for (guint i = 0; i < n_events; i++)
    {
      double from, to;

      if (!tl_axis_get_extent (axis, &all[events[i]].when, &from, &to))
        continue;
      start = MIN (start, from);
      end = MAX (end, to);
    }

  return start <= end ? tl_axis_say_range (axis, start, end, words) : NULL;
}

/**
 * tl_talk_step_dup_date:
 * @timeline: the timeline of a talk
 * @step: one of its steps
 * @axis: that of the events that are shown
 * @words: (nullable): the language
 *
 * When it was: of one event with what it is, of several from when to when.
 * What stands out is dated, but for a step about the whole.
 *
 * Returns: (transfer full) (nullable): that, in words
 */
char *
tl_talk_step_dup_date (TlTimeline       *timeline,
                       const TlTalkStep *step,
                       const TlAxis     *axis,
                       const TlWords    *words)
{
  guint n_events;
  const guint32 *events = tl_talk_step_get_subjects (step, &n_events);
  const TlEvent *event;
  const char *category;
  g_autofree char *date = NULL;

  if (step->has_window)
    {
      const char *window = tl_timeline_get_text (timeline, tl_timeline_get_steps (timeline, NULL)[step->step].window_text);

      return tl_edtf_to_words (window, words);
    }
  if (step->n_events == 0 || n_events != 1)
    return say_range (timeline, axis, events, step->n_events == 0 ? 0 : n_events, words);

  event = &tl_timeline_get_events (timeline, NULL)[events[0]];
  date = tl_timeline_get_event_date_words (timeline, event, words);
  if (event->category == TL_NONE || date == NULL)
    return g_steal_pointer (&date);
  category = tl_timeline_get_text (timeline, tl_timeline_get_categories (timeline, NULL)[event->category].name);

  return category != NULL ? g_strconcat (date, SEPARATOR, category, NULL) : g_steal_pointer (&date);
}
