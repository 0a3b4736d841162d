/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-settings.h"

G_BEGIN_DECLS

void tl_preferences_present (GtkWindow  *parent,
                             TlSettings *settings);

GtkWidget *tl_preferences_font_row_new (TlSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
