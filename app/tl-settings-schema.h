/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *tl_settings_schema_open (void) G_GNUC_WARN_UNUSED_RESULT;

GSettings *tl_settings_schema_open_in (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
