/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-route-private.h"

#include <math.h>

/* The cheapest way along the lines of the grid, by A* (Hart, Nilsson,
 * Raphael, 1968). A state is a crossing of two lines and the axis that it is
 * reached along, as a bend costs as much as a detour does. What a bend and
 * the distance to the end must at least cost guides the search. */

static const double bend_cost = 40;

/* For each obstacle that is run through. */
static const double through_cost = 1e5;

/* What squeezes between two things that are closer costs more. */
static const double comfortable = 20;

/* In the place of a parent: started from the first port, and so on. */
static const guint32 first_start = G_MAXUINT32 - 4;

typedef struct
{
  TlRouteSearch      *scratch;
  const TlRouteGrid  *grid;
  const TlRouteField *field;
  gboolean            through;
  guint               n[2];    /* lines along x and y */
  guint32             goal;    /* the state after the last */
  guint               goal_at; /* the port that it was reached by */
  guint32             first_line[4]; /* where ports at the end are reached */
} Search;

static double
get_track (const Search *search,
           TlRouteAxis   axis,
           guint         i)
{
  return g_array_index (search->grid->tracks[axis], double, i);
}

/* At least what is still to be paid, from a place that is reached along
 * @axis. */
static double
estimate_rest (const Search *search,
               TlPoint       place,
               TlRouteAxis   axis)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < search->field->n_ports[1]; i++)
    {
      const TlRoutePort *port = &search->field->ports[1][i];
      TlRouteAxis out = tl_route_side_axis (port->side);
      double across = tl_route_along (place, 1 - out);
      double aside = across < port->low ? port->low - across : MAX (across - port->high, 0);
      double ahead = tl_route_side_sign (port->side)
                     * (tl_route_along (place, out) - tl_route_along (port->outer, out));
      guint n_bends = axis != out ? 1 : aside > 0 ? 2 : 0;
      double rest;

      if (ahead < 0)
        n_bends += 2 - n_bends / 2 * 2;
      rest = port->cost + aside + fabs (ahead) + n_bends * bend_cost;
      least = MIN (least, rest);
    }

  return least;
}

static void
offer (Search     *search,
       guint32     state,
       guint32     parent,
       double      cost,
       TlPoint     place,
       TlRouteAxis axis)
{
  if (cost >= search->scratch->costs[state])
    return;

  search->scratch->costs[state] = cost;
  search->scratch->parents[state] = parent;
  tl_route_heap_push (search->scratch->heap, cost + estimate_rest (search, place, axis), cost, state);
}

static guint32
make_state (const Search *search,
            guint         i,
            guint         j,
            TlRouteAxis   axis)
{
  return 2 * (j * search->n[0] + i) + axis;
}

static TlPoint
get_place (const Search *search,
           guint32       state)
{
  guint node = state / 2;
  TlPoint place = { get_track (search, 0, node % search->n[0]),
                    get_track (search, 1, node / search->n[0]) };

  return place;
}

static void
start_from_port (Search *search,
                 guint   i_port)
{
  const TlRoutePort *port = &search->field->ports[0][i_port];
  TlRouteAxis axis = tl_route_side_axis (port->side);
  guint line = tl_route_grid_find_line (search->grid, port);

  if (line == TL_ROUTE_NOWHERE)
    return;

  for (guint i = 0; i < search->n[1 - axis]; i++)
    {
      double at = get_track (search, 1 - axis, i);
      guint32 state = axis == 0 ? make_state (search, line, i, axis)
                                : make_state (search, i, line, axis);
      TlPoint place = get_place (search, state);
      double out = fabs (tl_route_along (place, axis) - tl_route_along (port->outer, axis));

      if (at >= port->low && at <= port->high)
        offer (search, state, first_start + i_port, out + port->cost, place, axis);
    }
}

/* How much room there is across, up to what is comfortable. */
static double
measure_room (const Search *search,
              const guint   at[2],
              TlRouteAxis   across)
{
  gsize step = across == 0 ? 1 : search->n[0];
  gsize node = (gsize) at[1] * search->n[0] + at[0];
  const guint16 *walls = search->grid->walls[across];
  double here = get_track (search, across, at[across]);
  double low = 0;
  double high = 0;

  for (guint i = at[across]; low < comfortable; i--, node -= step)
    {
      low = here - get_track (search, across, i);
      if (i == 0 || walls[node - step] != 0)
        break;
    }

  node = (gsize) at[1] * search->n[0] + at[0];
  for (guint i = at[across]; low + high < comfortable; i++, node += step)
    {
      high = get_track (search, across, i) - here;
      if (i + 1 == search->n[across] || walls[node] != 0)
        break;
    }

  return MIN (low + high, comfortable);
}

static guint16
get_wall (const Search *search,
          guint32       state,
          guint32       parent)
{
  guint a = state / 2;
  guint b = parent / 2;
  guint low = MIN (a, b);

  if (parent >= first_start)
    return 0;

  return search->grid->walls[state & 1][low];
}

/* Whether a way that has just left its mark would turn back into it. */
static gboolean
goes_back (const Search *search,
           guint32       state,
           TlRouteAxis   axis,
           gboolean      up)
{
  guint32 parent = search->scratch->parents[state];

  if (parent < first_start)
    return parent / 2 == (up ? state / 2 + (axis == 0 ? 1 : search->n[0])
                             : state / 2 - (axis == 0 ? 1 : search->n[0]));

  return axis == (state & 1)
         && up != (search->field->ports[0][parent - first_start].side >= TL_ROUTE_RIGHT);
}

static void
go_on (Search      *search,
       guint32      state,
       const guint  at[2],
       TlRouteAxis  axis,
       gboolean     up)
{
  gsize step = axis == 0 ? 1 : search->n[0];
  gsize node = state / 2;
  guint16 wall;
  guint32 next;
  double cost, length;

  if (up ? at[axis] + 1 == search->n[axis] : at[axis] == 0)
    return;

  wall = search->grid->walls[axis][up ? node : node - step];
  if ((wall != 0 && !search->through) || goes_back (search, state, axis, up))
    return;

  next = 2 * (guint32) (up ? node + step : node - step) + axis;
  length = fabs (get_track (search, axis, up ? at[axis] + 1 : at[axis] - 1)
                 - get_track (search, axis, at[axis]));
  cost = search->scratch->costs[state] + length;
  if (axis != (state & 1))
    cost += bend_cost;
  if (wall != 0 && wall != get_wall (search, state, search->scratch->parents[state]))
    cost += through_cost;
  if (cost >= search->scratch->costs[next])
    return;
  if (wall == 0)
    cost += (2 * length + (axis != (state & 1) ? bend_cost : 0))
            * (comfortable - measure_room (search, at, 1 - axis)) / comfortable;

  offer (search, next, state, cost, get_place (search, next), axis);
}

/* Whether a way gets to a port through the mark. */
static gboolean
comes_from_behind (const Search      *search,
                   guint32            state,
                   const TlRoutePort *port)
{
  TlRouteAxis axis = tl_route_side_axis (port->side);
  guint32 parent = search->scratch->parents[state];

  if ((state & 1) != axis)
    return FALSE;
  if (parent >= first_start)
    return search->field->ports[0][parent - first_start].side == port->side;

  return (parent > state) != (port->side >= TL_ROUTE_RIGHT);
}

/* Ends the way where a port can be reached straight from here. */
static void
try_to_end (Search     *search,
            guint32     state,
            const guint at[2])
{
  TlRouteSearch *scratch = search->scratch;
  TlPoint place = get_place (search, state);

  for (guint i = 0; i < search->field->n_ports[1]; i++)
    {
      const TlRoutePort *port = &search->field->ports[1][i];
      TlRouteAxis axis = tl_route_side_axis (port->side);
      double across = tl_route_along (place, 1 - axis);
      double cost = scratch->costs[state] + port->cost
                    + fabs (tl_route_along (place, axis) - tl_route_along (port->outer, axis));

      if (at[axis] != search->first_line[i] || across < port->low || across > port->high
          || comes_from_behind (search, state, port))
        continue;

      if ((state & 1) != axis)
        cost += bend_cost;
      if (cost < scratch->costs[search->goal])
        {
          scratch->costs[search->goal] = cost;
          scratch->parents[search->goal] = state;
          search->goal_at = i;
          tl_route_heap_push (scratch->heap, cost, cost, search->goal);
        }
    }
}

static gboolean
run (Search *search)
{
  TlRouteSearch *scratch = search->scratch;

  while (scratch->heap->len > 0)
    {
      TlRouteEntry entry = tl_route_heap_pop (scratch->heap);
      guint32 state = entry.state;
      guint node = state / 2;
      guint at[2] = { node % search->n[0], node / search->n[0] };

      if (state == search->goal)
        return TRUE;
      /* Found a better way here since. */
      if (scratch->costs[state] < entry.cost)
        continue;

      try_to_end (search, state, at);
      for (TlRouteAxis axis = 0; axis < 2; axis++)
        for (guint up = 0; up < 2; up++)
          go_on (search, state, at, axis, up);
    }

  return FALSE;
}

static void
prepare (Search *search)
{
  TlRouteSearch *scratch = search->scratch;
  gsize n_states = search->goal + 1;

  if (n_states > scratch->n_allocated)
    {
      scratch->costs = g_renew (double, scratch->costs, n_states);
      scratch->parents = g_renew (guint32, scratch->parents, n_states);
      scratch->n_allocated = n_states;
    }
  for (gsize i = 0; i < n_states; i++)
    scratch->costs[i] = G_MAXDOUBLE;

  if (scratch->heap == NULL)
    scratch->heap = g_array_new (FALSE, FALSE, sizeof (TlRouteEntry));
  g_array_set_size (scratch->heap, 0);

  for (guint i = 0; i < search->field->n_ports[1]; i++)
    search->first_line[i] = tl_route_grid_find_line (search->grid, &search->field->ports[1][i]);
}

static void
reverse_path (GArray *path)
{
  for (guint i = 0; i < path->len / 2; i++)
    {
      TlPoint *first = &g_array_index (path, TlPoint, i);
      TlPoint *last = &g_array_index (path, TlPoint, path->len - 1 - i);
      TlPoint point = *first;

      *first = *last;
      *last = point;
    }
}

/* Writes down the way, with a point at each bend. */
static void
collect_path (const Search *search,
              TlRoutePort   ports[2],
              GArray       *path)
{
  const guint32 *parents = search->scratch->parents;
  guint32 state = parents[search->goal];
  TlRouteAxis axis, first_axis;
  TlPoint place = get_place (search, state);

  axis = tl_route_side_axis (search->field->ports[1][search->goal_at].side);
  ports[1] = tl_route_port_at (&search->field->ports[1][search->goal_at],
                               tl_route_along (place, 1 - axis));
  g_array_set_size (path, 0);
  g_array_append_val (path, ports[1].outer);

  for (; parents[state] < first_start; state = parents[state])
    {
      place = get_place (search, state);
      if ((state & 1) != axis)
        g_array_append_val (path, place);
      axis = state & 1;
    }

  place = get_place (search, state);
  first_axis = state & 1;
  if (first_axis != axis)
    g_array_append_val (path, place);

  ports[0] = tl_route_port_at (&search->field->ports[0][parents[state] - first_start],
                               tl_route_along (place, 1 - first_axis));
  g_array_append_val (path, ports[0].outer);

  reverse_path (path);
}

/*
 * tl_route_search:
 * @self: scratch space
 * @grid: the lines to follow
 * @field: what they were made for
 * @through: whether to run through obstacles, as few as possible
 * @ports: (out): where the way starts and ends
 * @path: (out): its corners, from outside the one to outside the other mark
 *
 * Returns: whether there is a way
 */
gboolean
tl_route_search (TlRouteSearch      *self,
                 const TlRouteGrid  *grid,
                 const TlRouteField *field,
                 gboolean            through,
                 TlRoutePort         ports[2],
                 GArray             *path)
{
  Search search = {
    .scratch = self,
    .grid = grid,
    .field = field,
    .through = through,
    .n = { grid->tracks[0]->len, grid->tracks[1]->len },
    .goal = 2 * grid->tracks[0]->len * grid->tracks[1]->len,
  };

  if (search.goal == 0)
    return FALSE;

  prepare (&search);
  for (guint i = 0; i < field->n_ports[0]; i++)
    start_from_port (&search, i);
  if (!run (&search))
    return FALSE;

  collect_path (&search, ports, path);

  return TRUE;
}

void
tl_route_search_clear (TlRouteSearch *self)
{
  g_clear_pointer (&self->costs, g_free);
  g_clear_pointer (&self->parents, g_free);
  g_clear_pointer (&self->heap, g_array_unref);
}
