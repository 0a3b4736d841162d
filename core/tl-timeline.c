/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-timeline-private.h"

#include "tl-edtf.h"

#include <string.h>

/**
 * TlTimeline:
 *
 * A timeline as it was loaded: events with their claims and sources, and
 * what they refer to. It does not change after loading, so any thread may
 * read it; what it returns lives as long as it does.
 *
 * Made by tl_load_file() and its kin.
 */

G_DEFINE_FINAL_TYPE (TlTimeline, tl_timeline, G_TYPE_OBJECT)

static const guint part_sizes[TL_N_PARTS] = {
  [TL_PARTS_LANES] = sizeof (TlLane),
  [TL_PARTS_ACTORS] = sizeof (TlActor),
  [TL_PARTS_CATEGORIES] = sizeof (TlCategory),
  [TL_PARTS_ERAS] = sizeof (TlEra),
  [TL_PARTS_SOURCES] = sizeof (TlSource),
  [TL_PARTS_EVENTS] = sizeof (TlEvent),
  [TL_PARTS_STEPS] = sizeof (TlStep),
  [TL_PARTS_CLAIMS] = sizeof (TlClaim),
  [TL_PARTS_FIGURES] = sizeof (TlFigure),
  [TL_PARTS_CITATIONS] = sizeof (TlCitation),
  [TL_PARTS_DIFFERENCES] = sizeof (TlDifference),
  [TL_PARTS_SIDES] = sizeof (TlSide),
  [TL_PARTS_LINKS] = sizeof (TlLink),
  [TL_PARTS_MEDIA] = sizeof (TlMedia),
  [TL_PARTS_INDICES] = sizeof (guint32),
};

static void
tl_timeline_finalize (GObject *object)
{
  TlTimeline *self = TL_TIMELINE (object);

  for (guint i = 0; i < TL_N_PARTS; i++)
    g_clear_pointer (&self->parts[i], g_array_unref);
  for (guint i = 0; i < TL_N_IDS; i++)
    tl_id_table_clear (&self->ids[i]);
  tl_text_pool_clear (&self->pool);

  G_OBJECT_CLASS (tl_timeline_parent_class)->finalize (object);
}

static void
tl_timeline_class_init (TlTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_timeline_finalize;
}

static void
tl_timeline_init (TlTimeline *self)
{
  tl_text_pool_init (&self->pool);
  for (guint i = 0; i < TL_N_PARTS; i++)
    self->parts[i] = g_array_new (FALSE, FALSE, part_sizes[i]);
  for (guint i = 0; i < TL_N_IDS; i++)
    tl_id_table_init (&self->ids[i], &self->pool);
}

/**
 * tl_timeline_new:
 *
 * Returns: (transfer full): a timeline without anything, for an importer to
 *   fill and then to call tl_timeline_complete() on
 */
TlTimeline *
tl_timeline_new (void)
{
  return g_object_new (TL_TYPE_TIMELINE, NULL);
}

static gconstpointer
get_list (TlTimeline *self,
          TlPartsKind kind,
          guint      *length)
{
  if (length != NULL)
    *length = self->parts[kind]->len;

  return self->parts[kind]->data;
}

/**
 * tl_timeline_get_lanes:
 * @self: a timeline
 * @n_lanes: (out) (optional): their number
 *
 * The file's lanes in its order, then one for each actor that is first in
 * an event and sits in none of them, then, where an event has no actor, one
 * without a name.
 *
 * Returns: (array length=n_lanes) (transfer none): the lanes
 */
const TlLane *
tl_timeline_get_lanes (TlTimeline *self,
                       guint      *n_lanes)
{
  return get_list (self, TL_PARTS_LANES, n_lanes);
}

/**
 * tl_timeline_get_actors:
 * @self: a timeline
 * @n_actors: (out) (optional): their number
 *
 * Returns: (array length=n_actors) (transfer none): the actors
 */
const TlActor *
tl_timeline_get_actors (TlTimeline *self,
                        guint      *n_actors)
{
  return get_list (self, TL_PARTS_ACTORS, n_actors);
}

/**
 * tl_timeline_get_categories:
 * @self: a timeline
 * @n_categories: (out) (optional): their number
 *
 * Returns: (array length=n_categories) (transfer none): the categories
 */
const TlCategory *
tl_timeline_get_categories (TlTimeline *self,
                            guint      *n_categories)
{
  return get_list (self, TL_PARTS_CATEGORIES, n_categories);
}

/**
 * tl_timeline_get_eras:
 * @self: a timeline
 * @n_eras: (out) (optional): their number
 *
 * Returns: (array length=n_eras) (transfer none): the eras, in the file's order
 */
const TlEra *
tl_timeline_get_eras (TlTimeline *self,
                      guint      *n_eras)
{
  return get_list (self, TL_PARTS_ERAS, n_eras);
}

/**
 * tl_timeline_get_sources:
 * @self: a timeline
 * @n_sources: (out) (optional): their number
 *
 * Returns: (array length=n_sources) (transfer none): the sources
 */
const TlSource *
tl_timeline_get_sources (TlTimeline *self,
                         guint      *n_sources)
{
  return get_list (self, TL_PARTS_SOURCES, n_sources);
}

/**
 * tl_timeline_get_events:
 * @self: a timeline
 * @n_events: (out) (optional): their number
 *
 * Returns: (array length=n_events) (transfer none): the events, ordered by
 *   earliest instant, then latest, then place in the file
 */
const TlEvent *
tl_timeline_get_events (TlTimeline *self,
                        guint      *n_events)
{
  return get_list (self, TL_PARTS_EVENTS, n_events);
}

/**
 * tl_timeline_has_event_within:
 * @self: a timeline
 * @window: a stretch of time
 *
 * Returns: whether any of its events may lie in @window
 */
gboolean
tl_timeline_has_event_within (TlTimeline   *self,
                              const TlDate *window)
{
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (self, &n_events);

  for (guint i = 0; i < n_events; i++)
    if (tl_date_meets (&events[i].when, window))
      return TRUE;

  return FALSE;
}

/**
 * tl_timeline_get_steps:
 * @self: a timeline
 * @n_steps: (out) (optional): their number
 *
 * Returns: (array length=n_steps) (transfer none): the steps of the talk
 */
const TlStep *
tl_timeline_get_steps (TlTimeline *self,
                       guint      *n_steps)
{
  return get_list (self, TL_PARTS_STEPS, n_steps);
}

static gconstpointer
get_range (TlTimeline *self,
           TlPartsKind kind,
           TlRange     range)
{
  const GArray *array = self->parts[kind];

  g_assert (range.first <= array->len && range.count <= array->len - range.first);

  if (range.count == 0)
    return NULL;

  return array->data + (gsize) range.first * part_sizes[kind];
}

/**
 * tl_timeline_get_claims:
 * @self: a timeline
 * @range: an event's claims
 *
 * Returns: (transfer none) (nullable): the first of as many claims as @range counts
 */
const TlClaim *
tl_timeline_get_claims (TlTimeline *self,
                        TlRange     range)
{
  return get_range (self, TL_PARTS_CLAIMS, range);
}

/**
 * tl_timeline_get_figures:
 * @self: a timeline
 * @range: an event's or a claim's figures
 *
 * Returns: (transfer none) (nullable): the first of as many figures as @range counts
 */
const TlFigure *
tl_timeline_get_figures (TlTimeline *self,
                         TlRange     range)
{
  return get_range (self, TL_PARTS_FIGURES, range);
}

/**
 * tl_timeline_get_citations:
 * @self: a timeline
 * @range: the sources of something
 *
 * Returns: (transfer none) (nullable): the first of as many citations as @range counts
 */
const TlCitation *
tl_timeline_get_citations (TlTimeline *self,
                           TlRange     range)
{
  return get_range (self, TL_PARTS_CITATIONS, range);
}

/**
 * tl_timeline_get_differences:
 * @self: a timeline
 * @range: an event's differences
 *
 * Returns: (transfer none) (nullable): the first of as many differences as @range counts
 */
const TlDifference *
tl_timeline_get_differences (TlTimeline *self,
                             TlRange     range)
{
  return get_range (self, TL_PARTS_DIFFERENCES, range);
}

/**
 * tl_timeline_get_sides:
 * @self: a timeline
 * @range: a difference's sides
 *
 * Returns: (transfer none) (nullable): the first of as many sides as @range counts
 */
const TlSide *
tl_timeline_get_sides (TlTimeline *self,
                       TlRange     range)
{
  return get_range (self, TL_PARTS_SIDES, range);
}

/**
 * tl_timeline_get_links:
 * @self: a timeline
 * @range: an event's links
 *
 * Returns: (transfer none) (nullable): the first of as many links as @range counts
 */
const TlLink *
tl_timeline_get_links (TlTimeline *self,
                       TlRange     range)
{
  return get_range (self, TL_PARTS_LINKS, range);
}

/**
 * tl_timeline_get_media:
 * @self: a timeline
 * @range: an event's media
 *
 * Returns: (transfer none) (nullable): the first of as many pictures as @range counts
 */
const TlMedia *
tl_timeline_get_media (TlTimeline *self,
                       TlRange     range)
{
  return get_range (self, TL_PARTS_MEDIA, range);
}

/**
 * tl_timeline_get_indices:
 * @self: a timeline
 * @range: an event's or a lane's actors, a step's events or figures
 *
 * Returns: (transfer none) (nullable): the first of as many indices as @range counts,
 *   into the timeline's actors, events or figures
 */
const guint32 *
tl_timeline_get_indices (TlTimeline *self,
                         TlRange     range)
{
  return get_range (self, TL_PARTS_INDICES, range);
}

/**
 * tl_timeline_get_text:
 * @self: a timeline
 * @text: a handle from one of its parts
 *
 * Returns: (transfer none) (nullable): the characters, %NULL for 0
 */
const char *
tl_timeline_get_text (TlTimeline *self,
                      TlText      text)
{
  return tl_text_pool_get (&self->pool, text);
}

/**
 * tl_timeline_get_title:
 * @self: a timeline
 *
 * Returns: (transfer none) (nullable): its title
 */
const char *
tl_timeline_get_title (TlTimeline *self)
{
  return tl_text_pool_get (&self->pool, self->title);
}

/**
 * tl_timeline_get_subtitle:
 * @self: a timeline
 *
 * Returns: (transfer none) (nullable): its subtitle
 */
const char *
tl_timeline_get_subtitle (TlTimeline *self)
{
  return tl_text_pool_get (&self->pool, self->subtitle);
}

/**
 * tl_timeline_get_language:
 * @self: a timeline
 *
 * Returns: (transfer none): the language tag of its text, "en" where the
 *   file names none
 */
const char *
tl_timeline_get_language (TlTimeline *self)
{
  return self->language != 0 ? tl_text_pool_get (&self->pool, self->language) : "en";
}

/**
 * tl_timeline_get_as_of:
 * @self: a timeline
 *
 * Returns: (transfer none) (nullable): the date up to which it is kept, as EDTF
 */
const char *
tl_timeline_get_as_of (TlTimeline *self)
{
  return tl_text_pool_get (&self->pool, self->as_of);
}

/**
 * tl_timeline_get_talk_minutes:
 * @self: a timeline
 *
 * Returns: how long its talk is meant to take, in minutes; 0 for not told
 */
double
tl_timeline_get_talk_minutes (TlTimeline *self)
{
  return self->talk_minutes;
}

/**
 * tl_timeline_get_event_lane:
 * @self: a timeline
 * @event: one of its events
 *
 * Returns: the index of the lane that @event sits in
 */
guint32
tl_timeline_get_event_lane (TlTimeline    *self,
                            const TlEvent *event)
{
  if (event->actors.count == 0)
    return self->parts[TL_PARTS_LANES]->len - 1;

  return tl_timeline_get_actors (self, NULL)[*tl_timeline_get_indices (self, event->actors)].lane;
}

static guint32
find_item (TlTimeline *self,
           TlIdsKind   kind,
           const char *id)
{
  guint32 slot = tl_id_table_find (&self->ids[kind], id, strlen (id));
  guint32 item = slot != TL_NONE ? tl_id_table_get (&self->ids[kind], slot)->item : TL_NONE;

  return item < TL_ID_LEFT_OUT ? item : TL_NONE;
}

/**
 * tl_timeline_find_event:
 * @self: a timeline
 * @id: an event's id
 *
 * Returns: the index of that event, or %TL_NONE
 */
guint32
tl_timeline_find_event (TlTimeline *self,
                        const char *id)
{
  return find_item (self, TL_IDS_EVENTS, id);
}

/**
 * tl_timeline_find_source:
 * @self: a timeline
 * @id: a source's id
 *
 * Returns: the index of that source, or %TL_NONE
 */
guint32
tl_timeline_find_source (TlTimeline *self,
                         const char *id)
{
  return find_item (self, TL_IDS_SOURCES, id);
}

/**
 * tl_timeline_get_event_date_words:
 * @self: a timeline
 * @event: one of its events
 * @words: (nullable): the language; %NULL for the environment's
 *
 * Returns: (transfer full): the event's date as one would say it
 */
char *
tl_timeline_get_event_date_words (TlTimeline    *self,
                                  const TlEvent *event,
                                  const TlWords *words)
{
  const char *start = tl_timeline_get_text (self, event->when_text);
  const char *end = tl_timeline_get_text (self, event->when_end_text);

  if (end != NULL)
    return tl_edtf_range_to_words (start, end, words);

  return tl_edtf_to_words (start, words);
}
