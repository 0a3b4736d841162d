/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_address_encode (const char *address) G_GNUC_WARN_UNUSED_RESULT;

char *tl_address_encode_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
