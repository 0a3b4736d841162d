/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-file-time.h"

#include "tl-edtf.h"

/* Files hold years of four digits. */
#define FIRST_YEAR 1
#define LAST_YEAR 9999

static gboolean
is_printable (TlInstant instant)
{
  gint64 year = tl_instant_to_civil (instant).year;

  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static gboolean
find_instant (const TlSceneAbout *about,
              TlInstant          *instant)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  TlDate as_of;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, G_MININT64, G_MAXINT64, instant, NULL))
    return TRUE;
  if (about->as_of == NULL || !tl_edtf_parse (about->as_of, -1, &as_of, NULL))
    return FALSE;
  *instant = tl_date_get_earliest (&as_of);

  return TRUE;
}

/**
 * tl_file_get_time:
 * @about: of a drawing
 *
 * The time that a file says it was made at. It is never that of the clock,
 * so that the same drawing gives the same bytes: it is SOURCE_DATE_EPOCH
 * (https://reproducible-builds.org/specs/source-date-epoch/) where the
 * environment has it, else the date up to which the timeline is kept.
 *
 * Returns: (transfer full) (nullable): an ISO 8601 time, UTC; %NULL for none
 */
char *
tl_file_get_time (const TlSceneAbout *about)
{
  TlInstant instant;

  if (!find_instant (about, &instant) || !is_printable (instant))
    return NULL;

  return tl_instant_to_iso (instant);
}
