/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chart-private.h"

#include "tl-edtf.h"
#include "tl-filter-words.h"

#include <glib/gi18n-lib.h>

/* What stands above and below everything else on a page. */

#define TITLE_GAP    10.0
#define SUBTITLE_GAP 2.0
#define FOOT         20.0
#define NUMBER_ROOM  40.0 /* of a page */

/* What is filtered may take some words. */
#define FOOT_LINES 2

static const TlTextStyle subtitle_style = { 15, TL_WEIGHT_REGULAR };
static const TlTextStyle foot_style = { 10.5, TL_WEIGHT_REGULAR };

/**
 * tl_chart_get_title:
 * @chart: a chart
 *
 * Returns: (transfer none) (nullable): what it is headed
 */
const char *
tl_chart_get_title (const TlChart *chart)
{
  return chart->options->title != NULL ? chart->options->title : tl_timeline_get_title (chart->drawing.timeline);
}

/* Returns the height. */
static double
draw_heading (const TlChart     *chart,
              const char        *text,
              const TlTextStyle *style,
              TlItemKind         kind,
              double             y,
              TlScene           *scene)
{
  const TlTheme *theme = chart->drawing.theme;
  const TlTextRoom room = { chart->width, 2 };
  TlTextBlock block;

  if (text == NULL || *text == '\0')
    return 0;

  tl_text_measure (chart->drawing.measure, text, style, &room, &block);
  if (scene != NULL)
    {
      tl_scene_begin_item (scene, kind, 0)->name = tl_scene_keep_text (scene, text);
      tl_scene_add_text (scene, text, style, &block, chart->margin, y,
                         kind == TL_ITEM_TITLE ? theme->text : theme->text_dim);
    }

  return block.n_lines * block.line_height;
}

/**
 * tl_chart_draw_title:
 * @chart: a chart
 * @scene: (nullable): a scene that is being built; %NULL only to measure
 *
 * Adds title and subtitle.
 *
 * Returns: where what follows begins, in pixels from the page's top
 */
double
tl_chart_draw_title (const TlChart *chart,
                     TlScene       *scene)
{
  double y = chart->margin;

  if (chart->has_title)
    y += draw_heading (chart, tl_chart_get_title (chart), &chart->title_style, TL_ITEM_TITLE, y, scene);
  if (chart->has_subtitle)
    y += SUBTITLE_GAP + draw_heading (chart, tl_timeline_get_subtitle (chart->drawing.timeline), &subtitle_style,
                                      TL_ITEM_SUBTITLE, y + SUBTITLE_GAP, scene);

  return y > chart->margin ? y + TITLE_GAP : y;
}

static guint
get_n_left_out (const TlChart *chart)
{
  return chart->layout != NULL ? tl_layout_get_n_left_out (chart->layout) : 0;
}

/**
 * tl_chart_say_filter:
 * @chart: a chart
 *
 * Returns: (transfer full) (nullable): which events are shown of how many;
 *   %NULL where all of them are asked for
 */
char *
tl_chart_say_filter (const TlChart *chart)
{
  const TlChartOptions *options = chart->options;

  if (options->filter == NULL || tl_filter_is_empty (options->filter))
    return NULL;

  return tl_filter_describe (options->filter, chart->drawing.timeline, options->n_events, chart->drawing.words);
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* The date, what is left out, and what is not even counted in a badge. */
static char *
say_foot (const TlChart *chart)
{
  g_autofree char *filter = tl_chart_say_filter (chart);
  const TlDrawing *drawing = &chart->drawing;
  const char *as_of = tl_timeline_get_as_of (drawing->timeline);
  g_autofree char *date = as_of != NULL ? tl_edtf_to_words (as_of, drawing->words) : NULL;
  g_autofree char *number = g_strdup_printf ("%u", get_n_left_out (chart));
  GString *text = g_string_new (NULL);

  if (date != NULL && !chart->options->no_as_of)
    {
      g_autofree char *sentence = tl_words_fill (drawing->words, "chart",
                                                 /* Translators: the date of which all in the chart is true */
                                                 NC_("chart", "As of %1$s"), date, NULL);

      append_part (text, sentence);
    }
  append_part (text, filter);
  if (get_n_left_out (chart) > 0)
    {
      g_autofree char *sentence = tl_words_fill (drawing->words, "chart",
                                                 /* Translators: a number of events */
                                                 NC_("chart", "not shown, for lack of room for their lanes: %1$s events"),
                                                 number, NULL);

      append_part (text, sentence);
    }

  return g_string_free (text, FALSE);
}

static void
measure_foot (const TlChart *chart,
              const char    *text,
              TlTextBlock   *block)
{
  const TlTextRoom room = { chart->width - NUMBER_ROOM, chart->options->filter != NULL ? FOOT_LINES : 1 };

  tl_text_measure (chart->drawing.measure, text, &foot_style, &room, block);
}

/**
 * tl_chart_get_foot_height:
 * @chart: a chart
 *
 * Returns: the height of what is said at the foot of its pages, in pixels
 */
double
tl_chart_get_foot_height (const TlChart *chart)
{
  g_autofree char *text = NULL;
  TlTextBlock block;

  if (!chart->has_foot)
    return 0;

  text = say_foot (chart);
  if (text[0] == '\0')
    return chart->options->in_pages && !chart->options->no_numbers ? FOOT : 0;

  measure_foot (chart, text, &block);

  return FOOT + (block.n_lines - 1) * block.line_height;
}

/**
 * tl_chart_draw_foot:
 * @chart: a chart
 * @scene: a scene that is being built
 *
 * Adds what is said at the foot: date, filter, number of the page.
 */
void
tl_chart_draw_foot (const TlChart *chart,
                    TlScene       *scene)
{
  const TlDrawing *drawing = &chart->drawing;
  double bottom = tl_scene_get_height (scene) - chart->options->room_below - chart->margin - foot_style.size * 1.3 + 4;
  g_autofree char *text = say_foot (chart);
  TlTextBlock block;
  double y = bottom;

  if (tl_chart_get_foot_height (chart) <= 0)
    return;

  measure_foot (chart, text, &block);
  if (block.n_lines > 1)
    y -= (block.n_lines - 1) * block.line_height;
  tl_scene_begin_item (scene, TL_ITEM_NOTES, 1);
  tl_scene_add_text (scene, text, &foot_style, &block, chart->margin, y, drawing->theme->text_dim);
  if (!chart->options->no_numbers && (chart->pages->len > 0 || chart->n_columns * chart->rows->len > 1))
    {
      g_autofree char *number = g_strdup_printf ("%u", chart->pages->len + 1);
      double width = tl_text_measure_width (drawing->measure, number, &foot_style);

      tl_drawing_add_text (drawing, scene, number, &foot_style, NULL, chart->margin + chart->width - width, bottom,
                           drawing->theme->text_dim);
    }
}
