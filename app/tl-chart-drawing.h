/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gdk/gdk.h>

#include "tl-chart-job.h"

G_BEGIN_DECLS

void tl_chart_draw_async (const TlChartRequest *request,
                          TlTimeline           *timeline,
                          const char           *name,
                          TlExportFormat        format,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data);

TlChartJob *tl_chart_draw_finish (GAsyncResult *result,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;

void tl_chart_paint_async (TlChartJob         *chart,
                           TlScene            *page,
                           double              scale,
                           GAsyncReadyCallback callback,
                           gpointer            user_data);

GdkPaintable *tl_chart_paint_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
