/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_WINDOW_OPTION_SELECT "select"
#define TL_WINDOW_OPTION_EXIT   "exit-after-startup"

#define TL_N_WINDOW_OPTIONS 4 /* with what ends the list */

void tl_window_options_fill (GOptionEntry entries[TL_N_WINDOW_OPTIONS],
                             char       **select,
                             gboolean    *exits,
                             char      ***files);

G_END_DECLS
