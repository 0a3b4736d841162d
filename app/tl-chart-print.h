/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-chart-request.h"

G_BEGIN_DECLS

GtkPrintOperation *tl_chart_print_new (const TlChartRequest *request,
                                       TlTimeline           *timeline) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
