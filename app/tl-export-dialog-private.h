/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 *
 * What the parts of the dialog share.
 */
#pragma once

#include "tl-export-chooser.h"
#include "tl-export-dialog.h"
#include "tl-export-preview.h"

G_BEGIN_DECLS

struct _TlExportDialog
{
  AdwWindow parent_instance;

  TlViewport *viewport;
  TlTimeline *timeline;
  GFile      *file;
  TlSession  *session; /* (nullable) */

  AdwToastOverlay *toasts;
  GtkBox          *body;
  GtkWidget       *options; /* what scrolls them */
  AdwClamp        *clamp;
  TlExportChooser *chooser;
  TlExportPreview *preview;
  GtkLabel        *command;
  GtkWidget       *save_button;
  GtkWidget       *copy_button;
  GtkRevealer     *notice;
  GtkLabel        *notice_label;
  GtkProgressBar  *progress;
  GtkWidget       *cancel_button;

  TlChartRequest request;
  TlExportFormat format;
  GCancellable  *saving; /* (nullable): while a file is written */
  int            permille; /* of it; of both threads */
  guint          progress_source; /* 0: none */
  guint          arranging;       /* a source; 0: none */
  gboolean       is_narrow;
};

/* tl-export-dialog.c */

void tl_export_dialog_update_buttons (TlExportDialog *self);

void tl_export_dialog_tell_saved (TlExportDialog *self,
                                  const char     *path);

/* tl-export-dialog-save.c */

GtkWidget *tl_export_dialog_make_notice (TlExportDialog *self) G_GNUC_WARN_UNUSED_RESULT;

void tl_export_dialog_choose_file (TlExportDialog *self);

G_END_DECLS
