/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-words.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

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

/**
 * tl_words_fill:
 * @words: (nullable): where to look for the sentence
 * @context: what tells this use of @msgid from others
 * @msgid: a sentence in English with %1$s, %2$s and so on in it
 * @...: the texts to put there, %NULL at the end
 *
 * Translates a sentence and fills it in. It is not for printf to do: a
 * mistake in a translation must not be able to crash, only to read badly.
 * %s counts on from the one before, %% is a percent sign, and a place with
 * no text stays empty.
 *
 * Returns: (transfer full): the sentence
 */
char *
tl_words_fill (const TlWords *words,
               const char    *context,
               const char    *msgid,
               ...)
{
  const char *texts[9];
  gsize n_texts = 0;
  gsize next = 0;
  const char *at = tl_words_get (words, context, msgid);
  GString *filled = g_string_new (NULL);
  va_list args;

  va_start (args, msgid);
  for (const char *text; (text = va_arg (args, const char *)) != NULL;)
    if (n_texts < G_N_ELEMENTS (texts))
      texts[n_texts++] = text;
  va_end (args);

  for (; *at != '\0'; at++)
    {
      if (at[0] == '%' && at[1] == 's')
        {
          at += 1;
        }
      else if (at[0] == '%' && at[1] >= '1' && at[1] <= '9' && at[2] == '$' && at[3] == 's')
        {
          next = (gsize) (at[1] - '1');
          at += 3;
        }
      else
        {
          at += at[0] == '%' && at[1] == '%';
          g_string_append_c (filled, *at);
          continue;
        }

      if (next < n_texts)
        g_string_append (filled, texts[next]);
      next++;
    }

  return g_string_free (filled, FALSE);
}
