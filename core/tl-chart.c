/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A page with everything that a chart needs to stand by itself. What the
 * page holds depends on what the layout has room for, and the other way
 * round: it is laid out again until both agree.
 */

#define PAGE_MARGIN 0.026 /* of the page's width */
#define WIDE_PAGE   1.8   /* a page that is wider for its height has the margins of its height */
#define MIN_MARGIN     16.0
#define HEADING_GAP    10.0
#define LEGEND_GAP     12.0
#define NOTES_GAP      10.0
#define NOTES_PART     0.25 /* of a page that notes may take */
#define MIN_LANES      90.0 /* lanes get this, or other things give way */
#define LANE_ROOM      64.0
#define MAX_ROUNDS     6
#define MAX_COLUMNS    60

/* What a layout does the same way again if only texts have changed. */
static gboolean
can_repeat (const TlChart *chart)
{
  return chart->layout != NULL && chart->final_plot == chart->plot && chart->final_columns == chart->n_columns;
}

static void
lay_out (TlChart *chart,
         gboolean is_draft)
{
  const TlChartOptions *options = chart->options;
  double lanes_width = chart->width - tl_layout_get_gutter_for (&chart->drawing);
  TlLayout *before = chart->layout;
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
    .like = can_repeat (chart) ? before : NULL,
  };

  chart->layout = tl_layout_new (&layout_options);
  chart->final_plot = is_draft ? -1 : chart->plot;
  chart->final_columns = chart->n_columns;
  g_clear_pointer (&before, tl_layout_free);
}

static double
measure_legend (const TlChart       *chart,
                const TlChartLegend *legend)
{
  return tl_chart_legend_draw (legend, &chart->drawing, chart->margin, 0, chart->width, NULL);
}

/* What everything around the lanes leaves them of the page. */
static double
get_room (const TlChart *chart)
{
  double room = chart->options->height - chart->title - chart->margin - tl_chart_get_foot_height (chart);

  room -= chart->notes_height > 0 ? chart->notes_height + NOTES_GAP : 0;
  room -= chart->legend_height > 0 ? chart->legend_height + LEGEND_GAP : 0;

  return room;
}

/* What lanes have before there are notes: two rows of short cards each. */
static double
get_wanted_room (const TlChart *chart)
{
  double wanted = 2 * MIN_LANES;
  const TlLaneBand *bands;
  guint n_bands;

  if (chart->layout == NULL)
    return wanted;

  wanted = tl_layout_get_head (chart->layout);
  bands = tl_layout_get_bands (chart->layout, &n_bands);
  for (guint i = 0; i < n_bands; i++)
    wanted += bands[i].n_events > 0 ? LANE_ROOM : 0;

  return MAX (wanted, 2 * MIN_LANES);
}

/* On a page that is too small for everything, notes give way first, then
 * the legend, the foot, subtitle and title. */
static void
give_way (TlChart *chart)
{
  gboolean *const parts[] = { &chart->has_foot, &chart->has_subtitle, &chart->has_title };
  double wanted = get_wanted_room (chart);

  /* One row is left to count the rest in, as long as it can. */
  while (chart->notes_height > TL_CHART_NOTE_LINE && get_room (chart) < wanted)
    chart->notes_height -= TL_CHART_NOTE_LINE;
  if (get_room (chart) < 2 * MIN_LANES)
    chart->notes_height = 0;
  if (get_room (chart) < 2 * MIN_LANES)
    chart->legend_height = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (parts) && get_room (chart) < 2 * MIN_LANES; i++)
    {
      *parts[i] = FALSE;
      chart->title = tl_chart_draw_title (chart, NULL);
    }
}

/* What the page has left for axis and lanes. */
static void
share_page (TlChart *chart)
{
  const TlChartOptions *options = chart->options;
  double height = options->height;

  chart->has_title = chart->has_subtitle = !options->no_title;
  chart->has_foot = TRUE;
  chart->title = tl_chart_draw_title (chart, NULL);
  chart->notes_height = 0;
  if (!options->no_sources && !options->in_pages)
    chart->notes_height = tl_chart_notes_get_height (&chart->notes, chart->width, height * NOTES_PART);
  chart->legend_height = options->no_legend ? 0 : measure_legend (chart, &chart->legend);
  chart->plot = 0;
  if (height > 0)
    {
      give_way (chart);
      chart->plot = get_room (chart);
      chart->plot = MAX (chart->plot, 1);
    }

  /* Cards name no notes that are nowhere. */
  chart->drawing.note_numbers = chart->notes_height > 0 || options->in_pages || options->notes_pages
                                  ? chart->notes.numbers
                                  : NULL;
  if (options->no_sources)
    chart->drawing.note_numbers = NULL;
}

/* Numbers the sources of what is shown, in that order or, with @keeps, after
 * those that have numbers. Returns whether that changes anything. */
static gboolean
number_notes (TlChart *chart,
              gboolean keeps)
{
  const TlEvent *events = tl_timeline_get_events (chart->drawing.timeline, NULL);
  g_autoptr (GArray) before = g_array_copy (chart->notes.sources);
  guint n_placed;
  const TlPlaced *placed = tl_layout_get_placed (chart->layout, &n_placed);

  if (chart->options->no_sources)
    return FALSE;
  if (!keeps)
    tl_chart_notes_reset (&chart->notes);
  for (guint i = 0; i < n_placed; i++)
    if (placed[i].label != TL_LABEL_NONE)
      tl_chart_notes_add_event (&chart->notes, &chart->drawing, &events[placed[i].event]);

  return before->len != chart->notes.sources->len
         || (before->len > 0 && memcmp (before->data, chart->notes.sources->data, before->len * sizeof (guint32)) != 0);
}

/* Numbers of notes make cards wider, and notes take room from the lanes: a
 * draft tells what there is to number and to explain. What comes out may
 * show other events and so need other notes; after some rounds notes are
 * only added, so that it comes to an end. */
static void
settle (TlChart *chart)
{
  tl_chart_notes_reset (&chart->notes);
  share_page (chart);
  lay_out (chart, TRUE);
  number_notes (chart, FALSE);
  chart->legend = tl_chart_legend_find (chart->layout, &chart->drawing, chart->axis);

  for (int round = 0; round < MAX_ROUNDS; round++)
    {
      TlChartLegend found;
      gboolean fits, has_changed;

      if (g_cancellable_is_cancelled (chart->options->cancellable))
        return;

      share_page (chart);
      lay_out (chart, FALSE);
      found = tl_chart_legend_find (chart->layout, &chart->drawing, chart->axis);
      fits = chart->legend_height == 0 || measure_legend (chart, &found) <= chart->legend_height;
      has_changed = number_notes (chart, round >= MAX_ROUNDS / 2);

      /* At the end it would rather explain too much than run into the notes. */
      if (fits || round + 1 < MAX_ROUNDS)
        chart->legend = found;
      if (fits && !has_changed)
        break;
    }
}

/* As many lanes on a page as it holds. */
static void
find_rows (TlChart *chart)
{
  guint n_bands;
  const TlLaneBand *bands = tl_layout_get_bands (chart->layout, &n_bands);
  double room = chart->plot - tl_layout_get_head (chart->layout);
  TlChartRow row = { 0, tl_layout_get_lanes_height (chart->layout) };

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
          row = (TlChartRow){ bands[i].y, 0 };
        }
      row.height += bands[i].height;
    }
  g_array_append_val (chart->rows, row);
}

static guint
count_hidden (const TlLayout *layout)
{
  guint n_badges;
  guint n_hidden = tl_layout_get_n_left_out (layout);
  const TlBadge *badges = tl_layout_get_badges (layout, &n_badges);

  for (guint i = 0; i < n_badges; i++)
    n_hidden += badges[i].count;

  return n_hidden;
}

/* Spreads the axis over as few pages as it takes for every event to have its
 * label; where more pages do not help, over as few as show the most. */
static void
find_pages (TlChart *chart)
{
  guint best = 1;
  guint least = G_MAXUINT;
  guint n_hidden;

  for (chart->n_columns = 1; chart->n_columns <= MAX_COLUMNS; chart->n_columns += 1 + chart->n_columns / 6)
    {
      settle (chart);
      n_hidden = count_hidden (chart->layout);
      if (n_hidden < least)
        {
          least = n_hidden;
          best = chart->n_columns;
        }
      if (n_hidden == 0 || g_cancellable_is_cancelled (chart->options->cancellable))
        return;
    }

  chart->n_columns = best;
  settle (chart);
}

static TlScene *
begin_page (const TlChart *chart,
            double       height)
{
  const TlTheme *theme = chart->drawing.theme;

  return tl_scene_new (chart->options->width, height + chart->options->room_below,
                       chart->options->is_transparent ? TL_RGBA_NONE : theme->page);
}

/* For whoever has nothing but the file. */
static char *
describe (const TlChart *chart)
{
  const char *subtitle = tl_timeline_get_subtitle (chart->drawing.timeline);
  g_autofree char *filter = tl_chart_say_filter (chart);

  if (filter == NULL || subtitle == NULL)
    return filter != NULL ? g_steal_pointer (&filter) : g_strdup (subtitle);

  return g_strconcat (subtitle, "\n", filter, NULL);
}

static void
finish_page (const TlChart *chart,
             TlScene     *scene)
{
  TlTimeline *timeline = chart->drawing.timeline;
  g_autofree char *description = describe (chart);
  g_autofree char *sources = tl_chart_notes_to_text (&chart->notes, &chart->drawing);
  GString *keywords = g_string_new (NULL);
  guint n_lanes;
  const TlLane *lanes = tl_timeline_get_lanes (timeline, &n_lanes);
  TlSceneAbout about = {
    .title = tl_chart_get_title (chart),
    .description = description,
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
draw_page (TlChart          *chart,
           guint             column,
           const TlChartRow *row)
{
  double gutter = tl_layout_get_gutter (chart->layout);
  double plot = tl_layout_get_head (chart->layout) + row->height;
  double bottom = chart->legend_height + (chart->legend_height > 0 ? LEGEND_GAP : 0)
                  + chart->notes_height + (chart->notes_height > 0 ? NOTES_GAP : 0)
                  + tl_chart_get_foot_height (chart) + chart->margin;
  double height = chart->options->height > 0 ? chart->options->height : ceil (chart->title + plot + bottom);
  TlScene *scene = begin_page (chart, height);
  const TlView view = {
    .area = { chart->margin, chart->title, chart->width, chart->options->height > 0 ? MIN (plot, chart->plot) : plot },
    .x = column * (chart->width - gutter),
    .y = row->y,
    .selected = chart->options->selected,
  };

  tl_chart_draw_title (chart, scene);
  tl_layout_draw (chart->layout, &view, scene);
  if (chart->legend_height > 0)
    tl_chart_legend_draw (&chart->legend, &chart->drawing, chart->margin, view.area.y + view.area.height + LEGEND_GAP,
                          chart->width, scene);
  if (chart->notes_height > 0)
    {
      const TlRect area = { chart->margin, height - chart->margin - tl_chart_get_foot_height (chart) - chart->notes_height,
                            chart->width, chart->notes_height };

      chart->next_note = tl_chart_notes_draw (&chart->notes, &chart->drawing, &area, 0,
                                              !chart->options->notes_pages, scene);
    }
  tl_chart_draw_foot (chart, scene);
  finish_page (chart, scene);
  g_ptr_array_add (chart->pages, scene);
}

/* Notes that had no room, on pages of their own. */
static void
draw_notes_page (TlChart *chart)
{
  double height = chart->options->height > 0 ? chart->options->height : chart->options->width;
  TlScene *scene = begin_page (chart, height);
  const char *heading = tl_words_get (chart->drawing.words, "chart", NC_("chart", "Sources"));
  double y = chart->margin;
  TlRect area;

  tl_scene_begin_item (scene, TL_ITEM_SUBTITLE, 0)->name = tl_scene_keep_text (scene, heading);
  y += tl_drawing_add_text (&chart->drawing, scene, heading, &chart->title_style, NULL, chart->margin, y,
                            chart->drawing.theme->text).height;
  area = (TlRect){ chart->margin, y + HEADING_GAP, chart->width,
                   height - y - HEADING_GAP - chart->margin - tl_chart_get_foot_height (chart) };
  area.height = MAX (area.height, 20);
  chart->next_note = tl_chart_notes_draw (&chart->notes, &chart->drawing, &area, chart->next_note, FALSE, scene);
  tl_chart_draw_foot (chart, scene);
  finish_page (chart, scene);
  g_ptr_array_add (chart->pages, scene);
}

/* Of an event without a label, no source is noted either. */
static void
report (const TlChart *chart)
{
  TlChartReport *told = chart->options->report;

  if (told == NULL)
    return;

  told->n_events = count_hidden (chart->layout);
  told->n_sources = chart->options->no_sources ? 0 : chart->notes.sources->len - chart->next_note;
}

static double
find_title_size (double width)
{
  double size = width / 55;

  return CLAMP (size, 17, 30);
}

/**
 * tl_chart_find_margin:
 * @options: what a chart is to show, and how
 *
 * Returns: the margin around its pages, in pixels
 */
double
tl_chart_find_margin (const TlChartOptions *options)
{
  double side = options->height > 0 ? MIN (options->width, options->height * WIDE_PAGE) : options->width;
  double margin = floor (side * PAGE_MARGIN);

  return MAX (margin, MIN_MARGIN);
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
  TlChart chart = {
    .drawing = { timeline, tl_theme_get (options->theme), options->words, measure, NULL },
    .options = options,
    .pages = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_scene_unref),
    .n_columns = 1,
    .rows = g_array_new (FALSE, FALSE, sizeof (TlChartRow)),
  };

  chart.margin = tl_chart_find_margin (options);
  chart.width = options->width - 2 * chart.margin;
  chart.title_style = (TlTextStyle){ find_title_size (options->width), TL_WEIGHT_BOLD };
  chart.axis = tl_axis_new (timeline, options->events, options->n_events, options->axis, options->window);
  tl_chart_notes_init (&chart.notes, timeline);

  if (options->in_pages)
    find_pages (&chart);
  else
    settle (&chart);

  find_rows (&chart);
  for (guint i = 0; i < chart.rows->len; i++)
    for (guint column = 0; column < chart.n_columns; column++)
      draw_page (&chart, column, &g_array_index (chart.rows, TlChartRow, i));
  while (!options->no_sources && (options->notes_pages || options->in_pages)
         && chart.next_note < chart.notes.sources->len)
    draw_notes_page (&chart);

  report (&chart);
  tl_layout_free (chart.layout);
  tl_axis_unref (chart.axis);
  tl_chart_notes_clear (&chart.notes);
  g_array_unref (chart.rows);

  return chart.pages;
}
