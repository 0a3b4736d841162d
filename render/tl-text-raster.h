/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * Lines of text as they look on a screen, kept.
 */
#pragma once

#include "tl-text-shape-private.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * TlTextRaster:
 *
 * Pictures of lines that have been drawn, each for a size in pixels of the
 * screen and a quarter of a pixel that it begins at. Glyphs are as exactly in
 * their places as their outlines, at a twentieth of what these cost.
 */
typedef struct _TlTextRaster TlTextRaster;

TlTextRaster *tl_text_raster_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_text_raster_free (TlTextRaster *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTextRaster, tl_text_raster_free)

gboolean tl_text_raster_draw (TlTextRaster       *self,
                              cairo_t            *cr,
                              const TlShapedText *shaped,
                              double              size,
                              double              x,
                              double              baseline);

TlTextRaster *tl_text_pango_get_raster (TlTextPango *self);

G_END_DECLS
