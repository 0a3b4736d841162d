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
#define MAX_STRETCH 2.5

/* How often each event is moved on average before it is better to sort. */
#define MAX_MOVES 8

static void
clear_lane_cb (gpointer data)
{
  TlLaneContents *lane = data;

  g_array_unref (lane->members);
  g_array_unref (lane->left_over);
  g_array_unref (lane->badges);
}

static int
compare_members_cb (gconstpointer a,
                    gconstpointer b)
{
  const TlLaneMember *first = a;
  const TlLaneMember *second = b;

  if (first->rank != second->rank)
    return first->rank > second->rank ? -1 : 1;
  if (first->x0 != second->x0)
    return first->x0 < second->x0 ? -1 : 1;

  return (first->item > second->item) - (first->item < second->item);
}

/* Events come ordered by time, so once they are parted by rank most of them
 * stand where they belong: moving the others is much less than sorting. */
static void
sort_members (GArray *members)
{
  g_autoptr (GArray) parted = g_array_sized_new (FALSE, FALSE, sizeof (TlLaneMember), members->len);
  gsize moves = 0;

  if (members->len < 2)
    return;

  for (int rank = TL_RANK_SELECTED; rank >= 0; rank--)
    for (guint i = 0; i < members->len; i++)
      if (g_array_index (members, TlLaneMember, i).rank == rank)
        g_array_append_val (parted, g_array_index (members, TlLaneMember, i));

  for (guint i = 1; i < parted->len && moves <= MAX_MOVES * (gsize) parted->len; i++)
    {
      const TlLaneMember member = g_array_index (parted, TlLaneMember, i);
      guint at = i;

      for (; at > 0 && compare_members_cb (&g_array_index (parted, TlLaneMember, at - 1), &member) > 0; at--, moves++)
        g_array_index (parted, TlLaneMember, at) = g_array_index (parted, TlLaneMember, at - 1);
      g_array_index (parted, TlLaneMember, at) = member;
    }
  if (moves > MAX_MOVES * (gsize) parted->len)
    g_array_sort (parted, compare_members_cb);

  memcpy (members->data, parted->data, parted->len * sizeof (TlLaneMember));
}

static gboolean
comes_first (const TlLayout *self,
             guint32         event)
{
  return event == self->options.selected
         || (self->options.highlighted != NULL && self->options.highlighted[event]);
}

static TlLaneMember
describe_member (const TlLayout *self,
                 guint32         item)
{
  const TlPlaced *placed = &self->placed[item];
  TlLaneMember member = {
    .x0 = placed->mark.x0,
    .anchor = placed->mark.anchor,
    .item = item,
    .rank = comes_first (self, placed->event) ? TL_RANK_SELECTED
                                              : tl_layout_get_event (self, placed->event)->importance,
    .is_long = tl_layout_get_room_inside (self, placed) >= TL_CARD_MIN_WIDTH,
  };

  return member;
}

static GArray *
gather_lanes (TlLayout *self)
{
  GArray *lanes = g_array_sized_new (FALSE, TRUE, sizeof (TlLaneContents), self->bands->len);

  g_array_set_clear_func (lanes, clear_lane_cb);
  for (guint i = 0; i < self->bands->len; i++)
    {
      TlLaneContents lane = {
        .members = g_array_sized_new (FALSE, FALSE, sizeof (TlLaneMember), tl_layout_get_band (self, i)->n_events),
        .left_over = g_array_sized_new (FALSE, FALSE, sizeof (TlLaneMember), tl_layout_get_band (self, i)->n_events),
        .badges = g_array_new (FALSE, FALSE, sizeof (TlBadge)),
        .is_collapsed = tl_layout_get_band (self, i)->is_collapsed,
      };

      g_array_append_val (lanes, lane);
    }

  for (guint32 i = 0; i < self->options.n_events; i++)
    {
      const TlLaneMember member = describe_member (self, i);

      if (self->placed[i].lane == TL_NONE)
        continue;
      g_array_append_val (g_array_index (lanes, TlLaneContents, self->placed[i].lane).members, member);
    }
  for (guint i = 0; i < lanes->len; i++)
    sort_members (g_array_index (lanes, TlLaneContents, i).members);

  return lanes;
}

/* Brings events and badges from the top of their lane's room to where it
 * is. */
static void
move_contents (TlLayout             *self,
               const TlLaneContents *lane,
               guint32               index)
{
  const TlLaneBand *band = tl_layout_get_band (self, index);
  double slack = band->height - 2 * lane->pad - lane->content;
  double top = band->y + lane->pad + (slack > 0 ? slack / 2 : 0);

  for (guint i = 0; i < lane->members->len; i++)
    {
      const TlLaneMember *member = &g_array_index (lane->members, TlLaneMember, i);
      TlPlaced *placed = &self->placed[member->item];

      placed->label = member->label;
      if (member->label == TL_LABEL_NONE)
        {
          placed->box = placed->card = (TlRect){ 0 };
          continue;
        }
      placed->y += top;
      placed->box.y += top;
      placed->card.y += top;
    }

  for (guint i = 0; i < lane->badges->len; i++)
    {
      TlBadge badge = g_array_index (lane->badges, TlBadge, i);

      badge.box.y += top;
      badge.lane = index;
      badge.first += self->badge_events->len;
      g_array_append_val (self->badges, badge);
    }
  for (guint i = 0; i < lane->left_over->len; i++)
    g_array_append_val (self->badge_events, g_array_index (lane->left_over, TlLaneMember, i).item);
}

static double
get_room (const TlLayout *self)
{
  return self->options.height > 0 ? MAX (self->options.height - self->head, TL_LANE_THIN) : 0;
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
      TlLaneContents *lane = &g_array_index (lanes, TlLaneContents, kept);

      if (sum + TL_LANE_THIN > room && kept > 0)
        break;
      sum += TL_LANE_THIN;
      lane->smallest = MIN (lane->smallest, MAX (room / lanes->len, TL_LANE_THIN));
      kept++;
    }

  for (guint i = kept; i < lanes->len; i++)
    {
      const TlLaneContents *lane = &g_array_index (lanes, TlLaneContents, i);

      self->n_left_out += lane->members->len;
      self->band_of_lane[tl_layout_get_band (self, i)->lane] = TL_NONE;
      for (guint k = 0; k < lane->members->len; k++)
        self->placed[g_array_index (lane->members, TlLaneMember, k).item].lane = TL_NONE;
    }
  g_array_set_size (lanes, kept);
  g_array_set_size (self->bands, kept);
}

static double
sum_collapsed (const GArray *lanes)
{
  double sum = 0;

  for (guint i = 0; i < lanes->len; i++)
    if (g_array_index (lanes, TlLaneContents, i).is_collapsed)
      sum += g_array_index (lanes, TlLaneContents, i).need;

  return sum;
}

static void
stack_bands (TlLayout *self,
             GArray   *lanes,
             double    room)
{
  double collapsed = sum_collapsed (lanes);
  double sum = tl_layout_sum_needs (lanes) - collapsed;
  double stretch = room - collapsed > sum && sum > 0 ? MIN ((room - collapsed) / sum, MAX_STRETCH) : 1;
  double y = 0;

  for (guint i = 0; i < lanes->len; i++)
    {
      TlLaneContents *lane = &g_array_index (lanes, TlLaneContents, i);
      TlLaneBand *band = tl_layout_get_band (self, i);

      band->y = y;
      band->height = lane->need * (lane->members->len > 0 && !lane->is_collapsed ? stretch : 1);
      y += band->height;
      move_contents (self, lane, i);
    }

  self->lanes_height = y;
}

static double
sum_smallest (const GArray *lanes)
{
  double sum = 0;

  for (guint i = 0; i < lanes->len; i++)
    sum += g_array_index (lanes, TlLaneContents, i).smallest;

  return sum;
}

/* Whether another layout shows the same lanes, and the same of them whole. */
static gboolean
has_alike_bands (const TlLayout *self,
                 const TlLayout *like)
{
  if (like->bands->len != self->bands->len)
    return FALSE;

  for (guint i = 0; i < self->bands->len; i++)
    if (tl_layout_get_band (self, i)->lane != tl_layout_get_band (like, i)->lane
        || tl_layout_get_band (self, i)->is_collapsed != tl_layout_get_band (like, i)->is_collapsed)
      return FALSE;

  return TRUE;
}

/* Packs lanes as they have been in another layout. Returns whether that
 * fits. */
static gboolean
share_alike (TlLayout *self,
             GArray   *lanes,
             double    room)
{
  const TlLayout *like = self->options.like;

  if (like == NULL || !has_alike_bands (self, like))
    return FALSE;

  for (guint i = 0; i < lanes->len; i++)
    tl_layout_pack_lane (self, &g_array_index (lanes, TlLaneContents, i), g_array_index (like->limits, double, i));

  return tl_layout_sum_needs (lanes) <= room;
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
      TlLaneContents *lane = &g_array_index (lanes, TlLaneContents, i);

      lane->smallest = lane->members->len > 0 && !lane->is_collapsed
                         ? tl_layout_measure_band (self, tl_layout_get_band (self, i))
                         : TL_LANE_THIN;
      if (lane->is_collapsed)
        tl_layout_pack_lane (self, lane, TL_LANE_THIN);
    }
  if (room > 0 && self->options.scrolls)
    {
      double least = sum_smallest (lanes);

      room = MAX (room, least);
    }
  else if (room > 0 && !self->options.stacks)
    drop_lanes (self, lanes, room);

  if (room > 0 && !self->options.stacks)
    {
      if (!share_alike (self, lanes, room))
        tl_layout_share_room (self, lanes, room);
    }
  else
    for (guint i = 0; i < lanes->len; i++)
      tl_layout_pack_lane (self, &g_array_index (lanes, TlLaneContents, i), room > 0 ? room : MAX_LANE);

  for (guint i = 0; i < lanes->len; i++)
    g_array_append_val (self->limits, g_array_index (lanes, TlLaneContents, i).limit);
  stack_bands (self, lanes, self->options.stacks ? 0 : room);
}
