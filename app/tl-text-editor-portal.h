/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tl_text_editor_portal_is_needed (void);

gboolean tl_text_editor_portal_open (const char *path,
                                     GError    **error);

G_END_DECLS
