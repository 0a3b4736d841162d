/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-import-private.h"

#include "tl-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The document: read key by key, its lists entry by entry, so that a file of
 * any size needs the memory of one entry besides that of the timeline.
 */

/* A key of the document whose value is a list that is read in entries. */
typedef struct
{
  const char      *key;
  TlPartsKind      parts;
  TlImportItemFunc func;
} ListKey;

static const ListKey list_keys[] = {
  { "events", TL_PARTS_EVENTS, tl_import_event },
  { "sources", TL_PARTS_SOURCES, tl_import_source },
  { "actors", TL_PARTS_ACTORS, tl_import_actor },
  { "lanes", TL_PARTS_LANES, tl_import_lane },
  { "categories", TL_PARTS_CATEGORIES, tl_import_category },
  { "eras", TL_PARTS_ERAS, tl_import_era },
};

static const char *const document_keys[] = {
  "$schema", "format", "version", "title", "subtitle", "language", "as_of",
  "lanes", "actors", "categories", "eras", "sources", "events", "talk", NULL
};

/* How many keys of the document are remembered, to tell those that come
 * twice: the known ones and as many others as there may be in a sound file.
 */
#define MAX_MEMBERS 1000

/* How many bytes are read between two calls of the progress function. */
#define PROGRESS_BYTES (1u << 20)

static void
tell_progress (TlImport *self)
{
  if (self->progress == NULL || self->input->n_read < self->next_progress)
    return;

  self->next_progress = self->input->n_read + PROGRESS_BYTES;
  self->progress (self->input->n_read, self->total, self->progress_data);
}

/* Passes over @wanted, or over one of two bytes. Returns what it was, or -1
 * after a report.
 */
static int
take_byte (TlImport   *self,
           char        wanted,
           char        other,
           const char *expected)
{
  int next = tl_json_input_peek (self->input);

  if (next != wanted && (other == '\0' || next != other))
    {
      tl_import_report_unexpected (self, expected);
      return -1;
    }
  tl_json_input_skip (self->input, 1);

  return next;
}

/* Reads the value that comes next, at the path, and makes it the entry that
 * findings are about. It stays in the window for them, until end_entry().
 * Without a value, *goes_on tells whether one was left out.
 */
static json_t *
read_entry (TlImport *self,
            gboolean *goes_on)
{
  json_error_t error;
  gboolean has_duplicates;
  gsize length;
  json_t *value = tl_json_input_read (self->input, &has_duplicates, &length, &error);

  tell_progress (self);
  if (value == NULL)
    {
      *goes_on = tl_import_report_no_value (self, &error);
      if (*goes_on)
        tl_json_input_skip_value (self->input);
      return NULL;
    }

  *goes_on = TRUE;
  self->entry = tl_json_input_get_text (self->input);
  self->entry_length = length;
  self->entry_line = self->input->line;
  self->entry_column = self->input->column;
  self->n_entry_steps = self->n_steps;
  if (self->checking)
    tl_import_get_lengths (self, self->lengths_before);

  if (has_duplicates)
    tl_import_report_duplicates (self);

  return value;
}

/* Leaves the entry behind, its value and its text. In the second reading
 * nothing of it is kept.
 */
static void
end_entry (TlImport *self)
{
  if (self->checking)
    tl_import_forget (self, self->lengths_before);
  tl_json_input_end_value (self->input, self->entry_length);
}

/* One entry of a list of the document. Returns whether to go on. */
static gboolean
read_list_entry (TlImport      *self,
                 const ListKey *list)
{
  guint limit = list->parts == TL_PARTS_EVENTS ? self->limits->events : self->limits->parts;
  json_t *value;
  gboolean goes_on;

  tl_import_push_index (self, self->n_seen[list->parts]);
  if (self->n_seen[list->parts] == limit)
    {
      tl_import_report_at (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_LIMIT, self->input->line, self->input->column, NULL,
                           _("from here on the file is left out: this list may have %u entries"), limit);
      goes_on = FALSE;
    }
  else
    {
      value = read_entry (self, &goes_on);
      if (value != NULL)
        {
          list->func (self, value, NULL);
          end_entry (self);
        }
      else if (goes_on && list->parts == TL_PARTS_EVENTS)
        self->n_left_out++;
      self->n_seen[list->parts]++;
    }
  tl_import_pop (self);

  return goes_on;
}

/* Returns whether to go on after the list. */
static gboolean
read_list (TlImport      *self,
           const ListKey *list)
{
  int next;

  tl_json_input_skip (self->input, 1);
  if (tl_json_input_peek (self->input) == ']')
    {
      tl_json_input_skip (self->input, 1);
      return TRUE;
    }

  do
    {
      if (!read_list_entry (self, list))
        return FALSE;
      next = take_byte (self, ',', ']', _("a comma, or the list’s closing bracket,"));
    }
  while (next == ',');

  return next == ']';
}

static void
report_unknown_member (TlImport   *self,
                       const char *key,
                       json_t     *value,
                       guint       line,
                       guint       column)
{
  g_autofree char *quoted = tl_text_quote (key);

  tl_import_push_key (self, key);
  self->n_entry_steps = self->n_steps;
  tl_import_check_nesting (self, value);
  tl_import_report_at (self, TL_SEVERITY_WARNING, TL_DIAGNOSTIC_UNKNOWN_KEY, line, column,
                       tl_suggest (document_keys, key),
                       _("%s is not a known key here; it is left as it is"), quoted);
  tl_import_pop (self);
}

/* The value of @key, which stands in @line and @column. Returns whether to
 * go on after it.
 */
static gboolean
read_member (TlImport   *self,
             const char *key,
             guint       line,
             guint       column)
{
  gboolean is_list = tl_json_input_peek (self->input) == '[';
  gboolean goes_on = FALSE;
  json_t *value;

  for (guint i = 0; i < G_N_ELEMENTS (list_keys) && is_list; i++)
    if (strcmp (list_keys[i].key, key) == 0)
      {
        tl_import_push_key (self, list_keys[i].key);
        goes_on = read_list (self, &list_keys[i]);
        tl_import_pop (self);

        return goes_on;
      }

  value = read_entry (self, &goes_on);
  if (value == NULL)
    return goes_on;

  if (g_strv_contains (document_keys, key))
    tl_import_member (self, key, value);
  else
    report_unknown_member (self, key, value, line, column);
  end_entry (self);

  return TRUE;
}

/* One key of the document with its value. Returns whether to go on. */
static gboolean
read_key (TlImport *self)
{
  guint line = self->input->line;
  guint column = self->input->column;
  g_autofree char *key = NULL;
  gboolean goes_on;
  json_t *value;

  if (tl_json_input_peek (self->input) != '"')
    {
      tl_import_report_unexpected (self, _("a key in quotation marks"));
      return FALSE;
    }

  value = read_entry (self, &goes_on);
  if (value == NULL)
    return FALSE;
  key = g_strdup (json_string_value (value));
  end_entry (self);

  if (g_hash_table_contains (self->members, key))
    {
      g_autofree char *quoted = tl_text_quote (key);

      tl_import_report_at (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_DUPLICATE_KEY, line, column, NULL,
                           _("the key %s occurs twice; of lists, both are read, of the rest, the last one counts"),
                           quoted);
    }
  else if (g_hash_table_size (self->members) < MAX_MEMBERS || g_strv_contains (document_keys, key))
    g_hash_table_add (self->members, g_strdup (key));

  return take_byte (self, ':', '\0', _("a colon")) == ':'
         && read_member (self, key, line, column);
}

static void
check_needed_members (TlImport *self)
{
  static const char *const needed[] = { "format", "version", "title" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!g_hash_table_contains (self->members, needed[i]))
      tl_import_report_at (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_MISSING, 1, 1, NULL,
                           _("“%s” is missing"), needed[i]);
}

/**
 * tl_import_document:
 * @self: a reading, at the start of its input
 *
 * Reads the document to its end, or to where it stops being JSON.
 */
void
tl_import_document (TlImport *self)
{
  int next;

  if (take_byte (self, '{', '\0', _("a timeline’s opening brace")) < 0)
    return;

  if (tl_json_input_peek (self->input) == '}')
    {
      tl_json_input_skip (self->input, 1);
      next = '}';
    }
  else
    do
      {
        tl_json_input_peek (self->input);
        if (!read_key (self))
          return;
        next = take_byte (self, ',', '}', _("a comma, or the timeline’s closing brace,"));
      }
    while (next == ',');

  if (next != '}')
    return;

  self->is_whole = !self->input->too_large;
  if (tl_json_input_peek (self->input) >= 0)
    tl_import_report_at (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_SYNTAX, self->input->line, self->input->column, NULL,
                         _("the file goes on after the timeline’s closing brace"));
  else if (self->input->too_large)
    tl_import_report_cut_off (self);
  check_needed_members (self);
}
