/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

#include <math.h>
#include <string.h>

/* What rows above the lanes may take of the height. */
#define HEAD_PART 0.42

/* As many links can be told from each other in a whole drawing. */
#define MAX_LINKS 400

static void
shift_mark (TlMark *mark)
{
  mark->x0 += TL_LEAD_IN;
  mark->x1 += TL_LEAD_IN;
  mark->solid0 += TL_LEAD_IN;
  mark->solid1 += TL_LEAD_IN;
  mark->anchor += TL_LEAD_IN;
}

/**
 * tl_layout_find_mark:
 * @self: a layout
 * @item: one of placed
 *
 * Finds which event that is, and where its mark is at the layout's scale.
 */
void
tl_layout_find_mark (TlLayout *self,
                     guint32   item)
{
  TlPlaced *placed = &self->placed[item];
  const TlEvent *event = tl_layout_get_event (self, self->options.events[item]);

  placed->event = self->options.events[item];
  placed->mark = tl_mark_from_date (&event->when, self->options.axis, self->options.scale,
                                    tl_mark_get_radius (event->importance));
  shift_mark (&placed->mark);
}

static void
find_marks (TlLayout *self)
{
  TlTimeline *timeline = self->options.drawing.timeline;
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (timeline, &n_events);

  self->sizes = g_new0 (TlLabelSizes, MAX (self->options.n_events, 1));
  self->placed_of_event = g_new (guint32, MAX (n_events, 1));
  memset (self->placed_of_event, 0xff, n_events * sizeof (guint32));

  for (guint32 i = 0; i < self->options.n_events; i++)
    {
      tl_layout_find_mark (self, i);
      self->placed[i].lane = self->band_of_lane[tl_timeline_get_event_lane (timeline, &events[self->placed[i].event])];
      self->placed_of_event[self->placed[i].event] = i;
    }
}

/**
 * tl_layout_index_places:
 * @self: a layout of which events and badges have their places
 *
 * Makes what is in view be found.
 */
void
tl_layout_index_places (TlLayout *self)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (TlInterval), self->options.n_events);
  GArray *badges = g_array_sized_new (FALSE, FALSE, sizeof (TlInterval), self->badges->len);

  for (guint32 i = 0; i < self->options.n_events; i++)
    {
      const TlRect *box = &self->placed[i].box;
      const TlInterval interval = { box->x, box->x + box->width, i };

      if (self->placed[i].label != TL_LABEL_NONE && tl_layout_get_fade (self, &self->placed[i]).whole > 0)
        g_array_append_val (places, interval);
    }
  for (guint32 i = 0; i < self->badges->len; i++)
    {
      const TlRect *box = &g_array_index (self->badges, TlBadge, i).box;
      const TlInterval interval = { box->x, box->x + box->width, i };

      g_array_append_val (badges, interval);
    }

  self->intervals = tl_intervals_new (places);
  self->badge_intervals = tl_intervals_new (badges);
}

/* Where there are too many links to tell from each other, which of them are
 * drawn without a selection depends on how important their ends are, and not
 * on what is in view. */
static guint8
find_link_rank (const TlLayout *self)
{
  guint counts[TL_RANK_SELECTED] = { 0 };
  guint n_links = 0;

  for (guint i = 0; i < self->links->len; i++)
    counts[tl_layout_get_link_rank (self, &g_array_index (self->links, TlPlacedLink, i))]++;

  for (guint8 rank = TL_RANK_SELECTED; rank > 0; rank--)
    {
      n_links += counts[rank - 1];
      if (n_links > MAX_LINKS)
        return rank;
    }

  return 0;
}

static void
find_links (TlLayout *self)
{
  for (guint32 i = 0; i < self->options.n_events; i++)
    {
      const TlPlaced *from = &self->placed[i];
      const TlEvent *event = tl_layout_get_event (self, from->event);
      const TlLink *links = tl_timeline_get_links (self->options.drawing.timeline, event->links);

      for (guint32 k = 0; k < event->links.count && from->label != TL_LABEL_NONE; k++)
        {
          const TlPlacedLink link = { i, self->placed_of_event[links[k].to], k };

          if (link.to != TL_NONE && self->placed[link.to].label != TL_LABEL_NONE)
            g_array_append_val (self->links, link);
        }
    }

  self->link_rank = find_link_rank (self);
}

/**
 * tl_layout_index_links:
 * @self: a layout of which the links are known
 *
 * Makes links that reach into a view be found.
 */
void
tl_layout_index_links (TlLayout *self)
{
  GArray *reaches = g_array_sized_new (FALSE, FALSE, sizeof (TlInterval), self->links->len);

  for (guint32 i = 0; i < self->links->len; i++)
    {
      const TlPlacedLink *link = &g_array_index (self->links, TlPlacedLink, i);
      const TlRect both = tl_rect_union (&self->placed[link->from].box, &self->placed[link->to].box);
      const TlInterval reach = { both.x, both.x + both.width, i };

      g_array_append_val (reaches, reach);
    }

  self->link_intervals = tl_intervals_new (reaches);
}

/**
 * tl_layout_alloc:
 * @options: what is laid out
 *
 * Returns: (transfer full): a layout in which nothing has its place
 */
TlLayout *
tl_layout_alloc (const TlLayoutOptions *options)
{
  TlLayout *self = g_new0 (TlLayout, 1);

  self->options = *options;
  self->n_users = 1;
  self->badge_opacity = 1;
  self->link_opacity = 1;
  self->placed = g_new0 (TlPlaced, MAX (options->n_events, 1));
  self->width = TL_LEAD_IN + tl_axis_get_length (options->axis) * options->scale + TL_LEAD_OUT;
  if (options->page > 0)
    self->width = ceil (self->width / options->page - 1e-6) * options->page;

  return self;
}

/**
 * tl_layout_count_fold_rows:
 * @self: a layout
 *
 * Returns: how many rows the lengths of folds take above its lanes
 */
guint
tl_layout_count_fold_rows (const TlLayout *self)
{
  const TlTickStyle tick_style = tl_layout_get_tick_style (self);
  guint n_rows = tl_ticks_count_fold_rows (self->options.axis, self->options.scale, &tick_style);
  guint n_most = tl_layout_get_rows_for (self, TL_ROW_FOLD, self->n_era_rows * TL_ROW_ERA);

  return MIN (n_rows, MAX (n_most, 1));
}

/**
 * tl_layout_get_rows_for:
 * @self: a layout
 * @height: of a row, in pixels
 * @taken: what other rows take
 *
 * Where letters are large or a window is low, what is above the lanes must
 * leave them room. A chart has other things that give way.
 *
 * Returns: how many such rows there may be above the axis' own labels
 */
guint
tl_layout_get_rows_for (const TlLayout *self,
                        double          height,
                        double          taken)
{
  double room = self->options.height * HEAD_PART - TL_ROW_COARSE - TL_ROW_FINE - taken;

  if (!self->options.scrolls)
    return G_MAXUINT;

  return room > 0 ? (guint) (room / height) : 0;
}

/**
 * tl_layout_new:
 * @options: what to lay out
 *
 * Places every event. Costs n log n for n events.
 *
 * Returns: (transfer full): the layout
 */
TlLayout *
tl_layout_new (const TlLayoutOptions *options)
{
  TlLayout *self = tl_layout_alloc (options);

  self->bands = g_array_new (FALSE, FALSE, sizeof (TlLaneBand));
  self->badges = g_array_new (FALSE, FALSE, sizeof (TlBadge));
  self->badge_events = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->links = g_array_new (FALSE, FALSE, sizeof (TlPlacedLink));
  self->limits = g_array_new (FALSE, FALSE, sizeof (double));

  tl_layout_find_bands (self);
  find_marks (self);
  tl_layout_place_eras (self);
  self->gutter = tl_layout_get_gutter_for (&options->drawing);
  self->n_fold_rows = tl_layout_count_fold_rows (self);
  self->head = TL_ROW_COARSE + TL_ROW_FINE + self->n_fold_rows * TL_ROW_FOLD + self->n_era_rows * TL_ROW_ERA;
  tl_layout_place_lanes (self);
  g_clear_pointer (&self->sizes, g_free);
  tl_layout_index_places (self);
  find_links (self);
  tl_layout_index_links (self);

  return self;
}

/**
 * tl_layout_free:
 * @self: (transfer full): a layout
 *
 * Gives up a layout; blends that have been made of it keep what they need.
 */
void
tl_layout_free (TlLayout *self)
{
  if (--self->n_users > 0)
    return;

  g_array_unref (self->bands);
  g_array_unref (self->badges);
  g_array_unref (self->badge_events);
  g_array_unref (self->links);
  g_array_unref (self->limits);
  g_clear_pointer (&self->intervals, tl_intervals_free);
  g_clear_pointer (&self->badge_intervals, tl_intervals_free);
  g_clear_pointer (&self->link_intervals, tl_intervals_free);
  g_clear_pointer (&self->ways, g_ptr_array_unref);
  g_clear_pointer (&self->routes, tl_routes_free);
  g_clear_pointer (&self->link_layout, tl_layout_free);
  g_free (self->placed);
  g_free (self->fades);
  g_free (self->placed_of_event);
  g_free (self->band_of_lane);
  g_free (self->eras);
  g_free (self);
}

/**
 * tl_layout_get_scale_for:
 * @axis: an axis
 * @width: the room for its lanes, without the gutter, in pixels
 *
 * Returns: the scale at which all of the axis is in view
 */
double
tl_layout_get_scale_for (const TlAxis *axis,
                         double        width)
{
  double length = tl_axis_get_length (axis);

  return MAX (width - TL_LEAD_IN - TL_LEAD_OUT, 1) / MAX (length, 1e-9);
}

/**
 * tl_layout_get_content_width:
 * @self: a layout
 *
 * Returns: the width of all that there is to scroll through, in pixels
 */
double
tl_layout_get_content_width (const TlLayout *self)
{
  return self->width;
}

/**
 * tl_layout_get_gutter:
 * @self: a layout
 *
 * Returns: the width of the lanes' names, in pixels
 */
double
tl_layout_get_gutter (const TlLayout *self)
{
  return self->gutter;
}

/**
 * tl_layout_get_head:
 * @self: a layout
 *
 * Returns: the height of what is above the lanes: axis and eras, in pixels
 */
double
tl_layout_get_head (const TlLayout *self)
{
  return self->head;
}

/**
 * tl_layout_get_lanes_height:
 * @self: a layout
 *
 * Returns: the height of all lanes together, in pixels
 */
double
tl_layout_get_lanes_height (const TlLayout *self)
{
  return self->lanes_height;
}

/**
 * tl_layout_get_placed:
 * @self: a layout
 * @n_placed: (out): their number
 *
 * Returns: (transfer none) (array length=n_placed): where the events are, in
 *   the order in which they have been given
 */
const TlPlaced *
tl_layout_get_placed (const TlLayout *self,
                      guint          *n_placed)
{
  *n_placed = self->options.n_events;

  return self->placed;
}

/**
 * tl_layout_get_badges:
 * @self: a layout
 * @n_badges: (out): their number
 *
 * Returns: (transfer none) (array length=n_badges): the events that have no
 *   room of their own
 */
const TlBadge *
tl_layout_get_badges (const TlLayout *self,
                      guint          *n_badges)
{
  *n_badges = self->badges->len;

  return (gconstpointer) self->badges->data;
}

/**
 * tl_layout_get_badge_events:
 * @self: a layout
 * @badge: one of its badges
 *
 * Returns: (transfer none): the events that it counts, as places in what
 *   tl_layout_get_placed() returns
 */
const guint32 *
tl_layout_get_badge_events (const TlLayout *self,
                            const TlBadge  *badge)
{
  return &g_array_index (self->badge_events, guint32, badge->first);
}

/**
 * tl_layout_get_bands:
 * @self: a layout
 * @n_bands: (out): their number
 *
 * Returns: (transfer none) (array length=n_bands): the lanes that are shown
 */
const TlLaneBand *
tl_layout_get_bands (const TlLayout *self,
                     guint          *n_bands)
{
  *n_bands = self->bands->len;

  return (gconstpointer) self->bands->data;
}

/**
 * tl_layout_get_n_left_out:
 * @self: a layout
 *
 * Returns: how many events are in lanes for which there is no room at all
 */
guint
tl_layout_get_n_left_out (const TlLayout *self)
{
  return self->n_left_out;
}
