/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-canvas-private.h"

#include "tl-layout-blend.h"

#include <math.h>

/* From the viewport to the scene that is painted, picked and announced. The
 * layout is made anew when scale, size, theme or content change; moving the
 * view only makes a new scene of it.
 */

TlDrawing
tl_canvas_get_drawing (TlCanvas *self)
{
  return (TlDrawing){
    .timeline = tl_viewport_get_timeline (self->viewport),
    .theme = tl_theme_get (self->theme),
    .measure = &self->measure,
  };
}

double
tl_canvas_get_width (TlCanvas *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) / self->text_scale;
}

double
tl_canvas_get_height (TlCanvas *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self)) / self->text_scale;
}

gboolean
tl_canvas_is_mirrored (TlCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Where lanes are drawn, before anything is mirrored. Very large letters may
 * leave them no room at all. */
TlRect
tl_canvas_get_lanes_box (TlCanvas *self)
{
  double head = self->layout != NULL ? tl_layout_get_head (self->layout) : 0;

  return (TlRect){ self->gutter, head, MAX (tl_canvas_get_width (self) - self->gutter, 0),
                   MAX (tl_canvas_get_height (self) - head, 0) };
}

/* From where it is laid out to where it is seen, and back. */
TlRect
tl_canvas_mirror_box (TlCanvas     *self,
                      const TlRect *box)
{
  TlRect mirrored = *box;

  if (tl_canvas_is_mirrored (self))
    mirrored.x = tl_canvas_get_width (self) - box->x - box->width;

  return mirrored;
}

/* From pixels of the drawing to those of the widget. */
TlRect
tl_canvas_scale_box (TlCanvas     *self,
                     const TlRect *box)
{
  return (TlRect){ box->x * self->text_scale, box->y * self->text_scale, box->width * self->text_scale,
                   box->height * self->text_scale };
}

static TlLayout *
new_layout (TlCanvas *self,
            double    scale)
{
  TlLayoutOptions options = {
    .drawing = tl_canvas_get_drawing (self),
    .axis = tl_viewport_get_axis (self->viewport),
    .scale = scale,
    .height = tl_canvas_get_height (self),
    .selected = TL_NONE,
    .scrolls = TRUE,
  };

  options.events = tl_viewport_get_events (self->viewport, &options.n_events);
  options.lanes = tl_viewport_get_lanes (self->viewport, &options.n_lanes);

  return tl_layout_new (&options);
}

static void
take_layout (TlCanvas *self,
             TlLayout *layout,
             double    scale)
{
  g_clear_pointer (&self->layout, tl_layout_free);
  self->layout = layout;
  self->layout_number++;
  self->layout_scale = scale;
  self->layout_height = tl_canvas_get_height (self);
  self->needs_layout = FALSE;
}

static void
end_zoom (TlCanvas *self)
{
  g_clear_pointer (&self->zoom_from, tl_layout_free);
  g_clear_pointer (&self->zoom_to, tl_layout_free);
}

/* A frame of a zoom: between what it began with, which may be a frame of
 * another one, and what it ends with. Returns whether there is anything to go
 * between. */
static gboolean
blend_layouts (TlCanvas *self,
               double    scale)
{
  double end = self->move.to.scale;

  if (!self->is_moving || self->needs_layout || self->layout == NULL
      || tl_canvas_get_height (self) != self->layout_height || self->move.from.scale == end)
    return FALSE;

  if (self->zoom_to == NULL || self->zoom_scale != end)
    {
      end_zoom (self);
      self->zoom_from = g_steal_pointer (&self->layout);
      self->zoom_to = new_layout (self, end);
      self->zoom_scale = end;
    }
  if (!tl_layout_can_blend (self->zoom_from, self->zoom_to))
    {
      end_zoom (self);
      return FALSE;
    }

  take_layout (self, tl_layout_new_blend (self->zoom_from, self->zoom_to, scale, tl_canvas_get_progress (self)), scale);

  return TRUE;
}

static void
make_layout (TlCanvas *self,
             double    scale)
{
  if (blend_layouts (self, scale))
    return;

  if (self->zoom_to != NULL && self->zoom_scale == scale && !self->needs_layout
      && tl_canvas_get_height (self) == self->layout_height)
    take_layout (self, g_steal_pointer (&self->zoom_to), scale);
  else
    take_layout (self, new_layout (self, scale), scale);
  end_zoom (self);
}

/* The gutter comes before the scale, which decides on how high the labels of
 * the axis are; and only then it is known how much height is left for lanes. */
static void
update_layout (TlCanvas *self)
{
  const TlDrawing drawing = tl_canvas_get_drawing (self);
  double height = tl_canvas_get_height (self);
  double scale;

  if (self->needs_layout)
    self->gutter = tl_layout_get_gutter_for (&drawing);
  tl_viewport_set_room (self->viewport, MAX (tl_canvas_get_width (self) - self->gutter, 1),
                        MAX (tl_canvas_get_lanes_box (self).height, 1));
  scale = tl_viewport_get_camera (self->viewport).scale;
  /* A frame of a zoom that was stopped half way is no layout to stay with. */
  if (!self->needs_layout && scale == self->layout_scale && height == self->layout_height
      && (self->is_moving || self->zoom_from == NULL))
    return;

  make_layout (self, scale);
  tl_viewport_set_room (self->viewport, MAX (tl_canvas_get_width (self) - self->gutter, 1),
                        MAX (height - tl_layout_get_head (self->layout), 1));
  tl_viewport_set_content_height (self->viewport, tl_layout_get_lanes_height (self->layout));
  self->needs_scene = TRUE;
}

static void
make_scene (TlCanvas *self)
{
  const TlTheme *theme = tl_theme_get (self->theme);
  TlCamera camera = tl_viewport_get_camera (self->viewport);
  guint32 compared = tl_viewport_get_compared (self->viewport);

  self->view = (TlView){
    .area = { 0, 0, tl_canvas_get_width (self), tl_canvas_get_height (self) },
    /* Whole pixels of the screen, so that lines stay sharp. */
    .x = round (camera.x * self->text_scale) / self->text_scale,
    .y = round (camera.y * self->text_scale) / self->text_scale,
    .selected = tl_viewport_get_selected (self->viewport),
    .compared = &compared,
  };

  g_clear_pointer (&self->scene, tl_scene_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->hits_node, gsk_render_node_unref);
  self->scene = tl_scene_new (self->view.area.width, self->view.area.height, theme->page);
  tl_layout_draw (self->layout, &self->view, self->scene);
  self->view.compared = NULL;
  tl_scene_finish (self->scene);
  if (tl_canvas_is_mirrored (self))
    tl_scene_mirror (self->scene);
  self->needs_scene = FALSE;
  self->needs_items = TRUE;
}

/* Drops all that has been made. */
void
tl_canvas_forget (TlCanvas *self)
{
  end_zoom (self);
  g_clear_pointer (&self->layout, tl_layout_free);
  g_clear_pointer (&self->scene, tl_scene_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->hits_node, gsk_render_node_unref);
  self->is_over_item = FALSE;
  self->needs_layout = self->needs_items = TRUE;
}

/* Brings layout and scene up to date. */
void
tl_canvas_update_scene (TlCanvas *self)
{
  if (tl_viewport_get_axis (self->viewport) == NULL || tl_canvas_get_width (self) < 1 || tl_canvas_get_height (self) < 1)
    {
      tl_canvas_forget (self);
      return;
    }

  self->is_updating = TRUE;
  update_layout (self);
  if (self->needs_scene || self->scene == NULL)
    make_scene (self);
  self->is_updating = FALSE;
}

/* Where the lanes have only moved sideways since they were painted last, most
 * of them need not be painted again. */
static gboolean
find_move (TlCanvas      *self,
           TlPictureMove *move)
{
  const TlRect lanes = tl_canvas_get_lanes_box (self);

  move->area = tl_canvas_mirror_box (self, &lanes);
  move->dx = self->painted.x - self->view.x;
  if (tl_canvas_is_mirrored (self))
    move->dx = -move->dx;

  return self->painted_layout == self->layout_number && self->painted.y == self->view.y
         && self->painted.selected == self->view.selected;
}

/* What GTK keeps of the scene, until that changes. */
void
tl_canvas_build_node (TlCanvas *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *image;
  graphene_rect_t bounds;
  TlPictureMove move;
  cairo_t *cr;

  if (self->node != NULL || self->scene == NULL)
    return;

  if (self->picture == NULL)
    self->picture = tl_picture_new (self->text);
  image = tl_picture_paint (self->picture, self->scene, self->text_scale * factor,
                            find_move (self, &move) ? &move : NULL);
  self->painted = self->view;
  self->painted_layout = self->layout_number;

  graphene_rect_init (&bounds, 0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                      (float) gtk_widget_get_height (GTK_WIDGET (self)));
  self->node = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (self->node);
  cairo_scale (cr, 1.0 / factor, 1.0 / factor);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/* Finding what is where. */

/* A layout has its events in the viewport's order. */
const TlPlaced *
tl_canvas_find_placed (TlCanvas *self,
                       guint32   event)
{
  guint n_placed, place;

  if (self->layout == NULL || !tl_viewport_find_place (self->viewport, event, &place))
    return NULL;

  return &tl_layout_get_placed (self->layout, &n_placed)[place];
}

/* The badge that an event without a label is counted in. */
const TlBadge *
tl_canvas_find_badge (TlCanvas *self,
                      guint32   event)
{
  const TlPlaced *placed = tl_canvas_find_placed (self, event);
  const TlBadge *badges;
  guint n_placed, n_badges;
  guint32 place;

  if (placed == NULL || placed->label != TL_LABEL_NONE)
    return NULL;

  place = (guint32) (placed - tl_layout_get_placed (self->layout, &n_placed));
  badges = tl_layout_get_badges (self->layout, &n_badges);
  for (guint i = 0; i < n_badges; i++)
    {
      const guint32 *counted = tl_layout_get_badge_events (self->layout, &badges[i]);

      for (guint32 k = 0; k < badges[i].count; k++)
        if (counted[k] == place)
          return &badges[i];
    }

  return NULL;
}

const TlSceneItem *
tl_canvas_find_item (TlCanvas  *self,
                     TlItemKind kind,
                     guint32    index)
{
  const TlSceneItem *items;
  guint n_items = 0;

  items = self->scene != NULL ? tl_scene_get_items (self->scene, &n_items) : NULL;
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == kind && items[i].index == index)
      return &items[i];

  return NULL;
}

/* The lane at a height of the drawing. */
guint32
tl_canvas_find_lane_at (TlCanvas      *self,
                        const TlPoint *point)
{
  double y = point->y - tl_canvas_get_lanes_box (self).y + tl_viewport_get_camera (self->viewport).y;
  guint n_bands;
  const TlLaneBand *bands = tl_layout_get_bands (self->layout, &n_bands);

  for (guint i = 0; i < n_bands; i++)
    if (y >= bands[i].y && y < bands[i].y + bands[i].height)
      return bands[i].lane;

  return TL_NONE;
}

/* What is seen of a lane's cell in the gutter, where the drawing has it. */
TlRect
tl_canvas_get_lane_cell (TlCanvas         *self,
                         const TlLaneBand *band)
{
  const TlRect lanes = tl_canvas_get_lanes_box (self);
  const TlRect gutter = { 0, lanes.y, lanes.x, lanes.height };
  const TlRect cell = { 0, lanes.y + band->y - tl_viewport_get_camera (self->viewport).y, lanes.x, band->height };
  const TlRect seen = tl_rect_intersection (&cell, &gutter);

  return tl_canvas_mirror_box (self, &seen);
}

/* What is at a place of the widget. A lane is all of its cell, whatever is
 * drawn there. */
const TlSceneItem *
tl_canvas_pick (TlCanvas *self,
                double    x,
                double    y,
                double    reach)
{
  const TlPoint point = tl_canvas_get_point (self, x, y);
  const TlRect lanes = tl_canvas_get_lanes_box (self);

  if (self->scene == NULL)
    return NULL;
  if (point.x < lanes.x && point.y >= lanes.y)
    return tl_canvas_find_item (self, TL_ITEM_LANE, tl_canvas_find_lane_at (self, &point));

  return tl_scene_pick (self->scene, x / self->text_scale, y / self->text_scale, reach / self->text_scale);
}
