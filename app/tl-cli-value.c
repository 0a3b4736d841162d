/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-cli-value.h"

#include "tl-check.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * tl_cli_value_choose:
 * @option: its name, with hyphens
 * @value: what was given
 * @words: (array zero-terminated=1): what there is to choose from
 * @choice: (out): the index of what was chosen
 * @error: set where @value is none of @words
 *
 * Returns: whether @value is one of @words
 */
gboolean
tl_cli_value_choose (const char        *option,
                     const char        *value,
                     const char *const *words,
                     int               *choice,
                     GError           **error)
{
  g_autofree char *quoted = NULL;
  g_autofree char *list = NULL;
  const char *nearest;

  for (int i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], value) == 0)
      {
        *choice = i;
        return TRUE;
      }

  quoted = tl_text_quote (value);
  list = g_strjoinv (", ", (char **) words);
  nearest = tl_suggest (words, value);
  if (nearest != NULL)
    /* Translators: an option, what was given, what there is, what was probably meant. */
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s: %s is none of %s; did you mean “%s”?"),
                 option, quoted, list, nearest);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s: %s is none of %s"), option, quoted, list);

  return FALSE;
}

/**
 * tl_cli_value_to_number:
 * @option: its name, with hyphens
 * @value: what was given; its decimal point is a point in any locale
 * @least: the smallest number that makes sense
 * @most: the largest
 * @number: (out): the number
 * @error: set where @value is no such number
 *
 * Returns: whether @value is a number from @least to @most
 */
gboolean
tl_cli_value_to_number (const char *option,
                        const char *value,
                        double      least,
                        double      most,
                        double     *number,
                        GError    **error)
{
  char least_text[G_ASCII_DTOSTR_BUF_SIZE];
  char most_text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *quoted = NULL;
  char *end;

  if (value[0] != '\0' && strspn (value, "0123456789.") == strlen (value))
    {
      *number = g_ascii_strtod (value, &end);
      if (*end == '\0' && *number >= least && *number <= most)
        return TRUE;
    }

  quoted = tl_text_quote (value);
  g_ascii_formatd (least_text, sizeof least_text, "%g", least);
  g_ascii_formatd (most_text, sizeof most_text, "%g", most);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s: %s is no number from %s to %s"),
               option, quoted, least_text, most_text);

  return FALSE;
}

/**
 * tl_cli_value_to_text:
 * @option: its name, with hyphens
 * @value: (inout) (nullable): the bytes that were given
 * @error: set where they are no text
 *
 * Arguments are UTF-8 in any locale where they can be; only others are taken
 * for the locale's own encoding.
 *
 * Returns: whether @value is UTF-8 now
 */
gboolean
tl_cli_value_to_text (const char *option,
                      char      **value,
                      GError    **error)
{
  char *text;

  if (*value == NULL || g_utf8_validate (*value, -1, NULL))
    return TRUE;

  text = g_locale_to_utf8 (*value, -1, NULL, NULL, NULL);
  if (text == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s: this is not UTF-8"), option);
      return FALSE;
    }
  g_free (*value);
  *value = text;

  return TRUE;
}

/**
 * tl_cli_suggest_option:
 * @entries: the options that there are, with a name for each
 * @argv: (array zero-terminated=1): a command line with one that there is not
 *
 * Returns: (transfer none) (nullable): the long name that was probably meant
 */
const char *
tl_cli_suggest_option (const GOptionEntry *entries,
                       char              **argv)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *const *known;

  for (; entries->long_name != NULL; entries++)
    if (entries->long_name[0] != '\0')
      g_ptr_array_add (names, (gpointer) entries->long_name);
  g_ptr_array_add (names, NULL);
  known = (const char *const *) names->pdata;

  for (argv++; *argv != NULL; argv++)
    {
      g_auto (GStrv) parts = g_strsplit (*argv, "=", 2);

      if (g_str_has_prefix (*argv, "--") && !g_strv_contains (known, parts[0] + 2))
        return tl_suggest (known, parts[0] + 2);
    }

  return NULL;
}
