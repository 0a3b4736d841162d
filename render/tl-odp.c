/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-odp-private.h"

#include "tl-file-time.h"
#include "tl-xml.h"

#include <string.h>

/* The package of a presentation: OpenDocument 1.3, part 2. */

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static const char manifest_start[] =
  XML "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">\n"
      "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"" TL_ODP_MIME_TYPE "\"/>\n"
      "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\n"
      "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>\n"
      "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>\n";

static void
append_element (GString    *out,
                const char *name,
                const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;

  g_string_append_printf (out, "<%s>", name);
  tl_xml_append_text (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

/* Not compressed and the generator first: who is to overwrite the file looks
 * for that. */
static void
add_meta (TlOdp *self)
{
  const TlSceneAbout *about = &self->options.about;
  g_autofree char *time = tl_file_get_time (about);
  g_autoptr (GString) out = g_string_new (XML "<office:document-meta");

  tl_odp_append_namespaces (out);
  g_string_append (out, "><office:meta>\n" TL_ODP_GENERATOR PACKAGE_VERSION "</meta:generator>\n");
  append_element (out, "dc:title", about->title);
  append_element (out, "dc:description", about->description);
  append_element (out, "dc:language", about->language);
  append_element (out, "meta:initial-creator", self->options.author);
  append_element (out, "dc:creator", self->options.author);
  append_element (out, "meta:creation-date", time);
  append_element (out, "dc:date", time);
  if (about->as_of != NULL)
    {
      g_string_append (out, "<meta:user-defined meta:name=\"as-of\">");
      tl_xml_append_text (out, about->as_of);
      g_string_append (out, "</meta:user-defined>\n");
    }
  g_string_append (out, "</office:meta></office:document-meta>\n");
  tl_zip_store (self->zip, "meta.xml", out->str, out->len);
}

/**
 * tl_odp_new:
 * @options: what its slides have in common
 * @output: takes the file; outlives it
 *
 * Returns: (transfer full): a presentation without slides
 */
TlOdp *
tl_odp_new (const TlOdpOptions *options,
            TlOutput           *output)
{
  TlOdp *self = g_new0 (TlOdp, 1);
  g_autofree char *time = tl_file_get_time (&options->about);

  self->options = *options;
  self->zip = tl_zip_new (output, time);
  self->styles = g_string_new (NULL);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->body = g_string_new (NULL);
  self->files = g_string_new (NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tl_zip_store (self->zip, "mimetype", TL_ODP_MIME_TYPE, strlen (TL_ODP_MIME_TYPE));
  add_meta (self);

  return self;
}

/**
 * tl_odp_free:
 * @self: (transfer full): a presentation
 */
void
tl_odp_free (TlOdp *self)
{
  tl_zip_free (self->zip);
  g_string_free (self->styles, TRUE);
  g_hash_table_unref (self->known);
  g_string_free (self->body, TRUE);
  g_string_free (self->files, TRUE);
  g_hash_table_unref (self->names);
  g_free (self);
}

static void
add_content (TlOdp *self)
{
  g_autoptr (GString) out = g_string_new (XML "<office:document-content");

  tl_odp_append_namespaces (out);
  g_string_append (out, ">\n");
  tl_odp_append_fonts (out, tl_text_pango_get_family (self->options.text));
  g_string_append_printf (out, "<office:automatic-styles>\n%s</office:automatic-styles>\n", self->styles->str);
  g_string_append (out, "<office:body><office:presentation>\n");
  g_string_append_len (out, self->body->str, (gssize) self->body->len);
  g_string_append (out, "</office:presentation></office:body></office:document-content>\n");
  tl_zip_deflate (self->zip, "content.xml", out->str, out->len);
}

/**
 * tl_odp_finish:
 * @self: a presentation that has got all of its slides
 *
 * Writes the rest of the file. Failures of writing are for tl_output_close()
 * to tell.
 *
 * Returns: whether all of it had room
 */
gboolean
tl_odp_finish (TlOdp *self)
{
  g_autofree char *styles = tl_odp_make_styles (self);
  g_autofree char *manifest = g_strconcat (manifest_start, self->files->str, "</manifest:manifest>\n", NULL);

  add_content (self);
  tl_zip_deflate (self->zip, "styles.xml", styles, strlen (styles));
  tl_zip_deflate (self->zip, "META-INF/manifest.xml", manifest, strlen (manifest));

  return tl_zip_finish (self->zip);
}
