/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-date.h"
#include "tl-words.h"

G_BEGIN_DECLS

char *tl_date_from_typed (const char    *typed,
                          const TlWords *words,
                          TlDate        *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
