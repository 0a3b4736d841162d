/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-import-private.h"

#include "tl-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Objects: which keys they may have, and what is said of the others, of
 * those that are missing, and of values of the wrong type.
 */

/* How many different unknown keys are told and remembered. */
#define MAX_UNKNOWN_KEYS TL_DIAGNOSTICS_DEFAULT_CAP

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

  /* Once for each key and kind of part, and a kind is known by its keys. A
   * file that has ever new ones does not fill the memory with them.
   */
  seen = g_strdup_printf ("%p %s", (gconstpointer) keys, key);
  if (g_hash_table_size (self->unknown_keys) >= MAX_UNKNOWN_KEYS)
    {
      if (!g_hash_table_contains (self->unknown_keys, seen))
        tl_diagnostics_count (self->diagnostics, TL_SEVERITY_WARNING);
    }
  else if (g_hash_table_add (self->unknown_keys, g_steal_pointer (&seen)))
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

  g_assert (keys[0] != NULL);

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
