/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-talk-draft.h"

G_BEGIN_DECLS

#define TL_TYPE_TALK_PANEL (tl_talk_panel_get_type ())

G_DECLARE_FINAL_TYPE (TlTalkPanel, tl_talk_panel, TL, TALK_PANEL, GtkWidget)

GtkWidget *tl_talk_panel_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_talk_panel_set_draft (TlTalkPanel *self,
                              TlTalkDraft *draft,
                              TlTimeline  *timeline);

void tl_talk_panel_set_notice (TlTalkPanel *self,
                               const char  *text);

guint tl_talk_panel_get_selected (TlTalkPanel *self);

void tl_talk_panel_select (TlTalkPanel *self,
                           guint        index);

void tl_talk_panel_edit_title (TlTalkPanel *self);

void tl_talk_panel_undo (TlTalkPanel *self);

void tl_talk_panel_redo (TlTalkPanel *self);

G_END_DECLS
