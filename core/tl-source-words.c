/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-source-words.h"

#include "tl-check.h"

#include <glib/gi18n-lib.h>

/* What is said of a source wherever it is named. */

/**
 * tl_source_get_publisher:
 * @timeline: a timeline
 * @source: one of its sources
 *
 * Returns: (transfer none): what it is called in short: its publisher, else
 *   its author, else its id
 */
const char *
tl_source_get_publisher (TlTimeline     *timeline,
                         const TlSource *source)
{
  TlText text = source->publisher != 0 ? source->publisher : source->author != 0 ? source->author : source->id;

  return tl_timeline_get_text (timeline, text);
}

/**
 * tl_source_get_address:
 * @timeline: a timeline
 * @source: one of its sources
 *
 * Returns: (transfer none) (nullable): where it can be opened, an address of
 *   http or https; %NULL where it has none
 */
const char *
tl_source_get_address (TlTimeline     *timeline,
                       const TlSource *source)
{
  const char *url = tl_timeline_get_text (timeline, source->url);

  return url != NULL && tl_address_is_web (url) ? url : NULL;
}

/**
 * tl_source_dup_host:
 * @timeline: a timeline
 * @source: one of its sources
 *
 * Returns: (transfer full) (nullable): the host of its address, as a browser
 *   will ask for it: letters outside ASCII in their encoded form
 */
char *
tl_source_dup_host (TlTimeline     *timeline,
                    const TlSource *source)
{
  const char *url = tl_source_get_address (timeline, source);
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL) : NULL;

  return uri != NULL ? g_hostname_to_ascii (g_uri_get_host (uri)) : NULL;
}

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
