/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-canvas-private.h"

#include "tl-neighbours.h"

/* What keys do. Letters are those of the user's layout, wherever they lie.
 */

#define KEY_ZOOM 1.5

/* How far a key moves the view, in parts of it. */
#define KEY_PAN  0.15
#define PAGE_PAN 0.9

/* Selects an event, brings it into view and gives it the keyboard. */
static void
go_to_event (TlCanvas *self,
             guint32   event)
{
  if (event == TL_NONE)
    return;

  tl_viewport_select (self->viewport, event);
  tl_canvas_reveal (self, event);
  if (!tl_canvas_focus_event (self, event))
    self->focus_event = event;
}

static void
step (TlCanvas   *self,
      TlNeighbour neighbour)
{
  guint32 from = tl_viewport_get_selected (self->viewport);
  TlItemProxy *focused = tl_canvas_get_focused (self);

  if (self->layout == NULL)
    return;

  /* What Tab has brought the keyboard to is where one is. */
  if (focused != NULL && tl_item_proxy_get_kind (focused) == TL_ITEM_EVENT)
    from = tl_item_proxy_get_index (focused);
  if (from == TL_NONE && neighbour != TL_NEIGHBOUR_LAST)
    neighbour = neighbour == TL_NEIGHBOUR_PREVIOUS ? TL_NEIGHBOUR_LAST : TL_NEIGHBOUR_FIRST;

  go_to_event (self, tl_layout_find_neighbour (self->layout, from, neighbour));
}

/* Around the events that one is linked with, not from one to the next. */
static void
walk_links (TlCanvas *self,
            int       direction)
{
  guint32 selected = tl_viewport_get_selected (self->viewport);
  guint32 to;
  guint n_linked;

  if (self->layout == NULL || selected == TL_NONE)
    return;

  if (self->walk_to != selected || self->walk_to == TL_NONE)
    {
      self->walk_from = selected;
      self->walk_place = direction > 0 ? -1 : 0;
    }
  tl_layout_find_linked (self->layout, self->walk_from, 0, &n_linked);
  if (n_linked == 0)
    return;

  self->walk_place = (self->walk_place + direction + (int) n_linked) % (int) n_linked;
  to = tl_layout_find_linked (self->layout, self->walk_from, (guint) self->walk_place, &n_linked);
  self->walk_to = to;
  go_to_event (self, to);
}

static void
pan_by_key (TlCanvas *self,
            double    part)
{
  TlCamera camera = tl_viewport_get_destination (self->viewport);

  camera.x += part * tl_canvas_get_lanes_box (self).width;
  tl_canvas_move_to (self, &camera, TL_CAMERA_SHORT);
}

/* Once: into the middle; once more: as near as it is alone. */
static void
look_at_selected (TlCanvas *self)
{
  guint32 selected = tl_viewport_get_selected (self->viewport);
  const TlPlaced *placed = tl_canvas_find_placed (self, selected);
  TlCamera camera = tl_viewport_get_destination (self->viewport);
  TlCamera centred = camera;

  if (placed == NULL)
    return;

  centred.x = TL_LEAD_IN + (placed->mark.anchor - TL_LEAD_IN) / self->layout_scale * camera.scale
              - tl_canvas_get_lanes_box (self).width / 2;
  centred = tl_viewport_clamp (self->viewport, &centred);
  if (tl_camera_equal (&centred, &camera))
    tl_canvas_zoom_to_event (self, selected);
  else
    tl_canvas_go (self, &centred);
}

/* One thing after the other, the latest first. */
static gboolean
let_go (TlCanvas *self)
{
  TlStretch span;

  if (tl_viewport_get_span (self->viewport, &span))
    tl_viewport_set_span (self->viewport, NULL);
  else if (tl_viewport_get_compared (self->viewport) != TL_NONE)
    tl_viewport_compare (self->viewport, TL_NONE);
  else if (tl_viewport_get_selected (self->viewport) != TL_NONE)
    tl_viewport_select (self->viewport, TL_NONE);
  else
    return FALSE;

  return TRUE;
}

/* What Enter does with an item. */
void
tl_canvas_activate (TlCanvas  *self,
                    TlItemKind kind,
                    guint32    index)
{
  if (kind == TL_ITEM_EVENT)
    {
      tl_viewport_select (self->viewport, index);
      tl_canvas_tell_opened (self, index);
    }
  else if (kind == TL_ITEM_BADGE)
    tl_canvas_open_badge (self, index);
  else if (kind == TL_ITEM_LANE)
    tl_canvas_zoom_to_lane (self, index);
}

static gboolean
activate_focused (TlCanvas *self,
                  gboolean  only_selects)
{
  TlItemProxy *focused = tl_canvas_get_focused (self);

  if (focused == NULL)
    return FALSE;

  if (only_selects && tl_item_proxy_get_kind (focused) == TL_ITEM_EVENT)
    tl_viewport_select (self->viewport, tl_item_proxy_get_index (focused));
  else if (only_selects && tl_item_proxy_get_kind (focused) == TL_ITEM_LANE)
    tl_canvas_collapse_lane (self, tl_item_proxy_get_index (focused));
  else
    tl_canvas_activate (self, tl_item_proxy_get_kind (focused), tl_canvas_get_proxy_item (self, focused));

  return TRUE;
}

static gboolean
open_menu (TlCanvas *self)
{
  TlItemProxy *focused = tl_canvas_get_focused (self);
  const TlRect *box = focused != NULL ? tl_item_proxy_get_box (focused) : NULL;

  if (box != NULL)
    tl_canvas_open_menu (self, tl_item_proxy_get_kind (focused), tl_canvas_get_proxy_item (self, focused),
                         box->x + MIN (box->width / 2, 60), box->y + MIN (box->height / 2, 20));
  else
    tl_canvas_open_menu (self, TL_ITEM_BACKGROUND, 0, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                         gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);

  return TRUE;
}

/* Lanes have the arrow keys while one of them has the keyboard. */
static gboolean
handle_lane_key (TlCanvas       *self,
                 guint           key,
                 GdkModifierType state)
{
  TlItemProxy *focused = tl_canvas_get_focused (self);
  GtkWidget *next;
  int direction = key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1 : 1;

  if (focused == NULL || tl_item_proxy_get_kind (focused) != TL_ITEM_LANE
      || (key != GDK_KEY_Up && key != GDK_KEY_KP_Up && key != GDK_KEY_Down && key != GDK_KEY_KP_Down))
    return FALSE;

  if ((state & GDK_ALT_MASK) != 0)
    tl_canvas_move_lane (self, tl_item_proxy_get_index (focused), direction);
  else
    {
      next = direction < 0 ? gtk_widget_get_prev_sibling (GTK_WIDGET (focused))
                           : gtk_widget_get_next_sibling (GTK_WIDGET (focused));
      if (next != NULL)
        gtk_widget_grab_focus (next);
    }

  return TRUE;
}

/* Keys that go from event to event. */
static gboolean
handle_step_key (TlCanvas *self,
                 guint     key)
{
  gboolean is_mirrored = tl_canvas_is_mirrored (self);

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step (self, is_mirrored ? TL_NEIGHBOUR_NEXT : TL_NEIGHBOUR_PREVIOUS);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step (self, is_mirrored ? TL_NEIGHBOUR_PREVIOUS : TL_NEIGHBOUR_NEXT);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, TL_NEIGHBOUR_UP);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, TL_NEIGHBOUR_DOWN);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      step (self, TL_NEIGHBOUR_FIRST);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      step (self, TL_NEIGHBOUR_LAST);
      return TRUE;
    case GDK_KEY_period:
      step (self, TL_NEIGHBOUR_NEXT_IN_LANE);
      return TRUE;
    case GDK_KEY_comma:
      step (self, TL_NEIGHBOUR_PREVIOUS_IN_LANE);
      return TRUE;
    case GDK_KEY_bracketright:
      walk_links (self, 1);
      return TRUE;
    case GDK_KEY_bracketleft:
      walk_links (self, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Keys that move the view. */
static gboolean
handle_view_key (TlCanvas *self,
                 guint     key)
{
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
    case GDK_KEY_w:
      tl_canvas_zoom (self, KEY_ZOOM);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
    case GDK_KEY_s:
      tl_canvas_zoom (self, 1 / KEY_ZOOM);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      tl_canvas_zoom_to_fit (self);
      return TRUE;
    case GDK_KEY_a:
      pan_by_key (self, -KEY_PAN);
      return TRUE;
    case GDK_KEY_d:
      pan_by_key (self, KEY_PAN);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      pan_by_key (self, -PAGE_PAN);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      pan_by_key (self, PAGE_PAN);
      return TRUE;
    case GDK_KEY_f:
      look_at_selected (self);
      return TRUE;
    case GDK_KEY_r:
      tl_canvas_mark_event (self, tl_viewport_get_selected (self->viewport));
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
pressed_cb (GtkEventControllerKey *controller,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            TlCanvas              *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (gtk_widget_has_focus (self->zoom_button))
    return key == GDK_KEY_Escape && let_go (self);
  if (handle_lane_key (self, key, modifiers))
    return TRUE;
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    return open_menu (self);
  if ((modifiers & ~GDK_SHIFT_MASK) != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return activate_focused (self, FALSE);
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return activate_focused (self, TRUE);
    case GDK_KEY_Escape:
      return let_go (self);
    case GDK_KEY_m:
    case GDK_KEY_M:
      return gtk_widget_activate_action (GTK_WIDGET (self),
                                         modifiers == GDK_SHIFT_MASK ? "win.bookmark-span" : "win.bookmark", NULL);
    default:
      return handle_step_key (self, key) || handle_view_key (self, key);
    }
}

void
tl_canvas_init_keys (TlCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->walk_from = self->walk_to = self->focus_event = TL_NONE;
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
