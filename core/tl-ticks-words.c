/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf-words-private.h"
#include "tl-ticks-private.h"

#include <glib/gi18n-lib.h>

/* What stands at ticks. There is little room, so that everything has a short
 * form too. */

#define MILLION G_GINT64_CONSTANT (1000000)

/* Says a year that is millions of years away. */
static char *
say_far_year (gint64         size,
              gboolean       is_before,
              const TlWords *words)
{
  gboolean in_billions = size >= 1000 * MILLION && size % (10 * MILLION) == 0;
  g_autofree char *number = tl_edtf_decimal_to_words (size, in_billions ? 1000 * MILLION : MILLION,
                                                      words);

  if (in_billions && is_before)
    return tl_words_fill (words, "axis",
                          /* Translators: a number like 13.8, of thousands of millions of years. */
                          NC_("axis", "%1$s bn BCE"), number, NULL);
  if (in_billions)
    return tl_words_fill (words, "axis", NC_("axis", "%1$s bn CE"), number, NULL);
  if (is_before)
    return tl_words_fill (words, "axis",
                          /* Translators: a number like 66. */
                          NC_("axis", "%1$s million BCE"), number, NULL);

  return tl_words_fill (words, "axis", NC_("axis", "%1$s million CE"), number, NULL);
}

/* Says a year as short as it goes. A whole thousand of years below -9999 is
 * what somebody has rounded, not a year BCE less one. */
static char *
say_year (gint64         year,
          const TlWords *words)
{
  gboolean is_rounded = year < -9999 && year % 1000 == 0;
  gint64 size = year > 0 ? year : is_rounded ? -year : 1 - year;

  if (size >= MILLION && size % (MILLION / 100) == 0)
    return say_far_year (size, year <= 0, words);

  return tl_edtf_year_to_words (year, words);
}

static const char *
get_short_month (int            month,
                 const TlWords *words)
{
  static const char *const names[] = {
    /* Translators: months, as short as they are written beside an axis. */
    NC_("axis, month", "Jan"),
    NC_("axis, month", "Feb"),
    NC_("axis, month", "Mar"),
    NC_("axis, month", "Apr"),
    NC_("axis, month", "May"),
    NC_("axis, month", "Jun"),
    NC_("axis, month", "Jul"),
    NC_("axis, month", "Aug"),
    NC_("axis, month", "Sep"),
    NC_("axis, month", "Oct"),
    NC_("axis, month", "Nov"),
    NC_("axis, month", "Dec"),
  };

  return tl_words_get (words, "axis, month", names[month - 1]);
}

static const char *
get_short_weekday (int            weekday,
                   const TlWords *words)
{
  static const char *const names[] = {
    /* Translators: days of the week, as short as they are written beside an axis. */
    NC_("axis, weekday", "Mon"),
    NC_("axis, weekday", "Tue"),
    NC_("axis, weekday", "Wed"),
    NC_("axis, weekday", "Thu"),
    NC_("axis, weekday", "Fri"),
    NC_("axis, weekday", "Sat"),
    NC_("axis, weekday", "Sun"),
  };

  return tl_words_get (words, "axis, weekday", names[weekday - 1]);
}

/* The time of day, with seconds if there are any or @with_seconds. */
static char *
say_clock (const TlCivil *civil,
           gboolean       with_seconds)
{
  if (with_seconds || civil->second > 0)
    return g_strdup_printf ("%02u:%02u:%02u", civil->hour, civil->minute, civil->second);

  return g_strdup_printf ("%02u:%02u", civil->hour, civil->minute);
}

/**
 * tl_ticks_say_fine:
 * @unit: the unit of the tick
 * @instant: when it is
 * @words: (nullable): the language
 *
 * Returns: (transfer full): its label in the fine tier
 */
char *
tl_ticks_say_fine (TlTickUnit     unit,
                   TlInstant      instant,
                   const TlWords *words)
{
  TlCivil civil = tl_instant_to_civil (instant);
  char day[12];

  switch ((TlTickField) unit.field)
    {
    case TL_FIELD_SECOND:
    case TL_FIELD_MINUTE:
    case TL_FIELD_HOUR:
      return say_clock (&civil, unit.field == TL_FIELD_SECOND);

    case TL_FIELD_DAY:
      g_snprintf (day, sizeof day, "%u", civil.day);
      return tl_words_fill (words, "axis",
                            /* Translators: day of the week and of the month, as in Thu 12. */
                            NC_("axis", "%1$s %2$s"),
                            get_short_weekday (civil.weekday, words), day, NULL);

    case TL_FIELD_MONTH:
      return g_strdup (get_short_month (civil.month, words));

    case TL_FIELD_YEAR:
    case TL_FIELD_NONE:
    default:
      return say_year (civil.year, words);
    }
}

static char *
say_month (const TlCivil *civil,
           TlTickWay      way,
           const TlWords *words)
{
  const char *month = way == TL_WAY_LONG ? tl_edtf_month_to_words (civil->month, FALSE, words)
                                         : get_short_month (civil->month, words);
  g_autofree char *year = say_year (civil->year, words);

  if (way == TL_WAY_BARE)
    return g_strdup (month);

  return tl_words_fill (words, "date, month and year",
                        NC_("date, month and year", "%1$s %2$s"), month, year, NULL);
}

static char *
say_day (const TlCivil *civil,
         TlTickWay      way,
         const TlWords *words)
{
  const char *month = way == TL_WAY_LONG ? tl_edtf_month_to_words (civil->month, TRUE, words)
                                         : get_short_month (civil->month, words);
  g_autofree char *year = say_year (civil->year, words);
  char day[12];

  g_snprintf (day, sizeof day, "%u", civil->day);
  if (way == TL_WAY_BARE)
    return tl_words_fill (words, "axis, day and month",
                          /* Translators: day and short month, as in 12 Jun. */
                          NC_("axis, day and month", "%1$s %2$s"), day, month, NULL);

  return tl_words_fill (words, "date",
                        /* Translators: day, month, year. */
                        NC_("date", "%1$s %2$s %3$s"), day, month, year, NULL);
}

/**
 * tl_ticks_say_coarse:
 * @field: what is to be said
 * @instant: when it is
 * @way: how long it may be
 * @words: (nullable): the language
 *
 * Returns: (transfer full) (nullable): the label in the coarse tier; %NULL if
 *   that is not another than the one before it
 */
char *
tl_ticks_say_coarse (TlTickField    field,
                     TlInstant      instant,
                     TlTickWay      way,
                     const TlWords *words)
{
  TlCivil civil = tl_instant_to_civil (instant);

  if (way == TL_WAY_YEAR || (way == TL_WAY_LONG && field == TL_FIELD_YEAR))
    return say_year (civil.year, words);
  if (field == TL_FIELD_MONTH)
    return say_month (&civil, way, words);
  if (field == TL_FIELD_DAY)
    return say_day (&civil, way, words);

  return NULL;
}

/* Several years, or months of one year. */
static char *
say_range (const TlCivil *first,
           const TlCivil *last,
           const TlWords *words)
{
  g_autofree char *first_year = NULL;
  g_autofree char *last_year = say_year (last->year, words);

  if (first->year == last->year)
    return tl_words_fill (words, "axis",
                          /* Translators: month, month, year, as in Jun–Aug 2025. */
                          NC_("axis", "%1$s–%2$s %3$s"),
                          get_short_month (first->month, words),
                          get_short_month (last->month, words), last_year, NULL);

  /* An era is said once. */
  if (first->year <= 0 && last->year <= 0 && first->year > -9999)
    first_year = g_strdup_printf ("%d", 1 - (int) first->year);
  else if (first->year > 0 && first->year < 1000 && last->year < 1000)
    first_year = g_strdup_printf ("%d", (int) first->year);
  else
    first_year = say_year (first->year, words);

  return tl_words_fill (words, "axis",
                        /* Translators: two years, as in 1939–1945. */
                        NC_("axis", "%1$s–%2$s"), first_year, last_year, NULL);
}

/* Ten years from a round one on. */
static gboolean
is_decade (const TlCivil *first,
           const TlCivil *last)
{
  return first->year >= 1000 && first->year <= 9990 && first->year % 10 == 0
         && first->year % 100 != 0 && last->year == first->year + 9;
}

/**
 * tl_ticks_say_column:
 * @span: a column
 * @way: how long it may be
 * @words: (nullable): the language
 *
 * Says what a column stands for: "2016", "February 2023", "1280s", "Jun–Aug
 * 1816".
 *
 * Returns: (transfer full) (nullable): the label; %NULL if there is no such way
 */
char *
tl_ticks_say_column (const TlAxisSpan *span,
                     TlTickWay         way,
                     const TlWords    *words)
{
  TlCivil first = tl_instant_to_civil (span->from);
  TlCivil last = tl_instant_to_civil (span->to - 1);
  gboolean is_whole_years = first.month == 1 && first.day == 1 && last.month == 12 && last.day == 31;
  g_autofree char *year = NULL;

  if (first.year == last.year && is_whole_years)
    return way == TL_WAY_LONG ? say_year (first.year, words) : NULL;
  if (first.year == last.year && first.month == last.month)
    return tl_ticks_say_coarse (first.day == last.day ? TL_FIELD_DAY : TL_FIELD_MONTH,
                                span->from, way, words);

  if (way != TL_WAY_LONG)
    return is_whole_years && way == TL_WAY_SHORT ? NULL
                                                 : tl_ticks_say_coarse (TL_FIELD_MONTH, span->from,
                                                                        way, words);
  if (!is_whole_years || !is_decade (&first, &last))
    return say_range (&first, &last, words);

  year = say_year (first.year, words);
  return tl_words_fill (words, "axis",
                        /* Translators: the ten years from %1$s on. */
                        NC_("axis", "%1$ss"), year, NULL);
}

/**
 * tl_ticks_say_start:
 * @instant: when something starts
 * @words: (nullable): the language
 *
 * Says a start under a year, or, if it is not midnight, under a day.
 *
 * Returns: (transfer full) (nullable): the label; %NULL for the beginning of a
 *   year, of which nothing needs to be added to the year
 */
char *
tl_ticks_say_start (TlInstant      instant,
                    const TlWords *words)
{
  TlCivil civil = tl_instant_to_civil (instant);

  if (civil.hour != 0 || civil.minute != 0 || civil.second != 0)
    return say_clock (&civil, FALSE);
  if (civil.day != 1)
    return say_day (&civil, TL_WAY_BARE, words);
  if (civil.month != 1)
    return say_month (&civil, TL_WAY_BARE, words);

  return NULL;
}
