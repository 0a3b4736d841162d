/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf-words-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One date in words: what is known of it, what its X leave open, and what is
 * said against it or its parts. */

/* Digits of a month or day, and the numbers they can be. */
typedef struct
{
  int      first;
  int      last;
  gboolean is_any;     /* XX */
  gboolean has_gaps;   /* X1 is 1, 11, 21 or 31 */
} Choice;

static Choice
get_choice (const char *digits,
            int         highest)
{
  Choice choice = { 0 };
  gboolean is_any_ten = digits[0] == 'X';

  choice.first = tl_edtf_mask_next (digits, 2, 0, highest);
  choice.last = tl_edtf_mask_next (digits, 2, highest + 1, 1);
  choice.is_any = is_any_ten && digits[1] == 'X';
  choice.has_gaps = is_any_ten && !choice.is_any && choice.first != choice.last;

  return choice;
}

/* The year within a longer date. */
static char *
say_year (const TlEdtfPart *part,
          const TlWords    *words)
{
  if (part->year_lowest != part->year_highest)
    return tl_edtf_year_mask_to_words (part, FALSE, words);

  return tl_edtf_year_to_words (part->year_lowest, words);
}

static char *
say_year_alone (const TlEdtfPart *part,
                const TlWords    *words)
{
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;
  g_autofree char *estimate = NULL;

  if (part->year_lowest == part->year_highest)
    return tl_edtf_year_to_words (part->year_lowest, words);
  if (part->significant == 0)
    return tl_edtf_year_mask_to_words (part, TRUE, words);

  lowest = tl_edtf_year_to_words (part->year_lowest, words);
  highest = tl_edtf_year_to_words (part->year_highest, words);
  estimate = tl_edtf_year_to_words (part->year, words);

  return tl_words_fill (words, "date",
                        NC_("date", "some year from %1$s to %2$s, estimated as %3$s"),
                        lowest, highest, estimate, NULL);
}

/* A date with an X of which nothing better can be said. */
static char *
say_fitting (const TlEdtfPart *part,
             const TlWords    *words)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  TlEdtfPart bare = *part;

  memset (bare.qualifiers, 0, sizeof bare.qualifiers);
  tl_edtf_print_part (digits, &bare);

  return tl_words_fill (words, "date",
                        /* Translators: digits and X, like 1984-1X-X1. */
                        NC_("date", "some date that fits %1$s"), digits->str, NULL);
}

/* A month of which the digits have an X, without the year. */
static char *
say_month_choice (const Choice  *choice,
                  const TlWords *words)
{
  const char *first = tl_edtf_month_to_words (choice->first, FALSE, words);
  const char *last = tl_edtf_month_to_words (choice->last, FALSE, words);

  if (choice->is_any)
    return g_strdup (tl_words_get (words, "date", NC_("date", "some month")));
  if (choice->has_gaps)
    return tl_words_fill (words, "date",
                          /* Translators: two months. */
                          NC_("date", "%1$s or %2$s"), first, last, NULL);

  return tl_words_fill (words, "date",
                        /* Translators: two months. */
                        NC_("date", "some month from %1$s to %2$s"), first, last, NULL);
}

static char *
say_month (const TlEdtfPart *part,
           const TlWords    *words)
{
  Choice choice = get_choice (part->month_digits, 12);
  g_autofree char *year = say_year (part, words);
  g_autofree char *months = NULL;

  if (choice.first != choice.last)
    {
      months = say_month_choice (&choice, words);
      return tl_words_fill (words, "date",
                            /* Translators: as in some month in 2025. */
                            NC_("date", "%1$s in %2$s"), months, year, NULL);
    }

  months = g_strdup (tl_edtf_month_to_words (choice.first, FALSE, words));
  if (part->year_lowest != part->year_highest)
    return tl_words_fill (words, "date", NC_("date", "%1$s of %2$s"), months, year, NULL);

  return tl_words_fill (words, "date, month and year",
                        /* Translators: as in June 2025. */
                        NC_("date, month and year", "%1$s %2$s"), months, year, NULL);
}

/* A day that is known, or almost, in a month that is. */
static char *
say_day_of_month (const TlEdtfPart *part,
                  const Choice     *day,
                  int               month,
                  const TlWords    *words)
{
  const char *name = tl_edtf_month_to_words (month, TRUE, words);
  g_autofree char *year = say_year (part, words);
  char first[12];
  char last[12];

  g_snprintf (first, sizeof first, "%d", day->first);
  g_snprintf (last, sizeof last, "%d", day->last);

  if (day->first != day->last)
    return tl_words_fill (words, "date",
                          /* Translators: day, day, month, year. */
                          NC_("date", "some day from %1$s to %2$s %3$s %4$s"),
                          first, last, name, year, NULL);
  if (part->year_lowest != part->year_highest)
    return tl_words_fill (words, "date",
                          /* Translators: day, month and then "some year …". */
                          NC_("date", "%1$s %2$s of %3$s"), first, name, year, NULL);

  return tl_words_fill (words, "date",
                        /* Translators: day, month, year. */
                        NC_("date", "%1$s %2$s %3$s"), first, name, year, NULL);
}

/* A day in a month that is not known. */
static char *
say_day_of_any_month (const TlEdtfPart *part,
                      const Choice     *day,
                      const TlWords    *words)
{
  g_autofree char *months = NULL;
  char number[12];

  if (day->is_any)
    {
      months = say_year (part, words);
      return tl_words_fill (words, "date",
                            /* Translators: a year, or "some year …". */
                            NC_("date", "some day in %1$s"), months, NULL);
    }

  if (day->first != day->last)
    return say_fitting (part, words);

  months = say_month (part, words);
  g_snprintf (number, sizeof number, "%d", day->first);

  return tl_words_fill (words, "date",
                        /* Translators: the number of a day and "some month in …". */
                        NC_("date", "day %1$s of %2$s"), number, months, NULL);
}

static char *
say_day (const TlEdtfPart *part,
         const TlWords    *words)
{
  Choice month = get_choice (part->month_digits, 12);
  Choice day = get_choice (part->day_digits, 31);
  gboolean is_year_known = part->year_lowest == part->year_highest;
  g_autofree char *months = NULL;

  if (month.is_any)
    return say_day_of_any_month (part, &day, words);
  if (month.first != month.last)
    return say_fitting (part, words);

  if (day.is_any)
    {
      months = say_month (part, words);
      return tl_words_fill (words, "date, day of a month",
                            /* Translators: a month with its year. */
                            NC_("date, day of a month", "some day in %1$s"), months, NULL);
    }

  if (is_year_known)
    day = get_choice (part->day_digits, tl_days_in_month (part->year_lowest, month.first));
  if (day.has_gaps || (day.first != day.last && !is_year_known))
    return say_fitting (part, words);

  return say_day_of_month (part, &day, month.first, words);
}

static char *
say_time (const TlEdtfPart *part,
          const TlWords    *words)
{
  g_autofree char *day = say_day (part, words);
  g_autofree char *clock = tl_edtf_clock_to_words (part, TRUE, words);

  return tl_words_fill (words, "date, day and time",
                        /* Translators: a day and a time. */
                        NC_("date, day and time", "%1$s, %2$s"), day, clock, NULL);
}

/* All of a date but its qualifiers. */
static char *
say_unqualified (const TlEdtfPart *part,
                 const TlWords    *words)
{
  switch ((TlEdtfShape) part->shape)
    {
    case TL_EDTF_SHAPE_SEASON:
      return tl_edtf_season_to_words (part, words);

    case TL_EDTF_SHAPE_MONTH:
      return say_month (part, words);

    case TL_EDTF_SHAPE_DAY:
      return say_day (part, words);

    case TL_EDTF_SHAPE_TIME:
      return say_time (part, words);

    case TL_EDTF_SHAPE_YEAR:
    default:
      return say_year_alone (part, words);
    }
}

/* Says @qualifiers of all of a date. */
static char *
qualify_whole (const char    *date,
               guint8         qualifiers,
               gboolean       nested,
               const TlWords *words)
{
  const char *sentence = NC_("date", "about %1$s");

  if (qualifiers == TL_QUALIFIER_UNCERTAIN)
    sentence = nested ? NC_("date", "perhaps %1$s") : NC_("date", "%1$s, uncertain");
  else if (qualifiers != TL_QUALIFIER_APPROXIMATE)
    sentence = nested ? NC_("date", "perhaps about %1$s")
                      : NC_("date", "about %1$s, uncertain");

  return tl_words_fill (words, "date", sentence, date, NULL);
}

/* Names the fields of a date that have exactly @qualifiers; %NULL if none. */
static const char *
name_fields (const TlEdtfPart *part,
             guint8            qualifiers,
             const TlWords    *words)
{
  static const char *const names[] = {
    NULL,
    NC_("date", "year"),
    NC_("date", "month"),
    NC_("date", "year and month"),
    NC_("date", "day"),
    NC_("date", "year and day"),
    NC_("date", "month and day"),
    NC_("date", "season"),
  };
  guint fields = 0;

  for (guint i = 0; i < TL_EDTF_N_FIELDS; i++)
    if (part->qualifiers[i] == qualifiers)
      fields |= 1u << i;

  if (part->shape == TL_EDTF_SHAPE_SEASON && fields == 1u << TL_EDTF_MONTH)
    fields = 7;

  return names[fields] != NULL ? tl_words_get (words, "date", names[fields]) : NULL;
}

/* Says which fields of a date are uncertain, approximate or both. */
static char *
say_field_qualifiers (const TlEdtfPart *part,
                      const TlWords    *words)
{
  static const char *const sentences[] = {
    /* Translators: "year", "month and day" or the like. */
    NC_("date", "%1$s uncertain"),
    NC_("date", "%1$s approximate"),
    NC_("date", "%1$s approximate and uncertain"),
  };
  char *all = NULL;

  for (guint8 qualifiers = 1; qualifiers <= 3; qualifiers++)
    {
      const char *fields = name_fields (part, qualifiers, words);
      g_autofree char *before = all;
      g_autofree char *one = NULL;

      if (fields != NULL)
        one = tl_words_fill (words, "date", sentences[qualifiers - 1], fields, NULL);

      if (one != NULL && before != NULL)
        all = tl_words_fill (words, "date, qualifiers",
                             /* Translators: as in year uncertain, day approximate. */
                             NC_("date, qualifiers", "%1$s, %2$s"), before, one, NULL);
      else
        all = one != NULL ? g_steal_pointer (&one) : g_steal_pointer (&before);
    }

  return all;
}

/**
 * tl_edtf_part_is_plain:
 * @part: a date
 *
 * Returns: whether @part is exactly what its digits say, with nothing left
 *   open and nothing said against it
 */
gboolean
tl_edtf_part_is_plain (const TlEdtfPart *part)
{
  return tl_edtf_part_get_qualifiers (part) == TL_QUALIFIER_NONE;
}

/**
 * tl_edtf_part_to_words:
 * @part: a date
 * @nested: whether it stands within a longer sentence, where a comma and
 *   more words after it would be taken for another part
 * @words: (nullable): where to look
 *
 * Returns: (transfer full): @part in words
 */
char *
tl_edtf_part_to_words (const TlEdtfPart *part,
                       gboolean          nested,
                       const TlWords    *words)
{
  g_autofree char *date = say_unqualified (part, words);
  g_autofree char *fields = NULL;
  int n_fields = 1;
  gboolean is_same = TRUE;

  if (part->shape >= TL_EDTF_SHAPE_SEASON)
    n_fields = part->shape >= TL_EDTF_SHAPE_DAY ? 3 : 2;
  for (int i = 1; i < n_fields; i++)
    is_same = is_same && part->qualifiers[i] == part->qualifiers[0];

  if (is_same && part->qualifiers[0] == 0)
    return g_steal_pointer (&date);
  if (is_same)
    return qualify_whole (date, part->qualifiers[0], nested, words);

  fields = say_field_qualifiers (part, words);
  if (nested)
    return tl_words_fill (words, "date",
                          /* Translators: a date and what is not certain about it. */
                          NC_("date", "%1$s (%2$s)"), date, fields, NULL);

  return tl_words_fill (words, "date, qualified",
                        /* Translators: a date and what is not certain about it. */
                        NC_("date, qualified", "%1$s, %2$s"), date, fields, NULL);
}
