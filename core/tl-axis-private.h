/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the files that make an axis share.
 */
#pragma once

#include "tl-axis.h"

G_BEGIN_DECLS

/* How many times the typical spacing a gap has to exceed to be folded. */
#define TL_AXIS_FOLD_FACTOR 5.0

/* The beginning of a day, or a second, at which something starts or ends. */
typedef struct
{
  TlInstant from;
  guint32   n_dates; /* how many events start or end there */
  guint32   is_day;
} TlAxisPoint;

/* A stretch of time that is all that is known of some start or end. */
typedef struct
{
  TlInstant from;
  TlInstant to; /* no longer in it */
} TlAxisPeriod;

/**
 * TlAxisDates:
 * @starts: TlAxisPoint, the start of every event, as far as it is known
 * @points: TlAxisPoint, of starts and ends of day precision or finer
 * @periods: TlAxisPeriod, of coarser ones, by TlPrecision according to their
 *   length
 * @from: where time begins
 * @to: where time ends; after @from
 * @has_fixed_from: @from is where the window begins
 * @has_fixed_to: @to is where the window ends
 *
 * The dates that an axis is made for. The arrays are sorted by time and have
 * nothing twice.
 */
typedef struct
{
  GArray   *starts;
  GArray   *points;
  GArray   *periods[TL_PRECISION_SECOND];
  TlInstant from;
  TlInstant to;
  gboolean  has_fixed_from;
  gboolean  has_fixed_to;
} TlAxisDates;

void tl_axis_dates_init (TlAxisDates   *dates,
                         TlTimeline    *timeline,
                         const guint32 *events,
                         guint          n_events,
                         const TlDate  *window,
                         gboolean       with_folds);

void tl_axis_dates_clear (TlAxisDates *dates);

void tl_axis_dates_loosen_days (TlAxisDates *dates);

void tl_axis_sort_points (GArray *points);

void tl_axis_sort_periods (GArray *periods);

double tl_axis_find_spacing (const GArray *points);

GArray *tl_axis_find_clusters (const GArray *points,
                               double        spacing) G_GNUC_WARN_UNUSED_RESULT;

GArray *tl_axis_find_columns (const TlAxisDates *dates,
                              const GArray      *clusters) G_GNUC_WARN_UNUSED_RESULT;

GArray *tl_axis_fold (TlAxisDates *dates) G_GNUC_WARN_UNUSED_RESULT;

GArray *tl_axis_spread_linear (const TlAxisDates *dates) G_GNUC_WARN_UNUSED_RESULT;

GArray *tl_axis_spread_even (const TlAxisDates *dates) G_GNUC_WARN_UNUSED_RESULT;

TlInstant tl_axis_floor_to_day (TlInstant instant);

guint tl_axis_find_point (const GArray *points,
                          TlInstant     instant);

G_END_DECLS
