/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-words.h"

#include <glib/gi18n-lib.h>

/**
 * tl_words_get:
 * @words: (nullable): where to look; %NULL for the environment's language
 * @context: what tells this use of @msgid from others
 * @msgid: the sentence in English
 *
 * Returns: (transfer none): the sentence in the language wanted
 */
const char *
tl_words_get (const TlWords *words,
              const char    *context,
              const char    *msgid)
{
  g_return_val_if_fail (context != NULL, msgid);
  g_return_val_if_fail (msgid != NULL, NULL);

  if (words != NULL)
    return words->lookup (context, msgid, words->data);

  return g_dpgettext2 (GETTEXT_PACKAGE, context, msgid);
}
