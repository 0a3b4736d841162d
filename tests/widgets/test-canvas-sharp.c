/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "canvas-fixture.h"

#include "tl-picture.h"

#include <locale.h>

/* The canvas on a screen with four device pixels for each of GTK's. */

#define FACTOR 2
#define FACTOR_WORD "2"

/* Of a channel: what Cairo's rounding may make of another clip, and to which
 * part of all pixels it may do more than hardly anything. */
#define MOST     40
#define NOTABLE  4
#define MOST_ODD 0.0015

/* What GTK is given to show, by the pixels of the device. */
static cairo_surface_t *
draw_node (CanvasFixture *fixture)
{
  int width = gtk_widget_get_width (fixture->widget) * FACTOR;
  int height = gtk_widget_get_height (fixture->widget) * FACTOR;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (image);

  tl_canvas_build_node (fixture->canvas);
  cairo_scale (cr, FACTOR, FACTOR);
  gsk_render_node_draw (fixture->canvas->node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);

  return image;
}

static const guint32 *
get_row (cairo_surface_t *image,
         int              y)
{
  const guchar *data = cairo_image_surface_get_data (image);

  return (const guint32 *) (gconstpointer) (data + (gsize) y * (gsize) cairo_image_surface_get_stride (image));
}

static int
compare (guint32 a,
         guint32 b)
{
  int worst = 0;

  for (int shift = 0; shift < 24; shift += 8)
    worst = MAX (worst, abs ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));

  return worst;
}

/* As a picture that is painted anew. */
static void
assert_as_painted_anew (CanvasFixture *fixture)
{
  TlCanvas *canvas = fixture->canvas;
  g_autoptr (TlPicture) picture = tl_picture_new (canvas->text);
  cairo_surface_t *fresh = tl_picture_paint (picture, canvas->scene, canvas->text_scale * FACTOR, NULL);
  cairo_surface_t *shown = draw_node (fixture);
  int width = cairo_image_surface_get_width (shown);
  int height = cairo_image_surface_get_height (shown);
  int n_odd = 0;

  g_assert_cmpint (cairo_image_surface_get_width (fresh), >=, width);
  g_assert_cmpint (cairo_image_surface_get_height (fresh), >=, height);
  cairo_surface_flush (fresh);
  for (int y = 0; y < height; y++)
    {
      const guint32 *a = get_row (shown, y);
      const guint32 *b = get_row (fresh, y);

      for (int x = 0; x < width; x++)
        {
          int difference = compare (a[x], b[x]);

          g_assert_cmpint (difference, <=, MOST);
          n_odd += difference > NOTABLE;
        }
    }
  g_assert_cmpfloat (n_odd, <=, MOST_ODD * width * height);
  cairo_surface_destroy (shown);
}

/* Nothing is stretched from fewer pixels. */
static void
test_device_pixels (CanvasFixture *fixture,
                    gconstpointer  data)
{
  g_assert_cmpint (gtk_widget_get_scale_factor (fixture->widget), ==, FACTOR);
  assert_as_painted_anew (fixture);
}

/* Moved along by whole device pixels and by parts of them: as painted anew. */
static void
test_seams (CanvasFixture *fixture,
            gconstpointer  data)
{
  const double steps[] = { 30, 0.5, 7.25, -101.3, 64, 1, 1, 1, -0.5 };

  canvas_show_part (fixture, 0.3, 0.5);
  assert_as_painted_anew (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double x = tl_viewport_get_camera (fixture->viewport).x;

      tl_canvas_pan (fixture->canvas, steps[i], 0);
      canvas_wait_until_calm (fixture);
      g_assert_cmpfloat (tl_viewport_get_camera (fixture->viewport).x, !=, x);
      assert_as_painted_anew (fixture);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GDK_SCALE", FACTOR_WORD, TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  canvas_add_tests ("/canvas-sharp/device-pixels", test_device_pixels);
  canvas_add_tests ("/canvas-sharp/seams", test_seams);

  return canvas_run_tests ();
}
