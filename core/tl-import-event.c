/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-import-private.h"

#include "tl-check.h"

#include <glib/gi18n-lib.h>

/* Events, with what only they have: links and media. */

#define DEFAULT_IMPORTANCE 3

enum
{
  LINK_TO,
  LINK_KIND,
  LINK_STATUS,
  LINK_SOURCES,
  LINK_NOTE,
  N_LINK_KEYS
};

static const char *const link_keys[] = { "to", "kind", "status", "sources", "note", NULL };

static void
import_link_cb (TlImport *self,
                json_t   *item,
                gpointer  data)
{
  json_t *values[N_LINK_KEYS];
  TlLink link = { 0 };
  gboolean sound = TRUE;

  if (!tl_import_object (self, item, link_keys, values))
    return;

  if (values[LINK_TO] == NULL)
    tl_import_missing (self, "to", &sound);
  link.to = tl_import_reference_at (self, "to", values[LINK_TO], TL_IDS_EVENTS);
  link.kind = tl_import_word (self, "kind", values[LINK_KIND], &tl_link_kind_words, &sound);
  link.status = tl_import_word (self, "status", values[LINK_STATUS], &tl_status_words, NULL);
  link.citations = tl_import_citations (self, values[LINK_SOURCES]);
  link.note = tl_import_text (self, "note", values[LINK_NOTE], NULL);

  if (sound && link.to != TL_NONE)
    g_array_append_val (tl_import_parts (self, TL_PARTS_LINKS), link);
}

enum
{
  MEDIA_FILE,
  MEDIA_ALT,
  MEDIA_CREDIT,
  N_MEDIA_KEYS
};

static const char *const media_keys[] = { "file", "alt", "credit", NULL };

static void
import_media_cb (TlImport *self,
                 json_t   *item,
                 gpointer  data)
{
  json_t *values[N_MEDIA_KEYS];
  TlMedia media = { 0 };
  gboolean sound = TRUE;

  if (!tl_import_object (self, item, media_keys, values))
    return;

  media.file = tl_import_text (self, "file", values[MEDIA_FILE], &sound);
  media.alt = tl_import_text (self, "alt", values[MEDIA_ALT], &sound);
  media.credit = tl_import_text (self, "credit", values[MEDIA_CREDIT], NULL);

  if (media.file != 0 && !tl_path_is_below (json_string_value (values[MEDIA_FILE])))
    {
      tl_import_push_key (self, "file");
      tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_VALUE, NULL,
                        _("a picture lies beside the timeline file or below it: a relative path without “..” is needed"));
      tl_import_pop (self);
      sound = FALSE;
    }

  if (sound)
    g_array_append_val (tl_import_parts (self, TL_PARTS_MEDIA), media);
}

/* In the second reading: whether all that date an event are sources that
 * are not the story's own.
 */
static gboolean
are_all_outside (TlImport *self,
                 json_t   *ids)
{
  gsize n = json_is_array (ids) ? json_array_size (ids) : 1;

  for (gsize i = 0; i < n; i++)
    {
      const TlSource *source = tl_import_find_source (self, json_is_array (ids) ? json_array_get (ids, i) : ids);

      if (source == NULL || !source->outside)
        return FALSE;
    }

  return n > 0;
}

static void
import_dating_cb (TlImport *self,
                  json_t   *item,
                  gpointer  data)
{
  TlCitation citation = { tl_import_reference (self, item, TL_IDS_SOURCES), TL_NONE, 0 };

  if (citation.source != TL_NONE)
    g_array_append_val (tl_import_parts (self, TL_PARTS_CITATIONS), citation);
}

/* One id of a source, or a list of them. */
static TlRange
import_dating_sources (TlImport *self,
                       json_t   *value)
{
  TlRange range = { tl_import_parts (self, TL_PARTS_CITATIONS)->len, 0 };

  if (json_is_array (value))
    return tl_import_list (self, "source", value, TL_PARTS_CITATIONS, import_dating_cb, NULL);

  tl_import_push_key (self, "source");
  import_dating_cb (self, value, NULL);
  tl_import_pop (self);
  range.count = tl_import_parts (self, TL_PARTS_CITATIONS)->len - range.first;

  return range;
}

static const char *const dated_by_keys[] = { "source", "own", NULL };

static void
import_dated_by (TlImport *self,
                 json_t   *value,
                 TlEvent  *event)
{
  gboolean sound = TRUE;
  json_t *values[2];

  event->dated_by.first = tl_import_parts (self, TL_PARTS_CITATIONS)->len;
  event->dated_by_own = TRUE;
  if (value == NULL)
    return;

  tl_import_push_key (self, "dated_by");
  if (tl_import_object (self, value, dated_by_keys, values))
    {
      event->dated_by_own = tl_import_flag (self, "own", values[1], TRUE);
      if (values[0] == NULL || (json_is_array (values[0]) && json_array_size (values[0]) == 0))
        tl_import_missing (self, "source", &sound);
      else
        event->dated_by = import_dating_sources (self, values[0]);

      if (self->checking && event->dated_by_own && values[0] != NULL && are_all_outside (self, values[0]))
        tl_import_report (self, TL_SEVERITY_WARNING, TL_DIAGNOSTIC_CONTRADICTION, NULL,
                          _("only outside sources give this date, so “own” has to be false"));
    }
  tl_import_pop (self);
}

static guint8
import_importance (TlImport *self,
                   json_t   *value)
{
  double importance = value != NULL && json_is_number (value) ? json_number_value (value) : DEFAULT_IMPORTANCE;

  if (value == NULL || (json_is_number (value) && importance >= 1 && importance <= 5 && importance == (guint8) importance))
    return importance;

  tl_import_push_key (self, "importance");
  tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_VALUE, NULL,
                    _("importance is a whole number from 1 to 5"));
  tl_import_pop (self);

  return DEFAULT_IMPORTANCE;
}

enum
{
  EVENT_ID,
  EVENT_TITLE,
  EVENT_LABEL,
  EVENT_SUMMARY,
  EVENT_WHEN,
  EVENT_DATED_BY,
  EVENT_ACTORS,
  EVENT_CATEGORY,
  EVENT_IMPORTANCE,
  EVENT_FIGURES,
  EVENT_CLAIMS,
  EVENT_DIFFERENCES,
  EVENT_LINKS,
  EVENT_MEDIA,
  EVENT_NOTES,
  EVENT_CONTEXT,
  N_EVENT_KEYS
};

static const char *const event_keys[] = {
  "id", "title", "label", "summary", "when", "dated_by", "actors", "category", "importance",
  "figures", "claims", "differences", "links", "media", "notes", "context", NULL
};

static void
import_event_parts (TlImport *self,
                    json_t  **values,
                    TlEvent  *event)
{
  import_dated_by (self, values[EVENT_DATED_BY], event);
  event->actors = tl_import_references (self, "actors", values[EVENT_ACTORS], TL_IDS_ACTORS);
  event->category = tl_import_reference_at (self, "category", values[EVENT_CATEGORY], TL_IDS_CATEGORIES);
  event->figures = tl_import_list (self, "figures", values[EVENT_FIGURES], TL_PARTS_FIGURES, tl_import_figure, NULL);
  event->claims = tl_import_list (self, "claims", values[EVENT_CLAIMS], TL_PARTS_CLAIMS, tl_import_claim, NULL);
  event->differences = tl_import_list (self, "differences", values[EVENT_DIFFERENCES], TL_PARTS_DIFFERENCES, tl_import_difference, NULL);
  event->links = tl_import_list (self, "links", values[EVENT_LINKS], TL_PARTS_LINKS, import_link_cb, NULL);
  event->media = tl_import_list (self, "media", values[EVENT_MEDIA], TL_PARTS_MEDIA, import_media_cb, NULL);
}

/**
 * tl_import_event:
 * @self: a reading
 * @item: an event
 * @data: unused
 */
void
tl_import_event (TlImport *self,
                 json_t   *item,
                 gpointer  data)
{
  json_t *values[N_EVENT_KEYS];
  TlEvent event = { .line = self->entry_line };
  guint lengths[TL_N_PARTS];
  gboolean sound = TRUE;
  guint32 slot = TL_NONE;

  tl_import_get_lengths (self, lengths);
  event.number = self->n_seen[TL_PARTS_EVENTS];
  if (!tl_import_object (self, item, event_keys, values))
    sound = FALSE;
  else
    {
      event.id = tl_import_id (self, values[EVENT_ID], TL_IDS_EVENTS, &slot, &sound);
      event.title = tl_import_text (self, "title", values[EVENT_TITLE], &sound);
      tl_import_when (self, values[EVENT_WHEN], &event.when, &event.when_text, &event.when_end_text, &sound);
      event.label = tl_import_text (self, "label", values[EVENT_LABEL], NULL);
      event.summary = tl_import_text (self, "summary", values[EVENT_SUMMARY], NULL);
      event.notes = tl_import_text (self, "notes", values[EVENT_NOTES], NULL);
      event.importance = import_importance (self, values[EVENT_IMPORTANCE]);
      event.context = tl_import_flag (self, "context", values[EVENT_CONTEXT], FALSE);
      import_event_parts (self, values, &event);
    }

  tl_import_keep (self, TL_PARTS_EVENTS, TL_IDS_EVENTS, slot, &event, sound);
  if (!sound)
    {
      tl_import_forget (self, lengths);
      self->n_left_out++;
    }
}
