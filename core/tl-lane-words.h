/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

const char *tl_lane_get_name (TlTimeline    *timeline,
                              const TlLane  *lane,
                              const TlWords *words);

char *tl_lane_dup_count (guint          n_events,
                         const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
