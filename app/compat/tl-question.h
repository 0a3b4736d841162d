/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What may be answered. */
typedef struct
{
  const char *id;
  const char *label; /* with a mnemonic */
  gboolean    is_suggested;
} TlAnswer;

void tl_question_ask (GtkWindow          *parent,
                      const char         *heading,
                      const char         *body,
                      const TlAnswer     *answers,
                      gsize               n_answers,
                      GAsyncReadyCallback callback,
                      gpointer            user_data);

char *tl_question_ask_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
