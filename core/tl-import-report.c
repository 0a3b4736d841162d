/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-import-private.h"

#include "tl-check.h"

/* Where a reading is, and what it finds there. */

/* How many bytes are looked through for the places of findings in one
 * reading, about a second's worth.
 */
#define MAX_SCANNED (G_GUINT64_CONSTANT (512) << 20)

static void
push (TlImport   *self,
      const char *key,
      guint       index)
{
  g_assert (self->n_steps < TL_IMPORT_MAX_PATH);

  self->path[self->n_steps].key = key;
  self->path[self->n_steps].index = index;
  self->n_steps++;
}

/**
 * tl_import_push_key:
 * @self: a reading
 * @key: (transfer none): the key of the value that is looked at from here
 *   on; stays until it is popped
 */
void
tl_import_push_key (TlImport   *self,
                    const char *key)
{
  push (self, key, 0);
}

/**
 * tl_import_push_index:
 * @self: a reading
 * @index: the place in the list of what is looked at from here on
 */
void
tl_import_push_index (TlImport *self,
                      guint     index)
{
  push (self, NULL, index);
}

/**
 * tl_import_pop:
 * @self: a reading; goes back to what is around what it looks at
 */
void
tl_import_pop (TlImport *self)
{
  g_assert (self->n_steps > 0);

  self->n_steps--;
}

/* What leads nowhere, or contradicts what stands elsewhere, is only known at
 * the end, so the second reading reports that and nothing else.
 */
static gboolean
is_for_second_reading (TlDiagnosticCode code)
{
  return code == TL_DIAGNOSTIC_DANGLING || code == TL_DIAGNOSTIC_CIRCLE || code == TL_DIAGNOSTIC_CONTRADICTION
         || code == TL_DIAGNOSTIC_EMPTY;
}

static void G_GNUC_PRINTF (6, 0)
list_finding (TlImport        *self,
              TlSeverity       severity,
              TlDiagnosticCode code,
              TlPlaceKind      place,
              const char      *suggestion,
              const char      *format,
              va_list          args)
{
  TlDiagnostic diagnostic = { .severity = severity, .code = code };
  gsize offset = 0;

  if (tl_diagnostics_is_full (self->diagnostics, severity))
    {
      tl_diagnostics_count (self->diagnostics, severity);
      return;
    }

  /* A finding in a hopelessly large entry gets the place of the entry. */
  self->scanned += self->entry_length;
  if (self->scanned < MAX_SCANNED)
    offset = tl_json_scan_find (self->entry, self->entry_length,
                                self->path + self->n_entry_steps,
                                self->n_steps - self->n_entry_steps, place);
  diagnostic.line = self->entry_line;
  diagnostic.column = self->entry_column;
  tl_json_advance (self->entry, offset, &diagnostic.line, &diagnostic.column);
  diagnostic.path = tl_path_to_string (self->path, self->n_steps);
  diagnostic.message = g_strdup_vprintf (format, args);
  if (suggestion != NULL)
    diagnostic.suggestion = tl_text_replace_faults (suggestion);

  tl_diagnostics_take (self->diagnostics, diagnostic);
}

/**
 * tl_import_report:
 * @self: a reading
 * @severity: an error for what could not be used
 * @code: what kind of finding it is
 * @suggestion: (nullable): what was probably meant
 * @format: a sentence without a full stop, for printf
 * @...: what it needs
 *
 * Reports a finding about the value at the path.
 */
void
tl_import_report (TlImport        *self,
                  TlSeverity       severity,
                  TlDiagnosticCode code,
                  const char      *suggestion,
                  const char      *format,
                  ...)
{
  va_list args;

  if (self->checking != is_for_second_reading (code))
    return;

  va_start (args, format);
  list_finding (self, severity, code, TL_PLACE_VALUE, suggestion, format, args);
  va_end (args);
}

/**
 * tl_import_report_key:
 * @self: a reading
 * @severity: as of tl_import_report()
 * @code: what kind of finding it is
 * @suggestion: (nullable): what was probably meant
 * @format: a sentence without a full stop, for printf
 * @...: what it needs
 *
 * Reports a finding about the key that the path ends with.
 */
void
tl_import_report_key (TlImport        *self,
                      TlSeverity       severity,
                      TlDiagnosticCode code,
                      const char      *suggestion,
                      const char      *format,
                      ...)
{
  va_list args;

  if (self->checking)
    return;

  va_start (args, format);
  list_finding (self, severity, code, TL_PLACE_KEY, suggestion, format, args);
  va_end (args);
}

/**
 * tl_import_report_at:
 * @self: a reading
 * @severity: as of tl_import_report()
 * @code: what kind of finding it is
 * @line: where it is, from 1
 * @column: where it is in the line, in characters, from 1
 * @suggestion: (nullable): what was probably meant
 * @format: a sentence without a full stop, for printf
 * @...: what it needs
 *
 * Reports a finding whose place is known.
 */
void
tl_import_report_at (TlImport        *self,
                     TlSeverity       severity,
                     TlDiagnosticCode code,
                     guint            line,
                     guint            column,
                     const char      *suggestion,
                     const char      *format,
                     ...)
{
  TlDiagnostic diagnostic = { .severity = severity, .code = code, .line = line, .column = column };
  va_list args;

  if (self->checking)
    return;

  if (tl_diagnostics_is_full (self->diagnostics, severity))
    {
      tl_diagnostics_count (self->diagnostics, severity);
      return;
    }

  va_start (args, format);
  diagnostic.message = g_strdup_vprintf (format, args);
  va_end (args);
  diagnostic.path = tl_path_to_string (self->path, self->n_steps);
  if (suggestion != NULL)
    diagnostic.suggestion = tl_text_replace_faults (suggestion);

  tl_diagnostics_take (self->diagnostics, diagnostic);
}
