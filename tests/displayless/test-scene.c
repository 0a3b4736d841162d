/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-scene.h"

#include <locale.h>
#include <math.h>
#include <string.h>

/* A scene keeps what it is given, says what is under a point, and can be
 * turned around. */

static const TlPen blue = { .fill = 0x3584e4ffu };
static const TlPen thin = { .stroke = 0x241f31ffu, .line_width = 2 };
static const TlTextStyle semibold = { 13, TL_WEIGHT_SEMIBOLD };

static void
add_texts (TlScene *scene)
{
  static const char text[] = "Port\ncloses its gate";
  TlTextBlock block = {
    .lines = { { 0, 11, 60, FALSE }, { 12, 6, 44.5, TRUE } },
    .n_lines = 2,
    .width = 60,
    .line_height = 17,
    .baseline = 13,
  };

  tl_scene_add_text (scene, text, &semibold, &block, 100, 40, 0x241f31ffu);
  block.is_rtl = TRUE;
  tl_scene_add_text (scene, text, &semibold, &block, 200, 40, 0x241f31ffu);
}

static void
add_path (TlScene *scene)
{
  static const TlPen dashed = { .stroke = 0xe01b2480u, .line_width = 1.25, .dash = TL_DASH_DASHED };

  tl_scene_move_to (scene, 10, 100);
  tl_scene_line_to (scene, 30, 100);
  tl_scene_curve_to (scene, 40, 100, 40, 120, 30, 120);
  tl_scene_close_path (scene);
  tl_scene_add_path (scene, &dashed);
}

static TlScene *
create_scene (void)
{
  static const TlPen fading = { .fill = 0x3584e4ffu, .fade_left = 10, .fade_right = 4 };
  TlScene *scene = tl_scene_new (400, 300, 0xffffffffu);
  TlSceneItem *item;

  tl_scene_begin_item (scene, TL_ITEM_BACKGROUND, 0);
  tl_scene_add_rect (scene, &(TlRect) { 0, 0, 400, 150 }, 0, &blue);

  item = tl_scene_begin_item (scene, TL_ITEM_EVENT, 3);
  item->id = tl_scene_keep_text (scene, "e-3");
  item->name = tl_scene_keep_text (scene, "Port \"closes\"");
  item->description = tl_scene_keep_text (scene, "In words\nand lines");
  item->link = tl_scene_keep_text (scene, "#n1");
  item->opacity = 0.5;
  item->has_clip = TRUE;
  item->clip = (TlRect) { 0, 0, 390, 300 };
  tl_scene_add_circle (scene, 50.125, 20, 8, &thin);
  tl_scene_add_rect (scene, &(TlRect) { 60, 10, 100, 20.004 }, 4, &fading);
  add_texts (scene);
  add_path (scene);

  tl_scene_begin_item (scene, TL_ITEM_NOTE, 0);
  tl_scene_add_line (scene, 0, 200, 400, 200, &thin);

  tl_scene_set_about (scene, &(TlSceneAbout) { .title = "Harbour", .language = "en", .as_of = "2026-11" });
  tl_scene_finish (scene);

  return scene;
}

static const char expected[] =
  "scene 400 × 300 #ffffffff\n"
  "  title \"Harbour\"\n"
  "  language \"en\"\n"
  "  as of \"2026-11\"\n"
  "  background 0\n"
  "    rect 0 0 400 × 150 fill #3584e4ff\n"
  "  event 3 id \"e-3\" opacity 0.5 clip 0 0 390 × 300\n"
  "    name \"Port \\\"closes\\\"\"\n"
  "    description \"In words\\nand lines\"\n"
  "    link \"#n1\"\n"
  "    circle 50.13 20 radius 8 stroke #241f31ff 2\n"
  "    rect 60 10 100 × 20 radius 4 fill #3584e4ff fade 10 4\n"
  "    text \"Port closes\" 100 40 60 × 17 baseline 53 size 13 semibold fill #241f31ff\n"
  "    text \"its ga…\" 100 57 44.5 × 17 baseline 70 size 13 semibold fill #241f31ff\n"
  "    text \"Port closes\" 200 40 60 × 17 baseline 53 size 13 semibold rtl fill #241f31ff\n"
  "    text \"its ga…\" 215.5 57 44.5 × 17 baseline 70 size 13 semibold rtl fill #241f31ff\n"
  "    path M 10 100 L 30 100 C 40 100 40 120 30 120 Z stroke #e01b2480 1.25 dashed\n"
  "  note 0\n"
  "    path M 0 200 L 400 200 stroke #241f31ff 2\n";

static void
test_scene_to_text (void)
{
  g_autoptr (TlScene) scene = create_scene ();
  g_autofree char *text = tl_scene_to_text (scene);
  g_autofree char *again = NULL;

  g_assert_cmpstr (text, ==, expected);

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    g_test_message ("no German locale to compare with");
  again = tl_scene_to_text (scene);
  setlocale (LC_NUMERIC, "C");
  g_assert_cmpstr (again, ==, expected);
}

static void
assert_length (double      length,
               const char *written)
{
  g_autoptr (GString) text = g_string_new (NULL);

  tl_append_length (text, length);
  g_assert_cmpstr (text->str, ==, written);
}

static void
test_scene_lengths (void)
{
  assert_length (0, "0");
  assert_length (-0.0, "0");
  assert_length (-0.004, "0");
  assert_length (-0.006, "-0.01");
  assert_length (0.1 + 0.2, "0.3");
  assert_length (1.005, "1");
  assert_length (-12.5, "-12.5");
  assert_length (100, "100");
  assert_length (100.05, "100.05");
  assert_length (99.999, "100");
  assert_length (1e300, "1000000000000");
  assert_length (NAN, "0");
  assert_length (INFINITY, "0");
}

static void
assert_rect (const TlRect *rect,
             double        x,
             double        y,
             double        width,
             double        height)
{
  g_assert_cmpfloat_with_epsilon (rect->x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (rect->y, y, 1e-9);
  g_assert_cmpfloat_with_epsilon (rect->width, width, 1e-9);
  g_assert_cmpfloat_with_epsilon (rect->height, height, 1e-9);
}

static void
test_scene_bounds (void)
{
  g_autoptr (TlScene) scene = create_scene ();
  const TlSceneItem *items;
  guint n_items;

  items = tl_scene_get_items (scene, &n_items);
  g_assert_cmpuint (n_items, ==, 3);
  assert_rect (&items[0].bounds, 0, 0, 400, 150);
  assert_rect (&items[1].bounds, 9.375, 10, 250.625, 110.625);
  assert_rect (&items[2].bounds, -1, 199, 402, 2);
}

static void
test_scene_keep_text (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (1, 1, TL_RGBA_NONE);
  char text[] = "gate";
  const char *kept = tl_scene_keep_text (scene, text);

  text[0] = 'd';
  g_assert_cmpstr (kept, ==, "gate");
  g_assert_null (tl_scene_keep_text (scene, NULL));
  g_assert_cmpfloat (tl_scene_begin_item (scene, TL_ITEM_EVENT, 0)->opacity, ==, 1);
}

/* Turned around twice, a scene is what it was. */
static void
test_scene_mirror (void)
{
  g_autoptr (TlScene) scene = create_scene ();
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  const TlSceneItem *items;
  const TlShape *shapes;
  guint n_items;

  tl_scene_mirror (scene);
  once = tl_scene_to_text (scene);
  g_assert_cmpstr (once, !=, expected);
  items = tl_scene_get_items (scene, &n_items);
  shapes = tl_scene_get_shapes (scene, &items[1]);
  assert_rect (&items[1].clip, 10, 0, 390, 300);
  assert_rect (&items[1].bounds, 140, 10, 250.625, 110.625);
  assert_rect (&shapes[1].box, 240, 10, 100, 20.004);
  g_assert_cmpfloat (shapes[1].pen.fade_left, ==, 4);
  assert_rect (&shapes[2].box, 240, 40, 60, 17);
  g_assert_cmpfloat (tl_scene_get_points (scene, &shapes[6])[0].x, ==, 390);

  tl_scene_mirror (scene);
  twice = tl_scene_to_text (scene);
  g_assert_cmpstr (twice, ==, expected);
}

/* In a mirror, lines of either direction stand at the right of their block. */
static void
test_scene_mirror_lines (void)
{
  g_autoptr (TlScene) scene = create_scene ();
  const TlSceneItem *items;
  const TlShape *shapes;
  guint n_items;

  tl_scene_mirror (scene);
  items = tl_scene_get_items (scene, &n_items);
  shapes = tl_scene_get_shapes (scene, &items[1]);
  assert_rect (&shapes[2].box, 240, 40, 60, 17);
  assert_rect (&shapes[3].box, 255.5, 57, 44.5, 17);
  assert_rect (&shapes[4].box, 140, 40, 60, 17);
  assert_rect (&shapes[5].box, 155.5, 57, 44.5, 17);
}

/* In a mirror, a sign is elsewhere, but looks as it did. */
static void
test_scene_mirror_sign (void)
{
  static const TlPoint mirrored[] = { { 360, 10 }, { 370, 12 }, { 380, 16 }, { 390, 14 } };
  g_autoptr (TlScene) scene = tl_scene_new (400, 100, TL_RGBA_NONE);
  const TlSceneItem *items;
  const TlShape *shape;
  guint n_items;

  tl_scene_begin_item (scene, TL_ITEM_EVENT, 0);
  add_path (scene);
  tl_scene_move_to (scene, 10, 10);
  tl_scene_curve_to (scene, 20, 12, 30, 16, 40, 14);
  tl_scene_close_path (scene);
  tl_scene_add_sign (scene, &thin);
  tl_scene_finish (scene);
  items = tl_scene_get_items (scene, &n_items);
  shape = &tl_scene_get_shapes (scene, &items[0])[1];

  tl_scene_mirror (scene);
  assert_rect (&shape->box, 360, 10, 30, 6);
  for (gsize i = 0; i < G_N_ELEMENTS (mirrored); i++)
    {
      const TlPoint *point = &tl_scene_get_points (scene, shape)[i];

      g_assert_cmpfloat_with_epsilon (point->x, mirrored[i].x, 1e-9);
      g_assert_cmpfloat_with_epsilon (point->y, mirrored[i].y, 1e-9);
    }

  tl_scene_mirror (scene);
  g_assert_cmpfloat_with_epsilon (tl_scene_get_points (scene, shape)[0].x, 10, 1e-9);
}

static void
test_scene_dashes (void)
{
  static const char *const written[] = { "2\n", "2 dashed\n", "2 dotted\n", "2 long\n" };

  for (TlDash dash = TL_DASH_SOLID; dash <= TL_DASH_LONG; dash++)
    {
      g_autoptr (TlScene) scene = tl_scene_new (10, 10, TL_RGBA_NONE);
      TlPen pen = thin;
      g_autofree char *text = NULL;

      pen.dash = dash;
      tl_scene_begin_item (scene, TL_ITEM_LINK, 0);
      tl_scene_add_line (scene, 0, 5, 10, 5, &pen);
      tl_scene_finish (scene);
      text = tl_scene_to_text (scene);
      g_assert_true (g_str_has_suffix (text, written[dash]));
    }
}

static void
add_item (TlScene       *scene,
          TlItemKind     kind,
          guint32        index,
          const TlRect  *rect,
          const TlPen   *pen)
{
  tl_scene_begin_item (scene, kind, index);
  tl_scene_add_rect (scene, rect, 0, pen);
}

static int
pick (const TlScene *scene,
      double         x,
      double         y,
      double         reach)
{
  const TlSceneItem *item = tl_scene_pick (scene, x, y, reach);

  return item != NULL ? (int) item->index : -1;
}

static void
test_scene_pick_order (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (100, 100, TL_RGBA_NONE);

  add_item (scene, TL_ITEM_EVENT, 0, &(TlRect) { 10, 10, 40, 40 }, &blue);
  add_item (scene, TL_ITEM_BADGE, 1, &(TlRect) { 30, 10, 40, 40 }, &blue);
  add_item (scene, TL_ITEM_TIE, 2, &(TlRect) { 0, 0, 100, 100 }, &blue);
  add_item (scene, TL_ITEM_EVENT, 3, &(TlRect) { 30, 10, 5, 5 }, &blue);
  tl_scene_begin_item (scene, TL_ITEM_EVENT, 4)->opacity = 0;
  tl_scene_add_rect (scene, &(TlRect) { 0, 0, 100, 100 }, 0, &blue);
  tl_scene_finish (scene);

  g_assert_cmpint (pick (scene, 20, 20, 0), ==, 0);
  g_assert_cmpint (pick (scene, 40, 20, 0), ==, 1);
  g_assert_cmpint (pick (scene, 32, 12, 0), ==, 3);
  g_assert_cmpint (pick (scene, 80, 80, 0), ==, -1);
  g_assert_cmpint (pick (scene, 5, 20, 4), ==, -1);
  g_assert_cmpint (pick (scene, 5, 20, 6), ==, 0);
}

/* What is painted at the point goes before what is only near it, and what is
 * nearer before what is above. */
static void
test_scene_pick_reach (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (100, 100, TL_RGBA_NONE);

  add_item (scene, TL_ITEM_EVENT, 0, &(TlRect) { 10, 10, 20, 20 }, &blue);
  tl_scene_begin_item (scene, TL_ITEM_LINK, 1);
  tl_scene_add_line (scene, 0, 28, 100, 28, &thin);
  add_item (scene, TL_ITEM_EVENT, 2, &(TlRect) { 40, 10, 20, 20 }, &thin);
  tl_scene_finish (scene);

  g_assert_cmpint (pick (scene, 20, 25, 5), ==, 0);
  g_assert_cmpint (pick (scene, 20, 28.5, 5), ==, 1);
  g_assert_cmpint (pick (scene, 50, 20, 5), ==, -1);
  g_assert_cmpint (pick (scene, 42, 20, 5), ==, 2);
  g_assert_cmpint (pick (scene, 33, 20, 5), ==, 0);
  g_assert_cmpint (pick (scene, 38, 20, 8), ==, 2);
}

static void
test_scene_pick_clip (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (100, 100, TL_RGBA_NONE);
  TlSceneItem *item = tl_scene_begin_item (scene, TL_ITEM_EVENT, 0);

  item->has_clip = TRUE;
  item->clip = (TlRect) { 0, 0, 20, 100 };
  tl_scene_add_rect (scene, &(TlRect) { 10, 10, 40, 40 }, 0, &blue);
  tl_scene_finish (scene);

  g_assert_cmpint (pick (scene, 15, 20, 0), ==, 0);
  g_assert_cmpint (pick (scene, 25, 20, 0), ==, -1);
}

/* Paths are filled by the non-zero rule, whether they are closed or not. */
static void
test_scene_pick_path (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (100, 100, TL_RGBA_NONE);

  tl_scene_begin_item (scene, TL_ITEM_EVENT, 0);
  tl_scene_move_to (scene, 10, 10);
  tl_scene_line_to (scene, 50, 10);
  tl_scene_line_to (scene, 50, 50);
  tl_scene_line_to (scene, 10, 50);
  tl_scene_move_to (scene, 20, 20);
  tl_scene_line_to (scene, 20, 40);
  tl_scene_line_to (scene, 40, 40);
  tl_scene_line_to (scene, 40, 20);
  tl_scene_close_path (scene);
  tl_scene_add_path (scene, &blue);
  tl_scene_begin_item (scene, TL_ITEM_LINK, 1);
  tl_scene_move_to (scene, 0, 100);
  tl_scene_curve_to (scene, 0, 60, 100, 60, 100, 100);
  tl_scene_add_path (scene, &thin);
  tl_scene_finish (scene);

  g_assert_cmpint (pick (scene, 15, 15, 0), ==, 0);
  g_assert_cmpint (pick (scene, 15, 30, 0), ==, 0);
  g_assert_cmpint (pick (scene, 15, 20, 0), ==, 0);
  g_assert_cmpint (pick (scene, 15, 40, 0), ==, 0);
  g_assert_cmpint (pick (scene, 5, 20, 0), ==, -1);
  g_assert_cmpint (pick (scene, 5, 40, 0), ==, -1);
  g_assert_cmpint (pick (scene, 30, 30, 0), ==, -1);
  g_assert_cmpint (pick (scene, 50, 70, 0), ==, 1);
  g_assert_cmpint (pick (scene, 50, 72, 0), ==, -1);
  g_assert_cmpint (pick (scene, 50, 90, 0), ==, -1);
}

static void
test_scene_empty (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (100, 100, TL_RGBA_NONE);
  g_autofree char *text = NULL;

  tl_scene_begin_item (scene, TL_ITEM_EVENT, 0);
  tl_scene_finish (scene);
  text = tl_scene_to_text (scene);

  g_assert_cmpstr (text, ==, "scene 100 × 100 #00000000\n  event 0\n");
  g_assert_null (tl_scene_pick (scene, 0, 0, 1000));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/to-text", test_scene_to_text);
  g_test_add_func ("/scene/lengths", test_scene_lengths);
  g_test_add_func ("/scene/bounds", test_scene_bounds);
  g_test_add_func ("/scene/keep-text", test_scene_keep_text);
  g_test_add_func ("/scene/mirror", test_scene_mirror);
  g_test_add_func ("/scene/mirror-lines", test_scene_mirror_lines);
  g_test_add_func ("/scene/mirror-sign", test_scene_mirror_sign);
  g_test_add_func ("/scene/dashes", test_scene_dashes);
  g_test_add_func ("/scene/pick-order", test_scene_pick_order);
  g_test_add_func ("/scene/pick-reach", test_scene_pick_reach);
  g_test_add_func ("/scene/pick-clip", test_scene_pick_clip);
  g_test_add_func ("/scene/pick-path", test_scene_pick_path);
  g_test_add_func ("/scene/empty", test_scene_empty);

  return g_test_run ();
}
