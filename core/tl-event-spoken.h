/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

char *tl_event_dup_spoken_name (TlTimeline    *timeline,
                                guint32        event,
                                guint          position,
                                guint          n,
                                const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_event_dup_source_count (TlTimeline    *timeline,
                                 const TlEvent *event,
                                 const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_event_dup_independent (TlTimeline    *timeline,
                                const TlEvent *event,
                                const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

const char *tl_event_get_differ_words (const TlWords *words);

G_END_DECLS
