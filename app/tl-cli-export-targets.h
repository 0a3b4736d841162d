/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-cli-export-options.h"

G_BEGIN_DECLS

gboolean tl_cli_export_settle_targets (TlCliExportOptions *self,
                                       const char         *format_words,
                                       GError            **error);

G_END_DECLS
