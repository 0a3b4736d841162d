/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-import-private.h"

#include "tl-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Single values: what is accepted, and what is said of the rest. */

/* Beyond this many different texts of the kind that repeats, nobody looks
 * for twins any more: a file with that many has little repetition to save.
 */
#define MAX_SHARED (1u << 16)

/**
 * tl_import_is_text:
 * @self: a reading
 * @key: of @value
 * @value: (nullable): a value
 *
 * Returns: whether @value is a string; where it is something else, says so
 */
gboolean
tl_import_is_text (TlImport   *self,
                   const char *key,
                   json_t     *value)
{
  if (value == NULL)
    return FALSE;

  if (json_is_string (value))
    return TRUE;

  tl_import_push_key (self, key);
  tl_import_wrong_type (self, value, _("text"));
  tl_import_pop (self);

  return FALSE;
}

/**
 * tl_import_is_too_long:
 * @self: a reading
 * @value: the string at the path
 *
 * Returns: whether @value has more characters than a text may have; says so
 */
gboolean
tl_import_is_too_long (TlImport *self,
                       json_t   *value)
{
  gsize length = json_string_length (value);

  /* Only what has many bytes has to be counted in characters. */
  if (length <= self->limits->text
      || (gsize) g_utf8_strlen (json_string_value (value), length) <= self->limits->text)
    return FALSE;

  tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_LIMIT, NULL,
                    _("this text has more than %u characters"), self->limits->text);

  return TRUE;
}

/* Adds text whose fault has been found. */
static TlText
add_faulty_text (TlImport   *self,
                 json_t     *value,
                 TlTextFault fault,
                 gboolean   *sound)
{
  g_autofree char *replaced = NULL;

  if (fault == TL_TEXT_BLANK)
    {
      tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_TEXT, NULL, _("this text is empty"));
      if (sound != NULL)
        *sound = FALSE;
      return 0;
    }

  tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_TEXT, NULL,
                    fault == TL_TEXT_CONTROL
                      ? _("this text has a control character; it is shown as �")
                      : _("this text has a character that overrides the direction of writing; it is shown as �"));
  replaced = tl_text_replace_faults (json_string_value (value));

  return tl_text_pool_add (&self->timeline->pool, replaced, strlen (replaced));
}

/**
 * tl_import_share:
 * @self: a reading
 * @text: UTF-8 without NUL, less than %TL_TEXT_POOL_CHUNK bytes
 * @length: its length in bytes
 *
 * Adds text that is likely to repeat in the file: a unit, a place in a
 * source.
 *
 * Returns: an equal text, perhaps an earlier one
 */
TlText
tl_import_share (TlImport   *self,
                 const char *text,
                 gsize       length)
{
  if (self->shared.slots->len >= MAX_SHARED)
    return tl_text_pool_add (&self->timeline->pool, text, length);

  return tl_id_table_get (&self->shared, tl_id_table_intern (&self->shared, text, length))->id;
}

static TlText
import_text (TlImport   *self,
             const char *key,
             json_t     *value,
             gboolean    share,
             gboolean   *sound)
{
  TlTextFault fault;
  TlText text = 0;

  if (self->checking)
    return 0;

  if (value == NULL)
    {
      tl_import_missing (self, key, sound);
      return 0;
    }

  tl_import_push_key (self, key);
  if (!json_is_string (value))
    {
      tl_import_wrong_type (self, value, _("text"));
      if (sound != NULL)
        *sound = FALSE;
    }
  else if (tl_import_is_too_long (self, value))
    {
      if (sound != NULL)
        *sound = FALSE;
    }
  else if ((fault = tl_text_check (json_string_value (value), json_string_length (value))) != TL_TEXT_SOUND)
    text = add_faulty_text (self, value, fault, sound);
  else if (share)
    text = tl_import_share (self, json_string_value (value), json_string_length (value));
  else
    text = tl_text_pool_add (&self->timeline->pool, json_string_value (value), json_string_length (value));
  tl_import_pop (self);

  return text;
}

/**
 * tl_import_text:
 * @self: a reading
 * @key: of @value
 * @value: (nullable): a value
 * @sound: (nullable) (inout): as told in the header
 *
 * Returns: the text, or 0
 */
TlText
tl_import_text (TlImport   *self,
                const char *key,
                json_t     *value,
                gboolean   *sound)
{
  return import_text (self, key, value, FALSE, sound);
}

/**
 * tl_import_shared_text:
 * @self: a reading
 * @key: of @value
 * @value: (nullable): a value
 *
 * As tl_import_text(), for optional text that repeats in a file.
 *
 * Returns: the text, or 0
 */
TlText
tl_import_shared_text (TlImport   *self,
                       const char *key,
                       json_t     *value)
{
  return import_text (self, key, value, TRUE, NULL);
}

/**
 * tl_import_address:
 * @self: a reading
 * @key: of @value
 * @value: (nullable): a value
 *
 * Returns: the address, or 0 where there is none that may be followed
 */
TlText
tl_import_address (TlImport   *self,
                   const char *key,
                   json_t     *value)
{
  g_autofree char *quoted = NULL;

  if (!tl_import_is_text (self, key, value))
    return 0;

  if (tl_address_is_web (json_string_value (value)))
    return tl_import_text (self, key, value, NULL);

  quoted = tl_text_quote (json_string_value (value));
  tl_import_push_key (self, key);
  tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_ADDRESS, NULL,
                    _("%s is not a whole web address: http:// or https://, a host, no spaces"), quoted);
  tl_import_pop (self);

  return 0;
}

/**
 * tl_import_word:
 * @self: a reading
 * @key: of @value
 * @value: (nullable): a value
 * @vocabulary: the words to choose from
 * @sound: (nullable) (inout): as told in the header
 *
 * Returns: the value of the enumeration, 0 for none
 */
guint8
tl_import_word (TlImport           *self,
                const char         *key,
                json_t             *value,
                const TlVocabulary *vocabulary,
                gboolean           *sound)
{
  int found;

  if (value == NULL)
    tl_import_missing (self, key, sound);

  if (!tl_import_is_text (self, key, value))
    {
      if (sound != NULL)
        *sound = FALSE;
      return 0;
    }

  found = tl_vocabulary_find (vocabulary, json_string_value (value));
  if (found == 0)
    {
      g_autofree char *quoted = tl_text_quote (json_string_value (value));
      g_autofree char *choice = g_strjoinv (", ", (char **) vocabulary->words);

      tl_import_push_key (self, key);
      tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_VALUE,
                        tl_suggest (vocabulary->words, json_string_value (value)),
                        _("%s is not one of: %s"), quoted, choice);
      tl_import_pop (self);
      if (sound != NULL)
        *sound = FALSE;
    }

  return found;
}

/**
 * tl_import_colour:
 * @self: a reading
 * @key: of @value
 * @value: (nullable): a value
 *
 * Returns: the colour, 0 for none
 */
TlColour
tl_import_colour (TlImport   *self,
                  const char *key,
                  json_t     *value)
{
  TlColour colour = 0;

  if (tl_import_is_text (self, key, value) && !tl_colour_parse (json_string_value (value), &colour))
    {
      g_autofree char *quoted = tl_text_quote (json_string_value (value));
      g_autofree char *choice = g_strjoinv (", ", (char **) tl_palette_words.words);

      tl_import_push_key (self, key);
      tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_VALUE,
                        tl_suggest (tl_palette_words.words, json_string_value (value)),
                        _("%s is not a colour: neither #rrggbb nor one of: %s"), quoted, choice);
      tl_import_pop (self);
    }

  return colour;
}

/**
 * tl_import_flag:
 * @self: a reading
 * @key: of @value
 * @value: (nullable): a value
 * @fallback: what holds where @value is absent
 *
 * Returns: whether it is true
 */
gboolean
tl_import_flag (TlImport   *self,
                const char *key,
                json_t     *value,
                gboolean    fallback)
{
  if (value == NULL)
    return fallback;

  if (json_is_boolean (value))
    return json_is_true (value);

  tl_import_push_key (self, key);
  tl_import_wrong_type (self, value, _("true or false"));
  tl_import_pop (self);

  return fallback;
}

/**
 * tl_import_number:
 * @self: a reading
 * @key: of @value
 * @value: (nullable): a value
 * @low: the least it may be
 * @high: the most it may be
 * @number: (inout): the number; stays where there is none
 *
 * Returns: whether there is a number that is within its bounds
 */
gboolean
tl_import_number (TlImport   *self,
                  const char *key,
                  json_t     *value,
                  double      low,
                  double      high,
                  double     *number)
{
  gboolean is_within = FALSE;

  if (value == NULL)
    return FALSE;

  tl_import_push_key (self, key);
  if (!json_is_number (value))
    tl_import_wrong_type (self, value, _("a number"));
  else if (json_number_value (value) < low || json_number_value (value) > high)
    tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_VALUE, NULL,
                      _("this number has to be from %g to %g"), low, high);
  else
    {
      *number = json_number_value (value);
      is_within = TRUE;
    }
  tl_import_pop (self);

  return is_within;
}
