/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-import-private.h"

#include "tl-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Lists of parts, and ids: those that parts have and those they name. */

#define MAX_ID_LENGTH 128

/* What may be spent on suggestions in one reading, where to pass over an id
 * costs one and to compare it a hundred: a file that misspells everything
 * must not take hours.
 */
#define MAX_SPENT      20000000
#define COST_TO_COMPARE 100

/**
 * tl_import_list:
 * @self: a reading
 * @key: of @value
 * @value: (nullable): the list
 * @parts: which parts it adds to
 * @func: called with each item, at the path
 * @data: passed to @func
 *
 * Returns: the range of @parts that the list has filled
 */
TlRange
tl_import_list (TlImport        *self,
                const char      *key,
                json_t          *value,
                TlPartsKind      parts,
                TlImportItemFunc func,
                gpointer         data)
{
  TlRange range = { tl_import_parts (self, parts)->len, 0 };
  json_t *item;
  gsize i;

  if (value == NULL)
    return range;

  tl_import_push_key (self, key);
  if (!json_is_array (value))
    tl_import_wrong_type (self, value, _("a list"));

  json_array_foreach (value, i, item)
    {
      tl_import_push_index (self, i);
      if (i == self->limits->per_item)
        tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_LIMIT, NULL,
                          _("this list has %zu entries; from here on they are left out, since it may have %u"),
                          json_array_size (value), self->limits->per_item);
      else
        func (self, item, data);
      tl_import_pop (self);
      if (i == self->limits->per_item)
        break;
    }
  tl_import_pop (self);

  range.count = tl_import_parts (self, parts)->len - range.first;

  return range;
}

/* What an id may not be, in words; NULL for a sound id. */
static const char *
find_fault_of_id (const char *id,
                  gsize       length)
{
  const char *p;

  if (length == 0)
    return _("an id may not be empty");

  /* Only a long one has to be counted in characters. */
  if (length > MAX_ID_LENGTH && g_utf8_strlen (id, length) > MAX_ID_LENGTH)
    return _("an id has at most 128 characters");

  for (p = id; *p > ' ' && *p < 0x7f; p++)
    ;
  if (*p == '\0')
    return NULL;

  /* More than plain letters, digits and signs: look at it by character. */
  for (p = id; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      return _("an id may not have a space");

  if (tl_text_check (id, length) != TL_TEXT_SOUND)
    return _("an id may not have a character that is invisible or changes the direction of writing");

  return NULL;
}

static void
report_duplicate (TlImport   *self,
                  TlIdsKind   kind,
                  const char *id,
                  guint32     item)
{
  g_autofree char *quoted = tl_text_quote (id);

  if (kind == TL_IDS_EVENTS && item < TL_ID_LEFT_OUT)
    tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_DUPLICATE_ID, NULL,
                      _("the id %s is that of the event in line %u already"), quoted,
                      g_array_index (tl_import_parts (self, TL_PARTS_EVENTS), TlEvent, item).line);
  else
    tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_DUPLICATE_ID, NULL,
                      _("the id %s is used already"), quoted);
}

/**
 * tl_import_find_source:
 * @self: the second reading
 * @id: a value that may be the id of a source
 *
 * Returns: (nullable): the source, where there is one
 */
TlSource *
tl_import_find_source (TlImport *self,
                       json_t   *id)
{
  const TlIdTable *ids = &self->timeline->ids[TL_IDS_SOURCES];
  guint32 slot = TL_NONE;
  guint32 item;

  if (json_is_string (id))
    slot = tl_id_table_find (ids, json_string_value (id), json_string_length (id));
  item = slot != TL_NONE ? tl_id_table_get (ids, slot)->item : TL_NONE;

  return item < TL_ID_LEFT_OUT ? &g_array_index (tl_import_parts (self, TL_PARTS_SOURCES), TlSource, item) : NULL;
}

/**
 * tl_import_get_lengths:
 * @self: a reading
 * @lengths: (out caller-allocates) (array fixed-size=TL_N_PARTS): how many
 *   parts of each kind there are
 */
void
tl_import_get_lengths (TlImport *self,
                       guint    *lengths)
{
  for (guint i = 0; i < TL_N_PARTS; i++)
    lengths[i] = tl_import_parts (self, i)->len;
}

static void
forget_id (TlImport *self,
           TlIdsKind kind,
           TlText    id)
{
  const char *text = tl_text_pool_get (&self->timeline->pool, id);

  if (text != NULL)
    tl_import_settle_id (self, kind, tl_id_table_find (&self->timeline->ids[kind], text, strlen (text)), TL_ID_LEFT_OUT);
}

/**
 * tl_import_forget:
 * @self: a reading
 * @lengths: (array fixed-size=TL_N_PARTS): how many parts of each kind to keep
 *
 * Takes back what a part that is left out has brought along: claims,
 * figures and all that they hold.
 */
void
tl_import_forget (TlImport    *self,
                  const guint *lengths)
{
  const GArray *claims = tl_import_parts (self, TL_PARTS_CLAIMS);
  const GArray *figures = tl_import_parts (self, TL_PARTS_FIGURES);

  for (guint i = lengths[TL_PARTS_CLAIMS]; i < claims->len; i++)
    forget_id (self, TL_IDS_CLAIMS, g_array_index (claims, TlClaim, i).id);
  for (guint i = lengths[TL_PARTS_FIGURES]; i < figures->len; i++)
    forget_id (self, TL_IDS_FIGURES, g_array_index (figures, TlFigure, i).id);

  for (guint i = 0; i < TL_N_PARTS; i++)
    g_array_set_size (tl_import_parts (self, i), lengths[i]);
}

/**
 * tl_import_id:
 * @self: a reading
 * @value: (nullable): the value of `id`
 * @kind: the kind of part that has it
 * @slot: (out): its slot in the table of ids, or %TL_NONE
 * @sound: (nullable) (inout): as told in the header
 *
 * Takes the id of a part. What the part turns out to be is told by
 * tl_import_settle_id() when it has been read.
 *
 * Returns: the id, or 0
 */
TlText
tl_import_id (TlImport  *self,
              json_t    *value,
              TlIdsKind  kind,
              guint32   *slot,
              gboolean  *sound)
{
  TlIdTable *ids = &self->timeline->ids[kind];
  const char *fault;
  TlText id = 0;

  *slot = TL_NONE;
  if (self->checking)
    return 0;

  if (value == NULL)
    tl_import_missing (self, "id", sound);

  if (tl_import_is_text (self, "id", value))
    {
      const char *text = json_string_value (value);
      gsize length = json_string_length (value);

      tl_import_push_key (self, "id");
      if ((fault = find_fault_of_id (text, length)) != NULL)
        tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_ID, NULL, "%s", fault);
      else
        {
          *slot = tl_id_table_intern (ids, text, length);
          id = tl_id_table_get (ids, *slot)->id;
          if (tl_id_table_get (ids, *slot)->item != TL_ID_UNDEFINED)
            {
              report_duplicate (self, kind, text, tl_id_table_get (ids, *slot)->item);
              *slot = TL_NONE;
              id = 0;
            }
        }
      tl_import_pop (self);
    }

  if (id == 0 && sound != NULL)
    *sound = FALSE;

  return id;
}

/**
 * tl_import_settle_id:
 * @self: a reading
 * @kind: the kind of part
 * @slot: the slot of its id, or %TL_NONE
 * @item: its index, or %TL_ID_LEFT_OUT
 *
 * Tells what an id stands for.
 */
void
tl_import_settle_id (TlImport *self,
                     TlIdsKind kind,
                     guint32   slot,
                     guint32   item)
{
  if (slot != TL_NONE)
    tl_id_table_get (&self->timeline->ids[kind], slot)->item = item;
}

/**
 * tl_import_keep:
 * @self: a reading
 * @parts: the kind of part
 * @ids: the same, as a kind of id
 * @slot: the slot of its id, or %TL_NONE
 * @part: (transfer none): the part, which is copied
 * @sound: whether it has all that it needs; otherwise it is left out
 *
 * Adds a part that has been read, and tells what its id stands for.
 */
void
tl_import_keep (TlImport     *self,
                TlPartsKind   parts,
                TlIdsKind     ids,
                guint32       slot,
                gconstpointer part,
                gboolean      sound)
{
  GArray *array = tl_import_parts (self, parts);

  tl_import_settle_id (self, ids, slot, sound ? array->len : TL_ID_LEFT_OUT);
  if (sound)
    g_array_append_vals (array, part, 1);
}

/* The id of @kind that @word was probably meant to be. */
static const char *
suggest_id (TlImport   *self,
            TlIdsKind   kind,
            const char *word)
{
  const TlIdTable *ids = &self->timeline->ids[kind];
  guint best = tl_slips_in (word) + 1;
  gsize length = strlen (word);
  const char *nearest = NULL;

  for (guint32 i = 0; i < ids->slots->len && self->spent < MAX_SPENT; i++, self->spent++)
    {
      const TlIdSlot *slot = tl_id_table_get (ids, i);
      const char *id = tl_text_pool_get (&self->timeline->pool, slot->id);
      guint distance;

      if (slot->item >= TL_ID_LEFT_OUT || ABS ((gssize) strlen (id) - (gssize) length) >= (gssize) best)
        continue;

      self->spent += COST_TO_COMPARE;
      distance = tl_word_distance (id, word, best - 1);
      if (distance < best)
        {
          best = distance;
          nearest = id;
        }
    }

  return nearest;
}

static char *
describe_dangling (TlIdsKind   kind,
                   const char *quoted)
{
  /* Translators: in each of these, %s is an id in quotation marks */
  switch ((int) kind)
    {
    case TL_IDS_ACTORS:
      return g_strdup_printf (_("there is no actor %s"), quoted);
    case TL_IDS_CATEGORIES:
      return g_strdup_printf (_("there is no category %s"), quoted);
    case TL_IDS_SOURCES:
      return g_strdup_printf (_("there is no source %s"), quoted);
    case TL_IDS_FIGURES:
      return g_strdup_printf (_("there is no figure %s"), quoted);
    default:
      return g_strdup_printf (_("there is no event %s"), quoted);
    }
}

static void
report_dangling (TlImport  *self,
                 json_t    *value,
                 TlIdsKind  kind,
                 guint32    item)
{
  const char *word = json_string_value (value);
  g_autofree char *quoted = tl_text_quote (word);
  g_autofree char *message = describe_dangling (kind, quoted);

  if (item == TL_ID_LEFT_OUT)
    tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_DANGLING, NULL,
                      _("%s was left out because of an error"), quoted);
  else
    tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_DANGLING,
                      tl_diagnostics_is_full (self->diagnostics, TL_SEVERITY_ERROR) ? NULL : suggest_id (self, kind, word),
                      "%s", message);
}

/**
 * tl_import_reference:
 * @self: a reading
 * @value: the value at the path
 * @kind: the kind of part that it has to name
 *
 * Returns: the slot of the id that @value is, or %TL_NONE
 */
guint32
tl_import_reference (TlImport  *self,
                     json_t    *value,
                     TlIdsKind  kind)
{
  TlIdTable *ids = &self->timeline->ids[kind];
  const char *fault;

  if (!json_is_string (value))
    {
      tl_import_wrong_type (self, value, _("an id"));
      return TL_NONE;
    }

  if (self->checking)
    {
      guint32 slot = tl_id_table_find (ids, json_string_value (value), json_string_length (value));

      guint32 item = slot != TL_NONE ? tl_id_table_get (ids, slot)->item : TL_NONE;

      /* What is not defined may stand in the part that could not be read. */
      if (item == TL_ID_LEFT_OUT || (item == TL_ID_UNDEFINED && self->is_whole))
        report_dangling (self, value, kind, item);

      return slot;
    }

  fault = find_fault_of_id (json_string_value (value), json_string_length (value));
  if (fault != NULL)
    {
      tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_ID, NULL, "%s", fault);
      return TL_NONE;
    }

  return tl_id_table_intern (ids, json_string_value (value), json_string_length (value));
}

/**
 * tl_import_reference_at:
 * @self: a reading
 * @key: of @value
 * @value: (nullable): a value
 * @kind: the kind of part that it has to name
 *
 * Returns: the slot of the id that @value is, or %TL_NONE
 */
guint32
tl_import_reference_at (TlImport   *self,
                        const char *key,
                        json_t     *value,
                        TlIdsKind   kind)
{
  guint32 slot;

  if (value == NULL)
    return TL_NONE;

  tl_import_push_key (self, key);
  slot = tl_import_reference (self, value, kind);
  tl_import_pop (self);

  return slot;
}

static void
import_index_cb (TlImport *self,
                 json_t   *item,
                 gpointer  data)
{
  const TlIdsKind *kind = data;
  guint32 slot = tl_import_reference (self, item, *kind);

  if (slot != TL_NONE)
    g_array_append_val (tl_import_parts (self, TL_PARTS_INDICES), slot);
}

/**
 * tl_import_references:
 * @self: a reading
 * @key: of @value
 * @value: (nullable): a list of ids
 * @kind: the kind of part that they have to name
 *
 * Returns: the range of the timeline's indices that now hold their slots
 */
TlRange
tl_import_references (TlImport   *self,
                      const char *key,
                      json_t     *value,
                      TlIdsKind   kind)
{
  return tl_import_list (self, key, value, TL_PARTS_INDICES, import_index_cb, &kind);
}
