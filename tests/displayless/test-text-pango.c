/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-text-pango.h"

#include <string.h>

/* Text is measured as it is set. */

static const TlTextStyle regular = { .size = 16 };

static TlTextBlock
measure (TlTextPango       *text,
         const char        *string,
         const TlTextStyle *style,
         double             width,
         guint              n_lines)
{
  TlTextMeasure how = tl_text_pango_get_measure (text);
  TlTextRoom room = { width, n_lines };
  TlTextBlock block;

  tl_text_measure (&how, string, style, &room, &block);

  return block;
}

static double
measure_width (TlTextPango *text,
               const char  *string)
{
  TlTextMeasure how = tl_text_pango_get_measure (text);

  return tl_text_measure_width (&how, string, &regular);
}

/* What is drawn for line @i. */
static char *
dup_line (const char        *string,
          const TlTextBlock *block,
          guint              i)
{
  const TlTextLine *line = &block->lines[i];
  g_autofree char *part = g_strndup (string + line->start, line->length);

  return g_strconcat (part, line->is_cut ? TL_ELLIPSIS : "", NULL);
}

static void
assert_lines (TlTextPango *text,
              const char  *string,
              double       width,
              guint        n_lines,
              const char  *expected)
{
  TlTextBlock block = measure (text, string, &regular, width, n_lines);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < block.n_lines; i++)
    {
      g_autofree char *line = dup_line (string, &block, i);

      g_string_append_printf (lines, "%s%s", i > 0 ? "|" : "", line);
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_text_pango_one_line (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  TlTextStyle large = { .size = 32 };
  TlTextBlock once = measure (text, "Harbour", &regular, 0, 1);
  TlTextBlock twice = measure (text, "Harbour", &large, 0, 1);

  g_assert_cmpuint (once.n_lines, ==, 1);
  g_assert_cmpuint (once.lines[0].length, ==, strlen ("Harbour"));
  g_assert_false (once.lines[0].is_cut);
  g_assert_cmpfloat (once.width, >, 20);
  g_assert_cmpfloat (once.line_height, >=, 1.3 * 16);
  g_assert_cmpfloat (once.baseline, >, once.line_height / 2);
  g_assert_cmpfloat (once.baseline, <, once.line_height);

  /* Unhinted text grows with its size. */
  g_assert_cmpfloat_with_epsilon (twice.width, 2 * once.width, 0.1);
  g_assert_cmpfloat_with_epsilon (twice.baseline, 2 * once.baseline, 1);
}

/* A text is as wide as its words. */
static void
test_text_pango_sum (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  double words = measure_width (text, "Harbour") + measure_width (text, "gate") + measure_width (text, "closed,");

  g_assert_cmpfloat_with_epsilon (measure_width (text, "Harbour gate closed,"), words + 2 * measure_width (text, " "), 0.01);
  g_assert_cmpfloat (measure_width (text, "a – (b)"), >, measure_width (text, "a (b)"));
  g_assert_cmpfloat_with_epsilon (measure_width (text, "example.org/one-two-three/four"),
                                  measure_width (text, "example.") + measure_width (text, "org/") + measure_width (text, "one-")
                                    + measure_width (text, "two-") + measure_width (text, "three/") + measure_width (text, "four"),
                                  0.01);
}

static void
test_text_pango_empty (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  TlTextBlock empty = measure (text, "", &regular, 100, 2);

  g_assert_cmpuint (empty.n_lines, ==, 0);
  g_assert_cmpfloat (empty.width, ==, 0);
  g_assert_cmpfloat (empty.line_height, >=, 1.3 * 16);
  g_assert_cmpfloat (measure_width (text, " "), >, 1);
}

static void
test_text_pango_weight (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  TlTextStyle bold = { .size = 16, .weight = TL_WEIGHT_BOLD };
  TlTextStyle semibold = { .size = 16, .weight = TL_WEIGHT_SEMIBOLD };

  if (!tl_text_pango_has_family (text))
    {
      g_test_skip ("the font family " TL_CHART_FONT " is not installed");
      return;
    }

  g_assert_cmpfloat (measure (text, "Harbour", &semibold, 0, 1).width, >, measure (text, "Harbour", &regular, 0, 1).width);
  g_assert_cmpfloat (measure (text, "Harbour", &bold, 0, 1).width, >, measure (text, "Harbour", &semibold, 0, 1).width);
}

static void
test_text_pango_words (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  double port = measure_width (text, "Port closes its");

  assert_lines (text, "Port closes its gate", port + 1, 2, "Port closes its|gate");
  assert_lines (text, "Port closes its   gate", port + 1, 2, "Port closes its|gate");
  assert_lines (text, "Port closes its ", port + 1, 2, "Port closes its");
  assert_lines (text, "Port closes\nits\tgate", port + 1, 2, "Port closes\nits|gate");
  assert_lines (text, "Port closes its gate", measure_width (text, "Port closes…") + 1, 1, "Port closes…");
  assert_lines (text, "Port closes its gate", measure_width (text, "Port closes its gate"), 1, "Port closes its gate");
  assert_lines (text, "gate gate gate gate", measure_width (text, "gate"), 3, "gate|gate|ga…");
}

static void
test_text_pango_loose_ends (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");

  assert_lines (text, "Port, gate, wharf", measure_width (text, "Port,…") + 1, 1, "Port…");
  assert_lines (text, "Port – (gate)", measure_width (text, "Port – (…") + 1, 1, "Port…");
  assert_lines (text, "50% of all", measure_width (text, "50%…") + 1, 1, "50%…");
}

/* No room is too small, and no text too odd. */
static void
test_text_pango_narrow (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");

  assert_lines (text, "W", 1, 1, "W");
  assert_lines (text, "We", 1, 1, "…");
  assert_lines (text, "We", 1, 8, "W|e");
  assert_lines (text, "Wee", 1, 2, "W|…");
  assert_lines (text, "   ", 1, 2, "");
}

static void
test_text_pango_room (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  TlTextBlock two = measure (text, "Port closes its eastern gate", &regular, 120, 2);
  TlTextBlock cut = measure (text, "Port closes its eastern gate until the end of the year", &regular, 120, 2);
  TlTextBlock word = measure (text, "Donaudampfschifffahrtsgesellschaft", &regular, 60, 2);

  g_assert_cmpuint (two.n_lines, ==, 2);
  g_assert_false (two.lines[1].is_cut);
  g_assert_cmpuint (cut.n_lines, ==, 2);
  g_assert_true (cut.lines[1].is_cut);
  g_assert_cmpfloat (cut.width, <=, 120.01);
  g_assert_cmpfloat (word.width, <=, 60.01);
}

/* Of a long text no more is looked at than there is room for, and nothing
 * else comes of that. */
static void
test_text_pango_long (void)
{
  static const char *const parts[] = { "word ", "word", "a-b/c.d", "東", "\342\200\213", "שלום " };
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) shorter = g_string_new (NULL);
      g_autofree char *longer = NULL;
      TlTextBlock one, other;

      while (shorter->len < 3000)
        g_string_append (shorter, parts[i]);
      longer = g_strconcat (shorter->str, shorter->str, shorter->str, NULL);
      one = measure (text, shorter->str, &regular, 100, 3);
      other = measure (text, longer, &regular, 100, 3);
      g_assert_cmpuint (one.n_lines, ==, other.n_lines);
      g_assert_cmpfloat (one.width, ==, other.width);
      for (guint j = 0; j < one.n_lines; j++)
        {
          g_assert_cmpuint (one.lines[j].start, ==, other.lines[j].start);
          g_assert_cmpuint (one.lines[j].length, <=, other.lines[j].length);
          g_assert_cmpint (one.lines[j].is_cut, ==, other.lines[j].is_cut);
        }
    }
}

/* More texts than are kept, each longer than is kept. */
static void
test_text_pango_many (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  double width = measure_width (text, "gate gate");

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *spaces = g_strnfill (200000 + i, ' ');
      g_autofree char *string = g_strconcat ("gate gate", spaces, "gate", NULL);

      g_assert_cmpuint (measure (text, string, &regular, width, 8).n_lines, ==, 2);
    }
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *string = g_strdup_printf ("%u gate", i);

      g_assert_cmpuint (measure (text, string, &regular, 20, 2).n_lines, ==, 2);
    }
  g_assert_cmpfloat (measure_width (text, "gate gate"), ==, width);
}

/* What people see as one character is never split. */
static void
test_text_pango_clusters (void)
{
  static const char family[] = "\360\237\221\251\342\200\215\360\237\221\251\342\200\215\360\237\221\247";
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  g_autofree char *families = g_strconcat (family, family, family, NULL);
  g_autofree char *family_cut = g_strconcat (family, "|", TL_ELLIPSIS, NULL);

  assert_lines (text, "e\314\201e\314\201", 1, 2, "e\314\201|e\314\201");
  assert_lines (text, families, 1, 2, family_cut);
}

static void
test_text_pango_scripts (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  TlTextBlock hebrew = measure (text, "2019: שלום עולם", &regular, 0, 1);
  TlTextBlock latin = measure (text, "Hello, שלום", &regular, 0, 1);
  double two = measure_width (text, "東京");

  g_assert_true (hebrew.is_rtl);
  g_assert_false (latin.is_rtl);
  assert_lines (text, "東京東京東", two + 1, 3, "東京|東京|東");
}

static const char *const pieces[] = {
  "a", "W", " ", "  ", "\n", "-", "ffi", "e\314\201", "שלום", "مرحبا",
  "لا", "漢字", "。", ",", "(x)", "1,234", "\342\200\213", "\302\255",
  "\360\237\221\251\342\200\215\360\237\221\247", "\360\237\207\251\360\237\207\252", "क्षि",
  "\342\200\256", "\342\200\250", "\302\205", "\303", "\377", "\t", "word",
};

static char *
make_text (GRand *rand)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint32 n = g_rand_int_range (rand, 0, 20);

  for (gint32 i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether what people see as a character ends at a byte of @string. */
static gboolean
is_boundary (const char *string,
             guint       at)
{
  g_autofree char *flat = g_strdup (string);
  int length = (int) strlen (string);
  g_autofree PangoLogAttr *attributes = NULL;
  int n_chars;

  tl_text_flatten (flat, (gsize) length);
  n_chars = (int) g_utf8_strlen (flat, length);
  attributes = g_new0 (PangoLogAttr, n_chars + 1);
  pango_get_log_attrs (flat, length, -1, pango_language_from_string ("en"), attributes, n_chars + 1);

  return attributes[g_utf8_pointer_to_offset (flat, flat + at)].is_cursor_position;
}

/* Whether nothing can be taken away from @line to make it narrower. */
static gboolean
is_shortest (const char       *string,
             const TlTextLine *line)
{
  for (guint i = 1; i < line->length; i++)
    if (((guchar) string[line->start + i] & 0xc0) != 0x80 && is_boundary (string, line->start + i))
      return FALSE;

  return !line->is_cut || line->length == 0;
}

/* Lines follow each other, leave out nothing but space, fit where they
 * can, and are as wide as each is by itself, behind the mark of its direction. */
static void
check_block (TlTextPango       *text,
             const char        *string,
             const TlTextBlock *block,
             double             room)
{
  guint end = 0;

  for (guint i = 0; i < block->n_lines; i++)
    {
      const TlTextLine *line = &block->lines[i];
      g_autofree char *drawn = dup_line (string, block, i);
      g_autofree char *alone = g_strconcat (block->is_rtl ? "\342\200\217" : "\342\200\216", drawn, NULL);
      g_autofree char *skipped = g_strndup (string + end, line->start - end);

      g_assert_cmpuint (line->start, >=, end);
      tl_text_flatten (skipped, strlen (skipped));
      for (const char *p = skipped; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_true (g_unichar_isspace (g_utf8_get_char (p)) || g_utf8_get_char (p) == 0x200b);
      end = line->start + line->length;
      g_assert_cmpuint (end, <=, strlen (string));
      g_assert_true (line->is_cut ? i == block->n_lines - 1 : line->length > 0);
      g_assert_cmpfloat (line->width, <=, block->width);
      g_assert_true (is_boundary (string, line->start));
      g_assert_true (is_boundary (string, end));
      g_assert_true (line->width <= room + 0.01 || is_shortest (string, line));
      g_assert_cmpfloat_with_epsilon (measure_width (text, alone), line->width, 0.1);
    }
}

static void
test_text_pango_random (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *string = make_text (rand);
      double room = g_rand_double_range (rand, 0, 150);
      guint n_lines = (guint) g_rand_int_range (rand, 1, TL_TEXT_MAX_LINES + 1);
      TlTextBlock block = measure (text, string, &regular, room, n_lines);

      g_assert_cmpuint (block.n_lines, <=, n_lines);
      check_block (text, string, &block, room);
    }
}

static void
test_text_pango_missing_family (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new ("No Such Family At All", "en");

  g_assert_false (tl_text_pango_has_family (text));
  g_assert_cmpfloat (measure_width (text, "Harbour"), >, 20);
}

/* Text from a file is never markup. */
static void
test_text_pango_markup (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");

  g_assert_cmpfloat (measure_width (text, "<b>a</b>"), >, 2 * measure_width (text, "a"));
  g_assert_cmpfloat (measure_width (text, "&amp;"), >, 2 * measure_width (text, "&"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-pango/one-line", test_text_pango_one_line);
  g_test_add_func ("/text-pango/sum", test_text_pango_sum);
  g_test_add_func ("/text-pango/empty", test_text_pango_empty);
  g_test_add_func ("/text-pango/weight", test_text_pango_weight);
  g_test_add_func ("/text-pango/words", test_text_pango_words);
  g_test_add_func ("/text-pango/loose-ends", test_text_pango_loose_ends);
  g_test_add_func ("/text-pango/narrow", test_text_pango_narrow);
  g_test_add_func ("/text-pango/room", test_text_pango_room);
  g_test_add_func ("/text-pango/long", test_text_pango_long);
  g_test_add_func ("/text-pango/many", test_text_pango_many);
  g_test_add_func ("/text-pango/clusters", test_text_pango_clusters);
  g_test_add_func ("/text-pango/scripts", test_text_pango_scripts);
  g_test_add_func ("/text-pango/random", test_text_pango_random);
  g_test_add_func ("/text-pango/missing-family", test_text_pango_missing_family);
  g_test_add_func ("/text-pango/markup", test_text_pango_markup);

  return g_test_run ();
}
