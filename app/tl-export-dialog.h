/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <adwaita.h>

#include "tl-session.h"
#include "tl-viewport.h"

G_BEGIN_DECLS

#define TL_TYPE_EXPORT_DIALOG (tl_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TlExportDialog, tl_export_dialog, TL, EXPORT_DIALOG, AdwWindow)

TlExportDialog *tl_export_dialog_new (GtkWindow  *parent,
                                      TlViewport *viewport,
                                      GFile      *file,
                                      TlSession  *session) G_GNUC_WARN_UNUSED_RESULT;

void tl_export_dialog_present (TlExportDialog *self);

G_END_DECLS
