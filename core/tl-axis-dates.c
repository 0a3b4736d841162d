/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-axis-private.h"

/* What an axis has to know of the events: where they start, the days and
 * seconds at which something starts or ends, and the months, years and longer
 * periods where no more is known. */

/* What is left of an axis where there is next to nothing to show. */
#define SHORTEST_STRETCH 3600
#define YEAR_STRETCH (365 * TL_SECONDS_PER_DAY)

/**
 * tl_axis_floor_to_day:
 * @instant: any moment
 *
 * Returns: the beginning of its day
 */
TlInstant
tl_axis_floor_to_day (TlInstant instant)
{
  TlInstant second = instant % TL_SECONDS_PER_DAY;

  if (second < 0)
    second += TL_SECONDS_PER_DAY;

  return instant < TL_INSTANT_MIN + second ? TL_INSTANT_MIN : instant - second;
}

static gboolean
is_instant (TlInstant instant)
{
  return instant != TL_INSTANT_MIN && instant != TL_INSTANT_MAX;
}

static void
add_point (GArray   *points,
           TlInstant from,
           gboolean  is_day)
{
  TlAxisPoint point = { from, 1, is_day };

  if (points->len > 0)
    {
      TlAxisPoint *last = &g_array_index (points, TlAxisPoint, points->len - 1);

      if (last->from == from && last->is_day == point.is_day)
        {
          last->n_dates++;
          return;
        }
    }

  g_array_append_val (points, point);
}

/* The precision that a period of this length usually has. */
static TlPrecision
get_length_precision (TlInstant from,
                      TlInstant to)
{
  static const int days[] = {
    [TL_PRECISION_CENTURY] = 36525,
    [TL_PRECISION_DECADE] = 3653,
    [TL_PRECISION_YEAR] = 366,
    [TL_PRECISION_SEASON] = 184,
    [TL_PRECISION_MONTH] = 31,
    [TL_PRECISION_DAY] = 1,
  };
  double n_days = tl_axis_get_duration (from, to) / TL_SECONDS_PER_DAY;
  int precision = TL_PRECISION_DAY;

  while (precision > TL_PRECISION_MILLENNIUM && n_days > days[precision])
    precision--;

  return (TlPrecision) precision;
}

/* Adds a period, as far as it is within the window. */
static void
add_period (TlAxisDates *dates,
            TlInstant    from,
            TlInstant    to)
{
  GArray *periods = dates->periods[get_length_precision (from, to)];
  TlAxisPeriod period = { from, to };

  if (dates->has_fixed_from)
    period.from = MAX (from, dates->from);
  if (dates->has_fixed_to)
    period.to = MIN (to, dates->to);
  if (period.from >= period.to)
    return;

  if (periods->len > 0)
    {
      const TlAxisPeriod *last = &g_array_index (periods, TlAxisPeriod, periods->len - 1);

      if (last->from == period.from && last->to == period.to)
        return;
    }

  g_array_append_val (periods, period);
}

/* Adds the @n_months that @instant is in; counted from January, they have to
 * divide the year. Returns when they end. */
static TlInstant
add_months (TlAxisDates *dates,
            TlInstant    instant,
            int          n_months)
{
  TlCivil civil = tl_instant_to_civil (instant);
  int first = (civil.month - 1) / n_months * n_months + 1;
  int last = first + n_months - 1;
  int last_day = tl_days_in_month (civil.year, last);
  TlInstant from = tl_instant_from_civil (civil.year, first, 1, 0, 0, 0);
  TlInstant to = tl_instant_from_civil (civil.year, last, last_day, 23, 59, 59) + 1;

  add_period (dates, from, to);

  return to;
}

/* Adds what is known of an end no better than by month, year or so on. */
static void
add_coarse_end (TlAxisDates *dates,
                TlInstant    earliest,
                TlInstant    latest,
                TlDateEnd    end)
{
  TlInstant to = is_instant (latest) ? latest + 1 : latest;
  gboolean is_season = end.precision == TL_PRECISION_SEASON;
  int n_months = end.precision == TL_PRECISION_YEAR ? 12 : is_season ? 3 : 1;
  TlInstant done_to = TL_INSTANT_MIN;
  gboolean is_whole = (end.qualifiers & TL_QUALIFIER_UNSPECIFIED) != 0
                      || end.precision < TL_PRECISION_YEAR
                      || (is_season && get_length_precision (earliest, to) >= TL_PRECISION_SEASON);

  if (is_instant (earliest) && is_instant (latest) && is_whole)
    {
      add_period (dates, earliest, to);
      return;
    }

  if (is_instant (earliest))
    done_to = add_months (dates, earliest, n_months);
  if (is_instant (latest) && latest >= done_to)
    add_months (dates, latest, n_months);
}

/* Adds a day or second, if it is on the axis. */
static void
add_fine_instant (TlAxisDates *dates,
                  TlInstant    instant,
                  gboolean     is_day)
{
  if (is_instant (instant) && instant >= dates->from && instant < dates->to)
    add_point (dates->points, instant, is_day);
}

/* Adds one end of a date. A day of which a digit is left open is no day. */
static void
add_end (TlAxisDates *dates,
         TlInstant    earliest,
         TlInstant    latest,
         TlDateEnd    end)
{
  gboolean is_day = end.precision == TL_PRECISION_DAY;
  TlInstant first = is_day ? tl_axis_floor_to_day (earliest) : earliest;
  TlInstant last = is_day ? tl_axis_floor_to_day (latest) : latest;

  if (end.state != TL_END_KNOWN || end.precision == TL_PRECISION_NONE)
    return;

  if (end.precision < TL_PRECISION_DAY
      || ((end.qualifiers & TL_QUALIFIER_UNSPECIFIED) != 0 && first != last))
    {
      add_coarse_end (dates, earliest, latest, end);
      return;
    }

  add_fine_instant (dates, first, is_day);
  if (first != last)
    add_fine_instant (dates, last, is_day);
}

static void
add_date (TlAxisDates  *dates,
          const TlDate *date,
          gboolean      with_folds)
{
  TlInstant start = date->start_earliest;

  if (is_instant (start) && start >= dates->from && start < dates->to)
    add_point (dates->starts, start, FALSE);

  if (!with_folds)
    return;

  add_end (dates, date->start_earliest, date->start_latest, date->start);
  if (date->kind != TL_DATE_SINGLE)
    add_end (dates, date->end_earliest, date->end_latest, date->end);
}

static void
extend (TlAxisDates *dates,
        TlInstant    instant)
{
  if (!is_instant (instant))
    return;

  dates->from = MIN (dates->from, instant);
  dates->to = MAX (dates->to, instant + 1);
}

/* Widens from and to by the ends of @date that are known. */
static void
extend_by_date (TlAxisDates  *dates,
                const TlDate *date)
{
  if (date->start.state == TL_END_KNOWN)
    {
      extend (dates, date->start_earliest);
      extend (dates, date->start_latest);
    }
  if (date->end.state == TL_END_KNOWN)
    {
      extend (dates, date->end_earliest);
      extend (dates, date->end_latest);
    }
}

/* Settles where time begins and ends, from the widest extent of the data,
 * which is from TL_INSTANT_MAX to TL_INSTANT_MIN if there is none. */
static void
settle_ends (TlAxisDates  *dates,
             const TlDate *window)
{
  TlInstant stretch = dates->from < dates->to ? SHORTEST_STRETCH : YEAR_STRETCH;

  dates->has_fixed_from = window != NULL && is_instant (tl_date_get_earliest (window));
  dates->has_fixed_to = window != NULL && is_instant (tl_date_get_latest (window));
  if (dates->has_fixed_from)
    dates->from = tl_date_get_earliest (window);
  if (dates->has_fixed_to)
    dates->to = tl_date_get_latest (window) + 1;

  if (dates->from == TL_INSTANT_MAX)
    dates->from = dates->has_fixed_to ? dates->to - stretch : 0;
  if (dates->to == TL_INSTANT_MIN)
    dates->to = dates->from + stretch;
  if (dates->from < dates->to && tl_axis_get_duration (dates->from, dates->to) >= stretch)
    return;

  /* Too short to see anything: as much on either side as is free to move. */
  if (dates->has_fixed_from && !dates->has_fixed_to)
    dates->to = dates->from + stretch;
  else if (dates->has_fixed_to && !dates->has_fixed_from)
    dates->from = dates->to - stretch;
  else if (!dates->has_fixed_from)
    {
      dates->from -= (stretch - (dates->to - dates->from)) / 2;
      dates->to = dates->from + stretch;
    }
  else if (dates->from >= dates->to)
    dates->to = dates->from + 1;
}

/**
 * tl_axis_dates_init:
 * @dates: (out caller-allocates): to be cleared with tl_axis_dates_clear()
 * @timeline: the timeline
 * @events: (array length=n_events) (nullable): indices of events
 * @n_events: how many; 0 with %NULL for all of them
 * @window: (nullable): what is to be shown of them
 * @with_folds: whether more than the starts is wanted
 *
 * Gathers the dates of events.
 */
void
tl_axis_dates_init (TlAxisDates   *dates,
                    TlTimeline    *timeline,
                    const guint32 *events,
                    guint          n_events,
                    const TlDate  *window,
                    gboolean       with_folds)
{
  guint n_all;
  const TlEvent *all = tl_timeline_get_events (timeline, &n_all);
  guint n_wanted = events != NULL ? n_events : n_all;

  *dates = (TlAxisDates) { .from = TL_INSTANT_MAX, .to = TL_INSTANT_MIN };
  dates->starts = g_array_new (FALSE, FALSE, sizeof (TlAxisPoint));
  dates->points = g_array_new (FALSE, FALSE, sizeof (TlAxisPoint));
  for (gsize i = 0; i < G_N_ELEMENTS (dates->periods); i++)
    dates->periods[i] = g_array_new (FALSE, FALSE, sizeof (TlAxisPeriod));

  for (guint i = 0; i < n_wanted; i++)
    extend_by_date (dates, &all[events != NULL ? events[i] : i].when);
  settle_ends (dates, window);

  for (guint i = 0; i < n_wanted; i++)
    add_date (dates, &all[events != NULL ? events[i] : i].when, with_folds);

  tl_axis_sort_points (dates->starts);
  tl_axis_sort_points (dates->points);
  for (gsize i = 0; i < G_N_ELEMENTS (dates->periods); i++)
    tl_axis_sort_periods (dates->periods[i]);
}

void
tl_axis_dates_clear (TlAxisDates *dates)
{
  g_clear_pointer (&dates->starts, g_array_unref);
  g_clear_pointer (&dates->points, g_array_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (dates->periods); i++)
    g_clear_pointer (&dates->periods[i], g_array_unref);
}

/**
 * tl_axis_dates_loosen_days:
 * @dates: dates
 *
 * Takes days for periods, as months are. Where things follow each other by
 * the minute, a day says no more than a month does elsewhere.
 */
void
tl_axis_dates_loosen_days (TlAxisDates *dates)
{
  TlAxisPoint *points = (TlAxisPoint *) (gpointer) dates->points->data;
  guint n_kept = 0;

  for (guint i = 0; i < dates->points->len; i++)
    if (points[i].is_day)
      add_period (dates, points[i].from, points[i].from + TL_SECONDS_PER_DAY);
    else
      points[n_kept++] = points[i];

  g_array_set_size (dates->points, n_kept);
  tl_axis_sort_periods (dates->periods[TL_PRECISION_DAY]);
}
