/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-layout.h"
#include "read-scene.h"

#include <math.h>

/* Moving the view moves what is drawn and changes nothing else. */

#define N_LAYOUTS 60

/* Sums of lengths are not exact. */
#define NEARLY 1e-6

/* From a tick to its label, and a bit. */
#define LABEL_GAP 4.5

/* Bars are cut off so far outside of the view. */
#define CUT 199.0

typedef struct
{
  const TlMadeLayout *made;
  const TlScene      *a;
  const TlScene      *b;
  double              left_a; /* of the content, in the scene */
  double              left_b;
  double              dx; /* from a to b */
  double              dy;
} Move;

static TlMadeLayout *layouts[N_LAYOUTS];

static double
get_lanes_left (const TlMadeLayout *made)
{
  return TL_MADE_LEFT + tl_layout_get_gutter (made->layout);
}

static void
assert_moved (const Move    *move,
              const TlShape *a,
              const TlShape *b,
              double         dx,
              double         dy)
{
  const TlPoint *from, *to;

  tl_shape_assert_alike (a, b);
  g_assert_cmpfloat (fabs (a->box.x + dx - b->box.x), <, NEARLY);
  g_assert_cmpfloat (fabs (a->box.y + dy - b->box.y), <, NEARLY);
  if (a->kind == TL_SHAPE_TEXT)
    g_assert_cmpfloat (fabs (a->baseline + dy - b->baseline), <, NEARLY);
  if (a->kind != TL_SHAPE_PATH)
    return;

  from = tl_scene_get_points (move->a, a);
  to = tl_scene_get_points (move->b, b);
  g_assert_cmpmem (tl_scene_get_verbs (move->a, a), a->n_verbs, tl_scene_get_verbs (move->b, b), b->n_verbs);
  for (guint i = 0; i < tl_shape_count_points (move->a, a); i++)
    {
      g_assert_cmpfloat (fabs (from[i].x + dx - to[i].x), <, NEARLY);
      g_assert_cmpfloat (fabs (from[i].y + dy - to[i].y), <, NEARLY);
    }
}

static const TlPlaced *
find_placed (const TlMadeLayout *made,
             guint32             event)
{
  guint n_placed;
  const TlPlaced *placed = tl_layout_get_placed (made->layout, &n_placed);

  for (guint i = 0; i < n_placed; i++)
    if (placed[i].event == event)
      return &placed[i];

  g_assert_not_reached ();
}

/* Whether some of the mark is so far outside that it is not drawn whole. */
static gboolean
is_cut (const Move     *move,
        const TlPlaced *placed)
{
  double view = move->made->width;
  double lanes = get_lanes_left (move->made);
  double left = MAX (lanes - move->left_a, lanes - move->left_b) - CUT;
  double right = MIN (lanes - move->left_a, lanes - move->left_b) + view + CUT;

  return placed->mark.kind != TL_MARK_DISC && (placed->mark.x0 < left || placed->mark.x1 > right);
}

/* The label of a bar slides within it, and stays in view as long as the bar
 * lets it. */
static void
assert_slides (const Move     *move,
               const TlScene  *scene,
               const TlShape  *shape,
               const TlPlaced *placed)
{
  double left = scene == move->a ? move->left_a : move->left_b;
  double lanes = get_lanes_left (move->made);
  double end = left + placed->mark.solid1;

  if (shape->kind != TL_SHAPE_TEXT)
    return;
  g_assert_cmpfloat (shape->box.x, >=, left + placed->mark.solid0 - NEARLY);
  g_assert_cmpfloat (shape->box.x + shape->box.width, <=, end + NEARLY);
  if (shape->box.x < lanes)
    g_assert_cmpfloat (left + placed->mark.solid0, <, lanes);
}

static void
check_slides (const Move        *move,
              const TlScene     *scene,
              const TlSceneItem *item,
              const TlPlaced    *placed)
{
  for (guint32 i = 0; i < item->n_shapes; i++)
    assert_slides (move, scene, &tl_scene_get_shapes (scene, item)[i], placed);
}

static void
check_event (const Move        *move,
             const TlSceneItem *a,
             const TlSceneItem *b)
{
  const TlPlaced *placed = find_placed (move->made, a->index);
  const TlShape *from = tl_scene_get_shapes (move->a, a);
  const TlShape *to = tl_scene_get_shapes (move->b, b);

  if (placed->label == TL_LABEL_INSIDE)
    {
      check_slides (move, move->a, a, placed);
      check_slides (move, move->b, b, placed);
    }
  if (is_cut (move, placed))
    return;

  g_assert_cmpuint (a->n_shapes, ==, b->n_shapes);
  for (guint32 i = 0; i < a->n_shapes; i++)
    if (placed->label != TL_LABEL_INSIDE || i == 0)
      assert_moved (move, &from[i], &to[i], move->dx, move->dy);
    else
      {
        tl_shape_assert_alike (&from[i], &to[i]);
        g_assert_cmpfloat (fabs (from[i].box.y + move->dy - to[i].box.y), <, NEARLY);
      }
}

/* What belongs to the axis only goes left and right, what belongs to the
 * gutter only up and down. */
static void
check_item (const Move        *move,
            const TlSceneItem *a,
            const TlSceneItem *b)
{
  const TlShape *from = tl_scene_get_shapes (move->a, a);
  const TlShape *to = tl_scene_get_shapes (move->b, b);

  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstr (a->description, ==, b->description);
  g_assert_cmpstr (a->link, ==, b->link);
  g_assert_cmpfloat (a->opacity, ==, b->opacity);
  if (a->kind == TL_ITEM_ERA)
    return;
  if (a->kind == TL_ITEM_EVENT)
    {
      check_event (move, a, b);
      return;
    }
  g_assert_cmpuint (a->n_shapes, ==, b->n_shapes);
  for (guint32 i = 0; i < a->n_shapes; i++)
    assert_moved (move, &from[i], &to[i], a->kind == TL_ITEM_LANE ? 0 : move->dx,
                  a->kind == TL_ITEM_FOLD ? 0 : move->dy);
}

/* Folds are counted from the left edge of the view, so they are known by
 * where they are. */
static const TlSceneItem *
find_counterpart (const Move        *move,
                  const TlSceneItem *wanted)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (move->b, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == wanted->kind && items[i].n_shapes > 0
        && (wanted->kind == TL_ITEM_FOLD ? fabs (items[i].bounds.x - move->dx - wanted->bounds.x) < 1
                                         : items[i].index == wanted->index))
      return &items[i];

  return NULL;
}

/* Labels of the finer tier whose tick is in view are where they were. */
static guint
check_fine_labels (const Move        *move,
                   const TlSceneItem *axis)
{
  const TlSceneItem *other = find_counterpart (move, axis);
  const TlShape *from = tl_scene_get_shapes (move->a, axis);
  double left = get_lanes_left (move->made);
  guint n_found = 0;

  for (guint32 i = 0; i < axis->n_shapes; i++)
    {
      double x = from[i].box.x + move->dx;
      gboolean is_found = FALSE;

      if (from[i].style.weight != TL_WEIGHT_REGULAR || from[i].box.x < left + LABEL_GAP || x < left + LABEL_GAP
          || x + from[i].box.width > left + move->made->width)
        continue;
      for (guint32 k = 0; k < other->n_shapes && !is_found; k++)
        {
          const TlShape *to = &tl_scene_get_shapes (move->b, other)[k];

          is_found = fabs (to->box.x - x) < NEARLY && g_str_equal (to->text, from[i].text);
        }
      if (!is_found)
        g_error ("%s at %g is gone", from[i].text, x);
      n_found++;
    }

  return n_found;
}

/* Returns how many items are in both views. */
static guint
check_move (const Move *move)
{
  guint n_items, n_checked = 0;
  const TlSceneItem *items = tl_scene_get_items (move->a, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const TlSceneItem *other = find_counterpart (move, &items[i]);

      if (items[i].kind == TL_ITEM_AXIS)
        n_checked += check_fine_labels (move, &items[i]);
      else if (items[i].kind > TL_ITEM_AXIS && items[i].n_shapes > 0 && other != NULL)
        {
          check_item (move, &items[i], other);
          n_checked++;
        }
    }

  return n_checked;
}

/* As far as one can scroll. */
static double
choose_y (const TlMadeLayout *made,
          GRand              *rand)
{
  double rest = tl_layout_get_lanes_height (made->layout) - TL_MADE_LANES;

  return rest > 0 ? g_rand_double_range (rand, 0, rest) : 0;
}

static void
test_layout_pan (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (77);
  guint n_checked = 0;

  for (guint i = 0; i < N_LAYOUTS; i++)
    {
      const TlMadeLayout *made = layouts[i];
      double width = tl_layout_get_content_width (made->layout);

      g_test_message ("%s", made->about);
      for (int round = 0; round < 4; round++)
        {
          double x = g_rand_double_range (rand, -50, width);
          double y = choose_y (made, rand);
          double dx = g_rand_double_range (rand, -made->width, made->width) * (round == 3 ? 0.01 : 1);
          double dy = round < 2 ? 0 : y - choose_y (made, rand);
          g_autoptr (TlScene) a = tl_made_layout_draw (made, made->layout, x, y);
          g_autoptr (TlScene) b = tl_made_layout_draw (made, made->layout, x - dx, y - dy);
          double lanes = get_lanes_left (made);
          const Move move = { made, a, b, lanes - x, lanes - x + dx, dx, dy };

          n_checked += check_move (&move);
        }
    }

  g_test_message ("%u items in both of two views", n_checked);
  g_assert_cmpuint (n_checked, >, 1500);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint32 i = 0; i < N_LAYOUTS; i++)
    layouts[i] = tl_made_layout_new (1000 + i);

  g_test_add_func ("/layout-pan/any-way", test_layout_pan);

  status = g_test_run ();
  for (guint32 i = 0; i < N_LAYOUTS; i++)
    tl_made_layout_free (layouts[i]);

  return status;
}
