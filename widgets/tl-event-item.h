/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_TYPE_EVENT_ITEM (tl_event_item_get_type ())

G_DECLARE_FINAL_TYPE (TlEventItem, tl_event_item, TL, EVENT_ITEM, GObject)

TlEventItem *tl_event_item_new (TlTimeline *timeline,
                                guint       index) G_GNUC_WARN_UNUSED_RESULT;

guint tl_event_item_get_index (TlEventItem *self);

const char *tl_event_item_get_title (TlEventItem *self);

const char *tl_event_item_get_lane_name (TlEventItem *self);

char *tl_event_item_dup_date (TlEventItem *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
