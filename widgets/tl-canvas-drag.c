/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-canvas-private.h"

#include <math.h>

/* What is dragged: the view, an end of the marked span, a lane. */

/* A press that moves less than this is a click, in pixels. */
#define THRESHOLD 6.0

/* An end of the marked span goes to what is this near to it, in pixels. */
#define SNAP 7.0

/* How fast a finger was when it let go is measured over so long. */
#define SWIPE_TIME (100 * G_TIME_SPAN_MILLISECOND)

/* Beyond this, in seconds, a day is nothing that anybody marks. */
#define FARTHEST_DAY 1e14

/* Where no event has a time of day, nobody marks hours. */
static double
round_to_day (TlCanvas *self,
              double    unit)
{
  const TlAxis *axis = tl_viewport_get_axis (self->viewport);
  TlMoment moment = tl_axis_get_moment (axis, unit);

  if (self->has_times || fabs ((double) moment.instant) > FARTHEST_DAY)
    return unit;

  return tl_axis_get_position (axis, (TlInstant) round ((double) moment.instant / TL_SECONDS_PER_DAY) * TL_SECONDS_PER_DAY);
}

/* Alt is for those who mean just where they are. */
static double
get_snapped_unit (TlCanvas           *self,
                  GtkEventController *controller,
                  const TlPoint      *point)
{
  TlCamera camera = tl_viewport_get_camera (self->viewport);
  double x = point->x - tl_canvas_get_lanes_box (self).x + camera.x;

  if ((gtk_event_controller_get_current_event_state (controller) & GDK_ALT_MASK) != 0)
    return (x - TL_LEAD_IN) / camera.scale;

  return round_to_day (self, (tl_layout_snap (self->layout, x, SNAP) - TL_LEAD_IN) / camera.scale);
}

static void
begin_drag_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               TlCanvas       *self)
{
  TlPoint point = tl_canvas_get_point (self, x, y);
  TlRect lanes = tl_canvas_get_lanes_box (self);

  tl_canvas_stop (self);
  self->drag = TL_DRAG_NONE;
  self->drag_camera = tl_viewport_get_camera (self->viewport);
  self->swipe = (TlSwipe){ { 0, 0 }, { 0, 0 }, 0, 0 };
  if (self->layout == NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  if (point.x < lanes.x && point.y >= lanes.y)
    self->drag_lane = tl_canvas_find_lane_at (self, &point);
  else
    self->drag_lane = TL_NONE;
  if (isnan (tl_canvas_find_span_end (self, &point, &self->drag_unit)))
    self->drag_unit = point.x >= lanes.x && point.y < lanes.y
                        ? get_snapped_unit (self, GTK_EVENT_CONTROLLER (gesture), &point) : NAN;
}

static void
move_lane (TlCanvas      *self,
           const TlPoint *point)
{
  guint32 over = tl_canvas_find_lane_at (self, point);
  guint n_lanes, from = 0, to = 0;
  const TlLaneChoice *lanes = tl_viewport_get_lanes (self->viewport, &n_lanes);

  if (over == TL_NONE || over == self->drag_lane)
    return;

  while (from < n_lanes && lanes[from].lane != self->drag_lane)
    from++;
  while (to < n_lanes && lanes[to].lane != over)
    to++;
  if (from < n_lanes && to < n_lanes)
    tl_canvas_move_lane (self, self->drag_lane, (int) to - (int) from);
}

/* Where it was a moment ago, to know how fast it is when it lets go. */
static void
note_swipe (TlCanvas *self,
            guint32   time,
            double    x,
            double    y)
{
  gint64 now = (gint64) time * G_TIME_SPAN_MILLISECOND;

  if (self->swipe.until == 0 || now - self->swipe.since > SWIPE_TIME)
    {
      self->swipe.from = self->swipe.until != 0 ? self->swipe.to : (TlPoint){ x, y };
      self->swipe.since = self->swipe.until != 0 ? self->swipe.until : now;
    }
  self->swipe.to = (TlPoint){ x, y };
  self->swipe.until = now;
}

static void
decide (TlCanvas *self)
{
  if (!isnan (self->drag_unit))
    self->drag = TL_DRAG_SPAN;
  else if (self->drag_lane != TL_NONE)
    self->drag = TL_DRAG_LANE;
  else
    self->drag = TL_DRAG_VIEW;
}

static void
update_drag_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                TlCanvas       *self)
{
  TlPoint point;
  double x, y;

  /* The next frame has one again: the file has changed, or a lane its place. */
  if (self->layout == NULL)
    return;

  if (self->drag == TL_DRAG_NONE)
    {
      if (hypot (dx, dy) < THRESHOLD)
        return;
      decide (self);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  point = tl_canvas_get_point (self, x + dx, y + dy);
  if (self->drag == TL_DRAG_VIEW)
    {
      TlCamera camera = self->drag_camera;

      camera.x -= (tl_canvas_is_mirrored (self) ? -dx : dx) / self->text_scale;
      camera.y -= dy / self->text_scale;
      tl_viewport_set_camera (self->viewport, &camera);
      note_swipe (self, gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture)), dx, dy);
    }
  else if (self->drag == TL_DRAG_SPAN)
    {
      const TlStretch span = { self->drag_unit, get_snapped_unit (self, GTK_EVENT_CONTROLLER (gesture), &point) };

      tl_viewport_set_span (self->viewport, &span);
    }
  else
    move_lane (self, &point);

  self->pointer = (TlPoint){ x + dx, y + dy };
  tl_canvas_update_pointer (self);
}

static void
end_drag_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             TlCanvas       *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  TlDragKind kind = self->drag;
  double seconds = (double) (self->swipe.until - self->swipe.since) / G_USEC_PER_SEC;
  gint64 now = (gint64) gtk_event_controller_get_current_event_time (controller) * G_TIME_SPAN_MILLISECOND;

  self->drag = TL_DRAG_NONE;
  if (kind == TL_DRAG_VIEW && tl_canvas_is_touch (controller) && seconds > 0 && now - self->swipe.until < SWIPE_TIME)
    tl_canvas_glide (self, (self->swipe.from.x - self->swipe.to.x) / seconds,
                     (self->swipe.from.y - self->swipe.to.y) / seconds);
  tl_canvas_update_pointer (self);
}

static void
cancel_cb (GtkGesture       *gesture,
           GdkEventSequence *sequence,
           TlCanvas         *self)
{
  self->drag = TL_DRAG_NONE;
  tl_canvas_update_pointer (self);
}

void
tl_canvas_init_drag (TlCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->drag_lane = TL_NONE;
  self->drag_unit = NAN;
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_drag_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_drag_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_drag_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
