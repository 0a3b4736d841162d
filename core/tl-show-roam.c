/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-show-private.h"

/* Leaving the steps of a talk for a while: to look around, to look at an
 * event that somebody asks about, and back to where it goes on.
 */

/* Room beside a time that is gone to, as a part of the lanes' width. */
#define ROOM_PART 0.15

/* The same beside what stands out, which has cards to its right. */
#define ROOM_AROUND 0.3

/**
 * tl_show_is_roaming:
 * @self: a show
 *
 * Returns: whether one has left the step, to look around or at an event
 */
gboolean
tl_show_is_roaming (TlShow *self)
{
  return self->is_roaming;
}

/**
 * tl_show_get_opened:
 * @self: a show
 *
 * Returns: the event that one has left the step for, or %TL_NONE
 */
guint32
tl_show_get_opened (TlShow *self)
{
  return self->opened;
}

/**
 * tl_show_return:
 * @self: a show
 * @now: the time
 *
 * Goes back to the step.
 */
void
tl_show_return (TlShow *self,
                gint64  now)
{
  g_return_if_fail (TL_IS_SHOW (self));

  if (self->is_roaming)
    tl_show_go_to (self, self->step, now);
}

/* The view that is seen, or that it is on the way to. */
static TlCamera
get_camera (TlShow *self)
{
  tl_show_get_shown (self);

  return tl_slide_get_camera (self->shown);
}

/* Towards @camera; what is said stays. */
static void
look_at (TlShow         *self,
         const TlCamera *camera,
         gint64          now,
         gint64          duration)
{
  g_autoptr (TlSlide) slide = tl_slide_new_elsewhere (self->shown, camera);

  self->is_at_end = FALSE;
  self->is_roaming = TRUE;
  if (duration > 0)
    tl_show_move_to (self, slide, now, duration);
  else
    {
      g_clear_pointer (&self->move, tl_slide_move_free);
      tl_slide_unref (self->shown);
      self->shown = g_steal_pointer (&slide);
      g_clear_pointer (&self->still, tl_scene_unref);
    }
  tl_show_tell (self, TL_SHOW_STEP | TL_SHOW_PICTURE);
}

/**
 * tl_show_pan:
 * @self: a show
 * @pixels: how far what is seen moves to the right, in pixels of the slide
 * @now: the time
 *
 * Looks at earlier or later times, at once: fingers and pointers hold what
 * they drag.
 */
void
tl_show_pan (TlShow *self,
             double  pixels,
             gint64  now)
{
  TlCamera camera;

  g_return_if_fail (TL_IS_SHOW (self));

  camera = get_camera (self);
  /* On the way somewhere, from where it is. */
  if (tl_show_is_moving (self, now))
    camera = tl_slide_move_get_camera (self->move, now);
  camera.x -= self->is_mirrored ? -pixels : pixels;
  camera = tl_viewport_clamp (self->viewport, &camera);
  /* The slide of a step is for others, too. */
  if (!self->is_roaming || self->shown == self->made[self->step] || tl_show_is_moving (self, now)
      || camera.scale != get_camera (self).scale)
    {
      look_at (self, &camera, now, 0);
      return;
    }

  tl_slide_set_x (self->shown, camera.x);
  g_clear_pointer (&self->move, tl_slide_move_free);
  g_clear_pointer (&self->still, tl_scene_unref);
  tl_show_tell (self, TL_SHOW_PICTURE);
}

/* Of the lanes, from the left edge of what shows time. */
static double
get_place_on_lanes (TlShow *self,
                    double  x)
{
  const TlSlides *slides = tl_show_get_slides (self);
  TlRect area = tl_slides_get_area (slides);

  if (self->is_mirrored)
    x = slides->width - x;

  return x - area.x - tl_layout_get_gutter (tl_slide_get_layout (self->shown));
}

/**
 * tl_show_zoom:
 * @self: a show
 * @factor: how much larger it becomes
 * @x: the place that stays where it is, in pixels of the slide
 * @is_eased: whether it moves there; else it is there at once, as fingers
 *   expect it
 * @now: the time
 */
void
tl_show_zoom (TlShow   *self,
              double    factor,
              double    x,
              gboolean  is_eased,
              gint64    now)
{
  TlCamera camera;

  g_return_if_fail (TL_IS_SHOW (self));

  camera = get_camera (self);
  camera = tl_viewport_zoom (self->viewport, &camera, factor, get_place_on_lanes (self, x));
  look_at (self, &camera, now, is_eased ? TL_CAMERA_SHORT : 0);
}

/**
 * tl_show_fit:
 * @self: a show
 * @now: the time
 *
 * Looks at all of the timeline.
 */
void
tl_show_fit (TlShow *self,
             gint64  now)
{
  TlCamera camera;

  g_return_if_fail (TL_IS_SHOW (self));

  get_camera (self);
  camera = tl_viewport_fit (self->viewport);
  look_at (self, &camera, now, TL_SLIDE_MOVE);
}

/**
 * tl_show_look_at:
 * @self: a show
 * @date: some time
 * @now: the time
 *
 * Looks at what there is at @date, with some room beside it.
 *
 * Returns: whether the timeline has anything to be seen there
 */
gboolean
tl_show_look_at (TlShow       *self,
                 const TlDate *date,
                 gint64        now)
{
  const TlSlides *slides = tl_show_get_slides (self);
  TlStretch stretch;
  TlCamera camera;

  if (!tl_axis_get_extent (tl_viewport_get_axis (self->viewport), date, &stretch.from, &stretch.to))
    return FALSE;

  get_camera (self);
  camera = tl_viewport_show_stretch (self->viewport, &stretch, tl_slides_get_area (slides).width * ROOM_PART);
  look_at (self, &camera, now, TL_SLIDE_MOVE);

  return TRUE;
}

/**
 * tl_show_look_closer:
 * @self: a show
 * @now: the time
 *
 * Looks closer at what stands out; from beside the step, goes back to it.
 */
void
tl_show_look_closer (TlShow *self,
                     gint64  now)
{
  const TlSlides *slides = tl_show_get_slides (self);
  guint n_subjects;
  const guint32 *subjects = tl_talk_step_get_subjects (tl_show_get_shown (self), &n_subjects);
  const TlStretch stretch = tl_slides_find_stretch (slides, subjects, n_subjects);
  TlCamera camera;

  if (self->is_roaming || stretch.from > stretch.to)
    {
      tl_show_return (self, now);
      return;
    }

  camera = tl_viewport_show_stretch (self->viewport, &stretch, tl_slides_get_area (slides).width * ROOM_AROUND);
  look_at (self, &camera, now, TL_SLIDE_MOVE);
}

/**
 * tl_show_open_event:
 * @self: a show
 * @event: an event that is shown
 * @now: the time
 *
 * Tells of that event, as if it were a step.
 */
void
tl_show_open_event (TlShow  *self,
                    guint32  event,
                    gint64   now)
{
  g_autoptr (TlSlide) slide = NULL;

  g_return_if_fail (TL_IS_SHOW (self));

  if (!tl_viewport_shows (self->viewport, event))
    return;

  tl_show_get_shown (self);
  slide = tl_slide_new_for_event (tl_show_get_slides (self), self->talk, self->step, event);
  self->opened = event;
  tl_viewport_select (self->viewport, event);
  self->is_roaming = TRUE;
  self->is_at_end = FALSE;
  self->is_black = FALSE;
  tl_show_fade_ink (self, now);
  tl_show_move_to (self, slide, now, TL_SLIDE_MOVE);
  tl_show_tell (self, TL_SHOW_STEP | TL_SHOW_STATE | TL_SHOW_PICTURE);
}

/**
 * tl_show_open_neighbour:
 * @self: a show
 * @direction: 1 for the next event, -1 for the previous one
 * @now: the time
 *
 * Goes from the event that is opened, else from those that the step is about,
 * to the one after or before them.
 */
void
tl_show_open_neighbour (TlShow *self,
                        int     direction,
                        gint64  now)
{
  guint n_events, n_subjects, place = 0;
  const guint32 *events = tl_viewport_get_events (self->viewport, &n_events);
  const guint32 *subjects = tl_talk_step_get_subjects (tl_show_get_shown (self), &n_subjects);
  gboolean has_place = n_subjects > 0
                       && tl_viewport_find_place (self->viewport, subjects[direction > 0 ? n_subjects - 1 : 0], &place);

  if (!has_place)
    place = direction > 0 ? 0 : n_events - 1;
  else if (direction > 0 ? place + 1 >= n_events : place == 0)
    return;
  else
    place = direction > 0 ? place + 1 : place - 1;

  tl_show_open_event (self, events[place], now);
}
