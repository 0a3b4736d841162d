/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

#include <stdlib.h>
#include <string.h>

/* How high each lane is. All get what their events need where there is so
 * much room; else the high ones share what the low ones leave.
 */

/* A lane of a chart that may be as high as it needs is not higher. */
#define MAX_LANE 6000.0

/* Lanes grow by this at most where there is more room than they need. */
#define MAX_STRETCH 1.5

typedef struct
{
  GArray *members; /* of guint32: of placed, as tl_layout_pack_lane() wants them */
  double  need;    /* height of the lane */
  double  smallest;
  double  content; /* height of its events */
  GArray *left_over;
} Lane;

static void
clear_lane_cb (gpointer data)
{
  Lane *lane = data;

  g_array_unref (lane->members);
  g_array_unref (lane->left_over);
}

static int
compare_members_cb (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  const TlLayout *self = data;
  const TlPlaced *first = &self->placed[*(const guint32 *) a];
  const TlPlaced *second = &self->placed[*(const guint32 *) b];
  guint first_rank = first->event == self->options.selected ? 6 : tl_layout_get_event (self, first->event)->importance;
  guint second_rank = second->event == self->options.selected ? 6 : tl_layout_get_event (self, second->event)->importance;

  if (first_rank != second_rank)
    return first_rank > second_rank ? -1 : 1;
  if (first->mark.x0 != second->mark.x0)
    return first->mark.x0 < second->mark.x0 ? -1 : 1;

  return (first->event > second->event) - (first->event < second->event);
}

static GArray *
gather_lanes (TlLayout *self)
{
  GArray *lanes = g_array_sized_new (FALSE, TRUE, sizeof (Lane), self->bands->len);

  g_array_set_clear_func (lanes, clear_lane_cb);
  for (guint i = 0; i < self->bands->len; i++)
    {
      Lane lane = {
        .members = g_array_sized_new (FALSE, FALSE, sizeof (guint32), tl_layout_get_band (self, i)->n_events),
        .left_over = g_array_new (FALSE, FALSE, sizeof (guint32)),
      };

      g_array_append_val (lanes, lane);
    }

  for (guint32 i = 0; i < self->options.n_events; i++)
    g_array_append_val (g_array_index (lanes, Lane, self->placed[i].lane).members, i);
  for (guint i = 0; i < lanes->len; i++)
    g_array_sort_with_data (g_array_index (lanes, Lane, i).members, compare_members_cb, self);

  return lanes;
}

static void
pack (TlLayout *self,
      Lane     *lane,
      double    limit)
{
  g_array_set_size (lane->left_over, 0);
  lane->content = tl_layout_pack_lane (self, (const guint32 *) lane->members->data, lane->members->len,
                                       limit - 2 * TL_LANE_PAD, lane->left_over);

  /* A row of badges takes room that labels have had. */
  if (lane->left_over->len > 0)
    {
      g_array_set_size (lane->left_over, 0);
      lane->content = tl_layout_pack_lane (self, (const guint32 *) lane->members->data, lane->members->len,
                                           limit - 2 * TL_LANE_PAD - TL_BADGE_ROW, lane->left_over);
      lane->content = MAX (lane->content + TL_BADGE_ROW, TL_BADGE_HEIGHT);
    }

  lane->need = MAX (lane->smallest, lane->content + 2 * TL_LANE_PAD);
}

/* The height at which those lanes that need more are cut off so that all
 * together take @room: the water level of vessels that are being filled. */
static double
find_level (const GArray *lanes,
            double        room)
{
  double low = 0;
  double high = room;

  for (int step = 0; step < 60; step++)
    {
      double level = (low + high) / 2;
      double sum = 0;

      for (guint i = 0; i < lanes->len; i++)
        {
          const Lane *lane = &g_array_index (lanes, Lane, i);
          double height = MIN (lane->need, MAX (level, lane->smallest));

          sum += height;
        }

      if (sum > room)
        high = level;
      else
        low = level;
    }

  return low;
}

static double
sum_needs (const GArray *lanes)
{
  double sum = 0;

  for (guint i = 0; i < lanes->len; i++)
    sum += g_array_index (lanes, Lane, i).need;

  return sum;
}

static void
share_room (TlLayout *self,
            GArray   *lanes,
            double    room)
{
  /* A lane that is cut off may need less than its share, which the others
   * can have: twice is enough to be near. */
  for (int round = 0; round < 2 && sum_needs (lanes) > room + 0.5; round++)
    {
      double level = find_level (lanes, room);

      for (guint i = 0; i < lanes->len; i++)
        {
          Lane *lane = &g_array_index (lanes, Lane, i);

          if (lane->need > MAX (level, lane->smallest))
            pack (self, lane, MAX (level, lane->smallest));
        }
    }
}

/* Brings the events from the top of their lane's room to where it is. */
static void
move_events (TlLayout         *self,
             const Lane       *lane,
             const TlLaneBand *band)
{
  double top = band->y + TL_LANE_PAD;
  double slack = band->height - 2 * TL_LANE_PAD - lane->content;

  if (slack > 0)
    top += slack / 2;

  for (guint i = 0; i < lane->members->len; i++)
    {
      TlPlaced *placed = &self->placed[g_array_index (lane->members, guint32, i)];

      placed->y += top;
      placed->box.y += top;
      placed->card.y += top;
    }
}

static int
compare_x_cb (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const TlLayout *self = data;
  guint32 i = *(const guint32 *) a;
  guint32 k = *(const guint32 *) b;

  if (self->placed[i].mark.anchor != self->placed[k].mark.anchor)
    return self->placed[i].mark.anchor < self->placed[k].mark.anchor ? -1 : 1;

  return (i > k) - (i < k);
}

static double
get_badge_width (guint32 count)
{
  double width = 20;

  for (guint32 rest = count; rest >= 10; rest /= 10)
    width += 7;

  return width + 8;
}

/* Counts what has no room, from left to right, in badges that do not
 * touch. */
static void
make_badges (TlLayout *self,
             Lane     *lane,
             guint32   index)
{
  const TlLaneBand *band = tl_layout_get_band (self, index);
  double y = band->y + band->height - TL_LANE_PAD - TL_BADGE_HEIGHT;
  double page = self->options.page > 0 ? self->options.page : self->width;
  double widest = get_badge_width (self->options.n_events);
  TlBadge *badge = NULL;

  g_array_sort_with_data (lane->left_over, compare_x_cb, self);
  for (guint i = 0; i < lane->left_over->len; i++)
    {
      guint32 item = g_array_index (lane->left_over, guint32, i);
      double x = self->placed[item].mark.anchor - 10;
      double page_end = ((int) (MAX (x, 0) / page) + 1) * page;

      x = CLAMP (x, 0, MIN (page_end, self->width) - widest);
      if (badge == NULL || x >= badge->box.x + widest + TL_BOX_GAP)
        {
          const TlBadge fresh = { { x, y, 0, TL_BADGE_HEIGHT }, index, self->badge_events->len, 0 };

          g_array_append_val (self->badges, fresh);
          badge = &g_array_index (self->badges, TlBadge, self->badges->len - 1);
        }
      g_array_append_val (self->badge_events, item);
      badge->count++;
      badge->box.width = get_badge_width (badge->count);
    }
}

static double
get_room (const TlLayout *self)
{
  return self->options.height > 0 ? MAX (self->options.height - self->head, 0) : 0;
}

/* Lanes from the end are left out where not even thin ones have room. */
static void
drop_lanes (TlLayout *self,
            GArray   *lanes,
            double    room)
{
  double sum = 0;
  guint kept = 0;

  while (kept < lanes->len)
    {
      Lane *lane = &g_array_index (lanes, Lane, kept);

      if (sum + TL_LANE_THIN > room && kept > 0)
        break;
      sum += TL_LANE_THIN;
      lane->smallest = MIN (lane->smallest, MAX (room / lanes->len, TL_LANE_THIN));
      kept++;
    }

  for (guint i = kept; i < lanes->len; i++)
    {
      const Lane *lane = &g_array_index (lanes, Lane, i);

      self->n_left_out += lane->members->len;
      self->band_of_lane[tl_layout_get_band (self, i)->lane] = TL_NONE;
      for (guint k = 0; k < lane->members->len; k++)
        self->placed[g_array_index (lane->members, guint32, k)].label = TL_LABEL_NONE;
    }
  g_array_set_size (lanes, kept);
  g_array_set_size (self->bands, kept);
}

static void
stack_bands (TlLayout *self,
             GArray   *lanes,
             double    room)
{
  double sum = sum_needs (lanes);
  double stretch = room > sum && sum > 0 ? MIN (room / sum, MAX_STRETCH) : 1;
  double y = 0;

  for (guint i = 0; i < lanes->len; i++)
    {
      Lane *lane = &g_array_index (lanes, Lane, i);
      TlLaneBand *band = tl_layout_get_band (self, i);

      band->y = y;
      band->height = lane->need * (lane->members->len > 0 ? stretch : 1);
      y += band->height;
      move_events (self, lane, band);
      make_badges (self, lane, i);
    }

  self->lanes_height = y;
}

/**
 * tl_layout_place_lanes:
 * @self: a layout of which marks and bands are known
 *
 * Gives lanes their heights and events their places.
 */
void
tl_layout_place_lanes (TlLayout *self)
{
  g_autoptr (GArray) lanes = gather_lanes (self);
  double room = get_room (self);

  for (guint i = 0; i < lanes->len; i++)
    {
      Lane *lane = &g_array_index (lanes, Lane, i);

      lane->smallest = lane->members->len > 0 ? tl_layout_measure_band (self, tl_layout_get_band (self, i))
                                              : TL_LANE_THIN;
    }
  if (room > 0)
    drop_lanes (self, lanes, room);

  for (guint i = 0; i < lanes->len; i++)
    pack (self, &g_array_index (lanes, Lane, i), room > 0 ? room : MAX_LANE);
  if (room > 0)
    share_room (self, lanes, room);

  stack_bands (self, lanes, room);
}
