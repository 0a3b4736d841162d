/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-row-model.h"

G_BEGIN_DECLS

#define TL_TYPE_EVENT_ROWS (tl_event_rows_get_type ())

G_DECLARE_FINAL_TYPE (TlEventRows, tl_event_rows, TL, EVENT_ROWS, TlRowModel)

TlRowModel *tl_event_rows_new (TlTimeline *timeline) G_GNUC_WARN_UNUSED_RESULT;

TlRowModel *tl_event_rows_new_for (TlTimeline    *timeline,
                                   const guint32 *events,
                                   guint          n_events) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
