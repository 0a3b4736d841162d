/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-axis-private.h"
#include "tl-ticks-private.h"

/* Round dates: how far apart they are, which one comes before a moment, and
 * which are far enough apart to be written out. Years before 1 are round where
 * their number BCE is: 500 BCE is the year -499. */

#define DAY TL_SECONDS_PER_DAY

/* The finest first; after these come years, 1, 2, 5, 10 and so on. @least is
 * the shortest time from one to the next. */
static const struct
{
  TlTickUnit unit;
  double     least;
} ladder[] = {
  { { TL_FIELD_SECOND, 0, 1 }, 1 },
  { { TL_FIELD_SECOND, 0, 5 }, 5 },
  { { TL_FIELD_SECOND, 0, 15 }, 15 },
  { { TL_FIELD_MINUTE, 0, 1 }, 60 },
  { { TL_FIELD_MINUTE, 0, 5 }, 300 },
  { { TL_FIELD_MINUTE, 0, 15 }, 900 },
  { { TL_FIELD_HOUR, 0, 1 }, 3600 },
  { { TL_FIELD_HOUR, 0, 3 }, 3 * 3600 },
  { { TL_FIELD_HOUR, 0, 6 }, 6 * 3600 },
  { { TL_FIELD_HOUR, 0, 12 }, 12 * 3600 },
  { { TL_FIELD_DAY, 0, 1 }, DAY },
  { { TL_FIELD_DAY, 1, 1 }, DAY },
  { { TL_FIELD_DAY, 1, 2 }, 2 * DAY },
  { { TL_FIELD_DAY, 0, 7 }, 7 * DAY },
  { { TL_FIELD_MONTH, 0, 1 }, 28 * DAY },
  { { TL_FIELD_MONTH, 0, 3 }, 90 * DAY },
};

/* Ticks are no closer to each other than this, in pixels. */
#define LEAST_DISTANCE 28.0

/* The largest step between years; more do not fit into the time there is. */
#define MAX_YEARS G_GINT64_CONSTANT (500000000000)

/* Rounds down, where C rounds towards zero. @divisor is positive. */
static gint64
divide_down (gint64 value,
             gint64 divisor)
{
  return value / divisor - (value % divisor < 0);
}

/* The @index-th round year; that with index 0 is the first of the era, 1 CE,
 * unless every year counts. */
static gint64
get_round_year (gint64 index,
                gint64 count)
{
  if (count == 1 || index > 0)
    return index * count;

  return 1 + index * count;
}

static gint64
find_round_year (gint64 year,
                 gint64 count)
{
  if (count == 1 || year >= count)
    return divide_down (year, count);

  return MIN (divide_down (year - 1, count), 0);
}

static TlInstant
get_year_start (gint64 year)
{
  return tl_instant_from_civil (year, 1, 1, 0, 0, 0);
}

/* Of every two days, the odd ones count, but not the 31st: the 1st follows. */
static TlInstant
floor_to_two_days (TlInstant instant)
{
  TlCivil civil = tl_instant_to_civil (instant);
  int day = civil.day - (civil.day % 2 == 0);

  if (day > 1 && day == tl_days_in_month (civil.year, civil.month))
    day -= 2;

  return tl_instant_from_civil (civil.year, civil.month, day, 0, 0, 0);
}

static TlInstant
floor_to_months (TlInstant instant,
                 int       count)
{
  TlCivil civil = tl_instant_to_civil (instant);

  return tl_instant_from_civil (civil.year, (civil.month - 1) / count * count + 1, 1, 0, 0, 0);
}

/* The length in seconds of a unit that always has the same; 0 for others. */
static gint64
get_step (TlTickUnit unit)
{
  static const int seconds[] = {
    [TL_FIELD_SECOND] = 1,
    [TL_FIELD_MINUTE] = 60,
    [TL_FIELD_HOUR] = 3600,
    [TL_FIELD_DAY] = DAY,
  };

  if (unit.field > TL_FIELD_DAY || (unit.field == TL_FIELD_DAY && unit.count == 2))
    return 0;

  return unit.count * seconds[unit.field];
}

/**
 * tl_tick_unit_floor:
 * @unit: a unit
 * @instant: any moment
 *
 * Returns: the last round date of @unit that is not after @instant;
 *   %TL_INSTANT_MIN if there is none
 */
TlInstant
tl_tick_unit_floor (TlTickUnit unit,
                    TlInstant  instant)
{
  gint64 step = get_step (unit);
  gint64 origin = 0;

  if (unit.field == TL_FIELD_YEAR)
    {
      gint64 index = find_round_year (tl_instant_to_civil (instant).year, unit.count);

      return get_year_start (get_round_year (index, unit.count));
    }
  if (unit.field == TL_FIELD_MONTH)
    return floor_to_months (instant, (int) unit.count);
  if (step == 0)
    return floor_to_two_days (instant);

  /* 1970-01-05 was a Monday. */
  if (unit.field == TL_FIELD_DAY && unit.count == 7)
    origin = 4 * DAY;
  if (instant < TL_INSTANT_MIN + step + origin)
    return TL_INSTANT_MIN;

  return divide_down (instant - origin, step) * step + origin;
}

/**
 * tl_tick_unit_next:
 * @unit: a unit
 * @tick: a round date of it
 *
 * Returns: the round date after @tick; %TL_INSTANT_MAX if there is none
 */
TlInstant
tl_tick_unit_next (TlTickUnit unit,
                   TlInstant  tick)
{
  gint64 step = get_step (unit);
  TlInstant next;

  if (unit.field == TL_FIELD_YEAR)
    {
      /* The ends of time are in years that are not all there. */
      gint64 year = tl_instant_to_civil (tick).year;
      gint64 index = find_round_year (MAX (year, TL_YEAR_MIN), unit.count);

      return get_year_start (get_round_year (index + 1, unit.count));
    }

  /* Somewhere in the unit that follows. */
  if (unit.field == TL_FIELD_MONTH)
    step = (unit.count * 31 + 2) * DAY;
  else if (step == 0)
    step = 2 * DAY;
  if (tick > TL_INSTANT_MAX - step)
    return TL_INSTANT_MAX;

  next = tl_tick_unit_floor (unit, tick + step);
  /* The 29th is three days before the 1st. */
  if (next == tick)
    next = tl_tick_unit_floor (unit, tick + step + DAY);

  return next;
}

/**
 * tl_tick_unit_get_coarse:
 * @unit: the unit of the fine tier
 *
 * Returns: the unit above it; of %TL_FIELD_NONE above years, which say all
 */
TlTickUnit
tl_tick_unit_get_coarse (TlTickUnit unit)
{
  TlTickUnit coarse = { TL_FIELD_NONE, 0, 1 };

  if (unit.field < TL_FIELD_DAY)
    coarse.field = TL_FIELD_DAY;
  else if (unit.field < TL_FIELD_YEAR)
    coarse.field = unit.field + 1;

  return coarse;
}

/* The width of the widest label of @unit, about: each is measured again where
 * it is to stand. */
static double
measure_unit (TlTickSearch *search,
              TlTickUnit    unit)
{
  double *widest = &search->widths[unit.is_brief][unit.field];
  gboolean is_day = unit.field == TL_FIELD_DAY;
  int n_samples = unit.field == TL_FIELD_MONTH ? 12 : is_day ? 7 : 1;

  if (*widest > 0)
    return *widest;

  for (int i = 0; i < n_samples; i++)
    {
      TlInstant instant = tl_instant_from_civil (2000, is_day ? 11 : i + 1, is_day ? 20 + i : 28,
                                                 20, 48, 0);
      g_autofree char *label = tl_ticks_say_fine (unit, instant, search->style->words);
      double width = tl_ticks_measure (search, label, TL_TIER_FINE);

      *widest = MAX (*widest, width);
    }

  return *widest;
}

/* The width of a day in the coarse tier. */
static double
measure_coarse_day (TlTickSearch *search)
{
  TlInstant instant = tl_instant_from_civil (2000, 9, 28, 0, 0, 0);

  if (search->coarse_day_width <= 0)
    {
      g_autofree char *label = tl_ticks_say_coarse (TL_FIELD_DAY, instant, TL_WAY_SHORT,
                                                    search->style->words);

      search->coarse_day_width = tl_ticks_measure (search, label, TL_TIER_COARSE);
    }

  return search->coarse_day_width;
}

/* The width of the wider of the round years next to the ends of @span. */
static double
measure_years (const TlTickSearch *search,
               const TlAxisSpan   *span,
               TlTickUnit          unit)
{
  TlInstant first = tl_tick_unit_next (unit, tl_tick_unit_floor (unit, span->from));
  TlInstant last = tl_tick_unit_floor (unit, span->to - 1);
  g_autofree char *first_label = tl_ticks_say_fine (unit, first, search->style->words);
  g_autofree char *last_label = tl_ticks_say_fine (unit, last, search->style->words);
  double first_width = tl_ticks_measure (search, first_label, TL_TIER_FINE);
  double last_width = tl_ticks_measure (search, last_label, TL_TIER_FINE);

  return MAX (first_width, last_width);
}

/* The finest years of which labels fit, with @pixels to a second. */
static TlTickUnit
choose_years (const TlTickSearch *search,
              const TlAxisSpan   *span,
              double              pixels)
{
  static const int factors[] = { 1, 2, 5 };
  TlTickUnit unit = { TL_FIELD_YEAR, 0, 1 };

  for (gint64 power = 1; power <= MAX_YEARS / 5; power *= 10)
    for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
      {
        double distance;

        unit.count = power * factors[i];
        distance = (double) unit.count * 365 * DAY * pixels;
        if (distance >= LEAST_DISTANCE
            && distance - search->style->gap >= measure_years (search, span, unit))
          return unit;
      }

  return unit;
}

/**
 * tl_ticks_choose_unit:
 * @search: what is being made
 * @span: an open span
 *
 * Returns: the finest unit of which the labels fit next to each other. It
 *   depends on how many pixels a second has, and, for years, on which they
 *   are.
 */
TlTickUnit
tl_ticks_choose_unit (TlTickSearch     *search,
                      const TlAxisSpan *span)
{
  double pixels = (span->end - span->start) * search->scale
                  / tl_axis_get_duration (span->from, span->to);

  for (gsize i = 0; i < G_N_ELEMENTS (ladder); i++)
    {
      TlTickUnit unit = ladder[i].unit;
      double distance = ladder[i].least * pixels;
      double room = distance - search->style->gap;

      if (distance < LEAST_DISTANCE || room < measure_unit (search, unit))
        continue;
      if (unit.field < TL_FIELD_DAY && DAY * pixels - search->style->gap < measure_coarse_day (search))
        continue;

      return unit;
    }

  return choose_years (search, span, pixels);
}
