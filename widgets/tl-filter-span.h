/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-filter.h"

G_BEGIN_DECLS

#define TL_TYPE_FILTER_SPAN (tl_filter_span_get_type ())

G_DECLARE_FINAL_TYPE (TlFilterSpan, tl_filter_span, TL, FILTER_SPAN, GtkWidget)

GtkWidget *tl_filter_span_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_filter_span_set_filter (TlFilterSpan   *self,
                                const TlFilter *filter);

G_END_DECLS
