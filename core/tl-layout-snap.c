/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-private.h"

#include <math.h>

/* Where a hand that marks a stretch of time probably means to be. */

static void
try_x (double  candidate,
       double  x,
       double *best)
{
  if (fabs (candidate - x) < fabs (*best - x))
    *best = candidate;
}

static void
try_events (const TlLayout *self,
            double          x,
            double          reach,
            double         *best)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  tl_intervals_find (self->intervals, x - reach, x + reach, found);
  for (guint i = 0; i < found->len; i++)
    {
      const TlMark *mark = &self->placed[g_array_index (found, guint32, i)].mark;

      if (mark->kind == TL_MARK_DISC)
        {
          try_x (mark->anchor, x, best);
          continue;
        }
      if (mark->left == TL_END_ROUND)
        try_x (mark->x0, x, best);
      if (mark->right == TL_END_ROUND)
        try_x (mark->x1, x, best);
    }
}

static void
try_ticks (const TlLayout *self,
           double          x,
           double          reach,
           double         *best)
{
  const TlTickStyle style = tl_layout_get_tick_style (self);
  double length = tl_axis_get_length (self->options.axis) * self->options.scale;
  double from = MAX (x - TL_LEAD_IN - reach, 0);
  double to = MIN (x - TL_LEAD_IN + reach, length);
  GArray *ticks;

  if (to <= from)
    return;

  ticks = tl_ticks_find (self->options.axis, self->options.scale, from, to, &style);
  for (guint i = 0; i < ticks->len; i++)
    {
      const TlTick *tick = &g_array_index (ticks, TlTick, i);

      if (tick->has_line)
        try_x (TL_LEAD_IN + tick->x, x, best);
    }
  g_array_unref (ticks);
}

/**
 * tl_layout_snap:
 * @self: a layout
 * @x: a place of the content, in pixels
 * @reach: how far away something may be, in pixels
 *
 * Looks for the beginning or end of an event, or a round date of the axis.
 *
 * Returns: the nearest of these, or @x where there is none within @reach
 */
double
tl_layout_snap (const TlLayout *self,
                double          x,
                double          reach)
{
  double best = INFINITY;

  try_events (self, x, reach, &best);
  try_ticks (self, x, reach, &best);

  return fabs (best - x) <= reach ? best : x;
}
