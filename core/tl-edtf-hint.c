/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Recognises other ways to write dates, to say how EDTF writes the same. */

/* Whether all of the text looks like @pattern, in which d is a digit, o is a
 * digit or nothing, / is any of ./- and * is anything up to the end. */
static gboolean
looks_like (const char *from,
            const char *to,
            const char *pattern)
{
  for (; *pattern != '\0' && *pattern != '*'; pattern++)
    {
      gboolean is_digit = from < to && g_ascii_isdigit (*from);
      gboolean fits;

      if (*pattern == 'o' && !is_digit)
        continue;

      if (*pattern == 'd' || *pattern == 'o')
        fits = is_digit;
      else if (*pattern == '/')
        fits = from < to && (*from == '.' || *from == '/' || *from == '-');
      else
        fits = from < to && *from == *pattern;

      if (!fits)
        return FALSE;
      from++;
    }

  return *pattern == '*' || from == to;
}

/* Writes the numbers in @from up to @to as a date with hyphens: the first
 * four digits, then two by two, or as they are set apart. */
static char *
hyphenate (const char *from,
           const char *to)
{
  GString *date = g_string_new (NULL);
  const char *at = from;

  for (int field = 0; field < 3 && at < to; field++)
    {
      gsize width = field == 0 ? 4 : 2;
      gsize n_digits = 0;

      while (n_digits < width && at + n_digits < to && g_ascii_isdigit (at[n_digits]))
        n_digits++;

      if (field > 0)
        g_string_append_c (date, '-');
      if (n_digits < width)
        g_string_append_c (date, '0');
      g_string_append_len (date, at, (gssize) n_digits);

      at += n_digits;
      if (at < to && !g_ascii_isdigit (*at))
        at++;
    }

  return g_string_free (date, FALSE);
}

/* A date that is all there but for its hyphens or zeros, as it should be;
 * %NULL for anything else, and for what would be no sound date then. */
static char *
guess_date (const char *from,
            const char *to)
{
  static const char *const patterns[] = {
    "dddddddd", "dddddd", "dddd/do/do", "dddd/do",
  };
  TlDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (looks_like (from, to, patterns[i]))
      {
        g_autofree char *guess = hyphenate (from, to);

        return tl_edtf_parse (guess, -1, &date, NULL) ? g_steal_pointer (&guess) : NULL;
      }

  return NULL;
}

/* Why the whole of a text is not EDTF, if it is a known way to write dates.
 * A translated literal, or %NULL. */
static const char *
find_other_notation (const char *from,
                     const char *to)
{
  static const char *const day_first[] = { "do/do/dddd", "do/do/dd", "do/dddd" };

  for (gsize i = 0; i < G_N_ELEMENTS (day_first); i++)
    if (looks_like (from, to, day_first[i]))
      return _("dates are written year first, as in 2025-06-12");

  if (looks_like (from, to, "dddd-dddd") || g_strstr_len (from, to - from, "–") != NULL)
    return _("what lasted is written with a slash, as in 2019/2021");
  if (g_strstr_len (from, to - from, "BC") != NULL)
    return _("years before 1 are written with a minus and one less, 500 BCE as -0499");
  if (memchr (from, '(', (gsize) (to - from)) != NULL)
    return _("parentheses are no longer used; what is uncertain has a question mark before it, "
              "as in 2025-?06-12");
  if (*from != '[' && *from != '{' && g_strstr_len (from, to - from, "..") != NULL
      && memchr (from, '/', (gsize) (to - from)) == NULL)
    return _("two dots need brackets, as in [2025-06..2025-08]");
  if (*from != '[' && *from != '{' && memchr (from, ',', (gsize) (to - from)) != NULL)
    return _("several dates need brackets: [2025,2026] for one of them, {2025,2026} for all");

  return NULL;
}

/* Why a text of digits alone is no year; %NULL if it has others. */
static char *
find_bare_number (const char *from,
                  const char *to)
{
  const char *digits = from + (*from == '-');
  const char *at = digits;
  char year[8];

  while (at < to && g_ascii_isdigit (*at))
    at++;

  if (at != to || at == digits)
    return NULL;

  if (to - digits >= 4)
    return g_strdup (_("years of more than four digits begin with Y, as in Y12000"));

  g_snprintf (year, sizeof year, "%s%.*s%.*s",
              digits > from ? "-" : "",
              4 - (int) (to - digits), "000",
              (int) (to - digits), digits);

  /* Translators: a year like 0985. */
  return g_strdup_printf (_("years have four digits, as in %s"), year);
}

/**
 * tl_edtf_find_hint:
 * @from: a text that is not EDTF; any bytes
 * @to: its end
 *
 * Looks for what somebody may have meant.
 *
 * Returns: (transfer full) (nullable): half a sentence in the environment's
 *   language that says how to write it; %NULL if nothing comes to mind
 */
char *
tl_edtf_find_hint (const char *from,
                   const char *to)
{
  const char *notation;
  g_autofree char *guess = NULL;

  if (from == to)
    return NULL;

  if (g_ascii_isspace (*from) || g_ascii_isspace (to[-1]))
    return g_strdup (_("there are no spaces around a date"));

  guess = guess_date (from, to);
  if (guess != NULL && (looks_like (from, to, "dddd-do-do") || looks_like (from, to, "dddd-do")))
    return g_strdup_printf (_("months and days have two digits: %s"), guess);
  if (guess != NULL)
    return g_strdup_printf (_("write it with hyphens, %s"), guess);

  notation = find_other_notation (from, to);
  if (notation != NULL)
    return g_strdup (notation);

  if (*from == '+')
    return g_strdup (_("years have no plus sign"));

  return find_bare_number (from, to);
}
