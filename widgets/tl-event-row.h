/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-theme.h"
#include "tl-timeline.h"

G_BEGIN_DECLS

GtkWidget *tl_event_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_event_row_fill (GtkWidget  *row,
                        TlTimeline *timeline,
                        guint32     event,
                        TlThemeKind theme);

G_END_DECLS
