/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-json-scan.h"

#include "tl-check.h"

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

static char
peek (Scanner *scanner)
{
  while (scanner->at < scanner->length && strchr (" \t\r\n", scanner->text[scanner->at]) != NULL)
    scanner->at++;

  return scanner->at < scanner->length ? scanner->text[scanner->at] : '\0';
}

/* Passes over a string and gives what is between its quotation marks. */
static const char *
take_string (Scanner *scanner,
             gsize   *length)
{
  const char *start = scanner->text + ++scanner->at;

  while (scanner->at < scanner->length && scanner->text[scanner->at] != '"')
    scanner->at += scanner->text[scanner->at] == '\\' ? 2 : 1;
  *length = scanner->text + scanner->at - start;
  scanner->at++;

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

      if (c == '\0')
        return;
      else if (c == '"')
        take_string (scanner, &length);
      else if (strchr ("{[", c) != NULL)
        {
          depth++;
          scanner->at++;
        }
      else if (strchr ("}]", c) != NULL)
        {
          depth--;
          scanner->at++;
        }
      else if (strchr (",:", c) != NULL)
        scanner->at++;
      else
        while (scanner->at < scanner->length && strchr (" \t\r\n,:]}", scanner->text[scanner->at]) == NULL)
          scanner->at++;
    }
  while (depth > 0);
}

/* Goes to the value of @key in the object that starts here: the last one
 * where there are several, since that is the one that counts.
 */
static gboolean
enter_object (Scanner    *scanner,
              const char *key,
              gsize      *key_at)
{
  gsize wanted = strlen (key);
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
      if (length == wanted && memcmp (text, key, length) == 0)
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
          g_ptr_array_add (open, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
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

          if (peek (&scanner) == ':' && open->len > 0
              && !g_hash_table_add (open->pdata[open->len - 1], g_strndup (key, key_length)))
            func (key, key_length, at, data);
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
