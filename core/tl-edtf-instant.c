/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf-instant.h"

/* Instants as dates. */

/**
 * tl_edtf_choose_precision:
 * @seconds: how far an instant may be off
 *
 * Returns: the unit that it is to be given in: year, day or second
 */
TlPrecision
tl_edtf_choose_precision (double seconds)
{
  if (seconds > 366.0 * TL_SECONDS_PER_DAY)
    return TL_PRECISION_YEAR;

  return seconds > TL_SECONDS_PER_DAY ? TL_PRECISION_DAY : TL_PRECISION_SECOND;
}

/**
 * tl_edtf_from_instant:
 * @instant: an instant
 * @precision: year, day or second
 *
 * Returns: (transfer full): it as EDTF
 */
char *
tl_edtf_from_instant (TlInstant   instant,
                      TlPrecision precision)
{
  TlCivil civil = tl_instant_to_civil (instant);
  const char *sign = civil.year < 0 ? "-" : "";
  gint64 year = ABS (civil.year);

  /* EDTF has no months of years that have more than four digits. */
  if (year > 9999)
    return g_strdup_printf ("Y%s%" G_GINT64_FORMAT, sign, year);
  if (precision == TL_PRECISION_YEAR)
    return g_strdup_printf ("%s%04d", sign, (int) year);
  if (precision == TL_PRECISION_DAY)
    return g_strdup_printf ("%s%04d-%02d-%02d", sign, (int) year, civil.month, civil.day);

  return g_strdup_printf ("%s%04d-%02d-%02dT%02d:%02d:%02dZ", sign, (int) year, civil.month, civil.day, civil.hour,
                          civil.minute, civil.second);
}

/**
 * tl_edtf_from_instants:
 * @from: an instant
 * @to: one that is not before it
 * @parts: which part of the stretch does not matter: the edges are no finer
 *
 * Returns: (transfer full): the stretch from @from to @to as EDTF
 */
char *
tl_edtf_from_instants (TlInstant from,
                       TlInstant to,
                       guint     parts)
{
  TlPrecision precision = tl_edtf_choose_precision (((double) to - (double) from) / parts);
  g_autofree char *first = tl_edtf_from_instant (from, precision);
  g_autofree char *last = tl_edtf_from_instant (to, precision);

  return g_str_equal (first, last) ? g_steal_pointer (&first) : g_strconcat (first, "/", last, NULL);
}
