/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlWriteProgress:
 * @tell: called now and then with how much of a file has been written, from
 *   0 to 1
 * @data: passed to @tell
 */
typedef struct
{
  void (*tell) (double   fraction,
                gpointer data);
  gpointer data;
} TlWriteProgress;

static inline void
tl_write_progress_tell (const TlWriteProgress *progress,
                        double                 fraction)
{
  if (progress != NULL)
    progress->tell (fraction, progress->data);
}

G_END_DECLS
