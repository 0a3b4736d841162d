/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-show.h"

#include <string.h>

#include "fake-measure.h"
#include "make-dated.h"
#include "read-scene.h"

#include "tl-load.h"

/* A talk that is being given: where one is, what is seen, how long it takes. */

#define SECOND G_USEC_PER_SEC
#define LATER  (10 * SECOND) /* when a move is over */

typedef struct
{
  TlShow *show;
  guint   changes; /* all that has been told since it was looked at last */
} Subject;

static void
changed_cb (Subject *subject,
            guint    change)
{
  subject->changes |= change;
}

static guint
take_changes (Subject *subject)
{
  guint changes = subject->changes;

  subject->changes = 0;

  return changes;
}

static TlTimeline *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (TlLoad) loaded = tl_load_bytes (bytes, NULL);

  g_assert_nonnull (loaded->timeline);

  return g_object_ref (loaded->timeline);
}

static void
make_parts (TlTimeline  *timeline,
            TlViewport **viewport,
            TlTalk     **talk)
{
  guint n_events;
  const guint32 *events;

  *viewport = tl_viewport_new ();
  tl_viewport_set_timeline (*viewport, timeline);
  events = tl_viewport_get_events (*viewport, &n_events);
  *talk = tl_talk_new (timeline, events, n_events, NULL);
}

static void
open_subject (Subject    *subject,
              TlTimeline *timeline)
{
  g_autoptr (TlTimeline) owned = timeline;
  g_autoptr (TlViewport) viewport = NULL;
  g_autoptr (TlTalk) talk = NULL;

  make_parts (owned, &viewport, &talk);
  subject->show = tl_show_new (viewport, talk, &tl_fake_measure);
  subject->changes = 0;
  g_signal_connect_swapped (subject->show, "changed", G_CALLBACK (changed_cb), subject);
}

/* Five steps, the first and the fourth of them in reserve. */
static const char with_reserve[] =
  "{\"format\":\"throughline\",\"version\":1,\"title\":\"T\",\"events\":["
  "{\"id\":\"a\",\"title\":\"A\",\"when\":\"2025-01-01\"},{\"id\":\"b\",\"title\":\"B\",\"when\":\"2025-02-01\"},"
  "{\"id\":\"c\",\"title\":\"C\",\"when\":\"2025-03-01\"}],"
  "\"talk\":{\"minutes\":10,\"steps\":[{\"title\":\"Zero\",\"events\":[\"a\"],\"hidden\":true},"
  "{\"title\":\"One\",\"events\":[\"a\"]},{\"title\":\"Two\",\"events\":[\"b\"]},"
  "{\"title\":\"Reserve\",\"events\":[\"c\"],\"hidden\":true},{\"title\":\"Three\",\"events\":[\"c\"]}]}}";

static void
check_shown (Subject    *subject,
             const char *title)
{
  TlScene *still = tl_show_get_still (subject->show);

  g_assert_cmpstr (tl_show_get_shown (subject->show)->title, ==, title);
  g_assert_true (tl_scene_has_text (still, title));
}

static void
test_steps (void)
{
  Subject subject;
  guint number;

  open_subject (&subject, load (with_reserve));
  check_shown (&subject, "One");
  g_assert_cmpuint (tl_show_count_steps (subject.show, &number), ==, 3);
  g_assert_cmpuint (number, ==, 1);

  /* Those in reserve are passed by, in both directions. */
  tl_show_go_by (subject.show, 1, LATER);
  check_shown (&subject, "Two");
  tl_show_go_by (subject.show, 1, LATER);
  check_shown (&subject, "Three");
  tl_show_go_by (subject.show, -1, LATER);
  check_shown (&subject, "Two");
  tl_show_go_to_next_of_all (subject.show, LATER);
  check_shown (&subject, "Reserve");
  tl_show_go_by (subject.show, 1, LATER);
  check_shown (&subject, "Three");

  /* An end behind the last one, and no way before the first one. */
  g_assert_false (tl_show_is_at_end (subject.show));
  tl_show_go_by (subject.show, 1, LATER);
  tl_show_go_by (subject.show, 1, LATER);
  g_assert_true (tl_show_is_at_end (subject.show));
  check_shown (&subject, "Three");
  tl_show_go_by (subject.show, -1, LATER);
  g_assert_false (tl_show_is_at_end (subject.show));
  check_shown (&subject, "Three");
  tl_show_go_to_side (subject.show, TRUE, LATER);
  tl_show_go_by (subject.show, -1, LATER);
  check_shown (&subject, "One");

  g_assert_true (tl_show_go_to_number (subject.show, 3, LATER));
  check_shown (&subject, "Three");
  g_assert_false (tl_show_go_to_number (subject.show, 4, LATER));
  g_assert_false (tl_show_go_to_number (subject.show, 0, LATER));
  check_shown (&subject, "Three");
  g_object_unref (subject.show);
}

static void
test_states (void)
{
  Subject subject;

  open_subject (&subject, load (with_reserve));
  take_changes (&subject);
  tl_show_set_black (subject.show, TRUE);
  g_assert_cmpuint (take_changes (&subject), ==, TL_SHOW_STATE);
  g_assert_true (tl_show_is_black (subject.show));
  tl_show_go_by (subject.show, 1, LATER);
  g_assert_false (tl_show_is_black (subject.show));
  g_assert_true (take_changes (&subject) & TL_SHOW_STEP);
  tl_show_set_frozen (subject.show, TRUE);
  tl_show_go_by (subject.show, 1, LATER);
  g_assert_true (tl_show_is_frozen (subject.show));
  g_object_unref (subject.show);
}

static char *
draw (Subject *subject,
      gint64   now)
{
  g_autoptr (TlScene) scene = tl_show_draw_lanes (subject->show, now);

  return tl_scene_to_text (scene);
}

/* What is said stays; back at the step all is as it was. */
static void
test_roaming (void)
{
  Subject subject;
  g_autofree char *before = NULL;

  open_subject (&subject, tl_make_dated_sample ("meta-scale-openai-google"));
  tl_show_go_to (subject.show, 3, LATER);
  before = draw (&subject, LATER);
  for (int way = 0; way < 4; way++)
    {
      g_autofree char *moved = NULL;
      g_autofree char *back = NULL;

      if (way == 0)
        tl_show_pan (subject.show, -200, LATER);
      else if (way == 1)
        tl_show_zoom (subject.show, 2, 700, FALSE, LATER);
      else if (way == 2)
        tl_show_fit (subject.show, LATER);
      else
        tl_show_open_event (subject.show, 5, LATER);
      moved = draw (&subject, LATER);
      g_assert_true (tl_show_is_roaming (subject.show));
      g_assert_cmpstr (moved, !=, before);
      g_assert_cmpuint (tl_show_get_step (subject.show), ==, 3);

      tl_show_go_by (subject.show, -1, LATER);
      g_assert_false (tl_show_is_roaming (subject.show));
      back = draw (&subject, LATER);
      g_assert_true (g_str_equal (back, before));
    }

  /* From beside the step, on is the next step. */
  tl_show_pan (subject.show, 100, LATER);
  tl_show_pan (subject.show, 20, LATER);
  tl_show_go_by (subject.show, 1, LATER);
  g_assert_cmpuint (tl_show_get_step (subject.show), ==, 4);
  g_object_unref (subject.show);
}

/* The date under the pointer stays there, also in a mirrored view. */
static void
test_zoom (void)
{
  for (int mirrored = 0; mirrored < 2; mirrored++)
    {
      Subject subject;
      double width;
      const double x = 640;
      TlViewport *viewport;
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;

      open_subject (&subject, tl_make_dated_sample ("meta-scale-openai-google"));
      tl_show_set_mirrored (subject.show, mirrored);
      viewport = tl_show_get_viewport (subject.show);
      g_assert_nonnull (viewport);
      tl_show_go_to (subject.show, 4, LATER);
      tl_show_pan (subject.show, 1, LATER);
      one = draw (&subject, LATER);
      tl_show_zoom (subject.show, 1.5, x, FALSE, LATER);
      tl_show_zoom (subject.show, 1 / 1.5, x, FALSE, LATER);
      width = tl_show_get_slides (subject.show)->width;
      g_assert_cmpfloat (width, >, x);
      other = draw (&subject, LATER);
      g_assert_true (g_str_equal (one, other));
      g_object_unref (subject.show);
    }
}

static void
test_neighbours (void)
{
  Subject subject;
  guint n_events;
  guint32 first;

  open_subject (&subject, tl_make_dated_sample ("meta-scale-openai-google"));
  tl_viewport_get_events (tl_show_get_viewport (subject.show), &n_events);
  tl_show_go_to (subject.show, 4, LATER);
  tl_show_open_neighbour (subject.show, 1, LATER);
  first = tl_show_get_opened (subject.show);
  g_assert_cmpuint (first, !=, TL_NONE);
  for (guint i = 0; i < 2 * n_events; i++)
    tl_show_open_neighbour (subject.show, 1, LATER);
  g_assert_cmpuint (tl_show_get_opened (subject.show), ==, n_events - 1);
  for (guint i = 0; i < 2 * n_events; i++)
    tl_show_open_neighbour (subject.show, -1, LATER);
  g_assert_cmpuint (tl_show_get_opened (subject.show), ==, 0);
  tl_show_return (subject.show, LATER);
  g_assert_cmpuint (tl_show_get_opened (subject.show), ==, TL_NONE);
  g_object_unref (subject.show);
}

/* Each move can be turned into another one on its way, by any of them. */
static void
test_interrupted_moves (void)
{
  Subject subject;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gint64 now = SECOND;
  guint n_steps;

  open_subject (&subject, tl_make_dated_sample ("meta-scale-openai-google"));
  tl_show_set_animated (subject.show, TRUE);
  tl_talk_get_steps (tl_show_get_talk (subject.show), &n_steps);
  for (int i = 0; i < 300; i++)
    {
      g_autofree char *frame = NULL;

      now += g_rand_int_range (rand, 0, 2 * TL_SLIDE_MOVE);
      switch (g_rand_int_range (rand, 0, 7))
        {
        case 0:
          tl_show_go_to (subject.show, (guint) g_rand_int_range (rand, 0, (gint32) n_steps), now);
          g_assert_cmpint (tl_show_is_moving (subject.show, now + TL_SLIDE_MOVE + 1), ==, FALSE);
          break;
        case 1:
          tl_show_pan (subject.show, g_rand_double_range (rand, -500, 500), now);
          g_assert_false (tl_show_is_moving (subject.show, now));
          break;
        case 2:
          tl_show_zoom (subject.show, g_rand_double_range (rand, 0.3, 3), g_rand_double_range (rand, 0, 1000), TRUE, now);
          break;
        case 3:
          tl_show_open_event (subject.show, (guint32) g_rand_int_range (rand, 0, 30), now);
          break;
        case 4:
          tl_show_return (subject.show, now);
          break;
        case 5:
          tl_show_set_shape (subject.show, g_rand_double_range (rand, 1, 3));
          break;
        default:
          while (tl_show_prepare (subject.show))
            ;
        }
      frame = draw (&subject, now + g_rand_int_range (rand, 0, TL_SLIDE_MOVE));
      g_assert_nonnull (frame);
    }
  /* Whatever has been done, steps are as they are without it. */
  tl_show_set_shape (subject.show, 16.0 / 9.0);
  for (guint step = 0; step < n_steps; step++)
    {
      Subject fresh;
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;

      now += 2 * TL_SLIDE_MOVE;
      tl_show_go_to (subject.show, step, now);
      open_subject (&fresh, tl_make_dated_sample ("meta-scale-openai-google"));
      tl_show_set_shape (fresh.show, 16.0 / 9.0);
      tl_show_go_to (fresh.show, step, now);
      one = draw (&subject, now + TL_SLIDE_MOVE);
      other = draw (&fresh, now + TL_SLIDE_MOVE);
      g_assert_true (g_str_equal (one, other));
      g_object_unref (fresh.show);
    }
  tl_show_go_to (subject.show, 2, now + 2 * TL_SLIDE_MOVE);
  now += 2 * TL_SLIDE_MOVE;
  tl_show_go_to (subject.show, 6, now + TL_SLIDE_MOVE / 2);
  g_assert_true (tl_show_is_moving (subject.show, now + TL_SLIDE_MOVE));
  tl_show_set_animated (subject.show, FALSE);
  g_assert_false (tl_show_is_moving (subject.show, now + TL_SLIDE_MOVE));
  g_object_unref (subject.show);
}

static const char changed[] =
  "{\"format\":\"throughline\",\"version\":1,\"title\":\"T\",\"events\":["
  "{\"id\":\"a\",\"title\":\"A\",\"when\":\"2025-01-01\"},{\"id\":\"b\",\"title\":\"B\",\"when\":\"2025-02-01\"}],"
  "\"talk\":{\"steps\":[{\"title\":\"New\",\"events\":[\"a\"]},{\"title\":\"One\",\"events\":[\"a\"]},"
  "{\"title\":\"Two again\",\"events\":[\"b\"]}]}}";

/* Not before the eyes of the audience; then from the step that is the same. */
static void
test_replaced (void)
{
  Subject subject;
  g_autoptr (TlTimeline) timeline = load (changed);
  g_autoptr (TlViewport) viewport = NULL;
  g_autoptr (TlTalk) talk = NULL;

  open_subject (&subject, load (with_reserve));
  tl_show_open_event (subject.show, 1, LATER);
  make_parts (timeline, &viewport, &talk);
  take_changes (&subject);
  tl_show_replace_talk (subject.show, viewport, talk);
  check_shown (&subject, "B");
  g_assert_cmpuint (take_changes (&subject), ==, 0);
  tl_show_go_by (subject.show, 1, LATER);
  g_assert_true (take_changes (&subject) & TL_SHOW_TALK);
  check_shown (&subject, "Two again");
  g_assert_true (tl_show_get_timeline (subject.show) == timeline);
  tl_show_go_by (subject.show, -1, LATER);
  tl_show_go_by (subject.show, -1, LATER);
  check_shown (&subject, "New");
  g_object_unref (subject.show);
}

/* Each way of going somewhere, with a newer version in which a step has come
 * before all others: where one is stays where one is, by its title. */
static void
test_replaced_anyhow (void)
{
  static const char longer[] =
    "{\"format\":\"throughline\",\"version\":1,\"title\":\"T\",\"events\":["
    "{\"id\":\"a\",\"title\":\"A\",\"when\":\"2025-01-01\"}],\"talk\":{\"steps\":[%s"
    "{\"title\":\"One\",\"events\":[\"a\"]},{\"title\":\"Same\",\"events\":[\"a\"]},"
    "{\"title\":\"Two\",\"events\":[\"a\"]},{\"title\":\"Same\",\"events\":[\"a\"]},"
    "{\"title\":\"Three\",\"events\":[\"a\"]}%s]}}";
  static const char *const expected[] = { "Two", "Two", "Same", "Last", "Two", "Same", "One", "Same" };
  g_autofree char *old = g_strdup_printf (longer, "", "");
  g_autofree char *new = g_strdup_printf (longer, "{\"title\":\"First\",\"events\":[\"a\"]},",
                                          ",{\"title\":\"Last\",\"events\":[\"a\"]}");

  for (guint way = 0; way < G_N_ELEMENTS (expected); way++)
    {
      Subject subject;
      g_autoptr (TlTimeline) timeline = load (new);
      g_autoptr (TlViewport) viewport = NULL;
      g_autoptr (TlTalk) talk = NULL;

      open_subject (&subject, load (old));
      tl_show_go_to (subject.show, 2, LATER);
      if (way < 2)
        tl_show_pan (subject.show, 50, LATER);
      make_parts (timeline, &viewport, &talk);
      tl_show_replace_talk (subject.show, viewport, talk);
      if (way == 0)
        tl_show_go_by (subject.show, -1, LATER);
      else if (way == 1)
        tl_show_return (subject.show, LATER);
      else if (way == 2)
        tl_show_go_to_next_of_all (subject.show, LATER);
      else if (way == 3)
        tl_show_go_to_side (subject.show, FALSE, LATER);
      else if (way == 4)
        g_assert_true (tl_show_go_to_number (subject.show, 4, LATER));
      else if (way == 5)
        tl_show_go_to (subject.show, 3, LATER);
      else if (way == 6)
        tl_show_go_to (subject.show, 0, LATER);
      else
        tl_show_go_by (subject.show, 1, LATER);
      check_shown (&subject, expected[way]);
      g_object_unref (subject.show);
    }
}

static void
test_ink (void)
{
  Subject subject;
  const TlStroke *strokes;
  guint n_strokes;

  open_subject (&subject, load (with_reserve));
  tl_show_set_animated (subject.show, TRUE);
  tl_show_set_tool (subject.show, TL_TOOL_PEN);
  for (int i = 0; i < 3; i++)
    {
      tl_show_begin_stroke (subject.show, &(TlPoint){ 100, 100 * i });
      tl_show_extend_stroke (subject.show, &(TlPoint){ 300, 100 * i });
    }
  strokes = tl_show_get_strokes (subject.show, &n_strokes);
  g_assert_cmpuint (n_strokes, ==, 3);
  g_assert_cmpuint (strokes[1].points->len, ==, 2);

  /* In the middle of a line, where no point is. */
  tl_show_set_tool (subject.show, TL_TOOL_ERASER);
  tl_show_erase (subject.show, &(TlPoint){ 200, 105 });
  tl_show_get_strokes (subject.show, &n_strokes);
  g_assert_cmpuint (n_strokes, ==, 2);
  tl_show_erase (subject.show, &(TlPoint){ 200, 150 });
  tl_show_get_strokes (subject.show, &n_strokes);
  g_assert_cmpuint (n_strokes, ==, 2);

  /* It goes with the step, and is not there for the next one. */
  g_assert_cmpfloat (tl_show_get_ink_opacity (subject.show, LATER), ==, 1);
  tl_show_go_by (subject.show, 1, LATER);
  g_assert_true (tl_show_is_ink_fading (subject.show));
  g_assert_cmpfloat (tl_show_get_ink_opacity (subject.show, LATER + TL_SLIDE_MOVE / 2), <, 1);
  g_assert_cmpfloat (tl_show_get_ink_opacity (subject.show, LATER + TL_SLIDE_MOVE), ==, 0);
  tl_show_set_tool (subject.show, TL_TOOL_PEN);
  tl_show_begin_stroke (subject.show, &(TlPoint){ 1, 1 });
  tl_show_get_strokes (subject.show, &n_strokes);
  g_assert_cmpuint (n_strokes, ==, 1);
  g_assert_cmpfloat (tl_show_get_ink_opacity (subject.show, LATER), ==, 1);

  for (int i = 0; i < 50; i++)
    tl_show_resize_tool (subject.show, 1);
  g_assert_cmpfloat (tl_show_get_tool_size (subject.show), <, 40);
  for (int i = 0; i < 50; i++)
    tl_show_resize_tool (subject.show, -1);
  g_assert_cmpfloat (tl_show_get_tool_size (subject.show), >, 0.5);
  g_object_unref (subject.show);
}

/* It goes since the first step was left; ten minutes are planned. */
static void
test_clock (void)
{
  Subject subject;
  const TlPace *pace;

  open_subject (&subject, load (with_reserve));
  pace = tl_show_get_pace (subject.show);
  g_assert_cmpfloat (pace->planned, ==, 600);
  g_assert_false (tl_pace_is_running (pace));
  tl_show_go_by (subject.show, 1, 5 * SECOND);
  g_assert_true (tl_pace_is_running (pace));
  g_assert_cmpfloat (tl_pace_get_elapsed (pace, 65 * SECOND), ==, 60);
  tl_show_toggle_clock (subject.show, 65 * SECOND);
  g_assert_cmpfloat (tl_pace_get_elapsed (pace, 900 * SECOND), ==, 60);
  tl_show_toggle_clock (subject.show, 100 * SECOND);
  g_assert_cmpfloat (tl_pace_get_elapsed (pace, 110 * SECOND), ==, 70);
  tl_show_reset_clock (subject.show);
  g_assert_cmpfloat (tl_pace_get_elapsed (pace, 900 * SECOND), ==, 0);
  tl_show_set_planned (subject.show, 20);
  g_assert_cmpfloat (pace->planned, ==, 1200);
  g_object_unref (subject.show);
}

static void
test_pace (void)
{
  TlPace pace = { .planned = 1000 };

  /* Ten steps: the middle of the fifth is due at 450 s; half a step and a
   * minute either way is fine. */
  g_assert_cmpint (tl_pace_judge (&pace, SECOND, 5, 10), ==, TL_PACE_FINE);
  tl_pace_start (&pace, SECOND);
  g_assert_cmpfloat (tl_pace_get_lead (&pace, 401 * SECOND, 5, 10), ==, 50);
  g_assert_cmpint (tl_pace_judge (&pace, 401 * SECOND, 5, 10), ==, TL_PACE_FINE);
  g_assert_cmpint (tl_pace_judge (&pace, 201 * SECOND, 5, 10), ==, TL_PACE_AHEAD);
  g_assert_cmpint (tl_pace_judge (&pace, 601 * SECOND, 5, 10), ==, TL_PACE_BEHIND);
  g_assert_cmpint (tl_pace_judge (&pace, 1002 * SECOND, 10, 10), ==, TL_PACE_OVER);
  pace.planned = 0;
  g_assert_cmpint (tl_pace_judge (&pace, 1002 * SECOND, 10, 10), ==, TL_PACE_FINE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/show/steps", test_steps);
  g_test_add_func ("/show/states", test_states);
  g_test_add_func ("/show/roaming", test_roaming);
  g_test_add_func ("/show/zoom", test_zoom);
  g_test_add_func ("/show/neighbours", test_neighbours);
  g_test_add_func ("/show/interrupted-moves", test_interrupted_moves);
  g_test_add_func ("/show/replaced", test_replaced);
  g_test_add_func ("/show/replaced-anyhow", test_replaced_anyhow);
  g_test_add_func ("/show/ink", test_ink);
  g_test_add_func ("/show/clock", test_clock);
  g_test_add_func ("/show/pace", test_pace);

  return g_test_run ();
}
