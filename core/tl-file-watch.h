/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TL_TYPE_FILE_WATCH (tl_file_watch_get_type ())

G_DECLARE_FINAL_TYPE (TlFileWatch, tl_file_watch, TL, FILE_WATCH, GObject)

TlFileWatch *tl_file_watch_new (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
