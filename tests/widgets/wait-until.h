/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gboolean (*TlIsMet) (gpointer data);

void tl_wait_until (TlIsMet is_met,
                    gpointer    data,
                    const char *what);

G_END_DECLS
