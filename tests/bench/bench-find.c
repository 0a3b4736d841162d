/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-timeline.h"
#include "tl-finder.h"
#include "tl-load.h"

#include <glib/gstdio.h>
#include <stdio.h>

/* How long somebody who types waits for the first hits among 100,000 events,
 * and for all of them, once what is said of events has been folded. Time by
 * the clock, since it is spent in a thread: the least of several runs.
 */

#define N_EVENTS 100000
#define N_RUNS   9
#define MAX_MS   50.0

static const char *const words[] = { "h", "ha", "har", "harbour", "harbour council", "\"harbour council\"", "xyzzy" };

typedef struct
{
  gint64 start;
  double first; /* ms until the first hits; < 0 while there are none */
} Waiting;

static double
get_ms (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

static void
changed_cb (TlFinder *finder,
            Waiting  *waiting)
{
  guint n_hits;

  tl_finder_get_hits (finder, &n_hits);
  if (n_hits > 0 && waiting->first < 0)
    waiting->first = get_ms (waiting->start);
}

static double
look_for (TlFinder   *finder,
          const char *typed,
          Waiting    *waiting)
{
  tl_finder_set_words (finder, "");
  *waiting = (Waiting){ g_get_monotonic_time (), -1 };
  tl_finder_set_words (finder, typed);
  while (tl_finder_is_busy (finder))
    g_main_context_iteration (NULL, TRUE);

  return get_ms (waiting->start);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = tl_make_timeline (N_EVENTS, 20250612, &error);
  g_autoptr (GFile) file = NULL;
  g_autoptr (TlLoad) load = NULL;
  g_autoptr (TlFinder) finder = tl_finder_new ();
  Waiting waiting;
  double folding;
  gboolean is_fine = TRUE;

  g_assert_no_error (error);
  file = g_file_new_for_path (path);
  load = tl_load_file (file, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);

  g_signal_connect (finder, "changed", G_CALLBACK (changed_cb), &waiting);
  tl_finder_set_timeline (finder, load->timeline);
  folding = look_for (finder, "a", &waiting);
  printf ("%-24s %7.0f ms, %.1f MB\n", "folding, once", folding, (double) tl_finder_get_size (finder) / 1e6);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      double first = G_MAXDOUBLE, all = G_MAXDOUBLE;
      guint n_hits;

      for (int run = 0; run < N_RUNS; run++)
        {
          double taken = look_for (finder, words[i], &waiting);

          all = MIN (all, taken);
          first = MIN (first, waiting.first < 0 ? taken : waiting.first);
        }
      tl_finder_get_hits (finder, &n_hits);
      is_fine = is_fine && first <= MAX_MS;
      printf ("%-24s first hits %6.2f ms  (at most %.0f)%s, all %u %6.2f ms\n", words[i], first, MAX_MS,
              first > MAX_MS ? "  TOO MUCH" : "", n_hits, all);
    }

  return is_fine ? 0 : 1;
}
