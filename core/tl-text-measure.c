/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-text-measure.h"

#include <string.h>

/**
 * tl_text_measure:
 * @measure: a measurer of text
 * @text: text, UTF-8
 * @style: how it is set
 * @room: (nullable): the room it has; %NULL for one line of any width
 * @block: (out caller-allocates): @text, broken into lines
 *
 * Breaks @text into lines. They break at words, and inside of a word only
 * where it is wider than the room. Line breaks, tabs and control characters in
 * @text count as spaces.
 */
void
tl_text_measure (const TlTextMeasure *measure,
                 const char          *text,
                 const TlTextStyle   *style,
                 const TlTextRoom    *room,
                 TlTextBlock         *block)
{
  const TlTextRoom any = { 0, 1 };

  measure->measure (text, style, room != NULL ? room : &any, block, measure->data);
}

/**
 * tl_text_measure_width:
 * @measure: a measurer of text
 * @text: text, UTF-8
 * @style: how it is set
 *
 * Returns: the width in pixels of @text on one line
 */
double
tl_text_measure_width (const TlTextMeasure *measure,
                       const char          *text,
                       const TlTextStyle   *style)
{
  TlTextBlock block;

  tl_text_measure (measure, text, style, NULL, &block);

  return block.width;
}

/* Spaces as long as the character they stand for, in bytes: a plain one, a
 * no-break space and a four-per-em space. */
static const char *const spaces[] = { "", " ", "\302\240", "\342\200\205" };

static gboolean
ends_or_jumps (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
}

/**
 * tl_text_flatten:
 * @text: (inout): characters
 * @length: their number in bytes
 *
 * Makes one line of UTF-8 of @text: line breaks, tabs and other control
 * characters become spaces, and bytes that are no UTF-8 question marks. All
 * other bytes stay where they are.
 */
void
tl_text_flatten (char  *text,
                 gsize  length)
{
  for (gsize i = 0; i < length;)
    {
      gunichar c = (guchar) text[i];
      gsize n_bytes = 1;

      if (c >= 0x80)
        {
          c = g_utf8_get_char_validated (text + i, (gssize) (length - i));
          n_bytes = c < 0x110000 ? (gsize) g_utf8_skip[(guchar) text[i]] : 1;
        }
      if (c >= 0x110000)
        text[i] = '?';
      else if (ends_or_jumps (c))
        memcpy (text + i, spaces[n_bytes], n_bytes);
      i += n_bytes;
    }
}
