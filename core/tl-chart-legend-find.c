/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chart-private.h"

#include "tl-event-sources.h"

/* What there is in a chart that its legend has to explain: what is drawn, and
 * nothing that the timeline only has. */

/* What a layout shows. */
typedef struct
{
  TlTimeline *timeline;
  gboolean   *has_event; /* for each event, whether it has a label */
  gboolean   *has_lane;  /* for each lane */
} Shown;

static void
shown_init (Shown           *shown,
            const TlLayout  *layout,
            const TlDrawing *drawing)
{
  guint n_placed, n_bands, n_events, n_lanes;
  const TlPlaced *placed = tl_layout_get_placed (layout, &n_placed);
  const TlLaneBand *bands = tl_layout_get_bands (layout, &n_bands);

  tl_timeline_get_events (drawing->timeline, &n_events);
  tl_timeline_get_lanes (drawing->timeline, &n_lanes);
  shown->timeline = drawing->timeline;
  shown->has_event = g_new0 (gboolean, MAX (n_events, 1));
  shown->has_lane = g_new0 (gboolean, MAX (n_lanes, 1));
  for (guint i = 0; i < n_placed; i++)
    shown->has_event[placed[i].event] = placed[i].label != TL_LABEL_NONE;
  for (guint i = 0; i < n_bands; i++)
    shown->has_lane[bands[i].lane] = TRUE;
}

static void
shown_clear (Shown *shown)
{
  g_free (shown->has_event);
  g_free (shown->has_lane);
}

static void
look_at_mark (TlChartLegend *legend,
              const TlMark  *mark,
              const TlDate  *date)
{
  gboolean is_bar = mark->kind == TL_MARK_BAR;
  gboolean fades = is_bar && (mark->left == TL_END_SOFT || mark->right == TL_END_SOFT);
  gboolean is_period = date->kind == TL_DATE_SINGLE && !mark->is_approximate;

  legend->has_bracket |= mark->kind == TL_MARK_BRACKET;
  legend->has_chain |= mark->kind == TL_MARK_CHAIN;
  legend->has_uncertain |= mark->is_uncertain;
  legend->has_period |= fades && is_period;
  legend->has_soft |= (fades && !is_period) || (!is_bar && mark->is_approximate);
  legend->has_arrow |= mark->kind != TL_MARK_DISC && (mark->left == TL_END_ARROW || mark->right == TL_END_ARROW);
  legend->has_torn |= mark->kind != TL_MARK_DISC && (mark->left == TL_END_TORN || mark->right == TL_END_TORN);
}

static void
look_at_links (TlChartLegend *legend,
               const Shown   *shown,
               const TlEvent *event)
{
  const TlLink *links = tl_timeline_get_links (shown->timeline, event->links);

  for (guint i = 0; i < event->links.count; i++)
    {
      if (!shown->has_event[links[i].to])
        continue;
      legend->links |= 1u << links[i].kind;
      legend->has_alert |= links[i].status == TL_STATUS_DENIED || links[i].status == TL_STATUS_DISPUTED;
    }
}

static void
look_at_event (TlChartLegend *legend,
               const Shown   *shown,
               const TlEvent *event)
{
  const guint32 *actors = tl_timeline_get_indices (shown->timeline, event->actors);
  const TlActor *all = tl_timeline_get_actors (shown->timeline, NULL);
  guint32 own = tl_timeline_get_event_lane (shown->timeline, event);

  if (event->category < TL_CHART_MAX_CATEGORIES)
    legend->categories[event->category / 32] |= 1u << event->category % 32;
  legend->has_hollow |= !tl_event_has_sources (shown->timeline, event);
  legend->has_alert |= event->differences.count > 0;
  for (guint i = 1; i < event->actors.count; i++)
    {
      guint32 lane = all[actors[i]].lane;

      legend->has_tie |= lane != TL_NONE && lane != own && shown->has_lane[lane];
    }
}

/**
 * tl_chart_legend_find:
 * @layout: a layout
 * @drawing: what is drawn
 * @axis: the axis of the layout
 *
 * Returns: what there is to explain in what the layout shows
 */
TlChartLegend
tl_chart_legend_find (const TlLayout  *layout,
                      const TlDrawing *drawing,
                      const TlAxis    *axis)
{
  TlChartLegend legend = { 0 };
  guint n_placed, n_badges, n_spans;
  const TlPlaced *placed = tl_layout_get_placed (layout, &n_placed);
  const TlEvent *events = tl_timeline_get_events (drawing->timeline, NULL);
  const TlAxisSpan *spans = tl_axis_get_spans (axis, &n_spans);
  Shown shown;

  shown_init (&shown, layout, drawing);
  for (guint i = 0; i < n_placed; i++)
    if (shown.has_event[placed[i].event])
      {
        look_at_mark (&legend, &placed[i].mark, &events[placed[i].event].when);
        look_at_event (&legend, &shown, &events[placed[i].event]);
        look_at_links (&legend, &shown, &events[placed[i].event]);
      }
  shown_clear (&shown);

  for (guint i = 0; i < n_spans; i++)
    legend.has_fold |= spans[i].kind == TL_SPAN_FOLD;
  tl_layout_get_badges (layout, &n_badges);
  legend.has_badge = n_badges > 0;

  return legend;
}
