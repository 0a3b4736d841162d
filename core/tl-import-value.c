/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-import-private.h"

#include "tl-check.h"
#include "tl-edtf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Single values: what is accepted, and what is said of the rest. */

/* Beyond this many different texts of the kind that repeats, nobody looks
 * for twins any more: a file with that many has little repetition to save.
 */
#define MAX_SHARED (1u << 16)

static const char *
name_type (json_t *value)
{
  switch (json_typeof (value))
    {
    case JSON_OBJECT:
      return _("an object in braces");
    case JSON_ARRAY:
      return _("a list");
    case JSON_STRING:
      return _("text");
    case JSON_INTEGER:
    case JSON_REAL:
      return _("a number");
    case JSON_TRUE:
    case JSON_FALSE:
      return _("true or false");
    case JSON_NULL:
    default:
      return _("null");
    }
}

/**
 * tl_import_wrong_type:
 * @self: a reading
 * @value: the value at the path
 * @expected: what is needed there, in words
 */
void
tl_import_wrong_type (TlImport   *self,
                      json_t     *value,
                      const char *expected)
{
  /* Translators: such as: text is needed here, not a number */
  tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_TYPE, NULL,
                    _("%s is needed here, not %s"), expected, name_type (value));
}

/**
 * tl_import_missing:
 * @self: a reading
 * @key: what the object at the path lacks
 * @sound: (nullable) (inout): becomes %FALSE; %NULL where nothing is amiss
 */
void
tl_import_missing (TlImport   *self,
                   const char *key,
                   gboolean   *sound)
{
  if (sound == NULL)
    return;

  tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_MISSING, NULL, _("“%s” is missing"), key);
  *sound = FALSE;
}

/* Whether @value has more than @levels levels, itself being one. */
static gboolean
is_deeper (json_t *value,
           guint   levels)
{
  const char *key;
  json_t *child;
  gsize i;

  if (!(json_is_object (value) || json_is_array (value)))
    return FALSE;

  if (levels == 0)
    return TRUE;

  json_object_foreach (value, key, child)
    if (is_deeper (child, levels - 1))
      return TRUE;
  json_array_foreach (value, i, child)
    if (is_deeper (child, levels - 1))
      return TRUE;

  return FALSE;
}

/**
 * tl_import_check_nesting:
 * @self: a reading
 * @value: the value at the path, which is not looked into otherwise
 *
 * Reports a value that is nested too deep. The rest of the document is only
 * as deep as its known keys.
 */
void
tl_import_check_nesting (TlImport *self,
                         json_t   *value)
{
  guint above = self->n_steps;
  guint allowed = self->limits->nesting > above ? self->limits->nesting - above : 0;

  if (is_deeper (value, allowed))
    tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_LIMIT, NULL,
                      _("this is nested more than %u levels deep"), self->limits->nesting);
}

static void
report_unknown (TlImport          *self,
                const char        *key,
                json_t            *value,
                const char *const *keys)
{
  g_autofree char *quoted = NULL;
  g_autofree char *seen = NULL;

  if (self->checking)
    return;

  tl_import_push_key (self, key);
  tl_import_check_nesting (self, value);

  /* Once for each key and kind of part, and a kind is known by its keys. */
  seen = g_strdup_printf ("%p %s", (gconstpointer) keys, key);
  if (g_hash_table_add (self->unknown_keys, g_steal_pointer (&seen)))
    {
      quoted = tl_text_quote (key);
      tl_import_report_key (self, TL_SEVERITY_WARNING, TL_DIAGNOSTIC_UNKNOWN_KEY, tl_suggest (keys, key),
                            _("%s is not a known key here; it is left as it is"), quoted);
    }
  tl_import_pop (self);
}

/* The place of @key in @keys, searched from @start on and round to it, or -1.
 * Files have the keys of a part in nearly the same order each time.
 */
static int
find_key (const char *const *keys,
          const char        *key,
          guint              start)
{
  guint i = start;

  do
    {
      if (keys[i] == NULL)
        i = 0;
      if (keys[i][0] == key[0] && keys[i][1] == key[1] && strcmp (keys[i], key) == 0)
        return i;
      i++;
    }
  while (i != start && (keys[i] != NULL || start > 0));

  return -1;
}

/**
 * tl_import_object:
 * @self: a reading
 * @json: the value at the path
 * @keys: (array zero-terminated=1): the keys that it may have
 * @values: (out caller-allocates): the value of each of @keys, %NULL where
 *   it is absent
 *
 * Returns: whether @json is an object
 */
gboolean
tl_import_object (TlImport          *self,
                  json_t            *json,
                  const char *const *keys,
                  json_t           **values)
{
  guint next = 0;

  if (!json_is_object (json))
    {
      tl_import_wrong_type (self, json, _("an object in braces"));
      return FALSE;
    }

  for (guint i = 0; keys[i] != NULL; i++)
    values[i] = NULL;

  for (void *iter = json_object_iter (json); iter != NULL; iter = json_object_iter_next (json, iter))
    {
      const char *key = json_object_iter_key (iter);
      int found = find_key (keys, key, next);

      if (found < 0)
        {
          report_unknown (self, key, json_object_iter_value (iter), keys);
          continue;
        }

      values[found] = json_object_iter_value (iter);
      next = keys[found + 1] != NULL ? found + 1 : 0;
    }

  return TRUE;
}

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

static gboolean
is_too_long (TlImport *self,
             json_t   *value)
{
  gsize length = json_string_length (value);

  return length > self->limits->text
         && (gsize) g_utf8_strlen (json_string_value (value), length) > self->limits->text;
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
  else if (is_too_long (self, value))
    {
      tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_LIMIT, NULL,
                        _("this text has more than %u characters"), self->limits->text);
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
                    _("%s is not an address that begins with http:// or https://"), quoted);
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

/**
 * tl_import_date:
 * @self: a reading
 * @key: of @value
 * @value: (nullable): a value
 * @date: (out): the date, where there is one
 * @sound: (nullable) (inout): as told in the header
 *
 * Returns: the date as it stands in the file, or 0
 */
TlText
tl_import_date (TlImport   *self,
                const char *key,
                json_t     *value,
                TlDate     *date,
                gboolean   *sound)
{
  g_autoptr (GError) error = NULL;
  TlText text = 0;

  if (self->checking)
    return 0;

  if (value == NULL)
    tl_import_missing (self, key, sound);

  if (!tl_import_is_text (self, key, value))
    {
      if (sound != NULL)
        *sound = FALSE;
      return 0;
    }

  tl_import_push_key (self, key);
  if (!tl_edtf_parse (json_string_value (value), json_string_length (value), date, &error))
    {
      tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_DATE, NULL, "%s", error->message);
      if (sound != NULL)
        *sound = FALSE;
    }
  else
    {
      text = tl_text_pool_add (&self->timeline->pool, json_string_value (value), json_string_length (value));
      if (date->old_draft)
        {
          g_autofree char *modern = tl_edtf_to_canonical (json_string_value (value), NULL);

          tl_import_report (self, TL_SEVERITY_WARNING, TL_DIAGNOSTIC_DATE, NULL,
                            _("this is written as in an early draft of EDTF; today one writes “%s”"), modern);
        }
    }
  tl_import_pop (self);

  return text;
}

static const char *const when_keys[] = { "start", "end", NULL };

/* What lasted, given by both of its ends. */
static void
import_ends (TlImport *self,
             json_t   *value,
             TlDate   *date,
             TlText   *text,
             TlText   *end_text,
             gboolean *sound)
{
  g_autoptr (GError) error = NULL;
  gboolean has_ends = TRUE;
  json_t *values[2];
  TlDate start;
  TlDate end;

  if (!tl_import_object (self, value, when_keys, values))
    return;

  *text = tl_import_date (self, "start", values[0], &start, &has_ends);
  *end_text = tl_import_date (self, "end", values[1], &end, &has_ends);
  if (self->checking)
    return;

  if (has_ends && !tl_date_join (&start, &end, date, &error))
    {
      tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_DATE, NULL, "%s", error->message);
      has_ends = FALSE;
    }

  if (!has_ends)
    *sound = FALSE;
}

/**
 * tl_import_when:
 * @self: a reading
 * @value: (nullable): the value of `when`
 * @date: (out): the date, where there is one
 * @text: (out): the date, or its start, as it stands in the file
 * @end_text: (out): its end, or 0
 * @sound: (inout): as told in the header
 */
void
tl_import_when (TlImport *self,
                json_t   *value,
                TlDate   *date,
                TlText   *text,
                TlText   *end_text,
                gboolean *sound)
{
  *end_text = 0;

  if (value != NULL && json_is_object (value))
    {
      tl_import_push_key (self, "when");
      import_ends (self, value, date, text, end_text, sound);
      tl_import_pop (self);
    }
  else
    *text = tl_import_date (self, "when", value, date, sound);
}
