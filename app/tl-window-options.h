/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_WINDOW_OPTION_SELECT "select"

void tl_window_options_fill (GOptionEntry entries[3],
                             char       **select,
                             char      ***files);

G_END_DECLS
