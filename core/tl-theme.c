/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-theme.h"

#include <math.h>

/* Every colour of every drawing. Hues are ordered as in tl_palette_words:
 * blue, purple, teal, orange, grey, red, green, gold, pink, brown, navy,
 * olive. Their lightness differs within a theme, so that they can be told
 * apart in greyscale and by colour-blind readers; a test checks contrast.
 */

#define ON_DARK 0x131318ff

static const TlTheme themes[] = {
  [TL_THEME_LIGHT] = {
    .dim = 0.72,
    .page = 0xffffffff,
    .lane_even = 0xf4f4f6ff,
    .lane_odd = 0xffffffff,
    .text = 0x1c1c20ff,
    .text_dim = 0x5c5c66ff,
    .grid = 0xe1e1e6ff,
    .axis = 0xc6c6ceff,
    .fold = 0x8f8f9aff,
    .card = 0xffffffff,
    .card_border = 0xd4d4dbff,
    .link = 0x6b6b78ff,
    .accent = 0x1a5fb4ff,
    .warning = 0x9c5000ff,
    .on_warning = 0xffffffff,
    .badge = 0xe4e4eaff,
    .on_badge = 0x3a3a42ff,
    .era_alpha = 0x0d,
    .hues = {
        { 0x1a63c6ff, 0xffffffff, 0x1a5fb4ff },
        { 0x7a35b8ff, 0xffffffff, 0x7430b0ff },
        { 0x0d7a69ff, 0xffffffff, 0x0b6e5fff },
        { 0xc0420aff, 0xffffffff, 0xb03c08ff },
        { 0x5b5963ff, 0xffffffff, 0x55535dff },
        { 0xb4161eff, 0xffffffff, 0xa8141cff },
        { 0x2d7a31ff, 0xffffffff, 0x286e2cff },
        { 0x8a6200ff, 0xffffffff, 0x7c5800ff },
        { 0xb3287bff, 0xffffffff, 0xa62472ff },
        { 0x75472aff, 0xffffffff, 0x6d4226ff },
        { 0x22377fff, 0xffffffff, 0x22377fff },
        { 0x5c6a1cff, 0xffffffff, 0x545f19ff },
    },
  },
  [TL_THEME_DARK] = {
    .dim = 0.65,
    .page = 0x17171bff,
    .lane_even = 0x1f1f24ff,
    .lane_odd = 0x17171bff,
    .text = 0xf3f3f6ff,
    .text_dim = 0xa9a9b4ff,
    .grid = 0x303038ff,
    .axis = 0x4a4a54ff,
    .fold = 0x767682ff,
    .card = 0x26262cff,
    .card_border = 0x42424cff,
    .link = 0x9a9aa8ff,
    .accent = 0x78aeedff,
    .warning = 0xf8c660ff,
    .on_warning = ON_DARK,
    .badge = 0x3a3a44ff,
    .on_badge = 0xe6e6ecff,
    .era_alpha = 0x16,
    .hues = {
        { 0x74abf0ff, ON_DARK, 0x8ab8f2ff },
        { 0xbf95f0ff, ON_DARK, 0xc9a6f3ff },
        { 0x4dc2adff, ON_DARK, 0x5cc9b5ff },
        { 0xff9560ff, ON_DARK, 0xffa374ff },
        { 0xaeacb8ff, ON_DARK, 0xb8b6c1ff },
        { 0xf48080ff, ON_DARK, 0xf69090ff },
        { 0x7ecf82ff, ON_DARK, 0x8cd590ff },
        { 0xdfb548ff, ON_DARK, 0xe4bf5eff },
        { 0xf085c2ff, ON_DARK, 0xf295caff },
        { 0xd09c7cff, ON_DARK, 0xd6a88cff },
        { 0x8c9ffbff, ON_DARK, 0x9caafbff },
        { 0xbcc566ff, ON_DARK, 0xc4cc78ff },
    },
  },
  [TL_THEME_PRINT] = {
    .dim = 0.65,
    .page = 0xffffffff,
    .lane_even = 0xffffffff,
    .lane_odd = 0xffffffff,
    .text = 0x000000ff,
    .text_dim = 0x3d3d3dff,
    .grid = 0xb4b4b4ff,
    .axis = 0x6e6e6eff,
    .fold = 0x555555ff,
    .card = 0xffffffff,
    .card_border = 0x8a8a8aff,
    .link = 0x4a4a4aff,
    .accent = 0x000000ff,
    .warning = 0x000000ff,
    .on_warning = 0xffffffff,
    .badge = 0xffffffff,
    .on_badge = 0x000000ff,
    .era_alpha = 0x00,
    .hues = {
        { 0x164f9eff, 0xffffffff, 0x164f9eff },
        { 0x662c9aff, 0xffffffff, 0x662c9aff },
        { 0x0a6657ff, 0xffffffff, 0x0a6657ff },
        { 0xa63a0aff, 0xffffffff, 0xa63a0aff },
        { 0x4b4a52ff, 0xffffffff, 0x4b4a52ff },
        { 0x96121aff, 0xffffffff, 0x96121aff },
        { 0x256528ff, 0xffffffff, 0x256528ff },
        { 0x735200ff, 0xffffffff, 0x735200ff },
        { 0x962167ff, 0xffffffff, 0x962167ff },
        { 0x5f3a22ff, 0xffffffff, 0x5f3a22ff },
        { 0x1a2b66ff, 0xffffffff, 0x1a2b66ff },
        { 0x4c5817ff, 0xffffffff, 0x4c5817ff },
    },
  },
  [TL_THEME_HIGH_CONTRAST] = {
    .dim = 0.75,
    .page = 0xffffffff,
    .lane_even = 0xffffffff,
    .lane_odd = 0xffffffff,
    .text = 0x000000ff,
    .text_dim = 0x1e1e1eff,
    .grid = 0x8c8c8cff,
    .axis = 0x000000ff,
    .fold = 0x000000ff,
    .card = 0xffffffff,
    .card_border = 0x000000ff,
    .link = 0x000000ff,
    .accent = 0x0032a0ff,
    .warning = 0x7a0000ff,
    .on_warning = 0xffffffff,
    .badge = 0x000000ff,
    .on_badge = 0xffffffff,
    .era_alpha = 0x00,
    .hues = {
        { 0x003c96ff, 0xffffffff, 0x003c96ff },
        { 0x5a1e8cff, 0xffffffff, 0x5a1e8cff },
        { 0x00554aff, 0xffffffff, 0x00554aff },
        { 0x8c2800ff, 0xffffffff, 0x8c2800ff },
        { 0x3c3b42ff, 0xffffffff, 0x3c3b42ff },
        { 0x820a12ff, 0xffffffff, 0x820a12ff },
        { 0x1b561fff, 0xffffffff, 0x1b561fff },
        { 0x5f4300ff, 0xffffffff, 0x5f4300ff },
        { 0x82165aff, 0xffffffff, 0x82165aff },
        { 0x54321cff, 0xffffffff, 0x54321cff },
        { 0x14225aff, 0xffffffff, 0x14225aff },
        { 0x424d12ff, 0xffffffff, 0x424d12ff },
    },
  },
  [TL_THEME_HIGH_CONTRAST_DARK] = {
    .dim = 0.75,
    .page = 0x000000ff,
    .lane_even = 0x000000ff,
    .lane_odd = 0x000000ff,
    .text = 0xffffffff,
    .text_dim = 0xe4e4e4ff,
    .grid = 0x767676ff,
    .axis = 0xffffffff,
    .fold = 0xffffffff,
    .card = 0x000000ff,
    .card_border = 0xffffffff,
    .link = 0xffffffff,
    .accent = 0x99c1f1ff,
    .warning = 0xffd75eff,
    .on_warning = 0x000000ff,
    .badge = 0xffffffff,
    .on_badge = 0x000000ff,
    .era_alpha = 0x00,
    .hues = {
        { 0x7db1f1ff, 0x000000ff, 0x7db1f1ff },
        { 0xcaa8f3ff, 0x000000ff, 0xcaa8f3ff },
        { 0x8ad7c9ff, 0x000000ff, 0x8ad7c9ff },
        { 0xffa67aff, 0x000000ff, 0xffa67aff },
        { 0xd5d4daff, 0x000000ff, 0xd5d4daff },
        { 0xf48686ff, 0x000000ff, 0xf48686ff },
        { 0xa3dda6ff, 0x000000ff, 0xa3dda6ff },
        { 0xeed89fff, 0x000000ff, 0xeed89fff },
        { 0xf5add6ff, 0x000000ff, 0xf5add6ff },
        { 0xd7aa8eff, 0x000000ff, 0xd7aa8eff },
        { 0x8799f2ff, 0x000000ff, 0x8799f2ff },
        { 0xe2e5bcff, 0x000000ff, 0xe2e5bcff },
    },
  },
};

/* What text on a ground has at least (WCAG 2.1, 1.4.3 and 1.4.6). */
#define MIN_TEXT_CONTRAST          4.5
#define MIN_TEXT_CONTRAST_ENHANCED 7.0

/**
 * tl_theme_get:
 * @kind: one of the themes
 *
 * Returns: (transfer none): its colours
 */
const TlTheme *
tl_theme_get (TlThemeKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (themes), &themes[0]);

  return &themes[kind];
}

static double
get_channel (TlRgba colour,
             guint  shift)
{
  double value = ((colour >> shift) & 0xff) / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (TlRgba colour)
{
  return 0.2126 * get_channel (colour, 24) + 0.7152 * get_channel (colour, 16) + 0.0722 * get_channel (colour, 8);
}

/**
 * tl_rgba_get_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * Returns: their contrast ratio, from 1 to 21, as in WCAG 2.1
 */
double
tl_rgba_get_contrast (TlRgba a,
                      TlRgba b)
{
  double first = get_luminance (a);
  double second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static TlRgba
mix (TlRgba colour,
     TlRgba with,
     double part)
{
  TlRgba mixed = 0xff;

  for (guint shift = 8; shift <= 24; shift += 8)
    {
      double from = (colour >> shift) & 0xff;
      double to = (with >> shift) & 0xff;

      mixed |= (TlRgba) (from + (to - from) * part + 0.5) << shift;
    }

  return mixed;
}

/* Moves @colour towards @ink until it stands out enough from @ground. */
static TlRgba
make_stand_out (TlRgba colour,
                TlRgba ground,
                TlRgba ink,
                double contrast)
{
  for (int step = 0; step < 20; step++)
    {
      TlRgba tried = mix (colour, ink, step / 20.0);

      if (tl_rgba_get_contrast (tried, ground) >= contrast)
        return tried;
    }

  return ink;
}

/* A colour of the file's own: as near to it as can be read. */
static TlHue
make_hue (const TlTheme *theme,
          TlRgba         colour)
{
  gboolean is_enhanced = theme == &themes[TL_THEME_HIGH_CONTRAST] || theme == &themes[TL_THEME_HIGH_CONTRAST_DARK];
  double contrast = is_enhanced ? MIN_TEXT_CONTRAST_ENHANCED : MIN_TEXT_CONTRAST;
  TlHue hue;

  /* Away from the page is away from what is drawn on it, too. */
  hue.on_fill = theme->hues[0].on_fill;
  hue.fill = make_stand_out (colour, hue.on_fill, theme->text, contrast);
  hue.text = make_stand_out (colour, theme->lane_even, theme->text, contrast);

  return hue;
}

/**
 * tl_theme_get_hue:
 * @theme: a theme
 * @colour: what the file says, 0 for nothing
 * @fallback: which hue to take where it says nothing; any number
 *
 * Returns: the colours to draw with
 */
TlHue
tl_theme_get_hue (const TlTheme *theme,
                  TlColour       colour,
                  guint          fallback)
{
  if (TL_COLOUR_IS_RGB (colour))
    return make_hue (theme, TL_COLOUR_VALUE (colour) << 8 | 0xff);
  if (TL_COLOUR_IS_PALETTE (colour))
    return theme->hues[TL_COLOUR_VALUE (colour) % TL_N_HUES];

  return theme->hues[fallback % TL_N_HUES];
}
