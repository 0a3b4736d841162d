/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-paint-private.h"

#include <math.h>

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

/**
 * tl_painter_paint_shapes:
 * @self: a painter
 * @item: an item of its scene
 *
 * Paints all shapes of @item, with the painter's alpha.
 */
void
tl_painter_paint_shapes (const TlPainter   *self,
                         const TlSceneItem *item)
{
  const TlShape *shapes = tl_scene_get_shapes (self->scene, item);

  for (guint32 i = 0; i < item->n_shapes; i++)
    paint_shape (self, &shapes[i]);
}

static void
paint_unclipped (TlPainter         *self,
                 const TlSceneItem *item)
{
  if (item->n_shapes == 0)
    return;

  if (item->opacity >= 1)
    tl_painter_paint_shapes (self, item);
  else if (item->opacity > 0)
    tl_painter_paint_veiled (self, item);
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

  bounds = tl_rect_grow (&bounds, TL_TEXT_OVERHANG);
  bounds = tl_rect_intersection (&bounds, &seen->extents);
  tl_painter_round_to_pixels (self, &bounds);
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
  seen.extents = (TlRect) { left - TL_TEXT_OVERHANG, top - TL_TEXT_OVERHANG, right - left + 2 * TL_TEXT_OVERHANG, bottom - top + 2 * TL_TEXT_OVERHANG };
  paint_seen (&self, &seen);
  cairo_restore (cr);
}
