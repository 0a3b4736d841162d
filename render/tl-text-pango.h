/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <pango/pangocairo.h>

#include "tl-text-measure.h"

G_BEGIN_DECLS

/* The family that charts are set in where nobody chooses another. */
#define TL_CHART_FONT "Inter"

#define TL_TYPE_TEXT_PANGO (tl_text_pango_get_type ())

G_DECLARE_FINAL_TYPE (TlTextPango, tl_text_pango, TL, TEXT_PANGO, GObject)

TlTextPango *tl_text_pango_new (const char *family,
                                const char *language) G_GNUC_WARN_UNUSED_RESULT;

const char *tl_text_pango_get_family (TlTextPango *self);

gboolean tl_text_pango_has_family (TlTextPango *self);

gboolean tl_text_pango_get_exact (TlTextPango *self);

void tl_text_pango_set_exact (TlTextPango *self,
                              gboolean     is_exact);

void tl_text_pango_set_for_screen (TlTextPango *self);

TlTextMeasure tl_text_pango_get_measure (TlTextPango *self);

void tl_text_pango_draw_line (TlTextPango       *self,
                              cairo_t           *cr,
                              const char        *text,
                              const TlTextStyle *style,
                              gboolean           is_rtl,
                              double             x,
                              double             baseline);

gboolean tl_text_pango_add_outlines (TlTextPango       *self,
                                     cairo_t           *cr,
                                     const char        *text,
                                     const TlTextStyle *style,
                                     gboolean           is_rtl,
                                     double             x,
                                     double             baseline);

G_END_DECLS
