/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-between.h"

#include "tl-length.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The time between two events, no more exact than their dates: from the
 * least that it can be to the most. Where something lasted, it is what lies
 * between its end and the beginning of the other, or how long both went on.
 */

#define DAY ((double) TL_SECONDS_PER_DAY)

/* Below so many days they are counted, beyond it the calendar says it. */
#define MANY_DAYS 60

/* Of a stretch that is known so well, as a part of it, one length says enough. */
#define CLOSE 0.03

/* Units are not exact: 731 days are two years. */
#define NEARLY 0.02

/* In seconds; ends of time are at infinity. */
typedef struct
{
  double least;
  double most;
} Stretch;

/* When something began and ended, at the earliest and at the latest. */
typedef struct
{
  Stretch  begin;
  Stretch  finish;
  gboolean has_lasted;
  gboolean is_exact; /* to the second */
  guint8   precision;
  guint8   begin_qualifiers;
  guint8   finish_qualifiers;
} Extent;

static double
get_seconds (TlInstant instant)
{
  if (instant == TL_INSTANT_MIN)
    return -INFINITY;

  return instant == TL_INSTANT_MAX ? INFINITY : (double) instant;
}

static Extent
find_extent (const TlDate *date)
{
  Stretch whole = { get_seconds (date->start_earliest), get_seconds (date->end_latest) };
  Extent extent = {
    .begin = { whole.least, get_seconds (date->start_latest) },
    .finish = { get_seconds (date->end_earliest), whole.most },
    .has_lasted = date->kind == TL_DATE_LASTED || date->kind == TL_DATE_ALL_OF,
    .precision = MIN (date->start.precision, date->end.precision),
    .begin_qualifiers = date->start.qualifiers,
    .finish_qualifiers = date->end.qualifiers,
  };

  if (!extent.has_lasted)
    extent.begin = extent.finish = whole;
  if (date->start.state == TL_END_OPEN && extent.has_lasted)
    extent.begin = (Stretch){ -INFINITY, -INFINITY };
  if (date->end.state == TL_END_OPEN && extent.has_lasted)
    extent.finish = (Stretch){ INFINITY, INFINITY };
  extent.is_exact = date->start.precision == TL_PRECISION_SECOND && date->end.precision == TL_PRECISION_SECOND;

  return extent;
}

/* From one moment to another. Where they are no more than days, it is days
 * that are counted. */
static double
measure (double   from,
         double   to,
         gboolean is_exact)
{
  return is_exact ? to - from : (floor (to / DAY) - floor (from / DAY)) * DAY;
}

static TlLengthUnit
choose_unit (double seconds)
{
  if (seconds < 2 * DAY && fmod (seconds, DAY) != 0)
    return seconds < 7200 ? TL_LENGTH_MINUTE : TL_LENGTH_HOUR;
  if (seconds < 100 * DAY)
    return TL_LENGTH_DAY;
  if (seconds < 23.5 * tl_length_unit_get_seconds (TL_LENGTH_MONTH))
    return TL_LENGTH_MONTH;
  if (seconds < tl_length_unit_get_seconds (TL_LENGTH_MILLION_YEARS))
    return TL_LENGTH_YEAR;

  return TL_LENGTH_MILLION_YEARS;
}

static gint64
count_down (double       seconds,
            TlLengthUnit unit)
{
  return (gint64) floor (seconds / tl_length_unit_get_seconds (unit) + NEARLY);
}

static gint64
count_up (double       seconds,
          TlLengthUnit unit)
{
  return (gint64) ceil (seconds / tl_length_unit_get_seconds (unit) - NEARLY);
}

/* Says that it was from @least to @most of one unit. */
static char *
say_counts (gint64         least,
            gint64         most,
            TlLengthUnit   unit,
            const TlWords *words)
{
  static const char *const sentences[TL_N_LENGTHS] = {
    /* Translators: two numbers. */
    [TL_LENGTH_MINUTE] = NC_("between", "between %1$s and %2$s minutes"),
    [TL_LENGTH_HOUR] = NC_("between", "between %1$s and %2$s hours"),
    [TL_LENGTH_DAY] = NC_("between", "between %1$s and %2$s days"),
    [TL_LENGTH_MONTH] = NC_("between", "between %1$s and %2$s months"),
    [TL_LENGTH_YEAR] = NC_("between", "between %1$s and %2$s years"),
    [TL_LENGTH_MILLION_YEARS] = NC_("between", "between %1$s and %2$s million years"),
  };
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, least);
  g_autofree char *last = g_strdup_printf ("%" G_GINT64_FORMAT, most);

  return tl_words_fill (words, "between", sentences[unit], first, last, NULL);
}

static char *
say_range (const Stretch *stretch,
           const TlWords *words)
{
  TlLengthUnit unit = choose_unit (stretch->most);
  TlLengthUnit lower = choose_unit (stretch->least);
  gint64 least = count_down (stretch->least, unit);
  gint64 most = count_up (stretch->most, unit);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (least > 0 && most > least)
    return say_counts (least, most, unit, words);

  first = tl_length_count_to_words (count_down (stretch->least, lower), lower, words);
  last = tl_length_count_to_words (most, unit, words);

  return tl_words_fill (words, "between",
                        /* Translators: two lengths of time, as in 20 days and 5 months. */
                        NC_("between", "between %1$s and %2$s"), first, last, NULL);
}

/* Says a length that is known, of which @from is one end. */
static char *
say_exact (double         length,
           double         from,
           gboolean       is_exact,
           const TlWords *words)
{
  if (!is_exact && length < MANY_DAYS * DAY)
    return tl_length_count_to_words ((gint64) (length / DAY), TL_LENGTH_DAY, words);

  return tl_span_to_words ((TlInstant) from, (TlInstant) (from + length), words);
}

static char *
say_about (const Stretch *stretch,
           const TlWords *words)
{
  double middle = (MAX (stretch->least, 0) + stretch->most) / 2;
  g_autofree char *length = tl_length_to_words (middle, FALSE, words);

  if (middle < DAY)
    return g_strdup (tl_words_get (words, "between", NC_("between", "about the same time")));

  return tl_words_fill (words, "between",
                        /* Translators: a length of time. */
                        NC_("between", "about %1$s"), length, NULL);
}

static char *
say_limit (double         limit,
           gboolean       is_most,
           const TlWords *words)
{
  TlLengthUnit unit = choose_unit (limit);
  g_autofree char *length = tl_length_count_to_words (is_most ? count_up (limit, unit) : count_down (limit, unit),
                                                      unit, words);

  return tl_words_fill (words, "between",
                        /* Translators: a length of time. */
                        is_most ? NC_("between", "at most %1$s") : NC_("between", "at least %1$s"), length, NULL);
}

/* Says how long it was, as well as that is known. */
static char *
say_stretch (const Stretch *stretch,
             double         from,
             gboolean       is_exact,
             guint8         qualifiers,
             const TlWords *words)
{
  if (isinf (stretch->most) && stretch->least <= 0)
    return g_strdup (tl_words_get (words, "between", NC_("between", "not known")));
  if (isinf (stretch->most))
    return say_limit (stretch->least, FALSE, words);
  if ((qualifiers & TL_QUALIFIER_APPROXIMATE) != 0)
    return say_about (stretch, words);
  if (stretch->least == stretch->most)
    return say_exact (stretch->least, from, is_exact, words);
  if (stretch->most - MAX (stretch->least, 0) <= CLOSE * stretch->most)
    return say_about (stretch, words);
  if (stretch->least <= 0)
    return say_limit (stretch->most, TRUE, words);

  return say_range (stretch, words);
}

/* Whether what had no length was while the other went on, for sure. */
static gboolean
holds (const Extent *lasting,
       const Extent *moment)
{
  gboolean is_exact = lasting->is_exact && moment->is_exact;

  return lasting->has_lasted && !moment->has_lasted
         && measure (lasting->begin.most, moment->begin.least, is_exact) >= 0
         && measure (moment->begin.most, lasting->finish.least, is_exact) >= 0;
}

/* Whether both went on at some time, for sure. */
static gboolean
overlap (const Extent *first,
         const Extent *second)
{
  return first->has_lasted && second->has_lasted
         && MAX (first->begin.most, second->begin.most) < MIN (first->finish.least, second->finish.least);
}

/* Both went on together for some time. */
static char *
say_overlap (const Extent  *first,
             const Extent  *second,
             const TlWords *words)
{
  double begins = MAX (first->begin.least, second->begin.least);
  double has_begun = MAX (first->begin.most, second->begin.most);
  double may_end = MIN (first->finish.least, second->finish.least);
  double ends = MIN (first->finish.most, second->finish.most);
  gboolean is_exact = first->is_exact && second->is_exact;
  double last_day = is_exact ? 0 : DAY;
  Stretch both = { measure (has_begun, may_end, is_exact) + last_day, measure (begins, ends, is_exact) + last_day };
  guint8 qualifiers = first->begin_qualifiers | first->finish_qualifiers | second->begin_qualifiers
                      | second->finish_qualifiers;
  g_autofree char *length = NULL;

  if (isinf (both.least))
    return g_strdup (tl_words_get (words, "between", NC_("between", "at the same time")));

  length = say_stretch (&both, has_begun, is_exact, qualifiers, words);

  return tl_words_fill (words, "between",
                        /* Translators: a length of time, maybe with about, at least or at most before it. */
                        NC_("between", "at the same time for %1$s"), length, NULL);
}

/* Says that nothing lies between two moments that are known to be the same
 * second, day, month or year; NULL where they are not. */
static const char *
name_same (const Extent *first,
           const Extent *second)
{
  if (first->has_lasted || second->has_lasted
      || ((first->begin_qualifiers | second->begin_qualifiers) & TL_QUALIFIER_APPROXIMATE) != 0)
    return NULL;
  if (first->is_exact && second->is_exact)
    return first->begin.least == second->begin.least ? NC_("between", "at the same time") : NULL;
  if (first->precision >= TL_PRECISION_DAY && second->precision >= TL_PRECISION_DAY)
    return measure (first->begin.least, second->begin.most, FALSE) == 0 ? NC_("between", "the same day") : NULL;
  if (first->begin.least != second->begin.least || first->begin.most != second->begin.most
      || first->precision != second->precision)
    return NULL;
  if (first->precision == TL_PRECISION_MONTH)
    return NC_("between", "the same month");

  return first->precision == TL_PRECISION_YEAR ? NC_("between", "the same year") : NULL;
}

/* Says what lies between two of which the first has ended, or may have. */
static char *
say_gap (const Extent  *first,
         const Extent  *second,
         const TlWords *words)
{
  gboolean is_exact = first->is_exact && second->is_exact;
  gboolean has_lasted = first->has_lasted || second->has_lasted;
  Stretch gap = { measure (first->finish.most, second->begin.least, is_exact),
                  measure (first->finish.least, second->begin.most, is_exact) };
  guint8 qualifiers = first->finish_qualifiers | second->begin_qualifiers;
  g_autofree char *length = NULL;

  if (has_lasted && gap.most < 0)
    return g_strdup (tl_words_get (words, "between", NC_("between", "perhaps at the same time")));
  if (has_lasted && gap.most == 0 && gap.least == 0)
    return g_strdup (tl_words_get (words, "between", is_exact ? NC_("between", "one right after the other")
                                                              : NC_("between", "one ends the day the other begins")));
  /* Of two moments either may be the first. */
  if (!has_lasted && gap.least < 0)
    gap.most = MAX (gap.most, -gap.least);

  length = say_stretch (&gap, first->finish.most, is_exact, qualifiers, words);
  if (!has_lasted || gap.least >= 0 || isinf (gap.most))
    return g_steal_pointer (&length);

  return tl_words_fill (words, "between",
                        /* Translators: "at most" or "about" and a length of time between two events. */
                        NC_("between", "%1$s, or at the same time"), length, NULL);
}

/**
 * tl_date_say_between:
 * @a: a date
 * @b: another, before or after it
 * @words: (nullable): the language
 *
 * As tl_event_say_between(), of dates.
 *
 * Returns: (transfer full): the time between them
 */
char *
tl_date_say_between (const TlDate  *a,
                     const TlDate  *b,
                     const TlWords *words)
{
  gboolean is_turned = tl_date_compare (a, b) > 0;
  Extent first = find_extent (is_turned ? b : a);
  Extent second = find_extent (is_turned ? a : b);
  guint8 qualifiers = first.begin_qualifiers | first.finish_qualifiers | second.begin_qualifiers
                      | second.finish_qualifiers;
  const char *same = name_same (&first, &second);
  g_autofree char *text = NULL;

  if (same != NULL)
    text = g_strdup (tl_words_get (words, "between", same));
  else if (holds (&first, &second) || holds (&second, &first))
    text = g_strdup (tl_words_get (words, "between", NC_("between", "one during the other")));
  else if (overlap (&first, &second))
    text = say_overlap (&first, &second, words);
  else
    text = say_gap (&first, &second, words);

  if ((qualifiers & TL_QUALIFIER_UNCERTAIN) == 0)
    return g_steal_pointer (&text);

  return tl_words_fill (words, "between",
                        /* Translators: what lies between two events of which a date is uncertain. */
                        NC_("between", "perhaps %1$s"), text, NULL);
}

/**
 * tl_event_say_between:
 * @timeline: a timeline
 * @a: one of its events
 * @b: another, before or after it
 * @words: (nullable): the language
 *
 * Says how much time lies between two events, and is no surer of it than
 * their dates are. Between what lasted, it is from the end of the one to the
 * beginning of the other.
 *
 * Returns: (transfer full): "6 days", "the same day", "between 3 and 33
 *   days", "about 2 years", "at least 5 years", "at the same time for 5 days"
 */
char *
tl_event_say_between (TlTimeline    *timeline,
                      const TlEvent *a,
                      const TlEvent *b,
                      const TlWords *words)
{
  g_return_val_if_fail (TL_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  return tl_date_say_between (&a->when, &b->when, words);
}
