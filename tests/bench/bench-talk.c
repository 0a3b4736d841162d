/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#define _POSIX_C_SOURCE 200809L

#include "config.h"

#include "bench-frames.h"

#include "tl-picture.h"
#include "tl-slide-view.h"

#include <adwaita.h>
#include <stdio.h>

/* What a talk costs while its camera moves, on a screen of 1920 by 1080:
 *
 *   bench-talk FILE
 *     milliseconds of processor time: of layout and paint of a frame, in the
 *     mean and of the slowest step; of making the slide that comes next; of a
 *     whole frame of a window of that size in one colour, and of one with the
 *     talk
 */

#define WIDTH   1920
#define HEIGHT  1080
#define FRAME   16667 /* microseconds */
#define N_RUNS  3
#define N_TURNS 2

typedef struct
{
  TlTextPango *text;
  TlShow      *show;
  guint        n_steps;
  gint64       now;
} Talk;

static void
open_talk (Talk       *self,
           TlTimeline *timeline)
{
  g_autoptr (TlViewport) viewport = tl_viewport_new ();
  g_autoptr (TlTalk) talk = NULL;
  TlTextMeasure measure;
  guint n_events;
  const guint32 *events;

  tl_viewport_set_timeline (viewport, timeline);
  events = tl_viewport_get_events (viewport, &n_events);
  talk = tl_talk_new (timeline, events, n_events, NULL);
  tl_talk_get_steps (talk, &self->n_steps);
  self->text = tl_text_pango_new ("Inter", "en");
  tl_text_pango_set_for_screen (self->text);
  measure = tl_text_pango_get_measure (self->text);
  self->show = tl_show_new (viewport, talk, &measure);
  tl_show_set_shape (self->show, (double) WIDTH / HEIGHT);
  tl_show_set_animated (self->show, TRUE);
  self->now = 1000000;
}

static void
close_talk (Talk *self)
{
  g_object_unref (self->show);
  g_object_unref (self->text);
}

/* Layout and paint */

/* A move to the step, frame by frame, with nothing of GTK: the words once, the
 * lanes for every frame. Milliseconds of a frame. */
static double
move_to (Talk      *self,
         TlPicture *lanes,
         TlPicture *words,
         guint      step)
{
  double scale = HEIGHT / TL_SLIDE_HEIGHT;
  double start;
  guint n_frames = 0;

  tl_show_go_to (self->show, step, self->now);
  start = bench_get_thread_ms ();
  for (gint64 t = FRAME; t < TL_SLIDE_MOVE; t += FRAME, n_frames++)
    {
      g_autoptr (TlScene) scene = tl_show_draw_lanes (self->show, self->now + t);

      tl_picture_paint (lanes, scene, scale, NULL);
      if (n_frames == 0)
        {
          g_autoptr (TlScene) said = tl_show_draw_words (self->show);

          tl_picture_paint (words, said, scale, NULL);
        }
    }
  self->now += 2 * TL_SLIDE_MOVE;

  return (bench_get_thread_ms () - start) / n_frames;
}

/* Of several runs, the best of each step. */
static void
measure_painting (TlTimeline *timeline,
                  double     *mean,
                  double     *worst,
                  double     *slide)
{
  Talk talk;
  TlPicture *lanes, *words;
  g_autofree double *best = NULL;

  open_talk (&talk, timeline);
  lanes = tl_picture_new (talk.text);
  words = tl_picture_new (talk.text);
  best = g_new0 (double, talk.n_steps);
  *mean = 0;
  *worst = 0;
  *slide = 0;
  for (guint step = 0; step < talk.n_steps; step++)
    best[step] = G_MAXDOUBLE;
  for (int run = 0; run < N_RUNS; run++)
    for (guint step = 0; step < talk.n_steps; step++)
      {
        double start = bench_get_thread_ms ();

        /* What the program does while nothing else is to be done. */
        while (tl_show_prepare (talk.show))
          ;
        *slide = MAX (*slide, bench_get_thread_ms () - start);
        best[step] = MIN (best[step], move_to (&talk, lanes, words, (step + 1) % talk.n_steps));
      }
  for (guint step = 0; step < talk.n_steps; step++)
    {
      *mean += best[step] / talk.n_steps;
      *worst = MAX (*worst, best[step]);
    }
  tl_picture_free (lanes);
  tl_picture_free (words);
  close_talk (&talk);
}

/* Whole frames */

/* On and on, so that it always moves. */
static gboolean
go_on_cb (GtkWidget     *view,
          GdkFrameClock *clock,
          gpointer       data)
{
  Talk *talk = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (!tl_show_is_moving (talk->show, now))
    tl_show_go_to (talk->show, (tl_show_get_step (talk->show) + 1) % talk->n_steps, now);

  return G_SOURCE_CONTINUE;
}

static double
measure_frames (TlTimeline *timeline)
{
  Talk talk;
  double frame;

  open_talk (&talk, timeline);
  frame = bench_measure_frames (tl_slide_view_new (talk.show, talk.text, TL_SLIDE_VIEW_AUDIENCE), WIDTH, HEIGHT,
                                go_on_cb, &talk);
  close_talk (&talk);

  return frame;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (TlTimeline) timeline = NULL;
  double mean, worst, slide;
  double blank = G_MAXDOUBLE, whole = G_MAXDOUBLE;

  if (argc != 2)
    return 2;

  adw_init ();
  timeline = bench_load (argv[1]);
  measure_painting (timeline, &mean, &worst, &slide);
  for (int k = 0; k < N_TURNS; k++)
    {
      blank = MIN (blank, bench_measure_blank (WIDTH, HEIGHT));
      whole = MIN (whole, measure_frames (timeline));
    }
  printf ("%.3f %.3f %.3f %.3f %.3f\n", mean, worst, slide, blank, whole);

  return 0;
}
