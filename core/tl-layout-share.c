/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

#include <math.h>

/* How the room of a page is shared among lanes that want more than there is.
 * What a lane shows in a height is known only when it has been packed for
 * it. Where that is cheap, all sensible heights are tried and the best
 * combination is chosen; else all high lanes are cut off at one level.
 */

/* Up to so many events every height is tried. */
#define FEW_EVENTS 400

/* Heights are tried in these steps, in pixels. */
#define STEP 10.0

/* How often a level is tried for more events; beyond the second number, lanes
 * are not even asked what they want. */
#define N_LEVELS    5
#define MANY_EVENTS 3000

/**
 * tl_layout_sum_needs:
 * @lanes: (element-type TlLaneContents): lanes that have been packed
 *
 * Returns: the height that they take together, in pixels
 */
double
tl_layout_sum_needs (const GArray *lanes)
{
  double sum = 0;

  for (guint i = 0; i < lanes->len; i++)
    sum += g_array_index (lanes, TlLaneContents, i).need;

  return sum;
}

/* Whether more room would show more of it. */
static gboolean
is_hungry (const TlLaneContents *lane)
{
  return lane->left_over->len > 0 && !lane->is_collapsed;
}

/* Lets lanes that still have badges have what the others have left. */
static void
use_rest (TlLayout *self,
          GArray   *lanes,
          double    room)
{
  for (guint i = 0; i < lanes->len; i++)
    {
      TlLaneContents *lane = &g_array_index (lanes, TlLaneContents, i);
      double rest = room - tl_layout_sum_needs (lanes);
      double before = lane->limit;
      double limit = lane->need + rest;

      if (!is_hungry (lane) || rest < 1)
        continue;
      tl_layout_pack_lane (self, lane, limit);
      if (lane->need > limit)
        tl_layout_pack_lane (self, lane, before);
    }
}

/* The level at which high lanes are cut off, as water stands in vessels. */
static double
pack_to_level (TlLayout     *self,
               GArray       *lanes,
               const double *wants,
               double        level)
{
  for (guint i = 0; i < lanes->len; i++)
    {
      TlLaneContents *lane = &g_array_index (lanes, TlLaneContents, i);
      double limit = MAX (MIN (wants[i], level), lane->smallest);

      if (limit != lane->limit)
        tl_layout_pack_lane (self, lane, limit);
    }

  return tl_layout_sum_needs (lanes);
}

static void
share_by_level (TlLayout     *self,
                GArray       *lanes,
                const double *wants,
                double        room)
{
  double low = room / lanes->len;
  double high = room;

  if (pack_to_level (self, lanes, wants, low) > room)
    return;

  for (int i = 0; i < N_LEVELS && high - low > 2; i++)
    {
      double level = (low + high) / 2;

      if (pack_to_level (self, lanes, wants, level) > room)
        high = level;
      else
        low = level;
    }

  pack_to_level (self, lanes, wants, low);
}

/* What a lane takes, and what it leaves out, for one of the heights tried. */
typedef struct
{
  double limit;
  double cost;
  guint  steps; /* that it takes of the page */
} Offer;

static GArray *
gather_offers (TlLayout       *self,
               TlLaneContents *lane,
               double          want,
               double          room)
{
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (Offer));
  double most = MIN (want, room);

  for (double limit = lane->smallest;; limit = MIN (limit + STEP, most))
    {
      Offer offer = { limit, tl_layout_pack_lane (self, lane, limit), 0 };

      offer.steps = (guint) ceil (lane->need);
      if (offers->len == 0 || offer.cost < g_array_index (offers, Offer, offers->len - 1).cost)
        g_array_append_val (offers, offer);
      if (limit >= most || offer.cost == 0)
        return offers;
    }
}

/* For each amount of room, to the pixel, the least that the lanes up to one
 * leave out, and which offer of that lane does it. (Dynamic programming over
 * the multiple-choice knapsack.) */
static void
add_lane (const GArray *offers,
          guint         n_steps,
          const double *before,
          double       *after,
          guint16      *chosen)
{
  for (guint room = 0; room <= n_steps; room++)
    {
      after[room] = G_MAXDOUBLE;
      chosen[room] = G_MAXUINT16;
      for (guint i = 0; i < offers->len; i++)
        {
          const Offer *offer = &g_array_index (offers, Offer, i);
          double cost;

          if (offer->steps > room || before[room - offer->steps] == G_MAXDOUBLE)
            continue;
          cost = before[room - offer->steps] + offer->cost;
          if (cost < after[room])
            {
              after[room] = cost;
              chosen[room] = i;
            }
        }
    }
}

static gboolean
share_by_cost (TlLayout     *self,
               GArray       *lanes,
               const double *wants,
               double        room)
{
  guint n_steps = (guint) room;
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree double *costs = g_new0 (double, (gsize) (lanes->len + 1) * (n_steps + 1));
  g_autofree guint16 *chosen = g_new (guint16, (gsize) lanes->len * (n_steps + 1));
  guint left = n_steps;

  self->is_comparing = TRUE;
  for (guint i = 0; i < lanes->len; i++)
    {
      g_ptr_array_add (offers, gather_offers (self, &g_array_index (lanes, TlLaneContents, i), wants[i], room));
      add_lane (offers->pdata[i], n_steps, costs + (gsize) i * (n_steps + 1), costs + (gsize) (i + 1) * (n_steps + 1),
                chosen + (gsize) i * (n_steps + 1));
    }
  self->is_comparing = FALSE;
  if (chosen[(gsize) (lanes->len - 1) * (n_steps + 1) + left] == G_MAXUINT16)
    return FALSE;

  for (guint i = lanes->len; i > 0; i--)
    {
      TlLaneContents *lane = &g_array_index (lanes, TlLaneContents, i - 1);
      const Offer *offer = &g_array_index ((GArray *) offers->pdata[i - 1], Offer,
                                           chosen[(gsize) (i - 1) * (n_steps + 1) + left]);

      tl_layout_pack_lane (self, lane, offer->limit);
      left -= offer->steps;
    }

  return TRUE;
}

/* All get the same; then those that want more get what the others leave. */
static void
share_evenly (TlLayout *self,
              GArray   *lanes,
              double    room)
{
  guint n_hungry = 0;
  double rest;

  for (guint i = 0; i < lanes->len; i++)
    {
      TlLaneContents *lane = &g_array_index (lanes, TlLaneContents, i);
      double share = room / lanes->len;

      tl_layout_pack_lane (self, lane, MAX (share, lane->smallest));
      n_hungry += is_hungry (lane);
    }

  rest = room - tl_layout_sum_needs (lanes);
  for (guint i = 0; i < lanes->len && n_hungry > 0 && rest > n_hungry * TL_CARD_MIN_HEIGHT; i++)
    {
      TlLaneContents *lane = &g_array_index (lanes, TlLaneContents, i);

      if (is_hungry (lane))
        tl_layout_pack_lane (self, lane, lane->limit + rest / n_hungry);
    }
}

/**
 * tl_layout_share_room:
 * @self: a layout
 * @lanes: (element-type TlLaneContents): lanes of which the members are known
 * @room: what there is for all of them, in pixels
 *
 * Packs them so that they have room together, if they can.
 */
void
tl_layout_share_room (TlLayout *self,
                      GArray   *lanes,
                      double    room)
{
  g_autofree double *wants = g_new (double, MAX (lanes->len, 1));

  if (self->options.n_events > MANY_EVENTS)
    {
      share_evenly (self, lanes, room);
      return;
    }

  for (guint i = 0; i < lanes->len; i++)
    {
      TlLaneContents *lane = &g_array_index (lanes, TlLaneContents, i);

      tl_layout_pack_lane (self, lane, room);
      wants[i] = lane->need;
    }
  if (lanes->len == 0 || tl_layout_sum_needs (lanes) <= room)
    return;

  if (self->options.n_events > FEW_EVENTS || self->options.is_draft
      || !share_by_cost (self, lanes, wants, room))
    share_by_level (self, lanes, wants, room);
  use_rest (self, lanes, room);
}
