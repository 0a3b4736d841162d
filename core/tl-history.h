/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-viewport.h"

G_BEGIN_DECLS

/**
 * TlHistory:
 *
 * Which events and views somebody has been at, to go back to and forward
 * again. Belongs to one viewport.
 */
typedef struct _TlHistory TlHistory;

TlHistory *tl_history_new (TlViewport *viewport) G_GNUC_WARN_UNUSED_RESULT;

void tl_history_free (TlHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlHistory, tl_history_free)

void tl_history_visit (TlHistory *self);

gboolean tl_history_can_go (TlHistory *self,
                            int        steps);

gboolean tl_history_go (TlHistory *self,
                        int        steps,
                        TlCamera  *camera);

void tl_history_clear (TlHistory *self);

G_END_DECLS
