/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-slide-private.h"

#include "tl-layout-blend.h"

/* How long a move takes, in microseconds: long enough to be followed by an
 * audience. */
#define DURATION 700000

struct _TlSlideMove
{
  const TlSlide *from; /* whose words go */
  const TlSlide *to;
  TlLayout      *begun_with; /* (nullable): the frame at which it turned, in place of the layout of from */
  TlCameraMove   camera;
};

/**
 * tl_slide_move_new:
 * @from: the slide that is seen
 * @to: the one that is to be seen, of the same slides
 * @begin: when it begins, in microseconds
 *
 * Returns: (transfer full): the way from one to the other
 */
TlSlideMove *
tl_slide_move_new (const TlSlide *from,
                   const TlSlide *to,
                   gint64         begin)
{
  TlSlideMove *self = g_new0 (TlSlideMove, 1);

  self->from = from;
  self->to = to;
  self->camera = (TlCameraMove){ from->camera, to->camera, begin, DURATION };

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
 *
 * Goes on to another slide from wherever it is.
 */
void
tl_slide_move_turn (TlSlideMove   *self,
                    const TlSlide *to,
                    gint64         now)
{
  double t = tl_camera_move_get_progress (&self->camera, now);
  TlCamera camera = tl_camera_move_get (&self->camera, now);
  TlLayout *layout = blend (self, camera.scale, t);

  if (t >= 0.5)
    self->from = self->to;
  g_clear_pointer (&self->begun_with, tl_layout_free);
  self->begun_with = layout;
  self->to = to;
  self->camera = (TlCameraMove){ layout != NULL ? camera : self->from->camera, to->camera, now, DURATION };
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
 * tl_slide_move_draw:
 * @self: a move
 * @now: the time, in microseconds
 *
 * Returns: (transfer full): a frame of it, to be finished
 */
TlScene *
tl_slide_move_draw (const TlSlideMove *self,
                    gint64             now)
{
  const TlSlides *slides = &self->to->slides;
  double t = tl_camera_move_get_progress (&self->camera, now);
  TlCamera camera = tl_camera_move_get (&self->camera, now);
  g_autoptr (TlLayout) blended = blend (self, camera.scale, t);
  const TlLayout *layout = blended;
  TlScene *scene = tl_slide_begin (self->to);
  TlView view = {
    .area = tl_slides_get_area (slides),
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
  if (t < 0.5)
    tl_slide_draw_words (self->from, 1 - 2 * t, scene);
  else
    tl_slide_draw_words (self->to, 2 * t - 1, scene);

  return scene;
}
