/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-draft-step.h"
#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_TYPE_TALK_ROW (tl_talk_row_get_type ())

G_DECLARE_FINAL_TYPE (TlTalkRow, tl_talk_row, TL, TALK_ROW, GtkListBoxRow)

GtkWidget *tl_talk_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_talk_row_set_step (TlTalkRow         *self,
                           const TlDraftStep *step,
                           TlTimeline        *timeline);

G_END_DECLS
