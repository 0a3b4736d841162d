/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-dated.h"

#include "tl-edtf.h"
#include "tl-ticks.h"

#include <string.h>

/* What stands at an axis. */

/* Every character is seven pixels wide. */
static void
measure_cb (const char        *text,
            const TlTextStyle *style G_GNUC_UNUSED,
            const TlTextRoom  *room G_GNUC_UNUSED,
            TlTextBlock       *block,
            gpointer           data G_GNUC_UNUSED)
{
  *block = (TlTextBlock) { .n_lines = 1, .width = 7.0 * (double) g_utf8_strlen (text, -1) };
}

#define DATES(...) ((const char *const[]) { __VA_ARGS__, NULL })

static const TlTextMeasure measure = { measure_cb, NULL };
static const TlTickStyle style = { &measure, NULL, { 12, TL_WEIGHT_BOLD }, { 11, TL_WEIGHT_REGULAR },
                                   { 11, TL_WEIGHT_REGULAR }, 6 };

/* Prints the labels of one tier, each with a bar before it if it has a line,
 * and as many arrows as there are rows under it. */
static char *
print_tier (const GArray *ticks,
            TlTier        tier)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const TlTick *tick = &g_array_index (ticks, TlTick, i);

      if (tick->tier == tier)
        g_string_append_printf (out, "%s%s%.*s%s", out->len > 0 ? ", " : "",
                                tick->has_line ? "|" : "", tick->row, "^^^^",
                                tick->label != NULL ? tick->label : "-");
    }

  return g_string_free (out, FALSE);
}

static void
assert_tiers (const TlAxis *axis,
              double        scale,
              double        from,
              double        to,
              const char   *coarse,
              const char   *fine)
{
  g_autoptr (GArray) ticks = tl_ticks_find (axis, scale, from, to, &style);
  g_autofree char *coarse_found = print_tier (ticks, TL_TIER_COARSE);
  g_autofree char *fine_found = print_tier (ticks, TL_TIER_FINE);

  g_assert_cmpstr (coarse_found, ==, coarse);
  g_assert_cmpstr (fine_found, ==, fine);
}

static TlAxis *
make_axis (const char *const *dates,
           TlAxisMode         mode)
{
  g_autoptr (TlTimeline) timeline = tl_make_dated (dates);

  return tl_axis_new (timeline, NULL, 0, mode, NULL);
}

/* What a linear axis of @width pixels has. */
static void
assert_linear (const char *from,
               const char *to,
               double      width,
               const char *coarse,
               const char *fine)
{
  const char *const dates[] = { from, to, NULL };
  g_autoptr (TlAxis) axis = make_axis (dates, TL_AXIS_LINEAR);

  assert_tiers (axis, width / tl_axis_get_length (axis), 0, width, coarse, fine);
}

static void
assert_folds (const TlAxis *axis,
              double        scale,
              const char   *folds)
{
  g_autoptr (GArray) ticks = tl_ticks_find (axis, scale, 0, 1e9, &style);
  g_autofree char *found = print_tier (ticks, TL_TIER_FOLD);

  g_assert_cmpstr (found, ==, folds);
}

static void
test_ticks_story (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_dated_sample ("meta-scale-openai-google");
  g_autoptr (TlAxis) axis = tl_axis_new (timeline, NULL, 0, TL_AXIS_AUTO, NULL);

  /* In a window. */
  assert_tiers (axis, 24, 0, 2000,
                "|2016, |2023, |-, |2025, Apr, Apr, May, Jun, June 2025, June 2025, Jul, Jul",
                "Feb, Jan, |5, 30, |15, 2, 8, |9, |11, |13, |15, |17, 26, |27, |29, 16, 31");
  assert_folds (axis, 24, "6 y, 10 mo, 2 mo, 3 wk, 2 wk, 2 wk, 5 d, 7 days, 2 wk, 2 wk");

  /* On a page. */
  assert_tiers (axis, 40, 0, 2000,
                "|2016, |2023, |2024, |2025, Apr, Apr, May, Jun, June 2025, June 2025, Jul, Jul",
                "Feb, Jan, |Sat 5, |Wed 30, |Thu 15, |Mon 2, |8, |9, |10, |11, |12, |13, |14, "
                "|15, |16, |17, |18, |26, |27, |28, |29, |30, |Wed 16, |31");
  assert_folds (axis, 40,
                "6 y, 10 months, 2 months, 3 weeks, 2 weeks, 2 weeks, 5 days, 7 days, 2 weeks, 2 "
                "weeks");

  /* Close. */
  assert_tiers (axis, 80, 0, 3000,
                "|2016, |February 2023, |2024, |January 2025, April 2025, April 2025, May 2025, "
                "June 2025, June 2025, June 2025, July 2025, July 2025",
                "|Sat 5, |Wed 30, |Thu 15, |Mon 2, |Sun 8, |Mon 9, |Tue 10, |Wed 11, |Thu 12, "
                "|Fri 13, |Sat 14, |Sun 15, |Mon 16, |Tue 17, |Wed 18, |Thu 26, |Fri 27, |Sat "
                "28, |Sun 29, |Mon 30, |Wed 16, |Thu 31");
  assert_folds (axis, 80,
                "6 years, 10 months, 2 months, 3 weeks, 2 weeks, 2 weeks, 5 days, 7 days, 2 "
                "weeks, 2 weeks");

  /* A morning. */
  assert_tiers (axis, 2400, 15.5 * 2400, 16 * 2400,
                "|11 June 2025, |12 June 2025",
                "|00:00, |01:00, |02:00, |03:00, |04:00, |05:00, |06:00, |07:00, |08:00, |09:00, "
                "|10:00, |11:00, |12:00");
}

static void
test_ticks_units (void)
{
  assert_linear ("2025-06-12T14:30:00Z", "2025-06-12T14:30:59Z", 600,
                 "12 June 2025",
                 "|14:05, |14:10, |14:15, |14:20, |14:25, |14:30, |14:35, |14:40, |14:45, "
                 "|14:50, |14:55, |-");
  assert_linear ("2025-06-12", "2025-06-12", 800,
                 "|12 June 2025",
                 "|00:00, |03:00, |06:00, |09:00, |12:00, |15:00, |18:00, |21:00");
  assert_linear ("2025-06-12", "2025-06-14", 160, "June 2025", "|Thu 12, |Fri 13, |Sat 14");
  assert_linear ("2025-05-29", "2025-06-12", 400,
                 "May 2025, |June 2025",
                 "|29, |1, |3, |5, |7, |9, |11");
  assert_linear ("2025-05-12", "2025-06-11", 500,
                 "May 2025, |June 2025",
                 "|13, |15, |17, |19, |21, |23, |25, |27, |29, |1, |3, |5, |7, |9, |-");
  assert_linear ("2025-05-12", "2025-07-11", 500,
                 "May 2025, |June 2025, |July 2025",
                 "|Mon 12, |Mon 19, |Mon 26, |Mon 2, |Mon 9, |Mon 16, |Mon 23, |Mon 30, |Mon 7");
  assert_linear ("2025-05-12", "2026-03-11", 500,
                 "2025, |2026",
                 "|Jun, |Jul, |Aug, |Sep, |Oct, |Nov, |Dec, |Jan, |Feb, |-");
  assert_linear ("2025-05-12", "2027-03-11", 400,
                 "2025, |2026, |2027",
                 "|Jul, |Oct, |Jan, |Apr, |Jul, |Oct, |Jan");
  assert_linear ("2015-05-12", "2027-03-11", 500,
                 "",
                 "|2016, |2017, |2018, |2019, |2020, |2021, |2022, |2023, |2024, |2025, |2026, |-");
  assert_linear ("1890-05-12", "2027-03-11", 500,
                 "",
                 "|1900, |1910, |1920, |1930, |1940, |1950, |1960, |1970, |1980, |1990, |2000, "
                 "|2010, |-");
}

static void
test_ticks_eras (void)
{
  assert_linear ("-0004", "0005", 700,
                 "",
                 "|5 BCE, |4 BCE, |3 BCE, |2 BCE, |1 BCE, |1 CE, |2 CE, |3 CE, |4 CE, |5 CE");
  assert_linear ("-0300", "0350", 700,
                 "",
                 "|300 BCE, |200 BCE, |100 BCE, |1 CE, |100 CE, |200 CE, |300 CE");
  assert_linear ("-0001-05", "0001-10", 900,
                 "2 BCE, |1 BCE, |1 CE",
                 "|Jul, |Oct, |Jan, |Apr, |Jul, |Oct, |Jan, |Apr, |Jul, |Oct");
  assert_linear ("-4000", "2000", 600,
                 "",
                 "|4000 BCE, |3000 BCE, |2000 BCE, |1000 BCE, |1 CE, |1000, |-");
}

static void
test_ticks_deep_time (void)
{
  assert_linear ("Y-13800000000", "2025", 900,
                 "",
                 "|12 bn BCE, |10 bn BCE, |8 bn BCE, |6 bn BCE, |4 bn BCE, |2 bn BCE, |-");
  assert_linear ("Y-4540000000", "Y-4500000000", 700,
                 "",
                 "|4.54 bn BCE, |4.53 bn BCE, |4.52 bn BCE, |4.51 bn BCE");
  assert_linear ("Y-66000000", "Y-65000000", 900,
                 "",
                 "|66 million BCE, |65.8 million BCE, |65.6 million BCE, |65.4 million BCE, "
                 "|65.2 million BCE");
  assert_linear ("Y-300000", "2025", 800,
                 "",
                 "|300,000 BCE, |250,000 BCE, |200,000 BCE, |150,000 BCE, |100,000 BCE, |50,000 "
                 "BCE, |-");
}

static void
test_ticks_folded_deep_time (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_dated_sample ("uncertain-and-deep-time");
  g_autoptr (TlAxis) axis = tl_axis_new (timeline, NULL, 0, TL_AXIS_AUTO, NULL);

  assert_tiers (axis, 70, 0, 4000,
                "|13.8 bn BCE, |4.54 bn BCE, |4.1 bn BCE, |3.5 bn BCE, |66 million BCE, |300,000 "
                "BCE, |3400–3301 BCE, |2560 BCE, |1184 BCE, |776 BCE, |753 BCE, 79 CE, |820 CE, "
                "868 CE, |975 CE, |November 1008, |1025, 1054, |1280s, |1446, |April 1564, "
                "|Jun–Aug 1816, 1842, 1913–1918, |Oct–Dec 1929, |Nov 1946, |February 1947, |May "
                "1952, 1969, 2000–2004, 2012",
                "|80 CE, |869 CE, |1055, |1843, |1914, |1915, |1916, |1917, |1918, |1970, |2001, "
                "|2002, |2003, |2004, |2013");
  assert_folds (axis, 70,
                "9.3 bn y, 440 m y, 600 m y, 3.4 bn y, 66 m y, 297,000 years, 740 years, "
                "1380 years, 407 years, 22 years, 831 years, 739 years, 47 years, 105 years, 33 "
                "years, 16 years, 29 years, 224 years, 156 years, 117 years, 252 years, 26 "
                "years, 70 years, 11 years, 17 years, 5 years, 17 years, 30 years, 8 years");
}

/* Folds without room beside each other are above each other. */
static void
test_ticks_fold_rows (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_dated_sample ("uncertain-and-deep-time");
  g_autoptr (TlAxis) axis = tl_axis_new (timeline, NULL, 0, TL_AXIS_AUTO, NULL);
  g_autoptr (TlAxis) linear = tl_axis_new (timeline, NULL, 0, TL_AXIS_LINEAR, NULL);

  assert_folds (axis, 24,
                "9.3 bn y, ^440 m y, 600 m y, ^3.4 bn y, 66 m y, ^297,000 y, 740 y, ^1380 y, 407 "
                "y, 22 y, 831 y, ^739 y, 47 y, 105 y, 33 y, 16 y, 29 y, 224 y, ^156 y, 117 y, "
                "^252 y, 26 y, 70 y, 11 y, 17 y, 5 y, 17 y, 30 y, 8 years");
  assert_folds (axis, 14,
                "9.3 bn y, ^440 m y, ^^600 m y, 3.4 bn y, ^66 m y, ^^297,000 y, 740 y, ^1380 y, "
                "407 y, ^22 y, 831 y, ^739 y, 47 y, ^105 y, 33 y, ^16 y, 29 y, ^224 y, 156 y, "
                "^117 y, 252 y, ^26 y, 70 y, 11 y, ^17 y, 5 y, ^17 y, 30 y, 8 y");

  g_assert_cmpuint (tl_ticks_count_fold_rows (axis, 200, &style), ==, 1);
  g_assert_cmpuint (tl_ticks_count_fold_rows (axis, 24, &style), ==, 2);
  g_assert_cmpuint (tl_ticks_count_fold_rows (axis, 14, &style), ==, 3);
  g_assert_cmpuint (tl_ticks_count_fold_rows (linear, 14, &style), ==, 0);
}

/* What a column is named after. */
static void
test_ticks_columns (void)
{
  g_autoptr (TlAxis) axis = make_axis (DATES ("1XXX", "201X", "2025-24", "2030-21", "2040-02-XX",
                                              "2050", "2060-01-01", "2060-01-02"),
                                       TL_AXIS_FOLDED);

  assert_tiers (axis, 200, 0, 4000,
                "|1000–1999, |2010s, |Dec 2025–Feb 2026, |Mar–May 2030, |February 2040, |2050, "
                "|1 January 2060, |2 January 2060",
                "|00:00, |06:00, |12:00, |18:00, |00:00, |06:00, |12:00, |18:00");
  assert_tiers (axis, 50, 0, 4000,
                "|1000–1999, |2010s, |Dec 2025–Feb 2026, |-, |Feb 2040, |2050, |January 2060",
                "Mar–May 2030, |Thu 1, |Fri 2");
}

/* Where there is little room, names stand above, below, or in halves. */
static void
test_ticks_tight_columns (void)
{
  g_autoptr (TlAxis) axis = make_axis (DATES ("2001", "2003-02", "2005", "2007-06", "2009-01", "2009-05",
                                              "2011-12-24", "2011-12-25"),
                                       TL_AXIS_FOLDED);
  g_autoptr (TlAxis) deep = make_axis (DATES ("Y-13800000000", "Y-4540000000", "Y-66000000", "Y-300000",
                                              "-3350S2", "-0775", "0079-08-24", "0868-05-11"),
                                       TL_AXIS_FOLDED);

  assert_tiers (axis, 60, 0, 4000,
                "|2001, |Feb 2003, |2005, |June 2007, |January 2009, |May 2009, December 2011",
                "|Sat 24, |Sun 25");
  assert_tiers (axis, 36, 0, 4000,
                "|2001, |2003, |2005, |2007, |January 2009, |-, Dec 2011",
                "Feb, Jun, May, |24, |25");
  assert_tiers (axis, 24, 0, 4000,
                "|2001, |2003, |2005, |2007, |2009, |May, Dec 2011",
                "Feb, Jun, Jan, 24, |25");
  assert_tiers (deep, 60, 0, 4000,
                "|13.8 bn BCE, |4.54 bn BCE, |66 m BCE, |300,000 BCE, |c. 3350 BCE, |776 BCE, "
                "79–868 CE",
                "79 CE");
  assert_tiers (deep, 30, 0, 4000,
                "|13.8 bn BCE, |-, |66 m, |300,000 BCE, |-, |776 BCE",
                "4.54 bn BCE, c. 3350 BCE");
}

/* Time that is longer only to be seen is not named. */
static void
test_ticks_widened (void)
{
  g_autoptr (TlAxis) axis = make_axis (DATES ("0079-08-24", "0868-05-11", "1054-07-04", "1055-06-04",
                                              "1914-07-28/1918-11-11"),
                                       TL_AXIS_FOLDED);

  assert_tiers (axis, 100, 0, 4000,
                "79 CE, 868 CE, 1054–1055, 1914–1918",
                "|80 CE, |82 CE, |870 CE, 1054, |1056, |1058, |1916, |-");
}

static void
test_ticks_even (void)
{
  g_autoptr (TlAxis) axis = make_axis (DATES ("2016", "2024-05", "2025-06-12", "2025-06-13",
                                              "2025-06-14T14:30:00Z", "2025-06-14T20:00:00Z",
                                              "2025-08-01"),
                                       TL_AXIS_EVEN);

  assert_tiers (axis, 70, 0, 4000,
                "|2016, |2025, |14 June 2025, |2025",
                "|-, |12 Jun, |14:30, |Aug");
  assert_tiers (axis, 30, 0, 4000, "|2016, |-", "|-, |20:00");
  assert_tiers (axis, 300, 0, 4000,
                "|2016–2024, 2024, |2025, |12 June 2025, |13 June 2025, |14 June 2025, 14 June "
                "2025, 2025, |1 August 2025",
                "|2016, |2017, |2018, |2019, |2020, |2021, |2022, |2023, |-, May, |Jul, |Oct, "
                "|Jan, |Apr, |00:00, |06:00, |12:00, |18:00, |00:00, |06:00, |12:00, |18:00, "
                "|00:00, |06:00, |-, |15:00, |16:00, |17:00, |18:00, |19:00, Jun, |Jul, |00:00, "
                "|06:00, |12:00, |18:00");
}

/* The last coarse tick to the left is there for as long as it holds. */
static void
test_ticks_sticky (void)
{
  g_autoptr (TlAxis) axis = make_axis (DATES ("2025-05-12", "2025-07-11"), TL_AXIS_LINEAR);
  double scale = 1000 / tl_axis_get_length (axis);

  assert_tiers (axis, scale, 100, 200, "May 2025", "|19, |21, |23");
  assert_tiers (axis, scale, 700, 750, "|June 2025", "|25");
}

/* Words come from where one says. */
static const char *
shout_cb (const char *context,
          const char *msgid,
          gpointer    data G_GNUC_UNUSED)
{
  if (g_str_equal (context, "axis, month") && g_str_equal (msgid, "Jun"))
    return "Jn";
  if (g_str_equal (context, "axis, left out"))
    return "%1$s!";

  return msgid;
}

static void
test_ticks_words (void)
{
  static const TlWords words = { shout_cb, NULL };
  g_autoptr (TlAxis) axis = make_axis (DATES ("2024-06", "2025-01-01", "2025-01-02", "2026-06"),
                                       TL_AXIS_FOLDED);
  TlTickStyle translated = style;
  g_autoptr (GArray) ticks = NULL;
  g_autofree char *coarse = NULL;
  g_autofree char *folds = NULL;

  translated.words = &words;
  ticks = tl_ticks_find (axis, 45, 0, 1000, &translated);
  coarse = print_tier (ticks, TL_TIER_COARSE);
  folds = print_tier (ticks, TL_TIER_FOLD);

  g_assert_cmpstr (coarse, ==, "|Jn 2024, |January 2025, |Jn 2026");
  g_assert_cmpstr (folds, ==, "6!, 17!");
}

/* How long folds are, from a day after one to the day before another. */
static void
test_ticks_lengths (void)
{
  static const struct
  {
    const char *first[2];
    const char *last[2];
    const char *length;
  } folds[] = {
    { { "2025-06-12T10:00:00Z", "2025-06-12T10:00:01Z" },
      { "2025-06-12T10:00:40Z", "2025-06-12T10:00:41Z" },
      "38 seconds" },
    { { "2025-06-12T10:00:00Z", "2025-06-12T10:00:01Z" },
      { "2025-06-12T10:01:02Z", "2025-06-12T10:01:03Z" },
      "1 minute" },
    { { "2025-06-12T10:00:00Z", "2025-06-12T10:00:01Z" },
      { "2025-06-12T10:30:02Z", "2025-06-12T10:30:03Z" },
      "30 minutes" },
    { { "2025-06-12T10:00:00Z", "2025-06-12T10:00:01Z" },
      { "2025-06-12T11:00:02Z", "2025-06-12T11:00:03Z" },
      "1 hour" },
    { { "2025-06-12T10:00:00Z", "2025-06-12T10:00:01Z" },
      { "2025-06-13T10:00:02Z", "2025-06-13T10:00:03Z" },
      "1 day" },
    { { "2025-06-12T10:00:00Z", "2025-06-12T10:00:01Z" },
      { "2025-06-13T16:00:02Z", "2025-06-13T16:00:03Z" },
      "30 hours" },
    { { "2025-06-01", "2025-06-02" }, { "2025-06-16", "2025-06-17" }, "13 days" },
    { { "2025-06-01", "2025-06-02" }, { "2025-06-17", "2025-06-18" }, "2 weeks" },
    { { "2025-06-01", "2025-06-02" }, { "2025-07-30", "2025-07-31" }, "8 weeks" },
    { { "2025-06-01", "2025-06-02" }, { "2025-08-03", "2025-08-04" }, "2 months" },
    { { "2025-06-01", "2025-06-02" }, { "2026-12-03", "2026-12-04" }, "18 months" },
    { { "2025-06-01", "2025-06-02" }, { "2027-06-03", "2027-06-04" }, "2 years" },
    { { "0005-06-01", "0005-06-02" }, { "1930-06-03", "1930-06-04" }, "1920 years" },
    { { "Y-20000", "Y-19999" }, { "2025-06-03", "2025-06-04" }, "22,000 years" },
    { { "Y-1000000", "Y-999999" }, { "2025-06-03", "2025-06-04" }, "1 million years" },
    { { "Y-4540000000", "Y-4539999999" }, { "2025-06-03", "2025-06-04" }, "4.54 billion years" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autoptr (TlAxis) axis = make_axis (DATES (folds[i].first[0], folds[i].first[1], folds[i].last[0],
                                                  folds[i].last[1]),
                                           TL_AXIS_FOLDED);

      assert_folds (axis, 200, folds[i].length);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticks/story", test_ticks_story);
  g_test_add_func ("/ticks/units", test_ticks_units);
  g_test_add_func ("/ticks/eras", test_ticks_eras);
  g_test_add_func ("/ticks/deep-time", test_ticks_deep_time);
  g_test_add_func ("/ticks/folded-deep-time", test_ticks_folded_deep_time);
  g_test_add_func ("/ticks/fold-rows", test_ticks_fold_rows);
  g_test_add_func ("/ticks/columns", test_ticks_columns);
  g_test_add_func ("/ticks/tight-columns", test_ticks_tight_columns);
  g_test_add_func ("/ticks/widened", test_ticks_widened);
  g_test_add_func ("/ticks/even", test_ticks_even);
  g_test_add_func ("/ticks/sticky", test_ticks_sticky);
  g_test_add_func ("/ticks/words", test_ticks_words);
  g_test_add_func ("/ticks/lengths", test_ticks_lengths);

  return g_test_run ();
}
