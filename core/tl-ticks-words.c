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
              TlTickWay      way,
              const TlWords *words)
{
  static const char *const sentences[3][3] = {
    /* Translators: a number like 13.8, of thousands of millions of years, or 66, of millions of
     * them; the last ones are as short as can be. */
    { NC_("axis", "%1$s bn BCE"), NC_("axis", "%1$s million BCE"), NC_("axis", "%1$s m BCE") },
    { NC_("axis", "%1$s bn CE"), NC_("axis", "%1$s million CE"), NC_("axis", "%1$s m CE") },
    /* Translators: the same where it is clear that it is a time before ours. */
    { NC_("axis", "%1$s bn"), NC_("axis", "%1$s m"), NC_("axis", "%1$s m") },
  };
  gboolean is_brief = way != TL_WAY_LONG;
  gboolean in_billions = size >= 1000 * MILLION && size % (10 * MILLION) == 0;
  g_autofree char *number = tl_edtf_decimal_to_words (size, in_billions ? 1000 * MILLION : MILLION,
                                                      words);

  return tl_words_fill (words, "axis",
                        sentences[way == TL_WAY_BARE ? 2 : is_before ? 0 : 1]
                                 [in_billions ? 0 : is_brief ? 2 : 1],
                        number, NULL);
}

/**
 * tl_ticks_say_year:
 * @year: a year
 * @way: how long it may be; without its era only where one knows how far away
 *   it is
 * @words: (nullable): the language
 *
 * Says a year. A whole thousand of years below -9999 is what somebody has
 * rounded, not a year BCE less one.
 *
 * Returns: (transfer full): "2016", "66 million BCE", "66 m BCE", or "66 m"
 */
char *
tl_ticks_say_year (gint64         year,
                   TlTickWay      way,
                   const TlWords *words)
{
  gboolean is_rounded = year < -9999 && year % 1000 == 0;
  gint64 size = year > 0 ? year : is_rounded ? -year : 1 - year;

  if (size >= MILLION && size % (MILLION / 100) == 0)
    return say_far_year (size, year <= 0, way, words);

  return tl_edtf_year_to_words (year, words);
}

/**
 * tl_ticks_get_month:
 * @month: a month, from 1
 * @words: (nullable): the language
 *
 * Returns: its name, as short as it goes
 */
const char *
tl_ticks_get_month (int            month,
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
      return g_strdup (tl_ticks_get_month (civil.month, words));

    case TL_FIELD_YEAR:
    case TL_FIELD_NONE:
    default:
      return tl_ticks_say_year (civil.year, TL_WAY_LONG, words);
    }
}

static char *
say_month (const TlCivil *civil,
           TlTickWay      way,
           const TlWords *words)
{
  const char *month = way == TL_WAY_LONG ? tl_edtf_month_to_words (civil->month, FALSE, words)
                                         : tl_ticks_get_month (civil->month, words);
  g_autofree char *year = tl_ticks_say_year (civil->year, TL_WAY_LONG, words);

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
                                         : tl_ticks_get_month (civil->month, words);
  g_autofree char *year = tl_ticks_say_year (civil->year, TL_WAY_LONG, words);
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
    return tl_ticks_say_year (civil.year, way == TL_WAY_LONG ? TL_WAY_LONG : TL_WAY_SHORT, words);
  if (field == TL_FIELD_MONTH)
    return say_month (&civil, way, words);
  if (field == TL_FIELD_DAY)
    return say_day (&civil, way, words);

  return NULL;
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
