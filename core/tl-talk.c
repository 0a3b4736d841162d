/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-private.h"

#include "tl-event-sources.h"

/* Where nobody says how long a talk takes: a step has this, in minutes. */
#define MINUTES_FOR_STEP 1.0

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

/**
 * tl_talk_keep_list:
 * @self: a talk that is being made
 * @list: (transfer full) (element-type guint32): indices
 *
 * Returns: (transfer none): those, for as long as the talk is there
 */
const guint32 *
tl_talk_keep_list (TlTalk *self,
                   GArray *list)
{
  guint32 *kept = (guint32 *) (void *) g_array_free (list, FALSE);

  g_ptr_array_add (self->kept, kept);

  return kept;
}

/**
 * tl_talk_keep_text:
 * @self: a talk that is being made
 * @text: (transfer full) (nullable): a text
 *
 * Returns: (transfer none) (nullable): it, for as long as the talk is there;
 *   %NULL for an empty one
 */
const char *
tl_talk_keep_text (TlTalk *self,
                   char   *text)
{
  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return NULL;
    }
  g_ptr_array_add (self->kept, text);

  return text;
}

/* Those of @range that are shown, in the timeline's order, each once. */
static const guint32 *
keep_events (TlTalk       *self,
             TlRange       range,
             const guint8 *shown,
             guint        *n_kept)
{
  const guint32 *named = tl_timeline_get_indices (self->timeline, range);
  GArray *events = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  for (guint i = 0; i < range.count; i++)
    if (shown[named[i]])
      g_array_append_val (events, named[i]);
  g_array_sort (events, compare_indices);
  for (guint i = 0; i < events->len; i++)
    if (i == 0 || g_array_index (events, guint32, i) != g_array_index (events, guint32, n - 1))
      g_array_index (events, guint32, n++) = g_array_index (events, guint32, i);
  *n_kept = n;

  return tl_talk_keep_list (self, events);
}

/* A window is a view of all that lies in it: nothing else of the timeline
 * need be named. */
static gboolean
has_event_within (TlTalk       *self,
                  const TlDate *window,
                  const guint8 *shown)
{
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (self->timeline, &n_events);

  for (guint i = 0; i < n_events; i++)
    if (shown[i] && tl_date_meets (&events[i].when, window))
      return TRUE;

  return FALSE;
}

static void
skip (TlTalk         *self,
      guint32         step,
      TlSkippedReason reason)
{
  const TlSkippedStep skipped = { step, reason };

  g_array_append_val (self->skipped, skipped);
}

static void
take_step (TlTalk       *self,
           guint32       index,
           const guint8 *shown)
{
  const TlStep *step = &tl_timeline_get_steps (self->timeline, NULL)[index];
  TlTalkStep taken = {
    .id = tl_timeline_get_text (self->timeline, step->id),
    .title = tl_timeline_get_text (self->timeline, step->title),
    .text = tl_timeline_get_text (self->timeline, step->text),
    .notes = tl_timeline_get_text (self->timeline, step->notes),
    .figures = tl_timeline_get_indices (self->timeline, step->figures),
    .n_figures = step->figures.count,
    .window = step->window,
    .has_window = step->window_text != 0,
    .is_hidden = step->hidden,
    .step = index,
  };

  taken.events = keep_events (self, step->events, shown, &taken.n_events);
  taken.highlighted = keep_events (self, step->highlight, shown, &taken.n_highlighted);

  if (step->names_events && taken.n_events == 0 && !taken.has_window)
    skip (self, index, TL_SKIPPED_NO_EVENT);
  else if (taken.has_window && !has_event_within (self, &taken.window, shown))
    skip (self, index, TL_SKIPPED_EMPTY);
  else
    g_array_append_val (self->steps, taken);
}

/**
 * tl_talk_mark_shown:
 * @timeline: a timeline
 * @events: (array length=n_events): some of its events
 * @n_events: how many
 *
 * Returns: (transfer full): for each event of the timeline, whether it is one
 *   of them
 */
guint8 *
tl_talk_mark_shown (TlTimeline    *timeline,
                    const guint32 *events,
                    guint          n_events)
{
  guint8 *shown;
  guint n_all;

  tl_timeline_get_events (timeline, &n_all);
  shown = g_malloc0 (n_all + 1);
  for (guint i = 0; i < n_events; i++)
    shown[events[i]] = TRUE;

  return shown;
}

static TlTalk *
begin (TlTimeline *timeline)
{
  TlTalk *self = g_new0 (TlTalk, 1);

  self->n_refs = 1;
  self->timeline = g_object_ref (timeline);
  self->steps = g_array_new (FALSE, FALSE, sizeof (TlTalkStep));
  self->skipped = g_array_new (FALSE, FALSE, sizeof (TlSkippedStep));
  self->kept = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * tl_talk_new:
 * @timeline: a timeline
 * @events: (array length=n_events): those that are shown, in its order
 * @n_events: how many
 * @words: (nullable): the language of what is not from the timeline
 *
 * Takes the steps of the timeline's file that have anything to show. Without
 * any in the file, makes some.
 *
 * Returns: (transfer full): its talk, without a step where there is no event
 */
TlTalk *
tl_talk_new (TlTimeline    *timeline,
             const guint32 *events,
             guint          n_events,
             const TlWords *words)
{
  TlTalk *self;
  guint n_steps;
  g_autofree guint8 *shown = NULL;

  g_return_val_if_fail (TL_IS_TIMELINE (timeline), NULL);

  self = begin (timeline);
  shown = tl_talk_mark_shown (timeline, events, n_events);
  tl_timeline_get_steps (timeline, &n_steps);
  for (guint32 i = 0; i < n_steps && n_events > 0; i++)
    take_step (self, i, shown);
  if (n_steps == 0 && n_events > 0)
    tl_talk_make (self, events, n_events, words);

  return self;
}

/**
 * tl_talk_new_for_event:
 * @timeline: a timeline
 * @event: one of its events
 * @events: (array length=n_events): those that are shown, in its order
 * @n_events: how many
 * @words: (nullable): the language of what is not from the timeline
 *
 * Returns: (transfer full): a talk of one step that tells of @event
 */
TlTalk *
tl_talk_new_for_event (TlTimeline    *timeline,
                       guint32        event,
                       const guint32 *events,
                       guint          n_events,
                       const TlWords *words)
{
  TlTalk *self;

  g_return_val_if_fail (TL_IS_TIMELINE (timeline), NULL);

  self = begin (timeline);
  tl_talk_add_event (self, event, events, n_events, words);

  return self;
}

/**
 * tl_talk_ref:
 * @self: a talk
 *
 * Returns: (transfer full): @self
 */
TlTalk *
tl_talk_ref (TlTalk *self)
{
  g_atomic_int_inc (&self->n_refs);

  return self;
}

/**
 * tl_talk_unref:
 * @self: (transfer full): a talk
 */
void
tl_talk_unref (TlTalk *self)
{
  if (!g_atomic_int_dec_and_test (&self->n_refs))
    return;

  g_object_unref (self->timeline);
  g_array_unref (self->steps);
  g_array_unref (self->skipped);
  g_ptr_array_unref (self->kept);
  g_free (self);
}

/**
 * tl_talk_get_steps:
 * @self: a talk
 * @n_steps: (out): how many
 *
 * Returns: (transfer none) (array length=n_steps): its steps, those kept in
 *   reserve among them
 */
const TlTalkStep *
tl_talk_get_steps (const TlTalk *self,
                   guint        *n_steps)
{
  *n_steps = self->steps->len;

  return (const TlTalkStep *) (void *) self->steps->data;
}

/**
 * tl_talk_get_skipped:
 * @self: a talk
 * @n_skipped: (out): how many
 *
 * Returns: (transfer none) (array length=n_skipped): the steps of the file
 *   that have nothing to show
 */
const TlSkippedStep *
tl_talk_get_skipped (const TlTalk *self,
                     guint        *n_skipped)
{
  *n_skipped = self->skipped->len;

  return (const TlSkippedStep *) (void *) self->skipped->data;
}

/**
 * tl_talk_is_made:
 * @self: a talk
 *
 * Returns: whether it has been made of the events, because the file has none
 */
gboolean
tl_talk_is_made (const TlTalk *self)
{
  return self->is_made;
}

/**
 * tl_talk_count_told:
 * @self: a talk
 * @end: how many of its steps to look at
 *
 * Returns: how many of these first steps are not in reserve
 */
guint
tl_talk_count_told (const TlTalk *self,
                    guint         end)
{
  guint n_told = 0;

  for (guint i = 0; i < MIN (end, self->steps->len); i++)
    n_told += g_array_index (self->steps, TlTalkStep, i).is_hidden ? 0 : 1;

  return n_told;
}

/**
 * tl_talk_get_minutes:
 * @self: a talk
 *
 * Returns: how long it is meant to take, in minutes: as the file says, else
 *   a minute for each step that is not in reserve
 */
double
tl_talk_get_minutes (const TlTalk *self)
{
  double minutes = self->is_made ? 0 : tl_timeline_get_talk_minutes (self->timeline);

  if (minutes > 0)
    return minutes;

  return tl_talk_count_told (self, self->steps->len) * MINUTES_FOR_STEP;
}

/**
 * tl_talk_step_get_subjects:
 * @step: a step of a talk
 * @n_subjects: (out): how many
 *
 * Returns: (transfer none) (array length=n_subjects): the events that it is
 *   about: those that stand out, else those in view
 */
const guint32 *
tl_talk_step_get_subjects (const TlTalkStep *step,
                           guint            *n_subjects)
{
  *n_subjects = step->n_highlighted > 0 ? step->n_highlighted : step->n_events;

  return step->n_highlighted > 0 ? step->highlighted : step->events;
}

/**
 * tl_talk_step_get_citations:
 * @timeline: the timeline of a talk
 * @step: one of its steps
 *
 * Returns: (transfer full) (element-type TlCitation): the sources of the
 *   events that it is about, each once, in the order in which the events
 *   name them
 */
GArray *
tl_talk_step_get_citations (TlTimeline       *timeline,
                            const TlTalkStep *step)
{
  const TlEvent *all = tl_timeline_get_events (timeline, NULL);
  guint n_events;
  const guint32 *events = tl_talk_step_get_subjects (step, &n_events);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TlCitation));
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr (GArray) citations = tl_event_get_citations (timeline, &all[events[i]]);

      for (guint k = 0; k < citations->len; k++)
        if (g_hash_table_add (known, GUINT_TO_POINTER (g_array_index (citations, TlCitation, k).source)))
          g_array_append_val (found, g_array_index (citations, TlCitation, k));
    }

  return found;
}
