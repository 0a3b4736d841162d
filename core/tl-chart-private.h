/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of a chart share.
 */
#pragma once

#include "tl-chart.h"
#include "tl-layout.h"

G_BEGIN_DECLS

/* Source notes of a chart. */
typedef struct
{
  GArray  *sources; /* of guint32: sources, in the order of their numbers */
  guint32 *numbers; /* for each source of the timeline, 0 for none */
} TlChartNotes;

void tl_chart_notes_init (TlChartNotes *notes,
                          TlTimeline   *timeline);

void tl_chart_notes_clear (TlChartNotes *notes);

gboolean tl_chart_notes_add_event (TlChartNotes    *notes,
                                   const TlDrawing *drawing,
                                   const TlEvent   *event);

guint tl_chart_notes_count_columns (double width);

double tl_chart_notes_get_height (const TlChartNotes *notes,
                                  double              width,
                                  double              limit);

guint tl_chart_notes_draw (const TlChartNotes *notes,
                           const TlDrawing    *drawing,
                           const TlRect       *area,
                           guint               first,
                           gboolean            counts_rest,
                           TlScene            *scene);

char *tl_chart_notes_to_text (const TlChartNotes *notes,
                              const TlDrawing    *drawing) G_GNUC_WARN_UNUSED_RESULT;

/* What there is in a chart that its legend explains. */
typedef struct
{
  guint   categories; /* a bit for each of the first 32 */
  guint   links;      /* a bit for each TlLinkKind */
  guint   has_period : 1;
  guint   has_soft : 1;
  guint   has_uncertain : 1;
  guint   has_arrow : 1;
  guint   has_torn : 1;
  guint   has_bracket : 1;
  guint   has_chain : 1;
  guint   has_hollow : 1;
  guint   has_alert : 1;
  guint   has_tie : 1;
  guint   has_fold : 1;
  guint   has_badge : 1;
} TlChartLegend;

TlChartLegend tl_chart_legend_find (const TlLayout  *layout,
                                    const TlDrawing *drawing,
                                    const TlAxis    *axis);

double tl_chart_legend_draw (const TlChartLegend *legend,
                             const TlDrawing     *drawing,
                             double               x,
                             double               y,
                             double               width,
                             TlScene             *scene);

G_END_DECLS
