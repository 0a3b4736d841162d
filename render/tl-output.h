/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlOutput:
 *
 * A file that is being written. What is there under its name stays as it is
 * until all has been written and is safe on the disk; then it is replaced in
 * one step. Until then all goes to a temporary file beside it. Standard
 * output and devices are written to directly. For one thread at a time.
 */
typedef struct _TlOutput TlOutput;

TlOutput *tl_output_open (const char *name,
                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;

void tl_output_free (TlOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOutput, tl_output_free)

gboolean tl_output_write (TlOutput   *self,
                          const void *data,
                          gsize       length);

gboolean tl_output_close (TlOutput *self,
                          GError  **error);

int tl_output_parse_stream (const char *name);

void tl_output_catch_signals (const char *message);

G_END_DECLS
