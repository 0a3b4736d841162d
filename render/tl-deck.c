/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-deck-private.h"

#include <glib/gi18n-lib.h>

/* The talk of a timeline as a deck: a slide for each of its steps, of those
 * events that a filter leaves.
 */

/**
 * tl_deck_new:
 * @chart: what is asked for of a timeline: its events, axis, language, font
 * @options: how slides are made
 *
 * Returns: (transfer full): the slides of its talk, yet to be drawn
 */
TlDeck *
tl_deck_new (TlChartJob          *chart,
             const TlDeckOptions *options)
{
  TlDeck *self = g_new0 (TlDeck, 1);
  TlTimeline *timeline = tl_chart_job_get_timeline (chart);
  guint n_events;
  const guint32 *events = tl_chart_job_get_events (chart, &n_events);

  self->chart = tl_chart_job_ref (chart);
  self->options = *options;
  self->measure = tl_text_pango_get_measure (tl_chart_job_get_text (chart));
  self->viewport = tl_viewport_new ();
  tl_viewport_set_timeline (self->viewport, timeline);
  tl_viewport_set_axis_mode (self->viewport, (TlAxisMode) tl_chart_job_get_request (chart)->axis);
  tl_viewport_set_filter (self->viewport, tl_chart_job_get_filter (chart));
  self->talk = tl_talk_new (timeline, events, n_events, tl_chart_job_get_words (chart));
  self->slides = (TlSlides){
    .drawing = { timeline, tl_theme_get (options->theme), tl_chart_job_get_words (chart), &self->measure, NULL },
    .viewport = self->viewport,
    .width = options->width,
    .height = TL_SLIDE_HEIGHT,
  };
  tl_slides_init (&self->slides);

  return self;
}

/**
 * tl_deck_free:
 * @self: (transfer full): a deck
 */
void
tl_deck_free (TlDeck *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  tl_talk_unref (self->talk);
  g_object_unref (self->viewport);
  tl_chart_job_unref (self->chart);
  g_free (self);
}

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

/**
 * tl_deck_list_skipped:
 * @self: a deck
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each step of
 *   the file that has nothing to show
 */
GPtrArray *
tl_deck_list_skipped (const TlDeck *self)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  guint n_skipped;
  const TlSkippedStep *skipped = tl_talk_get_skipped (self->talk, &n_skipped);

  for (guint i = 0; i < n_skipped; i++)
    g_ptr_array_add (sentences, say_skipped (self->slides.drawing.timeline, &skipped[i]));

  return sentences;
}

/**
 * tl_deck_check:
 * @self: a deck
 * @error: set to %TL_CHART_ERROR_NOTHING where it has no slide, or only some
 *   that are kept in reserve
 *
 * Returns: whether there is anything to be written
 */
gboolean
tl_deck_check (const TlDeck *self,
               GError      **error)
{
  if (tl_talk_count_told (self->talk, G_MAXUINT) > 0)
    return TRUE;

  g_set_error_literal (error, TL_CHART_ERROR, TL_CHART_ERROR_NOTHING, _("no step of the talk has anything to show"));

  return FALSE;
}

static void
draw_pages (TlDeck *self,
            guint   step)
{
  g_autoptr (TlSlide) slide = tl_slide_new (&self->slides, self->talk, step);
  guint first = self->pages->len;

  if (self->options.notes_ratio > 0)
    tl_slide_draw_notes (slide, self->options.notes_ratio, self->pages);
  else
    g_ptr_array_add (self->pages, tl_slide_draw (slide));

  for (guint i = first; i < self->pages->len; i++)
    {
      TlScene *page = g_ptr_array_index (self->pages, i);

      tl_scene_finish (page);
      if (tl_chart_job_is_mirrored (self->chart))
        tl_scene_mirror (page);
    }
}

static GPtrArray *
get_pages (TlDeck *self)
{
  guint n_steps;
  const TlTalkStep *steps = tl_talk_get_steps (self->talk, &n_steps);

  if (self->pages != NULL)
    return self->pages;

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_scene_unref);
  for (guint i = 0; i < n_steps; i++)
    if (!steps[i].is_hidden)
      draw_pages (self, i);

  return self->pages;
}

/**
 * tl_deck_write:
 * @self: a deck that has slides
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
tl_deck_write (TlDeck                *self,
               TlExportFormat         format,
               const char            *name,
               gboolean               replaces_any,
               const TlWriteProgress *progress,
               GError               **error)
{
  TlExportOptions export = tl_chart_job_get_export_options (self->chart, format, replaces_any, progress);

  export.scale = self->options.scale * TL_DECK_SCALE;
  /* An event is on many slides: an outline by date would lead to any of them. */
  export.timeline = NULL;
  if (format == TL_EXPORT_ODP)
    return tl_deck_write_odp (self, name, &export, error);

  return tl_export_write (get_pages (self), tl_chart_job_get_text (self->chart), &export, name, error);
}
