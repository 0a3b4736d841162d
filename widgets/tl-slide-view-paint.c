/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-slide-view-private.h"

#include <math.h>

/* Painting a slide: its lanes and its words each where they are new. */

/**
 * tl_slide_view_is_for_audience:
 * @self: a view
 *
 * Returns: whether that is what the audience sees
 */
gboolean
tl_slide_view_is_for_audience (TlSlideView *self)
{
  return self->kind == TL_SLIDE_VIEW_AUDIENCE;
}

/**
 * tl_slide_view_get_now:
 * @self: a view
 *
 * Returns: the time of its frame, in microseconds
 */
gint64
tl_slide_view_get_now (TlSlideView *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  return clock != NULL ? gdk_frame_clock_get_frame_time (clock) : g_get_monotonic_time ();
}

/**
 * tl_slide_view_forget:
 * @self: a view
 * @part: a part of it
 *
 * It is made and painted anew when it is seen next.
 */
void
tl_slide_view_forget (TlSlideView     *self,
                      TlSlideViewPart *part)
{
  g_clear_pointer (&part->scene, tl_scene_unref);
  g_clear_pointer (&part->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_slide_view_clear_part:
 * @part: a part of a view that goes
 */
void
tl_slide_view_clear_part (TlSlideViewPart *part)
{
  g_clear_pointer (&part->scene, tl_scene_unref);
  g_clear_pointer (&part->node, gsk_render_node_unref);
  g_clear_pointer (&part->picture, tl_picture_free);
}

/**
 * tl_slide_view_get_scale:
 * @self: a view with a size
 *
 * Returns: how many of its pixels there are for one of the slide
 */
double
tl_slide_view_get_scale (TlSlideView *self)
{
  const TlSlides *slides = tl_show_get_slides (self->show);

  return fmin (self->width / slides->width, self->height / slides->height);
}

/**
 * tl_slide_view_get_origin:
 * @self: a view with a size
 * @x: (out): where the slide is
 * @y: (out): where the slide is
 */
void
tl_slide_view_get_origin (TlSlideView *self,
                          double      *x,
                          double      *y)
{
  const TlSlides *slides = tl_show_get_slides (self->show);
  double scale = tl_slide_view_get_scale (self);

  *x = floor ((self->width - slides->width * scale) / 2);
  *y = floor ((self->height - slides->height * scale) / 2);
}

/**
 * tl_slide_view_make_scenes:
 * @self: a view
 *
 * Makes what is to be painted. The next step is one that stands still; what
 * the speaker has chosen is at the end of its way.
 *
 * Returns: whether there is anything
 */
gboolean
tl_slide_view_make_scenes (TlSlideView *self)
{
  gint64 now = tl_slide_view_is_for_audience (self) && !self->is_frozen ? tl_slide_view_get_now (self) : G_MAXINT64;
  guint next;

  if (self->kind == TL_SLIDE_VIEW_NEXT)
    {
      if (self->words.scene == NULL && tl_show_find_step (self->show, 1, &next))
        self->words.scene = tl_show_draw_step (self->show, next);

      return self->words.scene != NULL;
    }

  if (self->lanes.scene == NULL)
    self->lanes.scene = tl_show_draw_lanes (self->show, now);
  if (self->words.scene == NULL)
    self->words.scene = tl_show_draw_words (self->show);

  return TRUE;
}

/* What of the scene is below so many pixels of the widget. */
static GskRenderNode *
paint_part (TlSlideView     *self,
            TlSlideViewPart *part,
            double           above)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double scale = tl_slide_view_get_scale (self);
  double x, y;
  graphene_rect_t bounds;
  cairo_surface_t *image;
  GskRenderNode *node;
  cairo_t *cr;

  if (part->picture == NULL)
    part->picture = tl_picture_new (self->text);
  image = tl_picture_paint (part->picture, part->scene, scale * factor, NULL);
  tl_slide_view_get_origin (self, &x, &y);
  graphene_rect_init (&bounds, (float) x, (float) (y + above), (float) ceil (tl_scene_get_width (part->scene) * scale),
                      (float) (ceil (tl_scene_get_height (part->scene) * scale) - above));
  node = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_translate (cr, x, y);
  cairo_scale (cr, 1.0 / factor, 1.0 / factor);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);

  return node;
}

static void
build_nodes (TlSlideView *self)
{
  double lanes_height = 0;

  if (!tl_slide_view_make_scenes (self))
    return;

  if (self->lanes.scene != NULL)
    {
      lanes_height = ceil (tl_scene_get_height (self->lanes.scene) * tl_slide_view_get_scale (self));
      if (self->lanes.node == NULL)
        self->lanes.node = paint_part (self, &self->lanes, 0);
    }
  if (self->words.node == NULL)
    self->words.node = paint_part (self, &self->words, lanes_height);
}

static gboolean
is_black (TlSlideView *self)
{
  return tl_slide_view_is_for_audience (self) && tl_show_is_black (self->show);
}

static void
append_colour (TlSlideView           *self,
               GtkSnapshot           *snapshot,
               const graphene_rect_t *rect)
{
  TlRgba page = tl_show_get_slides (self->show)->drawing.theme->page;
  GdkRGBA colour = { (page >> 24) / 255.0f, (page >> 16 & 0xff) / 255.0f, (page >> 8 & 0xff) / 255.0f, 1 };

  if (is_black (self))
    colour = (GdkRGBA){ 0, 0, 0, 1 };
  if (rect->size.width > 0 && rect->size.height > 0)
    gtk_snapshot_append_color (snapshot, &colour, rect);
}

/* Beside the slide, or above and below it: not under it, which would cost as
 * much as a part of a frame that moves. */
static void
append_margins (TlSlideView *self,
                GtkSnapshot *snapshot)
{
  float width = (float) self->width, height = (float) self->height;
  const TlSlides *slides = tl_show_get_slides (self->show);
  double scale = tl_slide_view_get_scale (self);
  float right, bottom;
  double x, y;

  tl_slide_view_get_origin (self, &x, &y);
  right = (float) (x + ceil (slides->width * scale));
  bottom = (float) (y + ceil (slides->height * scale));
  append_colour (self, snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) x, height));
  append_colour (self, snapshot, &GRAPHENE_RECT_INIT (right, 0, width - right, height));
  append_colour (self, snapshot, &GRAPHENE_RECT_INIT (0, 0, width, (float) y));
  append_colour (self, snapshot, &GRAPHENE_RECT_INIT (0, bottom, width, height - bottom));
}

/**
 * tl_slide_view_snapshot:
 * @widget: a view
 * @snapshot: what is being drawn
 */
void
tl_slide_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TlSlideView *self = TL_SLIDE_VIEW (widget);

  if (self->width <= 0 || self->height <= 0)
    return;
  if (is_black (self))
    {
      append_colour (self, snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));
      return;
    }

  build_nodes (self);
  if (tl_slide_view_is_for_audience (self))
    append_margins (self, snapshot);
  if (self->lanes.node != NULL)
    gtk_snapshot_append_node (snapshot, self->lanes.node);
  if (self->words.node != NULL)
    gtk_snapshot_append_node (snapshot, self->words.node);
  if (self->is_frozen && self->frozen_ink != NULL)
    gtk_snapshot_append_node (snapshot, self->frozen_ink);
  else if (self->kind != TL_SLIDE_VIEW_NEXT && !self->is_frozen)
    tl_slide_view_snapshot_ink (self, snapshot);
}
