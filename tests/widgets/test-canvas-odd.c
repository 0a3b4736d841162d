/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-canvas-private.h"
#include "tl-stage.h"

#include "list-fixture.h"

#include <locale.h>
#include <math.h>

/* Timelines that are unlike others, in windows that are: whatever somebody
 * does there, nothing warns and nothing falls over.
 */

typedef struct
{
  const char *name;
  const char *events; /* (nullable): no timeline at all */
} Odd;

static const Odd odds[] = {
  { "none", NULL },
  { "empty", "" },
  { "moment", "{ \"id\": \"a\", \"title\": \"A\", \"when\": \"2025-01-01T10:00:00Z\" }" },
  { "same-moment", "{ \"id\": \"a\", \"title\": \"A\", \"when\": \"2025-01-01\" },"
                   "{ \"id\": \"b\", \"title\": \"B\", \"when\": \"2025-01-01\" }" },
  { "all-of-time", "{ \"id\": \"a\", \"title\": \"A\", \"when\": \"Y-290000000000\" },"
                   "{ \"id\": \"b\", \"title\": \"B\", \"when\": \"2025\" },"
                   "{ \"id\": \"c\", \"title\": \"C\", \"when\": \"Y290000000000\" }" },
  { "open", "{ \"id\": \"a\", \"title\": \"A\", \"when\": \"../2025\" },"
            "{ \"id\": \"b\", \"title\": \"B\", \"when\": \"2025/..\" }" },
};

typedef struct
{
  TlViewport *viewport;
  GtkWidget  *window;
  TlStage    *stage;
  TlCanvas   *canvas;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->viewport = tl_viewport_new ();
  fixture->stage = TL_STAGE (tl_stage_new (fixture->viewport));
  fixture->canvas = tl_stage_get_canvas (fixture->stage);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->stage));
  gtk_window_present (GTK_WINDOW (fixture->window));
  list_wait_for_frames (GTK_WIDGET (fixture->canvas));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->viewport);
}

static void
point_everywhere (Fixture *fixture)
{
  TlCanvas *canvas = fixture->canvas;
  double width = gtk_widget_get_width (GTK_WIDGET (canvas)), height = gtk_widget_get_height (GTK_WIDGET (canvas));

  canvas->has_pointer = TRUE;
  for (int i = 0; i <= 4; i++)
    {
      canvas->pointer = (TlPoint){ width * i / 4, height * i / 4 };
      tl_canvas_update_pointer (canvas);
    }
  list_wait_for_frames (GTK_WIDGET (canvas));
}

static void
act_on (Fixture *fixture,
        guint32  event)
{
  static const char *const actions[] = {
    "canvas.open-event", "canvas.zoom-to-event", "canvas.compare-event", "canvas.mark-event", "canvas.zoom-to-event",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), actions[i], "u", event);
  list_wait_for_frames (GTK_WIDGET (fixture->canvas));
  tl_canvas_reveal (fixture->canvas, event);
}

static void
act (Fixture *fixture)
{
  TlCanvas *canvas = fixture->canvas;
  TlCamera camera;

  /* One more than there are. */
  for (guint32 event = 0; event < 4; event++)
    act_on (fixture, event);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  point_everywhere (fixture);
  tl_canvas_zoom_to_span (canvas);
  for (int i = 0; i < 3; i++)
    tl_canvas_zoom (canvas, 1e6);
  list_wait_for_frames (GTK_WIDGET (canvas));
  point_everywhere (fixture);
  tl_canvas_zoom_to_lane (canvas, 0);
  tl_canvas_zoom_to_era (canvas, 0);
  tl_canvas_zoom_to_fit (canvas);
  list_wait_for_frames (GTK_WIDGET (canvas));

  camera = tl_viewport_get_camera (fixture->viewport);
  g_assert_true (isfinite (camera.scale) && isfinite (camera.x) && isfinite (camera.y));
}

static void
test_odd (Fixture      *fixture,
          gconstpointer data)
{
  static const double scales[] = { TL_MIN_TEXT_SCALE, 1, TL_MAX_TEXT_SCALE };
  const Odd *odd = data;
  g_autoptr (TlTimeline) timeline = odd->events != NULL ? list_load_text (odd->events) : NULL;

  tl_viewport_set_timeline (fixture->viewport, timeline);
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      tl_stage_set_text_scale (fixture->stage, scales[i]);
      gtk_widget_set_direction (GTK_WIDGET (fixture->canvas), i == 1 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      act (fixture);
    }
}

/* The letters are so large that the lanes have no room beside their names. */
static void
test_no_room (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (TlTimeline) timeline = list_load_story ();

  tl_viewport_set_timeline (fixture->viewport, timeline);
  tl_stage_set_text_scale (fixture->stage, TL_MAX_TEXT_SCALE);
  gtk_widget_set_size_request (GTK_WIDGET (fixture->stage), 200, 120);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 200, 120);
  list_wait_for_frames (GTK_WIDGET (fixture->canvas));
  list_wait_for_frames (GTK_WIDGET (fixture->canvas));
  g_assert_cmpfloat (tl_canvas_get_width (fixture->canvas), <, fixture->canvas->gutter);
  act (fixture);
}

static GtkGesture *
find_drag (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return GTK_GESTURE (controller);
    }
  g_error ("nothing can be dragged");
}

/* A hand moves on before the next frame, when there is no layout. */
static void
test_reload_while_dragged (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (TlTimeline) timeline = list_load_story ();
  g_autoptr (TlTimeline) newer = list_load_text (odds[2].events);
  GtkGesture *drag = find_drag (GTK_WIDGET (fixture->canvas));
  TlRect lanes;

  for (int i = 0; i < 3; i++)
    {
      tl_viewport_set_timeline (fixture->viewport, timeline);
      list_wait_for_frames (GTK_WIDGET (fixture->canvas));
      lanes = tl_canvas_get_lanes_box (fixture->canvas);
      /* A lane, the axis, the lanes. */
      g_signal_emit_by_name (drag, "drag-begin", i == 0 ? 5 : lanes.x + 100, i == 1 ? 5 : lanes.y + 20);
      g_signal_emit_by_name (drag, "drag-update", 20.0, 20.0);
      g_assert_cmpint (fixture->canvas->drag, !=, TL_DRAG_NONE);
      tl_viewport_replace_timeline (fixture->viewport, newer);
      g_signal_emit_by_name (drag, "drag-update", 40.0, 40.0);
      list_wait_for_frames (GTK_WIDGET (fixture->canvas));
      g_signal_emit_by_name (drag, "drag-update", 60.0, 60.0);
      g_signal_emit_by_name (drag, "drag-end", 60.0, 60.0);
      list_wait_for_frames (GTK_WIDGET (fixture->canvas));
    }
}

/* The keyboard stays with the event, not with its place in the file. */
static void
test_reload_with_keyboard (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (TlTimeline) before = list_load_text ("{ \"id\": \"b\", \"title\": \"B\", \"when\": \"2025\" },"
                                                  "{ \"id\": \"c\", \"title\": \"C\", \"when\": \"2027\" }");
  g_autoptr (TlTimeline) now = list_load_text ("{ \"id\": \"a\", \"title\": \"A\", \"when\": \"2024\" },"
                                               "{ \"id\": \"b\", \"title\": \"B\", \"when\": \"2025\" },"
                                               "{ \"id\": \"c\", \"title\": \"C\", \"when\": \"2027\" }");
  TlItemProxy *focused;

  tl_viewport_set_timeline (fixture->viewport, before);
  tl_viewport_select (fixture->viewport, tl_timeline_find_event (before, "b"));
  list_wait_for_frames (GTK_WIDGET (fixture->canvas));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  tl_viewport_replace_timeline (fixture->viewport, now);
  list_wait_for_frames (GTK_WIDGET (fixture->canvas));

  focused = tl_canvas_get_focused (fixture->canvas);
  g_assert_nonnull (focused);
  g_assert_cmpuint (tl_item_proxy_get_index (focused), ==, tl_timeline_find_event (now, "b"));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (odds); i++)
    {
      g_autofree char *path = g_strconcat ("/canvas-odd/", odds[i].name, NULL);

      g_test_add (path, Fixture, &odds[i], set_up, test_odd, tear_down);
    }
  g_test_add ("/canvas-odd/no-room", Fixture, NULL, set_up, test_no_room, tear_down);
  g_test_add ("/canvas-odd/reload-while-dragged", Fixture, NULL, set_up, test_reload_while_dragged, tear_down);
  g_test_add ("/canvas-odd/reload-with-keyboard", Fixture, NULL, set_up, test_reload_with_keyboard, tear_down);

  return g_test_run ();
}
