/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

/**
 * TlIncoming:
 *
 * For every event of a timeline the links of others that lead to it. Owned by
 * whoever made it; it keeps nothing of the timeline alive.
 */
typedef struct _TlIncoming TlIncoming;

/* A link that leads to an event. */
typedef struct
{
  guint32 from; /* event */
  guint32 link; /* of that event's links, from 0 */
} TlIncomingLink;

TlIncoming *tl_incoming_new (TlTimeline *timeline) G_GNUC_WARN_UNUSED_RESULT;

void tl_incoming_free (TlIncoming *self);

const TlIncomingLink *tl_incoming_get (const TlIncoming *self,
                                       guint32           event,
                                       guint            *n_links);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIncoming, tl_incoming_free)

G_END_DECLS
