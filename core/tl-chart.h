/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-axis.h"
#include "tl-filter.h"
#include "tl-scene.h"
#include "tl-theme.h"
#include "tl-words.h"

G_BEGIN_DECLS

/* What of a chart has found no room. */
typedef struct
{
  guint n_events;  /* without a label of their own */
  guint n_sources; /* of those that would be noted */
} TlChartReport;

/* A chart: a page that stands by itself, with title, legend and source
 * notes. */

typedef struct
{
  double         width;      /* of the page, in pixels */
  double         height;     /* 0: as high as the content needs */
  double         room_below; /* what a page of a given height has besides, for somebody else to draw there */
  TlThemeKind    theme;
  TlAxisMode     axis;
  const TlDate  *window;     /* (nullable): only this stretch of time */
  const guint32 *events;     /* those to show, in the timeline's order */
  guint          n_events;
  const TlFilter *filter;    /* (nullable): what has left these events, to be said; values are ids */
  guint32        selected;   /* event that is highlighted with its links, or TL_NONE */
  const char    *title;      /* (nullable): instead of the timeline's */
  const TlWords *words;      /* (nullable): the language of what is not from the timeline */
  guint          is_transparent : 1; /* no background */
  guint          is_rtl : 1;         /* mirrored */
  guint          no_title : 1;
  guint          no_legend : 1;
  guint          no_sources : 1;
  guint          no_as_of : 1;
  guint          no_numbers : 1;   /* of pages */
  guint          in_pages : 1;     /* as many pages as it takes for every event to have its label */
  guint          notes_pages : 1;  /* source notes without room go to further pages */
  GCancellable  *cancellable;      /* (nullable): makes an end of it; what is there by then is no whole chart */
  TlChartReport *report;           /* (nullable): to be filled */
} TlChartOptions;

GPtrArray *tl_chart_compose (TlTimeline           *timeline,
                             const TlChartOptions *options,
                             const TlTextMeasure  *measure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
