/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "tl-figure.h"

#include <float.h>

static void
test_words (void)
{
  static const struct
  {
    double             low, high;
    const char        *unit;
    TlFigureQualifier  qualifier;
    const char        *words;
  } cases[] = {
    { 14300000000, 14300000000, "USD", TL_QUALIFIED_NONE, "$14.3 bn" },
    { 15000000000, 15000000000, "USD", TL_QUALIFIED_NEARLY, "nearly $15 bn" },
    { 64e9, 72e9, "USD", TL_QUALIFIED_NONE, "$64–72 bn" },
    { 0.9e9, 1.1e9, "EUR", TL_QUALIFIED_NONE, "€0.9–1.1 bn" },
    { 870e6, 870e6, "CHF", TL_QUALIFIED_ABOUT, "about CHF 870 m" },
    { 49, 49, "%", TL_QUALIFIED_NONE, "49%" },
    { 14, 16.5, "%", TL_QUALIFIED_OVER, "over 14–16.5%" },
    { 6, 12, "months", TL_QUALIFIED_NONE, "6–12 months" },
    { 12500, 12500, "people", TL_QUALIFIED_UNDER, "under 12,500 people" },
    { 2016, 2016, NULL, TL_QUALIFIED_NONE, "2016" },
    { -1.256, -1.256, "%", TL_QUALIFIED_NONE, "−1.26%" },
    { -0.001, -0.001, NULL, TL_QUALIFIED_NONE, "−0.001" },
    { -0.0, -0.0, NULL, TL_QUALIFIED_NONE, "0" },
    { 2.5e12, 2.5e12, "JPY", TL_QUALIFIED_NONE, "¥2.5 tn" },

    /* The magnitude is that of the rounded number. */
    { 999999999, 999999999, "EUR", TL_QUALIFIED_NONE, "€1 bn" },
    { 999994999, 999994999, "EUR", TL_QUALIFIED_NONE, "€999.99 m" },
    { 999999.999, 999999.999, NULL, TL_QUALIFIED_NONE, "1 m" },
    { 999999, 999999, NULL, TL_QUALIFIED_NONE, "999,999" },
    { 999999999999, 999999999999, "USD", TL_QUALIFIED_NONE, "$1 tn" },
    { 1e6, 999999999, "USD", TL_QUALIFIED_NONE, "$1 m – $1 bn" },

    /* Two digits that count. */
    { 0.001, 0.001, "kg", TL_QUALIFIED_NONE, "0.001 kg" },
    { 0.001234, 0.001234, "kg", TL_QUALIFIED_NONE, "0.0012 kg" },
    { 0.256, 0.256, "kg", TL_QUALIFIED_NONE, "0.26 kg" },
    { 0.0999, 0.0999, NULL, TL_QUALIFIED_NONE, "0.1" },
    { 0.999, 0.999, NULL, TL_QUALIFIED_NONE, "1" },
    { 0.001, 0.025, "kg", TL_QUALIFIED_NONE, "0.001–0.025 kg" },
    { 0, 0.005, "%", TL_QUALIFIED_NONE, "0–0.005%" },
    { 0, 5e9, "USD", TL_QUALIFIED_NONE, "$0–5 bn" },
    { 20e6, 1.1e9, "USD", TL_QUALIFIED_NONE, "$0.02–1.1 bn" },

    /* Amounts that are far apart each have a unit. */
    { 100, 2e9, "USD", TL_QUALIFIED_ABOUT, "about $100 – $2 bn" },
    { 1001000, 1002000, "USD", TL_QUALIFIED_NONE, "$1 m" },

    /* The minus comes first. */
    { -5e9, -5e9, "USD", TL_QUALIFIED_NONE, "−$5 bn" },
    { -5e6, -5e6, "CHF", TL_QUALIFIED_NEARLY, "nearly −CHF 5 m" },
    { -5e9, -1e9, "USD", TL_QUALIFIED_NONE, "−$5 bn – −$1 bn" },
    { -5, 3, "%", TL_QUALIFIED_NONE, "−5% – 3%" },
    { -12500, -12500, "people", TL_QUALIFIED_NONE, "−12,500 people" },

    /* What nobody can count. */
    { 1e15, 1e15, "JPY", TL_QUALIFIED_NONE, "¥1000 tn" },
    { 22139e12, 22139e12, "IDR", TL_QUALIFIED_NONE, "IDR 22,139 tn" },
    { 1e18, 1e18, NULL, TL_QUALIFIED_NONE, "1 × 10¹⁸" },
    { 1.234e300, 1.234e300, "EUR", TL_QUALIFIED_NONE, "€1.23 × 10³⁰⁰" },
    { -2e-9, -2e-9, "kg", TL_QUALIFIED_NONE, "−2 × 10⁻⁹ kg" },
    { 5, 1e20, "people", TL_QUALIFIED_NONE, "5 people – 1 × 10²⁰ people" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlFigure figure = { .low = cases[i].low, .high = cases[i].high, .qualifier = cases[i].qualifier };
      g_autofree char *words = tl_figure_to_words (&figure, cases[i].unit, NULL);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Whatever number there is, it is short. */
static void
test_extremes (void)
{
  static const double lows[] = { -DBL_MAX, -DBL_MIN, 0, DBL_MIN, 9.9999999e17, 0.99999e-6 };

  for (gsize i = 0; i < G_N_ELEMENTS (lows); i++)
    {
      TlFigure figure = { .low = lows[i], .high = DBL_MAX };
      g_autofree char *words = tl_figure_to_words (&figure, "%", NULL);

      g_assert_true (g_str_has_suffix (words, "1.8 × 10³⁰⁸%"));
      g_assert_cmpuint (g_utf8_strlen (words, -1), <, 40);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/words", test_words);
  g_test_add_func ("/figure/extremes", test_extremes);

  return g_test_run ();
}
