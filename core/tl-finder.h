/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-search.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDER (tl_finder_get_type ())

G_DECLARE_FINAL_TYPE (TlFinder, tl_finder, TL, FINDER, GObject)

TlFinder *tl_finder_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_finder_set_timeline (TlFinder   *self,
                             TlTimeline *timeline);

void tl_finder_set_words (TlFinder   *self,
                          const char *words);

const char *tl_finder_get_words (TlFinder *self);

gboolean tl_finder_is_busy (TlFinder *self);

const guint32 *tl_finder_get_hits (TlFinder *self,
                                   guint    *n_hits);

gsize tl_finder_get_size (TlFinder *self);

G_END_DECLS
