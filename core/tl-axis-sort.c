/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-axis-private.h"

#include <string.h>

/* Puts dates in order, and what is there twice, together. Events come sorted by
 * their start, so that often there is nothing to do; where there is, it must
 * not take long for hundreds of thousands. */

/* Points are sorted by a byte at a time. */
#define N_BYTES (sizeof (TlInstant))
#define N_VALUES 256

/* A day comes before its first second. */
static int
compare_points (const TlAxisPoint *first,
                const TlAxisPoint *second)
{
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;

  return (first->is_day < second->is_day) - (first->is_day > second->is_day);
}

/* The longer one first. */
static int
compare_periods (gconstpointer a,
                 gconstpointer b)
{
  const TlAxisPeriod *first = a;
  const TlAxisPeriod *second = b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;

  return (first->to < second->to) - (first->to > second->to);
}

/* The value of byte @byte of when @point is, so that earlier ones are less;
 * after the last byte, which of those alike comes first. */
static inline guint
get_byte (const TlAxisPoint *point,
          gsize              byte)
{
  guint64 key = (guint64) point->from ^ (G_GUINT64_CONSTANT (1) << 63);

  return byte == 0 ? !point->is_day : (guint) (key >> (8 * (byte - 1))) % N_VALUES;
}

/* Copies @points to @sorted by the order of one byte. Those alike stay in the
 * order they are in. Returns FALSE if all are alike, and copies nothing. */
static gboolean
sort_by_byte (const TlAxisPoint *points,
              TlAxisPoint       *sorted,
              guint              n_points,
              gsize              byte)
{
  guint places[N_VALUES] = { 0 };
  guint place = 0;

  for (guint i = 0; i < n_points; i++)
    places[get_byte (&points[i], byte)]++;
  if (places[get_byte (&points[0], byte)] == n_points)
    return FALSE;

  for (guint value = 0; value < N_VALUES; value++)
    {
      guint n_alike = places[value];

      places[value] = place;
      place += n_alike;
    }
  for (guint i = 0; i < n_points; i++)
    sorted[places[get_byte (&points[i], byte)]++] = points[i];

  return TRUE;
}

/* Sorts by the least byte first: a radix sort. */
static void
sort_by_bytes (TlAxisPoint *points,
               guint        n_points)
{
  g_autofree TlAxisPoint *room = g_new (TlAxisPoint, n_points);
  TlAxisPoint *from = points;
  TlAxisPoint *to = room;

  for (gsize byte = 0; byte <= N_BYTES; byte++)
    if (sort_by_byte (from, to, n_points, byte))
      {
        TlAxisPoint *sorted = to;

        to = from;
        from = sorted;
      }

  if (from != points)
    memcpy (points, from, n_points * sizeof *points);
}

/**
 * tl_axis_sort_points:
 * @points: (element-type TlAxisPoint): points
 *
 * Sorts @points by time, and counts together those that are the same.
 */
void
tl_axis_sort_points (GArray *points)
{
  TlAxisPoint *items = (TlAxisPoint *) (gpointer) points->data;
  gboolean is_sorted = TRUE;
  guint n_kept = 0;

  for (guint i = 1; i < points->len && is_sorted; i++)
    is_sorted = compare_points (&items[i - 1], &items[i]) <= 0;
  if (!is_sorted)
    sort_by_bytes (items, points->len);

  for (guint i = 0; i < points->len; i++)
    if (n_kept > 0 && compare_points (&items[n_kept - 1], &items[i]) == 0)
      items[n_kept - 1].n_dates += items[i].n_dates;
    else
      items[n_kept++] = items[i];
  g_array_set_size (points, n_kept);
}

/**
 * tl_axis_sort_periods:
 * @periods: (element-type TlAxisPeriod): periods
 *
 * Sorts @periods by time, the longer of two that begin together first, and
 * leaves out those that are there twice.
 */
void
tl_axis_sort_periods (GArray *periods)
{
  TlAxisPeriod *items = (TlAxisPeriod *) (gpointer) periods->data;
  gboolean is_sorted = TRUE;
  guint n_kept = 0;

  for (guint i = 1; i < periods->len && is_sorted; i++)
    is_sorted = compare_periods (&items[i - 1], &items[i]) <= 0;
  if (!is_sorted)
    g_array_sort (periods, compare_periods);

  for (guint i = 0; i < periods->len; i++)
    if (n_kept == 0 || compare_periods (&items[n_kept - 1], &items[i]) != 0)
      items[n_kept++] = items[i];
  g_array_set_size (periods, n_kept);
}
