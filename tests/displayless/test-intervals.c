/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-intervals.h"

/* The search tree against a look at every interval. */

static GArray *
make_intervals (GRand *rand,
                guint  n_intervals,
                double range,
                double longest)
{
  GArray *intervals = g_array_new (FALSE, FALSE, sizeof (TlInterval));

  for (guint32 i = 0; i < n_intervals; i++)
    {
      double from = (double) g_rand_int_range (rand, 0, (int) range);
      double length = g_rand_int_range (rand, 0, 10) == 0 ? 0 : g_rand_double_range (rand, 0, longest);
      const TlInterval interval = { from, from + length, i };

      g_array_append_val (intervals, interval);
    }

  return intervals;
}

static int
compare_from_cb (gconstpointer a,
                 gconstpointer b)
{
  const TlInterval *first = a;
  const TlInterval *second = b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;

  return first->item < second->item ? -1 : 1;
}

/* @sorted is in the order in which they are to be found. */
static guint
check_find (const TlIntervals *tree,
            const GArray      *sorted,
            double             from,
            double             to)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_found = 0;

  tl_intervals_find (tree, from, to, found);
  for (guint i = 0; i < sorted->len; i++)
    {
      const TlInterval *interval = &g_array_index (sorted, TlInterval, i);

      if (interval->from > to || interval->to < from)
        continue;
      g_assert_cmpuint (n_found, <, found->len);
      g_assert_cmpuint (g_array_index (found, guint32, n_found), ==, interval->item);
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, found->len);

  return n_found;
}

static void
check_all (GRand  *rand,
           guint   n_intervals,
           double  range,
           double  longest,
           guint   n_queries)
{
  GArray *intervals = make_intervals (rand, n_intervals, range, longest);
  g_autoptr (GArray) sorted = g_array_copy (intervals);
  g_autoptr (TlIntervals) tree = tl_intervals_new (intervals);

  g_array_sort (sorted, compare_from_cb);
  for (guint i = 0; i < n_queries; i++)
    {
      double from = g_rand_double_range (rand, -range / 10, range * 1.1);
      double to = from + (i % 3 == 0 ? 0 : g_rand_double_range (rand, 0, range / 4));

      /* Ends that touch count, so they are asked for to the point. */
      if (n_intervals > 0 && i % 4 == 0)
        from = to = g_array_index (sorted, TlInterval, i % n_intervals).to;
      if (n_intervals > 0 && i % 4 == 1)
        from = to = g_array_index (sorted, TlInterval, i % n_intervals).from;
      check_find (tree, sorted, from, to);
    }

  g_assert_cmpuint (check_find (tree, sorted, -1, range + longest + 1), ==, n_intervals);
  g_assert_cmpuint (check_find (tree, sorted, -2, -1), ==, 0);
  g_assert_cmpuint (check_find (tree, sorted, range + longest + 1, range + longest + 2), ==, 0);
}

static void
test_intervals_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (33);

  for (guint n = 0; n < 20; n++)
    check_all (rand, n, 20, 10, 40);
  for (int round = 0; round < 100; round++)
    check_all (rand, (guint) g_rand_int_range (rand, 0, 300), g_rand_int_range (rand, 1, 1000),
               g_rand_double_range (rand, 0.1, 300), 40);
}

static void
test_intervals_many (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (34);

  check_all (rand, 100000, 1000000, 50, 30);
  check_all (rand, 100000, 1000000, 1000000, 10);
}

/* As many short ones as a large file has, and a few that run through all of
 * it. */
static void
test_intervals_some_long (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (35);
  GArray *intervals = make_intervals (rand, 100000, 1000000, 20);
  g_autoptr (GArray) sorted = NULL;
  g_autoptr (TlIntervals) tree = NULL;

  for (guint i = 0; i < intervals->len; i += 9999)
    g_array_index (intervals, TlInterval, i) = (TlInterval){ -1e9, 1e9, i };
  sorted = g_array_copy (intervals);
  g_array_sort (sorted, compare_from_cb);
  tree = tl_intervals_new (intervals);

  for (int i = 0; i < 30; i++)
    {
      double from = g_rand_double_range (rand, 0, 1000000);

      g_assert_cmpuint (check_find (tree, sorted, from, from + 1000), >, 11);
    }
}

/* What is found is added to what has been found before. */
static void
test_intervals_appends (void)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *intervals = g_array_new (FALSE, FALSE, sizeof (TlInterval));
  const TlInterval interval = { 1, 2, 7 };
  g_autoptr (TlIntervals) tree = NULL;

  g_array_append_val (intervals, interval);
  tree = tl_intervals_new (intervals);
  tl_intervals_find (tree, 0, 1, found);
  tl_intervals_find (tree, 2, 3, found);
  tl_intervals_find (tree, 2.5, 3, found);

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpuint (g_array_index (found, guint32, 1), ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/intervals/random", test_intervals_random);
  g_test_add_func ("/intervals/many", test_intervals_many);
  g_test_add_func ("/intervals/some-long", test_intervals_some_long);
  g_test_add_func ("/intervals/appends", test_intervals_appends);

  return g_test_run ();
}
