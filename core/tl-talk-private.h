/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the making of a talk shares.
 */
#pragma once

#include "tl-talk.h"

G_BEGIN_DECLS

struct _TlTalk
{
  int         n_refs; /* atomic */
  TlTimeline *timeline;
  GArray     *steps;   /* of TlTalkStep */
  GArray     *skipped; /* of TlSkippedStep */
  GPtrArray  *kept;    /* texts and lists of the steps, that are not the timeline's */
  gboolean    is_made;
};

const guint32 *tl_talk_keep_list (TlTalk *self,
                                  GArray *list);

const char *tl_talk_keep_text (TlTalk *self,
                               char   *text);

guint8 *tl_talk_mark_shown (TlTimeline    *timeline,
                            const guint32 *events,
                            guint          n_events) G_GNUC_WARN_UNUSED_RESULT;

/* tl-talk-make.c */

void tl_talk_make (TlTalk        *self,
                   const guint32 *events,
                   guint          n_events,
                   const TlWords *words);

void tl_talk_add_event (TlTalk        *self,
                        guint32        event,
                        const guint32 *events,
                        guint          n_events,
                        const TlWords *words);

G_END_DECLS
