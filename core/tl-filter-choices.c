/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-filter-choices.h"

#include "tl-check.h"
#include "tl-filter-private.h"
#include "tl-source-words.h"

#include <glib/gi18n-lib.h>

/* What there is in a timeline to ask for, and what is said of the rest. */

/* A message lists no more names than these. */
#define LISTED_AT_MOST 12

static void
add_choice (GArray     *choices,
            const char *value,
            const char *name)
{
  const TlFilterChoice choice = { value, name };

  g_array_append_val (choices, choice);
}

static void
list_lanes (TlTimeline *timeline,
            GArray     *choices)
{
  guint n_lanes;
  const TlLane *lanes = tl_timeline_get_lanes (timeline, &n_lanes);

  for (guint i = 0; i < n_lanes; i++)
    add_choice (choices, lanes[i].id != 0 ? tl_timeline_get_text (timeline, lanes[i].id) : TL_FILTER_NO_ACTOR,
                tl_timeline_get_text (timeline, lanes[i].name));
}

static void
list_actors (TlTimeline *timeline,
             GArray     *choices)
{
  guint n_actors;
  const TlActor *actors = tl_timeline_get_actors (timeline, &n_actors);

  for (guint i = 0; i < n_actors; i++)
    add_choice (choices, tl_timeline_get_text (timeline, actors[i].id),
                tl_timeline_get_text (timeline, actors[i].name));
}

static void
list_categories (TlTimeline *timeline,
                 GArray     *choices)
{
  guint n_categories;
  const TlCategory *categories = tl_timeline_get_categories (timeline, &n_categories);

  for (guint i = 0; i < n_categories; i++)
    add_choice (choices, tl_timeline_get_text (timeline, categories[i].id),
                tl_timeline_get_text (timeline, categories[i].name));
  add_choice (choices, TL_FILTER_NO_CATEGORY, NULL);
}

static void
list_statuses (TlTimeline *timeline,
               GArray     *choices)
{
  for (guint i = 0; tl_status_words.words[i] != NULL; i++)
    add_choice (choices, tl_status_words.words[i], NULL);
}

static void
list_sources (TlTimeline *timeline,
              GArray     *choices)
{
  guint n_sources;
  const TlSource *sources = tl_timeline_get_sources (timeline, &n_sources);

  for (guint i = 0; i < n_sources; i++)
    add_choice (choices, tl_timeline_get_text (timeline, sources[i].id),
                tl_source_get_publisher (timeline, &sources[i]));
}

static void
list_contexts (TlTimeline *timeline,
               GArray     *choices)
{
  add_choice (choices, TL_FILTER_CONTEXT_ONLY, NULL);
  add_choice (choices, TL_FILTER_CONTEXT_NONE, NULL);
}

static void
list_events (TlTimeline *timeline,
             GArray     *choices)
{
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (timeline, &n_events);

  for (guint i = 0; i < n_events; i++)
    add_choice (choices, tl_timeline_get_text (timeline, events[i].id), NULL);
}

/* A condition without a list takes anything. */
static const struct
{
  void (*list) (TlTimeline *timeline,
                GArray     *choices);
  const char *unknown;
} kinds[TL_N_CONDITIONS] = {
  /* Translators: what was asked for, in quotes */
  [TL_CONDITION_LANE] = { list_lanes, NC_("filter", "there is no lane %1$s") },
  /* Translators: what was asked for, in quotes */
  [TL_CONDITION_ACTOR] = { list_actors, NC_("filter", "there is no actor %1$s") },
  /* Translators: what was asked for, in quotes */
  [TL_CONDITION_CATEGORY] = { list_categories, NC_("filter", "there is no category %1$s") },
  /* Translators: what was asked for, in quotes */
  [TL_CONDITION_STATUS] = { list_statuses, NC_("filter", "there is no status %1$s of claims") },
  /* Translators: what was asked for, in quotes */
  [TL_CONDITION_SOURCE] = { list_sources, NC_("filter", "there is no source %1$s") },
  /* Translators: what was asked for, in quotes */
  [TL_CONDITION_CONTEXT] = { list_contexts, NC_("filter", "context cannot be %1$s") },
  /* Translators: what was asked for, in quotes */
  [TL_CONDITION_EVENT] = { list_events, NC_("filter", "there is no event with the id %1$s") },
};

/**
 * tl_filter_list_choices:
 * @timeline: a timeline
 * @condition: a condition
 *
 * Returns: (transfer full) (element-type TlFilterChoice): what @condition may
 *   ask for in @timeline, in its order; its texts belong to @timeline. Empty
 *   for what takes words or dates
 */
GArray *
tl_filter_list_choices (TlTimeline *timeline,
                        TlCondition condition)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (TlFilterChoice));

  if (kinds[condition].list != NULL)
    kinds[condition].list (timeline, choices);

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
      const TlFilterChoice *choice = &g_array_index (choices, TlFilterChoice, i);

      g_ptr_array_add (names, (gpointer) choice->value);
      if (choice->name != NULL)
        g_ptr_array_add (names, (gpointer) choice->name);
    }
  g_ptr_array_add (names, NULL);

  return tl_suggest ((const char *const *) names->pdata, word);
}

static char *
list_values (const GArray *choices)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < choices->len && i < LISTED_AT_MOST; i++)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", g_array_index (choices, TlFilterChoice, i).value);
  if (choices->len > LISTED_AT_MOST)
    g_string_append (list, ", …");

  return g_string_free (list, FALSE);
}

static void
set_unknown (GError     **error,
             TlCondition  condition,
             const char  *word,
             const GArray *choices)
{
  g_autofree char *quoted = tl_text_quote (word);
  g_autofree char *problem = tl_words_fill (NULL, "filter", kinds[condition].unknown, quoted, NULL);
  const char *nearest = find_nearest (choices, word);
  g_autofree char *near_quoted = nearest != NULL ? tl_text_quote (nearest) : NULL;
  g_autofree char *values = list_values (choices);

  if (nearest != NULL)
    /* Translators: a sentence, then the name that was probably meant. */
    g_set_error (error, TL_FILTER_ERROR, TL_FILTER_ERROR_UNKNOWN, _("%s; did you mean %s?"), problem, near_quoted);
  else if (values[0] == '\0')
    g_set_error_literal (error, TL_FILTER_ERROR, TL_FILTER_ERROR_UNKNOWN, problem);
  else
    /* Translators: a sentence, then a list of names. */
    g_set_error (error, TL_FILTER_ERROR, TL_FILTER_ERROR_UNKNOWN, _("%s; there are %s"), problem, values);
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
  g_autoptr (GArray) choices = tl_filter_list_choices (timeline, TL_CONDITION_EVENT);

  set_unknown (error, TL_CONDITION_EVENT, id, choices);
}

/**
 * tl_filter_find_part:
 * @timeline: a timeline
 * @condition: one that has choices
 * @value: a value of it
 * @part: (out): its place among the choices, which is that of the part in
 *   the timeline
 *
 * Returns: whether @timeline has it
 */
gboolean
tl_filter_find_part (TlTimeline *timeline,
                     TlCondition condition,
                     const char *value,
                     guint32    *part)
{
  g_autoptr (GArray) choices = NULL;

  if (condition == TL_CONDITION_EVENT)
    return (*part = tl_timeline_find_event (timeline, value)) != TL_NONE;
  if (condition == TL_CONDITION_SOURCE)
    return (*part = tl_timeline_find_source (timeline, value)) != TL_NONE;

  choices = tl_filter_list_choices (timeline, condition);
  for (*part = 0; *part < choices->len; (*part)++)
    if (g_str_equal (g_array_index (choices, TlFilterChoice, *part).value, value))
      return TRUE;

  return FALSE;
}

/* Adds the values of those that are called @word. */
static gboolean
add_named (GStrvBuilder *values,
           const GArray *choices,
           const char   *word)
{
  g_autofree char *folded = tl_search_fold (word);
  gboolean is_found = FALSE;

  for (guint i = 0; i < choices->len; i++)
    {
      const TlFilterChoice *choice = &g_array_index (choices, TlFilterChoice, i);
      g_autofree char *folded_name = choice->name != NULL ? tl_search_fold (choice->name) : NULL;

      if (g_strcmp0 (folded_name, folded) != 0)
        continue;
      g_strv_builder_add (values, choice->value);
      is_found = TRUE;
    }

  return is_found;
}

static gboolean
resolve_condition (TlFilter   *self,
                   TlTimeline *timeline,
                   TlCondition condition,
                   GError    **error)
{
  g_autoptr (GArray) choices = NULL;
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_auto (GStrv) found = NULL;
  guint32 part;

  for (char **value = self->values[condition]; *value != NULL; value++)
    {
      if (tl_filter_find_part (timeline, condition, *value, &part))
        {
          g_strv_builder_add (values, *value);
          continue;
        }
      if (choices == NULL)
        choices = tl_filter_list_choices (timeline, condition);
      if (!add_named (values, choices, *value))
        {
          set_unknown (error, condition, *value, choices);
          return FALSE;
        }
    }

  found = g_strv_builder_end (values);
  tl_filter_clear (self, condition);
  for (char **value = found; *value != NULL; value++)
    tl_filter_add (self, condition, *value);

  return TRUE;
}

/**
 * tl_filter_resolve:
 * @self: a filter whose values may be names, as people write them
 * @timeline: a timeline
 * @error: set to %TL_FILTER_ERROR_UNKNOWN where something is asked for that
 *   is not there
 *
 * Replaces names by ids. What is an id is not looked for among the names,
 * whose case and accents do not matter.
 *
 * Returns: whether all values are ids now
 */
gboolean
tl_filter_resolve (TlFilter   *self,
                   TlTimeline *timeline,
                   GError    **error)
{
  for (guint i = 0; i < TL_N_CONDITIONS; i++)
    if (kinds[i].list != NULL && self->values[i] != NULL && !resolve_condition (self, timeline, i, error))
      return FALSE;

  return TRUE;
}

/**
 * tl_filter_drop_unknown:
 * @self: a filter
 * @timeline: a timeline
 *
 * Asks no more for what @timeline does not have.
 *
 * Returns: how many values that were
 */
guint
tl_filter_drop_unknown (TlFilter   *self,
                        TlTimeline *timeline)
{
  guint n_dropped = 0;
  guint32 part;

  for (guint i = 0; i < TL_N_CONDITIONS; i++)
    {
      g_auto (GStrv) values = kinds[i].list != NULL ? g_strdupv (self->values[i]) : NULL;

      for (char **value = values; value != NULL && *value != NULL; value++)
        if (!tl_filter_find_part (timeline, i, *value, &part))
          n_dropped += tl_filter_remove (self, i, *value);
    }

  return n_dropped;
}
