/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

/* Popovers of buttons in the header, also while a narrow window has no room
 * for the button: then they come from below the header.
 */

#define BUTTON "tl-button"

/* Back to its button. Not while it is still closing. */
static gboolean
give_back_cb (gpointer data)
{
  GtkWidget *popover = data;
  GtkMenuButton *button = g_object_steal_data (G_OBJECT (popover), BUTTON);

  if (button == NULL)
    return G_SOURCE_REMOVE;

  gtk_widget_unparent (popover);
  gtk_menu_button_set_popover (button, popover);
  g_object_unref (button);

  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *popover,
           gpointer   data)
{
  g_signal_handlers_disconnect_by_func (popover, closed_cb, data);
  g_idle_add_full (G_PRIORITY_DEFAULT, give_back_cb, g_object_ref (popover), g_object_unref);
}

static void
borrow (TlWindow      *self,
        GtkMenuButton *button)
{
  GtkWidget *popover = GTK_WIDGET (g_object_ref (gtk_menu_button_get_popover (button)));

  gtk_menu_button_set_popover (button, NULL);
  gtk_widget_set_parent (popover, self->popover_place);
  g_object_set_data (G_OBJECT (popover), BUTTON, g_object_ref (button));
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  g_object_unref (popover);
}

/* @fill is what the button calls before it opens its popover. */
void
tl_window_popup (TlWindow                    *self,
                 GtkMenuButton               *button,
                 GtkMenuButtonCreatePopupFunc fill)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    return;

  if (gtk_widget_get_mapped (GTK_WIDGET (button)))
    {
      gtk_menu_button_popup (button);
      return;
    }

  fill (button, self);
  borrow (self, button);
}
