/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout.h"
#include "tl-load.h"
#include "tl-paint-cairo.h"
#include "tl-picture.h"

#include <math.h>
#include <stdlib.h>

/* What has been moved along, against what is painted anew: no stored picture
 * is needed. Edges may differ by what Cairo's rounding makes of another clip.
 */

#define WIDTH  900
#define HEIGHT 560

/* Of a channel: what rounding may do, and to how many pixels in a million it
 * may do more than hardly anything. */
#define MOST      40
#define NOTABLE   4
#define MOST_ODD  1500

/* A pan paints less than this part of the whole. */
#define MOST_PAINTED 0.35

typedef struct
{
  TlTimeline   *timeline;
  guint32      *events;
  guint         n_events;
  TlAxis       *axis;
  TlTextPango  *text;
  TlTextMeasure measure;
  TlLayout     *layout;
  double        gutter;
  gboolean      is_mirrored;
} Subject;

static void
open_subject (Subject    *subject,
              const char *name,
              double      zoom,
              TlThemeKind theme)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLoad) load = tl_load_file (file, NULL, NULL, NULL, NULL, &error);
  TlLayoutOptions options = { .height = HEIGHT, .selected = TL_NONE, .scrolls = TRUE };

  g_assert_no_error (error);
  *subject = (Subject){ .timeline = g_object_ref (load->timeline) };
  tl_timeline_get_events (subject->timeline, &subject->n_events);
  subject->events = g_new (guint32, subject->n_events);
  for (guint32 i = 0; i < subject->n_events; i++)
    subject->events[i] = i;
  subject->text = tl_text_pango_new (TL_CHART_FONT, "en");
  /* Glyphs on whole pixels may go to the next one. */
  tl_text_pango_set_exact (subject->text, TRUE);
  subject->measure = tl_text_pango_get_measure (subject->text);
  subject->axis = tl_axis_new (subject->timeline, subject->events, subject->n_events, TL_AXIS_AUTO, NULL);

  options.drawing = (TlDrawing){ subject->timeline, tl_theme_get (theme), NULL, &subject->measure, NULL };
  options.axis = subject->axis;
  options.events = subject->events;
  options.n_events = subject->n_events;
  subject->gutter = tl_layout_get_gutter_for (&options.drawing);
  options.scale = zoom * tl_layout_get_scale_for (subject->axis, WIDTH - subject->gutter);
  subject->layout = tl_layout_new (&options);
}

static void
close_subject (Subject *subject)
{
  tl_layout_free (subject->layout);
  tl_axis_unref (subject->axis);
  g_object_unref (subject->text);
  g_object_unref (subject->timeline);
  g_free (subject->events);
}

static TlScene *
draw (const Subject *subject,
      double         x,
      guint32        selected)
{
  TlScene *scene = tl_scene_new (WIDTH, HEIGHT, 0xffffffff);
  const TlView view = { { 0, 0, WIDTH, HEIGHT }, x, 0, selected, NULL };

  tl_layout_draw (subject->layout, &view, scene);
  tl_scene_finish (scene);
  if (subject->is_mirrored)
    tl_scene_mirror (scene);

  return scene;
}

static TlPictureMove
make_move (const Subject *subject,
           double         dx)
{
  double head = tl_layout_get_head (subject->layout);
  TlPictureMove move = { { subject->gutter, head, WIDTH - subject->gutter, HEIGHT - head }, dx };

  if (subject->is_mirrored)
    {
      move.area.x = 0;
      move.dx = -dx;
    }

  return move;
}

/* Compares with all of it painted at once. */
static void
check_picture (const Subject   *subject,
               const TlScene   *scene,
               cairo_surface_t *found,
               double           scale)
{
  int width = cairo_image_surface_get_width (found), height = cairo_image_surface_get_height (found);
  cairo_surface_t *expected = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (expected);
  int stride = cairo_image_surface_get_stride (found);
  const guint8 *a, *b;
  guint n_odd = 0;

  cairo_scale (cr, scale, scale);
  tl_paint_scene (scene, subject->text, cr);
  cairo_destroy (cr);
  cairo_surface_flush (expected);
  cairo_surface_flush (found);
  a = cairo_image_surface_get_data (found);
  b = cairo_image_surface_get_data (expected);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width * 4; x++)
      {
        int difference = x % 4 == 3 ? 0 : abs (a[y * stride + x] - b[y * stride + x]);

        if (difference > MOST)
          g_error ("at %d, %d a channel is %d and not %d", x / 4, y, a[y * stride + x], b[y * stride + x]);
        n_odd += difference > NOTABLE;
      }
  g_assert_cmpfloat (n_odd / (3.0 * width * height), <=, MOST_ODD / 1e6);
  cairo_surface_destroy (expected);
}

static void
pan (const Subject *subject,
     double         scale,
     guint32        selected)
{
  static const double steps[] = { 3, 3, 17, -9, 1, 160, -40, -3 };
  g_autoptr (TlPicture) picture = tl_picture_new (subject->text);
  TlScene *scene = draw (subject, 40, selected);
  double x = 40, painted = 0;

  check_picture (subject, scene, tl_picture_paint (picture, scene, scale, NULL), scale);
  g_assert_cmpfloat (tl_picture_get_painted_share (picture), ==, 1);
  tl_scene_unref (scene);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const TlPictureMove move = make_move (subject, -steps[i]);

      x += steps[i];
      scene = draw (subject, x, selected);
      check_picture (subject, scene, tl_picture_paint (picture, scene, scale, &move), scale);
      if (fabs (steps[i]) < 20)
        painted = MAX (painted, tl_picture_get_painted_share (picture));
      tl_scene_unref (scene);
    }
  g_test_message ("at most %.0f %% are painted", painted * 100);
  g_assert_cmpfloat (painted, <, MOST_PAINTED);
}

static void
test_pan (void)
{
  static const char *const names[] = { "meta-scale-openai-google.timeline.json", "uncertain-and-deep-time.timeline.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (double zoom = 1.6; zoom < 20; zoom *= 3)
      {
        Subject subject;

        open_subject (&subject, names[i], zoom, i == 0 ? TL_THEME_LIGHT : TL_THEME_DARK);
        pan (&subject, 1, TL_NONE);
        close_subject (&subject);
      }
}

static void
test_pan_mirrored (void)
{
  Subject subject;

  open_subject (&subject, "meta-scale-openai-google.timeline.json", 2, TL_THEME_LIGHT);
  subject.is_mirrored = TRUE;
  pan (&subject, 1, TL_NONE);
  close_subject (&subject);
}

static void
test_pan_of_twice_the_pixels (void)
{
  Subject subject;

  open_subject (&subject, "meta-scale-openai-google.timeline.json", 2, TL_THEME_LIGHT);
  pan (&subject, 2, TL_NONE);
  close_subject (&subject);
}

static void
test_pan_with_selection (void)
{
  Subject subject;

  open_subject (&subject, "meta-scale-openai-google.timeline.json", 2, TL_THEME_HIGH_CONTRAST);
  pan (&subject, 1, 17);
  close_subject (&subject);
}

/* What is said to have moved is compared, so that a wrong word does no harm. */
static void
test_wrong_move (void)
{
  g_autoptr (TlPicture) picture = NULL;
  Subject subject;
  TlScene *scene;
  TlPictureMove move;

  open_subject (&subject, "meta-scale-openai-google.timeline.json", 2, TL_THEME_LIGHT);
  picture = tl_picture_new (subject.text);
  scene = draw (&subject, 0, TL_NONE);
  tl_picture_paint (picture, scene, 1, NULL);
  tl_scene_unref (scene);

  scene = draw (&subject, 0, 17);
  move = make_move (&subject, 0);
  check_picture (&subject, scene, tl_picture_paint (picture, scene, 1, &move), 1);
  tl_scene_unref (scene);

  scene = draw (&subject, 50, 17);
  move = make_move (&subject, -20);
  check_picture (&subject, scene, tl_picture_paint (picture, scene, 1, &move), 1);
  tl_scene_unref (scene);

  /* Half a pixel cannot be copied. */
  scene = draw (&subject, 50.5, 17);
  move = make_move (&subject, -0.5);
  tl_picture_paint (picture, scene, 1, &move);
  g_assert_cmpfloat (tl_picture_get_painted_share (picture), ==, 1);
  tl_scene_unref (scene);
  close_subject (&subject);
}

/* The image that is shown is left alone while the next one is painted. */
static void
test_shown_image_stays (void)
{
  g_autoptr (TlPicture) picture = NULL;
  Subject subject;
  TlScene *first, *second;
  cairo_surface_t *shown, *next;
  TlPictureMove move;

  open_subject (&subject, "meta-scale-openai-google.timeline.json", 2, TL_THEME_LIGHT);
  picture = tl_picture_new (subject.text);
  first = draw (&subject, 0, TL_NONE);
  second = draw (&subject, 30, TL_NONE);
  shown = tl_picture_paint (picture, first, 1, NULL);
  move = make_move (&subject, -30);
  next = tl_picture_paint (picture, second, 1, &move);
  g_assert_true (shown != next);
  check_picture (&subject, first, shown, 1);
  check_picture (&subject, second, next, 1);
  tl_scene_unref (first);
  tl_scene_unref (second);
  close_subject (&subject);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/pan", test_pan);
  g_test_add_func ("/picture/pan-mirrored", test_pan_mirrored);
  g_test_add_func ("/picture/pan-of-twice-the-pixels", test_pan_of_twice_the_pixels);
  g_test_add_func ("/picture/pan-with-selection", test_pan_with_selection);
  g_test_add_func ("/picture/wrong-move", test_wrong_move);
  g_test_add_func ("/picture/shown-image-stays", test_shown_image_stays);

  return g_test_run ();
}
