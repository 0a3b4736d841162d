/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-check.h"
#include "tl-edtf-words-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sentences for people about what is wrong with a date: the date, then what
 * is wrong, what was expected and why. Only this file words errors, so that
 * reading itself carries nothing but a number. */

G_DEFINE_QUARK (tl-edtf-error-quark, tl_edtf_error)

/* What a file has from @from to @to, fit to be shown. */
static char *
quote (const char *from,
       const char *to)
{
  return tl_text_shorten (from, (gsize) (to - from));
}

/* What is wrong, where that is always the same. */
static const char *const reasons[] = {
  [TL_EDTF_FAULT_EMPTY] = N_("expected a date like 2025, 2025-06 or 2025-06-12"),
  [TL_EDTF_FAULT_YEAR] = N_("expected a year first, as in 2025, 2025-06 or 2025-06-12"),
  [TL_EDTF_FAULT_SEASON_DAY] = N_("a season has no days; use the month, 01 to 12, instead"),
  [TL_EDTF_FAULT_QUALIFIER] = N_("one of ?, ~ and % at a time; % is both of the others"),
  [TL_EDTF_FAULT_NEGATIVE_ZERO] = N_("there is no year -0000; 0000 is 1 BCE, -0001 is 2 BCE"),
  [TL_EDTF_FAULT_MINUS_BEFORE_Y] = N_("the minus of a year comes after Y, as in Y-12000"),
  [TL_EDTF_FAULT_LONG_DIGITS] = N_("expected digits after Y, as in Y-12000"),
  [TL_EDTF_FAULT_LONG_SHORT] = N_("only years of more than four digits begin with Y"),
  [TL_EDTF_FAULT_LONG_X] = N_("in a year with Y, S says how many digits are sure: Y12000S2"),
  [TL_EDTF_FAULT_LONG_ALONE] = N_("a year that begins with Y has no months or days"),
  [TL_EDTF_FAULT_EXPONENT] = N_("expected the number of zeros after E, as in Y-138E8"),
  [TL_EDTF_FAULT_SIGNIFICANT] = N_("expected the number of sure digits after S, as in 1950S2"),
  [TL_EDTF_FAULT_SIGNIFICANT_X] = N_("a year has either X or S, not both"),
  [TL_EDTF_FAULT_SIGNIFICANT_ALONE] = N_("a year with S has no months or days"),
  [TL_EDTF_FAULT_TIME] = N_("a time has hours, minutes and seconds, as in T14:30:00"),
  [TL_EDTF_FAULT_TIME_INEXACT] = N_("a time needs a day without X; "
                                        "?, ~ and % come after the time"),
  [TL_EDTF_FAULT_TIME_FRACTION] = N_("seconds are whole, as in 14:30:00"),
  [TL_EDTF_FAULT_ZONE] = N_("after the time comes nothing, Z or a zone like +02:00"),
  [TL_EDTF_FAULT_INTERVAL_PARTS] = N_("what lasted has one start and one end, as in 2024/2025"),
  [TL_EDTF_FAULT_INTERVAL_NOTHING] = N_("neither the start nor the end is given"),
  [TL_EDTF_FAULT_SET_OPEN] = N_("the bracket at the start needs its other half at the end"),
  [TL_EDTF_FAULT_SET_MEMBER] = N_("expected a date after the bracket and after each comma"),
  [TL_EDTF_FAULT_SET_INTERVAL] = N_("between brackets a range is written with two dots, "
                                     "as in [2024..2025]"),
  [TL_EDTF_FAULT_SET_RANGE] = N_("a range has one start and one end, as in [2024..2025]"),
  [TL_EDTF_FAULT_SET_NOTHING] = N_("two dots need a date before or after them"),
  [TL_EDTF_FAULT_SET_FIRST] = N_("only the first date may have two dots before it "
                                 "and nothing else"),
  [TL_EDTF_FAULT_SET_LAST] = N_("only the last date may have two dots after it "
                                "and nothing else"),
  [TL_EDTF_FAULT_NO_HOUR] = N_("hours are 00 to 23; 24:00:00 is the end of the day"),
  [TL_EDTF_FAULT_NO_MINUTE] = N_("minutes are 00 to 59"),
  [TL_EDTF_FAULT_NO_SECOND] = N_("seconds are 00 to 59"),
  [TL_EDTF_FAULT_LEAP_SECOND] = N_("second 60 is only at 23:59:60 UTC"),
  [TL_EDTF_FAULT_NO_ZONE] = N_("zones are at most 23:59 away from UTC"),
  [TL_EDTF_FAULT_ORDER] = N_("ends before it starts"),
  [TL_EDTF_FAULT_RANGE] = N_("years are at most 292 thousand million away"),
};

static TlEdtfError
get_code (TlEdtfFault fault)
{
  if (fault == TL_EDTF_FAULT_RANGE)
    return TL_EDTF_ERROR_RANGE;
  if (fault == TL_EDTF_FAULT_ORDER)
    return TL_EDTF_ERROR_ORDER;
  if (fault >= TL_EDTF_FAULT_NO_MONTH)
    return TL_EDTF_ERROR_IMPOSSIBLE;

  return TL_EDTF_ERROR_SYNTAX;
}

/* Why there is no such day in that month. */
static char *
explain_no_day (const TlEdtfPart *part)
{
  TlEdtfPart month = *part;
  g_autofree char *words = NULL;
  int n_days = tl_days_in_month (part->year, part->month);

  if (part->day == 0)
    return g_strdup (_("there is no day 00; leave it out if it is not known"));

  month.shape = TL_EDTF_SHAPE_MONTH;
  memset (month.qualifiers, 0, sizeof month.qualifiers);
  words = tl_edtf_part_to_words (&month, FALSE, NULL);

  /* Translators: %1$s is a month like February 2025. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%1$s has %2$d day",
                                       "%1$s has %2$d days",
                                       (gulong) n_days),
                          words, n_days);
}

/* Why there is no such month or day. */
static char *
explain_impossible (TlEdtfFault       fault,
                    const TlEdtfPart *part)
{
  const char *digits = part->month_digits;

  switch ((int) fault)
    {
    case TL_EDTF_FAULT_NO_MONTH:
      return g_strdup_printf (_("there is no month %c%c (months are 01 to 12; 21 to 41 are "
                                 "seasons and quarters)"),
                              digits[0], digits[1]);

    case TL_EDTF_FAULT_NO_MONTH_FITS:
      return g_strdup_printf (_("no month fits %c%c (months are 01 to 12)"),
                              digits[0], digits[1]);

    case TL_EDTF_FAULT_NO_DAY_FITS:
      return g_strdup (_("no day of the calendar fits this"));

    default:
      return explain_no_day (part);
    }
}

/* What stands in the way of reading on, and what was expected there. */
static char *
explain_place (TlEdtfFault       fault,
               const TlEdtfPart *part,
               const char       *at)
{
  const char *end = part->text + part->length;
  g_autofree char *before = quote (part->text, at);
  g_autofree char *after = quote (at, end);

  if (at == end && fault == TL_EDTF_FAULT_MONTH)
    return g_strdup_printf (_("expected a month of two digits after “%s”"), before);
  if (at == end)
    return g_strdup_printf (_("expected a day of two digits after “%s”"), before);

  switch ((int) fault)
    {
    case TL_EDTF_FAULT_MONTH:
      return g_strdup_printf (_("expected a month of two digits after “%1$s”, not “%2$s”"),
                              before, after);

    case TL_EDTF_FAULT_DAY:
      return g_strdup_printf (_("expected a day of two digits after “%1$s”, not “%2$s”"),
                              before, after);

    case TL_EDTF_FAULT_AFTER_DAY:
      return g_strdup_printf (_("expected nothing or a time like T14:30:00Z after “%1$s”, "
                                 "not “%2$s”"),
                              before, after);

    default:
      return g_strdup_printf (_("expected nothing or a hyphen after “%1$s”, not “%2$s”"),
                              before, after);
    }
}

static gboolean
is_set (const TlEdtfReader *reader)
{
  return reader->kind == TL_DATE_ONE_OF || reader->kind == TL_DATE_ALL_OF;
}

/* Whether spelling went wrong so early that it may be another notation
 * altogether. */
static gboolean
may_be_other_notation (TlEdtfFault fault)
{
  return fault <= TL_EDTF_FAULT_AFTER_DAY || fault == TL_EDTF_FAULT_INTERVAL_PARTS;
}

/* Says what is wrong, as half a sentence. */
static char *
explain_fault (TlEdtfFault       fault,
               const TlEdtfPart *part,
               const char       *at)
{
  char *hint = NULL;

  if (part != NULL && may_be_other_notation (fault))
    hint = tl_edtf_find_hint (part->text, part->text + part->length);
  if (hint != NULL)
    return hint;

  if (fault == TL_EDTF_FAULT_SET_SIZE)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "at most %d date between brackets",
                                         "at most %d dates between brackets",
                                         TL_EDTF_MAX_MEMBERS),
                            TL_EDTF_MAX_MEMBERS);
  if (fault < G_N_ELEMENTS (reasons) && reasons[fault] != NULL)
    return g_strdup (_ (reasons[fault]));

  /* All that is left is wrong with one date. */
  g_assert (part != NULL);
  if (get_code (fault) == TL_EDTF_ERROR_IMPOSSIBLE)
    return explain_impossible (fault, part);

  return explain_place (fault, part, at);
}

/* Quotes the place of a fault, unless that is the whole of the date. */
static char *
quote_place (const TlEdtfReader *reader,
             TlEdtfFault         fault,
             const TlEdtfPart   *part,
             const char         *at)
{
  const char *end = reader->end + (is_set (reader) ? 1 : 0);

  if (fault == TL_EDTF_FAULT_ORDER)
    return quote (part->text, at);
  if (part != NULL && (part->text != reader->text || part->text + part->length != end))
    return quote (part->text, part->text + part->length);
  if (is_set (reader) && at > reader->text + 1 && at < end)
    return quote (at, end);

  return NULL;
}

/**
 * tl_edtf_explain:
 * @reader: what was reading; its error is set, if it has one
 * @fault: what is wrong
 * @part: (nullable): the one date that it is wrong with; %NULL if it is the
 *   whole
 * @at: how far reading came
 *
 * Words an error: “2025-02-30”: February 2025 has 28 days.
 */
void
tl_edtf_explain (const TlEdtfReader *reader,
                 TlEdtfFault         fault,
                 const TlEdtfPart   *part,
                 const char         *at)
{
  const char *end = reader->end + (is_set (reader) ? 1 : 0);
  g_autofree char *whole = NULL;
  g_autofree char *place = NULL;
  g_autofree char *reason = NULL;

  if (reader->error == NULL)
    return;

  whole = quote (reader->text, end);

  if (fault == TL_EDTF_FAULT_ORDER && !is_set (reader))
    {
      g_set_error (reader->error, TL_EDTF_ERROR, TL_EDTF_ERROR_ORDER,
                   /* Translators: a date like 2025-06-12/2025-06-01. */
                   _("“%s” ends before it starts"), whole);
      return;
    }

  if (!is_set (reader) && may_be_other_notation (fault))
    reason = tl_edtf_find_hint (reader->text, end);

  if (reason == NULL)
    {
      reason = explain_fault (fault, part, at);
      place = quote_place (reader, fault, part, at);
    }

  if (place != NULL)
    g_set_error (reader->error, TL_EDTF_ERROR, (int) get_code (fault),
                 /* Translators: a date, a part of it, and what is wrong there. */
                 _("“%1$s”, at “%2$s”: %3$s"), whole, place, reason);
  else
    g_set_error (reader->error, TL_EDTF_ERROR, (int) get_code (fault),
                 /* Translators: a date and what is wrong with it. */
                 _("“%1$s”: %2$s"), whole, reason);
}
