/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-timeline.h"
#include "tl-load.h"

#include <glib/gstdio.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* What loading costs: memory as a ratio to the file's size, time as a ratio
 * to what Jansson needs to read the same entries one by one and throw them
 * away. Each run is a process of its own, so that none inherits the other's
 * memory.
 */

#define N_EVENTS 100000
#define N_RUNS 9

#define MAX_MEMORY_AFTER 1.2
#define MAX_MEMORY_PEAK 1.3
#define MAX_TIME 1.2

typedef struct
{
  double seconds;  /* of user and system time */
  double after_mb; /* anonymous memory when it is done */
  double peak_mb;
  guint  n_events;
} Result;

typedef guint (*Job) (const char *name);

static double
read_status_mb (const char *key)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, key);

  return line != NULL ? strtod (line + strlen (key), NULL) / 1024 : 0;
}

static double
get_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
         + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static guint
read_with_jansson (const char *name)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (name, FALSE, NULL);
  const char *text = g_mapped_file_get_contents (file);
  const char *end = text + g_mapped_file_get_length (file);
  const char *at = strstr (text, "\"events\": [") + strlen ("\"events\": [");
  guint n = 0;

  for (;;)
    {
      json_error_t error;
      json_t *value;

      while (at < end && strchr (" \n,", *at) != NULL)
        at++;
      if (at >= end || *at != '{')
        return n;

      value = json_loadb (at, end - at, JSON_DISABLE_EOF_CHECK, &error);
      g_assert_nonnull (value);
      json_decref (value);
      at += error.position;
      n++;
    }
}

static TlLoad *kept;

static guint
load_timeline (const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_path (name);
  guint n_events;

  kept = tl_load_file (file, NULL, NULL, NULL, NULL, NULL);
  g_assert_nonnull (kept);
  g_assert_cmpuint (tl_diagnostics_get_n_errors (kept->diagnostics), ==, 0);
  tl_timeline_get_events (kept->timeline, &n_events);

  return n_events;
}

static Result
run (Job         job,
     const char *name)
{
  Result result = { 0 };
  int fds[2];
  pid_t child;

  g_assert_no_errno (pipe (fds));
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      double start = get_seconds ();

      result.n_events = job (name);
      result.seconds = get_seconds () - start;
      result.after_mb = read_status_mb ("RssAnon:");
      result.peak_mb = read_status_mb ("VmHWM:") - read_status_mb ("RssFile:");
      if (write (fds[1], &result, sizeof result) != sizeof result)
        _exit (1);
      _exit (0);
    }

  close (fds[1]);
  g_assert_cmpint (read (fds[0], &result, sizeof result), ==, sizeof result);
  close (fds[0]);
  waitpid (child, NULL, 0);

  return result;
}

/* The quickest of some runs: what else the machine does only adds. */
static void
keep_best (Result *best,
           Result  result)
{
  if (best->seconds <= 0 || result.seconds < best->seconds)
    *best = result;
}

static gboolean
report (const char *what,
        double      ratio,
        double      allowed)
{
  printf ("%-28s %6.2f  (at most %.2f)%s\n", what, ratio, allowed, ratio > allowed ? "  TOO MUCH" : "");

  return ratio <= allowed;
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = tl_make_timeline (N_EVENTS, 20250612, &error);
  g_autoptr (GFile) file = NULL;
  Result jansson = { 0 };
  Result ours = { 0 };
  gboolean good = TRUE;
  GStatBuf info;
  double size_mb;

  g_assert_no_error (error);

  /* Starts GIO, which loads its modules once in a process. */
  file = g_file_new_for_path (name);
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_no_errno (g_stat (name, &info));
  size_mb = info.st_size / 1048576.0;

  for (int i = 0; i < N_RUNS; i++)
    {
      keep_best (&jansson, run (read_with_jansson, name));
      keep_best (&ours, run (load_timeline, name));
    }
  g_unlink (name);
  g_assert_cmpuint (jansson.n_events, ==, N_EVENTS);
  g_assert_cmpuint (ours.n_events, ==, N_EVENTS);

  printf ("%d events, %.1f MB, %.0f bytes each\n", N_EVENTS, size_mb, (double) info.st_size / N_EVENTS);
  printf ("%-28s %6.2f s\n", "Jansson alone", jansson.seconds);
  printf ("%-28s %6.2f s\n", "loading", ours.seconds);
  printf ("%-28s %6.1f MB\n", "anonymous memory after", ours.after_mb);
  printf ("%-28s %6.1f MB\n", "at the peak", ours.peak_mb);
  good &= report ("memory after / file", ours.after_mb / size_mb, MAX_MEMORY_AFTER);
  good &= report ("memory at peak / file", ours.peak_mb / size_mb, MAX_MEMORY_PEAK);
  good &= report ("time / Jansson", ours.seconds / jansson.seconds, MAX_TIME);

  return good ? 0 : 1;
}
