/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-write-png.h"

#include <glib/gstdio.h>
#include <math.h>
#include <png.h>
#include <string.h>
#include <unistd.h>

/* A PNG has the pixels that Cairo paints, whatever bands it was painted in,
 * and says what it shows.
 */

static const TlTextStyle style = { .size = 20, .weight = TL_WEIGHT_BOLD };

static TlTextPango *text;

/* Rectangles, circles, lines and words all over the page. */
static TlScene *
make_scene (double width,
            double height,
            TlRgba background,
            guint  n_items)
{
  TlScene *scene = tl_scene_new (width, height, background);
  const TlTextMeasure measure = tl_text_pango_get_measure (text);
  const TlTextRoom room = { 0, 1 };
  const TlSceneAbout about = {
    .title = "Häfen", .description = "A description", .language = "de", .sources = "1 Gazette\n2 Courier",
    .keywords = "one, two", .as_of = "2025-07-01",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < n_items; i++)
    {
      const TlPen pen = { .fill = g_rand_int (rand) | 0x3f, .stroke = g_rand_int (rand), .line_width = 1.5 };
      const TlRect rect = { g_rand_double (rand) * width, g_rand_double (rand) * height, 40, 25 };
      TlSceneItem *item = tl_scene_begin_item (scene, TL_ITEM_EVENT, i);
      TlTextBlock block;

      item->opacity = i % 3 == 0 ? 0.6 : 1;
      tl_scene_add_rect (scene, &rect, i % 2 == 0 ? 5 : 0, &pen);
      tl_scene_add_circle (scene, rect.x, rect.y, 9, &pen);
      tl_text_measure (&measure, "Gjörg", &style, &room, &block);
      tl_scene_add_text (scene, "Gjörg", &style, &block, rect.x, rect.y, 0x000000ff);
    }
  tl_scene_set_about (scene, &about);
  tl_scene_finish (scene);

  return scene;
}

static char *
write_scene (const TlScene *scene,
             double         scale,
             gboolean       is_small)
{
  const TlPngOptions options = { .scale = scale, .is_small = is_small, .author = "Ada" };
  char *name = g_build_filename (g_get_tmp_dir (), "test-write-png-XXXXXX", NULL);
  g_autoptr (TlOutput) output = NULL;
  g_autoptr (GError) error = NULL;

  close (g_mkstemp (name));
  output = tl_output_open (name, &error);
  g_assert_no_error (error);
  tl_write_png (scene, text, &options, output);
  g_assert_true (tl_output_close (output, &error));
  g_assert_no_error (error);

  return name;
}

/* The page as Cairo paints it in one piece. */
static cairo_surface_t *
paint_scene (const TlScene *scene,
             double         scale)
{
  gboolean is_opaque = TL_RGBA_ALPHA (tl_scene_get_background (scene)) == 255;
  cairo_surface_t *surface = cairo_image_surface_create (is_opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                                         (int) lround (tl_scene_get_width (scene) * scale),
                                                         (int) lround (tl_scene_get_height (scene) * scale));
  cairo_t *cr = cairo_create (surface);

  /* As in images that are not large. */
  tl_text_pango_set_exact (text, scale < 2);
  cairo_scale (cr, scale, scale);
  tl_paint_scene (scene, text, cr);
  tl_text_pango_set_exact (text, FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static const guint32 *
get_row (cairo_surface_t *surface,
         int              y)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  return (const guint32 *) (const void *) (data + (gsize) y * cairo_image_surface_get_stride (surface));
}

/* Counts pixels of which a channel differs by more than @tolerance. Alpha is
 * left out where a PNG has none.
 */
static guint
count_different (cairo_surface_t *a,
                 cairo_surface_t *b,
                 guint            tolerance)
{
  int n_bits = cairo_image_surface_get_format (b) == CAIRO_FORMAT_ARGB32 ? 32 : 24;
  guint n_different = 0;

  g_assert_cmpint (cairo_image_surface_get_width (a), ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (cairo_image_surface_get_height (a), ==, cairo_image_surface_get_height (b));
  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      {
        guint most = 0;

        for (int shift = 0; shift < n_bits; shift += 8)
          {
            guint one = get_row (a, y)[x] >> shift & 255;
            guint other = get_row (b, y)[x] >> shift & 255;
            guint difference = one > other ? one - other : other - one;

            most = MAX (most, difference);
          }
        n_different += most > tolerance;
      }

  return n_different;
}

/* Cairo from 1.17 on places letters by quarters of a pixel, and rounds some
 * of them otherwise where it begins to paint elsewhere. */
static guint
get_n_tolerated (cairo_surface_t *surface)
{
  int n_pixels = cairo_image_surface_get_width (surface) * cairo_image_surface_get_height (surface);

  return cairo_version () < CAIRO_VERSION_ENCODE (1, 17, 0) ? 0 : n_pixels / 1000;
}

static void
check_written (const TlScene *scene,
               double         scale,
               gboolean       is_small,
               guint          tolerance)
{
  g_autofree char *name = write_scene (scene, scale, is_small);
  cairo_surface_t *found = cairo_image_surface_create_from_png (name);
  cairo_surface_t *expected = paint_scene (scene, scale);

  g_assert_cmpint (cairo_surface_status (found), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (count_different (expected, found, tolerance), <=, get_n_tolerated (found));
  cairo_surface_destroy (found);
  cairo_surface_destroy (expected);
  g_unlink (name);
}

/* Several bands, at scales that do not divide them. Cairo rounds edges by
 * where they are on the surface, hence a step of difference at most.
 */
static void
test_write_png_bands (void)
{
  static const double scales[] = { 1, 1.37, 2, 3.25 };
  g_autoptr (TlScene) scene = make_scene (700, 1200, 0xfffffeff, 300);

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    check_written (scene, scales[i], FALSE, 1);
}

static void
test_write_png_small (void)
{
  g_autoptr (TlScene) scene = make_scene (500, 300, 0xf0f0f0ff, 50);
  g_autofree char *fast = write_scene (scene, 1, FALSE);
  g_autofree char *small = write_scene (scene, 1, TRUE);
  GStatBuf fast_info;
  GStatBuf small_info;

  check_written (scene, 1, TRUE, 0);
  g_assert_no_errno (g_stat (fast, &fast_info));
  g_assert_no_errno (g_stat (small, &small_info));
  g_assert_cmpint (small_info.st_size, <, fast_info.st_size);
  g_unlink (fast);
  g_unlink (small);
}

/* Colours that were multiplied by their opacity lose less than a step; a
 * second one comes from the bands.
 */
static void
test_write_png_transparent (void)
{
  g_autoptr (TlScene) one_band = make_scene (700, 700, TL_RGBA_NONE, 200);
  g_autoptr (TlScene) two_bands = make_scene (700, 900, TL_RGBA_NONE, 200);

  check_written (one_band, 1, FALSE, 1);
  check_written (one_band, 1, TRUE, 1);
  check_written (two_bands, 1, FALSE, 2);
}

/* Boxes on whole pixels: 2, 4, 16 and 256 colours, with the page's. */
static void
test_write_png_palette (void)
{
  static const guint counts[] = { 1, 2, 4, 5, 16, 17, 256, 257 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    for (int is_opaque = 0; is_opaque < 2; is_opaque++)
      {
        g_autoptr (TlScene) scene = tl_scene_new (300, 100, is_opaque ? 0xffffffff : TL_RGBA_NONE);
        g_autofree char *name = NULL;
        g_autofree char *content = NULL;

        for (guint k = 0; k + 1 < counts[i]; k++)
          {
            const TlPen pen = { .fill = (k * 40503u) << 8 | 0xff };
            const TlRect rect = { k, 10, 1, 50 };

            tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
            tl_scene_add_rect (scene, &rect, 0, &pen);
          }
        tl_scene_finish (scene);
        check_written (scene, 1, TRUE, 0);

        /* The colour type stands in the 26th byte. */
        name = write_scene (scene, 1, TRUE);
        g_assert_true (g_file_get_contents (name, &content, NULL, NULL));
        g_assert_cmpint ((guchar) content[25], ==, counts[i] <= 256 ? PNG_COLOR_TYPE_PALETTE
                                          : is_opaque      ? PNG_COLOR_TYPE_RGB
                                                           : PNG_COLOR_TYPE_RGBA);
        g_unlink (name);
      }
}

static const char *
find_text (const png_text *texts,
           int             n_texts,
           const char     *key)
{
  for (int i = 0; i < n_texts; i++)
    if (g_str_equal (texts[i].key, key))
      return texts[i].text;

  return NULL;
}

static void
test_write_png_about (void)
{
  g_autoptr (TlScene) scene = make_scene (200, 100, 0xffffffff, 1);
  g_autofree char *name = write_scene (scene, 2, FALSE);
  FILE *file = fopen (name, "rb");
  png_structp png = png_create_read_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);
  png_textp texts;
  int n_texts;

  png_init_io (png, file);
  png_read_info (png, info);
  png_get_text (png, info, &texts, &n_texts);
  g_assert_cmpstr (find_text (texts, n_texts, "Title"), ==, "Häfen");
  g_assert_cmpstr (find_text (texts, n_texts, "Author"), ==, "Ada");
  g_assert_cmpstr (find_text (texts, n_texts, "Description"), ==, "A description");
  g_assert_cmpstr (find_text (texts, n_texts, "Sources"), ==, "1 Gazette\n2 Courier");
  g_assert_cmpstr (find_text (texts, n_texts, "Creation Time"), ==, "2025-07-01T00:00:00Z");
  g_assert_cmpuint (png_get_x_pixels_per_meter (png, info), ==, 7559);
  g_assert_cmpuint (png_get_image_width (png, info), ==, 400);
  g_assert_cmpuint (png_get_image_height (png, info), ==, 200);
  png_destroy_read_struct (&png, &info, NULL);
  fclose (file);
  g_unlink (name);
}

static void
test_write_png_repeats (void)
{
  g_autoptr (TlScene) scene = make_scene (600, 800, 0xffffffff, 100);
  g_autofree char *one = write_scene (scene, 1.5, FALSE);
  g_autofree char *two = write_scene (scene, 1.5, FALSE);
  g_autofree char *content_one = NULL;
  g_autofree char *content_two = NULL;
  gsize length_one;
  gsize length_two;

  g_assert_true (g_file_get_contents (one, &content_one, &length_one, NULL));
  g_assert_true (g_file_get_contents (two, &content_two, &length_two, NULL));
  g_assert_cmpmem (content_one, length_one, content_two, length_two);
  g_unlink (one);
  g_unlink (two);
}

/* An A4 page ends within a pixel, which has the page's colour all the same. */
static void
test_write_png_edge (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (99.6, 50.7, 0x336699ff);
  g_autofree char *name = NULL;
  cairo_surface_t *found;

  tl_scene_finish (scene);
  name = write_scene (scene, 1, FALSE);
  found = cairo_image_surface_create_from_png (name);
  g_assert_cmpint (cairo_image_surface_get_width (found), ==, 100);
  g_assert_cmpint (cairo_image_surface_get_height (found), ==, 51);
  for (int y = 0; y < 51; y++)
    for (int x = 0; x < 100; x++)
      g_assert_cmphex (get_row (found, y)[x] & 0xffffff, ==, 0x336699);
  cairo_surface_destroy (found);
  g_unlink (name);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  text = tl_text_pango_new (TL_CHART_FONT, "de");

  g_test_add_func ("/write-png/bands", test_write_png_bands);
  g_test_add_func ("/write-png/small", test_write_png_small);
  g_test_add_func ("/write-png/transparent", test_write_png_transparent);
  g_test_add_func ("/write-png/palette", test_write_png_palette);
  g_test_add_func ("/write-png/about", test_write_png_about);
  g_test_add_func ("/write-png/repeats", test_write_png_repeats);
  g_test_add_func ("/write-png/edge", test_write_png_edge);
  status = g_test_run ();
  g_object_unref (text);

  return status;
}
