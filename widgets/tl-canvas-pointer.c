/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-canvas-private.h"

#include "tl-event-spoken.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What the pointer is over, and what a click does. */

/* How much nearer a double click on nothing goes. */
#define DOUBLE_CLICK_ZOOM 2.0

/* The longest line of a tooltip. */
#define TIP_CHARS 60

/* Whether the pointer of the running event is a finger. */
gboolean
tl_canvas_is_touch (GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  /* On X11, the device is the pointer that fingers and mice move together;
   * only a finger's events are of a sequence. */
  return (event != NULL && gdk_event_get_event_sequence (event) != NULL)
         || (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN);
}

/* From a place of the widget to one of the layout. */
TlPoint
tl_canvas_get_point (TlCanvas *self,
                     double    x,
                     double    y)
{
  TlPoint point = { x / self->text_scale, y / self->text_scale };

  if (tl_canvas_is_mirrored (self))
    point.x = tl_canvas_get_width (self) - point.x;

  return point;
}

double
tl_canvas_get_unit_at (TlCanvas      *self,
                       const TlPoint *point)
{
  return tl_viewport_get_unit (self->viewport, point->x - tl_canvas_get_lanes_box (self).x);
}

/* The end of the marked span that is at a point, or NAN. */
double
tl_canvas_find_span_end (TlCanvas      *self,
                         const TlPoint *point,
                         double        *other)
{
  double reach = 2 * TL_REACH_POINTER / tl_viewport_get_camera (self->viewport).scale / self->text_scale;
  double unit = tl_canvas_get_unit_at (self, point);
  TlStretch span;

  if (!tl_viewport_get_span (self->viewport, &span) || point->x < tl_canvas_get_lanes_box (self).x)
    return NAN;

  if (fabs (unit - span.from) <= reach)
    {
      *other = span.to;
      return span.from;
    }
  *other = span.from;

  return fabs (unit - span.to) <= reach ? span.to : NAN;
}

static const char *
choose_cursor (TlCanvas      *self,
               const TlPoint *point)
{
  TlRect lanes = tl_canvas_get_lanes_box (self);
  double other;

  if (self->drag == TL_DRAG_VIEW || self->drag == TL_DRAG_LANE)
    return "grabbing";
  if (self->drag == TL_DRAG_SPAN || !isnan (tl_canvas_find_span_end (self, point, &other)))
    return "ew-resize";
  if (self->is_over_item && self->hover_kind != TL_ITEM_FOLD)
    return "pointer";
  if (point->x >= lanes.x && point->y < lanes.y)
    return "crosshair";

  return "default";
}

/* Looks at what is under the pointer now: it may have moved, or the drawing
 * below it. */
void
tl_canvas_update_pointer (TlCanvas *self)
{
  TlPoint point = tl_canvas_get_point (self, self->pointer.x, self->pointer.y);
  gboolean is_inside = self->has_pointer && self->layout != NULL;
  const TlSceneItem *item = is_inside && self->drag == TL_DRAG_NONE
                              ? tl_canvas_pick (self, self->pointer.x, self->pointer.y, TL_REACH_POINTER) : NULL;
  gboolean is_changed = (item != NULL) != self->is_over_item
                        || (item != NULL && (item->kind != self->hover_kind || item->index != self->hover_index));

  self->is_over_item = item != NULL;
  if (item != NULL)
    {
      self->hover_kind = item->kind;
      self->hover_index = item->index;
    }
  tl_canvas_set_hover (self, is_inside && point.x >= tl_canvas_get_lanes_box (self).x
                               ? tl_canvas_get_unit_at (self, &point) : NAN);
  if (is_changed)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_inside ? choose_cursor (self, &point) : NULL);
}

static void
moved_cb (GtkEventControllerMotion *controller,
          double                    x,
          double                    y,
          TlCanvas                 *self)
{
  if (tl_canvas_is_touch (GTK_EVENT_CONTROLLER (controller)))
    return;

  self->has_pointer = TRUE;
  self->pointer = (TlPoint){ x, y };
  tl_canvas_update_pointer (self);
}

static void
left_cb (GtkEventControllerMotion *controller,
         TlCanvas                 *self)
{
  self->has_pointer = FALSE;
  tl_canvas_update_pointer (self);
}

/* What an item says of itself: "Title\n12 June 2025; …". */
static char *
describe_item (TlCanvas          *self,
               const TlSceneItem *item)
{
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  const char *name = item->name != NULL ? item->name : "";

  if (item->kind == TL_ITEM_EVENT)
    {
      const TlEvent *event = &tl_timeline_get_events (timeline, NULL)[item->index];
      g_autofree char *date = tl_timeline_get_event_date_words (timeline, event, NULL);
      g_autofree char *sources = tl_event_dup_source_count (timeline, event, NULL);

      /* Translators: the tooltip of an event: its title, its date, how many sources it has */
      return g_strdup_printf (_("%s\n%s · %s"), tl_timeline_get_text (timeline, event->title), date, sources);
    }
  if (item->description != NULL && *item->description != '\0')
    return g_strdup_printf ("%s\n%s", name, item->description);

  return g_strdup (name);
}

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    is_by_keyboard,
                  GtkTooltip *tooltip,
                  gpointer    data)
{
  TlCanvas *self = TL_CANVAS (widget);
  const TlSceneItem *item = NULL;
  g_autofree char *text = NULL;
  GdkRectangle area;
  TlRect box;

  /* A finger that lifts from its menu is a pointer that comes to a halt: GTK
   * fails to place a tooltip beside the menu. */
  if (!is_by_keyboard && self->drag == TL_DRAG_NONE && self->popover == NULL)
    item = tl_canvas_pick (self, x, y, TL_REACH_POINTER);
  if (item == NULL)
    return FALSE;

  text = describe_item (self, item);
  box = item->has_clip ? item->clip : item->bounds;
  area = (GdkRectangle){ x - 4, y - 4, 8, 8 };
  if (item->kind != TL_ITEM_LINK && item->bounds.width < box.width + 1)
    {
      box = tl_canvas_scale_box (self, &item->bounds);
      area = (GdkRectangle){ (int) box.x, (int) box.y, (int) box.width + 1, (int) box.height + 1 };
    }
  gtk_label_set_text (GTK_LABEL (self->tip), text);
  gtk_tooltip_set_custom (tooltip, self->tip);
  gtk_tooltip_set_tip_area (tooltip, &area);

  return TRUE;
}

/* Clicks */

/* A link leads from the event that is selected to the other one. */
static void
follow_link (TlCanvas *self,
             guint32   link)
{
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (timeline, &n_events);
  const TlLink *links = tl_timeline_get_links (timeline, (TlRange){ link, 1 });

  for (guint32 i = 0; i < n_events; i++)
    if (link >= events[i].links.first && link - events[i].links.first < events[i].links.count)
      {
        tl_viewport_select (self->viewport, tl_viewport_get_selected (self->viewport) == i ? links[0].to : i);
        return;
      }
}

static void
click_item (TlCanvas          *self,
            const TlSceneItem *item,
            GdkModifierType    state)
{
  switch (item->kind)
    {
    case TL_ITEM_EVENT:
      if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
        tl_viewport_compare (self->viewport, item->index);
      else
        tl_viewport_select (self->viewport, item->index);
      tl_canvas_focus_event (self, item->index);
      break;

    case TL_ITEM_BADGE:
      tl_canvas_open_badge (self, item->index);
      break;

    case TL_ITEM_LINK:
      follow_link (self, item->index);
      break;

    case TL_ITEM_LANE:
      tl_canvas_focus_lane (self, item->index);
      break;

    case TL_ITEM_BACKGROUND:
    case TL_ITEM_TITLE:
    case TL_ITEM_SUBTITLE:
    case TL_ITEM_AXIS:
    case TL_ITEM_LEGEND:
    case TL_ITEM_NOTES:
    case TL_ITEM_TIE:
    case TL_ITEM_ERA:
    case TL_ITEM_FOLD:
    case TL_ITEM_NOTE:
    default:
      break;
    }
}

/* A look from nearer: at what has been clicked, else about the pointer. */
static void
zoom_to_item (TlCanvas          *self,
              const TlSceneItem *item,
              const TlPoint     *point)
{
  TlRect lanes = tl_canvas_get_lanes_box (self);
  TlCamera camera;

  if (item != NULL && item->kind == TL_ITEM_EVENT)
    tl_canvas_zoom_to_event (self, item->index);
  else if (item != NULL && item->kind == TL_ITEM_LANE)
    tl_canvas_zoom_to_lane (self, item->index);
  else if (item != NULL && item->kind == TL_ITEM_ERA)
    tl_canvas_zoom_to_era (self, item->index);
  else if (item == NULL && point->x >= lanes.x)
    {
      camera = tl_viewport_get_destination (self->viewport);
      camera = tl_viewport_zoom (self->viewport, &camera, DOUBLE_CLICK_ZOOM, point->x - lanes.x);
      tl_canvas_go (self, &camera);
    }
}

static void
open_menu_at (TlCanvas *self,
              double    x,
              double    y)
{
  const TlSceneItem *item = tl_canvas_pick (self, x, y, TL_REACH_POINTER);

  tl_canvas_open_menu (self, item != NULL ? item->kind : TL_ITEM_BACKGROUND, item != NULL ? item->index : 0, x, y);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TlCanvas        *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  tl_canvas_stop (self);
  if (event == NULL || !gdk_event_triggers_context_menu (event))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu_at (self, x, y);
}

/* A finger means what is near. Not links, which are nearly everywhere: it has
 * to be able to touch nothing. */
static const TlSceneItem *
pick_for (TlCanvas           *self,
          GtkEventController *controller,
          double              x,
          double              y)
{
  const TlSceneItem *item = tl_canvas_pick (self, x, y, TL_REACH_POINTER);

  if (item != NULL || !tl_canvas_is_touch (controller))
    return item;

  item = tl_canvas_pick (self, x, y, TL_REACH_TOUCH);

  return item != NULL && item->kind != TL_ITEM_LINK ? item : NULL;
}

/* A click with Control adds to what is selected: together with the next one
 * it is no double click. */
static int
count_clicks (TlCanvas       *self,
              int             n_press,
              GdkModifierType state)
{
  int n_clicks;

  if (n_press == 1)
    self->n_clicks_before = 0;
  n_clicks = n_press - self->n_clicks_before;
  if ((state & GDK_CONTROL_MASK) != 0)
    self->n_clicks_before = n_press;

  return n_clicks;
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             TlCanvas        *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  TlPoint point = tl_canvas_get_point (self, x, y);
  const TlSceneItem *item = pick_for (self, controller, x, y);
  int n_clicks = count_clicks (self, n_press, state);

  if (button == GDK_BUTTON_MIDDLE || (button == GDK_BUTTON_PRIMARY && n_clicks == 2))
    {
      zoom_to_item (self, item, &point);
      return;
    }
  if (button != GDK_BUTTON_PRIMARY || n_clicks != 1)
    return;

  if (item != NULL)
    click_item (self, item, state);
  else
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      tl_viewport_set_span (self->viewport, NULL);
      if ((state & GDK_CONTROL_MASK) == 0)
        tl_viewport_select (self->viewport, TL_NONE);
    }
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 TlCanvas            *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu_at (self, x, y);
}

void
tl_canvas_init_pointer (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (moved_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (widget, motion);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect (long_press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (long_press));

  /* GTK does not wrap the text of a tooltip that has several lines. */
  self->tip = g_object_ref_sink (gtk_label_new (NULL));
  gtk_label_set_wrap (GTK_LABEL (self->tip), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->tip), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (self->tip), TIP_CHARS);
  gtk_label_set_xalign (GTK_LABEL (self->tip), 0);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
