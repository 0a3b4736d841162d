/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-detail-private.h"

G_BEGIN_DECLS

#define TL_TYPE_DETAIL_PAGE (tl_detail_page_get_type ())

G_DECLARE_FINAL_TYPE (TlDetailPage, tl_detail_page, TL, DETAIL_PAGE, GtkBox)

GtkWidget *tl_detail_page_new (const TlDetail *detail) G_GNUC_WARN_UNUSED_RESULT;

void tl_detail_page_begin (TlDetailPage *self,
                           int           width,
                           int           height);

void tl_detail_page_finish (TlDetailPage *self);

G_END_DECLS
