/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * How a picture finds out what has changed.
 */
#pragma once

#include "tl-picture.h"

G_BEGIN_DECLS

/* What has to be painted anew. */
typedef struct
{
  TlRect          area;   /* nothing outside of it matters, in pixels of the scene */
  double          scale;  /* pixels of the screen for each of these */
  cairo_region_t *region; /* in pixels of the screen */
} TlDamage;

void tl_damage_add (TlDamage     *damage,
                    const TlRect *box);

void tl_damage_find (TlDamage      *damage,
                     const TlScene *before,
                     const TlScene *now,
                     double         dx);

G_END_DECLS
