/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-date-typed.h"

#include "tl-edtf.h"
#include "tl-edtf-words-private.h"
#include "tl-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Dates as people type them into a box: "june 2025", "12 June 2025", "June
 * 12, 2025", "q2 2025", "44 bc", or as files have them. What could be two
 * days is none: nobody knows what 12/06/2025 means.
 */

/* Without an era, a year has three digits at least. */
#define SHORTEST_YEAR 100

/* A word of three letters may stand for a month. */
#define LEAST_LETTERS 3

typedef struct
{
  gint64 year;
  int    month;   /* 0: none */
  int    day;
  int    quarter;
  guint  has_year : 1;
  guint  has_era : 1;
  guint  is_before : 1; /* the Common Era */
} Typed;

/* By its name, or the beginning of it. */
static int
find_month (const char    *word,
            const TlWords *words)
{
  int found = 0;

  if (strlen (word) < LEAST_LETTERS)
    return 0;

  for (int month = 1; month <= 12; month++)
    {
      const char *names[] = { tl_edtf_month_to_words (month, FALSE, words),
                              tl_edtf_month_to_words (month, TRUE, words) };
      gboolean is_it = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *folded = tl_search_fold (names[i]);

          if (strcmp (folded, word) == 0)
            return month;
          is_it |= g_str_has_prefix (folded, word) != 0;
        }
      if (is_it && found != 0)
        return 0;
      if (is_it)
        found = month;
    }

  return found;
}

/* In the language of the interface, or else in English. */
static int
find_month_anyhow (const char    *word,
                   const TlWords *words)
{
  static const char *const english[] = {
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
  };
  int month = find_month (word, words);

  for (int i = 0; month == 0 && i < 12 && strlen (word) >= LEAST_LETTERS; i++)
    if (g_str_has_prefix (english[i], word))
      month = i + 1;

  return month;
}

static gboolean
is_one_of (const char *word,
           const char *list)
{
  g_autofree char *folded = tl_search_fold (list);
  g_auto (GStrv) names = g_strsplit (folded, " ", -1);

  return g_strv_contains ((const char *const *) names, word);
}

/* A day comes with its month: of two numbers, the one that can be no day is
 * the year, and so is the last one. */
static gboolean
take_number (Typed      *typed,
             const char *word)
{
  char *end;
  gint64 number = g_ascii_strtoll (word, &end, 10);

  if (strcmp (end, "st") == 0 || strcmp (end, "nd") == 0 || strcmp (end, "rd") == 0 || strcmp (end, "th") == 0
      || strcmp (end, ".") == 0)
    {
      typed->day = typed->day == 0 && number >= 1 && number <= 31 ? (int) number : -1;
      return TRUE;
    }
  if (*end != '\0' || number < 0 || strlen (word) > 10)
    return FALSE;
  if (typed->has_year)
    {
      /* What was taken for the year was the day. */
      if (typed->day != 0 || typed->year < 1 || typed->year > 31)
        return FALSE;
      typed->day = (int) typed->year;
    }
  typed->year = number;
  typed->has_year = TRUE;

  return TRUE;
}

static gboolean
take_word (Typed         *typed,
           const char    *word,
           const TlWords *words)
{
  int month = 0;

  if (g_ascii_isdigit (*word))
    return take_number (typed, word);
  /* Translators: what may stand in a date that is typed and says nothing: words with spaces between them */
  if (is_one_of (word, tl_words_get (words, "typed date", NC_("typed date", "of the in"))))
    return TRUE;
  if (word[0] == 'q' && word[1] >= '1' && word[1] <= '4' && word[2] == '\0' && typed->quarter == 0)
    {
      typed->quarter = word[1] - '0';
      return TRUE;
    }
  /* Translators: how years before the Common Era are marked by those who type: words with spaces between them */
  if (is_one_of (word, tl_words_get (words, "typed date", NC_("typed date", "bc bce"))))
    return typed->has_era = typed->is_before = TRUE;
  /* Translators: and those of it */
  if (is_one_of (word, tl_words_get (words, "typed date", NC_("typed date", "ad ce"))))
    return typed->has_era = TRUE;

  month = find_month_anyhow (word, words);
  if (month == 0 || typed->month != 0)
    return FALSE;
  typed->month = month;

  return TRUE;
}

static char *
write_edtf (const Typed *typed)
{
  gint64 year = typed->is_before ? 1 - typed->year : typed->year;
  g_autofree char *year_text = NULL;

  /* “12 June” has no year, and neither has “June 25”. */
  if (!typed->has_era && typed->year < SHORTEST_YEAR)
    return NULL;
  if (!typed->has_year || typed->day < 0 || (typed->is_before && typed->year == 0)
      || (typed->day > 0 && typed->month == 0) || (typed->quarter > 0 && typed->month > 0))
    return NULL;

  if (year < -9999 || year > 9999)
    return typed->month > 0 || typed->quarter > 0 ? NULL : g_strdup_printf ("Y%" G_GINT64_FORMAT, year);

  year_text = g_strdup_printf ("%s%04" G_GINT64_FORMAT, year < 0 ? "-" : "", ABS (year));
  if (typed->quarter > 0)
    return g_strdup_printf ("%s-%d", year_text, 32 + typed->quarter);
  if (typed->day > 0)
    return g_strdup_printf ("%s-%02d-%02d", year_text, typed->month, typed->day);
  if (typed->month > 0)
    return g_strdup_printf ("%s-%02d", year_text, typed->month);

  return g_steal_pointer (&year_text);
}

static char *
read_words (const char    *typed,
            const TlWords *words)
{
  g_autofree char *folded = tl_search_fold (typed);
  g_auto (GStrv) parts = g_strsplit_set (folded, " ,\t\n", -1);
  Typed read = { 0 };

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0' && !take_word (&read, *part, words))
      return NULL;

  return write_edtf (&read);
}

/**
 * tl_date_from_typed:
 * @typed: what somebody has typed, UTF-8
 * @words: (nullable): the language that it may be in, besides English
 * @date: (out): the date
 *
 * Reads a date as people type it, or EDTF.
 *
 * Returns: (transfer full) (nullable): @date as EDTF; %NULL where @typed is
 *   no date, or could be more than one
 */
char *
tl_date_from_typed (const char    *typed,
                    const TlWords *words,
                    TlDate        *date)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autofree char *edtf = NULL;

  if (*stripped == '\0')
    return NULL;

  edtf = read_words (stripped, words);
  if (edtf == NULL)
    edtf = g_strdup (stripped);
  if (!tl_edtf_parse (edtf, -1, date, NULL))
    return NULL;

  return g_steal_pointer (&edtf);
}
