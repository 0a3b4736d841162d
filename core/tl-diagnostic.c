/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-diagnostic.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>

struct _TlDiagnostics
{
  GArray *listed; /* of TlDiagnostic */
  guint   cap;
  guint   n_errors;
  guint   n_warnings;
  guint   n_listed[2]; /* by TlSeverity */
};

/* How programs know the kinds of findings, in any language. */
static const char *const code_words[] = {
  [TL_DIAGNOSTIC_SYNTAX] = "syntax",
  [TL_DIAGNOSTIC_NOT_TIMELINE] = "not-a-timeline",
  [TL_DIAGNOSTIC_LIMIT] = "limit",
  [TL_DIAGNOSTIC_MISSING] = "missing",
  [TL_DIAGNOSTIC_TYPE] = "type",
  [TL_DIAGNOSTIC_VALUE] = "value",
  [TL_DIAGNOSTIC_TEXT] = "text",
  [TL_DIAGNOSTIC_ID] = "id",
  [TL_DIAGNOSTIC_DATE] = "date",
  [TL_DIAGNOSTIC_ADDRESS] = "address",
  [TL_DIAGNOSTIC_DUPLICATE_KEY] = "duplicate-key",
  [TL_DIAGNOSTIC_DUPLICATE_ID] = "duplicate-id",
  [TL_DIAGNOSTIC_DANGLING] = "dangling-id",
  [TL_DIAGNOSTIC_CIRCLE] = "circle",
  [TL_DIAGNOSTIC_UNKNOWN_KEY] = "unknown-key",
  [TL_DIAGNOSTIC_NO_SOURCE] = "no-source",
  [TL_DIAGNOSTIC_CONTRADICTION] = "contradiction",
  [TL_DIAGNOSTIC_EMPTY] = "empty-window",
};

static void
clear_diagnostic_cb (gpointer data)
{
  TlDiagnostic *diagnostic = data;

  g_clear_pointer (&diagnostic->path, g_free);
  g_clear_pointer (&diagnostic->message, g_free);
  g_clear_pointer (&diagnostic->suggestion, g_free);
}

/**
 * tl_diagnostics_new:
 * @cap: how many errors to list at most, and how many warnings; the rest
 *   are counted
 *
 * Returns: (transfer full): an empty list
 */
TlDiagnostics *
tl_diagnostics_new (guint cap)
{
  TlDiagnostics *self = g_new0 (TlDiagnostics, 1);

  self->cap = cap;
  self->listed = g_array_new (FALSE, FALSE, sizeof (TlDiagnostic));
  g_array_set_clear_func (self->listed, clear_diagnostic_cb);

  return self;
}

/**
 * tl_diagnostics_free:
 * @self: (transfer full): a list
 */
void
tl_diagnostics_free (TlDiagnostics *self)
{
  g_array_unref (self->listed);
  g_free (self);
}

/**
 * tl_diagnostics_is_full:
 * @self: a list
 * @severity: of a further finding
 *
 * Returns: whether it would only be counted, so that its place and sentence
 *   need not be made. Many warnings do not keep errors out
 */
gboolean
tl_diagnostics_is_full (const TlDiagnostics *self,
                        TlSeverity           severity)
{
  return self->n_listed[severity] >= self->cap;
}

/**
 * tl_diagnostics_count:
 * @self: a list
 * @severity: of a finding that is not listed
 */
void
tl_diagnostics_count (TlDiagnostics *self,
                      TlSeverity     severity)
{
  if (severity == TL_SEVERITY_ERROR)
    self->n_errors++;
  else
    self->n_warnings++;
}

/**
 * tl_diagnostics_take:
 * @self: a list that is not full
 * @diagnostic: a finding, whose strings @self takes
 */
void
tl_diagnostics_take (TlDiagnostics *self,
                     TlDiagnostic   diagnostic)
{
  g_return_if_fail (!tl_diagnostics_is_full (self, diagnostic.severity));
  g_return_if_fail (diagnostic.path != NULL && diagnostic.message != NULL);

  tl_diagnostics_count (self, diagnostic.severity);
  self->n_listed[diagnostic.severity]++;
  g_array_append_val (self->listed, diagnostic);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const TlDiagnostic *first = a;
  const TlDiagnostic *second = b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;

  return (first->column > second->column) - (first->column < second->column);
}

/**
 * tl_diagnostics_sort:
 * @self: a list
 *
 * Puts the findings into the order of the file.
 */
void
tl_diagnostics_sort (TlDiagnostics *self)
{
  g_array_sort (self->listed, compare_places);
}

/**
 * tl_diagnostics_get:
 * @self: a list
 * @n_listed: (out): how many findings are listed
 *
 * Returns: (array length=n_listed) (transfer none): the findings
 */
const TlDiagnostic *
tl_diagnostics_get (const TlDiagnostics *self,
                    guint               *n_listed)
{
  *n_listed = self->listed->len;

  return (const TlDiagnostic *) (const void *) self->listed->data;
}

/**
 * tl_diagnostics_get_n_errors:
 * @self: a list
 *
 * Returns: the number of errors, listed or not
 */
guint
tl_diagnostics_get_n_errors (const TlDiagnostics *self)
{
  return self->n_errors;
}

/**
 * tl_diagnostics_get_n_warnings:
 * @self: a list
 *
 * Returns: the number of warnings, listed or not
 */
guint
tl_diagnostics_get_n_warnings (const TlDiagnostics *self)
{
  return self->n_warnings;
}

/**
 * tl_diagnostic_to_line:
 * @diagnostic: a finding
 * @file: the file's name
 *
 * Returns: (transfer full): one line as compilers write it, which editors
 *   can jump from: `file:line:column: error: path: sentence`
 */
char *
tl_diagnostic_to_line (const TlDiagnostic *diagnostic,
                       const char         *file)
{
  GString *line = g_string_new (NULL);

  /* Editors look for these two words, so they stay English. */
  g_string_printf (line, "%s:%u:%u: %s: ", file, diagnostic->line, diagnostic->column,
                   diagnostic->severity == TL_SEVERITY_ERROR ? "error" : "warning");

  if (diagnostic->path[0] != '\0')
    g_string_append_printf (line, "%s: ", diagnostic->path);
  g_string_append (line, diagnostic->message);
  if (diagnostic->suggestion != NULL)
    {
      g_string_append (line, "; ");
      /* Translators: follows a finding such as “sumary” is not a known key */
      g_string_append_printf (line, _("did you mean “%s”?"), diagnostic->suggestion);
    }

  return g_string_free (line, FALSE);
}

static json_t *
diagnostic_to_json (const TlDiagnostic *diagnostic)
{
  json_t *object = json_pack ("{s:s, s:s, s:i, s:i, s:s, s:s}",
                              "severity", diagnostic->severity == TL_SEVERITY_ERROR ? "error" : "warning",
                              "code", code_words[diagnostic->code],
                              "line", (int) diagnostic->line,
                              "column", (int) diagnostic->column,
                              "path", diagnostic->path,
                              "message", diagnostic->message);

  if (diagnostic->suggestion != NULL)
    json_object_set_new (object, "suggestion", json_string (diagnostic->suggestion));

  return object;
}

/**
 * tl_diagnostics_to_json:
 * @self: the findings about a file
 * @file: the file's name; need not be UTF-8
 * @n_events: how many events were loaded
 * @n_events_left_out: how many were not
 *
 * Returns: (transfer full): one line of JSON that says all of it
 */
char *
tl_diagnostics_to_json (const TlDiagnostics *self,
                        const char          *file,
                        guint                n_events,
                        guint                n_events_left_out)
{
  g_autofree char *name = g_utf8_make_valid (file, -1);
  g_autofree char *dumped = NULL;
  json_t *list = json_array ();
  json_t *object;
  char *line;

  for (guint i = 0; i < self->listed->len; i++)
    json_array_append_new (list, diagnostic_to_json (&g_array_index (self->listed, TlDiagnostic, i)));

  object = json_pack ("{s:s, s:i, s:i, s:i, s:i, s:i, s:o}",
                      "file", name,
                      "errors", (int) self->n_errors,
                      "warnings", (int) self->n_warnings,
                      "events", (int) n_events,
                      "left_out", (int) n_events_left_out,
                      "not_listed", (int) (self->n_errors + self->n_warnings - self->listed->len),
                      "findings", list);
  dumped = json_dumps (object, JSON_COMPACT);
  line = g_strdup (dumped);
  json_decref (object);

  return line;
}
