/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-history.h"

#include "make-viewport.h"

/* Going back to where one has been. */

#define MAX_VISITS 200

typedef struct
{
  TlViewport *viewport;
  TlHistory  *history;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (TlTimeline) timeline = tl_make_numbered (0, 300);

  fixture->viewport = tl_viewport_new ();
  tl_viewport_set_timeline (fixture->viewport, timeline);
  tl_viewport_set_room (fixture->viewport, 1000, 400);
  fixture->history = tl_history_new (fixture->viewport);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tl_history_free (fixture->history);
  g_assert_finalize_object (fixture->viewport);
}

static void
visit (Fixture *fixture,
       guint32  event)
{
  tl_viewport_select (fixture->viewport, event);
  tl_history_visit (fixture->history);
}

static void
assert_goes_to (Fixture *fixture,
                int      steps,
                guint32  event)
{
  TlCamera camera;

  g_assert_true (tl_history_can_go (fixture->history, steps));
  g_assert_true (tl_history_go (fixture->history, steps, &camera));
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, event);
}

static void
assert_cannot_go (Fixture *fixture,
                  int      steps)
{
  guint32 selected = tl_viewport_get_selected (fixture->viewport);
  TlCamera camera;

  g_assert_false (tl_history_can_go (fixture->history, steps));
  g_assert_false (tl_history_go (fixture->history, steps, &camera));
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, selected);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  assert_cannot_go (fixture, -1);
  assert_cannot_go (fixture, 1);
}

static void
test_back_and_forward (Fixture       *fixture,
                       gconstpointer  data)
{
  visit (fixture, 3);
  visit (fixture, 7);
  visit (fixture, 5);

  assert_cannot_go (fixture, 1);
  assert_goes_to (fixture, -1, 7);
  assert_goes_to (fixture, -1, 3);
  assert_goes_to (fixture, -1, TL_NONE);
  assert_cannot_go (fixture, -1);
  assert_goes_to (fixture, 3, 5);
  assert_cannot_go (fixture, -4);
  assert_goes_to (fixture, -2, 3);
}

/* What could be gone forward to is forgotten with the next visit. */
static void
test_forward_is_dropped (Fixture       *fixture,
                         gconstpointer  data)
{
  visit (fixture, 1);
  visit (fixture, 2);
  visit (fixture, 3);
  assert_goes_to (fixture, -2, 1);
  g_assert_true (tl_history_can_go (fixture->history, 2));

  visit (fixture, 9);
  assert_cannot_go (fixture, 1);
  assert_goes_to (fixture, -1, 1);
  assert_goes_to (fixture, 1, 9);
}

/* A view is found again as it was left, not as it was come to. */
static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  const TlStretch first = { 0.2 * tl_axis_get_length (tl_viewport_get_axis (fixture->viewport)),
                            0.3 * tl_axis_get_length (tl_viewport_get_axis (fixture->viewport)) };
  TlCamera near = tl_viewport_show_stretch (fixture->viewport, &first, 0);
  TlCamera camera;

  visit (fixture, 1);
  tl_viewport_set_camera (fixture->viewport, &near);
  visit (fixture, 2);
  camera = tl_viewport_fit (fixture->viewport);
  tl_viewport_set_camera (fixture->viewport, &camera);

  g_assert_true (tl_history_go (fixture->history, -1, &camera));
  g_assert_cmpfloat_with_epsilon (camera.scale, near.scale, 1e-6 * near.scale);
  g_assert_cmpfloat_with_epsilon (camera.x, near.x, 0.01);
  /* It is for whoever asks to go there. */
  g_assert_true (tl_viewport_is_fitted (fixture->viewport));
  tl_viewport_set_camera (fixture->viewport, &camera);

  g_assert_true (tl_history_go (fixture->history, 1, &camera));
  near = tl_viewport_fit (fixture->viewport);
  g_assert_true (tl_camera_equal (&camera, &near));
}

/* Events that a newer file no longer has are passed over, in both directions,
 * and those that are further on in it are found. */
static void
test_reload (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TlTimeline) newer = tl_make_numbered (10, 300);

  visit (fixture, 20);
  visit (fixture, 4);
  visit (fixture, 5);
  visit (fixture, 30);
  visit (fixture, 6);
  tl_viewport_replace_timeline (fixture->viewport, newer);
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, TL_NONE);

  assert_goes_to (fixture, -1, 30 - 10);
  assert_goes_to (fixture, -1, 20 - 10);
  assert_goes_to (fixture, -1, TL_NONE);
  assert_goes_to (fixture, 1, 20 - 10);
  assert_goes_to (fixture, 1, 30 - 10);
  /* The latest one is of an event that is gone. */
  assert_cannot_go (fixture, 1);
}

static void
test_all_gone (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TlTimeline) newer = tl_make_numbered (250, 300);

  for (guint32 i = 0; i < 20; i++)
    visit (fixture, i);
  tl_viewport_replace_timeline (fixture->viewport, newer);

  /* Only where it began, with nothing selected. */
  g_assert_true (tl_history_can_go (fixture->history, -1));
  assert_cannot_go (fixture, -2);
  assert_goes_to (fixture, -1, TL_NONE);
  assert_cannot_go (fixture, 1);
}

static void
test_limit (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint32 i = 0; i < 250; i++)
    visit (fixture, i);

  assert_cannot_go (fixture, -MAX_VISITS);
  assert_goes_to (fixture, 1 - MAX_VISITS, 250 - MAX_VISITS);
  assert_cannot_go (fixture, -1);
  assert_goes_to (fixture, MAX_VISITS - 1, 249);
}

static void
test_clear (Fixture       *fixture,
            gconstpointer  data)
{
  visit (fixture, 1);
  visit (fixture, 2);
  assert_goes_to (fixture, -1, 1);
  tl_history_clear (fixture->history);
  assert_cannot_go (fixture, -1);
  assert_cannot_go (fixture, 1);

  visit (fixture, 8);
  assert_goes_to (fixture, -1, 1);
}

/* The window makes it before anything is opened. */
static void
test_without_timeline (void)
{
  TlViewport *viewport = tl_viewport_new ();
  g_autoptr (TlHistory) history = tl_history_new (viewport);
  TlCamera camera;

  tl_history_visit (history);
  g_assert_true (tl_history_go (history, -1, &camera));
  g_assert_false (tl_history_can_go (history, -1));
  g_assert_finalize_object (viewport);
}

static void
add_test (const char *path,
          void      (*test) (Fixture       *fixture,
                             gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/history/empty", test_empty);
  add_test ("/history/back-and-forward", test_back_and_forward);
  add_test ("/history/forward-is-dropped", test_forward_is_dropped);
  add_test ("/history/places", test_places);
  add_test ("/history/reload", test_reload);
  add_test ("/history/all-gone", test_all_gone);
  add_test ("/history/limit", test_limit);
  add_test ("/history/clear", test_clear);
  g_test_add_func ("/history/without-timeline", test_without_timeline);

  return g_test_run ();
}
