/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-picture-private.h"

#include "tl-paint-cairo.h"

#include <math.h>
#include <string.h>

/* Two images in turn: whoever shows the last one may still hold it while the
 * next is painted. Moving pixels is a copy in memory, a fifth of what painting
 * them takes where there is little on them, and nothing at all where there is
 * much.
 */

/* Above this share of all, and this number of boxes, all is painted. */
#define MOST_DAMAGE 0.6
#define MOST_BOXES  200

struct _TlPicture
{
  TlTextPango     *text;
  cairo_surface_t *images[2];
  guint            at; /* which of them is shown */
  int              width; /* of both, in pixels of the screen */
  int              height;
  double           scale;
  TlScene         *painted; /* (nullable): what is shown */
  double           share;   /* of it that had to be painted */
};

/**
 * tl_picture_new:
 * @text: (transfer none): what sets the texts of the scenes
 *
 * Returns: (transfer full): a picture of nothing yet
 */
TlPicture *
tl_picture_new (TlTextPango *text)
{
  TlPicture *self = g_new0 (TlPicture, 1);

  self->text = g_object_ref (text);

  return self;
}

static void
forget (TlPicture *self)
{
  g_clear_pointer (&self->images[0], cairo_surface_destroy);
  g_clear_pointer (&self->images[1], cairo_surface_destroy);
  g_clear_pointer (&self->painted, tl_scene_unref);
}

/**
 * tl_picture_free:
 * @self: (transfer full): a picture
 */
void
tl_picture_free (TlPicture *self)
{
  forget (self);
  g_object_unref (self->text);
  g_free (self);
}

static void
fit (TlPicture     *self,
     const TlScene *scene,
     double         scale)
{
  int width = (int) ceil (tl_scene_get_width (scene) * scale - 1e-6);
  int height = (int) ceil (tl_scene_get_height (scene) * scale - 1e-6);

  if (self->width == width && self->height == height && self->scale == scale && self->images[0] != NULL)
    return;

  forget (self);
  self->width = width;
  self->height = height;
  self->scale = scale;
  for (int i = 0; i < 2; i++)
    self->images[i] = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (width, 1), MAX (height, 1));
}

/* Paints what of @scene is in @region, in pixels of the screen. */
static void
paint_region (TlPicture            *self,
              const TlScene        *scene,
              const cairo_region_t *region)
{
  cairo_t *cr = cairo_create (self->images[self->at]);

  for (int i = 0; i < cairo_region_num_rectangles (region); i++)
    {
      cairo_rectangle_int_t box;

      cairo_region_get_rectangle (region, i, &box);
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
    }
  cairo_clip (cr);
  cairo_scale (cr, self->scale, self->scale);
  tl_paint_scene_within (scene, self->text, cr, region);
  cairo_destroy (cr);
}

/* Copies the image that is shown into the other one, what is in the area by
 * @dx pixels of the screen to the right. */
static void
copy_moved (TlPicture    *self,
            const TlRect *area,
            int           dx)
{
  cairo_surface_t *from = self->images[1 - self->at];
  cairo_surface_t *to = self->images[self->at];
  int stride = cairo_image_surface_get_stride (from);
  int left = CLAMP ((int) floor (area->x * self->scale), 0, self->width);
  int right = CLAMP ((int) ceil ((area->x + area->width) * self->scale), left, self->width);
  int top = CLAMP ((int) floor (area->y * self->scale), 0, self->height);
  int bottom = CLAMP ((int) ceil ((area->y + area->height) * self->scale), top, self->height);
  int count = MAX (right - left - ABS (dx), 0);
  const guint8 *source;
  guint8 *target;

  /* Only what is written to: whoever holds the other one then needs no copy. */
  cairo_surface_flush (to);
  source = cairo_image_surface_get_data (from);
  target = cairo_image_surface_get_data (to);
  memcpy (target, source, (gsize) stride * top);
  for (int y = top; y < bottom; y++)
    {
      const guint8 *line = source + (gsize) stride * y;
      guint8 *out = target + (gsize) stride * y;

      memcpy (out, line, (gsize) left * 4);
      memcpy (out + (gsize) (left + MAX (dx, 0)) * 4, line + (gsize) (left + MAX (-dx, 0)) * 4, (gsize) count * 4);
      memcpy (out + (gsize) right * 4, line + (gsize) right * 4, (gsize) (self->width - right) * 4);
    }
  memcpy (target + (gsize) stride * bottom, source + (gsize) stride * bottom, (gsize) stride * (self->height - bottom));
  cairo_surface_mark_dirty (to);
}

static double
get_share (TlPicture            *self,
           const cairo_region_t *region)
{
  double sum = 0;

  for (int i = 0; i < cairo_region_num_rectangles (region); i++)
    {
      cairo_rectangle_int_t box;

      cairo_region_get_rectangle (region, i, &box);
      sum += (double) box.width * box.height;
    }

  return sum / ((double) self->width * self->height);
}

/* What is new within the area, and all that is outside of it and differs. */
static void
find_damage (TlPicture           *self,
             const TlScene       *scene,
             const TlPictureMove *move,
             cairo_region_t      *region)
{
  const TlRect *area = &move->area;
  double width = tl_scene_get_width (scene), height = tl_scene_get_height (scene);
  TlDamage moved = { *area, self->scale, region };
  const TlRect around[] = {
    { 0, 0, width, area->y },
    { 0, area->y, area->x, area->height },
    { area->x + area->width, area->y, width - area->x - area->width, area->height },
    { 0, area->y + area->height, width, height - area->y - area->height },
  };
  const TlRect fresh = {
    move->dx > 0 ? area->x : area->x + area->width + move->dx - 1, area->y, fabs (move->dx) + 1, area->height
  };

  tl_damage_add (&moved, &fresh);
  tl_damage_find (&moved, self->painted, scene, move->dx);
  for (gsize i = 0; i < G_N_ELEMENTS (around); i++)
    {
      TlDamage still = { around[i], self->scale, region };

      if (around[i].width > 0 && around[i].height > 0)
        tl_damage_find (&still, self->painted, scene, 0);
    }
}

static gboolean
can_move (TlPicture           *self,
          const TlScene       *scene,
          const TlPictureMove *move)
{
  double pixels = move != NULL ? move->dx * self->scale : 0;

  return move != NULL && self->painted != NULL && fabs (pixels - round (pixels)) < 1e-3
         && fabs (pixels) < move->area.width * self->scale * MOST_DAMAGE
         && tl_scene_get_background (scene) == tl_scene_get_background (self->painted);
}

/**
 * tl_picture_paint:
 * @self: a picture
 * @scene: (transfer none): a finished scene, with a background
 * @scale: pixels of the screen for each of the scene
 * @move: (nullable): the part of the scene that is the same as in the scene
 *   before, but for having moved sideways by whole pixels of the screen, and
 *   for what has come and gone; %NULL where nothing is known
 *
 * Paints @scene. That @move is true need not be quite so: shapes are compared.
 *
 * Returns: (transfer none): the image, left alone until the next but one is
 *   painted
 */
cairo_surface_t *
tl_picture_paint (TlPicture           *self,
                  TlScene             *scene,
                  double               scale,
                  const TlPictureMove *move)
{
  cairo_rectangle_int_t box;
  cairo_region_t *damage = cairo_region_create ();

  fit (self, scene, scale);
  self->at = 1 - self->at;
  self->share = 1;
  if (can_move (self, scene, move))
    {
      find_damage (self, scene, move, damage);
      if (cairo_region_num_rectangles (damage) <= MOST_BOXES)
        self->share = get_share (self, damage);
    }

  if (self->share <= MOST_DAMAGE)
    copy_moved (self, &move->area, (int) round (move->dx * scale));
  else
    {
      self->share = 1;
      box = (cairo_rectangle_int_t) { 0, 0, self->width, self->height };
      cairo_region_union_rectangle (damage, &box);
    }
  paint_region (self, scene, damage);
  cairo_region_destroy (damage);

  tl_scene_ref (scene);
  g_clear_pointer (&self->painted, tl_scene_unref);
  self->painted = scene;

  return self->images[self->at];
}

/**
 * tl_picture_get_painted_share:
 * @self: a picture
 *
 * Returns: which part of the last scene had to be painted, from 0 to 1
 */
double
tl_picture_get_painted_share (const TlPicture *self)
{
  return self->share;
}
