/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

/* How many lanes a numbered timeline has. */
#define TL_NUMBERED_LANES 3

/* How many events a lane has that is named. */
#define TL_EVENTS_A_LANE 4

TlTimeline *tl_make_numbered (guint from,
                              guint to) G_GNUC_WARN_UNUSED_RESULT;

TlTimeline *tl_make_numbered_by (guint from,
                                 guint to,
                                 guint turn) G_GNUC_WARN_UNUSED_RESULT;

TlTimeline *tl_make_with_lanes (const char *const *ids) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
