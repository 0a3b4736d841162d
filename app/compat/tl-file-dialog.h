/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_file_dialog_open (GtkWindow          *parent,
                          GFile              *folder,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data);

GListModel *tl_file_dialog_open_finish (GAsyncResult *result,
                                        GError      **error) G_GNUC_WARN_UNUSED_RESULT;

void tl_file_dialog_save (GtkWindow          *parent,
                          const char         *title,
                          const char         *name,
                          const char         *kind,
                          const char         *suffix,
                          GFile              *folder,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data);

GFile *tl_file_dialog_save_finish (GAsyncResult *result,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
