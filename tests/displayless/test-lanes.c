/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-lanes.h"

#include <string.h>

/* The packer against one that tries every place. All lengths are multiples of
 * a quarter, so that sums are exact and both must agree to the bit. */

typedef struct
{
  double  height;
  double  gap;
  GArray *boxes; /* of TlRect */
} Slow;

/* A lane, and how boxes come to it. */
typedef struct
{
  double height;
  double gap;
  double reach;
  double step; /* from one anchor to the next, at most */
  double widest;
  int    one_is_long; /* of so many boxes; 0: none */
} Habits;

static double
choose (GRand *rand,
        double from,
        double to)
{
  return g_rand_int_range (rand, (int) (from * 4), (int) (to * 4) + 1) / 4.0;
}

static gboolean
is_free (const Slow   *slow,
         const TlRect *box)
{
  TlRect grown = tl_rect_grow (box, slow->gap);

  for (guint i = 0; i < slow->boxes->len; i++)
    if (tl_rect_overlaps (&grown, &g_array_index (slow->boxes, TlRect, i)))
      return FALSE;

  return TRUE;
}

/* The highest place is at the top, or just below another box. */
static gboolean
find_slowly (const Slow *slow,
             TlRect     *box)
{
  TlRect tried = *box;
  gboolean is_found = FALSE;

  for (guint i = 0; i <= slow->boxes->len; i++)
    {
      tried.y = 0;
      if (i > 0)
        {
          const TlRect *above = &g_array_index (slow->boxes, TlRect, i - 1);

          tried.y = above->y + above->height + slow->gap;
        }
      if (tried.y + tried.height > slow->height || !is_free (slow, &tried))
        continue;
      if (!is_found || tried.y < box->y)
        box->y = tried.y;
      is_found = TRUE;
    }

  return is_found;
}

static TlRect
make_box (GRand        *rand,
          const Habits *habits,
          double        anchor)
{
  TlRect box = { anchor - choose (rand, 0, habits->reach), -1, 0, choose (rand, 1, 40) };
  gboolean is_long = habits->one_is_long > 0 && g_rand_int_range (rand, 0, habits->one_is_long) == 0;

  box.width = choose (rand, 1, is_long ? 100 * habits->widest : habits->widest);

  return box;
}

static void
assert_apart (const Slow *slow)
{
  for (guint i = 0; i < slow->boxes->len; i++)
    {
      const TlRect *box = &g_array_index (slow->boxes, TlRect, i);
      TlRect grown = tl_rect_grow (box, slow->gap);

      g_assert_cmpfloat (box->y, >=, 0);
      g_assert_cmpfloat (box->y + box->height, <=, slow->height);
      for (guint k = 0; k < i; k++)
        g_assert_false (tl_rect_overlaps (&grown, &g_array_index (slow->boxes, TlRect, k)));
    }
}

/* One round of boxes. Some that find room are not put there: whoever asks may
 * think better of it. Returns how many find none. */
static guint
pack_round (TlPacker     *packer,
            Slow         *slow,
            GRand        *rand,
            const Habits *habits,
            guint         n_boxes)
{
  double anchor = choose (rand, -10, 10);
  guint n_left = 0;

  tl_packer_begin_round (packer);
  for (guint i = 0; i < n_boxes; i++)
    {
      TlRect box = make_box (rand, habits, anchor);
      TlRect same = box;
      gboolean is_found = tl_packer_find (packer, anchor, &box);

      g_assert_cmpint (is_found, ==, find_slowly (slow, &same));
      n_left += !is_found;
      if (is_found)
        g_assert_cmpfloat (box.y, ==, same.y);
      if (is_found && g_rand_int_range (rand, 0, 8) > 0)
        {
          tl_packer_add (packer, &box);
          g_array_append_val (slow->boxes, box);
        }
      if (g_rand_boolean (rand))
        anchor += choose (rand, 0, habits->step);
    }

  return n_left;
}

/* Returns how many boxes find no room. */
static guint
check_lane (const Habits *habits,
            GRand        *rand)
{
  g_autoptr (TlPacker) packer = tl_packer_new (habits->height, habits->gap, habits->reach);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlRect));
  Slow slow = { habits->height, habits->gap, boxes };
  double bottom = 0;
  guint n_left = 0;

  for (int round = g_rand_int_range (rand, 1, 7); round > 0; round--)
    n_left += pack_round (packer, &slow, rand, habits, (guint) g_rand_int_range (rand, 0, 60));

  assert_apart (&slow);
  for (guint i = 0; i < boxes->len; i++)
    {
      const TlRect *box = &g_array_index (boxes, TlRect, i);

      bottom = MAX (bottom, box->y + box->height);
    }
  g_assert_cmpfloat (tl_packer_get_bottom (packer), ==, bottom);

  return n_left;
}

static void
test_lanes_random (void)
{
  static const Habits habits[] = {
    { 100, 5, 0, 30, 60, 0 },
    { 200, 5, 50, 10, 120, 0 },
    { 400, 0, 0, 4, 60, 20 },
    { 150, 5, 220, 30, 200, 10 },
    { 60, 2.25, 20, 0, 40, 3 },
    { 1000, 8, 100, 2, 200, 6 },
    { 20, 5, 10, 30, 60, 0 },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (22);

  for (gsize i = 0; i < G_N_ELEMENTS (habits); i++)
    {
      guint n_left = 0;

      for (int round = 0; round < 15; round++)
        n_left += check_lane (&habits[i], rand);
      g_test_message ("%" G_GSIZE_FORMAT ": %u without room", i, n_left);
      g_assert_cmpuint (n_left, >, 0);
    }
}

/* What is kept free before the first round is kept free in all of them. */
static void
test_lanes_kept_free (void)
{
  g_autoptr (TlPacker) packer = tl_packer_new (60, 5, 200);
  const TlRect kept = { 100, 0, 50, 30 };
  const TlRect later = { 20, 0, 30, 60 };
  TlRect box = { 120, 0, 10, 20 };

  tl_packer_add (packer, &later);
  tl_packer_add (packer, &kept);
  for (int round = 0; round < 3; round++)
    {
      tl_packer_begin_round (packer);
      g_assert_true (tl_packer_find (packer, 120, &box));
      g_assert_cmpfloat (box.y, ==, 35);
    }
}

static void
test_lanes_edges (void)
{
  g_autoptr (TlPacker) packer = tl_packer_new (50, 5, 0);
  TlRect whole = { 0, 0, 10, 50 };
  TlRect beside = { 15, 0, 10, 50 };
  TlRect near = { 14.75, 0, 10, 10 };
  TlRect high = { 1000, 0, 1, 50.25 };

  g_assert_cmpfloat (tl_packer_get_bottom (packer), ==, 0);
  tl_packer_begin_round (packer);
  g_assert_true (tl_packer_find (packer, 0, &whole));
  tl_packer_add (packer, &whole);
  g_assert_false (tl_packer_find (packer, 14.75, &near));
  g_assert_true (tl_packer_find (packer, 15, &beside));
  g_assert_cmpfloat (beside.y, ==, 0);
  g_assert_false (tl_packer_find (packer, 1000, &high));
  g_assert_cmpfloat (tl_packer_get_bottom (packer), ==, 50);
}

/* A lane with as many boxes as a large file has, and some that run through
 * half of it. */
static void
test_lanes_many (void)
{
  g_autoptr (TlPacker) packer = tl_packer_new (300, 5, 216);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (GArray) tail = g_array_new (FALSE, FALSE, sizeof (TlRect));
  guint n_placed = 0;

  for (int round = 0; round < 3; round++)
    {
      tl_packer_begin_round (packer);
      for (guint i = 0; i < 15000; i++)
        {
          double anchor = i * 20.0;
          TlRect box = { anchor, 0, i % 5000 == 0 ? 150000 : choose (rand, 40, 220), choose (rand, 20, 50) };

          if (!tl_packer_find (packer, anchor, &box))
            continue;
          tl_packer_add (packer, &box);
          n_placed++;
          if (i > 14700)
            g_array_append_val (tail, box);
        }
    }

  assert_apart (&(Slow){ 300, 5, tail });
  g_test_message ("%u of 45000 placed", n_placed);
  g_assert_cmpuint (n_placed, >, 8000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lanes/random", test_lanes_random);
  g_test_add_func ("/lanes/kept-free", test_lanes_kept_free);
  g_test_add_func ("/lanes/edges", test_lanes_edges);
  g_test_add_func ("/lanes/many", test_lanes_many);

  return g_test_run ();
}
