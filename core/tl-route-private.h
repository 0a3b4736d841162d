/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of the search for ways share. All lengths in here count
 * from the top left of the mark that a way starts at, and are rounded to
 * 1/4096 pixel, so that a drawing that has moved as a whole gives the very
 * same numbers, and with them the very same way.
 */
#pragma once

#include "tl-route.h"

G_BEGIN_DECLS

#define TL_ROUTE_NOWHERE G_MAXUINT32

/* 0 goes along x, 1 along y. */
typedef guint TlRouteAxis;

typedef struct
{
  double low[2];
  double high[2];
} TlRouteBox;

/* In this order the lowest bit is the axis, the other whether it is the high side. */
typedef enum
{
  TL_ROUTE_LEFT,
  TL_ROUTE_TOP,
  TL_ROUTE_RIGHT,
  TL_ROUTE_BOTTOM,
} TlRouteSide;

typedef struct
{
  TlRouteBox box;
  guint      is_own : 1;      /* lies over one of the two marks */
  guint      is_mark : 1;     /* is one of the two, and not an obstacle */
  guint      is_given_up : 1; /* there is no way around it */
} TlRouteBlock;

/* Where a way may leave or reach a mark. */
typedef struct
{
  TlRouteSide side;
  TlPoint     point; /* the end of the way */
  TlPoint     outer; /* where it is out of all that lies over the mark */
  double      low;   /* bars can be left anywhere between these two */
  double      high;
  double      cost;
  guint       is_far : 1; /* so much lies over the mark here that leaving it is crossing it */
} TlRoutePort;

/* What matters to one pair of marks. */
typedef struct
{
  TlPoint     origin;
  TlRouteBox  bounds;
  TlRouteBox  marks[2];
  TlRoutePort ports[2][4];
  guint       n_ports[2];
  GArray     *blocks; /* (element-type TlRouteBlock) */
} TlRouteField;

/* A way under construction: its start, then three points for each piece. */
typedef struct
{
  GArray *points; /* (element-type TlPoint) */
  guint   starts_straight : 1; /* the first piece only leaves what lies over the mark */
  guint   ends_straight : 1;
} TlRouteCurve;

/* Lines along both axes that a way can follow, and what they run through. */
typedef struct
{
  GArray  *tracks[2]; /* (element-type double) */
  GArray  *edges;     /* (element-type TlRouteEdge): scratch */
  guint16 *walls[2];  /* block + 1 between a crossing and the next along the axis */
  gsize    n_allocated;
} TlRouteGrid;

typedef struct
{
  double  estimate; /* of the whole way */
  double  cost;     /* up to here */
  guint32 state;
} TlRouteEntry;

/* Scratch space for the search. */
typedef struct
{
  double  *costs;
  guint32 *parents;
  gsize    n_allocated;
  GArray  *heap; /* (element-type TlRouteEntry) */
} TlRouteSearch;

static inline double
tl_route_along (TlPoint     point,
                TlRouteAxis axis)
{
  return axis == 0 ? point.x : point.y;
}

static inline TlPoint
tl_route_point (TlRouteAxis axis,
                double      along,
                double      across)
{
  TlPoint point = { axis == 0 ? along : across, axis == 0 ? across : along };

  return point;
}

static inline TlRouteAxis
tl_route_side_axis (TlRouteSide side)
{
  return side & 1;
}

/* Which way is out. */
static inline double
tl_route_side_sign (TlRouteSide side)
{
  return side & 2 ? 1 : -1;
}

/* tl-route-field.c */

gboolean tl_route_field_fill (TlRouteField *self,
                              const TlRect *obstacles,
                              guint         n_obstacles,
                              const TlRect *within,
                              const TlRect *from,
                              const TlRect *to,
                              double        around);

/* tl-route-port.c */

void tl_route_field_add_ports (TlRouteField *self,
                               guint         end);

TlRoutePort tl_route_port_at (const TlRoutePort *self,
                              double             at);

/* tl-route-curve.c */

void tl_route_curve_begin (TlRouteCurve      *self,
                           const TlRoutePort *from);

void tl_route_curve_finish (TlRouteCurve      *self,
                            const TlRoutePort *to);

void tl_route_curve_line (TlRouteCurve *self,
                          TlPoint       to);

void tl_route_curve_bend (TlRouteCurve *self,
                          TlPoint       first,
                          TlPoint       second,
                          TlPoint       to);

gboolean tl_route_block_is_in_way (const TlRouteBlock *self,
                                   const TlPoint      *bend,
                                   double              margin);

gboolean tl_route_bend_is_clear (const TlRouteField *field,
                                 const TlPoint      *bend,
                                 double              margin);

gboolean tl_route_curve_is_clear (const TlRouteCurve *self,
                                  const TlRouteField *field,
                                  double              margin);

guint tl_route_curve_count_crossed (const TlRouteCurve *self,
                                    const TlRouteField *field);

/* tl-route-direct.c */

gboolean tl_route_curve_direct (TlRouteCurve       *self,
                                const TlRouteField *field,
                                guint               n_crossed);

/* tl-route-grid.c */

gboolean tl_route_grid_fill (TlRouteGrid        *self,
                             const TlRouteField *field,
                             double              around);

guint32 tl_route_grid_find_line (const TlRouteGrid *self,
                                 const TlRoutePort *port);

void tl_route_grid_clear (TlRouteGrid *self);

/* tl-route-heap.c */

void tl_route_heap_push (GArray *heap,
                         double  estimate,
                         double  cost,
                         guint32 state);

TlRouteEntry tl_route_heap_pop (GArray *heap);

/* tl-route-search.c */

gboolean tl_route_search (TlRouteSearch      *self,
                          const TlRouteGrid  *grid,
                          const TlRouteField *field,
                          gboolean            through,
                          TlRoutePort         ports[2],
                          GArray             *path);

void tl_route_search_clear (TlRouteSearch *self);

/* tl-route-path.c */

void tl_route_path_spread (GArray             *path,
                           const TlRouteField *field);

/* tl-route-round.c */

void tl_route_curve_follow (TlRouteCurve       *self,
                            const TlRouteField *field,
                            const TlRoutePort   ports[2],
                            const TlPoint      *path,
                            guint               n_points,
                            gboolean            sweeping);

G_END_DECLS
