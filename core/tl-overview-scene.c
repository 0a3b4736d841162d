/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-overview-private.h"

#include "tl-layout.h"

#include <math.h>

/* Where what stands in an overview, and what one takes hold of. */

/* Room beside the plot, so that no handle is cut, and above and below it. */
#define INSET_X 10.0
#define INSET_Y 7.0

/* A bar with the gap beside it, about. */
#define BIN_WIDTH 8.0

/**
 * tl_overview_scene_new:
 * @options: what it is for; copied, but not what that points to
 *
 * Counts the events. Costs as much as there are of them.
 *
 * Returns: (transfer full): an overview
 */
TlOverviewScene *
tl_overview_scene_new (const TlOverviewOptions *options)
{
  TlOverviewScene *self = g_new0 (TlOverviewScene, 1);
  double length = tl_axis_get_length (options->axis);

  self->options = *options;
  self->plot = (TlRect){ options->gutter + INSET_X, INSET_Y,
                         MAX (options->width - options->gutter - 2 * INSET_X, 2 * TL_OVERVIEW_LEAST),
                         MAX (options->height - 2 * INSET_Y, 1) };
  self->padding = options->padding;
  if (self->padding < 0)
    self->padding = TL_LEAD_IN / tl_layout_get_scale_for (options->axis, options->width - options->gutter);
  self->scale = self->plot.width / (length + 2 * self->padding);
  self->n_bins = (guint) MAX (floor (self->plot.width / BIN_WIDTH), 1);
  self->bin_width = self->plot.width / self->n_bins;
  self->densities = g_array_new (FALSE, FALSE, sizeof (TlDensity));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (TlOverviewLine));
  self->eras = g_array_new (FALSE, FALSE, sizeof (TlOverviewLine));
  self->hits = g_array_new (FALSE, FALSE, sizeof (double));
  tl_overview_scene_count (self);
  tl_overview_scene_find_eras (self);

  return self;
}

/**
 * tl_overview_scene_free:
 * @self: (transfer full): an overview
 */
void
tl_overview_scene_free (TlOverviewScene *self)
{
  g_array_unref (self->densities);
  g_array_unref (self->ranges);
  g_array_unref (self->eras);
  g_array_unref (self->hits);
  g_free (self);
}

/**
 * tl_overview_scene_get_padding:
 * @self: an overview
 *
 * Returns: how far beyond either end of the axis a view may reach, in units
 */
double
tl_overview_scene_get_padding (const TlOverviewScene *self)
{
  return self->padding;
}

/**
 * tl_overview_scene_get_scale:
 * @self: an overview
 *
 * Returns: pixels for a unit of the axis
 */
double
tl_overview_scene_get_scale (const TlOverviewScene *self)
{
  return self->scale;
}

static double
mirror_x (const TlOverviewScene *self,
          double                 x)
{
  return self->options.is_rtl ? self->options.width - x : x;
}

/**
 * tl_overview_scene_get_x:
 * @self: an overview
 * @position: a place on the axis, in units
 *
 * Returns: where it is, in pixels from the left
 */
double
tl_overview_scene_get_x (const TlOverviewScene *self,
                         double                 position)
{
  return mirror_x (self, tl_overview_scene_get_plain_x (self, position));
}

/**
 * tl_overview_scene_get_position:
 * @self: an overview
 * @x: a place, in pixels from the left
 *
 * Returns: where it is on the axis, in units; as far beyond it as @x is
 */
double
tl_overview_scene_get_position (const TlOverviewScene *self,
                                double                 x)
{
  return (mirror_x (self, x) - self->plot.x) / self->scale - self->padding;
}

/**
 * tl_overview_scene_clamp:
 * @self: an overview
 * @from: (inout): where a view begins, in units
 * @to: (inout): where it ends
 *
 * Moves a view to where there is something to show. One that is longer than
 * all there is becomes that.
 */
void
tl_overview_scene_clamp (const TlOverviewScene *self,
                         double                *from,
                         double                *to)
{
  double first = -self->padding;
  double last = tl_axis_get_length (self->options.axis) + self->padding;
  double length = *to - *from;

  if (!(length < last - first))
    {
      *from = first;
      *to = last;
    }
  else if (*from < first)
    {
      *from = first;
      *to = first + length;
    }
  else if (*to > last)
    {
      *from = last - length;
      *to = last;
    }
}

/**
 * tl_overview_scene_get_plain_window:
 * @self: an overview
 * @from: what is in view, in units
 * @to: where that ends
 *
 * Returns: where the window is in a drawing that is not mirrored
 */
TlRect
tl_overview_scene_get_plain_window (const TlOverviewScene *self,
                                    double                 from,
                                    double                 to)
{
  TlRect window = self->plot;
  double missing;

  tl_overview_scene_clamp (self, &from, &to);
  window.x = tl_overview_scene_get_plain_x (self, from);
  window.width = (to - from) * self->scale;
  missing = TL_OVERVIEW_LEAST - window.width;
  if (missing > 0)
    {
      window.x = CLAMP (window.x - missing / 2, self->plot.x, self->plot.x + self->plot.width - TL_OVERVIEW_LEAST);
      window.width = TL_OVERVIEW_LEAST;
    }

  return window;
}

/**
 * tl_overview_scene_get_window:
 * @self: an overview
 * @from: what is in view, in units
 * @to: where that ends
 *
 * A window is as wide as what is in view, but wide enough to be seen.
 *
 * Returns: where the window is
 */
TlRect
tl_overview_scene_get_window (const TlOverviewScene *self,
                              double                 from,
                              double                 to)
{
  TlRect window = tl_overview_scene_get_plain_window (self, from, to);

  if (self->options.is_rtl)
    window.x = self->options.width - window.x - window.width;

  return window;
}

/**
 * tl_overview_scene_find:
 * @self: an overview
 * @from: what is in view, in units
 * @to: where that ends
 * @x: x of a point
 * @y: its y
 *
 * Handles reach further to the outside where the window is narrow, so that
 * there is always something left of it to take hold of between them.
 *
 * Returns: what is at the point
 */
TlOverviewPart
tl_overview_scene_find (const TlOverviewScene *self,
                        double                 from,
                        double                 to,
                        double                 x,
                        double                 y)
{
  TlRect window = tl_overview_scene_get_plain_window (self, from, to);
  double end = window.x + window.width;
  double inside = MIN (TL_OVERVIEW_TARGET / 2, window.width / 3);
  double outside = TL_OVERVIEW_TARGET - inside;

  x = mirror_x (self, x);
  if (y < 0 || y >= self->options.height)
    return TL_OVERVIEW_NOTHING;
  if (x >= window.x - outside && x < window.x + inside)
    return TL_OVERVIEW_START;
  if (x >= end - inside && x < end + outside)
    return TL_OVERVIEW_END;
  if (x >= window.x && x < end)
    return TL_OVERVIEW_WINDOW;

  return x >= self->options.gutter ? TL_OVERVIEW_GROUND : TL_OVERVIEW_NOTHING;
}

/**
 * tl_overview_scene_get_densities:
 * @self: an overview
 * @n_densities: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_densities): how many events there
 *   are where, by place, then by lane
 */
const TlDensity *
tl_overview_scene_get_densities (const TlOverviewScene *self,
                                 guint                 *n_densities)
{
  *n_densities = self->densities->len;

  return (const TlDensity *) (gconstpointer) self->densities->data;
}
