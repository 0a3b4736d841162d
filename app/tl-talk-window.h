/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-talk.h"
#include "tl-viewport.h"

G_BEGIN_DECLS

#define TL_TYPE_TALK_WINDOW (tl_talk_window_get_type ())

G_DECLARE_FINAL_TYPE (TlTalkWindow, tl_talk_window, TL, TALK_WINDOW, GtkWindow)

GtkWindow *tl_talk_window_new (GtkWindow  *parent,
                               TlViewport *viewport,
                               TlTalk     *talk,
                               const char *font) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
