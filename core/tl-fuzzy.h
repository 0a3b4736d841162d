/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint tl_fuzzy_score (const char *text,
                      const char *typed);

G_END_DECLS
