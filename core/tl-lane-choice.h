/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a person wants to see a lane of the timeline: a list of these is an
 * order of lanes. */
typedef struct
{
  guint32 lane;
  guint   is_hidden : 1;
  guint   is_collapsed : 1;
} TlLaneChoice;

G_END_DECLS
