/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPngPack:
 *
 * Compresses the rows of a PNG's image data quickly, as what it is: flat
 * areas, lines, and letters that come again.
 */
typedef struct _TlPngPack TlPngPack;

TlPngPack *tl_png_pack_new (guint       row_bytes,
                            guint       pixel_bytes,
                            GByteArray *bytes) G_GNUC_WARN_UNUSED_RESULT;

void tl_png_pack_free (TlPngPack *self);

void tl_png_pack_add_row (TlPngPack    *self,
                          const guint8 *row);

void tl_png_pack_finish (TlPngPack *self);

G_END_DECLS
