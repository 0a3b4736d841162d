/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tl_cli_handles (int    argc,
                         char **argv);

int tl_cli_run (int    argc,
                char **argv);

G_END_DECLS
