/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-paint-cairo.h"

#include <math.h>

/* How far glyphs may reach out of the box of their text, in pixels. */
#define OVERHANG 12

/* An item whose shapes lie on each other at more places is painted as a
 * whole. */
#define MAX_PLACES 6

/* What a scene is painted with. */
typedef struct
{
  const TlScene *scene;
  TlTextPango   *text;
  cairo_t       *cr;
  double         alpha; /* that colours are multiplied by */
} TlPainter;

static void
set_colour (const TlPainter *self,
            TlRgba           colour)
{
  cairo_set_source_rgba (self->cr,
                         (colour >> 24) / 255.0,
                         (colour >> 16 & 0xff) / 255.0,
                         (colour >> 8 & 0xff) / 255.0,
                         TL_RGBA_ALPHA (colour) / 255.0 * self->alpha);
}

static void
add_stop (const TlPainter *self,
          cairo_pattern_t *pattern,
          double           offset,
          TlRgba           colour,
          double           alpha)
{
  cairo_pattern_add_color_stop_rgba (pattern, offset,
                                     (colour >> 24) / 255.0,
                                     (colour >> 16 & 0xff) / 255.0,
                                     (colour >> 8 & 0xff) / 255.0,
                                     alpha * TL_RGBA_ALPHA (colour) / 255.0 * self->alpha);
}

/* Where both fades together are wider than the shape they meet in between. */
static void
set_fade (const TlPainter *self,
          const TlShape   *shape)
{
  double left = shape->pen.fade_left;
  double right = shape->pen.fade_right;
  double room = fmax (shape->box.width, left + right);
  cairo_pattern_t *pattern = cairo_pattern_create_linear (shape->box.x, 0, shape->box.x + shape->box.width, 0);

  if (left > 0)
    add_stop (self, pattern, 0, shape->pen.fill, 0);
  add_stop (self, pattern, left / room, shape->pen.fill, 1);
  add_stop (self, pattern, 1 - right / room, shape->pen.fill, 1);
  if (right > 0)
    add_stop (self, pattern, 1, shape->pen.fill, 0);
  cairo_set_source (self->cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* From where SVG begins, so that dashes fall alike. */
static void
add_rounded_rect (cairo_t      *cr,
                  const TlRect *box,
                  double        radius)
{
  double right = box->x + box->width;
  double bottom = box->y + box->height;

  cairo_move_to (cr, box->x + radius, box->y);
  cairo_arc (cr, right - radius, box->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
add_path (const TlPainter *self,
          const TlShape   *shape)
{
  const guint8 *verbs = tl_scene_get_verbs (self->scene, shape);
  const TlPoint *p = tl_scene_get_points (self->scene, shape);

  for (guint32 i = 0; i < shape->n_verbs; i++)
    switch ((TlPathVerb) verbs[i])
      {
      case TL_VERB_MOVE:
        cairo_move_to (self->cr, p->x, p->y);
        p++;
        break;
      case TL_VERB_LINE:
        cairo_line_to (self->cr, p->x, p->y);
        p++;
        break;
      case TL_VERB_CURVE:
        cairo_curve_to (self->cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
        p += 3;
        break;
      case TL_VERB_CLOSE:
      default:
        cairo_close_path (self->cr);
        break;
      }
}

static void
add_outline (const TlPainter *self,
             const TlShape   *shape)
{
  const TlRect *box = &shape->box;

  switch (shape->kind)
    {
    case TL_SHAPE_PATH:
      add_path (self, shape);
      break;
    case TL_SHAPE_CIRCLE:
      cairo_new_sub_path (self->cr);
      cairo_arc (self->cr, box->x + shape->radius, box->y + shape->radius, shape->radius, 0, 2 * G_PI);
      cairo_close_path (self->cr);
      break;
    case TL_SHAPE_RECT:
    case TL_SHAPE_TEXT:
    default:
      if (shape->radius > 0)
        add_rounded_rect (self->cr, box, shape->radius);
      else
        cairo_rectangle (self->cr, box->x, box->y, box->width, box->height);
      break;
    }
}

/* Whether the edges of @shape are whole pixels, so that where the page is
 * enlarged by one and a half, say, no seam may show between it and the next. */
static gboolean
is_on_pixels (const TlShape *shape)
{
  const TlRect *box = &shape->box;

  return shape->kind == TL_SHAPE_RECT && shape->radius <= 0 && floor (box->x) >= box->x && floor (box->y) >= box->y
         && floor (box->width) >= box->width && floor (box->height) >= box->height;
}

static void
fill (const TlPainter *self,
      const TlShape   *shape)
{
  gboolean is_plain = is_on_pixels (shape);

  if (shape->pen.fade_left > 0 || shape->pen.fade_right > 0)
    set_fade (self, shape);
  else
    set_colour (self, shape->pen.fill);
  if (is_plain)
    cairo_set_antialias (self->cr, CAIRO_ANTIALIAS_NONE);
  cairo_fill_preserve (self->cr);
  if (is_plain)
    cairo_set_antialias (self->cr, CAIRO_ANTIALIAS_DEFAULT);
}

static void
stroke (const TlPainter *self,
        const TlShape   *shape)
{
  static const double dashed[] = { 4, 3 };
  static const double dotted[] = { 1.5, 3 };
  static const double longer[] = { 10, 4 };

  set_colour (self, shape->pen.stroke);
  cairo_set_line_width (self->cr, shape->pen.line_width);
  switch (shape->pen.dash)
    {
    case TL_DASH_DASHED:
      cairo_set_dash (self->cr, dashed, G_N_ELEMENTS (dashed), 0);
      break;
    case TL_DASH_DOTTED:
      cairo_set_dash (self->cr, dotted, G_N_ELEMENTS (dotted), 0);
      break;
    case TL_DASH_LONG:
      cairo_set_dash (self->cr, longer, G_N_ELEMENTS (longer), 0);
      break;
    case TL_DASH_SOLID:
    default:
      cairo_set_dash (self->cr, NULL, 0, 0);
      break;
    }
  cairo_stroke_preserve (self->cr);
}

static void
paint_shape (const TlPainter *self,
             const TlShape   *shape)
{
  if (shape->kind == TL_SHAPE_TEXT)
    {
      set_colour (self, shape->pen.fill);
      tl_text_pango_draw_line (self->text, self->cr, shape->text, &shape->style, shape->is_rtl,
                               shape->box.x, shape->baseline);
      return;
    }

  add_outline (self, shape);
  if (TL_RGBA_ALPHA (shape->pen.fill) > 0)
    fill (self, shape);
  if (TL_RGBA_ALPHA (shape->pen.stroke) > 0)
    stroke (self, shape);
  cairo_new_path (self->cr);
}

static void
paint_shapes (const TlPainter   *self,
              const TlSceneItem *item)
{
  const TlShape *shapes = tl_scene_get_shapes (self->scene, item);

  for (guint32 i = 0; i < item->n_shapes; i++)
    paint_shape (self, &shapes[i]);
}

static gboolean
is_painted_once (const TlShape *shape)
{
  return TL_RGBA_ALPHA (shape->pen.fill) == 0 || TL_RGBA_ALPHA (shape->pen.stroke) == 0;
}

/* All that a shape may touch. */
static TlRect
get_touched (const TlShape *shape)
{
  double out = shape->kind == TL_SHAPE_TEXT ? OVERHANG : TL_RGBA_ALPHA (shape->pen.stroke) > 0 ? shape->pen.line_width : 0;

  return tl_rect_grow (&shape->box, out + 1);
}

/* Whole pixels of what is painted on, so that two pieces meet without a
 * seam. */
static void
round_to_pixels (cairo_t *cr,
                 TlRect  *rect)
{
  double left = rect->x, top = rect->y, right = rect->x + rect->width, bottom = rect->y + rect->height;

  cairo_user_to_device (cr, &left, &top);
  cairo_user_to_device (cr, &right, &bottom);
  left = floor (left);
  top = floor (top);
  right = ceil (right);
  bottom = ceil (bottom);
  cairo_device_to_user (cr, &left, &top);
  cairo_device_to_user (cr, &right, &bottom);
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
  round_to_pixels (self->cr, &place);
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
      const TlRect touched = get_touched (&shapes[i]);

      if (*n_places == most)
        return FALSE;
      if (!is_painted_once (&shapes[i]))
        add_place (self, touched, places, n_places);
      for (guint32 k = 0; k < i; k++)
        {
          const TlRect other = get_touched (&shapes[k]);

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
  paint_shapes (self, item);
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
  TlRect area = tl_rect_grow (&item->bounds, OVERHANG);

  round_to_pixels (self->cr, &area);
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
  paint_shapes (self, item);
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

/* Paints the item behind a veil: in paler colours, and as a group where
 * shapes may lie on each other. */
static void
paint_veiled (TlPainter         *self,
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
      const TlRect area = tl_rect_grow (&item->bounds, OVERHANG);

      paint_as_group (self, item, &area);
    }
}

static void
paint_unclipped (TlPainter         *self,
                 const TlSceneItem *item)
{
  if (item->n_shapes == 0)
    return;

  if (item->opacity >= 1)
    paint_shapes (self, item);
  else if (item->opacity > 0)
    paint_veiled (self, item);
}

static void
begin (TlPainter *self)
{
  cairo_save (self->cr);
  cairo_new_path (self->cr);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_antialias (self->cr, CAIRO_ANTIALIAS_DEFAULT);
}

static void
clip (const TlPainter *self,
      const TlRect    *rect)
{
  cairo_save (self->cr);
  cairo_rectangle (self->cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (self->cr);
}

/**
 * tl_paint_background:
 * @scene: a scene
 * @cr: where to paint, with a unit of a pixel of the scene
 *
 * Paints the colour of the page.
 */
void
tl_paint_background (const TlScene *scene,
                     cairo_t       *cr)
{
  TlPainter self = { .scene = scene, .cr = cr, .alpha = 1 };

  if (TL_RGBA_ALPHA (tl_scene_get_background (scene)) == 0)
    return;

  cairo_save (cr);
  set_colour (&self, tl_scene_get_background (scene));
  cairo_rectangle (cr, 0, 0, tl_scene_get_width (scene), tl_scene_get_height (scene));
  cairo_fill (cr);
  cairo_restore (cr);
}

/**
 * tl_paint_item:
 * @scene: a finished scene
 * @item: one of its items
 * @text: what sets its texts
 * @cr: where to paint, with a unit of a pixel of the scene
 *
 * Paints one item, within its clip and as opaque as it is.
 */
void
tl_paint_item (const TlScene     *scene,
               const TlSceneItem *item,
               TlTextPango       *text,
               cairo_t           *cr)
{
  TlPainter self = { scene, text, cr, 1 };

  begin (&self);
  if (item->has_clip)
    clip (&self, &item->clip);
  paint_unclipped (&self, item);
  if (item->has_clip)
    cairo_restore (cr);
  cairo_restore (cr);
}

static gboolean
has_same_clip (const TlSceneItem *a,
               const TlSceneItem *b)
{
  return a->clip.x == b->clip.x && a->clip.y == b->clip.y
         && a->clip.width == b->clip.width && a->clip.height == b->clip.height;
}

/* Which part of what is painted on can be seen: the clip's extents, and within
 * them, where there is one, a region in pixels of what is painted on. */
typedef struct
{
  TlRect                extents;
  const cairo_region_t *region; /* (nullable) */
} TlSeen;

static gboolean
is_seen (const TlPainter   *self,
         const TlSeen      *seen,
         const TlSceneItem *item)
{
  TlRect bounds = tl_rect_grow (&item->bounds, 1);
  cairo_rectangle_int_t pixels;

  if (!tl_rect_overlaps (&bounds, &seen->extents) || (item->has_clip && !tl_rect_overlaps (&item->clip, &seen->extents)))
    return FALSE;
  if (seen->region == NULL)
    return TRUE;

  bounds = tl_rect_grow (&bounds, OVERHANG);
  bounds = tl_rect_intersection (&bounds, &seen->extents);
  round_to_pixels (self->cr, &bounds);
  cairo_user_to_device (self->cr, &bounds.x, &bounds.y);
  cairo_user_to_device_distance (self->cr, &bounds.width, &bounds.height);
  pixels = (cairo_rectangle_int_t){ (int) bounds.x, (int) bounds.y, (int) ceil (bounds.width), (int) ceil (bounds.height) };

  return cairo_region_contains_rectangle (seen->region, &pixels) != CAIRO_REGION_OVERLAP_OUT;
}

static void
paint_seen (TlPainter    *self,
            const TlSeen *seen)
{
  const TlSceneItem *clipped = NULL;
  const TlSceneItem *items;
  guint n_items;

  items = tl_scene_get_items (self->scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      const TlSceneItem *item = &items[i];

      if (!is_seen (self, seen, item))
        continue;
      if (clipped != NULL && !(item->has_clip && has_same_clip (item, clipped)))
        {
          cairo_restore (self->cr);
          clipped = NULL;
        }
      if (item->has_clip && clipped == NULL)
        {
          clip (self, &item->clip);
          clipped = item;
        }
      paint_unclipped (self, item);
    }
  if (clipped != NULL)
    cairo_restore (self->cr);
}

/**
 * tl_paint_scene:
 * @scene: a finished scene
 * @text: what sets its texts
 * @cr: where to paint, with a unit of a pixel of the scene
 *
 * Paints all of the scene that is within the clip of @cr.
 */
void
tl_paint_scene (const TlScene *scene,
                TlTextPango   *text,
                cairo_t       *cr)
{
  tl_paint_scene_within (scene, text, cr, NULL);
}

/**
 * tl_paint_scene_within:
 * @scene: a finished scene
 * @text: what sets its texts
 * @cr: where to paint, with a unit of a pixel of the scene, and clipped to
 *   @region
 * @region: (nullable): what @cr is clipped to, in pixels of what it paints on
 *
 * Paints all of the scene that is in @region, and does not look at the rest.
 */
void
tl_paint_scene_within (const TlScene        *scene,
                       TlTextPango          *text,
                       cairo_t              *cr,
                       const cairo_region_t *region)
{
  TlPainter self = { scene, text, cr, 1 };
  TlSeen seen = { .region = region };
  double left, top, right, bottom;

  tl_paint_background (scene, cr);
  begin (&self);
  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  seen.extents = (TlRect) { left - OVERHANG, top - OVERHANG, right - left + 2 * OVERHANG, bottom - top + 2 * OVERHANG };
  paint_seen (&self, &seen);
  cairo_restore (cr);
}
