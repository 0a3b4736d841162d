/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "../charts/demo-scene.h"
#include "tl-paint-cairo.h"

/* What is painted can be picked where it is. */

#define BLUE 0x3584e4ffu

static double
random_between (GRand  *rand,
                double  from,
                double  to)
{
  return g_rand_double_range (rand, from, to);
}

static void
add_random_path (TlScene     *scene,
                 GRand       *rand,
                 const TlPen *pen)
{
  gint32 n = g_rand_int_range (rand, 1, 6);

  tl_scene_move_to (scene, random_between (rand, 5, 95), random_between (rand, 5, 95));
  for (gint32 i = 0; i < n; i++)
    {
      double p[6];

      for (guint j = 0; j < G_N_ELEMENTS (p); j++)
        p[j] = random_between (rand, 5, 95);
      if (g_rand_boolean (rand))
        tl_scene_line_to (scene, p[0], p[1]);
      else
        tl_scene_curve_to (scene, p[0], p[1], p[2], p[3], p[4], p[5]);
    }
  if (g_rand_boolean (rand))
    tl_scene_close_path (scene);
  tl_scene_add_path (scene, pen);
}

static void
add_random_shape (TlScene *scene,
                  GRand   *rand)
{
  TlPen pen = { .line_width = random_between (rand, 1, 6) };
  TlRect rect = { random_between (rand, 5, 60), random_between (rand, 5, 60), random_between (rand, 1, 35), random_between (rand, 1, 35) };
  gint32 painted = g_rand_int_range (rand, 0, 3);

  pen.fill = painted != 0 ? BLUE : TL_RGBA_NONE;
  pen.stroke = painted != 1 ? 0xff0000ffu : TL_RGBA_NONE;
  pen.dash = (TlDash) g_rand_int_range (rand, 0, 4);
  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      tl_scene_add_rect (scene, &rect, g_rand_boolean (rand) ? random_between (rand, 0, 10) : 0, &pen);
      break;
    case 1:
      tl_scene_add_circle (scene, rect.x + 20, rect.y + 20, random_between (rand, 1, 20), &pen);
      break;
    default:
      add_random_path (scene, rand, &pen);
      break;
    }
}

/* Whether @item, or one above it, is found at the middle of a pixel, or
 * somewhere else in it where it is not wholly covered: on the inside of a bend
 * most of a pixel may be painted, but not its middle. */
static gboolean
is_found (const TlScene     *scene,
          const TlSceneItem *item,
          int                x,
          int                y,
          gboolean           is_covered)
{
  static const TlPoint places[] = { { 0.5, 0.5 }, { 0.2, 0.2 }, { 0.8, 0.2 }, { 0.2, 0.8 }, { 0.8, 0.8 } };

  for (guint i = 0; i < (is_covered ? 1 : G_N_ELEMENTS (places)); i++)
    {
      const TlSceneItem *found = tl_scene_pick (scene, x + places[i].x, y + places[i].y, 0);

      if (found != NULL && found >= item)
        return TRUE;
    }

  return FALSE;
}

/* Each pixel that is more than half covered by @item. */
static void
check_pick (const TlScene     *scene,
            const TlSceneItem *item,
            TlTextPango       *text)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8,
                                                         (int) tl_scene_get_width (scene),
                                                         (int) tl_scene_get_height (scene));
  cairo_t *cr = cairo_create (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guchar *alpha;

  tl_paint_item (scene, item, text, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  alpha = cairo_image_surface_get_data (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      if (alpha[y * stride + x] > 128)
        g_assert_true (is_found (scene, item, x, y, alpha[y * stride + x] == 255));
  cairo_surface_destroy (surface);
}

static void
test_pick_painted (void)
{
  g_autoptr (TlTextPango) text = tl_text_pango_new (TL_CHART_FONT, "en");
  TlTextMeasure measure = tl_text_pango_get_measure (text);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (TlScene) scene = i == 0 ? create_demo_scene (&measure) : tl_scene_new (100, 100, TL_RGBA_NONE);
      const TlSceneItem *items;
      guint n_items;

      for (guint j = 0; i > 0 && j < 5; j++)
        {
          TlSceneItem *item = tl_scene_begin_item (scene, TL_ITEM_EVENT, j);

          item->has_clip = g_rand_boolean (rand);
          item->clip = (TlRect) { 10, 10, 70, 70 };
          add_random_shape (scene, rand);
        }
      tl_scene_finish (scene);
      items = tl_scene_get_items (scene, &n_items);
      for (guint j = 0; j < n_items; j++)
        if (items[j].kind >= TL_ITEM_EVENT)
          check_pick (scene, &items[j], text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pick/painted", test_pick_painted);

  return g_test_run ();
}
