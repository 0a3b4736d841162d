/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-canvas.h"

G_BEGIN_DECLS

#define TL_TYPE_STAGE (tl_stage_get_type ())

G_DECLARE_FINAL_TYPE (TlStage, tl_stage, TL, STAGE, GtkWidget)

GtkWidget *tl_stage_new (TlViewport *viewport) G_GNUC_WARN_UNUSED_RESULT;

TlCanvas *tl_stage_get_canvas (TlStage *self);

void tl_stage_set_theme (TlStage    *self,
                         TlThemeKind theme);

void tl_stage_set_font (TlStage    *self,
                        const char *family);

void tl_stage_set_text_scale (TlStage *self,
                              double   scale);

G_END_DECLS
