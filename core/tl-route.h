/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-geometry.h"

G_BEGIN_DECLS

/**
 * TlRoutes:
 *
 * Finds ways for links around cards and marks. Made for one drawing;
 * knows all that is to be kept clear of.
 */
typedef struct _TlRoutes TlRoutes;

/* A way as one smooth curve of cubic Bézier pieces. */
typedef struct
{
  TlPoint  start;
  GArray  *curves;    /* (element-type TlPoint): three for each piece */
  guint    n_crossed; /* obstacles that it runs through: 0 where there was a way round */
} TlRoute;

TlRoutes *tl_routes_new (const TlRect *obstacles,
                         guint         n_obstacles,
                         const TlRect *within) G_GNUC_WARN_UNUSED_RESULT;

void tl_routes_free (TlRoutes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRoutes, tl_routes_free)

TlRoute *tl_routes_find (TlRoutes     *self,
                         const TlRect *from,
                         const TlRect *to) G_GNUC_WARN_UNUSED_RESULT;

TlPoint tl_route_get_last_but_one (const TlRoute *self);

void tl_route_free (TlRoute *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRoute, tl_route_free)

G_END_DECLS
