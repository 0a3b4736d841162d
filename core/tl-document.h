/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gio/gio.h>

#include "tl-load.h"

G_BEGIN_DECLS

#define TL_DOCUMENT_ERROR (tl_document_error_quark ())

GQuark tl_document_error_quark (void);

typedef enum
{
  TL_DOCUMENT_ERROR_BROKEN, /* read, but no longer a timeline */
} TlDocumentError;

#define TL_TYPE_DOCUMENT (tl_document_get_type ())

G_DECLARE_FINAL_TYPE (TlDocument, tl_document, TL, DOCUMENT, GObject)

TlDocument *tl_document_new (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

GFile *tl_document_get_file (TlDocument *self);

char *tl_document_dup_name (TlDocument *self) G_GNUC_WARN_UNUSED_RESULT;

/* Loading. */

void tl_document_load (TlDocument *self);

void tl_document_cancel (TlDocument *self);

gboolean tl_document_is_loading (TlDocument *self);

double tl_document_get_progress (TlDocument *self);

/* What there is to show. */

TlTimeline *tl_document_get_timeline (TlDocument *self);

const TlDiagnostics *tl_document_get_diagnostics (TlDocument *self);

guint tl_document_get_n_left_out (TlDocument *self);

/* Why what is in the file now is not shown. */

const GError *tl_document_get_failure (TlDocument *self);

const TlDiagnostics *tl_document_get_failure_diagnostics (TlDocument *self);

gboolean tl_document_is_stale (TlDocument *self);

G_END_DECLS
