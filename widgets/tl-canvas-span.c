/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-canvas-private.h"

#include "tl-mark.h"
#include "tl-show-child.h"

#include <glib/gi18n.h>
#include <math.h>

/* The button in a stretch of time that is marked, which zooms to it: where it
 * is the least in the way.
 */

/* From the edges of the lanes, and how finely a place is looked for. */
#define BUTTON_GAP  6.0
#define BUTTON_STEP 8.0

static void
zoom_to_span_cb (GtkButton *button,
                 TlCanvas  *self)
{
  tl_canvas_zoom_to_span (self);
}

void
tl_canvas_init_zoom_button (TlCanvas *self)
{
  self->zoom_button = gtk_button_new_with_label (_("Zoom to it"));
  gtk_widget_add_css_class (self->zoom_button, "pill");
  gtk_widget_add_css_class (self->zoom_button, "suggested-action");
  tl_show_child (self->zoom_button, FALSE);
  gtk_widget_set_cursor_from_name (self->zoom_button, "default");
  gtk_widget_set_parent (self->zoom_button, GTK_WIDGET (self));
  g_signal_connect (self->zoom_button, "clicked", G_CALLBACK (zoom_to_span_cb), self);
}

/* How much of what is told by events and badges is under a box. */
static double
get_covered (TlCanvas     *self,
             const TlRect *box)
{
  double covered = 0;
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (self->scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == TL_ITEM_EVENT || items[i].kind == TL_ITEM_BADGE)
      {
        const TlRect bounds = tl_canvas_scale_box (self, &items[i].bounds);
        const TlRect both = tl_rect_intersection (&bounds, box);

        covered += both.width * both.height;
      }

  return covered;
}

/* At the height of the lanes where the box is the least in the way, as far up
 * as that is so. */
static void
find_free_height (TlCanvas     *self,
                  const TlRect *lanes,
                  TlRect       *box)
{
  double bottom = (lanes->y + lanes->height) * self->text_scale - box->height - BUTTON_GAP;
  TlRect tried = *box;
  double least = INFINITY;

  for (tried.y = lanes->y * self->text_scale + BUTTON_GAP; least > 0 && tried.y <= bottom; tried.y += BUTTON_STEP)
    {
      double covered = get_covered (self, &tried);

      if (covered < least)
        {
          least = covered;
          box->y = tried.y;
        }
    }
}

/* In the middle of the marked span. */
void
tl_canvas_allocate_zoom_button (TlCanvas *self)
{
  TlRect lanes = tl_canvas_get_lanes_box (self);
  TlCamera camera = tl_viewport_get_camera (self->viewport);
  int width, height;
  TlStretch span;
  TlRect box;
  double middle;

  if (!gtk_widget_get_child_visible (self->zoom_button) || !tl_viewport_get_span (self->viewport, &span))
    return;

  gtk_widget_measure (self->zoom_button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->zoom_button, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  middle = lanes.x + TL_LEAD_IN + (span.from + span.to) / 2 * camera.scale - camera.x;
  box = (TlRect){ CLAMP (middle, lanes.x, lanes.x + lanes.width), lanes.y, 0, 0 };
  box = tl_canvas_mirror_box (self, &box);
  box.x = MAX (MIN (box.x * self->text_scale - width / 2.0, gtk_widget_get_width (GTK_WIDGET (self)) - width), 0);
  box.y = box.y * self->text_scale + BUTTON_GAP;
  box.width = width;
  box.height = height;
  if (self->scene != NULL)
    find_free_height (self, &lanes, &box);
  gtk_widget_size_allocate (self->zoom_button,
                            &(GtkAllocation){ (int) floor (box.x), (int) floor (box.y), width, height }, -1);
}
