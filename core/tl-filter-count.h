/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-filter.h"

G_BEGIN_DECLS

/**
 * TlFilterCounts:
 *
 * How many events there are of each choice, were it the only one of its
 * condition: those that meet all other conditions.
 */
typedef struct _TlFilterCounts TlFilterCounts;

TlFilterCounts *tl_filter_count (const TlFilter *filter,
                                 TlTimeline     *timeline) G_GNUC_WARN_UNUSED_RESULT;

void tl_filter_counts_free (TlFilterCounts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFilterCounts, tl_filter_counts_free)

guint tl_filter_counts_get (const TlFilterCounts *self,
                            TlCondition           condition,
                            guint                 choice);

G_END_DECLS
