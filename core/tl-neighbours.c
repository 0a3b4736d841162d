/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-neighbours.h"

#include "tl-layout-private.h"

#include <math.h>

/* Where the keyboard goes from an event: to what is beside, above and below
 * it in the layout, and along its links. Events in badges are there, too;
 * those of hidden lanes, and of lanes that have no room, are not.
 */

static gboolean
is_shown (const TlLayout *self,
          guint32         item)
{
  return self->placed[item].lane != TL_NONE;
}

/* The first of placed from @from on, that is shown, and is in @lane where
 * that is one. */
static guint32
find_forward (const TlLayout *self,
              guint32         from,
              guint32         lane)
{
  for (guint32 i = from; i < self->options.n_events; i++)
    if (is_shown (self, i) && (lane == TL_NONE || self->placed[i].lane == lane))
      return self->placed[i].event;

  return TL_NONE;
}

/* The last one before @before. */
static guint32
find_backward (const TlLayout *self,
               guint32         before,
               guint32         lane)
{
  for (guint32 i = before; i > 0; i--)
    if (is_shown (self, i - 1) && (lane == TL_NONE || self->placed[i - 1].lane == lane))
      return self->placed[i - 1].event;

  return TL_NONE;
}

/* How many of placed come before an event, which need not be among them. */
static guint32
count_before (const TlLayout *self,
              guint32         event)
{
  guint32 low = 0;
  guint32 high = self->options.n_events;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->placed[middle].event < event)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The event that begins nearest to @current in the nearest lane above it, or
 * below it, that has any. */
static guint32
find_across (const TlLayout *self,
             const TlPlaced *current,
             gboolean        is_up)
{
  const TlPlaced *best = NULL;

  for (guint32 i = 0; i < self->options.n_events; i++)
    {
      const TlPlaced *placed = &self->placed[i];

      if (!is_shown (self, i) || (is_up ? placed->lane >= current->lane : placed->lane <= current->lane))
        continue;
      if (best == NULL || (is_up ? placed->lane > best->lane : placed->lane < best->lane)
          || (placed->lane == best->lane
              && fabs (placed->mark.anchor - current->mark.anchor) < fabs (best->mark.anchor - current->mark.anchor)))
        best = placed;
    }

  return best != NULL ? best->event : TL_NONE;
}

/**
 * tl_layout_find_neighbour:
 * @self: a layout
 * @event: where one is: an event, maybe one that is not shown, or %TL_NONE
 * @step: where one goes
 *
 * Finds the event that the keyboard goes to. From no event at all each step
 * but those back goes to the first event. From one that is not shown, next
 * and previous go to those around it in time, all others as from no event.
 *
 * Returns: an event that is shown, maybe in a badge; %TL_NONE where there is
 *   none that way
 */
guint32
tl_layout_find_neighbour (const TlLayout *self,
                          guint32         event,
                          TlNeighbour     step)
{
  guint32 item = event != TL_NONE ? count_before (self, event) : 0;
  gboolean is_among = item < self->options.n_events && self->placed[item].event == event;
  gboolean is_back = step == TL_NEIGHBOUR_PREVIOUS || step == TL_NEIGHBOUR_PREVIOUS_IN_LANE;
  guint32 lane;

  if (step == TL_NEIGHBOUR_LAST || (event == TL_NONE && is_back))
    return find_backward (self, self->options.n_events, TL_NONE);
  if (step == TL_NEIGHBOUR_FIRST || event == TL_NONE)
    return find_forward (self, 0, TL_NONE);
  if (step == TL_NEIGHBOUR_NEXT)
    return find_forward (self, item + is_among, TL_NONE);
  if (step == TL_NEIGHBOUR_PREVIOUS)
    return find_backward (self, item, TL_NONE);

  if (!is_among || !is_shown (self, item))
    return tl_layout_find_neighbour (self, TL_NONE, step);

  lane = self->placed[item].lane;
  if (step == TL_NEIGHBOUR_NEXT_IN_LANE)
    return find_forward (self, item + 1, lane);
  if (step == TL_NEIGHBOUR_PREVIOUS_IN_LANE)
    return find_backward (self, item, lane);

  return find_across (self, &self->placed[item], step == TL_NEIGHBOUR_UP);
}

/**
 * tl_layout_find_linked:
 * @self: a layout
 * @event: an event
 * @n: which of those that have a link with it, from 0
 * @n_linked: (out) (optional): how many there are
 *
 * Counts the events that are shown and have a link with @event: first those
 * that it leads to, then those that lead to it, each once and in the order
 * of time.
 *
 * Returns: the one that is asked for, or %TL_NONE where there are not so many
 */
guint32
tl_layout_find_linked (const TlLayout *self,
                       guint32         event,
                       guint           n,
                       guint          *n_linked)
{
  guint32 found = TL_NONE;
  guint count = 0;

  for (int is_incoming = 0; is_incoming < 2 && event != TL_NONE; is_incoming++)
    for (guint32 i = 0; i < self->options.n_events; i++)
      {
        guint32 other = self->placed[i].event;
        gboolean is_outgoing;

        if (!is_shown (self, i) || other == event)
          continue;
        is_outgoing = tl_layout_has_link (self, event, other);
        if (is_incoming ? is_outgoing || !tl_layout_has_link (self, other, event) : !is_outgoing)
          continue;
        if (count++ == n)
          found = other;
      }

  if (n_linked != NULL)
    *n_linked = count;

  return found;
}
