/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#define _POSIX_C_SOURCE 200809L

#include "config.h"

#include "make-timeline.h"
#include "tl-chart.h"
#include "tl-layout-blend.h"
#include "tl-load.h"
#include "tl-paint-cairo.h"
#include "tl-picture.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* What laying out and drawing cost: the bundled story as a chart, and large
 * timelines in a window of 1600 by 900, as a ratio of sizes. Processor time
 * of one thread, the best of several runs; loading apart.
 */

#define WIDTH  1600.0
#define HEIGHT 900.0
#define N_RUNS 7

#define MAX_STORY_MS 5.0
#define MAX_FRAME_MS 1.0
#define MAX_PAN_MS   4.0
#define MAX_GROWTH   3.0

#define N_PANS   100
#define PAN_STEP 3 /* pixels */

typedef struct
{
  TlTimeline  *timeline;
  guint32     *events;
  guint        n_events;
  TlTextPango *text;
} Subject;

/* Seconds. */
typedef struct
{
  double axis;
  double layout;
  double scene;
  double paint;
  double pan; /* scene and paint somewhere else */
  double whole;
} Costs;

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

static gboolean
open_subject (const char *path,
              Subject    *subject)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLoad) loaded = tl_load_file (file, NULL, NULL, NULL, NULL, &error);

  if (loaded == NULL)
    {
      fprintf (stderr, "%s: %s\n", path, error->message);
      return FALSE;
    }

  subject->timeline = g_object_ref (loaded->timeline);
  tl_timeline_get_events (subject->timeline, &subject->n_events);
  subject->events = g_new (guint32, subject->n_events);
  for (guint32 i = 0; i < subject->n_events; i++)
    subject->events[i] = i;

  return TRUE;
}

static void
close_subject (Subject *subject)
{
  g_clear_object (&subject->timeline);
  g_clear_object (&subject->text);
  g_clear_pointer (&subject->events, g_free);
}

static double
paint (const Subject  *subject,
       const TlLayout *layout,
       double          x,
       cairo_t        *cr,
       double         *scene_seconds)
{
  TlScene *scene = tl_scene_new (WIDTH, HEIGHT, 0xffffffff);
  const TlView view = { { 0, 0, WIDTH, HEIGHT }, x, 0, TL_NONE };
  double start = get_seconds ();
  double built;

  tl_layout_draw (layout, &view, scene);
  tl_scene_finish (scene);
  built = get_seconds ();
  tl_paint_scene (scene, subject->text, cr);
  *scene_seconds = built - start;
  tl_scene_unref (scene);

  return get_seconds () - built;
}

static Costs
measure_window (const Subject *subject,
                double         zoom)
{
  TlTextMeasure measure = tl_text_pango_get_measure (subject->text);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  TlLayoutOptions options = {
    .drawing = { subject->timeline, tl_theme_get (TL_THEME_LIGHT), NULL, &measure, NULL },
    .events = subject->events,
    .n_events = subject->n_events,
    .height = HEIGHT,
    .selected = TL_NONE,
    .scrolls = TRUE,
  };
  double start = get_seconds ();
  Costs costs = { 0 };
  TlAxis *axis = tl_axis_new (subject->timeline, subject->events, subject->n_events, TL_AXIS_AUTO, NULL);
  TlLayout *layout;
  double scene;

  costs.axis = get_seconds () - start;
  options.axis = axis;
  options.scale = zoom * tl_layout_get_scale_for (axis, WIDTH - tl_layout_get_gutter_for (&options.drawing));
  layout = tl_layout_new (&options);
  costs.layout = get_seconds () - start - costs.axis;
  costs.paint = paint (subject, layout, 0, cr, &costs.scene);
  costs.whole = get_seconds () - start;
  paint (subject, layout, tl_layout_get_content_width (layout) / 2, cr, &scene);
  start = get_seconds ();
  paint (subject, layout, tl_layout_get_content_width (layout) / 2 + 7, cr, &scene);
  costs.pan = get_seconds () - start;

  tl_layout_free (layout);
  tl_axis_unref (axis);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return costs;
}

/* As the canvas does it: what has been painted is moved along. */
static void
paint_moved (const TlLayout *layout,
             double          x,
             TlPicture      *picture)
{
  TlScene *scene = tl_scene_new (WIDTH, HEIGHT, 0xffffffff);
  const TlView view = { { 0, 0, WIDTH, HEIGHT }, x, 0, TL_NONE };
  double gutter = tl_layout_get_gutter (layout);
  double head = tl_layout_get_head (layout);
  const TlPictureMove move = { { gutter, head, WIDTH - gutter, HEIGHT - head }, -PAN_STEP };

  tl_layout_draw (layout, &view, scene);
  tl_scene_finish (scene);
  tl_picture_paint (picture, scene, 1, x > 0 ? &move : NULL);
  tl_scene_unref (scene);
}

/* A frame of a pan: scene and paint, everything else being known. The mean of
 * many, since what comes into view differs. */
static double
measure_pan (const Subject *subject,
             gboolean       is_moved)
{
  TlTextMeasure measure = tl_text_pango_get_measure (subject->text);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  TlAxis *axis = tl_axis_new (subject->timeline, subject->events, subject->n_events, TL_AXIS_AUTO, NULL);
  TlLayoutOptions options = {
    .drawing = { subject->timeline, tl_theme_get (TL_THEME_LIGHT), NULL, &measure, NULL },
    .axis = axis,
    .events = subject->events,
    .n_events = subject->n_events,
    .height = HEIGHT,
    .selected = TL_NONE,
    .scrolls = TRUE,
  };
  g_autoptr (TlPicture) picture = tl_picture_new (subject->text);
  double best = G_MAXDOUBLE;
  TlLayout *layout;

  options.scale = tl_layout_get_scale_for (axis, WIDTH - tl_layout_get_gutter_for (&options.drawing));
  layout = tl_layout_new (&options);
  for (int i = 0; i < N_RUNS + 1; i++)
    {
      double start = get_seconds ();
      double scene, seconds;

      for (int k = 0; k < N_PANS; k++)
        if (is_moved)
          paint_moved (layout, PAN_STEP * k, picture);
        else
          paint (subject, layout, PAN_STEP * k, cr, &scene);
      seconds = (get_seconds () - start) / N_PANS;
      /* In the first run, texts are seen for the first time. */
      best = i > 0 ? MIN (best, seconds) : best;
    }

  tl_layout_free (layout);
  tl_axis_unref (axis);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return best;
}

/* Each run with a font map of its own, as in a window that has just been
 * opened: no text has been measured before. */
static Costs
find_best (Subject *subject,
           double   zoom)
{
  Costs best = { .whole = G_MAXDOUBLE, .pan = G_MAXDOUBLE };

  for (int i = 0; i < N_RUNS; i++)
    {
      Costs costs;
      double pan = best.pan;

      g_clear_object (&subject->text);
      subject->text = tl_text_pango_new (TL_CHART_FONT, "en");
      costs = measure_window (subject, zoom);
      if (costs.whole < best.whole)
        best = costs;
      best.pan = MIN (pan, costs.pan);
    }

  return best;
}

static double
measure_story (Subject *subject,
               gboolean is_warm)
{
  double best = G_MAXDOUBLE;

  for (int i = 0; i < N_RUNS; i++)
    {
      TlChartOptions options = {
        .width = WIDTH,
        .height = HEIGHT,
        .events = subject->events,
        .n_events = subject->n_events,
        .selected = TL_NONE,
      };
      TlTextMeasure measure;
      GPtrArray *pages;
      double start, seconds;
      const TlTextStyle styles[] = { { 11, TL_WEIGHT_REGULAR }, { 13, TL_WEIGHT_SEMIBOLD }, { 13, TL_WEIGHT_BOLD } };

      if (!is_warm || subject->text == NULL)
        {
          g_clear_object (&subject->text);
          subject->text = tl_text_pango_new (TL_CHART_FONT, "en");
        }
      measure = tl_text_pango_get_measure (subject->text);

      /* Opening the fonts belongs to starting. */
      for (gsize k = 0; k < G_N_ELEMENTS (styles); k++)
        tl_text_measure_width (&measure, "A¹·–", &styles[k]);

      start = get_seconds ();
      pages = tl_chart_compose (subject->timeline, &options, &measure);
      seconds = get_seconds () - start;
      g_ptr_array_unref (pages);
      best = MIN (best, seconds);
    }

  return best;
}

/* Axis, layout and scene of the story in a window, once the fonts are open. */
static double
measure_story_layout (Subject *subject)
{
  static const TlTextStyle styles[] = { { 11, TL_WEIGHT_REGULAR }, { 13, TL_WEIGHT_SEMIBOLD }, { 13, TL_WEIGHT_BOLD } };
  double best = G_MAXDOUBLE;

  for (int i = 0; i < N_RUNS; i++)
    {
      TlTextMeasure measure;
      Costs costs;
      double seconds;

      g_clear_object (&subject->text);
      subject->text = tl_text_pango_new (TL_CHART_FONT, "en");
      measure = tl_text_pango_get_measure (subject->text);
      for (gsize k = 0; k < G_N_ELEMENTS (styles); k++)
        tl_text_measure_width (&measure, "A¹·–", &styles[k]);
      costs = measure_window (subject, 1);
      seconds = costs.axis + costs.layout + costs.scene;
      best = MIN (best, seconds);
    }

  return best;
}

/* A frame of a zoom: the blend, and in @scene_seconds what is drawn of it. */
static double
measure_frame (const Subject *subject,
               double        *scene_seconds)
{
  TlTextMeasure measure = tl_text_pango_get_measure (subject->text);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  TlAxis *axis = tl_axis_new (subject->timeline, subject->events, subject->n_events, TL_AXIS_AUTO, NULL);
  TlLayoutOptions options = {
    .drawing = { subject->timeline, tl_theme_get (TL_THEME_LIGHT), NULL, &measure, NULL },
    .axis = axis,
    .events = subject->events,
    .n_events = subject->n_events,
    .height = HEIGHT,
    .selected = TL_NONE,
    .scrolls = TRUE,
  };
  double scale = tl_layout_get_scale_for (axis, WIDTH - tl_layout_get_gutter_for (&options.drawing));
  TlLayout *from, *to;
  double best = G_MAXDOUBLE;

  options.scale = scale;
  from = tl_layout_new (&options);
  options.scale = scale * 1.5;
  to = tl_layout_new (&options);
  *scene_seconds = G_MAXDOUBLE;
  for (int i = 0; i < 4 * N_RUNS; i++)
    {
      double t = (i + 0.5) / (4 * N_RUNS);
      double start = get_seconds ();
      TlLayout *frame = tl_layout_new_blend (from, to, scale * (1 + t / 2), t);
      double seconds = get_seconds () - start;
      double scene;

      paint (subject, frame, 100, cr, &scene);
      best = MIN (best, seconds);
      *scene_seconds = MIN (*scene_seconds, scene);
      tl_layout_free (frame);
    }

  tl_layout_free (from);
  tl_layout_free (to);
  tl_axis_unref (axis);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return best;
}

static gboolean
report (const char *what,
        double      measured,
        double      at_most,
        const char *unit)
{
  printf ("%-58s %8.2f %-3s", what, measured, unit);
  if (at_most > 0)
    printf (" (at most %.1f)%s", at_most, measured > at_most ? "  TOO MUCH" : "");
  putchar ('\n');

  return at_most <= 0 || measured <= at_most;
}

static void
print_costs (guint        n_events,
             const char  *where,
             const Costs *costs)
{
  printf ("%7u events, %-9s axis %7.2f  layout %7.2f  scene %6.2f  paint %6.2f  whole %7.2f  pan %6.2f ms\n",
          n_events, where, costs->axis * 1e3, costs->layout * 1e3, costs->scene * 1e3, costs->paint * 1e3,
          costs->whole * 1e3, costs->pan * 1e3);
}

static gboolean
compare_sizes (void)
{
  static const guint sizes[] = { 10000, 100000 };
  Costs all[2], near[2];
  double frame, scene;
  gboolean is_fine;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = tl_make_timeline (sizes[i], 1, &error);
      Subject subject = { 0 };

      if (path == NULL || !open_subject (path, &subject))
        return FALSE;
      g_unlink (path);

      all[i] = find_best (&subject, 1);
      near[i] = find_best (&subject, 500);
      print_costs (sizes[i], "all", &all[i]);
      print_costs (sizes[i], "500 times", &near[i]);
      frame = measure_frame (&subject, &scene);
      printf ("%7u events, a frame of a zoom %38.2f  scene %6.2f ms\n", sizes[i], frame * 1e3, scene * 1e3);
      close_subject (&subject);
    }

  is_fine = report ("100,000 events against 10,000, all in view, whole", all[1].whole / all[0].whole, MAX_GROWTH, "");
  is_fine = report ("the same, a pan", all[1].pan / all[0].pan, MAX_GROWTH, "") && is_fine;
  report ("the same at 500 times, layout", near[1].layout / near[0].layout, 0, "");
  report ("the same at 500 times, a pan", near[1].pan / near[0].pan, 0, "");

  return is_fine;
}

int
main (int    argc,
      char **argv)
{
  Subject story = { 0 };
  double scene;
  gboolean is_fine;

  if (argc < 2 || !open_subject (argv[1], &story))
    return 2;

  is_fine = report ("the story at 1600 by 900, laid out, no text known before", measure_story_layout (&story) * 1e3,
                    MAX_STORY_MS, "ms");
  report ("the story as a chart of 1600 by 900, no text known before", measure_story (&story, FALSE) * 1e3, 0, "ms");
  is_fine = report ("the same again", measure_story (&story, TRUE) * 1e3, MAX_STORY_MS, "ms") && is_fine;
  is_fine = report ("a frame of a zoom of the story, its layout", measure_frame (&story, &scene) * 1e3, MAX_FRAME_MS,
                    "ms")
            && is_fine;
  report ("its scene", scene * 1e3, 0, "ms");
  is_fine = report ("the story at 1600 by 900, a pan", measure_pan (&story, TRUE) * 1e3, MAX_PAN_MS, "ms") && is_fine;
  report ("the same, all painted anew", measure_pan (&story, FALSE) * 1e3, 0, "ms");
  close_subject (&story);

  return compare_sizes () && is_fine ? 0 : 1;
}
