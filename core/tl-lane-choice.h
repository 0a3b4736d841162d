/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How one lane is shown; its place in a list of these is its place in the
 * drawing. */
typedef struct
{
  guint32 lane; /* of the timeline */
  guint   is_hidden : 1;
  guint   is_collapsed : 1; /* one low row */
} TlLaneChoice;

G_END_DECLS
