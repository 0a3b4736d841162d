/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-time.h"

/* Calendar arithmetic in the proleptic Gregorian calendar: today's rules
 * carried back and forward without end, as ISO 8601 does. Time is UTC
 * without leap seconds, so every day has 86,400 seconds.
 *
 * Days and dates are turned into each other as Howard Hinnant describes in
 * "chrono-Compatible Low-Level Date Algorithms"
 * (https://howardhinnant.github.io/date_algorithms.html): the year is made
 * to begin in March, so that the leap day is its last, and time is cut into
 * eras of 400 years, which all have the same number of days.
 */

#define DAYS_PER_ERA 146097
#define YEARS_PER_ERA 400

/* Days from 0000-03-01, where era 0 begins, to 1970-01-01. */
#define DAYS_TO_EPOCH 719468

/* Rounds down, where C rounds towards zero. @divisor is positive. */
static inline gint64
divide_down (gint64 value,
             gint64 divisor)
{
  gint64 quotient = value / divisor;

  return quotient - (value % divisor < 0);
}

/* The remainder that goes with divide_down(): never negative. */
static inline int
remainder_up (gint64 value,
              int    divisor)
{
  int remainder = (int) (value % divisor);

  return remainder < 0 ? remainder + divisor : remainder;
}

/**
 * tl_year_is_leap:
 * @year: an astronomical year; 0 is 1 BCE
 *
 * Returns: whether @year has a 29 February
 */
gboolean
tl_year_is_leap (gint64 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/**
 * tl_days_in_month:
 * @year: an astronomical year; 0 is 1 BCE
 * @month: 1 to 12
 *
 * Returns: the number of days of that month, 28 to 31
 */
int
tl_days_in_month (gint64 year,
                  int    month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  if (month == 2 && tl_year_is_leap (year))
    return 29;

  return days[month - 1];
}

/**
 * tl_days_from_civil:
 * @year: an astronomical year, at most a few times %TL_YEAR_MAX to either side
 * @month: 1 to 12
 * @day: 1 to 31; a day that the month does not have counts on into the next
 *
 * Returns: the days from 1970-01-01 to that day, negative before it
 */
gint64
tl_days_from_civil (gint64 year,
                    int    month,
                    int    day)
{
  gint64 march_year = year - (month <= 2);
  gint64 era = divide_down (march_year, YEARS_PER_ERA);
  int year_of_era = remainder_up (march_year, YEARS_PER_ERA);
  int months_since_march = month > 2 ? month - 3 : month + 9;
  int day_of_year = (153 * months_since_march + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH;
}

/**
 * tl_instant_from_civil:
 * @year: an astronomical year; 0 is 1 BCE
 * @month: 1 to 12
 * @day: 1 to 31
 * @hour: 0 to 24
 * @minute: 0 to 59
 * @second: 0 to 60
 *
 * A value beyond its unit's end, such as hour 24, counts on into the next.
 *
 * Returns: the moment; %TL_INSTANT_MIN or %TL_INSTANT_MAX for years before
 *   %TL_YEAR_MIN or after %TL_YEAR_MAX
 */
TlInstant
tl_instant_from_civil (gint64 year,
                       int    month,
                       int    day,
                       int    hour,
                       int    minute,
                       int    second)
{
  if (G_UNLIKELY (year < TL_YEAR_MIN))
    return TL_INSTANT_MIN;
  if (G_UNLIKELY (year > TL_YEAR_MAX))
    return TL_INSTANT_MAX;

  return tl_days_from_civil (year, month, day) * TL_SECONDS_PER_DAY
         + hour * 3600 + minute * 60 + second;
}

/* Sets year, month and day from @days since 1970-01-01. */
static void
set_day (TlCivil *civil,
         gint64   days)
{
  gint64 shifted = days + DAYS_TO_EPOCH;
  gint64 era = divide_down (shifted, DAYS_PER_ERA);
  int day_of_era = remainder_up (shifted, DAYS_PER_ERA);
  /* Take out the leap days passed, to be left with years of 365 days. */
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524
                     - day_of_era / 146096)
                    / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int months_since_march = (5 * day_of_year + 2) / 153;

  civil->day = (guint8) (day_of_year - (153 * months_since_march + 2) / 5 + 1);
  civil->month = (guint8) (months_since_march < 10 ? months_since_march + 3
                                                   : months_since_march - 9);
  civil->year = era * YEARS_PER_ERA + year_of_era + (civil->month <= 2);
}

/**
 * tl_instant_to_civil:
 * @instant: any moment
 *
 * The opposite of tl_instant_from_civil().
 *
 * Returns: the moment in calendar terms, UTC
 */
TlCivil
tl_instant_to_civil (TlInstant instant)
{
  TlCivil civil;
  gint64 days = divide_down (instant, TL_SECONDS_PER_DAY);
  int second_of_day = remainder_up (instant, TL_SECONDS_PER_DAY);

  set_day (&civil, days);
  civil.hour = (guint8) (second_of_day / 3600);
  civil.minute = (guint8) (second_of_day / 60 % 60);
  civil.second = (guint8) (second_of_day % 60);
  /* 1970-01-01 was a Thursday, three days after a Monday. */
  civil.weekday = (guint8) (remainder_up (days + 3, 7) + 1);

  return civil;
}

/**
 * tl_instant_to_iso:
 * @instant: any moment
 *
 * Prints a moment as ISO 8601 does, 2025-06-12T14:30:00Z, for messages and
 * tests. Years beyond four digits get a Y in front, as in EDTF, and those
 * before 0 a minus. The locale has no say in it.
 *
 * Returns: (transfer full): the text
 */
char *
tl_instant_to_iso (TlInstant instant)
{
  TlCivil civil = tl_instant_to_civil (instant);
  gint64 size = ABS (civil.year);

  return g_strdup_printf ("%s%s%04" G_GINT64_FORMAT "-%02u-%02uT%02u:%02u:%02uZ",
                          size > 9999 ? "Y" : "",
                          civil.year < 0 ? "-" : "",
                          size,
                          civil.month,
                          civil.day,
                          civil.hour,
                          civil.minute,
                          civil.second);
}
