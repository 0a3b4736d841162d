/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkLayoutManager *tl_wrap_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
