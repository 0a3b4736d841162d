/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-odp-private.h"

#include "tl-theme.h"
#include "tl-xml.h"

#include <string.h>

/* The styles of a presentation: those of its frames and texts, which stand
 * with them, and those that new slides are made after.
 */

/* Attributes of text are said three times: for Western, Asian and what
 * OpenDocument calls complex scripts. */
static const char *const scripts[] = { "", "-asian", "-complex" };

/**
 * tl_odp_define_style:
 * @self: a presentation
 * @family: what it is a style of
 * @parent: (nullable): the style that it changes
 * @properties: elements
 *
 * Returns: (transfer none): its name; two that are alike are one
 */
const char *
tl_odp_define_style (TlOdp      *self,
                     const char *family,
                     const char *parent,
                     const char *properties)
{
  g_autoptr (GString) style = g_string_new (NULL);
  char *name;

  g_string_append_printf (style, " style:family=\"%s\"", family);
  if (parent != NULL)
    g_string_append_printf (style, " style:parent-style-name=\"%s\"", parent);
  g_string_append_printf (style, ">%s</style:style>\n", properties);
  name = g_hash_table_lookup (self->known, style->str);
  if (name != NULL)
    return name;

  name = g_strdup_printf ("s%u", g_hash_table_size (self->known) + 1);
  g_string_append_printf (self->styles, "<style:style style:name=\"%s\"%s", name, style->str);
  g_hash_table_insert (self->known, g_strdup (style->str), name);

  return name;
}

static void
append_font (GString *out,
             double   size,
             guint    weight)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *name = g_strconcat (i == 0 ? "fo" : "style", ":font-size", scripts[i], NULL);

      g_string_append_printf (out, " style:font-name%s=\"text\"", scripts[i]);
      tl_odp_append_points (out, name, size * TL_ODP_POINTS);
      g_string_append_printf (out, " %s:font-weight%s=\"%u\"", i == 0 ? "fo" : "style", scripts[i], weight);
    }
}

/**
 * tl_odp_define_text:
 * @self: a presentation
 * @shape: a line of text
 *
 * Returns: (transfer none): the name of a style of text that is set so
 */
const char *
tl_odp_define_text (TlOdp         *self,
                    const TlShape *shape)
{
  static const guint weights[] = { 400, 600, 700 };
  g_autoptr (GString) properties = g_string_new ("<style:text-properties style:letter-kerning=\"true\" style:text-underline-style=\"none\"");
  g_autofree char *closed = NULL;

  append_font (properties, shape->style.size, weights[shape->style.weight]);
  tl_odp_append_colour (properties, "fo:color", shape->pen.fill);
  closed = g_strconcat (properties->str, "/>", NULL);

  return tl_odp_define_style (self, "text", NULL, closed);
}

/**
 * tl_odp_define_paragraph:
 * @self: a presentation
 * @is_at_right: where its lines stand
 * @is_rtl: how they are read
 * @line_height: of a line, in pixels; 0 for what the font has
 *
 * Returns: (transfer none): the name of a style of paragraphs
 */
const char *
tl_odp_define_paragraph (TlOdp   *self,
                         gboolean is_at_right,
                         gboolean is_rtl,
                         double   line_height)
{
  g_autoptr (GString) properties = g_string_new (NULL);
  g_autofree char *closed = NULL;

  g_string_append_printf (properties, "<style:paragraph-properties fo:text-align=\"%s\" style:writing-mode=\"%s\"",
                          is_at_right ? "right" : "left", is_rtl ? "rl-tb" : "lr-tb");
  if (line_height > 0)
    tl_odp_append_points (properties, "fo:line-height", line_height * TL_ODP_POINTS);
  closed = g_strconcat (properties->str, "/>", NULL);

  return tl_odp_define_style (self, "paragraph", NULL, closed);
}

/**
 * tl_odp_define_page:
 * @self: a presentation
 * @is_hidden: whether going on passes it by
 *
 * Returns: (transfer none): the name of a style of slides
 */
const char *
tl_odp_define_page (TlOdp   *self,
                    gboolean is_hidden)
{
  g_autofree char *properties
    = g_strdup_printf ("<style:drawing-page-properties%s presentation:background-visible=\"true\""
                       " presentation:background-objects-visible=\"true\" presentation:display-header=\"false\""
                       " presentation:display-footer=\"false\" presentation:display-page-number=\"false\""
                       " presentation:display-date-time=\"false\"/>",
                       is_hidden ? " presentation:visibility=\"hidden\"" : "");

  return tl_odp_define_style (self, "drawing-page", NULL, properties);
}

static void
append_language (GString    *out,
                 const char *tag)
{
  g_auto (GStrv) subtags = g_strsplit (tag, "-", -1);
  const char *country = "none";

  if (subtags[0] == NULL)
    return;
  for (char **subtag = subtags + 1; *subtag != NULL; subtag++)
    if (strlen (*subtag) == 2)
      country = *subtag;

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *language = g_strconcat (i == 0 ? "fo" : "style", ":language", scripts[i], NULL);
      g_autofree char *region = g_strconcat (i == 0 ? "fo" : "style", ":country", scripts[i], NULL);

      tl_xml_append_attribute (out, language, subtags[0]);
      tl_xml_append_attribute (out, region, country);
    }
}

static TlRgba
choose_text_colour (TlRgba page)
{
  const TlRgba black = 0x000000ff, white = 0xffffffff;

  return tl_rgba_get_contrast (page, white) > tl_rgba_get_contrast (page, black) ? white : black;
}

/* Where a new slide has its parts, as parts of its height. */
static const struct
{
  const char *kind;
  double      top;
  double      height;
} parts[] = {
  { "title", 0.08, 0.15 },
  { "subtitle", 0.28, 0.6 },
  { "outline", 0.28, 0.6 },
};

static TlRect
get_part_box (const TlOdp *self,
              gsize        part)
{
  const TlOdpOptions *options = &self->options;

  return (TlRect){ 0.045 * options->width, parts[part].top * options->height,
                   0.91 * options->width, parts[part].height * options->height };
}

static void
append_slide_layout (const TlOdp *self,
                     GString     *out,
                     const char  *name,
                     gsize        n_parts)
{
  g_string_append_printf (out, "<style:presentation-page-layout style:name=\"%s\">", name);
  for (gsize i = 0; i < n_parts; i++)
    {
      const TlRect box = get_part_box (self, i);

      g_string_append_printf (out, "<presentation:placeholder presentation:object=\"%s\"", parts[i].kind);
      tl_odp_append_box (out, &box);
      g_string_append (out, "/>");
    }
  g_string_append (out, "</style:presentation-page-layout>\n");
}

/* A style that a placeholder of the master page, or a frame, is made after. */
static void
append_named (GString    *out,
              const char *name,
              double      size,
              guint       weight,
              TlRgba      colour)
{
  g_string_append_printf (out,
                          "<style:style style:name=\"" TL_ODP_MASTER "-%s\" style:family=\"presentation\">"
                          "<style:graphic-properties draw:stroke=\"none\" draw:fill=\"none\""
                          " draw:textarea-vertical-align=\"top\" draw:auto-grow-height=\"false\""
                          " fo:padding-top=\"0pt\" fo:padding-bottom=\"0pt\" fo:padding-left=\"0pt\""
                          " fo:padding-right=\"0pt\" fo:wrap-option=\"wrap\"/>"
                          "<style:paragraph-properties fo:margin-top=\"0pt\" fo:margin-bottom=\"0pt\""
                          " fo:margin-left=\"0pt\" fo:text-indent=\"0pt\"/>"
                          "<style:text-properties",
                          name);
  append_font (out, size, weight);
  tl_odp_append_colour (out, "fo:color", colour);
  g_string_append (out, "/></style:style>\n");
}

static void
append_office_styles (const TlOdp *self,
                      GString     *out)
{
  const TlOdpOptions *options = &self->options;
  TlRgba colour = choose_text_colour (options->page);

  g_string_append (out, "<office:styles>\n<style:default-style style:family=\"graphic\">"
                        "<style:paragraph-properties style:writing-mode=\"lr-tb\"/><style:text-properties");
  append_font (out, 17, 400);
  tl_odp_append_colour (out, "fo:color", colour);
  append_language (out, options->about.language);
  g_string_append (out, "/></style:default-style>\n<style:style style:name=\"standard\" style:family=\"graphic\"/>\n");
  append_named (out, "title", 36, 700, colour);
  append_named (out, "subtitle", 17, 400, colour);
  append_named (out, "outline1", 17, 400, colour);
  append_named (out, "notes", 14 / TL_ODP_POINTS, 400, 0x000000ff);
  append_slide_layout (self, out, TL_ODP_LAYOUT_TEXT, 2);
  append_slide_layout (self, out, TL_ODP_LAYOUT_TITLE, 1);
  g_string_append (out, "</office:styles>\n");
}

static void
append_page_layout (GString    *out,
                    const char *name,
                    double      width,
                    double      height)
{
  g_string_append_printf (out, "<style:page-layout style:name=\"%s\"><style:page-layout-properties"
                               " fo:margin=\"0pt\" style:print-orientation=\"%s\"",
                          name, width > height ? "landscape" : "portrait");
  tl_odp_append_points (out, "fo:page-width", width);
  tl_odp_append_points (out, "fo:page-height", height);
  g_string_append (out, "/></style:page-layout>\n");
}

static void
append_placeholder (const TlOdp *self,
                    GString     *out,
                    gsize        part)
{
  const TlRect box = get_part_box (self, part);
  const char *kind = parts[part].kind;

  g_string_append_printf (out, "<draw:frame presentation:style-name=\"" TL_ODP_MASTER "-%s\" draw:layer=\"backgroundobjects\"",
                          g_str_equal (kind, "outline") ? "outline1" : kind);
  tl_odp_append_box (out, &box);
  g_string_append_printf (out, " presentation:class=\"%s\" presentation:placeholder=\"true\"><draw:text-box/></draw:frame>\n",
                          kind);
}

/**
 * tl_odp_make_styles:
 * @self: a presentation
 *
 * Returns: (transfer full): the part with what new slides are made after
 */
char *
tl_odp_make_styles (const TlOdp *self)
{
  const TlOdpOptions *options = &self->options;
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles");

  tl_odp_append_namespaces (out);
  g_string_append (out, ">\n");
  tl_odp_append_fonts (out, tl_text_pango_get_family (options->text));
  append_office_styles (self, out);

  g_string_append (out, "<office:automatic-styles>\n");
  append_page_layout (out, "slide", options->width * TL_ODP_POINTS, options->height * TL_ODP_POINTS);
  append_page_layout (out, "notes", TL_ODP_NOTES_WIDTH, TL_ODP_NOTES_HEIGHT);
  g_string_append (out, "<style:style style:name=\"page\" style:family=\"drawing-page\"><style:drawing-page-properties"
                        " draw:fill=\"solid\" draw:background-size=\"border\"");
  tl_odp_append_colour (out, "draw:fill-color", options->page);
  g_string_append (out, "/></style:style>\n</office:automatic-styles>\n"
                        "<office:master-styles>\n<draw:layer-set><draw:layer draw:name=\"layout\"/>"
                        "<draw:layer draw:name=\"background\"/><draw:layer draw:name=\"backgroundobjects\"/>"
                        "<draw:layer draw:name=\"controls\"/><draw:layer draw:name=\"measurelines\"/></draw:layer-set>\n"
                        "<style:master-page style:name=\"" TL_ODP_MASTER "\" style:page-layout-name=\"slide\""
                        " draw:style-name=\"page\">\n");
  append_placeholder (self, out, 0);
  append_placeholder (self, out, 2);
  g_string_append (out, "<presentation:notes style:page-layout-name=\"notes\"/>\n"
                        "</style:master-page>\n</office:master-styles></office:document-styles>\n");

  return g_string_free (out, FALSE);
}
