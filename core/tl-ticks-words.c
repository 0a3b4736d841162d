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
              gboolean       is_brief,
              const TlWords *words)
{
  static const char *const sentences[2][3] = {
    /* Translators: a number like 13.8, of thousands of millions of years, or 66, of millions of
     * them; the last ones are as short as can be. */
    { NC_("axis", "%1$s bn BCE"), NC_("axis", "%1$s million BCE"), NC_("axis", "%1$s mn BCE") },
    { NC_("axis", "%1$s bn CE"), NC_("axis", "%1$s million CE"), NC_("axis", "%1$s mn CE") },
  };
  gboolean in_billions = size >= 1000 * MILLION && size % (10 * MILLION) == 0;
  g_autofree char *number = tl_edtf_decimal_to_words (size, in_billions ? 1000 * MILLION : MILLION,
                                                      words);

  return tl_words_fill (words, "axis",
                        sentences[is_before ? 0 : 1][in_billions ? 0 : is_brief ? 2 : 1],
                        number, NULL);
}

/* Says a year as short as it goes. A whole thousand of years below -9999 is
 * what somebody has rounded, not a year BCE less one. */
static char *
say_year (gint64         year,
          gboolean       is_brief,
          const TlWords *words)
{
  gboolean is_rounded = year < -9999 && year % 1000 == 0;
  gint64 size = year > 0 ? year : is_rounded ? -year : 1 - year;

  if (size >= MILLION && size % (MILLION / 100) == 0)
    return say_far_year (size, year <= 0, is_brief, words);

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
      if (unit.is_brief)
        return g_strdup (day);
      return tl_words_fill (words, "axis",
                            /* Translators: day of the week and of the month, as in Thu 12. */
                            NC_("axis", "%1$s %2$s"),
                            get_short_weekday (civil.weekday, words), day, NULL);

    case TL_FIELD_MONTH:
      return g_strdup (get_short_month (civil.month, words));

    case TL_FIELD_YEAR:
    case TL_FIELD_NONE:
    default:
      return say_year (civil.year, FALSE, words);
    }
}

static char *
say_month (const TlCivil *civil,
           TlTickWay      way,
           const TlWords *words)
{
  const char *month = way == TL_WAY_LONG ? tl_edtf_month_to_words (civil->month, FALSE, words)
                                         : get_short_month (civil->month, words);
  g_autofree char *year = say_year (civil->year, FALSE, words);

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
  g_autofree char *year = say_year (civil->year, FALSE, words);
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

  if (way == TL_WAY_YEAR || (field == TL_FIELD_YEAR && way <= TL_WAY_SHORT))
    return say_year (civil.year, way != TL_WAY_LONG, words);
  if (field == TL_FIELD_MONTH)
    return say_month (&civil, way, words);
  if (field == TL_FIELD_DAY)
    return say_day (&civil, way, words);

  return NULL;
}

/* Says several months: Jun–Aug 1816. */
static char *
say_months (const TlCivil *first,
            const TlCivil *last,
            const TlWords *words)
{
  const char *first_month = get_short_month (first->month, words);
  const char *last_month = get_short_month (last->month, words);
  g_autofree char *first_year = say_year (first->year, FALSE, words);
  g_autofree char *last_year = say_year (last->year, FALSE, words);

  if (first->year == last->year)
    return tl_words_fill (words, "axis",
                          /* Translators: month, month, year, as in Jun–Aug 2025. */
                          NC_("axis", "%1$s–%2$s %3$s"), first_month, last_month, last_year, NULL);

  return tl_words_fill (words, "axis",
                        /* Translators: month, year, month, year, as in Dec 2024–Feb 2025. */
                        NC_("axis", "%1$s %2$s–%3$s %4$s"),
                        first_month, first_year, last_month, last_year, NULL);
}

/* Says several years: 1939–1945. Their era is said once. */
static char *
say_years (const TlAxisSpan *span,
           const TlWords    *words)
{
  gint64 first = tl_instant_to_civil (span->from).year;
  gint64 last = tl_instant_to_civil (span->to - 1).year;
  g_autofree char *first_year = NULL;
  g_autofree char *last_year = NULL;

  /* So far away the year after the last is a rounder number, and as good. */
  if (last < -9999)
    last = tl_instant_to_civil (span->to).year;
  last_year = say_year (last, FALSE, words);

  if (first <= 0 && last <= 0 && first > -9999)
    first_year = tl_edtf_number_to_words (1 - first, words);
  else if (first > 0 && last < 1000)
    first_year = tl_edtf_number_to_words (first, words);
  else
    first_year = say_year (first, FALSE, words);

  /* Ten years from a round one on, that could not be a hundred. */
  if (first >= 1000 && first <= 9990 && first % 10 == 0 && first % 100 != 0 && last == first + 9)
    return tl_words_fill (words, "axis",
                          /* Translators: the ten years from %1$s on. */
                          NC_("axis", "%1$ss"), first_year, NULL);

  return tl_words_fill (words, "axis",
                        /* Translators: two years, as in 1939–1945. */
                        NC_("axis", "%1$s–%2$s"), first_year, last_year, NULL);
}

/**
 * tl_ticks_say_span:
 * @span: a column, or open time of which years are the fine tier
 * @way: how long it may be
 * @words: (nullable): the language
 *
 * Says what all of a span stands for: "2016", "February 2023", "1280s",
 * "Jun–Aug 1816".
 *
 * Returns: (transfer full) (nullable): the label; %NULL if there is no such way
 */
char *
tl_ticks_say_span (const TlAxisSpan *span,
                   TlTickWay         way,
                   const TlWords    *words)
{
  TlCivil first = tl_instant_to_civil (span->from);
  TlCivil last = tl_instant_to_civil (span->to - 1);
  gboolean is_year = first.year == last.year;
  gboolean is_month = is_year && first.month == last.month;
  gboolean has_years = first.month == 1 && first.day == 1 && last.month == 12 && last.day == 31;

  if (is_year && has_years)
    return tl_ticks_say_coarse (TL_FIELD_YEAR, span->from, way, words);
  if (is_month)
    return tl_ticks_say_coarse (first.day == last.day ? TL_FIELD_DAY : TL_FIELD_MONTH,
                                span->from, way, words);

  if (way == TL_WAY_LONG && !has_years && (is_year || span->kind == TL_SPAN_COLUMN))
    return say_months (&first, &last, words);
  if (way == TL_WAY_LONG)
    return say_years (span, words);

  /* Where it starts does not say that it is longer, but a column needs some
   * name. */
  if (span->kind != TL_SPAN_COLUMN)
    return NULL;

  return tl_ticks_say_coarse (has_years ? TL_FIELD_YEAR : TL_FIELD_MONTH, span->from, way, words);
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
