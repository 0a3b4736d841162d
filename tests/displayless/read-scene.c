/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "read-scene.h"

#include <math.h>
#include <string.h>

/* What a test asks of a scene. */

/* Sums of lengths are not exact. */
#define NEARLY 1e-6

/**
 * tl_item_get_seen:
 * @item: an item of a finished scene
 * @seen: (out): where it is, without what is clipped off
 *
 * Returns: whether anything of it is seen
 */
gboolean
tl_item_get_seen (const TlSceneItem *item,
                  TlRect            *seen)
{
  double right = fmin (item->clip.x + item->clip.width, item->bounds.x + item->bounds.width);
  double bottom = fmin (item->clip.y + item->clip.height, item->bounds.y + item->bounds.height);

  *seen = item->bounds;
  if (item->has_clip)
    {
      seen->x = fmax (seen->x, item->clip.x);
      seen->y = fmax (seen->y, item->clip.y);
      seen->width = right - seen->x;
      seen->height = bottom - seen->y;
    }

  return item->n_shapes > 0 && seen->width > 0 && seen->height > 0;
}

/**
 * tl_scene_find_room:
 * @scene: a finished scene
 * @kinds: kinds of items, joined from TL_KIND()
 * @room: (out): what those items take together
 *
 * Returns: whether anything of them is seen
 */
gboolean
tl_scene_find_room (const TlScene *scene,
                    guint          kinds,
                    TlRect        *room)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);
  gboolean is_found = FALSE;

  for (guint i = 0; i < n_items; i++)
    {
      TlRect seen;

      if ((kinds & TL_KIND (items[i].kind)) == 0 || !tl_item_get_seen (&items[i], &seen))
        continue;
      *room = is_found ? tl_rect_union (room, &seen) : seen;
      is_found = TRUE;
    }

  return is_found;
}

/**
 * tl_scene_has_kind:
 * @scene: a finished scene
 * @kind: a kind of items
 *
 * Returns: whether any of them is seen
 */
gboolean
tl_scene_has_kind (const TlScene *scene,
                   TlItemKind     kind)
{
  TlRect room;

  return tl_scene_find_room (scene, TL_KIND (kind), &room);
}

/**
 * tl_item_has_text:
 * @scene: a scene
 * @item: one of its items
 * @part: what to look for
 *
 * Returns: whether it stands in any line of the item
 */
gboolean
tl_item_has_text (const TlScene     *scene,
                  const TlSceneItem *item,
                  const char        *part)
{
  for (guint32 i = 0; i < item->n_shapes; i++)
    {
      const TlShape *shape = &tl_scene_get_shapes (scene, item)[i];

      if (shape->kind == TL_SHAPE_TEXT && strstr (shape->text, part) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * tl_scene_has_text:
 * @scene: a scene
 * @part: what to look for
 *
 * Returns: whether it stands in any line of the scene
 */
gboolean
tl_scene_has_text (const TlScene *scene,
                   const char    *part)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (tl_item_has_text (scene, &items[i], part))
      return TRUE;

  return FALSE;
}

/**
 * tl_shape_count_points:
 * @scene: a scene
 * @shape: one of its paths
 *
 * Returns: how many points the path has
 */
guint
tl_shape_count_points (const TlScene *scene,
                       const TlShape *shape)
{
  static const guint n_points[] = { 1, 1, 3, 0 };
  const guint8 *verbs = tl_scene_get_verbs (scene, shape);
  guint n = 0;

  for (guint32 i = 0; i < shape->n_verbs; i++)
    n += n_points[verbs[i]];

  return n;
}

static gboolean
is_same_pen (const TlPen *a,
             const TlPen *b)
{
  return a->fill == b->fill && a->stroke == b->stroke && a->line_width == b->line_width && a->dash == b->dash
         && fabs (a->fade_left - b->fade_left) < NEARLY && fabs (a->fade_right - b->fade_right) < NEARLY;
}

/**
 * tl_shape_assert_alike:
 * @a: a shape
 * @b: another one
 *
 * Fails where they differ in more than where they are.
 */
void
tl_shape_assert_alike (const TlShape *a,
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
