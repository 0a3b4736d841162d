/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-svg-private.h"

#include "tl-address.h"

#include <string.h>

/**
 * tl_svg_append_length:
 * @out: where to write
 * @name: name of an attribute
 * @length: its value
 */
void
tl_svg_append_length (GString    *out,
                      const char *name,
                      double      length)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "=\"");
  tl_append_length (out, length);
  g_string_append_c (out, '"');
}

/**
 * tl_svg_append_colour:
 * @out: where to write
 * @name: fill, stroke or stop
 * @colour: a colour
 *
 * Writes a colour, and its opacity apart, which all readers of SVG
 * understand.
 */
void
tl_svg_append_colour (GString    *out,
                      const char *name,
                      TlRgba      colour)
{
  guint32 rgb = colour >> 8;

  g_string_append_printf (out, " %s", strcmp (name, "stop") == 0 ? "stop-color" : name);
  /* Of both digits of each part the first one will do where they are equal. */
  if ((rgb >> 4 & 0x0f0f0fu) == (rgb & 0x0f0f0fu))
    g_string_append_printf (out, "=\"#%x%x%x\"", rgb >> 16 & 0xf, rgb >> 8 & 0xf, rgb & 0xf);
  else
    g_string_append_printf (out, "=\"#%06x\"", rgb);
  if (TL_RGBA_ALPHA (colour) < 0xff)
    {
      g_string_append_printf (out, " %s-opacity=\"", name);
      tl_append_length (out, TL_RGBA_ALPHA (colour) / 255.0);
      g_string_append_c (out, '"');
    }
}

static gboolean
is_hex (char c)
{
  return g_ascii_isdigit (c) || (c >= 'A' && c <= 'F');
}

/**
 * tl_svg_append_id:
 * @out: where to write
 * @id: an id of a scene
 *
 * Writes an id that XML allows and that no other id becomes: anything but
 * letters, digits, hyphen, point and underscore of ASCII is written as an
 * underscore and two digits, and so is an underscore before such digits.
 */
void
tl_svg_append_id (GString    *out,
                  const char *id)
{
  for (const char *p = id; *p != '\0'; p++)
    {
      gboolean is_kept = g_ascii_isalpha (*p) || (p > id && (g_ascii_isdigit (*p) || *p == '-' || *p == '.'))
                         || (*p == '_' && !(is_hex (p[1]) && is_hex (p[2])));

      if (is_kept)
        g_string_append_c (out, *p);
      else
        g_string_append_printf (out, "_%02X", (guint) (guchar) *p);
    }
}

/**
 * tl_svg_append_fonts:
 * @out: where to write
 * @family: the family that the texts were measured in
 *
 * Writes the families to set text in: the first one, and what comes close to
 * it where that is missing.
 */
void
tl_svg_append_fonts (GString    *out,
                     const char *family)
{
  GString *families = g_string_new ("'");
  g_autofree char *list = NULL;

  for (const char *p = family; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (families, '\\');
      g_string_append_c (families, *p);
    }
  g_string_append (families, "',Roboto,'Noto Sans','Segoe UI','Helvetica Neue',Arial,sans-serif");
  list = g_string_free (families, FALSE);
  tl_xml_append_attribute (out, "font-family", list);
}

/**
 * tl_svg_append_link:
 * @out: where to write
 * @link: (nullable): an address, or "#" and an id of the scene
 *
 * Opens an element that links to @link, where that is an address that a
 * stranger's file may lead to. For readers of SVG 1.1 too.
 *
 * Returns: whether an element was opened
 */
gboolean
tl_svg_append_link (GString    *out,
                    const char *link)
{
  g_autoptr (GString) target = g_string_new (NULL);

  if (link == NULL)
    return FALSE;

  if (link[0] == '#' && link[1] != '\0')
    {
      g_string_append_c (target, '#');
      tl_svg_append_id (target, link + 1);
    }
  else if (g_ascii_strncasecmp (link, "https://", 8) == 0 || g_ascii_strncasecmp (link, "http://", 7) == 0
           || g_ascii_strncasecmp (link, "mailto:", 7) == 0)
    {
      g_autofree char *address = tl_address_encode (link);

      g_string_append (target, address);
    }
  else
    return FALSE;

  g_string_append (out, "<a");
  tl_xml_append_attribute (out, "href", target->str);
  tl_xml_append_attribute (out, "xlink:href", target->str);
  g_string_append_c (out, '>');

  return TRUE;
}
