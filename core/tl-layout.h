/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-axis.h"
#include "tl-card.h"
#include "tl-drawing.h"
#include "tl-lane-choice.h"
#include "tl-mark.h"

G_BEGIN_DECLS

typedef struct _TlLayout TlLayout;

/* What a layout is made for. What it points to outlives it. */
typedef struct
{
  TlDrawing      drawing;
  const TlAxis  *axis;
  double         scale;    /* pixels for a unit of the axis */
  const guint32 *events;   /* those to show, in the timeline's order */
  guint          n_events;
  const TlLaneChoice *lanes; /* (nullable): the order of lanes and which are not whole; without it, all in
                                the timeline's order. Events of hidden lanes are left out, their time is
                                what the axis makes of it. Lanes that are not named come last. */
  guint          n_lanes;
  double         height;   /* from the axis' labels down; 0: as high as the content needs */
  double         page;     /* no card may run over a multiple of this from the first on; 0: none */
  guint32        selected; /* an event that comes first, or TL_NONE; a window gives its selection
                              only in TlView, so that a click moves nothing */
  const guint8  *highlighted; /* (nullable): for each event of the timeline, whether it comes first, too */
  gboolean       stacks;   /* lanes that do not fit go to further pages: each may have the whole height */
  gboolean       scrolls;  /* lanes that do not fit may be scrolled to; else the last are left out */
  gboolean       is_draft; /* good enough to see what there is to show */
  const TlLayout *like;    /* (nullable): lanes share the room as in this one, where they fit so */
} TlLayoutOptions;

typedef enum
{
  TL_LABEL_NONE,   /* the event is counted in a badge */
  TL_LABEL_INSIDE, /* in its bar */
  TL_LABEL_CARD,   /* beside its mark */
} TlLabelPlace;

/* Where an event is drawn: x from the beginning of the drawing's content, y
 * from the top of the lanes, in pixels. */
typedef struct
{
  TlMark     mark; /* its x as above */
  TlRect     box;  /* mark and label together */
  TlRect     card; /* without width where there is none */
  double     y;    /* the middle of the mark */
  TlCardSize size;
  guint32    event;
  guint32    lane;  /* of those that are shown; TL_NONE where it has no room or is hidden */
  guint8     label; /* TlLabelPlace */
} TlPlaced;

/* Several events that have no room: a badge with their number. */
typedef struct
{
  TlRect  box;
  guint32 lane;  /* of those that are shown */
  guint32 first; /* of the layout's list of events in badges */
  guint32 count;
} TlBadge;

/* A lane that is shown. */
typedef struct
{
  guint32 lane; /* of the timeline */
  double  y;    /* from the top of the lanes */
  double  height;
  guint   n_events;
  gboolean is_collapsed; /* to one low row, whatever it has */
} TlLaneBand;

/**
 * TlLayout:
 *
 * Where every event is drawn at one scale, by rules that know nothing of
 * what part of it is in view: moving the view moves everything alike. Made
 * anew when scale, size, theme or events change; drawn for every view.
 */

/* What is drawn of a layout. */
typedef struct
{
  TlRect  area;     /* of the scene: gutter, axis and lanes */
  double  x;        /* of the content, at the left edge of the lanes */
  double  y;        /* of the lanes, at their upper edge */
  guint32 selected; /* an event, or TL_NONE */
  const guint32 *compared; /* (nullable): an event that does not step back behind it either */
  const guint8  *highlighted; /* (nullable): for each event of the timeline, whether it stands out; the
                                 others step back */
  const guint8 *were_highlighted; /* (nullable): those that did before, while this changes */
  double  fading; /* how much of that is left, from 0 to 1 */
} TlView;

TlLayout *tl_layout_new (const TlLayoutOptions *options) G_GNUC_WARN_UNUSED_RESULT;

void tl_layout_free (TlLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLayout, tl_layout_free)

double tl_layout_get_scale_for (const TlAxis *axis,
                                double        width);

double tl_layout_get_gutter_for (const TlDrawing *drawing);

double tl_layout_get_content_width (const TlLayout *self);

double tl_layout_get_gutter (const TlLayout *self);

double tl_layout_get_head (const TlLayout *self);

double tl_layout_get_lanes_height (const TlLayout *self);

const TlPlaced *tl_layout_get_placed (const TlLayout *self,
                                      guint          *n_placed);

const TlBadge *tl_layout_get_badges (const TlLayout *self,
                                     guint          *n_badges);

const guint32 *tl_layout_get_badge_events (const TlLayout *self,
                                           const TlBadge  *badge);

const TlLaneBand *tl_layout_get_bands (const TlLayout *self,
                                       guint          *n_bands);

guint tl_layout_get_n_left_out (const TlLayout *self);

double tl_layout_snap (const TlLayout *self,
                       double          x,
                       double          reach);

void tl_layout_draw (const TlLayout *self,
                     const TlView   *view,
                     TlScene        *scene);

G_END_DECLS
