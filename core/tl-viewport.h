/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-axis.h"
#include "tl-camera.h"
#include "tl-filter.h"
#include "tl-lane-choice.h"

G_BEGIN_DECLS

/* What "changed" is about. */
typedef enum
{
  TL_VIEWPORT_CONTENT   = 1 << 0, /* timeline, lanes, filter or the mode of the axis: events and axis are new */
  TL_VIEWPORT_CAMERA    = 1 << 1, /* what is in view */
  TL_VIEWPORT_SELECTION = 1 << 2, /* the selected event, or the one it is compared with */
  TL_VIEWPORT_SPAN      = 1 << 3, /* the stretch of time that is marked */
  TL_VIEWPORT_FILTER    = 1 << 4, /* what is asked of events; never without content */
  TL_VIEWPORT_HITS      = 1 << 5, /* the events that a search has found */
} TlViewportChange;

/* A stretch of the axis, in its units. */
typedef struct
{
  double from;
  double to;
} TlStretch;

/* What is in view, in terms that hold for other axes, too. */
typedef struct
{
  TlMoment from;
  TlMoment to;
  double   y;        /* how far the lanes are scrolled, in pixels */
  gboolean is_whole; /* all of the axis, whatever that is */
  double   before;   /* what is in view before the axis begins, in pixels */
  double   after;    /* and after it has ended */
} TlPlace;

#define TL_TYPE_VIEWPORT (tl_viewport_get_type ())

G_DECLARE_FINAL_TYPE (TlViewport, tl_viewport, TL, VIEWPORT, GObject)

TlViewport *tl_viewport_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* What there is. */

TlTimeline *tl_viewport_get_timeline (TlViewport *self);

void tl_viewport_set_timeline (TlViewport *self,
                               TlTimeline *timeline);

void tl_viewport_replace_timeline (TlViewport *self,
                                   TlTimeline *timeline);

TlAxis *tl_viewport_get_axis (TlViewport *self);

TlAxisMode tl_viewport_get_axis_mode (TlViewport *self);

void tl_viewport_set_axis_mode (TlViewport *self,
                                TlAxisMode  mode);

const guint32 *tl_viewport_get_events (TlViewport *self,
                                       guint      *n_events);

gboolean tl_viewport_find_place (TlViewport *self,
                                 guint32     event,
                                 guint      *place);

gboolean tl_viewport_shows (TlViewport *self,
                            guint32     event);

const TlLaneChoice *tl_viewport_get_lanes (TlViewport *self,
                                           guint      *n_lanes);

void tl_viewport_set_lanes (TlViewport         *self,
                            const TlLaneChoice *lanes,
                            guint               n_lanes);

const TlFilter *tl_viewport_get_filter (TlViewport *self);

void tl_viewport_set_filter (TlViewport     *self,
                             const TlFilter *filter);

void tl_viewport_filter_lane (TlViewport *self,
                              guint32     lane);

void tl_viewport_filter_span (TlViewport *self);

TlFilter *tl_viewport_dup_filter (TlViewport *self) G_GNUC_WARN_UNUSED_RESULT;

/* What is in view. */

void tl_viewport_set_room (TlViewport *self,
                           double      width,
                           double      height);

void tl_viewport_set_content_height (TlViewport *self,
                                     double      height);

TlCamera tl_viewport_get_camera (TlViewport *self);

void tl_viewport_set_camera (TlViewport     *self,
                             const TlCamera *camera);

TlCamera tl_viewport_get_destination (TlViewport *self);

void tl_viewport_set_destination (TlViewport     *self,
                                  const TlCamera *camera);

gboolean tl_viewport_is_fitted (TlViewport *self);

TlStretch tl_viewport_get_stretch (TlViewport *self);

double tl_viewport_get_unit (TlViewport *self,
                             double      pixel);

/* Views that one may go to. */

TlCamera tl_viewport_clamp (TlViewport     *self,
                            const TlCamera *camera);

TlCamera tl_viewport_fit (TlViewport *self);

TlCamera tl_viewport_zoom (TlViewport     *self,
                           const TlCamera *camera,
                           double          factor,
                           double          pixel);

TlCamera tl_viewport_show_stretch (TlViewport      *self,
                                   const TlStretch *stretch,
                                   double           margin);

TlPlace tl_viewport_get_place (TlViewport *self);

void tl_viewport_set_place (TlViewport    *self,
                            const TlPlace *place);

TlCamera tl_viewport_show_place (TlViewport    *self,
                                 const TlPlace *place);

/* What is chosen. */

guint32 tl_viewport_get_selected (TlViewport *self);

guint32 tl_viewport_get_compared (TlViewport *self);

void tl_viewport_select (TlViewport *self,
                         guint32     event);

void tl_viewport_compare (TlViewport *self,
                          guint32     event);

const guint32 *tl_viewport_get_hits (TlViewport *self,
                                     guint      *n_hits);

void tl_viewport_set_hits (TlViewport    *self,
                           const guint32 *hits,
                           guint          n_hits);

GArray *tl_viewport_list_shown_hits (TlViewport *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_viewport_is_hit (TlViewport *self,
                             guint32     event);

gboolean tl_viewport_get_span (TlViewport *self,
                               TlStretch  *span);

void tl_viewport_set_span (TlViewport      *self,
                           const TlStretch *span);

G_END_DECLS
