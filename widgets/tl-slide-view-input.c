/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-slide-view-private.h"

#include <math.h>

/* What pointer and fingers do to a slide: a click on an event opens it, one
 * elsewhere goes on; dragging and turning the wheel look around; with a tool,
 * one points and draws.
 */

guint tl_slide_view_signals[TL_N_SLIDE_VIEW_SIGNALS];

/* A pointer that rests so long, in milliseconds, is in the way. */
#define REST 2000

/* How near to an event one has to be, and how far to drag, in pixels of the
 * slide: it is done before an audience. */
#define REACH 8
#define DRAG_THRESHOLD 8

/* What a click of the wheel does. */
#define WHEEL_PAN  60.0
#define WHEEL_ZOOM 1.2

static TlPoint
get_point (TlSlideView *self,
           double       x,
           double       y)
{
  double scale = tl_slide_view_get_scale (self);
  double left, top;

  tl_slide_view_get_origin (self, &left, &top);

  return (TlPoint){ (x - left) / scale, (y - top) / scale };
}

static gboolean
draws (TlSlideView *self)
{
  return tl_show_get_tool (self->show) == TL_TOOL_PEN || tl_show_get_tool (self->show) == TL_TOOL_ERASER;
}

/* The pointer */

/**
 * tl_slide_view_update_cursor:
 * @self: a view
 *
 * Shows the pointer as what it does.
 */
void
tl_slide_view_update_cursor (TlSlideView *self)
{
  const TlSceneItem *item = NULL;
  TlPoint point;

  if (tl_show_get_tool (self->show) != TL_TOOL_NONE)
    {
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
      return;
    }

  if (self->width > 0)
    {
      point = get_point (self, self->x, self->y);
      item = tl_scene_pick (tl_show_get_still (self->show), point.x, point.y, REACH);
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), item != NULL && (item->kind == TL_ITEM_EVENT
                                                                       || item->kind == TL_ITEM_BADGE
                                                                       || item->kind == TL_ITEM_NOTE)
                                                        ? "pointer" : NULL);
}

static gboolean
hide_pointer_cb (gpointer data)
{
  TlSlideView *self = data;

  self->hiding = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");

  return G_SOURCE_REMOVE;
}

/* Some servers tell of motion where there is none. */
static void
moved_cb (TlSlideView *self,
          double       x,
          double       y)
{
  TlPoint point;

  if ((x == self->x && y == self->y) || self->width <= 0)
    return;

  self->x = x;
  self->y = y;
  point = get_point (self, x, y);
  tl_show_set_pointer (self->show, &point);
  tl_slide_view_update_cursor (self);
  g_clear_handle_id (&self->hiding, g_source_remove);
  if (self->kind == TL_SLIDE_VIEW_AUDIENCE)
    self->hiding = g_timeout_add (REST, hide_pointer_cb, self);
}

static void
left_cb (TlSlideView *self)
{
  tl_show_set_pointer (self->show, NULL);
}

/* Clicks */

/* The events of a badge have no room: there is some where it is larger. */
static void
zoom_to_badge (TlSlideView *self,
               double       x,
               gint64       now)
{
  tl_show_zoom (self->show, 2.5, x, TRUE, now);
}

/* What is seen is not what one would pick from. */
static gboolean
can_pick (TlSlideView *self)
{
  return !self->is_frozen && !(self->kind == TL_SLIDE_VIEW_AUDIENCE && tl_show_is_at_end (self->show));
}

static void
click (TlSlideView *self,
       double       x,
       double       y)
{
  TlPoint point = get_point (self, x, y);
  const TlSceneItem *item = can_pick (self) ? tl_scene_pick (tl_show_get_still (self->show), point.x, point.y, REACH)
                                            : NULL;
  gint64 now = g_get_monotonic_time ();

  if (item != NULL && item->kind == TL_ITEM_EVENT && item->index != tl_show_get_opened (self->show))
    tl_show_open_event (self->show, item->index, now);
  else if (item != NULL && item->kind == TL_ITEM_BADGE)
    zoom_to_badge (self, point.x, now);
  else if (item != NULL && item->kind == TL_ITEM_NOTE)
    g_signal_emit (self, tl_slide_view_signals[TL_SLIDE_VIEW_SOURCES_ACTIVATED], 0);
  else
    tl_show_go_by (self->show, 1, now);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             TlSlideView     *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (self->width <= 0 || draws (self))
    return;

  if (button == GDK_BUTTON_SECONDARY)
    tl_show_go_by (self->show, -1, g_get_monotonic_time ());
  else if (button == GDK_BUTTON_PRIMARY && tl_show_is_black (self->show) && self->kind == TL_SLIDE_VIEW_AUDIENCE)
    tl_show_set_black (self->show, FALSE);
  else if (button == GDK_BUTTON_PRIMARY)
    click (self, x, y);
}

/* Dragging */

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               TlSlideView    *self)
{
  TlPoint point;

  self->dragged = 0;
  if (self->width <= 0 || !draws (self))
    return;

  point = get_point (self, x, y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  tl_show_set_pointer (self->show, &point);
  if (tl_show_get_tool (self->show) == TL_TOOL_PEN)
    tl_show_begin_stroke (self->show, &point);
  else
    tl_show_erase (self->show, &point);
}

static void
draw_on (TlSlideView    *self,
         GtkGestureDrag *gesture,
         double          dx,
         double          dy)
{
  double x, y;
  TlPoint point;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  point = get_point (self, x + dx, y + dy);
  tl_show_set_pointer (self->show, &point);
  if (tl_show_get_tool (self->show) == TL_TOOL_PEN)
    tl_show_extend_stroke (self->show, &point);
  else
    tl_show_erase (self->show, &point);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                TlSlideView    *self)
{
  double scale, moved;

  if (self->width <= 0)
    return;
  if (draws (self))
    {
      draw_on (self, gesture, dx, dy);
      return;
    }

  scale = tl_slide_view_get_scale (self);
  moved = dx / scale;
  if (self->dragged == 0 && fabs (moved) < DRAG_THRESHOLD)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  tl_show_pan (self->show, moved - self->dragged, g_get_monotonic_time ());
  self->dragged = moved;
}

/* Wheel and fingers */

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           TlSlideView              *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double along = fabs (dx) > fabs (dy) ? dx : dy;
  gint64 now = g_get_monotonic_time ();

  if (self->width <= 0)
    return GDK_EVENT_PROPAGATE;

  if (state & GDK_CONTROL_MASK)
    tl_show_zoom (self->show, pow (WHEEL_ZOOM, -dy), get_point (self, self->x, self->y).x, TRUE, now);
  else
    tl_show_pan (self->show, -along * WHEEL_PAN, now);

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                TlSlideView      *self)
{
  self->pinched = 1;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          factor,
          TlSlideView    *self)
{
  double x = self->x, y = self->y;

  if (self->width <= 0)
    return;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  tl_show_zoom (self->show, factor / self->pinched, get_point (self, x, y).x, FALSE, g_get_monotonic_time ());
  self->pinched = factor;
}

/**
 * tl_slide_view_add_input:
 * @self: a view
 *
 * Lets pointer and fingers use it.
 */
void
tl_slide_view_add_input (TlSlideView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click_gesture = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  gtk_widget_add_controller (widget, scroll);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click_gesture), 0);
  g_signal_connect_object (click_gesture, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click_gesture));
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, 0);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

/**
 * tl_slide_view_stop_input:
 * @self: a view that goes
 */
void
tl_slide_view_stop_input (TlSlideView *self)
{
  g_clear_handle_id (&self->hiding, g_source_remove);
}
