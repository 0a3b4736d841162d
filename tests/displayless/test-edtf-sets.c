/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf.h"

#include <string.h>

/* Intervals and sets: all four instants, the state, precision and qualifiers
 * of either end, how they are printed back. */

#define U TL_QUALIFIER_UNCERTAIN
#define A TL_QUALIFIER_APPROXIMATE
#define X TL_QUALIFIER_UNSPECIFIED

#define NONE TL_PRECISION_NONE
#define CENTURY TL_PRECISION_CENTURY
#define YEAR TL_PRECISION_YEAR
#define SEASON TL_PRECISION_SEASON
#define MONTH TL_PRECISION_MONTH
#define DAY TL_PRECISION_DAY
#define SECOND TL_PRECISION_SECOND

#define KNOWN TL_END_KNOWN
#define OPEN TL_END_OPEN
#define UNKNOWN TL_END_UNKNOWN

typedef struct
{
  const char *text;
  const char *start_earliest; /* day; "-" for no limit */
  const char *start_latest;
  const char *end_earliest;
  const char *end_latest;
  TlDateEnd   start;
  TlDateEnd   end;
  const char *canonical; /* NULL if it is @text */
} Range;

static const Range intervals[] = {
  { "1964/2008", "1964-01-01", "1964-12-31", "2008-01-01", "2008-12-31",
    { YEAR, 0, KNOWN }, { YEAR, 0, KNOWN }, NULL },
  { "2004-06/2006-08", "2004-06-01", "2004-06-30", "2006-08-01", "2006-08-31",
    { MONTH, 0, KNOWN }, { MONTH, 0, KNOWN }, NULL },
  { "2004-02-01/2005-02-08", "2004-02-01", "2004-02-01", "2005-02-08", "2005-02-08",
    { DAY, 0, KNOWN }, { DAY, 0, KNOWN }, NULL },
  { "2004-02-01/2005-02", "2004-02-01", "2004-02-01", "2005-02-01", "2005-02-28",
    { DAY, 0, KNOWN }, { MONTH, 0, KNOWN }, NULL },
  { "2004-02-01/2005", "2004-02-01", "2004-02-01", "2005-01-01", "2005-12-31",
    { DAY, 0, KNOWN }, { YEAR, 0, KNOWN }, NULL },
  { "2005/2006-02", "2005-01-01", "2005-12-31", "2006-02-01", "2006-02-28",
    { YEAR, 0, KNOWN }, { MONTH, 0, KNOWN }, NULL },
  { "-1985/-0499", "-1985-01-01", "-1985-12-31", "-0499-01-01", "-0499-12-31",
    { YEAR, 0, KNOWN }, { YEAR, 0, KNOWN }, NULL },
  { "1985-04-12/..", "1985-04-12", "1985-04-12", "1985-04-12", "-",
    { DAY, 0, KNOWN }, { NONE, 0, OPEN }, NULL },
  { "1985-04/..", "1985-04-01", "1985-04-30", "1985-04-01", "-",
    { MONTH, 0, KNOWN }, { NONE, 0, OPEN }, NULL },
  { "1985/..", "1985-01-01", "1985-12-31", "1985-01-01", "-",
    { YEAR, 0, KNOWN }, { NONE, 0, OPEN }, NULL },
  { "../1985-04-12", "-", "1985-04-12", "1985-04-12", "1985-04-12",
    { NONE, 0, OPEN }, { DAY, 0, KNOWN }, NULL },
  { "../1985", "-", "1985-12-31", "1985-01-01", "1985-12-31",
    { NONE, 0, OPEN }, { YEAR, 0, KNOWN }, NULL },
  { "1985-04-12/", "1985-04-12", "1985-04-12", "1985-04-12", "-",
    { DAY, 0, KNOWN }, { NONE, 0, UNKNOWN }, NULL },
  { "1985/", "1985-01-01", "1985-12-31", "1985-01-01", "-",
    { YEAR, 0, KNOWN }, { NONE, 0, UNKNOWN }, NULL },
  { "/1985-04", "-", "1985-04-30", "1985-04-01", "1985-04-30",
    { NONE, 0, UNKNOWN }, { MONTH, 0, KNOWN }, NULL },
  { "../..", "-", "-", "-", "-", { NONE, 0, OPEN }, { NONE, 0, OPEN }, NULL },
  { "/..", "-", "-", "-", "-", { NONE, 0, UNKNOWN }, { NONE, 0, OPEN }, NULL },
  { "../", "-", "-", "-", "-", { NONE, 0, OPEN }, { NONE, 0, UNKNOWN }, NULL },
  { "1984~/2004-06", "1984-01-01", "1984-12-31", "2004-06-01", "2004-06-30",
    { YEAR, A, KNOWN }, { MONTH, 0, KNOWN }, NULL },
  { "1984?/2004%", "1984-01-01", "1984-12-31", "2004-01-01", "2004-12-31",
    { YEAR, U, KNOWN }, { YEAR, U | A, KNOWN }, NULL },
  { "2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-01", "2004-06-20", "2004-06-20",
    { DAY, A, KNOWN }, { DAY, A, KNOWN }, NULL },
  { "2004-06-XX/2004-07-03", "2004-06-01", "2004-06-30", "2004-07-03", "2004-07-03",
    { DAY, X, KNOWN }, { DAY, 0, KNOWN }, NULL },
  { "2001-21/2003-24", "2001-03-01", "2001-05-31", "2003-12-01", "2004-02-29",
    { SEASON, 0, KNOWN }, { SEASON, 0, KNOWN }, NULL },
  { "Y-138E8~/19XX", "Y-13800000000-01-01", "Y-13800000000-12-31", "1900-01-01", "1999-12-31",
    { YEAR, A, KNOWN }, { CENTURY, X, KNOWN }, NULL },
  /* Nothing ends before it starts, not even possibly. */
  { "2025-06/2025-06-01", "2025-06-01", "2025-06-01", "2025-06-01", "2025-06-01",
    { MONTH, 0, KNOWN }, { DAY, 0, KNOWN }, NULL },
  { "2025-06-15/2025-06", "2025-06-15", "2025-06-15", "2025-06-15", "2025-06-30",
    { DAY, 0, KNOWN }, { MONTH, 0, KNOWN }, NULL },
  { "2025/2025", "2025-01-01", "2025-12-31", "2025-01-01", "2025-12-31",
    { YEAR, 0, KNOWN }, { YEAR, 0, KNOWN }, NULL },
};

static const Range old_intervals[] = {
  { "unknown/2006", "-", "2006-12-31", "2006-01-01", "2006-12-31",
    { NONE, 0, UNKNOWN }, { YEAR, 0, KNOWN }, "/2006" },
  { "2004-06-01/unknown", "2004-06-01", "2004-06-01", "2004-06-01", "-",
    { DAY, 0, KNOWN }, { NONE, 0, UNKNOWN }, "2004-06-01/" },
  { "2004-01-01/open", "2004-01-01", "2004-01-01", "2004-01-01", "-",
    { DAY, 0, KNOWN }, { NONE, 0, OPEN }, "2004-01-01/.." },
  { "1984?/2004-06?~", "1984-01-01", "1984-12-31", "2004-06-01", "2004-06-30",
    { YEAR, U, KNOWN }, { MONTH, U | A, KNOWN }, "1984?/2004-06%" },
};

static const Range one_of[] = {
  { "[1667,1668,1670..1672]", "1667-01-01", "1667-12-31", "1672-01-01", "1672-12-31",
    { YEAR, 0, KNOWN }, { YEAR, 0, KNOWN }, NULL },
  { "[1667,1668, 1670..1672]", "1667-01-01", "1667-12-31", "1672-01-01", "1672-12-31",
    { YEAR, 0, KNOWN }, { YEAR, 0, KNOWN }, "[1667,1668,1670..1672]" },
  { "[..1760-12-03]", "-", "1760-12-03", "1760-12-03", "1760-12-03",
    { NONE, 0, OPEN }, { DAY, 0, KNOWN }, NULL },
  { "[1760-12..]", "1760-12-01", "1760-12-31", "1760-12-01", "-",
    { MONTH, 0, KNOWN }, { NONE, 0, OPEN }, NULL },
  { "[1760-01,1760-02,1760-12..]", "1760-01-01", "1760-01-31", "1760-12-01", "-",
    { MONTH, 0, KNOWN }, { NONE, 0, OPEN }, NULL },
  { "[1667,1760-12]", "1667-01-01", "1667-12-31", "1760-12-01", "1760-12-31",
    { YEAR, 0, KNOWN }, { MONTH, 0, KNOWN }, NULL },
  { "[..1984]", "-", "1984-12-31", "1984-01-01", "1984-12-31",
    { NONE, 0, OPEN }, { YEAR, 0, KNOWN }, NULL },
  { "[2025-06-08..2025-06-12]", "2025-06-08", "2025-06-08", "2025-06-12", "2025-06-12",
    { DAY, 0, KNOWN }, { DAY, 0, KNOWN }, NULL },
  { "[2025]", "2025-01-01", "2025-12-31", "2025-01-01", "2025-12-31",
    { YEAR, 0, KNOWN }, { YEAR, 0, KNOWN }, NULL },
  /* The order is the author's. */
  { "[2025,1999]", "1999-01-01", "1999-12-31", "2025-01-01", "2025-12-31",
    { YEAR, 0, KNOWN }, { YEAR, 0, KNOWN }, NULL },
  { "[1667~..1668]", "1667-01-01", "1667-12-31", "1668-01-01", "1668-12-31",
    { YEAR, A, KNOWN }, { YEAR, 0, KNOWN }, NULL },
  { "[1667~,1668?]", "1667-01-01", "1667-12-31", "1668-01-01", "1668-12-31",
    { YEAR, A, KNOWN }, { YEAR, U, KNOWN }, NULL },
  /* What is said of a middle one is said of both. */
  { "[1667~,1668?,1669]", "1667-01-01", "1667-12-31", "1669-01-01", "1669-12-31",
    { YEAR, U | A, KNOWN }, { YEAR, U, KNOWN }, NULL },
  { "[..1984~]", "-", "1984-12-31", "1984-01-01", "1984-12-31",
    { NONE, 0, OPEN }, { YEAR, A, KNOWN }, NULL },
  { "[1984~]", "1984-01-01", "1984-12-31", "1984-01-01", "1984-12-31",
    { YEAR, A, KNOWN }, { YEAR, A, KNOWN }, NULL },
  /* The one that reaches back furthest and the one that reaches furthest. */
  { "[2025-06,2025]", "2025-01-01", "2025-12-31", "2025-01-01", "2025-12-31",
    { YEAR, 0, KNOWN }, { YEAR, 0, KNOWN }, NULL },
};

static const Range all_of[] = {
  { "{1667,1668,1670..1672}", "1667-01-01", "1667-12-31", "1672-01-01", "1672-12-31",
    { YEAR, 0, KNOWN }, { YEAR, 0, KNOWN }, NULL },
  { "{1960,1961-12}", "1960-01-01", "1960-12-31", "1961-12-01", "1961-12-31",
    { YEAR, 0, KNOWN }, { MONTH, 0, KNOWN }, NULL },
  { "{..1984}", "-", "1984-12-31", "1984-01-01", "1984-12-31",
    { NONE, 0, OPEN }, { YEAR, 0, KNOWN }, NULL },
  { "{2025-06-12,2025-06-14}", "2025-06-12", "2025-06-12", "2025-06-14", "2025-06-14",
    { DAY, 0, KNOWN }, { DAY, 0, KNOWN }, NULL },
};

static void
check_instant (TlInstant   instant,
               const char *expected,
               const char *time)
{
  g_autofree char *iso = NULL;
  g_autofree char *full = NULL;

  if (g_str_equal (expected, "-"))
    {
      g_assert_true (instant == TL_INSTANT_MIN || instant == TL_INSTANT_MAX);
      return;
    }

  iso = tl_instant_to_iso (instant);
  full = g_strconcat (expected, time, NULL);
  g_assert_cmpstr (iso, ==, full);
}

static void
check_range (const Range *row,
             TlDateKind   kind,
             gboolean     old)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = NULL;
  TlDate date;

  g_test_message ("%s", row->text);
  tl_edtf_parse (row->text, -1, &date, &error);
  g_assert_no_error (error);

  check_instant (date.start_earliest, row->start_earliest, "T00:00:00Z");
  check_instant (date.start_latest, row->start_latest, "T23:59:59Z");
  check_instant (date.end_earliest, row->end_earliest, "T00:00:00Z");
  check_instant (date.end_latest, row->end_latest, "T23:59:59Z");
  g_assert_cmpmem (&date.start, sizeof date.start, &row->start, sizeof row->start);
  g_assert_cmpmem (&date.end, sizeof date.end, &row->end, sizeof row->end);
  g_assert_cmpint (date.kind, ==, kind);
  g_assert_cmpint (date.old_draft, ==, old);

  canonical = tl_edtf_to_canonical (row->text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (canonical, ==, row->canonical != NULL ? row->canonical : row->text);
}

static void
test_sets_intervals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (intervals); i++)
    check_range (&intervals[i], TL_DATE_LASTED, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (old_intervals); i++)
    check_range (&old_intervals[i], TL_DATE_LASTED, TRUE);
}

static void
test_sets_one_of (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (one_of); i++)
    check_range (&one_of[i], TL_DATE_ONE_OF, FALSE);
}

static void
test_sets_all_of (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_of); i++)
    check_range (&all_of[i], TL_DATE_ALL_OF, FALSE);
}

/* Times in an interval are more than EDTF has, and are needed for an event
 * of an afternoon. */
static void
test_sets_times (void)
{
  static const char text[] = "2025-06-12T14:30:00Z/2025-06-12T16:00:00+02:00";
  static const char later[] = "2025-06-12T14:30:00Z/2025-06-12T18:00:00+02:00";
  g_autoptr (GError) error = NULL;
  TlDate date;

  /* 16:00 two hours east is half an hour before 14:30 UTC. */
  g_assert_false (tl_edtf_parse (text, -1, &date, &error));
  g_assert_error (error, TL_EDTF_ERROR, TL_EDTF_ERROR_ORDER);

  g_assert_true (tl_edtf_parse (later, -1, &date, NULL));
  g_assert_cmpint (date.end_latest - date.start_earliest, ==, 90 * 60);
  g_assert_cmpint (date.start.precision, ==, SECOND);
}

static char *
make_set (guint n_members)
{
  GString *set = g_string_new ("[");

  for (guint i = 0; i < n_members; i++)
    g_string_append_printf (set, "%s%04u", i > 0 ? "," : "", 1000 + i);
  g_string_append_c (set, ']');

  return g_string_free (set, FALSE);
}

static void
test_sets_size (void)
{
  g_autofree char *most = make_set (1000);
  g_autofree char *too_many = make_set (1001);
  g_autoptr (GError) error = NULL;
  TlDate date;

  g_assert_true (tl_edtf_parse (most, -1, &date, &error));
  g_assert_no_error (error);
  check_instant (date.end_latest, "1999-12-31", "T23:59:59Z");

  g_assert_false (tl_edtf_parse (too_many, -1, &date, &error));
  g_assert_error (error, TL_EDTF_ERROR, TL_EDTF_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "at most 1000 dates between brackets"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edtf/sets/intervals", test_sets_intervals);
  g_test_add_func ("/edtf/sets/one-of", test_sets_one_of);
  g_test_add_func ("/edtf/sets/all-of", test_sets_all_of);
  g_test_add_func ("/edtf/sets/times", test_sets_times);
  g_test_add_func ("/edtf/sets/size", test_sets_size);

  return g_test_run ();
}
