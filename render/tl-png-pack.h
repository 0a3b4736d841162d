/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPngPack:
 *
 * Compresses the rows of a PNG's image data quickly, by keeping all of them
 * until the last.
 */
typedef struct _TlPngPack TlPngPack;

TlPngPack *tl_png_pack_new (guint row_bytes,
                            guint n_rows) G_GNUC_WARN_UNUSED_RESULT;

void tl_png_pack_free (TlPngPack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPngPack, tl_png_pack_free)

guint8 *tl_png_pack_begin_row (TlPngPack *self);

void tl_png_pack_repeat_row (TlPngPack *self);

GBytes *tl_png_pack_finish (TlPngPack *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
