/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-load.h"
#include "tl-overview-scene.h"
#include "tl-overview.h"
#include "wait-until.h"

#include <locale.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

/* The overview, on a display, with a real pointer and real keys. Run by
 * with-display.sh, without a window manager: the window is at the top left.
 */

#define WIDTH   900
#define HEIGHT  84
#define GUTTER  100.0

/* Where the plot is, from the left. */
#define PLOT_LEFT  (GUTTER + 10)
#define PLOT_WIDTH (WIDTH - GUTTER - 20)

#define MIDDLE (HEIGHT / 2)

/* How far a range may be off, in pixels: a pointer is at whole ones. */
#define NEARLY 1.0

typedef struct
{
  TlTimeline *timeline;
  TlAxis     *axis;
  double      length;
  double      unit;   /* a pixel, in units */
  GtkWidget  *window;
  GtkWidget  *widget;
  TlOverview *overview;
  guint       n_changes;
  double      from; /* as told last */
  double      to;
  double      hover;
  guint       n_pressed; /* buttons */
} Fixture;

/* What is waited for. */
typedef struct
{
  Fixture *fixture;
  double   from;
  double   to;
} Wanted;

static TlTimeline *
load_timeline (void)
{
  static const char text[] =
    "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"T\", \"events\": ["
    "  { \"id\": \"a\", \"title\": \"A\", \"when\": \"2021-01-01\" },"
    "  { \"id\": \"b\", \"title\": \"B\", \"when\": \"2022-06-01\" },"
    "  { \"id\": \"c\", \"title\": \"C\", \"when\": \"2024-12-31\" } ] }";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);

  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 0);

  return g_object_ref (load->timeline);
}

static void
range_changed_cb (TlOverview *overview,
                  double      from,
                  double      to,
                  Fixture    *fixture)
{
  fixture->n_changes++;
  fixture->from = from;
  fixture->to = to;
}

static void
hovered_cb (TlOverview *overview,
            double      position,
            Fixture    *fixture)
{
  fixture->hover = position;
}

static void
set_content (Fixture *fixture)
{
  static const guint32 events[] = { 0, 1, 2 };

  tl_overview_set_content (fixture->overview, fixture->timeline, fixture->axis, events, G_N_ELEMENTS (events));
}

static gboolean
has_size_cb (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

/* Runs xdotool, which tells its mistakes itself. */
static void
run_xdotool (const char *arguments)
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
is_active_cb (gpointer window)
{
  return gtk_window_is_active (window);
}

static gboolean
event_cb (GtkEventControllerLegacy *controller,
          GdkEvent                 *event,
          Fixture                  *fixture)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_PRESS)
    fixture->n_pressed++;
  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE)
    fixture->n_pressed--;

  return GDK_EVENT_PROPAGATE;
}

static void
watch_buttons (Fixture *fixture)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (event_cb), fixture);
  gtk_widget_add_controller (fixture->window, controller);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (NULL, "en");
  g_autofree char *focus = g_strdup_printf ("search --onlyvisible --pid %d windowfocus", (int) getpid ());

  fixture->timeline = load_timeline ();
  fixture->axis = tl_axis_new (fixture->timeline, NULL, 0, TL_AXIS_LINEAR, NULL);
  fixture->length = tl_axis_get_length (fixture->axis);
  fixture->unit = fixture->length / PLOT_WIDTH;
  fixture->hover = NAN;
  fixture->widget = tl_overview_new ();
  fixture->overview = TL_OVERVIEW (fixture->widget);
  g_signal_connect (fixture->overview, "range-changed", G_CALLBACK (range_changed_cb), fixture);
  g_signal_connect (fixture->overview, "hovered", G_CALLBACK (hovered_cb), fixture);
  gtk_widget_set_direction (fixture->widget, GPOINTER_TO_INT (data));
  tl_overview_set_text (fixture->overview, text);
  tl_overview_set_gutter (fixture->overview, GUTTER);
  tl_overview_set_padding (fixture->overview, 0);
  set_content (fixture);

  run_xdotool ("mousemove 1200 700");
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->widget);
  watch_buttons (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  tl_wait_until (has_size_cb, fixture->widget, "the overview is there");
  run_xdotool (focus);
  tl_wait_until (is_active_cb, fixture->window, "the window has the keyboard");
}

static gboolean
is_gone_cb (gpointer widget)
{
  return *(GtkWidget **) widget == NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->widget), (gpointer *) &fixture->widget);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tl_wait_until (is_gone_cb, &fixture->widget, "the overview is gone");
  tl_axis_unref (fixture->axis);
  g_assert_finalize_object (fixture->timeline);
}

/* Where a place is in the window that is @part of the axis away from its
 * beginning. */
static int
get_x (Fixture *fixture,
       double   part)
{
  double x = PLOT_LEFT + part * PLOT_WIDTH;

  if (gtk_widget_get_direction (fixture->widget) == GTK_TEXT_DIR_RTL)
    x = WIDTH - x;

  return (int) round (x);
}

static void
set_range (Fixture *fixture,
           double   from,
           double   to)
{
  tl_overview_set_range (fixture->overview, from * fixture->length, to * fixture->length);
}

static gboolean
is_range_cb (gpointer data)
{
  const Wanted *wanted = data;
  const Fixture *fixture = wanted->fixture;
  double from, to;

  tl_overview_get_range (fixture->overview, &from, &to);

  return fabs (from - wanted->from * fixture->length) <= NEARLY * fixture->unit
         && fabs (to - wanted->to * fixture->length) <= NEARLY * fixture->unit && fixture->n_pressed == 0;
}

/* Waits for a range, in parts of the axis, with no button held: GTK 4.8 keeps
 * a window for good that is destroyed while one is. What was told last is
 * it. */
static void
wait_for_range (Fixture    *fixture,
                double      from,
                double      to,
                const char *what)
{
  Wanted wanted = { fixture, from, to };
  double found_from, found_to;

  tl_wait_until (is_range_cb, &wanted, what);
  tl_overview_get_range (fixture->overview, &found_from, &found_to);
  g_assert_cmpfloat (fixture->from, ==, found_from);
  g_assert_cmpfloat (fixture->to, ==, found_to);
}

static void
drag (Fixture *fixture,
      double   from,
      double   to)
{
  int x0 = get_x (fixture, from);
  int x1 = get_x (fixture, to);
  g_autofree char *arguments =
    g_strdup_printf ("mousemove %d %d mousedown 1 mousemove %d %d mousemove %d %d mouseup 1",
                     x0, MIDDLE, (x0 + x1) / 2, MIDDLE, x1, MIDDLE);

  run_xdotool (arguments);
}

static void
point_at (Fixture    *fixture,
          double      part,
          const char *then)
{
  g_autofree char *arguments = g_strdup_printf ("mousemove %d %d %s", get_x (fixture, part), MIDDLE, then);

  run_xdotool (arguments);
}

static void
test_range (Fixture       *fixture,
            gconstpointer  data)
{
  double from, to;

  tl_overview_set_range (fixture->overview, 1, 2);
  tl_overview_get_range (fixture->overview, &from, &to);
  g_assert_cmpfloat (from, ==, 1);
  g_assert_cmpfloat (to, ==, 2);

  /* What is beyond the end comes back, but is not told: nobody did it here. */
  set_range (fixture, 0.8, 1.2);
  tl_overview_get_range (fixture->overview, &from, &to);
  g_assert_cmpfloat_with_epsilon (from, 0.6 * fixture->length, 1e-6);
  g_assert_cmpfloat_with_epsilon (to, fixture->length, 1e-6);

  tl_overview_set_padding (fixture->overview, 0.1 * fixture->length);
  tl_overview_get_range (fixture->overview, &from, &to);
  g_assert_cmpfloat_with_epsilon (from, 0.7 * fixture->length, 1e-6);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_drag (Fixture       *fixture,
           gconstpointer  data)
{
  set_range (fixture, 0.2, 0.4);
  drag (fixture, 0.3, 0.5);
  wait_for_range (fixture, 0.4, 0.6, "the window has been dragged");
  drag (fixture, 0.6, 0.9);
  wait_for_range (fixture, 0.4, 0.9, "its end has been dragged");
  drag (fixture, 0.4, 0.1);
  wait_for_range (fixture, 0.1, 0.9, "its beginning has been dragged");

  /* No further than the axis, and not through the other edge. */
  drag (fixture, 0.5, 0);
  wait_for_range (fixture, 0, 0.8, "the window is at the beginning");
  drag (fixture, 0.8, -0.1);
  wait_for_range (fixture, 0, TL_OVERVIEW_LEAST / PLOT_WIDTH, "the edges have met");
}

static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  set_range (fixture, 0.1, 0.3);
  point_at (fixture, 0.7, "click 1");
  wait_for_range (fixture, 0.6, 0.8, "the window is where the click was");
  point_at (fixture, 0.65, "click 1");
  wait_for_range (fixture, 0.55, 0.75, "a click into the window centres, too");

  /* One goes on dragging what has been centred. */
  drag (fixture, 0.2, 0.4);
  wait_for_range (fixture, 0.3, 0.5, "the window has come, and gone on");
}

static void
test_wheel (Fixture       *fixture,
            gconstpointer  data)
{
  set_range (fixture, 0.4, 0.6);
  point_at (fixture, 0.55, "click 5");
  wait_for_range (fixture, 0.42, 0.62, "the wheel moves the window");
  point_at (fixture, 0.55, "click 4");
  wait_for_range (fixture, 0.4, 0.6, "it moves it back");

  point_at (fixture, 0.55, "keydown ctrl click 4 keyup ctrl");
  wait_for_range (fixture, 0.55 - 0.15 / 1.25, 0.55 + 0.05 / 1.25, "the wheel zooms about the pointer");
}

static gboolean
is_not_hovered_cb (gpointer data)
{
  const Fixture *fixture = data;

  return isnan (fixture->hover);
}

static gboolean
is_hovered_cb (gpointer data)
{
  return !is_not_hovered_cb (data);
}

static void
test_hover (Fixture       *fixture,
            gconstpointer  data)
{
  point_at (fixture, 0.25, "");
  tl_wait_until (is_hovered_cb, fixture, "the pointer is there");
  g_assert_cmpfloat_with_epsilon (fixture->hover, 0.25 * fixture->length, NEARLY * fixture->unit);

  run_xdotool ("mousemove 1200 700");
  tl_wait_until (is_not_hovered_cb, fixture, "the pointer has left");
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  gboolean is_rtl = GPOINTER_TO_INT (data) == GTK_TEXT_DIR_RTL;
  const char *later = is_rtl ? "Left" : "Right";
  const char *earlier = is_rtl ? "Right" : "Left";
  g_autofree char *shift_later = g_strdup_printf ("key shift+%s", later);
  g_autofree char *just_later = g_strdup_printf ("key %s", later);
  g_autofree char *just_earlier = g_strdup_printf ("key %s", earlier);
  g_autofree char *wider = g_strdup_printf ("key ctrl+%s", later);
  g_autofree char *narrower = g_strdup_printf ("key ctrl+%s", earlier);

  gtk_widget_grab_focus (fixture->widget);
  set_range (fixture, 0.4, 0.6);
  run_xdotool (just_later);
  wait_for_range (fixture, 0.42, 0.62, "it has moved by a tenth");
  run_xdotool (just_earlier);
  wait_for_range (fixture, 0.4, 0.6, "it has moved back");
  run_xdotool (shift_later);
  wait_for_range (fixture, 0.6, 0.8, "it has moved by itself");
  run_xdotool ("key Home");
  wait_for_range (fixture, 0, 0.2, "it is at the beginning");
  run_xdotool ("key End");
  wait_for_range (fixture, 0.8, 1, "it is at the end");

  set_range (fixture, 0.4, 0.6);
  run_xdotool (wider);
  wait_for_range (fixture, 0.375, 0.625, "it is wider");
  run_xdotool (narrower);
  wait_for_range (fixture, 0.4, 0.6, "it is narrower");
  run_xdotool ("key minus");
  wait_for_range (fixture, 0.375, 0.625, "it is wider by a sign");
  run_xdotool ("key plus");
  wait_for_range (fixture, 0.4, 0.6, "it is narrower by a sign");
  run_xdotool ("key 0");
  wait_for_range (fixture, 0, 1, "it shows everything");
  g_assert_cmpuint (fixture->n_changes, ==, 10);
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  gtk_test_accessible_assert_role (fixture->widget, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_LABEL, "Overview");
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0);
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0);
  set_range (fixture, 0, 1);
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "Shows 2021 – 2024");
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 50.0);
  set_range (fixture, 0.5, 0.52);
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "Shows 1 to 30 January 2023");
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Shows 1 to 30 January 2023");
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 51.0);
}

/* What has been painted, as the screen would have it. */
static char *
print_picture (Fixture *fixture)
{
  GdkPaintable *paintable = gtk_widget_paintable_new (fixture->widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  char *sum;

  gdk_paintable_snapshot (paintable, snapshot, WIDTH, HEIGHT);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_surface_flush (surface);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (surface),
                                     (gsize) cairo_image_surface_get_stride (surface) * HEIGHT);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (paintable);

  return sum;
}

static gboolean
is_other_picture_cb (gpointer data)
{
  gpointer *both = data;
  g_autofree char *now = print_picture (both[0]);

  return strcmp (now, both[1]) != 0;
}

static void
wait_for_other_picture (Fixture    *fixture,
                        char      **before,
                        const char *what)
{
  gpointer both[] = { fixture, *before };

  tl_wait_until (is_other_picture_cb, both, what);
  g_free (*before);
  *before = print_picture (fixture);
}

/* Everything that can be set shows, and each setting by itself. */
static void
test_picture (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *before = NULL;

  set_range (fixture, 0.2, 0.6);
  before = print_picture (fixture);
  set_range (fixture, 0.3, 0.7);
  wait_for_other_picture (fixture, &before, "the range shows");
  tl_overview_set_selected (fixture->overview, 1, TL_NONE);
  wait_for_other_picture (fixture, &before, "the selection shows");
  tl_overview_set_selected (fixture->overview, 1, 2);
  wait_for_other_picture (fixture, &before, "the second event shows");
  tl_overview_set_hover (fixture->overview, fixture->length / 3);
  wait_for_other_picture (fixture, &before, "the hover shows");
  tl_overview_set_span (fixture->overview, 0, fixture->length / 5);
  wait_for_other_picture (fixture, &before, "the span shows");
  tl_overview_set_theme (fixture->overview, TL_THEME_DARK);
  wait_for_other_picture (fixture, &before, "the theme shows");
  tl_overview_set_gutter (fixture->overview, GUTTER + 20);
  wait_for_other_picture (fixture, &before, "the gutter shows");
  gtk_widget_grab_focus (fixture->widget);
  gtk_window_set_focus_visible (GTK_WINDOW (fixture->window), TRUE);
  wait_for_other_picture (fixture, &before, "the focus shows");
  tl_overview_set_content (fixture->overview, NULL, NULL, NULL, 0);
  wait_for_other_picture (fixture, &before, "nothing shows");
}

static void
test_text_scale (Fixture       *fixture,
                 gconstpointer  data)
{
  int minimum, natural;

  gtk_widget_measure (fixture->widget, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 84);
  tl_overview_set_text_scale (fixture->overview, 2);
  gtk_widget_measure (fixture->widget, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 128);
  g_assert_cmpint (natural, ==, 168);
}

/* Whoever holds it need not have given it anything, nor a size. */
static void
test_alone (void)
{
  GtkWidget *widget = g_object_ref_sink (tl_overview_new ());
  TlTimeline *timeline = load_timeline ();
  g_autoptr (TlAxis) axis = tl_axis_new (timeline, NULL, 0, TL_AXIS_AUTO, NULL);
  double from, to;

  tl_overview_set_range (TL_OVERVIEW (widget), 3, 4);
  tl_overview_get_range (TL_OVERVIEW (widget), &from, &to);
  g_assert_cmpfloat (from, ==, 3);
  g_assert_cmpfloat (to, ==, 4);
  tl_overview_set_content (TL_OVERVIEW (widget), timeline, axis, NULL, 0);
  tl_overview_set_content (TL_OVERVIEW (widget), NULL, NULL, NULL, 0);
  tl_overview_set_content (TL_OVERVIEW (widget), timeline, axis, NULL, 0);

  g_assert_finalize_object (widget);
  g_assert_finalize_object (timeline);
}

static void
add_test (const char *name,
          void      (*test) (Fixture       *fixture,
                             gconstpointer  data))
{
  g_autofree char *path = g_strconcat ("/overview/", name, NULL);
  g_autofree char *rtl_path = g_strconcat (path, "/right-to-left", NULL);

  g_test_add (path, Fixture, GINT_TO_POINTER (GTK_TEXT_DIR_LTR), set_up, test, tear_down);
  g_test_add (rtl_path, Fixture, GINT_TO_POINTER (GTK_TEXT_DIR_RTL), set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/overview/alone", test_alone);
  if (xdotool == NULL)
    {
      g_test_message ("xdotool is not installed");
      return g_test_run ();
    }
  add_test ("range", test_range);
  add_test ("drag", test_drag);
  add_test ("click", test_click);
  add_test ("wheel", test_wheel);
  add_test ("hover", test_hover);
  add_test ("keys", test_keys);
  add_test ("accessible", test_accessible);
  add_test ("picture", test_picture);
  add_test ("text-scale", test_text_scale);

  return g_test_run ();
}
