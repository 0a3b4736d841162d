/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-source-index.h"

G_BEGIN_DECLS

GtkWidget *tl_source_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

char *tl_source_row_fill (GtkWidget  *row,
                          TlTimeline *timeline,
                          guint32     source,
                          guint       n_carried) G_GNUC_WARN_UNUSED_RESULT;

char *tl_source_row_fill_carried (GtkWidget       *row,
                                  TlTimeline      *timeline,
                                  const TlCarried *carried) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
