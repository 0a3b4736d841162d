/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-length.h"

#include "tl-edtf-words-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How long something is, in words. */

#define HOUR 3600.0
#define DAY 86400.0
#define MONTH (DAY * 146097 / 4800)
#define YEAR (DAY * 146097 / 400)
#define MILLION 1e6
#define BILLION 1e9

/* How one unit is said. */
typedef struct
{
  double      seconds;
  double      up_to;  /* lengths below are said in it */
  const char *one;
  const char *many;
  const char *brief;
} Unit;

static const Unit units[TL_N_LENGTHS] = {
  /* Translators: times that an axis leaves out or that lie between two
   * events, then the same as short as can be: s for seconds, min for minutes,
   * h for hours, d for days, wk for weeks, mo for months, y for years, m y for
   * millions of them, bn y for thousand millions. */
  [TL_LENGTH_SECOND] = { 1, 59.5, NC_("axis, left out", "1 second"), NC_("axis, left out", "%1$s seconds"),
                         NC_("axis, left out", "%1$s s") },
  [TL_LENGTH_MINUTE] = { 60, 3570, NC_("axis, left out", "1 minute"), NC_("axis, left out", "%1$s minutes"),
                         NC_("axis, left out", "%1$s min") },
  [TL_LENGTH_HOUR] = { HOUR, 1.5 * DAY, NC_("axis, left out", "1 hour"), NC_("axis, left out", "%1$s hours"),
                       NC_("axis, left out", "%1$s h") },
  [TL_LENGTH_DAY] = { DAY, 13.5 * DAY, NC_("axis, left out", "1 day"), NC_("axis, left out", "%1$s days"),
                      NC_("axis, left out", "%1$s d") },
  [TL_LENGTH_WEEK] = { 7 * DAY, 1.95 * MONTH, NC_("axis, left out", "1 week"), NC_("axis, left out", "%1$s weeks"),
                       NC_("axis, left out", "%1$s wk") },
  [TL_LENGTH_MONTH] = { MONTH, 23.5 * MONTH, NC_("axis, left out", "1 month"), NC_("axis, left out", "%1$s months"),
                        NC_("axis, left out", "%1$s mo") },
  [TL_LENGTH_YEAR] = { YEAR, 999500 * YEAR, NC_("axis, left out", "1 year"), NC_("axis, left out", "%1$s years"),
                       NC_("axis, left out", "%1$s y") },
  [TL_LENGTH_MILLION_YEARS] = { MILLION * YEAR, 999.5 * MILLION * YEAR, NC_("axis, left out", "1 million years"),
                                NC_("axis, left out", "%1$s million years"), NC_("axis, left out", "%1$s m y") },
  [TL_LENGTH_BILLION_YEARS] = { BILLION * YEAR, G_MAXDOUBLE, NC_("axis, left out", "1 billion years"),
                                NC_("axis, left out", "%1$s billion years"), NC_("axis, left out", "%1$s bn y") },
};

/* Rounds to so many digits that their number is below @limit, 100 or 1000. */
static gint64
round_to_digits (double value,
                 double limit)
{
  double unit = 1;

  while (value / unit >= limit - 0.5)
    unit *= 10;

  return (gint64) (round (value / unit) * unit);
}

static const Unit *
find_unit (double seconds)
{
  gsize i = 0;

  /* A day is a day, not 24 hours. */
  if (seconds >= DAY && seconds < 1.5 * DAY && fmod (seconds, DAY) == 0)
    return &units[TL_LENGTH_DAY];

  while (i + 1 < G_N_ELEMENTS (units) && seconds >= units[i].up_to)
    i++;

  return &units[i];
}

static char *
say_hundredths (gint64         hundredths,
                const Unit    *unit,
                const TlWords *words)
{
  g_autofree char *number = tl_edtf_decimal_to_words (hundredths, 100, words);

  if (hundredths == 100)
    return g_strdup (tl_words_get (words, "axis, left out", unit->one));

  return tl_words_fill (words, "axis, left out", unit->many, number, NULL);
}

/**
 * tl_length_unit_get_seconds:
 * @unit: a unit
 *
 * Returns: how long it is, in seconds; of months and years, on average
 */
double
tl_length_unit_get_seconds (TlLengthUnit unit)
{
  g_return_val_if_fail (unit < TL_N_LENGTHS, 1);

  return units[unit].seconds;
}

/**
 * tl_length_count_to_words:
 * @count: how many, not negative
 * @unit: of what
 * @words: (nullable): the language
 *
 * Returns: (transfer full): "1 day", "12 months"
 */
char *
tl_length_count_to_words (gint64         count,
                          TlLengthUnit   unit,
                          const TlWords *words)
{
  g_return_val_if_fail (unit < TL_N_LENGTHS, NULL);
  g_return_val_if_fail (count >= 0 && count <= G_MAXINT64 / 100, NULL);

  return say_hundredths (count * 100, &units[unit], words);
}

/**
 * tl_length_to_words:
 * @seconds: how long it is
 * @is_short: whether it has to be as short as can be
 * @words: (nullable): the language
 *
 * Says a length in the largest unit of which there are at least two or so,
 * rounded to what one would say.
 *
 * Returns: (transfer full): "8 years", or "8 y"; "9.26 billion years", or
 *   "9.3 bn y"
 */
char *
tl_length_to_words (double         seconds,
                    gboolean       is_short,
                    const TlWords *words)
{
  const Unit *unit = find_unit (seconds);
  double value = seconds / unit->seconds;
  gboolean is_large = unit->seconds > YEAR;
  double limit = is_large && is_short ? 100 : 1000;
  gint64 hundredths = round_to_digits (value * (is_large ? 100 : 1), limit) * (is_large ? 1 : 100);
  g_autofree char *number = NULL;

  if (!is_short)
    return say_hundredths (hundredths, unit, words);

  number = tl_edtf_decimal_to_words (hundredths, 100, words);

  return tl_words_fill (words, "axis, left out", unit->brief, number, NULL);
}
