/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-slide-view-private.h"

#include <math.h>

/* What the speaker points with, over the slide. */

/* Seen on dark and on light slides, and unlike any lane. */
static const GdkRGBA ink = { 0.96f, 0.22f, 0.28f, 1 };
static const GdkRGBA rim = { 1, 1, 1, 0.9f };
static const GdkRGBA night = { 0, 0, 0, 0.72f };
static const GdkRGBA nothing = { 0, 0, 0, 0 };

/* How much of the spotlight's radius is its soft edge. */
#define SOFT_EDGE 0.12

static void
draw_stroke (cairo_t        *cr,
             const TlStroke *stroke)
{
  const TlPoint *points = (const TlPoint *) (void *) stroke->points->data;
  guint n_points = stroke->points->len;

  cairo_set_line_width (cr, stroke->width);
  cairo_move_to (cr, points[0].x, points[0].y);
  /* A dot where the pen has only been put down. */
  if (n_points == 1)
    cairo_line_to (cr, points[0].x, points[0].y);
  for (guint i = 1; i < n_points; i++)
    {
      const TlPoint *end = &points[i];
      const TlPoint *after = &points[MIN (i + 1, n_points - 1)];
      TlPoint before;

      cairo_get_current_point (cr, &before.x, &before.y);
      /* Through the middles between the points: a hand does not draw corners. */
      cairo_curve_to (cr, before.x + (end->x - before.x) * 2 / 3, before.y + (end->y - before.y) * 2 / 3,
                      end->x + ((end->x + after->x) / 2 - end->x) / 3, end->y + ((end->y + after->y) / 2 - end->y) / 3,
                      (end->x + after->x) / 2, (end->y + after->y) / 2);
    }
  cairo_stroke (cr);
}

static void
snapshot_strokes (TlSlideView *self,
                  GtkSnapshot *snapshot,
                  gint64       now)
{
  double opacity = tl_show_get_ink_opacity (self->show, now);
  double scale = tl_slide_view_get_scale (self);
  guint n_strokes;
  const TlStroke *strokes = tl_show_get_strokes (self->show, &n_strokes);
  double x, y;
  cairo_t *cr;

  if (opacity <= 0)
    return;

  tl_slide_view_get_origin (self, &x, &y);
  gtk_snapshot_push_opacity (snapshot, opacity);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, self->width, self->height));
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (cr, &ink);
  for (guint i = 0; i < n_strokes; i++)
    draw_stroke (cr, &strokes[i]);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static void
append_circle (GtkSnapshot   *snapshot,
               double         x,
               double         y,
               double         radius,
               const GdkRGBA *fill,
               const GdkRGBA *stroke)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (x - radius), (float) (y - radius), (float) (2 * radius),
                                               (float) (2 * radius));
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (&circle, &bounds, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, fill, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &circle, (float[4]){ 1.5f, 1.5f, 1.5f, 1.5f },
                              (GdkRGBA[4]){ *stroke, *stroke, *stroke, *stroke });
}

/* Dark around it; what is lit is left as it is. */
static void
append_spotlight (TlSlideView *self,
                  GtkSnapshot *snapshot,
                  double       x,
                  double       y,
                  double       radius)
{
  const GskColorStop stops[] = { { 0, nothing }, { (float) (1 - SOFT_EDGE), nothing }, { 1, night } };
  float left = (float) floor (x - radius);
  float top = (float) floor (y - radius);
  float side = (float) ceil (2 * radius) + 1;
  float width = (float) self->width;
  float height = (float) self->height;

  gtk_snapshot_append_color (snapshot, &night, &GRAPHENE_RECT_INIT (0, 0, width, top));
  gtk_snapshot_append_color (snapshot, &night, &GRAPHENE_RECT_INIT (0, top + side, width, height - top - side));
  gtk_snapshot_append_color (snapshot, &night, &GRAPHENE_RECT_INIT (0, top, left, side));
  gtk_snapshot_append_color (snapshot, &night, &GRAPHENE_RECT_INIT (left + side, top, width - left - side, side));
  gtk_snapshot_append_radial_gradient (snapshot, &GRAPHENE_RECT_INIT (left, top, side, side),
                                       &GRAPHENE_POINT_INIT ((float) x, (float) y), (float) radius, (float) radius, 0, 1,
                                       stops, G_N_ELEMENTS (stops));
}

static void
snapshot_tool (TlSlideView *self,
               GtkSnapshot *snapshot)
{
  TlTool tool = tl_show_get_tool (self->show);
  double scale = tl_slide_view_get_scale (self);
  double size = tl_show_get_tool_size (self->show) * scale;
  TlPoint point;
  double x, y;

  if (tool == TL_TOOL_NONE || !tl_show_get_pointer (self->show, &point))
    return;

  tl_slide_view_get_origin (self, &x, &y);
  x += point.x * scale;
  y += point.y * scale;
  if (tool == TL_TOOL_SPOTLIGHT)
    append_spotlight (self, snapshot, x, y, size);
  else if (tool == TL_TOOL_POINTER)
    append_circle (snapshot, x, y, size, &ink, &rim);
  else if (tool == TL_TOOL_PEN)
    append_circle (snapshot, x, y, fmax (size / 2, 2), &ink, &rim);
  else
    append_circle (snapshot, x, y, size, &nothing, &rim);
}

/**
 * tl_slide_view_snapshot_ink:
 * @self: a view with a size
 * @snapshot: what is being drawn
 */
void
tl_slide_view_snapshot_ink (TlSlideView *self,
                            GtkSnapshot *snapshot)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  snapshot_strokes (self, snapshot, gdk_frame_clock_get_frame_time (clock));
  snapshot_tool (self, snapshot);
}

/**
 * tl_slide_view_keep_ink:
 * @self: a view with a size
 *
 * Returns: (transfer full) (nullable): what is drawn by hand on it, as it is
 *   now
 */
GskRenderNode *
tl_slide_view_keep_ink (TlSlideView *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  snapshot_strokes (self, snapshot, g_get_monotonic_time ());

  return gtk_snapshot_free_to_node (snapshot);
}
