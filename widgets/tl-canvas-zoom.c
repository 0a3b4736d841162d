/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-canvas-private.h"

#include "tl-mark.h"

/* Where the view goes: nearer, to all, to an event, a lane, an era, a span.
 */

/* Where a selected event is to be: within so much of the view. */
#define CALM_PART 0.7

/* Beside what has been zoomed to, in pixels. */
#define MARGIN 60.0

/* How much nearer a look at an event goes. */
#define NEARER 2.5

static void
jump (TlCanvas       *self,
      const TlCamera *camera)
{
  tl_canvas_tell_jumping (self);
  tl_canvas_move_to (self, camera, TL_CAMERA_LONG);
}

/* What a zoom without a pointer turns about: the selected event where it is
 * in view, else the middle. */
static double
find_centre (TlCanvas       *self,
             const TlCamera *camera)
{
  const TlPlaced *placed = tl_canvas_find_placed (self, tl_viewport_get_selected (self->viewport));
  double width = tl_canvas_get_lanes_box (self).width;
  double x;

  if (placed == NULL || self->layout == NULL)
    return width / 2;

  x = TL_LEAD_IN + (placed->mark.anchor - TL_LEAD_IN) / self->layout_scale * camera->scale - camera->x;

  return x >= 0 && x <= width ? x : width / 2;
}

/**
 * tl_canvas_zoom:
 * @self: a canvas
 * @factor: how much nearer to look; below 1, from further away
 *
 * Zooms about the selected event, or the middle.
 */
void
tl_canvas_zoom (TlCanvas *self,
                double    factor)
{
  TlCamera camera;

  g_return_if_fail (TL_IS_CANVAS (self));

  camera = tl_viewport_get_destination (self->viewport);
  camera = tl_viewport_zoom (self->viewport, &camera, factor, find_centre (self, &camera));
  tl_canvas_move_to (self, &camera, TL_CAMERA_SHORT);
}

/**
 * tl_canvas_zoom_to_fit:
 * @self: a canvas
 *
 * Shows all of the axis.
 */
void
tl_canvas_zoom_to_fit (TlCanvas *self)
{
  TlCamera camera;

  g_return_if_fail (TL_IS_CANVAS (self));

  camera = tl_viewport_fit (self->viewport);
  jump (self, &camera);
}

static TlStretch
get_stretch_of (TlCanvas       *self,
                const TlPlaced *placed)
{
  return (TlStretch){ (placed->mark.x0 - TL_LEAD_IN) / self->layout_scale,
                      (placed->mark.x1 - TL_LEAD_IN) / self->layout_scale };
}

/* A lane higher or lower than the view scrolls as little as it has to. */
static double
scroll_to (TlCanvas *self,
           double    top,
           double    bottom,
           double    y)
{
  double height = tl_canvas_get_lanes_box (self).height;

  if (top < y || bottom - top > height)
    return top;

  return bottom > y + height ? bottom - height : y;
}

/**
 * tl_canvas_zoom_to_event:
 * @self: a canvas
 * @event: an event that is shown
 *
 * Shows the time that it took, or the days around a moment; once more, from
 * nearer.
 */
void
tl_canvas_zoom_to_event (TlCanvas *self,
                         guint32   event)
{
  const TlPlaced *placed;
  TlStretch stretch;
  TlCamera now, camera;
  double unit;

  g_return_if_fail (TL_IS_CANVAS (self));

  placed = tl_canvas_find_placed (self, event);
  if (placed == NULL)
    return;

  now = tl_viewport_get_destination (self->viewport);
  stretch = get_stretch_of (self, placed);
  unit = (placed->mark.anchor - TL_LEAD_IN) / self->layout_scale;
  camera = tl_viewport_zoom (self->viewport, &now, NEARER, tl_canvas_get_lanes_box (self).width / 2);
  if (placed->mark.kind != TL_MARK_DISC && stretch.to > stretch.from)
    camera = tl_viewport_show_stretch (self->viewport, &stretch, MARGIN);
  else
    camera.x = TL_LEAD_IN + unit * camera.scale - tl_canvas_get_lanes_box (self).width / 2;
  jump (self, &camera);
}

/**
 * tl_canvas_zoom_to_lane:
 * @self: a canvas
 * @lane: a lane of the timeline
 *
 * Shows the time of all of its events.
 */
void
tl_canvas_zoom_to_lane (TlCanvas *self,
                        guint32   lane)
{
  const TlLaneBand *bands;
  const TlPlaced *placed;
  TlStretch stretch = { G_MAXDOUBLE, -G_MAXDOUBLE };
  TlCamera camera;
  guint n_bands, n_placed, band = 0;

  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->layout == NULL)
    return;

  bands = tl_layout_get_bands (self->layout, &n_bands);
  while (band < n_bands && bands[band].lane != lane)
    band++;
  if (band == n_bands)
    return;

  placed = tl_layout_get_placed (self->layout, &n_placed);
  for (guint i = 0; i < n_placed; i++)
    if (placed[i].lane == band)
      {
        const TlStretch own = get_stretch_of (self, &placed[i]);

        stretch.from = MIN (stretch.from, own.from);
        stretch.to = MAX (stretch.to, own.to);
      }
  if (stretch.to < stretch.from)
    return;

  camera = tl_viewport_show_stretch (self->viewport, &stretch, MARGIN);
  camera.y = scroll_to (self, bands[band].y, bands[band].y + bands[band].height, camera.y);
  jump (self, &camera);
}

/**
 * tl_canvas_zoom_to_era:
 * @self: a canvas
 * @era: an era of the timeline
 *
 * Shows the time of that era.
 */
void
tl_canvas_zoom_to_era (TlCanvas *self,
                       guint32   era)
{
  TlTimeline *timeline;
  const TlAxis *axis;
  const TlEra *eras;
  TlStretch stretch;
  TlCamera camera;
  guint n_eras = 0;

  g_return_if_fail (TL_IS_CANVAS (self));

  timeline = tl_viewport_get_timeline (self->viewport);
  axis = tl_viewport_get_axis (self->viewport);
  eras = timeline != NULL ? tl_timeline_get_eras (timeline, &n_eras) : NULL;
  if (era >= n_eras || axis == NULL || !tl_axis_get_extent (axis, &eras[era].when, &stretch.from, &stretch.to))
    return;

  camera = tl_viewport_show_stretch (self->viewport, &stretch, MARGIN);
  jump (self, &camera);
}

/**
 * tl_canvas_zoom_to_span:
 * @self: a canvas
 *
 * Shows the stretch of time that is marked, which then no longer is.
 */
void
tl_canvas_zoom_to_span (TlCanvas *self)
{
  TlStretch span;
  TlCamera camera;

  g_return_if_fail (TL_IS_CANVAS (self));

  if (!tl_viewport_get_span (self->viewport, &span))
    return;

  camera = tl_viewport_show_stretch (self->viewport, &span, 0);
  tl_viewport_set_span (self->viewport, NULL);
  jump (self, &camera);
}

/**
 * tl_canvas_reveal:
 * @self: a canvas
 * @event: an event that is shown
 *
 * Scrolls to it where it is not in view, or only near an edge; as little as
 * that takes, and never nearer or further away.
 */
void
tl_canvas_reveal (TlCanvas *self,
                  guint32   event)
{
  const TlPlaced *placed;
  const TlBadge *badge;
  const TlRect *box;
  TlCamera camera;
  TlRect lanes;
  double left, right, edge;

  g_return_if_fail (TL_IS_CANVAS (self));

  placed = tl_canvas_find_placed (self, event);
  if (placed == NULL)
    return;

  badge = placed->label == TL_LABEL_NONE ? tl_canvas_find_badge (self, event) : NULL;
  box = badge != NULL ? &badge->box : &placed->box;
  camera = tl_viewport_get_destination (self->viewport);
  lanes = tl_canvas_get_lanes_box (self);
  left = TL_LEAD_IN + (box->x - TL_LEAD_IN) / self->layout_scale * camera.scale - camera.x;
  right = left + MIN (box->width, lanes.width * CALM_PART);
  edge = lanes.width * (1 - CALM_PART) / 2;
  if (left < edge && (left < 0 || placed->mark.kind == TL_MARK_DISC))
    camera.x += left - edge;
  else if (right > lanes.width - edge)
    camera.x += MIN (right - (lanes.width - edge), left - edge);
  camera.y = scroll_to (self, box->y - 8, box->y + box->height + 8, camera.y);
  tl_canvas_move_to (self, &camera, TL_CAMERA_SHORT);
}
