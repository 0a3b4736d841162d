/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tl_cli_window_check (int    argc,
                              char **argv,
                              int   *status);

void tl_cli_window_take_verb (int    argc,
                              char **argv);

G_END_DECLS
