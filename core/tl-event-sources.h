/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

GArray *tl_event_get_citations (TlTimeline    *timeline,
                                const TlEvent *event) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_event_has_sources (TlTimeline    *timeline,
                               const TlEvent *event);

G_END_DECLS
