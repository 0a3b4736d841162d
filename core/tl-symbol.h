/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-scene.h"
#include "tl-vocabulary.h"

G_BEGIN_DECLS

void tl_symbol_draw (TlScene *scene,
                     TlSymbol symbol,
                     double   x,
                     double   y,
                     double   size,
                     TlRgba   colour);

void tl_symbol_draw_collapsed (TlScene *scene,
                               double   x,
                               double   y,
                               double   size,
                               TlRgba   colour);

/* Half a tooth of a fold's zigzag. */
#define TL_ZIGZAG_STEP 6.0

void tl_symbol_draw_zigzag (TlScene *scene,
                            double   x,
                            double   top,
                            double   step,
                            int      n_steps,
                            TlRgba   colour);

G_END_DECLS
