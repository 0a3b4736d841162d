/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  const char *text;
  const char *words;
} Row;

static const Row singles[] = {
  { "2025-06-12", "12 June 2025" },
  { "2025-06", "June 2025" },
  { "2025", "2025" },
  { "1000", "1000" },
  { "0999", "999 CE" },
  { "0079-08-24", "24 August 79 CE" },
  { "0001", "1 CE" },
  { "0000", "1 BCE" },
  { "-0001", "2 BCE" },
  { "-0499", "500 BCE" },
  { "-0043-03-15", "15 March 44 BCE" },
  { "-9999", "10,000 BCE" },
  { "2025-06-12T14:30:00Z", "12 June 2025, 14:30 UTC" },
  { "2025-06-12T14:30:00", "12 June 2025, 14:30 UTC" },
  { "2025-06-12T14:30:05Z", "12 June 2025, 14:30:05 UTC" },
  { "2025-06-12T14:30:00+02:00", "12 June 2025, 14:30 UTC+02:00" },
  { "2025-06-12T14:30:00-03:30", "12 June 2025, 14:30 UTC−03:30" },
  { "2025-06-12T24:00:00Z", "12 June 2025, 24:00 UTC" },
  { "2024-21", "spring 2024" },
  { "2024-22", "summer 2024" },
  { "2024-23", "autumn 2024" },
  { "2024-24", "winter 2024" },
  { "2024-25", "northern spring 2024" },
  { "2024-26", "northern summer 2024" },
  { "2024-27", "northern autumn 2024" },
  { "2024-28", "northern winter 2024" },
  { "2024-29", "southern spring 2024" },
  { "2024-30", "southern summer 2024" },
  { "2024-31", "southern autumn 2024" },
  { "2024-32", "southern winter 2024" },
  { "2025-33", "first quarter of 2025" },
  { "2025-34", "second quarter of 2025" },
  { "2025-35", "third quarter of 2025" },
  { "2025-36", "fourth quarter of 2025" },
  { "2025-37", "first four months of 2025" },
  { "2025-38", "middle four months of 2025" },
  { "2025-39", "last four months of 2025" },
  { "2025-40", "first half of 2025" },
  { "2025-41", "second half of 2025" },
  { "Y12000", "12,000 CE" },
  { "Y-12345", "12,346 BCE" },
  { "Y-113000", "113,000 BCE" },
  { "Y170000002", "170,000,002 CE" },
  { "Y-170000002", "170,000,003 BCE" },
  { "Y-66000000", "66 million years BCE" },
  { "Y-66040000", "66.04 million years BCE" },
  { "Y-1500000", "1.5 million years BCE" },
  { "Y-4543210000", "4543.21 million years BCE" },
  { "Y-4540000000", "4.54 thousand million years BCE" },
  { "Y-13800000000", "13.8 thousand million years BCE" },
  { "Y-14000000000", "14 thousand million years BCE" },
  { "Y-138E8", "13.8 thousand million years BCE" },
};

static const Row qualified[] = {
  { "2025-06~", "about June 2025" },
  { "2025-06?", "June 2025, uncertain" },
  { "2025-06%", "about June 2025, uncertain" },
  { "2025-06?~", "about June 2025, uncertain" },
  { "-0499~", "about 500 BCE" },
  { "2024-21~", "about spring 2024" },
  { "Y-13800000000~", "about 13.8 thousand million years BCE" },
  { "2025-06-12T14:30:00Z~", "about 12 June 2025, 14:30 UTC" },
  { "2004-06~-11", "11 June 2004, year and month approximate" },
  { "2004?-06-11", "11 June 2004, year uncertain" },
  { "?2004-06-~11", "11 June 2004, year uncertain, day approximate" },
  { "2004-%06-11", "11 June 2004, month approximate and uncertain" },
  { "2004-06-?11", "11 June 2004, day uncertain" },
  { "2004-?06-?11", "11 June 2004, month and day uncertain" },
  { "?2004-06-?11", "11 June 2004, year and day uncertain" },
  { "2025-~06", "June 2025, month approximate" },
  { "2025-?21", "spring 2025, season uncertain" },
  { "2025?-~06-%12",
    "12 June 2025, year uncertain, month approximate, day approximate and uncertain" },
};

static const Row unspecified[] = {
  { "201X", "the 2010s" },
  { "19XX", "the 1900s" },
  { "200X", "some year from 2000 to 2009" },
  { "20XX", "some year from 2000 to 2099" },
  { "1XXX", "some year from 1000 to 1999" },
  { "045X", "some year from 450 CE to 459 CE" },
  { "000X", "some year from 1 BCE to 9 CE" },
  { "-20XX", "some year from 2100 BCE to 2001 BCE" },
  { "XXXX", "some year" },
  { "-XXXX", "some year BCE" },
  { "1X85", "some year that fits 1X85" },
  { "-1X85", "some year that fits -1X85" },
  { "201X~", "about the 2010s" },
  { "2004-XX", "some month in 2004" },
  { "2004-06-XX", "some day in June 2004" },
  { "2004-XX-XX", "some day in 2004" },
  { "1984-1X", "some month from October to December in 1984" },
  { "1984-X1", "January or November in 1984" },
  { "1984-X3", "March 1984" },
  { "1984-06-1X", "some day from 10 to 19 June 1984" },
  { "1984-02-2X", "some day from 20 to 29 February 1984" },
  { "1984-11-3X", "30 November 1984" },
  { "1984-06-X1", "some date that fits 1984-06-X1" },
  { "1984-1X-15", "some date that fits 1984-1X-15" },
  { "1984-XX-X1?", "some date that fits 1984-XX-X1, uncertain" },
  { "1984-XX-15", "day 15 of some month in 1984" },
  { "156X-12-25", "25 December of some year from 1560 to 1569" },
  { "156X-12-2X", "some date that fits 156X-12-2X" },
  { "XXXX-12-25", "25 December of some year" },
  { "XXXX-12-XX", "some day in December of some year" },
  { "1XXX-XX", "some month in some year from 1000 to 1999" },
  { "1XXX-12", "December of some year from 1000 to 1999" },
  { "201X-21", "spring of some year from 2010 to 2019" },
  { "1950S2", "some year from 1900 to 1999, estimated as 1950" },
  { "1950S4", "1950" },
};

static const Row intervals[] = {
  { "2025-06-08/2025-06-12", "8 to 12 June 2025" },
  { "2025-05-08/2025-06-12", "8 May to 12 June 2025" },
  { "2024-05-08/2025-06-12", "8 May 2024 to 12 June 2025" },
  { "2024-06/2024-12", "June to December 2024" },
  { "2024-06/2025-01", "June 2024 to January 2025" },
  { "2019/2021", "2019 to 2021" },
  { "-0499/-0399", "500 BCE to 400 BCE" },
  { "2025-06-12/2025-06-12", "12 June 2025" },
  { "2025/2025-06-12", "2025 to 12 June 2025" },
  { "2025-06-12T14:30:00Z/2025-06-12T16:00:00Z", "12 June 2025, 14:30 to 16:00 UTC" },
  { "2025-06-12T14:30:00Z/2025-06-12T20:00:00+02:00",
    "12 June 2025, 14:30 UTC to 12 June 2025, 20:00 UTC+02:00" },
  { "2025-06-08~/2025-06-12", "from about 8 June 2025 to 12 June 2025" },
  { "2024?/2025%", "from perhaps 2024 to perhaps about 2025" },
  { "2004-06-~01/2004-06-20", "from 1 June 2004 (day approximate) to 20 June 2004" },
  { "2004-06-XX/2004-07-03", "from some day in June 2004 to 3 July 2004" },
  { "2025-06-12/..", "since 12 June 2025" },
  { "2025-06~/..", "since about June 2025" },
  { "2025-06-12/", "from 12 June 2025, end not known" },
  { "../2025-06-12", "until 12 June 2025" },
  { "/2025-06-12", "until 12 June 2025, start not known" },
  { "../..", "without beginning or end" },
  { "/..", "since a time not known" },
  { "../", "until a time not known" },
};

static const Row sets[] = {
  { "[2025-06-08..2025-06-12]", "some time between 8 and 12 June 2025" },
  { "[2025-05-08..2025-06-12]", "some time between 8 May and 12 June 2025" },
  { "[2024-06..2024-12]", "some time between June and December 2024" },
  { "[2024..2025]", "some time between 2024 and 2025" },
  { "[2024~..2025]", "some time between about 2024 and 2025" },
  { "[2025-06-12T14:30:00Z..2025-06-12T16:00:00Z]",
    "12 June 2025, some time between 14:30 and 16:00 UTC" },
  { "[..2025-06-12]", "on or before 12 June 2025" },
  { "[..2025-06]", "in or before June 2025" },
  { "[..2025]", "in or before 2025" },
  { "[..2025-21]", "in or before spring 2025" },
  { "[..2025-06-12T14:30:00Z]", "at or before 12 June 2025, 14:30 UTC" },
  { "[2025-06-12..]", "on or after 12 June 2025" },
  { "[2025-06..]", "in or after June 2025" },
  { "[2025-06-12T14:30:00Z..]", "at or after 12 June 2025, 14:30 UTC" },
  { "[..2025-06?]", "in or before perhaps June 2025" },
  { "[2025-06-12,2025-06-14]", "one of 12 or 14 June 2025" },
  { "[2025-06,2025-07, 2025-08]", "one of June, July or August 2025" },
  { "[2024-06,2025-07]", "one of June 2024 or July 2025" },
  { "[2025-06-12?,2025-06-14]", "one of perhaps 12 June 2025 or 14 June 2025" },
  { "[1667,1668,1670..1672]", "one of 1667, 1668 or 1670 to 1672" },
  { "[1667,1760-12]", "one of 1667 or December 1760" },
  { "[..1760-12-03,1762]", "3 December 1760 or before or 1762" },
  { "[1984]", "1984" },
  { "{2025-06-12,2025-06-14}", "12 and 14 June 2025" },
  { "{1960,1961-12}", "1960 and December 1961" },
  { "{1667,1668,1670..1672}", "1667, 1668 and every year from 1670 to 1672" },
  { "{2025-06..2025-08}", "every month from June 2025 to August 2025" },
  { "{2025-06-08..2025-06-12}", "every day from 8 June 2025 to 12 June 2025" },
  { "{2025..2026-03}", "all from 2025 to March 2026" },
  { "{..1984}", "every year up to 1984" },
  { "{1984..}", "every year from 1984 on" },
  { "{..2025-06}", "every month up to June 2025" },
  { "{2025-06..}", "every month from June 2025 on" },
  { "{..2025-06-12}", "every day up to 12 June 2025" },
  { "{2025-06-12..}", "every day from 12 June 2025 on" },
  { "{..2025-21}", "all up to spring 2025" },
  { "{2025-21..}", "all from spring 2025 on" },
  { "{2001,2003,2005,2007,2009,2011,2013,2015,2017,2019,2021,2023}",
    "2001, 2003, 2005, 2007, 2009, 2011, 2013, 2015, 2017, 2019, 2021 and 2023" },
  { "{2001,2003,2005,2007,2009,2011,2013,2015,2017,2019,2021,2023,2025}",
    "2001, 2003, 2005, 2007, 2009, 2011, 2013, 2015, 2017, 2019, 2021 and 2 more" },
};

typedef struct
{
  const char *start;
  const char *end;
  const char *words;
} Pair;

static const Pair pairs[] = {
  { "[2024-06..2024-12]", "2025-06-18",
    "from some time between June and December 2024 to 18 June 2025" },
  { "2025-06-08", "2025-06-12", "8 to 12 June 2025" },
  { "2025-06-08~", "2025-06-12", "from about 8 June 2025 to 12 June 2025" },
  { "[..2024]", "2025", "from 2024 or before to 2025" },
  { "2024", "[2025..]", "from 2024 to 2025 or after" },
  { "[2024-06-12,2024-06-14]", "2025", "from one of 12 or 14 June 2024 to 2025" },
  { "2023/2024", "2025?", "from some time between 2023 and 2024 to perhaps 2025" },
  { "2024/..", "2025", "from 2024 or after to 2025" },
  { "../..", "2025", "from a time not known to 2025" },
  { "Y-113000~", "-9700~", "from about 113,000 BCE to about 9701 BCE" },
  { "[2024..2025]", NULL, "some time between 2024 and 2025" },
  { NULL, "2025-06?", "June 2025, uncertain" },
  { NULL, NULL, NULL },
  { "2025-13", "2026", NULL },
  { "2025", "2026-13", NULL },
  { "2025-13", NULL, NULL },
};

static void
check_rows (const Row *rows,
            gsize      n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *words = tl_edtf_to_words (rows[i].text, NULL);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_words_singles (void)
{
  check_rows (singles, G_N_ELEMENTS (singles));
}

static void
test_words_qualified (void)
{
  check_rows (qualified, G_N_ELEMENTS (qualified));
}

static void
test_words_unspecified (void)
{
  check_rows (unspecified, G_N_ELEMENTS (unspecified));
}

static void
test_words_intervals (void)
{
  check_rows (intervals, G_N_ELEMENTS (intervals));
}

static void
test_words_sets (void)
{
  check_rows (sets, G_N_ELEMENTS (sets));
}

static void
test_words_pairs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *words = tl_edtf_range_to_words (pairs[i].start, pairs[i].end, NULL);

      g_assert_cmpstr (words, ==, pairs[i].words);
    }
}

static void
test_words_months (void)
{
  static const char *const names[] = { "January", "February", "March", "April", "May", "June",
                                       "July", "August", "September", "October", "November",
                                       "December" };

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *month = g_strdup_printf ("2025-%02d", i + 1);
      g_autofree char *day = g_strdup_printf ("2025-%02d-01", i + 1);
      g_autofree char *month_words = tl_edtf_to_words (month, NULL);
      g_autofree char *day_words = tl_edtf_to_words (day, NULL);
      g_autofree char *month_expected = g_strdup_printf ("%s 2025", names[i]);
      g_autofree char *day_expected = g_strdup_printf ("1 %s 2025", names[i]);

      g_assert_cmpstr (month_words, ==, month_expected);
      g_assert_cmpstr (day_words, ==, day_expected);
    }
}

/* A language that puts the year first and has its own separators. */
static const char *
lookup_cb (const char *context,
           const char *msgid,
           gpointer    data)
{
  static const char *const table[][3] = {
    { "date, range of days", "some time between %1$s and %2$s %3$s %4$s",
      "%4$s %3$s %1$s–%2$s, once, 100%%" },
    { "date", "June", "VI" },
    { "date with day", "June", "vi" },
    { "date, month and year", "%1$s %2$s", "%2$s %1$s" },
    { "date", "about %1$s", "~%s" },
    { "number", ",", "." },
    { "number", ".", "," },
    { "date", "%1$s thousand million years BCE", "%1$s Mrd." },
    { "date", "%1$s BCE", "%1$s v. Chr." },
    /* Mistakes. */
    { "date", "%1$s CE", "%3$s %1$s %d %n %9$s %1$" },
    { "date", "%1$s UTC", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i][0], context) && g_str_equal (table[i][1], msgid))
      return table[i][2];

  return msgid;
}

static void
check_translated (const char *text,
                  const char *expected)
{
  TlWords words = { lookup_cb, NULL };
  g_autofree char *translated = tl_edtf_to_words (text, &words);

  g_assert_cmpstr (translated, ==, expected);
}

static void
test_words_translated (void)
{
  check_translated ("[2025-06-08..2025-06-12]", "2025 vi 8–12, once, 100%");
  check_translated ("2025-06~", "~2025 VI");
  check_translated ("Y-13800000000", "13,8 Mrd.");
  check_translated ("Y-12345", "12.346 v. Chr.");
}

/* A bad translation may read badly, but not crash. */
static void
test_words_mistranslated (void)
{
  check_translated ("0079", " 79 %d %n  %1$");
  check_translated ("2025-06-12T14:30:00Z", "12 vi 2025, ");
}

/* Numbers do not follow the environment. */
static void
test_words_locale (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  g_autofree char *words = NULL;
  g_autofree char *canonical = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL
      && setlocale (LC_NUMERIC, "fr_FR.UTF-8") == NULL)
    {
      g_test_skip ("no locale with a decimal comma");
      return;
    }

  words = tl_edtf_to_words ("Y-13800000000~", NULL);
  canonical = tl_edtf_to_canonical ("Y-13800000000~", NULL);
  setlocale (LC_NUMERIC, before);
  g_assert_cmpstr (words, ==, "about 13.8 thousand million years BCE");
  g_assert_cmpstr (canonical, ==, "Y-13800000000~");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edtf/words/singles", test_words_singles);
  g_test_add_func ("/edtf/words/qualified", test_words_qualified);
  g_test_add_func ("/edtf/words/unspecified", test_words_unspecified);
  g_test_add_func ("/edtf/words/intervals", test_words_intervals);
  g_test_add_func ("/edtf/words/sets", test_words_sets);
  g_test_add_func ("/edtf/words/pairs", test_words_pairs);
  g_test_add_func ("/edtf/words/months", test_words_months);
  g_test_add_func ("/edtf/words/translated", test_words_translated);
  g_test_add_func ("/edtf/words/mistranslated", test_words_mistranslated);
  g_test_add_func ("/edtf/words/locale", test_words_locale);

  return g_test_run ();
}
