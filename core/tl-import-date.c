/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-import-private.h"

#include "tl-edtf.h"

#include <glib/gi18n-lib.h>

/* Dates, and what lasted from one to another. */

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
  if (tl_import_is_too_long (self, value))
    {
      if (sound != NULL)
        *sound = FALSE;
    }
  else if (!tl_edtf_parse (json_string_value (value), json_string_length (value), date, &error))
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
