/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

/* What keeps a step of the file out of a talk. */
typedef enum
{
  TL_SKIPPED_NO_EVENT, /* of those that it names, none is there */
  TL_SKIPPED_EMPTY,    /* no event lies in its stretch of time */
} TlSkippedReason;

typedef struct
{
  guint32         step; /* of the timeline */
  TlSkippedReason reason;
} TlSkippedStep;

/**
 * TlTalkStep:
 * @id: (nullable): its id
 * @title: what it is headed
 * @text: (nullable): one or two sentences
 * @notes: (nullable): for the speaker
 * @events: (array length=n_events): those in view, in the timeline's order;
 *   none where the whole timeline is
 * @highlighted: (array length=n_highlighted): those that stand out, in the
 *   timeline's order; where there are none, all do
 * @figures: (array length=n_figures): indices of the timeline's figures
 * @window: the stretch of time in view, where there is one
 * @is_hidden: whether it is kept in reserve: going on passes it by
 * @step: the timeline's step that it comes from, %TL_NONE for one that has
 *   been made
 *
 * A view of the timeline, and what is said of it.
 */
typedef struct
{
  const char    *id;
  const char    *title;
  const char    *text;
  const char    *notes;
  const guint32 *events;
  guint          n_events;
  const guint32 *highlighted;
  guint          n_highlighted;
  const guint32 *figures;
  guint          n_figures;
  TlDate         window;
  gboolean       has_window;
  gboolean       is_hidden;
  guint32        step;
} TlTalkStep;

/**
 * TlTalk:
 *
 * A path through a timeline: the talk that its file has, or where there is
 * none, one that is made of its most important events. Immutable; may be
 * shared between threads.
 */
typedef struct _TlTalk TlTalk;

TlTalk *tl_talk_new (TlTimeline    *timeline,
                     const guint32 *events,
                     guint          n_events,
                     const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

TlTalk *tl_talk_new_for_event (TlTimeline    *timeline,
                               guint32        event,
                               const guint32 *events,
                               guint          n_events,
                               const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

TlTalk *tl_talk_ref (TlTalk *self);

void tl_talk_unref (TlTalk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTalk, tl_talk_unref)

const TlTalkStep *tl_talk_get_steps (const TlTalk *self,
                                     guint        *n_steps);

const TlSkippedStep *tl_talk_get_skipped (const TlTalk *self,
                                          guint        *n_skipped);

gboolean tl_talk_is_made (const TlTalk *self);

guint tl_talk_count_told (const TlTalk *self,
                          guint         end);

double tl_talk_get_minutes (const TlTalk *self);

const guint32 *tl_talk_step_get_subjects (const TlTalkStep *step,
                                          guint            *n_subjects);

GArray *tl_talk_step_get_citations (TlTimeline       *timeline,
                                    const TlTalkStep *step) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
