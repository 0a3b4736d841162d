/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-date-typed.h"
#include "tl-finder.h"

#include "make-dated.h"
#include "make-random.h"

#include <string.h>

/* What is found while somebody types. */

static void
changed_cb (TlFinder *finder,
            guint    *n_changes)
{
  (*n_changes)++;
}

static void
wait_for (TlFinder *finder)
{
  while (tl_finder_is_busy (finder))
    g_main_context_iteration (NULL, TRUE);
}

static guint
count (TlFinder   *finder,
       const char *words)
{
  guint n_hits;

  tl_finder_set_words (finder, words);
  wait_for (finder);
  tl_finder_get_hits (finder, &n_hits);

  return n_hits;
}

/* Names, claims, publishers; whatever case and accents; phrases. */
static void
test_story (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_dated_sample ("meta-scale-openai-google");
  g_autoptr (TlFinder) finder = tl_finder_new ();
  guint n_changes = 0;

  g_signal_connect (finder, "changed", G_CALLBACK (changed_cb), &n_changes);
  tl_finder_set_timeline (finder, timeline);
  g_assert_cmpuint (count (finder, ""), ==, 0);
  g_assert_cmpuint (count (finder, "  "), ==, 0);
  n_changes = 0;
  g_assert_cmpuint (count (finder, "fríar"), >, 0);
  g_assert_cmpuint (n_changes, >, 0);
  g_assert_cmpuint (count (finder, "FRIAR"), ==, count (finder, "fríar"));
  g_assert_cmpuint (count (finder, "friar paris"), <=, count (finder, "friar"));
  g_assert_cmpuint (count (finder, "techcrunch"), >, 0);
  g_assert_cmpuint (count (finder, "scale ai"), >, count (finder, "\"ai scale\""));
  g_assert_cmpuint (count (finder, "“Scale  AI”"), >, 0);
  g_assert_cmpuint (count (finder, "xyzzy"), ==, 0);
  g_assert_cmpuint (tl_finder_get_size (finder), >, 10000);

  tl_finder_set_timeline (finder, NULL);
  g_assert_cmpuint (count (finder, "friar"), ==, 0);
}

/* The same as looking at each event by itself, in any script. */
static void
test_same_as_plain (void)
{
  static const char *const words[] = { "a", "e", "the", "an e", "ö", "事", "ا", "one two", "\"e a\"" };

  for (guint32 seed = 0; seed < 12; seed++)
    {
      g_autoptr (TlTimeline) timeline = tl_make_random (1 + seed * 400, seed);
      g_autoptr (TlFinder) finder = tl_finder_new ();
      guint n_events;
      const TlEvent *events = tl_timeline_get_events (timeline, &n_events);

      tl_finder_set_timeline (finder, timeline);
      for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        {
          g_autoptr (TlSearch) search = tl_search_new (words[i]);
          guint n_hits, next = 0;
          const guint32 *hits;

          count (finder, words[i]);
          hits = tl_finder_get_hits (finder, &n_hits);
          for (guint32 event = 0; event < n_events; event++)
            if (tl_search_matches (search, timeline, &events[event]))
              {
                g_assert_cmpuint (next, <, n_hits);
                g_assert_cmpuint (hits[next++], ==, event);
              }
          g_assert_cmpuint (next, ==, n_hits);
        }
    }
}

/* Of those who type fast only the last word counts. */
static void
test_typing (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_random (20000, 7);
  g_autoptr (TlFinder) finder = tl_finder_new ();
  guint n_first, n_hits;

  tl_finder_set_timeline (finder, timeline);
  n_first = count (finder, "event");
  for (guint i = 0; i < 50; i++)
    {
      tl_finder_set_words (finder, i % 2 == 0 ? "e" : "ev");
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (count (finder, "event"), ==, n_first);

  /* One that nobody waits for. */
  tl_finder_set_words (finder, "e");
  g_clear_object (&finder);
  finder = tl_finder_new ();
  tl_finder_get_hits (finder, &n_hits);
  g_assert_cmpuint (n_hits, ==, 0);
}

/* Where in the text the word is, as the text is written. */
static void
test_passage (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_dated_sample ("meta-scale-openai-google");
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (timeline, &n_events);
  static const char *const words[] = { "PARIS", "fríar", "techcrunch", "\"scale ai\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (TlSearch) search = tl_search_new (words[i]);
      guint n_found = 0;

      for (guint32 event = 0; event < n_events; event++)
        {
          g_autofree char *part = NULL;
          g_autofree char *folded = NULL;
          g_autofree char *wanted = NULL;
          const char *text;
          gsize start, length;

          if (!tl_search_matches (search, timeline, &events[event]))
            continue;
          text = tl_search_find_passage (search, timeline, &events[event], &start, &length);
          g_assert_nonnull (text);
          part = g_strndup (text + start, length);
          g_assert_true (g_utf8_validate (part, -1, NULL));
          folded = tl_search_fold (part);
          wanted = tl_search_fold (words[i][0] == '"' ? "scale ai" : words[i]);
          g_assert_cmpstr (folded, ==, wanted);
          n_found++;
        }
      g_assert_cmpuint (n_found, >, 0);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *typed;
    const char *edtf; /* NULL: no date */
  } rows[] = {
    { "june 2025", "2025-06" },
    { "  JUNE   2025 ", "2025-06" },
    { "jun 2025", "2025-06" },
    { "June, 2025", "2025-06" },
    { "2025-06-12", "2025-06-12" },
    { "12 june 2025", "2025-06-12" },
    { "June 12, 2025", "2025-06-12" },
    { "12th of June 2025", "2025-06-12" },
    { "2025 june 12", NULL },
    { "q2 2025", "2025-34" },
    { "2025", "2025" },
    { "44 bc", "-0043" },
    { "44 BCE", "-0043" },
    { "79 AD", "0079" },
    { "15 march 44 bc", "-0043-03-15" },
    { "13000000000 bc", NULL },
    { "66000000 bc", "Y-65999999" },
    { "2025-06/2025-07", "2025-06/2025-07" },
    { "ju 2025", NULL },
    { "june", NULL },
    { "12 june", NULL },
    { "31 february 2025", NULL },
    { "12/06/2025", NULL },
    { "meta 2025", NULL },
    { "0 bc", NULL },
    { "", NULL },
    { "q5 2025", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TlDate date;
      g_autofree char *edtf = tl_date_from_typed (rows[i].typed, NULL, &date);

      g_test_message ("%s", rows[i].typed);
      g_assert_cmpstr (edtf, ==, rows[i].edtf);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finder/story", test_story);
  g_test_add_func ("/finder/same-as-plain", test_same_as_plain);
  g_test_add_func ("/finder/typing", test_typing);
  g_test_add_func ("/finder/passage", test_passage);
  g_test_add_func ("/finder/dates", test_dates);

  return g_test_run ();
}
