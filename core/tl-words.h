/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlWords:
 * @lookup: returns the translation of @msgid in @context, or @msgid itself
 * @data: passed to @lookup
 *
 * Where sentences are translated from. The interface uses the
 * environment's language (%NULL wherever a TlWords is asked for); charts
 * use the timeline's.
 */
typedef struct
{
  const char *(*lookup) (const char *context,
                         const char *msgid,
                         gpointer    data);
  gpointer data;
} TlWords;

const char *tl_words_get (const TlWords *words,
                          const char    *context,
                          const char    *msgid) G_GNUC_FORMAT (3);

char *tl_words_fill (const TlWords *words,
                     const char    *context,
                     const char    *msgid,
                     ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
