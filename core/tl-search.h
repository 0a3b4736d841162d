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

gboolean tl_search_matches (TlSearch      *self,
                            TlTimeline    *timeline,
                            const TlEvent *event);

char *tl_search_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
