/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-deck-private.h"

#include "tl-odp.h"
#include "tl-write-progress.h"

#include <glib/gi18n-lib.h>

/* A deck as a presentation that others may work on. */

typedef struct
{
  const TlDeck          *deck;
  const TlExportOptions *options;
} Job;

static TlOdpOptions
get_odp_options (const Job *job)
{
  const TlSlides *slides = &job->deck->slides;
  TlTimeline *timeline = slides->drawing.timeline;
  const char *title = tl_chart_job_get_request (job->deck->chart)->title;

  return (TlOdpOptions){
    .width = slides->width,
    .height = slides->height,
    .page = slides->drawing.theme->page,
    .text = tl_chart_job_get_text (job->deck->chart),
    .scale = job->options->scale,
    .is_small = job->options->is_small,
    .author = job->options->author,
    .words = slides->drawing.words,
    .about = {
      .title = title != NULL ? title : tl_timeline_get_title (timeline),
      .description = tl_timeline_get_subtitle (timeline),
      .language = tl_timeline_get_language (timeline),
      .as_of = tl_timeline_get_as_of (timeline),
    },
  };
}

static void
mirror_rect (const TlDeck *deck,
             TlRect       *rect)
{
  rect->x = deck->slides.width - rect->x - rect->width;
}

static TlScene *
begin_picture (const TlDeck *deck)
{
  const TlRect area = tl_slides_get_area (&deck->slides);

  return tl_scene_new (deck->slides.width, area.y + area.height, TL_RGBA_NONE);
}

static void
finish_scene (const TlDeck *deck,
              TlScene      *scene)
{
  tl_scene_finish (scene);
  if (tl_chart_job_is_mirrored (deck->chart))
    tl_scene_mirror (scene);
}

static void
add_slide (const TlDeck *deck,
           guint         index,
           TlOdp        *odp)
{
  g_autoptr (TlSlide) slide = tl_slide_new (&deck->slides, deck->talk, index);
  const TlTalkStep *step = tl_slide_get_step (slide);
  g_autoptr (TlScene) picture = begin_picture (deck);
  g_autoptr (TlScene) words = tl_scene_new (deck->slides.width, deck->slides.height, TL_RGBA_NONE);
  const TlSceneAbout about = { .title = step->title, .language = tl_timeline_get_language (deck->slides.drawing.timeline) };
  TlOdpSlide made = {
    .title = step->title,
    .notes = step->notes,
    .picture = picture,
    .words = words,
    .is_mirrored = tl_chart_job_is_mirrored (deck->chart),
    .is_hidden = step->is_hidden,
  };

  tl_scene_set_about (picture, &about);
  tl_slide_draw_lanes (slide, picture);
  finish_scene (deck, picture);
  tl_slide_draw_words (slide, words);
  finish_scene (deck, words);
  tl_slide_get_columns (slide, &made.text_column, &made.figures_column);
  if (made.is_mirrored)
    {
      mirror_rect (deck, &made.text_column);
      mirror_rect (deck, &made.figures_column);
    }
  tl_odp_add_slide (odp, &made);
}

static gboolean
write_odp (TlOutput *output,
           gpointer  data,
           GError  **error)
{
  const Job *job = data;
  const TlOdpOptions options = get_odp_options (job);
  g_autoptr (TlOdp) odp = tl_odp_new (&options, output);
  guint n_steps;

  tl_talk_get_steps (job->deck->talk, &n_steps);
  for (guint i = 0; i < n_steps; i++)
    {
      add_slide (job->deck, i, odp);
      if (!tl_write_progress_tell (job->options->progress, (i + 1.0) / n_steps))
        break;
    }
  if (tl_odp_finish (odp))
    return TRUE;

  g_set_error_literal (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
                       _("the talk is too large for one presentation; choose fewer events, or write a pdf"));

  return FALSE;
}

/**
 * tl_deck_write_odp:
 * @self: a deck
 * @name: (type filename): the name of the file
 * @options: how to write it
 * @error: set where it fails, as tl_export_write() does it
 *
 * Writes it with steps that are kept in reserve as hidden slides.
 *
 * Returns: whether all of it was written
 */
gboolean
tl_deck_write_odp (const TlDeck          *self,
                   const char            *name,
                   const TlExportOptions *options,
                   GError               **error)
{
  g_autoptr (TlScene) picture = begin_picture (self);
  Job job = { self, options };

  return tl_export_check_size (TL_EXPORT_PNG, tl_scene_get_width (picture) * TL_DECK_SCALE,
                               tl_scene_get_height (picture) * TL_DECK_SCALE, self->options.scale, error)
         && tl_export_write_file (name, options, write_odp, &job, error);
}
