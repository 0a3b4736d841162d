/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-incoming.h"

/* A file tells links where they start; this turns them round. All links are
 * in one array, those to the same event beside each other.
 */
struct _TlIncoming
{
  guint32        *firsts; /* for each event, and one more */
  TlIncomingLink *links;
  guint           n_events;
};

/* How many links lead to each event, each number one place further on, then
 * added up: where the links to each event begin.
 */
static void
find_firsts (TlIncoming    *self,
             TlTimeline    *timeline,
             const TlEvent *events)
{
  for (guint i = 0; i < self->n_events; i++)
    {
      const TlLink *links = tl_timeline_get_links (timeline, events[i].links);

      for (guint k = 0; k < events[i].links.count; k++)
        self->firsts[links[k].to + 1]++;
    }

  for (guint i = 0; i < self->n_events; i++)
    self->firsts[i + 1] += self->firsts[i];
}

/**
 * tl_incoming_new:
 * @timeline: a timeline
 *
 * Takes time in proportion to its events and links.
 *
 * Returns: (transfer full): the links to each of its events
 */
TlIncoming *
tl_incoming_new (TlTimeline *timeline)
{
  TlIncoming *self = g_new0 (TlIncoming, 1);
  const TlEvent *events = tl_timeline_get_events (timeline, &self->n_events);
  g_autofree guint32 *nexts = NULL;

  self->firsts = g_new0 (guint32, self->n_events + 1);
  find_firsts (self, timeline, events);
  self->links = g_new (TlIncomingLink, MAX (self->firsts[self->n_events], 1));

  nexts = g_memdup2 (self->firsts, (self->n_events + 1) * sizeof (guint32));
  for (guint32 i = 0; i < self->n_events; i++)
    {
      const TlLink *links = tl_timeline_get_links (timeline, events[i].links);

      for (guint32 k = 0; k < events[i].links.count; k++)
        self->links[nexts[links[k].to]++] = (TlIncomingLink){ i, k };
    }

  return self;
}

/**
 * tl_incoming_free:
 * @self: (transfer full): links
 */
void
tl_incoming_free (TlIncoming *self)
{
  g_free (self->firsts);
  g_free (self->links);
  g_free (self);
}

/**
 * tl_incoming_get:
 * @self: links
 * @event: an event
 * @n_links: (out): their number
 *
 * Returns: (transfer none) (array length=n_links): the links to @event, by
 *   the date of where they start
 */
const TlIncomingLink *
tl_incoming_get (const TlIncoming *self,
                 guint32           event,
                 guint            *n_links)
{
  g_return_val_if_fail (event < self->n_events, (*n_links = 0, NULL));

  *n_links = self->firsts[event + 1] - self->firsts[event];

  return self->links + self->firsts[event];
}
