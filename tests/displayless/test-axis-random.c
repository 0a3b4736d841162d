/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-dated.h"

#include "tl-axis.h"

#include <math.h>

/* What holds for every axis, whatever the dates. */

static const TlAxisMode modes[] = { TL_AXIS_LINEAR, TL_AXIS_FOLDED, TL_AXIS_EVEN };

#define DATES(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* That spans follow each other, and are as long as they should be. */
static void
check_spans (const TlAxis *axis)
{
  guint n_spans;
  const TlAxisSpan *spans = tl_axis_get_spans (axis, &n_spans);
  double column = 0;

  g_assert_cmpuint (n_spans, >=, 1);
  g_assert_cmpfloat (spans[0].start, ==, 0);
  g_assert_cmpfloat (spans[n_spans - 1].end, ==, tl_axis_get_length (axis));

  for (guint i = 0; i < n_spans; i++)
    {
      g_assert_cmpint (spans[i].from, <, spans[i].to);
      g_assert_cmpint (spans[i].known_to, >=, spans[i].from);
      g_assert_cmpint (spans[i].known_to, <=, spans[i].to);
      g_assert_true (spans[i].kind == TL_SPAN_OPEN || spans[i].known_to == spans[i].to);
      g_assert_cmpfloat (spans[i].start, <, spans[i].end);
      g_assert_true (i == 0 || spans[i].from == spans[i - 1].to);
      g_assert_true (i == 0 || spans[i].start == spans[i - 1].end);
      g_assert_false (i > 0 && spans[i].kind == TL_SPAN_FOLD && spans[i - 1].kind == TL_SPAN_FOLD);

      if (spans[i].kind == TL_SPAN_COLUMN && column > 0)
        g_assert_cmpfloat_with_epsilon (spans[i].end - spans[i].start, column, 1e-6);
      if (spans[i].kind == TL_SPAN_COLUMN)
        column = spans[i].end - spans[i].start;
    }
}

/* There and back again, from anywhere. */
static void
check_round_trip (const TlAxis *axis,
                  GRand        *rand)
{
  double length = tl_axis_get_length (axis);
  double scale = tl_axis_get_max_scale (axis);
  TlInstant previous = TL_INSTANT_MIN;
  double step = 0;

  g_assert_cmpfloat (scale, >, 0);
  g_assert_cmpfloat (length * scale, <=, 1e11 * (1 + 1e-12));

  for (int i = 0; i < 300; i++)
    {
      double position = i < 2 ? i * length : g_rand_double (rand) * length;
      TlMoment moment = tl_axis_get_moment (axis, position);
      double again = tl_axis_get_moment_position (axis, &moment);
      TlMoment twice = tl_axis_get_moment (axis, tl_axis_get_position (axis, moment.instant));
      TlMoment bare = { moment.instant, 0 };
      double apart = tl_axis_get_moment_position (axis, &twice) - tl_axis_get_moment_position (axis, &bare);

      g_assert_true (moment.fraction >= 0 && moment.fraction < 1);
      g_assert_cmpfloat_with_epsilon (again * scale, position * scale, 0.01);
      g_assert_cmpfloat (fabs (apart) * scale, <=, 0.01);
    }

  for (int i = 0; i <= 300; i++, step = i * length / 300)
    {
      TlMoment moment = tl_axis_get_moment (axis, step);

      g_assert_cmpint (moment.instant, >=, previous);
      previous = moment.instant;
    }
}

static void
check_ends (const TlAxis *axis)
{
  guint n_spans;
  const TlAxisSpan *spans = tl_axis_get_spans (axis, &n_spans);
  TlInstant last = spans[n_spans - 1].to;
  double length = tl_axis_get_length (axis);

  g_assert_cmpfloat (tl_axis_get_position (axis, TL_INSTANT_MIN), ==, 0);
  g_assert_cmpfloat (tl_axis_get_position (axis, TL_INSTANT_MAX), ==, length);
  g_assert_cmpfloat (tl_axis_get_position (axis, spans[0].from - 1), ==, 0);
  g_assert_cmpfloat (tl_axis_get_position (axis, spans[0].from), ==, 0);
  g_assert_cmpfloat (tl_axis_get_position (axis, last), ==, length);
  g_assert_cmpfloat (tl_axis_get_position (axis, last - 1), <=, length);
  g_assert_cmpint (tl_axis_get_moment (axis, -5).instant, ==, spans[0].from);
  g_assert_cmpint (tl_axis_get_moment (axis, NAN).instant, ==, spans[0].from);
  g_assert_cmpint (tl_axis_get_moment (axis, INFINITY).instant, ==, last);

  for (guint i = 0; i < n_spans; i++)
    g_assert_cmpfloat (tl_axis_get_position (axis, spans[i].from), ==, spans[i].start);
}

/* Every date that is known of @timeline is on @axis at its place among
 * others. */
static void
check_order (const TlAxis *axis,
             TlTimeline   *timeline)
{
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (timeline, &n_events);
  double previous = 0;

  for (guint i = 0; i < n_events; i++)
    {
      double position = tl_axis_get_position (axis, events[i].when.start_earliest);

      g_assert_cmpfloat (position, >=, previous);
      if (i > 0 && events[i].when.start_earliest > events[i - 1].when.start_earliest
          && events[i].when.start.precision >= TL_PRECISION_DAY
          && events[i - 1].when.start.state == TL_END_KNOWN
          && tl_axis_get_mode (axis) == TL_AXIS_EVEN)
        g_assert_cmpfloat (position, >, previous);
      previous = position;
    }
}

static void
check_axis (TlTimeline *timeline,
            GRand      *rand)
{
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (TlAxis) axis = tl_axis_new (timeline, NULL, 0, modes[i], NULL);

      g_assert_cmpint (tl_axis_get_mode (axis), ==, modes[i]);
      check_spans (axis);
      check_round_trip (axis, rand);
      check_ends (axis);
      check_order (axis, timeline);
    }
}

static void
test_axis_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int kind = 0; kind < TL_N_DATED; kind++)
    for (guint32 seed = 1; seed <= 12; seed++)
      {
        guint n_events = (guint) g_rand_int_range (rand, 1, seed % 4 == 0 ? 2000 : 40);
        g_autoptr (TlTimeline) timeline = tl_make_dated_random ((TlDatedKind) kind, n_events, seed);

        check_axis (timeline, rand);
      }
}

static void
test_axis_extreme (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  static const char *const none[] = { NULL };
  const char *const *const all[] = {
    none,
    DATES ("Y-292000000000", "Y292000000000"),
    DATES ("Y-292000000000", "2025-06-12T14:30:00Z", "2025-06-12T14:30:01Z", "Y292000000000"),
    DATES ("../.."),
    DATES ("1969-07-20T20:17:40Z"),
    DATES ("Y-13800000000~"),
    DATES ("XXXX", "1XXX", "19XX", "199X", "199X-12-25"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (TlTimeline) timeline = tl_make_dated (all[i]);

      check_axis (timeline, rand);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/axis-random/random", test_axis_random);
  g_test_add_func ("/axis-random/extreme", test_axis_extreme);

  return g_test_run ();
}
