/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-viewport-private.h"

#include "tl-mark.h"

#include <math.h>

/* What is in view, and where one may go from there. Lengths are pixels of
 * the drawing; the content begins with TL_LEAD_IN before the axis and ends
 * TL_LEAD_OUT after it.
 */

/* Less than this is no difference between two scales. */
#define NEARLY 1e-9

/* A single moment on an axis of its own has a length of nothing: it is as far
 * away as this at least. */
#define SHORTEST_AXIS NEARLY

static double
get_fitting_scale (TlViewport *self)
{
  double length = self->axis != NULL ? tl_axis_get_length (self->axis) : 0;

  return MAX (self->width - TL_LEAD_IN - TL_LEAD_OUT, 1) / MAX (length, SHORTEST_AXIS);
}

static double
get_content_width (TlViewport *self,
                   double      scale)
{
  double length = self->axis != NULL ? tl_axis_get_length (self->axis) : 0;

  return TL_LEAD_IN + length * scale + TL_LEAD_OUT;
}

/**
 * tl_viewport_clamp:
 * @self: a viewport
 * @camera: a view
 *
 * Returns: the nearest view that there may be: not further away than all of
 *   the axis, not nearer than it can be looked at, and not beyond its ends
 */
TlCamera
tl_viewport_clamp (TlViewport     *self,
                   const TlCamera *camera)
{
  TlCamera clamped = *camera;
  double fitting, nearest;

  g_return_val_if_fail (TL_IS_VIEWPORT (self), *camera);

  fitting = get_fitting_scale (self);
  nearest = self->axis != NULL ? MAX (tl_axis_get_max_scale (self->axis), fitting) : fitting;
  clamped.scale = CLAMP (camera->scale, fitting, nearest);
  clamped.x = MIN (camera->x, get_content_width (self, clamped.scale) - self->width);
  clamped.x = MAX (clamped.x, 0);
  clamped.y = MIN (camera->y, self->content_height - self->height);
  clamped.y = MAX (clamped.y, 0);

  return clamped;
}

static gboolean
is_fitting (TlViewport     *self,
            const TlCamera *camera)
{
  return camera->scale <= get_fitting_scale (self) * (1 + NEARLY);
}

/**
 * tl_viewport_get_camera:
 * @self: a viewport
 *
 * Returns: what is in view
 */
TlCamera
tl_viewport_get_camera (TlViewport *self)
{
  const TlCamera none = { 1, 0, 0 };

  g_return_val_if_fail (TL_IS_VIEWPORT (self), none);

  return self->camera;
}

/**
 * tl_viewport_set_camera:
 * @self: a viewport
 * @camera: what to show
 *
 * Shows it, or what comes nearest to it.
 */
void
tl_viewport_set_camera (TlViewport     *self,
                        const TlCamera *camera)
{
  TlCamera clamped;

  g_return_if_fail (TL_IS_VIEWPORT (self));

  clamped = tl_viewport_clamp (self, camera);
  self->is_fitted = is_fitting (self, &clamped);
  if (clamped.scale == self->camera.scale && clamped.x == self->camera.x && clamped.y == self->camera.y)
    return;

  self->camera = clamped;
  tl_viewport_tell (self, TL_VIEWPORT_CAMERA);
}

/**
 * tl_viewport_get_destination:
 * @self: a viewport
 *
 * Returns: what will be in view once nothing moves any more
 */
TlCamera
tl_viewport_get_destination (TlViewport *self)
{
  const TlCamera none = { 1, 0, 0 };

  g_return_val_if_fail (TL_IS_VIEWPORT (self), none);

  return self->has_destination ? self->destination : self->camera;
}

/**
 * tl_viewport_set_destination:
 * @self: a viewport
 * @camera: (nullable): what will be in view; %NULL where the camera stays
 *
 * To be told by who moves the camera there: what is kept of a view, and what
 * is seen after a change of the axis, is where it goes, not a place that it
 * passes.
 */
void
tl_viewport_set_destination (TlViewport     *self,
                             const TlCamera *camera)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));

  self->has_destination = camera != NULL;
  if (camera != NULL)
    self->destination = *camera;
}

/**
 * tl_viewport_is_fitted:
 * @self: a viewport
 *
 * Returns: whether all of the axis is in view
 */
gboolean
tl_viewport_is_fitted (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), TRUE);

  return self->is_fitted;
}

/* After a change of the room or of the content's height. */
static void
settle (TlViewport *self)
{
  TlCamera camera = self->camera;

  if (self->is_fitted)
    camera.scale = get_fitting_scale (self);
  tl_viewport_set_camera (self, &camera);
}

/**
 * tl_viewport_set_room:
 * @self: a viewport
 * @width: of the room for the lanes, in pixels
 * @height: its height
 *
 * All of the axis stays in view where it was, and so does what
 * tl_viewport_set_place() has shown, until somebody moves the view: a window
 * comes to its size in steps. Else what is at the left edge stays there.
 */
void
tl_viewport_set_room (TlViewport *self,
                      double      width,
                      double      height)
{
  TlCamera before;
  gboolean is_as_wide;

  g_return_if_fail (TL_IS_VIEWPORT (self));

  if (self->width == width && self->height == height)
    return;

  before = self->camera;
  is_as_wide = self->width == width;
  self->width = width;
  self->height = height;
  if (self->has_pending || (self->placed.scale == self->camera.scale && self->placed.x == self->camera.x))
    tl_viewport_set_place (self, &self->pending);
  else
    settle (self);

  /* More or less of the axis is in view, even from the same place. */
  if (!is_as_wide && before.scale == self->camera.scale && before.x == self->camera.x && before.y == self->camera.y)
    tl_viewport_tell (self, TL_VIEWPORT_CAMERA);
}

/**
 * tl_viewport_set_content_height:
 * @self: a viewport
 * @height: of all lanes, in pixels
 */
void
tl_viewport_set_content_height (TlViewport *self,
                                double      height)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));

  if (self->content_height == height)
    return;

  self->content_height = height;
  settle (self);
}

/**
 * tl_viewport_get_stretch:
 * @self: a viewport
 *
 * Returns: what is in view, in units of the axis; may reach a little beyond
 *   its ends
 */
TlStretch
tl_viewport_get_stretch (TlViewport *self)
{
  const TlStretch none = { 0, 0 };

  g_return_val_if_fail (TL_IS_VIEWPORT (self), none);

  return (TlStretch){ tl_viewport_get_unit (self, 0), tl_viewport_get_unit (self, self->width) };
}

/**
 * tl_viewport_get_unit:
 * @self: a viewport
 * @pixel: a distance from the left edge of the lanes
 *
 * Returns: what is there, in units of the axis
 */
double
tl_viewport_get_unit (TlViewport *self,
                      double      pixel)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), 0);

  return (pixel + self->camera.x - TL_LEAD_IN) / self->camera.scale;
}

/**
 * tl_viewport_fit:
 * @self: a viewport
 *
 * Returns: the view in which all of the axis is
 */
TlCamera
tl_viewport_fit (TlViewport *self)
{
  TlCamera camera = { 1, 0, 0 };

  g_return_val_if_fail (TL_IS_VIEWPORT (self), camera);

  camera = (TlCamera){ get_fitting_scale (self), 0, self->camera.y };

  return tl_viewport_clamp (self, &camera);
}

/**
 * tl_viewport_zoom:
 * @self: a viewport
 * @camera: a view
 * @factor: how much nearer to look; below 1, from further away
 * @pixel: a distance from the left edge of the lanes
 *
 * Returns: @camera, nearer by @factor as far as that is possible, with the
 *   same date at @pixel
 */
TlCamera
tl_viewport_zoom (TlViewport     *self,
                  const TlCamera *camera,
                  double          factor,
                  double          pixel)
{
  TlCamera zoomed = *camera;
  double unit;

  g_return_val_if_fail (TL_IS_VIEWPORT (self), zoomed);

  unit = (pixel + camera->x - TL_LEAD_IN) / camera->scale;
  zoomed.scale *= factor;
  zoomed.scale = tl_viewport_clamp (self, &zoomed).scale;
  zoomed.x = TL_LEAD_IN + unit * zoomed.scale - pixel;

  return tl_viewport_clamp (self, &zoomed);
}

/**
 * tl_viewport_show_stretch:
 * @self: a viewport
 * @stretch: a stretch of the axis, in its units
 * @margin: room to leave on either side, in pixels
 *
 * Returns: the view that shows @stretch and little else
 */
TlCamera
tl_viewport_show_stretch (TlViewport      *self,
                          const TlStretch *stretch,
                          double           margin)
{
  TlCamera camera = { 1, 0, 0 };
  double room;

  g_return_val_if_fail (TL_IS_VIEWPORT (self), camera);

  room = MAX (self->width - 2 * margin, self->width / 3);
  camera.y = self->camera.y;
  camera.scale = MAX (room, 1) / MAX (stretch->to - stretch->from, SHORTEST_AXIS);
  camera.scale = tl_viewport_clamp (self, &camera).scale;
  camera.x = TL_LEAD_IN + (stretch->from + stretch->to) / 2 * camera.scale - self->width / 2;

  return tl_viewport_clamp (self, &camera);
}

/**
 * tl_viewport_get_place:
 * @self: a viewport
 *
 * Returns: what is in view, or will be once nothing moves, as moments
 */
TlPlace
tl_viewport_get_place (TlViewport *self)
{
  TlPlace place = { .is_whole = TRUE };
  TlCamera camera;
  TlStretch stretch;

  g_return_val_if_fail (TL_IS_VIEWPORT (self), place);

  if (self->has_pending)
    return self->pending;

  camera = tl_viewport_get_destination (self);
  place.y = camera.y;
  place.is_whole = self->axis == NULL || (self->has_destination ? is_fitting (self, &camera) : self->is_fitted);
  if (self->axis == NULL)
    return place;

  stretch = (TlStretch){ (camera.x - TL_LEAD_IN) / camera.scale, (self->width + camera.x - TL_LEAD_IN) / camera.scale };
  place.from = tl_axis_get_moment (self->axis, stretch.from);
  place.to = tl_axis_get_moment (self->axis, stretch.to);
  place.before = MAX (-stretch.from * camera.scale, 0);
  place.after = MAX ((stretch.to - tl_axis_get_length (self->axis)) * camera.scale, 0);

  return place;
}

/* There are no moments before the axis and after it: without the pixels there,
 * a view that reaches its end would come a little nearer each time. */
static TlCamera
show_between (TlViewport      *self,
              const TlStretch *stretch,
              const TlPlace   *place)
{
  double before = stretch->from <= 0 ? place->before : 0;
  double after = stretch->to >= tl_axis_get_length (self->axis) ? place->after : 0;
  double room = MAX (self->width - before - after, 1);
  TlCamera camera = { room / MAX (stretch->to - stretch->from, SHORTEST_AXIS), 0, place->y };

  camera.scale = tl_viewport_clamp (self, &camera).scale;
  camera.x = TL_LEAD_IN + (stretch->from + stretch->to) / 2 * camera.scale - before - room / 2;

  return camera;
}

/**
 * tl_viewport_show_place:
 * @self: a viewport
 * @place: what was in view, maybe on another axis
 *
 * Returns: the view that shows the same, as far as there is any of it
 */
TlCamera
tl_viewport_show_place (TlViewport    *self,
                        const TlPlace *place)
{
  TlCamera camera = { 1, 0, 0 };
  TlStretch stretch = { 0, 0 };

  g_return_val_if_fail (TL_IS_VIEWPORT (self), camera);

  if (!place->is_whole && self->axis != NULL)
    {
      stretch.from = tl_axis_get_moment_position (self->axis, &place->from);
      stretch.to = tl_axis_get_moment_position (self->axis, &place->to);
    }
  camera = stretch.to > stretch.from ? show_between (self, &stretch, place) : tl_viewport_fit (self);
  camera.y = place->y;

  return tl_viewport_clamp (self, &camera);
}

/**
 * tl_viewport_set_place:
 * @self: a viewport
 * @place: what to show
 *
 * Shows it: at once, or as soon as there is room for anything.
 */
void
tl_viewport_set_place (TlViewport    *self,
                       const TlPlace *place)
{
  TlCamera camera;

  g_return_if_fail (TL_IS_VIEWPORT (self));

  self->pending = *place;
  self->has_pending = self->width <= 0;
  if (self->has_pending)
    return;

  camera = tl_viewport_show_place (self, place);
  tl_viewport_set_camera (self, &camera);
  self->placed = self->camera;
}

/**
 * tl_viewport_take_place:
 * @self: a viewport whose axis is new
 * @place: what was in view before
 *
 * Shows it, without telling.
 */
void
tl_viewport_take_place (TlViewport    *self,
                        const TlPlace *place)
{
  self->has_destination = FALSE;
  self->camera = tl_viewport_show_place (self, place);
  self->is_fitted = is_fitting (self, &self->camera);
}
