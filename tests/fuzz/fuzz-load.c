/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "walk.h"

/* Throws any bytes at the loader. Whatever they are, there is a load, and
 * all of it is sound. The limits are small, so that a small file can reach
 * them.
 */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  static const TlLoadLimits limits = {
    .file_bytes = 100000,
    .entry_bytes = 2000,
    .nesting = 8,
    .text = 100,
    .events = 20,
    .parts = 10,
    .per_item = 5,
  };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, &limits);
  TlWalkCounts counts;

  g_assert_nonnull (load);
  tl_walk_load (load, &counts);

  return 0;
}
