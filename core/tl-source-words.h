/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

gboolean tl_source_is_openable (const char *url);

char *tl_source_dup_host (const char *url) G_GNUC_WARN_UNUSED_RESULT;

const char *tl_source_get_publisher (TlTimeline     *timeline,
                                     const TlSource *source);

const char *tl_source_get_address (TlTimeline     *timeline,
                                   const TlSource *source);

char *tl_source_say_publisher (TlTimeline     *timeline,
                               const TlSource *source,
                               const TlWords  *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_source_say_place (TlTimeline     *timeline,
                           const TlSource *source,
                           const TlWords  *words) G_GNUC_WARN_UNUSED_RESULT;

const char *tl_source_say_kind (const TlSource *source,
                                const TlWords  *words);

const char *tl_source_say_checked (const TlSource *source,
                                   const TlWords  *words);

char *tl_source_dup_citation (TlTimeline     *timeline,
                              const TlSource *source,
                              const TlWords  *words) G_GNUC_WARN_UNUSED_RESULT;

/* In few words, for lists. */

char *tl_source_dup_nature (TlTimeline     *timeline,
                            const TlSource *source,
                            const TlWords  *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_sources_dup_names (TlTimeline       *timeline,
                            const TlCitation *citations,
                            guint             n_citations,
                            const TlWords    *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
