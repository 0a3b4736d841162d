/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-bookmarks.h"

G_BEGIN_DECLS

#define TL_TYPE_BOOKMARK_LIST (tl_bookmark_list_get_type ())

G_DECLARE_FINAL_TYPE (TlBookmarkList, tl_bookmark_list, TL, BOOKMARK_LIST, GtkWidget)

GtkWidget *tl_bookmark_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_bookmark_list_set_bookmarks (TlBookmarkList *self,
                                     TlBookmarks    *bookmarks,
                                     TlViewport     *viewport);

void tl_bookmark_list_edit (TlBookmarkList *self,
                            guint           index);

void tl_bookmark_list_focus (TlBookmarkList *self,
                             guint           index);

G_END_DECLS
