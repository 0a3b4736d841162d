/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_FLOW_LAYOUT (tl_flow_layout_get_type ())

G_DECLARE_FINAL_TYPE (TlFlowLayout, tl_flow_layout, TL, FLOW_LAYOUT, GtkLayoutManager)

GtkLayoutManager *tl_flow_layout_new (int spacing,
                                      int column_width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
