/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

const char *tl_source_get_publisher (TlTimeline     *timeline,
                                     const TlSource *source);

const char *tl_source_get_address (TlTimeline     *timeline,
                                   const TlSource *source);

char *tl_source_dup_host (TlTimeline     *timeline,
                          const TlSource *source) G_GNUC_WARN_UNUSED_RESULT;

char *tl_source_dup_nature (TlTimeline     *timeline,
                            const TlSource *source,
                            const TlWords  *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_sources_dup_names (TlTimeline       *timeline,
                            const TlCitation *citations,
                            guint             n_citations,
                            const TlWords    *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
