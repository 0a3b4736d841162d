/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-show.h"
#include "tl-text-pango.h"

G_BEGIN_DECLS

#define TL_TYPE_STEP_GRID (tl_step_grid_get_type ())

G_DECLARE_FINAL_TYPE (TlStepGrid, tl_step_grid, TL, STEP_GRID, GtkWidget)

GtkWidget *tl_step_grid_new (TlShow      *show,
                             TlTextPango *text,
                             int          width,
                             guint        most_columns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
