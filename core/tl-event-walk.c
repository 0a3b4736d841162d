/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-event-walk.h"

/**
 * tl_event_walk_set:
 * @walk: a walk
 * @events: (array length=n_events) (nullable): the events to go through, in
 *   the timeline's order; copied. %NULL for all
 * @n_events: their number
 */
void
tl_event_walk_set (TlEventWalk   *walk,
                   const guint32 *events,
                   guint          n_events)
{
  /* One more: of none there is nothing to copy, and that is not all. */
  guint32 *copy = events != NULL ? g_new (guint32, n_events + 1) : NULL;

  for (guint i = 0; copy != NULL && i < n_events; i++)
    copy[i] = events[i];
  g_free (walk->events);
  walk->events = copy;
  walk->n_events = n_events;
}

/**
 * tl_event_walk_clear:
 * @walk: a walk
 *
 * Leaves it nothing to go through.
 */
void
tl_event_walk_clear (TlEventWalk *walk)
{
  g_clear_pointer (&walk->events, g_free);
  walk->n_events = 0;
}

/**
 * tl_event_walk_find_place:
 * @walk: a walk
 * @event: an event of the timeline
 *
 * Returns: how many events come before @event, whether that is one of those
 *   or not
 */
guint
tl_event_walk_find_place (const TlEventWalk *walk,
                          guint32            event)
{
  guint low = 0;
  guint high = walk->n_events;

  if (walk->events == NULL)
    return MIN (event, walk->n_events);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (walk->events[middle] < event)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static guint32
get_at (const TlEventWalk *walk,
        guint              place)
{
  if (place >= walk->n_events)
    return TL_NONE;

  return walk->events != NULL ? walk->events[place] : place;
}

/**
 * tl_event_walk_get_previous:
 * @walk: a walk
 * @event: an event of the timeline, or %TL_NONE
 *
 * Returns: the one that comes before @event, or %TL_NONE
 */
guint32
tl_event_walk_get_previous (const TlEventWalk *walk,
                            guint32            event)
{
  guint place = event != TL_NONE ? tl_event_walk_find_place (walk, event) : 0;

  return place > 0 ? get_at (walk, place - 1) : TL_NONE;
}

/**
 * tl_event_walk_get_next:
 * @walk: a walk
 * @event: an event of the timeline, or %TL_NONE
 *
 * Returns: the one that comes after @event, or %TL_NONE
 */
guint32
tl_event_walk_get_next (const TlEventWalk *walk,
                        guint32            event)
{
  return event != TL_NONE ? get_at (walk, tl_event_walk_find_place (walk, event + 1)) : TL_NONE;
}
