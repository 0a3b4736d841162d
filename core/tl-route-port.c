/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-route-private.h"

/* Where a way may leave or reach a mark: in the middle of a side, or
 * anywhere along the side of a bar. A card lies over the mark on one side
 * and goes a little beyond it above and below; that piece is left straight
 * on. */

/* Between the mark and the end of the way. */
static const double gap = 2;

/* What is longer than this is a bar. */
static const double longest_disc = 32;

/* From the end of a bar to where a way may leave its side. */
static const double bar_end = 10;

/* How far something may reach beyond a mark, along x and along y, where the
 * way still goes straight through. On the left and right this is the card. */
static const double most_beyond[2] = { 8, 64 };

/* For going farther than that through what lies over the mark. */
static const double far_cost = 1000;

/* Arrows read best from the left, where a date is not told from another by
 * the arrow: the order of time is from left to right. */
static const double costs[2][4] = {
  [0] = { [TL_ROUTE_LEFT] = 24, [TL_ROUTE_TOP] = 0, [TL_ROUTE_RIGHT] = 0, [TL_ROUTE_BOTTOM] = 0 },
  [1] = { [TL_ROUTE_LEFT] = 0, [TL_ROUTE_TOP] = 36, [TL_ROUTE_RIGHT] = 60, [TL_ROUTE_BOTTOM] = 36 },
};

/* How far out a box reaches, from the origin. */
static double
get_reach (const TlRouteBox *box,
           TlRouteSide       side)
{
  TlRouteAxis axis = tl_route_side_axis (side);

  return side & 2 ? box->high[axis] : -box->low[axis];
}

/* How near it comes, from the origin. */
static double
get_near (const TlRouteBox *box,
          TlRouteSide       side)
{
  TlRouteAxis axis = tl_route_side_axis (side);

  return side & 2 ? box->low[axis] : -box->high[axis];
}

static gboolean
overlaps_mark (const TlRouteBox *box,
               const TlRouteBox *mark)
{
  return box->low[0] < mark->high[0] && mark->low[0] < box->high[0]
         && box->low[1] < mark->high[1] && mark->low[1] < box->high[1];
}

/* What is straight out of a port. */
typedef struct
{
  double beyond; /* how far out things reach over the mark */
  double space;  /* how much is free from there on */
  double room;   /* and how much there would be without anything in the way */
} Outlook;

static Outlook
look_out (const TlRouteField *field,
          guint               end,
          const TlRoutePort  *port)
{
  const TlRouteBox *mark = &field->marks[end];
  TlRouteAxis across = 1 - tl_route_side_axis (port->side);
  double edge = get_reach (mark, port->side);
  double reach = edge;
  double last = get_reach (&field->bounds, port->side);
  double next = last;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < field->blocks->len; i++)
      {
        const TlRouteBox *box = &g_array_index (field->blocks, TlRouteBlock, i).box;
        double near = get_near (box, port->side);
        double far = get_reach (box, port->side);

        if (box->low[across] >= port->high || box->high[across] <= port->low)
          continue;

        if (overlaps_mark (box, mark))
          reach = MAX (reach, far);
        else if (pass == 1 && far > reach)
          next = MIN (next, near);
      }

  return (Outlook) { reach - edge, next - reach, last - reach };
}

static void
place_port (TlRoutePort      *port,
            const TlRouteBox *mark,
            double            beyond,
            double            space)
{
  TlRouteAxis axis = tl_route_side_axis (port->side);
  double sign = tl_route_side_sign (port->side);
  double edge = sign * get_reach (mark, port->side);
  double middle = (port->low + port->high) / 2;
  double room = beyond + MAX (space, 0) / 4; /* the way bends halfway */
  double leave = MIN (gap, room);

  port->point = tl_route_point (axis, edge + sign * leave, middle);
  port->outer = tl_route_point (axis, edge + sign * MAX (leave, beyond), middle);
}

static void
set_range (TlRoutePort      *port,
           const TlRouteBox *mark)
{
  TlRouteAxis across = 1 - tl_route_side_axis (port->side);
  double inset = mark->high[across] - mark->low[across] > longest_disc
                     ? bar_end
                     : (mark->high[across] - mark->low[across]) / 2;

  port->low = mark->low[across] + inset;
  port->high = mark->high[across] - inset;
  if (inset != bar_end)
    port->high = port->low;
}

/*
 * tl_route_port_at:
 * @self: a port
 * @at: where along its side
 *
 * Returns: the same, there or as near to it as it can be
 */
TlRoutePort
tl_route_port_at (const TlRoutePort *self,
                  double             at)
{
  TlRoutePort port = *self;
  TlRouteAxis axis = tl_route_side_axis (self->side);
  double place = CLAMP (at, self->low, self->high);

  port.point = tl_route_point (axis, tl_route_along (self->point, axis), place);
  port.outer = tl_route_point (axis, tl_route_along (self->outer, axis), place);

  return port;
}

/* Adds the sides where the way can leave the mark, if need be also those
 * where something touches what lies over the mark. */
static void
add_ports (TlRouteField *self,
           guint         end,
           gboolean      through)
{
  const TlRouteBox *other = &self->marks[1 - end];
  gboolean has_left = FALSE;

  for (guint side = TL_ROUTE_LEFT; side <= TL_ROUTE_BOTTOM; side++)
    {
      TlRoutePort port = { .side = side, .cost = costs[end][side] };
      TlRouteAxis axis = tl_route_side_axis (side);
      Outlook outlook;
      double space;

      set_range (&port, &self->marks[end]);
      outlook = look_out (self, end, &port);
      space = through ? outlook.room : outlook.space;
      if (space <= 0 || (outlook.beyond > most_beyond[axis] && !through))
        continue;

      /* Where the card is to the left of its mark, the right is as good as
       * the left is otherwise. */
      has_left |= side == TL_ROUTE_LEFT;
      if (side == TL_ROUTE_RIGHT && !has_left)
        port.cost = costs[end][TL_ROUTE_LEFT];
      if (outlook.beyond > most_beyond[axis])
        {
          port.is_far = TRUE;
          port.cost += far_cost;
        }

      place_port (&port, &self->marks[end], outlook.beyond, space);
      port = tl_route_port_at (&port, (other->low[1 - axis] + other->high[1 - axis]) / 2);
      self->ports[end][self->n_ports[end]++] = port;
    }
}

/*
 * tl_route_field_add_ports:
 * @self: with its blocks
 * @end: 0 for where the way starts, 1 for where it ends
 *
 * Sets the sides where the way can leave the mark; at least one.
 */
void
tl_route_field_add_ports (TlRouteField *self,
                          guint         end)
{
  self->n_ports[end] = 0;
  add_ports (self, end, FALSE);
  if (self->n_ports[end] == 0)
    add_ports (self, end, TRUE);

  /* Outside of where ways may go. */
  if (self->n_ports[end] == 0)
    {
      TlRoutePort *port = &self->ports[end][self->n_ports[end]++];

      *port = (TlRoutePort) { .side = TL_ROUTE_LEFT };
      set_range (port, &self->marks[end]);
      place_port (port, &self->marks[end], 0, 4 * gap);
    }
}
