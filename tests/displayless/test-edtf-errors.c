/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-edtf.h"

#include <string.h>

/* What is not a date, and what people are told about it. */

#define SYNTAX TL_EDTF_ERROR_SYNTAX
#define IMPOSSIBLE TL_EDTF_ERROR_IMPOSSIBLE
#define ORDER TL_EDTF_ERROR_ORDER
#define RANGE TL_EDTF_ERROR_RANGE

#define BC "years before 1 are written with a minus and one less, 500 BCE as -0499"
#define BRACKETS "several dates need brackets: [2025,2026] for one of them, {2025,2026} for all"
#define FAR "years are at most 292 thousand million away"
#define FIRST "only the first date may have two dots before it and nothing else"
#define LAST "only the last date may have two dots after it and nothing else"
#define LASTED "what lasted is written with a slash, as in 2019/2021"
#define MASK_MONTH "no month fits 2X (months are 01 to 12)"
#define MEMBER "expected a date after the bracket and after each comma"
#define ONE "one of ?, ~ and % at a time; % is both of the others"
#define PARENTHESES "parentheses are no longer used; what is uncertain has a question mark " \
                    "before it, as in 2025-?06-12"
#define PARTS "what lasted has one start and one end, as in 2024/2025"
#define SEASONS "(months are 01 to 12; 21 to 41 are seasons and quarters)"
#define SPACES "there are no spaces around a date"
#define TIME "a time has hours, minutes and seconds, as in T14:30:00"
#define YEAR "expected a year first, as in 2025, 2025-06 or 2025-06-12"
#define YEAR_FIRST "dates are written year first, as in 2025-06-12"
#define ZONE "after the time comes nothing, Z or a zone like +02:00"

typedef struct
{
  const char *text;
  int         code;
  const char *message; /* after “text”: ; all of it if it begins with “ */
} Fault;

static const Fault impossible[] = {
  { "2025-02-30", IMPOSSIBLE, "February 2025 has 28 days" },
  { "2024-02-30", IMPOSSIBLE, "February 2024 has 29 days" },
  { "1900-02-29", IMPOSSIBLE, "February 1900 has 28 days" },
  { "-0001-02-29", IMPOSSIBLE, "February 2 BCE has 28 days" },
  { "1960-06-31", IMPOSSIBLE, "June 1960 has 30 days" },
  { "2025-12-32", IMPOSSIBLE, "December 2025 has 31 days" },
  { "?2025-02-30", IMPOSSIBLE, "February 2025 has 28 days" },
  { "2025-06-00", IMPOSSIBLE, "there is no day 00; leave it out if it is not known" },
  { "2025-13", IMPOSSIBLE, "there is no month 13 " SEASONS },
  { "2025-00", IMPOSSIBLE, "there is no month 00 " SEASONS },
  { "2025-20", IMPOSSIBLE, "there is no month 20 " SEASONS },
  { "2025-42", IMPOSSIBLE, "there is no month 42 " SEASONS },
  { "2025-13-01", IMPOSSIBLE, "there is no month 13 " SEASONS },
  { "2016-2X-XX", IMPOSSIBLE, MASK_MONTH },
  { "2016-2X", IMPOSSIBLE, MASK_MONTH },
  { "2025-06-4X", IMPOSSIBLE, "no day of the calendar fits this" },
  { "2025-02-3X", IMPOSSIBLE, "no day of the calendar fits this" },
  { "2025-XX-32", IMPOSSIBLE, "no day of the calendar fits this" },
  { "XXX1-02-29", IMPOSSIBLE, "no day of the calendar fits this" },
  { "2025-06-12T25:00:00Z", IMPOSSIBLE, "hours are 00 to 23; 24:00:00 is the end of the day" },
  { "2025-06-12T24:00:01Z", IMPOSSIBLE, "hours are 00 to 23; 24:00:00 is the end of the day" },
  { "2025-06-12T12:60:00Z", IMPOSSIBLE, "minutes are 00 to 59" },
  { "2025-06-12T12:00:61Z", IMPOSSIBLE, "seconds are 00 to 59" },
  { "2016-12-31T22:59:60Z", IMPOSSIBLE, "second 60 is only at 23:59:60 UTC" },
  { "2016-12-31T23:59:60+01:00", IMPOSSIBLE, "second 60 is only at 23:59:60 UTC" },
  { "2025-06-12T12:00:00+24:00", IMPOSSIBLE, "zones are at most 23:59 away from UTC" },
  { "2025-02-30/2026", IMPOSSIBLE,
    "“2025-02-30/2026”, at “2025-02-30”: February 2025 has 28 days" },
  { "[2024,2025-02-30..2026]", IMPOSSIBLE,
    "“[2024,2025-02-30..2026]”, at “2025-02-30”: February 2025 has 28 days" },
};

static const Fault order[] = {
  { "2025-06-12/2025-06-01", ORDER, "“2025-06-12/2025-06-01” ends before it starts" },
  { "2012-24/2012-21", ORDER, "“2012-24/2012-21” ends before it starts" },
  { "0800/-0999", ORDER, "“0800/-0999” ends before it starts" },
  { "-1000/-2000", ORDER, "“-1000/-2000” ends before it starts" },
  { "0001/0000", ORDER, "“0001/0000” ends before it starts" },
  { "Y-61000/Y-62000", ORDER, "“Y-61000/Y-62000” ends before it starts" },
  { "[2026..2025]", ORDER, "“[2026..2025]”, at “2026..2025”: ends before it starts" },
  { "{1990,2026..2025}", ORDER, "“{1990,2026..2025}”, at “2026..2025”: ends before it starts" },
};

static const Fault range[] = {
  { "Y292000000001", RANGE, FAR },
  { "Y-292000000001", RANGE, FAR },
  { "Y999999999999999999999999", RANGE, FAR },
  { "Y3E11", RANGE, FAR },
  { "Y-1E99", RANGE, FAR },
  { "Y1E999999999999", RANGE, FAR },
  { "Y292000000000S2", RANGE, FAR },
};

static const Fault other_notations[] = {
  { "12/06/2025", SYNTAX, YEAR_FIRST },
  { "12.6.2025", SYNTAX, YEAR_FIRST },
  { "12-06-2025", SYNTAX, YEAR_FIRST },
  { "6/2025", SYNTAX, YEAR_FIRST },
  { "20250612", SYNTAX, "write it with hyphens, 2025-06-12" },
  { "202506", SYNTAX, "write it with hyphens, 2025-06" },
  { "2025/06/12", SYNTAX, "write it with hyphens, 2025-06-12" },
  { "2025.6.12", SYNTAX, "write it with hyphens, 2025-06-12" },
  { "2000/12-12", SYNTAX, "write it with hyphens, 2000-12-12" },
  { "2025-6-1", SYNTAX, "months and days have two digits: 2025-06-01" },
  { "2025-6", SYNTAX, "months and days have two digits: 2025-06" },
  { "2019-2021", SYNTAX, LASTED },
  { "2019–2021", SYNTAX, LASTED },
  { "500 BC", SYNTAX, BC },
  { "500 BCE", SYNTAX, BC },
  { "June 2025", SYNTAX, YEAR },
  { "985", SYNTAX, "years have four digits, as in 0985" },
  { "-44", SYNTAX, "years have four digits, as in -0044" },
  { "12000", SYNTAX, "years of more than four digits begin with Y, as in Y12000" },
  { "20067890", SYNTAX, "years of more than four digits begin with Y, as in Y12000" },
  { "+2006", SYNTAX, "years have no plus sign" },
  { " 2025", SYNTAX, SPACES },
  { "2025-06-12 ", SYNTAX, SPACES },
  { "(2004)?-06-04", SYNTAX, PARENTHESES },
  { "1984..1985", SYNTAX, "two dots need brackets, as in [2025-06..2025-08]" },
  { "1984,1985", SYNTAX, BRACKETS },
};

static const Fault syntax[] = {
  { "", SYNTAX, "expected a date like 2025, 2025-06 or 2025-06-12" },
  { "-", SYNTAX, YEAR },
  { "NONE/", SYNTAX, "“NONE/”, at “NONE”: " YEAR },
  { "2025-", SYNTAX, "expected a month of two digits after “2025-”" },
  { "2025-06-", SYNTAX, "expected a day of two digits after “2025-06-”" },
  { "2025-W24", SYNTAX, "expected a month of two digits after “2025-”, not “W24”" },
  { "2025-06-1a", SYNTAX, "expected a day of two digits after “2025-06-”, not “1a”" },
  { "2025 June", SYNTAX, "expected nothing or a hyphen after “2025”, not “ June”" },
  { "2025-06x", SYNTAX, "expected nothing or a hyphen after “2025-06”, not “x”" },
  { "2025-06-12 14:30", SYNTAX,
    "expected nothing or a time like T14:30:00Z after “2025-06-12”, not “ 14:30”" },
  { "2025-06-12t14:30:00Z", SYNTAX,
    "expected nothing or a time like T14:30:00Z after “2025-06-12”, not “t14:30:00Z”" },
  { "2001-21-01", SYNTAX, "a season has no days; use the month, 01 to 12, instead" },
  { "2004??", SYNTAX, ONE },
  { "2004%?", SYNTAX, ONE },
  { "-0000", SYNTAX, "there is no year -0000; 0000 is 1 BCE, -0001 is 2 BCE" },
  { "-0000-01", SYNTAX, "there is no year -0000; 0000 is 1 BCE, -0001 is 2 BCE" },
  { "Y-00000", SYNTAX, "there is no year -0000; 0000 is 1 BCE, -0001 is 2 BCE" },
  { "-Y12000", SYNTAX, "the minus of a year comes after Y, as in Y-12000" },
  { "Y", SYNTAX, "expected digits after Y, as in Y-12000" },
  { "Y2006", SYNTAX, "only years of more than four digits begin with Y" },
  { "Y17XXX", SYNTAX, "in a year with Y, S says how many digits are sure: Y12000S2" },
  { "Y20067890-14-10%", SYNTAX, "a year that begins with Y has no months or days" },
  { "Y17E", SYNTAX, "expected the number of zeros after E, as in Y-138E8" },
  { "1950S", SYNTAX, "expected the number of sure digits after S, as in 1950S2" },
  { "1950S0", SYNTAX, "expected the number of sure digits after S, as in 1950S2" },
  { "195XS2", SYNTAX, "a year has either X or S, not both" },
  { "1950S2-06", SYNTAX, "a year with S has no months or days" },
  { "2012-10-10T10:10:1", SYNTAX, TIME },
  { "2012-10-10T1:10:10", SYNTAX, TIME },
  { "2012-10-10T10:10", SYNTAX, TIME },
  { "2012-10-10T", SYNTAX, TIME },
  { "2012-10-10T10:10:10.5Z", SYNTAX, "seconds are whole, as in 14:30:00" },
  { "2012-10-10T10:10:10Z10", SYNTAX, ZONE },
  { "2012-10-10T10:10:10z", SYNTAX, ZONE },
  { "2012-10-10T10:10:10+5", SYNTAX, ZONE },
  { "2012-10-10T10:10:10+0530", SYNTAX, ZONE },
  { "2012-10-10T10:10:10+05:", SYNTAX, ZONE },
  { "2012-10-XXT10:10:10Z", SYNTAX,
    "a time needs a day without X; ?, ~ and % come after the time" },
  { "2012-10-10?T10:10:10Z", SYNTAX,
    "a time needs a day without X; ?, ~ and % come after the time" },
  { "2012/2013/1234", SYNTAX, PARTS },
  { "2012///4444", SYNTAX, PARTS },
  { "/", SYNTAX, "neither the start nor the end is given" },
  { "unknown/", SYNTAX, "neither the start nor the end is given" },
  { "[1984", SYNTAX, "the bracket at the start needs its other half at the end" },
  { "[1984}", SYNTAX, "the bracket at the start needs its other half at the end" },
  { "[", SYNTAX, "the bracket at the start needs its other half at the end" },
  { "[]", SYNTAX, MEMBER },
  { "[1984,,1985]", SYNTAX, "“[1984,,1985]”, at “,1985]”: " MEMBER },
  { "[1984,]", SYNTAX, "“[1984,]”, at “]”: " MEMBER },
  { "[..]", SYNTAX, "two dots need a date before or after them" },
  { "[1984,..1985]", SYNTAX, "“[1984,..1985]”, at “..1985]”: " FIRST },
  { "[1984..,1985]", SYNTAX, LAST },
  { "[1984/1985]", SYNTAX,
    "between brackets a range is written with two dots, as in [2024..2025]" },
  { "{1,2}", SYNTAX, "“{1,2}”, at “1”: years have four digits, as in 0001" },
  { "[1984..1985..1986]", SYNTAX,
    "a range has one start and one end, as in [2024..2025]" },
  { "[....]", SYNTAX, "a range has one start and one end, as in [2024..2025]" },
};

static void
check_fault (const Fault *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) print_error = NULL;
  g_autofree char *expected = NULL;
  TlDate date;

  if (g_str_has_prefix (row->message, "“"))
    expected = g_strdup (row->message);
  else
    expected = g_strdup_printf ("“%s”: %s", row->text, row->message);

  g_test_message ("%s", row->text);
  g_assert_false (tl_edtf_parse (row->text, -1, &date, &error));
  g_assert_error (error, TL_EDTF_ERROR, row->code);
  g_assert_cmpstr (error->message, ==, expected);

  g_assert_false (tl_edtf_parse (row->text, -1, &date, NULL));
  g_assert_null (tl_edtf_to_canonical (row->text, &print_error));
  g_assert_cmpstr (print_error->message, ==, expected);
  g_assert_null (tl_edtf_to_words (row->text, NULL));
}

static void
test_errors_impossible (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (impossible); i++)
    check_fault (&impossible[i]);
}

static void
test_errors_order (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    check_fault (&order[i]);
}

static void
test_errors_range (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (range); i++)
    check_fault (&range[i]);
}

static void
test_errors_other_notations (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (other_notations); i++)
    check_fault (&other_notations[i]);
}

static void
test_errors_syntax (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (syntax); i++)
    check_fault (&syntax[i]);
}

static char *
get_message (const char *text,
             gssize      length)
{
  g_autoptr (GError) error = NULL;
  TlDate date;

  g_assert_false (tl_edtf_parse (text, length, &date, &error));
  g_assert_nonnull (error);

  return g_strdup (error->message);
}

/* No bytes from a file reach a terminal or a label as they are. */
static void
test_errors_quote_hostile (void)
{
  g_autofree char *control = get_message ("\033[31m2025", -1);
  g_autofree char *nul = get_message ("20\00025", 5);
  g_autofree char *broken = get_message ("2025-\xff\xc3", 7);
  g_autofree char *reversed = get_message ("2025\u202e6", -1);

  g_assert_cmpstr (control, ==, "“\uFFFD[31m2025”: " YEAR);
  g_assert_cmpstr (nul, ==, "“20\uFFFD25”: " YEAR);
  g_assert_true (g_utf8_validate (broken, -1, NULL));
  g_assert_nonnull (strstr (broken, "“2025-\uFFFD\uFFFD”"));
  g_assert_null (strstr (reversed, "\u202e"));
}

static void
test_errors_quote_short (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'a');
  g_autofree char *fits = g_strnfill (40, 'a');
  g_autofree char *message = get_message (long_text, -1);
  g_autofree char *fitting = get_message (fits, -1);
  g_autofree char *wide = NULL;
  GString *snowmen = g_string_new (NULL);

  g_assert_true (g_str_has_prefix (message, "“aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…”: "));
  g_assert_true (g_str_has_prefix (fitting, "“aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa”: "));

  for (int i = 0; i < 60; i++)
    g_string_append (snowmen, "☃");
  wide = get_message (snowmen->str, -1);
  g_assert_true (g_utf8_validate (wide, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (wide, -1), <, 120);
  g_assert_nonnull (strstr (wide, "☃…”"));
  g_string_free (snowmen, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edtf/errors/impossible", test_errors_impossible);
  g_test_add_func ("/edtf/errors/order", test_errors_order);
  g_test_add_func ("/edtf/errors/range", test_errors_range);
  g_test_add_func ("/edtf/errors/other-notations", test_errors_other_notations);
  g_test_add_func ("/edtf/errors/syntax", test_errors_syntax);
  g_test_add_func ("/edtf/errors/quote-hostile", test_errors_quote_hostile);
  g_test_add_func ("/edtf/errors/quote-short", test_errors_quote_short);

  return g_test_run ();
}
