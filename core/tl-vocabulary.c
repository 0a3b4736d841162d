/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-vocabulary.h"

#include <string.h>

#define WORDS(...) { (const char *const[]){ __VA_ARGS__, NULL } }

const TlVocabulary tl_status_words =
  WORDS ("confirmed", "reported", "disputed", "denied", "retracted", "opinion");

const TlVocabulary tl_actor_kind_words =
  WORDS ("person", "company", "organisation", "government", "publication", "group", "place", "other");

const TlVocabulary tl_symbol_words =
  WORDS ("deal", "statement", "people", "partnership", "product", "valuation",
         "dot", "square", "diamond", "triangle", "star");

const TlVocabulary tl_source_kind_words =
  WORDS ("filing", "company-statement", "first-hand-report", "news-report", "rewrite", "interview", "blog");

const TlVocabulary tl_url_is_words = WORDS ("original", "copy", "relay");

const TlVocabulary tl_checked_words = WORDS ("seen", "cited");

const TlVocabulary tl_figure_qualifier_words = WORDS ("about", "over", "under", "nearly");

const TlVocabulary tl_link_kind_words = WORDS ("led-to", "answers", "contradicts", "repeats");

const TlVocabulary tl_palette_words =
  WORDS ("blue", "purple", "teal", "orange", "grey", "red",
         "green", "gold", "pink", "brown", "navy", "olive");

/**
 * tl_vocabulary_find:
 * @vocabulary: words to choose from
 * @word: one of them, perhaps
 *
 * Returns: the value that @word stands for, from 1 on, or 0 where it is
 *   none of them
 */
int
tl_vocabulary_find (const TlVocabulary *vocabulary,
                    const char         *word)
{
  for (int i = 0; vocabulary->words[i] != NULL; i++)
    if (strcmp (vocabulary->words[i], word) == 0)
      return i + 1;

  return 0;
}

/**
 * tl_vocabulary_get:
 * @vocabulary: words to choose from
 * @value: a value of its enumeration
 *
 * Returns: (nullable): the word for @value, %NULL for 0
 */
const char *
tl_vocabulary_get (const TlVocabulary *vocabulary,
                   int                 value)
{
  return value > 0 ? vocabulary->words[value - 1] : NULL;
}

/**
 * tl_colour_parse:
 * @text: a name of the palette, or `#rrggbb`
 * @colour: (out): the colour, where @text is one
 *
 * Returns: whether @text is a colour
 */
gboolean
tl_colour_parse (const char *text,
                 TlColour   *colour)
{
  int named = tl_vocabulary_find (&tl_palette_words, text);

  if (named > 0)
    {
      *colour = TL_COLOUR_FROM_PALETTE ((guint32) named - 1);
      return TRUE;
    }

  if (text[0] != '#' || strlen (text) != 7 || strspn (text + 1, "0123456789abcdefABCDEF") != 6)
    return FALSE;

  *colour = TL_COLOUR_FROM_RGB ((guint32) g_ascii_strtoull (text + 1, NULL, 16));

  return TRUE;
}
