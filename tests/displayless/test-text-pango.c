/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-text-pango.h"

/* Text is measured as it is set. */

static const TlTextStyle regular = { .size = 16 };

static TlTextExtents
measure (TlTextPango       *text,
         const char        *string,
         const TlTextStyle *style,
         double             width,
         guint              n_lines)
{
  TlTextMeasure how = tl_text_pango_get_measure (text);
  TlTextRoom room = { width, n_lines };
  TlTextExtents extents;

  how.measure (string, style, &room, &extents, how.data);

  return extents;
}

static void
test_text_pango_one_line (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  TlTextStyle large = { .size = 32 };
  TlTextExtents once = measure (text, "Harbour", &regular, 0, 1);
  TlTextExtents twice = measure (text, "Harbour", &large, 0, 1);

  g_assert_cmpuint (once.n_lines, ==, 1);
  g_assert_false (once.is_cut);
  g_assert_cmpfloat (once.width, >, 20);
  g_assert_cmpfloat (once.baseline, >, 0);
  g_assert_cmpfloat (once.baseline, <, once.height);

  /* Unhinted text grows with its size. */
  g_assert_cmpfloat_with_epsilon (twice.width, 2 * once.width, 0.1);
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
test_text_pango_room (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  TlTextExtents two = measure (text, "Port closes its eastern gate", &regular, 120, 2);
  TlTextExtents cut = measure (text, "Port closes its eastern gate until the end of the year", &regular, 120, 2);
  TlTextExtents word = measure (text, "Donaudampfschifffahrtsgesellschaft", &regular, 60, 2);

  g_assert_cmpuint (two.n_lines, ==, 2);
  g_assert_false (two.is_cut);
  g_assert_cmpuint (cut.n_lines, ==, 2);
  g_assert_true (cut.is_cut);
  g_assert_cmpfloat (cut.width, <=, 120.01);
  g_assert_cmpfloat (word.width, <=, 60.01);
}

static void
test_text_pango_missing_family (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new ("No Such Family At All", "en");

  g_assert_false (tl_text_pango_has_family (text));
  g_assert_cmpfloat (measure (text, "Harbour", &regular, 0, 1).width, >, 20);
}

/* Text from a file is never markup. */
static void
test_text_pango_markup (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  g_autoptr (PangoLayout) layout = tl_text_pango_create_layout (text, "<b>a</b> & b", &regular, NULL);

  g_assert_cmpstr (pango_layout_get_text (layout), ==, "<b>a</b> & b");
  g_assert_cmpuint (pango_layout_get_line_count (layout), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-pango/one-line", test_text_pango_one_line);
  g_test_add_func ("/text-pango/weight", test_text_pango_weight);
  g_test_add_func ("/text-pango/room", test_text_pango_room);
  g_test_add_func ("/text-pango/missing-family", test_text_pango_missing_family);
  g_test_add_func ("/text-pango/markup", test_text_pango_markup);

  return g_test_run ();
}
