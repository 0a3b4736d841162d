/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-canvas-private.h"

#include "tl-show-child.h"

#include <glib/gi18n.h>

/* Where there are more lanes than there is room for, a bar at the edge where
 * lines end shows how many and where. Thin, until the pointer comes to it.
 */

static void
value_changed_cb (GtkAdjustment *adjustment,
                  TlCanvas      *self)
{
  TlCamera camera = tl_viewport_get_camera (self->viewport);

  if (self->is_updating)
    return;

  tl_canvas_stop (self);
  camera.y = gtk_adjustment_get_value (adjustment);
  tl_viewport_set_camera (self->viewport, &camera);
}

static void
entered_cb (GtkEventController *controller)
{
  gtk_widget_add_css_class (gtk_event_controller_get_widget (controller), "hovering");
}

static void
left_cb (GtkEventController *controller)
{
  gtk_widget_remove_css_class (gtk_event_controller_get_widget (controller), "hovering");
}

void
tl_canvas_init_scrollbar (TlCanvas *self)
{
  GtkAdjustment *adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, adjustment);
  gtk_widget_add_css_class (self->scrollbar, "overlay-indicator");
  gtk_widget_set_cursor_from_name (self->scrollbar, "default");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scrollbar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Lanes in view"), -1);
  tl_show_child (self->scrollbar, FALSE);
  gtk_widget_set_parent (self->scrollbar, GTK_WIDGET (self));
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (entered_cb), NULL);
  g_signal_connect (motion, "leave", G_CALLBACK (left_cb), NULL);
  gtk_widget_add_controller (self->scrollbar, motion);
}

/* Brings it up to date with the scene: before GTK allocates, not while. */
void
tl_canvas_update_scrollbar (TlCanvas *self)
{
  double room = tl_canvas_get_lanes_box (self).height;
  double height = self->layout != NULL ? tl_layout_get_lanes_height (self->layout) : 0;
  gboolean is_needed = height > room + 0.5;

  if (is_needed)
    {
      self->is_updating = TRUE;
      gtk_adjustment_configure (gtk_scrollbar_get_adjustment (GTK_SCROLLBAR (self->scrollbar)),
                                tl_viewport_get_camera (self->viewport).y, 0, height, room / 10, room * 0.9, room);
      self->is_updating = FALSE;
    }
  if (is_needed != gtk_widget_get_child_visible (self->scrollbar))
    {
      tl_show_child (self->scrollbar, is_needed);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
}

void
tl_canvas_allocate_scrollbar (TlCanvas *self)
{
  const TlRect lanes = tl_canvas_get_lanes_box (self);
  TlRect box = tl_canvas_scale_box (self, &lanes);
  int width;

  if (!gtk_widget_get_child_visible (self->scrollbar))
    return;

  gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  box.x = tl_canvas_is_mirrored (self) ? 0 : gtk_widget_get_width (GTK_WIDGET (self)) - width;
  gtk_widget_size_allocate (self->scrollbar,
                            &(GtkAllocation){ (int) box.x, (int) box.y, width, MAX ((int) box.height, 1) }, -1);
}
