/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-axis.h"
#include "tl-words.h"

G_BEGIN_DECLS

char *tl_axis_say_range (const TlAxis  *self,
                         double         from,
                         double         to,
                         const TlWords *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
