/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-layout.h"

G_BEGIN_DECLS

/* Where one goes from an event. */
typedef enum
{
  TL_NEIGHBOUR_NEXT, /* in time */
  TL_NEIGHBOUR_PREVIOUS,
  TL_NEIGHBOUR_NEXT_IN_LANE,
  TL_NEIGHBOUR_PREVIOUS_IN_LANE,
  TL_NEIGHBOUR_UP, /* to the nearest one in the next lane that has any */
  TL_NEIGHBOUR_DOWN,
  TL_NEIGHBOUR_FIRST,
  TL_NEIGHBOUR_LAST,
} TlNeighbour;

guint32 tl_layout_find_neighbour (const TlLayout *self,
                                  guint32         event,
                                  TlNeighbour     step);

guint32 tl_layout_find_linked (const TlLayout *self,
                               guint32         event,
                               guint           n,
                               guint          *n_linked);

G_END_DECLS
