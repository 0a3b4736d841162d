/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-layout.h"
#include "read-scene.h"

#include <math.h>
#include <string.h>

/* What holds for every view of a layout: what is drawn is found where it is,
 * and right to left is left to right in a mirror. */

#define N_LAYOUTS 80

/* Sums of lengths are not exact. */
#define NEARLY 1e-6

static TlMadeLayout *layouts[N_LAYOUTS];

static double
get_lanes_left (const TlMadeLayout *made)
{
  return TL_MADE_LEFT + tl_layout_get_gutter (made->layout);
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
  tl_shape_assert_alike (from, &flipped);
  g_assert_cmpfloat (fabs (width - from->box.x - from->box.width + from->indent - to->box.x), <, NEARLY);
  g_assert_cmpfloat (from->box.y, ==, to->box.y);
  g_assert_cmpfloat (from->baseline, ==, to->baseline);
  for (guint i = 0; from->kind == TL_SHAPE_PATH && i < tl_shape_count_points (a, from); i++)
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

  g_test_add_func ("/layout-view/pick", test_view_pick);
  g_test_add_func ("/layout-view/mirror", test_view_mirror);

  status = g_test_run ();
  for (guint32 i = 0; i < N_LAYOUTS; i++)
    tl_made_layout_free (layouts[i]);

  return status;
}
