/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-event-sources.h"

/* Who is named for an event, wherever that stands in it. */

typedef struct
{
  TlTimeline     *timeline;
  TlCitationVisit visit;
  gpointer        data;
} Walk;

static gboolean
walk_range (const Walk    *walk,
            TlCarriedKind  kind,
            guint32        part,
            TlRange        range)
{
  return range.count > 0
         && walk->visit (kind, part, tl_timeline_get_citations (walk->timeline, range), range.count, walk->data);
}

static gboolean
walk_figures (const Walk *walk,
              TlRange     range)
{
  const TlFigure *figures = tl_timeline_get_figures (walk->timeline, range);

  for (guint i = 0; i < range.count; i++)
    if (walk_range (walk, TL_CARRIED_FIGURE, range.first + i, figures[i].citations))
      return TRUE;

  return FALSE;
}

static gboolean
walk_claims (const Walk *walk,
             TlRange     range)
{
  const TlClaim *claims = tl_timeline_get_claims (walk->timeline, range);

  for (guint i = 0; i < range.count; i++)
    if (walk_range (walk, TL_CARRIED_CLAIM, range.first + i, claims[i].citations)
        || walk_figures (walk, claims[i].figures))
      return TRUE;

  return FALSE;
}

static gboolean
walk_sides (const Walk *walk,
            TlRange     range)
{
  const TlSide *sides = tl_timeline_get_sides (walk->timeline, range);

  for (guint i = 0; i < range.count; i++)
    if (walk_range (walk, TL_CARRIED_SIDE, range.first + i, sides[i].citations))
      return TRUE;

  return FALSE;
}

static gboolean
walk_differences (const Walk *walk,
                  TlRange     range)
{
  const TlDifference *differences = tl_timeline_get_differences (walk->timeline, range);

  for (guint i = 0; i < range.count; i++)
    if (walk_sides (walk, differences[i].sides)
        || walk_range (walk, TL_CARRIED_SETTLED, range.first + i, differences[i].settled_citations))
      return TRUE;

  return FALSE;
}

static gboolean
walk_links (const Walk *walk,
            TlRange     range)
{
  const TlLink *links = tl_timeline_get_links (walk->timeline, range);

  for (guint i = 0; i < range.count; i++)
    if (walk_range (walk, TL_CARRIED_LINK, range.first + i, links[i].citations))
      return TRUE;

  return FALSE;
}

/* All but what is said about its links. */
static gboolean
walk_event (const Walk    *walk,
            const TlEvent *event)
{
  return walk_claims (walk, event->claims)
         || walk_figures (walk, event->figures)
         || walk_range (walk, TL_CARRIED_DATE, TL_NONE, event->dated_by)
         || walk_differences (walk, event->differences);
}

/**
 * tl_event_visit_citations:
 * @timeline: a timeline
 * @event: one of its events
 * @visit: called for each of its parts that names somebody; returns %TRUE to
 *   be called no more
 * @data: passed to @visit
 *
 * Tells who is named for its claims, figures, date, differences and links,
 * in that order.
 */
void
tl_event_visit_citations (TlTimeline     *timeline,
                          const TlEvent  *event,
                          TlCitationVisit visit,
                          gpointer        data)
{
  const Walk walk = { timeline, visit, data };

  if (!walk_event (&walk, event))
    walk_links (&walk, event->links);
}

static gboolean
gather_cb (TlCarriedKind     kind,
           guint32           part,
           const TlCitation *citations,
           guint             n_citations,
           gpointer          data)
{
  g_array_append_vals (data, citations, n_citations);

  return FALSE;
}

/**
 * tl_event_get_citations:
 * @timeline: a timeline
 * @event: one of its events
 *
 * Returns: (transfer full) (element-type TlCitation): who is named for its
 *   claims, figures, date and differences, in that order; some more than once
 */
GArray *
tl_event_get_citations (TlTimeline    *timeline,
                        const TlEvent *event)
{
  GArray *citations = g_array_new (FALSE, FALSE, sizeof (TlCitation));
  const Walk walk = { timeline, gather_cb, citations };

  walk_event (&walk, event);

  return citations;
}

static gboolean
stop_cb (TlCarriedKind     kind,
         guint32           part,
         const TlCitation *citations,
         guint             n_citations,
         gpointer          data)
{
  return TRUE;
}

/**
 * tl_event_has_sources:
 * @timeline: a timeline
 * @event: one of its events
 *
 * Returns: whether anybody is named for anything about it
 */
gboolean
tl_event_has_sources (TlTimeline    *timeline,
                      const TlEvent *event)
{
  const Walk walk = { timeline, stop_cb, NULL };

  return walk_event (&walk, event);
}

/**
 * tl_event_count_sources:
 * @timeline: a timeline
 * @event: one of its events
 *
 * Returns: how many different sources are named for its claims, figures,
 *   date and differences, whether or not they depend on each other
 */
guint
tl_event_count_sources (TlTimeline    *timeline,
                        const TlEvent *event)
{
  g_autoptr (GArray) citations = tl_event_get_citations (timeline, event);
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < citations->len; i++)
    g_hash_table_add (sources, GUINT_TO_POINTER (g_array_index (citations, TlCitation, i).source));

  return g_hash_table_size (sources);
}

typedef struct
{
  guint8 *is_named; /* a byte for each source */
  guint   n_named;
} Naming;

static gboolean
name_cb (TlCarriedKind     kind,
         guint32           part,
         const TlCitation *citations,
         guint             n_citations,
         gpointer          data)
{
  Naming *naming = data;

  for (guint i = 0; i < n_citations; i++)
    {
      naming->n_named += !naming->is_named[citations[i].source];
      naming->is_named[citations[i].source] = TRUE;
    }

  return FALSE;
}

/**
 * tl_events_count_sources:
 * @timeline: a timeline
 * @events: (array length=n_events): some of its events
 * @n_events: their number
 *
 * Returns: how many different sources are named for anything about them,
 *   their links among it
 */
guint
tl_events_count_sources (TlTimeline    *timeline,
                         const guint32 *events,
                         guint          n_events)
{
  const TlEvent *all = tl_timeline_get_events (timeline, NULL);
  g_autofree guint8 *is_named = NULL;
  Naming naming = { NULL, 0 };
  guint n_sources;

  tl_timeline_get_sources (timeline, &n_sources);
  naming.is_named = is_named = g_malloc0 (n_sources + 1);
  for (guint i = 0; i < n_events; i++)
    tl_event_visit_citations (timeline, &all[events[i]], name_cb, &naming);

  return naming.n_named;
}
