/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-handout-private.h"

#include "tl-edtf.h"

#include <glib/gi18n-lib.h>

/* A handout: the chart on pages that lie on their long side, the rest on
 * pages that stand, and a foot below each of them.
 */

#define FOOT_SIZE   10.5
#define FOOT_Y      44.0 /* from the lower edge to the top of its line */
#define FOOT_RULE   8.0  /* above it */
#define FOOT_GAP    24.0
#define CHART_FOOT  28.0 /* what a chart leaves free for it */
#define RULE        0.75
#define SEPARATOR   " · "

/* Returns its margin. */
static double
add_chart (TlHandout *handout,
           GPtrArray *pages)
{
  const TlChartOptions *given = &handout->options->chart;
  TlChartOptions chart = *given;
  g_autoptr (GPtrArray) made = NULL;

  chart.width = MAX (given->width, given->height);
  chart.height = MIN (given->width, given->height) - CHART_FOOT;
  chart.room_below = CHART_FOOT;
  chart.no_sources = TRUE;
  chart.no_as_of = TRUE;
  chart.no_numbers = TRUE;
  chart.notes_pages = FALSE;
  chart.is_rtl = FALSE; /* mirrored at the end */
  made = tl_chart_compose (handout->timeline, &chart, handout->options->measure);
  tl_outline_add (handout->outline, 0, tl_words_get (handout->drawing.words, "handout", NC_("handout", "Chart")),
                  TL_HANDOUT_ID_CHART);
  for (guint i = 0; i < made->len; i++)
    g_ptr_array_add (pages, tl_scene_ref (made->pdata[i]));

  return tl_chart_find_margin (&chart);
}

static const char *
get_title (const TlHandout *handout)
{
  const char *given = handout->options->chart.title;

  return given != NULL ? given : tl_timeline_get_title (handout->timeline);
}

/* What it is, and of when. */
static char *
say_foot (const TlHandout *handout)
{
  const TlWords *words = handout->drawing.words;
  const char *as_of = tl_timeline_get_as_of (handout->timeline);
  g_autofree char *date = as_of != NULL ? tl_edtf_to_words (as_of, words) : NULL;
  g_autofree char *sentence = NULL;

  if (date == NULL || handout->options->chart.no_as_of)
    return g_strdup (get_title (handout));

  /* Translators: the date of which all in the chart is true */
  sentence = tl_words_fill (words, "chart", NC_("chart", "As of %1$s"), date, NULL);

  return g_strconcat (sentence, SEPARATOR, get_title (handout), NULL);
}

static void
draw_foot (const TlHandout *handout,
           const char      *text,
           guint            page,
           guint            n_pages,
           double           margin,
           TlScene         *scene)
{
  const TlDrawing *drawing = &handout->drawing;
  const TlTextStyle style = { FOOT_SIZE, TL_WEIGHT_REGULAR };
  g_autofree char *digits = g_strdup_printf ("%u", page);
  g_autofree char *all = g_strdup_printf ("%u", n_pages);
  /* Translators: the number of a page, and how many pages there are */
  g_autofree char *number = tl_words_fill (drawing->words, "handout", NC_("handout", "%1$s of %2$s"), digits, all, NULL);
  double width = tl_text_measure_width (drawing->measure, number, &style);
  double room = tl_scene_get_width (scene) - 2 * margin;
  double y = tl_scene_get_height (scene) - FOOT_Y;
  const TlTextRoom line = { room - width - FOOT_GAP, 1 };
  const TlRect rule = { margin, y - FOOT_RULE, room, RULE };
  const TlPen pen = { .fill = drawing->theme->grid };

  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_rect (scene, &rule, 0, &pen);
  tl_scene_begin_item (scene, TL_ITEM_NOTES, 0);
  tl_drawing_add_text (drawing, scene, text, &style, &line, margin, y, drawing->theme->text_dim);
  tl_scene_begin_item (scene, TL_ITEM_NOTES, 1);
  tl_drawing_add_text (drawing, scene, number, &style, NULL, margin + room - width, y, drawing->theme->text_dim);
}

static void
finish_pages (TlHandout *handout,
              GPtrArray *pages,
              guint      n_charts,
              double     chart_margin)
{
  g_autofree char *text = say_foot (handout);
  g_autofree char *sources = tl_chart_notes_to_text (&handout->notes, &handout->drawing);
  TlSceneAbout about = *tl_scene_get_about (pages->pdata[0]);

  about.sources = *sources != '\0' ? sources : NULL;
  for (guint i = 0; i < pages->len; i++)
    {
      TlScene *page = pages->pdata[i];

      /* Without shapes, it stands for the top of the page. */
      if (i == 0)
        tl_scene_begin_item (page, TL_ITEM_BACKGROUND, 0)->id = TL_HANDOUT_ID_CHART;
      draw_foot (handout, text, i + 1, pages->len, i < n_charts ? chart_margin : handout->flow.margin, page);
      tl_scene_set_about (page, &about);
      tl_scene_finish (page);
      if (handout->options->chart.is_rtl)
        tl_scene_mirror (page);
    }
}

static void
clear_pages_cb (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

/**
 * tl_handout_compose:
 * @timeline: a timeline
 * @options: what is handed out, and how
 * @outline: takes the places that its readers look for
 *
 * Makes what an audience takes home: the chart, the steps of the talk with
 * all that is said of their events, the events that are in no step, and the
 * sources. Speaker's notes are not in it.
 *
 * Returns: (transfer full) (element-type TlScene): its pages, finished
 */
GPtrArray *
tl_handout_compose (TlTimeline             *timeline,
                    const TlHandoutOptions *options,
                    TlOutline              *outline)
{
  const TlChartOptions *chart = &options->chart;
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_scene_unref);
  TlHandout handout = {
    .timeline = timeline,
    .options = options,
    .drawing = { timeline, tl_theme_get (chart->theme), chart->words, options->measure, NULL },
    .outline = outline,
  };
  guint n_events, n_sources, n_charts;
  double chart_margin;

  tl_timeline_get_events (timeline, &n_events);
  tl_timeline_get_sources (timeline, &n_sources);
  handout.homes = g_new0 (guint32, n_events + 1);
  handout.axis = tl_axis_new (timeline, chart->events, chart->n_events, chart->axis, chart->window);
  tl_chart_notes_init (&handout.notes, timeline);
  tl_handout_flow_init (&handout.flow, &handout.drawing, pages, MIN (chart->width, chart->height),
                        MAX (chart->width, chart->height));
  handout.flow.is_mirrored = chart->is_rtl;
  handout.flow.pages_of = g_ptr_array_new_with_free_func (clear_pages_cb);
  g_ptr_array_set_size (handout.flow.pages_of, (int) n_sources);

  chart_margin = add_chart (&handout, pages);
  n_charts = pages->len;
  tl_handout_flow_begin_page (&handout.flow);
  tl_handout_add_steps (&handout);
  tl_handout_add_further (&handout);
  tl_handout_add_sources (&handout);
  finish_pages (&handout, pages, n_charts, chart_margin);

  tl_handout_flow_clear (&handout.flow);
  g_ptr_array_unref (handout.flow.pages_of);
  tl_chart_notes_clear (&handout.notes);
  tl_axis_unref (handout.axis);
  g_free (handout.homes);

  return pages;
}
