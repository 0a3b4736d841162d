/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "canvas-fixture.h"

#include "wait-until.h"

#include <locale.h>
#include <math.h>

/* How the view of the canvas moves. */

static void
assert_at (CanvasFixture  *fixture,
           const TlCamera *camera)
{
  TlCamera now = tl_viewport_get_camera (fixture->viewport);

  g_assert_cmpfloat_with_epsilon (now.scale, camera->scale, 1e-9 * camera->scale);
  g_assert_cmpfloat_with_epsilon (now.x, camera->x, 0.01);
  g_assert_cmpfloat_with_epsilon (now.y, camera->y, 0.01);
}

/* The view of a part of the axis, from 0 to 1. */
static TlCamera
get_part (CanvasFixture *fixture,
          double         from,
          double         to)
{
  double length = tl_axis_get_length (tl_viewport_get_axis (fixture->viewport));
  const TlStretch stretch = { from * length, to * length };

  return tl_viewport_show_stretch (fixture->viewport, &stretch, 0);
}

/* Who wants nothing to move sees nothing move. */
static void
test_not_animated (CanvasFixture *fixture,
                   gconstpointer  data)
{
  TlCamera near = get_part (fixture, 0.3, 0.5);

  tl_canvas_go (fixture->canvas, &near);
  assert_at (fixture, &near);
  tl_canvas_zoom (fixture->canvas, 2);
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_camera (fixture->viewport).scale, 2 * near.scale, 1e-9 * near.scale);
  tl_canvas_glide (fixture->canvas, 5000, 0);
  g_assert_cmpint (fixture->canvas->glide.at, ==, 0);
}

/* Who does, sees it on the way. */
static void
test_animated (CanvasFixture *fixture,
               gconstpointer  data)
{
  TlCamera before = tl_viewport_get_camera (fixture->viewport);
  TlCamera near = get_part (fixture, 0.3, 0.5);
  TlCamera destination;

  canvas_set_animated (TRUE);
  fixture->n_changes = 0;
  tl_canvas_go (fixture->canvas, &near);
  assert_at (fixture, &before);
  destination = tl_viewport_get_destination (fixture->viewport);
  g_assert_true (tl_camera_equal (&destination, &near));

  canvas_wait_until_calm (fixture);
  assert_at (fixture, &near);
  g_assert_false (fixture->canvas->is_moving);
  g_assert_cmpuint (fixture->n_changes, >=, 2);
  g_assert_cmpfloat (fixture->canvas->layout_scale, ==, near.scale);
}

/* Another axis, chosen on the way, shows what the way leads to. */
static void
test_axis_on_the_way (CanvasFixture *fixture,
                      gconstpointer  data)
{
  TlCamera near = get_part (fixture, 0.3, 0.5);
  TlPlace wanted, shown;

  tl_canvas_go (fixture->canvas, &near);
  wanted = tl_viewport_get_place (fixture->viewport);
  canvas_show_part (fixture, 0, 1);

  canvas_set_animated (TRUE);
  tl_canvas_go (fixture->canvas, &near);
  shown = tl_viewport_get_place (fixture->viewport);
  g_assert_cmpint (shown.from.instant, ==, wanted.from.instant);
  g_assert_cmpint (shown.to.instant, ==, wanted.to.instant);
  g_assert_false (shown.is_whole);

  tl_viewport_set_axis_mode (fixture->viewport, TL_AXIS_LINEAR);
  canvas_wait_until_calm (fixture);
  shown = tl_viewport_get_place (fixture->viewport);
  g_assert_cmpint (ABS (shown.from.instant - wanted.from.instant), <=, TL_SECONDS_PER_DAY);
  g_assert_cmpint (ABS (shown.to.instant - wanted.to.instant), <=, TL_SECONDS_PER_DAY);
}

typedef struct
{
  CanvasFixture *fixture;
  double         unit;
  double         pixel;
  double         furthest; /* it has been away from there */
  guint          n;
} Watched;

static void
watch_cb (TlViewport *viewport,
          guint       changes,
          Watched    *watched)
{
  TlCamera camera = tl_viewport_get_camera (viewport);
  double pixel = TL_LEAD_IN + watched->unit * camera.scale - camera.x;

  watched->furthest = fmax (watched->furthest, fabs (pixel - watched->pixel));
  watched->n++;
}

/* On the way to a nearer look, what it is about stays where it is. */
static void
test_fixed_point (CanvasFixture *fixture,
                  gconstpointer  data)
{
  Watched watched = { .fixture = fixture, .pixel = 300 };
  TlCamera camera;
  gulong handler;

  canvas_show_part (fixture, 0.3, 0.5);
  watched.unit = tl_viewport_get_unit (fixture->viewport, watched.pixel);
  handler = g_signal_connect (fixture->viewport, "changed", G_CALLBACK (watch_cb), &watched);
  camera = tl_viewport_get_camera (fixture->viewport);
  camera = tl_viewport_zoom (fixture->viewport, &camera, 4, watched.pixel);
  canvas_set_animated (TRUE);
  tl_canvas_go (fixture->canvas, &camera);
  canvas_wait_until_calm (fixture);
  assert_at (fixture, &camera);
  g_assert_cmpuint (watched.n, >, 1);
  g_assert_cmpfloat (watched.furthest, <, 0.1);
  g_signal_handler_disconnect (fixture->viewport, handler);
}

static gboolean
is_on_the_way_cb (gpointer data)
{
  const CanvasFixture *fixture = data;

  return fixture->n_changes > 0;
}

static void
begin_move (CanvasFixture  *fixture,
            const TlCamera *camera)
{
  canvas_set_animated (TRUE);
  fixture->n_changes = 0;
  tl_canvas_go (fixture->canvas, camera);
  tl_wait_until (is_on_the_way_cb, fixture, "it moves");
}

/* A new move goes on from where the old one has come to. */
static void
test_other_move (CanvasFixture *fixture,
                 gconstpointer  data)
{
  TlCamera first = get_part (fixture, 0.1, 0.2);
  TlCamera second = get_part (fixture, 0.6, 0.9);
  TlCamera way;

  begin_move (fixture, &first);
  way = tl_viewport_get_camera (fixture->viewport);
  tl_canvas_go (fixture->canvas, &second);
  assert_at (fixture, &way);
  canvas_wait_until_calm (fixture);
  assert_at (fixture, &second);
}

/* Steps add up, even while one is on the way. */
static void
test_steps_add_up (CanvasFixture *fixture,
                   gconstpointer  data)
{
  double scale;

  canvas_show_part (fixture, 0.3, 0.7);
  scale = tl_viewport_get_camera (fixture->viewport).scale;
  canvas_set_animated (TRUE);
  for (guint i = 0; i < 3; i++)
    tl_canvas_zoom (fixture->canvas, 1.5);
  canvas_wait_until_calm (fixture);
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_camera (fixture->viewport).scale, scale * 1.5 * 1.5 * 1.5,
                                  1e-6 * scale);
}

/* A hand takes hold of it: no mixture of two layouts stays behind. */
static void
test_pan_stops (CanvasFixture *fixture,
                gconstpointer  data)
{
  TlCamera camera = get_part (fixture, 0.6, 0.9);
  TlCamera way;

  begin_move (fixture, &camera);
  g_assert_nonnull (fixture->canvas->zoom_from);
  tl_canvas_pan (fixture->canvas, 5, 0);
  way = tl_viewport_get_camera (fixture->viewport);
  g_assert_false (fixture->canvas->is_moving);
  canvas_wait_until_calm (fixture);
  assert_at (fixture, &way);
  g_assert_null (fixture->canvas->zoom_from);
}

/* It cannot arrive at what is no longer there. */
static void
test_content_stops (CanvasFixture *fixture,
                    gconstpointer  data)
{
  TlCamera camera = get_part (fixture, 0.6, 0.9);

  begin_move (fixture, &camera);
  tl_viewport_set_timeline (fixture->viewport, fixture->timeline);
  canvas_wait_until_calm (fixture);
  g_assert_true (tl_viewport_is_fitted (fixture->viewport));
}

/* After a swipe it glides on, and comes to rest; at an end at once. */
static void
test_glide (CanvasFixture *fixture,
            gconstpointer  data)
{
  double forward = tl_canvas_is_mirrored (fixture->canvas) ? -1 : 1;
  double scale = tl_canvas_get_text_scale (fixture->canvas);
  double x;

  canvas_show_part (fixture, 0.3, 0.4);
  x = tl_viewport_get_camera (fixture->viewport).x;
  canvas_set_animated (TRUE);
  tl_canvas_glide (fixture->canvas, 400 * forward, 0);
  canvas_wait_until_calm (fixture);
  /* A speed that falls off by powers of e goes this far; the last bit of it is
   * too slow to be seen. */
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_camera (fixture->viewport).x, x + (400 / scale - 20) / 4, 7);
  g_assert_cmpint (fixture->canvas->glide.at, ==, 0);

  canvas_show_part (fixture, 0, 0.1);
  tl_canvas_glide (fixture->canvas, -1000 * forward, 0);
  canvas_wait_until_calm (fixture);
  g_assert_cmpfloat (tl_viewport_get_camera (fixture->viewport).x, ==, 0);
}

/* When two fingers leave a touchpad, it goes on in the direction in which
 * they have pushed. */
static void
lift_from_touchpad (CanvasFixture *fixture,
                    double         vx,
                    double         vy)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        g_signal_emit_by_name (controller, "decelerate", vx, vy);
    }
  g_assert_cmpint (fixture->canvas->glide.at, !=, 0);
  canvas_wait_until_calm (fixture);
}

static void
test_touchpad (CanvasFixture *fixture,
               gconstpointer  data)
{
  double back = tl_canvas_is_mirrored (fixture->canvas) ? -1 : 1;
  double x, scale, step;

  canvas_show_part (fixture, 0.3, 0.4);
  scale = tl_canvas_get_text_scale (fixture->canvas);
  /* Outside of an event, and for a touchpad on X11, the unit is the step of a
   * wheel. */
  step = pow (gtk_widget_get_width (fixture->widget), 2.0 / 3.0);
  x = tl_viewport_get_camera (fixture->viewport).x;
  canvas_set_animated (TRUE);
  lift_from_touchpad (fixture, 0.004 * back, 0);
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_camera (fixture->viewport).x, x + (4 * step / scale - 20) / 4, 7);

  /* Like a wheel, it goes along time when it is pushed down. */
  x = tl_viewport_get_camera (fixture->viewport).x;
  lift_from_touchpad (fixture, 0, -0.004);
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_camera (fixture->viewport).x, x - (4 * step / scale - 20) / 4, 7);
}

/* Going somewhere */

static gboolean
is_in_view (CanvasFixture *fixture,
            double         from,
            double         to)
{
  TlStretch shown = tl_viewport_get_stretch (fixture->viewport);

  return shown.from <= from + 1e-6 && shown.to >= to - 1e-6;
}

static void
test_reveal (CanvasFixture *fixture,
             gconstpointer  data)
{
  guint n_events;
  double scale;

  canvas_show_part (fixture, 0.2, 0.4);
  scale = tl_viewport_get_camera (fixture->viewport).scale;
  tl_viewport_get_events (fixture->viewport, &n_events);
  for (guint32 i = 0; i < n_events; i++)
    {
      guint32 event = i * 7 % n_events;
      const TlPlaced *placed;
      TlCamera once, again;

      tl_canvas_reveal (fixture->canvas, event);
      canvas_wait_until_calm (fixture);
      placed = tl_canvas_find_placed (fixture->canvas, event);
      if (placed->label != TL_LABEL_NONE)
        g_assert_nonnull (tl_canvas_find_item (fixture->canvas, TL_ITEM_EVENT, event));
      else
        g_assert_nonnull (tl_canvas_find_badge (fixture->canvas, event));
      g_assert_cmpfloat (tl_viewport_get_camera (fixture->viewport).scale, ==, scale);

      /* What is in view is left there. */
      once = tl_viewport_get_camera (fixture->viewport);
      tl_canvas_reveal (fixture->canvas, event);
      canvas_wait_until_calm (fixture);
      again = tl_viewport_get_camera (fixture->viewport);
      g_assert_true (tl_camera_equal (&once, &again));
    }
  g_assert_cmpuint (fixture->n_jumps, ==, 0);
}

static void
test_go_to_parts (CanvasFixture *fixture,
                  gconstpointer  data)
{
  const TlAxis *axis = tl_viewport_get_axis (fixture->viewport);
  guint32 event = canvas_find_event (fixture, "e06-openai-draws-down");
  const TlDate *when = &tl_timeline_get_events (fixture->timeline, NULL)[event].when;
  guint n_eras, n_lanes;
  const TlEra *eras = tl_timeline_get_eras (fixture->timeline, &n_eras);

  tl_canvas_zoom_to_event (fixture->canvas, event);
  canvas_wait_until_calm (fixture);
  g_assert_true (is_in_view (fixture, tl_axis_get_position (axis, tl_date_get_earliest (when)),
                             tl_axis_get_position (axis, tl_date_get_latest (when))));
  g_assert_false (tl_viewport_is_fitted (fixture->viewport));

  g_assert_cmpuint (n_eras, >, 0);
  for (guint i = 0; i < n_eras; i++)
    {
      tl_canvas_zoom_to_era (fixture->canvas, i);
      canvas_wait_until_calm (fixture);
      g_assert_true (is_in_view (fixture, tl_axis_get_position (axis, tl_date_get_earliest (&eras[i].when)),
                                 tl_axis_get_position (axis, tl_date_get_latest (&eras[i].when))));
    }

  tl_timeline_get_lanes (fixture->timeline, &n_lanes);
  for (guint32 lane = 0; lane < n_lanes; lane++)
    {
      tl_canvas_zoom_to_lane (fixture->canvas, lane);
      canvas_wait_until_calm (fixture);
      g_assert_nonnull (tl_canvas_find_item (fixture->canvas, TL_ITEM_LANE, lane));
    }

  tl_canvas_zoom_to_fit (fixture->canvas);
  g_assert_true (tl_viewport_is_fitted (fixture->viewport));
  g_assert_cmpuint (fixture->n_jumps, ==, 1 + n_eras + n_lanes + 1);

  /* What there is not is no place to go to. */
  tl_canvas_zoom_to_event (fixture->canvas, TL_NONE);
  tl_canvas_zoom_to_era (fixture->canvas, n_eras);
  tl_canvas_zoom_to_lane (fixture->canvas, n_lanes);
  tl_canvas_zoom_to_span (fixture->canvas);
  tl_canvas_reveal (fixture->canvas, TL_NONE);
  g_assert_true (tl_viewport_is_fitted (fixture->viewport));
}

/* Whatever the size of the text, all stays in view. */
static void
test_text_scale (CanvasFixture *fixture,
                 gconstpointer  data)
{
  double gutter = tl_canvas_get_gutter (fixture->canvas);

  tl_stage_set_text_scale (TL_STAGE (fixture->stage), 1.5);
  canvas_wait_until_calm (fixture);
  g_assert_true (tl_viewport_is_fitted (fixture->viewport));
  g_assert_cmpfloat (tl_canvas_get_gutter (fixture->canvas), >, gutter);
  tl_canvas_set_text_scale (fixture->canvas, 100);
  g_assert_cmpfloat (tl_canvas_get_text_scale (fixture->canvas), ==, TL_MAX_TEXT_SCALE);
  tl_canvas_set_text_scale (fixture->canvas, 0);
  g_assert_cmpfloat (tl_canvas_get_text_scale (fixture->canvas), ==, TL_MIN_TEXT_SCALE);
  canvas_wait_until_calm (fixture);
  g_assert_true (tl_viewport_is_fitted (fixture->viewport));
}

/* There is a bar where lanes have no room, in step with what is in view. */
static void
test_scrollbar (CanvasFixture *fixture,
                gconstpointer  data)
{
  GtkWidget *bar = fixture->canvas->scrollbar;
  GtkAdjustment *adjustment = gtk_scrollbar_get_adjustment (GTK_SCROLLBAR (bar));
  graphene_rect_t bounds;

  tl_canvas_set_text_scale (fixture->canvas, 1);
  canvas_wait_until_calm (fixture);
  g_assert_false (gtk_widget_get_child_visible (bar));

  tl_canvas_set_text_scale (fixture->canvas, 4);
  canvas_wait_until_calm (fixture);
  g_assert_true (gtk_widget_get_child_visible (bar));
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
  g_assert_true (gtk_widget_compute_bounds (bar, fixture->widget, &bounds));
  if (gtk_widget_get_direction (fixture->widget) == GTK_TEXT_DIR_RTL)
    g_assert_cmpfloat (bounds.origin.x, ==, 0);
  else
    g_assert_cmpfloat (bounds.origin.x + bounds.size.width, ==, gtk_widget_get_width (fixture->widget));

  tl_canvas_pan (fixture->canvas, 0, 100);
  canvas_wait_until_calm (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, tl_viewport_get_camera (fixture->viewport).y);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);

  gtk_adjustment_set_value (adjustment, 5);
  canvas_wait_until_calm (fixture);
  g_assert_cmpfloat (tl_viewport_get_camera (fixture->viewport).y, ==, 5);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  canvas_add_test ("/canvas-move/not-animated", test_not_animated);
  canvas_add_test ("/canvas-move/animated", test_animated);
  canvas_add_test ("/canvas-move/axis-on-the-way", test_axis_on_the_way);
  canvas_add_test ("/canvas-move/fixed-point", test_fixed_point);
  canvas_add_test ("/canvas-move/other-move", test_other_move);
  canvas_add_test ("/canvas-move/steps-add-up", test_steps_add_up);
  canvas_add_test ("/canvas-move/pan-stops", test_pan_stops);
  canvas_add_test ("/canvas-move/content-stops", test_content_stops);
  canvas_add_tests ("/canvas-move/glide", test_glide);
  canvas_add_tests ("/canvas-move/touchpad", test_touchpad);
  canvas_add_tests ("/canvas-move/reveal", test_reveal);
  canvas_add_tests ("/canvas-move/go-to-parts", test_go_to_parts);
  canvas_add_tests ("/canvas-move/scrollbar", test_scrollbar);
  canvas_add_test ("/canvas-move/text-scale", test_text_scale);

  return canvas_run_tests ();
}
