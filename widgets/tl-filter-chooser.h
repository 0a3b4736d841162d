/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-filter.h"

G_BEGIN_DECLS

#define TL_TYPE_FILTER_CHOOSER (tl_filter_chooser_get_type ())

G_DECLARE_FINAL_TYPE (TlFilterChooser, tl_filter_chooser, TL, FILTER_CHOOSER, GtkWidget)

GtkWidget *tl_filter_chooser_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_filter_chooser_set_timeline (TlFilterChooser *self,
                                     TlTimeline      *timeline,
                                     const TlFilter  *filter);

void tl_filter_chooser_set_filter (TlFilterChooser *self,
                                   const TlFilter  *filter);

const TlFilter *tl_filter_chooser_get_filter (TlFilterChooser *self);

G_END_DECLS
