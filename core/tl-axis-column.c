/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-axis-private.h"

/* Which months, years and so on get a column of their own. The longest come
 * first, and all that lies in a column is a part of it. A period of which more
 * is known needs none, nor does one in the midst of open time, which shows it
 * as long as it is. */

/* A column holds at most so many finer dates. */
#define MAX_HELD 3

/* The index of the first of @periods that begins at @instant or later. */
static guint
find_period (const GArray *periods,
             TlInstant     instant)
{
  guint low = 0;
  guint high = periods->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (periods, TlAxisPeriod, middle).from < instant)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Whether more than MAX_HELD different things lie in @period, of precision
 * @precision. */
static gboolean
is_known_better (const TlAxisDates  *dates,
                 const TlAxisPeriod *period,
                 int                 precision)
{
  guint n_held = tl_axis_find_point (dates->points, period->to)
                 - tl_axis_find_point (dates->points, period->from);

  for (gsize finer = (gsize) precision + 1; finer < G_N_ELEMENTS (dates->periods); finer++)
    {
      const GArray *periods = dates->periods[finer];

      for (guint i = find_period (periods, period->from); i < periods->len && n_held <= MAX_HELD; i++)
        {
          const TlAxisPeriod *held = &g_array_index (periods, TlAxisPeriod, i);

          if (held->from >= period->to)
            break;
          n_held += held->to <= period->to;
        }
    }

  return n_held > MAX_HELD;
}

/* Whether @period lies in one of @clusters, which are apart. */
static gboolean
is_open (const GArray       *clusters,
         const TlAxisPeriod *period)
{
  guint after = find_period (clusters, period->from + 1);

  return after > 0 && g_array_index (clusters, TlAxisPeriod, after - 1).to >= period->to;
}

/* Adds what of @period no column covers. @next is the first column that may
 * reach into it. */
static void
add_uncovered (GArray       *added,
               const GArray *columns,
               guint         next,
               TlAxisPeriod  period)
{
  for (; next < columns->len && period.from < period.to; next++)
    {
      const TlAxisPeriod *column = &g_array_index (columns, TlAxisPeriod, next);

      if (column->from >= period.to)
        break;
      if (column->from > period.from)
        {
          TlAxisPeriod before = { period.from, column->from };

          g_array_append_val (added, before);
        }
      period.from = MAX (period.from, column->to);
    }

  if (period.from < period.to)
    g_array_append_val (added, period);
}

/* The columns that periods of @precision make beside those there are. */
static GArray *
find_added (const TlAxisDates *dates,
            const GArray      *clusters,
            const GArray      *columns,
            int                precision)
{
  const GArray *periods = dates->periods[precision];
  GArray *added = g_array_new (FALSE, FALSE, sizeof (TlAxisPeriod));
  TlInstant covered_to = TL_INSTANT_MIN;
  guint next = 0;

  for (guint i = 0; i < periods->len; i++)
    {
      TlAxisPeriod period = g_array_index (periods, TlAxisPeriod, i);
      TlInstant to = period.to;

      if (is_open (clusters, &period) || is_known_better (dates, &period, precision))
        continue;

      period.from = MAX (period.from, covered_to);
      while (next < columns->len
             && g_array_index (columns, TlAxisPeriod, next).to <= period.from)
        next++;
      add_uncovered (added, columns, next, period);
      covered_to = MAX (covered_to, to);
    }

  return added;
}

/* Both in order, and apart from each other. */
static GArray *
merge (const GArray *columns,
       const GArray *added)
{
  GArray *merged = g_array_sized_new (FALSE, FALSE, sizeof (TlAxisPeriod),
                                      columns->len + added->len);
  guint i = 0;
  guint j = 0;

  while (i < columns->len || j < added->len)
    {
      gboolean is_first = j == added->len
                          || (i < columns->len
                              && g_array_index (columns, TlAxisPeriod, i).from < g_array_index (added, TlAxisPeriod, j).from);

      if (is_first)
        g_array_append_val (merged, g_array_index (columns, TlAxisPeriod, i++));
      else
        g_array_append_val (merged, g_array_index (added, TlAxisPeriod, j++));
    }

  return merged;
}

/**
 * tl_axis_find_columns:
 * @dates: the dates
 * @clusters: (element-type TlAxisPeriod): where days and seconds are close to
 *   each other, in order
 *
 * Returns: (transfer full) (element-type TlAxisPeriod): the columns, in order
 *   and apart from each other; they may reach into @clusters
 */
GArray *
tl_axis_find_columns (const TlAxisDates *dates,
                      const GArray      *clusters)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (TlAxisPeriod));

  for (int precision = TL_PRECISION_MILLENNIUM; precision < (int) G_N_ELEMENTS (dates->periods);
       precision++)
    {
      g_autoptr (GArray) before = columns;
      g_autoptr (GArray) added = find_added (dates, clusters, columns, precision);

      columns = merge (before, added);
    }

  return columns;
}
