/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-canvas-private.h"

#include "tl-event-popover.h"

#include <glib/gi18n-lib.h>

/* Menus, the list behind a badge, and the actions that they and screen
 * readers call.
 */

/* Acting on lanes */

/* The lanes as they are shown, to be changed. */
static TlLaneChoice *
dup_lanes (TlCanvas *self,
           guint    *n_lanes)
{
  const TlLaneChoice *lanes = tl_viewport_get_lanes (self->viewport, n_lanes);

  return g_memdup2 (lanes, *n_lanes * sizeof *lanes);
}

static guint
find_lane (const TlLaneChoice *lanes,
           guint               n_lanes,
           guint32             lane)
{
  guint at = 0;

  while (at < n_lanes && lanes[at].lane != lane)
    at++;

  return at;
}

/* Moves a lane by so many places, past lanes that are hidden. */
void
tl_canvas_move_lane (TlCanvas *self,
                     guint32   lane,
                     int       places)
{
  guint n_lanes;
  g_autofree TlLaneChoice *lanes = dup_lanes (self, &n_lanes);
  int at = (int) find_lane (lanes, n_lanes, lane);
  int step = places > 0 ? 1 : -1;

  if (at == (int) n_lanes)
    return;

  while (places != 0 && at + step >= 0 && at + step < (int) n_lanes)
    {
      TlLaneChoice other = lanes[at + step];

      lanes[at + step] = lanes[at];
      lanes[at] = other;
      at += step;
      if (!other.is_hidden)
        places -= step;
    }
  tl_viewport_set_lanes (self->viewport, lanes, n_lanes);
}

void
tl_canvas_collapse_lane (TlCanvas *self,
                         guint32   lane)
{
  guint n_lanes;
  g_autofree TlLaneChoice *lanes = dup_lanes (self, &n_lanes);
  guint at = find_lane (lanes, n_lanes, lane);

  if (at == n_lanes)
    return;

  lanes[at].is_collapsed = !lanes[at].is_collapsed;
  tl_viewport_set_lanes (self->viewport, lanes, n_lanes);
}

static void
hide_lane (TlCanvas *self,
           guint32   lane)
{
  guint n_lanes;
  g_autofree TlLaneChoice *lanes = dup_lanes (self, &n_lanes);
  guint at = find_lane (lanes, n_lanes, lane);

  if (at == n_lanes)
    return;

  lanes[at].is_hidden = TRUE;
  tl_viewport_set_lanes (self->viewport, lanes, n_lanes);
}

static void
show_all_lanes (TlCanvas *self)
{
  guint n_lanes;
  g_autofree TlLaneChoice *lanes = dup_lanes (self, &n_lanes);

  for (guint i = 0; i < n_lanes; i++)
    lanes[i].is_hidden = lanes[i].is_collapsed = FALSE;
  tl_viewport_set_lanes (self->viewport, lanes, n_lanes);
}

static gboolean
is_any_lane_hidden (TlCanvas *self)
{
  guint n_lanes;
  const TlLaneChoice *lanes = tl_viewport_get_lanes (self->viewport, &n_lanes);

  for (guint i = 0; i < n_lanes; i++)
    if (lanes[i].is_hidden || lanes[i].is_collapsed)
      return TRUE;

  return FALSE;
}

/* Marks the time that an event took. */
void
tl_canvas_mark_event (TlCanvas *self,
                      guint32   event)
{
  const TlAxis *axis = tl_viewport_get_axis (self->viewport);
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  const TlDate *when;
  TlStretch stretch;

  /* A menu may be of an event that a newer version of the file has no more. */
  if (axis == NULL || event == TL_NONE || !tl_viewport_shows (self->viewport, event))
    return;

  when = &tl_timeline_get_events (timeline, NULL)[event].when;
  if (tl_axis_get_extent (axis, when, &stretch.from, &stretch.to))
    tl_viewport_set_span (self->viewport, &stretch);
}

/* Actions */

static void
event_action_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  guint32 event = g_variant_get_uint32 (parameter);

  if (g_str_equal (action, "canvas.open-event"))
    tl_canvas_activate (self, TL_ITEM_EVENT, event);
  else if (g_str_equal (action, "canvas.zoom-to-event"))
    tl_canvas_zoom_to_event (self, event);
  else if (g_str_equal (action, "canvas.mark-event"))
    tl_canvas_mark_event (self, event);
  else
    tl_viewport_compare (self->viewport, event);
}

static void
lane_action_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  guint32 lane = g_variant_get_uint32 (parameter);

  if (g_str_equal (action, "canvas.zoom-to-lane"))
    tl_canvas_zoom_to_lane (self, lane);
  else if (g_str_equal (action, "canvas.collapse-lane"))
    tl_canvas_collapse_lane (self, lane);
  else if (g_str_equal (action, "canvas.hide-lane"))
    hide_lane (self, lane);
  else if (g_str_equal (action, "canvas.only-lane"))
    tl_viewport_filter_lane (self->viewport, lane);
  else
    tl_canvas_move_lane (self, lane, g_str_equal (action, "canvas.raise-lane") ? -1 : 1);
}

static void
era_action_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  tl_canvas_zoom_to_era (TL_CANVAS (widget), g_variant_get_uint32 (parameter));
}

static void
plain_action_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (g_str_equal (action, "canvas.show-all-lanes"))
    show_all_lanes (self);
  else if (g_str_equal (action, "canvas.only-span"))
    tl_viewport_filter_span (self->viewport);
  else
    tl_canvas_zoom_to_fit (self);
}

static void
activate_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  guint32 kind, index;

  g_variant_get (parameter, "(uu)", &kind, &index);
  tl_canvas_activate (TL_CANVAS (widget), kind, index);
}

void
tl_canvas_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const of_events[] = {
    "canvas.open-event", "canvas.zoom-to-event", "canvas.mark-event", "canvas.compare-event",
  };
  static const char *const of_lanes[] = {
    "canvas.zoom-to-lane", "canvas.collapse-lane", "canvas.hide-lane", "canvas.only-lane", "canvas.raise-lane",
    "canvas.lower-lane",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (of_events); i++)
    gtk_widget_class_install_action (widget_class, of_events[i], "u", event_action_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (of_lanes); i++)
    gtk_widget_class_install_action (widget_class, of_lanes[i], "u", lane_action_cb);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-to-era", "u", era_action_cb);
  gtk_widget_class_install_action (widget_class, "canvas.show-all-lanes", NULL, plain_action_cb);
  gtk_widget_class_install_action (widget_class, "canvas.only-span", NULL, plain_action_cb);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-to-fit", NULL, plain_action_cb);
  gtk_widget_class_install_action (widget_class, "canvas.activate", "(uu)", activate_cb);
}

/* Menus */

static void
append_for (GMenu      *menu,
            const char *label,
            const char *action,
            guint32     index)
{
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "u", index);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

static void
fill_for_event (TlCanvas *self,
                GMenu    *menu,
                guint32   event)
{
  guint32 selected = tl_viewport_get_selected (self->viewport);
  g_autoptr (GMenu) more = g_menu_new ();

  append_for (menu, _("Show _Details"), "canvas.open-event", event);
  append_for (menu, _("_Zoom to It"), "canvas.zoom-to-event", event);
  append_for (menu, _("_Mark Its Time"), "canvas.mark-event", event);
  if (selected != TL_NONE && selected != event)
    append_for (menu, _("_Compare With the Selected Event"), "canvas.compare-event", event);
  g_menu_append (more, _("_Edit in Text Editor"), "win.edit");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
}

static void
fill_for_lane (TlCanvas *self,
               GMenu    *menu,
               guint32   lane)
{
  guint n_lanes;
  const TlLaneChoice *lanes = tl_viewport_get_lanes (self->viewport, &n_lanes);
  guint at = find_lane (lanes, n_lanes, lane);
  gboolean is_collapsed = at < n_lanes && lanes[at].is_collapsed;

  append_for (menu, _("_Zoom to Its Events"), "canvas.zoom-to-lane", lane);
  append_for (menu, is_collapsed ? _("_Expand") : _("_Collapse"), "canvas.collapse-lane", lane);
  append_for (menu, _("_Hide"), "canvas.hide-lane", lane);
  append_for (menu, _("_Only This Lane"), "canvas.only-lane", lane);
  append_for (menu, _("Move _Up"), "canvas.raise-lane", lane);
  append_for (menu, _("Move _Down"), "canvas.lower-lane", lane);
}

static void
fill_for_all (TlCanvas *self,
              GMenu    *menu)
{
  g_autoptr (GMenu) more = g_menu_new ();
  TlStretch span;

  if (tl_viewport_get_span (self->viewport, &span))
    g_menu_append (more, _("Only the Time That Is Mar_ked"), "canvas.only-span");
  g_menu_append (more, _("Show _Everything"), "canvas.zoom-to-fit");
  if (is_any_lane_hidden (self))
    g_menu_append (more, _("Show All _Lanes Whole"), "canvas.show-all-lanes");
  g_menu_append (more, _("_Lanes…"), "win.lanes");
  g_menu_append (more, _("Fil_ters…"), "win.filters");
  g_menu_append (more, _("Copy View as _Picture"), "win.copy-picture");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
}

/* Not while it is still closing, and an item's action is yet to come. */
static gboolean
unparent_cb (gpointer data)
{
  GtkWidget *popover = data;
  TlCanvas *self = (TlCanvas *) gtk_widget_get_parent (popover);

  if (self == NULL)
    return G_SOURCE_REMOVE;

  /* GTK would go on with the first there is; but not where the item's action
   * has taken the keyboard somewhere else. Before it goes: else GTK keeps hold
   * of what had the keyboard in it. */
  if (self->popover == NULL && gtk_widget_get_mapped (GTK_WIDGET (self))
      && (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0
      && (self->before == NULL || !gtk_widget_get_mapped (self->before) || !gtk_widget_grab_focus (self->before)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_unparent (popover);
  /* Else it is of the one that has been opened meanwhile. */
  if (self->popover == NULL)
    g_clear_weak_pointer (&self->before);

  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover,
           TlCanvas   *self)
{
  if (self->popover != GTK_WIDGET (popover))
    return;

  self->popover = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

void
tl_canvas_close_popover (TlCanvas *self)
{
  GtkWidget *popover = g_steal_pointer (&self->popover);

  g_clear_weak_pointer (&self->before);
  if (popover == NULL)
    return;

  /* One that goes while it is open keeps hold of the pointer: no menu of any
   * other window would open any more. */
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_unparent (popover);
}

/* At a box of the widget. */
static void
open_popover (TlCanvas           *self,
              GtkWidget          *popover,
              const GdkRectangle *at)
{
  tl_canvas_close_popover (self);
  g_set_weak_pointer (&self->before, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* What can be done with an item, at a place of the widget. */
void
tl_canvas_open_menu (TlCanvas  *self,
                     TlItemKind kind,
                     guint32    index,
                     double     x,
                     double     y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };
  GtkWidget *popover;

  if (kind == TL_ITEM_EVENT)
    fill_for_event (self, menu, index);
  else if (kind == TL_ITEM_LANE)
    fill_for_lane (self, menu, index);
  else if (kind == TL_ITEM_ERA)
    append_for (menu, _("_Zoom to It"), "canvas.zoom-to-era", index);
  fill_for_all (self, menu);

  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  open_popover (self, popover, &at);
}

static void
chosen_cb (GtkWidget *popover,
           guint      event,
           TlCanvas  *self)
{
  tl_viewport_select (self->viewport, event);
  tl_canvas_tell_opened (self, event);
}

/* The events that a badge counts, as a list. */
void
tl_canvas_open_badge (TlCanvas *self,
                      guint32   index)
{
  const TlSceneItem *item = tl_canvas_find_item (self, TL_ITEM_BADGE, index);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (guint32));
  const TlBadge *badges;
  const TlPlaced *placed;
  const guint32 *counted;
  GtkWidget *popover;
  GdkRectangle at;
  TlRect box;
  guint n_badges, n_placed;

  if (item == NULL)
    return;

  badges = tl_layout_get_badges (self->layout, &n_badges);
  placed = tl_layout_get_placed (self->layout, &n_placed);
  counted = tl_layout_get_badge_events (self->layout, &badges[index]);
  for (guint32 i = 0; i < badges[index].count; i++)
    g_array_append_val (events, placed[counted[i]].event);

  box = tl_canvas_scale_box (self, &item->bounds);
  at = (GdkRectangle){ (int) box.x, (int) box.y, (int) box.width, (int) box.height };
  popover = tl_event_popover_new (tl_viewport_get_timeline (self->viewport), (gconstpointer) events->data, events->len);
  tl_event_popover_set_theme (TL_EVENT_POPOVER (popover), self->theme);
  g_signal_connect_object (popover, "event-activated", G_CALLBACK (chosen_cb), self, 0);
  open_popover (self, popover, &at);
}
