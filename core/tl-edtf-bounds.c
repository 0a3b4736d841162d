/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf-private.h"

#include <string.h>

/* From what was read of one date to its earliest and latest second, or to
 * why there is no such date.
 *
 * A season is where the calendar of the weather service has it: spring is
 * March to May in the north and September to November in the south. One
 * that spans the turn of the year is named for the year it begins in, which
 * keeps 21 to 24 in order, as ISO 8601-2 sorts them: winter 2024 is December
 * 2024 to February 2025. EDTF leaves the hemisphere of 21 to 24 open;
 * northern is taken.
 */

typedef struct
{
  guint8 first;    /* month; of the named year */
  guint8 n_months;
} Season;

static const Season seasons[] = {
  { 3, 3 }, { 6, 3 }, { 9, 3 }, { 12, 3 },  /* 21 to 24: hemisphere not said */
  { 3, 3 }, { 6, 3 }, { 9, 3 }, { 12, 3 },  /* 25 to 28: northern */
  { 9, 3 }, { 12, 3 }, { 3, 3 }, { 6, 3 },  /* 29 to 32: southern */
  { 1, 3 }, { 4, 3 }, { 7, 3 }, { 10, 3 },  /* 33 to 36: quarters */
  { 1, 4 }, { 5, 4 }, { 9, 4 },             /* 37 to 39: four months each */
  { 1, 6 }, { 7, 6 },                       /* 40 to 41: halves */
};

/**
 * tl_edtf_season_months:
 * @season: 21 to 41
 * @first: (out): the month it begins in, 1 to 12
 * @n_months: (out): how many months it has; it may run into the next year
 */
void
tl_edtf_season_months (int  season,
                       int *first,
                       int *n_months)
{
  g_return_if_fail (season >= 21 && season <= 41);

  *first = seasons[season - 21].first;
  *n_months = seasons[season - 21].n_months;
}

/**
 * tl_edtf_mask_next:
 * @digits: digits and X
 * @count: how many
 * @after: the number to begin behind
 * @last: the number to end with, which may be less than @after to search
 *   downwards
 *
 * Finds the numbers that an X stands for, one by one.
 *
 * Returns: the nearest to @after that fits @digits, or -1
 */
int
tl_edtf_mask_next (const char *digits,
                   int         count,
                   int         after,
                   int         last)
{
  int step = last < after ? -1 : 1;

  for (int number = after; number != last;)
    {
      int rest;
      int i;

      number += step;
      rest = number;

      for (i = count - 1; i >= 0; i--, rest /= 10)
        if (digits[i] != 'X' && digits[i] - '0' != rest % 10)
          break;

      if (i < 0)
        return number;
    }

  return -1;
}

/* Finds the first day, going up or down in time, that fits what is given of
 * it. The way is short: only a 29 February needs to look at a second year. */
static gboolean
find_day (const TlEdtfPart *part,
          gboolean          up,
          TlCivil          *found)
{
  int first_year = (int) ABS (up ? part->year_lowest : part->year_highest);
  int last_year = (int) ABS (up ? part->year_highest : part->year_lowest);
  int year = first_year <= last_year ? first_year - 1 : first_year + 1;

  while ((year = tl_edtf_mask_next (part->year_digits, 4, year, last_year)) >= 0)
    {
      gint64 civil_year = part->negative ? -year : year;
      int month = up ? 0 : 13;

      while ((month = tl_edtf_mask_next (part->month_digits, 2, month, up ? 12 : 1)) >= 0)
        {
          int n_days = tl_days_in_month (civil_year, month);
          int day = tl_edtf_mask_next (part->day_digits, 2, up ? 0 : n_days + 1, up ? n_days : 1);

          if (day < 0)
            continue;

          *found = (TlCivil) { civil_year, (guint8) month, (guint8) day };
          return TRUE;
        }
    }

  return FALSE;
}

/* The years that a year with an X can be. There is no -0000, so -000X ends
 * at -0001. */
static void
bound_year_mask (TlEdtfPart *part)
{
  int lowest = 0, highest = 0;

  for (int i = 0; i < 4; i++)
    {
      char digit = part->year_digits[i];

      lowest = lowest * 10 + (digit == 'X' ? 0 : digit - '0');
      highest = highest * 10 + (digit == 'X' ? 9 : digit - '0');
    }

  part->year_lowest = part->negative ? -highest : lowest;
  part->year_highest = part->negative ? -MAX (lowest, 1) : highest;
}

/* The years that have the significant digits of the year given. Zeros in
 * front are not significant. */
static void
bound_significant (TlEdtfPart *part)
{
  gint64 size = ABS (part->year);
  gint64 unit = 1;
  int n_digits = 0;

  for (gint64 rest = size; rest != 0; rest /= 10)
    n_digits++;
  for (int i = part->significant; i < n_digits; i++)
    unit *= 10;

  part->year_lowest = size / unit * unit;
  part->year_highest = part->year_lowest + unit - 1;

  if (part->negative)
    {
      gint64 nearest = part->year_lowest;

      part->year_lowest = -part->year_highest;
      part->year_highest = -nearest;
    }
}

static TlEdtfFault
bound_year (TlEdtfPart *part)
{
  part->year_lowest = part->year;
  part->year_highest = part->year;

  /* Only now, as the rest counts on years that are not too large. */
  if (part->year < TL_YEAR_MIN || part->year > TL_YEAR_MAX)
    return TL_EDTF_FAULT_RANGE;

  if (!part->long_year && memchr (part->year_digits, 'X', 4) != NULL)
    bound_year_mask (part);
  else if (part->significant != 0)
    bound_significant (part);

  if (part->year_lowest < TL_YEAR_MIN || part->year_highest > TL_YEAR_MAX)
    return TL_EDTF_FAULT_RANGE;

  return TL_EDTF_FAULT_NONE;
}

/* How fine a year is: by how many of its digits can be any. */
static TlPrecision
get_year_precision (const TlEdtfPart *part)
{
  gint64 width = part->year_highest - part->year_lowest;

  if (width == 0)
    return TL_PRECISION_YEAR;
  if (width < 10)
    return TL_PRECISION_DECADE;
  if (width < 100)
    return TL_PRECISION_CENTURY;

  return TL_PRECISION_MILLENNIUM;
}

static void
bound_whole_years (TlEdtfPart *part)
{
  part->earliest = tl_instant_from_civil (part->year_lowest, 1, 1, 0, 0, 0);
  part->latest = tl_instant_from_civil (part->year_highest, 12, 31, 23, 59, 59);
  part->precision = (guint8) get_year_precision (part);
}

static void
bound_season (TlEdtfPart *part)
{
  int first, n_months;
  gint64 after_year = part->year_highest;
  int after;

  tl_edtf_season_months (part->season, &first, &n_months);
  after = first + n_months;
  if (after > 12)
    {
      after -= 12;
      after_year++;
    }

  part->earliest = tl_instant_from_civil (part->year_lowest, first, 1, 0, 0, 0);
  part->latest = tl_instant_from_civil (after_year, after, 1, 0, 0, 0) - 1;
  part->precision = TL_PRECISION_SEASON;
}

static TlEdtfFault
bound_month (TlEdtfPart *part)
{
  int first = part->month;
  int last = part->month;

  if (memchr (part->month_digits, 'X', 2) != NULL)
    {
      first = tl_edtf_mask_next (part->month_digits, 2, 0, 12);
      last = tl_edtf_mask_next (part->month_digits, 2, 13, 1);
      if (first < 0)
        return TL_EDTF_FAULT_NO_MONTH_FITS;
    }
  else if (part->month < 1 || part->month > 12)
    return TL_EDTF_FAULT_NO_MONTH;

  part->earliest = tl_instant_from_civil (part->year_lowest, first, 1, 0, 0, 0);
  part->latest = tl_instant_from_civil (part->year_highest,
                                        last,
                                        tl_days_in_month (part->year_highest, last),
                                        23, 59, 59);
  part->precision = TL_PRECISION_MONTH;

  return TL_EDTF_FAULT_NONE;
}

static TlEdtfFault
bound_day (TlEdtfPart *part)
{
  TlCivil first = { part->year, part->month, part->day };
  TlCivil last = first;

  if (part->has_x)
    {
      if (!find_day (part, TRUE, &first) || !find_day (part, FALSE, &last))
        return TL_EDTF_FAULT_NO_DAY_FITS;
    }
  else if (part->day < 1 || part->day > tl_days_in_month (part->year, part->month))
    return TL_EDTF_FAULT_NO_DAY;

  part->earliest = tl_instant_from_civil (first.year, first.month, first.day, 0, 0, 0);
  part->latest = tl_instant_from_civil (last.year, last.month, last.day, 23, 59, 59);
  part->precision = TL_PRECISION_DAY;

  return TL_EDTF_FAULT_NONE;
}

/* Narrows the day to the second.
 *
 * 24:00:00 is the end of the day and so the first second of the next, as in
 * ISO 8601-1:2019/Amd 1:2022; nothing comes after 24:00:00. Second 60 is a
 * leap second, which ISO 8601-1 has at 23:59:60 UTC only. The count of
 * seconds knows none, so it is taken as the second before it: the year that
 * it ends does not then reach into the next. */
static TlEdtfFault
bound_time (TlEdtfPart *part)
{
  int second = part->second;
  int minute_utc;

  if (part->hour > 24 || (part->hour == 24 && (part->minute > 0 || part->second > 0)))
    return TL_EDTF_FAULT_NO_HOUR;
  if (part->minute > 59)
    return TL_EDTF_FAULT_NO_MINUTE;
  if (part->second > 60)
    return TL_EDTF_FAULT_NO_SECOND;

  if (part->second == 60)
    {
      minute_utc = (part->hour * 60 + part->minute - part->zone_minutes + 2 * 1440) % 1440;
      if (minute_utc != 1439)
        return TL_EDTF_FAULT_LEAP_SECOND;
      second = 59;
    }

  part->earliest += part->hour * 3600 + part->minute * 60 + second;
  part->earliest -= part->zone_minutes * 60;
  part->latest = part->earliest;
  part->precision = TL_PRECISION_SECOND;

  return TL_EDTF_FAULT_NONE;
}

/**
 * tl_edtf_bound_part:
 * @part: what tl_edtf_scan_part() read
 *
 * Sets the earliest and latest second of @part, its range of years and its
 * precision.
 *
 * Returns: why there is no such date, or %TL_EDTF_FAULT_NONE
 */
TlEdtfFault
tl_edtf_bound_part (TlEdtfPart *part)
{
  TlEdtfFault fault = bound_year (part);

  if (fault != TL_EDTF_FAULT_NONE)
    return fault;

  if (part->shape == TL_EDTF_SHAPE_YEAR)
    bound_whole_years (part);
  else if (part->shape == TL_EDTF_SHAPE_SEASON)
    bound_season (part);
  else
    fault = bound_month (part);

  if (fault == TL_EDTF_FAULT_NONE && part->shape >= TL_EDTF_SHAPE_DAY)
    fault = bound_day (part);
  if (fault == TL_EDTF_FAULT_NONE && part->shape == TL_EDTF_SHAPE_TIME)
    fault = bound_time (part);

  return fault;
}

/**
 * tl_edtf_part_get_qualifiers:
 * @part: a date
 *
 * Returns: all that is said against any field of @part
 */
TlQualifiers
tl_edtf_part_get_qualifiers (const TlEdtfPart *part)
{
  guint8 qualifiers = 0;

  for (int i = 0; i < TL_EDTF_N_FIELDS; i++)
    qualifiers |= part->qualifiers[i];

  if (part->has_x || part->year_lowest != part->year_highest)
    qualifiers |= TL_QUALIFIER_UNSPECIFIED;

  return (TlQualifiers) qualifiers;
}
