/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-import-private.h"

#include "tl-check.h"

#include <glib/gi18n-lib.h>

/* What is said of a file that is not JSON, or breaks off, or has keys twice. */

/**
 * tl_import_report_cut_off:
 * @self: a reading whose input has ended too early
 */
void
tl_import_report_cut_off (TlImport *self)
{
  if (self->input->error != NULL)
    return;

  if (self->input->too_large)
    tl_import_report_at (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_LIMIT, self->input->line, self->input->column, NULL,
                         _("the file has more than %" G_GUINT64_FORMAT " bytes"), self->limits->file_bytes);
  else
    tl_import_report_at (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_SYNTAX, self->input->line, self->input->column, NULL,
                         _("the file ends before the timeline does"));
}

/**
 * tl_import_report_unexpected:
 * @self: a reading
 * @expected: what is needed where the input is, in words
 */
void
tl_import_report_unexpected (TlImport   *self,
                             const char *expected)
{
  char found[2] = { 0 };
  g_autofree char *quoted = NULL;
  int next = tl_json_input_peek (self->input);

  if (next < 0)
    {
      tl_import_report_cut_off (self);
      return;
    }

  /* A character of value 0 ends a string, but can still be shown. */
  found[0] = next != 0 ? (char) next : '\x01';
  quoted = tl_text_quote (found);
  tl_import_report_at (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_SYNTAX, self->input->line, self->input->column, NULL,
                       _("%s is needed here, not %s"), expected, quoted);
}

/* Jansson's messages are in English and about tokens; those that one meets
 * get a sentence.
 */
static char *
describe_syntax (const json_error_t *error)
{
  switch ((int) json_error_code (error))
    {
    case json_error_premature_end_of_input:
      return g_strdup (_("the file ends before the timeline does"));
    case json_error_invalid_utf8:
      return g_strdup (_("these bytes are not UTF-8 text"));
    case json_error_null_character:
    case json_error_null_byte_in_key:
      return g_strdup (_("a character of value 0 cannot be in text"));
    case json_error_numeric_overflow:
      return g_strdup (_("this number is too large"));
    default:
      {
        g_autofree char *valid = g_utf8_make_valid (error->text, -1);
        g_autofree char *clean = tl_text_replace_faults (valid);

        /* It quotes what it has read, and a message is one line. */
        g_strdelimit (clean, "\n\r\t", ' ');

        /* Translators: %s is what the JSON library says, in English */
        return g_strdup_printf (_("this is not JSON: %s"), clean);
      }
    }
}

/**
 * tl_import_report_no_value:
 * @self: a reading
 * @error: what Jansson says
 *
 * Says why there is no value.
 *
 * Returns: whether it can be left out: where it is only too much of it, and
 *   its end can be found
 */
gboolean
tl_import_report_no_value (TlImport           *self,
                           const json_error_t *error)
{
  guint line = self->input->line + MAX (error->line, 1) - 1;
  guint column = MAX (error->column, 1) + (error->line <= 1 ? self->input->column - 1 : 0);
  g_autofree char *message = NULL;

  if (self->input->error != NULL)
    return FALSE;

  if (self->input->value_too_large)
    {
      tl_import_report_at (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_LIMIT, self->input->line, self->input->column, NULL,
                           _("this has more than %zu bytes; it is left out"), self->limits->entry_bytes);
      return TRUE;
    }
  if (json_error_code (error) == json_error_stack_overflow)
    {
      tl_import_report_at (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_LIMIT, line, column, NULL,
                           _("this is nested more than %u levels deep; all of it is left out"), self->limits->nesting);
      return TRUE;
    }

  if (self->input->too_large)
    tl_import_report_cut_off (self);
  else
    {
      message = describe_syntax (error);
      tl_import_report_at (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_SYNTAX, line, column, NULL, "%s", message);
    }

  return FALSE;
}

/* How far an entry has been searched for keys that occur twice. */
typedef struct
{
  TlImport *import;
  gsize     offset;
  guint     line;
  guint     column;
} Search;

static void
report_duplicate_cb (const char *key,
                     gsize       length,
                     gsize       offset,
                     gpointer    data)
{
  Search *search = data;
  TlImport *self = search->import;
  g_autofree char *shown = NULL;

  if (tl_diagnostics_is_full (self->diagnostics, TL_SEVERITY_ERROR))
    {
      tl_diagnostics_count (self->diagnostics, TL_SEVERITY_ERROR);
      return;
    }

  tl_json_advance (self->entry + search->offset, offset - search->offset, &search->line, &search->column);
  search->offset = offset;

  shown = tl_text_shorten (key, length);
  tl_import_report_at (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_DUPLICATE_KEY, search->line, search->column, NULL,
                       _("the key “%s” occurs twice; the last one counts"), shown);
}

/**
 * tl_import_report_duplicates:
 * @self: a reading whose entry has keys that occur twice
 */
void
tl_import_report_duplicates (TlImport *self)
{
  Search search = { self, 0, self->entry_line, self->entry_column };

  if (!self->checking)
    tl_json_scan_duplicates (self->entry, self->entry_length, report_duplicate_cb, &search);
}
