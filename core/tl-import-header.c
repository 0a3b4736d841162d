/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-import-private.h"

#include "tl-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the document says of itself: its keys that are not lists of parts. */

static void
import_format (TlImport *self,
               json_t   *value)
{
  if (json_is_string (value) && strcmp (json_string_value (value), "throughline") == 0)
    return;

  tl_import_push_key (self, "format");
  tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_NOT_TIMELINE, NULL,
                    _("the format of a timeline is “throughline”"));
  tl_import_pop (self);
}

static void
import_version (TlImport *self,
                json_t   *value)
{
  tl_import_push_key (self, "version");
  if (!json_is_number (value))
    tl_import_wrong_type (self, value, _("the number 1"));
  else if (json_number_value (value) != 1)
    tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_NOT_TIMELINE, NULL,
                      _("this program reads version 1 of the format; the file may need a newer one"));
  tl_import_pop (self);
}

static void
import_language (TlImport *self,
                 json_t   *value)
{
  g_autofree char *quoted = NULL;

  if (!tl_import_is_text (self, "language", value))
    return;

  if (tl_language_is_tag (json_string_value (value)))
    {
      self->timeline->language = tl_import_text (self, "language", value, NULL);
      return;
    }

  quoted = tl_text_quote (json_string_value (value));
  tl_import_push_key (self, "language");
  tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_VALUE, NULL,
                    _("%s is not a language tag such as “en” or “pt-BR”"), quoted);
  tl_import_pop (self);
}

/**
 * tl_import_member:
 * @self: a reading, whose path is the document
 * @key: a known key of the document
 * @value: its value, which is the entry
 *
 * Takes what is not read as a list of parts. The path gets its key from the
 * functions for values, so the entry is told that it lies one step deeper.
 */
void
tl_import_member (TlImport   *self,
                  const char *key,
                  json_t     *value)
{
  TlTimeline *timeline = self->timeline;
  TlDate as_of;

  self->n_entry_steps = self->n_steps + 1;

  if (strcmp (key, "format") == 0)
    import_format (self, value);
  else if (strcmp (key, "version") == 0)
    import_version (self, value);
  else if (strcmp (key, "$schema") == 0)
    tl_import_is_text (self, key, value);
  else if (self->checking && strcmp (key, "talk") != 0)
    return;
  else if (strcmp (key, "title") == 0)
    timeline->title = tl_import_text (self, key, value, NULL);
  else if (strcmp (key, "subtitle") == 0)
    timeline->subtitle = tl_import_text (self, key, value, NULL);
  else if (strcmp (key, "language") == 0)
    import_language (self, value);
  else if (strcmp (key, "as_of") == 0)
    timeline->as_of = tl_import_date (self, key, value, &as_of, NULL);
  else
    {
      tl_import_push_key (self, key);
      if (strcmp (key, "talk") == 0)
        tl_import_talk (self, value);
      else
        tl_import_wrong_type (self, value, _("a list"));
      tl_import_pop (self);
    }
}
