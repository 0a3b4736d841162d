/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-export-choices.h"

G_BEGIN_DECLS

#define TL_TYPE_EXPORT_CHOOSER (tl_export_chooser_get_type ())

G_DECLARE_FINAL_TYPE (TlExportChooser, tl_export_chooser, TL, EXPORT_CHOOSER, GtkWidget)

GtkWidget *tl_export_chooser_new (const TlExportChoices *choices,
                                  TlViewport            *viewport) G_GNUC_WARN_UNUSED_RESULT;

const TlExportChoices *tl_export_chooser_get (TlExportChooser *self);

G_END_DECLS
