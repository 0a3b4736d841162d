/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-canvas-private.h"

#include <math.h>

/* Wheel, touchpad and two fingers. */

/* A step of a wheel moves by the width's power of this, as GTK's own lists
 * do. */
#define STEP_POWER (2.0 / 3.0)

/* How much nearer a step of a wheel looks; with Shift, and with Alt. */
#define ZOOM_STEP      1.25
#define ZOOM_STEP_FAST 2.0
#define ZOOM_STEP_FINE 1.06

/* On a touchpad, so many pixels are as much as a step. */
#define STEP_PIXELS 40.0

static void
zoom_by_steps (TlCanvas       *self,
               double          steps,
               GdkModifierType state,
               gboolean        is_smooth)
{
  TlPoint point = tl_canvas_get_point (self, self->pointer.x, self->pointer.y);
  double pixel = CLAMP (point.x - tl_canvas_get_lanes_box (self).x, 0, tl_canvas_get_lanes_box (self).width);
  double step = ZOOM_STEP;
  TlCamera camera = tl_viewport_get_destination (self->viewport);

  if ((state & GDK_SHIFT_MASK) != 0)
    step = ZOOM_STEP_FAST;
  else if ((state & GDK_ALT_MASK) != 0)
    step = ZOOM_STEP_FINE;

  camera = tl_viewport_zoom (self->viewport, &camera, pow (step, -steps), pixel);
  if (!is_smooth)
    tl_canvas_move_to (self, &camera, TL_CAMERA_SHORT);
  else
    {
      tl_canvas_stop (self);
      tl_viewport_set_camera (self->viewport, &camera);
    }
}

static gboolean
can_scroll_down (TlCanvas *self)
{
  return self->layout != NULL && tl_layout_get_lanes_height (self->layout) > tl_canvas_get_lanes_box (self).height + 0.5;
}

/* How many pixels of the widget a turn of the wheel or a push moves the view:
 * a wheel goes along time; what can go both ways goes where it is pushed. */
static TlPoint
get_push (TlCanvas       *self,
          double          dx,
          double          dy,
          GdkModifierType state,
          gboolean        is_smooth)
{
  double unit = is_smooth ? 1 : pow (gtk_widget_get_width (GTK_WIDGET (self)), STEP_POWER);
  double back = tl_canvas_is_mirrored (self) ? -1 : 1;

  if ((state & GDK_SHIFT_MASK) != 0)
    /* GTK may have turned it already. */
    return (TlPoint){ 0, (fabs (dy) > fabs (dx) ? dy : dx) * unit };
  if (is_smooth && can_scroll_down (self))
    return (TlPoint){ dx, dy };
  if (is_smooth)
    return (TlPoint){ fabs (dx) >= fabs (dy) ? dx : dy * back, 0 };

  return (TlPoint){ (dx + dy * back) * unit, 0 };
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller,
             double                    dx,
             double                    dy,
             TlCanvas                 *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean is_smooth = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;

  if ((state & GDK_CONTROL_MASK) != 0)
    zoom_by_steps (self, is_smooth ? dy / STEP_PIXELS : dy, state, is_smooth);
  else
    {
      TlPoint push = get_push (self, dx, dy, state, is_smooth);

      tl_canvas_pan (self, push.x, push.y);
    }

  return TRUE;
}

static void
decelerate_cb (GtkEventControllerScroll *controller,
               double                    vx,
               double                    vy,
               TlCanvas                 *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean is_smooth = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;

  /* By the millisecond, and in the unit in which the fingers have pushed: on
   * X11, a touchpad is a wheel that turns by parts of a step. */
  if ((state & GDK_CONTROL_MASK) == 0)
    {
      TlPoint push = get_push (self, vx * 1000, vy * 1000, state, is_smooth);

      tl_canvas_glide (self, push.x, push.y);
    }
}

/* How far the middle of the fingers is from the edge of the lanes, and from
 * the top. */
static gboolean
find_middle (TlCanvas   *self,
             GtkGesture *gesture,
             TlPoint    *middle)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return FALSE;

  *middle = tl_canvas_get_point (self, x, y);
  middle->x -= tl_canvas_get_lanes_box (self).x;

  return TRUE;
}

static void
pinch_begun_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                TlCanvas         *self)
{
  tl_canvas_stop (self);
  self->pinch_scale = 1;
  if (!find_middle (self, gesture, &self->pinch_middle))
    self->pinch_middle = (TlPoint){ 0, 0 };
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* What is between the fingers goes along with them, and is as much nearer as
 * they part. */
static void
pinched_cb (GtkGesture       *gesture,
            GdkEventSequence *sequence,
            TlCanvas         *self)
{
  double scale = gtk_gesture_zoom_get_scale_delta (GTK_GESTURE_ZOOM (gesture));
  TlCamera camera = tl_viewport_get_camera (self->viewport);
  TlPoint middle;

  if (scale <= 0 || !gtk_gesture_is_recognized (gesture) || !find_middle (self, gesture, &middle))
    return;

  camera.x -= middle.x - self->pinch_middle.x;
  camera.y -= middle.y - self->pinch_middle.y;
  camera = tl_viewport_zoom (self->viewport, &camera, scale / self->pinch_scale, middle.x);
  self->pinch_scale = scale;
  self->pinch_middle = middle;
  tl_viewport_set_camera (self->viewport, &camera);
}

void
tl_canvas_init_scroll (TlCanvas *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES
                                                                | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkGesture *zoom = gtk_gesture_zoom_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  g_signal_connect (zoom, "begin", G_CALLBACK (pinch_begun_cb), self);
  g_signal_connect (zoom, "update", G_CALLBACK (pinched_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (zoom));
}
