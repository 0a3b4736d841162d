/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-route-private.h"

/* Which state of a search to look at next: a binary heap. Of equal entries
 * always the same comes first. */

/*
 * tl_route_heap_push:
 * @heap: (element-type TlRouteEntry): a heap
 * @estimate: what the whole way will cost at least
 * @cost: what it costs up to here
 * @state: here
 */
void
tl_route_heap_push (GArray *heap,
                    double  estimate,
                    double  cost,
                    guint32 state)
{
  TlRouteEntry entry = { estimate, cost, state };
  TlRouteEntry *entries;
  guint at = heap->len;

  g_array_append_val (heap, entry);
  entries = &g_array_index (heap, TlRouteEntry, 0);
  for (; at > 0 && entries[(at - 1) / 2].estimate > estimate; at = (at - 1) / 2)
    entries[at] = entries[(at - 1) / 2];
  entries[at] = entry;
}

/*
 * tl_route_heap_pop:
 * @heap: (element-type TlRouteEntry): a heap that is not empty
 *
 * Returns: the entry with the lowest estimate, which is taken out
 */
TlRouteEntry
tl_route_heap_pop (GArray *heap)
{
  TlRouteEntry *entries = &g_array_index (heap, TlRouteEntry, 0);
  TlRouteEntry first = entries[0];
  TlRouteEntry last = entries[heap->len - 1];
  guint n = heap->len - 1;
  guint at = 0;

  g_array_set_size (heap, n);
  for (guint child = 1; child < n; child = 2 * at + 1)
    {
      if (child + 1 < n && entries[child + 1].estimate < entries[child].estimate)
        child++;
      if (entries[child].estimate >= last.estimate)
        break;
      entries[at] = entries[child];
      at = child;
    }
  if (n > 0)
    entries[at] = last;

  return first;
}
