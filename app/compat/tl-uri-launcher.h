/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_uri_launcher_launch (GtkWindow          *parent,
                             const char         *uri,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data);

void tl_uri_launcher_launch_file (GtkWindow          *parent,
                                  GFile              *file,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);

gboolean tl_uri_launcher_launch_finish (GAsyncResult *result,
                                        GError      **error);

G_END_DECLS
