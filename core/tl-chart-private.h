/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of a chart share.
 */
#pragma once

#include "tl-chart.h"
#include "tl-layout.h"

G_BEGIN_DECLS

/* From one source note to the next, in pixels. */
#define TL_CHART_NOTE_LINE 14.0

/* Source notes of a chart. */
typedef struct
{
  GArray  *sources; /* of guint32: sources, in the order of their numbers */
  guint32 *numbers; /* for each source of the timeline, 0 for none */
} TlChartNotes;

void tl_chart_notes_init (TlChartNotes *notes,
                          TlTimeline   *timeline);

void tl_chart_notes_reset (TlChartNotes *notes);

void tl_chart_notes_clear (TlChartNotes *notes);

guint32 tl_chart_notes_add (TlChartNotes *notes,
                            guint32       source);

void tl_chart_notes_add_event (TlChartNotes    *notes,
                               const TlDrawing *drawing,
                               const TlEvent   *event);

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

/* More categories than that have no entries: they would fill the page. */
#define TL_CHART_MAX_CATEGORIES 1024

/* What there is in a chart that its legend explains. */
typedef struct
{
  guint32 categories[TL_CHART_MAX_CATEGORIES / 32]; /* a bit for each */
  guint   links;                                    /* a bit for each TlLinkKind */
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

/* The lanes of one page. */
typedef struct
{
  double y; /* from the top of the first lane */
  double height;
} TlChartRow;

/* A chart that is being made. */
typedef struct
{
  TlDrawing             drawing;
  const TlChartOptions *options;
  TlAxis               *axis;
  TlLayout             *layout;
  TlChartNotes          notes;
  TlChartLegend         legend;
  GPtrArray            *pages;
  TlTextStyle           title_style;
  gboolean              has_title;    /* what a page that is too small does without */
  gboolean              has_subtitle;
  gboolean              has_foot;
  double                margin;
  double                width;  /* between the margins */
  double                title;  /* height of what stands above the axis */
  double                plot;   /* height of axis and lanes */
  double                legend_height;
  double                notes_height;
  guint                 n_columns; /* pages over which the axis runs */
  GArray               *rows;      /* of TlChartRow: pages over which the lanes go */
  guint                 next_note;
  double                final_plot;    /* what the layout has been made for; -1 for a draft */
  guint                 final_columns;
} TlChart;

double tl_chart_find_margin (const TlChartOptions *options);

const char *tl_chart_get_title (const TlChart *chart);

double tl_chart_draw_title (const TlChart *chart,
                            TlScene       *scene);

char *tl_chart_say_filter (const TlChart *chart) G_GNUC_WARN_UNUSED_RESULT;

double tl_chart_get_foot_height (const TlChart *chart);

void tl_chart_draw_foot (const TlChart *chart,
                         TlScene       *scene);

G_END_DECLS
