/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-load.h"
#include "tl-write-pdf.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Whatever a scene holds, Cairo makes a whole PDF of it. What is in it is
 * for tests/cli/test-export.py to read.
 */

static const TlTextStyle style = { .size = 12 };

static TlTextPango *text;

static char *
write_pages (GPtrArray  *pages,
             TlTimeline *timeline,
             gsize      *length)
{
  const TlPdfOptions options = { .timeline = timeline, .author = "Ada" };
  g_autofree char *name = g_build_filename (g_get_tmp_dir (), "test-write-pdf-XXXXXX", NULL);
  g_autoptr (TlOutput) output = NULL;
  g_autoptr (GError) error = NULL;
  char *content;

  close (g_mkstemp (name));
  output = tl_output_open (name, NULL);
  g_assert_true (tl_write_pdf (pages, text, &options, output, &error));
  g_assert_no_error (error);
  g_assert_true (tl_output_close (output, NULL));
  g_assert_true (g_file_get_contents (name, &content, length, NULL));
  g_unlink (name);

  /* As far as one sees without reading it. */
  g_assert_true (g_str_has_prefix (content, "%PDF-1."));
  g_assert_cmpmem (content + *length - 6, 6, "%%EOF\n", 6);

  return content;
}

static void
add_item (TlScene    *scene,
          TlItemKind  kind,
          const char *id,
          const char *link,
          const char *words)
{
  const TlTextMeasure measure = tl_text_pango_get_measure (text);
  const TlTextRoom room = { 0, 1 };
  TlSceneItem *item = tl_scene_begin_item (scene, kind, 0);
  TlTextBlock block;

  item->id = tl_scene_keep_text (scene, id);
  item->link = tl_scene_keep_text (scene, link);
  if (words == NULL)
    return;
  tl_text_measure (&measure, words, &style, &room, &block);
  tl_scene_add_text (scene, words, &style, &block, 10, 10, 0x000000ff);
}

static GPtrArray *
make_pages (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tl_scene_unref);
}

/* Each kind of item, with and without anything in it, a link, an id. */
static void
test_write_pdf_items (void)
{
  static const char *const links[] = {
    NULL, "", "https://example.org/it's (a) \\ \"link\" ü", "#here", "#nowhere", "#it's (here) ü", "#",
  };
  static const char *const words[] = { NULL, "", "Words", "  ", "שלום", "例" };

  for (gsize l = 0; l < G_N_ELEMENTS (links); l++)
    for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
      {
        g_autoptr (GPtrArray) pages = make_pages ();
        g_autofree char *content = NULL;
        gsize length;

        for (int page = 0; page < 2; page++)
          {
            TlScene *scene = tl_scene_new (300, 200, w % 2 == 0 ? 0xffffffff : TL_RGBA_NONE);

            for (int kind = TL_ITEM_BACKGROUND; kind <= TL_ITEM_NOTE; kind++)
              add_item (scene, (TlItemKind) kind, kind == TL_ITEM_EVENT ? "here" : NULL, links[l], words[w]);
            add_item (scene, TL_ITEM_NOTE, "it's (here) ü", NULL, words[w]);
            tl_scene_finish (scene);
            g_ptr_array_add (pages, scene);
          }
        content = write_pages (pages, NULL, &length);
        g_assert_nonnull (content);
      }
}

/* What covers the page, veiled or not, at any place. */
static void
test_write_pdf_covered (void)
{
  for (int place = 0; place < 3; place++)
    for (int is_veiled = 0; is_veiled < 2; is_veiled++)
      {
        g_autoptr (GPtrArray) pages = make_pages ();
        TlScene *scene = tl_scene_new (300, 200, 0xffffffff);
        const TlRect all = { 0, 0, 300, 200 };
        const TlPen pen = { .fill = 0x336699ff };
        g_autofree char *content = NULL;
        gsize length;

        for (int i = 0; i < 3; i++)
          if (i == place)
            {
              tl_scene_begin_item (scene, TL_ITEM_EVENT, 0)->opacity = is_veiled ? 0.5 : 1;
              tl_scene_add_rect (scene, &all, 0, &pen);
            }
          else
            add_item (scene, TL_ITEM_TITLE, NULL, "https://example.org/", "Words");
        tl_scene_finish (scene);
        g_ptr_array_add (pages, scene);
        content = write_pages (pages, NULL, &length);
        g_assert_nonnull (content);
      }
}

/* Any date has its place in the outline. */
static void
test_write_pdf_outline (void)
{
  static const char *const dates[] = {
    "2025-06-12", "2025-06", "2025", "202X", "20XX", "Y-66000000", "-0044-03-15", "../2025", "/2025", "2025/..",
    "2025-21", "[2024..2025]", "{2024,2025-03}", "..", "Y170000002", "2025-06-12T10:00:00Z",
  };
  g_autoptr (GString) json = g_string_new ("{ \"format\": \"throughline\", \"version\": 1, \"title\": \"T\", \"events\": [");
  g_autoptr (GPtrArray) pages = make_pages ();
  TlScene *scene = tl_scene_new (300, 200, 0xffffffff);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlLoad) load = NULL;
  gsize length_one;
  gsize length_two;

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *id = g_strdup_printf ("event-e%u", (guint) i);

      g_string_append_printf (json, "%s{ \"id\": \"%s\", \"title\": \"E\", \"when\": \"%s\" }", i > 0 ? "," : "",
                              id + strlen ("event-"), dates[i]);
      add_item (scene, TL_ITEM_EVENT, id, NULL, "Words");
    }
  g_string_append (json, "] }");
  tl_scene_finish (scene);
  g_ptr_array_add (pages, scene);

  bytes = g_bytes_new (json->str, json->len);
  load = tl_load_bytes (bytes, NULL);
  one = write_pages (pages, load->timeline, &length_one);
  two = write_pages (pages, load->timeline, &length_two);
  g_assert_cmpmem (one, length_one, two, length_two);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  text = tl_text_pango_new (TL_CHART_FONT, "en");

  g_test_add_func ("/write-pdf/items", test_write_pdf_items);
  g_test_add_func ("/write-pdf/covered", test_write_pdf_covered);
  g_test_add_func ("/write-pdf/outline", test_write_pdf_outline);
  status = g_test_run ();
  g_object_unref (text);

  return status;
}
