/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the files that make the overview share.
 */
#pragma once

#include "tl-overview.h"

#include "tl-overview-scene.h"

G_BEGIN_DECLS

/* What is being dragged, and from where. */
typedef struct
{
  TlOverviewPart part; /* TL_OVERVIEW_NOTHING while nothing is */
  double         from; /* the range then, in units */
  double         to;
  double         x;    /* of the pointer then, in pixels of the widget */
} TlOverviewDrag;

struct _TlOverview
{
  GtkWidget parent_instance;

  TlTextPango     *text;     /* (nullable) */
  TlTimeline      *timeline; /* (nullable), like the axis */
  TlAxis          *axis;
  guint32         *events;
  guint            n_events;
  GArray          *hits; /* of guint32: what a search has found */
  TlThemeKind      theme;
  double           gutter;     /* in pixels of the drawing */
  double           padding;    /* in units; negative for the default */
  int              width;      /* as allocated */
  int              height;
  double           text_scale; /* pixels of the widget for one of the drawing */
  TlOverviewView   view;       /* the range as it has been set, not clamped */
  TlTextMeasure    measure;
  TlOverviewScene *scene;      /* (nullable): made when needed */
  GskRenderNode   *ground;     /* (nullable): as it has been painted */
  GskRenderNode   *over;       /* (nullable) */
  TlOverviewDrag   drag;
  char            *words;      /* (nullable): what has been said of the range */
  double           pointer;    /* x in pixels of the widget, or NAN */
};

TlOverviewScene *tl_overview_get_scene (TlOverview *self);

void tl_overview_take_range (TlOverview *self,
                             double      from,
                             double      to);

void tl_overview_tell_hover (TlOverview *self,
                             double      position);

void tl_overview_describe (TlOverview *self);

/* Painting */

void tl_overview_drop_scene (TlOverview *self);

void tl_overview_drop_view (TlOverview *self);

void tl_overview_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot);

/* Input */

void tl_overview_add_controllers (TlOverview *self);

G_END_DECLS
