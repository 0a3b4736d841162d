/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <pango/pango.h>

#include "tl-text-pango.h"

G_BEGIN_DECLS

/* A text on one line, as glyphs. The first five members tell it from others. */
typedef struct
{
  char        *text;
  guint32      length; /* of the text, in bytes */
  TlTextStyle  style;
  guint        is_rtl : 1;

  PangoGlyphItem **runs; /* from left to right */
  guint            n_runs;
  double           width;
  double           ascent;
  double           descent;

  PangoLogAttr *breaks;   /* (nullable): one per character and one for the end */
  double       *advances; /* (nullable): where each character ends, if all ran the same way */
  guint         n_chars;
} TlShapedText;

void tl_shaped_text_init (TlShapedText *shaped,
                          PangoContext *context);

void tl_shaped_text_find_breaks (TlShapedText  *shaped,
                                 PangoLanguage *language);

void tl_shaped_text_free (TlShapedText *shaped);

guint tl_shaped_text_hash_cb (gconstpointer shaped);

gboolean tl_shaped_text_equal_cb (gconstpointer a,
                                  gconstpointer b);

const TlShapedText *tl_text_pango_shape (TlTextPango       *self,
                                         const char        *text,
                                         gsize              length,
                                         const TlTextStyle *style,
                                         gboolean           is_rtl);

const TlShapedText *tl_text_pango_shape_breakable (TlTextPango       *self,
                                                   const char        *text,
                                                   gsize              length,
                                                   const TlTextStyle *style,
                                                   gboolean           is_rtl);

void tl_text_pango_break (TlTextPango       *self,
                          const char        *text,
                          const TlTextStyle *style,
                          const TlTextRoom  *room,
                          TlTextBlock       *block);

G_END_DECLS
