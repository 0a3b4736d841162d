/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-show-child.h"

/**
 * tl_show_child:
 * @child: a widget whose parent decides on whether there is room for it
 * @is_shown: whether there is
 *
 * As gtk_widget_set_child_visible(), for assistive technology, too, which does
 * not see that by itself.
 */
void
tl_show_child (GtkWidget *child,
               gboolean   is_shown)
{
  if (gtk_widget_get_child_visible (child) == is_shown)
    return;

  gtk_widget_set_child_visible (child, is_shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, !is_shown, -1);
}
