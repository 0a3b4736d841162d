/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of the viewport share.
 */
#pragma once

#include "tl-viewport.h"

G_BEGIN_DECLS

/**
 * TlViewport:
 *
 * What a window shows of a timeline: which lanes, on which axis, which part
 * of it, and what is selected. Knows numbers only. Canvas, overview, lists and
 * pane look at the same one, so they keep in step. Belongs to the main thread.
 */
struct _TlViewport
{
  GObject parent_instance;

  TlTimeline *timeline;
  TlAxisMode  mode;
  TlAxis     *axis;
  GArray     *lanes;  /* of TlLaneChoice */
  TlFilter   *filter; /* (nullable): never empty */
  GArray     *events; /* of guint32: those in lanes that are shown that the filter leaves */

  double   width; /* of the room for the lanes, in pixels */
  double   height;
  double   content_height; /* of all lanes */
  TlCamera camera;
  TlPlace  pending; /* what to show once there is room */
  gboolean has_pending;
  TlCamera placed; /* the camera that was for what is pending, or .scale 0 */
  TlCamera destination; /* where the camera is on its way to */
  gboolean has_destination;
  gboolean is_fitted; /* all of the axis is in view, and stays so */

  GArray   *hits; /* of guint32: what a search has found, in the timeline's order */
  guint32   selected;
  guint32   compared;
  TlStretch span; /* empty: none */
};

void tl_viewport_tell (TlViewport *self,
                       guint       changes);

void tl_viewport_find_events (TlViewport *self);

void tl_viewport_make_axis (TlViewport *self);

void tl_viewport_take_filter (TlViewport     *self,
                              const TlFilter *filter);

guint tl_viewport_drop_hidden (TlViewport *self);

void tl_viewport_update_content (TlViewport    *self,
                                 const TlPlace *place,
                                 guint          changes);

void tl_viewport_reset_lanes (TlViewport *self);

void tl_viewport_take_place (TlViewport    *self,
                             const TlPlace *place);

G_END_DECLS
