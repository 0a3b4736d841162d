/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <pango/pango.h>

#include "tl-text-pango.h"

G_BEGIN_DECLS

/* The size that all text is shaped at. Unhinted glyphs are alike at every
 * size, so that a text need not be shaped for each size that it is set in. */
#define TL_SHAPING_SIZE 64

/* A text on one line, as glyphs. Lengths are in ems, shares of the size of
 * the font. The first four members tell it from others. */
typedef struct
{
  char         *text;
  guint32       length; /* of the text, in bytes */
  TlTextWeight  weight;
  guint         is_rtl : 1;

  guint            ref_count;
  PangoGlyphItem **runs; /* from left to right */
  guint            n_runs;
  double           width;
  double           ascent;
  double           descent;

  PangoLogAttr *breaks;   /* (nullable): one per character and one for the end */
  double       *advances; /* (nullable): where each character ends, if all ran the same way */
  guint         n_chars;
} TlShapedText;

void tl_shaped_text_shape (TlShapedText    *shaped,
                           PangoContext    *context,
                           const PangoItem *plain);

void tl_shaped_text_append (TlShapedText       *shaped,
                            const TlShapedText *part,
                            gsize               offset);

gboolean tl_text_runs_from_right (const char *text);

gsize tl_text_find_word_end (const char *text,
                             gsize       length);

gsize tl_text_find_part_end (const char *word,
                             gsize       length);

gboolean tl_text_is_left_to_right (const char *text,
                                   gsize       length);

void tl_shaped_text_find_breaks (TlShapedText  *shaped,
                                 PangoLanguage *language);

TlShapedText *tl_shaped_text_ref (TlShapedText *shaped);

void tl_shaped_text_unref (TlShapedText *shaped);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlShapedText, tl_shaped_text_unref)

guint tl_shaped_text_hash_cb (gconstpointer shaped);

gboolean tl_shaped_text_equal_cb (gconstpointer a,
                                  gconstpointer b);

const TlShapedText *tl_text_pango_shape (TlTextPango  *self,
                                         const char   *text,
                                         gsize         length,
                                         TlTextWeight  weight,
                                         gboolean      is_rtl);

TlShapedText *tl_text_pango_shape_breakable (TlTextPango  *self,
                                             const char   *text,
                                             gsize         length,
                                             TlTextWeight  weight,
                                             gboolean      is_rtl) G_GNUC_WARN_UNUSED_RESULT;

void tl_text_pango_break (TlTextPango       *self,
                          const char        *text,
                          const TlTextStyle *style,
                          const TlTextRoom  *room,
                          TlTextBlock       *block);

G_END_DECLS
