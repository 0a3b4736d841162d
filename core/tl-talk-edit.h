/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

#define TL_TALK_EDIT_ERROR (tl_talk_edit_error_quark ())

typedef enum
{
  TL_TALK_EDIT_ERROR_NO_OBJECT, /* the text is no timeline that steps could be put into */
  TL_TALK_EDIT_ERROR_NO_STEP,   /* a step is named that the text does not have */
} TlTalkEditError;

GQuark tl_talk_edit_error_quark (void);

/**
 * TlStepEdit:
 * @number: which of the file's steps it is, from 0, or %TL_NONE for a new one
 * @title: (nullable): its title from now on
 * @text: (nullable): its text
 * @notes: (nullable): what the speaker has before him
 * @window: (nullable): the stretch of time in view, EDTF
 * @events: (nullable) (array zero-terminated=1): ids of the events in view
 * @highlight: (nullable) (array zero-terminated=1): ids of those that stand out
 * @figures: (nullable) (array zero-terminated=1): ids of figures to show
 *
 * What becomes of a step. What is %NULL stays as the file has it, what is an
 * empty text is not in the file any more.
 */
typedef struct
{
  guint32            number;
  const char        *title;
  const char        *text;
  const char        *notes;
  const char        *window;
  const char *const *events;
  const char *const *highlight;
  const char *const *figures;
} TlStepEdit;

char *tl_talk_edit (const char       *text,
                    gsize             length,
                    const TlStepEdit *steps,
                    guint             n_steps,
                    gsize            *new_length,
                    GError          **error) G_GNUC_WARN_UNUSED_RESULT;

guint tl_talk_edit_count_steps (const char *text,
                                gsize       length);

char *tl_talk_edit_copy_steps (const char *from,
                               gsize       from_length,
                               const char *text,
                               gsize       length,
                               gsize      *new_length,
                               GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
