/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-axis.h"
#include "tl-drawing.h"

G_BEGIN_DECLS

/**
 * TlOverviewScene:
 *
 * All of an axis, in the width of a window: how many events there are where,
 * and over it the part that is in view. What does not depend on that part is
 * found once; moving it costs next to nothing.
 */
typedef struct _TlOverviewScene TlOverviewScene;

/* What an overview is made for. What it points to outlives it. */
typedef struct
{
  TlDrawing      drawing;
  const TlAxis  *axis;
  const guint32 *events; /* those to count */
  guint          n_events;
  double         width;   /* of everything, in pixels */
  double         height;
  double         gutter;  /* beside it, for its name: that of the lanes */
  double         padding; /* how far beyond either end of the axis a view may reach, in units;
                             negative: as far as one does that shows all of it in this width */
  gboolean       is_rtl;
} TlOverviewOptions;

/* What is drawn over it. */
typedef struct
{
  double   from;      /* of the axis: what is in view, in units */
  double   to;
  guint32  selected;  /* an event, or TL_NONE */
  guint32  second;    /* another one, or TL_NONE */
  double   hover;     /* where the pointer is, in units, or NAN */
  double   span_from; /* what is marked, in units, or NAN */
  double   span_to;
  gboolean is_focused; /* it has the keyboard, and is to show it */
} TlOverviewView;

/* What there is to take hold of. */
typedef enum
{
  TL_OVERVIEW_NOTHING, /* the gutter */
  TL_OVERVIEW_GROUND,  /* beside the window */
  TL_OVERVIEW_WINDOW,
  TL_OVERVIEW_START,   /* the handle at its beginning */
  TL_OVERVIEW_END,
} TlOverviewPart;

/* How many events of one lane stand in one place: a part of a bar. */
typedef struct
{
  guint32 bin;   /* the place, from the beginning of the axis on */
  guint32 lane;  /* of the timeline */
  guint32 count; /* not 0 */
} TlDensity;

/* The handles of a window are at least so far apart, in pixels. */
#define TL_OVERVIEW_LEAST 12.0

/* What can be taken hold of is at least so wide. */
#define TL_OVERVIEW_TARGET 24.0

TlOverviewScene *tl_overview_scene_new (const TlOverviewOptions *options) G_GNUC_WARN_UNUSED_RESULT;

void tl_overview_scene_free (TlOverviewScene *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOverviewScene, tl_overview_scene_free)

/* Where what stands. */

double tl_overview_scene_get_padding (const TlOverviewScene *self);

double tl_overview_scene_get_scale (const TlOverviewScene *self);

double tl_overview_scene_get_x (const TlOverviewScene *self,
                                double                 position);

double tl_overview_scene_get_position (const TlOverviewScene *self,
                                       double                 x);

void tl_overview_scene_clamp (const TlOverviewScene *self,
                              double                *from,
                              double                *to);

TlRect tl_overview_scene_get_window (const TlOverviewScene *self,
                                     double                 from,
                                     double                 to);

TlOverviewPart tl_overview_scene_find (const TlOverviewScene *self,
                                       double                 from,
                                       double                 to,
                                       double                 x,
                                       double                 y);

const TlDensity *tl_overview_scene_get_densities (const TlOverviewScene *self,
                                                  guint                 *n_densities);

/* Drawing. */

void tl_overview_scene_set_hits (TlOverviewScene *self,
                                 const guint32   *hits,
                                 guint            n_hits);

void tl_overview_scene_draw_ground (const TlOverviewScene *self,
                                    TlScene               *scene);

void tl_overview_scene_draw_view (const TlOverviewScene *self,
                                  const TlOverviewView  *view,
                                  TlScene               *scene);

G_END_DECLS
