/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf-words-private.h"

#include <glib/gi18n-lib.h>

/* From one date to another in words. What the two have in common is said
 * once: "8 to 12 June 2025". Each such sentence is there to be translated as
 * a whole, as not every language leaves out the same half. */

/* The sentences for one way to say a range. */
typedef struct
{
  const char *days_of_month;  /* day, day, month, year */
  const char *days_of_year;   /* day, month, day, month, year */
  const char *months_of_year; /* month, month, year */
  const char *times_of_day;   /* day, time, time */
  const char *plain;          /* two dates */
  const char *other;          /* two dates that are longer phrases */
} Sentences;

static const Sentences lasted = {
  /* Translators: day, day, month, year, as in 8 to 12 June 2025. */
  NC_("date, range of days", "%1$s to %2$s %3$s %4$s"),
  /* Translators: day, month, day, month, year, as in 8 May to 12 June 2025. */
  NC_("date, range of days", "%1$s %2$s to %3$s %4$s %5$s"),
  /* Translators: month, month, year, as in May to June 2025. */
  NC_("date, range of days", "%1$s to %2$s %3$s"),
  /* Translators: day, time, time, as in 12 June 2025, 14:30 to 16:00 UTC. */
  NC_("date, range of days", "%1$s, %2$s to %3$s"),
  /* Translators: two dates, as in 2024 to 2025. */
  NC_("date, range of days", "%1$s to %2$s"),
  /* Translators: two dates that may be longer, as in from about 2024 to 2025. */
  NC_("date, range of days", "from %1$s to %2$s"),
};

static const Sentences between = {
  /* Translators: day, day, month, year. */
  NC_("date, range of days", "some time between %1$s and %2$s %3$s %4$s"),
  /* Translators: day, month, day, month, year. */
  NC_("date, range of days", "some time between %1$s %2$s and %3$s %4$s %5$s"),
  /* Translators: month, month, year. */
  NC_("date, range of days", "some time between %1$s and %2$s %3$s"),
  /* Translators: day, time, time. */
  NC_("date, range of days", "%1$s, some time between %2$s and %3$s"),
  /* Translators: two dates. */
  NC_("date, range of days", "some time between %1$s and %2$s"),
  NC_("date, range of days", "some time between %1$s and %2$s"),
};

static const char range_context[] = "date, range of days";

static char *
say_times_of_day (const TlEdtfPart *from,
                  const TlEdtfPart *to,
                  const Sentences  *sentences,
                  const TlWords    *words)
{
  TlEdtfPart day = *from;
  g_autofree char *date = NULL;
  g_autofree char *first = tl_edtf_clock_to_words (from, FALSE, words);
  g_autofree char *last = tl_edtf_clock_to_words (to, TRUE, words);

  day.shape = TL_EDTF_SHAPE_DAY;
  date = tl_edtf_part_to_words (&day, TRUE, words);

  return tl_words_fill (words, range_context, sentences->times_of_day, date, first, last, NULL);
}

static char *
say_days_of_year (const TlEdtfPart *from,
                  const TlEdtfPart *to,
                  const Sentences  *sentences,
                  const TlWords    *words)
{
  const char *first_month = tl_edtf_month_to_words (from->month, TRUE, words);
  const char *last_month = tl_edtf_month_to_words (to->month, TRUE, words);
  g_autofree char *year = tl_edtf_year_to_words (to->year, words);
  char first[12];
  char last[12];

  g_snprintf (first, sizeof first, "%u", from->day);
  g_snprintf (last, sizeof last, "%u", to->day);

  if (from->month == to->month)
    return tl_words_fill (words, range_context, sentences->days_of_month,
                          first, last, last_month, year, NULL);

  return tl_words_fill (words, range_context, sentences->days_of_year,
                        first, first_month, last, last_month, year, NULL);
}

static char *
say_months_of_year (const TlEdtfPart *from,
                    const TlEdtfPart *to,
                    const Sentences  *sentences,
                    const TlWords    *words)
{
  const char *first = tl_edtf_month_to_words (from->month, FALSE, words);
  const char *last = tl_edtf_month_to_words (to->month, FALSE, words);
  g_autofree char *year = tl_edtf_year_to_words (to->year, words);

  return tl_words_fill (words, range_context, sentences->months_of_year, first, last, year, NULL);
}

static gboolean
is_same_day (const TlEdtfPart *from,
             const TlEdtfPart *to)
{
  return from->year == to->year && from->month == to->month && from->day == to->day;
}

static gboolean
is_same_zone (const TlEdtfPart *from,
              const TlEdtfPart *to)
{
  return from->zone == to->zone && from->zone_minutes == to->zone_minutes;
}

/**
 * tl_edtf_range_part_to_words:
 * @from: a date
 * @to: a date that is not before @from
 * @once: whether something happened once in between, rather than lasted from
 *   one to the other
 * @words: (nullable): where to look
 *
 * Returns: (transfer full): the range in words
 */
char *
tl_edtf_range_part_to_words (const TlEdtfPart *from,
                             const TlEdtfPart *to,
                             gboolean          once,
                             const TlWords    *words)
{
  const Sentences *sentences = once ? &between : &lasted;
  gboolean is_plain = tl_edtf_part_is_plain (from) && tl_edtf_part_is_plain (to);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (is_plain && from->shape == to->shape && from->year == to->year)
    {
      if (from->shape == TL_EDTF_SHAPE_TIME && is_same_day (from, to) && is_same_zone (from, to))
        return say_times_of_day (from, to, sentences, words);
      if (from->shape == TL_EDTF_SHAPE_DAY && !is_same_day (from, to))
        return say_days_of_year (from, to, sentences, words);
      if (from->shape == TL_EDTF_SHAPE_MONTH && from->month != to->month)
        return say_months_of_year (from, to, sentences, words);
    }

  first = tl_edtf_part_to_words (from, TRUE, words);
  last = tl_edtf_part_to_words (to, TRUE, words);

  /* From a day to the same day is that day. */
  if (is_plain && g_str_equal (first, last))
    return g_steal_pointer (&first);

  return tl_words_fill (words, range_context, is_plain ? sentences->plain : sentences->other,
                        first, last, NULL);
}

/* What a set says of @part and all before or after it. */
typedef struct
{
  const char *once_until;
  const char *once_since;
  const char *nested_until;
  const char *nested_since;
  const char *all_until;
  const char *all_since;
  const char *all_between;
} Unit;

static const Unit times = {
  NC_("date", "at or before %1$s"),
  NC_("date", "at or after %1$s"),
  NC_("date", "%1$s or before"),
  NC_("date", "%1$s or after"),
  NC_("date", "all up to %1$s"),
  NC_("date", "all from %1$s on"),
  NC_("date", "all from %1$s to %2$s"),
};

static const Unit days = {
  /* Translators: a day. */
  NC_("date", "on or before %1$s"),
  NC_("date", "on or after %1$s"),
  NC_("date", "%1$s or before"),
  NC_("date", "%1$s or after"),
  NC_("date", "every day up to %1$s"),
  NC_("date", "every day from %1$s on"),
  NC_("date", "every day from %1$s to %2$s"),
};

static const Unit months = {
  /* Translators: a month or year. */
  NC_("date", "in or before %1$s"),
  NC_("date", "in or after %1$s"),
  NC_("date", "%1$s or before"),
  NC_("date", "%1$s or after"),
  NC_("date", "every month up to %1$s"),
  NC_("date", "every month from %1$s on"),
  NC_("date", "every month from %1$s to %2$s"),
};

static const Unit years = {
  NC_("date", "in or before %1$s"),
  NC_("date", "in or after %1$s"),
  NC_("date", "%1$s or before"),
  NC_("date", "%1$s or after"),
  NC_("date", "every year up to %1$s"),
  NC_("date", "every year from %1$s on"),
  NC_("date", "every year from %1$s to %2$s"),
};

static const Unit seasons = {
  NC_("date", "in or before %1$s"),
  NC_("date", "in or after %1$s"),
  NC_("date", "%1$s or before"),
  NC_("date", "%1$s or after"),
  NC_("date", "all up to %1$s"),
  NC_("date", "all from %1$s on"),
  NC_("date", "all from %1$s to %2$s"),
};

static const Unit *const units[] = {
  [TL_EDTF_SHAPE_YEAR] = &years,
  [TL_EDTF_SHAPE_SEASON] = &seasons,
  [TL_EDTF_SHAPE_MONTH] = &months,
  [TL_EDTF_SHAPE_DAY] = &days,
  [TL_EDTF_SHAPE_TIME] = &times,
};

/* A range in a set that one side of which is open. */
static char *
say_open_range (const TlEdtfMember *member,
                gboolean            all,
                gboolean            nested,
                const TlWords      *words)
{
  gboolean until = member->from_state != TL_END_KNOWN;
  const TlEdtfPart *part = until ? &member->to : &member->from;
  const Unit *unit = units[part->shape];
  g_autofree char *date = tl_edtf_part_to_words (part, TRUE, words);
  const char *sentence;

  if (all)
    sentence = until ? unit->all_until : unit->all_since;
  else if (nested)
    sentence = until ? unit->nested_until : unit->nested_since;
  else
    sentence = until ? unit->once_until : unit->once_since;

  return tl_words_fill (words, "date", sentence, date, NULL);
}

/**
 * tl_edtf_set_range_to_words:
 * @member: a range of a set, at most one side of it open
 * @all: whether the set means all of its members, not one of them
 * @nested: whether it stands within a longer sentence
 * @words: (nullable): where to look
 *
 * Returns: (transfer full): the range in words
 */
char *
tl_edtf_set_range_to_words (const TlEdtfMember *member,
                            gboolean            all,
                            gboolean            nested,
                            const TlWords      *words)
{
  const Unit *unit;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (member->from_state != TL_END_KNOWN || member->to_state != TL_END_KNOWN)
    return say_open_range (member, all, nested, words);
  if (!all)
    return tl_edtf_range_part_to_words (&member->from, &member->to, TRUE, words);

  unit = units[member->from.shape == member->to.shape ? member->from.shape
                                                      : TL_EDTF_SHAPE_SEASON];
  first = tl_edtf_part_to_words (&member->from, TRUE, words);
  last = tl_edtf_part_to_words (&member->to, TRUE, words);

  return tl_words_fill (words, "date", unit->all_between, first, last, NULL);
}
