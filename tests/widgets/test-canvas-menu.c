/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "canvas-fixture.h"

#include "list-fixture.h"
#include "tl-event-popover.h"
#include "wait-until.h"

#include <locale.h>
#include <string.h>

/* Menus of the canvas, the list behind a badge, and their actions. */

static const TlLaneChoice *
get_lanes (CanvasFixture *fixture)
{
  guint n_lanes;

  return tl_viewport_get_lanes (fixture->viewport, &n_lanes);
}

static void
act_on (CanvasFixture *fixture,
        const char    *action,
        guint32        index)
{
  g_assert_true (gtk_widget_activate_action (fixture->widget, action, "u", index));
  canvas_wait_until_calm (fixture);
}

static void
test_lane_actions (CanvasFixture *fixture,
                   gconstpointer  data)
{
  guint32 first = get_lanes (fixture)[0].lane;
  guint32 second = get_lanes (fixture)[1].lane;
  guint32 third = get_lanes (fixture)[2].lane;

  act_on (fixture, "canvas.lower-lane", first);
  g_assert_cmpuint (get_lanes (fixture)[1].lane, ==, first);
  act_on (fixture, "canvas.raise-lane", first);
  g_assert_cmpuint (get_lanes (fixture)[0].lane, ==, first);
  act_on (fixture, "canvas.raise-lane", first);
  g_assert_cmpuint (get_lanes (fixture)[0].lane, ==, first);
  act_on (fixture, "canvas.collapse-lane", first);
  g_assert_true (get_lanes (fixture)[0].is_collapsed);
  act_on (fixture, "canvas.hide-lane", second);
  g_assert_true (get_lanes (fixture)[1].is_hidden);
  g_assert_null (tl_canvas_find_item (fixture->canvas, TL_ITEM_LANE, second));

  /* One that is moved passes what is not seen. */
  act_on (fixture, "canvas.lower-lane", first);
  g_assert_cmpuint (get_lanes (fixture)[1].lane, ==, third);
  g_assert_cmpuint (get_lanes (fixture)[2].lane, ==, first);

  g_assert_true (gtk_widget_activate_action (fixture->widget, "canvas.show-all-lanes", NULL));
  canvas_wait_until_calm (fixture);
  for (guint i = 0; i < 3; i++)
    g_assert_false (get_lanes (fixture)[i].is_hidden || get_lanes (fixture)[i].is_collapsed);
  act_on (fixture, "canvas.zoom-to-lane", second);
  g_assert_cmpuint (fixture->n_jumps, ==, 1);
}

static void
test_event_actions (CanvasFixture *fixture,
                    gconstpointer  data)
{
  guint32 event = canvas_find_event (fixture, "e06-openai-draws-down");
  TlStretch span;

  act_on (fixture, "canvas.open-event", event);
  g_assert_cmpuint (fixture->opened, ==, event);
  act_on (fixture, "canvas.compare-event", event + 1);
  g_assert_cmpuint (tl_viewport_get_compared (fixture->viewport), ==, event + 1);
  act_on (fixture, "canvas.mark-event", event);
  g_assert_true (tl_viewport_get_span (fixture->viewport, &span));
  act_on (fixture, "canvas.zoom-to-event", event);
  act_on (fixture, "canvas.zoom-to-era", 0);
  g_assert_cmpuint (fixture->n_jumps, ==, 2);
  g_assert_true (gtk_widget_activate_action (fixture->widget, "canvas.zoom-to-fit", NULL));
  g_assert_true (tl_viewport_is_fitted (fixture->viewport));
}

/* What a screen reader calls. */
static void
test_activate (CanvasFixture *fixture,
               gconstpointer  data)
{
  TlPoint point;
  guint32 event = canvas_find_clickable (fixture, TL_NONE, &point);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (canvas_find_proxy (fixture, TL_ITEM_EVENT, event)),
                                             "item.activate", NULL));
  g_assert_cmpuint (fixture->n_opened, ==, 1);
  g_assert_cmpuint (fixture->opened, ==, event);
}

/* Menus */

static gboolean
has_popover_cb (gpointer data)
{
  const CanvasFixture *fixture = data;

  return fixture->canvas->popover != NULL && gtk_widget_get_mapped (fixture->canvas->popover);
}

/* Neither shown nor kept. */
static gboolean
has_no_popover_cb (gpointer data)
{
  const CanvasFixture *fixture = data;

  for (GtkWidget *child = gtk_widget_get_first_child (fixture->widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return FALSE;

  return fixture->canvas->popover == NULL;
}

static void
close_popover (CanvasFixture *fixture)
{
  canvas_run_xdotool ("key Escape");
  tl_wait_until (has_no_popover_cb, fixture, "the popover is gone");
  canvas_wait_until_calm (fixture);
}

static gboolean
has_item (GMenuModel *menu,
          const char *action)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *own = NULL;

      if (section != NULL && has_item (section, action))
        return TRUE;
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &own) && g_str_equal (own, action))
        return TRUE;
    }

  return FALSE;
}

static gboolean
offers (CanvasFixture *fixture,
        const char    *action)
{
  return has_item (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (fixture->canvas->popover)), action);
}

static void
open_by (CanvasFixture *fixture,
         const char    *arguments)
{
  canvas_run_xdotool (arguments);
  tl_wait_until (has_popover_cb, fixture, arguments);
}

static void
open_at (CanvasFixture *fixture,
         const TlPoint *point)
{
  g_autofree char *arguments = g_strdup_printf ("mousemove %d %d click 3", (int) point->x, (int) point->y);

  open_by (fixture, arguments);
}

static void
test_menu_key (CanvasFixture *fixture,
               gconstpointer  data)
{
  static const char *const keys[] = { "key Menu", "key shift+F10" };
  TlPoint point;
  guint32 event = canvas_find_clickable (fixture, TL_NONE, &point);

  tl_viewport_select (fixture->viewport, event);
  gtk_widget_grab_focus (fixture->widget);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      open_by (fixture, keys[i]);
      g_assert_true (offers (fixture, "canvas.open-event"));
      g_assert_false (offers (fixture, "canvas.compare-event"));
      g_assert_false (offers (fixture, "canvas.hide-lane"));
      close_popover (fixture);
      /* Where one was, one is again. */
      g_assert_true (canvas_has_focus (fixture, TL_ITEM_EVENT, event));
      g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, event);
    }
}

static void
test_menus (CanvasFixture *fixture,
            gconstpointer  data)
{
  guint32 lane = get_lanes (fixture)[0].lane;
  TlPoint point, other, free;
  guint32 event, second;

  event = canvas_find_clickable (fixture, TL_NONE, &point);
  second = canvas_find_clickable (fixture, event, &other);
  free = canvas_find_nothing (fixture);
  tl_viewport_select (fixture->viewport, event);
  canvas_wait_until_calm (fixture);
  g_assert_cmpuint (second, !=, event);
  open_at (fixture, &other);
  g_assert_true (offers (fixture, "canvas.open-event"));
  g_assert_true (offers (fixture, "canvas.compare-event"));
  g_assert_true (offers (fixture, "canvas.zoom-to-fit"));
  close_popover (fixture);

  g_assert_true (canvas_find_point (fixture, TL_ITEM_LANE, lane, &point));
  open_at (fixture, &point);
  g_assert_true (offers (fixture, "canvas.hide-lane"));
  g_assert_false (offers (fixture, "canvas.open-event"));
  g_assert_false (offers (fixture, "canvas.show-all-lanes"));
  close_popover (fixture);

  g_assert_true (canvas_find_point (fixture, TL_ITEM_ERA, 0, &point));
  open_at (fixture, &point);
  g_assert_true (offers (fixture, "canvas.zoom-to-era"));
  close_popover (fixture);

  act_on (fixture, "canvas.collapse-lane", lane);
  free = canvas_find_nothing (fixture);
  open_at (fixture, &free);
  g_assert_true (offers (fixture, "canvas.show-all-lanes"));
  g_assert_true (offers (fixture, "canvas.zoom-to-fit"));
  g_assert_false (offers (fixture, "canvas.zoom-to-era"));
  close_popover (fixture);
}

static gboolean
is_hidden_cb (gpointer data)
{
  CanvasFixture *fixture = data;

  return get_lanes (fixture)[0].is_hidden;
}

/* An item of a menu does what it says, chosen by its letter. */
static void
test_menu_item (CanvasFixture *fixture,
                gconstpointer  data)
{
  guint32 lane = get_lanes (fixture)[0].lane;

  g_assert_true (tl_canvas_focus_lane (fixture->canvas, lane));
  open_by (fixture, "key Menu");
  canvas_run_xdotool ("key h");
  tl_wait_until (is_hidden_cb, fixture, "the lane is hidden");
  tl_wait_until (has_no_popover_cb, fixture, "the menu is gone");
  canvas_wait_until_calm (fixture);
}

/* A menu of what is no longer there goes with it. */
static void
test_reload (CanvasFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (TlTimeline) newer = list_load_text ("{ \"id\": \"x\", \"title\": \"X\", \"when\": \"2025\" }");
  TlPoint point;

  canvas_find_clickable (fixture, TL_NONE, &point);
  open_at (fixture, &point);
  tl_viewport_replace_timeline (fixture->viewport, newer);
  tl_wait_until (has_no_popover_cb, fixture, "the menu is gone");
  canvas_wait_until_calm (fixture);
  tl_viewport_set_timeline (fixture->viewport, fixture->timeline);
  canvas_wait_until_calm (fixture);
}

/* Badges */

static guint32
find_badge (CanvasFixture *fixture,
            TlPoint       *point)
{
  guint n_badges;

  tl_layout_get_badges (fixture->canvas->layout, &n_badges);
  for (guint32 i = 0; i < n_badges; i++)
    if (canvas_find_point (fixture, TL_ITEM_BADGE, i, point))
      return i;
  g_error ("there is no badge");
}

/* Room for so little that some events are only counted. */
static void
crowd (CanvasFixture *fixture)
{
  tl_stage_set_text_scale (TL_STAGE (fixture->stage), 2);
  canvas_wait_until_calm (fixture);
}

static gboolean
is_opened_cb (gpointer data)
{
  const CanvasFixture *fixture = data;

  return fixture->n_opened > 0;
}

static void
test_badge (CanvasFixture *fixture,
            gconstpointer  data)
{
  const TlPlaced *placed;
  const TlBadge *badges;
  const guint32 *counted;
  gboolean is_counted = FALSE;
  guint n_badges, n_placed;
  TlPoint point;
  guint32 badge;

  crowd (fixture);
  badge = find_badge (fixture, &point);
  badges = tl_layout_get_badges (fixture->canvas->layout, &n_badges);
  placed = tl_layout_get_placed (fixture->canvas->layout, &n_placed);
  counted = tl_layout_get_badge_events (fixture->canvas->layout, &badges[badge]);

  canvas_point (fixture, point.x, point.y, NULL);
  open_by (fixture, "click 1");
  g_assert_true (TL_IS_EVENT_POPOVER (fixture->canvas->popover));
  for (guint32 i = 0; i < badges[badge].count; i++)
    {
      const TlEvent *event = &tl_timeline_get_events (fixture->timeline, NULL)[placed[counted[i]].event];

      g_assert_nonnull (list_find_text (fixture->canvas->popover, tl_timeline_get_text (fixture->timeline, event->title)));
    }

  /* The first one, by keys. */
  canvas_run_xdotool ("key Home Return");
  tl_wait_until (is_opened_cb, fixture, "an event is opened");
  for (guint32 i = 0; i < badges[badge].count; i++)
    is_counted |= placed[counted[i]].event == fixture->opened;
  g_assert_true (is_counted);
  g_assert_cmpuint (tl_viewport_get_selected (fixture->viewport), ==, fixture->opened);
  tl_wait_until (has_no_popover_cb, fixture, "the list is gone");
  canvas_wait_until_calm (fixture);
}

/* A window may go while a menu is open. */
static void
test_destroy (CanvasFixture *fixture,
              gconstpointer  data)
{
  gtk_widget_grab_focus (fixture->widget);
  open_by (fixture, "key Menu");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  canvas_add_test ("/canvas-menu/lane-actions", test_lane_actions);
  canvas_add_test ("/canvas-menu/event-actions", test_event_actions);
  canvas_add_test ("/canvas-menu/activate", test_activate);
  canvas_add_test ("/canvas-menu/menu-key", test_menu_key);
  canvas_add_tests ("/canvas-menu/menus", test_menus);
  canvas_add_test ("/canvas-menu/menu-item", test_menu_item);
  canvas_add_test ("/canvas-menu/reload", test_reload);
  canvas_add_test ("/canvas-menu/badge", test_badge);
  canvas_add_test ("/canvas-menu/destroy", test_destroy);

  return canvas_run_tests ();
}
