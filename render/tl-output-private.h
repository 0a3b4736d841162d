/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-output.h"

#include <signal.h>

G_BEGIN_DECLS

/* How many temporary files there may be at a time. */
#define TL_OUTPUT_GUARDS 8

/* Signals are held back between these two, so that a temporary file and what
 * is known of it change together.
 */

void tl_output_hold_signals (sigset_t *before);

void tl_output_release_signals (const sigset_t *before);

int tl_output_guard (const char *path);

void tl_output_unguard (int guard);

char *tl_output_resolve (const char *name,
                         GError    **error);

void tl_output_set_error (GError    **error,
                          const char *name,
                          int         code);

G_END_DECLS
