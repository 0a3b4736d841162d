/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-load.h"

#include <locale.h>
#include <string.h>

/* What a sound file becomes: every key of the format arrives where it
 * belongs, in the order it belongs.
 */

static TlLoad *
load_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return tl_load_bytes (bytes, NULL);
}

/* Loads the inside of a timeline, which has to be sound. */
static TlLoad *
load_sound (const char *inside)
{
  g_autofree char *text = g_strdup_printf ("{ \"format\": \"throughline\", \"version\": 1, \"title\": \"T\"%s }", inside);
  TlLoad *load = load_text (text);

  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 0);

  return load;
}

static TlLoad *
load_every_key (void)
{
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, "data", "good", "every-key.timeline.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GError) error = NULL;
  TlLoad *load = tl_load_file (file, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 0);
  g_assert_cmpuint (tl_diagnostics_get_n_warnings (load->diagnostics), ==, 0);
  g_assert_cmpuint (load->n_left_out, ==, 0);

  return load;
}

#define TEXT(handle) tl_timeline_get_text (timeline, handle)

static void
test_load_timeline (void)
{
  g_autoptr (TlLoad) load = load_every_key ();
  TlTimeline *timeline = load->timeline;
  const TlLane *lanes;
  const TlActor *actors;
  const TlCategory *categories;
  guint n;

  g_assert_cmpstr (tl_timeline_get_title (timeline), ==, "The harbour gate");
  g_assert_cmpstr (tl_timeline_get_subtitle (timeline), ==, "Every key of the format, once");
  g_assert_cmpstr (tl_timeline_get_language (timeline), ==, "en");
  g_assert_cmpstr (tl_timeline_get_as_of (timeline), ==, "2025-07-01");
  g_assert_cmpfloat (tl_timeline_get_talk_minutes (timeline), ==, 5);

  lanes = tl_timeline_get_lanes (timeline, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (TEXT (lanes[0].id), ==, "city");
  g_assert_cmpstr (TEXT (lanes[1].name), ==, "Trade");
  g_assert_true (TL_COLOUR_IS_PALETTE (lanes[0].colour));
  g_assert_cmpuint (lanes[1].colour, ==, 0);
  g_assert_cmpuint (lanes[0].actors.count, ==, 2);
  g_assert_cmpuint (tl_timeline_get_indices (timeline, lanes[0].actors)[1], ==, 1);

  actors = tl_timeline_get_actors (timeline, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (TEXT (actors[1].name), ==, "Ada Holm");
  g_assert_cmpint (actors[1].kind, ==, TL_ACTOR_PERSON);
  g_assert_true (TL_COLOUR_IS_RGB (actors[0].colour));
  g_assert_cmphex (TL_COLOUR_VALUE (actors[0].colour), ==, 0x1c71d8);
  g_assert_cmpuint (actors[1].lane, ==, 0);
  g_assert_cmpuint (actors[2].lane, ==, 1);

  categories = tl_timeline_get_categories (timeline, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (categories[0].symbol, ==, TL_SYMBOL_SQUARE);
  g_assert_cmpint (categories[1].symbol, ==, TL_SYMBOL_STATEMENT);
}

static void
test_load_sources (void)
{
  g_autoptr (TlLoad) load = load_every_key ();
  TlTimeline *timeline = load->timeline;
  const TlSource *sources;
  const TlEra *eras;
  guint n;

  sources = tl_timeline_get_sources (timeline, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (TEXT (sources[0].publisher), ==, "Harbour Gazette");
  g_assert_cmpstr (TEXT (sources[0].title), ==, "Gate stays shut");
  g_assert_cmpstr (TEXT (sources[0].author), ==, "Bo Lind");
  g_assert_cmpstr (TEXT (sources[0].published_text), ==, "2025-06-13");
  g_assert_cmpstr (TEXT (sources[0].url), ==, "https://example.org/gate");
  g_assert_cmpstr (TEXT (sources[0].archived), ==, "https://archive.example.org/gate");
  g_assert_cmpstr (TEXT (sources[0].note), ==, "Free to read.");
  g_assert_cmpint (sources[0].kind, ==, TL_SOURCE_FIRST_HAND_REPORT);
  g_assert_cmpint (sources[0].url_is, ==, TL_URL_IS_ORIGINAL);
  g_assert_cmpint (sources[0].checked, ==, TL_CHECKED_SEEN);
  g_assert_cmpuint (sources[0].relays, ==, TL_NONE);
  g_assert_cmpuint (sources[1].relays, ==, 0);
  g_assert_false (sources[1].outside);
  g_assert_true (sources[2].outside);
  g_assert_cmpuint (tl_timeline_find_source (timeline, "log"), ==, 2);
  g_assert_cmpuint (tl_timeline_find_source (timeline, "closed"), ==, TL_NONE);

  eras = tl_timeline_get_eras (timeline, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (TEXT (eras[0].name), ==, "Repairs");
  g_assert_cmpstr (TEXT (eras[0].when_text), ==, "2025-05~");
  g_assert_cmpstr (TEXT (eras[0].when_end_text), ==, "[2025-06-20..2025-06-30]");
  g_assert_cmpstr (TEXT (eras[0].note), ==, "The quay was rebuilt.");
  g_assert_cmpint (eras[0].when.kind, ==, TL_DATE_LASTED);
}

static void
test_load_events (void)
{
  g_autoptr (TlLoad) load = load_every_key ();
  TlTimeline *timeline = load->timeline;
  const TlEvent *events;
  const TlLink *link;
  const TlMedia *media;
  guint n;

  events = tl_timeline_get_events (timeline, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (TEXT (events[0].id), ==, "closed");
  g_assert_cmpstr (TEXT (events[0].title), ==, "The port closes its eastern gate");
  g_assert_cmpstr (TEXT (events[0].label), ==, "Gate closed");
  g_assert_cmpstr (TEXT (events[0].summary), ==, "Lorries have to go round.");
  g_assert_cmpstr (TEXT (events[0].notes), ==, "Pause here.");
  g_assert_cmpuint (events[0].importance, ==, 5);
  g_assert_cmpuint (events[1].importance, ==, 3);
  g_assert_cmpuint (events[0].category, ==, 0);
  g_assert_cmpuint (events[0].actors.count, ==, 2);
  g_assert_cmpuint (events[0].line, ==, 57);
  g_assert_cmpuint (events[1].number, ==, 1);
  g_assert_false (events[0].context);
  g_assert_true (events[1].context);
  g_assert_true (events[0].dated_by_own);
  g_assert_false (events[1].dated_by_own);
  g_assert_cmpuint (tl_timeline_get_citations (timeline, events[1].dated_by)->source, ==, 2);
  g_assert_cmpuint (tl_timeline_get_event_lane (timeline, &events[1]), ==, 0);
  g_assert_cmpuint (tl_timeline_find_event (timeline, "answer"), ==, 1);

  g_assert_cmpuint (events[0].links.count, ==, 1);
  link = tl_timeline_get_links (timeline, events[0].links);
  g_assert_cmpuint (link->to, ==, 1);
  g_assert_cmpint (link->kind, ==, TL_LINK_LED_TO);
  g_assert_cmpint (link->status, ==, TL_STATUS_DISPUTED);
  g_assert_cmpuint (link->citations.count, ==, 1);
  g_assert_cmpstr (TEXT (link->note), ==, "The mayor names another reason.");

  g_assert_cmpuint (events[0].media.count, ==, 1);
  media = tl_timeline_get_media (timeline, events[0].media);
  g_assert_cmpstr (TEXT (media->file), ==, "pictures/gate.png");
  g_assert_cmpstr (TEXT (media->alt), ==, "The gate, closed");
  g_assert_cmpstr (TEXT (media->credit), ==, "Port authority");
}

static void
test_load_claims (void)
{
  g_autoptr (TlLoad) load = load_every_key ();
  TlTimeline *timeline = load->timeline;
  const TlEvent *event = tl_timeline_get_events (timeline, NULL);
  const TlClaim *claim = tl_timeline_get_claims (timeline, event->claims);
  const TlCitation *citations = tl_timeline_get_citations (timeline, claim->citations);
  const TlFigure *figure = tl_timeline_get_figures (timeline, event->figures);
  const TlDifference *difference = tl_timeline_get_differences (timeline, event->differences);
  const TlSide *sides = tl_timeline_get_sides (timeline, difference->sides);

  g_assert_cmpuint (event->claims.count, ==, 1);
  g_assert_cmpstr (TEXT (claim->id), ==, "lorries");
  g_assert_cmpstr (TEXT (claim->text), ==, "The gate served 300 lorries a day.");
  g_assert_cmpint (claim->status, ==, TL_STATUS_REPORTED);
  g_assert_cmpuint (claim->citations.count, ==, 2);
  g_assert_cmpuint (citations[0].source, ==, 1);
  g_assert_cmpuint (citations[0].via, ==, 0);
  g_assert_cmpstr (TEXT (citations[0].where), ==, "paragraph 2");
  g_assert_cmpuint (citations[1].source, ==, 0);
  g_assert_cmpuint (citations[1].via, ==, TL_NONE);
  g_assert_cmpuint (tl_timeline_count_independent (timeline, citations, 2), ==, 1);
  g_assert_cmpfloat (tl_timeline_get_figures (timeline, claim->figures)->low, ==, 300);

  g_assert_cmpuint (event->figures.count, ==, 1);
  g_assert_cmpfloat (figure->low, ==, 1200000);
  g_assert_cmpfloat (figure->high, ==, 1500000);
  g_assert_cmpint (figure->qualifier, ==, TL_QUALIFIED_ABOUT);
  g_assert_cmpstr (TEXT (figure->unit), ==, "EUR");
  g_assert_cmpstr (TEXT (figure->label), ==, "lost");

  g_assert_cmpstr (TEXT (difference->question), ==, "Who closed it?");
  g_assert_cmpuint (difference->sides.count, ==, 2);
  g_assert_cmpstr (TEXT (sides[1].text), ==, "The city");
  g_assert_cmpstr (TEXT (difference->settled), ==, "The port's own log says that it did.");
  g_assert_cmpuint (tl_timeline_get_citations (timeline, difference->settled_citations)->source, ==, 2);
}

static void
test_load_talk (void)
{
  g_autoptr (TlLoad) load = load_every_key ();
  TlTimeline *timeline = load->timeline;
  const TlStep *steps;
  guint n;

  steps = tl_timeline_get_steps (timeline, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (TEXT (steps[0].id), ==, "first");
  g_assert_cmpstr (TEXT (steps[0].title), ==, "The gate");
  g_assert_cmpuint (steps[0].events.count, ==, 2);
  g_assert_cmpuint (tl_timeline_get_indices (timeline, steps[0].events)[1], ==, 1);
  g_assert_cmpuint (steps[0].highlight.count, ==, 1);
  g_assert_cmpuint (steps[0].figures.count, ==, 1);
  g_assert_false (steps[0].hidden);
  g_assert_true (steps[1].hidden);
  g_assert_cmpuint (steps[1].window_text, !=, 0);
}

/* Sorted by earliest, then latest, then place in the file; whatever refers
 * to an event still finds it.
 */
static void
test_load_order (void)
{
  g_autoptr (TlLoad) load = load_sound (
    ", \"events\": ["
    "{ \"id\": \"d\", \"title\": \"D\", \"when\": \"2025-06\", \"links\": [{ \"to\": \"a\", \"kind\": \"answers\" }] },"
    "{ \"id\": \"c\", \"title\": \"C\", \"when\": \"2025-06-01\" },"
    "{ \"id\": \"b\", \"title\": \"B\", \"when\": \"2025-06-01\" },"
    "{ \"id\": \"e\", \"title\": \"E\", \"when\": \"2025-06-02\" },"
    "{ \"id\": \"a\", \"title\": \"A\", \"when\": \"../2020\" }]");
  static const char *const expected[] = { "a", "c", "b", "d", "e" };
  TlTimeline *timeline = load->timeline;
  const TlEvent *events;
  guint n;

  events = tl_timeline_get_events (timeline, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (TEXT (events[i].id), ==, expected[i]);
      g_assert_cmpuint (tl_timeline_find_event (timeline, expected[i]), ==, i);
    }
  g_assert_cmpuint (events[3].number, ==, 0);
  g_assert_cmpuint (tl_timeline_get_links (timeline, events[3].links)->to, ==, 0);
}

/* Many events in no order, many of them on the same day. */
static void
test_load_order_at_random (void)
{
  for (guint n_events = 1; n_events < 700; n_events = n_events * 3 + 1)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (n_events);
      g_autoptr (GString) inside = g_string_new (", \"events\": [");
      g_autoptr (TlLoad) load = NULL;
      const TlEvent *events;
      guint n;

      for (guint i = 0; i < n_events; i++)
        g_string_append_printf (inside, "%s{ \"id\": \"e%u\", \"title\": \"E\", \"when\": \"2025-%02d%s\" }",
                                i > 0 ? ", " : "", i, g_rand_int_range (rand, 1, 13),
                                g_rand_boolean (rand) ? "-01" : "");
      g_string_append_c (inside, ']');
      load = load_sound (inside->str);

      events = tl_timeline_get_events (load->timeline, &n);
      g_assert_cmpuint (n, ==, n_events);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("e%u", events[i].number);
          int order = i > 0 ? tl_date_compare (&events[i - 1].when, &events[i].when) : -1;

          g_assert_cmpstr (tl_timeline_get_text (load->timeline, events[i].id), ==, id);
          g_assert_cmpuint (tl_timeline_find_event (load->timeline, id), ==, i);
          g_assert_true (order < 0 || (order == 0 && events[i - 1].number < events[i].number));
        }
    }
}

/* Parts may stand in any order in the file. */
static void
test_load_references_ahead (void)
{
  g_autoptr (TlLoad) load = load_sound (
    ", \"events\": [{ \"id\": \"a\", \"title\": \"A\", \"when\": \"2025\", \"actors\": [\"two\", \"one\"], \"category\": \"k\","
    "  \"claims\": [{ \"text\": \"x\", \"status\": \"opinion\", \"sources\": [{ \"source\": \"t\", \"via\": \"s\" }] }] }],"
    "  \"sources\": [{ \"id\": \"r\", \"publisher\": \"R\" }, { \"id\": \"s\", \"publisher\": \"S\" }, { \"id\": \"t\", \"publisher\": \"T\" }],"
    "  \"categories\": [{ \"id\": \"j\", \"name\": \"J\" }, { \"id\": \"k\", \"name\": \"K\" }],"
    "  \"actors\": [{ \"id\": \"zero\", \"name\": \"0\" }, { \"id\": \"one\", \"name\": \"1\" }, { \"id\": \"two\", \"name\": \"2\" }]");
  TlTimeline *timeline = load->timeline;
  const TlEvent *event = tl_timeline_get_events (timeline, NULL);
  const TlCitation *citation = tl_timeline_get_citations (timeline, tl_timeline_get_claims (timeline, event->claims)->citations);

  g_assert_cmpuint (tl_timeline_get_indices (timeline, event->actors)[0], ==, 2);
  g_assert_cmpuint (tl_timeline_get_indices (timeline, event->actors)[1], ==, 1);
  g_assert_cmpuint (event->category, ==, 1);
  g_assert_cmpuint (citation->source, ==, 2);
  g_assert_cmpuint (citation->via, ==, 1);
}

/* Without lanes each event's first actor makes one, in order of time. */
static void
test_load_lanes_made (void)
{
  g_autoptr (TlLoad) load = load_sound (
    ", \"actors\": [{ \"id\": \"p\", \"name\": \"P\", \"colour\": \"red\" }, { \"id\": \"q\", \"name\": \"Q\" }, { \"id\": \"r\", \"name\": \"R\" }],"
    "  \"events\": [{ \"id\": \"a\", \"title\": \"A\", \"when\": \"2025\", \"actors\": [\"p\", \"r\"] },"
    "  { \"id\": \"b\", \"title\": \"B\", \"when\": \"2024\", \"actors\": [\"q\"] }, { \"id\": \"c\", \"title\": \"C\", \"when\": \"2026\" }]");
  TlTimeline *timeline = load->timeline;
  const TlEvent *events = tl_timeline_get_events (timeline, NULL);
  const TlLane *lanes;
  guint n;

  lanes = tl_timeline_get_lanes (timeline, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (TEXT (lanes[0].name), ==, "Q");
  g_assert_cmpstr (TEXT (lanes[1].name), ==, "P");
  g_assert_cmpuint (lanes[1].colour, !=, 0);
  g_assert_null (TEXT (lanes[2].name));
  g_assert_cmpuint (tl_timeline_get_event_lane (timeline, &events[0]), ==, 0);
  g_assert_cmpuint (tl_timeline_get_event_lane (timeline, &events[1]), ==, 1);
  g_assert_cmpuint (tl_timeline_get_event_lane (timeline, &events[2]), ==, 2);
  g_assert_cmpuint (tl_timeline_get_actors (timeline, NULL)[2].lane, ==, TL_NONE);
}

/* What is broken is left out, and nothing points to it. */
static void
test_load_left_out (void)
{
  g_autoptr (TlLoad) load = load_text (
    "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"T\", \"sources\": [{ \"id\": \"s\" }],"
    "  \"events\": [{ \"id\": \"a\", \"title\": \"A\", \"claims\": [{ \"id\": \"x\", \"text\": \"x\", \"status\": \"opinion\", \"sources\": [] }],"
    "    \"figures\": [{ \"id\": \"f\", \"value\": 1 }] },"
    "  { \"id\": \"b\", \"title\": \"B\", \"when\": \"2025\", \"links\": [{ \"to\": \"a\", \"kind\": \"answers\" }, { \"to\": \"b\", \"kind\": \"repeats\" }],"
    "    \"claims\": [{ \"text\": \"y\", \"status\": \"odd\" }, { \"id\": \"z\", \"text\": \"z\", \"status\": \"opinion\", \"sources\": [\"s\", \"none\"] }] }],"
    "  \"talk\": { \"steps\": [{ \"title\": \"S\", \"events\": [\"a\", \"b\"], \"figures\": [\"f\"] }] } }");
  TlTimeline *timeline = load->timeline;
  const TlEvent *events;
  const TlStep *step;
  guint n;

  g_assert_cmpuint (load->n_left_out, ==, 1);
  events = tl_timeline_get_events (timeline, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (events[0].links.count, ==, 1);
  g_assert_cmpuint (tl_timeline_get_links (timeline, events[0].links)->to, ==, 0);
  g_assert_cmpuint (events[0].claims.count, ==, 1);
  g_assert_cmpuint (tl_timeline_get_claims (timeline, events[0].claims)->citations.count, ==, 0);
  g_assert_cmpuint (tl_timeline_find_event (timeline, "a"), ==, TL_NONE);
  step = tl_timeline_get_steps (timeline, NULL);
  g_assert_cmpuint (step->events.count, ==, 1);
  g_assert_cmpuint (step->figures.count, ==, 0);
}

static void
test_load_independent (void)
{
  g_autoptr (TlLoad) load = load_sound (
    ", \"sources\": [{ \"id\": \"wire\", \"publisher\": \"W\" }, { \"id\": \"a\", \"publisher\": \"A\", \"relays\": \"wire\" },"
    "  { \"id\": \"b\", \"publisher\": \"B\", \"relays\": \"a\" }, { \"id\": \"own\", \"publisher\": \"O\" }],"
    "  \"events\": [{ \"id\": \"e\", \"title\": \"E\", \"when\": \"2025\", \"claims\": ["
    "    { \"text\": \"1\", \"status\": \"reported\", \"sources\": [\"a\", \"b\"] },"
    "    { \"text\": \"2\", \"status\": \"reported\", \"sources\": [\"a\", \"b\", \"wire\", \"own\"] },"
    "    { \"text\": \"3\", \"status\": \"reported\", \"sources\": [{ \"source\": \"own\", \"via\": \"b\" }, \"wire\"] },"
    "    { \"text\": \"4\", \"status\": \"reported\", \"sources\": [\"own\", \"own\"] }] }]");
  static const guint expected[] = { 1, 2, 1, 1 };
  TlTimeline *timeline = load->timeline;
  const TlClaim *claims = tl_timeline_get_claims (timeline, tl_timeline_get_events (timeline, NULL)->claims);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (tl_timeline_count_independent (timeline, tl_timeline_get_citations (timeline, claims[i].citations),
                                                     claims[i].citations.count),
                      ==, expected[i]);
  g_assert_cmpuint (tl_timeline_count_independent (timeline, NULL, 0), ==, 0);
}

static void
test_load_language (void)
{
  g_autoptr (TlLoad) without = load_sound ("");
  g_autoptr (TlLoad) with = load_sound (", \"language\": \"pt-BR\"");

  g_assert_cmpstr (tl_timeline_get_language (without->timeline), ==, "en");
  g_assert_cmpstr (tl_timeline_get_language (with->timeline), ==, "pt-BR");
}

/* Numbers of a file are read alike where people write them otherwise. */
static void
test_load_decimal_point (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "ps_AF.UTF-8" };
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  guint n_tried = 0;

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autoptr (TlLoad) load = NULL;

      if (setlocale (LC_NUMERIC, locales[i]) == NULL)
        continue;

      load = load_sound (", \"events\": [{ \"id\": \"e\", \"title\": \"E\", \"when\": \"2025\","
                         " \"figures\": [{ \"value\": 1.5 }, { \"value\": 2e-3 }] }]");
      g_assert_cmpfloat (tl_timeline_get_figures (load->timeline, tl_timeline_get_events (load->timeline, NULL)->figures)[0].low,
                         ==, 1.5);
      g_assert_cmpstr (setlocale (LC_NUMERIC, NULL), ==, locales[i]);
      n_tried++;
    }
  setlocale (LC_NUMERIC, before);

  if (n_tried == 0)
    g_test_skip ("neither de_DE.UTF-8 nor ps_AF.UTF-8 is there; scripts/test makes them");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/load/timeline", test_load_timeline);
  g_test_add_func ("/load/sources", test_load_sources);
  g_test_add_func ("/load/events", test_load_events);
  g_test_add_func ("/load/claims", test_load_claims);
  g_test_add_func ("/load/talk", test_load_talk);
  g_test_add_func ("/load/order", test_load_order);
  g_test_add_func ("/load/order-at-random", test_load_order_at_random);
  g_test_add_func ("/load/references-ahead", test_load_references_ahead);
  g_test_add_func ("/load/lanes-made", test_load_lanes_made);
  g_test_add_func ("/load/left-out", test_load_left_out);
  g_test_add_func ("/load/independent", test_load_independent);
  g_test_add_func ("/load/language", test_load_language);

  g_test_add_func ("/load/decimal-point", test_load_decimal_point);

  return g_test_run ();
}
