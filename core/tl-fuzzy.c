/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-fuzzy.h"

#include <string.h>

/* How well a text fits what somebody has typed of it. A word that is there as
 * it is comes before letters that are scattered; the beginning of the text
 * before the beginning of a word, and that before its inside; and of texts
 * that fit equally well the shorter one, as more of it was typed.
 */

#define AT_BEGINNING 900
#define AT_WORD      700
#define INSIDE       400
#define SCATTERED    100
#define FIRST_LETTER 15 /* of a word, among those that are scattered */
#define NEXT_LETTER  10 /* right after the one before */
#define MOST_FOR_LENGTH 50

static gboolean
begins_word (const char *text,
             const char *at)
{
  gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';

  return !g_unichar_isalnum (before);
}

static guint
score_whole (const char *text,
             const char *word)
{
  guint best = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    {
      guint points = at == text ? AT_BEGINNING : begins_word (text, at) ? AT_WORD : INSIDE;

      best = MAX (best, points);
    }

  return best;
}

/* Each letter at the next place where it is. */
static guint
score_scattered (const char *text,
                 const char *word)
{
  const char *at = text;
  const char *last = NULL;
  guint points = SCATTERED;

  for (const char *letter = word; *letter != '\0'; letter = g_utf8_next_char (letter))
    {
      gunichar c = g_utf8_get_char (letter);
      const char *found = g_utf8_strchr (at, -1, c);

      if (found == NULL)
        return 0;
      if (last != NULL && found == g_utf8_next_char (last))
        points += NEXT_LETTER;
      else
        points += begins_word (text, found) ? FIRST_LETTER : 0;
      last = found;
      at = g_utf8_next_char (found);
    }

  return MIN (points, INSIDE - 1);
}

/**
 * tl_fuzzy_score:
 * @text: a text, as tl_search_fold() makes it
 * @typed: words with spaces between them, folded, too
 *
 * Returns: how well @text fits @typed, more for better; 0 where a word of
 *   @typed is not there in any way, 1 for nothing typed
 */
guint
tl_fuzzy_score (const char *text,
                const char *typed)
{
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);
  gsize length = strlen (text);
  guint points = 1;

  for (char **word = words; *word != NULL; word++)
    {
      guint fit = **word != '\0' ? score_whole (text, *word) : 1;

      if (fit == 0)
        fit = score_scattered (text, *word);
      if (fit == 0)
        return 0;
      points += fit * 2;
    }

  return points + (guint) (length < MOST_FOR_LENGTH ? MOST_FOR_LENGTH - length : 0) * (points > 1);
}
