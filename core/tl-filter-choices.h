/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-filter.h"

G_BEGIN_DECLS

/* What a condition may ask for. */
typedef struct
{
  const char *value;
  const char *name; /* (nullable): what one may write instead; not always the only one of that name */
} TlFilterChoice;

GArray *tl_filter_list_choices (TlTimeline *timeline,
                                TlCondition condition) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
