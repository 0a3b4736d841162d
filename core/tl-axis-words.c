/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-axis-words.h"

#include "tl-edtf.h"
#include "tl-ticks-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From when to when a part of an axis reaches, in words. */

/* What is longer, from the first second to the last, is said in years, in
 * months, in days. */
#define LEAST_YEARS  (G_GUINT64_CONSTANT (2) * 365 * TL_SECONDS_PER_DAY)
#define LEAST_MONTHS (G_GUINT64_CONSTANT (50) * TL_SECONDS_PER_DAY)
#define LEAST_DAYS   (G_GUINT64_CONSTANT (1) * TL_SECONDS_PER_DAY - 1)

/* How much of 2025-06-12T14:30:00Z comes after the month and the day. */
#define AFTER_MONTH 13
#define AFTER_DAY   10

static char *
say_years (gint64         first,
           gint64         last,
           const TlWords *words)
{
  g_autofree char *from = tl_ticks_say_year (first, TL_WAY_LONG, words);
  g_autofree char *to = tl_ticks_say_year (last, TL_WAY_LONG, words);

  if (g_str_equal (from, to))
    return g_steal_pointer (&from);

  /* Translators: two years, as in 2016 – 2025. */
  return tl_words_fill (words, "axis, from year to year", NC_("axis, from year to year", "%1$s – %2$s"), from, to, NULL);
}

static char *
write_date (TlInstant instant,
            gsize     n_left_out)
{
  g_autofree char *iso = tl_instant_to_iso (instant);
  gsize length = strlen (iso);

  return g_strndup (iso, length - MIN (n_left_out, length));
}

/* Seconds are of no interest in a time that is longer than half an hour. */
static TlInstant
round_moment (TlInstant instant,
              guint64   length)
{
  gint64 seconds = instant % 60;

  return length < 1800 || seconds == 0 ? instant : instant - seconds - (seconds < 0 ? 60 : 0);
}

/**
 * tl_axis_say_range:
 * @self: an axis
 * @from: where the range begins, in units
 * @to: where it ends
 * @words: (nullable): the language
 *
 * Says which time a range shows, only as precisely as suits its length.
 * What is beyond the axis counts as its end.
 *
 * Returns: (transfer full): "2016 – 2025", "May to July 2025", "12 to 18
 *   June 2025", "12 June 2025, 14:30 to 16:00 UTC"
 */
char *
tl_axis_say_range (const TlAxis  *self,
                   double         from,
                   double         to,
                   const TlWords *words)
{
  TlInstant first = tl_axis_get_moment (self, from).instant;
  TlInstant end = tl_axis_get_moment (self, to).instant;
  TlInstant last = end > first ? end - 1 : first;
  guint64 length = (guint64) last - (guint64) first;
  gint64 first_year = tl_instant_to_civil (first).year;
  gint64 last_year = tl_instant_to_civil (last).year;
  gsize n_left_out = length >= LEAST_MONTHS ? AFTER_MONTH : length >= LEAST_DAYS ? AFTER_DAY : 0;
  g_autofree char *start_text = NULL;
  g_autofree char *end_text = NULL;

  /* A year of other than four digits has no months in EDTF. */
  if (length >= LEAST_YEARS || first_year < -9999 || last_year > 9999)
    return say_years (first_year, last_year, words);

  if (n_left_out == 0)
    {
      first = round_moment (first, length);
      last = round_moment (end, length);
    }

  start_text = write_date (first, n_left_out);
  end_text = write_date (last, n_left_out);
  if (g_str_equal (start_text, end_text))
    return tl_edtf_to_words (start_text, words);

  return tl_edtf_range_to_words (start_text, end_text, words);
}
