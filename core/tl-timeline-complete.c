/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-timeline-private.h"

#include <string.h>

/* What is left to do when a file has been read to its end: only then is it
 * known what every id stands for. References are slots of the id tables
 * until here, and indices of items from here on.
 */

/* What an event is sorted by. Sorting these instead of the events themselves
 * moves an eighth of the memory, and each event only once.
 */
typedef struct
{
  TlInstant earliest;
  TlInstant latest;
  guint32   index;
} SortKey;

/* Until it is sorted, the index of an event rises with its number. */
static inline gboolean
is_before (const SortKey *a,
           const SortKey *b)
{
  if (a->earliest != b->earliest)
    return a->earliest < b->earliest;
  if (a->latest != b->latest)
    return a->latest < b->latest;

  return a->index < b->index;
}

/* Merges two sorted runs of @from, up to @middle and from there to @end,
 * into @to.
 */
static void
merge_runs (const SortKey *from,
            gsize          start,
            gsize          middle,
            gsize          end,
            SortKey       *to)
{
  gsize left = start;
  gsize right = middle;

  for (gsize i = start; i < end; i++)
    {
      gboolean takes_left = right >= end || (left < middle && is_before (&from[left], &from[right]));

      to[i] = takes_left ? from[left++] : from[right++];
    }
}

/* Bottom-up merge sort (Knuth, The Art of Computer Programming 3, 5.2.4).
 * With the comparison in place it takes a third of the time of one that
 * calls a function, and sorting is a part of loading that one notices.
 */
static void
sort_keys (GArray *keys)
{
  g_autofree SortKey *other = g_new (SortKey, keys->len);
  SortKey *from = (SortKey *) (void *) keys->data;
  SortKey *to = other;

  for (gsize width = 1; width < keys->len; width *= 2)
    {
      SortKey *merged = to;

      for (gsize start = 0; start < keys->len; start += 2 * width)
        merge_runs (from, start, MIN (start + width, keys->len), MIN (start + 2 * width, keys->len), to);
      to = from;
      from = merged;
    }

  if (from == other)
    memcpy (keys->data, other, keys->len * sizeof (SortKey));
}

/* Fills @keys, and returns whether they are in order as they are. */
static gboolean
make_keys (const GArray *events,
           GArray       *keys)
{
  gboolean in_order = TRUE;

  g_array_set_size (keys, events->len);
  for (guint i = 0; i < events->len; i++)
    {
      const TlDate *when = &g_array_index (events, TlEvent, i).when;
      SortKey *key = &g_array_index (keys, SortKey, i);

      key->earliest = tl_date_get_earliest (when);
      key->latest = tl_date_get_latest (when);
      key->index = i;
      in_order = in_order && (i == 0 || is_before (key - 1, key));
    }

  return in_order;
}

/* Moves each event to where its key is, along the circles of the
 * permutation, and sets the key's index to its place, which tells that it is
 * done.
 */
static void
permute_events (GArray *events,
                GArray *keys)
{
  for (guint32 start = 0; start < events->len; start++)
    {
      TlEvent first = g_array_index (events, TlEvent, start);
      guint32 to = start;
      guint32 from = g_array_index (keys, SortKey, to).index;

      while (from != start)
        {
          g_array_index (events, TlEvent, to) = g_array_index (events, TlEvent, from);
          g_array_index (keys, SortKey, to).index = to;
          to = from;
          from = g_array_index (keys, SortKey, to).index;
        }
      g_array_index (events, TlEvent, to) = first;
      g_array_index (keys, SortKey, to).index = to;
    }
}

static void
sort_events (TlTimeline *self)
{
  GArray *events = self->parts[TL_PARTS_EVENTS];
  TlIdTable *ids = &self->ids[TL_IDS_EVENTS];
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (SortKey));
  g_autofree guint32 *place_of = NULL;

  if (make_keys (events, keys))
    return;

  sort_keys (keys);

  /* What stood at an index stands somewhere else now. */
  place_of = g_new (guint32, events->len);
  for (guint32 i = 0; i < keys->len; i++)
    place_of[g_array_index (keys, SortKey, i).index] = i;
  for (guint32 slot = 0; slot < ids->slots->len; slot++)
    {
      guint32 *item = &tl_id_table_get (ids, slot)->item;

      if (*item < TL_ID_LEFT_OUT)
        *item = place_of[*item];
    }

  permute_events (events, keys);
}

/* The item that @slot of @ids stands for, or TL_NONE. */
static guint32
resolve (const TlIdTable *ids,
         guint32          slot)
{
  guint32 item = slot != TL_NONE ? tl_id_table_get (ids, slot)->item : TL_NONE;

  return item < TL_ID_LEFT_OUT ? item : TL_NONE;
}

/* Makes the slots in @range indices, and drops those that stand for nothing. */
static void
resolve_indices (TlTimeline *self,
                 TlRange    *range,
                 TlIdsKind   kind)
{
  guint32 *indices;
  guint32 n = 0;

  /* An array that never had anything has no memory to point into. */
  if (range->count == 0)
    return;

  indices = &g_array_index (self->parts[TL_PARTS_INDICES], guint32, range->first);
  for (guint32 i = 0; i < range->count; i++)
    {
      guint32 item = resolve (&self->ids[kind], indices[i]);

      if (item != TL_NONE)
        indices[n++] = item;
    }

  range->count = n;
}

/* Every list of citations is resolved by its owner, since it may shrink. */
static void
resolve_citations (TlTimeline *self,
                   TlRange    *range)
{
  TlCitation *citations;
  guint32 n = 0;

  if (range->count == 0)
    return;

  citations = &g_array_index (self->parts[TL_PARTS_CITATIONS], TlCitation, range->first);
  for (guint32 i = 0; i < range->count; i++)
    {
      TlCitation citation = citations[i];

      citation.source = resolve (&self->ids[TL_IDS_SOURCES], citation.source);
      citation.via = resolve (&self->ids[TL_IDS_SOURCES], citation.via);
      if (citation.source != TL_NONE)
        citations[n++] = citation;
    }

  range->count = n;
}

/* Whether every slot is the index of its item already, as it is where parts
 * stand before what refers to them and none is left out.
 */
static gboolean
are_slots_items (const TlIdTable *ids)
{
  for (guint32 slot = 0; slot < ids->slots->len; slot++)
    if (tl_id_table_get (ids, slot)->item != slot)
      return FALSE;

  return TRUE;
}

static void
resolve_all_citations (TlTimeline *self)
{
  const GArray *events = self->parts[TL_PARTS_EVENTS];
  const GArray *claims = self->parts[TL_PARTS_CLAIMS];
  const GArray *figures = self->parts[TL_PARTS_FIGURES];
  const GArray *sides = self->parts[TL_PARTS_SIDES];
  const GArray *differences = self->parts[TL_PARTS_DIFFERENCES];
  const GArray *links = self->parts[TL_PARTS_LINKS];

  if (are_slots_items (&self->ids[TL_IDS_SOURCES]))
    return;

  for (guint i = 0; i < events->len; i++)
    resolve_citations (self, &g_array_index (events, TlEvent, i).dated_by);
  for (guint i = 0; i < claims->len; i++)
    resolve_citations (self, &g_array_index (claims, TlClaim, i).citations);
  for (guint i = 0; i < figures->len; i++)
    resolve_citations (self, &g_array_index (figures, TlFigure, i).citations);
  for (guint i = 0; i < sides->len; i++)
    resolve_citations (self, &g_array_index (sides, TlSide, i).citations);
  for (guint i = 0; i < differences->len; i++)
    resolve_citations (self, &g_array_index (differences, TlDifference, i).settled_citations);
  for (guint i = 0; i < links->len; i++)
    resolve_citations (self, &g_array_index (links, TlLink, i).citations);
}

static void
resolve_links (TlTimeline *self,
               TlEvent    *event)
{
  TlLink *links;
  guint32 n = 0;

  if (event->links.count == 0)
    return;

  links = &g_array_index (self->parts[TL_PARTS_LINKS], TlLink, event->links.first);
  for (guint32 i = 0; i < event->links.count; i++)
    {
      TlLink link = links[i];

      link.to = resolve (&self->ids[TL_IDS_EVENTS], link.to);
      if (link.to != TL_NONE)
        links[n++] = link;
    }

  event->links.count = n;
}

static void
resolve_parts (TlTimeline *self)
{
  const GArray *events = self->parts[TL_PARTS_EVENTS];
  const GArray *sources = self->parts[TL_PARTS_SOURCES];
  const GArray *lanes = self->parts[TL_PARTS_LANES];
  const GArray *steps = self->parts[TL_PARTS_STEPS];

  for (guint i = 0; i < events->len; i++)
    {
      TlEvent *event = &g_array_index (events, TlEvent, i);

      resolve_indices (self, &event->actors, TL_IDS_ACTORS);
      event->category = resolve (&self->ids[TL_IDS_CATEGORIES], event->category);
      resolve_links (self, event);
    }

  for (guint i = 0; i < sources->len; i++)
    {
      TlSource *source = &g_array_index (sources, TlSource, i);

      source->relays = resolve (&self->ids[TL_IDS_SOURCES], source->relays);
    }

  for (guint i = 0; i < lanes->len; i++)
    resolve_indices (self, &g_array_index (lanes, TlLane, i).actors, TL_IDS_ACTORS);

  for (guint i = 0; i < steps->len; i++)
    {
      TlStep *step = &g_array_index (steps, TlStep, i);

      resolve_indices (self, &step->events, TL_IDS_EVENTS);
      resolve_indices (self, &step->highlight, TL_IDS_EVENTS);
      resolve_indices (self, &step->figures, TL_IDS_FIGURES);
    }
}

/* Drops each `relays` that closes a circle. A walk marks the sources that it
 * meets with its own number, so that each source is walked over once.
 */
static void
break_circles (TlTimeline *self)
{
  GArray *sources = self->parts[TL_PARTS_SOURCES];
  g_autofree guint32 *walk_of = g_new0 (guint32, (gsize) sources->len + 1);

  for (guint32 start = 0; start < sources->len; start++)
    {
      guint32 at = start;

      while (walk_of[at] == 0)
        {
          TlSource *source = &g_array_index (sources, TlSource, at);

          walk_of[at] = start + 1;
          if (source->relays == TL_NONE)
            break;

          if (walk_of[source->relays] == start + 1)
            {
              source->relays = TL_NONE;
              source->relays_itself = TRUE;
              break;
            }
          at = source->relays;
        }
    }
}

static guint32
add_lane (TlTimeline    *self,
          const TlActor *actor,
          guint32        index)
{
  GArray *lanes = self->parts[TL_PARTS_LANES];
  GArray *indices = self->parts[TL_PARTS_INDICES];
  TlLane lane = { 0 };

  lane.actors.first = indices->len;
  if (actor != NULL)
    {
      lane.id = actor->id;
      lane.name = actor->name;
      lane.colour = actor->colour;
      lane.actors.count = 1;
      g_array_append_val (indices, index);
    }
  g_array_append_val (lanes, lane);

  return lanes->len - 1;
}

/* Gives every actor its lane, and every event's first actor one. */
static void
settle_lanes (TlTimeline *self)
{
  const GArray *events = self->parts[TL_PARTS_EVENTS];
  const GArray *lanes = self->parts[TL_PARTS_LANES];
  TlActor *actors = (TlActor *) (void *) self->parts[TL_PARTS_ACTORS]->data;
  gboolean some_without = FALSE;

  for (guint32 i = 0; i < lanes->len; i++)
    {
      TlRange range = g_array_index (lanes, TlLane, i).actors;

      for (guint32 k = 0; k < range.count; k++)
        {
          TlActor *actor = &actors[tl_timeline_get_indices (self, range)[k]];

          if (actor->lane == TL_NONE)
            actor->lane = i;
        }
    }

  for (guint i = 0; i < events->len; i++)
    {
      TlRange range = g_array_index (events, TlEvent, i).actors;
      guint32 first = range.count > 0 ? *tl_timeline_get_indices (self, range) : TL_NONE;

      if (first == TL_NONE)
        some_without = TRUE;
      else if (actors[first].lane == TL_NONE)
        actors[first].lane = add_lane (self, &actors[first], first);
    }

  if (some_without)
    add_lane (self, NULL, TL_NONE);
}

/**
 * tl_timeline_complete:
 * @self: a timeline that has been filled
 *
 * Orders the events by time, turns references from ids' slots into indices,
 * drops those that refer to nothing or relay in a circle (the importer
 * reports them), and makes the lanes that the file does not name.
 */
void
tl_timeline_complete (TlTimeline *self)
{
  g_return_if_fail (TL_IS_TIMELINE (self));

  sort_events (self);
  resolve_all_citations (self);
  resolve_parts (self);
  break_circles (self);
  settle_lanes (self);
}
