/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-scene.h"
#include "tl-vocabulary.h"

G_BEGIN_DECLS

typedef enum
{
  TL_THEME_LIGHT,
  TL_THEME_DARK,
  TL_THEME_PRINT,
  TL_THEME_HIGH_CONTRAST,
  TL_THEME_HIGH_CONTRAST_DARK, /* of a window only: nobody prints it */
} TlThemeKind;

/* The hues that a lane may have: those of tl_palette_words. */
#define TL_N_HUES 12

/* The colours of one hue. */
typedef struct
{
  TlRgba fill;    /* of marks and bars */
  TlRgba on_fill; /* of what is drawn on it */
  TlRgba text;    /* of text in this hue on the page */
} TlHue;

/* All colours of a drawing, by what they are for. */
typedef struct
{
  TlRgba page;
  TlRgba lane_even;
  TlRgba lane_odd;
  TlRgba text;
  TlRgba text_dim;
  TlRgba grid;
  TlRgba axis;
  TlRgba fold;
  TlRgba card;
  TlRgba card_border;
  TlRgba link;
  TlRgba accent;
  TlRgba warning;
  TlRgba on_warning;
  TlRgba badge;
  TlRgba on_badge;
  double dim; /* how opaque is what steps back behind a selected event: as little as can be read */
  TlRgba era_alpha; /* only the alpha counts: how strongly an era's hue tints the lanes */
  TlHue  hues[TL_N_HUES];
} TlTheme;

const TlTheme *tl_theme_get (TlThemeKind kind);

TlHue tl_theme_get_hue (const TlTheme *theme,
                        TlColour       colour,
                        guint          fallback);

double tl_rgba_get_contrast (TlRgba a,
                             TlRgba b);

G_END_DECLS
