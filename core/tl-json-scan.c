/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-json-scan.h"

#include "tl-check.h"
#include "tl-text-pool.h"

#include <jansson.h>
#include <string.h>

/* Jansson keeps no places of values. A finding is rare, so the text of the
 * entry that it is about, which Jansson has accepted, is walked over again
 * for it.
 */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
} Scanner;

static gboolean
ends_word (char c)
{
  return tl_json_is_space (c) || c == ',' || c == ':' || c == ']' || c == '}';
}

static char
peek (Scanner *scanner)
{
  while (scanner->at < scanner->length && tl_json_is_space (scanner->text[scanner->at]))
    scanner->at++;

  return scanner->at < scanner->length ? scanner->text[scanner->at] : '\0';
}

/* Whether the quotation mark at @quote, in a string that begins at @start, is
 * part of the string: an odd number of backslashes stands before it.
 */
static gboolean
is_escaped (const char *start,
            const char *quote)
{
  const char *p = quote;

  while (p > start && p[-1] == '\\')
    p--;

  return (quote - p) % 2 != 0;
}

/* Passes over a string and gives what is between its quotation marks. */
static const char *
take_string (Scanner *scanner,
             gsize   *length)
{
  const char *start = scanner->text + scanner->at + 1;
  const char *end = scanner->text + scanner->length;
  const char *quote = memchr (start, '"', end - start);

  while (quote != NULL && is_escaped (start, quote))
    quote = memchr (quote + 1, '"', end - (quote + 1));

  *length = (quote != NULL ? quote : end) - start;
  scanner->at = MIN (scanner->at + *length + 2, scanner->length);

  return start;
}

/* Passes over a value, however deep, without calling itself. */
static void
skip_value (Scanner *scanner)
{
  guint depth = 0;

  do
    {
      char c = peek (scanner);
      gsize length;

      switch (c)
        {
        case '\0':
          return;
        case '"':
          take_string (scanner, &length);
          break;
        case '{':
        case '[':
          depth++;
          scanner->at++;
          break;
        case '}':
        case ']':
          depth--;
          scanner->at++;
          break;
        case ',':
        case ':':
          scanner->at++;
          break;
        default: /* a number, true, false, null */
          while (scanner->at < scanner->length && !ends_word (scanner->text[scanner->at]))
            scanner->at++;
          break;
        }
    }
  while (depth > 0);
}

/* A key as it is meant, from what is between its quotation marks. */
static char *
read_key (const char *text,
          gsize       length)
{
  json_t *value;
  char *key;

  if (memchr (text, '\\', length) == NULL)
    return g_strndup (text, length);

  value = json_loadb (text - 1, length + 2, JSON_DECODE_ANY, NULL);
  key = g_strdup (json_string_value (value));
  json_decref (value);

  return key != NULL ? key : g_strndup (text, length);
}

static gboolean
is_key (const char *text,
        gsize       length,
        const char *key)
{
  g_autofree char *meant = NULL;

  if (memchr (text, '\\', length) == NULL)
    return strncmp (text, key, length) == 0 && key[length] == '\0';

  meant = read_key (text, length);

  return strcmp (meant, key) == 0;
}

/* Goes to the value of @key in the object that starts here: the last one
 * where there are several, since that is the one that counts.
 */
static gboolean
enter_object (Scanner    *scanner,
              const char *key,
              gsize      *key_at)
{
  gsize found = 0;

  scanner->at++;
  while (peek (scanner) == '"')
    {
      gsize at = scanner->at;
      gsize length;
      const char *text = take_string (scanner, &length);

      if (peek (scanner) == ':')
        scanner->at++;
      peek (scanner);
      if (is_key (text, length, key))
        {
          found = scanner->at;
          *key_at = at;
        }
      skip_value (scanner);
      if (peek (scanner) == ',')
        scanner->at++;
    }

  scanner->at = found;

  return found != 0;
}

static gboolean
enter_array (Scanner *scanner,
             guint    index)
{
  scanner->at++;
  for (guint i = 0; i < index && peek (scanner) != ']'; i++)
    {
      skip_value (scanner);
      if (peek (scanner) == ',')
        scanner->at++;
    }

  return peek (scanner) != ']' && peek (scanner) != '\0';
}

/**
 * tl_json_scan_find:
 * @text: one JSON value, sound
 * @length: its length in bytes
 * @path: (array length=n_steps): the way to a value in it
 * @n_steps: its length; 0 for the whole value
 * @kind: whether to find the value or its key
 *
 * Returns: the offset in bytes of the value at @path, or of the innermost
 *   value around it that is found
 */
gsize
tl_json_scan_find (const char       *text,
                   gsize             length,
                   const TlPathStep *path,
                   guint             n_steps,
                   TlPlaceKind       kind)
{
  Scanner scanner = { text, length, 0 };
  gsize found = 0;

  for (guint i = 0; i < n_steps; i++)
    {
      gsize key_at = 0;
      char c = peek (&scanner);
      gboolean entered = FALSE;

      if (path[i].key != NULL && c == '{')
        entered = enter_object (&scanner, path[i].key, &key_at);
      else if (path[i].key == NULL && c == '[')
        entered = enter_array (&scanner, path[i].index);

      if (!entered)
        return found;

      found = kind == TL_PLACE_KEY && i + 1 == n_steps ? key_at : scanner.at;
    }

  return found;
}

/**
 * tl_json_scan_measure:
 * @text: begins with a JSON value, sound; more may follow
 * @length: its length in bytes
 *
 * Returns: how many bytes the value takes
 */
gsize
tl_json_scan_measure (const char *text,
                      gsize       length)
{
  Scanner scanner = { text, length, 0 };

  skip_value (&scanner);

  return scanner.at;
}

/* Takes @key, the next of an object that has had @keys. */
static void
note_key (GHashTable     *keys,
          char           *key,
          gsize           offset,
          TlDuplicateFunc func,
          gpointer        data)
{
  if (!g_hash_table_contains (keys, key))
    {
      g_hash_table_add (keys, key);
      return;
    }

  func (key, strlen (key), offset, data);
  g_free (key);
}

/**
 * tl_json_scan_duplicates:
 * @text: one JSON value, sound but for keys that occur twice
 * @length: its length in bytes
 * @func: called for each of them
 * @data: passed to @func
 */
void
tl_json_scan_duplicates (const char     *text,
                         gsize           length,
                         TlDuplicateFunc func,
                         gpointer        data)
{
  Scanner scanner = { text, length, 0 };
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  char c;

  while ((c = peek (&scanner)) != '\0')
    {
      if (c == '{' || c == '[')
        {
          g_ptr_array_add (open, g_hash_table_new_full (tl_text_hash_cb, g_str_equal, g_free, NULL));
          scanner.at++;
        }
      else if (c == '}' || c == ']')
        {
          if (open->len > 0)
            g_ptr_array_remove_index (open, open->len - 1);
          scanner.at++;
        }
      else if (c == '"')
        {
          gsize at = scanner.at;
          gsize key_length;
          const char *key = take_string (&scanner, &key_length);

          if (peek (&scanner) == ':' && open->len > 0)
            note_key (open->pdata[open->len - 1], read_key (key, key_length), at, func, data);
        }
      else
        scanner.at++;
    }
}

/**
 * tl_path_to_string:
 * @path: (array length=n_steps): a way into a document
 * @n_steps: its length
 *
 * Returns: (transfer full): the way as one writes it: `events[3].claims[0].text`,
 *   with keys as a message may show them
 */
char *
tl_path_to_string (const TlPathStep *path,
                   guint             n_steps)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < n_steps; i++)
    {
      if (path[i].key == NULL)
        {
          g_string_append_printf (string, "[%u]", path[i].index);
          continue;
        }

      g_autofree char *shown = tl_text_shorten (path[i].key, strlen (path[i].key));

      g_string_append_printf (string, "%s%s", i > 0 ? "." : "", shown);
    }

  return g_string_free (string, FALSE);
}
