/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-row-model.h"
#include "tl-source-index.h"

G_BEGIN_DECLS

#define TL_TYPE_SOURCE_ROWS (tl_source_rows_get_type ())

G_DECLARE_FINAL_TYPE (TlSourceRows, tl_source_rows, TL, SOURCE_ROWS, TlRowModel)

TlRowModel *tl_source_rows_new (TlTimeline    *timeline,
                                const guint32 *events,
                                guint          n_events) G_GNUC_WARN_UNUSED_RESULT;

const TlSourceIndex *tl_source_rows_get_index (TlSourceRows *self);

G_END_DECLS
