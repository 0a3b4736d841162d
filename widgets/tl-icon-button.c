/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-icon-button.h"

/**
 * tl_icon_button_new:
 * @icon: the name of an icon
 * @name: what the button does, in words
 *
 * A flat button with an icon alone. Its name is the tooltip, and what screen
 * readers say.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
tl_icon_button_new (const char *icon,
                    const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

/**
 * tl_icon_button_new_for_action:
 * @icon: the name of an icon
 * @name: what the button does, in words
 * @action: the name of the action that it does
 *
 * Returns: (transfer floating): such a button that does an action
 */
GtkWidget *
tl_icon_button_new_for_action (const char *icon,
                               const char *name,
                               const char *action)
{
  GtkWidget *button = tl_icon_button_new (icon, name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

/**
 * tl_icon_button_new_with_callback:
 * @icon: the name of an icon
 * @name: what the button does, in words
 * @callback: called with @object when it is clicked
 * @object: a #GObject; the button does nothing any more when it is gone
 *
 * Returns: (transfer floating): such a button that calls a function
 */
GtkWidget *
tl_icon_button_new_with_callback (const char *icon,
                                  const char *name,
                                  GCallback   callback,
                                  gpointer    object)
{
  GtkWidget *button = tl_icon_button_new (icon, name);

  g_signal_connect_object (button, "clicked", callback, object, G_CONNECT_SWAPPED);

  return button;
}
