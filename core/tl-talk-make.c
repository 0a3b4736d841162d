/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-private.h"

#include "tl-event-sources.h"
#include "tl-source-words.h"

#include <glib/gi18n-lib.h>

/* A talk of a timeline that has none: the whole at first, then its most
 * important events in the order of time, and what its sources leave open.
 */

/* An audience follows so many, a minute each. */
#define MOST_EVENTS 12

/* So many stand out on the first slide. */
#define MOST_AT_FIRST 3

#define MOST_FIGURES 2
#define MOST_CLAIMS  6

/* An event, and what makes it worth a step. */
typedef struct
{
  guint32 event;
  guint   importance;
  guint   n_differences;
  guint   n_links;
  guint   n_sources;
} Rank;

static int
compare_numbers (guint a,
                 guint b)
{
  return (a > b) - (a < b);
}

/* The most important first. What differs, and what leads to something, is
 * what people ask about; then what is best known. */
static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const Rank *first = a;
  const Rank *second = b;
  const int order[] = {
    compare_numbers (second->importance, first->importance),
    compare_numbers (second->n_differences, first->n_differences),
    compare_numbers (second->n_links, first->n_links),
    compare_numbers (second->n_sources, first->n_sources),
    compare_numbers (first->event, second->event),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] != 0)
      return order[i];

  return 0;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  return compare_numbers (((const Rank *) a)->event, ((const Rank *) b)->event);
}

/* Events outside the story's own sources are no part of the story. */
static GArray *
rank_events (TlTimeline    *timeline,
             const guint32 *events,
             guint          n_events)
{
  const TlEvent *all = tl_timeline_get_events (timeline, NULL);
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (Rank));

  for (int round = 0; round < 2 && ranks->len == 0; round++)
    for (guint i = 0; i < n_events; i++)
      {
        const TlEvent *event = &all[events[i]];
        const Rank rank = {
          .event = events[i],
          .importance = event->importance,
          .n_differences = event->differences.count,
          .n_links = event->links.count,
          .n_sources = tl_event_count_sources (timeline, event),
        };

        if (!event->context || round > 0)
          g_array_append_val (ranks, rank);
      }
  g_array_sort (ranks, compare_ranks);

  return ranks;
}

/* The first @n of @ranks, in the order of time. */
static GArray *
choose (const GArray *ranks,
        guint         n)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (Rank));
  GArray *events = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_vals (chosen, ranks->data, MIN (ranks->len, n));
  g_array_sort (chosen, compare_events);
  for (guint i = 0; i < chosen->len; i++)
    g_array_append_val (events, g_array_index (chosen, Rank, i).event);

  return events;
}

static const char *
say_notes (TlTalk        *self,
           const TlEvent *event,
           const TlWords *words)
{
  const TlClaim *claims = tl_timeline_get_claims (self->timeline, event->claims);
  GString *notes = g_string_new (NULL);

  for (guint i = 0; i < MIN (event->claims.count, MOST_CLAIMS); i++)
    {
      const char *text = tl_timeline_get_text (self->timeline, claims[i].text);
      g_autofree char *names = tl_sources_dup_names (self->timeline,
                                                     tl_timeline_get_citations (self->timeline, claims[i].citations),
                                                     claims[i].citations.count, words);

      g_string_append (notes, notes->len > 0 ? "\n" : "");
      if (names == NULL || *names == '\0')
        g_string_append (notes, text);
      else
        {
          /* Translators: a claim, then who says so */
          g_autofree char *line = tl_words_fill (words, "talk", NC_("talk", "%1$s (%2$s)"), text, names, NULL);

          g_string_append (notes, line);
        }
    }

  return tl_talk_keep_text (self, g_string_free (notes, FALSE));
}

/* What the event is linked with is in view, too. */
static GArray *
find_company (TlTalk       *self,
              guint32       event,
              const guint8 *shown)
{
  const TlEvent *part = &tl_timeline_get_events (self->timeline, NULL)[event];
  const TlLink *links = tl_timeline_get_links (self->timeline, part->links);
  GArray *company = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (company, event);
  for (guint i = 0; i < part->links.count; i++)
    if (shown[links[i].to] && links[i].to != event)
      g_array_append_val (company, links[i].to);

  return company;
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  return compare_numbers (*(const guint32 *) a, *(const guint32 *) b);
}

static void
add_event (TlTalk        *self,
           guint32        event,
           const guint8  *shown,
           const TlWords *words)
{
  const TlEvent *part = &tl_timeline_get_events (self->timeline, NULL)[event];
  GArray *company = find_company (self, event, shown);
  GArray *alone = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (guint32));
  TlTalkStep step = {
    .id = tl_timeline_get_text (self->timeline, part->id),
    .title = tl_timeline_get_text (self->timeline, part->title),
    .text = tl_timeline_get_text (self->timeline, part->summary),
    .step = TL_NONE,
  };

  if (step.text == NULL && part->claims.count > 0)
    step.text = tl_timeline_get_text (self->timeline,
                                      tl_timeline_get_claims (self->timeline, part->claims)->text);
  step.notes = say_notes (self, part, words);

  g_array_sort (company, compare_indices);
  step.n_events = company->len;
  step.events = tl_talk_keep_list (self, company);
  g_array_append_val (alone, event);
  step.n_highlighted = 1;
  step.highlighted = tl_talk_keep_list (self, alone);
  for (guint32 i = 0; i < MIN (part->figures.count, MOST_FIGURES); i++)
    {
      guint32 figure = part->figures.first + i;

      g_array_append_val (figures, figure);
    }
  step.n_figures = figures->len;
  step.figures = tl_talk_keep_list (self, figures);

  g_array_append_val (self->steps, step);
}

static void
add_opening (TlTalk       *self,
             const GArray *ranks)
{
  TlTalkStep step = {
    .title = tl_timeline_get_title (self->timeline),
    .text = tl_timeline_get_subtitle (self->timeline),
    .step = TL_NONE,
  };
  GArray *chosen = choose (ranks, MOST_AT_FIRST);

  step.n_highlighted = chosen->len;
  step.highlighted = tl_talk_keep_list (self, chosen);
  g_array_append_val (self->steps, step);
}

static char *
say_open (const TlWords *words,
          guint          n_differences,
          guint          n_open)
{
  g_autofree char *number = g_strdup_printf ("%u", n_differences);
  g_autofree char *open = g_strdup_printf ("%u", n_open);

  if (n_differences == 1)
    return g_strdup (tl_words_get (words, "talk", NC_("talk", "There is one question that no source settles.")));
  if (n_open == n_differences)
    /* Translators: a number of questions */
    return tl_words_fill (words, "talk", NC_("talk", "There are %1$s questions that no source settles."), open, NULL);

  return tl_words_fill (words, "talk",
                        /* Translators: two numbers of questions */
                        NC_("talk", "On %1$s questions the sources differ; %2$s of them are not settled."),
                        number, open, NULL);
}

/* The events whose differences nothing settles. */
static void
add_closing (TlTalk        *self,
             const guint32 *events,
             guint          n_events,
             const TlWords *words)
{
  const TlEvent *all = tl_timeline_get_events (self->timeline, NULL);
  GArray *open = g_array_new (FALSE, FALSE, sizeof (guint32));
  GString *notes = g_string_new (NULL);
  guint n_differences = 0, n_open = 0;
  TlTalkStep step = { .step = TL_NONE };

  for (guint i = 0; i < n_events; i++)
    {
      const TlEvent *event = &all[events[i]];
      const TlDifference *differences = tl_timeline_get_differences (self->timeline, event->differences);
      guint n_before = n_open;

      for (guint k = 0; k < event->differences.count; k++)
        if (differences[k].settled == 0)
          {
            g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n" : "",
                                    tl_timeline_get_text (self->timeline, differences[k].question));
            n_open++;
          }
      n_differences += event->differences.count;
      if (n_open > n_before)
        g_array_append_val (open, events[i]);
    }

  step.n_highlighted = open->len;
  step.highlighted = tl_talk_keep_list (self, open);
  step.notes = tl_talk_keep_text (self, g_string_free (notes, FALSE));
  if (n_open == 0)
    return;

  step.title = tl_talk_keep_text (self, g_strdup (tl_words_get (words, "talk", NC_("talk", "What is left open"))));
  step.text = tl_talk_keep_text (self, say_open (words, n_differences, n_open));
  g_array_append_val (self->steps, step);
}

/**
 * tl_talk_add_event:
 * @self: a talk
 * @event: an event
 * @events: (array length=n_events): those that may be seen with it
 * @n_events: how many
 * @words: (nullable): the language of what is not from the timeline
 *
 * Adds a step that tells of it.
 */
void
tl_talk_add_event (TlTalk        *self,
                   guint32        event,
                   const guint32 *events,
                   guint          n_events,
                   const TlWords *words)
{
  g_autofree guint8 *shown = tl_talk_mark_shown (self->timeline, events, n_events);

  add_event (self, event, shown, words);
}

/**
 * tl_talk_make:
 * @self: a talk that has no steps
 * @events: (array length=n_events): the events it may be about, at least one
 * @n_events: how many
 * @words: (nullable): the language of what is not from the timeline
 *
 * Makes its steps: by importance, in the order of time.
 */
void
tl_talk_make (TlTalk        *self,
              const guint32 *events,
              guint          n_events,
              const TlWords *words)
{
  g_autoptr (GArray) ranks = rank_events (self->timeline, events, n_events);
  g_autoptr (GArray) chosen = choose (ranks, MOST_EVENTS);
  g_autofree guint8 *shown = tl_talk_mark_shown (self->timeline, events, n_events);

  self->is_made = TRUE;
  add_opening (self, ranks);
  for (guint i = 0; i < chosen->len; i++)
    add_event (self, g_array_index (chosen, guint32, i), shown, words);
  add_closing (self, events, n_events, words);
}
