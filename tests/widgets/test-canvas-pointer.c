/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "canvas-fixture.h"

#include "list-fixture.h"
#include "tl-event-spoken.h"
#include "wait-until.h"

#include <locale.h>
#include <math.h>

/* What a pointer does on the canvas. */

/* A pointer is at whole pixels, and so is the drawing. */
#define NEARLY 1.0

/* What is drawn at a place of the widget, in units of the axis. */
static double
get_unit_at (CanvasFixture *fixture,
             const TlPoint *at)
{
  TlCamera camera = tl_viewport_get_camera (fixture->viewport);
  double scale = tl_canvas_get_text_scale (fixture->canvas);
  double from_start = at->x;

  if (gtk_widget_get_direction (fixture->widget) == GTK_TEXT_DIR_RTL)
    from_start = gtk_widget_get_width (fixture->widget) - at->x;

  return ((from_start - tl_canvas_get_gutter (fixture->canvas)) / scale + camera.x - TL_LEAD_IN) / camera.scale;
}

/* A pixel of the widget, in units of the axis. */
static double
get_pixel (CanvasFixture *fixture)
{
  return 1 / tl_viewport_get_camera (fixture->viewport).scale / tl_canvas_get_text_scale (fixture->canvas);
}

static void
drag (CanvasFixture *fixture,
      double         x,
      double         y,
      double         to_x,
      double         to_y)
{
  g_autofree char *then = g_strdup_printf ("mousedown 1 mousemove %d %d mousemove %d %d mouseup 1",
                                           (int) ((x + to_x) / 2), (int) ((y + to_y) / 2), (int) to_x, (int) to_y);

  canvas_point (fixture, x, y, then);
}

/* With Alt nothing is looked for that one may mean. */
static void
drag_freely (CanvasFixture *fixture,
             double         x,
             double         y,
             double         to_x,
             double         to_y)
{
  g_autofree char *then = g_strdup_printf ("keydown alt mousedown 1 mousemove %d %d mousemove %d %d mouseup 1 keyup alt",
                                           (int) ((x + to_x) / 2), (int) ((y + to_y) / 2), (int) to_x, (int) to_y);

  canvas_point (fixture, x, y, then);
}

static void
test_hover (CanvasFixture *fixture,
            gconstpointer  data)
{
  TlPoint point, other, free;
  guint32 event, second;

  canvas_show_part (fixture, 0.2, 0.9);
  event = canvas_find_clickable (fixture, TL_NONE, &point);
  second = canvas_find_clickable (fixture, event, &other);
  free = canvas_find_nothing (fixture);
  canvas_point (fixture, point.x, point.y, NULL);
  g_assert_true (fixture->canvas->is_over_item);
  g_assert_cmpint (fixture->canvas->hover_kind, ==, TL_ITEM_EVENT);
  g_assert_cmpuint (fixture->canvas->hover_index, ==, event);
  g_assert_cmpfloat_with_epsilon (fixture->canvas->hover, get_unit_at (fixture, &point), get_pixel (fixture));

  canvas_point (fixture, other.x, other.y, NULL);
  g_assert_cmpuint (fixture->canvas->hover_index, ==, second);
  canvas_point (fixture, free.x, free.y, NULL);
  g_assert_false (fixture->canvas->is_over_item);
  g_assert_cmpfloat_with_epsilon (fixture->canvas->hover, get_unit_at (fixture, &free), get_pixel (fixture));
}

static void
wait_out_double_click (void)
{
  int milliseconds;

  g_object_get (gtk_settings_get_default (), "gtk-double-click-time", &milliseconds, NULL);
  g_usleep ((gulong) (milliseconds + 50) * 1000);
}

static void
test_click (CanvasFixture *fixture,
            gconstpointer  data)
{
  TlPoint point, other, free;
  guint32 event, second;
  TlCamera before, after;

  canvas_show_part (fixture, 0.2, 0.9);
  event = canvas_find_clickable (fixture, TL_NONE, &point);
  second = canvas_find_clickable (fixture, event, &other);
  free = canvas_find_nothing (fixture);
  before = tl_viewport_get_camera (fixture->viewport);

  canvas_point (fixture, point.x, point.y, "click 1");
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, event);
  g_assert_true (canvas_has_focus (fixture, TL_ITEM_EVENT, event));

  canvas_point (fixture, other.x, other.y, "keydown ctrl click 1 keyup ctrl");
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, event);
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, second);
  /* Not as the second half of a double click. */
  wait_out_double_click ();
  canvas_point (fixture, other.x, other.y, "click 1");
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, second);
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, TL_NONE);

  canvas_point (fixture, free.x, free.y, "click 1");
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, TL_NONE);

  /* A click moves nothing. */
  after = tl_viewport_get_camera (fixture->viewport);
  g_assert_true (tl_camera_equal (&before, &after));
  g_assert_cmpuint (fixture->n_jumps, ==, 0);
}

#define DOUBLE_CLICK "click --repeat 2 --delay 30 1"

/* At nothing, nearer about the pointer. */
static void
test_double_click (CanvasFixture *fixture,
                   gconstpointer  data)
{
  TlPoint free;
  double unit, width;

  canvas_show_part (fixture, 0.2, 0.9);
  free = canvas_find_nothing (fixture);
  unit = get_unit_at (fixture, &free);
  width = canvas_get_stretch_width (fixture);
  canvas_point (fixture, free.x, free.y, DOUBLE_CLICK);
  g_assert_cmpfloat_with_epsilon (canvas_get_stretch_width (fixture), width / 2, 1e-6 * width);
  g_assert_cmpfloat_with_epsilon (get_unit_at (fixture, &free), unit, NEARLY * get_pixel (fixture));
}

/* To the time of an event. */
static void
test_double_click_event (CanvasFixture *fixture,
                         gconstpointer  data)
{
  TlPoint point;
  guint32 event;

  canvas_show_part (fixture, 0.2, 0.9);
  event = canvas_find_clickable (fixture, TL_NONE, &point);
  canvas_point (fixture, point.x, point.y, DOUBLE_CLICK);
  g_assert_cmpuint (fixture->n_jumps, ==, 1);
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, event);
}

/* A click at the same place after one with Control is the first of a row. */
static void
test_click_after_compare (CanvasFixture *fixture,
                          gconstpointer  data)
{
  TlPoint point;
  guint32 event;
  double width;

  canvas_show_part (fixture, 0.2, 0.9);
  width = canvas_get_stretch_width (fixture);
  event = canvas_find_clickable (fixture, TL_NONE, &point);
  canvas_point (fixture, point.x, point.y, "keydown ctrl click 1 keyup ctrl click 1");
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, event);
  g_assert_cmpuint (fixture->n_jumps, ==, 0);
  g_assert_cmpfloat (canvas_get_stretch_width (fixture), ==, width);

  canvas_point (fixture, point.x, point.y, "keydown ctrl click 1 keyup ctrl click 1 click 1");
  g_assert_cmpuint (fixture->n_jumps, ==, 1);
}

/* To those of a lane, and to an era. */
static void
test_middle_click (CanvasFixture *fixture,
                   gconstpointer  data)
{
  guint32 lane = tl_viewport_get_lanes (fixture->viewport, &(guint){ 0 })[1].lane;
  const TlEra *era = tl_timeline_get_eras (fixture->timeline, &(guint){ 0 });
  const TlAxis *axis = tl_viewport_get_axis (fixture->viewport);
  TlPoint point;
  TlStretch shown;

  g_assert_true (canvas_find_point (fixture, TL_ITEM_LANE, lane, &point));
  canvas_point (fixture, point.x, point.y, "click 2");
  g_assert_cmpuint (fixture->n_jumps, ==, 1);
  tl_canvas_zoom_to_fit (fixture->canvas);
  canvas_wait_until_calm (fixture);
  g_assert_true (canvas_find_point (fixture, TL_ITEM_ERA, 0, &point));
  canvas_point (fixture, point.x, point.y, "click 2");
  g_assert_cmpuint (fixture->n_jumps, ==, 3);
  shown = tl_viewport_get_stretch (fixture->viewport);
  g_assert_cmpfloat (shown.from, <=, tl_axis_get_position (axis, tl_date_get_earliest (&era->when)));
  g_assert_cmpfloat (shown.to, >=, tl_axis_get_position (axis, tl_date_get_latest (&era->when)));
}

/* Time goes with the hand. */
static void
test_drag (CanvasFixture *fixture,
           gconstpointer  data)
{
  TlPoint free, to;
  double unit, scale;

  canvas_show_part (fixture, 0.3, 0.6);
  free = canvas_find_nothing (fixture);
  to = (TlPoint){ free.x - 150, free.y - 40 };
  unit = get_unit_at (fixture, &free);
  scale = tl_viewport_get_camera (fixture->viewport).scale;
  drag (fixture, free.x, free.y, to.x, to.y);
  g_assert_cmpfloat_with_epsilon (get_unit_at (fixture, &to), unit, NEARLY * get_pixel (fixture));
  g_assert_cmpfloat (tl_viewport_get_camera (fixture->viewport).scale, ==, scale);
  g_assert_cmpint (fixture->canvas->drag, ==, TL_DRAG_NONE);

  drag (fixture, to.x, to.y, free.x, free.y);
  g_assert_cmpfloat_with_epsilon (get_unit_at (fixture, &free), unit, NEARLY * get_pixel (fixture));
  /* Nothing has been clicked. */
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, TL_NONE);
}

/* One may take hold of an event, too, without selecting it. */
static void
test_drag_event (CanvasFixture *fixture,
                 gconstpointer  data)
{
  TlPoint point;
  double unit;

  canvas_show_part (fixture, 0.3, 0.6);
  canvas_find_clickable (fixture, TL_NONE, &point);
  unit = get_unit_at (fixture, &point);
  drag (fixture, point.x, point.y, point.x + 60, point.y);
  point.x += 60;
  g_assert_cmpfloat_with_epsilon (get_unit_at (fixture, &point), unit, NEARLY * get_pixel (fixture));
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, TL_NONE);
}

/* On the axis, a drag marks a span, whose ends can be dragged on. */
static void
test_span (CanvasFixture *fixture,
           gconstpointer  data)
{
  double width = gtk_widget_get_width (fixture->widget);
  TlPoint from = { floor (width * 0.4), 12 };
  TlPoint to = { floor (width * 0.6), 12 };
  TlPoint further = { floor (width * 0.7), 12 };
  TlPoint free;
  TlCamera before, after;
  TlStretch span;
  double begin, end, furthest;

  canvas_show_part (fixture, 0.2, 0.9);
  before = tl_viewport_get_camera (fixture->viewport);
  begin = get_unit_at (fixture, &from);
  end = get_unit_at (fixture, &to);
  furthest = get_unit_at (fixture, &further);
  drag_freely (fixture, from.x, from.y, to.x, to.y);
  g_assert_true (tl_viewport_get_span (fixture->viewport, &span));
  g_assert_cmpfloat_with_epsilon (span.from, fmin (begin, end), NEARLY * get_pixel (fixture));
  g_assert_cmpfloat_with_epsilon (span.to, fmax (begin, end), NEARLY * get_pixel (fixture));

  /* Its edge goes on, and the other one stays. */
  drag_freely (fixture, to.x, to.y, further.x, further.y);
  g_assert_true (tl_viewport_get_span (fixture->viewport, &span));
  g_assert_cmpfloat_with_epsilon (span.from, fmin (begin, furthest), NEARLY * get_pixel (fixture));
  g_assert_cmpfloat_with_epsilon (span.to, fmax (begin, furthest), NEARLY * get_pixel (fixture));

  /* The view has not moved; a click beside it clears it. */
  after = tl_viewport_get_camera (fixture->viewport);
  g_assert_true (tl_camera_equal (&before, &after));
  free = canvas_find_nothing (fixture);
  canvas_point (fixture, free.x, free.y, "click 1");
  g_assert_false (tl_viewport_get_span (fixture->viewport, &span));
}

/* Without a time of day in the story, what is marked are days. */
static void
test_span_of_days (CanvasFixture *fixture,
                   gconstpointer  data)
{
  double width = gtk_widget_get_width (fixture->widget);
  const TlAxis *axis = tl_viewport_get_axis (fixture->viewport);
  TlStretch span;

  canvas_show_part (fixture, 0.2, 0.9);
  drag (fixture, floor (width * 0.4), 12, floor (width * 0.63), 12);
  g_assert_true (tl_viewport_get_span (fixture->viewport, &span));
  g_assert_cmpint (tl_axis_get_moment (axis, span.from + 1e-9).instant % TL_SECONDS_PER_DAY, ==, 0);
  g_assert_cmpint (tl_axis_get_moment (axis, span.to + 1e-9).instant % TL_SECONDS_PER_DAY, ==, 0);
}

/* A wheel goes along time, with Ctrl nearer and back, with Shift down. */
static void
test_wheel (CanvasFixture *fixture,
            gconstpointer  data)
{
  double step = pow (gtk_widget_get_width (fixture->widget), 2.0 / 3) / tl_canvas_get_text_scale (fixture->canvas);
  TlPoint at;
  double unit, width, x;

  canvas_show_part (fixture, 0.3, 0.6);
  at = canvas_find_nothing (fixture);
  x = tl_viewport_get_camera (fixture->viewport).x;
  canvas_point (fixture, at.x, at.y, "click 5");
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_camera (fixture->viewport).x, x + step, NEARLY);
  canvas_point (fixture, at.x, at.y, "click 4");
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_camera (fixture->viewport).x, x, NEARLY);

  unit = get_unit_at (fixture, &at);
  width = canvas_get_stretch_width (fixture);
  canvas_point (fixture, at.x, at.y, "keydown ctrl click 4 keyup ctrl");
  g_assert_cmpfloat_with_epsilon (canvas_get_stretch_width (fixture), width / 1.25, 1e-6 * width);
  g_assert_cmpfloat_with_epsilon (get_unit_at (fixture, &at), unit, NEARLY * get_pixel (fixture));
  canvas_point (fixture, at.x, at.y, "keydown ctrl click --repeat 6 --delay 10 4 keyup ctrl");
  g_assert_cmpfloat_with_epsilon (get_unit_at (fixture, &at), unit, NEARLY * get_pixel (fixture));
  canvas_point (fixture, at.x, at.y, "keydown ctrl click --repeat 7 --delay 10 5 keyup ctrl");
  g_assert_cmpfloat_with_epsilon (canvas_get_stretch_width (fixture), width, 1e-6 * width);
  g_assert_cmpfloat_with_epsilon (get_unit_at (fixture, &at), unit, NEARLY * get_pixel (fixture));

  /* Along time nothing moves. */
  x = tl_viewport_get_camera (fixture->viewport).x;
  canvas_point (fixture, at.x, at.y, "keydown shift click 5 keyup shift");
  g_assert_cmpfloat (tl_viewport_get_camera (fixture->viewport).x, ==, x);
}

/* Beside the lanes, a wheel zooms about their edge. */
static void
test_wheel_on_names (CanvasFixture *fixture,
                     gconstpointer  data)
{
  guint32 lane = tl_viewport_get_lanes (fixture->viewport, &(guint){ 0 })[0].lane;
  TlPoint point;
  double unit;

  canvas_show_part (fixture, 0.3, 0.6);
  g_assert_true (canvas_find_point (fixture, TL_ITEM_LANE, lane, &point));
  unit = tl_viewport_get_unit (fixture->viewport, 0);
  canvas_point (fixture, point.x, point.y, "keydown ctrl click 4 keyup ctrl");
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_unit (fixture->viewport, 0), unit, NEARLY * get_pixel (fixture));
  g_assert_true (isnan (fixture->canvas->hover));
}

/* A lane goes where it is dropped. */
static void
test_drag_lane (CanvasFixture *fixture,
                gconstpointer  data)
{
  guint n_lanes;
  const TlLaneChoice *lanes = tl_viewport_get_lanes (fixture->viewport, &n_lanes);
  guint32 first = lanes[0].lane;
  guint32 second = lanes[1].lane;
  TlPoint from, to;

  g_assert_true (canvas_find_point (fixture, TL_ITEM_LANE, first, &from));
  g_assert_true (canvas_find_point (fixture, TL_ITEM_LANE, second, &to));
  drag (fixture, from.x, from.y, to.x, to.y + 20);
  lanes = tl_viewport_get_lanes (fixture->viewport, &n_lanes);
  g_assert_cmpuint (lanes[0].lane, ==, second);
  g_assert_cmpuint (lanes[1].lane, ==, first);
}

/* Tooltips */

static GtkWidget *
find_by_name (GtkWidget  *widget,
              const char *name)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), name))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_name (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* GTK has one, and keeps it to itself. */
static GtkWidget *
find_tooltip (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkWidget *found = find_by_name (window, "GtkTooltipWindow");

      if (found != NULL && gtk_widget_get_mapped (found))
        return found;
    }

  return NULL;
}

typedef struct
{
  TlPoint point; /* where the pointer is */
  const char *text;
  gint64 moved; /* when it was moved last, in microseconds */
} Hover;

/* GTK asks for a tooltip some time after the pointer has moved, and not again
 * where something else came between. A hand is never quite still either. */
static gboolean
has_tooltip_cb (gpointer data)
{
  Hover *hover = data;
  GtkWidget *tooltip = find_tooltip ();

  if (tooltip != NULL && list_find_text (tooltip, hover->text) != NULL)
    return TRUE;
  if (g_get_monotonic_time () - hover->moved > 3 * G_USEC_PER_SEC)
    {
      g_autofree char *there_and_back = g_strdup_printf ("mousemove %d %d mousemove_relative -- -1 0",
                                                         (int) hover->point.x + 1, (int) hover->point.y);

      canvas_run_xdotool (there_and_back);
      hover->moved = g_get_monotonic_time ();
    }

  return FALSE;
}

static void
hover_for_tooltip (CanvasFixture *fixture,
                   TlPoint        point,
                   const char    *text)
{
  Hover hover = { point, text, 0 };

  canvas_point (fixture, point.x, point.y, NULL);
  hover.moved = g_get_monotonic_time ();
  tl_wait_until (has_tooltip_cb, &hover, "the tooltip says what the event is");
}

static void
test_tooltip (CanvasFixture *fixture,
              gconstpointer  data)
{
  TlPoint point;
  guint32 event = canvas_find_clickable (fixture, TL_NONE, &point);
  const TlEvent *of = &tl_timeline_get_events (fixture->timeline, NULL)[event];
  g_autofree char *date = tl_timeline_get_event_date_words (fixture->timeline, of, NULL);
  g_autofree char *sources = tl_event_dup_source_count (fixture->timeline, of, NULL);
  g_autofree char *text = g_strdup_printf ("%s\n%s · %s", tl_timeline_get_text (fixture->timeline, of->title), date,
                                           sources);

  hover_for_tooltip (fixture, point, text);
}

/* A long title is wrapped. */
static void
test_long_tooltip (CanvasFixture *fixture,
                   gconstpointer  data)
{
  g_autofree char *title = g_strnfill (150, 'm');
  g_autofree char *json = g_strdup_printf ("{ \"id\": \"e\", \"title\": \"A title %s\", \"when\": \"2025-06-12\" }",
                                           title);
  g_autofree char *text = g_strdup_printf ("A title %s\n12 June 2025 · no source", title);
  g_autoptr (TlTimeline) timeline = list_load_text (json);
  PangoRectangle extents;
  PangoLayout *layout;
  TlPoint point;

  tl_viewport_set_timeline (fixture->viewport, timeline);
  canvas_wait_until_calm (fixture);
  g_assert_true (canvas_find_point (fixture, TL_ITEM_EVENT, 0, &point));
  hover_for_tooltip (fixture, point, text);

  layout = gtk_label_get_layout (GTK_LABEL (list_find_text (find_tooltip (), text)));
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  g_assert_cmpint (pango_layout_get_line_count (layout), >=, 4);
  g_assert_cmpint (extents.width, <=, 640);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  canvas_add_tests ("/canvas-pointer/hover", test_hover);
  canvas_add_tests ("/canvas-pointer/click", test_click);
  canvas_add_tests ("/canvas-pointer/double-click", test_double_click);
  canvas_add_tests ("/canvas-pointer/double-click-event", test_double_click_event);
  canvas_add_test ("/canvas-pointer/click-after-compare", test_click_after_compare);
  canvas_add_tests ("/canvas-pointer/middle-click", test_middle_click);
  canvas_add_tests ("/canvas-pointer/drag", test_drag);
  canvas_add_test ("/canvas-pointer/drag-event", test_drag_event);
  canvas_add_tests ("/canvas-pointer/span", test_span);
  canvas_add_tests ("/canvas-pointer/span-of-days", test_span_of_days);
  canvas_add_tests ("/canvas-pointer/wheel", test_wheel);
  canvas_add_tests ("/canvas-pointer/wheel-on-names", test_wheel_on_names);
  canvas_add_test ("/canvas-pointer/drag-lane", test_drag_lane);
  canvas_add_test ("/canvas-pointer/tooltip", test_tooltip);
  canvas_add_test ("/canvas-pointer/long-tooltip", test_long_tooltip);

  return canvas_run_tests ();
}
