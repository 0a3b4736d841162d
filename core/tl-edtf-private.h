/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the files that read, print and put into words a date have in common.
 */
#pragma once

#include "tl-edtf.h"

G_BEGIN_DECLS

/* The most members a set may have. */
#define TL_EDTF_MAX_MEMBERS 1000

/* What is wrong with a date. Those from one comment to the next share an
 * error code. */
typedef enum
{
  TL_EDTF_FAULT_NONE,

  /* TL_EDTF_ERROR_SYNTAX */
  TL_EDTF_FAULT_EMPTY,
  TL_EDTF_FAULT_YEAR,
  TL_EDTF_FAULT_MONTH,
  TL_EDTF_FAULT_DAY,
  TL_EDTF_FAULT_AFTER_YEAR,
  TL_EDTF_FAULT_AFTER_MONTH,
  TL_EDTF_FAULT_AFTER_DAY,
  TL_EDTF_FAULT_SEASON_DAY,
  TL_EDTF_FAULT_QUALIFIER,
  TL_EDTF_FAULT_NEGATIVE_ZERO,
  TL_EDTF_FAULT_MINUS_BEFORE_Y,
  TL_EDTF_FAULT_LONG_DIGITS,
  TL_EDTF_FAULT_LONG_SHORT,
  TL_EDTF_FAULT_LONG_X,
  TL_EDTF_FAULT_LONG_ALONE,
  TL_EDTF_FAULT_EXPONENT,
  TL_EDTF_FAULT_SIGNIFICANT,
  TL_EDTF_FAULT_SIGNIFICANT_X,
  TL_EDTF_FAULT_SIGNIFICANT_ALONE,
  TL_EDTF_FAULT_TIME,
  TL_EDTF_FAULT_TIME_INEXACT,
  TL_EDTF_FAULT_TIME_FRACTION,
  TL_EDTF_FAULT_ZONE,
  TL_EDTF_FAULT_INTERVAL_PARTS,
  TL_EDTF_FAULT_INTERVAL_NOTHING,
  TL_EDTF_FAULT_SET_OPEN,
  TL_EDTF_FAULT_SET_MEMBER,
  TL_EDTF_FAULT_SET_INTERVAL,
  TL_EDTF_FAULT_SET_RANGE,
  TL_EDTF_FAULT_SET_NOTHING,
  TL_EDTF_FAULT_SET_FIRST,
  TL_EDTF_FAULT_SET_LAST,
  TL_EDTF_FAULT_SET_SIZE,

  /* TL_EDTF_ERROR_IMPOSSIBLE */
  TL_EDTF_FAULT_NO_MONTH,
  TL_EDTF_FAULT_NO_MONTH_FITS,
  TL_EDTF_FAULT_NO_DAY,
  TL_EDTF_FAULT_NO_DAY_FITS,
  TL_EDTF_FAULT_NO_HOUR,
  TL_EDTF_FAULT_NO_MINUTE,
  TL_EDTF_FAULT_NO_SECOND,
  TL_EDTF_FAULT_LEAP_SECOND,
  TL_EDTF_FAULT_NO_ZONE,

  /* TL_EDTF_ERROR_ORDER */
  TL_EDTF_FAULT_ORDER,

  /* TL_EDTF_ERROR_RANGE */
  TL_EDTF_FAULT_RANGE,
} TlEdtfFault;

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

gboolean tl_edtf_part_is_plain (const TlEdtfPart *part);

char *tl_edtf_fill (const TlWords *words,
                    const char    *context,
                    const char    *msgid,
                    ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

const char *tl_edtf_month_to_words (int            month,
                                    gboolean       with_day,
                                    const TlWords *words);

char *tl_edtf_year_to_words (gint64         year,
                             const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_year_mask_to_words (const TlEdtfPart *part,
                                  gboolean          alone,
                                  const TlWords    *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_season_to_words (const TlEdtfPart *part,
                               const TlWords    *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_clock_to_words (const TlEdtfPart *part,
                              gboolean          with_zone,
                              const TlWords    *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_part_to_words (const TlEdtfPart *part,
                             gboolean          nested,
                             const TlWords    *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_range_part_to_words (const TlEdtfPart *from,
                                   const TlEdtfPart *to,
                                   gboolean          once,
                                   const TlWords    *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_set_range_to_words (const TlEdtfMember *member,
                                  gboolean            all,
                                  gboolean            nested,
                                  const TlWords      *words) G_GNUC_WARN_UNUSED_RESULT;

void tl_edtf_print_part (GString          *out,
                         const TlEdtfPart *part);

G_END_DECLS
