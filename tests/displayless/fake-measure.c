/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "fake-measure.h"

#include <math.h>
#include <string.h>

/* Half of the font's size for each character, all of it for those of East
 * Asia, nothing for what combines. Heavier letters are a little wider, as
 * they are in real fonts. */
static double
get_advance (gunichar           c,
             const TlTextStyle *style)
{
  static const double weights[] = { 1, 1.04, 1.08 };

  if (g_unichar_iszerowidth (c))
    return 0;

  return style->size * (g_unichar_iswide (c) ? 1 : 0.5) * weights[style->weight];
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\n' || c == '\t';
}

static gboolean
is_rtl_letter (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW;
}

/* A paragraph runs as its first letter does. */
static gboolean
is_rtl (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return is_rtl_letter (g_utf8_get_char (p));

  return FALSE;
}

/* Fills a line with what of @text has room, up to the last place where it may
 * break, or as many characters as there is room for. */
static void
fill_line (const char        *text,
           const char        *from,
           const TlTextStyle *style,
           double             room,
           TlTextLine        *line)
{
  const char *end = from;
  const char *best = NULL;
  double best_width = 0;
  double width = 0;

  for (const char *p = from; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      double advance = get_advance (c, style);

      if (p > from && (is_space (c) || g_unichar_iswide (c)))
        {
          best = p;
          best_width = width;
        }
      if (room > 0 && width + advance > room && p > from)
        {
          end = best != NULL ? best : p;
          width = best != NULL ? best_width : width;
          break;
        }
      width += advance;
      end = g_utf8_next_char (p);
    }

  line->start = (guint) (from - text);
  line->length = (guint) (end - from);
  line->width = width;
  line->is_cut = FALSE;
}

/* The last line there is room for: as many characters as fit before the
 * ellipsis. */
static void
cut_line (const char        *text,
          const TlTextStyle *style,
          double             room,
          TlTextLine        *line)
{
  double ellipsis = get_advance (g_utf8_get_char (TL_ELLIPSIS), style);
  double width = 0;
  const char *from = text + line->start;
  const char *end = from;

  while (*end != '\0' && width + get_advance (g_utf8_get_char (end), style) + ellipsis <= room)
    {
      width += get_advance (g_utf8_get_char (end), style);
      end = g_utf8_next_char (end);
    }

  line->length = (guint) (end - from);
  line->width = width + ellipsis;
  line->is_cut = TRUE;
}

static void
measure_cb (const char        *text,
            const TlTextStyle *style,
            const TlTextRoom  *room,
            TlTextBlock       *block,
            gpointer           data G_GNUC_UNUSED)
{
  const char *from = text;
  guint n_lines = MIN (room->n_lines, TL_TEXT_MAX_LINES);

  memset (block, 0, sizeof *block);
  block->line_height = ceil (style->size * 1.3);
  block->baseline = style->size;
  block->is_rtl = is_rtl (text);

  while (*from != '\0' && block->n_lines < n_lines)
    {
      TlTextLine *line = &block->lines[block->n_lines++];

      fill_line (text, from, style, room->width, line);
      from += line->length;
      while (is_space ((guchar) *from))
        from++;
      if (*from != '\0' && block->n_lines == n_lines)
        cut_line (text, style, room->width, line);
      block->width = fmax (block->width, line->width);
    }
}

const TlTextMeasure tl_fake_measure = { measure_cb, NULL };
