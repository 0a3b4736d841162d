/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-guide.h"

/* A guide as text again: the kind of each block, then its runs. */
static char *
print_guide (const char *text)
{
  static const char kinds[] = { 'H', 'P', 'I', 'C' };
  static const char *const marks[] = { "", "*", "`" };
  g_autoptr (GPtrArray) blocks = tl_guide_parse (text);
  GString *printed = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const TlGuideBlock *block = blocks->pdata[i];

      g_string_append_printf (printed, "%c", kinds[block->kind]);
      if (block->kind == TL_GUIDE_HEADING)
        g_string_append_printf (printed, "%u", block->level);
      for (guint j = 0; j < block->runs->len; j++)
        {
          const TlGuideRun *run = &g_array_index (block->runs, TlGuideRun, j);

          g_string_append_printf (printed, "|%s%s%s", marks[run->style], run->text, marks[run->style]);
        }
      g_string_append (printed, "\n");
    }

  return g_string_free (printed, FALSE);
}

static void
check (const char *text,
       const char *expected)
{
  g_autofree char *printed = print_guide (text);

  g_assert_cmpstr (printed, ==, expected);
}

static void
test_blocks (void)
{
  check ("", "");
  check ("\n\n", "");
  check ("# Title\n\nOne\ntwo.\n\nThree.", "H1|Title\nP|One two.\nP|Three.\n");
  check ("## A\n### B\ntext", "H2|A\nH3|B\nP|text\n");
  check ("Before:\n- one\n  goes on\n- two\n\nAfter", "P|Before:\nI|one goes on\nI|two\nP|After\n");
  check ("#no heading", "P|#no heading\n");
  check ("-no item", "P|-no item\n");
}

static void
test_code (void)
{
  check ("```sh\n# no heading\n\n- no item\n```\nafter", "C|`# no heading\n\n- no item`\nP|after\n");
  check ("text\n```\ncode", "P|text\nC|`code`\n");
  check ("```\n```", "");
}

static void
test_runs (void)
{
  check ("Press **Ctrl+F** or `/`.", "P|Press |*Ctrl+F*| or |`/`|.\n");
  check ("**All**", "P|*All*\n");
  check ("See [the format](format.md), please.", "P|See the format, please.\n");
  check ("- **a** b", "I|*a*| b\n");
}

static void
test_what_is_not_ended_stays (void)
{
  check ("2 ** 3", "P|2 ** 3\n");
  check ("a ` b", "P|a ` b\n");
  check ("a [b] c", "P|a [b] c\n");
  check ("a [b](c", "P|a [b](c\n");
}

static void
test_pictures_and_comments_are_left_out (void)
{
  check ("<!-- SPDX -->\nOne\n![The window](pictures/a.png)\nTwo", "P|One\nP|Two\n");
}

static void
test_text_is_never_markup (void)
{
  check ("a <b>&amp;</b>", "P|a <b>&amp;</b>\n");
}

static void
test_words_alone (void)
{
  g_autoptr (GPtrArray) blocks = tl_guide_parse ("## What `this` **is**");
  g_autofree char *text = tl_guide_block_to_text (blocks->pdata[0]);

  g_assert_cmpuint (blocks->len, ==, 1);
  g_assert_cmpstr (text, ==, "What this is");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide/blocks", test_blocks);
  g_test_add_func ("/guide/code", test_code);
  g_test_add_func ("/guide/runs", test_runs);
  g_test_add_func ("/guide/not-ended", test_what_is_not_ended_stays);
  g_test_add_func ("/guide/left-out", test_pictures_and_comments_are_left_out);
  g_test_add_func ("/guide/no-markup", test_text_is_never_markup);
  g_test_add_func ("/guide/words", test_words_alone);

  return g_test_run ();
}
