/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tl_icon_button_new (const char *icon,
                               const char *name);

GtkWidget *tl_icon_button_new_for_action (const char *icon,
                                          const char *name,
                                          const char *action);

GtkWidget *tl_icon_button_new_with_callback (const char *icon,
                                             const char *name,
                                             GCallback   callback,
                                             gpointer    object);

G_END_DECLS
