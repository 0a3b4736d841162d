/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int tl_cli_thumbnail (int    argc,
                      char **argv);

G_END_DECLS
