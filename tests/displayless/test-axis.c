/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-dated.h"

#include "tl-axis.h"
#include "tl-edtf.h"

#include <string.h>

/* Where times stand on an axis, and what is folded. */

static TlAxis *
make_axis (const char *const *dates,
           TlAxisMode         mode,
           const char        *window)
{
  g_autoptr (TlTimeline) timeline = tl_make_dated (dates);
  TlDate when;

  if (window == NULL)
    return tl_axis_new (timeline, NULL, 0, mode, NULL);

  g_assert_true (tl_edtf_parse (window, -1, &when, NULL));

  return tl_axis_new (timeline, NULL, 0, mode, &when);
}

/* Without the time where it is midnight. */
static char *
print_instant (TlInstant instant)
{
  g_autofree char *iso = tl_instant_to_iso (instant);

  if (g_str_has_suffix (iso, "T00:00:00Z"))
    iso[strlen (iso) - strlen ("T00:00:00Z")] = '\0';

  return g_steal_pointer (&iso);
}

static char *
print_spans (const TlAxis *axis)
{
  static const char *const kinds[] = { "open", "column", "fold" };
  GString *out = g_string_new (NULL);
  guint n_spans;
  const TlAxisSpan *spans = tl_axis_get_spans (axis, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *from = print_instant (spans[i].from);
      g_autofree char *to = print_instant (spans[i].to);
      char length[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (length, sizeof length, "%.2f", spans[i].end - spans[i].start);
      g_string_append_printf (out, "%s %s %s %s\n", kinds[spans[i].kind], from, to, length);
    }

  return g_string_free (out, FALSE);
}

static void
assert_spans (const char *const *dates,
              TlAxisMode         mode,
              const char        *window,
              const char        *expected)
{
  g_autoptr (TlAxis) axis = make_axis (dates, mode, window);
  g_autofree char *spans = print_spans (axis);

  g_assert_cmpstr (spans, ==, expected);
}

#define DATES(...) ((const char *const[]) { __VA_ARGS__, NULL })

static void
test_axis_story (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_dated_sample ("meta-scale-openai-google");
  g_autoptr (TlAxis) axis = tl_axis_new (timeline, NULL, 0, TL_AXIS_AUTO, NULL);
  g_autofree char *spans = print_spans (axis);

  g_assert_cmpint (tl_axis_get_mode (axis), ==, TL_AXIS_FOLDED);
  g_assert_cmpstr (spans, ==,
                   "column 2016-01-01 2017-01-01 1.00\n"
                   "fold 2017-01-01 2023-02-01 0.50\n"
                   "column 2023-02-01 2023-03-01 1.00\n"
                   "fold 2023-03-01 2024-01-01 0.50\n"
                   "column 2024-01-01 2025-01-01 1.00\n"
                   "column 2025-01-01 2025-02-01 1.00\n"
                   "fold 2025-02-01 2025-04-05 0.50\n"
                   "open 2025-04-05 2025-04-06 1.00\n"
                   "fold 2025-04-06 2025-04-30 0.50\n"
                   "open 2025-04-30 2025-05-01 1.00\n"
                   "fold 2025-05-01 2025-05-15 0.50\n"
                   "open 2025-05-15 2025-05-16 1.00\n"
                   "fold 2025-05-16 2025-06-02 0.50\n"
                   "open 2025-06-02 2025-06-03 1.00\n"
                   "fold 2025-06-03 2025-06-08 0.50\n"
                   "open 2025-06-08 2025-06-19 11.00\n"
                   "fold 2025-06-19 2025-06-26 0.50\n"
                   "open 2025-06-26 2025-07-01 5.00\n"
                   "fold 2025-07-01 2025-07-16 0.50\n"
                   "open 2025-07-16 2025-07-17 1.00\n"
                   "fold 2025-07-17 2025-07-31 0.50\n"
                   "open 2025-07-31 2025-08-01 1.00\n");
}

static void
test_axis_deep_time (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_dated_sample ("uncertain-and-deep-time");
  g_autoptr (TlAxis) axis = tl_axis_new (timeline, NULL, 0, TL_AXIS_AUTO, NULL);
  g_autofree char *spans = print_spans (axis);

  g_assert_cmpint (tl_axis_get_mode (axis), ==, TL_AXIS_FOLDED);
  g_assert_true (g_str_has_prefix (spans,
                                   "column Y-13800000000-01-01 Y-13799999999-01-01 1.00\n"
                                   "fold Y-13799999999-01-01 Y-4540000000-01-01 0.50\n"));
  /* A century, a day of which nobody knows the number, a season. */
  g_assert_nonnull (strstr (spans, "column -3399-01-01 -3299-01-01 1.00\n"));
  g_assert_nonnull (strstr (spans, "column 1564-04-01 1564-05-01 1.00\n"));
  g_assert_nonnull (strstr (spans, "column 1816-06-01 1816-09-01 1.00\n"));
  g_assert_nonnull (strstr (spans, "open 1913-12-26 1918-11-12 "));
}

/* Where nothing else happens, a bar has its ends only. */
static void
test_axis_bar (void)
{
  assert_spans (DATES ("2020-01-01", "2020-01-02", "2020-01-03/2025-01-03"), TL_AXIS_FOLDED, NULL,
                "open 2020-01-01 2020-01-04 3.00\n"
                "fold 2020-01-04 2025-01-03 0.50\n"
                "open 2025-01-03 2025-01-04 1.00\n");
}

/* Nor does an end that is open, or that nobody knows. */
static void
test_axis_open_ends (void)
{
  assert_spans (DATES ("../2020-01-01", "2020-01-02", "2020-01-03/..", "2020-01-04/"),
                TL_AXIS_FOLDED, NULL,
                "open 2020-01-01 2020-01-05 4.00\n");
}

static void
test_axis_set (void)
{
  assert_spans (DATES ("2020-01-01", "[2020-01-02..2020-01-20]", "2020-01-21"),
                TL_AXIS_FOLDED, NULL,
                "open 2020-01-01 2020-01-03 2.00\n"
                "fold 2020-01-03 2020-01-20 0.50\n"
                "open 2020-01-20 2020-01-22 2.00\n");
}

/* A year has all that is in it; months beside it touch it. */
static void
test_axis_columns (void)
{
  assert_spans (DATES ("2020", "2020-03-05", "2020-06", "2021-01", "2021-05-01", "2021-05-02"),
                TL_AXIS_FOLDED, NULL,
                "column 2020-01-01 2021-01-01 1.00\n"
                "column 2021-01-01 2021-02-01 1.00\n"
                "fold 2021-02-01 2021-05-01 0.50\n"
                "open 2021-05-01 2021-05-03 2.00\n");
}

/* Of a year in which more is known there is no column. */
static void
test_axis_full_year (void)
{
  assert_spans (DATES ("2020", "2020-03-05", "2020-03-06", "2020-03-07", "2020-03-08"),
                TL_AXIS_FOLDED, NULL,
                "open 2020-03-05 2020-03-09 4.00\n");
}

/* Open time and a column that share some days. */
static void
test_axis_overlap (void)
{
  assert_spans (DATES ("2024-12-29", "2024-12-30", "2024-12-31", "2025-01-01", "2025-01-02", "2025-01"),
                TL_AXIS_FOLDED, NULL,
                "open 2024-12-29 2025-01-01 3.00\n"
                "column 2025-01-01 2025-02-01 1.00\n");
  /* A year that ends one crowd of days and begins another. */
  assert_spans (DATES ("2019-12-30", "2019-12-31", "2020-01-01", "2020", "2020-12-31", "2021-01-01",
                       "2021-01-02"),
                TL_AXIS_FOLDED, NULL,
                "open 2019-12-30 2020-01-01 2.00\n"
                "column 2020-01-01 2021-01-01 1.00\n"
                "open 2021-01-01 2021-01-03 2.00\n");
  /* Winter begins in the year before the one that it is mostly in. */
  assert_spans (DATES ("2024", "2024-24"), TL_AXIS_FOLDED, NULL,
                "column 2024-01-01 2025-01-01 1.00\n"
                "column 2025-01-01 2025-03-01 1.00\n");
}

/* A month in the midst of days that are months apart is as long as it is. */
static void
test_axis_month_in_open_time (void)
{
  assert_spans (DATES ("2020-01-01", "2020-03-01", "2020-05-01", "2020-07-01", "2020-04"),
                TL_AXIS_FOLDED, NULL,
                "open 2020-01-01 2020-07-02 3.05\n");
}

/* Where seconds matter, a day is what a month is elsewhere. */
static void
test_axis_seconds (void)
{
  assert_spans (DATES ("1969-07-16", "1969-07-20T20:00:00Z", "1969-07-20T20:00:10Z",
                       "1969-07-20T20:00:20Z"),
                TL_AXIS_FOLDED, NULL,
                "column 1969-07-16 1969-07-17 1.00\n"
                "fold 1969-07-17 1969-07-20T20:00:00Z 0.50\n"
                "open 1969-07-20T20:00:00Z 1969-07-20T20:00:21Z 2.10\n");
}

static void
test_axis_window (void)
{
  static const char *const dates[] = { "2020-01-01", "2020-03-10", "2020-03-11", "2020-03-12",
                                       "2021-01-01", NULL };

  assert_spans (dates, TL_AXIS_FOLDED, "2020-02/2020-03-20",
                "fold 2020-02-01 2020-03-10 0.50\n"
                "open 2020-03-10 2020-03-13 3.00\n"
                "fold 2020-03-13 2020-03-21 0.50\n");
  assert_spans (dates, TL_AXIS_FOLDED, "2020-03-07/2020-03-14", "open 2020-03-07 2020-03-15 8.00\n");
  assert_spans (dates, TL_AXIS_FOLDED, "2020-03-11/..",
                "open 2020-03-11 2020-03-13 2.00\n"
                "fold 2020-03-13 2021-01-01 0.50\n"
                "open 2021-01-01 2021-01-02 1.00\n");
  assert_spans (dates, TL_AXIS_FOLDED, "1900", "open 1900-01-01 1901-01-01 1.00\n");
  assert_spans (dates, TL_AXIS_LINEAR, "1900/1909", "open 1900-01-01 1910-01-01 1.00\n");
  assert_spans (dates, TL_AXIS_EVEN, "2020-03-11/2020-06",
                "open 2020-03-11 2020-03-12 1.00\n"
                "open 2020-03-12 2020-07-01 1.00\n");
}

static void
test_axis_even (void)
{
  assert_spans (DATES ("2016", "2016", "2020-05-01/2020-05-03", "../2021-01-01", "2020-06-01"),
                TL_AXIS_EVEN, NULL,
                "open 2016-01-01 2020-05-01 1.00\n"
                "open 2020-05-01 2020-06-01 1.00\n"
                "open 2020-06-01 2021-01-02 1.00\n");
}

static gboolean
has_extent (const TlAxis *axis,
            const char   *date,
            double        from,
            double        to)
{
  TlDate when;
  double found_from, found_to;

  g_assert_true (tl_edtf_parse (date, -1, &when, NULL));
  if (!tl_axis_get_extent (axis, &when, &found_from, &found_to))
    return FALSE;

  g_assert_cmpfloat_with_epsilon (found_from, from, 1e-9);
  g_assert_cmpfloat_with_epsilon (found_to, to, 1e-9);

  return TRUE;
}

/* What of a date is on the axis; its last second is. */
static void
test_axis_extent (void)
{
  const char *const dates[] = { "2025-06-11", "2025-06-14", NULL };
  g_autoptr (TlTimeline) timeline = tl_make_dated (dates);
  g_autoptr (TlAxis) axis = tl_axis_new (timeline, NULL, 0, TL_AXIS_LINEAR, NULL);
  double day = tl_axis_get_length (axis) / 4;

  g_assert_true (has_extent (axis, "2025-06-12/2025-06-13", day, 3 * day));
  g_assert_true (has_extent (axis, "2024/2025-06-11", 0, day));
  g_assert_true (has_extent (axis, "2025-06-14/..", 3 * day, 4 * day));
  g_assert_true (has_extent (axis, "../2030", 0, 4 * day));
  g_assert_false (has_extent (axis, "2025-06-10", 0, 0));
  g_assert_false (has_extent (axis, "2025-06-15/2026", 0, 0));
}

static void
test_axis_little (void)
{
  static const char *const none[] = { NULL };

  assert_spans (DATES ("2025-06-12"), TL_AXIS_LINEAR, NULL, "open 2025-06-12 2025-06-13 24.00\n");
  assert_spans (DATES ("2016"), TL_AXIS_AUTO, NULL, "open 2016-01-01 2017-01-01 300.00\n");
  assert_spans (DATES ("2025-06-12T14:30:00Z", "2025-06-12T14:30:00Z"), TL_AXIS_AUTO, NULL,
                "open 2025-06-12T14:00:01Z 2025-06-12T15:00:01Z 1.00\n");
  assert_spans (none, TL_AXIS_AUTO, NULL, "open 1970-01-01 1971-01-01 1.00\n");
  assert_spans (none, TL_AXIS_EVEN, "2025-06", "open 2025-06-01 2025-07-01 1.00\n");
  assert_spans (none, TL_AXIS_FOLDED, "../2025-06-12", "open 2024-06-13 2025-06-13 1.00\n");
  assert_spans (DATES ("2025"), TL_AXIS_LINEAR, "2030/..", "open 2030-01-01 2030-01-01T01:00:00Z 1.00\n");
}

/* Only the events that are asked for count. */
static void
test_axis_some_events (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_dated (DATES ("1900", "2025-06-12", "2025-06-14", "2100"));
  static const guint32 events[] = { 1, 2 };
  g_autoptr (TlAxis) axis = tl_axis_new (timeline, events, G_N_ELEMENTS (events), TL_AXIS_AUTO, NULL);
  g_autofree char *spans = print_spans (axis);

  g_assert_cmpstr (spans, ==, "open 2025-06-12 2025-06-15 1.50\n");
}

/* Makes the dates of @n things, @step months apart. */
static char **
make_regular (guint       n,
              guint       step,
              const char *format)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **dates;

  for (guint i = 0; i < n; i++)
    {
      guint months = 1900 * 12 + i * step;
      g_autofree char *date = g_strdup_printf ("%u-%02u%s", months / 12, months % 12 + 1, format);

      if (*format == 'Y')
        date[4] = '\0';
      g_strv_builder_add (builder, date);
    }

  dates = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return dates;
}

static void
assert_mode (const char *const *dates,
             TlAxisMode         mode)
{
  g_autoptr (TlAxis) axis = make_axis (dates, TL_AXIS_AUTO, NULL);

  g_assert_cmpint (tl_axis_get_mode (axis), ==, mode);
}

static void
test_axis_auto (void)
{
  static const struct
  {
    guint       step;
    const char *format;
  } regular[] = { { 1, "" }, { 1, "-01" }, { 12, "Y" }, { 12, "-03" }, { 48, "Y" }, { 120, "Y" } };

  for (gsize i = 0; i < G_N_ELEMENTS (regular); i++)
    {
      g_auto (GStrv) dates = make_regular (40, regular[i].step, regular[i].format);

      assert_mode ((const char *const *) dates, TL_AXIS_LINEAR);
    }

  for (guint n = 30; n <= 3000; n *= 10)
    for (guint32 seed = 1; seed <= 20; seed++)
      {
        g_autoptr (TlTimeline) timeline = tl_make_dated_random (TL_DATED_DAYS, n, seed);
        g_autoptr (TlAxis) axis = tl_axis_new (timeline, NULL, 0, TL_AXIS_AUTO, NULL);
        g_autoptr (TlTimeline) crowds = tl_make_dated_random (TL_DATED_CROWDS, n, seed);
        g_autoptr (TlAxis) folded = tl_axis_new (crowds, NULL, 0, TL_AXIS_AUTO, NULL);

        g_assert_cmpint (tl_axis_get_mode (axis), ==, TL_AXIS_LINEAR);
        g_assert_cmpint (tl_axis_get_mode (folded), ==, TL_AXIS_FOLDED);
      }

  assert_mode (DATES ("1900-01-01", "1900-01-02", "2000-01-01"), TL_AXIS_FOLDED);
}

/* However many gaps there are, only the longest are folded. */
static void
test_axis_many_gaps (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) dates = NULL;
  g_autoptr (TlAxis) axis = NULL;
  const TlAxisSpan *spans;
  guint n_spans;
  guint n_folds = 0;

  for (int year = 1900; year < 2000; year++)
    for (int day = 1; day <= 3; day++)
      {
        g_autofree char *date = g_strdup_printf ("%d-01-%02d", year + (year >= 1950 ? year - 1950 : 0), day);

        g_strv_builder_add (builder, date);
      }
  dates = g_strv_builder_end (builder);
  axis = make_axis ((const char *const *) dates, TL_AXIS_FOLDED, NULL);
  spans = tl_axis_get_spans (axis, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    if (spans[i].kind == TL_SPAN_FOLD)
      {
        g_assert_cmpint (tl_instant_to_civil (spans[i].from).year, >=, 1950);
        n_folds++;
      }
  g_assert_cmpuint (n_folds, ==, 24);
}

/* An axis of days can be looked at by the minute, but not closer. */
static void
test_axis_max_scale (void)
{
  g_autoptr (TlAxis) axis = make_axis (DATES ("2025-06-12", "2025-06-13"), TL_AXIS_LINEAR, NULL);
  double minute = tl_axis_get_position (axis, tl_instant_from_civil (2025, 6, 12, 0, 1, 0));

  g_assert_cmpfloat_with_epsilon (minute * tl_axis_get_max_scale (axis), 1600, 1e-6);
}

static void
test_axis_reference (void)
{
  TlAxis *axis = make_axis (DATES ("2025"), TL_AXIS_AUTO, NULL);
  TlAxis *other = tl_axis_ref (axis);

  g_assert_true (axis == other);
  tl_axis_unref (axis);
  g_assert_cmpfloat (tl_axis_get_length (other), >, 0);
  tl_axis_unref (other);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/axis/story", test_axis_story);
  g_test_add_func ("/axis/deep-time", test_axis_deep_time);
  g_test_add_func ("/axis/bar", test_axis_bar);
  g_test_add_func ("/axis/open-ends", test_axis_open_ends);
  g_test_add_func ("/axis/set", test_axis_set);
  g_test_add_func ("/axis/columns", test_axis_columns);
  g_test_add_func ("/axis/full-year", test_axis_full_year);
  g_test_add_func ("/axis/overlap", test_axis_overlap);
  g_test_add_func ("/axis/month-in-open-time", test_axis_month_in_open_time);
  g_test_add_func ("/axis/seconds", test_axis_seconds);
  g_test_add_func ("/axis/window", test_axis_window);
  g_test_add_func ("/axis/even", test_axis_even);
  g_test_add_func ("/axis/extent", test_axis_extent);
  g_test_add_func ("/axis/little", test_axis_little);
  g_test_add_func ("/axis/some-events", test_axis_some_events);
  g_test_add_func ("/axis/auto", test_axis_auto);
  g_test_add_func ("/axis/many-gaps", test_axis_many_gaps);
  g_test_add_func ("/axis/max-scale", test_axis_max_scale);
  g_test_add_func ("/axis/reference", test_axis_reference);

  return g_test_run ();
}
