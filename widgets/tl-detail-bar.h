/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-detail-private.h"
#include "tl-event-walk.h"

G_BEGIN_DECLS

#define TL_TYPE_DETAIL_BAR (tl_detail_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlDetailBar, tl_detail_bar, TL, DETAIL_BAR, GtkBox)

GtkWidget *tl_detail_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_detail_bar_update (TlDetailBar       *self,
                           const TlDetail    *detail,
                           const TlEventWalk *walk);

G_END_DECLS
