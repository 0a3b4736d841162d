/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tl_preferences_frame_present (GtkWindow          *parent,
                                   AdwPreferencesPage *page);

G_END_DECLS
