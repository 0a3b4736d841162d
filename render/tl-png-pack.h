/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes what is packed, in order. */
typedef void (*TlPngPackFunc) (const guint8 *data,
                               gsize         length,
                               gpointer      user_data);

/**
 * TlPngPack:
 *
 * Compresses the rows of a PNG's image data, on all processors that there
 * are. How many there are does not change what comes out.
 */
typedef struct _TlPngPack TlPngPack;

TlPngPack *tl_png_pack_new (guint         row_bytes,
                            guint         n_rows,
                            TlPngPackFunc func,
                            gpointer      user_data) G_GNUC_WARN_UNUSED_RESULT;

void tl_png_pack_free (TlPngPack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPngPack, tl_png_pack_free)

guint8 *tl_png_pack_begin_row (TlPngPack *self);

void tl_png_pack_repeat_row (TlPngPack *self);

void tl_png_pack_finish (TlPngPack *self);

G_END_DECLS
