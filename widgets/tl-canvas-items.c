/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-canvas-private.h"

#include "tl-between.h"
#include "tl-event-spoken.h"

#include <glib/gi18n-lib.h>

/* Stand-ins for what is drawn: for those who do not see it, and for the
 * keyboard. Axis, lanes and events are a stop of Tab each; within one, arrow
 * keys go on.
 */

/* An item of the events' list: an event, or a badge by its first event. */
typedef struct
{
  const TlSceneItem *item;
  guint32            event;
} Entry;

void
tl_canvas_init_items (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->axis_proxy = tl_item_proxy_new (TL_ITEM_AXIS, 0);
  gtk_widget_set_focusable (self->axis_proxy, FALSE);
  self->lane_group = tl_item_group_new (_("Lanes"));
  self->event_group = tl_item_group_new (_("Events in view"));
  gtk_widget_set_parent (self->axis_proxy, widget);
  gtk_widget_set_parent (self->lane_group, widget);
  gtk_widget_set_parent (self->event_group, widget);
}

static TlRect
find_box (TlCanvas          *self,
          const TlSceneItem *item)
{
  const TlRect box = item->has_clip ? tl_rect_intersection (&item->bounds, &item->clip) : item->bounds;

  return tl_canvas_scale_box (self, &box);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  return (first->event > second->event) - (first->event < second->event);
}

/* Stand-ins know a badge by its first event: that is the same after a layout
 * that numbers badges otherwise. */
static guint32
get_first_event (TlCanvas *self,
                 guint32   badge)
{
  guint n_badges, n_placed;
  const TlBadge *badges = tl_layout_get_badges (self->layout, &n_badges);

  return tl_layout_get_placed (self->layout, &n_placed)[tl_layout_get_badge_events (self->layout, &badges[badge])[0]].event;
}

/**
 * tl_canvas_get_proxy_item:
 * @self: a canvas
 * @proxy: a stand-in
 *
 * Returns: which item of the scene it stands for now, by its kind; TL_NONE
 *   for a badge that is no more
 */
guint32
tl_canvas_get_proxy_item (TlCanvas    *self,
                          TlItemProxy *proxy)
{
  guint32 index = tl_item_proxy_get_index (proxy);
  const TlBadge *badge;
  guint n_badges;

  if (tl_item_proxy_get_kind (proxy) != TL_ITEM_BADGE)
    return index;

  badge = tl_canvas_find_badge (self, index);

  return badge != NULL ? (guint32) (badge - tl_layout_get_badges (self->layout, &n_badges)) : TL_NONE;
}

static GArray *
list_entries (TlCanvas *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (self->scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      Entry entry = { &items[i], items[i].index };

      /* What only fades away has none. */
      if (items[i].id == NULL)
        continue;
      if (items[i].kind == TL_ITEM_BADGE)
        entry.event = get_first_event (self, items[i].index);
      else if (items[i].kind != TL_ITEM_EVENT)
        continue;
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_cb);

  return entries;
}

static void
name_event (TlCanvas    *self,
            TlItemProxy *proxy,
            guint32      event)
{
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  const char *summary = tl_timeline_get_text (timeline, tl_timeline_get_events (timeline, NULL)[event].summary);
  guint n_events, place = 0;
  g_autofree char *name = NULL;
  g_autofree char *found = NULL;

  tl_viewport_get_events (self->viewport, &n_events);
  tl_viewport_find_place (self->viewport, event, &place);
  name = tl_event_dup_spoken_name (timeline, event, place, n_events, NULL);
  /* Translators: said of an event that a search has found, before what is told of it */
  found = tl_viewport_is_hit (self->viewport, event) ? g_strdup_printf (_("Found. %s"), summary != NULL ? summary : "")
                                                     : NULL;
  tl_item_proxy_set_name (proxy, name, found != NULL ? found : summary);
  tl_item_proxy_set_place (proxy, place + 1, n_events);
}

static void
update_events (TlCanvas *self)
{
  g_autoptr (GArray) entries = list_entries (self);
  TlItemGroup *group = TL_ITEM_GROUP (self->event_group);

  tl_item_group_begin (group);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      gboolean is_known = tl_item_group_find (group, entry->item->kind, entry->event) != NULL;
      TlItemProxy *proxy = tl_item_group_add (group, entry->item->kind, entry->event);
      const TlRect box = find_box (self, entry->item);

      tl_item_proxy_set_box (proxy, &box);
      if (entry->item->kind == TL_ITEM_BADGE)
        tl_item_proxy_set_name (proxy, entry->item->name, entry->item->description);
      else if (!is_known || self->needs_names)
        name_event (self, proxy, entry->item->index);
      tl_item_proxy_set_selected (proxy, entry->item->kind == TL_ITEM_EVENT
                                         && (entry->item->index == tl_viewport_get_selected (self->viewport)
                                             || entry->item->index == tl_viewport_get_compared (self->viewport)));
    }
  tl_item_group_end (group);
}

/* A badge that has the keyboard and is no more passes it on to whatever has
 * its first event now. */
static void
pass_focus_on (TlCanvas *self)
{
  TlItemProxy *focused = tl_item_group_get_focused (TL_ITEM_GROUP (self->event_group));

  if (focused != NULL && tl_item_proxy_get_kind (focused) == TL_ITEM_BADGE
      && !tl_item_group_has_named (TL_ITEM_GROUP (self->event_group), focused))
    {
      tl_canvas_focus_event (self, tl_item_proxy_get_index (focused));
      tl_item_group_end (TL_ITEM_GROUP (self->event_group));
    }
}

static void
update_lanes (TlCanvas *self)
{
  TlItemGroup *group = TL_ITEM_GROUP (self->lane_group);
  const TlLaneBand *bands;
  guint n_bands;

  bands = tl_layout_get_bands (self->layout, &n_bands);
  tl_item_group_begin (group);
  for (guint i = 0; i < n_bands; i++)
    {
      const TlSceneItem *item = tl_canvas_find_item (self, TL_ITEM_LANE, bands[i].lane);
      TlItemProxy *proxy;
      TlRect box;

      if (item == NULL)
        continue;
      proxy = tl_item_group_add (group, TL_ITEM_LANE, bands[i].lane);
      box = tl_canvas_get_lane_cell (self, &bands[i]);
      box = tl_canvas_scale_box (self, &box);
      tl_item_proxy_set_box (proxy, &box);
      tl_item_proxy_set_name (proxy, item->name, item->description);
      tl_item_proxy_set_place (proxy, i + 1, n_bands);
    }
  tl_item_group_end (group);
}

/* Which stretch of time is in view, and which eras. */
static void
update_axis (TlCanvas *self)
{
  const TlAxis *axis = tl_viewport_get_axis (self->viewport);
  TlStretch stretch = tl_viewport_get_stretch (self->viewport);
  TlInstant first = tl_axis_get_moment (axis, stretch.from).instant;
  TlInstant last = tl_axis_get_moment (axis, stretch.to).instant;
  double seconds = tl_axis_get_duration (first, last) / MAX (tl_canvas_get_lanes_box (self).width, 1);
  g_autofree char *from = tl_instant_to_words (first, seconds, NULL);
  g_autofree char *to = tl_instant_to_words (last, seconds, NULL);
  /* Translators: what a time axis shows: two dates */
  g_autofree char *name = g_strdup_printf (_("Time axis from %s to %s"), from, to);
  GString *eras = g_string_new (NULL);
  const TlSceneItem *items;
  guint n_items;
  TlRect box = tl_canvas_get_lanes_box (self);

  items = tl_scene_get_items (self->scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == TL_ITEM_ERA || items[i].kind == TL_ITEM_FOLD)
      g_string_append_printf (eras, "%s%s", eras->len > 0 ? "; " : "", items[i].name);

  box = (TlRect){ box.x, 0, box.width, box.y };
  box = tl_canvas_mirror_box (self, &box);
  box = tl_canvas_scale_box (self, &box);
  tl_item_proxy_set_box (TL_ITEM_PROXY (self->axis_proxy), &box);
  tl_item_proxy_set_name (TL_ITEM_PROXY (self->axis_proxy), name, eras->str);
  g_string_free (eras, TRUE);
}

/* Brings the stand-ins up to date with the scene. */
void
tl_canvas_update_items (TlCanvas *self)
{
  /* While a zoom goes by, there may be thousands of them in view for a frame:
   * nobody reads those. */
  if (!self->needs_items || (self->is_moving && self->zoom_from != NULL))
    return;

  self->needs_items = FALSE;
  if (self->scene == NULL)
    {
      tl_item_group_begin (TL_ITEM_GROUP (self->lane_group));
      tl_item_group_end (TL_ITEM_GROUP (self->lane_group));
      tl_item_group_begin (TL_ITEM_GROUP (self->event_group));
      tl_item_group_end (TL_ITEM_GROUP (self->event_group));
      return;
    }

  update_lanes (self);
  update_events (self);
  if (!self->is_moving)
    pass_focus_on (self);
  if (!self->is_moving && self->glide.at == 0)
    update_axis (self);
  self->needs_names = FALSE;
  if (self->focus_event != TL_NONE && !self->is_moving)
    {
      tl_canvas_focus_event (self, self->focus_event);
      self->focus_event = TL_NONE;
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The keyboard */

/* The stand-in that has the keyboard. */
TlItemProxy *
tl_canvas_get_focused (TlCanvas *self)
{
  TlItemProxy *proxy = tl_item_group_get_focused (TL_ITEM_GROUP (self->event_group));

  return proxy != NULL ? proxy : tl_item_group_get_focused (TL_ITEM_GROUP (self->lane_group));
}

/* Gives an event the keyboard; where it is in a badge, the badge. */
gboolean
tl_canvas_focus_event (TlCanvas *self,
                       guint32   event)
{
  TlItemGroup *group = TL_ITEM_GROUP (self->event_group);
  TlItemProxy *proxy = event != TL_NONE ? tl_item_group_find (group, TL_ITEM_EVENT, event) : NULL;
  const TlBadge *badge = event != TL_NONE && proxy == NULL ? tl_canvas_find_badge (self, event) : NULL;

  if (badge != NULL)
    {
      guint n_badges;
      guint32 index = (guint32) (badge - tl_layout_get_badges (self->layout, &n_badges));

      proxy = tl_item_group_find (group, TL_ITEM_BADGE, get_first_event (self, index));
    }

  return proxy != NULL && gtk_widget_grab_focus (GTK_WIDGET (proxy));
}

gboolean
tl_canvas_focus_lane (TlCanvas *self,
                      guint32   lane)
{
  TlItemProxy *proxy = tl_item_group_find (TL_ITEM_GROUP (self->lane_group), TL_ITEM_LANE, lane);

  return proxy != NULL && gtk_widget_grab_focus (GTK_WIDGET (proxy));
}

static gboolean
focus_first (GtkWidget *group)
{
  GtkWidget *child = gtk_widget_get_first_child (group);

  return child != NULL && gtk_widget_grab_focus (child);
}

static gboolean
focus_events (TlCanvas *self)
{
  return tl_canvas_focus_event (self, tl_viewport_get_selected (self->viewport)) || focus_first (self->event_group);
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Tab: lanes, events, the button in the span, and on. */
gboolean
tl_canvas_move_focus (TlCanvas        *self,
                      GtkDirectionType direction)
{
  gboolean is_forward = direction == GTK_DIR_TAB_FORWARD;
  gboolean has_button = gtk_widget_get_child_visible (self->zoom_button);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;

  if (has_focus_within (self->lane_group))
    return is_forward && focus_events (self);
  if (has_focus_within (self->event_group))
    return is_forward ? has_button && gtk_widget_grab_focus (self->zoom_button) : focus_first (self->lane_group);
  if (gtk_widget_has_focus (self->zoom_button))
    return !is_forward && focus_events (self);
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    return is_forward && focus_events (self);

  if (is_forward)
    return focus_first (self->lane_group) || focus_events (self) || gtk_widget_grab_focus (GTK_WIDGET (self));

  return (has_button && gtk_widget_grab_focus (self->zoom_button)) || focus_events (self)
         || focus_first (self->lane_group);
}
