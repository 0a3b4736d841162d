/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-filter-count.h"

G_BEGIN_DECLS

#define TL_TYPE_FILTER_GROUP (tl_filter_group_get_type ())

G_DECLARE_FINAL_TYPE (TlFilterGroup, tl_filter_group, TL, FILTER_GROUP, GtkWidget)

/* No group shows more rows at once. */
#define TL_FILTER_GROUP_MOST_ROWS 30

GtkWidget *tl_filter_group_new (const char *heading) G_GNUC_WARN_UNUSED_RESULT;

void tl_filter_group_clear (TlFilterGroup *self);

void tl_filter_group_add (TlFilterGroup        *self,
                          TlTimeline           *timeline,
                          TlCondition           condition,
                          const TlFilter       *filter,
                          const TlFilterCounts *totals);

void tl_filter_group_show (TlFilterGroup        *self,
                           const char           *search,
                           const TlFilter       *filter,
                           const TlFilterCounts *counts);

void tl_filter_group_update (TlFilterGroup        *self,
                             const TlFilter       *filter,
                             const TlFilterCounts *counts);

G_END_DECLS
