/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-overview-private.h"

#include "tl-axis-words.h"
#include "tl-symbol.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What an overview shows, whatever is in view: its name, eras, folds, bars. */

/* Beside the name: the lanes' names stand as far from the left. It may reach
 * into the room beside the plot. */
/* The tick of a hit: how far it reaches out of the plot, and into it. */
#define HIT_OUT 3.0
#define HIT_IN  5.0

#define LABEL_LEFT  15.0
#define LABEL_REACH 5.0
#define LEAST_LABEL 24.0

/* Within the plot. */
#define PAD        6.0
#define ERA_ROW    5.0
#define ERA_HEIGHT 3.0
#define RANGE_ROW  3.5
#define RANGE_HEIGHT 2.0

/* The gap between two bars, and between two parts of one. Those that are lower
 * than so much have neither gaps nor round corners. */
#define BAR_GAP    2.0
#define PART_GAP   1.0
#define BAR_RADIUS 1.0
#define HIGH_PART  4.0

/* The height of the least bar, and of the least part where there is room. */
#define LEAST_BAR  4.0
#define LEAST_PART 2.0

/* One event is no full bar, even where there are nowhere more. */
#define FEWEST 4.0

/* Folds are shown where they are so far from the last one that is. */
#define FOLD_DISTANCE 10.0
#define FOLD_STEP     3.5
#define N_FOLD_STEPS  3

/* Bars come first. */
#define LINE_OPACITY 0.7

static const TlTextStyle label_style = { 11, TL_WEIGHT_REGULAR };

static double
get_baseline (const TlOverviewScene *self)
{
  return floor (self->plot.y + self->plot.height - PAD - self->n_range_rows * RANGE_ROW);
}

static double
get_bar_room (const TlOverviewScene *self)
{
  double room = get_baseline (self) - self->plot.y - PAD - self->n_era_rows * ERA_ROW;

  return MAX (room, LEAST_BAR);
}

static gboolean
is_cut (const TlTextBlock *block)
{
  for (guint i = 0; i < block->n_lines; i++)
    if (block->lines[i].is_cut)
      return TRUE;

  return FALSE;
}

/* Adds the name with the dates below it. Where they would be cut, the name
 * gives them its room, and where that is too little, too, there is but the
 * name: a part of a date is another date. */
static void
add_label (const TlOverviewScene *self,
           const char            *name,
           const char            *range,
           double                 width,
           TlScene               *scene)
{
  const TlDrawing *drawing = &self->options.drawing;
  const TlTextRoom room = { width, 1 };
  TlTextRoom range_room = { width, 2 };
  TlTextBlock first, second;
  double height, y;

  tl_text_measure (drawing->measure, name, &label_style, &room, &first);
  tl_text_measure (drawing->measure, range, &label_style, &range_room, &second);
  if (is_cut (&second))
    {
      range_room.n_lines = MIN ((guint) (self->options.height / second.line_height), TL_TEXT_MAX_LINES);
      tl_text_measure (drawing->measure, range, &label_style, &range_room, &second);
      if (is_cut (&second))
        range = NULL;
      else
        name = NULL;
    }

  height = (name != NULL ? first.n_lines * first.line_height : 0)
           + (range != NULL ? second.n_lines * second.line_height : 0);
  y = MAX (self->options.height / 2 - height / 2, 0);
  if (name != NULL)
    y += tl_drawing_add_text (drawing, scene, name, &label_style, &room, LABEL_LEFT, y, drawing->theme->text).height;
  if (range != NULL)
    tl_drawing_add_text (drawing, scene, range, &label_style, &range_room, LABEL_LEFT, y, drawing->theme->text_dim);
}

static void
draw_label (const TlOverviewScene *self,
            TlScene               *scene)
{
  const TlDrawing *drawing = &self->options.drawing;
  double width = self->options.gutter + LABEL_REACH - LABEL_LEFT;
  const char *name = tl_words_get (drawing->words, "overview", NC_("overview", "Overview"));
  g_autofree char *range = tl_axis_say_range (self->options.axis, 0, tl_axis_get_length (self->options.axis),
                                              drawing->words);
  TlSceneItem *item;

  if (width < LEAST_LABEL)
    return;

  item = tl_scene_begin_item (scene, TL_ITEM_AXIS, 0);
  item->name = tl_scene_keep_text (scene, name);
  item->description = tl_scene_keep_text (scene, range);
  add_label (self, name, range, width, scene);
}

static void
draw_lines (const TlOverviewScene *self,
            TlScene               *scene)
{
  const TlDrawing *drawing = &self->options.drawing;
  const TlLane *lanes = tl_timeline_get_lanes (drawing->timeline, NULL);
  double top = get_baseline (self) + RANGE_ROW - RANGE_HEIGHT;

  for (guint i = 0; i < self->ranges->len; i++)
    {
      const TlOverviewLine *line = &g_array_index (self->ranges, TlOverviewLine, i);
      const TlRect rect = { self->plot.x + line->x0, top + line->row * RANGE_ROW, line->x1 - line->x0, RANGE_HEIGHT };
      const TlPen pen = { .fill = tl_theme_get_hue (drawing->theme, lanes[line->index].colour, line->index).fill };

      tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, line->index)->opacity = LINE_OPACITY;
      tl_scene_add_rect (scene, &rect, RANGE_HEIGHT / 2, &pen);
    }
}

static void
draw_eras (const TlOverviewScene *self,
           TlScene               *scene)
{
  const TlDrawing *drawing = &self->options.drawing;
  const TlEra *eras = tl_timeline_get_eras (drawing->timeline, NULL);

  for (guint i = 0; i < self->eras->len; i++)
    {
      const TlOverviewLine *line = &g_array_index (self->eras, TlOverviewLine, i);
      const TlEra *era = &eras[line->index];
      const TlRect rect = { self->plot.x + line->x0, self->plot.y + PAD + line->row * ERA_ROW - 1,
                            line->x1 - line->x0, ERA_HEIGHT };
      const TlPen pen = { .fill = tl_theme_get_hue (drawing->theme, era->colour, line->index).fill };
      TlSceneItem *item = tl_scene_begin_item (scene, TL_ITEM_ERA, line->index);

      item->name = tl_scene_keep_text (scene, tl_timeline_get_text (drawing->timeline, era->name));
      item->opacity = LINE_OPACITY;
      tl_scene_add_rect (scene, &rect, ERA_HEIGHT / 2, &pen);
    }
}

/* A line to stand on, with a zigzag where time is left out. */
static void
draw_axis (const TlOverviewScene *self,
           TlScene               *scene)
{
  const TlTheme *theme = self->options.drawing.theme;
  const TlPen pen = { .stroke = theme->axis, .line_width = 1 };
  double y = get_baseline (self) + 0.5;
  double last = -INFINITY;
  guint n_spans;
  const TlAxisSpan *spans = tl_axis_get_spans (self->options.axis, &n_spans);

  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_line (scene, tl_overview_scene_get_plain_x (self, 0), y,
                     tl_overview_scene_get_plain_x (self, tl_axis_get_length (self->options.axis)), y, &pen);
  for (guint i = 0; i < n_spans; i++)
    {
      double x = tl_overview_scene_get_plain_x (self, (spans[i].start + spans[i].end) / 2);

      if (spans[i].kind != TL_SPAN_FOLD || x < last + FOLD_DISTANCE)
        continue;
      last = x;
      tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, i);
      tl_symbol_draw_zigzag (scene, x, y - N_FOLD_STEPS * FOLD_STEP, FOLD_STEP, N_FOLD_STEPS, theme->fold);
    }
}

/* By the root of the number: what is lonely still shows beside what is
 * crowded a thousand times as much. */
static double
get_bar_height (const TlOverviewScene *self,
                guint                  n_events,
                guint                  n_parts)
{
  double room = get_bar_room (self);
  double height = room * sqrt (n_events / MAX (self->n_most, FEWEST));
  double least = MAX (LEAST_BAR, n_parts * (LEAST_PART + PART_GAP));

  return MIN (MAX (height, least), room);
}

/**
 * tl_overview_scene_get_bar_top:
 * @self: an overview
 * @x: a place within the plot, in a drawing that is not mirrored
 *
 * Returns: where the bar there begins, or the line that bars stand on
 */
double
tl_overview_scene_get_bar_top (const TlOverviewScene *self,
                               double                 x)
{
  guint bin = tl_overview_scene_get_bin (self, x - self->plot.x);
  guint n_events = 0;
  guint n_parts = 0;

  for (guint i = 0; i < self->densities->len; i++)
    {
      const TlDensity *density = &g_array_index (self->densities, TlDensity, i);

      if (density->bin == bin)
        {
          n_events += density->count;
          n_parts++;
        }
    }

  return get_baseline (self) - (n_parts > 0 ? get_bar_height (self, n_events, n_parts) : 0);
}

/* The parts of one bar, in the order of the lanes from the top. */
static void
draw_bar (const TlOverviewScene *self,
          const TlDensity       *parts,
          guint                  n_parts,
          TlScene               *scene)
{
  const TlDrawing *drawing = &self->options.drawing;
  const TlLane *lanes = tl_timeline_get_lanes (drawing->timeline, NULL);
  guint n_events = 0;
  double height, least, y;

  for (guint i = 0; i < n_parts; i++)
    n_events += parts[i].count;
  height = get_bar_height (self, n_events, n_parts);
  least = MIN (LEAST_PART + PART_GAP, height / n_parts);
  y = get_baseline (self) - height;

  for (guint i = 0; i < n_parts; i++)
    {
      double part = least + (height - least * n_parts) * parts[i].count / n_events;
      double gap = i + 1 < n_parts && part >= HIGH_PART ? PART_GAP : 0;
      const TlRect rect = { self->plot.x + parts[i].bin * self->bin_width + BAR_GAP / 2, y,
                            self->bin_width - BAR_GAP, part - gap };
      const TlPen pen = { .fill = tl_theme_get_hue (drawing->theme, lanes[parts[i].lane].colour, parts[i].lane).fill };

      tl_scene_add_rect (scene, &rect, part >= HIGH_PART ? BAR_RADIUS : 0, &pen);
      y += part;
    }
}

static void
draw_bars (const TlOverviewScene *self,
           TlScene               *scene)
{
  const TlDensity *densities = (const TlDensity *) (gconstpointer) self->densities->data;
  guint n_parts;

  for (guint i = 0; i < self->densities->len; i += n_parts)
    {
      n_parts = 1;
      while (i + n_parts < self->densities->len && densities[i + n_parts].bin == densities[i].bin)
        n_parts++;
      tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, densities[i].bin);
      draw_bar (self, &densities[i], n_parts, scene);
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/**
 * tl_overview_scene_set_hits:
 * @self: an overview
 * @hits: (array length=n_hits): events of its timeline
 * @n_hits: how many
 *
 * Has the places of events marked that a search has found. The ground is to
 * be drawn anew.
 */
void
tl_overview_scene_set_hits (TlOverviewScene *self,
                            const guint32   *hits,
                            guint            n_hits)
{
  g_autoptr (GArray) places = g_array_sized_new (FALSE, FALSE, sizeof (double), n_hits);

  for (guint i = 0; i < n_hits; i++)
    {
      double x = floor (tl_overview_scene_get_event_x (self, hits[i])) + 0.5;

      g_array_append_val (places, x);
    }
  g_array_sort (places, compare_places);

  g_array_set_size (self->hits, 0);
  for (guint i = 0; i < places->len; i++)
    if (i == 0 || g_array_index (places, double, i) > g_array_index (places, double, i - 1))
      g_array_append_val (self->hits, g_array_index (places, double, i));
}

/* Ticks at the upper edge, where no bar is. */
static void
draw_hits (const TlOverviewScene *self,
           TlScene               *scene)
{
  const TlPen pen = { .stroke = self->options.drawing.theme->accent, .line_width = 2 };

  if (self->hits->len == 0)
    return;

  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  for (guint i = 0; i < self->hits->len; i++)
    {
      double x = g_array_index (self->hits, double, i);

      if (x >= self->plot.x && x <= self->plot.x + self->plot.width)
        tl_scene_add_line (scene, x, self->plot.y - HIT_OUT, x, self->plot.y + HIT_IN, &pen);
    }
}

/**
 * tl_overview_scene_draw_ground:
 * @self: an overview
 * @scene: a scene of its size that is being built
 *
 * Adds what does not depend on what is in view. Nothing is mirrored here:
 * tl_scene_mirror() does that for a drawing from right to left.
 */
void
tl_overview_scene_draw_ground (const TlOverviewScene *self,
                               TlScene               *scene)
{
  const TlPen edge = { .stroke = self->options.drawing.theme->grid, .line_width = 1 };

  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_line (scene, 0, 0.5, self->options.width, 0.5, &edge);
  draw_label (self, scene);
  draw_eras (self, scene);
  draw_axis (self, scene);
  draw_lines (self, scene);
  draw_bars (self, scene);
  draw_hits (self, scene);
}
