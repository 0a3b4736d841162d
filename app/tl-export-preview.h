/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-chart-job.h"

G_BEGIN_DECLS

#define TL_TYPE_EXPORT_PREVIEW (tl_export_preview_get_type ())

G_DECLARE_FINAL_TYPE (TlExportPreview, tl_export_preview, TL, EXPORT_PREVIEW, GtkWidget)

GtkWidget *tl_export_preview_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;

void tl_export_preview_show (TlExportPreview      *self,
                             TlTimeline           *timeline,
                             const TlChartRequest *request,
                             TlExportFormat        format);

TlChartJob *tl_export_preview_get_chart (TlExportPreview *self);

gboolean tl_export_preview_is_drawing (TlExportPreview *self);

GtkWidget *tl_export_preview_get_page (TlExportPreview *self);

GdkPaintable *tl_export_preview_make_icon (TlExportPreview *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
