/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-axis-private.h"

#include <math.h>

/* Where days and seconds come close after each other, and how close that
 * is. */

/* How many gaps between days or seconds may be folded. */
#define MAX_FOLDS 24

typedef struct
{
  double length;
  guint  after; /* the point before it */
} Gap;

/**
 * tl_axis_find_point:
 * @points: (element-type TlAxisPoint): points in order
 * @instant: any moment
 *
 * Returns: the index of the first point that is not before @instant
 */
guint
tl_axis_find_point (const GArray *points,
                    TlInstant     instant)
{
  guint low = 0;
  guint high = points->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (points, TlAxisPoint, middle).from < instant)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Parts @values from @first to @last, by Hoare's scheme: what is up to and with
 * the index returned is at most as large as what comes after it. Taking the
 * median of three keeps that index below @last. */
static guint
part_values (double *values,
             guint   first,
             guint   last)
{
  double a = values[first];
  double b = values[first + (last - first) / 2];
  double c = values[last];
  double low = MIN (a, b);
  double high = MAX (a, b);
  double pivot = CLAMP (c, low, high);

  for (guint i = first, j = last;; i++, j--)
    {
      double swapped;

      while (values[i] < pivot)
        i++;
      while (values[j] > pivot)
        j--;
      if (i >= j)
        return j;

      swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
}

/* The value that would be at place @k of @values, were they sorted. Leaves
 * them in another order. */
static double
select_value (double *values,
              guint   n_values,
              guint   k)
{
  guint first = 0;
  guint last = n_values - 1;

  while (first < last)
    {
      guint split = part_values (values, first, last);

      if (k <= split)
        last = split;
      else
        first = split + 1;
    }

  return values[first];
}

/* The time from a point to the one nearest to it, of another day if it is a
 * day; 0 if there is none. */
static double
find_nearest (const TlAxisPoint *points,
              guint              n_points,
              guint              at)
{
  TlInstant from = points[at].from;
  TlInstant last = points[at].is_day ? from + TL_SECONDS_PER_DAY - 1 : from;
  gsize before = at;
  gsize after = at;
  double nearest = 0;

  while (before > 0 && points[before].from == from)
    before--;
  while (after < n_points && points[after].from <= last)
    after++;

  if (points[before].from < from)
    nearest = tl_axis_get_duration (points[before].from, from);
  if (points[at].is_day)
    nearest = ceil (nearest / TL_SECONDS_PER_DAY) * TL_SECONDS_PER_DAY;

  if (after < n_points)
    {
      double ahead = tl_axis_get_duration (from, points[after].from);

      if (points[at].is_day)
        ahead = floor (ahead / TL_SECONDS_PER_DAY) * TL_SECONDS_PER_DAY;
      if (nearest <= 0 || ahead < nearest)
        nearest = ahead;
    }

  return nearest;
}

/**
 * tl_axis_find_spacing:
 * @points: (element-type TlAxisPoint): distinct points in order
 *
 * The typical time from one start or end to what is nearest to it: the median
 * over all of them, so that where much happens weighs more.
 *
 * Returns: seconds; 0 if there are no points
 */
double
tl_axis_find_spacing (const GArray *points)
{
  const TlAxisPoint *items = (const TlAxisPoint *) (gpointer) points->data;
  g_autoptr (GArray) gaps = g_array_sized_new (FALSE, FALSE, sizeof (double), points->len);

  for (guint i = 0; i < points->len; i++)
    {
      double gap = find_nearest (items, points->len, i);

      /* A single point is as far from others as it is long, or an hour. */
      if (gap <= 0)
        gap = items[i].is_day ? TL_SECONDS_PER_DAY : 3600;
      for (guint j = 0; j < items[i].n_dates; j++)
        g_array_append_val (gaps, gap);
    }

  if (gaps->len == 0)
    return 0;

  return select_value ((double *) (gpointer) gaps->data, gaps->len, (gaps->len - 1) / 2);
}

/* The longest first; of those alike, the earliest. */
static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  const Gap *first = a;
  const Gap *second = b;

  if (first->length != second->length)
    return first->length > second->length ? -1 : 1;

  return (first->after > second->after) - (first->after < second->after);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Gap *first = a;
  const Gap *second = b;

  return (first->after > second->after) - (first->after < second->after);
}

/* The gaps that are to be folded, in order. */
static GArray *
find_gaps (const GArray *points,
           double        spacing)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (Gap));

  for (guint i = 1; i < points->len; i++)
    {
      Gap gap = { 0, i - 1 };

      gap.length = tl_axis_get_duration (g_array_index (points, TlAxisPoint, i - 1).from,
                                         g_array_index (points, TlAxisPoint, i).from);
      if (gap.length > TL_AXIS_FOLD_FACTOR * spacing)
        g_array_append_val (gaps, gap);
    }

  if (gaps->len > MAX_FOLDS)
    {
      g_array_sort (gaps, compare_gaps);
      g_array_set_size (gaps, MAX_FOLDS);
      g_array_sort (gaps, compare_places);
    }

  return gaps;
}

/* The time from one point to another: of whole days if @by_day. */
static TlAxisPeriod
get_cluster (const GArray *points,
             guint         first,
             guint         last,
             gboolean      by_day)
{
  TlAxisPeriod cluster = {
    g_array_index (points, TlAxisPoint, first).from,
    g_array_index (points, TlAxisPoint, last).from + 1,
  };

  if (by_day)
    {
      cluster.from = tl_axis_floor_to_day (cluster.from);
      cluster.to = tl_axis_floor_to_day (cluster.to - 1) + TL_SECONDS_PER_DAY;
    }

  return cluster;
}

/**
 * tl_axis_find_clusters:
 * @points: (element-type TlAxisPoint): distinct points in order
 * @spacing: what tl_axis_find_spacing() says of them
 *
 * Finds the time that is left between folds: of whole days, unless what is not
 * folded can be shorter than a day. There must be no days among @points then.
 *
 * Returns: (transfer full) (element-type TlAxisPeriod): from the first to the
 *   last point of each
 */
GArray *
tl_axis_find_clusters (const GArray *points,
                       double        spacing)
{
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (TlAxisPeriod));
  g_autoptr (GArray) gaps = find_gaps (points, spacing);
  gboolean by_day = spacing * TL_AXIS_FOLD_FACTOR >= TL_SECONDS_PER_DAY;
  guint first = 0;

  for (guint i = 0; i <= gaps->len && points->len > 0; i++)
    {
      guint last = i < gaps->len ? g_array_index (gaps, Gap, i).after : points->len - 1;
      TlAxisPeriod cluster = get_cluster (points, first, last, by_day);

      g_array_append_val (clusters, cluster);
      first = last + 1;
    }

  return clusters;
}
