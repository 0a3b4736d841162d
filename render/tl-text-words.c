/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-text-shape-private.h"

#include <string.h>

/* Marks that give what follows a direction. */
#define ARABIC_LETTER_MARK 0x61c
#define LEFT_TO_RIGHT_MARK 0x200e
#define RIGHT_TO_LEFT_MARK 0x200f

/* So many signs are in an address, or in a part of one. */
#define ADDRESS_SIGNS 3

/* Whether @c is in a block that is set aside for scripts that run from right
 * to left, see https://www.unicode.org/Public/UCD/latest/ucd/extracted/DerivedBidiClass.txt. */
static gboolean
is_in_rtl_block (gunichar c)
{
  return (c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xfe00) || (c >= 0xfe70 && c < 0xff00)
         || (c >= 0x10800 && c < 0x11000) || (c >= 0x1e800 && c < 0x1f000);
}

/**
 * tl_text_runs_from_right:
 * @text: a text, UTF-8
 *
 * Returns: whether the first of its characters that has a direction runs from
 *   right to left
 */
gboolean
tl_text_runs_from_right (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == LEFT_TO_RIGHT_MARK)
        return FALSE;
      if (c == RIGHT_TO_LEFT_MARK || c == ARABIC_LETTER_MARK)
        return TRUE;
      if (g_unichar_isalpha (c))
        return is_in_rtl_block (c);
    }

  return FALSE;
}

/* Whether @c may make a part of a text run from right to left. */
static gboolean
turns_text (gunichar c)
{
  return is_in_rtl_block (c) || c == RIGHT_TO_LEFT_MARK || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * tl_text_is_left_to_right:
 * @text: characters, UTF-8
 * @length: their number in bytes
 *
 * Returns: whether all of it runs from left to right, so that the shapes of
 *   its words make that of the text
 */
gboolean
tl_text_is_left_to_right (const char *text,
                          gsize       length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0xd6 && turns_text (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* Whether fonts leave @c alone whatever is on the other side of a space: they
 * may move or change signs between letters or figures. */
static gboolean
stands_alone (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum (c) || strchr (",.;:'\"!?%$ ", (int) c) != NULL;

  return !g_unichar_ismark (c) && (c < 0x2000 || c >= 0x2c00);
}

/**
 * tl_text_find_word_end:
 * @text: characters, UTF-8
 * @length: their number in bytes, not 0
 *
 * Returns: where the word that they begin with ends, in bytes; a space is a
 *   word of its own, and signs stay with the words beside them
 */
gsize
tl_text_find_word_end (const char *text,
                       gsize       length)
{
  const char *end = text + length;
  const char *next;

  for (const char *p = text; (next = g_utf8_next_char (p)) < end; p = next)
    {
      const char *after = *next == ' ' && next + 1 < end ? next + 1 : next;

      if ((*p == ' ' || *next == ' ') && stands_alone (g_utf8_get_char (p)) && stands_alone (g_utf8_get_char (after)))
        return (gsize) (next - text);
    }

  return length;
}

/**
 * tl_text_find_part_end:
 * @word: a word, UTF-8
 * @length: its length in bytes, not 0
 *
 * Addresses are long and no two are the same, but what is between their signs
 * comes again. Nobody looks at how the signs are kerned. A word with many
 * signs is an address, or a part of one.
 *
 * Returns: where the part that @word begins with ends, in bytes
 */
gsize
tl_text_find_part_end (const char *word,
                       gsize       length)
{
  gsize first = 0;
  guint n_signs = 0;

  for (gsize i = 0; i + 1 < length; i++)
    if (strchr ("/-_.?=&", word[i]) != NULL && g_ascii_isalnum (word[i + 1]))
      {
        first = first > 0 ? first : i + 1;
        n_signs += word[i] == '/' ? ADDRESS_SIGNS : 1;
        if (n_signs >= ADDRESS_SIGNS)
          return first;
      }

  return length;
}
