/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "canvas-fixture.h"

#include "tl-neighbours.h"
#include "wait-until.h"

#include <locale.h>
#include <math.h>

/* What keys do on the canvas, pressed for real. */

/* Pixels that nobody sees. */
#define NEARLY 1.0

static guint32
get_selected (CanvasFixture *fixture)
{
  return tl_viewport_get_selected (fixture->viewport);
}

/* Selects an event and gives it the keyboard. */
static void
go_to (CanvasFixture *fixture,
       guint32        event)
{
  tl_viewport_select (fixture->viewport, event);
  tl_canvas_reveal (fixture->canvas, event);
  canvas_wait_until_calm (fixture);
  gtk_widget_grab_focus (fixture->widget);
  canvas_wait_until_calm (fixture);
}

/* The event is selected, in view, and has the keyboard itself or in its
 * badge. */
static void
assert_is_at (CanvasFixture *fixture,
              guint32        event)
{
  const TlBadge *badge = tl_canvas_find_badge (fixture->canvas, event);
  guint n_badges;

  g_assert_cmpuint (get_selected (fixture), ==, event);
  if (badge == NULL)
    {
      g_assert_nonnull (tl_canvas_find_item (fixture->canvas, TL_ITEM_EVENT, event));
      g_assert_true (canvas_has_focus (fixture, TL_ITEM_EVENT, event));
      return;
    }

  g_assert_true (canvas_has_focus (fixture, TL_ITEM_BADGE,
                                   (guint32) (badge - tl_layout_get_badges (fixture->canvas->layout, &n_badges))));
}

static void
check_step (CanvasFixture *fixture,
            const char    *key,
            TlNeighbour    neighbour)
{
  guint32 expected = tl_layout_find_neighbour (fixture->canvas->layout, get_selected (fixture), neighbour);

  canvas_press (fixture, key);
  if (expected != TL_NONE)
    assert_is_at (fixture, expected);
}

static void
test_steps (CanvasFixture *fixture,
            gconstpointer  data)
{
  gboolean is_mirrored = tl_canvas_is_mirrored (fixture->canvas);
  const char *forward = is_mirrored ? "Left" : "Right";
  const char *back = is_mirrored ? "Right" : "Left";

  canvas_show_part (fixture, 0.3, 0.6);
  gtk_widget_grab_focus (fixture->widget);
  check_step (fixture, "Home", TL_NEIGHBOUR_FIRST);
  check_step (fixture, forward, TL_NEIGHBOUR_NEXT);
  check_step (fixture, forward, TL_NEIGHBOUR_NEXT);
  check_step (fixture, forward, TL_NEIGHBOUR_NEXT);
  check_step (fixture, back, TL_NEIGHBOUR_PREVIOUS);
  check_step (fixture, "period", TL_NEIGHBOUR_NEXT_IN_LANE);
  check_step (fixture, "period", TL_NEIGHBOUR_NEXT_IN_LANE);
  check_step (fixture, "comma", TL_NEIGHBOUR_PREVIOUS_IN_LANE);
  check_step (fixture, "Down", TL_NEIGHBOUR_DOWN);
  check_step (fixture, "Down", TL_NEIGHBOUR_DOWN);
  check_step (fixture, "Up", TL_NEIGHBOUR_UP);
  check_step (fixture, "End", TL_NEIGHBOUR_LAST);
  check_step (fixture, back, TL_NEIGHBOUR_PREVIOUS);
}

/* Each event can be come to, one after the other, whatever has a label. */
static void
test_all (CanvasFixture *fixture,
          gconstpointer  data)
{
  guint n_events, n = 1;

  tl_viewport_get_events (fixture->viewport, &n_events);
  gtk_widget_grab_focus (fixture->widget);
  canvas_press (fixture, "Home");
  g_assert_cmpuint (get_selected (fixture), ==, 0);
  for (guint32 before = 0; n <= n_events; before = get_selected (fixture), n++)
    {
      canvas_press (fixture, "Right");
      if (get_selected (fixture) == before)
        break;
      assert_is_at (fixture, before + 1);
    }
  g_assert_cmpuint (n, ==, n_events);
}

/* Without a selection one begins at an end. */
static void
test_first_step (CanvasFixture *fixture,
                 gconstpointer  data)
{
  guint n_events;

  tl_viewport_get_events (fixture->viewport, &n_events);
  gtk_widget_grab_focus (fixture->widget);
  canvas_press (fixture, "Right");
  assert_is_at (fixture, 0);

  tl_viewport_select (fixture->viewport, TL_NONE);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), fixture->widget);
  canvas_wait_until_calm (fixture);
  canvas_press (fixture, "Left");
  g_assert_cmpuint (get_selected (fixture), !=, TL_NONE);
}

static void
test_links (CanvasFixture *fixture,
            gconstpointer  data)
{
  guint32 event = canvas_find_event (fixture, "e06-openai-draws-down");
  guint n_linked;
  guint32 first = tl_layout_find_linked (fixture->canvas->layout, event, 0, &n_linked);
  guint32 last = tl_layout_find_linked (fixture->canvas->layout, event, n_linked - 1, &n_linked);

  g_assert_cmpuint (n_linked, >, 0);
  go_to (fixture, event);
  canvas_press (fixture, "bracketright");
  assert_is_at (fixture, first);
  for (guint i = 1; i <= n_linked; i++)
    canvas_press (fixture, "bracketright");
  assert_is_at (fixture, first);
  canvas_press (fixture, "bracketleft");
  assert_is_at (fixture, last);
}

static void
test_enter (CanvasFixture *fixture,
            gconstpointer  data)
{
  TlPoint point;
  guint32 event = canvas_find_clickable (fixture, TL_NONE, &point);

  go_to (fixture, event);
  canvas_press (fixture, "Return");
  g_assert_cmpuint (fixture->n_opened, ==, 1);
  g_assert_cmpuint (fixture->opened, ==, event);
  g_assert_cmpuint (get_selected (fixture), ==, event);
  canvas_press (fixture, "KP_Enter");
  g_assert_cmpuint (fixture->n_opened, ==, 2);

  /* Space selects only. */
  tl_viewport_select (fixture->viewport, TL_NONE);
  canvas_press (fixture, "space");
  g_assert_cmpuint (fixture->n_opened, ==, 2);
  g_assert_cmpuint (get_selected (fixture), ==, event);
}

/* The latest comes off first. */
static void
test_escape (CanvasFixture *fixture,
             gconstpointer  data)
{
  const TlStretch span = { 10, 1000 };
  TlPoint point;
  guint32 first = canvas_find_clickable (fixture, TL_NONE, &point);
  guint32 second = canvas_find_clickable (fixture, first, &point);
  TlStretch found;

  go_to (fixture, first);
  tl_viewport_compare (fixture->viewport, second);
  tl_viewport_set_span (fixture->viewport, &span);

  canvas_press (fixture, "Escape");
  g_assert_false (tl_viewport_get_span (fixture->viewport, &found));
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, second);
  canvas_press (fixture, "Escape");
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, TL_NONE);
  g_assert_cmpuint (get_selected (fixture), ==, first);
  canvas_press (fixture, "Escape");
  g_assert_cmpuint (get_selected (fixture), ==, TL_NONE);
}

/* Where an event's mark is in the lanes, in pixels of the drawing. */
static double
get_mark_x (CanvasFixture *fixture,
            guint32        event)
{
  const TlPlaced *placed = tl_canvas_find_placed (fixture->canvas, event);

  g_assert_nonnull (placed);

  return placed->mark.anchor - tl_viewport_get_camera (fixture->viewport).x;
}

static void
test_zoom (CanvasFixture *fixture,
           gconstpointer  data)
{
  TlPoint point;
  double width, x;
  guint32 event;

  canvas_show_part (fixture, 0.3, 0.6);
  event = canvas_find_clickable (fixture, TL_NONE, &point);
  go_to (fixture, event);
  width = canvas_get_stretch_width (fixture);
  x = get_mark_x (fixture, event);

  /* About the selected event, which stays where it is. */
  canvas_press (fixture, "plus");
  g_assert_cmpfloat_with_epsilon (canvas_get_stretch_width (fixture), width / 1.5, 1e-6 * width);
  g_assert_cmpfloat_with_epsilon (get_mark_x (fixture, event), x, NEARLY);
  canvas_press (fixture, "w");
  g_assert_cmpfloat_with_epsilon (canvas_get_stretch_width (fixture), width / 2.25, 1e-6 * width);
  canvas_press (fixture, "minus");
  canvas_press (fixture, "s");
  g_assert_cmpfloat_with_epsilon (canvas_get_stretch_width (fixture), width, 1e-6 * width);
  g_assert_cmpfloat_with_epsilon (get_mark_x (fixture, event), x, NEARLY);
  g_assert_cmpuint (fixture->n_jumps, ==, 0);

  canvas_press (fixture, "0");
  g_assert_true (tl_viewport_is_fitted (fixture->viewport));
  g_assert_cmpuint (fixture->n_jumps, ==, 1);
}

/* Goes to an event of one day, but not into the middle. */
static guint32
go_to_day (CanvasFixture *fixture)
{
  guint n_placed;
  const TlPlaced *placed = tl_layout_get_placed (fixture->canvas->layout, &n_placed);

  for (guint i = 0; i < n_placed; i++)
    {
      double length = tl_axis_get_length (tl_viewport_get_axis (fixture->viewport));
      double place = (placed[i].mark.anchor - TL_LEAD_IN) / fixture->canvas->layout_scale / length;
      guint32 event = placed[i].event;

      if (placed[i].mark.kind != TL_MARK_DISC || place < 0.2 || place > 0.8)
        continue;
      canvas_show_part (fixture, place - 0.06, place + 0.03);
      go_to (fixture, event);
      return event;
    }
  g_error ("there is no event of one day");
}

/* F: into the middle; once more: nearer. */
static void
test_look (CanvasFixture *fixture,
           gconstpointer  data)
{
  double middle = tl_canvas_get_lanes_box (fixture->canvas).width / 2;
  guint32 event = go_to_day (fixture);
  double width;

  g_assert_cmpfloat (get_mark_x (fixture, event), >, middle + 50);
  width = canvas_get_stretch_width (fixture);
  canvas_press (fixture, "f");
  g_assert_cmpfloat_with_epsilon (canvas_get_stretch_width (fixture), width, 1e-6 * width);
  g_assert_cmpfloat_with_epsilon (get_mark_x (fixture, event), middle, NEARLY);
  canvas_press (fixture, "f");
  g_assert_cmpfloat (canvas_get_stretch_width (fixture), <, width);
}

static void
test_pan (CanvasFixture *fixture,
          gconstpointer  data)
{
  double width = tl_canvas_get_lanes_box (fixture->canvas).width;
  double x;

  canvas_show_part (fixture, 0.3, 0.6);
  gtk_widget_grab_focus (fixture->widget);
  x = tl_viewport_get_camera (fixture->viewport).x;
  canvas_press (fixture, "d");
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_camera (fixture->viewport).x, x + 0.15 * width, NEARLY);
  canvas_press (fixture, "a");
  canvas_press (fixture, "Prior");
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_camera (fixture->viewport).x, x - 0.9 * width, NEARLY);
  canvas_press (fixture, "Next");
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_camera (fixture->viewport).x, x, NEARLY);
}

/* R marks the time that the selected event took; the button zooms to it. */
static void
test_mark (CanvasFixture *fixture,
           gconstpointer  data)
{
  guint32 event = canvas_find_event (fixture, "e06-openai-draws-down");
  const TlAxis *axis = tl_viewport_get_axis (fixture->viewport);
  const TlDate *when = &tl_timeline_get_events (fixture->timeline, NULL)[event].when;
  TlStretch span, shown;

  gtk_widget_grab_focus (fixture->widget);
  canvas_press (fixture, "r");
  g_assert_false (tl_viewport_get_span (fixture->viewport, &span));

  go_to (fixture, event);
  g_assert_false (gtk_widget_get_child_visible (fixture->canvas->zoom_button));
  canvas_press (fixture, "r");
  g_assert_true (tl_viewport_get_span (fixture->viewport, &span));
  g_assert_cmpfloat_with_epsilon (span.from, tl_axis_get_position (axis, tl_date_get_earliest (when)), 1e-9);
  g_assert_cmpfloat_with_epsilon (span.to, tl_axis_get_position (axis, tl_date_get_latest (when) + 1), 1e-9);
  g_assert_true (gtk_widget_get_child_visible (fixture->canvas->zoom_button));

  /* Tab comes to it. */
  canvas_press (fixture, "Tab");
  g_assert_true (gtk_widget_has_focus (fixture->canvas->zoom_button));
  canvas_press (fixture, "space");
  shown = tl_viewport_get_stretch (fixture->viewport);
  g_assert_cmpfloat_with_epsilon (shown.from, span.from, 1e-6 * (span.to - span.from));
  g_assert_cmpfloat_with_epsilon (shown.to, span.to, 1e-6 * (span.to - span.from));
  g_assert_false (tl_viewport_get_span (fixture->viewport, &span));
  g_assert_false (gtk_widget_get_child_visible (fixture->canvas->zoom_button));
  g_assert_cmpuint (fixture->n_jumps, ==, 1);
}

/* The overview, lanes, events, and out; and back. */
static void
test_tab (CanvasFixture *fixture,
          gconstpointer  data)
{
  GtkWidget *overview = gtk_widget_get_next_sibling (fixture->widget);
  guint32 first_lane = tl_viewport_get_lanes (fixture->viewport, &(guint){ 0 })[0].lane;
  guint32 event = canvas_find_event (fixture, "e06-openai-draws-down");

  tl_viewport_select (fixture->viewport, event);
  canvas_wait_until_calm (fixture);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  canvas_press (fixture, "Tab");
  g_assert_true (gtk_widget_has_focus (overview));
  canvas_press (fixture, "Tab");
  g_assert_true (canvas_has_focus (fixture, TL_ITEM_LANE, first_lane));
  canvas_press (fixture, "Tab");
  assert_is_at (fixture, event);
  canvas_press (fixture, "Tab");
  g_assert_true (gtk_widget_has_focus (fixture->beyond));

  canvas_press (fixture, "shift+Tab");
  assert_is_at (fixture, event);
  canvas_press (fixture, "shift+Tab");
  g_assert_true (canvas_has_focus (fixture, TL_ITEM_LANE, first_lane));
  canvas_press (fixture, "shift+Tab");
  g_assert_true (gtk_widget_has_focus (overview));
}

/* Lanes have the arrows while one of them has the keyboard. */
static void
test_lanes (CanvasFixture *fixture,
            gconstpointer  data)
{
  guint n_lanes;
  const TlLaneChoice *lanes = tl_viewport_get_lanes (fixture->viewport, &n_lanes);
  guint32 first = lanes[0].lane;
  guint32 second = lanes[1].lane;
  double width = canvas_get_stretch_width (fixture);

  g_assert_true (tl_canvas_focus_lane (fixture->canvas, first));
  canvas_press (fixture, "Down");
  g_assert_true (canvas_has_focus (fixture, TL_ITEM_LANE, second));
  g_assert_cmpuint (get_selected (fixture), ==, TL_NONE);
  canvas_press (fixture, "Up Up");
  g_assert_true (canvas_has_focus (fixture, TL_ITEM_LANE, first));

  /* Alt moves the lane, which keeps the keyboard. */
  canvas_press (fixture, "alt+Down");
  lanes = tl_viewport_get_lanes (fixture->viewport, &n_lanes);
  g_assert_cmpuint (lanes[0].lane, ==, second);
  g_assert_cmpuint (lanes[1].lane, ==, first);
  g_assert_true (canvas_has_focus (fixture, TL_ITEM_LANE, first));
  canvas_press (fixture, "alt+Up");
  lanes = tl_viewport_get_lanes (fixture->viewport, &n_lanes);
  g_assert_cmpuint (lanes[0].lane, ==, first);

  canvas_press (fixture, "space");
  lanes = tl_viewport_get_lanes (fixture->viewport, &n_lanes);
  g_assert_true (lanes[0].is_collapsed);
  g_assert_true (canvas_has_focus (fixture, TL_ITEM_LANE, first));
  canvas_press (fixture, "space");
  lanes = tl_viewport_get_lanes (fixture->viewport, &n_lanes);
  g_assert_false (lanes[0].is_collapsed);

  /* Enter looks at its events. */
  g_assert_true (tl_canvas_focus_lane (fixture->canvas, second));
  canvas_press (fixture, "Return");
  g_assert_cmpuint (fixture->n_jumps, ==, 1);
  g_assert_cmpfloat (canvas_get_stretch_width (fixture), <=, width);
}

/* Keys with Ctrl or Alt are for the window. */
static void
test_others (CanvasFixture *fixture,
             gconstpointer  data)
{
  TlCamera before, after;

  canvas_show_part (fixture, 0.3, 0.6);
  go_to (fixture, 5);
  before = tl_viewport_get_camera (fixture->viewport);
  canvas_press (fixture, "ctrl+w ctrl+0 alt+Left ctrl+f");
  after = tl_viewport_get_camera (fixture->viewport);
  g_assert_true (tl_camera_equal (&before, &after));
  g_assert_cmpuint (get_selected (fixture), ==, 5);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  canvas_add_tests ("/canvas-keys/steps", test_steps);
  canvas_add_test ("/canvas-keys/all", test_all);
  canvas_add_test ("/canvas-keys/first-step", test_first_step);
  canvas_add_test ("/canvas-keys/links", test_links);
  canvas_add_test ("/canvas-keys/enter", test_enter);
  canvas_add_test ("/canvas-keys/escape", test_escape);
  canvas_add_test ("/canvas-keys/zoom", test_zoom);
  canvas_add_test ("/canvas-keys/look", test_look);
  canvas_add_test ("/canvas-keys/pan", test_pan);
  canvas_add_tests ("/canvas-keys/mark", test_mark);
  canvas_add_test ("/canvas-keys/tab", test_tab);
  canvas_add_test ("/canvas-keys/lanes", test_lanes);
  canvas_add_test ("/canvas-keys/others", test_others);

  return canvas_run_tests ();
}
