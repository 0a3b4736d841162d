/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-odp-private.h"

#include "tl-xml.h"

/* How OpenDocument writes lengths, colours and text. */

/**
 * tl_odp_append_namespaces:
 * @out: where to write
 *
 * Writes the attributes of the first element of a part.
 */
void
tl_odp_append_namespaces (GString *out)
{
  static const char *const names[] = {
    "office", "meta", "style", "text", "draw", "presentation",
  };
  static const char *const others[][2] = {
    { "fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
    { "svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
    { "xlink", "http://www.w3.org/1999/xlink" },
    { "dc", "http://purl.org/dc/elements/1.1/" },
  };
  static const char *const urns[] = {
    "office", "meta", "style", "text", "drawing", "presentation",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (out, " xmlns:%s=\"urn:oasis:names:tc:opendocument:xmlns:%s:1.0\"", names[i], urns[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_string_append_printf (out, " xmlns:%s=\"%s\"", others[i][0], others[i][1]);
  g_string_append (out, " office:version=\"1.3\"");
}

/**
 * tl_odp_append_points:
 * @out: where to write
 * @name: name of an attribute
 * @points: its value
 */
void
tl_odp_append_points (GString    *out,
                      const char *name,
                      double      points)
{
  g_string_append_printf (out, " %s=\"", name);
  tl_append_length (out, points);
  g_string_append (out, "pt\"");
}

/**
 * tl_odp_append_box:
 * @out: where to write
 * @box: where something is on a slide, in pixels
 */
void
tl_odp_append_box (GString      *out,
                   const TlRect *box)
{
  tl_odp_append_points (out, "svg:x", box->x * TL_ODP_POINTS);
  tl_odp_append_points (out, "svg:y", box->y * TL_ODP_POINTS);
  tl_odp_append_points (out, "svg:width", box->width * TL_ODP_POINTS);
  tl_odp_append_points (out, "svg:height", box->height * TL_ODP_POINTS);
}

/**
 * tl_odp_append_colour:
 * @out: where to write
 * @name: name of an attribute
 * @colour: its value, whose opacity does not count
 */
void
tl_odp_append_colour (GString    *out,
                      const char *name,
                      TlRgba      colour)
{
  g_string_append_printf (out, " %s=\"#%06x\"", name, colour >> 8);
}

/**
 * tl_odp_append_text:
 * @out: where to write
 * @text: a text on one line
 *
 * Writes text in a paragraph, in which spaces count as they stand there:
 * several, and those at its ends, have elements of their own.
 */
void
tl_odp_append_text (GString    *out,
                    const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_space = *p == ' ' || *p == '\t' || *p == '\n' || *p == '\r';

      if (is_space && p > text && plain->len > 0 && p[1] != '\0' && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
      else if (!is_space)
        g_string_append_c (plain, *p);
      else
        {
          tl_xml_append_text (out, plain->str);
          g_string_truncate (plain, 0);
          g_string_append (out, "<text:s/>");
        }
    }
  tl_xml_append_text (out, plain->str);
}

/**
 * tl_odp_append_fonts:
 * @out: where to write
 * @family: a font family
 *
 * Writes the declaration that styles refer to it by.
 */
void
tl_odp_append_fonts (GString    *out,
                     const char *family)
{
  g_autoptr (GString) quoted = g_string_new ("'");

  for (const char *p = family; *p != '\0'; p++)
    if (*p != '\'')
      g_string_append_c (quoted, *p);
  g_string_append_c (quoted, '\'');

  g_string_append (out, "<office:font-face-decls><style:font-face style:name=\"text\"");
  tl_xml_append_attribute (out, "svg:font-family", quoted->str);
  g_string_append (out, "/></office:font-face-decls>\n");
}
