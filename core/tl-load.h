/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-import-json.h"

G_BEGIN_DECLS

TlLoad *tl_load_file (GFile              *file,
                      const TlLoadLimits *limits,
                      TlLoadProgressFunc  progress,
                      gpointer            progress_data,
                      GCancellable       *cancellable,
                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;

TlLoad *tl_load_stream (GInputStream       *stream,
                        const TlLoadLimits *limits,
                        TlLoadProgressFunc  progress,
                        gpointer            progress_data,
                        GCancellable       *cancellable,
                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;

TlLoad *tl_load_bytes (GBytes             *bytes,
                       const TlLoadLimits *limits) G_GNUC_WARN_UNUSED_RESULT;

void tl_load_file_async (GFile              *file,
                         const TlLoadLimits *limits,
                         TlLoadProgressFunc  progress,
                         gpointer            progress_data,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data);

TlLoad *tl_load_file_finish (GFile        *file,
                             GAsyncResult *result,
                             GError      **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_load_is_sound (const TlLoad *load);

char *tl_load_describe_fault (const TlLoad *load) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
