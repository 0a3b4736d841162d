/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-filter.h"

G_BEGIN_DECLS

char *tl_filter_label_value (TlTimeline    *timeline,
                             TlCondition    condition,
                             const char    *value,
                             const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_filter_name_value (TlTimeline    *timeline,
                            TlCondition    condition,
                            const char    *value,
                            const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_filter_tell_value (TlTimeline    *timeline,
                            TlCondition    condition,
                            const char    *value,
                            const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

const char *tl_condition_get_heading (TlCondition    condition,
                                      const TlWords *words);

char *tl_filter_say_count (guint          n_shown,
                           guint          n_events,
                           const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_filter_describe (const TlFilter *self,
                          TlTimeline     *timeline,
                          guint           n_shown,
                          const TlWords  *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
