/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-neighbours.h"

#include "fake-measure.h"
#include "make-layout.h"

#include "tl-load.h"

#include <math.h>
#include <string.h>

/* Where the keyboard goes. */

#define N_LAYOUTS 100

/* Two lanes with an empty one between them. By time: a0 b0 a1 a2 b1. */
static const char text[] =
  "{\"format\":\"throughline\",\"version\":1,\"title\":\"T\",\"sources\":[],"
  "\"actors\":[{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"n\",\"name\":\"N\"},{\"id\":\"b\",\"name\":\"B\"}],"
  "\"lanes\":[{\"id\":\"la\",\"name\":\"A\",\"actors\":[\"a\"]},{\"id\":\"ln\",\"name\":\"N\",\"actors\":[\"n\"]},"
  "{\"id\":\"lb\",\"name\":\"B\",\"actors\":[\"b\"]}],\"events\":["
  "{\"id\":\"a0\",\"when\":\"2025-01-01\",\"title\":\"a0\",\"actors\":[\"a\"],"
  "\"links\":[{\"to\":\"b1\",\"kind\":\"led-to\"},{\"to\":\"a1\",\"kind\":\"led-to\"},"
  "{\"to\":\"a1\",\"kind\":\"led-to\"}]},"
  "{\"id\":\"b0\",\"when\":\"2025-01-20\",\"title\":\"b0\",\"actors\":[\"b\"],"
  "\"links\":[{\"to\":\"a0\",\"kind\":\"led-to\"}]},"
  "{\"id\":\"a1\",\"when\":\"2025-02-01\",\"title\":\"a1\",\"actors\":[\"a\"],"
  "\"links\":[{\"to\":\"a0\",\"kind\":\"led-to\"}]},"
  "{\"id\":\"a2\",\"when\":\"2025-03-01\",\"title\":\"a2\",\"actors\":[\"a\"]},"
  "{\"id\":\"b1\",\"when\":\"2025-03-20\",\"title\":\"b1\",\"actors\":[\"b\"]}]}";

enum
{
  A0,
  B0,
  A1,
  A2,
  B1,
  N_EVENTS
};

typedef struct
{
  guint32     from;
  TlNeighbour which;
  guint32     to;
} Row;

static TlTimeline *
load (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (TlLoad) loaded = tl_load_bytes (bytes, NULL);

  g_assert_cmpuint (loaded->n_left_out, ==, 0);

  return g_object_ref (loaded->timeline);
}

static TlLayout *
lay_out (TlTimeline         *timeline,
         TlAxis             *axis,
         const guint32      *events,
         guint               n_events,
         const TlLaneChoice *lanes,
         guint               n_lanes)
{
  const TlLayoutOptions options = {
    .drawing = { timeline, tl_theme_get (TL_THEME_LIGHT), NULL, &tl_fake_measure, NULL },
    .axis = axis,
    .scale = tl_layout_get_scale_for (axis, 900),
    .events = events,
    .n_events = n_events,
    .lanes = lanes,
    .n_lanes = n_lanes,
    .selected = TL_NONE,
  };

  return tl_layout_new (&options);
}

static void
check_rows (const TlLayout *layout,
            const Row      *rows,
            gsize           n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      guint32 found = tl_layout_find_neighbour (layout, rows[i].from, rows[i].which);

      g_test_message ("from %d, step %d", (int) rows[i].from, (int) rows[i].which);
      g_assert_cmpuint (found, ==, rows[i].to);
    }
}

static void
test_neighbours_steps (void)
{
  static const Row rows[] = {
    { A0, TL_NEIGHBOUR_NEXT, B0 },
    { B0, TL_NEIGHBOUR_NEXT, A1 },
    { B1, TL_NEIGHBOUR_NEXT, TL_NONE },
    { B1, TL_NEIGHBOUR_PREVIOUS, A2 },
    { A0, TL_NEIGHBOUR_PREVIOUS, TL_NONE },
    { A0, TL_NEIGHBOUR_NEXT_IN_LANE, A1 },
    { A2, TL_NEIGHBOUR_NEXT_IN_LANE, TL_NONE },
    { B1, TL_NEIGHBOUR_PREVIOUS_IN_LANE, B0 },
    { B0, TL_NEIGHBOUR_PREVIOUS_IN_LANE, TL_NONE },
    { A0, TL_NEIGHBOUR_DOWN, B0 },
    { A1, TL_NEIGHBOUR_DOWN, B0 },
    { A2, TL_NEIGHBOUR_DOWN, B1 },
    { A2, TL_NEIGHBOUR_UP, TL_NONE },
    { B0, TL_NEIGHBOUR_UP, A1 },
    { B1, TL_NEIGHBOUR_UP, A2 },
    { B1, TL_NEIGHBOUR_DOWN, TL_NONE },
    { A1, TL_NEIGHBOUR_FIRST, A0 },
    { A1, TL_NEIGHBOUR_LAST, B1 },
    { TL_NONE, TL_NEIGHBOUR_NEXT, A0 },
    { TL_NONE, TL_NEIGHBOUR_DOWN, A0 },
    { TL_NONE, TL_NEIGHBOUR_PREVIOUS, B1 },
  };
  static const guint32 events[] = { A0, B0, A1, A2, B1 };
  g_autoptr (TlTimeline) timeline = load ();
  g_autoptr (TlAxis) axis = tl_axis_new (timeline, events, N_EVENTS, TL_AXIS_LINEAR, NULL);
  g_autoptr (TlLayout) layout = lay_out (timeline, axis, events, N_EVENTS, NULL, 0);

  check_rows (layout, rows, G_N_ELEMENTS (rows));
}

/* What a filter or a hidden lane leaves out is passed over. */
static void
test_neighbours_left_out (void)
{
  static const Row hidden_rows[] = {
    { A0, TL_NEIGHBOUR_NEXT, A1 },
    { B0, TL_NEIGHBOUR_NEXT, A1 },
    { B0, TL_NEIGHBOUR_PREVIOUS, A0 },
    { B0, TL_NEIGHBOUR_UP, A0 },
    { A2, TL_NEIGHBOUR_DOWN, TL_NONE },
    { A0, TL_NEIGHBOUR_LAST, A2 },
  };
  static const Row filtered_rows[] = {
    { A1, TL_NEIGHBOUR_NEXT, B1 },
    { A1, TL_NEIGHBOUR_PREVIOUS, B0 },
    { A0, TL_NEIGHBOUR_PREVIOUS, TL_NONE },
    { B0, TL_NEIGHBOUR_UP, TL_NONE },
  };
  static const TlLaneChoice choices[] = { { .lane = 2, .is_hidden = TRUE } };
  static const guint32 events[] = { A0, B0, A1, A2, B1 };
  static const guint32 filtered[] = { B0, B1 };
  g_autoptr (TlTimeline) timeline = load ();
  g_autoptr (TlAxis) axis = tl_axis_new (timeline, events, N_EVENTS, TL_AXIS_LINEAR, NULL);
  g_autoptr (TlLayout) hidden = lay_out (timeline, axis, events, N_EVENTS, choices, 1);
  g_autoptr (TlLayout) few = lay_out (timeline, axis, filtered, 2, NULL, 0);
  g_autoptr (TlLayout) none = lay_out (timeline, axis, filtered, 0, NULL, 0);

  check_rows (hidden, hidden_rows, G_N_ELEMENTS (hidden_rows));
  check_rows (few, filtered_rows, G_N_ELEMENTS (filtered_rows));
  for (int which = TL_NEIGHBOUR_NEXT; which <= TL_NEIGHBOUR_LAST; which++)
    {
      g_assert_cmpuint (tl_layout_find_neighbour (none, A1, (TlNeighbour) which), ==, TL_NONE);
      g_assert_cmpuint (tl_layout_find_neighbour (none, TL_NONE, (TlNeighbour) which), ==, TL_NONE);
    }
}

static void
test_neighbours_linked (void)
{
  static const guint32 events[] = { A0, B0, A1, A2, B1 };
  static const guint32 expected[] = { A1, B1, B0, TL_NONE };
  static const TlLaneChoice choices[] = { { .lane = 2, .is_hidden = TRUE } };
  g_autoptr (TlTimeline) timeline = load ();
  g_autoptr (TlAxis) axis = tl_axis_new (timeline, events, N_EVENTS, TL_AXIS_LINEAR, NULL);
  g_autoptr (TlLayout) layout = lay_out (timeline, axis, events, N_EVENTS, NULL, 0);
  g_autoptr (TlLayout) hidden = lay_out (timeline, axis, events, N_EVENTS, choices, 1);
  guint n_linked;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpuint (tl_layout_find_linked (layout, A0, i, &n_linked), ==, expected[i]);
      g_assert_cmpuint (n_linked, ==, 3);
    }
  g_assert_cmpuint (tl_layout_find_linked (layout, A2, 0, &n_linked), ==, TL_NONE);
  g_assert_cmpuint (n_linked, ==, 0);
  g_assert_cmpuint (tl_layout_find_linked (layout, B1, 0, NULL), ==, A0);
  g_assert_cmpuint (tl_layout_find_linked (layout, TL_NONE, 0, &n_linked), ==, TL_NONE);
  g_assert_cmpuint (n_linked, ==, 0);
  g_assert_cmpuint (tl_layout_find_linked (hidden, A0, 0, &n_linked), ==, A1);
  g_assert_cmpuint (n_linked, ==, 1);
}

/* From the first event on, next comes to every one that is shown, and back;
 * each lane's own steps come to all of that lane. */
static void
check_walk (const TlMadeLayout *made,
            TlNeighbour         forward,
            TlNeighbour         back)
{
  guint n_placed, n_shown = 0, n_walked = 0;
  const TlPlaced *placed = tl_layout_get_placed (made->layout, &n_placed);
  guint32 last = TL_NONE;
  guint32 first = tl_layout_find_neighbour (made->layout, TL_NONE, TL_NEIGHBOUR_FIRST);
  guint32 lane = TL_NONE;

  for (guint i = 0; i < n_placed; i++)
    if (placed[i].event == first)
      lane = placed[i].lane;
  for (guint i = 0; i < n_placed; i++)
    n_shown += placed[i].lane != TL_NONE && (forward == TL_NEIGHBOUR_NEXT || placed[i].lane == lane);
  for (guint32 at = first; at != TL_NONE; at = tl_layout_find_neighbour (made->layout, at, forward))
    {
      if (last != TL_NONE)
        {
          g_assert_cmpuint (at, >, last);
          g_assert_cmpuint (tl_layout_find_neighbour (made->layout, at, back), ==, last);
        }
      last = at;
      n_walked++;
    }
  g_assert_cmpuint (n_walked, ==, n_shown);
}

static void
test_neighbours_walk (void)
{
  for (guint32 i = 0; i < N_LAYOUTS; i++)
    {
      g_autoptr (TlMadeLayout) made = tl_made_layout_new (3000 + i);

      g_test_message ("%s", made->about);
      check_walk (made, TL_NEIGHBOUR_NEXT, TL_NEIGHBOUR_PREVIOUS);
      check_walk (made, TL_NEIGHBOUR_NEXT_IN_LANE, TL_NEIGHBOUR_PREVIOUS_IN_LANE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/neighbours/steps", test_neighbours_steps);
  g_test_add_func ("/neighbours/left-out", test_neighbours_left_out);
  g_test_add_func ("/neighbours/linked", test_neighbours_linked);
  g_test_add_func ("/neighbours/walk", test_neighbours_walk);

  return g_test_run ();
}
