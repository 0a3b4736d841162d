/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * How a picture finds out what has changed.
 */
#pragma once

#include "tl-picture.h"

G_BEGIN_DECLS

/* Boxes that have to be painted anew, in pixels of the scene. */
typedef struct
{
  TlRect area; /* nothing outside of it matters */
  GArray *boxes; /* of TlRect, none of which meet */
} TlDamage;

void tl_damage_add (TlDamage     *damage,
                    const TlRect *box);

void tl_damage_find (TlDamage      *damage,
                     const TlScene *before,
                     const TlScene *now,
                     double         dx);

G_END_DECLS
