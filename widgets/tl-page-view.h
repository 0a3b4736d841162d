/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_PAGE_VIEW (tl_page_view_get_type ())

G_DECLARE_FINAL_TYPE (TlPageView, tl_page_view, TL, PAGE_VIEW, GtkWidget)

GtkWidget *tl_page_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_page_view_set_size (TlPageView *self,
                            double      width,
                            double      height);

void tl_page_view_set_picture (TlPageView   *self,
                               GdkPaintable *picture);

void tl_page_view_set_zoom (TlPageView *self,
                            double      zoom);

double tl_page_view_get_zoom (TlPageView *self);

double tl_page_view_get_scale (TlPageView *self);

G_END_DECLS
