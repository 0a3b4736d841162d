/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlFileStamp:
 *
 * What a file looked like at a moment, to tell later whether it has changed.
 * Of files that are not very large it knows the content, so that a file
 * that was only touched, or saved as it was, counts as the same.
 */
typedef struct _TlFileStamp TlFileStamp;

TlFileStamp *tl_file_stamp_new (GFile        *file,
                                GCancellable *cancellable,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;

void tl_file_stamp_free (TlFileStamp *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFileStamp, tl_file_stamp_free)

void tl_file_stamp_new_async (GFile              *file,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);

TlFileStamp *tl_file_stamp_new_finish (GFile        *file,
                                       GAsyncResult *result,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_file_stamp_is_of_file (const TlFileStamp *self);

gboolean tl_file_stamp_equal (const TlFileStamp *a,
                              const TlFileStamp *b);

G_END_DECLS
