/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-slide-private.h"

#include "tl-layout-blend.h"

struct _TlSlideMove
{
  TlSlide      *from; /* whose words go */
  TlSlide      *to;
  TlLayout     *begun_with; /* (nullable): the frame at which it turned, in place of the layout of from */
  TlCameraMove  camera;
};

/**
 * tl_slide_move_new:
 * @from: the slide that is seen
 * @to: the one that is to be seen, of the same slides
 * @begin: when it begins, in microseconds
 * @duration: how long it takes, in microseconds
 *
 * Returns: (transfer full): the way from one to the other
 */
TlSlideMove *
tl_slide_move_new (TlSlide *from,
                   TlSlide *to,
                   gint64   begin,
                   gint64   duration)
{
  TlSlideMove *self = g_new0 (TlSlideMove, 1);

  self->from = tl_slide_ref (from);
  self->to = tl_slide_ref (to);
  self->camera = (TlCameraMove){ from->camera, to->camera, begin, duration };

  return self;
}

/**
 * tl_slide_move_free:
 * @self: (transfer full): a move
 */
void
tl_slide_move_free (TlSlideMove *self)
{
  g_clear_pointer (&self->begun_with, tl_layout_free);
  tl_slide_unref (self->from);
  tl_slide_unref (self->to);
  g_free (self);
}

static const TlLayout *
get_begin (const TlSlideMove *self)
{
  return self->begun_with != NULL ? self->begun_with : self->from->layout;
}

/* The layout of a frame; nothing where one of both is to be taken as it is. */
static TlLayout *
blend (const TlSlideMove *self,
       double             scale,
       double             t)
{
  if (t >= 1 || !tl_layout_can_blend (get_begin (self), self->to->layout))
    return NULL;

  return tl_layout_new_blend (get_begin (self), self->to->layout, scale, t);
}

/**
 * tl_slide_move_turn:
 * @self: a move
 * @to: where it is to go instead
 * @now: the time, in microseconds
 * @duration: how long that takes, in microseconds
 *
 * Goes on to another slide from wherever it is.
 */
void
tl_slide_move_turn (TlSlideMove *self,
                    TlSlide     *to,
                    gint64       now,
                    gint64       duration)
{
  double t = tl_slide_move_get_progress (self, now);
  TlCamera camera = tl_slide_move_get_camera (self, now);
  TlLayout *layout = blend (self, camera.scale, t);
  TlSlide *from = tl_slide_ref (t >= 0.5 ? self->to : self->from);

  g_clear_pointer (&self->begun_with, tl_layout_free);
  tl_slide_unref (self->from);
  tl_slide_unref (self->to);
  self->begun_with = layout;
  self->from = from;
  self->to = tl_slide_ref (to);
  self->camera = (TlCameraMove){ layout != NULL ? camera : from->camera, to->camera, now, duration };
}

/**
 * tl_slide_move_get_progress:
 * @self: a move
 * @now: the time, in microseconds
 *
 * Returns: how much of it is done, from 0 to 1
 */
double
tl_slide_move_get_progress (const TlSlideMove *self,
                            gint64             now)
{
  return tl_camera_move_get_progress (&self->camera, now);
}

/**
 * tl_slide_move_get_camera:
 * @self: a move
 * @now: the time, in microseconds
 *
 * Returns: what is in view then
 */
TlCamera
tl_slide_move_get_camera (const TlSlideMove *self,
                          gint64             now)
{
  return tl_camera_move_get (&self->camera, now);
}

/**
 * tl_slide_move_is_over:
 * @self: a move
 * @now: the time, in microseconds
 *
 * Returns: whether the slide that it goes to is all that is to be seen
 */
gboolean
tl_slide_move_is_over (const TlSlideMove *self,
                       gint64             now)
{
  return now >= self->camera.begin + self->camera.duration;
}

/**
 * tl_slide_move_draw_lanes:
 * @self: a move
 * @now: the time, in microseconds
 *
 * Returns: (transfer full): the upper part of a frame of it, to be finished;
 *   see tl_slide_begin_lanes()
 */
TlScene *
tl_slide_move_draw_lanes (const TlSlideMove *self,
                          gint64             now)
{
  double t = tl_slide_move_get_progress (self, now);
  TlCamera camera = tl_slide_move_get_camera (self, now);
  g_autoptr (TlLayout) blended = blend (self, camera.scale, t);
  const TlLayout *layout = blended;
  TlScene *scene = tl_slide_begin_lanes (self->to);
  TlView view = {
    .area = tl_slides_get_area (&self->to->slides),
    .selected = TL_NONE,
    .highlighted = self->to->marks,
    .were_highlighted = self->from->marks,
    .fading = 1 - t,
  };

  if (layout == NULL)
    {
      const TlSlide *nearer = t < 0.5 ? self->from : self->to;

      layout = nearer->layout;
      camera = nearer->camera;
    }
  view.x = camera.x;
  tl_layout_draw (layout, &view, scene);

  return scene;
}
