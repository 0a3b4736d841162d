/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tl_language_is_rtl (const char *language);

G_END_DECLS
