/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gdk/gdk.h>

#include "tl-chart-request.h"

G_BEGIN_DECLS

#define TL_TYPE_CHART_CONTENT (tl_chart_content_get_type ())

G_DECLARE_FINAL_TYPE (TlChartContent, tl_chart_content, TL, CHART_CONTENT, GdkContentProvider)

GdkContentProvider *tl_chart_content_new_for_copy (const TlChartRequest *request,
                                                   TlTimeline           *timeline) G_GNUC_WARN_UNUSED_RESULT;

GdkContentProvider *tl_chart_content_new_for_drag (const TlChartRequest *request,
                                                   TlTimeline           *timeline,
                                                   TlExportFormat        format,
                                                   const char           *file_name) G_GNUC_WARN_UNUSED_RESULT;

void tl_chart_content_remove_files (void);

G_END_DECLS
