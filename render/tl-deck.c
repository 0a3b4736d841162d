/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-deck.h"

#include "tl-slide.h"

#include <glib/gi18n-lib.h>

/* The talk of a timeline as a deck: a slide for each of its steps, of those
 * events that a filter leaves.
 */

/* From slides as they are laid out to those of a screen of 1080 lines. */
#define SCREEN_SCALE (1080 / TL_SLIDE_HEIGHT)

static char *
say_skipped (TlTimeline          *timeline,
             const TlSkippedStep *skipped)
{
  const TlStep *step = &tl_timeline_get_steps (timeline, NULL)[skipped->step];
  const char *title = tl_timeline_get_text (timeline, step->title);

  /* Translators: a step of a talk by its number and title */
  return g_strdup_printf (skipped->reason == TL_SKIPPED_EMPTY
                            ? _("step %u, “%s”, is left out: no event that is shown is in its stretch of time")
                            : _("step %u, “%s”, is left out: none of its events is shown"),
                          step->number + 1, title);
}

static GPtrArray *
list_skipped (TlTimeline   *timeline,
              const TlTalk *talk)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  guint n_skipped;
  const TlSkippedStep *skipped = tl_talk_get_skipped (talk, &n_skipped);

  for (guint i = 0; i < n_skipped; i++)
    g_ptr_array_add (sentences, say_skipped (timeline, &skipped[i]));

  return sentences;
}

static GPtrArray *
draw_slides (TlChartJob     *chart,
             const TlSlides *slides,
             TlTalk         *talk)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_scene_unref);
  guint n_steps;
  const TlTalkStep *steps = tl_talk_get_steps (talk, &n_steps);

  tl_slides_init (slides);
  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (TlSlide) slide = NULL;
      TlScene *scene;

      if (steps[i].is_hidden)
        continue;
      slide = tl_slide_new (slides, talk, i);
      scene = tl_slide_draw (slide);
      tl_scene_finish (scene);
      if (tl_chart_job_is_mirrored (chart))
        tl_scene_mirror (scene);
      g_ptr_array_add (pages, scene);
    }

  return pages;
}

/**
 * tl_deck_compose:
 * @chart: what is asked for of a timeline: its events, axis, language, font
 * @options: how slides are made
 * @skipped: (out) (transfer full) (element-type utf8): a sentence for each
 *   step of the file that has nothing to show
 *
 * Returns: (transfer full) (element-type TlScene): the slides of its talk,
 *   without those kept in reserve; none where there is no event
 */
GPtrArray *
tl_deck_compose (TlChartJob          *chart,
                 const TlDeckOptions *options,
                 GPtrArray          **skipped)
{
  TlTimeline *timeline = tl_chart_job_get_timeline (chart);
  const TlTextMeasure measure = tl_text_pango_get_measure (tl_chart_job_get_text (chart));
  g_autoptr (TlViewport) viewport = tl_viewport_new ();
  g_autoptr (TlTalk) talk = NULL;
  guint n_events;
  const guint32 *events = tl_chart_job_get_events (chart, &n_events);
  const TlSlides slides = {
    .drawing = { timeline, tl_theme_get (options->theme), tl_chart_job_get_words (chart), &measure, NULL },
    .viewport = viewport,
    .width = options->width,
    .height = TL_SLIDE_HEIGHT,
  };

  tl_viewport_set_timeline (viewport, timeline);
  tl_viewport_set_axis_mode (viewport, (TlAxisMode) tl_chart_job_get_request (chart)->axis);
  tl_viewport_set_filter (viewport, tl_chart_job_get_filter (chart));
  talk = tl_talk_new (timeline, events, n_events, tl_chart_job_get_words (chart));
  *skipped = list_skipped (timeline, talk);

  return draw_slides (chart, &slides, talk);
}

/**
 * tl_deck_write:
 * @chart: what the slides have been made for
 * @slides: (element-type TlScene): from tl_deck_compose()
 * @options: how they have been made
 * @format: what to write
 * @name: (type filename): the name of the file; of several PNG or SVG files
 *   each has a number in it
 * @replaces_any: whether to overwrite files of other kinds
 * @progress: (nullable): who is told how far it is
 * @error: set where it fails, as tl_export_write() does it
 *
 * Returns: whether all of it was written
 */
gboolean
tl_deck_write (TlChartJob            *chart,
               GPtrArray             *slides,
               const TlDeckOptions   *options,
               TlExportFormat         format,
               const char            *name,
               gboolean               replaces_any,
               const TlWriteProgress *progress,
               GError               **error)
{
  TlExportOptions export = tl_chart_job_get_export_options (chart, format, replaces_any, progress);

  export.scale = options->scale * SCREEN_SCALE;
  /* An event is on many slides: an outline by date would lead to any of them. */
  export.timeline = NULL;

  return tl_export_write (slides, tl_chart_job_get_text (chart), &export, name, error);
}
