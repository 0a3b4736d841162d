/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-filter-private.h"

#include "tl-event-sources.h"
#include "tl-filter-choices.h"

/* Which events of a timeline meet the conditions. */

/* What is quickly found out first. */
static const TlCondition by_cost[] = {
  TL_CONDITION_EVENT,  TL_CONDITION_CATEGORY, TL_CONDITION_CONTEXT, TL_CONDITION_DIFFERING,
  TL_CONDITION_FROM,   TL_CONDITION_LANE,     TL_CONDITION_ACTOR,   TL_CONDITION_STATUS,
  TL_CONDITION_SOURCE, TL_CONDITION_SEARCH,
};

/**
 * tl_filter_count_parts:
 * @timeline: a timeline
 * @condition: a condition
 *
 * Returns: how many choices it has
 */
guint
tl_filter_count_parts (TlTimeline *timeline,
                       TlCondition condition)
{
  g_autoptr (GArray) choices = NULL;
  guint n_parts;

  if (condition == TL_CONDITION_EVENT)
    {
      tl_timeline_get_events (timeline, &n_parts);
      return n_parts;
    }
  choices = tl_filter_list_choices (timeline, condition);

  return choices->len;
}

/* One more than there are: a condition that names nothing that is there is
 * still one, and leaves nothing. */
static void
mark (TlFilterTest      *test,
      TlCondition        condition,
      const char *const *values)
{
  guint32 part;

  test->marks[condition] = g_malloc0 (tl_filter_count_parts (test->timeline, condition) + 1);
  for (; *values != NULL; values++)
    if (tl_filter_find_part (test->timeline, condition, *values, &part))
      test->marks[condition][part] = TRUE;
}

/**
 * tl_filter_test_init:
 * @test: (out caller-allocates): what to set up
 * @filter: conditions
 * @timeline: (transfer none): what they are for; outlives @test
 */
void
tl_filter_test_init (TlFilterTest   *test,
                     const TlFilter *filter,
                     TlTimeline     *timeline)
{
  *test = (TlFilterTest){ .timeline = timeline };
  for (guint i = 0; i < TL_N_CONDITIONS; i++)
    {
      const char *const *values = tl_filter_get (filter, i);

      if (values[0] == NULL)
        continue;

      test->conditions |= 1u << i;
      if (i == TL_CONDITION_STATUS)
        for (guint k = 0; values[k] != NULL; k++)
          test->statuses |= 1u << tl_vocabulary_find (&tl_status_words, values[k]);
      else if (i == TL_CONDITION_CONTEXT)
        test->is_context = g_str_equal (values[0], TL_FILTER_CONTEXT_ONLY);
      else if (i == TL_CONDITION_SEARCH)
        test->search = tl_search_new (values[0]);
      else if (tl_condition_get_info (i)->values == TL_VALUES_MANY)
        mark (test, i, values);
    }
  /* Claims without a status are none that can be asked for. */
  test->statuses &= ~(1u << TL_STATUS_NONE);

  /* The two ends are one stretch of time. */
  if (filter->has_window)
    {
      test->window = filter->window;
      test->conditions &= ~(1u << TL_CONDITION_TO);
      test->conditions |= 1u << TL_CONDITION_FROM;
    }
}

/**
 * tl_filter_test_clear:
 * @test: what has been set up
 */
void
tl_filter_test_clear (TlFilterTest *test)
{
  for (guint i = 0; i < TL_N_CONDITIONS; i++)
    g_free (test->marks[i]);
  g_clear_pointer (&test->search, tl_search_free);
}

static gboolean
has_actor (const TlFilterTest *test,
           const TlEvent      *event)
{
  const guint32 *actors = tl_timeline_get_indices (test->timeline, event->actors);

  for (guint i = 0; i < event->actors.count; i++)
    if (test->marks[TL_CONDITION_ACTOR][actors[i]])
      return TRUE;

  return FALSE;
}

static gboolean
has_status (const TlFilterTest *test,
            const TlEvent      *event)
{
  const TlClaim *claims = tl_timeline_get_claims (test->timeline, event->claims);

  for (guint i = 0; i < event->claims.count; i++)
    if ((test->statuses & 1u << claims[i].status) != 0)
      return TRUE;

  return FALSE;
}

typedef struct
{
  const guint8 *marks;
  gboolean      is_found;
} SourceVisit;

static gboolean
find_source_cb (TlCarriedKind     kind,
                guint32           part,
                const TlCitation *citations,
                guint             n_citations,
                gpointer          data)
{
  SourceVisit *visit = data;

  for (guint i = 0; i < n_citations && !visit->is_found; i++)
    visit->is_found = visit->marks[citations[i].source] != 0;

  return visit->is_found;
}

static gboolean
has_source (const TlFilterTest *test,
            const TlEvent      *event)
{
  SourceVisit visit = { test->marks[TL_CONDITION_SOURCE], FALSE };

  tl_event_visit_citations (test->timeline, event, find_source_cb, &visit);

  return visit.is_found;
}

/* Those without one come after all that there are. */
static gboolean
has_category (const TlFilterTest *test,
              const TlEvent      *event)
{
  guint n_categories;

  tl_timeline_get_categories (test->timeline, &n_categories);

  return test->marks[TL_CONDITION_CATEGORY][event->category != TL_NONE ? event->category : n_categories] != 0;
}

/**
 * tl_filter_test_meets:
 * @test: what has been set up
 * @condition: a condition that has values
 * @event: an event of the timeline
 *
 * Returns: whether it meets that condition
 */
gboolean
tl_filter_test_meets (const TlFilterTest *test,
                      TlCondition         condition,
                      guint32             event)
{
  const TlEvent *of = &tl_timeline_get_events (test->timeline, NULL)[event];

  switch ((int) condition)
    {
    case TL_CONDITION_LANE:
      return test->marks[condition][tl_timeline_get_event_lane (test->timeline, of)] != 0;

    case TL_CONDITION_ACTOR:
      return has_actor (test, of);

    case TL_CONDITION_CATEGORY:
      return has_category (test, of);

    case TL_CONDITION_STATUS:
      return has_status (test, of);

    case TL_CONDITION_SOURCE:
      return has_source (test, of);

    case TL_CONDITION_DIFFERING:
      return of->differences.count > 0;

    case TL_CONDITION_CONTEXT:
      return (of->context != 0) == test->is_context;

    case TL_CONDITION_FROM:
    case TL_CONDITION_TO:
      return tl_date_meets (&of->when, &test->window);

    case TL_CONDITION_SEARCH:
      return tl_search_matches (test->search, test->timeline, of);

    case TL_CONDITION_EVENT:
    default:
      return test->marks[TL_CONDITION_EVENT][event] != 0;
    }
}

static gboolean
meets_all (const TlFilterTest *test,
           guint32             event)
{
  for (gsize i = 0; i < G_N_ELEMENTS (by_cost); i++)
    if ((test->conditions & 1u << by_cost[i]) != 0 && !tl_filter_test_meets (test, by_cost[i], event))
      return FALSE;

  return TRUE;
}

/**
 * tl_filter_apply:
 * @self: conditions whose values are ids
 * @timeline: a timeline
 *
 * An event is in the lane of its first actor. It is in a stretch of time
 * where its date, taken as widely as it may be, overlaps it. What @timeline
 * does not have, no event has.
 *
 * Returns: (transfer full) (element-type guint32): the indices of the events
 *   that meet all conditions, in the timeline's order
 */
GArray *
tl_filter_apply (const TlFilter *self,
                 TlTimeline     *timeline)
{
  g_auto (TlFilterTest) test = { 0 };
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_events;

  g_return_val_if_fail (TL_IS_TIMELINE (timeline), shown);

  tl_timeline_get_events (timeline, &n_events);
  tl_filter_test_init (&test, self, timeline);
  for (guint32 i = 0; i < n_events; i++)
    if (meets_all (&test, i))
      g_array_append_val (shown, i);

  return shown;
}
