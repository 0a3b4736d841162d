/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-check.h"

#include <gio/gio.h>
#include <string.h>

/* How much of a text a message quotes, in characters. */
#define QUOTED_AT_MOST 40

/* The longest language tag, in bytes; real ones have some ten. */
#define LANGUAGE_AT_MOST 255

/* Words longer than this are not compared: nobody misspells them so. */
#define COMPARED_AT_MOST 64

/* Embeddings, overrides and isolates: with them a text can be made to read
 * differently from what it says (Unicode Technical Report 36, 2.3).
 */
static gboolean
is_direction_character (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_control_character (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || (c >= 0x7f && c <= 0x9f);
}

/* Whether all eight bytes are between space and tilde: one look at eight
 * bytes, since nearly all text is that. Borrow-free tests of bytes as in
 * Warren, Hacker's Delight, chapter 6.
 */
static gboolean
are_plain (const char *text)
{
  const guint64 high = G_GUINT64_CONSTANT (0x8080808080808080);
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 eight;

  memcpy (&eight, text, sizeof eight);

  /* Neither a byte above 127, nor one below 32, nor 127 itself. */
  return ((eight | (eight - ones * 0x20) | (eight + ones)) & high) == 0;
}

/**
 * tl_text_check:
 * @text: UTF-8
 * @length: its length in bytes
 *
 * Returns: what is wrong with @text as text for people to read
 */
TlTextFault
tl_text_check (const char *text,
               gsize       length)
{
  const char *end = text + length;
  gboolean blank = TRUE;

  for (const char *p = text; p < end;)
    {
      gunichar c;

      if (!blank && end - p >= 8 && are_plain (p))
        {
          p += 8;
          continue;
        }

      c = g_utf8_get_char (p);
      if (is_control_character (c))
        return TL_TEXT_CONTROL;
      if (is_direction_character (c))
        return TL_TEXT_DIRECTION;
      if (blank && !g_unichar_isspace (c))
        blank = FALSE;
      p = g_utf8_next_char (p);
    }

  return blank ? TL_TEXT_BLANK : TL_TEXT_SOUND;
}

/**
 * tl_text_replace_faults:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text with U+FFFD for each character that it
 *   may not have
 */
char *
tl_text_replace_faults (const char *text)
{
  GString *sound = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (sound, is_control_character (c) || is_direction_character (c) ? 0xfffd : c);
    }

  return g_string_free (sound, FALSE);
}

/* Whether @c would be invisible, or change what stands around it. */
static gboolean
is_disturbing (gunichar c)
{
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      return TRUE;

    default:
      return FALSE;
    }
}

/**
 * tl_text_shorten:
 * @text: any bytes
 * @length: their number
 *
 * Returns: (transfer full): @text as a message may show it: on one line,
 *   without characters that upset the line, cut when long
 */
char *
tl_text_shorten (const char *text,
                 gsize       length)
{
  g_autofree char *valid = g_utf8_make_valid (text, MIN (length, QUOTED_AT_MOST * 6));
  GString *shown = g_string_new (NULL);
  guint n = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (++n >= QUOTED_AT_MOST && *g_utf8_next_char (p) != '\0')
        {
          g_string_append (shown, "…");
          break;
        }
      g_string_append_unichar (shown, is_disturbing (c) ? 0xfffd : c);
    }

  return g_string_free (shown, FALSE);
}

/**
 * tl_text_quote:
 * @text: any bytes, ended by NUL
 *
 * Returns: (transfer full): @text as tl_text_shorten() makes it, in
 *   quotation marks
 */
char *
tl_text_quote (const char *text)
{
  g_autofree char *shown = tl_text_shorten (text, strlen (text));

  return g_strdup_printf ("“%s”", shown);
}

/**
 * tl_address_is_web:
 * @address: an address
 *
 * Returns: whether it is a whole address of the World Wide Web, with scheme
 *   http or https and a host
 */
gboolean
tl_address_is_web (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  const char *host;

  if (uri == NULL || strpbrk (address, " \t\n\r\"<>\\") != NULL)
    return FALSE;

  host = g_uri_get_host (uri);

  return (strcmp (g_uri_get_scheme (uri), "http") == 0 || strcmp (g_uri_get_scheme (uri), "https") == 0)
         && host != NULL && host[0] != '\0';
}

/**
 * tl_path_is_below:
 * @path: a path as a file gives it, with slashes
 *
 * Returns: whether it is relative and stays below where it starts
 */
gboolean
tl_path_is_below (const char *path)
{
  g_auto (GStrv) parts = NULL;

  if (path[0] == '/' || strchr (path, '\\') != NULL || g_uri_peek_scheme (path) != NULL)
    return FALSE;

  parts = g_strsplit (path, "/", -1);

  return !g_strv_contains ((const char *const *) parts, "..");
}

/**
 * tl_language_is_tag:
 * @language: a language tag, perhaps
 *
 * Returns: whether it has the shape of one (RFC 5646): subtags of one to
 *   eight letters and digits, the first of two to eight letters; and is not
 *   absurdly long
 */
gboolean
tl_language_is_tag (const char *language)
{
  /* A regular expression takes memory for every repetition. */
  return strlen (language) <= LANGUAGE_AT_MOST
         && g_regex_match_simple ("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", language, G_REGEX_DOLLAR_ENDONLY, 0);
}

/* One row of the table of distances between the beginnings of two words. */
typedef guint8 Row[COMPARED_AT_MOST + 1];

/**
 * tl_word_distance:
 * @a: a word
 * @b: another
 * @at_most: where to stop caring, less than 255
 *
 * The number of slips between two words: a byte left out, put in, changed,
 * or swapped with its neighbour (optimal string alignment; F. J. Damerau,
 * A technique for computer detection and correction of spelling errors,
 * Communications of the ACM 7, 1964).
 *
 * Returns: the distance, or @at_most + 1 where it is larger
 */
guint
tl_word_distance (const char *a,
                  const char *b,
                  guint       at_most)
{
  gsize length_a = strlen (a);
  gsize length_b = strlen (b);
  Row rows[3];
  guint8 *before = rows[0];
  guint8 *above = rows[1];
  guint8 *row = rows[2];

  if (length_a > COMPARED_AT_MOST || length_b > COMPARED_AT_MOST
      || MAX (length_a, length_b) - MIN (length_a, length_b) > at_most)
    return at_most + 1;

  for (gsize k = 0; k <= length_b; k++)
    above[k] = k;

  for (gsize i = 1; i <= length_a; i++)
    {
      guint8 *next = before;

      row[0] = i;
      for (gsize k = 1; k <= length_b; k++)
        {
          guint8 best = above[k - 1] + (a[i - 1] != b[k - 1]);

          best = MIN (best, MIN (above[k], row[k - 1]) + 1);
          if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
            best = MIN (best, before[k - 2] + 1);
          row[k] = best;
        }
      before = above;
      above = row;
      row = next;
    }

  return MIN (above[length_b], at_most + 1);
}

/**
 * tl_slips_in:
 * @word: what was written
 *
 * Returns: how many slips in @word still let one tell what was meant: none
 *   in one or two letters, one in a few more, then two
 */
guint
tl_slips_in (const char *word)
{
  gsize length = strlen (word);

  if (length <= 2)
    return 0;

  return length <= 4 ? 1 : 2;
}

/**
 * tl_suggest:
 * @candidates: (array zero-terminated=1): what is known
 * @word: what was written
 *
 * Returns: (transfer none) (nullable): the candidate that @word is a slip or
 *   two away from, where there is one
 */
const char *
tl_suggest (const char *const *candidates,
            const char        *word)
{
  guint best = tl_slips_in (word) + 1;
  const char *nearest = NULL;

  for (; *candidates != NULL; candidates++)
    {
      guint distance = tl_word_distance (*candidates, word, best - 1);

      if (distance < best)
        {
          best = distance;
          nearest = *candidates;
        }
    }

  return nearest;
}
