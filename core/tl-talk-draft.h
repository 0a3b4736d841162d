/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-draft-step.h"
#include "tl-talk.h"

G_BEGIN_DECLS

#define TL_TYPE_TALK_DRAFT (tl_talk_draft_get_type ())

G_DECLARE_FINAL_TYPE (TlTalkDraft, tl_talk_draft, TL, TALK_DRAFT, GObject)

TlTalkDraft *tl_talk_draft_new (GBytes     *text,
                                TlTimeline *timeline) G_GNUC_WARN_UNUSED_RESULT;

guint tl_talk_draft_get_n_steps (TlTalkDraft *self);

const TlDraftStep *tl_talk_draft_get_step (TlTalkDraft *self,
                                           guint        index);

/* Changing it. */

guint tl_talk_draft_add (TlTalkDraft *self,
                         guint        index,
                         TlDraftStep *step);

void tl_talk_draft_add_talk (TlTalkDraft  *self,
                             const TlTalk *talk,
                             TlTimeline   *timeline);

void tl_talk_draft_move (TlTalkDraft *self,
                         guint        from,
                         guint        to);

void tl_talk_draft_remove (TlTalkDraft *self,
                           guint        index);

void tl_talk_draft_set_words (TlTalkDraft *self,
                              guint        index,
                              TlDraftWords words,
                              const char  *text);

void tl_talk_draft_settle (TlTalkDraft *self);

gboolean tl_talk_draft_can_undo (TlTalkDraft *self);

gboolean tl_talk_draft_can_redo (TlTalkDraft *self);

guint tl_talk_draft_undo (TlTalkDraft *self);

guint tl_talk_draft_redo (TlTalkDraft *self);

/* And the file. */

GBytes *tl_talk_draft_get_text (TlTalkDraft *self);

void tl_talk_draft_set_text (TlTalkDraft *self,
                             GBytes      *text);

TlDraftState *tl_talk_draft_dup_state (TlTalkDraft *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_talk_draft_is_dirty (TlTalkDraft *self);

void tl_talk_draft_note_saved (TlTalkDraft  *self,
                               TlDraftState *state,
                               GBytes       *text);

G_END_DECLS
