/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-xml.h"

#include <string.h>

/* What stands for characters that XML has no place for. */
#define REPLACEMENT "\357\277\275"

/* Whether XML 1.0 (https://www.w3.org/TR/xml/#charsets) allows @c; of the
 * control characters it would rather not see, none. */
static gboolean
is_allowed (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c < 0x7f) || (c >= 0xa0 && c != 0xfffe && c != 0xffff);
}

static const char *
get_reference (gunichar c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return NULL;
    }
}

static void
append_escaped (GString    *out,
                const char *text,
                gboolean    is_one_line)
{
  gsize length = strlen (text);

  for (gsize i = 0; i < length;)
    {
      gunichar c = g_utf8_get_char_validated (text + i, (gssize) (length - i));
      gsize n_bytes = c < 0x110000 ? (gsize) g_utf8_skip[(guchar) text[i]] : 1;
      const char *reference = get_reference (c);

      if (reference != NULL)
        g_string_append (out, reference);
      else if (c >= 0x110000 || !is_allowed (c))
        g_string_append (out, REPLACEMENT);
      else if (is_one_line && c < 0x20)
        g_string_append_c (out, ' ');
      else
        g_string_append_len (out, text + i, (gssize) n_bytes);
      i += n_bytes;
    }
}

/**
 * tl_xml_append_text:
 * @out: where to write
 * @text: characters
 *
 * Writes text between tags. g_markup_escape_text() does not do: it writes
 * control characters as references, which XML 1.0 does not allow.
 */
void
tl_xml_append_text (GString    *out,
                    const char *text)
{
  append_escaped (out, text, FALSE);
}

/**
 * tl_xml_append_attribute:
 * @out: where to write
 * @name: name of an attribute
 * @value: its value; line breaks count as spaces
 */
void
tl_xml_append_attribute (GString    *out,
                         const char *name,
                         const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_escaped (out, value, TRUE);
  g_string_append_c (out, '"');
}
