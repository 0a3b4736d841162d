/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-filter.h"

G_BEGIN_DECLS

#define TL_TYPE_FILTER_BAR (tl_filter_bar_get_type ())

G_DECLARE_FINAL_TYPE (TlFilterBar, tl_filter_bar, TL, FILTER_BAR, GtkWidget)

GtkWidget *tl_filter_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_filter_bar_set_filter (TlFilterBar    *self,
                               TlTimeline     *timeline,
                               const TlFilter *filter,
                               guint           n_shown);

const char *tl_filter_bar_get_count (TlFilterBar *self);

G_END_DECLS
