/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-row-model.h"

G_BEGIN_DECLS

#define TL_TYPE_DIFFERENCE_ROWS (tl_difference_rows_get_type ())

G_DECLARE_FINAL_TYPE (TlDifferenceRows, tl_difference_rows, TL, DIFFERENCE_ROWS, TlRowModel)

TlRowModel *tl_difference_rows_new (TlTimeline    *timeline,
                                    const guint32 *events,
                                    guint          n_events) G_GNUC_WARN_UNUSED_RESULT;

const TlDifference *tl_difference_rows_get (TlDifferenceRows *self,
                                            guint             row);

G_END_DECLS
