/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-event-walk.h"

/* Going through events one by one. */

static void
check (const TlEventWalk *walk,
       guint32            event,
       guint32            previous,
       guint32            next,
       guint              place)
{
  g_assert_cmpuint (tl_event_walk_get_previous (walk, event), ==, previous);
  g_assert_cmpuint (tl_event_walk_get_next (walk, event), ==, next);
  if (event != TL_NONE)
    g_assert_cmpuint (tl_event_walk_find_place (walk, event), ==, place);
}

static void
test_walk_all (void)
{
  TlEventWalk walk = { 0 };

  check (&walk, 0, TL_NONE, TL_NONE, 0);
  tl_event_walk_set (&walk, NULL, 3);
  check (&walk, 0, TL_NONE, 1, 0);
  check (&walk, 1, 0, 2, 1);
  check (&walk, 2, 1, TL_NONE, 2);
  check (&walk, TL_NONE, TL_NONE, TL_NONE, 0);
  tl_event_walk_clear (&walk);
  check (&walk, 0, TL_NONE, TL_NONE, 0);
}

/* From what is not among them, too. */
static void
test_walk_some (void)
{
  static const guint32 some[] = { 2, 5, 6 };
  TlEventWalk walk = { 0 };

  tl_event_walk_set (&walk, some, G_N_ELEMENTS (some));
  check (&walk, 0, TL_NONE, 2, 0);
  check (&walk, 2, TL_NONE, 5, 0);
  check (&walk, 3, 2, 5, 1);
  check (&walk, 5, 2, 6, 1);
  check (&walk, 6, 5, TL_NONE, 2);
  check (&walk, 9, 6, TL_NONE, 3);
  tl_event_walk_set (&walk, some, 0);
  check (&walk, 3, TL_NONE, TL_NONE, 0);
  tl_event_walk_clear (&walk);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-walk/all", test_walk_all);
  g_test_add_func ("/event-walk/some", test_walk_some);

  return g_test_run ();
}
