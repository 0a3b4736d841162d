/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-viewport.h"

#include "make-viewport.h"

#include <math.h>

/* A viewport whose events are filtered. Each lane has events of its own time:
 * the k-th of lane i is 20 days times 10 k + i after 1970 began. */

#define IDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

#define CONTENT (TL_VIEWPORT_CONTENT | TL_VIEWPORT_CAMERA | TL_VIEWPORT_SPAN | TL_VIEWPORT_FILTER)

typedef struct
{
  TlViewport *viewport;
  TlTimeline *timeline;
  guint       n_told;
  guint       changes;
} Fixture;

static void
changed_cb (TlViewport *viewport,
            guint       changes,
            Fixture    *fixture)
{
  fixture->n_told++;
  fixture->changes = changes;
  g_assert_true (tl_viewport_shows (viewport, tl_viewport_get_selected (viewport)));
  g_assert_true (tl_viewport_shows (viewport, tl_viewport_get_compared (viewport)));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->timeline = tl_make_with_lanes (IDS ("a", "b", "c"));
  fixture->viewport = tl_viewport_new ();
  tl_viewport_set_timeline (fixture->viewport, fixture->timeline);
  tl_viewport_set_room (fixture->viewport, 1000, 400);
  g_signal_connect (fixture->viewport, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->viewport);
  g_assert_finalize_object (fixture->timeline);
}

static void
assert_told (Fixture *fixture,
             guint    changes)
{
  g_assert_cmpuint (fixture->n_told, ==, changes != 0 ? 1 : 0);
  g_assert_cmphex (fixture->changes, ==, changes);
  fixture->n_told = fixture->changes = 0;
}

static void
set_filter (Fixture           *fixture,
            const char *const *arguments)
{
  g_autoptr (TlFilter) filter = tl_filter_new_from_arguments (arguments, NULL);

  g_assert_nonnull (filter);
  tl_viewport_set_filter (fixture->viewport, filter);
}

static char *
list_events (Fixture *fixture)
{
  TlTimeline *timeline = tl_viewport_get_timeline (fixture->viewport);
  const TlEvent *events = tl_timeline_get_events (timeline, NULL);
  GString *ids = g_string_new (NULL);
  guint n_shown;
  const guint32 *shown = tl_viewport_get_events (fixture->viewport, &n_shown);

  g_assert_nonnull (shown);
  for (guint i = 0; i < n_shown; i++)
    g_string_append (ids, tl_timeline_get_text (timeline, events[shown[i]].id));

  return g_string_free (ids, FALSE);
}

static void
assert_events (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *found = list_events (fixture);

  g_assert_cmpstr (found, ==, expected);
}

static void
hide_lane (Fixture *fixture,
           guint32  lane)
{
  TlLaneChoice lanes[] = { { .lane = 0 }, { .lane = 1 }, { .lane = 2 } };

  lanes[lane].is_hidden = TRUE;
  tl_viewport_set_lanes (fixture->viewport, lanes, G_N_ELEMENTS (lanes));
  fixture->n_told = fixture->changes = 0;
}

static void
test_events (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TlFilter) empty = tl_filter_new ();

  tl_viewport_set_filter (fixture->viewport, NULL);
  tl_viewport_set_filter (fixture->viewport, empty);
  assert_told (fixture, 0);
  g_assert_null (tl_viewport_get_filter (fixture->viewport));

  set_filter (fixture, IDS ("--lanes", "b"));
  assert_told (fixture, CONTENT);
  assert_events (fixture, "b0b1b2b3");
  set_filter (fixture, IDS ("--lanes", "b"));
  assert_told (fixture, 0);

  set_filter (fixture, IDS ("--actors", "a,c", "--from", "1971"));
  assert_events (fixture, "a2c2a3c3");
  fixture->n_told = fixture->changes = 0;
  tl_viewport_set_filter (fixture->viewport, empty);
  assert_told (fixture, CONTENT);
  assert_events (fixture, "a0b0c0a1b1c1a2b2c2a3b3c3");
  g_assert_null (tl_viewport_get_filter (fixture->viewport));
}

static void
test_hidden_lanes (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TlFilter) both = NULL;
  g_autoptr (TlFilter) hidden = NULL;
  g_autoptr (GArray) left = NULL;

  hide_lane (fixture, 0);
  hidden = tl_viewport_dup_filter (fixture->viewport);
  g_assert_cmpstrv (tl_filter_get (hidden, TL_CONDITION_LANE), IDS ("b", "c"));

  set_filter (fixture, IDS ("--lanes", "a,c", "--from", "1971"));
  assert_events (fixture, "c2c3");

  /* The same without a viewport. */
  both = tl_viewport_dup_filter (fixture->viewport);
  left = tl_filter_apply (both, fixture->timeline);
  g_assert_cmpuint (left->len, ==, 2);
  g_assert_cmpstrv (tl_filter_get (tl_viewport_get_filter (fixture->viewport), TL_CONDITION_LANE), IDS ("a", "c"));
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  guint32 kept = tl_timeline_find_event (fixture->timeline, "b1");

  tl_viewport_select (fixture->viewport, kept);
  tl_viewport_compare (fixture->viewport, tl_timeline_find_event (fixture->timeline, "c1"));
  fixture->n_told = fixture->changes = 0;

  set_filter (fixture, IDS ("--lanes", "b"));
  assert_told (fixture, CONTENT | TL_VIEWPORT_SELECTION);
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, kept);
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, TL_NONE);
  set_filter (fixture, IDS ("--lanes", "b,c"));
  assert_told (fixture, CONTENT);
  set_filter (fixture, IDS ("--lanes", "c"));
  assert_told (fixture, CONTENT | TL_VIEWPORT_SELECTION);
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, TL_NONE);

  /* What is not shown cannot be selected. */
  tl_viewport_select (fixture->viewport, kept);
  assert_told (fixture, 0);
}

static void
test_nothing_left (Fixture       *fixture,
                   gconstpointer  data)
{
  tl_viewport_select (fixture->viewport, 0);
  set_filter (fixture, IDS ("--from", "2100"));
  assert_events (fixture, "");
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, TL_NONE);
  g_assert_nonnull (tl_viewport_get_axis (fixture->viewport));
  g_assert_cmpfloat (tl_axis_get_length (tl_viewport_get_axis (fixture->viewport)), >, 0);
  set_filter (fixture, IDS ("--lanes", "gone"));
  assert_events (fixture, "");
}

/* The axis is that of the time that is asked for. */
static void
test_axis (Fixture       *fixture,
           gconstpointer  data)
{
  TlPlace place;

  set_filter (fixture, IDS ("--from", "1970-08", "--to", "1971-06"));
  place = tl_viewport_get_place (fixture->viewport);
  g_assert_true (place.is_whole);
  g_assert_cmpint (place.from.instant, >=, tl_instant_from_civil (1970, 8, 1, 0, 0, 0));
  g_assert_cmpint (place.to.instant, <=, tl_instant_from_civil (1971, 7, 1, 0, 0, 0));
}

/* The place is kept, but for one at which there is nothing to see. */
static void
test_view (Fixture       *fixture,
           gconstpointer  data)
{
  const TlEvent *events = tl_timeline_get_events (fixture->timeline, NULL);
  guint32 last = tl_timeline_find_event (fixture->timeline, "c3");
  const TlPlace end = { .from = { tl_date_get_earliest (&events[last].when) - 30 * TL_SECONDS_PER_DAY, 0 },
                        .to = { tl_date_get_earliest (&events[last].when), 0 } };

  tl_viewport_set_place (fixture->viewport, &end);
  g_assert_false (tl_viewport_is_fitted (fixture->viewport));
  set_filter (fixture, IDS ("--lanes", "c"));
  g_assert_false (tl_viewport_is_fitted (fixture->viewport));
  set_filter (fixture, IDS ("--events", "a0,a1,c3"));
  tl_viewport_set_place (fixture->viewport, &end);
  g_assert_false (tl_viewport_is_fitted (fixture->viewport));
  set_filter (fixture, IDS ("--events", "a0,a1"));
  g_assert_true (tl_viewport_is_fitted (fixture->viewport));
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TlTimeline) newer = tl_make_with_lanes (IDS ("b", "d"));
  g_autoptr (TlTimeline) other = tl_make_with_lanes (IDS ("b"));

  set_filter (fixture, IDS ("--lanes", "a,b", "--from", "1971"));
  tl_viewport_replace_timeline (fixture->viewport, newer);
  g_assert_cmphex (fixture->changes & TL_VIEWPORT_FILTER, !=, 0);
  g_assert_cmpstrv (tl_filter_get (tl_viewport_get_filter (fixture->viewport), TL_CONDITION_LANE), IDS ("b"));
  assert_events (fixture, "b2b3");

  /* Another file is another matter. */
  tl_viewport_set_timeline (fixture->viewport, other);
  g_assert_null (tl_viewport_get_filter (fixture->viewport));
  assert_events (fixture, "b0b1b2b3");
}

static void
test_only_lane (Fixture       *fixture,
                gconstpointer  data)
{
  set_filter (fixture, IDS ("--lanes", "a,b", "--from", "1971"));
  tl_viewport_filter_lane (fixture->viewport, 2);
  assert_events (fixture, "c2c3");
  g_assert_cmpstrv (tl_filter_get (tl_viewport_get_filter (fixture->viewport), TL_CONDITION_LANE), IDS ("c"));
}

/* To the day, and not into the one that begins where the mark ends. */
static void
test_only_span (Fixture       *fixture,
                gconstpointer  data)
{
  const TlAxis *axis;
  TlStretch span;

  tl_viewport_filter_span (fixture->viewport);
  assert_told (fixture, 0);

  tl_viewport_set_axis_mode (fixture->viewport, TL_AXIS_LINEAR);
  axis = tl_viewport_get_axis (fixture->viewport);
  span.from = tl_axis_get_position (axis, tl_instant_from_civil (1970, 7, 20, 6, 0, 0));
  span.to = tl_axis_get_position (axis, tl_instant_from_civil (1970, 8, 9, 0, 0, 0));
  tl_viewport_set_span (fixture->viewport, &span);
  tl_viewport_filter_span (fixture->viewport);
  g_assert_cmpstr (*tl_filter_get (tl_viewport_get_filter (fixture->viewport), TL_CONDITION_FROM), ==, "1970-07-20");
  g_assert_cmpstr (*tl_filter_get (tl_viewport_get_filter (fixture->viewport), TL_CONDITION_TO), ==, "1970-08-08");
  assert_events (fixture, "a1");
  g_assert_false (tl_viewport_get_span (fixture->viewport, &span));
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

  add_test ("/viewport-filter/events", test_events);
  add_test ("/viewport-filter/hidden-lanes", test_hidden_lanes);
  add_test ("/viewport-filter/selection", test_selection);
  add_test ("/viewport-filter/nothing-left", test_nothing_left);
  add_test ("/viewport-filter/axis", test_axis);
  add_test ("/viewport-filter/view", test_view);
  add_test ("/viewport-filter/replace", test_replace);
  add_test ("/viewport-filter/only-lane", test_only_lane);
  add_test ("/viewport-filter/only-span", test_only_span);

  return g_test_run ();
}
