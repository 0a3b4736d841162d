/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-date.h"

G_BEGIN_DECLS

TlPrecision tl_edtf_choose_precision (double seconds);

char *tl_edtf_from_instant (TlInstant   instant,
                            TlPrecision precision) G_GNUC_WARN_UNUSED_RESULT;

char *tl_edtf_from_instants (TlInstant from,
                             TlInstant to,
                             guint     parts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
