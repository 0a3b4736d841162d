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

/* How many pixels are others than those of a picture that is painted anew. */
static guint
count_differences (CanvasFixture *fixture)
{
  TlCanvas *canvas = fixture->canvas;
  g_autoptr (TlPicture) picture = tl_picture_new (canvas->text);
  cairo_surface_t *fresh = tl_picture_paint (picture, canvas->scene, canvas->text_scale * FACTOR, NULL);
  cairo_surface_t *shown = draw_node (fixture);
  int width = cairo_image_surface_get_width (shown);
  int height = cairo_image_surface_get_height (shown);
  guint n_differences = 0;

  g_assert_cmpint (cairo_image_surface_get_width (fresh), >=, width);
  g_assert_cmpint (cairo_image_surface_get_height (fresh), >=, height);
  cairo_surface_flush (fresh);
  for (int y = 0; y < height; y++)
    {
      const guint32 *a = get_row (shown, y);
      const guint32 *b = get_row (fresh, y);

      for (int x = 0; x < width; x++)
        if ((a[x] & 0xffffff) != (b[x] & 0xffffff))
          {
            n_differences++;
            g_test_message ("%d %d: %06x %06x", x, y, a[x] & 0xffffff, b[x] & 0xffffff);
          }
    }
  cairo_surface_destroy (shown);

  return n_differences;
}

/* Nothing is stretched from fewer pixels. */
static void
test_device_pixels (CanvasFixture *fixture,
                    gconstpointer  data)
{
  g_assert_cmpint (gtk_widget_get_scale_factor (fixture->widget), ==, FACTOR);
  g_assert_cmpuint (count_differences (fixture), ==, 0);
}

/* Moved along by whole device pixels and by parts of them: as painted anew. */
static void
test_seams (CanvasFixture *fixture,
            gconstpointer  data)
{
  const double steps[] = { 30, 0.5, 7.25, -101.3, 64, 1, 1, 1, -0.5 };

  canvas_show_part (fixture, 0.3, 0.5);
  g_assert_cmpuint (count_differences (fixture), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double x = tl_viewport_get_camera (fixture->viewport).x;

      tl_canvas_pan (fixture->canvas, steps[i], 0);
      canvas_wait_until_calm (fixture);
      g_assert_cmpfloat (tl_viewport_get_camera (fixture->viewport).x, !=, x);
      g_assert_cmpuint (count_differences (fixture), ==, 0);
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
