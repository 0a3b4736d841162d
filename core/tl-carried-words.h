/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-source-index.h"

G_BEGIN_DECLS

char *tl_carried_dup_words (TlTimeline      *timeline,
                            const TlCarried *carried,
                            const TlWords   *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
