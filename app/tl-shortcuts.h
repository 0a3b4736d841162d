/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_shortcuts_set_accels (GtkApplication *application);

GtkWindow *tl_shortcuts_window_new (void);

G_END_DECLS
