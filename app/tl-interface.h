/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-settings.h"

G_BEGIN_DECLS

/**
 * TlInterface:
 *
 * Brings what people prefer into all windows of the program: colours, text
 * size and motion.
 */
typedef struct _TlInterface TlInterface;

TlInterface *tl_interface_new (TlSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

void tl_interface_free (TlInterface *self);

G_END_DECLS
