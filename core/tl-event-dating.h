/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

char *tl_event_say_precision (const TlEvent *event,
                              const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

const char *tl_event_say_dated_by (const TlEvent *event,
                                   const TlWords *words);

G_END_DECLS
