/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-chart-job.h"

G_BEGIN_DECLS

char *tl_export_describe (TlChartJob    *chart,
                          TlExportFormat format) G_GNUC_WARN_UNUSED_RESULT;

char *tl_export_say_error (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

char *tl_export_find_folder (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

char *tl_export_make_name (TlTimeline    *timeline,
                           TlExportFormat format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
