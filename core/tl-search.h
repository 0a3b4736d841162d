/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

/**
 * TlSearch:
 *
 * Words that are looked for in what is said of an event, whatever their case
 * and accents.
 */
typedef struct _TlSearch TlSearch;

TlSearch *tl_search_new (const char *words) G_GNUC_WARN_UNUSED_RESULT;

void tl_search_free (TlSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSearch, tl_search_free)

gboolean tl_search_is_empty (const TlSearch *self);

gboolean tl_search_matches (TlSearch      *self,
                            TlTimeline    *timeline,
                            const TlEvent *event);

const char *tl_search_find_passage (const TlSearch *self,
                                    TlTimeline     *timeline,
                                    const TlEvent  *event,
                                    gsize          *start,
                                    gsize          *length);

/* What a search looks at. */

typedef void (*TlSearchVisitFunc) (const char *text,
                                   gpointer    data);

void tl_search_visit_texts (TlTimeline       *timeline,
                            const TlEvent    *event,
                            TlSearchVisitFunc visit,
                            gpointer          data);

void tl_search_append_event (TlTimeline    *timeline,
                             const TlEvent *event,
                             GString       *folded);

gboolean tl_search_matches_folded (const TlSearch *self,
                                   const char     *folded);

char *tl_search_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
