/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-time.h"

G_BEGIN_DECLS

/* How fine a date is given. Ordered: a larger one is finer. */
typedef enum
{
  TL_PRECISION_NONE, /* an open or unknown end */
  TL_PRECISION_MILLENNIUM,
  TL_PRECISION_CENTURY,
  TL_PRECISION_DECADE,
  TL_PRECISION_YEAR,
  TL_PRECISION_SEASON, /* seasons, quarters, quadrimesters, semesters */
  TL_PRECISION_MONTH,
  TL_PRECISION_DAY,
  TL_PRECISION_SECOND,
} TlPrecision;

/* What is said against a date, or any part of it. */
typedef enum
{
  TL_QUALIFIER_NONE        = 0,
  TL_QUALIFIER_UNCERTAIN   = 1 << 0, /* ? */
  TL_QUALIFIER_APPROXIMATE = 1 << 1, /* ~ */
  TL_QUALIFIER_UNSPECIFIED = 1 << 2, /* X digits, or significant digits (S) */
} TlQualifiers;

/* Whether an end of a date is there at all. */
typedef enum
{
  TL_END_KNOWN,
  TL_END_OPEN,    /* .. : it goes on, or has always been */
  TL_END_UNKNOWN, /* left empty: it ended, nobody says when */
} TlEndState;

/* What a date says about the event. */
typedef enum
{
  TL_DATE_SINGLE, /* 2025-06: one date, as precise as it is */
  TL_DATE_LASTED, /* A/B, or {start, end} */
  TL_DATE_ONE_OF, /* [A..B], [A,B]: once, at one of these */
  TL_DATE_ALL_OF, /* {A,B}: at all of these */
} TlDateKind;

/* One end of a date: what is known of it besides its instants. */
typedef struct
{
  guint8 precision;  /* TlPrecision */
  guint8 qualifiers; /* TlQualifiers */
  guint8 state;      /* TlEndState */
} TlDateEnd;

/**
 * TlDate:
 *
 * A date as drawing, ordering and searching need it: a value of 40 bytes
 * that owns nothing. All instants are inclusive, to the second: June 2025
 * is from 2025-06-01T00:00:00 to 2025-06-30T23:59:59.
 *
 * Of a single date, both ends are that date. The start of an open or
 * unknown beginning is from %TL_INSTANT_MIN to the latest it can be,
 * correspondingly for the end. Of a set, the start is its earliest member
 * and the end is its latest; what is said against a member in between is
 * said of both.
 *
 * An end is never before its own start: where 2025-06-15/2025-06 could be
 * read so, the end is from 15 June on. Hence start_earliest is at most
 * start_latest and end_earliest, and those are at most end_latest.
 */
typedef struct
{
  TlInstant start_earliest;
  TlInstant start_latest;
  TlInstant end_earliest;
  TlInstant end_latest;
  TlDateEnd start;
  TlDateEnd end;
  guint8    kind;      /* TlDateKind */
  guint8    old_draft; /* written as in an early draft of EDTF */
} TlDate;

TlInstant tl_date_get_earliest (const TlDate *date);

TlInstant tl_date_get_latest (const TlDate *date);

gboolean tl_date_meets (const TlDate *date,
                        const TlDate *window);

int tl_date_compare (const TlDate *a,
                     const TlDate *b);

gboolean tl_date_join (const TlDate *start,
                       const TlDate *end,
                       TlDate       *joined,
                       GError      **error);

G_END_DECLS
