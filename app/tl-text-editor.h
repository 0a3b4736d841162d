/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TL_TEXT_EDITOR_ERROR (tl_text_editor_error_quark ())

GQuark tl_text_editor_error_quark (void);

typedef enum
{
  TL_TEXT_EDITOR_ERROR_BUNDLED, /* the file is a part of the program */
  TL_TEXT_EDITOR_ERROR_NONE,    /* there is no editor */
} TlTextEditorError;

char **tl_text_editor_make_command (const char *executable,
                                    const char *path,
                                    guint       line) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_text_editor_open (GFile             *file,
                              guint              line,
                              GAppLaunchContext *context,
                              GError           **error);

G_END_DECLS
