/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlLaneChoice:
 * @lane: index of a lane of the timeline
 * @is_hidden: whether the lane is left out, with its events
 * @is_collapsed: whether the lane is drawn as one thin row
 *
 * How one lane is shown. A list of them also tells the order of the lanes.
 */
typedef struct
{
  guint32 lane;
  guint   is_hidden : 1;
  guint   is_collapsed : 1;
} TlLaneChoice;

G_END_DECLS
