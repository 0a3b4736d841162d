/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-route-private.h"

#include <string.h>

/* The lines that a way around things can follow: one beside each edge of
 * each obstacle, and through the middle where the next edge is near. Whatever
 * way there is can be pushed against edges until it is on these lines, so
 * that none is missed. */

/* How far beside an edge. */
static const double beside = 4;

/* Two edges that are closer count as one. */
static const double narrowest = 1.0 / 64;

/* Of more lines along one axis only those close to one of the two marks are
 * followed, and of the others one now and then; more of both the farther
 * around the marks the search goes. */
enum
{
  MANY = 300,
};

static const double first_around = 96;
static const double first_spacing = 48;
static const double close_by_around = 4;

typedef struct
{
  double at;
  guint  is_low : 1;  /* something begins here */
  guint  is_high : 1; /* something ends here */
} TlRouteEdge;

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const TlRouteEdge *first = a;
  const TlRouteEdge *second = b;

  return (first->at > second->at) - (first->at < second->at);
}

static int
compare_tracks (gconstpointer a,
                gconstpointer b)
{
  const double *first = a;
  const double *second = b;

  return (*first > *second) - (*first < *second);
}

static void
add_edge (GArray  *edges,
          double   at,
          gboolean is_low)
{
  TlRouteEdge edge = { .at = at, .is_low = is_low, .is_high = !is_low };

  g_array_append_val (edges, edge);
}

/* All edges along an axis, in order, each once. */
static void
collect_edges (GArray             *edges,
               const TlRouteField *field,
               TlRouteAxis         axis)
{
  double low = field->bounds.low[axis];
  double high = field->bounds.high[axis];
  guint n = 0;

  g_array_set_size (edges, 0);
  add_edge (edges, low, FALSE);
  add_edge (edges, high, TRUE);
  for (guint i = 0; i < field->blocks->len; i++)
    {
      const TlRouteBox *box = &g_array_index (field->blocks, TlRouteBlock, i).box;

      if (box->low[axis] > low && box->low[axis] < high)
        add_edge (edges, box->low[axis], TRUE);
      if (box->high[axis] > low && box->high[axis] < high)
        add_edge (edges, box->high[axis], FALSE);
    }

  g_array_sort (edges, compare_edges);
  for (guint i = 1; i < edges->len; i++)
    {
      TlRouteEdge *kept = &g_array_index (edges, TlRouteEdge, n);
      TlRouteEdge *next = &g_array_index (edges, TlRouteEdge, i);

      if (next->at > kept->at)
        g_array_index (edges, TlRouteEdge, ++n) = *next;
      else
        {
          kept->is_low |= next->is_low;
          kept->is_high |= next->is_high;
        }
    }
  g_array_set_size (edges, n + 1);
}

static void
add_tracks_between (GArray            *tracks,
                    const TlRouteEdge *from,
                    const TlRouteEdge *to)
{
  double space = to->at - from->at;
  double half = space / 2;
  double low = from->at + MIN (beside, half);
  double high = to->at - MIN (beside, half);

  if (space < narrowest)
    return;
  if (from->is_high)
    g_array_append_val (tracks, low);
  if (to->is_low && (!from->is_high || high > low))
    g_array_append_val (tracks, high);
}

/* Straight out of each port. */
static void
add_tracks_of_ports (GArray             *tracks,
                     const TlRouteField *field,
                     TlRouteAxis         axis)
{
  for (guint end = 0; end < 2; end++)
    for (guint i = 0; i < field->n_ports[end]; i++)
      if (tl_route_side_axis (field->ports[end][i].side) != axis)
        {
          double at = tl_route_along (field->ports[end][i].point, axis);

          g_array_append_val (tracks, at);
        }
}

static void
collect_tracks (TlRouteGrid        *self,
                const TlRouteField *field,
                TlRouteAxis         axis)
{
  GArray *tracks = self->tracks[axis];
  guint n = 0;

  collect_edges (self->edges, field, axis);
  g_array_set_size (tracks, 0);
  for (guint i = 1; i < self->edges->len; i++)
    add_tracks_between (tracks, &g_array_index (self->edges, TlRouteEdge, i - 1),
                        &g_array_index (self->edges, TlRouteEdge, i));
  add_tracks_of_ports (tracks, field, axis);

  g_array_sort (tracks, compare_tracks);
  for (guint i = 1; i < tracks->len; i++)
    if (g_array_index (tracks, double, i) > g_array_index (tracks, double, n))
      g_array_index (tracks, double, ++n) = g_array_index (tracks, double, i);
  g_array_set_size (tracks, MIN (n + 1, tracks->len));
}

/* Leaves out most of what is far from both marks.
 *
 * Returns: whether that was anything */
static gboolean
thin_tracks (GArray             *tracks,
             const TlRouteField *field,
             TlRouteAxis         axis,
             double              around)
{
  double close = close_by_around * around;
  double spacing = first_spacing * first_around / around;
  guint n = 0;

  if (tracks->len <= MANY)
    return FALSE;

  for (guint i = 0; i < tracks->len; i++)
    {
      double at = g_array_index (tracks, double, i);
      double last = n > 0 ? g_array_index (tracks, double, n - 1) : -G_MAXDOUBLE;
      gboolean is_close = FALSE;

      for (guint end = 0; end < 2; end++)
        is_close |= at >= field->marks[end].low[axis] - close && at <= field->marks[end].high[axis] + close;
      if (is_close || at - last >= spacing)
        g_array_index (tracks, double, n++) = at;
    }
  if (n == tracks->len)
    return FALSE;

  g_array_set_size (tracks, n);

  return TRUE;
}

/* Returns: the first track above @at, or at it if @or_at */
static guint
find_track (const GArray *tracks,
            double        at,
            gboolean      or_at)
{
  guint low = 0;
  guint high = tracks->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      double track = g_array_index (tracks, double, middle);

      if (track < at || (!or_at && track == at))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Marks the steps along @axis that run into or out of a box. */
static void
build_walls (TlRouteGrid      *self,
             const TlRouteBox *box,
             TlRouteAxis       axis,
             guint16           mark)
{
  const GArray *along = self->tracks[axis];
  const GArray *across = self->tracks[1 - axis];
  guint first = find_track (along, box->low[axis], FALSE);
  guint last = find_track (along, box->high[axis], TRUE);
  guint from = find_track (across, box->low[1 - axis], FALSE);
  guint to = find_track (across, box->high[1 - axis], TRUE);
  gsize n_columns = self->tracks[0]->len;

  /* A step goes from one track to the next. */
  first = MAX (first, 1) - 1;
  last = MIN (last, along->len - 1);

  for (guint i = from; i < to; i++)
    for (guint j = first; j < last; j++)
      {
        gsize at = axis == 0 ? i * n_columns + j : j * n_columns + i;

        self->walls[axis][at] = mark;
      }
}

/*
 * tl_route_grid_fill:
 * @self: a grid
 * @field: what is near
 * @around: how far around the marks the search goes
 *
 * Returns: whether lines were left out as there are so many
 */
gboolean
tl_route_grid_fill (TlRouteGrid        *self,
                    const TlRouteField *field,
                    double              around)
{
  gsize n_crossings;
  gboolean is_thinned = FALSE;

  if (self->edges == NULL)
    self->edges = g_array_new (FALSE, FALSE, sizeof (TlRouteEdge));
  for (TlRouteAxis axis = 0; axis < 2; axis++)
    {
      if (self->tracks[axis] == NULL)
        self->tracks[axis] = g_array_new (FALSE, FALSE, sizeof (double));
      collect_tracks (self, field, axis);
      is_thinned |= thin_tracks (self->tracks[axis], field, axis, around);
    }

  n_crossings = (gsize) self->tracks[0]->len * self->tracks[1]->len;
  for (TlRouteAxis axis = 0; axis < 2; axis++)
    {
      if (n_crossings > self->n_allocated)
        self->walls[axis] = g_renew (guint16, self->walls[axis], n_crossings);
      if (n_crossings > 0)
        memset (self->walls[axis], 0, n_crossings * sizeof (guint16));
    }
  self->n_allocated = MAX (self->n_allocated, n_crossings);

  for (guint i = 0; i < field->blocks->len; i++)
    for (TlRouteAxis axis = 0; axis < 2; axis++)
      build_walls (self, &g_array_index (field->blocks, TlRouteBlock, i).box, axis,
                   i % G_MAXUINT16 + 1);

  return is_thinned;
}

/*
 * tl_route_grid_find_line:
 * @self: a grid
 * @port: a port of what it was made for
 *
 * Returns: the first line across the way straight out of the port that is
 *   outside of what lies over the mark, or TL_ROUTE_NOWHERE
 */
guint32
tl_route_grid_find_line (const TlRouteGrid *self,
                         const TlRoutePort *port)
{
  TlRouteAxis axis = tl_route_side_axis (port->side);
  const GArray *tracks = self->tracks[axis];
  gboolean is_up = tl_route_side_sign (port->side) > 0;
  guint line = find_track (tracks, tl_route_along (port->outer, axis), !is_up);

  if (is_up)
    return line < tracks->len ? line : TL_ROUTE_NOWHERE;

  return line > 0 ? line - 1 : TL_ROUTE_NOWHERE;
}

void
tl_route_grid_clear (TlRouteGrid *self)
{
  for (TlRouteAxis axis = 0; axis < 2; axis++)
    {
      g_clear_pointer (&self->tracks[axis], g_array_unref);
      g_clear_pointer (&self->walls[axis], g_free);
    }
  g_clear_pointer (&self->edges, g_array_unref);
}
