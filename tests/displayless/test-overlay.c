/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-overlay.h"

#include "fake-measure.h"
#include "read-scene.h"

#include <math.h>
#include <string.h>

/* What a window draws above a timeline. */

#define WIDTH  1000.0
#define HEIGHT 600.0

static const TlRect lanes = { 150, 60, 850, 540 };

/* Half of a line. */
#define NEARLY 1.0

static TlDrawing
get_drawing (void)
{
  return (TlDrawing){ .theme = tl_theme_get (TL_THEME_LIGHT), .measure = &tl_fake_measure };
}

static TlScene *
make_scene (void)
{
  return tl_scene_new (WIDTH, HEIGHT, TL_RGBA_NONE);
}

static TlScene *
make_guide (double      x,
            const char *date)
{
  const TlDrawing drawing = get_drawing ();
  TlScene *scene = make_scene ();

  tl_overlay_add_guide (&drawing, &lanes, x, date, scene);
  tl_scene_finish (scene);

  return scene;
}

static TlScene *
make_span (double x0,
           double x1)
{
  const TlDrawing drawing = get_drawing ();
  TlScene *scene = make_scene ();

  tl_overlay_add_span (&drawing, &lanes, x0, x1, "3 months", NULL, 0, scene);
  tl_scene_finish (scene);

  return scene;
}

static TlScene *
make_between (double x0,
              double x1)
{
  const TlDrawing drawing = get_drawing ();
  TlScene *scene = make_scene ();

  tl_overlay_add_between (&drawing, &lanes, x0, x1, "between 3 and 5 months", scene);
  tl_scene_finish (scene);

  return scene;
}

static guint
count_shapes (const TlScene *scene)
{
  guint n_items, n = 0;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    n += items[i].n_shapes;

  return n;
}

/* All lies between the left and the right edge of the lanes, and above their
 * lower one. */
static void
check_within (const TlScene *scene)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      TlRect seen;

      if (!tl_item_get_seen (&items[i], &seen))
        continue;
      g_assert_cmpfloat (seen.x, >=, lanes.x - NEARLY);
      g_assert_cmpfloat (seen.x + seen.width, <=, lanes.x + lanes.width + NEARLY);
      g_assert_cmpfloat (seen.y, >=, -NEARLY);
      g_assert_cmpfloat (seen.y + seen.height, <=, lanes.y + lanes.height + NEARLY);
    }
}

/* The plate of @text: the shape that comes just before it. */
static TlRect
find_plate (const TlScene *scene,
            const char    *text)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const TlShape *shapes = tl_scene_get_shapes (scene, &items[i]);

      for (guint k = 1; k < items[i].n_shapes; k++)
        if (shapes[k].kind == TL_SHAPE_TEXT && strcmp (shapes[k].text, text) == 0)
          {
            g_assert_cmpint (shapes[k - 1].kind, ==, TL_SHAPE_RECT);
            /* The text is on it. */
            g_assert_cmpfloat (shapes[k].box.x, >=, shapes[k - 1].box.x);
            g_assert_cmpfloat (shapes[k].box.x + shapes[k].box.width, <=,
                               shapes[k - 1].box.x + shapes[k - 1].box.width);
            return shapes[k - 1].box;
          }
    }
  g_error ("there is no plate with %s", text);
}

static void
test_guide (void)
{
  g_autoptr (TlScene) scene = make_guide (500, "12 June 2025");
  TlRect plate = find_plate (scene, "12 June 2025");

  check_within (scene);
  g_assert_cmpfloat_with_epsilon (plate.x + plate.width / 2, 500, 1);
  /* On the axis, so that nothing of the lanes is covered. */
  g_assert_cmpfloat (plate.y + plate.height, <=, lanes.y);
}

static void
test_guide_at_edges (void)
{
  static const double places[] = { 150, 151, 170, 980, 999, 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (TlScene) scene = make_guide (places[i], "12 June 2025");
      TlRect plate = find_plate (scene, "12 June 2025");

      check_within (scene);
      g_assert_cmpfloat (plate.x, >=, lanes.x);
      g_assert_cmpfloat (plate.x + plate.width, <=, lanes.x + lanes.width);
    }
}

static void
test_guide_out_of_view (void)
{
  static const double places[] = { -1e9, 0, 149, 1001, 1e9 };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (TlScene) scene = make_guide (places[i], "12 June 2025");

      g_assert_cmpuint (count_shapes (scene), ==, 0);
    }
}

/* While something is dragged the line has no date. */
static void
test_guide_without_date (void)
{
  g_autoptr (TlScene) scene = make_guide (500, NULL);

  check_within (scene);
  g_assert_cmpuint (count_shapes (scene), ==, 1);
}

static void
test_span (void)
{
  g_autoptr (TlScene) scene = make_span (300, 500);
  TlRect plate = find_plate (scene, "3 months");

  check_within (scene);
  g_assert_cmpfloat_with_epsilon (plate.x + plate.width / 2, 400, 1);
  /* A tint, two edges, a plate and its text. */
  g_assert_cmpuint (count_shapes (scene), ==, 5);
}

/* An end that is out of view has no edge; what is in view is tinted, and its
 * length is said there. */
static void
test_span_cut (void)
{
  g_autoptr (TlScene) left = make_span (-1e6, 400);
  g_autoptr (TlScene) right = make_span (900, 1e6);
  g_autoptr (TlScene) both = make_span (-1e6, 1e6);
  TlRect plate = find_plate (left, "3 months");

  check_within (left);
  check_within (right);
  check_within (both);
  g_assert_cmpuint (count_shapes (left), ==, 4);
  g_assert_cmpuint (count_shapes (right), ==, 4);
  g_assert_cmpuint (count_shapes (both), ==, 3);
  g_assert_cmpfloat_with_epsilon (plate.x + plate.width / 2, (lanes.x + 400) / 2, 1);
}

/* The plate is wider than what it is for, and comes back from the edge. */
static void
test_span_narrow (void)
{
  static const double places[] = { 150, 152, 500, 995, 999 };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (TlScene) scene = make_span (places[i], places[i] + 1);

      check_within (scene);
      g_assert_cmpfloat (find_plate (scene, "3 months").width, >, 1);
    }
}

/* The plate goes where nothing is written, within its span; without any such
 * place it stays above the lanes. */
static void
test_span_among_words (void)
{
  const TlDrawing drawing = get_drawing ();
  const TlRect era = { 380, 0, 60, 16 };
  const TlRect column = { 380, 0, 60, 1000 };
  const TlRect all = { 0, 0, 2000, 1000 };
  const TlRect *const words[] = { &era, &column, &all };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (TlScene) scene = make_scene ();
      TlRect plate, both;

      tl_overlay_add_span (&drawing, &lanes, 200, 600, "3 months", words[i], 1, scene);
      tl_scene_finish (scene);
      check_within (scene);
      plate = find_plate (scene, "3 months");
      both = tl_rect_intersection (&plate, words[i]);
      if (words[i] != &all)
        g_assert_cmpfloat (both.width * both.height, ==, 0);
      if (words[i] == &era)
        g_assert_cmpfloat_with_epsilon (plate.x + plate.width / 2, 400, 1);
      g_assert_cmpfloat (plate.x, >=, 200);
      g_assert_cmpfloat (plate.x + plate.width, <=, 600);
      g_assert_cmpfloat (plate.y, >=, 0);
      g_assert_cmpfloat (plate.y + plate.height, <=, lanes.y);
    }
}

static void
test_span_out_of_view (void)
{
  static const double places[][2] = { { -500, 150 }, { -500, 0 }, { 1000, 1200 }, { 1100, 1e9 }, { 500, 500 } };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (TlScene) scene = make_span (places[i][0], places[i][1]);

      g_assert_cmpuint (count_shapes (scene), ==, 0);
    }
}

/* It makes no difference which of the two events comes first. */
static void
test_between (void)
{
  static const double places[][2] = { { 300, 700 }, { 150, 1000 }, { -400, 400 }, { 800, 4000 }, { -9e5, 9e5 },
                                      { 400, 400 } };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (TlScene) scene = make_between (places[i][0], places[i][1]);
      g_autoptr (TlScene) other = make_between (places[i][1], places[i][0]);
      TlRect plate = find_plate (scene, "between 3 and 5 months");

      check_within (scene);
      check_within (other);
      g_assert_cmpuint (count_shapes (scene), ==, count_shapes (other));
      g_assert_cmpfloat (plate.x, ==, find_plate (other, "between 3 and 5 months").x);
      g_assert_cmpfloat (plate.y, >, lanes.y);
    }
}

static void
test_between_out_of_view (void)
{
  static const double places[][2] = { { -500, 149 }, { 1001, 1200 }, { 1e9, 2e9 } };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (TlScene) scene = make_between (places[i][0], places[i][1]);

      g_assert_cmpuint (count_shapes (scene), ==, 0);
    }
}

/* Anywhere, of any length. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 2000; i++)
    {
      double x0 = g_rand_double_range (rand, -500, 1500);
      double x1 = g_rand_boolean (rand) ? g_rand_double_range (rand, -500, 1500) : x0 + g_rand_double (rand);
      g_autoptr (TlScene) guide = make_guide (x0, "12 June 2025, 14:30");
      g_autoptr (TlScene) span = make_span (MIN (x0, x1), MAX (x0, x1));
      g_autoptr (TlScene) between = make_between (x0, x1);

      check_within (guide);
      check_within (span);
      check_within (between);
    }
}

/* Rings */

static TlShape
make_ring (TlRing       why,
           TlThemeKind  theme,
           TlRect      *around)
{
  TlDrawing drawing = get_drawing ();
  g_autoptr (TlScene) scene = make_scene ();
  const TlRect box = { 400, 200, 120, 40 };
  const TlSceneItem *items;
  guint n_items;

  drawing.theme = tl_theme_get (theme);
  tl_overlay_add_ring (&drawing, &lanes, &box, why, scene);
  tl_scene_finish (scene);
  items = tl_scene_get_items (scene, &n_items);
  g_assert_cmpuint (n_items, ==, 1);
  g_assert_cmpuint (items[0].n_shapes, ==, 1);
  *around = items[0].bounds;

  return *tl_scene_get_shapes (scene, items);
}

/* Two rings that a black and white picture tells apart. */
static gboolean
differ_in_shape (const TlShape *a,
                 const TlShape *b)
{
  return a->pen.line_width != b->pen.line_width || a->pen.dash != b->pen.dash || a->box.x != b->box.x;
}

static void
test_rings (void)
{
  static const TlRing rings[] = { TL_RING_HOVERED, TL_RING_SELECTED, TL_RING_COMPARED, TL_RING_FOCUSED };
  static const TlThemeKind themes[] = { TL_THEME_LIGHT, TL_THEME_DARK };

  for (gsize t = 0; t < G_N_ELEMENTS (themes); t++)
    for (gsize i = 0; i < G_N_ELEMENTS (rings); i++)
      {
        TlRect around, other;
        TlShape ring = make_ring (rings[i], themes[t], &around);

        /* It is seen, fills nothing, and lies around the box. */
        g_assert_cmpuint (TL_RGBA_ALPHA (ring.pen.stroke), ==, 0xff);
        g_assert_cmpuint (TL_RGBA_ALPHA (ring.pen.fill), ==, 0);
        g_assert_cmpfloat (ring.box.x, <, 400);
        g_assert_cmpfloat (ring.box.y, <, 200);
        g_assert_cmpfloat (ring.box.x + ring.box.width, >, 520);
        g_assert_cmpfloat (ring.box.y + ring.box.height, >, 240);
        g_assert_cmpfloat (around.width, >, 120);

        for (gsize j = 0; j < i; j++)
          {
            TlShape before = make_ring (rings[j], themes[t], &other);

            g_assert_true (differ_in_shape (&ring, &before));
          }
      }
}

/* That of a long bar does not run over the lanes' names. */
static void
test_ring_within (void)
{
  const TlDrawing drawing = get_drawing ();
  const TlRect box = { -1e7, 200, 2e7, 40 };
  g_autoptr (TlScene) scene = make_scene ();

  tl_overlay_add_ring (&drawing, &lanes, &box, TL_RING_FOCUSED, scene);
  tl_scene_finish (scene);
  g_assert_cmpuint (count_shapes (scene), ==, 1);
  check_within (scene);
}

/* The keyboard and the selection may be at one event: both rings are seen. */
static void
test_focus_around_selection (void)
{
  TlRect focused, selected;

  make_ring (TL_RING_FOCUSED, TL_THEME_LIGHT, &focused);
  make_ring (TL_RING_SELECTED, TL_THEME_LIGHT, &selected);
  g_assert_cmpfloat (selected.x - focused.x, >=, 2);
  g_assert_cmpfloat (selected.y - focused.y, >=, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/overlay/guide", test_guide);
  g_test_add_func ("/overlay/guide-at-edges", test_guide_at_edges);
  g_test_add_func ("/overlay/guide-out-of-view", test_guide_out_of_view);
  g_test_add_func ("/overlay/guide-without-date", test_guide_without_date);
  g_test_add_func ("/overlay/span", test_span);
  g_test_add_func ("/overlay/span-cut", test_span_cut);
  g_test_add_func ("/overlay/span-narrow", test_span_narrow);
  g_test_add_func ("/overlay/span-among-words", test_span_among_words);
  g_test_add_func ("/overlay/span-out-of-view", test_span_out_of_view);
  g_test_add_func ("/overlay/between", test_between);
  g_test_add_func ("/overlay/between-out-of-view", test_between_out_of_view);
  g_test_add_func ("/overlay/random", test_random);
  g_test_add_func ("/overlay/rings", test_rings);
  g_test_add_func ("/overlay/ring-within", test_ring_within);
  g_test_add_func ("/overlay/focus-around-selection", test_focus_around_selection);

  return g_test_run ();
}
