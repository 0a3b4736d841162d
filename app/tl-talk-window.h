/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-talk.h"
#include "tl-viewport.h"

G_BEGIN_DECLS

/**
 * TlTalkOptions:
 * @number: the number of the step to begin with, from 1; 0: the first one
 * @minutes: how long it is meant to take; 0: as the talk says
 * @monitor: (nullable): the name or the number, from 1, of the screen for the
 *   audience
 * @is_windowed: whether it stays a window
 *
 * How a talk is begun.
 */
typedef struct
{
  guint       number;
  double      minutes;
  const char *monitor;
  gboolean    is_windowed;
} TlTalkOptions;

#define TL_TYPE_TALK_WINDOW (tl_talk_window_get_type ())

G_DECLARE_FINAL_TYPE (TlTalkWindow, tl_talk_window, TL, TALK_WINDOW, GtkWindow)

TlTalkWindow *tl_talk_window_new (GtkWindow           *parent,
                                  TlViewport          *viewport,
                                  TlTalk              *talk,
                                  const char          *font,
                                  const TlTalkOptions *options) G_GNUC_WARN_UNUSED_RESULT;

void tl_talk_window_begin (TlTalkWindow *self);

void tl_talk_window_say (TlTalkWindow *self,
                         const char   *words);

void tl_talk_window_replace_talk (TlTalkWindow *self,
                                  TlViewport   *viewport,
                                  TlTalk       *talk);

G_END_DECLS
