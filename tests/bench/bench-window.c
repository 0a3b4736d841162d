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
 *   bench-window select FILE
 *     milliseconds of processor time from selecting an event until its
 *     details are painted, and until those below the fold are there, too: of
 *     the event that takes longest
 *   bench-window frames FILE
 *     milliseconds of processor time that a frame takes of a window that
 *     fills itself with one colour, and of one in which the story moves
 */

#define STAGE_WIDTH  1600
#define STAGE_HEIGHT 900
#define PANE_WIDTH   365
#define PANE_HEIGHT  850

#define N_SELECTIONS 5
#define PAUSE        100 /* milliseconds, after which a pane is still */
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

/* Until nothing has been painted for a while. */
static void
settle (Subject *subject)
{
  guint n_painted;

  do
    {
      gboolean is_over = FALSE;

      n_painted = subject->n_painted;
      g_timeout_add (PAUSE, wake_up_cb, &is_over);
      while (!is_over)
        g_main_context_iteration (NULL, TRUE);
    }
  while (n_painted < subject->n_painted);
}

/* Selecting */

/* Milliseconds, the best of several times: until what can be seen of an
 * event's details is painted, and until all of them are there and nothing is
 * left to be painted. */
typedef struct
{
  double painted;
  double whole;
} Selecting;

static void
select_event (Subject      *subject,
              TlDetailPane *pane,
              guint32       event,
              Selecting    *best)
{
  double start = get_thread_ms ();
  double painted;

  tl_detail_pane_set_event (pane, event);
  wait_for_frames (subject, 1);
  painted = get_thread_ms () - start;
  settle (subject);
  best->painted = MIN (best->painted, painted);
  best->whole = MIN (best->whole, get_thread_ms () - start);
}

static void
measure_select (const char *path)
{
  g_autoptr (TlTimeline) timeline = load (path);
  GtkWidget *pane = tl_detail_pane_new ();
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  Selecting worst = { 0 };
  g_autofree Selecting *best = NULL;
  Subject subject = { 0 };
  guint n_events;

  gtk_css_provider_load_from_resource (style, RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  tl_timeline_get_events (timeline, &n_events);
  best = g_new (Selecting, n_events);
  for (guint32 i = 0; i < n_events; i++)
    best[i] = (Selecting){ G_MAXDOUBLE, G_MAXDOUBLE };

  tl_detail_pane_set_timeline (TL_DETAIL_PANE (pane), timeline);
  open_subject (&subject, pane, PANE_WIDTH, PANE_HEIGHT);
  settle (&subject);
  for (int k = 0; k < N_SELECTIONS; k++)
    {
      for (guint32 i = 0; i < n_events; i++)
        select_event (&subject, TL_DETAIL_PANE (pane), i, &best[i]);
      tl_detail_pane_set_event (TL_DETAIL_PANE (pane), TL_NONE);
      settle (&subject);
    }

  for (guint32 i = 0; i < n_events; i++)
    {
      worst.painted = MAX (worst.painted, best[i].painted);
      worst.whole = MAX (worst.whole, best[i].whole);
    }
  printf ("%.3f %.3f\n", worst.painted, worst.whole);
  gtk_window_destroy (GTK_WINDOW (subject.window));
}

/* An empty window */

static void
first_painted_cb (GdkFrameClock *clock,
                  GApplication  *application)
{
  g_application_quit (application);
}

/* As large as that of the program is at first. */
static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 820);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_after (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (first_painted_cb), application);
}

static int
open_empty (void)
{
  g_autoptr (AdwApplication) application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 2 && strcmp (argv[1], "empty") == 0)
    return open_empty ();

  adw_init ();
  if (argc == 3 && strcmp (argv[1], "select") == 0)
    measure_select (argv[2]);
  else
    return 2;

  return 0;
}
