/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-layout.h"

#include <math.h>
#include <string.h>

/* What holds for every view of a layout: moving it moves what is drawn and
 * changes nothing else; what is drawn is found where it is; right to left is
 * left to right in a mirror. */

#define N_LAYOUTS 80

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

static gboolean
is_same_pen (const TlPen *a,
             const TlPen *b)
{
  return a->fill == b->fill && a->stroke == b->stroke && a->line_width == b->line_width && a->dash == b->dash
         && fabs (a->fade_left - b->fade_left) < NEARLY && fabs (a->fade_right - b->fade_right) < NEARLY;
}

/* The same but for where it is. */
static void
assert_alike (const TlShape *a,
              const TlShape *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_true (is_same_pen (&a->pen, &b->pen));
  g_assert_cmpfloat (fabs (a->box.width - b->box.width), <, NEARLY);
  g_assert_cmpfloat (fabs (a->box.height - b->box.height), <, NEARLY);
  g_assert_cmpfloat (a->radius, ==, b->radius);
  g_assert_cmpuint (a->n_verbs, ==, b->n_verbs);
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpfloat (a->style.size, ==, b->style.size);
  g_assert_cmpint (a->style.weight, ==, b->style.weight);
  g_assert_cmpint (a->is_rtl, ==, b->is_rtl);
}

static guint
count_points (const TlScene *scene,
              const TlShape *shape)
{
  static const guint n_points[] = { 1, 1, 3, 0 };
  const guint8 *verbs = tl_scene_get_verbs (scene, shape);
  guint n = 0;

  for (guint32 i = 0; i < shape->n_verbs; i++)
    n += n_points[verbs[i]];

  return n;
}

static void
assert_moved (const Move    *move,
              const TlShape *a,
              const TlShape *b,
              double         dx,
              double         dy)
{
  const TlPoint *from, *to;

  assert_alike (a, b);
  g_assert_cmpfloat (fabs (a->box.x + dx - b->box.x), <, NEARLY);
  g_assert_cmpfloat (fabs (a->box.y + dy - b->box.y), <, NEARLY);
  if (a->kind == TL_SHAPE_TEXT)
    g_assert_cmpfloat (fabs (a->baseline + dy - b->baseline), <, NEARLY);
  if (a->kind != TL_SHAPE_PATH)
    return;

  from = tl_scene_get_points (move->a, a);
  to = tl_scene_get_points (move->b, b);
  g_assert_cmpmem (tl_scene_get_verbs (move->a, a), a->n_verbs, tl_scene_get_verbs (move->b, b), b->n_verbs);
  for (guint i = 0; i < count_points (move->a, a); i++)
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
check_event (const Move        *move,
             const TlSceneItem *a,
             const TlSceneItem *b)
{
  const TlPlaced *placed = find_placed (move->made, a->index);
  const TlShape *from = tl_scene_get_shapes (move->a, a);
  const TlShape *to = tl_scene_get_shapes (move->b, b);

  if (placed->label != TL_LABEL_INSIDE && is_cut (move, placed))
    return;
  g_assert_cmpuint (a->n_shapes, ==, b->n_shapes);
  for (guint32 i = 0; i < a->n_shapes; i++)
    if (placed->label != TL_LABEL_INSIDE)
      assert_moved (move, &from[i], &to[i], move->dx, move->dy);
    else if (i == 0 && !is_cut (move, placed))
      assert_moved (move, &from[i], &to[i], move->dx, move->dy);
    else if (from[i].kind == TL_SHAPE_TEXT || (i > 0 && !is_cut (move, placed)))
      {
        assert_alike (&from[i], &to[i]);
        g_assert_cmpfloat (fabs (from[i].box.y + move->dy - to[i].box.y), <, NEARLY);
        assert_slides (move, move->a, &from[i], placed);
        assert_slides (move, move->b, &to[i], placed);
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
test_view_pan (void)
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
  g_assert_cmpuint (n_checked, >, 2000);
}

/* Whether a point of the content can be seen, and is not at the very edge. */
static gboolean
find_point (const TlMadeLayout *made,
            double              view_x,
            double              view_y,
            TlPoint            *point)
{
  double height = MIN (tl_layout_get_lanes_height (made->layout), TL_MADE_LANES);
  double left = get_lanes_left (made);
  double top = TL_MADE_TOP + tl_layout_get_head (made->layout);
  TlPoint found = { left + point->x - view_x, top + point->y - view_y };

  *point = found;

  return found.x > left + 1 && found.x < left + made->width - 1 && found.y > top + 1 && found.y < top + height - 1;
}

static guint
assert_picked (const TlMadeLayout *made,
               const TlScene      *scene,
               TlItemKind          kind,
               guint32             index,
               double              view_x,
               TlPoint             point)
{
  const TlSceneItem *item;

  if (!find_point (made, view_x, 0, &point))
    return 0;

  item = tl_scene_pick (scene, point.x, point.y, 0);
  g_assert_nonnull (item);
  if (item->kind != kind || item->index != index)
    g_error ("at %g, %g there is %d %u (%s), not %d %u", point.x, point.y, (int) item->kind, item->index, item->name,
             (int) kind, index);

  return 1;
}

/* At the middle of every card, disc and badge. */
static guint
check_picks (const TlMadeLayout *made,
             const TlScene      *scene,
             double              x)
{
  guint n_placed, n_badges, n_picked = 0;
  const TlPlaced *placed = tl_layout_get_placed (made->layout, &n_placed);
  const TlBadge *badges = tl_layout_get_badges (made->layout, &n_badges);

  for (guint i = 0; i < n_placed; i++)
    {
      const TlRect *card = &placed[i].card;

      if (placed[i].label == TL_LABEL_CARD)
        n_picked += assert_picked (made, scene, TL_ITEM_EVENT, placed[i].event, x,
                                   (TlPoint){ card->x + card->width / 2, card->y + card->height / 2 });
      if (placed[i].label != TL_LABEL_NONE && placed[i].mark.kind != TL_MARK_BAR)
        n_picked += assert_picked (made, scene, TL_ITEM_EVENT, placed[i].event, x,
                                   (TlPoint){ placed[i].mark.anchor, placed[i].y });
    }
  for (guint i = 0; i < n_badges; i++)
    n_picked += assert_picked (made, scene, TL_ITEM_BADGE, i, x,
                               (TlPoint){ badges[i].box.x + badges[i].box.width / 2,
                                          badges[i].box.y + badges[i].box.height / 2 });

  return n_picked;
}

static void
test_view_pick (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (78);
  guint n_picked = 0;

  for (guint i = 0; i < N_LAYOUTS; i++)
    {
      double width = tl_layout_get_content_width (layouts[i]->layout);
      double x = i % 2 == 0 ? 0 : g_rand_double_range (rand, -50, width);
      g_autoptr (TlScene) scene = tl_made_layout_draw (layouts[i], layouts[i]->layout, x, 0);

      g_test_message ("%s", layouts[i]->about);
      n_picked += check_picks (layouts[i], scene, x);
    }

  g_test_message ("%u picked", n_picked);
  g_assert_cmpuint (n_picked, >, 500);
}

static void
assert_mirrored (const TlScene *a,
                 const TlScene *b,
                 const TlShape *from,
                 const TlShape *to)
{
  double width = tl_scene_get_width (a);
  TlShape flipped = *to;

  flipped.pen.fade_left = to->pen.fade_right;
  flipped.pen.fade_right = to->pen.fade_left;
  assert_alike (from, &flipped);
  g_assert_cmpfloat (fabs (width - from->box.x - from->box.width + from->indent - to->box.x), <, NEARLY);
  g_assert_cmpfloat (from->box.y, ==, to->box.y);
  g_assert_cmpfloat (from->baseline, ==, to->baseline);
  for (guint i = 0; from->kind == TL_SHAPE_PATH && i < count_points (a, from); i++)
    {
      TlPoint p = tl_scene_get_points (a, from)[i];
      TlPoint q = tl_scene_get_points (b, to)[i];

      if (from->keeps_direction)
        g_assert_cmpfloat (fabs (p.x - from->box.x - (q.x - to->box.x)), <, NEARLY);
      else
        g_assert_cmpfloat (fabs (width - p.x - q.x), <, NEARLY);
      g_assert_cmpfloat (p.y, ==, q.y);
    }
}

static void
test_view_mirror (void)
{
  for (guint i = 0; i < N_LAYOUTS / 4; i++)
    {
      g_autoptr (TlScene) a = tl_made_layout_draw (layouts[i], layouts[i]->layout, 3.5, 0);
      g_autoptr (TlScene) b = tl_made_layout_draw (layouts[i], layouts[i]->layout, 3.5, 0);
      guint n_items, n_mirrored;
      const TlSceneItem *items = tl_scene_get_items (a, &n_items);
      const TlSceneItem *mirrored = tl_scene_get_items (b, &n_mirrored);

      tl_scene_mirror (b);
      g_assert_cmpuint (n_items, ==, n_mirrored);
      for (guint k = 0; k < n_items; k++)
        for (guint32 j = 0; j < items[k].n_shapes; j++)
          assert_mirrored (a, b, &tl_scene_get_shapes (a, &items[k])[j], &tl_scene_get_shapes (b, &mirrored[k])[j]);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint32 i = 0; i < N_LAYOUTS; i++)
    layouts[i] = tl_made_layout_new (1000 + i);

  g_test_add_func ("/layout-view/pan", test_view_pan);
  g_test_add_func ("/layout-view/pick", test_view_pick);
  g_test_add_func ("/layout-view/mirror", test_view_mirror);

  status = g_test_run ();
  for (guint32 i = 0; i < N_LAYOUTS; i++)
    tl_made_layout_free (layouts[i]);

  return status;
}
