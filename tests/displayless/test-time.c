/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-time.h"

/* Far enough for everything that has a date. */
#define FAR_YEARS G_GINT64_CONSTANT (14000000000)

typedef struct
{
  gint64 year;
  int    month;
  int    day;
  gint64 days;
  int    weekday;
} Day;

/* Counted independently: with Python's datetime where it reaches, and from
 * there by adding eras of 146,097 days. */
static const Day known_days[] = {
  { 1970, 1, 1, 0, 4 },
  { 1969, 12, 31, -1, 3 },
  { 2000, 2, 29, 11016, 2 },
  { 2000, 3, 1, 11017, 3 },
  { 2025, 6, 12, 20251, 4 },
  { 1900, 2, 28, -25509, 3 },
  { 1900, 3, 1, -25508, 4 },
  { 1, 1, 1, -719162, 1 },
  { 0, 12, 31, -719163, 7 },
  { 0, 3, 1, -719468, 3 },
  { 0, 2, 29, -719469, 2 },
  { 0, 1, 1, -719528, 6 },
  { -1, 12, 31, -719529, 5 },
  { 9999, 12, 31, 2932896, 5 },
  { -400, 1, 1, -719528 - 146097, 6 },
  { -4000000000, 1, 1, -719528 - G_GINT64_CONSTANT (10000000) * 146097, 6 },
};

static void
test_time_known_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known_days); i++)
    {
      const Day *day = &known_days[i];
      TlCivil civil = tl_instant_to_civil (day->days * TL_SECONDS_PER_DAY);

      g_assert_cmpint (tl_days_from_civil (day->year, day->month, day->day), ==, day->days);
      g_assert_cmpint (civil.year, ==, day->year);
      g_assert_cmpint (civil.month, ==, day->month);
      g_assert_cmpint (civil.day, ==, day->day);
      g_assert_cmpint (civil.weekday, ==, day->weekday);
    }
}

static void
test_time_leap_years (void)
{
  static const gint64 leap[] = { 2024, 2000, 1600, 4, 0, -4, -400, 292000000000, -292000000000 };
  static const gint64 common[] = { 2025, 1900, 2100, 1, -1, -100, -399, 13800000100 };

  for (gsize i = 0; i < G_N_ELEMENTS (leap); i++)
    {
      g_assert_true (tl_year_is_leap (leap[i]));
      g_assert_cmpint (tl_days_in_month (leap[i], 2), ==, 29);
      g_assert_cmpint (tl_days_from_civil (leap[i] + 1, 1, 1) - tl_days_from_civil (leap[i], 1, 1),
                       ==, 366);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    {
      g_assert_false (tl_year_is_leap (common[i]));
      g_assert_cmpint (tl_days_in_month (common[i], 2), ==, 28);
      g_assert_cmpint (tl_days_from_civil (common[i] + 1, 1, 1)
                         - tl_days_from_civil (common[i], 1, 1),
                       ==, 365);
    }
}

static void
test_time_month_lengths (void)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  for (int month = 1; month <= 12; month++)
    g_assert_cmpint (tl_days_in_month (2025, month), ==, lengths[month - 1]);
}

static void
test_time_no_such_month (void)
{
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*month >= 1*");
  g_assert_cmpint (tl_days_in_month (2025, 13), ==, 0);
  g_test_assert_expected_messages ();
}

/* Every day of eight hundred years comes right after the one before. */
static void
test_time_every_day (void)
{
  gint64 expected = tl_days_from_civil (-400, 1, 1);
  int weekday = 6;

  for (gint64 year = -400; year < 400; year++)
    for (int month = 1; month <= 12; month++)
      for (int day = 1; day <= tl_days_in_month (year, month); day++)
        {
          TlCivil civil = tl_instant_to_civil (expected * TL_SECONDS_PER_DAY);

          g_assert_cmpint (tl_days_from_civil (year, month, day), ==, expected);
          g_assert_cmpint (civil.year, ==, year);
          g_assert_cmpint (civil.month, ==, month);
          g_assert_cmpint (civil.day, ==, day);
          g_assert_cmpint (civil.weekday, ==, weekday);
          expected++;
          weekday = weekday % 7 + 1;
        }
}

static gint64
pick_year (GRand *rand)
{
  gint64 high = g_rand_int_range (rand, -14000, 14001);
  gint64 low = g_rand_int_range (rand, -1000000, 1000000);

  return high * 1000000 + low;
}

static void
test_time_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20250612);

  for (int i = 0; i < 200000; i++)
    {
      gint64 year = i % 2 ? pick_year (rand) : g_rand_int_range (rand, -10000, 10000);
      int month = g_rand_int_range (rand, 1, 13);
      int day = g_rand_int_range (rand, 1, tl_days_in_month (year, month) + 1);
      int second = g_rand_int_range (rand, 0, TL_SECONDS_PER_DAY);
      TlInstant instant = tl_instant_from_civil (year, month, day, second / 3600,
                                                 second / 60 % 60, second % 60);
      TlCivil civil = tl_instant_to_civil (instant);

      g_assert_cmpint (civil.year, ==, year);
      g_assert_cmpint (civil.month, ==, month);
      g_assert_cmpint (civil.day, ==, day);
      g_assert_cmpint (civil.hour * 3600 + civil.minute * 60 + civil.second, ==, second);
    }
}

static void
test_time_any_instant (void)
{
  static const TlInstant edges[] = { TL_INSTANT_MIN, TL_INSTANT_MIN + 1, -1, 0,
                                     TL_INSTANT_MAX - 1, TL_INSTANT_MAX };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 100000; i++)
    {
      gint64 bits = (gint64) (((guint64) g_rand_int (rand) << 32) | g_rand_int (rand));
      TlInstant instant = i < (int) G_N_ELEMENTS (edges) ? edges[i] : bits;
      TlCivil civil = tl_instant_to_civil (instant);

      g_assert_cmpint (civil.month, >=, 1);
      g_assert_cmpint (civil.month, <=, 12);
      g_assert_cmpint (civil.day, >=, 1);
      g_assert_cmpint (civil.day, <=, tl_days_in_month (civil.year, civil.month));
      g_assert_cmpint (civil.weekday, >=, 1);
      g_assert_cmpint (civil.weekday, <=, 7);

      if (civil.year >= TL_YEAR_MIN && civil.year <= TL_YEAR_MAX)
        g_assert_cmpint (tl_instant_from_civil (civil.year, civil.month, civil.day, civil.hour,
                                                civil.minute, civil.second),
                         ==, instant);
    }
}

static void
test_time_year_limits (void)
{
  TlInstant first = tl_instant_from_civil (TL_YEAR_MIN, 1, 1, 0, 0, 0);
  TlInstant last = tl_instant_from_civil (TL_YEAR_MAX, 12, 31, 23, 59, 59);

  g_assert_cmpint (first, >, TL_INSTANT_MIN);
  g_assert_cmpint (last, <, TL_INSTANT_MAX);
  g_assert_cmpint (tl_instant_to_civil (first).year, ==, TL_YEAR_MIN);
  g_assert_cmpint (tl_instant_to_civil (last).year, ==, TL_YEAR_MAX);
  g_assert_cmpint (tl_instant_from_civil (TL_YEAR_MIN - 1, 12, 31, 0, 0, 0), ==, TL_INSTANT_MIN);
  g_assert_cmpint (tl_instant_from_civil (TL_YEAR_MAX + 1, 1, 1, 0, 0, 0), ==, TL_INSTANT_MAX);
  g_assert_cmpint (tl_instant_from_civil (-FAR_YEARS, 1, 1, 0, 0, 0), <, 0);
}

static void
test_time_carries (void)
{
  g_assert_cmpint (tl_instant_from_civil (2016, 12, 31, 24, 0, 0), ==,
                   tl_instant_from_civil (2017, 1, 1, 0, 0, 0));
  g_assert_cmpint (tl_instant_from_civil (2016, 12, 31, 23, 59, 60), ==,
                   tl_instant_from_civil (2017, 1, 1, 0, 0, 0));
}

static void
check_iso (gint64      year,
           const char *expected)
{
  g_autofree char *iso = tl_instant_to_iso (tl_instant_from_civil (year, 6, 2, 4, 5, 6));

  g_assert_cmpstr (iso, ==, expected);
}

static void
test_time_iso (void)
{
  check_iso (2025, "2025-06-02T04:05:06Z");
  check_iso (0, "0000-06-02T04:05:06Z");
  check_iso (-499, "-0499-06-02T04:05:06Z");
  check_iso (9999, "9999-06-02T04:05:06Z");
  check_iso (10000, "Y10000-06-02T04:05:06Z");
  check_iso (-13800000000, "Y-13800000000-06-02T04:05:06Z");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/known-days", test_time_known_days);
  g_test_add_func ("/time/leap-years", test_time_leap_years);
  g_test_add_func ("/time/month-lengths", test_time_month_lengths);
  g_test_add_func ("/time/no-such-month", test_time_no_such_month);
  g_test_add_func ("/time/every-day", test_time_every_day);
  g_test_add_func ("/time/round-trip", test_time_round_trip);
  g_test_add_func ("/time/any-instant", test_time_any_instant);
  g_test_add_func ("/time/year-limits", test_time_year_limits);
  g_test_add_func ("/time/carries", test_time_carries);
  g_test_add_func ("/time/iso", test_time_iso);

  return g_test_run ();
}
