/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlInstant:
 *
 * A moment, in seconds since 1970-01-01T00:00:00 UTC in the proleptic
 * Gregorian calendar. 64 bits reach about 292 thousand million years to
 * either side.
 */
typedef gint64 TlInstant;

/* Ends of time: what an open start or end reaches to. */
#define TL_INSTANT_MIN G_MININT64
#define TL_INSTANT_MAX G_MAXINT64

/* The years whose every second is a TlInstant. */
#define TL_YEAR_MIN (-G_GINT64_CONSTANT (292000000000))
#define TL_YEAR_MAX G_GINT64_CONSTANT (292000000000)

#define TL_SECONDS_PER_DAY 86400

/**
 * TlCivil:
 *
 * A moment in calendar terms, UTC. @year is astronomical: 0 is 1 BCE.
 */
typedef struct
{
  gint64 year;
  guint8 month;   /* 1 to 12 */
  guint8 day;     /* 1 to 31 */
  guint8 hour;    /* 0 to 23 */
  guint8 minute;  /* 0 to 59 */
  guint8 second;  /* 0 to 59 */
  guint8 weekday; /* 1, Monday, to 7, Sunday */
} TlCivil;

gboolean tl_year_is_leap (gint64 year);

int tl_days_in_month (gint64 year,
                      int    month);

gint64 tl_days_from_civil (gint64 year,
                           int    month,
                           int    day);

TlInstant tl_instant_from_civil (gint64 year,
                                 int    month,
                                 int    day,
                                 int    hour,
                                 int    minute,
                                 int    second);

TlCivil tl_instant_to_civil (TlInstant instant);

char *tl_instant_to_iso (TlInstant instant) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
