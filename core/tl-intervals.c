/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-intervals.h"

#include <string.h>

/* Sorted by their beginning, they are searched as a balanced tree that needs
 * no pointers: the root of a part of the array is its middle. Beside each
 * root stands how far its part reaches. (An augmented tree as in Cormen et
 * al., Introduction to Algorithms, 14.3, laid out in place.)
 */
struct _TlIntervals
{
  GArray *intervals; /* of TlInterval */
  double *reaches;   /* of the part of which it is the root */
};

static int
compare_from_cb (gconstpointer a,
                 gconstpointer b)
{
  const TlInterval *first = a;
  const TlInterval *second = b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;

  return (first->item > second->item) - (first->item < second->item);
}

static double
find_reaches (TlIntervals *self,
              guint        first,
              guint        end)
{
  guint middle = first + (end - first) / 2;
  double reach = g_array_index (self->intervals, TlInterval, middle).to;

  if (first < middle)
    {
      double left = find_reaches (self, first, middle);

      reach = MAX (reach, left);
    }
  if (middle + 1 < end)
    {
      double right = find_reaches (self, middle + 1, end);

      reach = MAX (reach, right);
    }

  return self->reaches[middle] = reach;
}

/**
 * tl_intervals_new:
 * @intervals: (transfer full) (element-type TlInterval): in any order
 *
 * Returns: (transfer full): the same, to be searched
 */
TlIntervals *
tl_intervals_new (GArray *intervals)
{
  TlIntervals *self = g_new0 (TlIntervals, 1);

  self->intervals = intervals;
  self->reaches = g_new (double, MAX (intervals->len, 1));
  g_array_sort (intervals, compare_from_cb);
  if (intervals->len > 0)
    find_reaches (self, 0, intervals->len);

  return self;
}

/**
 * tl_intervals_free:
 * @self: (transfer full): intervals
 */
void
tl_intervals_free (TlIntervals *self)
{
  g_array_unref (self->intervals);
  g_free (self->reaches);
  g_free (self);
}

static void
find_within (const TlIntervals *self,
             guint              first,
             guint              end,
             const TlInterval  *wanted,
             GArray            *found)
{
  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      const TlInterval *interval = &g_array_index (self->intervals, TlInterval, middle);

      if (self->reaches[middle] < wanted->from)
        return;

      find_within (self, first, middle, wanted, found);
      if (interval->from > wanted->to)
        return;
      if (interval->to >= wanted->from)
        g_array_append_val (found, interval->item);
      first = middle + 1;
    }
}

/**
 * tl_intervals_find:
 * @self: intervals
 * @from: where to look
 * @to: where to look
 * @found: (element-type guint32): the items of those that touch are
 *   appended, by their beginning
 */
void
tl_intervals_find (const TlIntervals *self,
                   double             from,
                   double             to,
                   GArray            *found)
{
  const TlInterval wanted = { from, to, 0 };

  find_within (self, 0, self->intervals->len, &wanted, found);
}
