/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-overview-private.h"

#include <math.h>

/* How the window of an overview is moved: by pointer, wheel and keys. */

/* A press that moves less than this is a click, in pixels. */
#define CLICK_REACH 4.0

/* A step of the keys or the wheel, as a part of the window; and how much
 * wider one makes it. */
#define STEP 0.1
#define ZOOM 1.25

/* So many pixels of a touchpad are a step of a wheel. */
#define PIXELS_PER_STEP 30.0

static TlOverviewPart
find_part (TlOverview *self,
           double      x,
           double      y)
{
  const TlOverviewScene *scene = tl_overview_get_scene (self);
  double from, to;

  if (scene == NULL)
    return TL_OVERVIEW_NOTHING;
  tl_overview_get_range (self, &from, &to);

  return tl_overview_scene_find (scene, from, to, x / self->text_scale, y / self->text_scale);
}

static double
get_position (TlOverview *self,
              double      x)
{
  return tl_overview_scene_get_position (tl_overview_get_scene (self), x / self->text_scale);
}

/* Of all that can be shown. */
static void
get_ends (TlOverview *self,
          double     *first,
          double     *last)
{
  double padding = tl_overview_scene_get_padding (tl_overview_get_scene (self));

  *first = -padding;
  *last = tl_axis_get_length (self->axis) + padding;
}

/* The shortest range that somebody may ask for: as much as lanes can show. */
static double
get_shortest (TlOverview *self)
{
  double width = self->width / self->text_scale - self->gutter;

  return MAX (width, 1) / tl_axis_get_max_scale (self->axis);
}

static void
show_cursor (TlOverview     *self,
             TlOverviewPart  part)
{
  static const char *const names[] = {
    [TL_OVERVIEW_NOTHING] = NULL,
    [TL_OVERVIEW_GROUND] = NULL,
    [TL_OVERVIEW_WINDOW] = "grab",
    [TL_OVERVIEW_START] = "ew-resize",
    [TL_OVERVIEW_END] = "ew-resize",
  };
  gboolean is_held = self->drag.part == TL_OVERVIEW_WINDOW || self->drag.part == TL_OVERVIEW_GROUND;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_held ? "grabbing" : names[part]);
}

static void
pan (TlOverview *self,
     double      by)
{
  double from, to;

  tl_overview_get_range (self, &from, &to);
  tl_overview_take_range (self, from + by, to + by);
}

static void
centre (TlOverview *self,
        double      position)
{
  double from, to;

  tl_overview_get_range (self, &from, &to);
  pan (self, position - (from + to) / 2);
}

/* Makes the range so many times as long; what is at @about stays where it
 * is. */
static void
zoom (TlOverview *self,
      double      times,
      double      about)
{
  double shortest = get_shortest (self);
  double from, to, least;

  tl_overview_get_range (self, &from, &to);
  least = shortest / MAX (to - from, G_MINDOUBLE);
  times = MAX (times, MIN (least, 1));
  tl_overview_take_range (self, about + (from - about) * times, about + (to - about) * times);
}

/* An edge goes no nearer to the other one than handles need to be apart, or
 * than they are already. */
static void
move_edge (TlOverview *self,
           double      by)
{
  const TlOverviewDrag *drag = &self->drag;
  double scale = tl_overview_scene_get_scale (tl_overview_get_scene (self));
  double shortest = MIN (TL_OVERVIEW_LEAST / scale, drag->to - drag->from);
  double from = drag->from;
  double to = drag->to;
  double first, last;

  get_ends (self, &first, &last);
  if (drag->part == TL_OVERVIEW_START)
    from = MAX (MIN (from + by, to - shortest), first);
  else
    to = MIN (MAX (to + by, from + shortest), last);
  tl_overview_take_range (self, from, to);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               TlOverview     *self)
{
  TlOverviewPart part = find_part (self, x, y);

  if (part == TL_OVERVIEW_NOTHING)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (part == TL_OVERVIEW_GROUND)
    centre (self, get_position (self, x));
  self->drag.part = part;
  self->drag.x = x;
  tl_overview_get_range (self, &self->drag.from, &self->drag.to);
  show_cursor (self, part);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                TlOverview     *self)
{
  double by;

  if (self->drag.part == TL_OVERVIEW_NOTHING || tl_overview_get_scene (self) == NULL)
    return;

  by = get_position (self, self->drag.x + dx) - get_position (self, self->drag.x);
  if (self->drag.part == TL_OVERVIEW_START || self->drag.part == TL_OVERVIEW_END)
    move_edge (self, by);
  else
    tl_overview_take_range (self, self->drag.from + by, self->drag.to + by);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             TlOverview     *self)
{
  TlOverviewPart part = self->drag.part;
  double x = self->drag.x;

  self->drag.part = TL_OVERVIEW_NOTHING;
  if (part == TL_OVERVIEW_NOTHING || tl_overview_get_scene (self) == NULL)
    return;

  if (part == TL_OVERVIEW_WINDOW && hypot (dx, dy) < CLICK_REACH)
    centre (self, get_position (self, x));
  show_cursor (self, part);
}

static void
drag_cancel_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                TlOverview       *self)
{
  self->drag.part = TL_OVERVIEW_NOTHING;
  show_cursor (self, TL_OVERVIEW_NOTHING);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           TlOverview               *self)
{
  TlOverviewPart part = find_part (self, x, y);

  self->pointer = x;
  if (self->drag.part == TL_OVERVIEW_NOTHING)
    show_cursor (self, part);
  tl_overview_tell_hover (self, part != TL_OVERVIEW_NOTHING ? get_position (self, x) : NAN);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          TlOverview               *self)
{
  self->pointer = NAN;
  tl_overview_tell_hover (self, NAN);
}

/* Down is later, as it is on the lanes, whichever way they are read. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           TlOverview               *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double from, to, about;

  if (tl_overview_get_scene (self) == NULL)
    return GDK_EVENT_PROPAGATE;

  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    {
      dx /= PIXELS_PER_STEP;
      dy /= PIXELS_PER_STEP;
    }

  tl_overview_get_range (self, &from, &to);
  about = isnan (self->pointer) ? (from + to) / 2 : get_position (self, self->pointer);
  if ((state & GDK_CONTROL_MASK) != 0)
    zoom (self, pow (ZOOM, dy), about);
  else
    pan (self, (dy + (is_rtl ? -dx : dx)) * STEP * (to - from));

  return GDK_EVENT_STOP;
}

/* Left and right, whichever way is on. */
static void
step (TlOverview      *self,
      gboolean         is_forward,
      GdkModifierType  modifiers)
{
  double from, to, way;

  tl_overview_get_range (self, &from, &to);
  way = (to - from) * (is_forward ? 1 : -1);
  if ((modifiers & GDK_CONTROL_MASK) != 0)
    zoom (self, is_forward ? ZOOM : 1 / ZOOM, (from + to) / 2);
  else
    pan (self, (modifiers & GDK_SHIFT_MASK) != 0 ? way : way * STEP);
}

/* Returns whether the key is one of those without Control or Shift. */
static gboolean
press_plain_key (TlOverview *self,
                 guint       key)
{
  double from, to, first, last;

  tl_overview_get_range (self, &from, &to);
  get_ends (self, &first, &last);
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      zoom (self, 1 / ZOOM, (from + to) / 2);
      return TRUE;

    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      zoom (self, ZOOM, (from + to) / 2);
      return TRUE;

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      pan (self, first - from);
      return TRUE;

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      pan (self, last - to);
      return TRUE;

    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      tl_overview_take_range (self, first, last);
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                TlOverview            *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean is_right = key == GDK_KEY_Right || key == GDK_KEY_KP_Right;
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (tl_overview_get_scene (self) == NULL)
    return GDK_EVENT_PROPAGATE;

  if ((is_right || key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
      && (modifiers & ~(GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    {
      step (self, is_right != is_rtl, modifiers);
      return GDK_EVENT_STOP;
    }

  /* What Shift was needed for the key to be is no matter. */
  if ((modifiers & ~GDK_SHIFT_MASK) == 0 && press_plain_key (self, key))
    return GDK_EVENT_STOP;

  return GDK_EVENT_PROPAGATE;
}

/**
 * tl_overview_add_controllers:
 * @self: an overview that is being made
 */
void
tl_overview_add_controllers (TlOverview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, keys);
}
