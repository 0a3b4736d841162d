/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * One date taken apart, which the files that read, print and word it share.
 */
#pragma once

#include "tl-edtf.h"
#include "tl-edtf-fault-private.h"

G_BEGIN_DECLS

/* The most members a set may have. */
#define TL_EDTF_MAX_MEMBERS 1000

/* How far down a date goes. Ordered: a larger one has all of the smaller
 * ones, but that a season stands in the place of the month. */
typedef enum
{
  TL_EDTF_SHAPE_YEAR,
  TL_EDTF_SHAPE_SEASON,
  TL_EDTF_SHAPE_MONTH,
  TL_EDTF_SHAPE_DAY,
  TL_EDTF_SHAPE_TIME,
} TlEdtfShape;

typedef enum
{
  TL_EDTF_ZONE_NONE, /* taken as UTC */
  TL_EDTF_ZONE_UTC,
  TL_EDTF_ZONE_OFFSET,
} TlEdtfZone;

/* Places in TlEdtfPart.qualifiers. */
enum
{
  TL_EDTF_YEAR,
  TL_EDTF_MONTH, /* or season */
  TL_EDTF_DAY,
  TL_EDTF_N_FIELDS
};

/**
 * TlEdtfPart:
 *
 * One date as it is written, with no interval or set around it, and what
 * follows from it. Owns nothing.
 */
typedef struct
{
  const char *text; /* as written; not NUL-terminated */
  gsize       length;

  TlInstant earliest;
  TlInstant latest;

  gint64 year;        /* with sign and exponent; 0 if it has an X */
  gint64 year_lowest; /* what the X or the significant digits leave open */
  gint64 year_highest;
  gint64 mantissa;    /* of a year with Y: the digits before E, no sign */

  char   year_digits[4]; /* 0 to 9 and X; without Y only */
  char   month_digits[2];
  char   day_digits[2];
  gint16 zone_minutes;   /* east of UTC */

  guint8 shape;     /* TlEdtfShape */
  guint8 precision; /* TlPrecision */
  guint8 qualifiers[TL_EDTF_N_FIELDS];
  guint8 negative;
  guint8 has_x;
  guint8 long_year; /* begins with Y */
  guint8 exponent;  /* 0 for none: the same year */
  guint8 significant; /* digits; 0 for all, none said */
  guint8 season;    /* 21 to 41 */
  guint8 month;     /* 0 if it has an X */
  guint8 day;       /* 0 if it has an X */
  guint8 hour;
  guint8 minute;
  guint8 second;
  guint8 zone; /* TlEdtfZone */
  guint8 old_draft;
} TlEdtfPart;

/* One member of a set, or all of what is not a set: a date, or from one to
 * another of which at least one is there. */
typedef struct
{
  TlEdtfPart from;
  TlEdtfPart to;         /* if is_range */
  guint8     from_state; /* TlEndState */
  guint8     to_state;
  guint8     is_range;
} TlEdtfMember;

/* Goes through a date member by member, without memory of its own. */
typedef struct
{
  const char *text;
  const char *end;
  const char *next;   /* where the next member begins; NULL after the last */
  GError    **error;
  guint       n_read;
  guint8      kind;   /* TlDateKind */
  guint8      failed; /* @error is set */
} TlEdtfReader;

gboolean tl_edtf_reader_init (TlEdtfReader *reader,
                              const char   *text,
                              gssize        length,
                              GError      **error);

gboolean tl_edtf_reader_next (TlEdtfReader *reader,
                              TlEdtfMember *member);

TlEdtfFault tl_edtf_scan_part (const char  *text,
                               gsize        length,
                               TlEdtfPart  *part,
                               const char **at);

TlEdtfFault tl_edtf_bound_part (TlEdtfPart *part);

TlQualifiers tl_edtf_part_get_qualifiers (const TlEdtfPart *part);

int tl_edtf_mask_next (const char *digits,
                       int         count,
                       int         after,
                       int         last);

void tl_edtf_season_months (int  season,
                            int *first,
                            int *n_months);

void tl_edtf_explain (const TlEdtfReader *reader,
                      TlEdtfFault         fault,
                      const TlEdtfPart   *part,
                      const char         *at);

char *tl_edtf_find_hint (const char *from,
                         const char *to) G_GNUC_WARN_UNUSED_RESULT;

void tl_edtf_print_part (GString          *out,
                         const TlEdtfPart *part);

G_END_DECLS
