/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#define _POSIX_C_SOURCE 200809L

#include "config.h"

#include "make-timeline.h"
#include "tl-filter-count.h"
#include "tl-load.h"
#include "tl-viewport.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <time.h>

/* What it costs to filter 100,000 events: each condition by itself, all of
 * them, counting the choices, and what a viewport does with what is left.
 * Processor time, the best of several runs.
 */

#define N_EVENTS 100000
#define N_RUNS   9
#define MAX_MS   50.0
#define NO_LIMIT 0.0

typedef struct
{
  TlTimeline *timeline;
  TlViewport *viewport;
  TlFilter   *filter;
} Subject;

typedef void (*Job) (Subject *subject);

static const struct
{
  const char *name;
  const char *arguments[14];
  double      most; /* ms */
} cases[] = {
  { "lanes", { "--lanes", "actor-1,actor-2,actor-3" }, MAX_MS },
  { "actors", { "--actors", "actor-1,actor-2,actor-3" }, MAX_MS },
  { "category", { "--category", "category-1" }, MAX_MS },
  { "status", { "--status", "denied" }, MAX_MS },
  { "source", { "--source", "source-1,source-2" }, MAX_MS },
  { "differing", { "--differing" }, MAX_MS },
  { "context", { "--context", "none" }, MAX_MS },
  { "time", { "--from", "2000", "--to", "2010" }, MAX_MS },
  { "all of these", { "--lanes", "actor-1,actor-2", "--category", "category-1,category-2", "--source",
                      "source-1,source-2,source-3", "--context", "none", "--status", "reported", "--from", "2000" }, MAX_MS },
  { "words", { "--search", "harbour council" }, NO_LIMIT },
};

static double
get_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void
apply (Subject *subject)
{
  g_autoptr (GArray) left = tl_filter_apply (subject->filter, subject->timeline);

  g_assert_cmpuint (left->len, <=, N_EVENTS);
}

static void
count (Subject *subject)
{
  g_autoptr (TlFilterCounts) counts = tl_filter_count (subject->filter, subject->timeline);

  g_assert_cmpuint (tl_filter_counts_get (counts, TL_CONDITION_CONTEXT, 1), <=, N_EVENTS);
}

/* There and back, so that there is something to do. */
static void
show (Subject *subject)
{
  tl_viewport_set_filter (subject->viewport, subject->filter);
  tl_viewport_set_filter (subject->viewport, NULL);
}

static double
measure (Subject *subject,
         Job      job)
{
  double best = G_MAXDOUBLE;

  for (int i = 0; i < N_RUNS; i++)
    {
      double start = get_ms ();
      double taken;

      job (subject);
      taken = get_ms () - start;
      best = MIN (best, taken);
    }

  return best;
}

static gboolean
report (const char *what,
        const char *of,
        double      ms,
        double      most)
{
  printf ("%-24s %-14s %7.2f ms", what, of, ms);
  if (most > NO_LIMIT)
    printf ("  (at most %.0f)%s", most, ms > most ? "  TOO MUCH" : "");
  printf ("\n");

  return most == NO_LIMIT || ms <= most;
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = tl_make_timeline (N_EVENTS, 20250612, &error);
  g_autoptr (GFile) file = NULL;
  g_autoptr (TlLoad) load = NULL;
  g_autoptr (TlViewport) viewport = tl_viewport_new ();
  Subject subject = { .viewport = viewport };
  gboolean is_fine = TRUE;

  g_assert_no_error (error);
  file = g_file_new_for_path (path);
  load = tl_load_file (file, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  subject.timeline = load->timeline;
  tl_viewport_set_timeline (viewport, load->timeline);
  tl_viewport_set_room (viewport, 1600, 900);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlFilter) filter = tl_filter_new_from_arguments (cases[i].arguments, &error);

      g_assert_no_error (error);
      subject.filter = filter;
      is_fine = report ("which events are left", cases[i].name, measure (&subject, apply), cases[i].most) && is_fine;
      is_fine = report ("events of each choice", cases[i].name, measure (&subject, count), cases[i].most) && is_fine;
      is_fine = report ("in a viewport, and back", cases[i].name, measure (&subject, show), cases[i].most) && is_fine;
    }

  return is_fine ? 0 : 1;
}
