/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf.h"

#include <string.h>

/* What has to hold for any date, tried on many that are put together by
 * chance, always the same ones; and on the dates of the fuzzer's corpus. */

#define N_DATES 40000

static void
append_qualifier (GString *text,
                  GRand   *rand)
{
  static const char *const qualifiers[] = { "", "", "", "", "", "?", "~", "%", "?~" };

  g_string_append (text, qualifiers[g_rand_int_range (rand, 0, G_N_ELEMENTS (qualifiers))]);
}

/* Appends digits, with an X here and there. */
static void
append_digits (GString *text,
               GRand   *rand,
               int      width,
               int      number)
{
  static const char masks[] = "XXu";
  char digits[8];

  g_snprintf (digits, sizeof digits, "%0*d", width, number);

  for (int i = 0; i < width; i++)
    g_string_append_c (text, g_rand_int_range (rand, 0, 12) == 0
                               ? masks[g_rand_int_range (rand, 0, 3)]
                               : digits[i]);
}

static void
append_long_year (GString *text,
                  GRand   *rand)
{
  g_string_append (text, g_rand_boolean (rand) ? "Y" : "Y-");
  g_string_append_printf (text, "%d", g_rand_int_range (rand, 1, 2000000));
  if (g_rand_boolean (rand))
    g_string_append_printf (text, "E%d", g_rand_int_range (rand, 0, 7));
  if (g_rand_boolean (rand))
    g_string_append_printf (text, "S%d", g_rand_int_range (rand, 1, 7));
  append_qualifier (text, rand);
}

static void
append_time (GString *text,
             GRand   *rand)
{
  static const char *const zones[] = { "", "Z", "+02:00", "-11", "+00:00", "+05:45" };

  g_string_append_printf (text, "T%02d:%02d:%02d%s",
                          g_rand_int_range (rand, 0, 24),
                          g_rand_int_range (rand, 0, 60),
                          g_rand_int_range (rand, 0, 60),
                          zones[g_rand_int_range (rand, 0, G_N_ELEMENTS (zones))]);
}

static void
append_date (GString *text,
             GRand   *rand)
{
  int shape = g_rand_int_range (rand, 0, 6);

  if (shape == 0)
    {
      append_long_year (text, rand);
      return;
    }

  append_qualifier (text, rand);
  if (g_rand_int_range (rand, 0, 4) == 0)
    g_string_append_c (text, '-');
  append_digits (text, rand, 4, g_rand_int_range (rand, 0, 10000));
  append_qualifier (text, rand);
  if (shape == 1)
    return;

  g_string_append_c (text, '-');
  append_qualifier (text, rand);
  append_digits (text, rand, 2, g_rand_int_range (rand, 1, shape == 2 ? 42 : 13));
  append_qualifier (text, rand);
  if (shape <= 3)
    return;

  g_string_append_c (text, '-');
  append_qualifier (text, rand);
  append_digits (text, rand, 2, g_rand_int_range (rand, 1, 32));
  if (shape == 4)
    append_time (text, rand);
  append_qualifier (text, rand);
}

static void
append_set (GString *text,
            GRand   *rand)
{
  gboolean one_of = g_rand_boolean (rand);
  int n_members = g_rand_int_range (rand, 1, 16);

  g_string_append_c (text, one_of ? '[' : '{');

  for (int i = 0; i < n_members; i++)
    {
      int form = g_rand_int_range (rand, 0, 8);

      if (i > 0)
        g_string_append (text, g_rand_boolean (rand) ? "," : ", ");
      if (form == 0)
        g_string_append (text, "..");
      append_date (text, rand);
      if (form == 1 || form == 2)
        g_string_append (text, "..");
      if (form == 2)
        append_date (text, rand);
    }

  g_string_append_c (text, one_of ? ']' : '}');
}

static void
append_end (GString *text,
            GRand   *rand)
{
  static const char *const ends[] = { "", "..", "open", "unknown" };
  int form = g_rand_int_range (rand, 0, 12);

  if (form < (int) G_N_ELEMENTS (ends))
    g_string_append (text, ends[form]);
  else
    append_date (text, rand);
}

static char *
make_text (GRand *rand)
{
  GString *text = g_string_new (NULL);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      append_set (text, rand);
      break;

    case 1:
      append_end (text, rand);
      g_string_append_c (text, '/');
      append_end (text, rand);
      break;

    default:
      append_date (text, rand);
      break;
    }

  return g_string_free (text, FALSE);
}

static void
check_ends (const TlDate *date)
{
  g_assert_cmpint (date->start_earliest, <=, date->start_latest);
  g_assert_cmpint (date->start_earliest, <=, date->end_earliest);
  g_assert_cmpint (date->start_latest, <=, date->end_latest);
  g_assert_cmpint (date->end_earliest, <=, date->end_latest);
}

static void
check_canonical (const char   *text,
                 const TlDate *date)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = tl_edtf_to_canonical (text, &error);
  g_autofree char *again = NULL;
  TlDate reread, expected = *date;

  g_assert_no_error (error);
  tl_edtf_parse (canonical, -1, &reread, &error);
  g_assert_no_error (error);
  expected.old_draft = FALSE;
  g_assert_cmpmem (&reread, sizeof reread, &expected, sizeof expected);

  again = tl_edtf_to_canonical (canonical, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, canonical);
}

static void
check_words (const char *text)
{
  g_autofree char *canonical = tl_edtf_to_canonical (text, NULL);
  g_autofree char *words = tl_edtf_to_words (text, NULL);
  g_autofree char *canonical_words = tl_edtf_to_words (canonical, NULL);

  g_assert_cmpstr (words, ==, canonical_words);
  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_null (strchr (words, '%'));
  g_assert_null (strstr (words, "$s"));
}

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == TL_EDTF_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 400);
}

/* Checks @text as it is; returns whether it is a date. */
static gboolean
check_text (const char *text,
            gsize       length)
{
  g_autofree char *exact = g_memdup2 (text, MAX (length, 1));
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  TlDate date;

  if (!tl_edtf_parse (exact, (gssize) length, &date, &error))
    {
      check_error (error);
      return FALSE;
    }

  g_assert_no_error (error);
  copy = g_strndup (text, length);
  g_assert_cmpint (strlen (copy), ==, length);
  check_ends (&date);
  check_canonical (copy, &date);
  check_words (copy);

  return TRUE;
}

static void
test_random_dates (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (19700101);
  int n_sound = 0;

  for (int i = 0; i < N_DATES; i++)
    {
      g_autofree char *text = make_text (rand);

      n_sound += check_text (text, strlen (text));
    }

  /* Else this would test little. */
  g_assert_cmpint (n_sound, >, N_DATES / 4);
  g_assert_cmpint (n_sound, <, N_DATES);
}

static void
test_random_bytes (void)
{
  static const char likely[] = "0123456789-XuY?~%/.[]{},TZ:+ES 2025";
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int i = 0; i < 200000; i++)
    {
      char bytes[24];
      gsize length = (gsize) g_rand_int_range (rand, 0, sizeof bytes);

      for (gsize j = 0; j < length; j++)
        bytes[j] = i % 2 ? (char) g_rand_int_range (rand, 0, 256)
                         : likely[g_rand_int_range (rand, 0, sizeof likely)];
      check_text (bytes, length);
    }
}

/* A sound date with one byte changed. */
static void
test_random_changes (void)
{
  static const char *const sound[] = {
    "2025-06-12T14:30:00+02:00", "[1667,1668, 1670..1672]", "Y-17101E4S3~", "2004?-%06-~11",
    "1985-04-12/..", "{..1984,201X-1X-3X}",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (int i = 0; i < 100000; i++)
    {
      const char *text = sound[i % (int) G_N_ELEMENTS (sound)];
      gsize length = strlen (text);
      g_autofree char *changed = g_strdup (text);

      changed[g_rand_int_range (rand, 0, (int) length)] = (char) g_rand_int_range (rand, 0, 256);
      check_text (changed, length);
    }
}

/* Compares the order of texts with that of the dates they are made from. */
static void
test_random_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (int i = 0; i < 50000; i++)
    {
      gint64 a_year = g_rand_int_range (rand, -14000, 14000) * G_GINT64_CONSTANT (1000001);
      gint64 b_year = a_year + g_rand_int_range (rand, -1, 2);
      g_autofree char *a_text = g_strdup_printf ("Y%" G_GINT64_FORMAT, a_year);
      g_autofree char *b_text = g_strdup_printf ("Y%" G_GINT64_FORMAT, b_year);
      TlDate a, b;

      if (ABS (a_year) < 20000)
        continue;

      g_assert_true (tl_edtf_parse (a_text, -1, &a, NULL));
      g_assert_true (tl_edtf_parse (b_text, -1, &b, NULL));
      g_assert_cmpint (tl_date_compare (&a, &b), ==, (a_year > b_year) - (a_year < b_year));
      g_assert_cmpint (tl_date_compare (&b, &a), ==, (a_year < b_year) - (a_year > b_year));
    }
}

/* Any two dates can be joined or not; if so, the result is sane. */
static void
test_random_join (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (int i = 0; i < N_DATES; i++)
    {
      g_autofree char *start_text = make_text (rand);
      g_autofree char *end_text = make_text (rand);
      g_autofree char *words = tl_edtf_range_to_words (start_text, end_text, NULL);
      g_autoptr (GError) error = NULL;
      TlDate start, end, joined;

      if (!tl_edtf_parse (start_text, -1, &start, NULL)
          || !tl_edtf_parse (end_text, -1, &end, NULL))
        {
          g_assert_null (words);
          continue;
        }

      g_assert_nonnull (words);
      g_assert_cmpint (tl_date_join (&start, &end, &joined, &error), ==,
                       tl_date_get_latest (&end) >= tl_date_get_earliest (&start));
      if (error != NULL)
        g_assert_error (error, TL_EDTF_ERROR, TL_EDTF_ERROR_ORDER);
      else
        check_ends (&joined);
    }
}

static void
test_random_corpus (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "edtf", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  int n_files = 0;

  g_assert_nonnull (dir);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (file, &text, &length, NULL));
      g_test_message ("%s", name);
      g_assert_cmpint (check_text (text, length), ==, !g_str_has_prefix (name, "bad-"));
      n_files++;
    }

  g_assert_cmpint (n_files, >, 50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edtf/random/dates", test_random_dates);
  g_test_add_func ("/edtf/random/bytes", test_random_bytes);
  g_test_add_func ("/edtf/random/changes", test_random_changes);
  g_test_add_func ("/edtf/random/order", test_random_order);
  g_test_add_func ("/edtf/random/join", test_random_join);
  g_test_add_func ("/edtf/random/corpus", test_random_corpus);

  return g_test_run ();
}
