/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-geometry.h"

G_BEGIN_DECLS

/**
 * TlPacker:
 *
 * Finds room for the boxes of one lane, so that none comes nearer to another
 * than a gap. Boxes come in rounds, the important ones first; within a round
 * they come from left to right. That order makes packing n boxes cost
 * n log n, however long the lane is.
 */
typedef struct _TlPacker TlPacker;

TlPacker *tl_packer_new (double height,
                         double gap,
                         double reach) G_GNUC_WARN_UNUSED_RESULT;

void tl_packer_free (TlPacker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPacker, tl_packer_free)

void tl_packer_begin_round (TlPacker *self);

gboolean tl_packer_find (TlPacker *self,
                         double    anchor,
                         TlRect   *box);

void tl_packer_add (TlPacker     *self,
                    const TlRect *box);

double tl_packer_get_bottom (const TlPacker *self);

G_END_DECLS
