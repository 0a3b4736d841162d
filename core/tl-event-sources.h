/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

/* What a source may be named for. */
typedef enum
{
  TL_CARRIED_CLAIM,
  TL_CARRIED_FIGURE,
  TL_CARRIED_DATE,
  TL_CARRIED_SIDE,    /* of a difference */
  TL_CARRIED_SETTLED, /* what settles a difference */
  TL_CARRIED_LINK,
} TlCarriedKind;

/* @part is the place of a claim, figure, side, difference or link among all
 * of its kind in the timeline; TL_NONE for a date. */
typedef gboolean (*TlCitationVisit) (TlCarriedKind     kind,
                                     guint32           part,
                                     const TlCitation *citations,
                                     guint             n_citations,
                                     gpointer          data);

void tl_event_visit_citations (TlTimeline     *timeline,
                               const TlEvent  *event,
                               TlCitationVisit visit,
                               gpointer        data);

GArray *tl_event_get_citations (TlTimeline    *timeline,
                                const TlEvent *event) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_event_has_sources (TlTimeline    *timeline,
                               const TlEvent *event);

guint tl_events_count_sources (TlTimeline    *timeline,
                               const guint32 *events,
                               guint          n_events);

guint tl_event_count_sources (TlTimeline    *timeline,
                              const TlEvent *event);

G_END_DECLS
