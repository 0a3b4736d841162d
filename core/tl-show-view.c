/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-show-private.h"

#include "tl-slide-private.h"

/* What of a talk is seen: slides of its steps, the way from one to another,
 * and what one looks at beside them.
 */

/* No wider and no narrower than slides are made for. */
#define NARROWEST (4.0 / 3.0)
#define WIDEST    (21.0 / 9.0)

/* Slides of steps that are so many steps away are kept. */
#define NEAR 3

/* Slides */

static void
forget_still (TlShow *self)
{
  g_clear_pointer (&self->still, tl_scene_unref);
}

/**
 * tl_show_forget_slides:
 * @self: a show
 *
 * They are made anew when they are asked for.
 */
void
tl_show_forget_slides (TlShow *self)
{
  g_clear_pointer (&self->move, tl_slide_move_free);
  g_clear_pointer (&self->shown, tl_slide_unref);
  for (guint i = 0; i < self->n_steps; i++)
    g_clear_pointer (&self->made[i], tl_slide_unref);
  self->slides.viewport = NULL;
  forget_still (self);
}

/**
 * tl_show_get_slides:
 * @self: a show
 *
 * Returns: (transfer none): what its slides have in common
 */
const TlSlides *
tl_show_get_slides (TlShow *self)
{
  if (self->slides.viewport != NULL)
    return &self->slides;

  self->slides = (TlSlides){
    .drawing = { .timeline = tl_viewport_get_timeline (self->viewport), .theme = tl_theme_get (TL_THEME_DARK),
                 .measure = &self->measure },
    .viewport = self->viewport,
    .width = TL_SLIDE_HEIGHT * self->shape,
    .height = TL_SLIDE_HEIGHT,
  };
  tl_slides_init (&self->slides);

  return &self->slides;
}

/**
 * tl_show_get_slide:
 * @self: a show
 * @step: the place of a step
 *
 * Returns: (transfer none): its slide
 */
TlSlide *
tl_show_get_slide (TlShow *self,
                   guint   step)
{
  if (self->made[step] == NULL)
    self->made[step] = tl_slide_new (tl_show_get_slides (self), self->talk, step);

  return self->made[step];
}

static TlSlide *
get_shown (TlShow *self)
{
  if (self->shown == NULL)
    self->shown = self->opened != TL_NONE
                    ? tl_slide_new_for_event (tl_show_get_slides (self), self->talk, self->step, self->opened)
                    : tl_slide_ref (tl_show_get_slide (self, self->step));

  return self->shown;
}

/**
 * tl_show_get_shown:
 * @self: a show
 *
 * Returns: (transfer none): what is said: the step, or the event that is
 *   opened
 */
const TlTalkStep *
tl_show_get_shown (TlShow *self)
{
  return tl_slide_get_step (get_shown (self));
}

static void
forget_far_slides (TlShow *self)
{
  for (guint i = 0; i < self->n_steps; i++)
    if (i + NEAR < self->step || i > self->step + NEAR)
      g_clear_pointer (&self->made[i], tl_slide_unref);
}

/**
 * tl_show_prepare:
 * @self: a show
 *
 * Makes the slide of a step that one may go to from here, if there is one
 * that is not made: it is there before it is asked for.
 *
 * Returns: whether there may be more to make
 */
gboolean
tl_show_prepare (TlShow *self)
{
  g_return_val_if_fail (TL_IS_SHOW (self), FALSE);

  forget_far_slides (self);
  for (int direction = 1; direction >= -1; direction -= 2)
    {
      guint step;

      if (tl_show_find_step (self, direction, &step) && self->made[step] == NULL
          && MAX (step, self->step) - MIN (step, self->step) <= NEAR)
        {
          tl_show_get_slide (self, step);
          return TRUE;
        }
    }

  return FALSE;
}

/* How it looks */

/**
 * tl_show_set_shape:
 * @self: a show
 * @shape: the width of where the audience sees it, divided by its height
 */
void
tl_show_set_shape (TlShow *self,
                   double  shape)
{
  g_return_if_fail (TL_IS_SHOW (self));

  shape = CLAMP (shape, NARROWEST, WIDEST);
  if (self->shape == shape)
    return;

  self->shape = shape;
  tl_show_forget_slides (self);
  /* What was in view has no place in another shape. */
  if (self->opened == TL_NONE)
    self->is_roaming = FALSE;
  tl_show_tell (self, TL_SHOW_PICTURE | TL_SHOW_STEP | TL_SHOW_STATE);
}

/**
 * tl_show_set_mirrored:
 * @self: a show
 * @is_mirrored: whether it is read from right to left
 */
void
tl_show_set_mirrored (TlShow   *self,
                      gboolean  is_mirrored)
{
  g_return_if_fail (TL_IS_SHOW (self));

  if (self->is_mirrored == is_mirrored)
    return;

  self->is_mirrored = is_mirrored;
  forget_still (self);
  tl_show_tell (self, TL_SHOW_PICTURE | TL_SHOW_STEP);
}

/**
 * tl_show_set_animated:
 * @self: a show
 * @is_animated: whether the camera moves; else it cuts
 */
void
tl_show_set_animated (TlShow   *self,
                      gboolean  is_animated)
{
  g_return_if_fail (TL_IS_SHOW (self));

  self->is_animated = is_animated;
  if (!is_animated)
    g_clear_pointer (&self->move, tl_slide_move_free);
}

/* Moving */

/**
 * tl_show_move_to:
 * @self: a show
 * @slide: (transfer none): what is to be shown
 * @now: the time
 * @duration: how long the way there takes
 */
void
tl_show_move_to (TlShow  *self,
                 TlSlide *slide,
                 gint64   now,
                 gint64   duration)
{
  g_autoptr (TlSlide) before = g_steal_pointer (&self->shown);

  if (!tl_show_is_moving (self, now))
    g_clear_pointer (&self->move, tl_slide_move_free);
  if (before == slide && self->move == NULL)
    {
      self->shown = g_steal_pointer (&before);
      return;
    }

  self->shown = tl_slide_ref (slide);
  forget_still (self);
  if (!self->is_animated || before == NULL)
    g_clear_pointer (&self->move, tl_slide_move_free);
  else if (tl_show_is_moving (self, now))
    tl_slide_move_turn (self->move, slide, now, duration);
  else
    self->move = tl_slide_move_new (before, slide, now, duration);
}

/**
 * tl_show_is_moving:
 * @self: a show
 * @now: the time
 *
 * Returns: whether it is on the way to what it is to show
 */
gboolean
tl_show_is_moving (TlShow *self,
                   gint64  now)
{
  g_return_val_if_fail (TL_IS_SHOW (self), FALSE);

  return self->move != NULL && !tl_slide_move_is_over (self->move, now);
}

static TlScene *
finish (TlShow  *self,
        TlScene *scene)
{
  tl_scene_finish (scene);
  if (self->is_mirrored)
    tl_scene_mirror (scene);

  return scene;
}

/**
 * tl_show_get_still:
 * @self: a show
 *
 * Returns: (transfer none): the whole of what it shows, or is on the way to,
 *   until it changes next
 */
TlScene *
tl_show_get_still (TlShow *self)
{
  g_return_val_if_fail (TL_IS_SHOW (self), NULL);

  if (self->still == NULL)
    self->still = finish (self, tl_slide_draw (get_shown (self)));

  return self->still;
}

/**
 * tl_show_draw_words:
 * @self: a show
 *
 * Returns: (transfer full): what is said of it, without the lanes: the lower
 *   part of what is shown
 */
TlScene *
tl_show_draw_words (TlShow *self)
{
  TlSlide *slide;
  TlScene *scene;

  g_return_val_if_fail (TL_IS_SHOW (self), NULL);

  slide = get_shown (self);
  scene = tl_slide_begin (slide);
  tl_slide_draw_words (slide, scene);

  return finish (self, scene);
}

/**
 * tl_show_draw_lanes:
 * @self: a show
 * @now: the time
 *
 * Returns: (transfer full): what is seen of the lanes then: the upper part of
 *   what is shown, which alone moves
 */
TlScene *
tl_show_draw_lanes (TlShow *self,
                    gint64  now)
{
  TlSlide *slide;
  TlScene *scene;

  g_return_val_if_fail (TL_IS_SHOW (self), NULL);

  if (tl_show_is_moving (self, now))
    return finish (self, tl_slide_move_draw_lanes (self->move, now));

  slide = get_shown (self);
  scene = tl_slide_begin_lanes (slide);
  tl_slide_draw_lanes (slide, scene);

  return finish (self, scene);
}

/**
 * tl_show_draw_step:
 * @self: a show
 * @step: the place of a step
 *
 * Only the slides of the steps near the one that is shown are kept: there may
 * be many steps, and many events on each.
 *
 * Returns: (transfer full): its slide, whatever is shown
 */
TlScene *
tl_show_draw_step (TlShow *self,
                   guint   step)
{
  g_autoptr (TlSlide) slide = NULL;

  g_return_val_if_fail (TL_IS_SHOW (self), NULL);
  g_return_val_if_fail (step < self->n_steps, NULL);

  slide = self->made[step] != NULL ? tl_slide_ref (self->made[step])
                                   : tl_slide_new (tl_show_get_slides (self), self->talk, step);

  return finish (self, tl_slide_draw (slide));
}
