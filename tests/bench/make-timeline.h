/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_make_timeline (guint    n_events,
                        guint32  seed,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
