/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-drawing.h"

G_BEGIN_DECLS

/* What a window draws above a timeline, and no chart does: where the pointer
 * and the keyboard are, what is marked and compared. */

void tl_overlay_add_guide (const TlDrawing *drawing,
                           const TlRect    *lanes,
                           double           x,
                           const char      *date,
                           TlScene         *scene);

void tl_overlay_add_span (const TlDrawing *drawing,
                          const TlRect    *lanes,
                          double           x0,
                          double           x1,
                          const char      *length,
                          const TlRect    *taken,
                          guint            n_taken,
                          TlScene         *scene);

void tl_overlay_add_between (const TlDrawing *drawing,
                             const TlRect    *lanes,
                             double           x0,
                             double           x1,
                             const char      *words,
                             TlScene         *scene);

/* Why a box has a ring around it. */
typedef enum
{
  TL_RING_HOVERED,
  TL_RING_SELECTED,
  TL_RING_COMPARED,
  TL_RING_FOCUSED,
  TL_RING_FOUND, /* by a search: with a flag, so that it is no matter of colour */
} TlRing;

void tl_overlay_add_ring (const TlDrawing *drawing,
                          const TlRect    *within,
                          const TlRect    *box,
                          TlRing           why,
                          TlScene         *scene);

G_END_DECLS
