/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-filter-words.h"

#include "tl-edtf.h"
#include "tl-event-words.h"
#include "tl-filter-private.h"
#include "tl-lane-words.h"
#include "tl-source-words.h"

#include <glib/gi18n-lib.h>

/* What conditions are called: on chips, in a list to choose from, and at the
 * foot of a chart.
 */

/* A sentence lists no more values of one condition than these. */
#define LISTED_AT_MOST 4

/* Each with the label of its value in it. */
static const struct
{
  const char *heading; /* above what there is to choose from */
  const char *chip;
  const char *one;     /* within a sentence */
  const char *several; /* the same with a list of labels; of context, the other choice */
} phrases[TL_N_CONDITIONS] = {
  [TL_CONDITION_LANE] = { NC_("filter heading", "Lane"), NC_("filter", "Lane: %1$s"), NC_("filtered", "lane %1$s"),
                          NC_("filtered", "lanes %1$s") },
  [TL_CONDITION_ACTOR] = { NC_("filter heading", "Actor"), NC_("filter", "Actor: %1$s"), NC_("filtered", "actor %1$s"),
                           NC_("filtered", "actors %1$s") },
  [TL_CONDITION_CATEGORY] = { NC_("filter heading", "Category"), NC_("filter", "Category: %1$s"),
                              NC_("filtered", "category %1$s"), NC_("filtered", "categories %1$s") },
  [TL_CONDITION_STATUS] = { NC_("filter heading", "Status of a claim"), NC_("filter", "Claim: %1$s"),
                            NC_("filtered", "claims: %1$s"), NC_("filtered", "claims: %1$s") },
  [TL_CONDITION_SOURCE] = { NC_("filter heading", "Source"), NC_("filter", "Source: %1$s"),
                            NC_("filtered", "source %1$s"), NC_("filtered", "sources %1$s") },
  [TL_CONDITION_DIFFERING] = { NC_("filter heading", "Sources and context"), NC_("filter", "Sources differ"),
                               NC_("filtered", "sources differ"), NULL },
  [TL_CONDITION_CONTEXT] = { NC_("filter heading", "Context"), NC_("filter", "%1$s"), NC_("filtered", "only context"),
                             NC_("filtered", "without context") },
  /* Translators: a date */
  [TL_CONDITION_FROM] = { NC_("filter heading", "From"), NC_("filter", "From %1$s"), NC_("filtered", "from %1$s"), NULL },
  /* Translators: a date */
  [TL_CONDITION_TO] = { NC_("filter heading", "Until"), NC_("filter", "Until %1$s"), NC_("filtered", "until %1$s"), NULL },
  /* Translators: words that are searched for */
  [TL_CONDITION_SEARCH] = { NC_("filter heading", "Words"), NC_("filter", "Words: %1$s"), NC_("filtered", "with “%1$s”"),
                            NULL },
  [TL_CONDITION_EVENT] = { NC_("filter heading", "Event"), NC_("filter", "Event: %1$s"), NC_("filtered", "event %1$s"),
                           NC_("filtered", "events %1$s") },
};

/**
 * tl_condition_get_heading:
 * @condition: a condition
 * @words: (nullable): the language
 *
 * Returns: (transfer none): what stands above what it may ask for
 */
const char *
tl_condition_get_heading (TlCondition    condition,
                          const TlWords *words)
{
  return tl_words_get (words, "filter heading", phrases[condition].heading);
}

static const char *
get_part_label (TlTimeline    *timeline,
                TlCondition    condition,
                guint32        part,
                const TlWords *words)
{
  switch ((int) condition)
    {
    case TL_CONDITION_LANE:
      return tl_lane_get_name (timeline, &tl_timeline_get_lanes (timeline, NULL)[part], words);

    case TL_CONDITION_ACTOR:
      return tl_timeline_get_text (timeline, tl_timeline_get_actors (timeline, NULL)[part].name);

    case TL_CONDITION_CATEGORY:
      return tl_timeline_get_text (timeline, tl_timeline_get_categories (timeline, NULL)[part].name);

    case TL_CONDITION_STATUS:
      return tl_status_to_words ((TlStatus) (part + 1), words);

    case TL_CONDITION_SOURCE:
      return tl_source_get_publisher (timeline, &tl_timeline_get_sources (timeline, NULL)[part]);

    default:
      return tl_timeline_get_text (timeline, tl_timeline_get_events (timeline, NULL)[part].title);
    }
}

/**
 * tl_filter_label_value:
 * @timeline: a timeline
 * @condition: a condition
 * @value: a value of it
 * @words: (nullable): the language
 *
 * Returns: (transfer full): what @value is called by itself: "OpenAI",
 *   "June 2025". What @timeline does not have is called by its id
 */
char *
tl_filter_label_value (TlTimeline    *timeline,
                       TlCondition    condition,
                       const char    *value,
                       const TlWords *words)
{
  char *date = NULL;
  guint32 part;

  switch ((int) condition)
    {
    case TL_CONDITION_FROM:
    case TL_CONDITION_TO:
      date = tl_edtf_to_words (value, words);
      return date != NULL ? date : g_strdup (value);

    case TL_CONDITION_CONTEXT:
      if (g_str_equal (value, TL_FILTER_CONTEXT_ONLY))
        /* Translators: only events that are told by sources outside the story's own */
        return g_strdup (tl_words_get (words, "filter", NC_("filter", "Only context")));
      /* Translators: no events that are told by sources outside the story's own */
      return g_strdup (tl_words_get (words, "filter", NC_("filter", "Without context")));

    case TL_CONDITION_DIFFERING:
      return g_strdup (tl_words_get (words, "filter", phrases[condition].chip));

    case TL_CONDITION_SEARCH:
      return g_strdup (value);

    default:
      if (condition == TL_CONDITION_CATEGORY && g_str_equal (value, TL_FILTER_NO_CATEGORY))
        /* Translators: events that have none */
        return g_strdup (tl_words_get (words, "filter", NC_("filter", "No category")));
      return g_strdup (tl_filter_find_part (timeline, condition, value, &part)
                         ? get_part_label (timeline, condition, part, words)
                         : value);
    }
}

/* There may be several of one publisher. */
static char *
name_source (TlTimeline    *timeline,
             const char    *value,
             const TlWords *words)
{
  guint32 part = tl_timeline_find_source (timeline, value);
  const TlSource *source = part != TL_NONE ? &tl_timeline_get_sources (timeline, NULL)[part] : NULL;

  if (source == NULL || source->title == 0)
    return tl_filter_label_value (timeline, TL_CONDITION_SOURCE, value, words);

  return tl_words_fill (words, "filter",
                        /* Translators: the publisher and the title of a source */
                        NC_("filter", "%1$s: %2$s"), tl_source_get_publisher (timeline, source),
                        tl_timeline_get_text (timeline, source->title), NULL);
}

/**
 * tl_filter_name_value:
 * @timeline: a timeline
 * @condition: a condition
 * @value: a value of it
 * @words: (nullable): the language
 *
 * Returns: (transfer full): as tl_filter_label_value(), but so that sources
 *   of one publisher can be told from each other
 */
char *
tl_filter_name_value (TlTimeline    *timeline,
                      TlCondition    condition,
                      const char    *value,
                      const TlWords *words)
{
  return condition == TL_CONDITION_SOURCE ? name_source (timeline, value, words)
                                          : tl_filter_label_value (timeline, condition, value, words);
}

/**
 * tl_filter_tell_value:
 * @timeline: a timeline
 * @condition: a condition
 * @value: a value of it
 * @words: (nullable): the language
 *
 * Returns: (transfer full): what a chip says of it: "Lane: OpenAI", "Sources
 *   differ", "From June 2025"
 */
char *
tl_filter_tell_value (TlTimeline    *timeline,
                      TlCondition    condition,
                      const char    *value,
                      const TlWords *words)
{
  g_autofree char *name = tl_filter_name_value (timeline, condition, value, words);

  return tl_words_fill (words, "filter", phrases[condition].chip, name, NULL);
}

/**
 * tl_filter_say_count:
 * @n_shown: how many events are left
 * @n_events: of how many
 * @words: (nullable): the language
 *
 * Returns: (transfer full): that in words: "12 of 34 events"
 */
char *
tl_filter_say_count (guint          n_shown,
                     guint          n_events,
                     const TlWords *words)
{
  g_autofree char *shown = g_strdup_printf ("%u", n_shown);
  g_autofree char *all = g_strdup_printf ("%u", n_events);

  return tl_words_fill (words, "filter",
                        /* Translators: how many events are left, of how many */
                        n_events == 1 ? NC_("filter", "%1$s of %2$s event") : NC_("filter", "%1$s of %2$s events"),
                        shown, all, NULL);
}

/* Each once: several sources may have one publisher. */
static GPtrArray *
dup_labels (TlTimeline        *timeline,
            TlCondition        condition,
            const char *const *values,
            const TlWords     *words)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);

  for (; *values != NULL; values++)
    {
      g_autofree char *label = tl_filter_label_value (timeline, condition, *values, words);

      if (!g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL))
        g_ptr_array_add (labels, g_steal_pointer (&label));
    }

  return labels;
}

static char *
list_labels (const GPtrArray *labels,
             const TlWords   *words)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < MIN (labels->len, LISTED_AT_MOST); i++)
    {
      if (i > 0)
        /* Translators: between the names of what is shown */
        g_string_append (list, tl_words_get (words, "filtered", NC_("filtered", ", ")));
      g_string_append (list, g_ptr_array_index (labels, i));
    }
  if (labels->len > LISTED_AT_MOST)
    {
      g_autofree char *rest = g_strdup_printf ("%u", labels->len - LISTED_AT_MOST);
      /* Translators: what a list of names has no room for, as in “A, B and 3 more” */
      g_autofree char *more = tl_words_fill (words, "filtered", NC_("filtered", " and %1$s more"), rest, NULL);

      g_string_append (list, more);
    }

  return g_string_free (list, FALSE);
}

static void
append_phrase (GString        *text,
               const TlFilter *self,
               TlTimeline     *timeline,
               TlCondition     condition,
               const TlWords  *words)
{
  g_autoptr (GPtrArray) labels = dup_labels (timeline, condition, tl_filter_get (self, condition), words);
  g_autofree char *list = list_labels (labels, words);
  gboolean is_other = condition == TL_CONDITION_CONTEXT ? tl_filter_has (self, condition, TL_FILTER_CONTEXT_NONE)
                                                        : labels->len > 1;
  const char *sentence = is_other ? phrases[condition].several : phrases[condition].one;
  g_autofree char *phrase = tl_words_fill (words, "filtered", sentence, list, NULL);

  g_string_append (text, "; ");
  g_string_append (text, phrase);
}

/**
 * tl_filter_describe:
 * @self: a filter
 * @timeline: the timeline that it is applied to
 * @n_shown: how many events it leaves
 * @words: (nullable): the language
 *
 * Returns: (transfer full): what is shown, in a sentence: "Filtered: 12 of 34
 *   events; lane OpenAI; sources differ"
 */
char *
tl_filter_describe (const TlFilter *self,
                    TlTimeline     *timeline,
                    guint           n_shown,
                    const TlWords  *words)
{
  g_autofree char *count = NULL;
  g_autofree char *start = NULL;
  GString *text;
  guint n_events;

  tl_timeline_get_events (timeline, &n_events);
  count = tl_filter_say_count (n_shown, n_events, words);
  /* Translators: how many events are shown, as in “12 of 34 events”; the conditions follow */
  start = tl_words_fill (words, "filtered", NC_("filtered", "Filtered: %1$s"), count, NULL);
  text = g_string_new (start);

  for (guint i = 0; i < TL_N_CONDITIONS; i++)
    if (*tl_filter_get (self, i) != NULL)
      append_phrase (text, self, timeline, i, words);

  return g_string_free (text, FALSE);
}
