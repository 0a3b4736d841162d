/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf-words-private.h"
#include "tl-ticks-private.h"

#include <glib/gi18n-lib.h>

/* What spans are named after: all that is known of them, and no more. */

/* The middle of a period stands for all of it if the period is shorter than
 * this part of the time since then. */
#define SHORT_PART 20

/* Years up to this one are somebody's estimates, and rounded. */
#define LAST_ROUNDED (-9999)

/* The last moment that is known of. */
static TlCivil
get_last (const TlAxisSpan *span)
{
  return tl_instant_to_civil (span->known_to - 1);
}

/**
 * tl_ticks_is_one_year:
 * @span: a span
 *
 * Returns: whether anything is known of @span, and all of it is in one year
 */
gboolean
tl_ticks_is_one_year (const TlAxisSpan *span)
{
  return span->known_to > span->from
         && tl_instant_to_civil (span->from).year == get_last (span).year;
}

/* Says several months of one year: Jun–Aug 1816, or Jun–Aug. */
static char *
say_months (const TlCivil *first,
            const TlCivil *last,
            gboolean       with_year,
            const TlWords *words)
{
  const char *first_month = tl_ticks_get_month (first->month, words);
  const char *last_month = tl_ticks_get_month (last->month, words);
  g_autofree char *year = tl_ticks_say_year (last->year, TL_WAY_LONG, words);

  if (!with_year)
    return tl_words_fill (words, "axis, months",
                          /* Translators: month, month, as in Jun–Aug. */
                          NC_("axis, months", "%1$s–%2$s"), first_month, last_month, NULL);

  return tl_words_fill (words, "axis",
                        /* Translators: month, month, year, as in Jun–Aug 2025. */
                        NC_("axis", "%1$s–%2$s %3$s"), first_month, last_month, year, NULL);
}

/* Says months of several years: Dec 2024–Feb 2025. */
static char *
say_months_of_years (const TlCivil *first,
                     const TlCivil *last,
                     const TlWords *words)
{
  g_autofree char *first_year = tl_ticks_say_year (first->year, TL_WAY_LONG, words);
  g_autofree char *last_year = tl_ticks_say_year (last->year, TL_WAY_LONG, words);

  return tl_words_fill (words, "axis",
                        /* Translators: month, year, month, year, as in Dec 2024–Feb 2025. */
                        NC_("axis", "%1$s %2$s–%3$s %4$s"),
                        tl_ticks_get_month (first->month, words), first_year,
                        tl_ticks_get_month (last->month, words), last_year, NULL);
}

/* Says several years: 1939–1945. Their era is said once. */
static char *
say_years (gint64         first,
           gint64         last,
           const TlWords *words)
{
  g_autofree char *last_year = tl_ticks_say_year (last, TL_WAY_LONG, words);
  g_autofree char *first_year = NULL;

  if (first <= 0 && last <= 0 && first > LAST_ROUNDED)
    first_year = tl_edtf_number_to_words (1 - first, words);
  else if (first > 0 && last < 1000)
    first_year = tl_edtf_number_to_words (first, words);
  else
    first_year = tl_ticks_say_year (first, TL_WAY_LONG, words);

  /* Ten years from a round one on, that could not be a hundred. */
  if (first >= 1000 && first <= 9990 && first % 10 == 0 && first % 100 != 0 && last == first + 9)
    return tl_words_fill (words, "axis",
                          /* Translators: the ten years from %1$s on. */
                          NC_("axis", "%1$ss"), first_year, NULL);

  return tl_words_fill (words, "axis",
                        /* Translators: two years, as in 1939–1945. */
                        NC_("axis", "%1$s–%2$s"), first_year, last_year, NULL);
}

/* Says many years by the one in their midst, if they are long gone. */
static char *
say_about (gint64         first,
           gint64         last,
           const TlWords *words)
{
  /* Both ends count: 3400 to 3301 BCE is about 3350. */
  gint64 middle = first + (last - first) / 2;
  g_autofree char *year = NULL;

  if (last > 0 || last - first > -(middle / SHORT_PART))
    return NULL;

  /* In BCE the number is one more than in years that go through 0. */
  year = tl_ticks_say_year (middle > LAST_ROUNDED && middle % 10 == 0 ? middle + 1 : middle, TL_WAY_SHORT,
                            words);

  return tl_words_fill (words, "axis",
                        /* Translators: about (circa) a year, as short as can be, as in c. 3350 BCE. */
                        NC_("axis", "c. %1$s"), year, NULL);
}

/* Says a span that is within a year, but not all of it. */
static char *
say_part_of_year (const TlAxisSpan *span,
                  TlTickWay         way,
                  const TlWords    *words)
{
  TlCivil first = tl_instant_to_civil (span->from);
  TlCivil last = get_last (span);

  /* Open time shows the months. */
  if (span->kind != TL_SPAN_COLUMN)
    return way == TL_WAY_LONG ? tl_ticks_say_year (first.year, TL_WAY_LONG, words) : NULL;

  if (first.month == last.month)
    return tl_ticks_say_coarse (first.day == last.day ? TL_FIELD_DAY : TL_FIELD_MONTH, span->from,
                                way, words);
  if (way == TL_WAY_YEAR)
    return tl_ticks_say_year (first.year, TL_WAY_LONG, words);
  if (way == TL_WAY_SHORT)
    return NULL;

  return say_months (&first, &last, way == TL_WAY_LONG, words);
}

/**
 * tl_ticks_say_span:
 * @span: a column, or open time of which years are the fine tier
 * @way: how long it may be
 * @words: (nullable): the language
 *
 * Says what all of a span stands for: "2016", "February 2023", "1280s",
 * "Jun–Aug 1816". With %TL_WAY_BARE and %TL_WAY_YEAR each says one half of it,
 * if there are halves; "4.54 bn BCE" becomes "4.54 bn".
 *
 * Returns: (transfer full) (nullable): the label; %NULL if there is no such
 *   way, or if it is not another than the longer one
 */
char *
tl_ticks_say_span (const TlAxisSpan *span,
                   TlTickWay         way,
                   const TlWords    *words)
{
  TlCivil first = tl_instant_to_civil (span->from);
  TlCivil last = get_last (span);
  gboolean has_years = first.month == 1 && first.day == 1 && last.month == 12 && last.day == 31;
  gint64 last_year = last.year;

  if (span->known_to <= span->from)
    return NULL;
  if (tl_ticks_is_one_year (span) && !has_years)
    return say_part_of_year (span, way, words);
  if (way == TL_WAY_YEAR || (way == TL_WAY_BARE && last.year > TL_TICK_FAR_YEAR))
    return NULL;
  if (tl_ticks_is_one_year (span))
    return tl_ticks_say_year (first.year, way, words);

  /* So far away the year after the last is a rounder number, and as good. */
  if (last_year < LAST_ROUNDED)
    last_year = tl_instant_to_civil (span->known_to).year;

  if (way == TL_WAY_BARE)
    return NULL;
  if (way == TL_WAY_SHORT)
    return span->kind == TL_SPAN_COLUMN && has_years ? say_about (first.year, last_year, words) : NULL;
  if (!has_years && span->kind == TL_SPAN_COLUMN)
    return say_months_of_years (&first, &last, words);

  return say_years (first.year, last_year, words);
}
