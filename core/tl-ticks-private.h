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
  TL_WAY_BARE,  /* Jun: where the year stands right before it */
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
} TlTickSearch;

/* Units */

TlInstant tl_tick_unit_floor (TlTickUnit unit,
                              TlInstant  instant);

TlInstant tl_tick_unit_next (TlTickUnit unit,
                             TlInstant  tick);

TlTickUnit tl_ticks_choose_unit (TlTickSearch     *search,
                                 const TlAxisSpan *span);

TlTickUnit tl_tick_unit_get_coarse (TlTickUnit unit);

/* Words */

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

char *tl_ticks_say_length (double         seconds,
                           gboolean       is_short,
                           const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

/* Tiers */

double tl_ticks_measure (const TlTickSearch *search,
                         const char         *label,
                         TlTier              tier);

double tl_ticks_get_limit (const TlTickSearch *search,
                           guint               at);

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
