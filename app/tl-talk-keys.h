/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-key-sheet.h"

G_BEGIN_DECLS

const char *tl_talk_keys_find (guint           key,
                               GdkModifierType state,
                               gboolean       *is_of_clicker);

void tl_talk_keys_describe (TlKeySheet *sheet);

G_END_DECLS
