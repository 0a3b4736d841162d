/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf-private.h"

#include <string.h>

/* Reads @count digits at @text into @value. */
static inline gboolean
read_digits (const char *text,
             int         count,
             int        *value)
{
  int sum = 0;

  for (int i = 0; i < count; i++)
    {
      unsigned int digit = (unsigned char) text[i] - (unsigned int) '0';

      if (digit > 9)
        return FALSE;
      sum = sum * 10 + (int) digit;
    }

  *value = sum;

  return TRUE;
}

/* Most dates in most files: YYYY, YYYY-MM and YYYY-MM-DD. Whatever is not
 * exactly and soundly that is left to the full reader. */
static gboolean
parse_plain (const char *text,
             gsize       length,
             TlDate     *date)
{
  int year, month = 1, day = 1;
  int last_month = 12, last_day;
  TlPrecision precision = TL_PRECISION_YEAR;

  if ((length != 4 && length != 7 && length != 10) || !read_digits (text, 4, &year))
    return FALSE;

  if (length >= 7)
    {
      if (text[4] != '-' || !read_digits (text + 5, 2, &month) || month < 1 || month > 12)
        return FALSE;
      last_month = month;
      precision = TL_PRECISION_MONTH;
    }

  last_day = tl_days_in_month (year, last_month);

  if (length == 10)
    {
      if (text[7] != '-' || !read_digits (text + 8, 2, &day) || day < 1 || day > last_day)
        return FALSE;
      last_day = day;
      precision = TL_PRECISION_DAY;
    }

  memset (date, 0, sizeof *date);
  date->start_earliest = tl_instant_from_civil (year, month, day, 0, 0, 0);
  date->start_latest = tl_instant_from_civil (year, last_month, last_day, 23, 59, 59);
  date->end_earliest = date->start_earliest;
  date->end_latest = date->start_latest;
  date->start.precision = (guint8) precision;
  date->end.precision = (guint8) precision;

  return TRUE;
}

/* The ends of a set, as far as it is read. */
typedef struct
{
  TlEdtfPart first; /* the member that is earliest */
  TlEdtfPart last;  /* the member that is latest */
  guint      n_dates;
  guint      first_index; /* counted from 1; 0 while there is none */
  guint      last_index;
  guint      n_qualified[3]; /* how many dates have each qualifier */
  gboolean   old_draft;
  TlEndState from_state;
  TlEndState to_state;
} Extent;

static gboolean
is_earlier (const TlEdtfPart *part,
            const TlEdtfPart *than)
{
  if (part->earliest != than->earliest)
    return part->earliest < than->earliest;

  return part->latest < than->latest;
}

static gboolean
is_later (const TlEdtfPart *part,
          const TlEdtfPart *than)
{
  if (part->latest != than->latest)
    return part->latest > than->latest;

  return part->earliest > than->earliest;
}

/* Widens @extent by one date of a set. */
static void
extend (Extent           *extent,
        const TlEdtfPart *part)
{
  TlQualifiers qualifiers = tl_edtf_part_get_qualifiers (part);

  extent->n_dates++;
  extent->old_draft |= part->old_draft;

  for (int i = 0; i < 3; i++)
    extent->n_qualified[i] += (qualifiers >> i) & 1;

  if (extent->first_index == 0 || is_earlier (part, &extent->first))
    {
      extent->first = *part;
      extent->first_index = extent->n_dates;
    }
  if (extent->last_index == 0 || is_later (part, &extent->last))
    {
      extent->last = *part;
      extent->last_index = extent->n_dates;
    }
}

/* What is said against dates that are neither the start nor the end. */
static guint8
get_inner_qualifiers (const Extent *extent)
{
  TlQualifiers first = TL_QUALIFIER_NONE;
  TlQualifiers last = TL_QUALIFIER_NONE;
  gboolean has_first = extent->from_state == TL_END_KNOWN;
  guint8 inner = 0;

  if (has_first)
    first = tl_edtf_part_get_qualifiers (&extent->first);
  if (extent->to_state == TL_END_KNOWN
      && !(has_first && extent->first_index == extent->last_index))
    last = tl_edtf_part_get_qualifiers (&extent->last);

  for (int i = 0; i < 3; i++)
    if (extent->n_qualified[i] > ((first >> i) & 1u) + ((last >> i) & 1u))
      inner |= (guint8) (1 << i);

  return inner;
}

/* Sets the start of @date, which is not limited if @part is not known. */
static void
set_start (TlDate           *date,
           const TlEdtfPart *part,
           TlEndState        state)
{
  date->start.state = (guint8) state;
  date->start_earliest = TL_INSTANT_MIN;
  date->start_latest = TL_INSTANT_MAX;

  if (state != TL_END_KNOWN)
    return;

  date->start_earliest = part->earliest;
  date->start_latest = part->latest;
  date->start.precision = part->precision;
  date->start.qualifiers = (guint8) tl_edtf_part_get_qualifiers (part);
}

/* Sets the end of @date, as set_start() does its start. */
static void
set_end (TlDate           *date,
         const TlEdtfPart *part,
         TlEndState        state)
{
  date->end.state = (guint8) state;
  date->end_earliest = TL_INSTANT_MIN;
  date->end_latest = TL_INSTANT_MAX;

  if (state != TL_END_KNOWN)
    return;

  date->end_earliest = part->earliest;
  date->end_latest = part->latest;
  date->end.precision = part->precision;
  date->end.qualifiers = (guint8) tl_edtf_part_get_qualifiers (part);
}

/* Makes sure that nothing ends before it starts. */
static void
clamp_ends (TlDate *date)
{
  date->start_latest = MIN (date->start_latest, date->end_latest);
  date->end_earliest = MAX (date->end_earliest, date->start_earliest);
}

/* Reads all members of a set into @date. */
static void
parse_set (TlEdtfReader *reader,
           TlDate       *date)
{
  TlEdtfMember member;
  Extent extent;
  guint8 inner;

  memset (&extent, 0, sizeof extent);

  while (tl_edtf_reader_next (reader, &member))
    {
      if (member.from_state == TL_END_OPEN)
        extent.from_state = TL_END_OPEN;
      else
        extend (&extent, &member.from);

      if (member.to_state == TL_END_OPEN)
        extent.to_state = TL_END_OPEN;
      else if (member.is_range)
        extend (&extent, &member.to);
    }

  if (reader->failed)
    return;

  inner = get_inner_qualifiers (&extent);
  set_start (date, &extent.first, extent.from_state);
  set_end (date, &extent.last, extent.to_state);
  date->start_latest = extent.first.latest;
  date->end_earliest = extent.last.earliest;
  date->start.qualifiers |= inner;
  date->end.qualifiers |= inner;
  date->old_draft = (guint8) extent.old_draft;
}

/* Reads an interval or a single date into @date. */
static void
parse_simple (TlEdtfReader *reader,
              TlDate       *date)
{
  TlEdtfMember member;
  const TlEdtfPart *to = &member.from;

  if (!tl_edtf_reader_next (reader, &member))
    return;

  if (member.is_range)
    to = &member.to;

  set_start (date, &member.from, member.from_state);
  set_end (date, to, member.to_state);
  date->old_draft = member.from.old_draft || to->old_draft;
}

/**
 * tl_edtf_parse:
 * @text: a date; any bytes, NUL-terminated if @length is -1
 * @length: of @text, in bytes, or -1
 * @date: (out caller-allocates): what it says; untouched on error
 * @error: set to a %TL_EDTF_ERROR whose message, a sentence in the
 *   environment's language, quotes the date, if it is not sound
 *
 * Reads an EDTF date of any level. Nothing is allocated for one that is
 * sound, and the usual forms take well below a microsecond.
 *
 * Returns: whether @text is a sound date
 */
gboolean
tl_edtf_parse (const char *text,
               gssize      length,
               TlDate     *date,
               GError    **error)
{
  TlEdtfReader reader;
  TlDate result;
  gsize size;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  size = length < 0 ? strlen (text) : (gsize) length;

  if (parse_plain (text, size, date))
    return TRUE;

  if (!tl_edtf_reader_init (&reader, text, (gssize) size, error))
    return FALSE;

  memset (&result, 0, sizeof result);

  if (reader.kind == TL_DATE_SINGLE)
    parse_simple (&reader, &result);
  else
    parse_set (&reader, &result);

  if (reader.failed)
    return FALSE;

  clamp_ends (&result);
  result.kind = reader.kind;
  *date = result;

  return TRUE;
}
