/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-between.h"
#include "tl-edtf.h"

#include <math.h>
#include <stdlib.h>

/* Times that are measured, in words. */

typedef struct
{
  const char *a;
  const char *b;
  const char *words;
} Row;

static const Row between[] = {
  /* Days. */
  { "2025-06-12", "2025-06-18", "6 days" },
  { "2025-06-18", "2025-06-12", "6 days" },
  { "2025-06-12", "2025-06-13", "1 day" },
  { "2025-06-12", "2025-06-12", "the same day" },
  { "2025-02-27", "2025-03-01", "2 days" },
  { "2024-02-27", "2024-03-01", "3 days" },
  { "2025-06-12", "2025-08-10", "59 days" },
  { "2025-06-12", "2025-08-24", "2 months 12 days" },
  { "2014-01-26", "2025-06-12", "11 years 5 months" },
  { "2015-12-11", "2025-12-11", "10 years" },
  /* Times. */
  { "2025-06-12T09:00:00Z", "2025-06-12T12:20:00Z", "3 hours 20 minutes" },
  { "2025-06-12T09:00:00Z", "2025-06-12T09:00:00Z", "at the same time" },
  { "2025-06-12T09:00:00Z", "2025-06-12T09:00:45Z", "45 seconds" },
  { "2025-06-12T22:00:00Z", "2025-06-13T01:00:00Z", "3 hours" },
  { "2025-06-12T22:00:00Z", "2025-06-13", "1 day" },
  { "2025-06-12T22:00:00Z", "2025-06-12", "the same day" },
  { "2025-06-12T22:00:00Z", "2025-06-17T02:00:00Z", "4 days 4 hours" },
  /* Months and years. */
  { "2025-06-28", "2025-07", "between 3 and 33 days" },
  { "2025-07", "2025-06-28", "between 3 and 33 days" },
  { "2025-06", "2025-06", "the same month" },
  { "2025", "2025", "the same year" },
  { "2025-06", "2025-06-12", "at most 18 days" },
  { "2025", "2025-06-12", "at most 7 months" },
  { "2016", "2019", "between 2 and 4 years" },
  { "2024-12-12", "2025", "between 20 days and 13 months" },
  { "1914", "2025-06-12", "about 111 years" },
  { "2025-06", "2025-07", "between 1 and 60 days" },
  /* Approximate and uncertain. */
  { "2014~", "2016~", "about 2 years" },
  { "2025-06-12~", "2025-06-18", "about 6 days" },
  { "2025-06-12?", "2025-06-18", "perhaps 6 days" },
  { "2025-06-12%", "2025-06-18", "perhaps about 6 days" },
  { "2025-06-12~", "2025-06-12", "about the same time" },
  /* Ranges. */
  { "2025-06-01/2025-06-10", "2025-06-16", "6 days" },
  { "2025-06-01/2025-06-10", "2025-06-16/2025-06-20", "6 days" },
  { "2025-06-01/2025-06-10", "2025-06-06/2025-06-20", "at the same time for 5 days" },
  { "2025-06-01/2025-06-10", "2025-06-10/2025-06-20", "one ends the day the other begins" },
  { "2025-06-01/2025-06-10", "2025-06-05", "one during the other" },
  { "2025-06-05", "2025-06-01/2025-06-10", "one during the other" },
  { "2025-06-01", "2025-06-01/2025-06-10", "one during the other" },
  { "2012-05", "201X/2020", "perhaps at the same time" },
  { "2012", "2010/2015", "one during the other" },
  { "2015", "2010/2015", "at most 12 months, or at the same time" },
  { "2025-06-01T10:00:00Z/2025-06-01T14:00:00Z", "2025-06-01T12:30:00Z/2025-06-01T18:00:00Z",
    "at the same time for 1 hour 30 minutes" },
  { "2025-06-01T10:00:00Z/2025-06-01T14:00:00Z", "2025-06-01T14:00:00Z/2025-06-01T18:00:00Z",
    "one right after the other" },
  { "2010/2015", "2012/2020", "at the same time for between 2 and 4 years" },
  { "2010/2012", "2012/2015", "at most 12 months, or at the same time" },
  /* Open ends, unknown ones. */
  { "[..1984]", "1990", "at least 5 years" },
  { "2019/..", "2021-06-12", "one during the other" },
  { "2019/..", "2021/..", "at the same time" },
  { "../1984", "1990-06-12", "between 5 and 7 years" },
  { "2019-01-01/", "2021-01-01", "at most 2 years, or at the same time" },
  { "../2019-01-10", "2019-01-06/2019-03", "at the same time for 5 days" },
  { "[..1984]", "[1970..]", "not known" },
  /* Sets. */
  { "[2025-06-12,2025-06-14]", "2025-06-20", "between 6 and 8 days" },
  { "{2025-06-12,2025-06-14}", "2025-06-20", "6 days" },
  /* Deep time. */
  { "Y-66000000", "2016", "about 66 million years" },
  { "Y-4540000000", "Y-66000000", "about 4.47 billion years" },
  { "Y-66E6S1", "2016", "between 60 and 70 million years" },
};

static TlDate
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  TlDate date;

  tl_edtf_parse (text, -1, &date, &error);
  g_assert_no_error (error);

  return date;
}

static void
check (const char *what,
       const char *expected,
       const char *found)
{
  if (g_strcmp0 (expected, found) == 0)
    return;

  g_test_message ("%s: %s, not %s", what, found, expected);
  g_test_fail ();
}

static void
test_between (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (between); i++)
    {
      const TlDate a = parse (between[i].a);
      const TlDate b = parse (between[i].b);
      g_autofree char *words = tl_date_say_between (&a, &b, NULL);
      g_autofree char *turned = tl_date_say_between (&b, &a, NULL);
      g_autofree char *what = g_strdup_printf ("%s and %s", between[i].a, between[i].b);

      check (what, between[i].words, words);
      check (what, between[i].words, turned);
    }
}

/* From and to are days or times as they are written. */
static const Row spans[] = {
  { "2025-06-12", "2025-06-17", "5 days" },
  { "2025-06-17", "2025-06-12", "5 days" },
  { "2025-06-12", "2025-06-12", "0 seconds" },
  { "2025-06-12", "2025-06-13", "1 day" },
  { "2025-06-12", "2025-07-24", "1 month 12 days" },
  { "2023-03-01", "2025-06-01", "2 years 3 months" },
  { "2024-02-29", "2025-02-28", "1 year" },
  { "2025-01-31", "2025-02-28", "1 month" },
  { "2025-01-31", "2025-03-01", "1 month 1 day" },
  { "2025-06-12T09:00:00Z", "2025-06-12T13:30:00Z", "4 hours 30 minutes" },
  { "2025-06-12T09:00:00Z", "2025-06-12T09:00:01Z", "1 second" },
  { "2025-06-12T09:00:00Z", "2025-06-12T09:01:01Z", "1 minute 1 second" },
  { "2025-06-12T00:00:10Z", "2025-06-17T00:00:00Z", "5 days" },
  { "2025-06-12T00:00:00Z", "2025-06-17T12:40:00Z", "5 days 13 hours" },
  { "2025-06-12T00:00:00Z", "2026-06-11T20:00:00Z", "1 year" },
  { "2025-06-12", "2026-06-30", "1 year 1 month" },
  { "2025-06-12", "2026-06-20", "1 year" },
  { "-0500-01-01", "1500-01-01", "2000 years" },
  { "0001-01-01", "2025-09-01", "2025 years" },
  { "-0044-03-15", "0014-08-19", "58 years 5 months" },
};

static void
test_spans (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      const TlDate from = parse (spans[i].a);
      const TlDate to = parse (spans[i].b);
      g_autofree char *words = tl_span_to_words (from.start_earliest, to.start_earliest, NULL);
      g_autofree char *what = g_strdup_printf ("%s to %s", spans[i].a, spans[i].b);

      check (what, spans[i].words, words);
    }
}

static void
test_span_ends (void)
{
  const TlDate far = parse ("Y-66000000");
  g_autofree char *all = tl_span_to_words (TL_INSTANT_MIN, TL_INSTANT_MAX, NULL);
  g_autofree char *deep = tl_span_to_words (far.start_earliest, 0, NULL);

  check ("all of time", "585 billion years", all);
  check ("deep time", "66 million years", deep);
}

/* Any two moments: no more than two units, of which a calendar has so many. */
static void
test_spans_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (int i = 0; i < 20000; i++)
    {
      double size = pow (10, g_rand_double_range (rand, 0, 13));
      TlInstant from = (TlInstant) g_rand_double_range (rand, -1e12, 1e12);
      TlInstant to = from + (TlInstant) g_rand_double_range (rand, 0, size);
      g_autofree char *words = tl_span_to_words (from, to, NULL);
      g_auto (GStrv) parts = g_strsplit (words, " ", -1);

      g_assert_cmpuint (g_strv_length (parts) % 2, ==, 0);
      g_assert_cmpuint (g_strv_length (parts), <=, 4);
      if (g_strv_length (parts) == 4)
        {
          int second = (int) g_ascii_strtoll (parts[2], NULL, 10);

          g_assert_cmpint (second, >, 0);
          g_assert_cmpint (second, <, g_str_has_prefix (parts[3], "month")  ? 12
                                      : g_str_has_prefix (parts[3], "day")  ? 32
                                      : g_str_has_prefix (parts[3], "hour") ? 24
                                                                            : 60);
        }
    }
}

typedef struct
{
  const char *date;
  double      scale; /* seconds for a pixel */
  const char *words;
} Moment;

#define DAY  86400.0
#define YEAR (365.2425 * DAY)

static const Moment moments[] = {
  { "2025-06-12T14:30:25Z", 0.5, "12 June 2025, 14:30:25 UTC" },
  { "2025-06-12T14:30:25Z", 10, "12 June 2025, 14:30 UTC" },
  { "2025-06-12T14:30:25Z", 600, "12 June 2025, 14:00 UTC" },
  { "2025-06-12T14:30:25Z", 4000, "12 June 2025" },
  { "2025-06-12T14:30:25Z", 0.9 * DAY, "12 June 2025" },
  { "2025-06-12T14:30:25Z", 2 * DAY, "June 2025" },
  { "2016-12-31T23:59:59Z", 40 * DAY, "2016" },
  { "2016-12-31", YEAR, "2016" },
  { "2016-12-31", 5 * YEAR, "2020" },
  { "2016-12-31", 50 * YEAR, "2000" },
  { "-0043-03-15", 4000, "15 March 44 BCE" },
  { "-0043-03-15", 30 * YEAR, "1 BCE" },
  { "-0043-03-15", 9 * YEAR, "40 BCE" },
  { "-0498", 9 * YEAR, "500 BCE" },
  { "-0498", 0.5 * YEAR, "499 BCE" },
  { "Y-66012345", 3e4 * YEAR, "66 million years BCE" },
  { "Y-13787000000", 9e6 * YEAR, "13.79 thousand million years BCE" },
  { "Y-12012", 0.5 * DAY, "1 January 12,013 BCE" },
};

static void
test_moments (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      const TlDate date = parse (moments[i].date);
      g_autofree char *words = tl_instant_to_words (date.start_earliest, moments[i].scale, NULL);
      g_autofree char *ends = NULL;

      check (moments[i].date, moments[i].words, words);
      ends = tl_instant_to_words (i % 2 == 0 ? TL_INSTANT_MIN : TL_INSTANT_MAX, moments[i].scale, NULL);
      g_assert_nonnull (ends);
    }
}

/* Another language puts numbers and units together as it likes. */
static const char *
look_up (const char *context,
         const char *msgid,
         gpointer    data)
{
  if (g_str_equal (msgid, "1 day"))
    return "ein Tag";

  return g_str_equal (msgid, "between %1$s and %2$s days") ? "%1$s bis %2$s Tage" : msgid;
}

static void
test_language (void)
{
  const TlWords words = { look_up, NULL };
  const TlDate a = parse ("2025-06-28");
  const TlDate b = parse ("2025-06-29");
  const TlDate c = parse ("2025-07");
  g_autofree char *one = tl_date_say_between (&a, &b, &words);
  g_autofree char *range = tl_date_say_between (&a, &c, &words);

  g_assert_cmpstr (one, ==, "ein Tag");
  g_assert_cmpstr (range, ==, "3 bis 33 Tage");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/between/dates", test_between);
  g_test_add_func ("/between/spans", test_spans);
  g_test_add_func ("/between/span-ends", test_span_ends);
  g_test_add_func ("/between/spans-any", test_spans_any);
  g_test_add_func ("/between/moments", test_moments);
  g_test_add_func ("/between/language", test_language);

  return g_test_run ();
}
