/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-draft-step.h"

G_BEGIN_DECLS

#define TL_TYPE_STEP_EDITOR (tl_step_editor_get_type ())

G_DECLARE_FINAL_TYPE (TlStepEditor, tl_step_editor, TL, STEP_EDITOR, GtkWidget)

GtkWidget *tl_step_editor_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_step_editor_set_step (TlStepEditor      *self,
                              const TlDraftStep *step);

void tl_step_editor_edit_title (TlStepEditor *self);

G_END_DECLS
