/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-write-svg.h"

#include "tl-svg-private.h"

/**
 * tl_svg_writer_define:
 * @self: a file that is being written
 * @element: name of an element that is referred to, not painted
 * @attributes: its attributes, but for the id
 * @content: what is in it
 *
 * Returns: the number of the definition, in whose id it comes after
 *   "def_00"; two that are alike are one. No id of a scene is written so.
 */
guint
tl_svg_writer_define (TlSvgWriter *self,
                      const char  *element,
                      const char  *attributes,
                      const char  *content)
{
  char *written = g_strconcat (attributes, ">", content, "</", element, ">", NULL);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, written));

  if (number > 0)
    {
      g_free (written);
      return number;
    }

  number = g_hash_table_size (self->known) + 1;
  g_string_append_printf (self->defs, "<%s id=\"def_00%u\"%s\n", element, number, written);
  g_hash_table_insert (self->known, written, GUINT_TO_POINTER (number));

  return number;
}

static void
append_clip (TlSvgWriter       *self,
             const TlSceneItem *item)
{
  g_autoptr (GString) rect = g_string_new ("<rect");

  tl_svg_append_length (rect, "x", item->clip.x);
  tl_svg_append_length (rect, "y", item->clip.y);
  tl_svg_append_length (rect, "width", item->clip.width);
  tl_svg_append_length (rect, "height", item->clip.height);
  g_string_append (rect, "/>");
  g_string_append_printf (self->body, " clip-path=\"url(#def_00%u)\"",
                          tl_svg_writer_define (self, "clipPath", "", rect->str));
}

static gboolean
has_text (const TlSvgWriter *self,
          const TlSceneItem *item)
{
  const TlShape *shapes = tl_scene_get_shapes (self->scene, item);

  for (guint32 i = 0; i < item->n_shapes; i++)
    if (shapes[i].kind == TL_SHAPE_TEXT)
      return TRUE;

  return FALSE;
}

static char *
dup_text (const TlSvgWriter *self,
          const TlSceneItem *item)
{
  const TlShape *shapes = tl_scene_get_shapes (self->scene, item);
  GString *text = g_string_new (NULL);

  for (guint32 i = 0; i < item->n_shapes; i++)
    if (shapes[i].kind == TL_SHAPE_TEXT)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", shapes[i].text);

  return g_string_free (text, FALSE);
}

/* What those who do not see the chart are told of an item: roles of
 * https://www.w3.org/TR/graphics-aria-1.0/, each with one that older readers
 * know. What has neither name nor text says nothing. */
static void
append_role (TlSvgWriter       *self,
             const TlSceneItem *item)
{
  gboolean is_text = has_text (self, item);

  if (item->name != NULL)
    tl_xml_append_attribute (self->body, "role",
                             is_text && self->how == TL_SVG_TEXT_LIVE ? "graphics-object group" : "graphics-symbol img");
  else if (!is_text)
    tl_xml_append_attribute (self->body, "aria-hidden", "true");
  else if (self->how == TL_SVG_TEXT_OUTLINES)
    {
      g_autofree char *text = dup_text (self, item);

      tl_xml_append_attribute (self->body, "role", "img");
      tl_xml_append_attribute (self->body, "aria-label", text);
    }
}

static void
append_element (GString    *out,
                const char *element,
                const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;

  g_string_append_printf (out, "<%s>", element);
  tl_xml_append_text (out, text);
  g_string_append_printf (out, "</%s>\n", element);
}

/* LibreOffice (7.4) lets shapes inherit the opacity of their group, which they
 * then have twice; within a group that says otherwise they do not. */
static void
add_shapes (TlSvgWriter       *self,
            const TlSceneItem *item)
{
  const TlShape *shapes = tl_scene_get_shapes (self->scene, item);

  if (item->opacity < 1)
    g_string_append (self->body, "<g opacity=\"1\">\n");
  for (guint32 i = 0; i < item->n_shapes; i++)
    {
      tl_svg_writer_add_shape (self, &shapes[i]);
      g_string_append_c (self->body, '\n');
    }
  if (item->opacity < 1)
    g_string_append (self->body, "</g>\n");
}

static void
add_item (TlSvgWriter       *self,
          const TlSceneItem *item)
{
  gboolean is_link;

  if (item->n_shapes == 0 || item->opacity <= 0)
    return;

  is_link = tl_svg_append_link (self->body, item->link);
  g_string_append (self->body, "<g");
  if (item->id != NULL && item->id[0] != '\0')
    {
      g_string_append (self->body, " id=\"");
      tl_svg_append_id (self->body, item->id);
      g_string_append_c (self->body, '"');
    }
  append_role (self, item);
  if (item->opacity < 1)
    tl_svg_append_length (self->body, "opacity", item->opacity);
  if (item->has_clip)
    append_clip (self, item);
  g_string_append (self->body, ">\n");
  append_element (self->body, "title", item->name);
  append_element (self->body, "desc", item->description);

  add_shapes (self, item);
  g_string_append (self->body, is_link ? "</g></a>\n" : "</g>\n");
}

static void
append_root (const TlSvgWriter *self,
             GString           *out)
{
  const TlSceneAbout *about = tl_scene_get_about (self->scene);
  double width = tl_scene_get_width (self->scene);
  double height = tl_scene_get_height (self->scene);

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
  tl_svg_append_length (out, "width", width);
  tl_svg_append_length (out, "height", height);
  g_string_append (out, " viewBox=\"0 0 ");
  tl_append_length (out, width);
  g_string_append_c (out, ' ');
  tl_append_length (out, height);
  g_string_append_c (out, '"');
  if (about->language[0] != '\0')
    {
      tl_xml_append_attribute (out, "lang", about->language);
      tl_xml_append_attribute (out, "xml:lang", about->language);
    }
  tl_xml_append_attribute (out, "role", "graphics-document document");
  tl_xml_append_attribute (out, "direction", "ltr");
  tl_xml_append_attribute (out, "stroke-linejoin", "round");
  tl_svg_append_fonts (out, tl_text_pango_get_family (self->text));
  g_string_append (out, ">\n");
  append_element (out, "title", about->title);
  append_element (out, "desc", about->description);
}

static void
append_background (GString       *out,
                   const TlScene *scene)
{
  TlRgba colour = tl_scene_get_background (scene);

  if (TL_RGBA_ALPHA (colour) == 0)
    return;

  g_string_append (out, "<rect aria-hidden=\"true\"");
  tl_svg_append_length (out, "width", tl_scene_get_width (scene));
  tl_svg_append_length (out, "height", tl_scene_get_height (scene));
  tl_svg_append_colour (out, "fill", colour);
  g_string_append (out, "/>\n");
}

/**
 * tl_write_svg:
 * @scene: a finished scene
 * @text: what its texts were measured with
 * @how: what becomes of its texts
 *
 * Writes a scene as SVG (https://www.w3.org/TR/SVG2/, with nothing that SVG
 * 1.1 lacks but for attributes that say more to those who know them). There is
 * no script in it, and nothing that it would have to fetch. The same scene
 * gives the same bytes.
 *
 * Returns: (transfer full): the file
 */
GString *
tl_write_svg (const TlScene *scene,
              TlTextPango   *text,
              TlSvgText      how)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GString) defs = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TlSvgWriter self = { scene, text, how, defs, body, known, NULL };
  const TlSceneItem *items;
  guint n_items;

  items = tl_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    add_item (&self, &items[i]);
  g_clear_pointer (&self.scratch, cairo_destroy);

  append_root (&self, out);
  if (defs->len > 0)
    g_string_append_printf (out, "<defs>\n%s</defs>\n", defs->str);
  append_background (out, scene);
  g_string_append_len (out, body->str, (gssize) body->len);
  g_string_append (out, "</svg>\n");

  return out;
}
