/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TL_TYPE_ROW (tl_row_get_type ())

G_DECLARE_FINAL_TYPE (TlRow, tl_row, TL, ROW, GObject)

TlRow *tl_row_new (guint   position,
                   guint32 event) G_GNUC_WARN_UNUSED_RESULT;

guint tl_row_get_position (TlRow *self);

guint32 tl_row_get_event (TlRow *self);

G_END_DECLS
