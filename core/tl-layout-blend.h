/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-layout.h"

G_BEGIN_DECLS

gboolean tl_layout_can_blend (const TlLayout *from,
                              const TlLayout *to);

TlLayout *tl_layout_new_blend (const TlLayout *from,
                               const TlLayout *to,
                               double          scale,
                               double          t) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
