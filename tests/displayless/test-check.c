/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-check.h"

#include <string.h>

/* What text, addresses and paths from a file may be, and what was meant. */

static void
test_check_text (void)
{
  static const struct
  {
    const char *text;
    TlTextFault fault;
  } rows[] = {
    { "plain", TL_TEXT_SOUND },
    { "Plain text that is longer than eight bytes, ended by a tilde ~", TL_TEXT_SOUND },
    { "two\nlines\tand a tab\r\n", TL_TEXT_SOUND },
    { "日本語と العربية and עברית", TL_TEXT_SOUND },
    { "left\u200eto right marks are fine\u200f", TL_TEXT_SOUND },
    { "", TL_TEXT_BLANK },
    { " \n\t ", TL_TEXT_BLANK },
    { "\u00a0\u2003", TL_TEXT_BLANK },
    { "bell\a", TL_TEXT_CONTROL },
    { "a bell far behind the first eight bytes\a.", TL_TEXT_CONTROL },
    { "delete\x7f", TL_TEXT_CONTROL },
    { "eight by\x7f", TL_TEXT_CONTROL },
    { "next line\xc2\x85", TL_TEXT_CONTROL },
    { "over\u202eride", TL_TEXT_DIRECTION },
    { "\u202aembed", TL_TEXT_DIRECTION },
    { "isolate\u2066", TL_TEXT_DIRECTION },
    { "\u2069", TL_TEXT_DIRECTION },
    { "\u2029\u206a", TL_TEXT_SOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%u: %s", i, rows[i].text);
      g_assert_cmpint (tl_text_check (rows[i].text, strlen (rows[i].text)), ==, rows[i].fault);
    }
}

/* The look at eight bytes at once finds what a look at each finds. */
static void
test_check_text_everywhere (void)
{
  for (guint at = 1; at < 40; at++)
    for (guint c = 1; c < 128; c++)
      {
        char text[41];
        gboolean is_control = (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7f;

        memset (text, 'x', 40);
        text[40] = '\0';
        text[at] = (char) c;
        g_assert_cmpint (tl_text_check (text, 40), ==, is_control ? TL_TEXT_CONTROL : TL_TEXT_SOUND);
      }
}

static void
test_check_replace (void)
{
  g_autofree char *replaced = tl_text_replace_faults ("a\ab\u202ec\nd");

  g_assert_cmpstr (replaced, ==, "a\ufffdb\ufffdc\nd");
}

static void
test_check_quote (void)
{
  g_autofree char *plain = tl_text_quote ("gazete");
  g_autofree char *odd = tl_text_quote ("a\nb\u202ec\xff");
  g_autofree char *forty = tl_text_quote ("1234567890123456789012345678901234567890");
  g_autofree char *more = tl_text_quote ("12345678901234567890123456789012345678901");

  g_assert_cmpstr (plain, ==, "“gazete”");
  g_assert_cmpstr (odd, ==, "“a\ufffdb\ufffdc\ufffd”");
  g_assert_cmpstr (forty, ==, "“1234567890123456789012345678901234567890”");
  g_assert_cmpstr (more, ==, "“123456789012345678901234567890123456789…”");
}

static void
test_check_address (void)
{
  static const char *const sound[] = {
    "http://example.org",
    "https://example.org/a?b=c#d",
    "https://example.org:8080/%20",
    "HTTPS://EXAMPLE.ORG/",
    "https://[::1]/",
  };
  static const char *const unsound[] = {
    "", "example.org", "//example.org/", "ftp://example.org/", "javascript:alert(1)", "https://", "https:///path",
    "https://exa mple.org/", "https://example.org/\n", "https://example.org/\"x", "file:///etc/passwd", "data:text/html,x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    g_assert_true (tl_address_is_web (sound[i]));
  for (guint i = 0; i < G_N_ELEMENTS (unsound); i++)
    {
      g_test_message ("%s", unsound[i]);
      g_assert_false (tl_address_is_web (unsound[i]));
    }
}

static void
test_check_path (void)
{
  g_assert_true (tl_path_is_below ("x.png"));
  g_assert_true (tl_path_is_below ("pictures/x..y.png"));
  g_assert_false (tl_path_is_below ("/x.png"));
  g_assert_false (tl_path_is_below ("../x.png"));
  g_assert_false (tl_path_is_below ("a/../x.png"));
  g_assert_false (tl_path_is_below ("a/.."));
  g_assert_false (tl_path_is_below ("a\\x.png"));
  g_assert_false (tl_path_is_below ("c:x.png"));
  g_assert_false (tl_path_is_below ("https://example.org/x.png"));
}

static void
test_check_language (void)
{
  g_assert_true (tl_language_is_tag ("en"));
  g_assert_true (tl_language_is_tag ("pt-BR"));
  g_assert_true (tl_language_is_tag ("zh-Hant-TW"));
  g_assert_false (tl_language_is_tag (""));
  g_assert_false (tl_language_is_tag ("e"));
  g_assert_false (tl_language_is_tag ("en_GB"));
  g_assert_false (tl_language_is_tag ("english please"));
  g_assert_false (tl_language_is_tag ("en\n"));
}

static void
test_check_distance (void)
{
  g_assert_cmpuint (tl_word_distance ("title", "title", 2), ==, 0);
  g_assert_cmpuint (tl_word_distance ("title", "titel", 2), ==, 1);
  g_assert_cmpuint (tl_word_distance ("title", "tile", 2), ==, 1);
  g_assert_cmpuint (tl_word_distance ("title", "tittle", 2), ==, 1);
  g_assert_cmpuint (tl_word_distance ("title", "tetlo", 2), ==, 2);
  g_assert_cmpuint (tl_word_distance ("title", "text", 2), ==, 3);
  g_assert_cmpuint (tl_word_distance ("", "ab", 2), ==, 2);
  g_assert_cmpuint (tl_word_distance ("abcdef", "a", 2), ==, 3);
}

static void
test_check_suggest (void)
{
  static const char *const keys[] = { "id", "title", "text", "when", "summary", NULL };

  g_assert_cmpstr (tl_suggest (keys, "titel"), ==, "title");
  g_assert_cmpstr (tl_suggest (keys, "sumary"), ==, "summary");
  g_assert_cmpstr (tl_suggest (keys, "wen"), ==, "when");
  g_assert_null (tl_suggest (keys, "iD"));
  g_assert_null (tl_suggest (keys, "headline"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/text", test_check_text);
  g_test_add_func ("/check/text-everywhere", test_check_text_everywhere);
  g_test_add_func ("/check/replace", test_check_replace);
  g_test_add_func ("/check/quote", test_check_quote);
  g_test_add_func ("/check/address", test_check_address);
  g_test_add_func ("/check/path", test_check_path);
  g_test_add_func ("/check/language", test_check_language);
  g_test_add_func ("/check/distance", test_check_distance);
  g_test_add_func ("/check/suggest", test_check_suggest);

  return g_test_run ();
}
