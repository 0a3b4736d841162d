/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#define _POSIX_C_SOURCE 200809L

#include "config.h"

#include "bench-frames.h"

#include "tl-load.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#define PAUSE        50 /* milliseconds, after which a window is still */
#define N_STRETCHES  5
#define N_FRAMES     40
#define N_WARM       20

/**
 * bench_get_thread_ms:
 *
 * Returns: milliseconds of processor time of this thread so far
 */
double
bench_get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/**
 * bench_get_process_ms:
 *
 * Returns: milliseconds of processor time of the process so far, of all threads
 */
double
bench_get_process_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

/**
 * bench_load:
 * @path: a timeline file
 *
 * Returns: (transfer full): what it has; ends the program where it cannot be read
 */
TlTimeline *
bench_load (const char *path)
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

static void
after_paint_cb (GdkFrameClock *clock,
                BenchWindow   *subject)
{
  subject->n_painted++;
}

/**
 * bench_window_open:
 * @subject: (out): a window
 * @child: what is in it
 * @width: its size, in pixels
 * @height: its size, in pixels
 */
void
bench_window_open (BenchWindow *subject,
                   GtkWidget   *child,
                   int          width,
                   int          height)
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

/**
 * bench_window_wait:
 * @subject: a window in which something moves
 * @n_frames: how many frames to wait for
 */
void
bench_window_wait (BenchWindow *subject,
                   guint        n_frames)
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

/**
 * bench_window_settle:
 * @subject: a window
 *
 * Waits until nothing has been painted for a while.
 */
void
bench_window_settle (BenchWindow *subject)
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

/* Fills itself with another colour in every frame. */
G_DECLARE_FINAL_TYPE (BenchBlank, bench_blank, BENCH, BLANK, GtkWidget)

struct _BenchBlank
{
  GtkWidget parent_instance;

  guint n_frames;
};

G_DEFINE_FINAL_TYPE (BenchBlank, bench_blank, GTK_TYPE_WIDGET)

static void
bench_blank_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  BenchBlank *self = BENCH_BLANK (widget);
  const GdkRGBA colour = { (float) (self->n_frames++ % 2), 0.5f, 0.5f, 1 };

  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
}

static void
bench_blank_class_init (BenchBlankClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bench_blank_snapshot;
}

static void
bench_blank_init (BenchBlank *self)
{
}

static gboolean
fill_cb (GtkWidget     *blank,
         GdkFrameClock *clock,
         gpointer       data)
{
  gtk_widget_queue_draw (blank);

  return G_SOURCE_CONTINUE;
}

/**
 * bench_measure_frames:
 * @child: (transfer floating): what a window is filled with
 * @width: the window's size, in pixels
 * @height: its size, in pixels
 * @tick: makes it move
 * @data: for @tick
 *
 * Returns: milliseconds of processor time that a frame takes, of all threads
 */
double
bench_measure_frames (GtkWidget       *child,
                      int              width,
                      int              height,
                      GtkTickCallback  tick,
                      gpointer         data)
{
  BenchWindow subject = { 0 };
  double best = G_MAXDOUBLE;

  bench_window_open (&subject, child, width, height);
  bench_window_settle (&subject);
  gtk_widget_add_tick_callback (child, tick, data, NULL);
  bench_window_wait (&subject, N_WARM);
  for (int k = 0; k < N_STRETCHES; k++)
    {
      double start = bench_get_process_ms ();

      bench_window_wait (&subject, N_FRAMES);
      best = MIN (best, (bench_get_process_ms () - start) / N_FRAMES);
    }
  gtk_window_destroy (GTK_WINDOW (subject.window));

  return best;
}

/**
 * bench_measure_blank:
 * @width: a window's size, in pixels
 * @height: its size, in pixels
 *
 * Returns: milliseconds of processor time that a frame takes of one that only
 *   fills itself with a colour
 */
double
bench_measure_blank (int width,
                     int height)
{
  return bench_measure_frames (g_object_new (bench_blank_get_type (), NULL), width, height, fill_cb, NULL);
}
