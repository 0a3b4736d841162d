/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf-instant.h"
#include "tl-edtf.h"

#include <string.h>

/* Sound dates: what they reach from and to, how fine they are, what is said
 * against them, how they are printed back. Most are the examples of the
 * Library of Congress' EDTF specification of 2019, level by level. */

#define U TL_QUALIFIER_UNCERTAIN
#define A TL_QUALIFIER_APPROXIMATE
#define X TL_QUALIFIER_UNSPECIFIED

#define MILLENNIUM TL_PRECISION_MILLENNIUM
#define CENTURY TL_PRECISION_CENTURY
#define DECADE TL_PRECISION_DECADE
#define YEAR TL_PRECISION_YEAR
#define SEASON TL_PRECISION_SEASON
#define MONTH TL_PRECISION_MONTH
#define DAY TL_PRECISION_DAY
#define SECOND TL_PRECISION_SECOND

typedef struct
{
  const char *text;
  const char *earliest; /* day, or with time; "-" for no limit */
  const char *latest;   /* day, whose last second is meant, or with time */
  int         precision;
  int         qualifiers;
  const char *canonical; /* NULL if it is @text */
} Single;

static const Single level_0[] = {
  { "1985-04-12", "1985-04-12", "1985-04-12", DAY, 0, NULL },
  { "1985-04", "1985-04-01", "1985-04-30", MONTH, 0, NULL },
  { "1985", "1985-01-01", "1985-12-31", YEAR, 0, NULL },
  { "0000", "0000-01-01", "0000-12-31", YEAR, 0, NULL },
  { "0000-02-29", "0000-02-29", "0000-02-29", DAY, 0, NULL },
  { "2000-02-29", "2000-02-29", "2000-02-29", DAY, 0, NULL },
  { "2024-02", "2024-02-01", "2024-02-29", MONTH, 0, NULL },
  { "1900-02", "1900-02-01", "1900-02-28", MONTH, 0, NULL },
  { "9999-12-31", "9999-12-31", "9999-12-31", DAY, 0, NULL },
  { "1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z", SECOND, 0, NULL },
  { "1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z", SECOND, 0, NULL },
  { "1985-04-12T23:20:30-04", "1985-04-13T03:20:30Z", "1985-04-13T03:20:30Z", SECOND, 0,
    "1985-04-12T23:20:30-04:00" },
  { "1985-04-12T23:20:30+04:30", "1985-04-12T18:50:30Z", "1985-04-12T18:50:30Z", SECOND, 0, NULL },
  { "2025-01-01T00:00:00+23:59", "2024-12-31T00:01:00Z", "2024-12-31T00:01:00Z", SECOND, 0, NULL },
  { "1985-04-12T23:20:30+00:00", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z", SECOND, 0,
    "1985-04-12T23:20:30Z" },
  { "2016-12-31T24:00:00Z", "2017-01-01T00:00:00Z", "2017-01-01T00:00:00Z", SECOND, 0, NULL },
  { "2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z", "2016-12-31T23:59:59Z", SECOND, 0, NULL },
  { "2016-12-31T18:59:60-05:00", "2016-12-31T23:59:59Z", "2016-12-31T23:59:59Z", SECOND, 0, NULL },
};

static const Single level_1[] = {
  { "Y170000002", "Y170000002-01-01", "Y170000002-12-31", YEAR, 0, NULL },
  { "Y-170000002", "Y-170000002-01-01", "Y-170000002-12-31", YEAR, 0, NULL },
  { "Y-13800000000~", "Y-13800000000-01-01", "Y-13800000000-12-31", YEAR, A, NULL },
  { "Y292000000000", "Y292000000000-01-01", "Y292000000000-12-31", YEAR, 0, NULL },
  { "Y-292000000000", "Y-292000000000-01-01", "Y-292000000000-12-31", YEAR, 0, NULL },
  { "Y00012345", "Y12345-01-01", "Y12345-12-31", YEAR, 0, "Y12345" },
  { "Y00002006", "2006-01-01", "2006-12-31", YEAR, 0, "2006" },
  { "Y-00002006", "-2006-01-01", "-2006-12-31", YEAR, 0, "-2006" },
  { "2001-21", "2001-03-01", "2001-05-31", SEASON, 0, NULL },
  { "2001-22", "2001-06-01", "2001-08-31", SEASON, 0, NULL },
  { "2001-23", "2001-09-01", "2001-11-30", SEASON, 0, NULL },
  { "2001-24", "2001-12-01", "2002-02-28", SEASON, 0, NULL },
  { "2003-24", "2003-12-01", "2004-02-29", SEASON, 0, NULL },
  { "-2004-23", "-2004-09-01", "-2004-11-30", SEASON, 0, NULL },
  { "-0001-24", "-0001-12-01", "0000-02-29", SEASON, 0, NULL },
  { "1984?", "1984-01-01", "1984-12-31", YEAR, U, NULL },
  { "2004-06~", "2004-06-01", "2004-06-30", MONTH, A, NULL },
  { "2004-06-11%", "2004-06-11", "2004-06-11", DAY, U | A, NULL },
  { "2001-21~", "2001-03-01", "2001-05-31", SEASON, A, NULL },
  { "201X", "2010-01-01", "2019-12-31", DECADE, X, NULL },
  { "20XX", "2000-01-01", "2099-12-31", CENTURY, X, NULL },
  { "2004-XX", "2004-01-01", "2004-12-31", MONTH, X, NULL },
  { "1985-04-XX", "1985-04-01", "1985-04-30", DAY, X, NULL },
  { "1985-XX-XX", "1985-01-01", "1985-12-31", DAY, X, NULL },
  { "201X?", "2010-01-01", "2019-12-31", DECADE, X | U, NULL },
  { "-1985", "-1985-01-01", "-1985-12-31", YEAR, 0, NULL },
  { "-0499", "-0499-01-01", "-0499-12-31", YEAR, 0, NULL },
  { "-0004-02-29", "-0004-02-29", "-0004-02-29", DAY, 0, NULL },
  { "-20XX", "-2099-01-01", "-2000-12-31", CENTURY, X, NULL },
  { "-000X", "-0009-01-01", "-0001-12-31", DECADE, X, NULL },
  { "-1985-04-12T23:20:30Z", "-1985-04-12T23:20:30Z", "-1985-04-12T23:20:30Z", SECOND, 0, NULL },
};

static const Single level_2[] = {
  { "Y-17E7", "Y-170000000-01-01", "Y-170000000-12-31", YEAR, 0, NULL },
  { "Y17E8", "Y1700000000-01-01", "Y1700000000-12-31", YEAR, 0, NULL },
  { "Y-017E07", "Y-170000000-01-01", "Y-170000000-12-31", YEAR, 0, "Y-17E7" },
  { "Y292E9", "Y292000000000-01-01", "Y292000000000-12-31", YEAR, 0, NULL },
  { "Y12345E0", "Y12345-01-01", "Y12345-12-31", YEAR, 0, "Y12345" },
  { "Y2E3", "2000-01-01", "2000-12-31", YEAR, 0, "2000" },
  { "Y0E5", "0000-01-01", "0000-12-31", YEAR, 0, "0000" },
  { "1950S2", "1900-01-01", "1999-12-31", CENTURY, X, NULL },
  { "1950S3", "1950-01-01", "1959-12-31", DECADE, X, NULL },
  { "1950S4", "1950-01-01", "1950-12-31", YEAR, 0, NULL },
  { "1950S1~", "1000-01-01", "1999-12-31", MILLENNIUM, X | A, NULL },
  { "0950S2", "0950-01-01", "0959-12-31", DECADE, X, NULL },
  { "-1859S2", "-1899-01-01", "-1800-12-31", CENTURY, X, NULL },
  { "-1859S5", "-1859-01-01", "-1859-12-31", YEAR, 0, NULL },
  { "Y171010000S3", "Y171000000-01-01", "Y171999999-12-31", MILLENNIUM, X, NULL },
  { "Y3388E2S3", "Y338000-01-01", "Y338999-12-31", MILLENNIUM, X, NULL },
  { "2001-25", "2001-03-01", "2001-05-31", SEASON, 0, NULL },
  { "2001-26", "2001-06-01", "2001-08-31", SEASON, 0, NULL },
  { "2001-27", "2001-09-01", "2001-11-30", SEASON, 0, NULL },
  { "2001-28", "2001-12-01", "2002-02-28", SEASON, 0, NULL },
  { "2001-29", "2001-09-01", "2001-11-30", SEASON, 0, NULL },
  { "2001-30", "2001-12-01", "2002-02-28", SEASON, 0, NULL },
  { "2001-31", "2001-03-01", "2001-05-31", SEASON, 0, NULL },
  { "2001-32", "2001-06-01", "2001-08-31", SEASON, 0, NULL },
  { "2001-33", "2001-01-01", "2001-03-31", SEASON, 0, NULL },
  { "2001-34", "2001-04-01", "2001-06-30", SEASON, 0, NULL },
  { "2001-35", "2001-07-01", "2001-09-30", SEASON, 0, NULL },
  { "2001-36", "2001-10-01", "2001-12-31", SEASON, 0, NULL },
  { "2001-37", "2001-01-01", "2001-04-30", SEASON, 0, NULL },
  { "2001-38", "2001-05-01", "2001-08-31", SEASON, 0, NULL },
  { "2001-39", "2001-09-01", "2001-12-31", SEASON, 0, NULL },
  { "2001-40", "2001-01-01", "2001-06-30", SEASON, 0, NULL },
  { "2001-41", "2001-07-01", "2001-12-31", SEASON, 0, NULL },
  { "201X-24", "2010-12-01", "2020-02-29", SEASON, X, NULL },
  { "2004-06-11%", "2004-06-11", "2004-06-11", DAY, U | A, NULL },
  { "2004-06~-11", "2004-06-11", "2004-06-11", DAY, A, NULL },
  { "2004?-06-11", "2004-06-11", "2004-06-11", DAY, U, NULL },
  { "?2004-06-~11", "2004-06-11", "2004-06-11", DAY, U | A, "2004?-06-~11" },
  { "2004?-06-~11", "2004-06-11", "2004-06-11", DAY, U | A, NULL },
  { "2004-%06-11", "2004-06-11", "2004-06-11", DAY, U | A, NULL },
  { "?2025-06", "2025-06-01", "2025-06-30", MONTH, U, "2025?-06" },
  { "2025-?06", "2025-06-01", "2025-06-30", MONTH, U, NULL },
  { "?2025-?06", "2025-06-01", "2025-06-30", MONTH, U, "2025-06?" },
  { "?2025-06~", "2025-06-01", "2025-06-30", MONTH, U | A, "2025%-~06" },
  { "2025-?06-?12", "2025-06-12", "2025-06-12", DAY, U, NULL },
  { "2025-06?-~12", "2025-06-12", "2025-06-12", DAY, U | A, NULL },
  { "?-2004-06-%11", "-2004-06-11", "-2004-06-11", DAY, U | A, "-2004?-06-%11" },
  { "?Y-17E7", "Y-170000000-01-01", "Y-170000000-12-31", YEAR, U, "Y-17E7?" },
  { "2025-06-12T14:30:00Z~", "2025-06-12T14:30:00Z", "2025-06-12T14:30:00Z", SECOND, A, NULL },
  { "156X-12-25", "1560-12-25", "1569-12-25", DAY, X, NULL },
  { "15XX-12-25", "1500-12-25", "1599-12-25", DAY, X, NULL },
  { "XXXX-12-XX", "0000-12-01", "9999-12-31", DAY, X, NULL },
  { "1XXX-XX", "1000-01-01", "1999-12-31", MONTH, X, NULL },
  { "1XXX-12", "1000-12-01", "1999-12-31", MONTH, X, NULL },
  { "1984-1X", "1984-10-01", "1984-12-31", MONTH, X, NULL },
  { "1984-0X", "1984-01-01", "1984-09-30", MONTH, X, NULL },
  { "1984-X1", "1984-01-01", "1984-11-30", MONTH, X, NULL },
  { "1984-X3", "1984-03-01", "1984-03-31", MONTH, X, NULL },
  { "1984-XX-31", "1984-01-31", "1984-12-31", DAY, X, NULL },
  { "1984-1X-31", "1984-10-31", "1984-12-31", DAY, X, NULL },
  { "1984-11-3X", "1984-11-30", "1984-11-30", DAY, X, NULL },
  { "1984-02-2X", "1984-02-20", "1984-02-29", DAY, X, NULL },
  { "1985-02-2X", "1985-02-20", "1985-02-28", DAY, X, NULL },
  { "201X-02-29", "2012-02-29", "2016-02-29", DAY, X, NULL },
  { "19X0-02-29", "1920-02-29", "1980-02-29", DAY, X, NULL },
  { "-156X-12-25", "-1569-12-25", "-1560-12-25", DAY, X, NULL },
  { "-000X-02-29", "-0008-02-29", "-0004-02-29", DAY, X, NULL },
  { "XXXX", "0000-01-01", "9999-12-31", MILLENNIUM, X, NULL },
  { "X985", "0985-01-01", "9985-12-31", MILLENNIUM, X, NULL },
  { "-XXXX", "-9999-01-01", "-0001-12-31", MILLENNIUM, X, NULL },
};

/* Spellings of the draft of 2012. */
static const Single old_draft[] = {
  { "199u", "1990-01-01", "1999-12-31", DECADE, X, "199X" },
  { "19uu", "1900-01-01", "1999-12-31", CENTURY, X, "19XX" },
  { "196x", "1960-01-01", "1969-12-31", DECADE, X, "196X" },
  { "1999-uu", "1999-01-01", "1999-12-31", MONTH, X, "1999-XX" },
  { "1999-01-uu", "1999-01-01", "1999-01-31", DAY, X, "1999-01-XX" },
  { "1999-uu-uu", "1999-01-01", "1999-12-31", DAY, X, "1999-XX-XX" },
  { "156u-12-25", "1560-12-25", "1569-12-25", DAY, X, "156X-12-25" },
  { "y170000002", "Y170000002-01-01", "Y170000002-12-31", YEAR, 0, "Y170000002" },
  { "y-17e7", "Y-170000000-01-01", "Y-170000000-12-31", YEAR, 0, "Y-17E7" },
  { "y17101e4p3", "Y171000000-01-01", "Y171999999-12-31", MILLENNIUM, X, "Y17101E4S3" },
  { "1950p2", "1900-01-01", "1999-12-31", CENTURY, X, "1950S2" },
  { "1984?~", "1984-01-01", "1984-12-31", YEAR, U | A, "1984%" },
  { "1984~?", "1984-01-01", "1984-12-31", YEAR, U | A, "1984%" },
};

static void
check_instant (const char *text,
               TlInstant   instant,
               const char *expected,
               const char *time)
{
  g_autofree char *iso = tl_instant_to_iso (instant);
  g_autofree char *full = NULL;

  full = strchr (expected, 'T') != NULL ? g_strdup (expected) : g_strconcat (expected, time, NULL);

  if (g_strcmp0 (iso, full) != 0)
    g_error ("%s: %s, expected %s", text, iso, full);
}

static void
check_single (const Single *row,
              gboolean      old)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = NULL;
  TlDate date;

  g_test_message ("%s", row->text);
  g_assert_true (tl_edtf_parse (row->text, -1, &date, &error));
  g_assert_no_error (error);
  check_instant (row->text, date.start_earliest, row->earliest, "T00:00:00Z");
  check_instant (row->text, date.end_latest, row->latest, "T23:59:59Z");
  g_assert_cmpint (date.start_earliest, ==, date.end_earliest);
  g_assert_cmpint (date.start_latest, ==, date.end_latest);
  g_assert_cmpint (date.start.precision, ==, row->precision);
  g_assert_cmpint (date.start.qualifiers, ==, row->qualifiers);
  g_assert_cmpint (date.start.state, ==, TL_END_KNOWN);
  g_assert_cmpint (memcmp (&date.start, &date.end, sizeof date.start), ==, 0);
  g_assert_cmpint (date.kind, ==, TL_DATE_SINGLE);
  g_assert_cmpint (date.old_draft, ==, old);
  g_assert_cmpint (tl_date_get_earliest (&date), ==, date.start_earliest);
  g_assert_cmpint (tl_date_get_latest (&date), ==, date.end_latest);

  canonical = tl_edtf_to_canonical (row->text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (canonical, ==, row->canonical != NULL ? row->canonical : row->text);
}

static void
test_edtf_level_0 (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (level_0); i++)
    check_single (&level_0[i], FALSE);
}

static void
test_edtf_level_1 (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (level_1); i++)
    check_single (&level_1[i], FALSE);
}

static void
test_edtf_level_2 (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (level_2); i++)
    check_single (&level_2[i], FALSE);
}

static void
test_edtf_old_draft (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (old_draft); i++)
    check_single (&old_draft[i], TRUE);
}

/* Every month of every year of four digits takes the short way; the long way,
 * which a qualifier leads to, has to say the same. */
static void
test_edtf_both_ways (void)
{
  for (int year = 0; year <= 9999; year += 7)
    for (int month = 1; month <= 12; month++)
      for (int form = 0; form < 3; form++)
        {
          int day = 1 + (year * 31 + month) % tl_days_in_month (year, month);
          char plain[16];
          char qualified[20];
          TlDate a, b;

          if (form == 0)
            g_snprintf (plain, sizeof plain, "%04d", year);
          else if (form == 1)
            g_snprintf (plain, sizeof plain, "%04d-%02d", year, month);
          else
            g_snprintf (plain, sizeof plain, "%04d-%02d-%02d", year, month, day);
          g_snprintf (qualified, sizeof qualified, "%s?", plain);

          g_assert_true (tl_edtf_parse (plain, -1, &a, NULL));
          g_assert_true (tl_edtf_parse (qualified, -1, &b, NULL));
          b.start.qualifiers = b.end.qualifiers = 0;
          g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
        }
}

/* The text ends where it is said to, not at a NUL. */
static void
test_edtf_length (void)
{
  TlDate date;

  g_assert_true (tl_edtf_parse ("2025-06-12", 4, &date, NULL));
  g_assert_cmpint (date.start.precision, ==, YEAR);
  g_assert_true (tl_edtf_parse ("2025-06-12~~~~", 11, &date, NULL));
  g_assert_cmpint (date.start.qualifiers, ==, A);
  g_assert_false (tl_edtf_parse ("2025-06\0xx", 10, &date, NULL));
  g_assert_false (tl_edtf_parse ("2025", 0, &date, NULL));
}

static void
test_edtf_untouched_on_error (void)
{
  TlDate date, before;

  memset (&date, 0x5a, sizeof date);
  before = date;

  g_assert_false (tl_edtf_parse ("2025-02-30", -1, &date, NULL));
  g_assert_false (tl_edtf_parse ("[2025,", -1, &date, NULL));
  g_assert_false (tl_edtf_parse ("2025/2024", -1, &date, NULL));
  g_assert_cmpmem (&date, sizeof date, &before, sizeof before);
}

/* Stretches of time as people would write them; all of them can be read. */
static void
test_from_instants (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *expected;
  } rows[] = {
    { "1900-03", "2000-04", "1900/2000" },
    { "-0500", "0300", "-0500/0300" },
    { "2001-02-03", "2002-02-03", "2001-02-03/2002-02-03" },
    { "2001-02-03", "2001-02-04", "2001-02-03T00:00:00Z/2001-02-04T23:59:59Z" },
    { "Y-20000", "Y30000", "Y-20000/Y30000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TlDate from, to, read;
      g_autofree char *found = NULL;

      g_assert_true (tl_edtf_parse (rows[i].from, -1, &from, NULL));
      g_assert_true (tl_edtf_parse (rows[i].to, -1, &to, NULL));
      found = tl_edtf_from_instants (tl_date_get_earliest (&from), tl_date_get_latest (&to), 60);
      g_assert_cmpstr (found, ==, rows[i].expected);
      g_assert_true (tl_edtf_parse (found, -1, &read, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edtf/level-0", test_edtf_level_0);
  g_test_add_func ("/edtf/level-1", test_edtf_level_1);
  g_test_add_func ("/edtf/level-2", test_edtf_level_2);
  g_test_add_func ("/edtf/old-draft", test_edtf_old_draft);
  g_test_add_func ("/edtf/both-ways", test_edtf_both_ways);
  g_test_add_func ("/edtf/length", test_edtf_length);
  g_test_add_func ("/edtf/untouched-on-error", test_edtf_untouched_on_error);
  g_test_add_func ("/edtf/from-instants", test_from_instants);

  return g_test_run ();
}
