/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-source-words.h"

#include "tl-edtf.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* What is said of a source, and where its address really leads. */

/* Browsers take some of these for others (a backslash for a slash), so that
 * they would go elsewhere than what is shown.
 */
static gboolean
has_odd_characters (const char *url)
{
  for (const char *p = url; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) || strchr (" \\\"<>", *p) != NULL)
      return TRUE;

  return FALSE;
}

/* NULL for what is not to be opened. */
static GUri *
parse_url (const char *url)
{
  g_autoptr (GUri) uri = NULL;
  const char *host;

  if (url == NULL || has_odd_characters (url))
    return NULL;

  uri = g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (uri == NULL)
    return NULL;
  if (!g_str_equal (g_uri_get_scheme (uri), "http") && !g_str_equal (g_uri_get_scheme (uri), "https"))
    return NULL;

  host = g_uri_get_host (uri);
  if (host == NULL || *host == '\0')
    return NULL;

  return g_steal_pointer (&uri);
}

/**
 * tl_source_is_openable:
 * @url: (nullable): an address as in a file
 *
 * Returns: whether it may be given to a browser: one of http or https that
 *   names a host
 */
gboolean
tl_source_is_openable (const char *url)
{
  g_autoptr (GUri) uri = parse_url (url);

  return uri != NULL;
}

static int
get_usual_port (const char *scheme)
{
  return g_str_equal (scheme, "https") ? 443 : 80;
}

/**
 * tl_source_dup_host:
 * @url: (nullable): an address as in a file
 *
 * Tells where an address leads: without the name and password that may
 * stand before the host and look like one, with a port that is not the usual
 * one. Letters outside ASCII are shown in their ASCII form (xn--), as they
 * may look like others.
 *
 * Returns: (transfer full) (nullable): the host; %NULL where @url is not to
 *   be opened
 */
char *
tl_source_dup_host (const char *url)
{
  g_autoptr (GUri) uri = parse_url (url);
  g_autofree char *ascii = NULL;
  g_autofree char *host = NULL;
  int port;

  if (uri == NULL)
    return NULL;

  ascii = g_hostname_to_ascii (g_uri_get_host (uri));
  if (ascii == NULL)
    return NULL;
  host = strchr (ascii, ':') != NULL ? g_strdup_printf ("[%s]", ascii) : g_steal_pointer (&ascii);

  port = g_uri_get_port (uri);
  if (port <= 0 || port == get_usual_port (g_uri_get_scheme (uri)))
    return g_steal_pointer (&host);

  return g_strdup_printf ("%s:%d", host, port);
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

  return tl_source_is_openable (url) ? url : NULL;
}

/**
 * tl_source_get_publisher:
 * @timeline: a timeline
 * @source: one of its sources
 *
 * Returns: (transfer none): what to call it: its publisher, else its author
 */
const char *
tl_source_get_publisher (TlTimeline     *timeline,
                         const TlSource *source)
{
  TlText text = source->publisher != 0 ? source->publisher : source->author != 0 ? source->author : source->id;

  return tl_timeline_get_text (timeline, text);
}

/**
 * tl_source_say_publisher:
 * @timeline: a timeline
 * @source: one of its sources
 * @words: (nullable): the language
 *
 * Returns: (transfer full): its publisher, with whose report it passes on
 */
char *
tl_source_say_publisher (TlTimeline     *timeline,
                         const TlSource *source,
                         const TlWords  *words)
{
  const TlSource *sources = tl_timeline_get_sources (timeline, NULL);
  const char *own = tl_source_get_publisher (timeline, source);
  const char *relayed = source->relays != TL_NONE ? tl_source_get_publisher (timeline, &sources[source->relays]) : NULL;

  if (relayed == NULL || g_str_equal (own, relayed))
    return g_strdup (own);

  return tl_words_fill (words, "source",
                        /* Translators: two publishers; the first passes on what the second has reported */
                        NC_("source", "%1$s, relaying %2$s"), own, relayed, NULL);
}

/* What stands at an address, where it is not the original. */
static const char *const places[] = {
  [TL_URL_IS_NONE] = NULL,
  [TL_URL_IS_ORIGINAL] = NULL,
  /* Translators: %1$s is the host of an address, as in example.org */
  [TL_URL_IS_COPY] = NC_("source", "a copy at %1$s"),
  /* Translators: somebody else's report of a report; %1$s is the host of an address */
  [TL_URL_IS_RELAY] = NC_("source", "a relay at %1$s"),
};

/**
 * tl_source_say_place:
 * @timeline: a timeline
 * @source: one of its sources
 * @words: (nullable): the language
 *
 * Returns: (transfer full) (nullable): the host that its address leads to,
 *   and that it is a copy there if it is; %NULL where it has no address that
 *   may be opened
 */
char *
tl_source_say_place (TlTimeline     *timeline,
                     const TlSource *source,
                     const TlWords  *words)
{
  g_autofree char *host = tl_source_dup_host (tl_timeline_get_text (timeline, source->url));

  if (host == NULL || places[source->url_is] == NULL)
    return g_steal_pointer (&host);

  return tl_words_fill (words, "source", places[source->url_is], host, NULL);
}

static const char *const kinds[] = {
  [TL_SOURCE_NONE] = NULL,
  [TL_SOURCE_FILING] = NC_("kind of source", "Filing"),
  [TL_SOURCE_COMPANY_STATEMENT] = NC_("kind of source", "Company statement"),
  [TL_SOURCE_FIRST_HAND_REPORT] = NC_("kind of source", "First-hand report"),
  [TL_SOURCE_NEWS_REPORT] = NC_("kind of source", "News report"),
  [TL_SOURCE_REWRITE] = NC_("kind of source", "Rewrite of somebody else’s report"),
  [TL_SOURCE_INTERVIEW] = NC_("kind of source", "Interview"),
  [TL_SOURCE_BLOG] = NC_("kind of source", "Blog"),
};

/**
 * tl_source_say_kind:
 * @source: a source
 * @words: (nullable): the language
 *
 * Returns: (transfer none) (nullable): what kind of source it is
 */
const char *
tl_source_say_kind (const TlSource *source,
                    const TlWords  *words)
{
  return kinds[source->kind] != NULL ? tl_words_get (words, "kind of source", kinds[source->kind]) : NULL;
}

static const char *const checks[] = {
  [TL_CHECKED_NONE] = NULL,
  [TL_CHECKED_SEEN] = NC_("source", "Read under this very address"),
  [TL_CHECKED_CITED] = NC_("source", "Not read itself; others refer to it"),
};

/**
 * tl_source_say_checked:
 * @source: a source
 * @words: (nullable): the language
 *
 * Returns: (transfer none) (nullable): how far it was checked
 */
const char *
tl_source_say_checked (const TlSource *source,
                       const TlWords  *words)
{
  return checks[source->checked] != NULL ? tl_words_get (words, "source", checks[source->checked]) : NULL;
}

/* Adds a part of a citation. */
static void
add_part (GString       *citation,
          const char    *part,
          const TlWords *words)
{
  g_autofree char *both = NULL;

  if (part == NULL)
    return;
  if (citation->len == 0)
    {
      g_string_append (citation, part);
      return;
    }

  /* Translators: two parts of a citation in a footnote, as in an author and a title */
  both = tl_words_fill (words, "citation", NC_("citation", "%1$s, %2$s"), citation->str, part, NULL);
  g_string_assign (citation, both);
}

static char *
quote_title (TlTimeline     *timeline,
             const TlSource *source,
             const TlWords  *words)
{
  const char *title = tl_timeline_get_text (timeline, source->title);

  if (title == NULL)
    return NULL;

  /* Translators: the title of an article, in quotation marks */
  return tl_words_fill (words, "citation", NC_("citation", "“%1$s”"), title, NULL);
}

static char *
cite_address (TlTimeline     *timeline,
              const TlSource *source,
              const TlWords  *words)
{
  static const char *const addresses[] = {
    [TL_URL_IS_NONE] = NULL,
    [TL_URL_IS_ORIGINAL] = NULL,
    /* Translators: %1$s is an address */
    [TL_URL_IS_COPY] = NC_("citation", "%1$s (a copy)"),
    /* Translators: %1$s is the address of somebody else's report of a report */
    [TL_URL_IS_RELAY] = NC_("citation", "%1$s (a relay)"),
  };
  const char *url = tl_timeline_get_text (timeline, source->url);

  if (url == NULL || addresses[source->url_is] == NULL)
    return g_strdup (url);

  return tl_words_fill (words, "citation", addresses[source->url_is], url, NULL);
}

/**
 * tl_source_dup_citation:
 * @timeline: a timeline
 * @source: one of its sources
 * @words: (nullable): the language
 *
 * Returns: (transfer full): the source in one line, fit for a footnote:
 *   author, title, publisher, date, address
 */
char *
tl_source_dup_citation (TlTimeline     *timeline,
                        const TlSource *source,
                        const TlWords  *words)
{
  const char *author = tl_timeline_get_text (timeline, source->author);
  const char *publisher = tl_source_get_publisher (timeline, source);
  const char *published = tl_timeline_get_text (timeline, source->published_text);
  g_autofree char *title = quote_title (timeline, source, words);
  g_autofree char *date = published != NULL ? tl_edtf_to_words (published, words) : NULL;
  g_autofree char *address = cite_address (timeline, source, words);
  GString *citation = g_string_new (NULL);

  if (author != NULL && !g_str_equal (author, publisher))
    add_part (citation, author, words);
  add_part (citation, title, words);
  add_part (citation, publisher, words);
  add_part (citation, date, words);
  add_part (citation, address, words);

  /* Texts of a file may have line breaks and tabs. */
  g_strdelimit (citation->str, "\n\r\t", ' ');

  return g_string_free (citation, FALSE);
}
