/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-diagnostic.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDINGS_LIST (tl_findings_list_get_type ())

G_DECLARE_FINAL_TYPE (TlFindingsList, tl_findings_list, TL, FINDINGS_LIST, GtkWidget)

GtkWidget *tl_findings_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

void tl_findings_list_set_diagnostics (TlFindingsList      *self,
                                       const TlDiagnostics *diagnostics,
                                       const char          *file_name);

void tl_findings_list_copy_all (TlFindingsList *self);

G_END_DECLS
