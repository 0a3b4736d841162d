/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf.h"
#include "tl-filter-count.h"
#include "tl-filter-words.h"
#include "tl-load.h"
#include "tl-search.h"

#include <string.h>

/* Which events a filter leaves. */

static const char document[] =
  "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"T\","
  "  \"actors\": [ { \"id\": \"ada\", \"name\": \"Ada Hölm\" }, { \"id\": \"port\", \"name\": \"Port\" } ],"
  "  \"lanes\": [ { \"id\": \"people\", \"name\": \"People of the port\", \"actors\": [\"ada\"] },"
  "             { \"id\": \"trade\", \"name\": \"Trade\", \"actors\": [\"port\"] } ],"
  "  \"sources\": [ { \"id\": \"one,two\", \"publisher\": \"Gazette\" }, { \"id\": \"gz\", \"publisher\": \"GAZETTE\" },"
  "               { \"id\": \"far\", \"publisher\": \"Far away\", \"outside\": true } ],"
  "  \"categories\": [ { \"id\": \"deal\", \"name\": \"Déals\" }, { \"id\": \"talk\", \"name\": \"Talks\" } ],"
  "  \"events\": ["
  "   { \"id\": \"a\", \"title\": \"Gate closes\", \"when\": \"2024-12-31\", \"actors\": [\"port\"], \"category\": \"deal\","
  "     \"figures\": [ { \"value\": 29, \"label\": \"the valuation\" } ],"
  "     \"claims\": [ { \"text\": \"ÉCLAIRS were served\", \"status\": \"reported\","
  "                     \"figures\": [ { \"value\": 3, \"label\": \"trays of them\" } ],"
  "                     \"sources\": [\"one,two\"] } ] },"
  "   { \"id\": \"b\", \"title\": \"Gate opens\", \"when\": \"2025-06\", \"actors\": [\"ada\", \"port\"], \"category\": \"talk\","
  "     \"claims\": [ { \"text\": \"It opened\", \"status\": \"disputed\", \"sources\": [\"gz\", \"far\"] },"
  "                   { \"text\": \"Twice\", \"status\": \"denied\", \"sources\": [\"gz\"] } ],"
  "     \"differences\": [ { \"question\": \"When?\", \"sides\": ["
  "       { \"text\": \"Early\", \"sources\": [\"gz\"] }, { \"text\": \"Late\", \"sources\": [\"far\"] } ] } ] },"
  "   { \"id\": \"c\", \"title\": \"Straße\", \"when\": \"2025-06-12/2026\", \"actors\": [\"port\"], \"label\": \"Road\","
  "     \"summary\": \"A ﬁne one\" },"
  "   { \"id\": \"d\", \"title\": \"Ever since\", \"when\": \"2023/..\", \"context\": true } ] }";

static TlLoad *
load_document (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, strlen (document));
  TlLoad *load = tl_load_bytes (bytes, NULL);

  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 0);

  return load;
}

/* The ids of the events that are left, one letter each. @arguments are as on
 * a command line. */
static char *
apply (const char *const *arguments,
       GError           **error)
{
  g_autoptr (TlLoad) load = load_document ();
  const TlEvent *events = tl_timeline_get_events (load->timeline, NULL);
  g_autoptr (TlFilter) filter = tl_filter_new_from_arguments (arguments, error);
  g_autoptr (GArray) shown = NULL;
  GString *ids;

  if (filter == NULL || !tl_filter_resolve (filter, load->timeline, error))
    return NULL;

  shown = tl_filter_apply (filter, load->timeline);
  ids = g_string_new (NULL);
  for (guint i = 0; i < shown->len; i++)
    g_string_append (ids, tl_timeline_get_text (load->timeline, events[g_array_index (shown, guint32, i)].id));

  return g_string_free (ids, FALSE);
}

#define ARGUMENTS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
check_leaves (const char *const *arguments,
              const char        *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = apply (arguments, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
}

static void
check_refuses (const char *const *arguments,
               const char        *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = apply (arguments, &error);

  g_assert_null (found);
  g_assert_error (error, TL_FILTER_ERROR, TL_FILTER_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==, expected);
}

/* One condition each. */
static void
test_filter_conditions (void)
{
  static const struct
  {
    const char *option;
    const char *value;
    const char *expected;
  } cases[] = {
    { "--lanes", "trade", "ac" },
    { "--lanes", "PEOPLE of the pört", "b" },
    { "--lanes", "trade,people", "abc" },
    { "--lanes", "trade, people,", "abc" },
    { "--lanes", "no actor", "d" },
    { "--actors", "port", "abc" },
    { "--actors", "ada hölm", "b" },
    { "--category", "talk", "b" },
    { "--category", "deals", "a" },
    { "--category", "no category,talk", "dbc" },
    { "--status", "reported", "a" },
    { "--status", "denied,reported", "ab" },
    { "--status", "retracted", "" },
    { "--source", "one\\,two", "a" },
    { "--source", "gazette", "ab" },
    { "--source", "far", "b" },
    { "--context", "only", "d" },
    { "--context", "none", "abc" },
    { "--events", "c,d,c", "dc" },
  };

  check_leaves (ARGUMENTS (NULL), "dabc");
  check_leaves (ARGUMENTS ("--differing"), "b");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].option, cases[i].value);
      check_leaves (ARGUMENTS (cases[i].option, cases[i].value), cases[i].expected);
    }
}

static void
test_filter_unknown (void)
{
  check_refuses (ARGUMENTS ("--lanes", "trade,traed"), "there is no lane “traed”; did you mean “trade”?");
  check_refuses (ARGUMENTS ("--actors", "prot"), "there is no actor “prot”; did you mean “port”?");
  check_refuses (ARGUMENTS ("--category", "opera"),
                 "there is no category “opera”; there are deal, talk, no category");
  check_refuses (ARGUMENTS ("--status", "true"),
                 "there is no status “true” of claims; there are confirmed, reported, disputed, denied, retracted, opinion");
  check_refuses (ARGUMENTS ("--source", "Mirror"), "there is no source “Mirror”; there are one,two, gz, far");
  check_refuses (ARGUMENTS ("--context", "some"), "context cannot be “some”; there are only, none");
  check_refuses (ARGUMENTS ("--events", "zz"), "there is no event with the id “zz”; there are d, a, b, c");
}

static void
test_filter_search (void)
{
  static const struct
  {
    const char *words;
    const char *expected;
  } cases[] = {
    { "gate", "ab" },
    { "GATE opens", "b" },
    { "opens gate", "b" },
    { "", "dabc" },
    { " \t\xe2\x80\x83", "dabc" },
    { "eclairs", "a" },      /* a claim */
    { "é́clairs", "a" },
    { "valuation", "a" },    /* a figure */
    { "trays", "a" },        /* that of a claim */
    { "when?", "b" },        /* a difference */
    { "late", "b" },         /* a side of it */
    { "strasse", "c" },
    { "STRASSE", "c" },
    { "road", "c" },         /* the label */
    { "fine", "c" },         /* the summary, with a ligature */
    { "holm", "b" },         /* an actor */
    { "port", "abc" },
    { "closesé", "" },
    { "closes\xc3\xa9""clairs", "" },
    { "nowhere gate", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].words);
      check_leaves (ARGUMENTS ("--search", cases[i].words), cases[i].expected);
    }
}

static void
test_filter_window (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *expected;
  } cases[] = {
    { "2025", NULL, "dbc" },
    { NULL, "2024-12-31", "da" },
    { NULL, "2024-12-30", "d" },
    { NULL, "2022", "" },
    { "2025-06-30", "2025-06-30", "dbc" },
    { "2025-07-01", "2026-12-31", "dc" },
    { "2027", "2030", "d" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *both[] = { "--from", cases[i].from, "--to", cases[i].to, NULL };
      const char *const *arguments = cases[i].from != NULL ? both : both + 2;

      if (cases[i].to == NULL)
        both[2] = NULL;
      g_test_message ("%s to %s", cases[i].from, cases[i].to);
      check_leaves (arguments, cases[i].expected);
    }
}

static void
test_filter_window_errors (void)
{
  g_autoptr (GError) syntax = NULL;
  g_autoptr (GError) day = NULL;
  g_autoptr (GError) order = NULL;
  g_autoptr (TlFilter) filter = tl_filter_new ();

  g_assert_false (tl_filter_set_window (filter, "June", NULL, &syntax));
  g_assert_error (syntax, TL_EDTF_ERROR, TL_EDTF_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (syntax->message, "June: "));
  g_assert_null (tl_filter_get_window (filter));

  /* What is wrong changes nothing. */
  g_assert_true (tl_filter_set_window (filter, "2024", "2025", NULL));
  g_assert_false (tl_filter_set_window (filter, NULL, "2025-02-30", &day));
  g_assert_error (day, TL_EDTF_ERROR, TL_EDTF_ERROR_IMPOSSIBLE);
  g_assert_true (g_str_has_prefix (day->message, "2025-02-30: "));
  g_assert_false (tl_filter_set_window (filter, "2025", "2024", &order));
  g_assert_error (order, TL_EDTF_ERROR, TL_EDTF_ERROR_ORDER);
  g_assert_cmpstr (*tl_filter_get (filter, TL_CONDITION_FROM), ==, "2024");
  g_assert_cmpint (tl_date_get_earliest (tl_filter_get_window (filter)), ==, tl_instant_from_civil (2024, 1, 1, 0, 0, 0));

  /* Both ends move at once, also past where the other one was. */
  g_assert_true (tl_filter_set_window (filter, "2030", "2031", NULL));
  g_assert_cmpint (tl_date_get_earliest (tl_filter_get_window (filter)), ==, tl_instant_from_civil (2030, 1, 1, 0, 0, 0));
  g_assert_true (tl_filter_clear (filter, TL_CONDITION_FROM));
  g_assert_cmpint (tl_date_get_earliest (tl_filter_get_window (filter)), ==, TL_INSTANT_MIN);
  g_assert_true (tl_filter_clear (filter, TL_CONDITION_TO));
  g_assert_null (tl_filter_get_window (filter));
}

static void
test_filter_all_conditions (void)
{
  check_leaves (ARGUMENTS ("--lanes", "trade", "--search", "gate"), "a");
  check_leaves (ARGUMENTS ("--lanes", "trade", "--search", "gate", "--category", "deal"), "a");
  check_leaves (ARGUMENTS ("--lanes", "trade", "--search", "road", "--category", "deal"), "");
  check_leaves (ARGUMENTS ("--actors", "port", "--context", "none", "--from", "2025"), "bc");
}

static void
test_filter_changes (void)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();
  g_autoptr (TlFilter) copy = NULL;

  g_assert_true (tl_filter_is_empty (filter));
  g_assert_true (tl_filter_add (filter, TL_CONDITION_LANE, "a"));
  g_assert_false (tl_filter_add (filter, TL_CONDITION_LANE, "a"));
  g_assert_true (tl_filter_add (filter, TL_CONDITION_LANE, "b"));
  g_assert_true (tl_filter_add (filter, TL_CONDITION_CONTEXT, TL_FILTER_CONTEXT_ONLY));
  g_assert_true (tl_filter_add (filter, TL_CONDITION_CONTEXT, TL_FILTER_CONTEXT_NONE));
  g_assert_false (tl_filter_has (filter, TL_CONDITION_CONTEXT, TL_FILTER_CONTEXT_ONLY));

  copy = tl_filter_copy (filter);
  g_assert_true (tl_filter_equal (filter, copy));
  g_assert_true (tl_filter_remove (copy, TL_CONDITION_LANE, "a"));
  g_assert_false (tl_filter_remove (copy, TL_CONDITION_LANE, "a"));
  g_assert_false (tl_filter_equal (filter, copy));
  g_assert_false (tl_filter_equal (copy, filter));

  /* The order of values is none of their meaning. */
  g_assert_true (tl_filter_add (copy, TL_CONDITION_LANE, "a"));
  g_assert_cmpstr (tl_filter_get (copy, TL_CONDITION_LANE)[0], ==, "b");
  g_assert_true (tl_filter_equal (filter, copy));

  g_assert_true (tl_filter_clear (copy, TL_CONDITION_LANE));
  g_assert_false (tl_filter_clear (copy, TL_CONDITION_LANE));
  g_assert_true (tl_filter_remove (copy, TL_CONDITION_CONTEXT, TL_FILTER_CONTEXT_NONE));
  g_assert_true (tl_filter_is_empty (copy));
}

static void
test_filter_arguments (void)
{
  static const char *const arguments[] = {
    "--lanes", "no actor,trade", "--actors", "-x", "--category", "talk", "--status", "reported,denied",
    "--source", "one\\,two,back\\\\slash", "--differing", "--context", "none", "--from", "2025-06", "--to", "2026",
    "--search", "a, b\\c", "--events", "a", NULL,
  };
  g_autoptr (TlFilter) filter = tl_filter_new_from_arguments (arguments, NULL);
  g_autoptr (TlFilter) again = NULL;
  g_auto (GStrv) written = tl_filter_to_arguments (filter);

  g_assert_cmpstrv (arguments, written);
  g_assert_true (tl_filter_has (filter, TL_CONDITION_SOURCE, "one,two"));
  g_assert_true (tl_filter_has (filter, TL_CONDITION_SOURCE, "back\\slash"));
  again = tl_filter_new_from_arguments ((const char *const *) written, NULL);
  g_assert_true (tl_filter_equal (filter, again));
}

static void
test_filter_bad_arguments (void)
{
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) date = NULL;

  g_assert_null (tl_filter_new_from_arguments (ARGUMENTS ("--differing", "lanes"), &unknown));
  g_assert_error (unknown, TL_FILTER_ERROR, TL_FILTER_ERROR_ARGUMENT);
  g_assert_null (tl_filter_new_from_arguments (ARGUMENTS ("--lanes"), &missing));
  g_assert_error (missing, TL_FILTER_ERROR, TL_FILTER_ERROR_ARGUMENT);
  g_assert_null (tl_filter_new_from_arguments (ARGUMENTS ("--from", "June"), &date));
  g_assert_error (date, TL_EDTF_ERROR, TL_EDTF_ERROR_SYNTAX);
}

static void
test_filter_drop_unknown (void)
{
  g_autoptr (TlLoad) load = load_document ();
  g_autoptr (TlFilter) filter = tl_filter_new_from_arguments (
    ARGUMENTS ("--lanes", "gone,trade", "--actors", "gone", "--from", "2025", "--search", "gone", "--differing"), NULL);
  g_autoptr (GArray) before = tl_filter_apply (filter, load->timeline);
  g_auto (GStrv) left = NULL;

  /* What is not there, no event has. */
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (tl_filter_drop_unknown (filter, load->timeline), ==, 2);
  left = tl_filter_to_arguments (filter);
  g_assert_cmpstrv (left, ARGUMENTS ("--lanes", "trade", "--differing", "--from", "2025", "--search", "gone"));
  g_assert_cmpuint (tl_filter_drop_unknown (filter, load->timeline), ==, 0);
}

static void
test_filter_words (void)
{
  static const struct
  {
    TlCondition condition;
    const char *value;
    const char *expected;
  } cases[] = {
    { TL_CONDITION_LANE, "trade", "Lane: Trade" },
    { TL_CONDITION_LANE, TL_FILTER_NO_ACTOR, "Lane: No actor" },
    { TL_CONDITION_LANE, "gone", "Lane: gone" },
    { TL_CONDITION_ACTOR, "ada", "Actor: Ada Hölm" },
    { TL_CONDITION_CATEGORY, "deal", "Category: Déals" },
    { TL_CONDITION_CATEGORY, TL_FILTER_NO_CATEGORY, "Category: No category" },
    { TL_CONDITION_STATUS, "denied", "Claim: Denied" },
    { TL_CONDITION_SOURCE, "far", "Source: Far away" },
    { TL_CONDITION_DIFFERING, TL_FILTER_YES, "Sources differ" },
    { TL_CONDITION_CONTEXT, TL_FILTER_CONTEXT_NONE, "Without context" },
    { TL_CONDITION_CONTEXT, TL_FILTER_CONTEXT_ONLY, "Only context" },
    { TL_CONDITION_FROM, "2025-06", "From June 2025" },
    { TL_CONDITION_TO, "2025-06-12", "Until 12 June 2025" },
    { TL_CONDITION_SEARCH, "gate %s", "Words: gate %s" },
    { TL_CONDITION_EVENT, "b", "Event: Gate opens" },
  };
  g_autoptr (TlLoad) load = load_document ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = tl_filter_tell_value (load->timeline, cases[i].condition, cases[i].value, NULL);

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

static void
test_filter_describe (void)
{
  g_autoptr (TlLoad) load = load_document ();
  g_autoptr (TlFilter) filter = tl_filter_new_from_arguments (
    ARGUMENTS ("--lanes", "trade", "--source", "one\\,two,gz,far", "--status", "reported,disputed,denied,opinion,confirmed",
               "--differing", "--context", "none", "--from", "2025-06"), NULL);
  g_autofree char *text = tl_filter_describe (filter, load->timeline, 2, NULL);

  g_assert_cmpstr (text, ==,
                   "Filtered: 2 of 4 events; lane Trade; claims: Reported, Disputed, Denied, Opinion and 1 more; "
                   "sources Gazette, GAZETTE, Far away; sources differ; without context; from June 2025");
}

static void
check_count (const char *const *arguments,
             TlCondition        condition,
             guint              choice,
             guint              expected)
{
  g_autoptr (TlLoad) load = load_document ();
  g_autoptr (TlFilter) filter = tl_filter_new_from_arguments (arguments, NULL);
  g_autoptr (TlFilterCounts) counts = tl_filter_count (filter, load->timeline);

  g_assert_cmpuint (tl_filter_counts_get (counts, condition, choice), ==, expected);
}

/* What there would be with another choice of the same condition. */
static void
test_filter_counts (void)
{
  check_count (ARGUMENTS (NULL), TL_CONDITION_LANE, 1, 2);
  check_count (ARGUMENTS (NULL), TL_CONDITION_LANE, 2, 1);
  check_count (ARGUMENTS (NULL), TL_CONDITION_ACTOR, 1, 3);
  check_count (ARGUMENTS (NULL), TL_CONDITION_CATEGORY, 2, 2);
  check_count (ARGUMENTS (NULL), TL_CONDITION_STATUS, TL_STATUS_DENIED - 1, 1);
  check_count (ARGUMENTS (NULL), TL_CONDITION_SOURCE, 1, 1); /* named four times for one event */
  check_count (ARGUMENTS (NULL), TL_CONDITION_DIFFERING, 0, 1);
  check_count (ARGUMENTS (NULL), TL_CONDITION_CONTEXT, 0, 1);
  check_count (ARGUMENTS (NULL), TL_CONDITION_CONTEXT, 1, 3);
  check_count (ARGUMENTS ("--lanes", "people"), TL_CONDITION_LANE, 1, 2);
  check_count (ARGUMENTS ("--lanes", "people"), TL_CONDITION_ACTOR, 1, 1);
  check_count (ARGUMENTS ("--lanes", "people", "--category", "deal"), TL_CONDITION_LANE, 1, 1);
  check_count (ARGUMENTS ("--lanes", "people", "--category", "deal"), TL_CONDITION_CATEGORY, 1, 1);
  check_count (ARGUMENTS ("--lanes", "people", "--category", "deal"), TL_CONDITION_ACTOR, 1, 0);
}

static void
test_filter_fold (void)
{
  static const char *const same[][2] = {
    { "Ångström", "ANGSTROM" }, { "ΣΊΣΥΦΟΣ", "σισυφος" }, { "ﬃ", "FFI" }, { "Ĳ", "ij" }, { "℡", "tel" },
    { "e\u0301", "é" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = tl_search_fold (same[i][0]);
      g_autofree char *b = tl_search_fold (same[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filter/conditions", test_filter_conditions);
  g_test_add_func ("/filter/unknown", test_filter_unknown);
  g_test_add_func ("/filter/search", test_filter_search);
  g_test_add_func ("/filter/window", test_filter_window);
  g_test_add_func ("/filter/window-errors", test_filter_window_errors);
  g_test_add_func ("/filter/all-conditions", test_filter_all_conditions);
  g_test_add_func ("/filter/changes", test_filter_changes);
  g_test_add_func ("/filter/arguments", test_filter_arguments);
  g_test_add_func ("/filter/bad-arguments", test_filter_bad_arguments);
  g_test_add_func ("/filter/drop-unknown", test_filter_drop_unknown);
  g_test_add_func ("/filter/words", test_filter_words);
  g_test_add_func ("/filter/describe", test_filter_describe);
  g_test_add_func ("/filter/counts", test_filter_counts);
  g_test_add_func ("/filter/fold", test_filter_fold);

  return g_test_run ();
}
