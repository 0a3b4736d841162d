/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_BOOKMARK_ROW (tl_bookmark_row_get_type ())

G_DECLARE_FINAL_TYPE (TlBookmarkRow, tl_bookmark_row, TL, BOOKMARK_ROW, GtkWidget)

GtkWidget *tl_bookmark_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_bookmark_row_set_text (TlBookmarkRow *self,
                               const char    *name,
                               const char    *time);

void tl_bookmark_row_edit (TlBookmarkRow *self);

G_END_DECLS
