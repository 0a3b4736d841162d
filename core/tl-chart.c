/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chart-private.h"

#include "tl-edtf.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A page with everything that a chart needs to stand by itself. What the
 * page holds depends on what the layout has room for, and the other way
 * round: it is laid out again until both agree.
 */

#define PAGE_MARGIN    0.026 /* of the page's width */
#define MIN_MARGIN     16.0
#define TITLE_GAP      10.0
#define LEGEND_GAP     12.0
#define NOTES_GAP      10.0
#define FOOT           20.0
#define NOTES_PART     0.25 /* of a page that notes may take */
#define MIN_LANES      90.0 /* lanes get this, or other things give way */
#define MAX_ROUNDS     4
#define MAX_COLUMNS    60

static const TlTextStyle subtitle_style = { 15, TL_WEIGHT_REGULAR };
static const TlTextStyle foot_style = { 10.5, TL_WEIGHT_REGULAR };

/* The lanes of one page. */
typedef struct
{
  double y; /* from the top of the first lane */
  double height;
} Row;

typedef struct
{
  TlDrawing             drawing;
  const TlChartOptions *options;
  TlAxis               *axis;
  TlLayout             *layout;
  TlChartNotes          notes;
  TlChartLegend         legend;
  GPtrArray            *pages;
  TlTextStyle           title_style;
  double                margin;
  double                width;  /* between the margins */
  double                title;  /* height of what stands above the axis */
  double                plot;   /* height of axis and lanes */
  double                legend_height;
  double                notes_height;
  guint                 n_columns; /* pages over which the axis runs */
  GArray               *rows;      /* of Row: pages over which the lanes go */
  guint                 next_note;
} Chart;

static const char *
get_title (const Chart *chart)
{
  return chart->options->title != NULL ? chart->options->title : tl_timeline_get_title (chart->drawing.timeline);
}

static double
draw_title (const Chart *chart,
            TlScene     *scene)
{
  const TlDrawing *drawing = &chart->drawing;
  const TlTextRoom title_room = { chart->width, 2 };
  const TlTextRoom subtitle_room = { chart->width, 2 };
  const char *title = get_title (chart);
  const char *subtitle = tl_timeline_get_subtitle (drawing->timeline);
  double y = chart->margin;
  TlTextBlock block;
  TlSceneItem *item;

  if (title != NULL && *title != '\0')
    {
      tl_text_measure (drawing->measure, title, &chart->title_style, &title_room, &block);
      if (scene != NULL)
        {
          item = tl_scene_begin_item (scene, TL_ITEM_TITLE, 0);
          item->name = tl_scene_keep_text (scene, title);
          tl_scene_add_text (scene, title, &chart->title_style, &block, chart->margin, y, drawing->theme->text);
        }
      y += block.n_lines * block.line_height;
    }
  if (subtitle != NULL && *subtitle != '\0')
    {
      tl_text_measure (drawing->measure, subtitle, &subtitle_style, &subtitle_room, &block);
      if (scene != NULL)
        {
          item = tl_scene_begin_item (scene, TL_ITEM_SUBTITLE, 0);
          item->name = tl_scene_keep_text (scene, subtitle);
          tl_scene_add_text (scene, subtitle, &subtitle_style, &block, chart->margin, y + 2, drawing->theme->text_dim);
        }
      y += 2 + block.n_lines * block.line_height;
    }

  return y > chart->margin ? y + TITLE_GAP : y;
}

static void
draw_foot (const Chart *chart,
           guint        page,
           TlScene     *scene)
{
  const TlDrawing *drawing = &chart->drawing;
  const char *as_of = tl_timeline_get_as_of (drawing->timeline);
  double y = tl_scene_get_height (scene) - chart->margin - foot_style.size * 1.3 + 4;
  g_autofree char *date = as_of != NULL ? tl_edtf_to_words (as_of, drawing->words) : NULL;
  g_autofree char *text = NULL;

  tl_scene_begin_item (scene, TL_ITEM_NOTES, 1);
  if (date != NULL && !chart->options->no_as_of)
    {
      text = tl_words_fill (drawing->words, "chart",
                            /* Translators: the date of which all in the chart is true */
                            NC_("chart", "As of %1$s"), date, NULL);
      tl_drawing_add_text (drawing, scene, text, &foot_style, NULL, chart->margin, y, drawing->theme->text_dim);
    }
  if (chart->pages->len > 0 || chart->n_columns * chart->rows->len > 1)
    {
      g_autofree char *number = g_strdup_printf ("%u", page + 1);
      double width = tl_text_measure_width (drawing->measure, number, &foot_style);

      tl_drawing_add_text (drawing, scene, number, &foot_style, NULL, chart->margin + chart->width - width, y,
                           drawing->theme->text_dim);
    }
}

static double
get_foot_height (const Chart *chart)
{
  gboolean has_date = !chart->options->no_as_of && tl_timeline_get_as_of (chart->drawing.timeline) != NULL;

  return has_date || chart->options->in_pages ? FOOT : 0;
}

static void
lay_out (Chart   *chart,
         gboolean is_draft)
{
  const TlChartOptions *options = chart->options;
  double lanes_width = chart->width - tl_layout_get_gutter_for (&chart->drawing);
  const TlLayoutOptions layout_options = {
    .drawing = chart->drawing,
    .axis = chart->axis,
    .scale = tl_layout_get_scale_for (chart->axis, lanes_width * chart->n_columns),
    .events = options->events,
    .n_events = options->n_events,
    .height = chart->plot,
    .page = chart->n_columns > 1 ? lanes_width : 0,
    .selected = options->selected,
    .stacks = options->in_pages,
    .is_draft = is_draft,
  };

  g_clear_pointer (&chart->layout, tl_layout_free);
  chart->layout = tl_layout_new (&layout_options);
}

/* What the page has left for axis and lanes. On a page that is too small
 * for everything, notes give way first, then the legend. */
static void
share_page (Chart *chart)
{
  const TlChartOptions *options = chart->options;
  double height = options->height;
  double rest;

  chart->notes_height = 0;
  if (!options->no_sources && !options->in_pages)
    chart->notes_height = tl_chart_notes_get_height (&chart->notes, chart->width, height * NOTES_PART);
  chart->legend_height = options->no_legend
                           ? 0
                           : tl_chart_legend_draw (&chart->legend, &chart->drawing, chart->margin, 0, chart->width, NULL);
  chart->plot = 0;
  if (height <= 0)
    return;

  rest = height - chart->title - chart->margin - get_foot_height (chart);
  while (chart->notes_height > 0 && rest - chart->notes_height - chart->legend_height < 2 * MIN_LANES)
    chart->notes_height = MAX (chart->notes_height - 14, 0);
  if (rest - chart->legend_height < 2 * MIN_LANES)
    chart->legend_height = 0;
  if (chart->notes_height > 0)
    rest -= chart->notes_height + NOTES_GAP;
  if (chart->legend_height > 0)
    rest -= chart->legend_height + LEGEND_GAP;
  chart->plot = MAX (rest, MIN_LANES);
}

/* Numbers the sources of what is shown. Returns whether any is new. */
static gboolean
number_notes (Chart *chart)
{
  const TlEvent *events = tl_timeline_get_events (chart->drawing.timeline, NULL);
  guint n_placed;
  const TlPlaced *placed = tl_layout_get_placed (chart->layout, &n_placed);
  gboolean is_new = FALSE;

  if (chart->options->no_sources)
    return FALSE;
  for (guint i = 0; i < n_placed; i++)
    if (placed[i].label != TL_LABEL_NONE
        && tl_chart_notes_add_event (&chart->notes, &chart->drawing, &events[placed[i].event]))
      is_new = TRUE;

  return is_new;
}

/* Numbers of notes make cards wider, and notes take room from the lanes:
 * a draft tells what there is to number and to explain. */
static void
settle (Chart *chart)
{
  share_page (chart);
  lay_out (chart, TRUE);
  number_notes (chart);
  chart->legend = tl_chart_legend_find (chart->layout, &chart->drawing, chart->axis);

  for (int round = 0; round < MAX_ROUNDS; round++)
    {
      share_page (chart);
      lay_out (chart, FALSE);
      chart->legend = tl_chart_legend_find (chart->layout, &chart->drawing, chart->axis);
      if (!number_notes (chart))
        break;
    }
}

/* As many lanes on a page as it holds. */
static void
find_rows (Chart *chart)
{
  guint n_bands;
  const TlLaneBand *bands = tl_layout_get_bands (chart->layout, &n_bands);
  double room = chart->plot - tl_layout_get_head (chart->layout);
  Row row = { 0, tl_layout_get_lanes_height (chart->layout) };

  g_array_set_size (chart->rows, 0);
  if (!chart->options->in_pages || chart->plot <= 0)
    {
      g_array_append_val (chart->rows, row);
      return;
    }

  row.height = 0;
  for (guint i = 0; i < n_bands; i++)
    {
      if (row.height > 0 && row.height + bands[i].height > room + 0.5)
        {
          g_array_append_val (chart->rows, row);
          row = (Row){ bands[i].y, 0 };
        }
      row.height += bands[i].height;
    }
  g_array_append_val (chart->rows, row);
}

/* Spreads the axis over as few pages as it takes for every event to have its
 * label; where more pages do not help, over as few as show the most. */
static void
find_pages (Chart *chart)
{
  guint best = 1;
  guint least = G_MAXUINT;
  guint n_badges;

  for (chart->n_columns = 1; chart->n_columns <= MAX_COLUMNS; chart->n_columns += 1 + chart->n_columns / 6)
    {
      settle (chart);
      tl_layout_get_badges (chart->layout, &n_badges);
      if (n_badges < least)
        {
          least = n_badges;
          best = chart->n_columns;
        }
      if (n_badges == 0)
        return;
    }

  chart->n_columns = best;
  settle (chart);
}

static TlScene *
begin_page (const Chart *chart,
            double       height)
{
  const TlTheme *theme = chart->drawing.theme;

  return tl_scene_new (chart->options->width, height,
                       chart->options->is_transparent ? TL_RGBA_NONE : theme->page);
}

static void
finish_page (const Chart *chart,
             TlScene     *scene)
{
  TlTimeline *timeline = chart->drawing.timeline;
  g_autofree char *sources = tl_chart_notes_to_text (&chart->notes, &chart->drawing);
  GString *keywords = g_string_new (NULL);
  guint n_lanes;
  const TlLane *lanes = tl_timeline_get_lanes (timeline, &n_lanes);
  TlSceneAbout about = {
    .title = get_title (chart),
    .description = tl_timeline_get_subtitle (timeline),
    .language = tl_timeline_get_language (timeline),
    .sources = *sources != '\0' ? sources : NULL,
    .as_of = tl_timeline_get_as_of (timeline),
  };

  for (guint i = 0; i < n_lanes && i < 40; i++)
    if (lanes[i].name != 0)
      g_string_append_printf (keywords, "%s%s", keywords->len > 0 ? ", " : "",
                              tl_timeline_get_text (timeline, lanes[i].name));
  about.keywords = keywords->str;
  tl_scene_set_about (scene, &about);
  g_string_free (keywords, TRUE);

  tl_scene_finish (scene);
  if (chart->options->is_rtl)
    tl_scene_mirror (scene);
}

static void
draw_page (Chart     *chart,
           guint      column,
           const Row *row)
{
  double gutter = tl_layout_get_gutter (chart->layout);
  double plot = tl_layout_get_head (chart->layout) + row->height;
  double bottom = chart->legend_height + (chart->legend_height > 0 ? LEGEND_GAP : 0)
                  + chart->notes_height + (chart->notes_height > 0 ? NOTES_GAP : 0)
                  + get_foot_height (chart) + chart->margin;
  double height = chart->options->height > 0 ? chart->options->height : ceil (chart->title + plot + bottom);
  TlScene *scene = begin_page (chart, height);
  const TlView view = {
    .area = { chart->margin, chart->title, chart->width, chart->options->height > 0 ? MIN (plot, chart->plot) : plot },
    .x = column * (chart->width - gutter),
    .y = row->y,
    .selected = chart->options->selected,
  };
  double y = view.area.y + view.area.height;

  if (!chart->options->no_title)
    draw_title (chart, scene);
  tl_layout_draw (chart->layout, &view, scene);
  if (chart->legend_height > 0)
    y += LEGEND_GAP + tl_chart_legend_draw (&chart->legend, &chart->drawing, chart->margin, y + LEGEND_GAP,
                                            chart->width, scene);
  if (chart->notes_height > 0)
    {
      const TlRect area = { chart->margin, height - chart->margin - get_foot_height (chart) - chart->notes_height,
                            chart->width, chart->notes_height };

      chart->next_note = tl_chart_notes_draw (&chart->notes, &chart->drawing, &area, 0,
                                              !chart->options->notes_pages, scene);
    }
  draw_foot (chart, chart->pages->len, scene);
  finish_page (chart, scene);
  g_ptr_array_add (chart->pages, scene);
}

/* Notes that had no room, on pages of their own. */
static void
draw_notes_page (Chart *chart)
{
  double height = chart->options->height > 0 ? chart->options->height : chart->options->width;
  TlScene *scene = begin_page (chart, height);
  const char *heading = tl_words_get (chart->drawing.words, "chart", NC_("chart", "Sources"));
  double y = chart->margin;
  TlRect area;

  tl_scene_begin_item (scene, TL_ITEM_SUBTITLE, 0)->name = tl_scene_keep_text (scene, heading);
  y += tl_drawing_add_text (&chart->drawing, scene, heading, &chart->title_style, NULL, chart->margin, y,
                            chart->drawing.theme->text).height;
  area = (TlRect){ chart->margin, y + TITLE_GAP, chart->width, height - y - TITLE_GAP - chart->margin - FOOT };
  area.height = MAX (area.height, 20);
  chart->next_note = tl_chart_notes_draw (&chart->notes, &chart->drawing, &area, chart->next_note, FALSE, scene);
  draw_foot (chart, chart->pages->len, scene);
  finish_page (chart, scene);
  g_ptr_array_add (chart->pages, scene);
}

static double
find_title_size (double width)
{
  double size = width / 55;

  return CLAMP (size, 17, 30);
}

/**
 * tl_chart_compose:
 * @timeline: a timeline
 * @options: what the chart is to show, and how
 * @measure: how large texts are
 *
 * Makes a chart: title, lanes, legend, source notes, date.
 *
 * Returns: (transfer full) (element-type TlScene): its pages, finished
 */
GPtrArray *
tl_chart_compose (TlTimeline           *timeline,
                  const TlChartOptions *options,
                  const TlTextMeasure  *measure)
{
  Chart chart = {
    .drawing = { timeline, tl_theme_get (options->theme), options->words, measure, NULL },
    .options = options,
    .pages = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_scene_unref),
    .n_columns = 1,
    .rows = g_array_new (FALSE, FALSE, sizeof (Row)),
  };
  double margin = floor (options->width * PAGE_MARGIN);

  chart.margin = MAX (margin, MIN_MARGIN);
  chart.width = options->width - 2 * chart.margin;
  chart.title_style = (TlTextStyle){ find_title_size (options->width), TL_WEIGHT_BOLD };
  chart.axis = tl_axis_new (timeline, options->events, options->n_events, options->axis, options->window);
  tl_chart_notes_init (&chart.notes, timeline);
  chart.drawing.note_numbers = options->no_sources ? NULL : chart.notes.numbers;
  chart.title = options->no_title ? chart.margin : draw_title (&chart, NULL);

  if (options->in_pages)
    find_pages (&chart);
  else
    settle (&chart);

  find_rows (&chart);
  for (guint i = 0; i < chart.rows->len; i++)
    for (guint column = 0; column < chart.n_columns; column++)
      draw_page (&chart, column, &g_array_index (chart.rows, Row, i));
  while (!options->no_sources && (options->notes_pages || options->in_pages)
         && chart.next_note < chart.notes.sources->len)
    draw_notes_page (&chart);

  tl_layout_free (chart.layout);
  tl_axis_unref (chart.axis);
  tl_chart_notes_clear (&chart.notes);
  g_array_unref (chart.rows);

  return chart.pages;
}
