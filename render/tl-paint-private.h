/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of the painter share.
 */
#pragma once

#include "tl-paint-cairo.h"

G_BEGIN_DECLS

/* How far glyphs may reach out of the box of their text, in pixels. */
#define TL_TEXT_OVERHANG 12

/* What a scene is painted with. */
typedef struct
{
  const TlScene *scene;
  TlTextPango   *text;
  cairo_t       *cr;
  double         alpha; /* that colours are multiplied by */
} TlPainter;

TlRect tl_shape_get_touched (const TlShape *shape);

void tl_painter_round_to_pixels (const TlPainter *self,
                                 TlRect          *rect);

void tl_painter_paint_shapes (const TlPainter   *self,
                              const TlSceneItem *item);

void tl_painter_paint_veiled (TlPainter         *self,
                              const TlSceneItem *item);

G_END_DECLS
