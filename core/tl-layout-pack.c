/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

/* Where the events of one lane go. The important ones first; each gets the
 * highest place that is free, with all that its card tells, else with a
 * short card, else it is left over for a badge.
 */

/* Beyond so many events, texts are estimated instead of measured. */
#define MAX_MEASURED 1500

/* What a lane can do about being low. Long bars first, beside each other,
 * waste the least; where they leave no room for what is more important,
 * they come by their rank. */
typedef struct
{
  guint    short_rank; /* up to this rank, cards are short */
  gboolean bars_first;
} Way;

static const Way ways[] = {
  { 0, TRUE },
  { 5, TRUE },
  { 5, FALSE },
  { 3, TRUE },
  { 3, FALSE },
};

/* While heights are only being compared, so many will do. */
#define N_QUICK_WAYS     3
#define N_QUICK_ATTEMPTS 5

/* What a short card costs, as a part of what none does. */
#define SHORT_COST 0.12

/* How often room is kept free for badges that have found none, before they
 * get a row. */
#define MAX_ATTEMPTS 16
#define MAX_COLLAPSED_ATTEMPTS 64

/* What it costs that an event of a rank has no label; a short one costs a
 * part of that. */
static double
get_cost (guint    rank,
          gboolean is_short)
{
  static const double costs[] = { 1, 1, 2, 5, 12, 30, 100 };

  return costs[rank] * (is_short ? SHORT_COST : 1);
}

/* Places the long bars, the others, or all. */
static void
place_events (TlPacking      *packing,
              TlLaneContents *lane,
              gboolean        bars,
              gboolean        others)
{
  guint rank = G_MAXUINT;

  for (guint i = 0; i < lane->members->len; i++)
    {
      TlLaneMember *member = &g_array_index (lane->members, TlLaneMember, i);

      if (!(member->is_long ? bars : others))
        continue;
      if (member->rank != rank)
        {
          tl_packer_begin_round (packing->packer);
          packing->full_until = -G_MAXDOUBLE;
          rank = member->rank;
        }
      if (!tl_layout_place_member (packing, member))
        {
          g_array_append_val (lane->left_over, *member);
          packing->cost += get_cost (rank, FALSE);
        }
      else if (member->label == TL_LABEL_CARD
               && packing->layout->placed[member->item].size.form == TL_CARD_COMPACT)
        packing->cost += get_cost (rank, TRUE);
    }
}

static gboolean
is_kept_free (const GArray *kept,
              const TlRect *box)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const TlRect *free_box = &g_array_index (kept, TlRect, i);

      if (box->x >= free_box->x && box->x + box->width <= free_box->x + free_box->width)
        return TRUE;
    }

  return FALSE;
}

/* Badges go where cards have left room, or where it has been kept for them.
 * Returns whether all find some; else more is to be kept. */
static gboolean
place_badges (TlPacking      *packing,
              TlLaneContents *lane,
              GArray         *kept)
{
  double y = MAX (packing->height - TL_BADGE_HEIGHT, 0);
  guint n_kept = kept->len;

  tl_layout_gather_badges (packing->layout, lane);
  tl_packer_begin_round (packing->packer);
  for (guint i = 0; i < lane->badges->len; i++)
    {
      TlBadge *badge = &g_array_index (lane->badges, TlBadge, i);
      TlRect wide = tl_rect_grow (&badge->box, TL_BADGE_HEIGHT / 2);

      wide.y = y;
      wide.height = TL_BADGE_HEIGHT;
      if (is_kept_free (kept, &badge->box))
        badge->box.y = y;
      else if (tl_packer_find (packing->packer, badge->box.x, &badge->box))
        tl_packer_add (packing->packer, &badge->box);
      else
        g_array_append_val (kept, wide);
    }

  return kept->len == n_kept;
}

/* Packs in a certain height. Returns whether badges have found room, too. */
static gboolean
try_height (TlPacking      *packing,
            TlLaneContents *lane,
            double          height,
            GArray         *kept)
{
  gboolean is_done;

  packing->height = height;
  packing->packer = tl_packer_new (height, TL_BOX_GAP, TL_PACKER_REACH);
  for (guint i = 0; i < kept->len; i++)
    tl_packer_add (packing->packer, &g_array_index (kept, TlRect, i));

  packing->cost = 0;
  g_array_set_size (lane->left_over, 0);
  if (packing->bars_first)
    place_events (packing, lane, TRUE, FALSE);
  place_events (packing, lane, !packing->bars_first, TRUE);
  lane->content = tl_packer_get_bottom (packing->packer);
  is_done = place_badges (packing, lane, kept);
  if (is_done)
    lane->content = tl_packer_get_bottom (packing->packer);
  g_clear_pointer (&packing->packer, tl_packer_free);

  return is_done;
}

/* Badges in a row of their own, below everything. */
static void
add_badge_row (TlLaneContents *lane)
{
  double y = lane->content > 0 ? lane->content + TL_BOX_GAP : 0;

  for (guint i = 0; i < lane->badges->len; i++)
    g_array_index (lane->badges, TlBadge, i).box.y = y;
  lane->content = y + TL_BADGE_HEIGHT;
}

/* How often badges are looked a place for among cards. A collapsed lane has
 * no other place for them, and is packed only once. */
static int
count_attempts (const TlLayout       *self,
                const TlLaneContents *lane)
{
  guint n_events = lane->is_collapsed ? lane->members->len : self->options.n_events;

  if (n_events > MAX_MEASURED)
    return 0;
  if (lane->is_collapsed)
    return MAX_COLLAPSED_ATTEMPTS;

  return self->is_comparing ? N_QUICK_ATTEMPTS : MAX_ATTEMPTS;
}

/* Returns what it costs. */
static double
pack (TlLayout       *self,
      TlLaneContents *lane,
      double          room,
      const Way      *way)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (TlRect));
  TlPacking packing = { .layout = self, .right = self->width, .short_rank = way->short_rank };

  packing.bars_first = way->bars_first;
  packing.is_rough = self->options.n_events > MAX_MEASURED;
  for (int i = 0; i < count_attempts (self, lane); i++)
    if (try_height (&packing, lane, room, kept))
      return packing.cost;

  g_array_set_size (kept, 0);
  if (!try_height (&packing, lane, room - TL_BADGE_ROW, kept) || packing.is_rough)
    add_badge_row (lane);

  return packing.cost;
}

/* Badges among cards may stand a bit higher or lower; in a single row that
 * would look like a mistake. */
static void
align_badges (TlLaneContents *lane,
              double          room)
{
  for (guint i = 0; i < lane->badges->len; i++)
    g_array_index (lane->badges, TlBadge, i).box.y = (room - TL_BADGE_HEIGHT) / 2;
  lane->content = room;
}

/**
 * tl_layout_pack_lane:
 * @self: a layout
 * @lane: a lane of which the members are known
 * @limit: the height that it may have, in pixels
 *
 * Gives each event its label and its place, or a place in a badge. Where
 * there is no room for all, shorter cards make some, if that shows more. A
 * collapsed lane is packed for its one row, whatever it may have.
 *
 * Returns: what it costs that not all is shown: 0 where it is, or where no
 *   height would change that
 */
double
tl_layout_pack_lane (TlLayout       *self,
                     TlLaneContents *lane,
                     double          limit)
{
  double pad, room, least;
  gsize n_ways = self->is_comparing ? N_QUICK_WAYS : G_N_ELEMENTS (ways);
  gsize best = 0;

  if (lane->is_collapsed && lane->limit > 0)
    return 0;
  if (lane->is_collapsed)
    limit = TL_LANE_THIN;

  pad = limit < TL_LANE_LOW ? TL_LOW_PAD : TL_LANE_PAD;
  room = limit - 2 * pad;
  least = pack (self, lane, room, &ways[0]);

  for (gsize i = 1; i < n_ways && lane->left_over->len > 0
                    && self->options.n_events <= MAX_MEASURED; i++)
    {
      double cost = pack (self, lane, room, &ways[i]);

      if (cost < least)
        {
          least = cost;
          best = i;
        }
      if (lane->left_over->len == 0 || i + 1 == n_ways)
        {
          if (best != i)
            pack (self, lane, room, &ways[best]);
          break;
        }
    }

  if (lane->is_collapsed)
    align_badges (lane, room);
  lane->limit = limit;
  lane->pad = pad;
  lane->need = MAX (lane->smallest, lane->content + 2 * pad);

  return least;
}
