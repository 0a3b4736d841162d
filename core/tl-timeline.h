/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gio/gio.h>

#include "tl-parts.h"
#include "tl-words.h"

G_BEGIN_DECLS

#define TL_TYPE_TIMELINE (tl_timeline_get_type ())

G_DECLARE_FINAL_TYPE (TlTimeline, tl_timeline, TL, TIMELINE, GObject)

/* Lists of the whole timeline. Events are ordered by time. */

const TlLane *tl_timeline_get_lanes (TlTimeline *self,
                                     guint      *n_lanes);

const TlActor *tl_timeline_get_actors (TlTimeline *self,
                                       guint      *n_actors);

const TlCategory *tl_timeline_get_categories (TlTimeline *self,
                                              guint      *n_categories);

const TlEra *tl_timeline_get_eras (TlTimeline *self,
                                   guint      *n_eras);

const TlSource *tl_timeline_get_sources (TlTimeline *self,
                                         guint      *n_sources);

const TlEvent *tl_timeline_get_events (TlTimeline *self,
                                       guint      *n_events);

gboolean tl_timeline_has_event_within (TlTimeline   *self,
                                       const TlDate *window);

const TlStep *tl_timeline_get_steps (TlTimeline *self,
                                     guint      *n_steps);

/* Lists that a part holds: the first of range.count. */

const TlClaim *tl_timeline_get_claims (TlTimeline *self,
                                       TlRange     range);

const TlFigure *tl_timeline_get_figures (TlTimeline *self,
                                         TlRange     range);

const TlCitation *tl_timeline_get_citations (TlTimeline *self,
                                             TlRange     range);

const TlDifference *tl_timeline_get_differences (TlTimeline *self,
                                                 TlRange     range);

const TlSide *tl_timeline_get_sides (TlTimeline *self,
                                     TlRange     range);

const TlLink *tl_timeline_get_links (TlTimeline *self,
                                     TlRange     range);

const TlMedia *tl_timeline_get_media (TlTimeline *self,
                                      TlRange     range);

const guint32 *tl_timeline_get_indices (TlTimeline *self,
                                        TlRange     range);

/* Of the timeline itself. */

const char *tl_timeline_get_text (TlTimeline *self,
                                  TlText      text);

const char *tl_timeline_get_title (TlTimeline *self);

const char *tl_timeline_get_subtitle (TlTimeline *self);

const char *tl_timeline_get_language (TlTimeline *self);

const char *tl_timeline_get_as_of (TlTimeline *self);

double tl_timeline_get_talk_minutes (TlTimeline *self);

guint32 tl_timeline_get_event_lane (TlTimeline    *self,
                                    const TlEvent *event);

guint32 tl_timeline_find_event (TlTimeline *self,
                                const char *id);

guint32 tl_timeline_find_source (TlTimeline *self,
                                 const char *id);

char *tl_timeline_get_event_date_words (TlTimeline    *self,
                                        const TlEvent *event,
                                        const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

guint tl_timeline_count_independent (TlTimeline       *self,
                                     const TlCitation *citations,
                                     guint             n_citations);

G_END_DECLS
