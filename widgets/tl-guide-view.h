/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_GUIDE_VIEW (tl_guide_view_get_type ())
G_DECLARE_FINAL_TYPE (TlGuideView, tl_guide_view, TL, GUIDE_VIEW, GtkWidget)

GtkWidget *tl_guide_view_new (void);

void tl_guide_view_set_text (TlGuideView *self,
                             const char  *text);

guint tl_guide_view_get_n_chapters (TlGuideView *self);

const char *tl_guide_view_get_chapter (TlGuideView *self,
                                       guint        chapter);

void tl_guide_view_go_to (TlGuideView *self,
                          guint        chapter);

G_END_DECLS
