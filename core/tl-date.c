/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-date.h"

#include "tl-edtf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Millions of these are held at once. */
G_STATIC_ASSERT (sizeof (TlDate) == 40);

/* What is known of a date as a whole that is to be one end of another: the
 * coarser precision and all that is said against it. If the side that
 * matters has @no_limit, no more is known than that it was. */
static TlDateEnd
merge_ends (const TlDate *date,
            gboolean      no_limit)
{
  TlDateEnd end = date->start;

  if (end.precision == TL_PRECISION_NONE
      || (date->end.precision != TL_PRECISION_NONE && date->end.precision < end.precision))
    end.precision = date->end.precision;

  end.qualifiers |= date->end.qualifiers;
  end.state = no_limit ? TL_END_UNKNOWN : TL_END_KNOWN;

  return end;
}

/**
 * tl_date_get_earliest:
 * @date: a date
 *
 * Returns: the first second that @date can reach back to;
 *   %TL_INSTANT_MIN if nothing limits it
 */
TlInstant
tl_date_get_earliest (const TlDate *date)
{
  g_return_val_if_fail (date != NULL, TL_INSTANT_MIN);

  return date->start_earliest;
}

/**
 * tl_date_get_latest:
 * @date: a date
 *
 * Returns: the last second that @date can reach to; %TL_INSTANT_MAX if
 *   nothing limits it
 */
TlInstant
tl_date_get_latest (const TlDate *date)
{
  g_return_val_if_fail (date != NULL, TL_INSTANT_MAX);

  return date->end_latest;
}

/**
 * tl_date_meets:
 * @date: a date
 * @window: a stretch of time
 *
 * Returns: whether some of @date may lie in @window
 */
gboolean
tl_date_meets (const TlDate *date,
               const TlDate *window)
{
  return tl_date_get_earliest (date) <= tl_date_get_latest (window)
         && tl_date_get_latest (date) >= tl_date_get_earliest (window);
}

/**
 * tl_date_compare:
 * @a: a date
 * @b: another
 *
 * Orders by the earliest instant, then by the latest. Dates that are equal
 * in both stay in the order of the file, which is for the caller to see to.
 *
 * Returns: less than 0 if @a comes first, more than 0 if @b does, 0 if
 *   neither
 */
int
tl_date_compare (const TlDate *a,
                 const TlDate *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a->start_earliest != b->start_earliest)
    return a->start_earliest < b->start_earliest ? -1 : 1;

  return (a->end_latest > b->end_latest) - (a->end_latest < b->end_latest);
}

/* Prints @instant as short as it goes: without the time at either end of
 * a day. */
static char *
print_instant (TlInstant instant)
{
  g_autofree char *iso = tl_instant_to_iso (instant);
  char *time = strchr (iso, 'T');

  if (g_str_equal (time, "T00:00:00Z") || g_str_equal (time, "T23:59:59Z"))
    *time = '\0';

  return g_steal_pointer (&iso);
}

static void
set_order_error (const TlDate *start,
                 const TlDate *end,
                 GError      **error)
{
  g_autofree char *starts = print_instant (start->start_earliest);
  g_autofree char *ends = print_instant (end->end_latest);

  /* Translators: both are dates like 2025-06-12. */
  g_set_error (error, TL_EDTF_ERROR, TL_EDTF_ERROR_ORDER,
               _("the end, %1$s at the latest, is before the start, %2$s at the earliest"),
               ends, starts);
}

/**
 * tl_date_join:
 * @start: when it started; any kind of date
 * @end: when it ended; any kind of date
 * @joined: (out): the date of what lasted from @start to @end; may be
 *   either of them
 * @error: set to %TL_EDTF_ERROR_ORDER if @end is before @start begins
 *
 * Makes one date of two, as {start, end} in a file does. The start is from
 * the earliest to the latest that @start can be, likewise the end. A side
 * that has no limit, such as the start of "[..1984]", is known to have
 * been, not when: %TL_END_UNKNOWN.
 *
 * Returns: whether there is such a date
 */
gboolean
tl_date_join (const TlDate *start,
              const TlDate *end,
              TlDate       *joined,
              GError      **error)
{
  TlDate result = { 0 };

  g_return_val_if_fail (start != NULL && end != NULL, FALSE);
  g_return_val_if_fail (joined != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (end->end_latest < start->start_earliest)
    {
      set_order_error (start, end, error);
      return FALSE;
    }

  result.start_earliest = start->start_earliest;
  result.start_latest = MIN (start->end_latest, end->end_latest);
  result.end_earliest = MAX (end->start_earliest, start->start_earliest);
  result.end_latest = end->end_latest;
  result.start = merge_ends (start, start->start_earliest == TL_INSTANT_MIN);
  result.end = merge_ends (end, end->end_latest == TL_INSTANT_MAX);
  result.kind = TL_DATE_LASTED;
  result.old_draft = start->old_draft || end->old_draft;
  *joined = result;

  return TRUE;
}
