/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-picture-private.h"

#include "tl-paint-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Compares two scenes shape by shape. What is in both, moved, need not be
 * painted; for the rest, where it was and where it is now do.
 */

/* As finely as this are places told apart, in parts of a pixel. Where rounding
 * makes one of two, it is painted once more than it has to be. */
#define GRAIN 64.0

typedef struct
{
  guint64 print; /* a fingerprint: the same for shapes that look alike */
  gint64  x;     /* in grains */
  guint32 item;
  guint32 shape;
} Mark;

static guint64
mix (guint64 hash,
     guint64 value)
{
  /* FNV-1a's prime over whole words, then folded so that high bits count. */
  hash = (hash ^ value) * G_GUINT64_CONSTANT (0x100000001b3);

  return hash ^ hash >> 29;
}

static guint64
mix_length (guint64 hash,
            double  length)
{
  return mix (hash, (guint64) (gint64) llround (length * GRAIN));
}

static guint64
mix_pen (guint64      hash,
         const TlPen *pen)
{
  hash = mix (hash, (guint64) pen->fill << 32 | pen->stroke);
  hash = mix (hash, pen->dash);
  hash = mix_length (hash, pen->line_width);
  hash = mix_length (hash, pen->fade_left);

  return mix_length (hash, pen->fade_right);
}

static guint64
mix_path (guint64        hash,
          const TlScene *scene,
          const TlShape *shape)
{
  const guint8 *verbs = tl_scene_get_verbs (scene, shape);
  const TlPoint *points = tl_scene_get_points (scene, shape);
  guint n_points = 0;

  for (guint32 i = 0; i < shape->n_verbs; i++)
    {
      hash = mix (hash, verbs[i]);
      n_points += tl_verb_get_n_points (verbs[i]);
    }
  for (guint i = 0; i < n_points; i++)
    {
      hash = mix_length (hash, points[i].x - shape->box.x);
      hash = mix_length (hash, points[i].y);
    }

  return hash;
}

/* All that can be seen of a shape but where it is from left to right. */
static guint64
get_print (const TlScene     *scene,
           const TlSceneItem *item,
           const TlShape     *shape)
{
  guint64 hash = mix (G_GUINT64_CONSTANT (0xcbf29ce484222325), (guint64) item->kind << 32 | item->index);

  hash = mix (hash, shape->kind);
  hash = mix_length (hash, item->opacity * 100);
  hash = mix_length (hash, shape->box.y);
  hash = mix_length (hash, shape->box.width);
  hash = mix_length (hash, shape->box.height);
  hash = mix_length (hash, shape->radius);
  hash = mix_pen (hash, &shape->pen);
  if (shape->kind == TL_SHAPE_PATH)
    hash = mix_path (hash, scene, shape);
  else if (shape->kind == TL_SHAPE_TEXT)
    {
      hash = mix (hash, g_str_hash (shape->text));
      hash = mix (hash, strlen (shape->text));
      hash = mix (hash, (guint64) shape->style.weight << 1 | (shape->is_rtl ? 1 : 0));
      hash = mix_length (hash, shape->style.size);
      hash = mix_length (hash, shape->baseline);
    }

  return hash;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  const Mark *first = a;
  const Mark *second = b;

  if (first->print != second->print)
    return first->print < second->print ? -1 : 1;

  return (first->x > second->x) - (first->x < second->x);
}

static TlRect
get_touched (const TlSceneItem *item,
             const TlShape     *shape)
{
  TlRect touched = tl_shape_get_touched (shape);

  return item->has_clip ? tl_rect_intersection (&touched, &item->clip) : touched;
}

/* The shapes that may be seen within @area, in order of their fingerprints.
 * @dx: how far they have moved since. */
static GArray *
list_marks (const TlScene *scene,
            const TlRect  *area,
            double         dx)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  const TlSceneItem *items;
  guint n_items;

  items = tl_scene_get_items (scene, &n_items);
  for (guint32 i = 0; i < n_items; i++)
    {
      const TlShape *shapes = tl_scene_get_shapes (scene, &items[i]);

      for (guint32 k = 0; k < items[i].n_shapes; k++)
        {
          TlRect touched = get_touched (&items[i], &shapes[k]);
          Mark mark = { 0, llround ((shapes[k].box.x + dx) * GRAIN), i, k };

          touched.x += dx;
          if (!tl_rect_overlaps (&touched, area))
            continue;
          mark.print = get_print (scene, &items[i], &shapes[k]);
          g_array_append_val (marks, mark);
        }
    }
  g_array_sort (marks, compare_cb);

  return marks;
}

/**
 * tl_damage_add:
 * @damage: what has to be painted anew
 * @box: one more place, in pixels of the scene
 */
void
tl_damage_add (TlDamage     *damage,
               const TlRect *box)
{
  TlRect added = tl_rect_intersection (box, &damage->area);
  cairo_rectangle_int_t pixels;

  if (added.width <= 0 || added.height <= 0)
    return;

  pixels.x = (int) floor (added.x * damage->scale);
  pixels.y = (int) floor (added.y * damage->scale);
  pixels.width = (int) ceil ((added.x + added.width) * damage->scale) - pixels.x;
  pixels.height = (int) ceil ((added.y + added.height) * damage->scale) - pixels.y;
  cairo_region_union_rectangle (damage->region, &pixels);
}

/* Whether moving a shape sideways within @area makes no difference: it is of
 * one colour from one side to the other. */
static gboolean
looks_alike_all_along (const TlShape *shape,
                       const TlRect  *area)
{
  const TlRect *box = &shape->box;

  if (box->x > area->x || box->x + box->width < area->x + area->width)
    return FALSE;
  if (shape->pen.fade_left > 0 || shape->pen.fade_right > 0)
    return FALSE;

  return (shape->kind == TL_SHAPE_RECT && shape->radius <= 0)
         || (shape->kind == TL_SHAPE_PATH && box->height <= 0 && shape->pen.dash == TL_DASH_SOLID);
}

/* A plain box of one colour, such as an era's tint: where only an end of it
 * is another one, only what is between the two ends has changed. */
static gboolean
is_plain (const TlShape *shape)
{
  return shape->kind == TL_SHAPE_RECT && shape->radius <= 0 && TL_RGBA_ALPHA (shape->pen.stroke) == 0
         && shape->pen.fade_left <= 0 && shape->pen.fade_right <= 0;
}

static void
add_between (TlDamage     *damage,
             const TlRect *box,
             double        a,
             double        b)
{
  const TlRect strip = { floor (MIN (a, b)) - 1, box->y - 1, ceil (fabs (a - b)) + 2, box->height + 2 };

  if (a != b)
    tl_damage_add (damage, &strip);
}

/* Looks in @scene for the plain box that is @shape of @item in another one: of
 * the same colour and height, however far it reaches to either side. */
static const TlShape *
find_like (const TlScene     *scene,
           const TlSceneItem *item,
           const TlShape     *shape)
{
  const TlSceneItem *items;
  guint n_items;

  if (item->n_shapes != 1 || !is_plain (shape))
    return NULL;

  items = tl_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      const TlShape *other = items[i].n_shapes == 1 ? tl_scene_get_shapes (scene, &items[i]) : NULL;

      if (other != NULL && items[i].kind == item->kind && items[i].index == item->index && is_plain (other)
          && other->pen.fill == shape->pen.fill && other->box.y == shape->box.y
          && other->box.height == shape->box.height)
        return other;
    }

  return NULL;
}

/* Finds what of a plain box has changed. */
static void
compare_plain (TlDamage      *damage,
               const TlShape *shape,
               const TlShape *old,
               double         dx)
{
  double left = damage->area.x, right = damage->area.x + damage->area.width;

  add_between (damage, &shape->box, CLAMP (old->box.x + dx, left, right), CLAMP (shape->box.x, left, right));
  add_between (damage, &shape->box, CLAMP (old->box.x + old->box.width + dx, left, right),
               CLAMP (shape->box.x + shape->box.width, left, right));
}

static void
add_mark (TlDamage      *damage,
          const TlScene *scene,
          const Mark    *mark,
          double         dx,
          const TlScene *before)
{
  const TlSceneItem *item = &tl_scene_get_items (scene, &(guint){ 0 })[mark->item];
  const TlShape *shape = &tl_scene_get_shapes (scene, item)[mark->shape];
  TlRect touched = get_touched (item, shape);
  const TlShape *like;

  if (looks_alike_all_along (shape, &damage->area))
    return;
  like = before != NULL ? find_like (before, item, shape) : NULL;
  if (like != NULL)
    {
      compare_plain (damage, shape, like, dx);
      return;
    }

  touched.x += before != NULL ? 0 : dx;
  tl_damage_add (damage, &touched);
}

/* A plain box of before whose like is there now has been compared with it. */
static gboolean
has_like (const TlScene *now,
          const TlScene *before,
          const Mark    *mark)
{
  const TlSceneItem *item = &tl_scene_get_items (before, &(guint){ 0 })[mark->item];

  return find_like (now, item, &tl_scene_get_shapes (before, item)[mark->shape]) != NULL;
}

/**
 * tl_damage_find:
 * @damage: gets what is found within its area
 * @before: a scene that has been painted
 * @now: the one that is to be
 * @dx: how far what is in the area has moved to the right
 *
 * Finds what differs from the scene of before, moved.
 */
void
tl_damage_find (TlDamage      *damage,
                const TlScene *before,
                const TlScene *now,
                double         dx)
{
  g_autoptr (GArray) old = list_marks (before, &damage->area, dx);
  g_autoptr (GArray) new = list_marks (now, &damage->area, 0);
  guint i = 0, k = 0;

  while (i < old->len || k < new->len)
    {
      const Mark *first = i < old->len ? &g_array_index (old, Mark, i) : NULL;
      const Mark *second = k < new->len ? &g_array_index (new, Mark, k) : NULL;
      int order = first == NULL ? 1 : second == NULL ? -1 : compare_cb (first, second);

      g_assert (first != NULL || second != NULL);

      if (order < 0 && !has_like (now, before, first))
        add_mark (damage, before, first, dx, NULL);
      else if (order > 0)
        add_mark (damage, now, second, dx, before);
      i += order <= 0;
      k += order >= 0;
    }
}
