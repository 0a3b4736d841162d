/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlWriteProgress:
 * @tell: (nullable): called now and then with how much of a file has been
 *   written, from 0 to 1
 * @data: passed to @tell
 * @cancellable: (nullable): makes an end of it before it is whole
 */
typedef struct
{
  void (*tell) (double   fraction,
                gpointer data);
  gpointer      data;
  GCancellable *cancellable;
} TlWriteProgress;

/* Returns whether to go on. */
static inline gboolean
tl_write_progress_tell (const TlWriteProgress *progress,
                        double                 fraction)
{
  if (progress == NULL)
    return TRUE;
  if (progress->tell != NULL)
    progress->tell (fraction, progress->data);

  return !g_cancellable_is_cancelled (progress->cancellable);
}

G_END_DECLS
