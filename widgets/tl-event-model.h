/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_TYPE_EVENT_MODEL (tl_event_model_get_type ())

G_DECLARE_FINAL_TYPE (TlEventModel, tl_event_model, TL, EVENT_MODEL, GObject)

TlEventModel *tl_event_model_new (TlTimeline *timeline) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
