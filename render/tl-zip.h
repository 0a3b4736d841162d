/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-output.h"

G_BEGIN_DECLS

/**
 * TlZip:
 *
 * An archive of files that goes out as it is made.
 */
typedef struct _TlZip TlZip;

TlZip *tl_zip_new (TlOutput   *output,
                   const char *time) G_GNUC_WARN_UNUSED_RESULT;

void tl_zip_free (TlZip *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlZip, tl_zip_free)

void tl_zip_store (TlZip      *self,
                   const char *name,
                   const void *data,
                   gsize       length);

void tl_zip_deflate (TlZip      *self,
                     const char *name,
                     const void *data,
                     gsize       length);

gboolean tl_zip_finish (TlZip *self);

G_END_DECLS
