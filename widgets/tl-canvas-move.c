/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-canvas-private.h"

#include <math.h>

/* How the view moves: at once, eased, or gliding on after a swipe. Whatever a
 * person does next interrupts it.
 */

/* A glide loses this much of its speed in a second, as powers of e, and ends
 * below so many pixels a second. */
#define FRICTION  4.0
#define SLOWEST   20.0

static gboolean
is_animated (TlCanvas *self)
{
  gboolean is_enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &is_enabled, NULL);

  return is_enabled && gtk_widget_get_mapped (GTK_WIDGET (self));
}

static void
follow_move (TlCanvas *self,
             gint64    now)
{
  TlCamera camera = tl_camera_move_get (&self->move, now);

  self->is_moving = tl_camera_move_get_progress (&self->move, now) < 1;
  if (!self->is_moving)
    tl_viewport_set_destination (self->viewport, NULL);
  tl_viewport_set_camera (self->viewport, &camera);
}

static void
follow_glide (TlCanvas *self,
              gint64    now)
{
  TlCamera before = tl_viewport_get_camera (self->viewport);
  double seconds = (double) (now - self->glide.at) / G_USEC_PER_SEC;
  double kept = exp (-FRICTION * seconds);
  TlCamera camera = before;

  camera.x += self->glide.x * (1 - kept) / FRICTION;
  camera.y += self->glide.y * (1 - kept) / FRICTION;
  tl_viewport_set_camera (self->viewport, &camera);
  camera = tl_viewport_get_camera (self->viewport);
  self->glide.x *= kept;
  self->glide.y *= kept;
  self->glide.at = now;
  if (hypot (self->glide.x, self->glide.y) < SLOWEST || (seconds > 0 && tl_camera_equal (&before, &camera)))
    self->glide.at = 0;
}

/* Once a frame, before GTK allocates and draws, while there is anything to
 * do. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  TlCanvas *self = TL_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->is_moving)
    follow_move (self, now);
  else if (self->glide.at != 0)
    follow_glide (self, now);

  tl_canvas_update_scene (self);
  tl_canvas_update_items (self);
  tl_canvas_update_scrollbar (self);
  if (self->has_pointer)
    tl_canvas_update_pointer (self);
  gtk_widget_queue_draw (widget);
  if (self->is_moving || self->glide.at != 0)
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

/* What has changed is drawn with the next frame. */
void
tl_canvas_queue_update (TlCanvas *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* Whoever takes hold of the view, has it. */
void
tl_canvas_stop (TlCanvas *self)
{
  if (self->is_moving)
    tl_canvas_queue_update (self);
  self->is_moving = FALSE;
  self->glide.at = 0;
  tl_viewport_set_destination (self->viewport, NULL);
}

static gint64
get_now (TlCanvas *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  return clock != NULL ? gdk_frame_clock_get_frame_time (clock) : g_get_monotonic_time ();
}

/* How much of the move is done, from 0 to 1. */
double
tl_canvas_get_progress (TlCanvas *self)
{
  return tl_camera_move_get_progress (&self->move, get_now (self));
}

void
tl_canvas_move_to (TlCanvas       *self,
                   const TlCamera *camera,
                   gint64          duration)
{
  TlCamera from = tl_viewport_get_camera (self->viewport);
  TlCamera to = tl_viewport_clamp (self->viewport, camera);

  tl_canvas_stop (self);
  if (!is_animated (self))
    {
      tl_viewport_set_camera (self->viewport, &to);
      return;
    }
  if (tl_camera_equal (&from, &to))
    return;

  self->move = (TlCameraMove){ from, to, get_now (self), duration };
  self->is_moving = TRUE;
  tl_viewport_set_destination (self->viewport, &to);
  tl_canvas_queue_update (self);
}

/* Moves the view by so many pixels of the widget, at once. */
void
tl_canvas_pan (TlCanvas *self,
               double    dx,
               double    dy)
{
  TlCamera camera = tl_viewport_get_camera (self->viewport);

  tl_canvas_stop (self);
  camera.x += (tl_canvas_is_mirrored (self) ? -dx : dx) / self->text_scale;
  camera.y += dy / self->text_scale;
  tl_viewport_set_camera (self->viewport, &camera);
}

/* Lets the view glide on, at so many pixels of the widget a second. */
void
tl_canvas_glide (TlCanvas *self,
                 double    vx,
                 double    vy)
{
  tl_canvas_stop (self);
  if (!is_animated (self))
    return;

  self->glide.x = (tl_canvas_is_mirrored (self) ? -vx : vx) / self->text_scale;
  self->glide.y = vy / self->text_scale;
  self->glide.at = get_now (self);
  tl_canvas_queue_update (self);
}

/**
 * tl_canvas_go:
 * @self: a canvas
 * @camera: a view
 *
 * Moves there.
 */
void
tl_canvas_go (TlCanvas       *self,
              const TlCamera *camera)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  tl_canvas_move_to (self, camera, TL_CAMERA_LONG);
}
