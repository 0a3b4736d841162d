/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <adwaita.h>

#include "tl-bookmarks.h"
#include "tl-session.h"

G_BEGIN_DECLS

#define TL_TYPE_APPLICATION (tl_application_get_type ())

G_DECLARE_FINAL_TYPE (TlApplication, tl_application, TL, APPLICATION, AdwApplication)

TlApplication *tl_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

TlBookmarks *tl_application_get_bookmarks (TlApplication *self,
                                           GFile         *file);

TlSession *tl_application_get_session (TlApplication *self);

void tl_application_open_file (TlApplication *self,
                               GFile         *file,
                               const char    *select_id);

void tl_application_note_opened (TlApplication *self,
                                 GFile         *file);

G_END_DECLS
