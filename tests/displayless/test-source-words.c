/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "tl-event-dating.h"
#include "tl-incoming.h"
#include "tl-load.h"
#include "tl-source-words.h"

#include <string.h>

/* What is said of sources, of how a date is known, and the links that lead to
 * an event.
 */

static const char story[] =
  "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"T\","
  "  \"sources\": ["
  "    { \"id\": \"full\", \"publisher\": \"Fortune\", \"author\": \"Beatrice Nolan\", \"title\": \"A <b>deal</b>\\n& more\","
  "      \"published\": \"2025-06-13\", \"url\": \"https://foxaction.com/?p=72060\", \"url_is\": \"copy\","
  "      \"checked\": \"seen\", \"kind\": \"news-report\" },"
  "    { \"id\": \"bare\", \"publisher\": \"CNBC\" },"
  "    { \"id\": \"self\", \"publisher\": \"Scale AI\", \"author\": \"Scale AI\", \"url\": \"https://scale.com/\","
  "      \"url_is\": \"original\", \"checked\": \"cited\" },"
  "    { \"id\": \"relay\", \"publisher\": \"AIChief\", \"relays\": \"bare\", \"url\": \"http://aichief.com:8080/x\","
  "      \"url_is\": \"relay\" },"
  "    { \"id\": \"same\", \"publisher\": \"CNBC\", \"relays\": \"bare\" }],"
  "  \"events\": ["
  "    { \"id\": \"a\", \"title\": \"A\", \"when\": \"2025-06\", \"links\": [{ \"to\": \"c\", \"kind\": \"led-to\" }, { \"to\": \"b\", \"kind\": \"led-to\" }] },"
  "    { \"id\": \"b\", \"title\": \"B\", \"when\": \"2025-07-01~\", \"dated_by\": { \"source\": \"bare\", \"own\": false },"
  "      \"links\": [{ \"to\": \"c\", \"kind\": \"led-to\" }] },"
  "    { \"id\": \"c\", \"title\": \"C\", \"when\": \"2025-08-01?/2025-09\", \"dated_by\": { \"source\": \"bare\" } },"
  "    { \"id\": \"d\", \"title\": \"D\", \"when\": \"[2025-10-01..2025-10-03]\" },"
  "    { \"id\": \"e\", \"title\": \"E\", \"when\": \"2025-11-01/\", \"links\": [{ \"to\": \"b\", \"kind\": \"led-to\" }] }] }";

static TlTimeline *
load_story (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (story, strlen (story));
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);

  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 0);

  return g_object_ref (load->timeline);
}

static const TlSource *
get_source (TlTimeline *timeline,
            const char *id)
{
  guint32 source = tl_timeline_find_source (timeline, id);

  g_assert_cmpuint (source, !=, TL_NONE);

  return &tl_timeline_get_sources (timeline, NULL)[source];
}

static void
test_host (void)
{
  static const struct
  {
    const char *url;
    const char *host; /* NULL: not to be opened */
  } cases[] = {
    { "https://www.cnbc.com/2025/06/18/x.html", "www.cnbc.com" },
    { "HTTP://Example.ORG", "example.org" },
    { "https://example.org:443/", "example.org" },
    { "http://example.org:443/", "example.org:443" },
    { "http://example.org:80/", "example.org" },
    { "https://example.org:8443/", "example.org:8443" },

    /* What stands before the host is not where it leads. */
    { "https://www.cnbc.com@evil.example/", "evil.example" },
    { "https://www.cnbc.com:pass@evil.example:81/", "evil.example:81" },
    { "https://evil.example/https://www.cnbc.com/", "evil.example" },
    { "https://evil.example?@www.cnbc.com/", "evil.example" },
    { "https://evil.example#@www.cnbc.com/", "evil.example" },

    { "https://[2001:db8::1]/x", "[2001:db8::1]" },
    { "https://[2001:db8::1]:8080/x", "[2001:db8::1]:8080" },
    { "https://192.0.2.1/", "192.0.2.1" },
    { "https://xn--bcher-kva.example/", "xn--bcher-kva.example" },
    { "https://b\303\274cher.example/", "xn--bcher-kva.example" },
    /* A Cyrillic letter that looks like an a. */
    { "https://\320\260pple.com/", "xn--pple-43d.com" },

    { "javascript:alert(1)", NULL },
    { "javascript://example.org/%0aalert(1)", NULL },
    { "file:///etc/passwd", NULL },
    { "file://example.org/etc/passwd", NULL },
    { "data:text/html,x", NULL },
    { "ftp://example.org/", NULL },
    { "mailto:a@example.org", NULL },
    { "https:", NULL },
    { "https:///path", NULL },
    { "https://", NULL },
    { "https:example.org", NULL },
    { "//example.org/", NULL },
    { "example.org", NULL },
    { "https://www.cnbc.com\\@evil.example/", NULL },
    { "https://example.org/a b", NULL },
    { "https://example.org/\n", NULL },
    { " https://example.org/", NULL },
    { "https://[::1", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *host = tl_source_dup_host (cases[i].url);

      g_test_message ("%s", cases[i].url);
      g_assert_cmpstr (host, ==, cases[i].host);
      g_assert_cmpint (tl_source_is_openable (cases[i].url), ==, cases[i].host != NULL);
    }
}

static void
test_publisher (void)
{
  static const struct
  {
    const char *id;
    const char *publisher;
    const char *place;
  } cases[] = {
    { "full", "Fortune", "a copy at foxaction.com" },
    { "bare", "CNBC", NULL },
    { "self", "Scale AI", "scale.com" },
    { "relay", "AIChief, relaying CNBC", "a relay at aichief.com:8080" },
    { "same", "CNBC", NULL },
  };
  g_autoptr (TlTimeline) timeline = load_story ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TlSource *source = get_source (timeline, cases[i].id);
      g_autofree char *publisher = tl_source_say_publisher (timeline, source, NULL);
      g_autofree char *place = tl_source_say_place (timeline, source, NULL);

      g_assert_cmpstr (publisher, ==, cases[i].publisher);
      g_assert_cmpstr (place, ==, cases[i].place);
    }

  g_assert_cmpstr (tl_source_say_kind (get_source (timeline, "full"), NULL), ==, "News report");
  g_assert_null (tl_source_say_kind (get_source (timeline, "bare"), NULL));
  g_assert_cmpstr (tl_source_say_checked (get_source (timeline, "full"), NULL), ==, "Read under this very address");
  g_assert_cmpstr (tl_source_say_checked (get_source (timeline, "self"), NULL), ==,
                   "Not read itself; others refer to it");
  g_assert_null (tl_source_say_checked (get_source (timeline, "bare"), NULL));
}

static void
test_citation (void)
{
  static const struct
  {
    const char *id;
    const char *citation;
  } cases[] = {
    { "full", "Beatrice Nolan, “A <b>deal</b> & more”, Fortune, 13 June 2025, https://foxaction.com/?p=72060 (a copy)" },
    { "bare", "CNBC" },
    { "self", "Scale AI, https://scale.com/" },
    { "relay", "AIChief, http://aichief.com:8080/x (a relay)" },
  };
  g_autoptr (TlTimeline) timeline = load_story ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *citation = tl_source_dup_citation (timeline, get_source (timeline, cases[i].id), NULL);

      g_assert_cmpstr (citation, ==, cases[i].citation);
    }
}

static void
test_dating (void)
{
  static const struct
  {
    const char *precision;
    const char *dated_by;
  } cases[] = {
    { "known to the month", "No source is named for the date." },
    { "known to the day, approximate", "Only outside sources give the date:" },
    { "known to the month, uncertain", "The date is from:" },
    { "somewhere within this span", "No source is named for the date." },
    { "known to the day, nobody says when it ended", "No source is named for the date." },
  };
  g_autoptr (TlTimeline) timeline = load_story ();
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (timeline, &n_events);

  g_assert_cmpuint (n_events, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *precision = tl_event_say_precision (&events[i], NULL);

      g_assert_cmpstr (precision, ==, cases[i].precision);
      g_assert_cmpstr (tl_event_say_dated_by (&events[i], NULL), ==, cases[i].dated_by);
    }
}

static void
test_incoming (void)
{
  g_autoptr (TlTimeline) timeline = load_story ();
  g_autoptr (TlIncoming) incoming = tl_incoming_new (timeline);
  const TlIncomingLink *links;
  guint n_links;

  tl_incoming_get (incoming, 0, &n_links);
  g_assert_cmpuint (n_links, ==, 0);
  tl_incoming_get (incoming, 4, &n_links);
  g_assert_cmpuint (n_links, ==, 0);

  links = tl_incoming_get (incoming, 1, &n_links);
  g_assert_cmpuint (n_links, ==, 2);
  g_assert_cmpuint (links[0].from, ==, 0);
  g_assert_cmpuint (links[0].link, ==, 1);
  g_assert_cmpuint (links[1].from, ==, 4);
  g_assert_cmpuint (links[1].link, ==, 0);

  links = tl_incoming_get (incoming, 2, &n_links);
  g_assert_cmpuint (n_links, ==, 2);
  g_assert_cmpuint (links[0].from, ==, 0);
  g_assert_cmpuint (links[0].link, ==, 0);
  g_assert_cmpuint (links[1].from, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/source-words/host", test_host);
  g_test_add_func ("/source-words/publisher", test_publisher);
  g_test_add_func ("/source-words/citation", test_citation);
  g_test_add_func ("/event-dating/words", test_dating);
  g_test_add_func ("/incoming/links", test_incoming);

  return g_test_run ();
}
