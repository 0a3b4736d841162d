/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-load.h"

G_BEGIN_DECLS

TlLoad *tl_cli_load (const char        *name,
                     TlLoadProgressFunc progress,
                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;

TlLoad *tl_cli_load_story (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_cli_check_output (const char *name,
                              const char *output,
                              GError    **error);

char *tl_cli_name_file (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
