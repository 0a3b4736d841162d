/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#define _POSIX_C_SOURCE 200809L

#include "config.h"

#include "tl-detail-pane.h"
#include "tl-load.h"
#include "tl-stage.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

/* What a window costs, in parts that bench-window.py puts together:
 *
 *   bench-window empty
 *     an application with an empty window, until that has been painted
 *   bench-window select FILE [ID]
 *     milliseconds of processor time from selecting an event, the one with
 *     the most claims unless it is named, until its details are painted, and
 *     until all of them are there
 *   bench-window frames FILE
 *     milliseconds of processor time that a frame takes of a window that
 *     fills itself with one colour, and of one in which the story moves
 */

#define STAGE_WIDTH  1600
#define STAGE_HEIGHT 900
#define PANE_WIDTH   365
#define PANE_HEIGHT  850

#define N_SELECTIONS 12
#define N_FRAMES     120
#define N_WARM       20
#define STEP         3 /* pixels that the story moves in a frame */

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

G_GNUC_UNUSED static double
get_process_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static TlTimeline *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLoad) loaded = tl_load_file (file, NULL, NULL, NULL, NULL, &error);

  if (loaded == NULL)
    {
      fprintf (stderr, "%s: %s\n", path, error->message);
      exit (2);
    }

  return g_object_ref (loaded->timeline);
}

/* A window, and how much has been painted in it. */
typedef struct
{
  GtkWidget *window;
  guint      n_painted;
} Subject;

static void
after_paint_cb (GdkFrameClock *clock,
                Subject       *subject)
{
  subject->n_painted++;
}

static void
open_subject (Subject   *subject,
              GtkWidget *child,
              int        width,
              int        height)
{
  subject->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (subject->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (subject->window), width, height);
  gtk_window_set_child (GTK_WINDOW (subject->window), child);
  gtk_window_present (GTK_WINDOW (subject->window));
  g_signal_connect_after (gtk_native_get_surface (GTK_NATIVE (subject->window)) != NULL
                            ? gtk_widget_get_frame_clock (subject->window)
                            : NULL,
                          "after-paint", G_CALLBACK (after_paint_cb), subject);
}

static void
wait_for_frames (Subject *subject,
                 guint    n_frames)
{
  guint goal = subject->n_painted + n_frames;

  while (subject->n_painted < goal)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
wake_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Until nothing is left to be done. */
static void
settle (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, wake_up_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* Selecting */

static guint32
find_largest (TlTimeline *timeline)
{
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (timeline, &n_events);
  guint32 largest = 0;

  for (guint32 i = 0; i < n_events; i++)
    if (events[i].claims.count > events[largest].claims.count)
      largest = i;

  return largest;
}

static void
measure_select (const char *path,
                const char *id)
{
  g_autoptr (TlTimeline) timeline = load (path);
  guint32 event = id != NULL ? tl_timeline_find_event (timeline, id) : find_largest (timeline);
  GtkWidget *pane = tl_detail_pane_new ();
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  Subject subject = { 0 };
  double best = G_MAXDOUBLE, whole = G_MAXDOUBLE;

  gtk_css_provider_load_from_resource (style, RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  tl_detail_pane_set_timeline (TL_DETAIL_PANE (pane), timeline);
  open_subject (&subject, pane, PANE_WIDTH, PANE_HEIGHT);
  settle (500);

  for (int i = 0; i < N_SELECTIONS; i++)
    {
      double start = get_thread_ms ();
      double painted;

      tl_detail_pane_set_event (TL_DETAIL_PANE (pane), event);
      if (g_getenv ("BENCH_PARTS") != NULL)
        printf ("set %.2f\n", get_thread_ms () - start);
      wait_for_frames (&subject, 1);
      painted = get_thread_ms () - start;
      settle (200);
      whole = MIN (whole, get_thread_ms () - start);
      best = MIN (best, painted);
      tl_detail_pane_set_event (TL_DETAIL_PANE (pane), event > 0 ? event - 1 : TL_NONE);
      settle (200);
    }

  printf ("%.3f %.3f\n", best, whole);
  gtk_window_destroy (GTK_WINDOW (subject.window));
}

int
main (int    argc,
      char **argv)
{
  adw_init ();
  if (argc >= 3 && strcmp (argv[1], "select") == 0)
    measure_select (argv[2], argv[3]);
  else
    return 2;

  return 0;
}
