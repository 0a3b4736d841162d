/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf.h"
#include "tl-filter.h"
#include "tl-load.h"
#include "tl-search.h"

#include <string.h>

/* Which events a filter leaves. */

static const char document[] =
  "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"T\","
  "  \"actors\": [ { \"id\": \"ada\", \"name\": \"Ada Hölm\" }, { \"id\": \"port\", \"name\": \"Port\" } ],"
  "  \"lanes\": [ { \"id\": \"people\", \"name\": \"People of the port\", \"actors\": [\"ada\"] },"
  "             { \"id\": \"trade\", \"name\": \"Trade\", \"actors\": [\"port\"] } ],"
  "  \"categories\": [ { \"id\": \"deal\", \"name\": \"Déals\" }, { \"id\": \"talk\", \"name\": \"Talks\" } ],"
  "  \"events\": ["
  "   { \"id\": \"a\", \"title\": \"Gate closes\", \"when\": \"2024-12-31\", \"actors\": [\"port\"], \"category\": \"deal\","
  "     \"claims\": [ { \"text\": \"ÉCLAIRS were served\", \"status\": \"reported\" } ] },"
  "   { \"id\": \"b\", \"title\": \"Gate opens\", \"when\": \"2025-06\", \"actors\": [\"ada\", \"port\"], \"category\": \"talk\" },"
  "   { \"id\": \"c\", \"title\": \"Straße\", \"when\": \"2025-06-12/2026\", \"actors\": [\"port\"], \"label\": \"Road\","
  "     \"summary\": \"A ﬁne one\" },"
  "   { \"id\": \"d\", \"title\": \"Ever since\", \"when\": \"2023/..\" } ] }";

static TlLoad *
load_document (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, strlen (document));
  TlLoad *load = tl_load_bytes (bytes, NULL);

  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 0);

  return load;
}

/* The ids of the events that @filter leaves, one letter each. */
static char *
apply (const TlFilter *filter,
       GError        **error)
{
  g_autoptr (TlLoad) load = load_document ();
  const TlEvent *events = tl_timeline_get_events (load->timeline, NULL);
  g_autoptr (GArray) shown = tl_filter_apply (filter, load->timeline, error);
  GString *ids;

  if (shown == NULL)
    return NULL;

  ids = g_string_new (NULL);
  for (guint i = 0; i < shown->len; i++)
    g_string_append (ids, tl_timeline_get_text (load->timeline, events[g_array_index (shown, guint32, i)].id));

  return g_string_free (ids, FALSE);
}

static void
check_leaves (const TlFilter *filter,
              const char     *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = apply (filter, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
}

static void
check_refuses (const TlFilter *filter,
               const char     *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = apply (filter, &error);

  g_assert_null (found);
  g_assert_error (error, TL_FILTER_ERROR, TL_FILTER_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_filter_nothing (void)
{
  TlFilter filter = { 0 };

  check_leaves (&filter, "dabc");
}

static void
test_filter_lanes (void)
{
  const char *by_id[] = { "trade", NULL };
  const char *by_name[] = { "PEOPLE of the pört", NULL };
  const char *both[] = { "trade", "people", NULL };
  const char *none[] = { NULL };

  check_leaves (&(TlFilter) { .lanes = by_id }, "ac");
  check_leaves (&(TlFilter) { .lanes = by_name }, "b");
  check_leaves (&(TlFilter) { .lanes = both }, "abc");
  check_leaves (&(TlFilter) { .lanes = none }, "");
}

static void
test_filter_categories (void)
{
  const char *by_id[] = { "talk", NULL };
  const char *by_name[] = { "deals", NULL };

  check_leaves (&(TlFilter) { .categories = by_id }, "b");
  check_leaves (&(TlFilter) { .categories = by_name }, "a");
}

static void
test_filter_events (void)
{
  const char *ids[] = { "c", "d", "c", NULL };

  check_leaves (&(TlFilter) { .events = ids }, "dc");
}

static void
test_filter_unknown (void)
{
  const char *lane[] = { "trade", "traed", NULL };
  const char *category[] = { "opera", NULL };
  const char *event[] = { "zz", NULL };

  check_refuses (&(TlFilter) { .lanes = lane }, "there is no lane “traed”; did you mean “trade”?");
  check_refuses (&(TlFilter) { .categories = category }, "there is no category “opera”; there are deal, talk");
  check_refuses (&(TlFilter) { .events = event }, "there is no event with the id “zz”; there are d, a, b, c");
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
      check_leaves (&(TlFilter) { .search = cases[i].words }, cases[i].expected);
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
    { NULL, NULL, "dabc" },
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
      g_autoptr (GError) error = NULL;
      TlDate window;

      g_assert_true (tl_filter_parse_window (cases[i].from, cases[i].to, &window, &error));
      g_assert_no_error (error);
      g_test_message ("%s to %s", cases[i].from, cases[i].to);
      check_leaves (&(TlFilter) { .window = &window }, cases[i].expected);
    }
}

static void
test_filter_window_errors (void)
{
  g_autoptr (GError) syntax = NULL;
  g_autoptr (GError) day = NULL;
  g_autoptr (GError) order = NULL;
  TlDate window;

  g_assert_false (tl_filter_parse_window ("June", NULL, &window, &syntax));
  g_assert_error (syntax, TL_EDTF_ERROR, TL_EDTF_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (syntax->message, "June: "));

  g_assert_false (tl_filter_parse_window (NULL, "2025-02-30", &window, &day));
  g_assert_error (day, TL_EDTF_ERROR, TL_EDTF_ERROR_IMPOSSIBLE);
  g_assert_true (g_str_has_prefix (day->message, "2025-02-30: "));

  g_assert_false (tl_filter_parse_window ("2025", "2024", &window, &order));
  g_assert_error (order, TL_EDTF_ERROR, TL_EDTF_ERROR_ORDER);
}

static void
test_filter_all_conditions (void)
{
  const char *lanes[] = { "trade", NULL };
  const char *categories[] = { "deal", NULL };
  TlFilter filter = { .lanes = lanes, .search = "gate" };

  check_leaves (&filter, "a");
  filter.categories = categories;
  check_leaves (&filter, "a");
  filter.search = "road";
  check_leaves (&filter, "");
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

  g_test_add_func ("/filter/nothing", test_filter_nothing);
  g_test_add_func ("/filter/lanes", test_filter_lanes);
  g_test_add_func ("/filter/categories", test_filter_categories);
  g_test_add_func ("/filter/events", test_filter_events);
  g_test_add_func ("/filter/unknown", test_filter_unknown);
  g_test_add_func ("/filter/search", test_filter_search);
  g_test_add_func ("/filter/window", test_filter_window);
  g_test_add_func ("/filter/window-errors", test_filter_window_errors);
  g_test_add_func ("/filter/all-conditions", test_filter_all_conditions);
  g_test_add_func ("/filter/fold", test_filter_fold);

  return g_test_run ();
}
