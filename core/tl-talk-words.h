/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-axis.h"
#include "tl-talk.h"

G_BEGIN_DECLS

char *tl_talk_step_dup_date (TlTimeline       *timeline,
                             const TlTalkStep *step,
                             const TlAxis     *axis,
                             const TlWords    *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
