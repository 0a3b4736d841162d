/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "canvas-fixture.h"

#include "tl-event-spoken.h"
#include "tl-paint-cairo.h"

#include <locale.h>
#include <math.h>
#include <string.h>

/* What stands for what is drawn, and what is found under a pointer. */

/* What of @item is not clipped off, in pixels of the canvas. */
static TlRect
get_seen (CanvasFixture     *fixture,
          const TlSceneItem *item)
{
  double scale = tl_canvas_get_text_scale (fixture->canvas);
  double left = item->bounds.x;
  double top = item->bounds.y;
  double right = left + item->bounds.width;
  double bottom = top + item->bounds.height;

  if (item->has_clip)
    {
      left = fmax (left, item->clip.x);
      top = fmax (top, item->clip.y);
      right = fmin (right, item->clip.x + item->clip.width);
      bottom = fmin (bottom, item->clip.y + item->clip.height);
    }

  return (TlRect){ left * scale, top * scale, fmax (right - left, 0) * scale, fmax (bottom - top, 0) * scale };
}

/* A widget has whole pixels, and one at least. */
static void
assert_at (CanvasFixture *fixture,
           GtkWidget     *proxy,
           const TlRect  *box)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (proxy, fixture->widget, &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, box->x, 1);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, box->y, 1);
  g_assert_cmpfloat_with_epsilon (bounds.size.width, fmax (box->width, 1), 1);
  g_assert_cmpfloat_with_epsilon (bounds.size.height, fmax (box->height, 1), 1);
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

/* One for each event and each badge that is drawn, where that is drawn. */
static void
check_events (CanvasFixture *fixture)
{
  guint n_items, n_found = 0, n_events;
  const TlSceneItem *items = tl_scene_get_items (fixture->canvas->scene, &n_items);

  tl_viewport_get_events (fixture->viewport, &n_events);
  for (guint i = 0; i < n_items; i++)
    {
      TlItemProxy *proxy;
      TlRect seen;

      if (items[i].kind != TL_ITEM_EVENT && items[i].kind != TL_ITEM_BADGE)
        continue;

      proxy = canvas_find_proxy (fixture, items[i].kind, items[i].index);
      g_assert_nonnull (proxy);
      seen = get_seen (fixture, &items[i]);
      assert_at (fixture, GTK_WIDGET (proxy), &seen);
      gtk_test_accessible_assert_role (proxy, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      if (items[i].kind == TL_ITEM_EVENT)
        {
          g_autofree char *name = tl_event_dup_spoken_name (fixture->timeline, items[i].index, items[i].index, n_events,
                                                            NULL);

          gtk_test_accessible_assert_property (proxy, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
        }
      else
        gtk_test_accessible_assert_property (proxy, GTK_ACCESSIBLE_PROPERTY_LABEL, items[i].name);
      n_found++;
    }
  g_assert_cmpuint (n_found, >, 0);
  g_assert_cmpuint (n_found, ==, count_children (fixture->canvas->event_group));
}

/* Wherever in its cell, it is the lane. */
static void
check_cell (CanvasFixture *fixture,
            const TlRect  *cell,
            guint32        lane)
{
  static const double parts[] = { 0.02, 0.3, 0.5, 0.98 };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (parts); k++)
      {
        const TlSceneItem *item = tl_canvas_pick (fixture->canvas, cell->x + cell->width * parts[i],
                                                  cell->y + cell->height * parts[k], TL_REACH_POINTER);

        g_assert_nonnull (item);
        g_assert_cmpint (item->kind, ==, TL_ITEM_LANE);
        g_assert_cmpuint (item->index, ==, lane);
      }
}

static void
check_lanes (CanvasFixture *fixture)
{
  guint n_bands;
  const TlLaneBand *bands = tl_layout_get_bands (fixture->canvas->layout, &n_bands);

  gtk_test_accessible_assert_role (fixture->canvas->lane_group, GTK_ACCESSIBLE_ROLE_LIST);
  for (guint i = 0; i < n_bands; i++)
    {
      const TlSceneItem *item = tl_canvas_find_item (fixture->canvas, TL_ITEM_LANE, bands[i].lane);
      TlItemProxy *proxy = canvas_find_proxy (fixture, TL_ITEM_LANE, bands[i].lane);
      TlRect seen;

      if (item == NULL)
        {
          g_assert_null (proxy);
          continue;
        }
      g_assert_nonnull (proxy);
      /* All of the cell, beside what is drawn in it. */
      seen = get_seen (fixture, item);
      if (gtk_widget_get_direction (fixture->widget) == GTK_TEXT_DIR_RTL)
        seen.x += seen.width - tl_canvas_get_gutter (fixture->canvas);
      seen.width = tl_canvas_get_gutter (fixture->canvas);
      assert_at (fixture, GTK_WIDGET (proxy), &seen);
      check_cell (fixture, &seen, bands[i].lane);
      gtk_test_accessible_assert_role (proxy, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (proxy, GTK_ACCESSIBLE_PROPERTY_LABEL, item->name);

      /* Names come first, where one begins to read. */
      if (gtk_widget_get_direction (fixture->widget) == GTK_TEXT_DIR_RTL)
        g_assert_cmpfloat_with_epsilon (seen.x + seen.width, gtk_widget_get_width (fixture->widget), 2);
      else
        g_assert_cmpfloat (seen.x, <=, 2);
    }
}

static void
test_accessible (CanvasFixture *fixture,
                 gconstpointer  data)
{
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
  gtk_test_accessible_assert_role (fixture->canvas->event_group, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (fixture->canvas->event_group, GTK_ACCESSIBLE_PROPERTY_LABEL, "Events in view");
  gtk_test_accessible_assert_property (fixture->canvas->lane_group, GTK_ACCESSIBLE_PROPERTY_LABEL, "Lanes");
  check_lanes (fixture);
  check_events (fixture);

  /* The same nearer, where much is clipped, and further down. */
  canvas_show_part (fixture, 0.4, 0.6);
  check_lanes (fixture);
  check_events (fixture);
  tl_canvas_pan (fixture->canvas, 333, 55);
  canvas_wait_until_calm (fixture);
  check_lanes (fixture);
  check_events (fixture);
}

/* What the axis says, and where it is. */
static void
test_axis (CanvasFixture *fixture,
           gconstpointer  data)
{
  double scale = tl_canvas_get_text_scale (fixture->canvas);
  TlRect lanes = tl_canvas_get_lanes_box (fixture->canvas);
  TlRect box = { lanes.x, 0, lanes.width, lanes.y };
  GtkWidget *axis = fixture->canvas->axis_proxy;

  box = tl_canvas_mirror_box (fixture->canvas, &box);
  box = (TlRect){ box.x * scale, 0, box.width * scale, box.height * scale };
  gtk_test_accessible_assert_role (axis, GTK_ACCESSIBLE_ROLE_IMG);
  assert_at (fixture, axis, &box);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (axis), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_false (gtk_widget_get_focusable (axis));
}

static void
assert_selected (CanvasFixture *fixture,
                 guint32        event,
                 gboolean       is_selected)
{
  TlItemProxy *proxy = canvas_find_proxy (fixture, TL_ITEM_EVENT, event);

  g_assert_nonnull (proxy);
  gtk_test_accessible_assert_state (proxy, GTK_ACCESSIBLE_STATE_SELECTED, is_selected);
}

static void
test_selected (CanvasFixture *fixture,
               gconstpointer  data)
{
  TlPoint point;
  guint32 first = canvas_find_clickable (fixture, TL_NONE, &point);
  guint32 second = canvas_find_clickable (fixture, first, &point);

  assert_selected (fixture, first, FALSE);
  tl_viewport_select (fixture->viewport, first);
  canvas_wait_until_calm (fixture);
  assert_selected (fixture, first, TRUE);
  assert_selected (fixture, second, FALSE);
  tl_viewport_compare (fixture->viewport, second);
  canvas_wait_until_calm (fixture);
  assert_selected (fixture, first, TRUE);
  assert_selected (fixture, second, TRUE);
  tl_viewport_select (fixture->viewport, second);
  canvas_wait_until_calm (fixture);
  assert_selected (fixture, first, FALSE);
}

/* What stays in view keeps its stand-in, so that nobody who listens to it is
 * lost; what leaves goes. */
static void
test_recycling (CanvasFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GHashTable) before = g_hash_table_new (NULL, NULL);
  guint n_kept = 0, n_gone;

  canvas_show_part (fixture, 0.3, 0.7);
  for (GtkWidget *child = gtk_widget_get_first_child (fixture->canvas->event_group); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_hash_table_insert (before, GSIZE_TO_POINTER ((gsize) tl_item_proxy_get_index (TL_ITEM_PROXY (child)) * 16
                                                   + tl_item_proxy_get_kind (TL_ITEM_PROXY (child))), child);

  tl_canvas_pan (fixture->canvas, 300, 0);
  canvas_wait_until_calm (fixture);
  for (GtkWidget *child = gtk_widget_get_first_child (fixture->canvas->event_group); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *old = g_hash_table_lookup (before, GSIZE_TO_POINTER (
                                              (gsize) tl_item_proxy_get_index (TL_ITEM_PROXY (child)) * 16
                                              + tl_item_proxy_get_kind (TL_ITEM_PROXY (child))));

      if (old == NULL)
        continue;
      g_assert_true (old == child);
      n_kept++;
    }
  g_assert_cmpuint (n_kept, >, 0);
  n_gone = g_hash_table_size (before) - n_kept;
  g_assert_cmpuint (n_gone, >, 0);
  check_events (fixture);
}

/* One that has the keyboard stays, even out of view. */
static void
test_focus_stays (CanvasFixture *fixture,
                  gconstpointer  data)
{
  TlPoint point;
  guint32 event;

  canvas_show_part (fixture, 0, 0.2);
  event = canvas_find_clickable (fixture, TL_NONE, &point);
  tl_viewport_select (fixture->viewport, event);
  gtk_widget_grab_focus (fixture->widget);
  canvas_wait_until_calm (fixture);
  g_assert_true (canvas_has_focus (fixture, TL_ITEM_EVENT, event));

  canvas_show_part (fixture, 0.8, 1);
  g_assert_null (tl_canvas_find_item (fixture->canvas, TL_ITEM_EVENT, event));
  g_assert_true (canvas_has_focus (fixture, TL_ITEM_EVENT, event));
}

static guint32
find_badge_of (CanvasFixture *fixture,
               guint32        event)
{
  const TlBadge *badge = tl_canvas_find_badge (fixture->canvas, event);
  guint n_badges;

  return badge != NULL ? (guint32) (badge - tl_layout_get_badges (fixture->canvas->layout, &n_badges)) : TL_NONE;
}

/* After another layout, in which badges have other numbers, the keyboard is
 * where the first event of its badge is. */
static void
test_badge_focus_stays (CanvasFixture *fixture,
                        gconstpointer  data)
{
  guint n_events, n_checked = 0, n_renumbered = 0;

  tl_viewport_get_events (fixture->viewport, &n_events);
  for (guint32 event = 0; event < n_events; event++)
    {
      TlItemProxy *proxy;
      guint32 first, before, after;

      tl_canvas_set_text_scale (fixture->canvas, 1);
      canvas_wait_until_calm (fixture);
      before = find_badge_of (fixture, event);
      proxy = before != TL_NONE ? canvas_find_proxy (fixture, TL_ITEM_BADGE, before) : NULL;
      if (proxy == NULL)
        continue;

      first = tl_item_proxy_get_index (proxy);
      gtk_widget_grab_focus (GTK_WIDGET (proxy));
      tl_canvas_set_text_scale (fixture->canvas, 1.4);
      canvas_wait_until_calm (fixture);
      after = find_badge_of (fixture, first);
      n_renumbered += after != before ? 1 : 0;
      if (after != TL_NONE && tl_canvas_find_item (fixture->canvas, TL_ITEM_BADGE, after) != NULL)
        g_assert_true (canvas_has_focus (fixture, TL_ITEM_BADGE, after));
      else if (after == TL_NONE && tl_canvas_find_item (fixture->canvas, TL_ITEM_EVENT, first) != NULL)
        g_assert_true (canvas_has_focus (fixture, TL_ITEM_EVENT, first));
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >, 0);
  g_assert_cmpuint (n_renumbered, >, 0);
  check_events (fixture);
}

/* Puts a mark on the layout, by which it is known again: another one may lie
 * in the same memory. Nobody sees it. */
static void
mark_layout (CanvasFixture *fixture)
{
  guint n_placed;
  TlPlaced *placed = (TlPlaced *) tl_layout_get_placed (fixture->canvas->layout, &n_placed);

  placed[0].y += 1e-6;
}

static double
get_mark (CanvasFixture *fixture)
{
  guint n_placed;

  return tl_layout_get_placed (fixture->canvas->layout, &n_placed)[0].y;
}

/* Moving the view lays out nothing anew; zooming does. */
static void
test_no_layout (CanvasFixture *fixture,
                gconstpointer  data)
{
  double scale, mark;

  canvas_show_part (fixture, 0.3, 0.5);
  scale = fixture->canvas->layout_scale;
  mark_layout (fixture);
  mark = get_mark (fixture);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (TlScene) scene = tl_scene_ref (fixture->canvas->scene);

      tl_canvas_pan (fixture->canvas, 20, 5);
      canvas_wait_until_calm (fixture);
      g_assert_true (fixture->canvas->scene != scene);
      g_assert_cmpfloat (get_mark (fixture), ==, mark);
    }
  tl_viewport_select (fixture->viewport, 3);
  tl_canvas_set_hover (fixture->canvas, 100);
  canvas_wait_until_calm (fixture);
  g_assert_cmpfloat (get_mark (fixture), ==, mark);

  /* Another scale, once it has come to rest, has a layout of its own. */
  tl_canvas_zoom (fixture->canvas, 2);
  canvas_wait_until_calm (fixture);
  g_assert_cmpfloat (fixture->canvas->layout_scale, >, 1.5 * scale);
  g_assert_cmpfloat (fixture->canvas->layout_scale, ==, tl_viewport_get_camera (fixture->viewport).scale);
  g_assert_cmpfloat (get_mark (fixture), !=, mark);
  mark_layout (fixture);
  mark = get_mark (fixture);
  tl_canvas_zoom (fixture->canvas, 0.5);
  tl_canvas_zoom (fixture->canvas, 0.5);
  canvas_wait_until_calm (fixture);
  g_assert_cmpfloat (get_mark (fixture), !=, mark);
}

/* Every pixel that an event paints over and that nothing lies above is that
 * event's. */
static guint
check_painted (CanvasFixture     *fixture,
               const TlSceneItem *item)
{
  int width = gtk_widget_get_width (fixture->widget);
  int height = gtk_widget_get_height (fixture->widget);
  double scale = tl_canvas_get_text_scale (fixture->canvas);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  int stride = cairo_image_surface_get_stride (surface);
  cairo_t *cr = cairo_create (surface);
  const guchar *alpha;
  guint n = 0;

  cairo_scale (cr, scale, scale);
  tl_paint_item (fixture->canvas->scene, item, tl_canvas_get_text (fixture->canvas), cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  alpha = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y += 3)
    for (int x = 0; x < width; x += 3)
      if (alpha[y * stride + x] == 255)
        {
          const TlSceneItem *found = tl_canvas_pick (fixture->canvas, x + 0.5, y + 0.5, 0);

          g_assert_nonnull (found);
          g_assert_true (found >= item);
          n += found == item;
        }
  cairo_surface_destroy (surface);

  return n;
}

static void
test_pick (CanvasFixture *fixture,
           gconstpointer  data)
{
  guint n_items, n_pixels = 0;
  const TlSceneItem *items;

  canvas_show_part (fixture, 0.2, 0.8);
  items = tl_scene_get_items (fixture->canvas->scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == TL_ITEM_EVENT || items[i].kind == TL_ITEM_BADGE || items[i].kind == TL_ITEM_LANE)
      n_pixels += check_painted (fixture, &items[i]);
  g_assert_cmpuint (n_pixels, >, 500);
}

/* What is shown is the scene, and nothing else, at the size of the text. The
 * bar at its edge is a widget of its own. */
static void
test_picture (CanvasFixture *fixture,
              gconstpointer  data)
{
  int width = gtk_widget_get_width (fixture->widget);
  int height = gtk_widget_get_height (fixture->widget);
  double scale = tl_canvas_get_text_scale (fixture->canvas);
  cairo_surface_t *surfaces[2];
  GdkPaintable *paintable = gtk_widget_paintable_new (fixture->widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  gtk_widget_set_opacity (fixture->canvas->scrollbar, 0);
  canvas_wait_until_calm (fixture);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  for (guint i = 0; i < 2; i++)
    {
      cairo_t *cr;

      surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      cr = cairo_create (surfaces[i]);
      if (i == 0)
        gsk_render_node_draw (node, cr);
      else
        {
          cairo_scale (cr, scale, scale);
          tl_paint_scene (fixture->canvas->scene, tl_canvas_get_text (fixture->canvas), cr);
        }
      cairo_destroy (cr);
      cairo_surface_flush (surfaces[i]);
    }
  g_assert_cmpmem (cairo_image_surface_get_data (surfaces[0]),
                   cairo_image_surface_get_stride (surfaces[0]) * height,
                   cairo_image_surface_get_data (surfaces[1]),
                   cairo_image_surface_get_stride (surfaces[1]) * height);
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
  gsk_render_node_unref (node);
  g_object_unref (paintable);
}

/* Without anything to show, there is nothing to name. */
static void
test_empty (CanvasFixture *fixture,
            gconstpointer  data)
{
  tl_viewport_set_timeline (fixture->viewport, NULL);
  for (guint i = 0; i < 5; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (tl_canvas_get_scene (fixture->canvas));
  g_assert_cmpuint (count_children (fixture->canvas->event_group), ==, 0);
  g_assert_cmpuint (count_children (fixture->canvas->lane_group), ==, 0);

  tl_viewport_set_timeline (fixture->viewport, fixture->timeline);
  canvas_wait_until_calm (fixture);
  check_events (fixture);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  canvas_add_tests ("/canvas-items/accessible", test_accessible);
  canvas_add_tests ("/canvas-items/axis", test_axis);
  canvas_add_test ("/canvas-items/selected", test_selected);
  canvas_add_test ("/canvas-items/recycling", test_recycling);
  canvas_add_test ("/canvas-items/focus-stays", test_focus_stays);
  canvas_add_test ("/canvas-items/badge-focus-stays", test_badge_focus_stays);
  canvas_add_tests ("/canvas-items/no-layout", test_no_layout);
  canvas_add_tests ("/canvas-items/pick", test_pick);
  canvas_add_tests ("/canvas-items/picture", test_picture);
  canvas_add_test ("/canvas-items/empty", test_empty);

  return canvas_run_tests ();
}
