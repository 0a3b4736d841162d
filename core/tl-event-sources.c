/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-event-sources.h"

/* Who is named for an event, wherever that stands in it. */

/* Returns TRUE to be given no more. */
typedef gboolean (*Visit) (const TlCitation *citations,
                           guint             n_citations,
                           gpointer          data);

static gboolean
visit_range (TlTimeline *timeline,
             TlRange     range,
             Visit       visit,
             gpointer    data)
{
  return range.count > 0 && visit (tl_timeline_get_citations (timeline, range), range.count, data);
}

static gboolean
visit_figures (TlTimeline *timeline,
               TlRange     range,
               Visit       visit,
               gpointer    data)
{
  const TlFigure *figures = tl_timeline_get_figures (timeline, range);

  for (guint i = 0; i < range.count; i++)
    if (visit_range (timeline, figures[i].citations, visit, data))
      return TRUE;

  return FALSE;
}

static gboolean
visit_claims (TlTimeline *timeline,
              TlRange     range,
              Visit       visit,
              gpointer    data)
{
  const TlClaim *claims = tl_timeline_get_claims (timeline, range);

  for (guint i = 0; i < range.count; i++)
    if (visit_range (timeline, claims[i].citations, visit, data)
        || visit_figures (timeline, claims[i].figures, visit, data))
      return TRUE;

  return FALSE;
}

static gboolean
visit_differences (TlTimeline *timeline,
                   TlRange     range,
                   Visit       visit,
                   gpointer    data)
{
  const TlDifference *differences = tl_timeline_get_differences (timeline, range);

  for (guint i = 0; i < range.count; i++)
    {
      const TlSide *sides = tl_timeline_get_sides (timeline, differences[i].sides);

      for (guint k = 0; k < differences[i].sides.count; k++)
        if (visit_range (timeline, sides[k].citations, visit, data))
          return TRUE;
      if (visit_range (timeline, differences[i].settled_citations, visit, data))
        return TRUE;
    }

  return FALSE;
}

static gboolean
visit_all (TlTimeline    *timeline,
           const TlEvent *event,
           Visit          visit,
           gpointer       data)
{
  return visit_claims (timeline, event->claims, visit, data)
         || visit_figures (timeline, event->figures, visit, data)
         || visit_range (timeline, event->dated_by, visit, data)
         || visit_differences (timeline, event->differences, visit, data);
}

static gboolean
gather_cb (const TlCitation *citations,
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

  visit_all (timeline, event, gather_cb, citations);

  return citations;
}

static gboolean
stop_cb (const TlCitation *citations,
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
  return visit_all (timeline, event, stop_cb, NULL);
}
