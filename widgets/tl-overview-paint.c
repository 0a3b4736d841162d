/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-overview-private.h"

#include "tl-paint-cairo.h"

/* The overview on the screen: the ground and what is over it are painted
 * apart, so that moving the window does not paint bars. */

/**
 * tl_overview_get_scene:
 * @self: an overview
 *
 * Returns: (transfer none) (nullable): what stands where; %NULL while there is
 *   nothing to show, or no room for it
 */
TlOverviewScene *
tl_overview_get_scene (TlOverview *self)
{
  TlOverviewOptions options;

  if (self->scene != NULL || self->axis == NULL || self->text == NULL || self->width <= 0 || self->height <= 0)
    return self->scene;

  self->measure = tl_text_pango_get_measure (self->text);
  options = (TlOverviewOptions){
    .drawing = { self->timeline, tl_theme_get (self->theme), NULL, &self->measure, NULL },
    .axis = self->axis,
    .events = self->events,
    .n_events = self->n_events,
    .width = self->width / self->text_scale,
    .height = self->height / self->text_scale,
    .gutter = self->gutter,
    .padding = self->padding,
    .is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
  };
  self->scene = tl_overview_scene_new (&options);
  tl_overview_scene_set_hits (self->scene, (gconstpointer) self->hits->data, self->hits->len);

  return self->scene;
}

/**
 * tl_overview_drop_view:
 * @self: an overview
 *
 * Has what is over the ground painted again.
 */
void
tl_overview_drop_view (TlOverview *self)
{
  g_clear_pointer (&self->over, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_overview_drop_scene:
 * @self: an overview
 *
 * Has everything made again.
 */
void
tl_overview_drop_scene (TlOverview *self)
{
  g_clear_pointer (&self->scene, tl_overview_scene_free);
  g_clear_pointer (&self->ground, gsk_render_node_unref);
  tl_overview_drop_view (self);
}

/* Paints a scene, and lets go of it. */
static GskRenderNode *
paint_scene (TlOverview *self,
             TlScene    *scene)
{
  GtkWidget *widget = GTK_WIDGET (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, self->width, self->height);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  tl_scene_finish (scene);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    tl_scene_mirror (scene);
  cairo_scale (cr, self->text_scale, self->text_scale);
  tl_paint_scene (scene, self->text, cr);
  cairo_destroy (cr);
  tl_scene_unref (scene);

  return gtk_snapshot_free_to_node (snapshot);
}

static TlScene *
begin_scene (TlOverview *self,
             TlRgba      background)
{
  return tl_scene_new (self->width / self->text_scale, self->height / self->text_scale, background);
}

/* What there is where nothing is shown. */
static void
append_page (TlOverview  *self,
             GtkSnapshot *snapshot)
{
  TlRgba page = tl_theme_get (self->theme)->page;
  const GdkRGBA colour = { (page >> 24) / 255.0f, (page >> 16 & 0xff) / 255.0f, (page >> 8 & 0xff) / 255.0f, 1 };

  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, 0, self->width, self->height));
}

/**
 * tl_overview_snapshot:
 * @widget: an overview
 * @snapshot: where to draw
 *
 * Draws what has been painted, painting what has not been.
 */
void
tl_overview_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  TlOverview *self = TL_OVERVIEW (widget);
  const TlOverviewScene *overview = tl_overview_get_scene (self);
  TlScene *scene;

  if (overview == NULL)
    {
      append_page (self, snapshot);
      return;
    }

  if (self->ground == NULL)
    {
      scene = begin_scene (self, tl_theme_get (self->theme)->page);
      tl_overview_scene_draw_ground (overview, scene);
      self->ground = paint_scene (self, scene);
    }
  if (self->over == NULL)
    {
      scene = begin_scene (self, TL_RGBA_NONE);
      self->view.is_focused = gtk_widget_has_visible_focus (widget);
      tl_overview_scene_draw_view (overview, &self->view, scene);
      self->over = paint_scene (self, scene);
    }
  gtk_snapshot_append_node (snapshot, self->ground);
  gtk_snapshot_append_node (snapshot, self->over);
}
