/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

#include "tl-text-pango.h"

G_BEGIN_DECLS

/* What is going to be printed, once it is there. */
typedef struct
{
  GPtrArray   *pages; /* (element-type TlScene) */
  TlTextPango *text;
} TlPrintPages;

typedef TlPrintPages (*TlPrintPagesFunc) (gpointer data);

GtkWindow *tl_print_preview_new (GtkPrintOperationPreview *preview,
                                 GtkPrintContext          *context,
                                 GtkWindow                *parent,
                                 TlPrintPagesFunc          get_pages,
                                 gpointer                  data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
