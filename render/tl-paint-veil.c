/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-paint-private.h"

#include <math.h>

/* Items that are not opaque. */

/* An item whose shapes lie on each other at more places is painted as a
 * whole. */
#define MAX_PLACES 6

static gboolean
is_painted_once (const TlShape *shape)
{
  return TL_RGBA_ALPHA (shape->pen.fill) == 0 || TL_RGBA_ALPHA (shape->pen.stroke) == 0;
}

/**
 * tl_shape_get_touched:
 * @shape: a shape
 *
 * Returns: all that painting it may touch
 */
TlRect
tl_shape_get_touched (const TlShape *shape)
{
  double out = 0;

  if (shape->kind == TL_SHAPE_TEXT)
    out = TL_TEXT_OVERHANG;
  else if (TL_RGBA_ALPHA (shape->pen.stroke) > 0)
    out = shape->pen.line_width;

  return tl_rect_grow (&shape->box, out + 1);
}

/**
 * tl_painter_round_to_pixels:
 * @self: a painter
 * @rect: (inout): a box
 *
 * Makes it one of whole pixels of what is painted on, so that two pieces meet
 * without a seam.
 */
void
tl_painter_round_to_pixels (const TlPainter *self,
                            TlRect          *rect)
{
  double left = rect->x, top = rect->y, right = rect->x + rect->width, bottom = rect->y + rect->height;

  cairo_user_to_device (self->cr, &left, &top);
  cairo_user_to_device (self->cr, &right, &bottom);
  left = floor (left);
  top = floor (top);
  right = ceil (right);
  bottom = ceil (bottom);
  cairo_device_to_user (self->cr, &left, &top);
  cairo_device_to_user (self->cr, &right, &bottom);
  *rect = (TlRect) { left, top, right - left, bottom - top };
}

/* Adds a place where something is painted more than once. Places that meet
 * become one. */
static void
add_place (const TlPainter *self,
           TlRect           place,
           TlRect          *places,
           guint           *n_places)
{
  tl_painter_round_to_pixels (self, &place);
  for (guint i = 0; i < *n_places;)
    if (tl_rect_overlaps (&place, &places[i]))
      {
        place = tl_rect_union (&place, &places[i]);
        places[i] = places[--*n_places];
        i = 0;
      }
    else
      i++;
  places[(*n_places)++] = place;
}

/* Finds where shapes of an item may lie on each other, in boxes that do not.
 * Returns FALSE where that is more than @most places. */
static gboolean
find_overlaps (const TlPainter   *self,
               const TlSceneItem *item,
               TlRect            *places,
               guint              most,
               guint             *n_places)
{
  const TlShape *shapes = tl_scene_get_shapes (self->scene, item);

  *n_places = 0;
  for (guint32 i = 0; i < item->n_shapes; i++)
    {
      const TlRect touched = tl_shape_get_touched (&shapes[i]);

      if (*n_places == most)
        return FALSE;
      if (!is_painted_once (&shapes[i]))
        add_place (self, touched, places, n_places);
      for (guint32 k = 0; k < i; k++)
        {
          const TlRect other = tl_shape_get_touched (&shapes[k]);

          if (!tl_rect_overlaps (&touched, &other))
            continue;
          if (*n_places == most)
            return FALSE;
          add_place (self, tl_rect_intersection (&touched, &other), places, n_places);
        }
    }

  return TRUE;
}

/* Paints the item within @area, all of it behind one veil. */
static void
paint_as_group (const TlPainter   *self,
                const TlSceneItem *item,
                const TlRect      *area)
{
  cairo_save (self->cr);
  cairo_rectangle (self->cr, area->x, area->y, area->width, area->height);
  cairo_clip (self->cr);
  cairo_push_group (self->cr);
  tl_painter_paint_shapes (self, item);
  cairo_pop_group_to_source (self->cr);
  cairo_paint_with_alpha (self->cr, item->opacity);
  cairo_restore (self->cr);
}

/* Paints what lies on nothing else of its item in paler colours, which is the
 * same as behind a veil, and much less to do. */
static void
paint_paler (TlPainter         *self,
             const TlSceneItem *item,
             const TlRect      *places,
             guint              n_places)
{
  TlRect area = tl_rect_grow (&item->bounds, TL_TEXT_OVERHANG);

  tl_painter_round_to_pixels (self, &area);
  cairo_save (self->cr);
  if (n_places > 0)
    {
      cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_rectangle (self->cr, area.x, area.y, area.width, area.height);
      for (guint i = 0; i < n_places; i++)
        {
          const TlRect inside = tl_rect_intersection (&area, &places[i]);

          cairo_rectangle (self->cr, inside.x, inside.y, inside.width, inside.height);
        }
      cairo_clip (self->cr);
      cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_WINDING);
    }
  self->alpha = item->opacity;
  tl_painter_paint_shapes (self, item);
  self->alpha = 1;
  cairo_restore (self->cr);
}

/* Whether what is painted on has pixels, or will have once it is played
 * back: then a group costs an image of its size. */
static gboolean
has_pixels (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_group_target (cr));

  return type == CAIRO_SURFACE_TYPE_IMAGE || type == CAIRO_SURFACE_TYPE_RECORDING;
}

/**
 * tl_painter_paint_veiled:
 * @self: a painter
 * @item: an item of its scene that is not opaque
 *
 * Paints it behind a veil: in paler colours, and as a group where shapes may
 * lie on each other.
 */
void
tl_painter_paint_veiled (TlPainter         *self,
                         const TlSceneItem *item)
{
  TlRect places[MAX_PLACES];
  guint n_places = 0;

  if ((item->n_shapes == 1 && is_painted_once (tl_scene_get_shapes (self->scene, item)))
      || (has_pixels (self->cr) && find_overlaps (self, item, places, MAX_PLACES, &n_places)))
    {
      paint_paler (self, item, places, n_places);
      for (guint i = 0; i < n_places; i++)
        paint_as_group (self, item, &places[i]);
    }
  else
    {
      const TlRect area = tl_rect_grow (&item->bounds, TL_TEXT_OVERHANG);

      paint_as_group (self, item, &area);
    }
}
