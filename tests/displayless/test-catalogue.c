/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-catalogue.h"

#include <glib/gstdio.h>
#include <string.h>

/* Translations are found in the language that is asked for, and a file that
 * is damaged does no harm.
 */

#define N_SENTENCES 4

/* Sorted, as msgfmt(1) writes them. */
static const char *const sentences[N_SENTENCES][2] = {
  { "", "Content-Type: text/plain; charset=UTF-8\n" },
  { "chart\004As of %1$s", "Stand: %1$s" },
  { "chart\004Empty", "" },
  { "date\004June", "Juni" },
};

static void
append_number (GByteArray *file,
               guint32     number,
               gboolean    is_swapped)
{
  guint32 written = is_swapped ? GUINT32_SWAP_LE_BE (number) : number;

  g_byte_array_append (file, (const guint8 *) &written, sizeof written);
}

static GByteArray *
make_file (gboolean is_swapped)
{
  GByteArray *file = g_byte_array_new ();
  guint32 header[] = { 0x950412deu, 0, N_SENTENCES, 28, 28 + 8 * N_SENTENCES, 0, 0 };
  guint32 at = 28 + 16 * N_SENTENCES;

  for (gsize i = 0; i < G_N_ELEMENTS (header); i++)
    append_number (file, header[i], is_swapped);
  for (int column = 0; column < 2; column++)
    for (int i = 0; i < N_SENTENCES; i++)
      {
        guint32 length = (guint32) strlen (sentences[i][column]);

        append_number (file, length, is_swapped);
        append_number (file, at, is_swapped);
        at += length + 1;
      }
  for (int column = 0; column < 2; column++)
    for (int i = 0; i < N_SENTENCES; i++)
      g_byte_array_append (file, (const guint8 *) sentences[i][column], (guint) strlen (sentences[i][column]) + 1);

  return file;
}

typedef struct
{
  char *folder;
  char *language_folder;
  char *messages_folder;
  char *file;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("test-catalogue-XXXXXX", NULL);
  fixture->language_folder = g_build_filename (fixture->folder, "de", NULL);
  fixture->messages_folder = g_build_filename (fixture->language_folder, "LC_MESSAGES", NULL);
  fixture->file = g_build_filename (fixture->messages_folder, GETTEXT_PACKAGE ".mo", NULL);
  g_assert_no_errno (g_mkdir_with_parents (fixture->messages_folder, 0700));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_unlink (fixture->file);
  g_rmdir (fixture->messages_folder);
  g_rmdir (fixture->language_folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->language_folder);
  g_free (fixture->messages_folder);
  g_free (fixture->file);
}

static void
write_file (Fixture      *fixture,
            const guint8 *data,
            gsize         length)
{
  g_assert_true (g_file_set_contents (fixture->file, (const char *) data, (gssize) length, NULL));
}

static void
check_june (Fixture    *fixture,
            const char *language,
            const char *expected)
{
  g_autoptr (TlCatalogue) catalogue = tl_catalogue_new (fixture->folder, language);
  const TlWords words = tl_catalogue_get_words (catalogue);

  g_assert_cmpstr (tl_words_get (&words, "date", "June"), ==, expected);
}

static void
test_catalogue_languages (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (GByteArray) file = make_file (FALSE);

  write_file (fixture, file->data, file->len);
  check_june (fixture, "de", "Juni");
  check_june (fixture, "de-AT", "Juni");
  check_june (fixture, "de-Latn-AT", "Juni");
  check_june (fixture, "en", "June");
  check_june (fixture, "d", "June");
  check_june (fixture, "", "June");
  check_june (fixture, "../de", "June");
}

static void
test_catalogue_sentences (Fixture      *fixture,
                          gconstpointer data)
{
  for (int is_swapped = 0; is_swapped < 2; is_swapped++)
    {
      g_autoptr (GByteArray) file = make_file (is_swapped);
      g_autoptr (TlCatalogue) catalogue = NULL;
      TlWords words;

      write_file (fixture, file->data, file->len);
      catalogue = tl_catalogue_new (fixture->folder, "de");
      words = tl_catalogue_get_words (catalogue);
      g_assert_cmpstr (tl_words_get (&words, "date", "June"), ==, "Juni");
      g_assert_cmpstr (tl_words_get (&words, "chart", "As of %1$s"), ==, "Stand: %1$s");
      g_assert_cmpstr (tl_words_get (&words, "chart", "June"), ==, "June");
      g_assert_cmpstr (tl_words_get (&words, "chart", "Empty"), ==, "Empty");
      g_assert_cmpstr (tl_words_get (&words, "z", "z"), ==, "z");
      g_assert_cmpstr (tl_words_get (&words, "", ""), ==, "");
    }
}

/* Each length, and each byte replaced: what is said then does not matter, but
 * that the process goes on, and that it is UTF-8.
 */
static void
test_catalogue_damaged (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GByteArray) file = make_file (FALSE);

  for (guint i = 0; i < 2 * file->len; i++)
    {
      g_autofree guint8 *damaged = g_memdup2 (file->data, file->len);
      g_autoptr (TlCatalogue) catalogue = NULL;
      TlWords words;

      if (i < file->len)
        damaged[i] ^= 0xff;
      write_file (fixture, damaged, i < file->len ? file->len : i - file->len);
      catalogue = tl_catalogue_new (fixture->folder, "de");
      words = tl_catalogue_get_words (catalogue);
      g_assert_true (g_utf8_validate (tl_words_get (&words, "date", "June"), -1, NULL));
      g_assert_true (g_utf8_validate (tl_words_get (&words, "chart", "As of %1$s"), -1, NULL));
    }
}

#define add(path, function) \
  g_test_add ("/catalogue/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("languages", test_catalogue_languages);
  add ("sentences", test_catalogue_sentences);
  add ("damaged", test_catalogue_damaged);

  return g_test_run ();
}
