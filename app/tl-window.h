/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <adwaita.h>

#include "tl-talk-window.h"

G_BEGIN_DECLS

#define TL_TYPE_WINDOW (tl_window_get_type ())

G_DECLARE_FINAL_TYPE (TlWindow, tl_window, TL, WINDOW, AdwApplicationWindow)

TlWindow *tl_window_new (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;

void tl_window_open (TlWindow   *self,
                     GFile      *file,
                     const char *select_id);

void tl_window_present_when_loaded (TlWindow            *self,
                                    const TlTalkOptions *options);

GFile *tl_window_get_file (TlWindow *self);

G_END_DECLS
