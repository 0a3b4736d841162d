/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

#include "tl-lanes.h"

#include <math.h>

/* Where the events of one lane go. The important ones first; each gets the
 * highest place that is free, with all that its card tells, else with a
 * short card, else it is left over for a badge.
 */

/* Beyond so many events, texts are estimated instead of measured. */
#define MAX_MEASURED 1500

/* The "!" of a card stands out so far to its right. */
#define ALERT_OUT 5.0

/* Events that begin within so many pixels share the answer to whether there
 * is any room at all. */
#define BUCKET 8.0

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

typedef struct
{
  TlLayout *layout;
  TlPacker *packer;
  double    right; /* of the content */
  double    height;
  Way       way;
  gboolean  is_rough;
  double    full_until; /* no event that begins before this finds room in this round */
  double    cost;       /* of what is not shown, or not whole */
} Packing;

/* Whether nothing of a card from @x0 to @x1 would be cut: by the edges of
 * the content, or of one of several pages. */
static gboolean
is_within (const Packing *packing,
           double         x0,
           double         x1)
{
  double page = packing->layout->options.page;

  if (x0 < 0 || x1 > packing->right)
    return FALSE;

  return page <= 0 || floor (x0 / page) == floor (x1 / page);
}

static TlLabelSizes *
get_sizes (const Packing  *packing,
           const TlPlaced *placed)
{
  return &packing->layout->sizes[placed - packing->layout->placed];
}

static double
get_title_width (const Packing  *packing,
                 const TlPlaced *placed,
                 const TlEvent  *event)
{
  const TlDrawing *drawing = &packing->layout->options.drawing;
  const char *title = tl_card_get_title (drawing, event);
  TlTextStyle style = tl_card_get_title_style (event);
  TlLabelSizes *sizes = get_sizes (packing, placed);

  if (sizes->title == 0)
    sizes->title = packing->is_rough ? g_utf8_strlen (title, -1) * style.size * 0.62
                                     : tl_text_measure_width (drawing->measure, title, &style);

  return sizes->title;
}

static TlCardSize
get_size (const Packing  *packing,
          const TlPlaced *placed,
          const TlEvent  *event,
          TlCardForm      form)
{
  const TlDrawing *drawing = &packing->layout->options.drawing;
  TlCardSize *size = &get_sizes (packing, placed)->cards[form];

  if (size->width == 0)
    *size = packing->is_rough ? tl_card_estimate (drawing, event, form) : tl_card_measure (drawing, event, form);

  return *size;
}

/**
 * tl_layout_get_room_inside:
 * @self: a layout
 * @placed: one of its events
 *
 * Returns: the width that there is for a label inside of its mark, in
 *   pixels; 0 where that is not a bar. A bar that runs over several pages is
 *   labelled on each of them.
 */
double
tl_layout_get_room_inside (const TlLayout *self,
                           const TlPlaced *placed)
{
  double room = placed->mark.solid1 - placed->mark.solid0 - 2 * TL_BAR_PAD - TL_BAR_SYMBOL;
  double page = self->options.page;

  if (placed->mark.kind != TL_MARK_BAR)
    return 0;

  return page > 0 ? MIN (room, page / 2) : room;
}

static gboolean
try_inside (Packing       *packing,
            TlPlaced      *placed,
            const TlEvent *event)
{
  double room = tl_layout_get_room_inside (packing->layout, placed);
  TlRect box = { placed->mark.x0, 0, placed->mark.x1 - placed->mark.x0, TL_BAR_HEIGHT };

  if (room < TL_CARD_MIN_WIDTH || room < get_title_width (packing, placed, event))
    return FALSE;
  if (!tl_packer_find (packing->packer, placed->mark.x0, &box))
    return FALSE;

  tl_packer_add (packing->packer, &box);
  placed->box = box;
  placed->y = box.y + TL_BAR_HEIGHT / 2;

  return TRUE;
}

/* Beside the mark: on the right, or on the left where the right is cut. */
static gboolean
try_beside (Packing          *packing,
            TlPlaced         *placed,
            const TlEvent    *event,
            const TlCardSize *size)
{
  double out = event->differences.count > 0 ? ALERT_OUT : 0;
  double mark_height = placed->mark.kind == TL_MARK_BAR ? TL_BAR_HEIGHT
                                                         : 2 * tl_mark_get_radius (event->importance);
  double mark_y = MAX (mark_height / 2, size->form == TL_CARD_FULL ? TL_CARD_MARK_Y : size->height / 2);
  double height = MAX (size->height, mark_y + mark_height / 2);
  double x = placed->mark.x1 + TL_CARD_GAP;
  TlRect box = { placed->mark.x0, 0, x + size->width + out - placed->mark.x0, height };

  if (!is_within (packing, x, x + size->width + out))
    {
      x = placed->mark.x0 - TL_CARD_GAP - out - size->width;
      box.x = x;
      box.width = placed->mark.x1 - x;
      if (!is_within (packing, x, placed->mark.x0))
        return FALSE;
    }
  if (!tl_packer_find (packing->packer, placed->mark.x0, &box))
    return FALSE;

  tl_packer_add (packing->packer, &box);
  placed->box = box;
  placed->y = box.y + mark_y;
  placed->size = *size;
  placed->card = (TlRect){ x, box.y, size->width, size->height };

  return TRUE;
}

/* Below a bar that is so long that its sides have no room. */
static gboolean
try_below (Packing          *packing,
           TlPlaced         *placed,
           const TlEvent    *event,
           const TlCardSize *size)
{
  double out = event->differences.count > 0 ? ALERT_OUT : 0;
  double x0 = MAX (placed->mark.x0, 0);
  double x1 = MIN (placed->mark.x1, packing->right);
  double x = (x0 + x1 - size->width - out) / 2;
  double mark_height = 2 * MAX (TL_BAR_HEIGHT / 2, tl_mark_get_radius (event->importance));
  TlRect box = { placed->mark.x0, 0, placed->mark.x1 - placed->mark.x0, mark_height + TL_CARD_GAP + size->height };

  if (placed->mark.kind == TL_MARK_DISC || x < x0 || !is_within (packing, x, x + size->width + out))
    return FALSE;
  if (!tl_packer_find (packing->packer, placed->mark.x0, &box))
    return FALSE;

  tl_packer_add (packing->packer, &box);
  placed->box = box;
  placed->y = box.y + mark_height / 2;
  placed->size = *size;
  placed->card = (TlRect){ x, box.y + mark_height + TL_CARD_GAP, size->width, size->height };

  return TRUE;
}

static gboolean
try_card (Packing          *packing,
          TlPlaced         *placed,
          const TlEvent    *event,
          const TlCardSize *size)
{
  return try_beside (packing, placed, event, size) || try_below (packing, placed, event, size);
}

/* Whether even the smallest label would find no room here. What is found out
 * for one event holds for all that begin within a few pixels. The bucket may
 * begin before the last anchor; the packer's reach has room for that. */
static gboolean
is_full (Packing            *packing,
         const TlLaneMember *member)
{
  double bucket = floor (member->x0 / BUCKET) * BUCKET;
  TlRect box = { bucket + BUCKET, 0, 2, member->is_long ? TL_BAR_HEIGHT : TL_CARD_MIN_HEIGHT };

  if (member->x0 < packing->full_until)
    return TRUE;
  if (tl_packer_find (packing->packer, bucket, &box))
    return FALSE;

  packing->full_until = bucket + BUCKET;

  return TRUE;
}

static gboolean
place (Packing      *packing,
       TlLaneMember *member)
{
  TlPlaced *placed = &packing->layout->placed[member->item];
  const TlEvent *event;
  TlCardSize size;

  member->label = TL_LABEL_NONE;
  if (is_full (packing, member))
    return FALSE;

  placed->card.width = 0;
  event = tl_layout_get_event (packing->layout, placed->event);
  if (try_inside (packing, placed, event))
    {
      member->label = TL_LABEL_INSIDE;
      return TRUE;
    }

  member->label = TL_LABEL_CARD;
  if (member->rank > packing->way.short_rank)
    {
      size = get_size (packing, placed, event, TL_CARD_FULL);
      if (try_card (packing, placed, event, &size))
        return TRUE;
    }
  size = get_size (packing, placed, event, TL_CARD_COMPACT);
  if (try_card (packing, placed, event, &size))
    return TRUE;

  member->label = TL_LABEL_NONE;

  return FALSE;
}

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
place_events (Packing        *packing,
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
      if (!place (packing, member))
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
place_badges (Packing        *packing,
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
try_height (Packing        *packing,
            TlLaneContents *lane,
            double          height,
            GArray         *kept)
{
  gboolean is_done;

  packing->height = height;
  packing->packer = tl_packer_new (height, TL_BOX_GAP, TL_CARD_MAX_WIDTH + 2 * BUCKET);
  for (guint i = 0; i < kept->len; i++)
    tl_packer_add (packing->packer, &g_array_index (kept, TlRect, i));

  packing->cost = 0;
  g_array_set_size (lane->left_over, 0);
  if (packing->way.bars_first)
    place_events (packing, lane, TRUE, FALSE);
  place_events (packing, lane, !packing->way.bars_first, TRUE);
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

/* Returns what it costs. */
static double
pack (TlLayout       *self,
      TlLaneContents *lane,
      double          room,
      const Way      *way)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (TlRect));
  Packing packing = { .layout = self, .right = self->width, .way = *way };

  packing.is_rough = self->options.n_events > MAX_MEASURED;
  for (int i = 0; i < (self->is_comparing ? N_QUICK_ATTEMPTS : MAX_ATTEMPTS) && !packing.is_rough; i++)
    if (try_height (&packing, lane, room, kept))
      return packing.cost;

  g_array_set_size (kept, 0);
  if (!try_height (&packing, lane, room - TL_BADGE_ROW, kept) || packing.is_rough)
    add_badge_row (lane);

  return packing.cost;
}

/**
 * tl_layout_pack_lane:
 * @self: a layout
 * @lane: a lane of which the members are known
 * @limit: the height that it may have, in pixels
 *
 * Gives each event its label and its place, or a place in a badge. Where
 * there is no room for all, shorter cards make some, if that shows more.
 *
 * Returns: what it costs that not all is shown: 0 where it is
 */
double
tl_layout_pack_lane (TlLayout       *self,
                     TlLaneContents *lane,
                     double          limit)
{
  double pad = limit < TL_LANE_LOW ? TL_LOW_PAD : TL_LANE_PAD;
  double room = limit - 2 * pad;
  gsize n_ways = self->is_comparing ? N_QUICK_WAYS : G_N_ELEMENTS (ways);
  gsize best = 0;
  double least = pack (self, lane, room, &ways[0]);

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

  lane->limit = limit;
  lane->pad = pad;
  lane->need = MAX (lane->smallest, lane->content + 2 * pad);

  return least;
}
