/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tl_cli_progress_begin (gboolean is_quiet);

void tl_cli_progress_set_task (const char *task);

void tl_cli_progress_tell (double fraction);

void tl_cli_progress_end (void);

G_END_DECLS
