/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-load.h"

G_BEGIN_DECLS

/**
 * TlWalkCounts:
 *
 * How much of each kind a walk has met.
 */
typedef struct
{
  guint lanes;
  guint actors;
  guint categories;
  guint eras;
  guint sources;
  guint events;
  guint steps;
  guint claims;
  guint figures;
  guint citations;
  guint differences;
  guint sides;
  guint links;
  guint media;
  guint indices;
  guint texts;
} TlWalkCounts;

void tl_walk_load (const TlLoad *load,
                   TlWalkCounts *counts);

G_END_DECLS
