/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (tl-edtf-error-quark, tl_edtf_error)

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

gboolean
tl_edtf_parse (const char *text,
               gssize      length,
               TlDate     *date,
               GError    **error)
{
  gsize size;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  size = length < 0 ? strlen (text) : (gsize) length;

  if (parse_plain (text, size, date))
    return TRUE;

  g_set_error_literal (error, TL_EDTF_ERROR, TL_EDTF_ERROR_SYNTAX,
                       _ ("Expected a date like 2025, 2025-06 or 2025-06-12"));

  return FALSE;
}
