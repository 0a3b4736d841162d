/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-filter-count.h"

#include "tl-event-sources.h"
#include "tl-filter-private.h"

/* The conditions whose choices are counted. */
static const TlCondition counted[] = {
  TL_CONDITION_LANE,   TL_CONDITION_ACTOR,     TL_CONDITION_CATEGORY, TL_CONDITION_STATUS,
  TL_CONDITION_SOURCE, TL_CONDITION_DIFFERING, TL_CONDITION_CONTEXT,
};

struct _TlFilterCounts
{
  guint *numbers[TL_N_CONDITIONS]; /* (nullable): for each choice */
};

/* Counting. An event may name an actor or a source more than once: @seen is
 * for each choice one more than the last event that was counted there. */
typedef struct
{
  TlFilterCounts *counts;
  TlTimeline     *timeline;
  guint32        *seen[TL_N_CONDITIONS];
  guint32         event;
} Counting;

static void
count_once (Counting   *counting,
            TlCondition condition,
            guint       choice)
{
  guint32 *seen = &counting->seen[condition][choice];

  if (*seen == counting->event + 1)
    return;

  *seen = counting->event + 1;
  counting->counts->numbers[condition][choice]++;
}

static gboolean
count_sources_cb (TlCarriedKind     kind,
                  guint32           part,
                  const TlCitation *citations,
                  guint             n_citations,
                  gpointer          data)
{
  for (guint i = 0; i < n_citations; i++)
    count_once (data, TL_CONDITION_SOURCE, citations[i].source);

  return FALSE;
}

static void
count_event (Counting   *counting,
             TlCondition condition)
{
  TlTimeline *timeline = counting->timeline;
  const TlEvent *event = &tl_timeline_get_events (timeline, NULL)[counting->event];
  const guint32 *actors = tl_timeline_get_indices (timeline, event->actors);
  const TlClaim *claims = tl_timeline_get_claims (timeline, event->claims);
  guint n_categories;

  switch ((int) condition)
    {
    case TL_CONDITION_LANE:
      count_once (counting, condition, tl_timeline_get_event_lane (timeline, event));
      break;

    case TL_CONDITION_ACTOR:
      for (guint i = 0; i < event->actors.count; i++)
        count_once (counting, condition, actors[i]);
      break;

    case TL_CONDITION_CATEGORY:
      tl_timeline_get_categories (timeline, &n_categories);
      count_once (counting, condition, event->category != TL_NONE ? event->category : n_categories);
      break;

    case TL_CONDITION_STATUS:
      for (guint i = 0; i < event->claims.count; i++)
        if (claims[i].status != TL_STATUS_NONE)
          count_once (counting, condition, claims[i].status - 1u);
      break;

    case TL_CONDITION_SOURCE:
      tl_event_visit_citations (timeline, event, count_sources_cb, counting);
      break;

    case TL_CONDITION_DIFFERING:
      if (event->differences.count > 0)
        count_once (counting, condition, 0);
      break;

    case TL_CONDITION_CONTEXT:
    default:
      count_once (counting, TL_CONDITION_CONTEXT, event->context ? 0 : 1);
      break;
    }
}

/* Returns how many conditions @event does not meet, and one of them; no more
 * than two are looked for. */
static guint
count_failed (const TlFilterTest *test,
              guint32             event,
              TlCondition        *failed)
{
  guint n_failed = 0;

  for (guint i = 0; i < TL_N_CONDITIONS && n_failed < 2; i++)
    if ((test->conditions & 1u << i) != 0 && !tl_filter_test_meets (test, i, event))
      {
        *failed = i;
        n_failed++;
      }

  return n_failed;
}

static void
prepare (Counting *counting)
{
  for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      guint n_choices = counted[i] == TL_CONDITION_DIFFERING ? 1 : tl_filter_count_parts (counting->timeline, counted[i]);

      counting->counts->numbers[counted[i]] = g_new0 (guint, n_choices + 1);
      counting->seen[counted[i]] = g_new0 (guint32, n_choices + 1);
    }
}

/**
 * tl_filter_count:
 * @filter: conditions whose values are ids
 * @timeline: a timeline
 *
 * Returns: (transfer full): how many events there are of each choice
 */
TlFilterCounts *
tl_filter_count (const TlFilter *filter,
                 TlTimeline     *timeline)
{
  Counting counting = { g_new0 (TlFilterCounts, 1), timeline, { NULL }, 0 };
  g_auto (TlFilterTest) test = { 0 };
  guint n_events;

  tl_timeline_get_events (timeline, &n_events);
  tl_filter_test_init (&test, filter, timeline);
  prepare (&counting);

  for (counting.event = 0; counting.event < n_events; counting.event++)
    {
      TlCondition failed = TL_N_CONDITIONS;
      guint n_failed = count_failed (&test, counting.event, &failed);

      for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
        if (n_failed == 0 || (n_failed == 1 && failed == counted[i]))
          count_event (&counting, counted[i]);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
    g_free (counting.seen[counted[i]]);

  return counting.counts;
}

/**
 * tl_filter_counts_free:
 * @self: (transfer full): counts
 */
void
tl_filter_counts_free (TlFilterCounts *self)
{
  for (guint i = 0; i < TL_N_CONDITIONS; i++)
    g_free (self->numbers[i]);
  g_free (self);
}

/**
 * tl_filter_counts_get:
 * @self: counts
 * @condition: a condition that has choices; not that of events
 * @choice: the place of one among those of tl_filter_list_choices(); 0 for
 *   a condition that is there or not
 *
 * Returns: how many events there are of it
 */
guint
tl_filter_counts_get (const TlFilterCounts *self,
                      TlCondition           condition,
                      guint                 choice)
{
  g_return_val_if_fail (self->numbers[condition] != NULL, 0);

  return self->numbers[condition][choice];
}
