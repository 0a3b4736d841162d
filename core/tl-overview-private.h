/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the files that make an overview share.
 */
#pragma once

#include "tl-overview-scene.h"

G_BEGIN_DECLS

/* A stretch of time that is drawn as a line. */
typedef struct
{
  double  x0; /* from the left of the plot, in pixels; not mirrored */
  double  x1;
  guint32 index; /* a lane, or an era */
  guint32 row;
} TlOverviewLine;

/* Positions are found as they are read from left to right: mirroring comes
 * last. */
struct _TlOverviewScene
{
  TlOverviewOptions options;
  double            padding;   /* in units */
  double            scale;     /* pixels for a unit */
  TlRect            plot;      /* what a view can show at most: the window is there */
  double            bin_width; /* of a bar, with the gap beside it */
  guint             n_bins;
  guint             n_most;    /* events in a bin */
  GArray           *densities; /* of TlDensity: by bin, then by lane */
  GArray           *ranges;    /* of TlOverviewLine: of lanes */
  GArray           *eras;      /* of TlOverviewLine */
  GArray           *hits;      /* of double: where events are that a search has found, a pixel apart */
  guint             n_range_rows;
  guint             n_era_rows;
};

/* Where a position is in a drawing that is not mirrored. */
static inline double
tl_overview_scene_get_plain_x (const TlOverviewScene *self,
                               double                 position)
{
  return self->plot.x + (position + self->padding) * self->scale;
}

/* Which bar stands at @x, from the left of the plot. */
static inline guint
tl_overview_scene_get_bin (const TlOverviewScene *self,
                           double                 x)
{
  double bin = x / self->bin_width;

  return bin > 0 ? MIN ((guint) bin, self->n_bins - 1) : 0;
}

TlRect tl_overview_scene_get_plain_window (const TlOverviewScene *self,
                                           double                 from,
                                           double                 to);

double tl_overview_scene_get_event_x (const TlOverviewScene *self,
                                      guint32                event);

double tl_overview_scene_get_bar_top (const TlOverviewScene *self,
                                      double                 x);

void tl_overview_scene_count (TlOverviewScene *self);

void tl_overview_scene_find_eras (TlOverviewScene *self);

G_END_DECLS
