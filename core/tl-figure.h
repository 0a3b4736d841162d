/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-parts.h"
#include "tl-words.h"

G_BEGIN_DECLS

char *tl_figure_to_words (const TlFigure *figure,
                          const char     *unit,
                          const TlWords  *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
