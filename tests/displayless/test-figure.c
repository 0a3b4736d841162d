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
    { -0.001, -0.001, NULL, TL_QUALIFIED_NONE, "0" },
    { 2.5e12, 2.5e12, "JPY", TL_QUALIFIED_NONE, "¥2.5 tn" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlFigure figure = { .low = cases[i].low, .high = cases[i].high, .qualifier = cases[i].qualifier };
      g_autofree char *words = tl_figure_to_words (&figure, cases[i].unit, NULL);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* The largest number there is stays within its buffer. */
static void
test_extremes (void)
{
  TlFigure figure = { .low = -DBL_MAX, .high = DBL_MAX };
  g_autofree char *words = tl_figure_to_words (&figure, "%", NULL);

  g_assert_cmpuint (g_utf8_strlen (words, -1), >, 300);
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
