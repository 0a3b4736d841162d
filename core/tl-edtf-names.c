/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf-words-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What dates are put together from: the names of months and seasons, and
 * years and times as one says them.
 *
 * Year 0 is 1 BCE, so a year before 1 is said with one more. Rounded years
 * of more than four digits, those with three zeros at the end, are said as
 * they are: nobody means a single year by "113,000 BCE". Whole ten
 * thousands of years from a million on are said in millions and, from a
 * thousand million on, in thousand millions, which is the same number in
 * every language where billion is not.
 */

#define MILLION G_GINT64_CONSTANT (1000000)

/**
 * tl_edtf_month_to_words:
 * @month: 1 to 12
 * @with_day: whether a day stands with it, for which many languages have
 *   another form
 * @words: (nullable): where to look
 *
 * Returns: (transfer none): the name of the month
 */
const char *
tl_edtf_month_to_words (int            month,
                        gboolean       with_day,
                        const TlWords *words)
{
  static const char *const alone[] = {
    /* Translators: months without a day, as in June 2025. */
    NC_("date", "January"),
    NC_("date", "February"),
    NC_("date", "March"),
    NC_("date", "April"),
    NC_("date", "May"),
    NC_("date", "June"),
    NC_("date", "July"),
    NC_("date", "August"),
    NC_("date", "September"),
    NC_("date", "October"),
    NC_("date", "November"),
    NC_("date", "December"),
  };
  static const char *const after_day[] = {
    /* Translators: months with a day, as in 12 June 2025. */
    NC_("date with day", "January"),
    NC_("date with day", "February"),
    NC_("date with day", "March"),
    NC_("date with day", "April"),
    NC_("date with day", "May"),
    NC_("date with day", "June"),
    NC_("date with day", "July"),
    NC_("date with day", "August"),
    NC_("date with day", "September"),
    NC_("date with day", "October"),
    NC_("date with day", "November"),
    NC_("date with day", "December"),
  };

  g_return_val_if_fail (month >= 1 && month <= 12, "");

  if (with_day)
    return tl_words_get (words, "date with day", after_day[month - 1]);

  return tl_words_get (words, "date", alone[month - 1]);
}

/**
 * tl_edtf_number_to_words:
 * @number: a number that is not negative
 * @words: (nullable): where to look
 *
 * Returns: (transfer full): its digits, with the thousands set apart from five
 *   of them on
 */
char *
tl_edtf_number_to_words (gint64         number,
                         const TlWords *words)
{
  /* Translators: what sets thousands apart, as in 13,800. */
  const char *separator = tl_words_get (words, "number", NC_("number", ","));
  GString *out = g_string_new (NULL);
  char digits[24];
  int n_digits = g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, number);

  for (int i = 0; i < n_digits; i++)
    {
      if (i > 0 && n_digits > 4 && (n_digits - i) % 3 == 0)
        g_string_append (out, separator);
      g_string_append_c (out, digits[i]);
    }

  return g_string_free (out, FALSE);
}

/**
 * tl_edtf_decimal_to_words:
 * @number: a number that is not negative
 * @unit: what it is counted in; a multiple of 100
 * @words: (nullable): where to look
 *
 * Returns: (transfer full): @number over @unit, with as many of two decimals
 *   as there are
 */
char *
tl_edtf_decimal_to_words (gint64         number,
                          gint64         unit,
                          const TlWords *words)
{
  g_autofree char *whole = tl_edtf_number_to_words (number / unit, words);
  GString *out = g_string_new (whole);
  int hundredths = (int) (number % unit / (unit / 100));

  if (hundredths > 0)
    {
      /* Translators: what sets decimals apart, as in 13.8. */
      g_string_append (out, tl_words_get (words, "number", NC_("number", ".")));
      g_string_append_c (out, (char) ('0' + hundredths / 10));
    }
  if (hundredths % 10 > 0)
    g_string_append_c (out, (char) ('0' + hundredths % 10));

  return g_string_free (out, FALSE);
}

/* Says a year before 1 that is far enough away for millions. @size is
 * without its sign. */
static char *
say_millions (gint64         size,
              const TlWords *words)
{
  g_autofree char *number = NULL;

  if (size >= 1000 * MILLION && size % (10 * MILLION) == 0)
    {
      number = tl_edtf_decimal_to_words (size, 1000 * MILLION, words);
      return tl_words_fill (words, "date",
                            /* Translators: a number like 13.8. */
                            NC_("date", "%1$s thousand million years BCE"), number, NULL);
    }

  number = tl_edtf_decimal_to_words (size, MILLION, words);

  return tl_words_fill (words, "date",
                        /* Translators: a number like 66. */
                        NC_("date", "%1$s million years BCE"), number, NULL);
}

/**
 * tl_edtf_year_to_words:
 * @year: an astronomical year; 0 is 1 BCE
 * @words: (nullable): where to look
 *
 * Says a year: "2025", "79 CE", "500 BCE", "13.8 thousand million years
 * BCE". Below 1000 and above 9999 it says CE, as the number alone would not
 * look like a year.
 *
 * Returns: (transfer full): the year
 */
char *
tl_edtf_year_to_words (gint64         year,
                       const TlWords *words)
{
  gint64 size = ABS (year);
  gboolean rounded = size > 9999 && size % 1000 == 0;
  g_autofree char *number = NULL;

  if (year < 0 && size >= MILLION && size % (MILLION / 100) == 0)
    return say_millions (size, words);

  number = tl_edtf_number_to_words (year > 0 || rounded ? size : size + 1, words);

  if (year <= 0)
    return tl_words_fill (words, "date", NC_("date", "%1$s BCE"), number, NULL);
  if (year < 1000 || year > 9999)
    return tl_words_fill (words, "date", NC_("date", "%1$s CE"), number, NULL);

  return g_steal_pointer (&number);
}

/* The place of the first X, if all digits after it are X too; -1 if not. */
static int
find_trailing_x (const TlEdtfPart *part)
{
  int first = 0;

  while (part->year_digits[first] != 'X')
    first++;
  for (int i = first; i < 4; i++)
    if (part->year_digits[i] != 'X')
      return -1;

  return first;
}

/**
 * tl_edtf_year_mask_to_words:
 * @part: a date; its year has an X
 * @alone: whether nothing but the year is to be said
 * @words: (nullable): where to look
 *
 * Says a year with an X: "the 2010s", "the 1900s". Where that could be
 * taken for another, as the 2000s could be a decade or a century, or within
 * a longer date, "some year from 2000 to 2009".
 *
 * Returns: (transfer full): the year
 */
char *
tl_edtf_year_mask_to_words (const TlEdtfPart *part,
                            gboolean          alone,
                            const TlWords    *words)
{
  int first_x = find_trailing_x (part);
  gboolean is_century = first_x == 2 && part->year_digits[1] != '0';
  gboolean is_decade = first_x == 3 && part->year_digits[2] != '0';
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  if (first_x < 0)
    {
      g_autofree char *digits = g_strdup_printf ("%s%.4s", part->negative ? "-" : "",
                                                 part->year_digits);

      return tl_words_fill (words, "date",
                            /* Translators: digits and X, like 1X85. */
                            NC_("date", "some year that fits %1$s"), digits, NULL);
    }
  if (first_x == 0)
    return g_strdup (part->negative ? tl_words_get (words, "date", NC_("date", "some year BCE"))
                                    : tl_words_get (words, "date", NC_("date", "some year")));

  if (alone && (is_century || is_decade) && part->year_lowest >= 1000)
    {
      lowest = tl_edtf_year_to_words (part->year_lowest, words);
      return tl_words_fill (words, "date",
                            /* Translators: the ten or hundred years from %1$s on. */
                            NC_("date", "the %1$ss"), lowest, NULL);
    }

  lowest = tl_edtf_year_to_words (part->year_lowest, words);
  highest = tl_edtf_year_to_words (part->year_highest, words);

  return tl_words_fill (words, "date",
                        NC_("date", "some year from %1$s to %2$s"), lowest, highest, NULL);
}

/* 21 to 41. */
static const char *const season_names[] = {
  NC_("date", "spring"),
  NC_("date", "summer"),
  NC_("date", "autumn"),
  NC_("date", "winter"),
  NC_("date", "northern spring"),
  NC_("date", "northern summer"),
  NC_("date", "northern autumn"),
  NC_("date", "northern winter"),
  NC_("date", "southern spring"),
  NC_("date", "southern summer"),
  NC_("date", "southern autumn"),
  NC_("date", "southern winter"),
  NC_("date", "first quarter"),
  NC_("date", "second quarter"),
  NC_("date", "third quarter"),
  NC_("date", "fourth quarter"),
  NC_("date", "first four months"),
  NC_("date", "middle four months"),
  NC_("date", "last four months"),
  NC_("date", "first half"),
  NC_("date", "second half"),
};

/**
 * tl_edtf_season_to_words:
 * @part: a season, quarter, third or half of a year
 * @words: (nullable): where to look
 *
 * Returns: (transfer full): its words, with the year
 */
char *
tl_edtf_season_to_words (const TlEdtfPart *part,
                         const TlWords    *words)
{
  const char *name;
  g_autofree char *year = NULL;

  g_return_val_if_fail (part->season >= 21 && part->season <= 41, NULL);

  name = tl_words_get (words, "date", season_names[part->season - 21]);

  if (part->has_x)
    year = tl_edtf_year_mask_to_words (part, FALSE, words);
  else
    year = tl_edtf_year_to_words (part->year, words);

  if (part->has_x || part->season >= 33)
    return tl_words_fill (words, "date",
                          /* Translators: as in second quarter of 2025. */
                          NC_("date", "%1$s of %2$s"), name, year, NULL);

  return tl_words_fill (words, "date, season and year",
                        /* Translators: as in spring 2024. */
                        NC_("date, season and year", "%1$s %2$s"), name, year, NULL);
}

/**
 * tl_edtf_clock_to_words:
 * @part: a date with a time
 * @with_zone: whether to say the zone
 * @words: (nullable): where to look
 *
 * Says a time of day, without seconds if they are 0. One without a zone is
 * said to be UTC, as it is taken to be.
 *
 * Returns: (transfer full): the time
 */
char *
tl_edtf_clock_to_words (const TlEdtfPart *part,
                        gboolean          with_zone,
                        const TlWords    *words)
{
  char clock[16];
  char zone[16];
  int away = ABS (part->zone_minutes);

  if (part->second > 0)
    g_snprintf (clock, sizeof clock, "%02u:%02u:%02u", part->hour, part->minute, part->second);
  else
    g_snprintf (clock, sizeof clock, "%02u:%02u", part->hour, part->minute);

  if (!with_zone)
    return g_strdup (clock);
  if (part->zone != TL_EDTF_ZONE_OFFSET)
    /* Translators: a time like 14:30. */
    return tl_words_fill (words, "date", NC_("date", "%1$s UTC"), clock, NULL);

  g_snprintf (zone, sizeof zone, "%s%02d:%02d",
              part->zone_minutes < 0 ? "−" : "+", away / 60, away % 60);

  return tl_words_fill (words, "date",
                        /* Translators: a time like 14:30 and how far its zone is, like +02:00. */
                        NC_("date", "%1$s UTC%2$s"), clock, zone, NULL);
}
