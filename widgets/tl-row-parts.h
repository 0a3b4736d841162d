/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tl_row_label_new (const char *style) G_GNUC_WARN_UNUSED_RESULT;

GtkWidget *tl_row_frame_new (GtkWidget *content) G_GNUC_WARN_UNUSED_RESULT;

GtkWidget *tl_row_frame_get_content (GtkWidget *frame);

G_END_DECLS
