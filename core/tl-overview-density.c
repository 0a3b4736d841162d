/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-overview-private.h"

#include "tl-mark.h"

/* How many events there are where, and what lasts. */

/* Events that last longer than so many bars have a line, too. */
#define LONG_BINS 2.0

/* Lines beside each other in time stand in rows. What finds no room in the
 * last one is left out. */
#define MAX_RANGE_ROWS 3
#define MAX_ERA_ROWS   3
#define ROW_GAP        3.0

#define LEAST_ERA 3.0

/* The mark that the event has where all of the axis is in view: what it says
 * of open ends and the like holds here, too. */
static TlMark
get_mark (const TlOverviewScene *self,
          const TlEvent         *event)
{
  return tl_mark_from_date (&event->when, self->options.axis, self->scale, 0);
}

/* From the left of the plot. */
static double
get_plot_x (const TlOverviewScene *self,
            double                 x)
{
  x += self->padding * self->scale;

  return CLAMP (x, 0, self->plot.width);
}

/**
 * tl_overview_scene_get_event_x:
 * @self: an overview
 * @event: an event
 *
 * Returns: the middle of the bar that it is counted in, in a drawing that is
 *   not mirrored
 */
double
tl_overview_scene_get_event_x (const TlOverviewScene *self,
                               guint32                event)
{
  const TlMark mark = get_mark (self, &tl_timeline_get_events (self->options.drawing.timeline, NULL)[event]);

  return self->plot.x + (tl_overview_scene_get_bin (self, get_plot_x (self, mark.anchor)) + 0.5) * self->bin_width;
}

static int
compare_keys_cb (gconstpointer a,
                 gconstpointer b)
{
  guint64 first = *(const guint64 *) a;
  guint64 second = *(const guint64 *) b;

  return (first > second) - (first < second);
}

static int
compare_by_index_cb (gconstpointer a,
                     gconstpointer b)
{
  const TlOverviewLine *first = a;
  const TlOverviewLine *second = b;

  if (first->index != second->index)
    return first->index < second->index ? -1 : 1;

  return (first->x0 > second->x0) - (first->x0 < second->x0);
}

static int
compare_by_x_cb (gconstpointer a,
                 gconstpointer b)
{
  const TlOverviewLine *first = a;
  const TlOverviewLine *second = b;

  if (first->x0 != second->x0)
    return first->x0 < second->x0 ? -1 : 1;

  return (first->index > second->index) - (first->index < second->index);
}

/* Lines of one lane that meet become one. */
static void
join_lines (GArray *lines)
{
  guint n = 0;

  g_array_sort (lines, compare_by_index_cb);
  for (guint i = 0; i < lines->len; i++)
    {
      const TlOverviewLine line = g_array_index (lines, TlOverviewLine, i);
      TlOverviewLine *last = n > 0 ? &g_array_index (lines, TlOverviewLine, n - 1) : NULL;

      if (last != NULL && last->index == line.index && line.x0 <= last->x1 + ROW_GAP)
        last->x1 = MAX (last->x1, line.x1);
      else
        g_array_index (lines, TlOverviewLine, n++) = line;
    }
  g_array_set_size (lines, n);
}

/* Returns how many rows there are. */
static guint
find_rows (GArray *lines,
           guint   n_rows)
{
  double ends[MAX (MAX_RANGE_ROWS, MAX_ERA_ROWS)];
  guint n_used = 0;
  guint n = 0;

  g_array_sort (lines, compare_by_x_cb);
  for (guint i = 0; i < lines->len; i++)
    {
      TlOverviewLine line = g_array_index (lines, TlOverviewLine, i);

      line.row = 0;
      while (line.row < n_used && ends[line.row] > line.x0)
        line.row++;
      if (line.row == n_rows)
        continue;
      n_used = MAX (n_used, line.row + 1);
      ends[line.row] = line.x1 + 0.5;
      g_array_index (lines, TlOverviewLine, n++) = line;
    }
  g_array_set_size (lines, n);

  return n_used;
}

/* Counts what is the same. */
static void
count_keys (TlOverviewScene *self,
            const GArray    *keys)
{
  guint n_here = 0;

  for (guint i = 0; i < keys->len; i++)
    {
      guint64 key = g_array_index (keys, guint64, i);
      TlDensity density = { (guint32) (key >> 32), (guint32) key, 1 };
      TlDensity *last = NULL;

      if (self->densities->len > 0)
        last = &g_array_index (self->densities, TlDensity, self->densities->len - 1);
      n_here = last != NULL && last->bin == density.bin ? n_here + 1 : 1;
      self->n_most = MAX (self->n_most, n_here);
      if (last != NULL && last->bin == density.bin && last->lane == density.lane)
        last->count++;
      else
        g_array_append_val (self->densities, density);
    }
}

/**
 * tl_overview_scene_count:
 * @self: an overview
 *
 * Counts each event where its mark is, that of one that lasts at its
 * beginning, and finds the lines of those that last.
 */
void
tl_overview_scene_count (TlOverviewScene *self)
{
  TlTimeline *timeline = self->options.drawing.timeline;
  const TlEvent *events = tl_timeline_get_events (timeline, NULL);
  g_autoptr (GArray) keys = g_array_sized_new (FALSE, FALSE, sizeof (guint64), self->options.n_events);

  for (guint i = 0; i < self->options.n_events; i++)
    {
      const TlEvent *event = &events[self->options.events[i]];
      const TlMark mark = get_mark (self, event);
      guint32 lane = tl_timeline_get_event_lane (timeline, event);
      TlOverviewLine line = { get_plot_x (self, mark.x0), get_plot_x (self, mark.x1), lane, 0 };
      guint64 bin = tl_overview_scene_get_bin (self, get_plot_x (self, mark.anchor));
      guint64 key = bin << 32 | lane;

      g_array_append_val (keys, key);
      if (line.x1 - line.x0 > LONG_BINS * self->bin_width)
        g_array_append_val (self->ranges, line);
    }

  g_array_sort (keys, compare_keys_cb);
  count_keys (self, keys);
  join_lines (self->ranges);
  self->n_range_rows = find_rows (self->ranges, MAX_RANGE_ROWS);
}

/**
 * tl_overview_scene_find_eras:
 * @self: an overview
 *
 * Finds where eras are.
 */
void
tl_overview_scene_find_eras (TlOverviewScene *self)
{
  guint n_eras;
  const TlEra *eras = tl_timeline_get_eras (self->options.drawing.timeline, &n_eras);

  for (guint32 i = 0; i < n_eras; i++)
    {
      TlOverviewLine line = { .index = i };

      if (!tl_axis_get_extent (self->options.axis, &eras[i].when, &line.x0, &line.x1))
        continue;
      line.x0 = get_plot_x (self, line.x0 * self->scale);
      line.x1 = MAX (get_plot_x (self, line.x1 * self->scale), line.x0 + LEAST_ERA);
      g_array_append_val (self->eras, line);
    }
  self->n_era_rows = find_rows (self->eras, MAX_ERA_ROWS);
}
