/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-chart-job.h"

G_BEGIN_DECLS

gboolean tl_handout_write (TlChartJob            *chart,
                           const TlExportSize    *size,
                           TlThemeKind            theme,
                           const char            *name,
                           gboolean               replaces_any,
                           const TlWriteProgress *progress,
                           GError               **error);

G_END_DECLS
