/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "../charts/demo-scene.h"
#include "tl-paint-cairo.h"

/* What is painted is what the scene says, and can be picked where it is. */

#define BLUE 0x3584e4ffu

static const TlPen blue = { .fill = BLUE };

static cairo_surface_t *
create_surface (const TlScene  *scene,
                cairo_format_t  format,
                double          scale)
{
  return cairo_image_surface_create (format,
                                     (int) (tl_scene_get_width (scene) * scale),
                                     (int) (tl_scene_get_height (scene) * scale));
}

static cairo_surface_t *
paint (const TlScene *scene,
       double         scale)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  cairo_surface_t *surface = create_surface (scene, CAIRO_FORMAT_ARGB32, scale);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  tl_paint_scene (scene, text, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* 0xaarrggbb, premultiplied */
static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x];
}

static gboolean
is_pixel_near (cairo_surface_t *surface,
               int              x,
               int              y,
               guint32          expected,
               int              most)
{
  guint32 pixel = get_pixel (surface, x, y);

  for (guint shift = 0; shift < 32; shift += 8)
    if (ABS ((int) (pixel >> shift & 0xff) - (int) (expected >> shift & 0xff)) > most)
      return FALSE;

  return TRUE;
}

static void
assert_pixel (cairo_surface_t *surface,
              int              x,
              int              y,
              guint32          expected)
{
  g_assert_true (is_pixel_near (surface, x, y, expected, 2));
}

static void
test_paint_shapes (void)
{
  static const TlPen outlined = { .fill = BLUE, .stroke = 0xe01b24ffu, .line_width = 4 };
  g_autoptr (TlScene) scene = tl_scene_new (100, 60, 0xffffffffu);
  cairo_surface_t *surface;

  tl_scene_begin_item (scene, TL_ITEM_EVENT, 0);
  tl_scene_add_rect (scene, &(TlRect) { 10, 10, 20, 20 }, 0, &blue);
  tl_scene_add_rect (scene, &(TlRect) { 40, 10, 20, 20 }, 8, &outlined);
  tl_scene_add_circle (scene, 80, 20, 10, &blue);
  tl_scene_move_to (scene, 10, 40);
  tl_scene_line_to (scene, 30, 40);
  tl_scene_line_to (scene, 30, 55);
  tl_scene_close_path (scene);
  tl_scene_add_path (scene, &blue);
  tl_scene_finish (scene);
  surface = paint (scene, 1);

  assert_pixel (surface, 5, 5, 0xffffffffu);
  assert_pixel (surface, 10, 10, 0xff3584e4u);
  assert_pixel (surface, 29, 29, 0xff3584e4u);
  assert_pixel (surface, 30, 30, 0xffffffffu);
  assert_pixel (surface, 50, 20, 0xff3584e4u);
  assert_pixel (surface, 50, 9, 0xffe01b24u);
  assert_pixel (surface, 39, 9, 0xffffffffu);
  assert_pixel (surface, 80, 11, 0xff3584e4u);
  assert_pixel (surface, 72, 12, 0xffffffffu);
  assert_pixel (surface, 28, 42, 0xff3584e4u);
  assert_pixel (surface, 12, 52, 0xffffffffu);
  cairo_surface_destroy (surface);
}

/* Behind a veil, what overlaps within an item does not show through. */
static void
test_paint_opacity (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (60, 20, TL_RGBA_NONE);
  cairo_surface_t *surface;

  tl_scene_begin_item (scene, TL_ITEM_EVENT, 0)->opacity = 0.5;
  tl_scene_add_rect (scene, &(TlRect) { 0, 0, 15, 20 }, 0, &blue);
  tl_scene_add_rect (scene, &(TlRect) { 5, 0, 15, 20 }, 0, &blue);
  tl_scene_begin_item (scene, TL_ITEM_EVENT, 1)->opacity = 0.5;
  tl_scene_add_rect (scene, &(TlRect) { 30, 0, 10, 20 }, 0, &blue);
  tl_scene_begin_item (scene, TL_ITEM_EVENT, 2)->opacity = 0;
  tl_scene_add_rect (scene, &(TlRect) { 0, 0, 60, 20 }, 0, &blue);
  tl_scene_begin_item (scene, TL_ITEM_EVENT, 3);
  tl_scene_add_rect (scene, &(TlRect) { 50, 0, 10, 20 }, 0, &blue);
  tl_scene_finish (scene);
  surface = paint (scene, 1);

  assert_pixel (surface, 2, 10, 0x801b4272u);
  assert_pixel (surface, 10, 10, 0x801b4272u);
  assert_pixel (surface, 35, 10, 0x801b4272u);
  assert_pixel (surface, 45, 10, 0);
  assert_pixel (surface, 55, 10, 0xff3584e4u);
  cairo_surface_destroy (surface);
}

static void
test_paint_clips (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (60, 20, TL_RGBA_NONE);
  cairo_surface_t *surface;

  for (guint32 i = 0; i < 4; i++)
    {
      TlSceneItem *item = tl_scene_begin_item (scene, TL_ITEM_EVENT, i);

      item->has_clip = i < 3;
      item->clip = i < 2 ? (TlRect) { 0, 0, 10, 20 } : (TlRect) { 20, 0, 10, 20 };
      tl_scene_add_rect (scene, &(TlRect) { 0, 5.0 * i, 50, 5 }, 0, &blue);
    }
  tl_scene_finish (scene);
  surface = paint (scene, 1);

  assert_pixel (surface, 9, 2, 0xff3584e4u);
  assert_pixel (surface, 10, 2, 0);
  assert_pixel (surface, 9, 7, 0xff3584e4u);
  assert_pixel (surface, 10, 7, 0);
  assert_pixel (surface, 19, 12, 0);
  assert_pixel (surface, 20, 12, 0xff3584e4u);
  assert_pixel (surface, 30, 12, 0);
  assert_pixel (surface, 0, 17, 0xff3584e4u);
  assert_pixel (surface, 49, 17, 0xff3584e4u);
  cairo_surface_destroy (surface);
}

static void
test_paint_fades (void)
{
  static const TlPen fading = { .fill = 0x000000ffu, .fade_left = 20, .fade_right = 10 };
  static const TlPen meeting = { .fill = 0x000000ffu, .fade_left = 90, .fade_right = 30 };
  g_autoptr (TlScene) scene = tl_scene_new (100, 20, TL_RGBA_NONE);
  cairo_surface_t *surface;

  tl_scene_begin_item (scene, TL_ITEM_EVENT, 0);
  tl_scene_add_rect (scene, &(TlRect) { 0, 0, 50, 20 }, 0, &fading);
  tl_scene_add_rect (scene, &(TlRect) { 60, 0, 40, 20 }, 0, &meeting);
  tl_scene_finish (scene);
  surface = paint (scene, 1);

  assert_pixel (surface, 0, 10, 0x06000000u);
  assert_pixel (surface, 10, 10, 0x86000000u);
  assert_pixel (surface, 30, 10, 0xff000000u);
  assert_pixel (surface, 45, 10, 0x73000000u);
  g_assert_cmpuint (get_pixel (surface, 89, 10) >> 24, >, 245);
  assert_pixel (surface, 75, 10, 0x84000000u);
  assert_pixel (surface, 95, 10, 0x73000000u);
  cairo_surface_destroy (surface);
}

/* Between neighbours that share an edge no seam shows at any scale. */
static void
test_paint_seams (void)
{
  static const double scales[] = { 1, 1.25, 1.5, 1.75, 2.1, 3 };
  g_autoptr (TlScene) scene = tl_scene_new (20, 70, 0xffffffffu);

  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  for (int i = 0; i < 10; i++)
    tl_scene_add_rect (scene, &(TlRect) { 0, 7.0 * i, 20, 7 }, 0, &blue);
  tl_scene_finish (scene);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      cairo_surface_t *surface = paint (scene, scales[i]);

      for (int y = 0; y < (int) (69 * scales[i]); y++)
        assert_pixel (surface, 5, y, 0xff3584e4u);
      cairo_surface_destroy (surface);
    }
}

/* Painting a part paints the same as painting all of it, but for how Cairo
 * smooths curves; from 1.17 on it places letters by quarters of a pixel, and
 * rounds a few of them otherwise. */
static void
test_paint_part (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  TlTextMeasure measure = tl_text_pango_get_measure (text);
  g_autoptr (TlScene) scene = create_demo_scene (&measure);
  cairo_surface_t *whole = paint (scene, 1);
  cairo_surface_t *parts = create_surface (scene, CAIRO_FORMAT_ARGB32, 1);
  cairo_t *cr = cairo_create (parts);
  int n_different = 0;

  for (int x = 0; x < 640; x += 64)
    for (int y = 0; y < 250; y += 50)
      {
        cairo_save (cr);
        cairo_rectangle (cr, x, y, 64, 50);
        cairo_clip (cr);
        tl_paint_scene (scene, text, cr);
        cairo_restore (cr);
      }
  cairo_destroy (cr);
  cairo_surface_flush (parts);

  for (int y = 0; y < 250; y++)
    for (int x = 0; x < 640; x++)
      n_different += !is_pixel_near (parts, x, y, get_pixel (whole, x, y), 6);
  g_assert_cmpint (n_different, <=, cairo_version () < CAIRO_VERSION_ENCODE (1, 17, 0) ? 0 : 640 * 250 / 4000);
  cairo_surface_destroy (parts);
  cairo_surface_destroy (whole);
}

/* That text is drawn in its box and nowhere else. */
static void
test_paint_text (void)
{
  static const char *const texts[] = { "Harbour", "הנמל נסגר", "الميناء", "東京港", "AV To – fi" };
  static const TlTextStyle styles[] = { { 13, TL_WEIGHT_REGULAR }, { 30, TL_WEIGHT_BOLD } };
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  TlTextMeasure measure = tl_text_pango_get_measure (text);

  for (guint i = 0; i < G_N_ELEMENTS (texts) * G_N_ELEMENTS (styles); i++)
    {
      const TlTextStyle *style = &styles[i % G_N_ELEMENTS (styles)];
      g_autoptr (TlScene) scene = tl_scene_new (300, 80, TL_RGBA_NONE);
      cairo_surface_t *surface;
      TlTextBlock block;
      int left = 300, right = 0;

      tl_text_measure (&measure, texts[i / G_N_ELEMENTS (styles)], style, NULL, &block);
      tl_scene_begin_item (scene, TL_ITEM_TITLE, 0);
      tl_scene_add_text (scene, texts[i / G_N_ELEMENTS (styles)], style, &block, 20, 10, 0x000000ffu);
      tl_scene_finish (scene);
      surface = paint (scene, 1);
      for (int y = 0; y < 80; y++)
        for (int x = 0; x < 300; x++)
          if (get_pixel (surface, x, y) >> 24 > 64)
            {
              left = MIN (left, x);
              right = MAX (right, x);
              g_assert_cmpint (y, >=, 9);
              g_assert_cmpfloat (y, <=, 10 + block.line_height);
            }
      g_assert_cmpfloat_with_epsilon (left, 20, 0.2 * style->size);
      g_assert_cmpfloat_with_epsilon (right, 20 + block.width, 0.2 * style->size);
      cairo_surface_destroy (surface);
    }
}

/* How much ink is in a column. */
static double
get_ink (cairo_surface_t *surface,
         int              x)
{
  double ink = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    ink += get_pixel (surface, x, y) >> 24;

  return ink;
}

/* Text that starts half a pixel further on has its ink half a pixel further on. */
static void
test_paint_exact_text (void)
{
  static const TlTextStyle style = { 40, TL_WEIGHT_REGULAR };
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  double middles[2];

  tl_text_pango_set_exact (text, TRUE);
  g_assert_true (tl_text_pango_get_exact (text));
  for (int i = 0; i < 2; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 60, 60);
      cairo_t *cr = cairo_create (surface);
      double ink = 0;

      middles[i] = 0;
      tl_text_pango_draw_line (text, cr, "I", &style, FALSE, 20 + 0.5 * i, 50);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      for (int x = 0; x < 60; x++)
        {
          middles[i] += x * get_ink (surface, x);
          ink += get_ink (surface, x);
        }
      middles[i] /= ink;
      cairo_surface_destroy (surface);
    }
  g_assert_cmpfloat_with_epsilon (middles[1] - middles[0], 0.5, 0.1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint/shapes", test_paint_shapes);
  g_test_add_func ("/paint/opacity", test_paint_opacity);
  g_test_add_func ("/paint/clips", test_paint_clips);
  g_test_add_func ("/paint/fades", test_paint_fades);
  g_test_add_func ("/paint/seams", test_paint_seams);
  g_test_add_func ("/paint/part", test_paint_part);
  g_test_add_func ("/paint/text", test_paint_text);
  g_test_add_func ("/paint/exact-text", test_paint_exact_text);

  return g_test_run ();
}
