/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-filter.h"

#include "tl-check.h"
#include "tl-edtf.h"
#include "tl-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A message lists no more names than these. */
#define LISTED_AT_MOST 12

G_DEFINE_QUARK (tl-filter-error-quark, tl_filter_error)

/* What one can choose from: a part's id and name, as one may write either. */
typedef struct
{
  const char *id;   /* (nullable) */
  const char *name; /* (nullable) */
} Choice;

static GArray *
list_lanes (TlTimeline *timeline)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  guint n_lanes;
  const TlLane *lanes = tl_timeline_get_lanes (timeline, &n_lanes);

  for (guint i = 0; i < n_lanes; i++)
    {
      Choice choice = { tl_timeline_get_text (timeline, lanes[i].id),
                        tl_timeline_get_text (timeline, lanes[i].name) };

      g_array_append_val (choices, choice);
    }

  return choices;
}

static GArray *
list_categories (TlTimeline *timeline)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  guint n_categories;
  const TlCategory *categories = tl_timeline_get_categories (timeline, &n_categories);

  for (guint i = 0; i < n_categories; i++)
    {
      Choice choice = { tl_timeline_get_text (timeline, categories[i].id),
                        tl_timeline_get_text (timeline, categories[i].name) };

      g_array_append_val (choices, choice);
    }

  return choices;
}

static GArray *
list_events (TlTimeline *timeline)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (timeline, &n_events);

  for (guint i = 0; i < n_events; i++)
    {
      Choice choice = { tl_timeline_get_text (timeline, events[i].id), NULL };

      g_array_append_val (choices, choice);
    }

  return choices;
}

/* The one that is a slip or two away, by its id or its name. */
static const char *
find_nearest (const GArray *choices,
              const char   *word)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < choices->len; i++)
    {
      const Choice *choice = &g_array_index (choices, Choice, i);

      if (choice->id != NULL)
        g_ptr_array_add (names, (gpointer) choice->id);
      if (choice->name != NULL)
        g_ptr_array_add (names, (gpointer) choice->name);
    }
  g_ptr_array_add (names, NULL);

  return tl_suggest ((const char *const *) names->pdata, word);
}

static char *
list_ids (const GArray *choices)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < choices->len && i < LISTED_AT_MOST; i++)
    {
      const Choice *choice = &g_array_index (choices, Choice, i);
      const char *shown = choice->id != NULL ? choice->id : choice->name;

      if (shown != NULL)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", shown);
    }
  if (choices->len > LISTED_AT_MOST)
    g_string_append (list, ", …");

  return g_string_free (list, FALSE);
}

/* @problem says what is not there: "there is no lane “opnai”". */
static void
set_unknown (GError      **error,
             const char   *problem,
             const char   *word,
             const GArray *choices)
{
  const char *nearest = find_nearest (choices, word);
  g_autofree char *ids = NULL;

  if (nearest != NULL)
    {
      g_autofree char *quoted = tl_text_quote (nearest);

      /* Translators: a sentence, then the name that was probably meant. */
      g_set_error (error, TL_FILTER_ERROR, TL_FILTER_ERROR_UNKNOWN, _("%s; did you mean %s?"), problem, quoted);
      return;
    }

  ids = list_ids (choices);
  if (ids[0] == '\0')
    g_set_error_literal (error, TL_FILTER_ERROR, TL_FILTER_ERROR_UNKNOWN, problem);
  else
    /* Translators: a sentence, then a list of names. */
    g_set_error (error, TL_FILTER_ERROR, TL_FILTER_ERROR_UNKNOWN, _("%s; there are %s"), problem, ids);
}

/* Marks those whose id is @word, or else those that have it as their name. */
static gboolean
mark_choice (guint8       *marks,
             const GArray *choices,
             const char   *word)
{
  g_autofree char *folded = NULL;
  gboolean is_found = FALSE;

  for (guint i = 0; i < choices->len; i++)
    if (g_strcmp0 (g_array_index (choices, Choice, i).id, word) == 0)
      return marks[i] = TRUE;

  folded = tl_search_fold (word);
  for (guint i = 0; i < choices->len; i++)
    {
      const char *name = g_array_index (choices, Choice, i).name;
      g_autofree char *folded_name = name != NULL ? tl_search_fold (name) : NULL;

      if (g_strcmp0 (folded_name, folded) == 0)
        is_found = marks[i] = TRUE;
    }

  return is_found;
}

/* Returns a byte for each choice, or %NULL with the first word that is none
 * of them in @unknown.
 */
static guint8 *
mark_choices (const GArray      *choices,
              const char *const *words,
              const char       **unknown)
{
  g_autofree guint8 *marks = g_malloc0 (choices->len + 1);

  for (; *words != NULL; words++)
    if (!mark_choice (marks, choices, *words))
      {
        *unknown = *words;
        return NULL;
      }

  return g_steal_pointer (&marks);
}

static char *
say_no_lane (const char *quoted)
{
  return g_strdup_printf (_("there is no lane %s"), quoted);
}

static char *
say_no_category (const char *quoted)
{
  return g_strdup_printf (_("there is no category %s"), quoted);
}

/* Marks those of @choices that @words name; nothing where there are no
 * words. @say tells what there is none of. */
static gboolean
mark_named (GArray *(*list) (TlTimeline *timeline),
            TlTimeline         *timeline,
            const char *const  *words,
            char *(*say) (const char *quoted),
            guint8            **marks,
            GError            **error)
{
  g_autoptr (GArray) choices = NULL;
  const char *unknown = NULL;

  if (words == NULL)
    return TRUE;

  choices = list (timeline);
  *marks = mark_choices (choices, words, &unknown);
  if (*marks == NULL)
    {
      g_autofree char *quoted = tl_text_quote (unknown);
      g_autofree char *problem = say (quoted);

      set_unknown (error, problem, unknown, choices);
    }

  return *marks != NULL;
}

static gboolean
mark_events (const TlFilter *filter,
             TlTimeline     *timeline,
             guint8        **marks,
             GError        **error)
{
  g_autofree guint8 *found = NULL;
  guint n_events;

  if (filter->events == NULL)
    return TRUE;

  tl_timeline_get_events (timeline, &n_events);
  found = g_malloc0 (n_events + 1);
  for (guint i = 0; filter->events[i] != NULL; i++)
    {
      guint32 event = tl_timeline_find_event (timeline, filter->events[i]);

      if (event == TL_NONE)
        {
          tl_filter_set_no_event (error, timeline, filter->events[i]);
          return FALSE;
        }
      found[event] = TRUE;
    }
  *marks = g_steal_pointer (&found);

  return TRUE;
}

/**
 * tl_filter_set_no_event:
 * @error: (out) (nullable): what to set
 * @timeline: a timeline
 * @id: an id that is none of an event in it
 *
 * Says that there is no such event, and which one was probably meant.
 */
void
tl_filter_set_no_event (GError    **error,
                        TlTimeline *timeline,
                        const char *id)
{
  g_autoptr (GArray) choices = list_events (timeline);
  g_autofree char *quoted = tl_text_quote (id);
  g_autofree char *problem = g_strdup_printf (_("there is no event with the id %s"), quoted);

  set_unknown (error, problem, id, choices);
}

static gboolean
is_in_window (const TlEvent *event,
              const TlDate  *window)
{
  return tl_date_get_earliest (&event->when) <= tl_date_get_latest (window)
         && tl_date_get_latest (&event->when) >= tl_date_get_earliest (window);
}

/**
 * tl_filter_apply:
 * @filter: the conditions
 * @timeline: a timeline
 * @error: set to %TL_FILTER_ERROR_UNKNOWN where a lane, category or event is
 *   asked for that is not there
 *
 * A lane or category is found by its id, or else by its name, whose case and
 * accents do not matter. An event is in the lane of its first actor. It is
 * in a window where its date, taken as widely as it may be, overlaps it.
 *
 * Returns: (transfer full) (element-type guint32) (nullable): the indices of
 *   the events that meet all conditions, in the timeline's order; %NULL with
 *   @error set
 */
GArray *
tl_filter_apply (const TlFilter *filter,
                 TlTimeline     *timeline,
                 GError        **error)
{
  g_autofree guint8 *lanes = NULL;
  g_autofree guint8 *categories = NULL;
  g_autofree guint8 *ids = NULL;
  g_autoptr (TlSearch) search = filter->search != NULL ? tl_search_new (filter->search) : NULL;
  GArray *shown;
  const TlEvent *events;
  guint n_events;

  g_return_val_if_fail (TL_IS_TIMELINE (timeline), NULL);

  if (!mark_named (list_lanes, timeline, filter->lanes, say_no_lane, &lanes, error)
      || !mark_named (list_categories, timeline, filter->categories, say_no_category, &categories, error)
      || !mark_events (filter, timeline, &ids, error))
    return NULL;

  events = tl_timeline_get_events (timeline, &n_events);
  shown = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < n_events; i++)
    {
      const TlEvent *event = &events[i];

      if (ids != NULL && !ids[i])
        continue;
      if (lanes != NULL && !lanes[tl_timeline_get_event_lane (timeline, event)])
        continue;
      if (categories != NULL && (event->category == TL_NONE || !categories[event->category]))
        continue;
      if (filter->window != NULL && !is_in_window (event, filter->window))
        continue;
      if (search != NULL && !tl_search_matches (search, timeline, event))
        continue;

      g_array_append_val (shown, i);
    }

  return shown;
}

/**
 * tl_filter_parse_window:
 * @from: (nullable): when it starts, EDTF; %NULL for no limit
 * @to: (nullable): when it ends, EDTF; %NULL for no limit
 * @window: (out): the stretch of time, both ends included
 * @error: set where one is no EDTF or @to is before @from; in the domain
 *   %TL_EDTF_ERROR
 *
 * Returns: whether @window is one
 */
gboolean
tl_filter_parse_window (const char *from,
                        const char *to,
                        TlDate     *window,
                        GError    **error)
{
  TlDate start;
  TlDate end;

  if (!tl_edtf_parse (from != NULL ? from : "../..", -1, &start, error))
    {
      /* Translators: what stands before the reason is an option of the command line. */
      g_prefix_error (error, "%s: ", from);
      return FALSE;
    }
  if (!tl_edtf_parse (to != NULL ? to : "../..", -1, &end, error))
    {
      g_prefix_error (error, "%s: ", to);
      return FALSE;
    }

  return tl_date_join (&start, &end, window, error);
}
