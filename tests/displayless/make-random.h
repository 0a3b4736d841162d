/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

TlTimeline *tl_make_random (guint   n_events,
                            guint32 seed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
