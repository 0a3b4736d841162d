/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "tl-theme.h"

#include <math.h>

/* Everything readable, in every theme and for every colour of a file. */

static void
check_contrast (const char *what,
                TlThemeKind kind,
                TlRgba      ink,
                TlRgba      ground,
                double      at_least)
{
  double contrast = tl_rgba_get_contrast (ink, ground);

  if (contrast < at_least)
    {
      g_test_message ("theme %d: %s has a contrast of %.2f, not %.1f", kind, what, contrast, at_least);
      g_test_fail ();
    }
}

static void
check_hue (TlThemeKind    kind,
           const TlTheme *theme,
           TlHue          hue)
{
  double text = kind >= TL_THEME_HIGH_CONTRAST ? 7 : 4.5;

  check_contrast ("text on a bar", kind, hue.on_fill, hue.fill, text);
  check_contrast ("text in a hue", kind, hue.text, theme->page, text);
  check_contrast ("text in a hue on a lane", kind, hue.text, theme->lane_even, text);
  check_contrast ("a mark on the page", kind, hue.fill, theme->page, 3);
  check_contrast ("a mark on a lane", kind, hue.fill, theme->lane_even, 2.7);
}

static void
test_contrast (void)
{
  for (TlThemeKind kind = TL_THEME_LIGHT; kind <= TL_THEME_HIGH_CONTRAST_DARK; kind++)
    {
      const TlTheme *theme = tl_theme_get (kind);
      double text = kind >= TL_THEME_HIGH_CONTRAST ? 7 : 4.5;
      const TlRgba grounds[] = { theme->page, theme->lane_even, theme->lane_odd, theme->card };

      for (gsize i = 0; i < G_N_ELEMENTS (grounds); i++)
        {
          check_contrast ("text", kind, theme->text, grounds[i], text);
          check_contrast ("dim text", kind, theme->text_dim, grounds[i], text);
          check_contrast ("the accent", kind, theme->accent, grounds[i], 4.5);
          check_contrast ("a link", kind, theme->link, grounds[i], 3);
          check_contrast ("a fold", kind, theme->fold, grounds[i], 2.5);
        }
      check_contrast ("a badge", kind, theme->on_badge, theme->badge, text);
      check_contrast ("a warning", kind, theme->on_warning, theme->warning, text);

      for (guint i = 0; i < TL_N_HUES; i++)
        check_hue (kind, theme, theme->hues[i]);
    }
}

/* What is over the ground when it is dimmed. */
static TlRgba
dim (TlRgba colour,
     TlRgba ground,
     double opacity)
{
  TlRgba dimmed = 0xff;

  for (guint shift = 8; shift <= 24; shift += 8)
    {
      double over = (colour >> shift) & 0xff;
      double under = (ground >> shift) & 0xff;

      dimmed |= (TlRgba) (over * opacity + under * (1 - opacity) + 0.5) << shift;
    }

  return dimmed;
}

/* What steps back behind a selected event can still be read, and does step
 * back. */
static void
test_dimmed (void)
{
  for (TlThemeKind kind = TL_THEME_LIGHT; kind <= TL_THEME_HIGH_CONTRAST_DARK; kind++)
    {
      const TlTheme *theme = tl_theme_get (kind);
      const TlRgba grounds[] = { theme->page, theme->lane_even, theme->lane_odd };

      g_assert_cmpfloat (theme->dim, <=, 0.75);
      for (gsize i = 0; i < G_N_ELEMENTS (grounds); i++)
        {
          TlRgba card = dim (theme->card, grounds[i], theme->dim);

          check_contrast ("a dimmed title", kind, dim (theme->text, grounds[i], theme->dim), card, 3);
          check_contrast ("a dimmed date", kind, dim (theme->text_dim, grounds[i], theme->dim), card, 3);
          check_contrast ("a dimmed badge", kind, dim (theme->on_badge, grounds[i], theme->dim),
                          dim (theme->badge, grounds[i], theme->dim), 3);
          for (guint j = 0; j < TL_N_HUES; j++)
            check_contrast ("dimmed text on a bar", kind, dim (theme->hues[j].on_fill, grounds[i], theme->dim),
                            dim (theme->hues[j].fill, grounds[i], theme->dim), 3);
        }
    }
}

static void
test_own_colours (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (int i = 0; i < 4000; i++)
    {
      TlThemeKind kind = i % (TL_THEME_HIGH_CONTRAST_DARK + 1);
      const TlTheme *theme = tl_theme_get (kind);
      TlColour colour = TL_COLOUR_FROM_RGB (g_rand_int (random) & 0xffffff);

      check_hue (kind, theme, tl_theme_get_hue (theme, colour, 0));
    }
}

static void
test_lookup (void)
{
  const TlTheme *theme = tl_theme_get (TL_THEME_LIGHT);

  g_assert_cmphex (tl_theme_get_hue (theme, TL_COLOUR_FROM_PALETTE (2), 0).fill, ==, theme->hues[2].fill);
  g_assert_cmphex (tl_theme_get_hue (theme, 0, 13).fill, ==, theme->hues[1].fill);
  g_assert_cmphex (tl_theme_get_hue (theme, TL_COLOUR_FROM_RGB (0x123456), 0).fill, ==, 0x123456ff);
  g_assert_cmpfloat_with_epsilon (tl_rgba_get_contrast (0x000000ff, 0xffffffff), 21, 0.001);
}

/* Print has no tint that a copier loses: ink is black enough or absent. */
static void
test_print_has_no_tints (void)
{
  const TlTheme *theme = tl_theme_get (TL_THEME_PRINT);

  g_assert_cmphex (theme->lane_even, ==, theme->page);
  g_assert_cmphex (theme->lane_odd, ==, theme->page);
  g_assert_cmphex (theme->era_alpha, ==, 0);
  g_assert_cmphex (theme->badge, ==, theme->page);
  g_assert_cmpfloat (tl_rgba_get_contrast (theme->grid, theme->page), >=, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/contrast", test_contrast);
  g_test_add_func ("/theme/dimmed", test_dimmed);
  g_test_add_func ("/theme/own-colours", test_own_colours);
  g_test_add_func ("/theme/lookup", test_lookup);
  g_test_add_func ("/theme/print-has-no-tints", test_print_has_no_tints);

  return g_test_run ();
}
