/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf.h"

#include <string.h>

static TlDate
read_date (const char *text)
{
  g_autoptr (GError) error = NULL;
  TlDate date = { 0 };

  tl_edtf_parse (text, -1, &date, &error);
  g_assert_no_error (error);

  return date;
}

/* In the order they have to come in. */
static const char *const ordered[] = {
  "../0001",
  "../1985",
  "[..2025-06-12]",
  "../..",
  "Y-13800000000~",
  "Y-66000000",
  "-0499",
  "0000",
  "0001",
  "1XXX",
  "19XX",
  "2025-01-01T00:00:00Z",
  "2025-01-01",
  "2025-01",
  "2025",
  "2025/2026",
  "2025/..",
  "2025-01-01T00:00:01Z",
  "2025-01-02",
  "2025-06-12",
  "Y12000",
};

static void
test_date_order (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        TlDate a = read_date (ordered[i]);
        TlDate b = read_date (ordered[j]);
        int order = tl_date_compare (&a, &b);

        g_test_message ("%s, %s", ordered[i], ordered[j]);
        if (i < j)
          g_assert_cmpint (order, <, 0);
        else if (i > j)
          g_assert_cmpint (order, >, 0);
        else
          g_assert_cmpint (order, ==, 0);
      }
}

static void
test_date_equal_order (void)
{
  TlDate a = read_date ("2025-06?");
  TlDate b = read_date ("2025-06-01/2025-06-30");

  g_assert_cmpint (tl_date_compare (&a, &b), ==, 0);
}

static int
sign (int value)
{
  return (value > 0) - (value < 0);
}

/* Any three dates: antisymmetric, transitive. */
static void
test_date_order_is_total (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  TlDate dates[60];

  memset (dates, 0, sizeof dates);
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      dates[i].start_earliest = g_rand_int_range (rand, -4, 5);
      dates[i].end_latest = dates[i].start_earliest + g_rand_int_range (rand, 0, 5);
      if (i % 10 == 0)
        dates[i].start_earliest = TL_INSTANT_MIN;
      if (i % 15 == 0)
        dates[i].end_latest = TL_INSTANT_MAX;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (dates); j++)
      {
        int order = tl_date_compare (&dates[i], &dates[j]);

        g_assert_cmpint (sign (order), ==, -sign (tl_date_compare (&dates[j], &dates[i])));

        for (gsize k = 0; order <= 0 && k < G_N_ELEMENTS (dates); k++)
          if (tl_date_compare (&dates[j], &dates[k]) <= 0)
            g_assert_cmpint (tl_date_compare (&dates[i], &dates[k]), <=, 0);
      }
}

/* {start, end} of two dates is the same as start/end. */
static void
test_date_join_is_interval (void)
{
  static const char *const starts[] = { "2024", "2024-06~", "2024-06-12", "201X", "2024-21?",
                                        "2024-06-12T14:30:00Z", "Y-138E8", "2025-06" };
  static const char *const ends[] = { "2025-06", "2025-06-18?", "2025-06-01", "202X", "Y12000" };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ends); j++)
      {
        g_autofree char *text = g_strconcat (starts[i], "/", ends[j], NULL);
        TlDate start = read_date (starts[i]);
        TlDate end = read_date (ends[j]);
        TlDate expected = read_date (text);
        TlDate joined;

        g_assert_true (tl_date_join (&start, &end, &joined, NULL));
        g_assert_cmpmem (&joined, sizeof joined, &expected, sizeof expected);
      }
}

static void
test_date_join_sets (void)
{
  TlDate start = read_date ("[2024-06~..2024-12-24]");
  TlDate end = read_date ("2025-06-18");
  TlDate joined;

  g_assert_true (tl_date_join (&start, &end, &joined, NULL));
  g_assert_cmpint (joined.kind, ==, TL_DATE_LASTED);
  g_assert_cmpint (joined.start_earliest, ==, read_date ("2024-06-01").start_earliest);
  g_assert_cmpint (joined.start_latest, ==, read_date ("2024-12-24").end_latest);
  g_assert_cmpint (joined.end_earliest, ==, end.start_earliest);
  g_assert_cmpint (joined.end_latest, ==, end.end_latest);
  g_assert_cmpint (joined.start.precision, ==, TL_PRECISION_MONTH);
  g_assert_cmpint (joined.start.qualifiers, ==, TL_QUALIFIER_APPROXIMATE);
  g_assert_cmpint (joined.start.state, ==, TL_END_KNOWN);
  g_assert_cmpint (joined.end.precision, ==, TL_PRECISION_DAY);
  g_assert_cmpint (joined.end.qualifiers, ==, 0);
}

/* A start that is only known to have been by some day is not known. */
static void
test_date_join_open (void)
{
  TlDate start = read_date ("[..2024-06]");
  TlDate end = read_date ("[2025..]");
  TlDate joined;

  g_assert_true (tl_date_join (&start, &end, &joined, NULL));
  g_assert_cmpint (joined.start_earliest, ==, TL_INSTANT_MIN);
  g_assert_cmpint (joined.start_latest, ==, read_date ("2024-06").end_latest);
  g_assert_cmpint (joined.start.state, ==, TL_END_UNKNOWN);
  g_assert_cmpint (joined.start.precision, ==, TL_PRECISION_MONTH);
  g_assert_cmpint (joined.end_earliest, ==, read_date ("2025").start_earliest);
  g_assert_cmpint (joined.end_latest, ==, TL_INSTANT_MAX);
  g_assert_cmpint (joined.end.state, ==, TL_END_UNKNOWN);
  g_assert_cmpint (joined.end.precision, ==, TL_PRECISION_YEAR);
}

static void
test_date_join_overlap (void)
{
  TlDate start = read_date ("[2024..2026]");
  TlDate end = read_date ("[2023..2025]");

  g_assert_true (tl_date_join (&start, &end, &start, NULL));
  g_assert_cmpint (start.start_earliest, ==, read_date ("2024").start_earliest);
  g_assert_cmpint (start.start_latest, ==, read_date ("2025").end_latest);
  g_assert_cmpint (start.end_earliest, ==, read_date ("2024").start_earliest);
  g_assert_cmpint (start.end_latest, ==, read_date ("2025").end_latest);
}

static void
test_date_join_error (void)
{
  g_autoptr (GError) error = NULL;
  TlDate start = read_date ("1087-06-01");
  TlDate end = read_date ("1066");
  TlDate joined = { 0 };
  TlDate before = joined;

  g_assert_false (tl_date_join (&start, &end, &joined, &error));
  g_assert_error (error, TL_EDTF_ERROR, TL_EDTF_ERROR_ORDER);
  g_assert_cmpstr (error->message, ==,
                   "the end, 1066-12-31 at the latest, is before the start, "
                   "1087-06-01 at the earliest");
  g_assert_cmpmem (&joined, sizeof joined, &before, sizeof before);
}

static void
test_date_join_error_time (void)
{
  g_autoptr (GError) error = NULL;
  TlDate start = read_date ("2025-06-12T14:30:00Z");
  TlDate end = read_date ("2025-06-12T14:29:59Z");
  TlDate joined;

  g_assert_false (tl_date_join (&start, &end, &joined, &error));
  g_assert_cmpstr (error->message, ==,
                   "the end, 2025-06-12T14:29:59Z at the latest, is before the start, "
                   "2025-06-12T14:30:00Z at the earliest");
}

static void
test_date_join_old_draft (void)
{
  TlDate start = read_date ("199u");
  TlDate end = read_date ("2000");
  TlDate joined;

  g_assert_true (tl_date_join (&start, &end, &joined, NULL));
  g_assert_true (joined.old_draft);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/order", test_date_order);
  g_test_add_func ("/date/equal-order", test_date_equal_order);
  g_test_add_func ("/date/order-is-total", test_date_order_is_total);
  g_test_add_func ("/date/join/is-interval", test_date_join_is_interval);
  g_test_add_func ("/date/join/sets", test_date_join_sets);
  g_test_add_func ("/date/join/open", test_date_join_open);
  g_test_add_func ("/date/join/overlap", test_date_join_overlap);
  g_test_add_func ("/date/join/error", test_date_join_error);
  g_test_add_func ("/date/join/error-time", test_date_join_error_time);
  g_test_add_func ("/date/join/old-draft", test_date_join_old_draft);

  return g_test_run ();
}
