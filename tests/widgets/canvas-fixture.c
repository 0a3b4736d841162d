/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "canvas-fixture.h"

#include "list-fixture.h"
#include "wait-until.h"

#include <math.h>
#include <unistd.h>

static const CanvasCase cases[] = {
  { "usual", GTK_TEXT_DIR_LTR, 1 },
  { "right-to-left", GTK_TEXT_DIR_RTL, 1 },
  { "large", GTK_TEXT_DIR_LTR, 2 },
  { "large-right-to-left", GTK_TEXT_DIR_RTL, 2 },
};

/* Acting */

/* Runs xdotool, which tells its mistakes itself. */
void
canvas_run_xdotool (const char *arguments)
{
  g_autofree char *line = g_strconcat ("xdotool ", arguments, NULL);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_command_line_sync (line, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

static gboolean
is_calm_cb (gpointer data)
{
  const CanvasFixture *fixture = data;

  return fixture->canvas->tick == 0 && fixture->canvas->scene != NULL && !fixture->canvas->needs_scene;
}

/* Until nothing moves, and all that has changed is drawn. */
void
canvas_wait_until_calm (CanvasFixture *fixture)
{
  tl_wait_until (is_calm_cb, fixture, "the canvas is calm");
  list_wait_for_frames (fixture->widget);
  tl_wait_until (is_calm_cb, fixture, "the canvas stays calm");
}

static gboolean
is_up_cb (gpointer data)
{
  const CanvasFixture *fixture = data;

  return fixture->n_down == 0 && fixture->n_up > 0;
}

static void
act (CanvasFixture *fixture,
     const char    *arguments)
{
  fixture->n_up = 0;
  canvas_run_xdotool (arguments);
  tl_wait_until (is_up_cb, fixture, arguments);
  canvas_wait_until_calm (fixture);
}

/* Presses keys, one after the other, as xdotool names them. */
void
canvas_press (CanvasFixture *fixture,
              const char    *keys)
{
  g_autofree char *arguments = g_strconcat ("key ", keys, NULL);

  act (fixture, arguments);
}

static gboolean
has_pointer_cb (gpointer data)
{
  const CanvasFixture *fixture = data;

  return fixture->canvas->has_pointer;
}

/* Moves the pointer to a place of the canvas, and then does something
 * there. */
void
canvas_point (CanvasFixture *fixture,
              double         x,
              double         y,
              const char    *then)
{
  g_autofree char *arguments = g_strdup_printf ("mousemove %d %d", (int) x, (int) y);

  canvas_run_xdotool (arguments);
  tl_wait_until (has_pointer_cb, fixture, "the pointer is there");
  canvas_wait_until_calm (fixture);
  if (then != NULL)
    act (fixture, then);
}

void
canvas_set_animated (gboolean is_animated)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", is_animated, NULL);
}

/* Looking */

/* How much of the axis is in view. */
double
canvas_get_stretch_width (CanvasFixture *fixture)
{
  TlStretch stretch = tl_viewport_get_stretch (fixture->viewport);

  return stretch.to - stretch.from;
}

/* Shows a part of the axis, from 0 to 1. */
void
canvas_show_part (CanvasFixture *fixture,
                  double         from,
                  double         to)
{
  double length = tl_axis_get_length (tl_viewport_get_axis (fixture->viewport));
  const TlStretch stretch = { from * length, to * length };
  TlCamera camera = tl_viewport_show_stretch (fixture->viewport, &stretch, 0);

  tl_viewport_set_camera (fixture->viewport, &camera);
  canvas_wait_until_calm (fixture);
}

/* A whole pixel at which @item is found, so far within its box. */
static gboolean
find_inside (CanvasFixture     *fixture,
             const TlSceneItem *item,
             double             inset,
             TlPoint           *point)
{
  double scale = tl_canvas_get_text_scale (fixture->canvas);
  const TlRect *box = &item->bounds;
  int left = (int) fmax ((box->x + inset * box->width) * scale, 0);
  int top = (int) fmax ((box->y + inset * box->height) * scale, 0);
  int right = (int) fmin ((box->x + (1 - inset) * box->width) * scale, gtk_widget_get_width (fixture->widget) - 1);
  int bottom = (int) fmin ((box->y + (1 - inset) * box->height) * scale, gtk_widget_get_height (fixture->widget) - 1);

  for (int y = top; y <= bottom; y += 2)
    for (int x = left; x <= right; x += 2)
      if (tl_canvas_pick (fixture->canvas, x, y, 0) == item)
        {
          *point = (TlPoint){ x, y };
          return TRUE;
        }

  return FALSE;
}

/* A whole pixel of the canvas at which an item is drawn, rather well inside of
 * it; FALSE for none. */
gboolean
canvas_find_point (CanvasFixture *fixture,
                   TlItemKind     kind,
                   guint32        index,
                   TlPoint       *point)
{
  const TlSceneItem *item = tl_canvas_find_item (fixture->canvas, kind, index);

  return item != NULL && item->n_shapes > 0
         && (find_inside (fixture, item, 0.4, point) || find_inside (fixture, item, 0.2, point)
             || find_inside (fixture, item, 0, point));
}

/* A place of the lanes where nothing is. */
TlPoint
canvas_find_nothing (CanvasFixture *fixture)
{
  TlRect lanes = tl_canvas_get_lanes_box (fixture->canvas);
  double scale = tl_canvas_get_text_scale (fixture->canvas);
  TlRect box = tl_canvas_mirror_box (fixture->canvas, &lanes);

  for (int y = (int) ((box.y + box.height - 10) * scale); y > (int) (box.y * scale); y -= 3)
    for (int x = (int) ((box.x + box.width * 0.3) * scale); x < (int) ((box.x + box.width - 30) * scale); x += 5)
      if (tl_canvas_pick (fixture->canvas, x, y, 3 * TL_REACH_POINTER) == NULL)
        return (TlPoint){ x, y };
  g_error ("there is no free place");
}

guint32
canvas_find_event (CanvasFixture *fixture,
                   const char    *id)
{
  guint32 event = tl_timeline_find_event (fixture->timeline, id);

  g_assert_cmpuint (event, !=, TL_NONE);

  return event;
}

/* An event that can be clicked, but not @other. */
guint32
canvas_find_clickable (CanvasFixture *fixture,
                       guint32        other,
                       TlPoint       *point)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (fixture->canvas->scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == TL_ITEM_EVENT && items[i].index != other
        && canvas_find_point (fixture, TL_ITEM_EVENT, items[i].index, point))
      return items[i].index;
  g_error ("no event can be clicked");
}

TlItemProxy *
canvas_find_proxy (CanvasFixture *fixture,
                   TlItemKind     kind,
                   guint32        index)
{
  GtkWidget *group = kind == TL_ITEM_LANE ? fixture->canvas->lane_group : fixture->canvas->event_group;

  for (GtkWidget *child = gtk_widget_get_first_child (group); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (tl_item_proxy_get_kind (TL_ITEM_PROXY (child)) == kind
        && tl_canvas_get_proxy_item (fixture->canvas, TL_ITEM_PROXY (child)) == index)
      return TL_ITEM_PROXY (child);

  return NULL;
}

gboolean
canvas_has_focus (CanvasFixture *fixture,
                  TlItemKind     kind,
                  guint32        index)
{
  TlItemProxy *focused = tl_canvas_get_focused (fixture->canvas);

  return focused != NULL && tl_item_proxy_get_kind (focused) == kind
         && tl_canvas_get_proxy_item (fixture->canvas, focused) == index;
}

/* Before and after */

static gboolean
event_cb (GtkEventControllerLegacy *controller,
          GdkEvent                 *event,
          CanvasFixture            *fixture)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS || type == GDK_KEY_PRESS)
    fixture->n_down++;
  else if ((type == GDK_BUTTON_RELEASE || type == GDK_KEY_RELEASE) && fixture->n_down > 0)
    {
      fixture->n_down--;
      fixture->n_up++;
    }
  else if (type == GDK_SCROLL)
    fixture->n_up++;

  return GDK_EVENT_PROPAGATE;
}

static void
watch_hands (CanvasFixture *fixture)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (event_cb), fixture);
  gtk_widget_add_controller (fixture->window, controller);
}

static void
opened_cb (TlCanvas      *canvas,
           guint          event,
           CanvasFixture *fixture)
{
  fixture->n_opened++;
  fixture->opened = event;
}

static void
jumping_cb (TlCanvas      *canvas,
            CanvasFixture *fixture)
{
  fixture->n_jumps++;
}

static void
changed_cb (TlViewport    *viewport,
            guint          changes,
            CanvasFixture *fixture)
{
  fixture->n_changes++;
}

static gboolean
is_active_cb (gpointer window)
{
  return gtk_window_is_active (window);
}

static void
make_window (CanvasFixture *fixture)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->beyond = gtk_button_new_with_label ("Beyond");
  gtk_widget_set_vexpand (fixture->stage, TRUE);
  gtk_box_append (GTK_BOX (box), fixture->stage);
  gtk_box_append (GTK_BOX (box), fixture->beyond);
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), CANVAS_WIDTH, CANVAS_HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  watch_hands (fixture);
}

static void
set_up (CanvasFixture *fixture,
        gconstpointer  data)
{
  const CanvasCase *shown = data;
  g_autofree char *focus = g_strdup_printf ("search --onlyvisible --pid %d windowfocus", (int) getpid ());

  canvas_set_animated (FALSE);
  gtk_widget_set_default_direction (shown->direction);
  canvas_run_xdotool ("mousemove 1500 880");
  fixture->timeline = list_load_story ();
  fixture->viewport = tl_viewport_new ();
  fixture->stage = tl_stage_new (fixture->viewport);
  fixture->canvas = tl_stage_get_canvas (TL_STAGE (fixture->stage));
  fixture->widget = GTK_WIDGET (fixture->canvas);
  fixture->opened = TL_NONE;
  tl_stage_set_text_scale (TL_STAGE (fixture->stage), shown->text_scale);
  g_signal_connect (fixture->canvas, "event-opened", G_CALLBACK (opened_cb), fixture);
  g_signal_connect (fixture->canvas, "jumping", G_CALLBACK (jumping_cb), fixture);
  g_signal_connect (fixture->viewport, "changed", G_CALLBACK (changed_cb), fixture);
  make_window (fixture);
  tl_viewport_set_timeline (fixture->viewport, fixture->timeline);
  gtk_window_present (GTK_WINDOW (fixture->window));
  canvas_wait_until_calm (fixture);
  canvas_run_xdotool (focus);
  tl_wait_until (is_active_cb, fixture->window, "the window has the keyboard");
}

static gboolean
is_gone_cb (gpointer widget)
{
  return *(GtkWidget **) widget == NULL;
}

/* Nothing of it remains. */
static void
tear_down (CanvasFixture *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->widget), (gpointer *) &fixture->widget);
  g_object_add_weak_pointer (G_OBJECT (fixture->stage), (gpointer *) &fixture->stage);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tl_wait_until (is_gone_cb, &fixture->widget, "the canvas is gone");
  tl_wait_until (is_gone_cb, &fixture->stage, "the stage is gone");
  g_assert_finalize_object (fixture->viewport);
  g_assert_finalize_object (fixture->timeline);
}

/* Adds a test of the usual case. */
void
canvas_add_test (const char *path,
                 CanvasTest  test)
{
  g_test_add (path, CanvasFixture, &cases[0], set_up, test, tear_down);
}

/* Adds a test for either direction, at the usual size of text and twice that. */
void
canvas_add_tests (const char *path,
                  CanvasTest  test)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *full = g_strconcat (path, "/", cases[i].name, NULL);

      g_test_add (full, CanvasFixture, &cases[i], set_up, test, tear_down);
    }
}

int
canvas_run_tests (void)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");

  if (xdotool != NULL)
    return g_test_run ();

  g_print ("1..0 # SKIP xdotool is not installed\n");

  return 0;
}
