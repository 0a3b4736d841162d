/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-chart.h"
#include "tl-chart-request.h"
#include "tl-text-pango.h"

G_BEGIN_DECLS

#define TL_CHART_ERROR (tl_chart_error_quark ())

typedef enum
{
  TL_CHART_ERROR_NOTHING, /* no event is left to be drawn */
  TL_CHART_ERROR_SELECT,  /* the event to be highlighted is none of those drawn */
} TlChartError;

GQuark tl_chart_error_quark (void);

/**
 * TlChartJob:
 *
 * A chart that is asked for, of one timeline: its pages are made when they
 * are first asked for, its files are written from them. Counts who holds it;
 * for one thread at a time.
 */
typedef struct _TlChartJob TlChartJob;

void tl_chart_settle_environment (void);

TlTextPango *tl_chart_job_begin_text (const TlChartRequest *request) G_GNUC_WARN_UNUSED_RESULT;

TlChartJob *tl_chart_job_new (const TlChartRequest *request,
                              TlTimeline           *timeline,
                              const char           *name,
                              TlTextPango          *text,
                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

TlChartJob *tl_chart_job_ref (TlChartJob *self);

void tl_chart_job_unref (TlChartJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChartJob, tl_chart_job_unref)

const TlChartRequest *tl_chart_job_get_request (const TlChartJob *self);

TlTimeline *tl_chart_job_get_timeline (const TlChartJob *self);

const TlWords *tl_chart_job_get_words (const TlChartJob *self);

const guint32 *tl_chart_job_get_events (const TlChartJob *self,
                                        guint            *n_events);

TlTextPango *tl_chart_job_get_text (TlChartJob *self);

const TlFilter *tl_chart_job_get_filter (const TlChartJob *self);

TlChartOptions tl_chart_job_get_chart_options (const TlChartJob *self);

void tl_chart_job_note_missing_font (TlChartJob *self,
                                     GPtrArray  *pages);

gboolean tl_chart_job_is_mirrored (const TlChartJob *self);

TlExportOptions tl_chart_job_get_export_options (const TlChartJob      *self,
                                                 TlExportFormat         format,
                                                 gboolean               replaces_any,
                                                 const TlWriteProgress *progress);

char *tl_chart_job_say_missing_font (const TlChartJob *self) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *tl_chart_job_get_pages (TlChartJob    *self,
                                   TlExportFormat format,
                                   GCancellable  *cancellable);

const TlChartReport *tl_chart_job_get_report (const TlChartJob *self,
                                              TlExportFormat    format);

char *tl_chart_job_to_text (const TlChartJob *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_chart_job_write (TlChartJob            *self,
                             TlExportFormat         format,
                             const char            *name,
                             gboolean               replaces_any,
                             const TlWriteProgress *progress,
                             GError               **error);

G_END_DECLS
