/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-event-spoken.h"
#include "tl-lane-words.h"
#include "tl-load.h"
#include "tl-source-index.h"
#include "tl-source-words.h"

#include <string.h>

/* What is said of events and sources in lists, and what each source carries. */

static const char document[] =
  "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"T\","
  "  \"actors\": [ { \"id\": \"port\", \"name\": \"Port\" } ],"
  "  \"categories\": [ { \"id\": \"deal\", \"name\": \"deal\" } ],"
  "  \"sources\": ["
  "   { \"id\": \"p\", \"publisher\": \"Gazette\", \"url\": \"https://www.Bücher.example:8080/a?b\" },"
  "   { \"id\": \"q\", \"publisher\": \"Ada\", \"relays\": \"p\", \"url\": \"http://x.example/\", \"url_is\": \"copy\" },"
  "   { \"id\": \"r\", \"publisher\": \"Rag\", \"outside\": true },"
  "   { \"id\": \"s\", \"publisher\": \"Herald\", \"url\": \"https://y.example/\", \"url_is\": \"relay\" } ],"
  "  \"events\": ["
  "   { \"id\": \"a\", \"title\": \"Gate opens\", \"when\": \"2025-06-12\", \"actors\": [\"port\"], \"category\": \"deal\","
  "     \"dated_by\": { \"source\": \"q\" },"
  "     \"claims\": [ { \"id\": \"c1\", \"text\": \"One\", \"status\": \"reported\", \"sources\": [\"p\", \"q\"],"
  "                     \"figures\": [ { \"id\": \"f1\", \"value\": 5, \"unit\": \"boats\", \"label\": \"boats\","
  "                                      \"sources\": [\"q\"] } ] } ],"
  "     \"differences\": [ { \"question\": \"Who?\", \"sides\": [ { \"text\": \"He\", \"sources\": [\"p\"] },"
  "       { \"text\": \"She\", \"sources\": [\"q\"] } ], \"settled\": { \"text\": \"She\", \"sources\": [\"r\"] } } ] },"
  "   { \"id\": \"b\", \"title\": \"Gate closes\", \"when\": \"2025-07\","
  "     \"links\": [ { \"to\": \"a\", \"kind\": \"answers\", \"sources\": [\"p\"] } ] },"
  "   { \"id\": \"c\", \"title\": \"Gate rots\", \"when\": \"2026\","
  "     \"claims\": [ { \"id\": \"c2\", \"text\": \"Two\", \"status\": \"reported\","
  "                     \"sources\": [ { \"source\": \"p\", \"where\": \"1\" } ] } ] } ] }";

static TlTimeline *
load_document (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, strlen (document));
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);
  const TlDiagnostic *diagnostics;
  guint n;

  diagnostics = tl_diagnostics_get (load->diagnostics, &n);
  for (guint i = 0; i < n; i++)
    g_test_message ("%s", diagnostics[i].message);
  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 0);

  return g_object_ref (load->timeline);
}

static void
check_name (TlTimeline *timeline,
            guint32     event,
            guint       n,
            const char *expected)
{
  g_autofree char *name = tl_event_dup_spoken_name (timeline, event, event, n, NULL);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_spoken_name (void)
{
  g_autoptr (TlTimeline) timeline = load_document ();

  check_name (timeline, 0, 3, "Gate opens, 12 June 2025, Port, deal, 3 sources, sources differ, 1 of 3");
  check_name (timeline, 1, 3, "Gate closes, July 2025, no source, 2 of 3");
  check_name (timeline, 2, 3, "Gate rots, 2026, 1 source, 3 of 3");
  check_name (timeline, 2, 0, "Gate rots, 2026, 1 source");
}

static void
check_independent (TlTimeline *timeline,
                   guint32     event,
                   const char *expected)
{
  g_autofree char *words = tl_event_dup_independent (timeline, &tl_timeline_get_events (timeline, NULL)[event], NULL);

  g_assert_cmpstr (words, ==, expected);
}

/* q relays p; what a link rests on does not count for the event. */
static void
test_spoken_independent (void)
{
  g_autoptr (TlTimeline) timeline = load_document ();

  check_independent (timeline, 0, "2 independent sources");
  check_independent (timeline, 1, "no source");
  check_independent (timeline, 2, "1 independent source");
}

static const char *
mark_cb (const char *context,
         const char *msgid,
         gpointer    data)
{
  g_assert_nonnull (context);

  return g_str_equal (msgid, ", ") ? " | " : msgid;
}

static void
test_spoken_words (void)
{
  g_autoptr (TlTimeline) timeline = load_document ();
  const TlWords words = { mark_cb, NULL };
  g_autofree char *name = tl_event_dup_spoken_name (timeline, 2, 2, 3, &words);

  g_assert_cmpstr (name, ==, "Gate rots | 2026 | 1 source | 3 of 3");
}

static void
test_lane_words (void)
{
  g_autoptr (TlTimeline) timeline = load_document ();
  const TlLane *lanes = tl_timeline_get_lanes (timeline, NULL);
  g_autofree char *one = tl_lane_dup_count (1, NULL);
  g_autofree char *none = tl_lane_dup_count (0, NULL);

  g_assert_cmpstr (tl_lane_get_name (timeline, &lanes[0], NULL), ==, "Port");
  g_assert_cmpstr (tl_lane_get_name (timeline, &lanes[1], NULL), ==, "No actor");
  g_assert_cmpstr (one, ==, "1 event");
  g_assert_cmpstr (none, ==, "0 events");
}

typedef struct
{
  const char *publisher;
  const char *address;
  const char *host;
  const char *nature;
} SourceCase;

static const SourceCase source_cases[] = {
  { "Gazette", "https://www.Bücher.example:8080/a?b", "www.xn--bcher-kva.example:8080", "" },
  { "Ada", "http://x.example/", "x.example", "relays Gazette · copy" },
  { "Rag", NULL, NULL, "outside source" },
  { "Herald", "https://y.example/", "y.example", "relays another report" },
};

static void
test_source_words (void)
{
  g_autoptr (TlTimeline) timeline = load_document ();
  const TlSource *sources = tl_timeline_get_sources (timeline, NULL);
  const TlEvent *event = &tl_timeline_get_events (timeline, NULL)[0];
  const TlClaim *claim = tl_timeline_get_claims (timeline, event->claims);
  g_autofree char *names = tl_sources_dup_names (timeline, tl_timeline_get_citations (timeline, claim->citations),
                                                 claim->citations.count, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (source_cases); i++)
    {
      g_autofree char *host = tl_source_dup_host (tl_source_get_address (timeline, &sources[i]));
      g_autofree char *nature = tl_source_dup_nature (timeline, &sources[i], NULL);

      g_assert_cmpstr (tl_source_get_publisher (timeline, &sources[i]), ==, source_cases[i].publisher);
      g_assert_cmpstr (tl_source_get_address (timeline, &sources[i]), ==, source_cases[i].address);
      g_assert_cmpstr (host, ==, source_cases[i].host);
      g_assert_cmpstr (nature, ==, source_cases[i].nature);
    }
  g_assert_cmpstr (names, ==, "Gazette, Ada");
}

/* The rows as text: a source by its id, what it carries by event and kind. */
static char *
print_rows (TlTimeline          *timeline,
            const TlSourceIndex *index)
{
  static const char *const kinds[] = { "claim", "figure", "date", "side", "settled", "link" };
  const TlSource *sources = tl_timeline_get_sources (timeline, NULL);
  const TlEvent *events = tl_timeline_get_events (timeline, NULL);
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < tl_source_index_get_n_rows (index); row++)
    {
      guint32 source;
      const TlCarried *carried = tl_source_index_find_row (index, row, &source);

      if (carried == NULL)
        g_string_append_printf (text, "%s:", tl_timeline_get_text (timeline, sources[source].id));
      else
        g_string_append_printf (text, "%s %s;", tl_timeline_get_text (timeline, events[carried->event].id),
                                kinds[carried->kind]);
    }

  return g_string_free (text, FALSE);
}

static void
test_index_rows (void)
{
  g_autoptr (TlTimeline) timeline = load_document ();
  g_autoptr (TlSourceIndex) index = tl_source_index_new (timeline, NULL, 0);
  g_autofree char *rows = print_rows (timeline, index);
  const TlCarried *carried;
  guint n;

  g_assert_cmpstr (rows, ==,
                   "p:a claim;a side;b link;c claim;"
                   "q:a claim;a figure;a date;a side;"
                   "r:a settled;"
                   "s:");
  g_assert_cmpuint (tl_source_index_get_n_sources (index), ==, 4);
  g_assert_cmpuint (tl_source_index_get_n_carried (index), ==, 9);
  carried = tl_source_index_get_carried (index, 1, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (carried[1].kind, ==, TL_CARRIED_FIGURE);
  tl_source_index_get_carried (index, 3, &n);
  g_assert_cmpuint (n, ==, 0);

  g_assert_cmpuint (tl_source_index_find_event (index, 0), ==, 1);
  g_assert_cmpuint (tl_source_index_find_event (index, 1), ==, 3);
  g_assert_cmpuint (tl_source_index_find_event (index, 2), ==, 4);
  g_assert_cmpuint (tl_source_index_find_event (index, 3), ==, G_MAXUINT);
}

/* Sources that carry nothing of these events have no rows. */
static void
test_index_of_some (void)
{
  static const guint32 some[] = { 1, 2 };
  static const guint32 first[] = { 0 };
  g_autoptr (TlTimeline) timeline = load_document ();
  g_autoptr (TlSourceIndex) index = tl_source_index_new (timeline, some, G_N_ELEMENTS (some));
  g_autoptr (TlSourceIndex) other = tl_source_index_new (timeline, first, G_N_ELEMENTS (first));
  g_autoptr (TlSourceIndex) none = tl_source_index_new (timeline, some, 0);
  g_autofree char *rows = print_rows (timeline, index);
  g_autofree char *other_rows = print_rows (timeline, other);

  g_assert_cmpstr (rows, ==, "p:b link;c claim;");
  g_assert_cmpuint (tl_source_index_find_event (index, 2), ==, 2);
  g_assert_cmpuint (tl_source_index_find_event (index, 0), ==, G_MAXUINT);
  g_assert_cmpuint (tl_events_count_sources (timeline, some, G_N_ELEMENTS (some)), ==, 1);

  g_assert_cmpstr (other_rows, ==, "p:a claim;a side;q:a claim;a figure;a date;a side;r:a settled;");
  g_assert_cmpuint (tl_events_count_sources (timeline, first, G_N_ELEMENTS (first)), ==, 3);

  g_assert_cmpuint (tl_source_index_get_n_rows (none), ==, 0);
}

static void
test_index_empty (void)
{
  static const char empty[] = "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"T\", \"events\": ["
                              "  { \"id\": \"a\", \"title\": \"A\", \"when\": \"2025\" } ] }";
  g_autoptr (GBytes) bytes = g_bytes_new_static (empty, strlen (empty));
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);
  g_autoptr (TlSourceIndex) index = tl_source_index_new (load->timeline, NULL, 0);

  g_assert_cmpuint (tl_source_index_get_n_rows (index), ==, 0);
  g_assert_cmpuint (tl_source_index_find_event (index, 0), ==, G_MAXUINT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-spoken/name", test_spoken_name);
  g_test_add_func ("/event-spoken/independent", test_spoken_independent);
  g_test_add_func ("/event-spoken/words", test_spoken_words);
  g_test_add_func ("/lane-words", test_lane_words);
  g_test_add_func ("/source-words", test_source_words);
  g_test_add_func ("/source-index/rows", test_index_rows);
  g_test_add_func ("/source-index/of-some", test_index_of_some);
  g_test_add_func ("/source-index/empty", test_index_empty);

  return g_test_run ();
}
