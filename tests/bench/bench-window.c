/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#define _POSIX_C_SOURCE 200809L

#include "config.h"

#include "bench-frames.h"

#include "tl-detail-pane.h"
#include "tl-stage.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

#define N_SELECTIONS 3
#define N_TURNS      2
#define STEP         3 /* pixels that the story moves in a frame */

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
select_event (BenchWindow  *subject,
              TlDetailPane *pane,
              guint32       event,
              Selecting    *best)
{
  double start = bench_get_thread_ms ();
  double painted;

  tl_detail_pane_set_event (pane, event);
  bench_window_wait (subject, 1);
  painted = bench_get_thread_ms () - start;
  bench_window_settle (subject);
  best->painted = MIN (best->painted, painted);
  best->whole = MIN (best->whole, bench_get_thread_ms () - start);
}

static void
measure_select (const char *path)
{
  g_autoptr (TlTimeline) timeline = bench_load (path);
  GtkWidget *pane = tl_detail_pane_new ();
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  Selecting worst = { 0 };
  g_autofree Selecting *best = NULL;
  BenchWindow subject = { 0 };
  guint n_events;

  gtk_css_provider_load_from_resource (style, RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  tl_timeline_get_events (timeline, &n_events);
  best = g_new (Selecting, n_events);
  for (guint32 i = 0; i < n_events; i++)
    best[i] = (Selecting){ G_MAXDOUBLE, G_MAXDOUBLE };

  tl_detail_pane_set_timeline (TL_DETAIL_PANE (pane), timeline);
  bench_window_open (&subject, pane, PANE_WIDTH, PANE_HEIGHT);
  bench_window_settle (&subject);
  for (int k = 0; k < N_SELECTIONS; k++)
    {
      for (guint32 i = 0; i < n_events; i++)
        select_event (&subject, TL_DETAIL_PANE (pane), i, &best[i]);
      tl_detail_pane_set_event (TL_DETAIL_PANE (pane), TL_NONE);
      bench_window_settle (&subject);
    }

  for (guint32 i = 0; i < n_events; i++)
    {
      worst.painted = MAX (worst.painted, best[i].painted);
      worst.whole = MAX (worst.whole, best[i].whole);
    }
  printf ("%.3f %.3f\n", worst.painted, worst.whole);
  gtk_window_destroy (GTK_WINDOW (subject.window));
}

/* Frames */

/* The story at twice the scale in which all of it is in view, from one side
 * to the other and back. */
typedef struct
{
  TlViewport *viewport;
  double      step;
  gboolean    is_zoomed;
} Panned;

static gboolean
pan_cb (GtkWidget     *stage,
        GdkFrameClock *clock,
        gpointer       data)
{
  Panned *panned = data;
  TlCamera now = tl_viewport_get_camera (panned->viewport);
  TlCamera next = now;

  if (panned->is_zoomed)
    next.x += panned->step;
  else
    next.scale *= 2;
  panned->is_zoomed = TRUE;
  next = tl_viewport_clamp (panned->viewport, &next);
  if (next.x == now.x && next.scale == now.scale)
    panned->step = -panned->step;
  tl_viewport_set_camera (panned->viewport, &next);

  return G_SOURCE_CONTINUE;
}

static double
measure_panning (TlTimeline *timeline)
{
  g_autoptr (TlViewport) viewport = tl_viewport_new ();
  GtkWidget *stage = tl_stage_new (viewport);
  Panned panned = { viewport, STEP, FALSE };

  tl_viewport_set_timeline (viewport, timeline);

  return bench_measure_frames (stage, STAGE_WIDTH, STAGE_HEIGHT, pan_cb, &panned);
}

/* In turns, so that a busy moment hits both. */
static void
measure_both (const char *path)
{
  g_autoptr (TlTimeline) timeline = bench_load (path);
  double blank = G_MAXDOUBLE;
  double story = G_MAXDOUBLE;

  for (int k = 0; k < N_TURNS; k++)
    {
      double frame = bench_measure_blank (STAGE_WIDTH, STAGE_HEIGHT);

      blank = MIN (blank, frame);
      frame = measure_panning (timeline);
      story = MIN (story, frame);
    }
  printf ("%.3f %.3f\n", blank, story);
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
  else if (argc == 3 && strcmp (argv[1], "frames") == 0)
    measure_both (argv[2]);
  else
    return 2;

  return 0;
}
