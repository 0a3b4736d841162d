/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_CHOOSER (tl_chooser_get_type ())

G_DECLARE_FINAL_TYPE (TlChooser, tl_chooser, TL, CHOOSER, GtkWindow)

/* Says more about a choice: shown at the end of its row. */
typedef char *(*TlChooserDescribe) (guint    choice,
                                    gpointer data);

GtkWindow *tl_chooser_new (GtkWindow  *parent,
                           const char *title,
                           const char *placeholder) G_GNUC_WARN_UNUSED_RESULT;

void tl_chooser_set_choices (TlChooser        *self,
                             GPtrArray        *choices,
                             TlChooserDescribe describe,
                             gpointer          data,
                             GDestroyNotify    destroy);

void tl_chooser_set_reads_dates (TlChooser *self,
                                 gboolean   reads_dates);

G_END_DECLS
