/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "../charts/demo-scene.h"
#include "tl-write-svg.h"

#include <locale.h>
#include <string.h>

/* What is written is XML whatever a timeline may hold, the same each time,
 * and no more than it takes. */

static const TlPen blue = { .fill = 0x3584e4ffu };
static const TlTextStyle bold = { 12.5, TL_WEIGHT_BOLD };

static TlTextPango *
create_text (void)
{
  return tl_text_pango_new (TL_CHART_FONT, "en");
}

static char *
write_scene (const TlScene *scene,
             TlSvgText      how)
{
  g_autoptr (TlTextPango) text = create_text ();

  return g_string_free (tl_write_svg (scene, text, how), FALSE);
}

static TlScene *
create_small_scene (void)
{
  static const TlPen fading = { .fill = 0x11223380u, .fade_left = 10 };
  static const TlPen line = { .stroke = 0xe01b24ffu, .line_width = 1.25, .dash = TL_DASH_DOTTED };
  TlTextBlock block = { .lines = { { 0, 5, 30.123, FALSE } }, .n_lines = 1, .width = 30.123, .line_height = 16, .baseline = 12 };
  TlScene *scene = tl_scene_new (120, 80.5, 0xffffffffu);
  TlSceneItem *item;

  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_rect (scene, &(TlRect) { 0, 10, 120, 20 }, 0, &fading);
  tl_scene_add_line (scene, 0, 30, 120, 30, &line);

  item = tl_scene_begin_item (scene, TL_ITEM_EVENT, 0);
  item->id = tl_scene_keep_text (scene, "event:a_b_20");
  item->name = tl_scene_keep_text (scene, "Tom & \"Jo\"");
  item->description = tl_scene_keep_text (scene, "in <2026>");
  item->link = tl_scene_keep_text (scene, "HTTPS://example.org/?a=1&b='ü'");
  item->opacity = 0.5;
  item->has_clip = TRUE;
  item->clip = (TlRect) { 0, 0, 100, 80 };
  tl_scene_add_circle (scene, 20, 20, 4.5, &blue);
  tl_scene_add_text (scene, "A & B", &bold, &block, 30, 14, 0x336699ffu);

  item = tl_scene_begin_item (scene, TL_ITEM_NOTE, 0);
  item->link = tl_scene_keep_text (scene, "#event:a_b_20");
  block.lines[0].length = 6;
  block.is_rtl = TRUE;
  tl_scene_add_text (scene, "  אב", &bold, &block, 30, 40, 0x336699ffu);

  tl_scene_set_about (scene, &(TlSceneAbout) { .title = "T", .description = "D", .language = "de" });
  tl_scene_finish (scene);

  return scene;
}

static const char expected[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
  " width=\"120\" height=\"80.5\" viewBox=\"0 0 120 80.5\" lang=\"de\" xml:lang=\"de\""
  " role=\"graphics-document document\" direction=\"ltr\" stroke-linejoin=\"round\""
  " font-family=\"&#39;Inter&#39;,Roboto,&#39;Noto Sans&#39;,&#39;Segoe UI&#39;,&#39;Helvetica Neue&#39;,Arial,sans-serif\">\n"
  "<title>T</title>\n"
  "<desc>D</desc>\n"
  "<defs>\n"
  "<linearGradient id=\"def_001\" gradientUnits=\"userSpaceOnUse\" y1=\"0\" y2=\"0\" x1=\"0\" x2=\"120\">"
  "<stop offset=\"0%\" stop-color=\"#123\" stop-opacity=\"0\"/>"
  "<stop offset=\"8%\" stop-color=\"#123\" stop-opacity=\"0.5\"/>"
  "<stop offset=\"100%\" stop-color=\"#123\" stop-opacity=\"0.5\"/></linearGradient>\n"
  "<clipPath id=\"def_002\"><rect x=\"0\" y=\"0\" width=\"100\" height=\"80\"/></clipPath>\n"
  "</defs>\n"
  "<rect aria-hidden=\"true\" width=\"120\" height=\"80.5\" fill=\"#fff\"/>\n"
  "<g aria-hidden=\"true\">\n"
  "<rect x=\"0\" y=\"10\" width=\"120\" height=\"20\" fill=\"url(#def_001)\"/>\n"
  "<path d=\"M0 30L120 30\" fill=\"none\" stroke=\"#e01b24\" stroke-width=\"1.25\" stroke-dasharray=\"1.5 3\"/>\n"
  "</g>\n"
  "<a href=\"HTTPS://example.org/?a=1&amp;b=%27%C3%BC%27\" xlink:href=\"HTTPS://example.org/?a=1&amp;b=%27%C3%BC%27\">"
  "<g id=\"event_3Aa_b_5F20\" role=\"graphics-object group\" opacity=\"0.5\" clip-path=\"url(#def_002)\">\n"
  "<title>Tom &amp; &quot;Jo&quot;</title>\n"
  "<desc>in &lt;2026&gt;</desc>\n"
  "<g opacity=\"1\">\n"
  "<circle cx=\"20\" cy=\"20\" r=\"4.5\" fill=\"#3584e4\"/>\n"
  "<text x=\"30\" y=\"26\" font-size=\"12.5\" font-weight=\"700\" fill=\"#369\" textLength=\"30.12\""
  " lengthAdjust=\"spacingAndGlyphs\">A &amp; B</text>\n"
  "</g>\n"
  "</g></a>\n"
  "<a href=\"#event_3Aa_b_5F20\" xlink:href=\"#event_3Aa_b_5F20\"><g>\n"
  "<text x=\"60.12\" y=\"52\" font-size=\"12.5\" font-weight=\"700\" direction=\"rtl\" fill=\"#369\" xml:space=\"preserve\">"
  "  \327\220\327\221</text>\n"
  "</g></a>\n"
  "</svg>\n";

static void
test_write_svg_bytes (void)
{
  g_autoptr (TlScene) scene = create_small_scene ();
  g_autofree char *again = NULL;
  g_autofree char *svg = write_scene (scene, TL_SVG_TEXT_LIVE);
  g_assert_cmpstr (svg, ==, expected);

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    g_test_message ("no German locale to compare with");
  again = write_scene (scene, TL_SVG_TEXT_LIVE);
  setlocale (LC_NUMERIC, "C");
  g_assert_cmpstr (again, ==, expected);
}

/* What a parser of GLib's finds in a file. */
typedef struct
{
  GHashTable *ids;
  GHashTable *targets;
  GString    *text;
} Found;

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              data,
                  GError              **error)
{
  Found *found = data;

  g_assert_cmpstr (element, !=, "script");
  g_assert_cmpstr (element, !=, "image");
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_false (g_str_has_prefix (names[i], "on"));
      if (g_str_equal (names[i], "id"))
        g_assert_true (g_hash_table_add (found->ids, g_strdup (values[i])));
      if (g_str_equal (names[i], "href"))
        g_hash_table_add (found->targets, g_strdup (values[i]));
      if (g_str_has_prefix (values[i], "url(#"))
        g_hash_table_add (found->targets, g_strndup (values[i] + 4, strlen (values[i]) - 5));
    }
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              data,
         GError              **error)
{
  Found *found = data;

  g_string_append_len (found->text, text, (gssize) length);
}

static Found
parse (const char *svg)
{
  static const GMarkupParser parser = { .start_element = start_element_cb, .text = text_cb };
  g_autoptr (GError) error = NULL;
  Found found = {
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    g_string_new (NULL),
  };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &found, NULL);
  gboolean is_sound = g_markup_parse_context_parse (context, svg, -1, &error)
                      && g_markup_parse_context_end_parse (context, &error);

  g_assert_no_error (error);
  g_assert_true (is_sound);

  return found;
}

static void
clear (Found *found)
{
  g_hash_table_unref (found->ids);
  g_hash_table_unref (found->targets);
  g_string_free (found->text, TRUE);
}

/* XML 1.0 has no place for most control characters, not even as references. */
static void
assert_characters (const char *svg)
{
  g_assert_true (g_utf8_validate (svg, -1, NULL));
  g_assert_null (strstr (svg, "&#x"));
  for (const char *p = svg; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_assert_true (c == '\n' || c == '\t' || (c >= 0x20 && c != 0x7f && c != 0xfffe && c != 0xffff));
    }
}

static void
test_write_svg_demo (void)
{
  g_autoptr (TlTextPango) text = create_text ();
  TlTextMeasure measure = tl_text_pango_get_measure (text);
  g_autoptr (TlScene) scene = create_demo_scene (&measure);

  for (TlSvgText how = TL_SVG_TEXT_LIVE; how <= TL_SVG_TEXT_OUTLINES; how++)
    {
      g_autofree char *svg = write_scene (scene, how);
      Found found = parse (svg);
      GHashTableIter targets;
      gpointer target;

      assert_characters (svg);
      g_hash_table_iter_init (&targets, found.targets);
      while (g_hash_table_iter_next (&targets, &target, NULL))
        if (*(const char *) target == '#')
          g_assert_true (g_hash_table_contains (found.ids, (const char *) target + 1));
        else
          g_assert_true (g_str_has_prefix (target, "https://"));
      g_assert_nonnull (strstr (found.text->str, "Port <closes>"));
      g_assert_null (strstr (svg, "javascript"));
      g_assert_null (strstr (svg, "=\"-0\""));
      clear (&found);
    }
}

static void
test_write_svg_outlines (void)
{
  g_autoptr (TlTextPango) text = create_text ();
  TlTextMeasure measure = tl_text_pango_get_measure (text);
  g_autoptr (TlScene) scene = tl_scene_new (100, 50, TL_RGBA_NONE);
  g_autofree char *svg = NULL;
  TlTextBlock block;

  tl_text_measure (&measure, "Ab & c", &bold, NULL, &block);
  tl_scene_begin_item (scene, TL_ITEM_AXIS, 0);
  tl_scene_add_text (scene, "Ab & c", &bold, &block, 10, 10, 0x000000ffu);
  tl_scene_finish (scene);
  svg = write_scene (scene, TL_SVG_TEXT_OUTLINES);

  g_assert_null (strstr (svg, "<text"));
  g_assert_nonnull (strstr (svg, "<path d=\"M"));
  g_assert_nonnull (strstr (svg, "role=\"img\" aria-label=\"Ab &amp; c\""));
}

/* A scene all of whose texts are @text. */
static TlScene *
create_hostile_scene (const char *text)
{
  TlTextBlock block = { .lines = { { 0, (guint) strlen (text), 50, TRUE } }, .n_lines = 1, .width = 50, .line_height = 16, .baseline = 12 };
  TlScene *scene = tl_scene_new (100, 100, 0xffffffffu);
  TlSceneItem *item = tl_scene_begin_item (scene, TL_ITEM_EVENT, 0);
  const char *kept = tl_scene_keep_text (scene, text);

  item->id = kept;
  item->name = kept;
  item->description = kept;
  item->link = kept;
  tl_scene_add_text (scene, text, &bold, &block, 10, 10, 0x000000ffu);
  tl_scene_set_about (scene, &(TlSceneAbout) { kept, kept, kept, kept, kept, kept });
  tl_scene_finish (scene);

  return scene;
}

static void
test_write_svg_hostile (void)
{
  static const char *const texts[] = {
    "", "<script>alert(1)</script>", "\"'><svg onload=alert(1)>", "&amp; &#x1; &nope;", "]]>", "<!--", "-->",
    "\001\002\037\177", "\302\200\302\237", "\357\277\276\357\277\277", "\377\303", "\355\240\200", "a\tb\nc\rd",
    "javascript:alert(1)", "data:text/html,x", " https://a", "#", "#x", "http://a/\"onclick=\"x", "mailto:a@b",
    "\342\200\256abc", "\364\217\277\277", "_00", "def_001", "0", "url(#def_001)", "\\", "\\'",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *random = g_malloc0 (20);
      const char *text = i < G_N_ELEMENTS (texts) ? texts[i] : random;
      g_autoptr (TlScene) scene = NULL;

      for (guint j = 0; j < 19; j++)
        random[j] = (char) g_rand_int_range (rand, 0, 256);
      scene = create_hostile_scene (text);
      for (TlSvgText how = TL_SVG_TEXT_LIVE; how <= TL_SVG_TEXT_OUTLINES; how++)
        {
          g_autofree char *svg = write_scene (scene, how);
          Found found = parse (svg);

          assert_characters (svg);
          clear (&found);
        }
    }
}

/* Different ids stay different. */
static void
test_write_svg_ids (void)
{
  static const char *const ids[] = {
    "a b", "a_20b", "a_5F20b", "a__20b", "a_b", "a:b", "a_3Ab", "0", "_30", "__30", "\303\274", "_C3_BC", "def_001", "A", "a",
  };
  g_autoptr (TlScene) scene = tl_scene_new (10, 10, TL_RGBA_NONE);
  g_autofree char *svg = NULL;
  Found found;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      TlSceneItem *item = tl_scene_begin_item (scene, TL_ITEM_EVENT, i);

      item->id = ids[i];
      item->has_clip = TRUE;
      tl_scene_add_rect (scene, &(TlRect) { 0, 0, 1, 1 }, 0, &blue);
    }
  tl_scene_finish (scene);
  svg = write_scene (scene, TL_SVG_TEXT_LIVE);
  found = parse (svg);
  g_assert_cmpuint (g_hash_table_size (found.ids), ==, G_N_ELEMENTS (ids) + 1);
  clear (&found);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/write-svg/bytes", test_write_svg_bytes);
  g_test_add_func ("/write-svg/demo", test_write_svg_demo);
  g_test_add_func ("/write-svg/outlines", test_write_svg_outlines);
  g_test_add_func ("/write-svg/hostile", test_write_svg_hostile);
  g_test_add_func ("/write-svg/ids", test_write_svg_ids);

  return g_test_run ();
}
