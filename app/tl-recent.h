/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void tl_recent_add (GFile *file);

GMenuModel *tl_recent_get_menu (void);

G_END_DECLS
