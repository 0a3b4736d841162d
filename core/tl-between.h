/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

/* Times that are measured: what lies between two events, a stretch of the
 * axis, and where on it one is. */

char *tl_event_say_between (TlTimeline    *timeline,
                            const TlEvent *a,
                            const TlEvent *b,
                            const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_date_say_between (const TlDate  *a,
                           const TlDate  *b,
                           const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_span_to_words (TlInstant      from,
                        TlInstant      to,
                        const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_instant_to_words (TlInstant      instant,
                           double         seconds_per_pixel,
                           const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
