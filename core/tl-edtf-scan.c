/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf-private.h"

#include <string.h>

/* Reads the letters of one date, without interval or set, into a
 * TlEdtfPart, as the Library of Congress' "Extended Date/Time Format (EDTF)
 * Specification" of 2019 lays down for its levels 0, 1 and 2, and ISO
 * 8601-2:2019 behind it. Whether there is such a day is the business of
 * tl-edtf-bounds.c.
 *
 * Spellings of the draft of 2012 that have since been replaced are read,
 * and marked: u and x for X, y for Y, e for E, p for S, ?~ for %.
 *
 * Wider than the specification: a date with a time may have a qualifier at
 * its end, and a season any of them. Times themselves are as strict as
 * there: hours, minutes and whole seconds, with T and Z as capitals.
 */

/* The text being read. */
typedef struct
{
  const char *at;
  const char *end;
} Scan;

static inline gboolean
scan_char (Scan *scan,
           char  wanted)
{
  if (scan->at == scan->end || *scan->at != wanted)
    return FALSE;

  scan->at++;

  return TRUE;
}

/* As scan_char(), where drafts had another letter. */
static gboolean
scan_letter (Scan       *scan,
             TlEdtfPart *part,
             char        wanted,
             char        old)
{
  if (scan_char (scan, wanted))
    return TRUE;

  if (!scan_char (scan, old))
    return FALSE;

  part->old_draft = TRUE;

  return TRUE;
}

/* Reads @count digits or X into @digits. Moves on only if all are there. */
static gboolean
scan_mask (Scan       *scan,
           TlEdtfPart *part,
           int         count,
           char       *digits)
{
  const char *at = scan->at;

  if (scan->end - at < count)
    return FALSE;

  for (int i = 0; i < count; i++)
    {
      digits[i] = at[i];

      if (g_ascii_isdigit (at[i]))
        continue;
      if (at[i] == 'u' || at[i] == 'x')
        part->old_draft = TRUE;
      else if (at[i] != 'X')
        return FALSE;

      digits[i] = 'X';
      part->has_x = TRUE;
    }

  scan->at += count;

  return TRUE;
}

/* Reads exactly two digits into @value. */
static gboolean
scan_two_digits (Scan *scan,
                 int  *value)
{
  if (scan->end - scan->at < 2
      || !g_ascii_isdigit (scan->at[0]) || !g_ascii_isdigit (scan->at[1]))
    return FALSE;

  *value = (scan->at[0] - '0') * 10 + (scan->at[1] - '0');
  scan->at += 2;

  return TRUE;
}

/* Reads as many digits as there are. Returns their number; @value stops at
 * @limit if there are too many for it. */
static int
scan_number (Scan   *scan,
             gint64  limit,
             gint64 *value)
{
  const char *start = scan->at;
  gint64 sum = 0;

  for (; scan->at < scan->end && g_ascii_isdigit (*scan->at); scan->at++)
    sum = MIN (sum * 10 + (*scan->at - '0'), limit);

  *value = sum;

  return (int) MIN (scan->at - start, G_MAXINT);
}

/* Reads one qualifier, or none. ?~, of old, is %. */
static TlEdtfFault
scan_qualifier (Scan       *scan,
                TlEdtfPart *part,
                guint8     *qualifiers)
{
  const char *start = scan->at;

  *qualifiers = TL_QUALIFIER_NONE;

  for (; scan->at < scan->end; scan->at++)
    {
      guint8 read = TL_QUALIFIER_UNCERTAIN | TL_QUALIFIER_APPROXIMATE;

      if (*scan->at == '?')
        read = TL_QUALIFIER_UNCERTAIN;
      else if (*scan->at == '~')
        read = TL_QUALIFIER_APPROXIMATE;
      else if (*scan->at != '%')
        break;

      if (*qualifiers & read)
        return TL_EDTF_FAULT_QUALIFIER;
      *qualifiers |= read;
    }

  part->old_draft |= scan->at - start == 2;

  return TL_EDTF_FAULT_NONE;
}

/* A qualifier to the left of a field says something of that field only. */
static TlEdtfFault
scan_left_qualifier (Scan       *scan,
                     TlEdtfPart *part,
                     int         field)
{
  guint8 qualifiers;
  TlEdtfFault fault = scan_qualifier (scan, part, &qualifiers);

  part->qualifiers[field] |= qualifiers;

  return fault;
}

/* One to the right says it of all fields up to there. */
static TlEdtfFault
scan_right_qualifier (Scan       *scan,
                      TlEdtfPart *part,
                      int         field)
{
  guint8 qualifiers;
  TlEdtfFault fault = scan_qualifier (scan, part, &qualifiers);

  for (int i = 0; i <= field; i++)
    part->qualifiers[i] |= qualifiers;

  return fault;
}

/* Reads what may follow the digits of a year: S and how many of them are
 * significant. */
static TlEdtfFault
scan_significant (Scan       *scan,
                  TlEdtfPart *part)
{
  gint64 digits;

  if (!scan_letter (scan, part, 'S', 'p'))
    return TL_EDTF_FAULT_NONE;
  if (part->has_x)
    return TL_EDTF_FAULT_SIGNIFICANT_X;
  if (scan_number (scan, 99, &digits) == 0 || digits == 0)
    return TL_EDTF_FAULT_SIGNIFICANT;

  part->significant = (guint8) digits;

  return TL_EDTF_FAULT_NONE;
}

/* Sets the year from its mantissa and exponent. One that is out of range
 * stops growing once it is. */
static void
raise_year (TlEdtfPart *part)
{
  gint64 year = part->mantissa;

  for (int i = 0; i < part->exponent && year != 0 && year <= TL_YEAR_MAX; i++)
    year *= 10;

  part->year = part->negative ? -year : year;
}

/* Reads a year after its Y. */
static TlEdtfFault
scan_long_year (Scan       *scan,
                TlEdtfPart *part)
{
  gboolean is_draft_y = scan->at[-1] == 'y';
  gint64 exponent = 0;
  int n_digits;

  part->long_year = TRUE;
  part->negative = scan_char (scan, '-');
  n_digits = scan_number (scan, TL_YEAR_MAX + 1, &part->mantissa);

  if (scan->at < scan->end
      && (*scan->at == 'X' || *scan->at == 'x' || *scan->at == 'u'))
    return TL_EDTF_FAULT_LONG_X;
  if (n_digits == 0) /* a small y may as well begin a word */
    return is_draft_y ? TL_EDTF_FAULT_YEAR : TL_EDTF_FAULT_LONG_DIGITS;

  if (scan_letter (scan, part, 'E', 'e'))
    {
      if (scan_number (scan, 99, &exponent) == 0)
        return TL_EDTF_FAULT_EXPONENT;
      part->exponent = (guint8) exponent;
    }
  else if (n_digits <= 4)
    return TL_EDTF_FAULT_LONG_SHORT;

  if (part->negative && part->mantissa == 0)
    return TL_EDTF_FAULT_NEGATIVE_ZERO;

  raise_year (part);

  return scan_significant (scan, part);
}

/* Reads a year of four digits, or with Y of any number. */
static TlEdtfFault
scan_year (Scan       *scan,
           TlEdtfPart *part)
{
  if (scan_letter (scan, part, 'Y', 'y'))
    return scan_long_year (scan, part);

  part->negative = scan_char (scan, '-');

  if (part->negative && scan->at < scan->end && g_ascii_toupper (*scan->at) == 'Y')
    return TL_EDTF_FAULT_MINUS_BEFORE_Y;
  if (!scan_mask (scan, part, 4, part->year_digits))
    return TL_EDTF_FAULT_YEAR;

  if (!part->has_x)
    {
      for (int i = 0; i < 4; i++)
        part->year = part->year * 10 + (part->year_digits[i] - '0');
      if (part->negative && part->year == 0)
        return TL_EDTF_FAULT_NEGATIVE_ZERO;
      if (part->negative)
        part->year = -part->year;
    }

  return scan_significant (scan, part);
}

/* Reads a zone, if there is one. */
static TlEdtfFault
scan_zone (Scan       *scan,
           TlEdtfPart *part)
{
  gboolean west;
  int hours, minutes = 0;

  if (scan_char (scan, 'Z'))
    {
      part->zone = TL_EDTF_ZONE_UTC;
      return TL_EDTF_FAULT_NONE;
    }

  if (scan->at == scan->end || (*scan->at != '+' && *scan->at != '-'))
    return TL_EDTF_FAULT_NONE;

  west = *scan->at++ == '-';

  if (!scan_two_digits (scan, &hours))
    return TL_EDTF_FAULT_ZONE;
  if (scan_char (scan, ':') && !scan_two_digits (scan, &minutes))
    return TL_EDTF_FAULT_ZONE;
  if (hours > 23 || minutes > 59)
    return TL_EDTF_FAULT_NO_ZONE;

  part->zone_minutes = (gint16) ((hours * 60 + minutes) * (west ? -1 : 1));
  part->zone = part->zone_minutes != 0 ? TL_EDTF_ZONE_OFFSET : TL_EDTF_ZONE_UTC;

  return TL_EDTF_FAULT_NONE;
}

/* Reads what follows T. */
static TlEdtfFault
scan_time (Scan       *scan,
           TlEdtfPart *part)
{
  int hour, minute, second;
  TlEdtfFault fault;

  for (int i = 0; i < TL_EDTF_N_FIELDS; i++)
    if (part->qualifiers[i] != 0 || part->has_x)
      return TL_EDTF_FAULT_TIME_INEXACT;

  if (!scan_two_digits (scan, &hour) || !scan_char (scan, ':')
      || !scan_two_digits (scan, &minute) || !scan_char (scan, ':')
      || !scan_two_digits (scan, &second))
    return TL_EDTF_FAULT_TIME;
  if (scan_char (scan, '.') || scan_char (scan, ','))
    return TL_EDTF_FAULT_TIME_FRACTION;

  part->shape = TL_EDTF_SHAPE_TIME;
  part->hour = (guint8) hour;
  part->minute = (guint8) minute;
  part->second = (guint8) second;

  fault = scan_zone (scan, part);
  if (fault == TL_EDTF_FAULT_NONE)
    fault = scan_right_qualifier (scan, part, TL_EDTF_DAY);
  if (fault == TL_EDTF_FAULT_NONE && scan->at < scan->end)
    fault = TL_EDTF_FAULT_ZONE;

  return fault;
}

/* Reads a day and what may follow it. */
static TlEdtfFault
scan_day (Scan       *scan,
          TlEdtfPart *part)
{
  TlEdtfFault fault = scan_left_qualifier (scan, part, TL_EDTF_DAY);

  if (fault != TL_EDTF_FAULT_NONE)
    return fault;
  if (!scan_mask (scan, part, 2, part->day_digits))
    return TL_EDTF_FAULT_DAY;

  part->shape = TL_EDTF_SHAPE_DAY;
  if (part->day_digits[0] != 'X' && part->day_digits[1] != 'X')
    part->day = (guint8) ((part->day_digits[0] - '0') * 10 + part->day_digits[1] - '0');

  fault = scan_right_qualifier (scan, part, TL_EDTF_DAY);
  if (fault != TL_EDTF_FAULT_NONE || scan->at == scan->end)
    return fault;

  return scan_char (scan, 'T') ? scan_time (scan, part) : TL_EDTF_FAULT_AFTER_DAY;
}

/* Reads a month or season and what may follow it. */
static TlEdtfFault
scan_month (Scan       *scan,
            TlEdtfPart *part)
{
  TlEdtfFault fault = scan_left_qualifier (scan, part, TL_EDTF_MONTH);
  const char *digits = part->month_digits;
  int number = 0;

  if (fault != TL_EDTF_FAULT_NONE)
    return fault;
  if (!scan_mask (scan, part, 2, part->month_digits))
    return TL_EDTF_FAULT_MONTH;

  if (digits[0] != 'X' && digits[1] != 'X')
    number = (digits[0] - '0') * 10 + digits[1] - '0';

  part->shape = number >= 21 && number <= 41 ? TL_EDTF_SHAPE_SEASON : TL_EDTF_SHAPE_MONTH;
  if (part->shape == TL_EDTF_SHAPE_SEASON)
    part->season = (guint8) number;
  else
    part->month = (guint8) number;

  fault = scan_right_qualifier (scan, part, TL_EDTF_MONTH);
  if (fault != TL_EDTF_FAULT_NONE || scan->at == scan->end)
    return fault;
  if (part->shape == TL_EDTF_SHAPE_SEASON)
    return TL_EDTF_FAULT_SEASON_DAY;

  return scan_char (scan, '-') ? scan_day (scan, part) : TL_EDTF_FAULT_AFTER_MONTH;
}

/**
 * tl_edtf_scan_part:
 * @text: what to read; any bytes, not NUL-terminated
 * @length: of @text, in bytes
 * @part: (out caller-allocates): what was read; of a fault, up to there
 * @at: (out): how far reading came
 *
 * Reads one date: no interval, no set. tl_edtf_bound_part() comes next.
 *
 * Returns: what is wrong with the spelling, or %TL_EDTF_FAULT_NONE
 */
TlEdtfFault
tl_edtf_scan_part (const char  *text,
                   gsize        length,
                   TlEdtfPart  *part,
                   const char **at)
{
  Scan scan = { text, text + length };
  TlEdtfFault fault;

  memset (part, 0, sizeof *part);
  part->text = text;
  part->length = length;

  fault = scan_left_qualifier (&scan, part, TL_EDTF_YEAR);
  if (fault == TL_EDTF_FAULT_NONE)
    fault = scan_year (&scan, part);
  if (fault == TL_EDTF_FAULT_NONE)
    fault = scan_right_qualifier (&scan, part, TL_EDTF_YEAR);

  if (fault == TL_EDTF_FAULT_NONE && scan.at < scan.end)
    {
      if (part->long_year)
        fault = TL_EDTF_FAULT_LONG_ALONE;
      else if (*scan.at != '-')
        fault = TL_EDTF_FAULT_AFTER_YEAR;
      else if (part->significant != 0)
        fault = TL_EDTF_FAULT_SIGNIFICANT_ALONE;
      else
        {
          scan.at++;
          fault = scan_month (&scan, part);
        }
    }

  *at = scan.at;

  return fault;
}
