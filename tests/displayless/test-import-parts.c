/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-id-table.h"
#include "tl-json-scan.h"
#include "tl-vocabulary.h"

#include <string.h>

/* The small parts below the importer: texts, ids, places, words. */

static void
test_parts_pool (void)
{
  g_autofree char *large = g_strnfill (TL_TEXT_POOL_CHUNK - 1, 'x');
  TlTextPool pool;
  TlText first;
  TlText second;
  TlText third;

  tl_text_pool_init (&pool);
  first = tl_text_pool_add (&pool, "one and more", 3);
  second = tl_text_pool_add (&pool, large, strlen (large));
  third = tl_text_pool_add (&pool, "", 0);

  g_assert_null (tl_text_pool_get (&pool, 0));
  g_assert_cmpuint (first, !=, 0);
  g_assert_cmpstr (tl_text_pool_get (&pool, first), ==, "one");
  g_assert_cmpstr (tl_text_pool_get (&pool, second), ==, large);
  g_assert_cmpstr (tl_text_pool_get (&pool, third), ==, "");
  tl_text_pool_clear (&pool);
}

static void
test_parts_ids (void)
{
  TlTextPool pool;
  TlIdTable ids;

  tl_text_pool_init (&pool);
  tl_id_table_init (&ids, &pool);

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("id-%u", i);
      guint32 slot = tl_id_table_intern (&ids, id, strlen (id));

      g_assert_cmpuint (slot, ==, i);
      g_assert_cmpuint (tl_id_table_get (&ids, slot)->item, ==, TL_ID_UNDEFINED);
      if (i % 2 == 0)
        tl_id_table_get (&ids, slot)->item = i;
    }
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("id-%u", i);

      g_assert_cmpuint (tl_id_table_find (&ids, id, strlen (id)), ==, i);
      g_assert_cmpuint (tl_id_table_intern (&ids, id, strlen (id)), ==, i);
    }
  g_assert_cmpuint (tl_id_table_find (&ids, "id-10000", 8), ==, TL_NONE);
  g_assert_cmpuint (tl_id_table_find (&ids, "id-9999", 6), ==, 999);
  g_assert_cmpuint (tl_id_table_count_undefined (&ids), ==, 5000);

  tl_id_table_clear (&ids);
  tl_text_pool_clear (&pool);
}

static const char *const document =
  "{ \"a\": [1, { \"b\\\"\": \"]}\", \"c\": [[], {}, -2.5e3] }, true], \"d\": null,\n  \"a\": [7] }";

static void
test_parts_scan_find (void)
{
  const TlPathStep d[] = { { "d", 0 } };
  const TlPathStep last_a[] = { { "a", 0 }, { NULL, 0 } };
  const TlPathStep too_far[] = { { "a", 0 }, { NULL, 5 } };
  const TlPathStep none[] = { { "zzz", 0 } };
  gsize length = strlen (document);

  g_assert_cmpuint (tl_json_scan_find (document, length, NULL, 0, TL_PLACE_VALUE), ==, 0);
  g_assert_true (g_str_has_prefix (document + tl_json_scan_find (document, length, d, 1, TL_PLACE_VALUE), "null"));
  g_assert_true (g_str_has_prefix (document + tl_json_scan_find (document, length, d, 1, TL_PLACE_KEY), "\"d\""));

  /* Of a key that occurs twice the last one counts, as it does for Jansson. */
  g_assert_true (g_str_has_prefix (document + tl_json_scan_find (document, length, last_a, 2, TL_PLACE_VALUE), "7]"));
  g_assert_true (g_str_has_prefix (document + tl_json_scan_find (document, length, too_far, 2, TL_PLACE_VALUE), "[7]"));
  g_assert_cmpuint (tl_json_scan_find (document, length, none, 1, TL_PLACE_VALUE), ==, 0);
}

static void
collect_cb (const char *key,
            gsize       length,
            gsize       offset,
            gpointer    data)
{
  GString *found = data;

  g_assert_true (document[offset] == '"');
  g_string_append_len (found, key, (gssize) length);
  g_string_append_printf (found, "@%zu ", offset);
}

static void
test_parts_scan_duplicates (void)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *expected = NULL;

  tl_json_scan_duplicates (document, strlen (document), collect_cb, found);
  expected = g_strdup_printf ("a@%zu ", (gsize) (g_strrstr (document, "\"a\"") - document));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_parts_path (void)
{
  const TlPathStep path[] = { { "events", 0 }, { NULL, 3 }, { "claims", 0 }, { NULL, 0 }, { "te\u202ext", 0 } };
  g_autofree char *string = tl_path_to_string (path, G_N_ELEMENTS (path));
  g_autofree char *empty = tl_path_to_string (path, 0);

  g_assert_cmpstr (string, ==, "events[3].claims[0].te\ufffdxt");
  g_assert_cmpstr (empty, ==, "");
}

static void
test_parts_vocabulary (void)
{
  TlColour colour;

  g_assert_cmpint (tl_vocabulary_find (&tl_status_words, "opinion"), ==, TL_STATUS_OPINION);
  g_assert_cmpint (tl_vocabulary_find (&tl_source_kind_words, "blog"), ==, TL_SOURCE_BLOG);
  g_assert_cmpint (tl_vocabulary_find (&tl_link_kind_words, "repeats"), ==, TL_LINK_REPEATS);
  g_assert_cmpint (tl_vocabulary_find (&tl_actor_kind_words, "other"), ==, TL_ACTOR_OTHER);
  g_assert_cmpint (tl_vocabulary_find (&tl_symbol_words, "star"), ==, TL_SYMBOL_STAR);
  g_assert_cmpint (tl_vocabulary_find (&tl_url_is_words, "relay"), ==, TL_URL_IS_RELAY);
  g_assert_cmpint (tl_vocabulary_find (&tl_checked_words, "cited"), ==, TL_CHECKED_CITED);
  g_assert_cmpint (tl_vocabulary_find (&tl_figure_qualifier_words, "nearly"), ==, TL_QUALIFIED_NEARLY);
  g_assert_cmpint (tl_vocabulary_find (&tl_status_words, "Opinion"), ==, 0);
  g_assert_cmpstr (tl_vocabulary_get (&tl_status_words, TL_STATUS_DENIED), ==, "denied");
  g_assert_null (tl_vocabulary_get (&tl_status_words, TL_STATUS_NONE));

  g_assert_true (tl_colour_parse ("teal", &colour));
  g_assert_true (TL_COLOUR_IS_PALETTE (colour));
  g_assert_cmpstr (tl_palette_words.words[TL_COLOUR_VALUE (colour)], ==, "teal");
  g_assert_true (tl_colour_parse ("#AbCdEf", &colour));
  g_assert_cmphex (TL_COLOUR_VALUE (colour), ==, 0xabcdef);
  g_assert_false (tl_colour_parse ("#abcde", &colour));
  g_assert_false (tl_colour_parse ("#abcdeg", &colour));
  g_assert_false (tl_colour_parse ("", &colour));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parts/pool", test_parts_pool);
  g_test_add_func ("/parts/ids", test_parts_ids);
  g_test_add_func ("/parts/scan-find", test_parts_scan_find);
  g_test_add_func ("/parts/scan-duplicates", test_parts_scan_duplicates);
  g_test_add_func ("/parts/path", test_parts_path);
  g_test_add_func ("/parts/vocabulary", test_parts_vocabulary);

  return g_test_run ();
}
