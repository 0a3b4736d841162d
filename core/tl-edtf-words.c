/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf-words-private.h"

#include <glib/gi18n-lib.h>

/* Whole dates in words: what lasted, one of several, all of several. */

/* How many members of a set are listed before the rest is only counted. */
#define MAX_LISTED 12

/* What lasted, of which one end may be open or not known. */
static char *
say_interval (const TlEdtfMember *member,
              const TlWords      *words)
{
  static const char *const sentences[3][3] = {
    {
        NULL,
        /* Translators: a date; it still goes on. */
        NC_("date", "since %1$s"),
        NC_("date", "from %1$s, end not known"),
    },
    {
        /* Translators: a date; it had no beginning. */
        NC_("date", "until %1$s"),
        NC_("date", "without beginning or end"),
        NC_("date", "until a time not known"),
    },
    {
        NC_("date", "until %1$s, start not known"),
        NC_("date", "since a time not known"),
        NULL,
    },
  };
  const TlEdtfPart *known = member->from_state == TL_END_KNOWN ? &member->from : &member->to;
  const char *sentence = sentences[member->from_state][member->to_state];
  g_autofree char *date = NULL;

  if (sentence == NULL)
    return tl_edtf_range_part_to_words (&member->from, &member->to, FALSE, words);
  if (member->from_state != TL_END_KNOWN && member->to_state != TL_END_KNOWN)
    return g_strdup (tl_words_get (words, "date", sentence));

  date = tl_edtf_part_to_words (known, TRUE, words);

  return tl_words_fill (words, "date", sentence, date, NULL);
}

/* One member of a set of several. */
static char *
say_member (const TlEdtfMember *member,
            TlDateKind          kind,
            const TlWords      *words)
{
  gboolean is_open = member->from_state != TL_END_KNOWN || member->to_state != TL_END_KNOWN;

  if (!member->is_range)
    return tl_edtf_part_to_words (&member->from, TRUE, words);
  if (kind == TL_DATE_ONE_OF && !is_open)
    return tl_edtf_range_part_to_words (&member->from, &member->to, FALSE, words);

  return tl_edtf_set_range_to_words (member, kind == TL_DATE_ALL_OF, TRUE, words);
}

/* Joins @items with commas, and the last with or or and. */
static char *
join_items (char         **items,
            guint          n_items,
            TlDateKind     kind,
            const TlWords *words)
{
  char *joined = g_strdup (items[0]);

  for (guint i = 1; i < n_items; i++)
    {
      g_autofree char *before = joined;

      if (i + 1 < n_items)
        joined = tl_words_fill (words, "date, list",
                                /* Translators: dates and one more that is not the last. */
                                NC_("date, list", "%1$s, %2$s"), before, items[i], NULL);
      else if (kind == TL_DATE_ONE_OF)
        joined = tl_words_fill (words, "date, list",
                                /* Translators: dates and the last of them. */
                                NC_("date, list", "%1$s or %2$s"), before, items[i], NULL);
      else
        joined = tl_words_fill (words, "date, list",
                                /* Translators: dates and the last of them. */
                                NC_("date, list", "%1$s and %2$s"), before, items[i], NULL);
    }

  return joined;
}

/* Whether all members are plain days of one month, or months of one year. */
static gboolean
can_share (const TlEdtfMember *members,
           guint               n_members)
{
  const TlEdtfPart *first = &members[0].from;

  if (first->shape != TL_EDTF_SHAPE_DAY && first->shape != TL_EDTF_SHAPE_MONTH)
    return FALSE;

  for (guint i = 0; i < n_members; i++)
    {
      const TlEdtfPart *part = &members[i].from;

      if (members[i].is_range || !tl_edtf_part_is_plain (part)
          || part->shape != first->shape || part->year != first->year
          || (part->shape == TL_EDTF_SHAPE_DAY && part->month != first->month))
        return FALSE;
    }

  return TRUE;
}

/* Lists days or months, then once what they share. */
static char *
say_shared (const TlEdtfMember *members,
            guint               n_members,
            TlDateKind          kind,
            const TlWords      *words)
{
  const TlEdtfPart *first = &members[0].from;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *year = tl_edtf_year_to_words (first->year, words);

  for (guint i = 0; i < n_members; i++)
    {
      const TlEdtfPart *part = &members[i].from;
      g_autofree char *day = g_strdup_printf ("%u", part->day);

      if (part->shape == TL_EDTF_SHAPE_MONTH)
        g_ptr_array_add (items, g_strdup (tl_edtf_month_to_words (part->month, FALSE, words)));
      else
        g_ptr_array_add (items,
                         tl_words_fill (words, "date, day in a list",
                                        /* Translators: a day of which the month comes later. */
                                        NC_("date, day in a list", "%1$s"), day, NULL));
    }

  list = join_items ((char **) items->pdata, items->len, kind, words);

  if (first->shape == TL_EDTF_SHAPE_MONTH)
    return tl_words_fill (words, "date, list",
                          /* Translators: months, year, as in June or July 2025. */
                          NC_("date, list", "%1$s %2$s"), list, year, NULL);

  return tl_words_fill (words, "date, list",
                        /* Translators: days, month, year, as in 12 or 14 June 2025. */
                        NC_("date, list", "%1$s %2$s %3$s"), list,
                        tl_edtf_month_to_words (first->month, TRUE, words), year, NULL);
}

/* Lists members one by one and counts those that are too many. */
static char *
say_list (const TlEdtfMember *members,
          guint               n_members,
          guint               n_more,
          TlDateKind          kind,
          const TlWords      *words)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *more = g_strdup_printf ("%u", n_more);

  for (guint i = 0; i < n_members; i++)
    g_ptr_array_add (items, say_member (&members[i], kind, words));

  if (n_more > 0)
    g_ptr_array_add (items, tl_words_fill (words, "date, list",
                                           /* Translators: how many more dates there are, at least
                                            * two. */
                                           NC_("date, list", "%1$s more"), more, NULL));

  return join_items ((char **) items->pdata, items->len, kind, words);
}

/* A set of more than one member. */
static char *
say_set (const TlEdtfMember *members,
         guint               n_members,
         guint               n_more,
         TlDateKind          kind,
         const TlWords      *words)
{
  gboolean is_open = FALSE;
  g_autofree char *list = NULL;

  if (n_more == 0 && can_share (members, n_members))
    list = say_shared (members, n_members, kind, words);
  else
    list = say_list (members, n_members, n_more, kind, words);

  for (guint i = 0; i < n_members; i++)
    is_open = is_open || members[i].from_state != TL_END_KNOWN
              || members[i].to_state != TL_END_KNOWN;

  /* "One of on or before June" would be none. */
  if (kind == TL_DATE_ALL_OF || is_open)
    return g_steal_pointer (&list);

  return tl_words_fill (words, "date", NC_("date", "one of %1$s"), list, NULL);
}

/* Reads the members to be listed. Returns how many; @n_more counts those
 * that are not. One more is listed rather than counted alone. */
static guint
read_members (TlEdtfReader *reader,
              TlEdtfMember *members,
              guint        *n_more)
{
  TlEdtfMember rest;
  guint n_members = 0;

  while (n_members < MAX_LISTED && tl_edtf_reader_next (reader, &members[n_members]))
    n_members++;

  if (n_members == MAX_LISTED)
    while (tl_edtf_reader_next (reader, &rest))
      continue;

  *n_more = reader->n_read > n_members ? reader->n_read - n_members : 0;
  if (*n_more > 0)
    {
      n_members--;
      *n_more += 1;
    }

  return n_members;
}

/* Says a date of any kind. Within {start, end}, one that lasted is some time
 * in it. */
static char *
say_date (const char    *text,
          gboolean       nested,
          const TlWords *words)
{
  TlEdtfReader reader;
  TlEdtfMember members[MAX_LISTED];
  guint n_members, n_more;

  if (!tl_edtf_reader_init (&reader, text, -1, NULL))
    return NULL;

  n_members = read_members (&reader, members, &n_more);
  if (reader.failed)
    return NULL;

  if (n_members > 1)
    return say_set (members, n_members, n_more, reader.kind, words);
  if (!members[0].is_range)
    return tl_edtf_part_to_words (&members[0].from, nested, words);
  if (reader.kind != TL_DATE_LASTED)
    return tl_edtf_set_range_to_words (&members[0], reader.kind == TL_DATE_ALL_OF, nested, words);

  if (!nested)
    return say_interval (&members[0], words);
  if (members[0].from_state != TL_END_KNOWN && members[0].to_state != TL_END_KNOWN)
    return g_strdup (tl_words_get (words, "date", NC_("date", "a time not known")));

  return tl_edtf_set_range_to_words (&members[0], FALSE, TRUE, words);
}

/* Reads a date that is neither interval nor set. */
static gboolean
read_single (const char   *text,
             TlEdtfMember *member)
{
  TlEdtfReader reader;

  return tl_edtf_reader_init (&reader, text, -1, NULL)
         && tl_edtf_reader_next (&reader, member)
         && reader.kind == TL_DATE_SINGLE;
}

/**
 * tl_edtf_to_words:
 * @text: a date, NUL-terminated
 * @words: (nullable): the language; %NULL for the environment's
 *
 * Reads a date out: "about June 2025", "some time between 8 and 12 June
 * 2025", "on or before 12 June 2025", "spring 2024". Numbers do not follow
 * the environment's locale but @words.
 *
 * Returns: (transfer full) (nullable): the date in words; %NULL if @text is
 *   not a sound date
 */
char *
tl_edtf_to_words (const char    *text,
                  const TlWords *words)
{
  g_return_val_if_fail (text != NULL, NULL);

  return say_date (text, FALSE, words);
}

/**
 * tl_edtf_range_to_words:
 * @start: (nullable): when it started, a date of any kind
 * @end: (nullable): when it ended, a date of any kind
 * @words: (nullable): the language; %NULL for the environment's
 *
 * Reads {start, end} out: "from some time between June and December 2024 to
 * 18 June 2025". If only one of them is given, that is read as it is. Whether
 * the end comes after the start is for tl_date_join() to say.
 *
 * Returns: (transfer full) (nullable): the dates in words; %NULL if one of
 *   them is not sound, or neither is given
 */
char *
tl_edtf_range_to_words (const char    *start,
                        const char    *end,
                        const TlWords *words)
{
  TlEdtfMember from, to;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (start == NULL || end == NULL)
    return start != end ? say_date (start != NULL ? start : end, FALSE, words) : NULL;

  if (read_single (start, &from) && read_single (end, &to))
    return tl_edtf_range_part_to_words (&from.from, &to.from, FALSE, words);

  first = say_date (start, TRUE, words);
  last = say_date (end, TRUE, words);
  if (first == NULL || last == NULL)
    return NULL;

  return tl_words_fill (words, "date, range of days",
                        NC_("date, range of days", "from %1$s to %2$s"), first, last, NULL);
}
