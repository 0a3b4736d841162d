/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk.h"

#include "make-viewport.h"

#include "tl-load.h"

#include <string.h>

/* The steps of a talk: those of a file, and those that are made. */

#define HEAD                                                                                             \
  "{\"format\":\"throughline\",\"version\":1,\"title\":\"Whole\",\"subtitle\":\"All of it\","              \
  "\"sources\":[{\"id\":\"s\",\"publisher\":\"Gazette\",\"title\":\"Gate\"}],\"events\":["                 \
  "{\"id\":\"a\",\"when\":\"2025-01-01\",\"title\":\"First\",\"importance\":2},"                           \
  "{\"id\":\"b\",\"when\":\"2025-02-01\",\"title\":\"Second\",\"importance\":5,\"summary\":\"In short\","  \
  "\"figures\":[{\"id\":\"f\",\"value\":3},{\"id\":\"g\",\"value\":4},{\"id\":\"h\",\"value\":5}],"          \
  "\"claims\":[{\"text\":\"It was so\",\"status\":\"confirmed\",\"sources\":[\"s\"]}],"                                             \
  "\"links\":[{\"to\":\"c\",\"kind\":\"led-to\"}],"                                                        \
  "\"differences\":[{\"question\":\"Who?\",\"sides\":[{\"text\":\"One\",\"sources\":[\"s\"]},"              \
  "{\"text\":\"Two\",\"sources\":[\"s\"]}]}]},"                                                            \
  "{\"id\":\"c\",\"when\":\"2025-03-01\",\"title\":\"Third\"},"                                            \
  "{\"id\":\"x\",\"when\":\"2025-04-01\",\"title\":\"Outside\",\"importance\":5,\"context\":true}]"

#define STEPS                                                                                            \
  ",\"talk\":{\"minutes\":7,\"steps\":["                                                                   \
  "{\"title\":\"Two\",\"events\":[\"c\",\"a\",\"c\"],\"highlight\":[\"c\"],\"figures\":[\"f\"]},"           \
  "{\"title\":\"Nobody\",\"events\":[\"nobody\"]},"                                                        \
  "{\"title\":\"Empty\",\"window\":\"1999\"},"                                                             \
  "{\"title\":\"Window\",\"window\":\"2025-03\",\"hidden\":true},"                                         \
  "{\"title\":\"All\"}]}"

static TlTimeline *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlLoad) loaded = tl_load_bytes (bytes, NULL);

  return g_object_ref (loaded->timeline);
}

static TlTalk *
new_talk (TlTimeline   *timeline,
          const guint8 *hidden)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_events;

  tl_timeline_get_events (timeline, &n_events);
  for (guint32 i = 0; i < n_events; i++)
    if (hidden == NULL || !hidden[i])
      g_array_append_val (events, i);

  return tl_talk_new (timeline, (const guint32 *) (void *) events->data, events->len, NULL);
}

static void
test_file (void)
{
  g_autoptr (TlTimeline) timeline = load (HEAD STEPS "}");
  g_autoptr (TlTalk) talk = new_talk (timeline, NULL);
  guint n_steps, n_skipped;
  const TlTalkStep *steps = tl_talk_get_steps (talk, &n_steps);
  const TlSkippedStep *skipped = tl_talk_get_skipped (talk, &n_skipped);

  g_assert_false (tl_talk_is_made (talk));
  g_assert_cmpfloat (tl_talk_get_minutes (talk), ==, 7);
  g_assert_cmpuint (n_steps, ==, 3);
  g_assert_cmpuint (n_skipped, ==, 2);

  g_assert_cmpstr (steps[0].title, ==, "Two");
  g_assert_cmpuint (steps[0].n_events, ==, 2);
  g_assert_cmpuint (steps[0].events[0], ==, 0);
  g_assert_cmpuint (steps[0].events[1], ==, 2);
  g_assert_cmpuint (steps[0].n_highlighted, ==, 1);
  g_assert_cmpuint (steps[0].highlighted[0], ==, 2);
  g_assert_cmpuint (steps[0].n_figures, ==, 1);
  g_assert_cmpuint (steps[0].step, ==, 0);

  g_assert_true (steps[1].has_window);
  g_assert_true (steps[1].is_hidden);
  g_assert_cmpuint (steps[1].step, ==, 3);

  g_assert_cmpstr (steps[2].title, ==, "All");
  g_assert_cmpuint (steps[2].n_events, ==, 0);

  g_assert_cmpuint (skipped[0].step, ==, 1);
  g_assert_cmpint (skipped[0].reason, ==, TL_SKIPPED_NO_EVENT);
  g_assert_cmpuint (skipped[1].step, ==, 2);
  g_assert_cmpint (skipped[1].reason, ==, TL_SKIPPED_EMPTY);
}

/* What is not shown is not told. */
static void
test_filtered (void)
{
  g_autoptr (TlTimeline) timeline = load (HEAD STEPS "}");
  const guint8 hidden[] = { FALSE, FALSE, TRUE, FALSE };
  g_autoptr (TlTalk) talk = new_talk (timeline, hidden);
  guint n_steps, n_skipped;
  const TlTalkStep *steps = tl_talk_get_steps (talk, &n_steps);

  tl_talk_get_skipped (talk, &n_skipped);
  g_assert_cmpuint (n_steps, ==, 2);
  g_assert_cmpuint (n_skipped, ==, 3);
  g_assert_cmpuint (steps[0].n_events, ==, 1);
  g_assert_cmpuint (steps[0].n_highlighted, ==, 0);
}

static void
test_made (void)
{
  g_autoptr (TlTimeline) timeline = load (HEAD "}");
  g_autoptr (TlTalk) talk = new_talk (timeline, NULL);
  guint n_steps;
  const TlTalkStep *steps = tl_talk_get_steps (talk, &n_steps);

  g_assert_true (tl_talk_is_made (talk));
  g_assert_cmpfloat (tl_talk_get_minutes (talk), ==, 5);
  /* The whole, three events of the story, what is open. */
  g_assert_cmpuint (n_steps, ==, 5);
  g_assert_cmpstr (steps[0].title, ==, "Whole");
  g_assert_cmpstr (steps[0].text, ==, "All of it");
  g_assert_cmpuint (steps[0].n_events, ==, 0);
  g_assert_cmpstr (steps[1].title, ==, "First");
  g_assert_cmpstr (steps[2].title, ==, "Second");
  g_assert_cmpstr (steps[2].text, ==, "In short");
  g_assert_cmpstr (steps[2].notes, ==, "It was so (Gazette)");
  g_assert_cmpuint (steps[2].n_figures, ==, 2);
  g_assert_cmpuint (steps[2].n_events, ==, 2);
  g_assert_cmpuint (steps[2].n_highlighted, ==, 1);
  g_assert_cmpstr (steps[3].title, ==, "Third");
  g_assert_cmpstr (steps[4].notes, ==, "Who?");
  g_assert_cmpuint (steps[4].highlighted[0], ==, 1);
}

/* Of very many events, the most important ones in the order of time. */
static void
test_made_of_many (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_numbered (0, 300);
  g_autoptr (TlTalk) talk = new_talk (timeline, NULL);
  guint n_steps;
  const TlTalkStep *steps = tl_talk_get_steps (talk, &n_steps);

  g_assert_cmpuint (n_steps, >=, 13);
  g_assert_cmpuint (n_steps, <=, 14);
  for (guint i = 2; i < 13; i++)
    g_assert_cmpuint (steps[i].highlighted[0], >, steps[i - 1].highlighted[0]);
}

static void
test_no_event (void)
{
  g_autoptr (TlTimeline) timeline = load ("{\"format\":\"throughline\",\"version\":1,\"title\":\"T\",\"events\":[]}");
  g_autoptr (TlTalk) talk = new_talk (timeline, NULL);
  guint n_steps;

  tl_talk_get_steps (talk, &n_steps);
  g_assert_cmpuint (n_steps, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/talk/file", test_file);
  g_test_add_func ("/talk/filtered", test_filtered);
  g_test_add_func ("/talk/made", test_made);
  g_test_add_func ("/talk/made-of-many", test_made_of_many);
  g_test_add_func ("/talk/no-event", test_no_event);

  return g_test_run ();
}
