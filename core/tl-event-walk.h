/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

/**
 * TlEventWalk:
 *
 * The events that one goes through one after the other: all of a timeline,
 * or some of them. A zeroed one has none.
 */
typedef struct
{
  guint32 *events; /* (nullable): in order; %NULL for all */
  guint    n_events;
} TlEventWalk;

void tl_event_walk_set (TlEventWalk   *walk,
                        const guint32 *events,
                        guint          n_events);

void tl_event_walk_clear (TlEventWalk *walk);

guint tl_event_walk_find_place (const TlEventWalk *walk,
                                guint32            event);

guint32 tl_event_walk_get_previous (const TlEventWalk *walk,
                                    guint32            event);

guint32 tl_event_walk_get_next (const TlEventWalk *walk,
                                guint32            event);

G_END_DECLS
