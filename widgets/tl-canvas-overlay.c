/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-canvas-private.h"

#include "tl-between.h"
#include "tl-overlay.h"
#include "tl-paint-cairo.h"

#include <math.h>

/* What lies above the drawing and changes with every move of the pointer. A
 * scene of its own, each item a node of its own: GTK then paints anew only
 * what is under the old and the new one.
 */

/* Where no event has a time of day, nobody asks for one. */
#define DAYS_ONLY 3600.0

/* A ring takes so much beside what it goes around. */
#define RING_ROOM 5.0

/* How many seconds a pixel is, near a place of the axis. */
static double
get_seconds_per_pixel (TlCanvas *self,
                       double    unit)
{
  const TlAxis *axis = tl_viewport_get_axis (self->viewport);
  double half = 0.5 / tl_viewport_get_camera (self->viewport).scale;
  TlMoment before = tl_axis_get_moment (axis, unit - half);
  TlMoment after = tl_axis_get_moment (axis, unit + half);

  return tl_axis_get_duration (before.instant, after.instant) + after.fraction - before.fraction;
}

static double
get_x (TlCanvas *self,
       double    unit)
{
  TlCamera camera = tl_viewport_get_camera (self->viewport);

  return tl_canvas_get_lanes_box (self).x + TL_LEAD_IN + unit * camera.scale - camera.x;
}

static void
add_guide (TlCanvas        *self,
           const TlDrawing *drawing,
           const TlRect    *lanes,
           TlScene         *scene)
{
  const TlAxis *axis = tl_viewport_get_axis (self->viewport);
  double seconds;
  g_autofree char *date = NULL;

  if (isnan (self->hover) || self->hover < 0 || self->hover > tl_axis_get_length (axis) || self->drag == TL_DRAG_VIEW)
    return;

  seconds = get_seconds_per_pixel (self, self->hover);
  if (!self->has_times)
    seconds = MAX (seconds, DAYS_ONLY);
  date = tl_instant_to_words (tl_axis_get_moment (axis, self->hover).instant, seconds, NULL);
  tl_overlay_add_guide (drawing, lanes, get_x (self, self->hover), date, scene);
}

/* What is written above the lanes. */
static GArray *
list_words (TlCanvas     *self,
            const TlRect *lanes)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (TlRect));
  guint n_items = 0;
  const TlSceneItem *items = self->scene != NULL ? tl_scene_get_items (self->scene, &n_items) : NULL;

  for (guint i = 0; i < n_items; i++)
    {
      const TlShape *shapes = tl_scene_get_shapes (self->scene, &items[i]);

      if (items[i].kind != TL_ITEM_AXIS && items[i].kind != TL_ITEM_ERA && items[i].kind != TL_ITEM_FOLD)
        continue;
      for (guint32 j = 0; j < items[i].n_shapes; j++)
        if (shapes[j].kind == TL_SHAPE_TEXT && shapes[j].box.y < lanes->y)
          {
            const TlRect box = tl_canvas_mirror_box (self, &shapes[j].box);

            g_array_append_val (words, box);
          }
    }

  return words;
}

static void
add_span (TlCanvas        *self,
          const TlDrawing *drawing,
          const TlRect    *lanes,
          TlScene         *scene)
{
  const TlAxis *axis = tl_viewport_get_axis (self->viewport);
  g_autofree char *length = NULL;
  g_autoptr (GArray) words = NULL;
  TlStretch span;

  if (!tl_viewport_get_span (self->viewport, &span))
    return;

  length = tl_span_to_words (tl_axis_get_moment (axis, span.from).instant, tl_axis_get_moment (axis, span.to).instant,
                             NULL);
  words = list_words (self, lanes);
  tl_overlay_add_span (drawing, lanes, get_x (self, span.from), get_x (self, span.to), length,
                       (gconstpointer) words->data, words->len, scene);
}

static void
add_between (TlCanvas        *self,
             const TlDrawing *drawing,
             const TlRect    *lanes,
             TlScene         *scene)
{
  const TlPlaced *selected = tl_canvas_find_placed (self, tl_viewport_get_selected (self->viewport));
  const TlPlaced *compared = tl_canvas_find_placed (self, tl_viewport_get_compared (self->viewport));
  TlTimeline *timeline = drawing->timeline;
  const TlEvent *events = tl_timeline_get_events (timeline, NULL);
  double left = lanes->x - tl_viewport_get_camera (self->viewport).x;
  g_autofree char *words = NULL;

  if (selected == NULL || compared == NULL)
    return;

  words = tl_event_say_between (timeline, &events[selected->event], &events[compared->event], NULL);
  tl_overlay_add_between (drawing, lanes, left + selected->mark.anchor, left + compared->mark.anchor, words, scene);
}

static void
add_ring (TlCanvas        *self,
          const TlDrawing *drawing,
          TlItemKind       kind,
          guint32          index,
          TlRing           why,
          TlScene         *scene)
{
  const TlSceneItem *item = tl_canvas_find_item (self, kind, index);
  const TlRect all = { 0, 0, tl_canvas_get_width (self), tl_canvas_get_height (self) };
  TlRect lanes = tl_canvas_get_lanes_box (self);
  TlRect box;

  if (item == NULL || item->n_shapes == 0)
    return;

  box = tl_canvas_mirror_box (self, &item->bounds);
  /* There is nothing but the edge of the window around a lane's name. */
  if (kind == TL_ITEM_LANE)
    {
      box = (TlRect){ 0, box.y, self->gutter, box.height };
      box = tl_rect_grow (&box, -RING_ROOM);
    }
  tl_overlay_add_ring (drawing, kind == TL_ITEM_LANE ? &all : &lanes, &box, why, scene);
}

/* An event that is counted in a badge has the badge's ring. */
static void
add_event_ring (TlCanvas        *self,
                const TlDrawing *drawing,
                guint32          event,
                TlRing           why,
                TlScene         *scene)
{
  const TlPlaced *placed = tl_canvas_find_placed (self, event);
  const TlBadge *badge, *badges;
  guint n_badges;

  if (placed == NULL)
    return;
  if (placed->label != TL_LABEL_NONE)
    {
      /* The selected one has its ring in the drawing. */
      if (why != TL_RING_SELECTED)
        add_ring (self, drawing, TL_ITEM_EVENT, event, why, scene);
      return;
    }

  badge = tl_canvas_find_badge (self, event);
  badges = tl_layout_get_badges (self->layout, &n_badges);
  if (badge != NULL)
    add_ring (self, drawing, TL_ITEM_BADGE, (guint32) (badge - badges), why, scene);
}

static void
add_rings (TlCanvas        *self,
           const TlDrawing *drawing,
           TlScene         *scene)
{
  TlItemProxy *focused = tl_canvas_get_focused (self);

  if (self->is_over_item && (self->hover_kind == TL_ITEM_EVENT || self->hover_kind == TL_ITEM_BADGE))
    add_ring (self, drawing, self->hover_kind, self->hover_index, TL_RING_HOVERED, scene);
  add_event_ring (self, drawing, tl_viewport_get_selected (self->viewport), TL_RING_SELECTED, scene);
  add_event_ring (self, drawing, tl_viewport_get_compared (self->viewport), TL_RING_COMPARED, scene);
  if (focused != NULL && gtk_widget_has_visible_focus (GTK_WIDGET (focused)))
    add_ring (self, drawing, tl_item_proxy_get_kind (focused), tl_canvas_get_proxy_item (self, focused), TL_RING_FOCUSED,
              scene);
}

static void
append_item (TlCanvas          *self,
             const TlScene     *scene,
             const TlSceneItem *item,
             GtkSnapshot       *snapshot)
{
  TlRect box = tl_rect_grow (&item->bounds, 3);
  double s = self->text_scale;
  double right = box.x + box.width, bottom = box.y + box.height;
  graphene_rect_t bounds;
  cairo_t *cr;

  /* A bar may be longer by far than any picture that GTK could make of it. */
  if (item->has_clip)
    {
      box.x = MAX (box.x, item->clip.x);
      box.y = MAX (box.y, item->clip.y);
      box.width = MIN (right, item->clip.x + item->clip.width) - box.x;
      box.height = MIN (bottom, item->clip.y + item->clip.height) - box.y;
    }
  if (item->n_shapes == 0 || box.width <= 0 || box.height <= 0)
    return;

  graphene_rect_init (&bounds, (float) floor (box.x * s), (float) floor (box.y * s), (float) ceil (box.width * s + 1),
                      (float) ceil (box.height * s + 1));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, s, s);
  tl_paint_item (scene, item, self->text, cr);
  cairo_destroy (cr);
}

/* A badge is as good as what it counts. */
static gboolean
is_found (TlCanvas          *self,
          const TlSceneItem *item)
{
  guint n_badges, n_placed;
  const TlBadge *badge;
  const guint32 *counted;

  if (item->kind == TL_ITEM_EVENT)
    return tl_viewport_is_hit (self->viewport, item->index);
  if (item->kind != TL_ITEM_BADGE)
    return FALSE;

  badge = &tl_layout_get_badges (self->layout, &n_badges)[item->index];
  counted = tl_layout_get_badge_events (self->layout, badge);
  for (guint32 i = 0; i < badge->count; i++)
    if (tl_viewport_is_hit (self->viewport, tl_layout_get_placed (self->layout, &n_placed)[counted[i]].event))
      return TRUE;

  return FALSE;
}

static void
append_scene (TlCanvas    *self,
              TlScene     *scene,
              GtkSnapshot *snapshot)
{
  const TlSceneItem *items;
  guint n_items;

  tl_scene_finish (scene);
  if (tl_canvas_is_mirrored (self))
    tl_scene_mirror (scene);

  items = tl_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    append_item (self, scene, &items[i], snapshot);
}

/* Made once for a view: they stay where they are while the pointer moves. */
static void
build_hits (TlCanvas        *self,
            const TlDrawing *drawing)
{
  g_autoptr (TlScene) scene = NULL;
  GtkSnapshot *snapshot;
  const TlSceneItem *items;
  guint n_hits, n_items;

  tl_viewport_get_hits (self->viewport, &n_hits);
  if (self->hits_node != NULL || n_hits == 0)
    return;

  scene = tl_scene_new (tl_canvas_get_width (self), tl_canvas_get_height (self), TL_RGBA_NONE);
  items = tl_scene_get_items (self->scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (is_found (self, &items[i]))
      add_ring (self, drawing, items[i].kind, items[i].index, TL_RING_FOUND, scene);
  snapshot = gtk_snapshot_new ();
  append_scene (self, scene, snapshot);
  self->hits_node = gtk_snapshot_free_to_node (snapshot);
}

void
tl_canvas_snapshot_overlay (TlCanvas    *self,
                            GtkSnapshot *snapshot)
{
  g_autoptr (TlScene) scene = NULL;
  const TlDrawing drawing = tl_canvas_get_drawing (self);
  TlRect lanes = tl_canvas_get_lanes_box (self);

  if (self->layout == NULL)
    return;

  build_hits (self, &drawing);
  if (self->hits_node != NULL)
    gtk_snapshot_append_node (snapshot, self->hits_node);
  scene = tl_scene_new (tl_canvas_get_width (self), tl_canvas_get_height (self), TL_RGBA_NONE);
  add_span (self, &drawing, &lanes, scene);
  add_between (self, &drawing, &lanes, scene);
  add_guide (self, &drawing, &lanes, scene);
  add_rings (self, &drawing, scene);
  append_scene (self, scene, snapshot);
}
