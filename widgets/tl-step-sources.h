/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-show.h"

G_BEGIN_DECLS

#define TL_TYPE_STEP_SOURCES (tl_step_sources_get_type ())

G_DECLARE_FINAL_TYPE (TlStepSources, tl_step_sources, TL, STEP_SOURCES, GtkWidget)

GtkWidget *tl_step_sources_new (TlShow *show) G_GNUC_WARN_UNUSED_RESULT;

void tl_step_sources_set_theme (TlStepSources *self,
                                TlThemeKind    theme);

G_END_DECLS
