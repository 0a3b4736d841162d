/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-chart-job.h"

G_BEGIN_DECLS

/**
 * TlDeckOptions:
 * @width: of a slide, in pixels as it is laid out; see tl-slide.h
 * @theme: its colours
 * @scale: PNG: pixels of the image for each of a slide of 1080 lines
 *
 * How the slides of a talk are made that are no part of a chart.
 */
typedef struct
{
  double      width;
  TlThemeKind theme;
  double      scale;
} TlDeckOptions;

GPtrArray *tl_deck_compose (TlChartJob          *chart,
                            const TlDeckOptions *options,
                            GPtrArray          **skipped) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_deck_write (TlChartJob            *chart,
                        GPtrArray             *slides,
                        const TlDeckOptions   *options,
                        TlExportFormat         format,
                        const char            *name,
                        gboolean               replaces_any,
                        const TlWriteProgress *progress,
                        GError               **error);

G_END_DECLS
