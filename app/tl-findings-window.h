/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-findings-list.h"

G_BEGIN_DECLS

TlFindingsList *tl_findings_window_present (GtkWindow           *parent,
                                            const TlDiagnostics *diagnostics,
                                            const char          *file_name);

G_END_DECLS
