/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-source-index.h"

struct _TlSourceIndex
{
  TlCarried *carried; /* by source, then by event */
  guint32   *firsts;  /* for each source and the end: its first in @carried */
  guint      n_sources;
  guint32   *listed;  /* the sources that have rows */
  guint      n_listed;
};

typedef struct
{
  GArray    *found; /* by event */
  guint     *last_of_source; /* one more than its place in @found */
  guint32    event;
} Gathering;

/* Who is named twice for the same, as in two paragraphs, carries it once. */
static gboolean
gather_cb (TlCarriedKind     kind,
           guint32           part,
           const TlCitation *citations,
           guint             n_citations,
           gpointer          data)
{
  Gathering *gathering = data;

  for (guint i = 0; i < n_citations; i++)
    {
      const TlCarried carried = { gathering->event, part, citations[i].source, kind };
      guint *last = &gathering->last_of_source[carried.source];
      const TlCarried *before = *last > 0 ? &g_array_index (gathering->found, TlCarried, *last - 1) : NULL;

      if (before != NULL && before->event == carried.event && before->kind == carried.kind && before->part == carried.part)
        continue;

      g_array_append_val (gathering->found, carried);
      *last = gathering->found->len;
    }

  return FALSE;
}

/* Counts, then deals out: what is by event stays so within each source. */
static void
sort_by_source (TlSourceIndex *self,
                const GArray  *found)
{
  g_autofree guint32 *next = g_new (guint32, self->n_sources + 1);

  self->firsts = g_new0 (guint32, self->n_sources + 1);
  self->carried = g_new (TlCarried, found->len);

  for (guint i = 0; i < found->len; i++)
    self->firsts[g_array_index (found, TlCarried, i).source + 1]++;
  for (guint i = 0; i < self->n_sources; i++)
    self->firsts[i + 1] += self->firsts[i];
  memcpy (next, self->firsts, (self->n_sources + 1) * sizeof (guint32));

  for (guint i = 0; i < found->len; i++)
    {
      const TlCarried *carried = &g_array_index (found, TlCarried, i);

      self->carried[next[carried->source]++] = *carried;
    }
}

/* All, or those that carry any of it. */
static void
list_sources (TlSourceIndex *self,
              gboolean       lists_all)
{
  self->listed = g_new (guint32, self->n_sources + 1);
  for (guint32 i = 0; i < self->n_sources; i++)
    if (lists_all || self->firsts[i + 1] > self->firsts[i])
      self->listed[self->n_listed++] = i;
}

/**
 * tl_source_index_new:
 * @timeline: a timeline
 * @events: (array length=n_events) (nullable): the events that count, in
 *   order; %NULL for all
 * @n_events: their number
 *
 * Returns: (transfer full): what its sources carry; without those that carry
 *   nothing, where not all events count
 */
TlSourceIndex *
tl_source_index_new (TlTimeline    *timeline,
                     const guint32 *events,
                     guint          n_events)
{
  TlSourceIndex *self = g_new0 (TlSourceIndex, 1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (TlCarried));
  g_autofree guint *last_of_source = NULL;
  Gathering gathering = { .found = found };
  guint n_all;
  const TlEvent *all = tl_timeline_get_events (timeline, &n_all);
  guint n_counted = events != NULL ? n_events : n_all;

  tl_timeline_get_sources (timeline, &self->n_sources);
  last_of_source = g_new0 (guint, self->n_sources + 1);
  gathering.last_of_source = last_of_source;

  for (guint i = 0; i < n_counted; i++)
    {
      gathering.event = events != NULL ? events[i] : i;
      tl_event_visit_citations (timeline, &all[gathering.event], gather_cb, &gathering);
    }

  sort_by_source (self, found);
  list_sources (self, events == NULL);

  return self;
}

/**
 * tl_source_index_free:
 * @self: (transfer full): an index
 */
void
tl_source_index_free (TlSourceIndex *self)
{
  g_free (self->carried);
  g_free (self->firsts);
  g_free (self->listed);
  g_free (self);
}

/**
 * tl_source_index_get_n_sources:
 * @self: an index
 *
 * Returns: how many sources are listed
 */
guint
tl_source_index_get_n_sources (const TlSourceIndex *self)
{
  return self->n_listed;
}

/**
 * tl_source_index_get_n_carried:
 * @self: an index
 *
 * Returns: how much all sources carry together
 */
guint
tl_source_index_get_n_carried (const TlSourceIndex *self)
{
  return self->firsts[self->n_sources];
}

/**
 * tl_source_index_get_carried:
 * @self: an index
 * @source: a source
 * @n_carried: (out): how many there are
 *
 * Returns: (array length=n_carried) (transfer none): what it carries
 */
const TlCarried *
tl_source_index_get_carried (const TlSourceIndex *self,
                             guint32              source,
                             guint               *n_carried)
{
  *n_carried = self->firsts[source + 1] - self->firsts[source];

  return &self->carried[self->firsts[source]];
}

/**
 * tl_source_index_get_n_rows:
 * @self: an index
 *
 * Returns: how many rows a list of it has: one for each source, and below it
 *   one for each thing that it carries
 */
guint
tl_source_index_get_n_rows (const TlSourceIndex *self)
{
  return self->n_listed + tl_source_index_get_n_carried (self);
}

/* Above the row of a source are those of all before it, and what these carry. */
static guint
get_row_of_listed (const TlSourceIndex *self,
                   guint                place)
{
  return place + self->firsts[self->listed[place]];
}

/**
 * tl_source_index_find_row:
 * @self: an index
 * @row: a row of that list
 * @source: (out): the source that the row belongs to
 *
 * Returns: (transfer none) (nullable): what is carried; %NULL for the row of
 *   the source itself
 */
const TlCarried *
tl_source_index_find_row (const TlSourceIndex *self,
                          guint                row,
                          guint32             *source)
{
  guint low = 0;
  guint high = self->n_listed;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_row_of_listed (self, middle) <= row)
        low = middle;
      else
        high = middle;
    }

  *source = self->listed[low];
  row -= get_row_of_listed (self, low);

  return row > 0 ? &self->carried[self->firsts[*source] + row - 1] : NULL;
}

/**
 * tl_source_index_find_event:
 * @self: an index
 * @event: an event
 *
 * Returns: the first row that is about that event; %G_MAXUINT for none
 */
guint
tl_source_index_find_event (const TlSourceIndex *self,
                            guint32              event)
{
  for (guint place = 0; place < self->n_listed; place++)
    {
      guint32 source = self->listed[place];

      for (guint i = self->firsts[source]; i < self->firsts[source + 1]; i++)
        if (self->carried[i].event == event)
          return i + place + 1;
    }

  return G_MAXUINT;
}
