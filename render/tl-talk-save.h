/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-talk-draft.h"

G_BEGIN_DECLS

#define TL_TALK_SAVE_ERROR (tl_talk_save_error_quark ())

typedef enum
{
  TL_TALK_SAVE_ERROR_CHANGED, /* the file is no longer what was loaded */
  TL_TALK_SAVE_ERROR_BROKEN,  /* and it is no timeline any more */
} TlTalkSaveError;

GQuark tl_talk_save_error_quark (void);

/* What is asked of saving. */
typedef enum
{
  TL_TALK_SAVE_IF_SAME, /* not where the file has changed */
  TL_TALK_SAVE_INTO,    /* the steps into whatever timeline is there */
  TL_TALK_SAVE_COPY,    /* all of the timeline, whatever is there */
} TlTalkSaveKind;

void tl_talk_save_async (TlTalkDraft        *draft,
                         GFile              *file,
                         TlTalkSaveKind      kind,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data);

gboolean tl_talk_save_finish (TlTalkDraft  *draft,
                              GAsyncResult *result,
                              GError      **error);

void tl_talk_load_async (GFile              *file,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data);

TlTalkDraft *tl_talk_load_finish (GFile        *file,
                                  GAsyncResult *result,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
