/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_shortcuts_set_accels (GtkApplication *application);

GtkWindow *tl_shortcuts_window_new (void);

/* As commands. */

const char *tl_shortcuts_get_command (guint        number,
                                      const char **action);

char *tl_shortcuts_dup_keys (guint number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
