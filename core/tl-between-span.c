/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-between.h"

#include "tl-edtf-words-private.h"
#include "tl-length.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A stretch of the axis, and a place on it, in words. */

#define MINUTE 60
#define HOUR   (60 * MINUTE)
#define DAY    TL_SECONDS_PER_DAY

/* From so many years on, months do not count; from the second number on, not
 * even single years. */
#define MANY_YEARS     1000
#define VERY_MANY_YEARS 1e6

#define MILLION G_GINT64_CONSTANT (1000000)

enum
{
  YEARS,
  MONTHS,
  DAYS,
  HOURS,
  MINUTES,
  SECONDS,
  N_PARTS
};

/* A day later than the month's last one is that. */
static TlInstant
add_months (TlInstant from,
            gint64    n_months)
{
  TlCivil civil = tl_instant_to_civil (from);
  gint64 month = civil.year * 12 + civil.month - 1 + n_months;
  gint64 year = month >= 0 ? month / 12 : (month - 11) / 12;
  int of_year = (int) (month - year * 12) + 1;
  int last = tl_days_in_month (year, of_year);

  return tl_instant_from_civil (year, of_year, MIN (civil.day, last), civil.hour, civil.minute, civil.second);
}

/* Takes a stretch apart as a calendar does. */
static void
split (TlInstant from,
       TlInstant to,
       gint64    parts[N_PARTS])
{
  TlCivil first = tl_instant_to_civil (from);
  TlCivil last = tl_instant_to_civil (to);
  gint64 n_months = (last.year - first.year) * 12 + last.month - first.month;
  gint64 rest;

  if (add_months (from, n_months) > to)
    n_months--;
  rest = to - add_months (from, n_months);

  parts[YEARS] = n_months / 12;
  parts[MONTHS] = n_months % 12;
  parts[DAYS] = rest / DAY;
  parts[HOURS] = rest % DAY / HOUR;
  parts[MINUTES] = rest % HOUR / MINUTE;
  parts[SECONDS] = rest % MINUTE;
}

/* The end of a stretch that is as long to what its second unit can tell. */
static TlInstant
round_end (TlInstant    from,
           TlInstant    to,
           const gint64 parts[N_PARTS])
{
  gint64 n_months = parts[YEARS] * 12 + parts[MONTHS];

  if (parts[YEARS] >= MANY_YEARS)
    return add_months (from, (parts[YEARS] + (parts[MONTHS] >= 6)) * 12);
  if (parts[YEARS] > 0)
    return add_months (from, n_months + (parts[DAYS] >= 16));
  if (parts[MONTHS] > 0)
    return add_months (from, n_months) + (parts[DAYS] + (parts[HOURS] >= 12)) * DAY;
  if (parts[DAYS] > 0)
    return from + parts[DAYS] * DAY + (parts[HOURS] + (parts[MINUTES] >= 30)) * HOUR;
  if (parts[HOURS] > 0)
    return from + parts[HOURS] * HOUR + (parts[MINUTES] + (parts[SECONDS] >= 30)) * MINUTE;

  return to;
}

/**
 * tl_span_to_words:
 * @from: where a stretch begins
 * @to: where it ends; may be before @from
 * @words: (nullable): the language
 *
 * Says how long a stretch is by the calendar, in at most two units, rounded
 * to the second of them. From a million years on it is rounded further.
 *
 * Returns: (transfer full): "5 days", "1 month 12 days", "2 years 3 months",
 *   "4 hours 30 minutes"
 */
char *
tl_span_to_words (TlInstant      from,
                  TlInstant      to,
                  const TlWords *words)
{
  static const TlLengthUnit units[N_PARTS] = {
    TL_LENGTH_YEAR, TL_LENGTH_MONTH, TL_LENGTH_DAY, TL_LENGTH_HOUR, TL_LENGTH_MINUTE, TL_LENGTH_SECOND,
  };
  TlInstant start = MIN (from, to);
  TlInstant end = MAX (from, to);
  double length = (double) end - (double) start;
  gint64 parts[N_PARTS];
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  int i = 0;

  if (length >= VERY_MANY_YEARS * tl_length_unit_get_seconds (TL_LENGTH_YEAR))
    return tl_length_to_words (length, FALSE, words);

  split (start, end, parts);
  split (start, round_end (start, end, parts), parts);
  while (i + 1 < N_PARTS && parts[i] == 0)
    i++;

  first = tl_length_count_to_words (parts[i], units[i], words);
  if (i + 1 == N_PARTS || parts[i + 1] == 0)
    return g_steal_pointer (&first);

  second = tl_length_count_to_words (parts[i + 1], units[i + 1], words);

  return tl_words_fill (words, "length",
                        /* Translators: a length of time in two units, as in 2 years 3 months */
                        NC_("length", "%1$s %2$s"), first, second, NULL);
}

/* The round year that is nearest to @year. */
static gint64
round_year (gint64 year,
            double n_years)
{
  gint64 step = 1;
  gint64 size = year > 0 ? year : 1 - year;

  while (step < n_years && step < G_MAXINT64 / 100)
    step *= 10;
  if (step == 1)
    return year;

  size = MAX ((size + step / 2) / step * step, 1);
  if (year > 0)
    return size;

  /* Millions are said as they are; of what is less, 1 BCE is the year 0. */
  return size >= MILLION ? -size : 1 - size;
}

static TlEdtfShape
choose_shape (double seconds_per_pixel)
{
  if (seconds_per_pixel < HOUR)
    return TL_EDTF_SHAPE_TIME;
  if (seconds_per_pixel < DAY)
    return TL_EDTF_SHAPE_DAY;
  if (seconds_per_pixel < tl_length_unit_get_seconds (TL_LENGTH_MONTH))
    return TL_EDTF_SHAPE_MONTH;

  return TL_EDTF_SHAPE_YEAR;
}

/**
 * tl_instant_to_words:
 * @instant: a moment
 * @seconds_per_pixel: how much time a pixel is at the scale that it is shown
 *   at, or less for a finer answer
 * @words: (nullable): the language
 *
 * Says where on an axis one is, as fine as its pixels can tell: a minute, a
 * day, a month, a year, or a round number of years.
 *
 * Returns: (transfer full): "12 June 2025, 14:30 UTC", "12 June 2025", "June
 *   2025", "2016", "66 million years BCE"
 */
char *
tl_instant_to_words (TlInstant      instant,
                     double         seconds_per_pixel,
                     const TlWords *words)
{
  TlCivil civil = tl_instant_to_civil (instant);
  TlEdtfPart part = {
    .year = round_year (civil.year, seconds_per_pixel / tl_length_unit_get_seconds (TL_LENGTH_YEAR)),
    .month = civil.month,
    .day = civil.day,
    .hour = civil.hour,
    .minute = seconds_per_pixel < MINUTE ? civil.minute : 0,
    .second = seconds_per_pixel < 1 ? civil.second : 0,
    .month_digits = { (char) ('0' + civil.month / 10), (char) ('0' + civil.month % 10) },
    .day_digits = { (char) ('0' + civil.day / 10), (char) ('0' + civil.day % 10) },
    .zone = TL_EDTF_ZONE_UTC,
    .shape = (guint8) choose_shape (seconds_per_pixel),
  };

  part.year_lowest = part.year_highest = part.year;

  return tl_edtf_part_to_words (&part, FALSE, words);
}
