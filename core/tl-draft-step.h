/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a step that people write. */
typedef enum
{
  TL_DRAFT_TITLE,
  TL_DRAFT_TEXT,
  TL_DRAFT_NOTES,
  TL_N_DRAFT_WORDS,
} TlDraftWords;

/**
 * TlDraftStep:
 * @number: which of the file's steps it is, from 0, or %TL_NONE for a new one
 * @words: (nullable): by TlDraftWords
 * @window: (nullable): the stretch of time in view, EDTF
 * @events: (nullable) (array zero-terminated=1): ids of the events in view
 * @highlight: (nullable) (array zero-terminated=1): ids of those that stand out
 * @figures: (nullable) (array zero-terminated=1): ids of figures to show
 * @changed: bits by TlDraftWords: which of the words are not those of the file
 * @is_unknown: whether nobody knows what it is: the file has something there
 *   that is no step. It stays as it is, but may be moved and removed
 *
 * A step of a talk that is being edited. Immutable once it is in a draft, and
 * counted: the states that a draft has been in share those that are the same.
 */
typedef struct
{
  guint32 number;
  char   *words[TL_N_DRAFT_WORDS];
  char   *window;
  char  **events;
  char  **highlight;
  char  **figures;
  guint   changed;
  guint   is_unknown : 1;
} TlDraftStep;

TlDraftStep *tl_draft_step_new (guint32 number) G_GNUC_WARN_UNUSED_RESULT;

TlDraftStep *tl_draft_step_copy (const TlDraftStep *self) G_GNUC_WARN_UNUSED_RESULT;

TlDraftStep *tl_draft_step_ref (TlDraftStep *self);

void tl_draft_step_unref (TlDraftStep *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDraftStep, tl_draft_step_unref)

gboolean tl_draft_step_equal (const TlDraftStep *a,
                              const TlDraftStep *b);

/**
 * TlDraftState:
 *
 * All steps of a draft at a moment, with the text of the file that they are
 * from. Immutable; may be used in another thread.
 */
typedef struct _TlDraftState TlDraftState;

TlDraftState *tl_draft_state_new (GBytes    *base,
                                  GPtrArray *steps) G_GNUC_WARN_UNUSED_RESULT;

TlDraftState *tl_draft_state_ref (TlDraftState *self);

void tl_draft_state_unref (TlDraftState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDraftState, tl_draft_state_unref)

GPtrArray *tl_draft_state_get_steps (TlDraftState *self);

gboolean tl_draft_state_equal (TlDraftState *a,
                               TlDraftState *b);

GBytes *tl_draft_state_to_bytes (TlDraftState *self,
                                 GBytes       *text,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
