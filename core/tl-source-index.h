/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-event-sources.h"

G_BEGIN_DECLS

/* One thing that a source carries. */
typedef struct
{
  guint32 event;
  guint32 part;   /* as TlCitationVisit tells it */
  guint32 source;
  guint32 kind;   /* TlCarriedKind */
} TlCarried;

/**
 * TlSourceIndex:
 *
 * What each source of a timeline carries, in the order of the events. A
 * value that does not change; it is of use as long as its timeline lives.
 */
typedef struct _TlSourceIndex TlSourceIndex;

TlSourceIndex *tl_source_index_new (TlTimeline    *timeline,
                                    const guint32 *events,
                                    guint          n_events) G_GNUC_WARN_UNUSED_RESULT;

void tl_source_index_free (TlSourceIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSourceIndex, tl_source_index_free)

guint tl_source_index_get_n_sources (const TlSourceIndex *self);

guint tl_source_index_get_n_carried (const TlSourceIndex *self);

const TlCarried *tl_source_index_get_carried (const TlSourceIndex *self,
                                              guint32              source,
                                              guint               *n_carried);

guint tl_source_index_get_n_rows (const TlSourceIndex *self);

const TlCarried *tl_source_index_find_row (const TlSourceIndex *self,
                                           guint                row,
                                           guint32             *source);

guint tl_source_index_find_event (const TlSourceIndex *self,
                                  guint32              event);

G_END_DECLS
