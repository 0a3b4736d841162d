/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-scene-private.h"

/**
 * tl_verb_get_n_points:
 * @verb: a #TlPathVerb
 *
 * Returns: how many points belong to it
 */
guint
tl_verb_get_n_points (guint8 verb)
{
  static const guint n_points[] = { 1, 1, 3, 0 };

  return n_points[verb];
}

/**
 * tl_scene_new:
 * @width: of the page, in pixels
 * @height: of the page, in pixels
 * @background: its colour; %TL_RGBA_NONE for none
 *
 * Returns: (transfer full): a scene without items
 */
TlScene *
tl_scene_new (double width,
              double height,
              TlRgba background)
{
  TlScene *self = g_new0 (TlScene, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->width = width;
  self->height = height;
  self->background = background;
  self->items = g_array_new (FALSE, FALSE, sizeof (TlSceneItem));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (TlShape));
  self->verbs = g_byte_array_new ();
  self->points = g_array_new (FALSE, FALSE, sizeof (TlPoint));
  self->texts = g_string_chunk_new (4096);
  self->about.language = "";

  return self;
}

/**
 * tl_scene_ref:
 * @self: a scene
 *
 * May be called by any thread.
 *
 * Returns: (transfer full): @self
 */
TlScene *
tl_scene_ref (TlScene *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tl_scene_unref:
 * @self: (transfer full): a scene
 *
 * May be called by any thread.
 */
void
tl_scene_unref (TlScene *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->items);
  g_array_unref (self->shapes);
  g_byte_array_unref (self->verbs);
  g_array_unref (self->points);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* The box of @shape with its stroke. Joins are round, so that nothing sticks
 * out further than half of the line's width. */
static TlRect
get_painted_box (const TlShape *shape)
{
  gboolean is_stroked = TL_RGBA_ALPHA (shape->pen.stroke) > 0;

  return tl_rect_grow (&shape->box, is_stroked ? shape->pen.line_width / 2 : 0);
}

static void
set_bounds (TlScene     *self,
            TlSceneItem *item)
{
  const TlShape *shapes;

  if (item->n_shapes == 0)
    return;

  shapes = tl_scene_get_shapes (self, item);
  item->bounds = get_painted_box (&shapes[0]);
  for (guint32 i = 1; i < item->n_shapes; i++)
    {
      TlRect box = get_painted_box (&shapes[i]);

      item->bounds = tl_rect_union (&item->bounds, &box);
    }
}

/**
 * tl_scene_finish:
 * @self: a scene that has got all of its items
 *
 * Works out the bounds of the items. From now on the scene stays as it is, and
 * any thread may read it.
 */
void
tl_scene_finish (TlScene *self)
{
  for (guint i = 0; i < self->items->len; i++)
    set_bounds (self, &g_array_index (self->items, TlSceneItem, i));
}

static void
mirror_rect (const TlScene *self,
             TlRect        *rect)
{
  rect->x = self->width - rect->x - rect->width;
}

static guint
count_points (const guint8 *verbs,
              guint32       n_verbs)
{
  guint n_points = 0;

  for (guint32 i = 0; i < n_verbs; i++)
    if (verbs[i] == TL_VERB_CURVE)
      n_points += 3;
    else if (verbs[i] != TL_VERB_CLOSE)
      n_points++;

  return n_points;
}

/* The box of @shape has been mirrored already. */
static void
mirror_path (TlScene       *self,
             const TlShape *shape,
             double         old_x)
{
  guint n_points = count_points (tl_scene_get_verbs (self, shape), shape->n_verbs);

  for (guint i = 0; i < n_points; i++)
    {
      TlPoint *point = &g_array_index (self->points, TlPoint, shape->first_point + i);

      point->x = shape->keeps_direction ? point->x + shape->box.x - old_x : self->width - point->x;
    }
}

static void
mirror_shape (TlScene *self,
              TlShape *shape)
{
  double fade = shape->pen.fade_left;
  double old_x = shape->box.x;

  mirror_rect (self, &shape->box);
  shape->pen.fade_left = shape->pen.fade_right;
  shape->pen.fade_right = fade;
  if (shape->kind == TL_SHAPE_PATH)
    mirror_path (self, shape, old_x);

  /* The side where lines begin is the right one now, whatever their
   * direction: what had been moved there would else be at the left. */
  if (shape->kind == TL_SHAPE_TEXT)
    shape->box.x += shape->indent;
}

/**
 * tl_scene_mirror:
 * @self: a finished scene
 *
 * Turns left into right, for languages that are read so: all positions, but
 * neither the glyphs nor the direction of the texts, nor the signs of
 * tl_scene_add_sign(). All lines then stand at the right of their block. To
 * do it twice is to do nothing.
 */
void
tl_scene_mirror (TlScene *self)
{
  for (guint i = 0; i < self->shapes->len; i++)
    mirror_shape (self, &g_array_index (self->shapes, TlShape, i));
  for (guint i = 0; i < self->items->len; i++)
    {
      TlSceneItem *item = &g_array_index (self->items, TlSceneItem, i);

      mirror_rect (self, &item->clip);
      set_bounds (self, item);
    }
}

/**
 * tl_scene_get_width:
 * @self: a scene
 *
 * Returns: the width of the page, in pixels
 */
double
tl_scene_get_width (const TlScene *self)
{
  return self->width;
}

/**
 * tl_scene_get_height:
 * @self: a scene
 *
 * Returns: the height of the page, in pixels
 */
double
tl_scene_get_height (const TlScene *self)
{
  return self->height;
}

/**
 * tl_scene_get_background:
 * @self: a scene
 *
 * Returns: the colour of the page; %TL_RGBA_NONE for none
 */
TlRgba
tl_scene_get_background (const TlScene *self)
{
  return self->background;
}

/**
 * tl_scene_get_items:
 * @self: a scene
 * @n_items: (out): the number of items
 *
 * Returns: (array length=n_items) (transfer none): its items, in the order in
 *   which they are painted
 */
const TlSceneItem *
tl_scene_get_items (const TlScene *self,
                    guint         *n_items)
{
  *n_items = self->items->len;

  return (const TlSceneItem *) (const void *) self->items->data;
}

/**
 * tl_scene_get_shapes:
 * @self: a scene
 * @item: one of its items
 *
 * Returns: (transfer none): the item's shapes, as many as it says
 */
const TlShape *
tl_scene_get_shapes (const TlScene     *self,
                     const TlSceneItem *item)
{
  return &g_array_index (self->shapes, TlShape, item->first_shape);
}

/**
 * tl_scene_get_verbs:
 * @self: a scene
 * @shape: one of its paths
 *
 * Returns: (transfer none): the path's verbs, each a #TlPathVerb, as many as
 *   it says
 */
const guint8 *
tl_scene_get_verbs (const TlScene *self,
                    const TlShape *shape)
{
  return self->verbs->data + shape->first_verb;
}

/**
 * tl_scene_get_points:
 * @self: a scene
 * @shape: one of its paths
 *
 * Returns: (transfer none): the points of the path's verbs, one after another
 */
const TlPoint *
tl_scene_get_points (const TlScene *self,
                     const TlShape *shape)
{
  return &g_array_index (self->points, TlPoint, shape->first_point);
}

/**
 * tl_scene_set_about:
 * @self: a scene
 * @about: what it is the drawing of; copied
 */
void
tl_scene_set_about (TlScene            *self,
                    const TlSceneAbout *about)
{
  self->about.title = tl_scene_keep_text (self, about->title);
  self->about.description = tl_scene_keep_text (self, about->description);
  self->about.language = tl_scene_keep_text (self, about->language != NULL ? about->language : "");
  self->about.sources = tl_scene_keep_text (self, about->sources);
  self->about.keywords = tl_scene_keep_text (self, about->keywords);
  self->about.as_of = tl_scene_keep_text (self, about->as_of);
}

/**
 * tl_scene_get_about:
 * @self: a scene
 *
 * Returns: (transfer none): what it is the drawing of; all %NULL, and the
 *   language empty, where nobody has said
 */
const TlSceneAbout *
tl_scene_get_about (const TlScene *self)
{
  return &self->about;
}
