/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-source-words.h"

#include <glib/gi18n-lib.h>

/* Sources in few words, for lists. */

static void
append_part (GString    *text,
             const char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/**
 * tl_source_dup_nature:
 * @timeline: a timeline
 * @source: one of its sources
 * @words: (nullable): the language
 *
 * Returns: (transfer full): what keeps it from being a source like any
 *   other: that it passes on another's report, is a copy, or is not one of
 *   the story's own. Empty where nothing does.
 */
char *
tl_source_dup_nature (TlTimeline     *timeline,
                      const TlSource *source,
                      const TlWords  *words)
{
  const TlSource *sources = tl_timeline_get_sources (timeline, NULL);
  GString *text = g_string_new (NULL);

  if (source->relays != TL_NONE)
    {
      const char *relayed = tl_source_get_publisher (timeline, &sources[source->relays]);
      g_autofree char *part = tl_words_fill (words, "source",
                                             /* Translators: a publisher whose report this source passes on */
                                             NC_("source", "relays %1$s"), relayed, NULL);

      append_part (text, part);
    }
  else if (source->url_is == TL_URL_IS_RELAY)
    append_part (text, tl_words_get (words, "source", NC_("source", "relays another report")));
  if (source->url_is == TL_URL_IS_COPY)
    /* Translators: the address is of a copy that somebody else published */
    append_part (text, tl_words_get (words, "source", NC_("source", "copy")));
  if (source->outside)
    /* Translators: not one of the sources that the story is built on */
    append_part (text, tl_words_get (words, "source", NC_("source", "outside source")));

  return g_string_free (text, FALSE);
}

static gboolean
is_named_before (TlTimeline       *timeline,
                 const TlCitation *citations,
                 guint             index)
{
  const TlSource *sources = tl_timeline_get_sources (timeline, NULL);
  const char *name = tl_source_get_publisher (timeline, &sources[citations[index].source]);

  for (guint i = 0; i < index; i++)
    if (g_str_equal (name, tl_source_get_publisher (timeline, &sources[citations[i].source])))
      return TRUE;

  return FALSE;
}

/**
 * tl_sources_dup_names:
 * @timeline: a timeline
 * @citations: (array length=n_citations): who is named for something
 * @n_citations: their number
 * @words: (nullable): the language
 *
 * Returns: (transfer full): their publishers, each once, with commas between
 */
char *
tl_sources_dup_names (TlTimeline       *timeline,
                      const TlCitation *citations,
                      guint             n_citations,
                      const TlWords    *words)
{
  const TlSource *sources = tl_timeline_get_sources (timeline, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_citations; i++)
    {
      if (is_named_before (timeline, citations, i))
        continue;
      if (i > 0)
        /* Translators: between the names of publishers */
        g_string_append (text, tl_words_get (words, "source", NC_("source", ", ")));
      g_string_append (text, tl_source_get_publisher (timeline, &sources[citations[i].source]));
    }

  return g_string_free (text, FALSE);
}
