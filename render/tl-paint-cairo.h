/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <cairo.h>

#include "tl-scene.h"
#include "tl-text-pango.h"

G_BEGIN_DECLS

void tl_paint_background (const TlScene *scene,
                          cairo_t       *cr);

void tl_paint_item (const TlScene     *scene,
                    const TlSceneItem *item,
                    TlTextPango       *text,
                    cairo_t           *cr);

void tl_paint_scene (const TlScene *scene,
                     TlTextPango   *text,
                     cairo_t       *cr);

void tl_paint_scene_within (const TlScene        *scene,
                            TlTextPango          *text,
                            cairo_t              *cr,
                            const cairo_region_t *region);

G_END_DECLS
