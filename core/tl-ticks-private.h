/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the files that find ticks share.
 */
#pragma once

#include "tl-ticks.h"

G_BEGIN_DECLS

typedef enum
{
  TL_FIELD_NONE,
  TL_FIELD_SECOND,
  TL_FIELD_MINUTE,
  TL_FIELD_HOUR,
  TL_FIELD_DAY,
  TL_FIELD_MONTH,
  TL_FIELD_YEAR,
} TlTickField;

/* From one tick to the next. */
typedef struct
{
  guint8 field; /* TlTickField */
  guint8 is_brief; /* days without their weekday */
  gint64 count;
} TlTickUnit;

/* Ways to write a coarse label, the best first. */
typedef enum
{
  TL_WAY_LONG,  /* June 2025 */
  TL_WAY_SHORT, /* Jun 2025 */
  TL_WAY_BARE,  /* Jun: where the year stands right before it, or above it */
  TL_WAY_YEAR,  /* 2025 */
  TL_N_WAYS,
} TlTickWay;

/* What is being made. */
typedef struct
{
  const TlTickStyle *style;
  const TlAxis      *axis;
  const TlAxisSpan  *spans;
  guint              n_spans;
  double             scale;
  double             length; /* of the axis, in pixels */
  double             from;
  double             to;
  double             widths[2][TL_FIELD_YEAR]; /* of labels, by is_brief; 0: not measured yet */
  double             coarse_day_width;
  GArray            *ticks;
  GArray            *folds; /* (nullable): those whose labels have been found last */
  GHashTable        *names; /* (nullable): TlTickName of spans, as far as they have been found */
} TlTickSearch;

/* What stands at the start of a span in either tier. */
typedef struct
{
  char *coarse; /* (nullable) */
  char *fine;   /* (nullable): a name that has no room above, or the other half of one */
} TlTickName;

/* What a label of a span relies on. */
typedef enum
{
  TL_RELIES_ON_NOTHING,
  TL_RELIES_ON_YEAR,        /* the same year right before it */
  TL_RELIES_ON_COARSE_YEAR, /* the same year before it in the coarse tier */
  TL_RELIES_ON_NO_YEAR,     /* another year before it in the coarse tier */
} TlTickReliance;

/* One way to name a span. */
typedef struct
{
  TlTickName     name;
  double         widths[2]; /* in pixels, by tier */
  int            worth;
  TlTickReliance reliance;
} TlTickOption;

#define TL_TICK_MAX_OPTIONS 6

/* A span that is to be named. */
typedef struct
{
  guint        at;
  double       x;
  double       coarse_limit; /* of its own next coarse place, or G_MAXDOUBLE */
  double       fine_limit;   /* of its own first fine label, or G_MAXDOUBLE */
  double       limit;        /* that its labels may not reach beyond */
  gint64       year;      /* that all of it is in, or TL_TICK_NO_YEAR; one for all far away */
  gint64       last_year; /* that its last coarse label of several says, or TL_TICK_NO_YEAR */
  TlInstant    round;     /* the round date that its coarse label stands for */
  TlTickField  field;     /* the same; NONE if it stands for the span */
  guint        n_options;
  TlTickOption options[TL_TICK_MAX_OPTIONS];
} TlTickItem;

#define TL_TICK_NO_YEAR G_MININT64

/* From here to the beginning a year is said in millions. */
#define TL_TICK_FAR_YEAR G_GINT64_CONSTANT (-1000000)

/* Units */

TlInstant tl_tick_unit_floor (TlTickUnit unit,
                              TlInstant  instant);

TlInstant tl_tick_unit_next (TlTickUnit unit,
                             TlInstant  tick);

TlTickUnit tl_ticks_choose_unit (TlTickSearch     *search,
                                 const TlAxisSpan *span);

TlTickUnit tl_tick_unit_get_coarse (TlTickUnit unit);

gboolean tl_ticks_is_one_year (const TlAxisSpan *span);

/* Names of spans */

gboolean tl_ticks_is_named (TlTickSearch *search,
                            guint         at);

void tl_tick_item_init (TlTickItem   *item,
                        TlTickSearch *search,
                        guint         at);

void tl_tick_item_clear (TlTickItem *item);

void tl_ticks_arrange (const TlTickSearch *search,
                       GArray             *items,
                       gint64              year);

const TlTickName *tl_ticks_get_name (TlTickSearch *search,
                                     guint         at);

void tl_tick_name_free (TlTickName *name);

/* Words */

const char *tl_ticks_get_month (int            month,
                                const TlWords *words);

char *tl_ticks_say_year (gint64         year,
                         TlTickWay      way,
                         const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_ticks_say_fine (TlTickUnit     unit,
                         TlInstant      instant,
                         const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_ticks_say_coarse (TlTickField    field,
                           TlInstant      instant,
                           TlTickWay      way,
                           const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_ticks_say_span (const TlAxisSpan *span,
                         TlTickWay         way,
                         const TlWords    *words) G_GNUC_WARN_UNUSED_RESULT;

char *tl_ticks_say_start (TlInstant      instant,
                          const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

/* Tiers */

double tl_ticks_measure (const TlTickSearch *search,
                         const char         *label,
                         TlTier              tier);

double tl_ticks_get_limit (const TlTickSearch *search,
                           guint               at);

TlTickUnit tl_ticks_get_coarse_unit (TlTickSearch *search,
                                     guint         at);

double tl_ticks_find_second (TlTickSearch *search,
                             guint         at);

gint64 tl_ticks_find_last_year (TlTickSearch *search,
                                guint         at);

double tl_ticks_find_fine (TlTickSearch *search,
                           guint         at);

void tl_ticks_append (TlTickSearch *search,
                      TlInstant     instant,
                      double        x,
                      TlTier        tier,
                      char         *label,
                      gboolean      has_line);

void tl_ticks_add_coarse (TlTickSearch *search,
                          guint         at);

void tl_ticks_add_sticky (TlTickSearch *search,
                          guint         at);

void tl_ticks_add_fold (TlTickSearch *search,
                        guint         at);

void tl_ticks_add_even (TlTickSearch *search);

G_END_DECLS
