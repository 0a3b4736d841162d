/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-import-private.h"

#include "tl-check.h"

#include <glib/gi18n-lib.h>

/* What events refer to: lanes, actors, categories, eras, sources. */

enum
{
  LANE_ID,
  LANE_NAME,
  LANE_COLOUR,
  LANE_ACTORS,
  N_LANE_KEYS
};

static const char *const lane_keys[] = { "id", "name", "colour", "actors", NULL };

static void
import_seat_cb (TlImport *self,
                json_t   *item,
                gpointer  data)
{
  const gboolean *is_lane_sound = data;
  guint32 slot = tl_import_reference (self, item, TL_IDS_ACTORS);

  if (slot == TL_NONE || !*is_lane_sound)
    return;

  if (g_hash_table_add (self->seated_actors, GUINT_TO_POINTER (slot)))
    g_array_append_val (tl_import_parts (self, TL_PARTS_INDICES), slot);
  else
    tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_VALUE, NULL,
                      _("this actor belongs to another lane already; it can belong to one only"));
}

/**
 * tl_import_lane:
 * @self: a reading
 * @item: a lane
 * @data: unused
 */
void
tl_import_lane (TlImport *self,
                json_t   *item,
                gpointer  data)
{
  json_t *values[N_LANE_KEYS];
  TlLane lane = { 0 };
  gboolean sound = TRUE;
  guint32 slot;

  if (!tl_import_object (self, item, lane_keys, values))
    return;

  lane.id = tl_import_id (self, values[LANE_ID], TL_IDS_LANES, &slot, &sound);
  lane.name = tl_import_text (self, "name", values[LANE_NAME], &sound);
  lane.colour = tl_import_colour (self, "colour", values[LANE_COLOUR]);
  lane.actors = tl_import_list (self, "actors", values[LANE_ACTORS], TL_PARTS_INDICES, import_seat_cb, &sound);

  tl_import_keep (self, TL_PARTS_LANES, TL_IDS_LANES, slot, &lane, sound);
}

enum
{
  ACTOR_ID,
  ACTOR_NAME,
  ACTOR_KIND,
  ACTOR_COLOUR,
  N_ACTOR_KEYS
};

static const char *const actor_keys[] = { "id", "name", "kind", "colour", NULL };

/**
 * tl_import_actor:
 * @self: a reading
 * @item: an actor
 * @data: unused
 */
void
tl_import_actor (TlImport *self,
                 json_t   *item,
                 gpointer  data)
{
  TlActor actor = { .lane = TL_NONE };
  json_t *values[N_ACTOR_KEYS];
  gboolean sound = TRUE;
  guint32 slot;

  if (!tl_import_object (self, item, actor_keys, values))
    return;

  actor.id = tl_import_id (self, values[ACTOR_ID], TL_IDS_ACTORS, &slot, &sound);
  actor.name = tl_import_text (self, "name", values[ACTOR_NAME], &sound);
  actor.kind = tl_import_word (self, "kind", values[ACTOR_KIND], &tl_actor_kind_words, NULL);
  actor.colour = tl_import_colour (self, "colour", values[ACTOR_COLOUR]);

  tl_import_keep (self, TL_PARTS_ACTORS, TL_IDS_ACTORS, slot, &actor, sound);
}

enum
{
  CATEGORY_ID,
  CATEGORY_NAME,
  CATEGORY_SYMBOL,
  N_CATEGORY_KEYS
};

static const char *const category_keys[] = { "id", "name", "symbol", NULL };

/**
 * tl_import_category:
 * @self: a reading
 * @item: a category
 * @data: unused
 */
void
tl_import_category (TlImport *self,
                    json_t   *item,
                    gpointer  data)
{
  json_t *values[N_CATEGORY_KEYS];
  TlCategory category = { 0 };
  gboolean sound = TRUE;
  guint32 slot;

  if (!tl_import_object (self, item, category_keys, values))
    return;

  category.id = tl_import_id (self, values[CATEGORY_ID], TL_IDS_CATEGORIES, &slot, &sound);
  category.name = tl_import_text (self, "name", values[CATEGORY_NAME], &sound);
  category.symbol = tl_import_word (self, "symbol", values[CATEGORY_SYMBOL], &tl_symbol_words, NULL);

  tl_import_keep (self, TL_PARTS_CATEGORIES, TL_IDS_CATEGORIES, slot, &category, sound);
}

enum
{
  ERA_ID,
  ERA_NAME,
  ERA_WHEN,
  ERA_COLOUR,
  ERA_NOTE,
  N_ERA_KEYS
};

static const char *const era_keys[] = { "id", "name", "when", "colour", "note", NULL };

/**
 * tl_import_era:
 * @self: a reading
 * @item: an era
 * @data: unused
 */
void
tl_import_era (TlImport *self,
               json_t   *item,
               gpointer  data)
{
  json_t *values[N_ERA_KEYS];
  gboolean sound = TRUE;
  TlEra era = { 0 };
  guint32 slot;

  if (!tl_import_object (self, item, era_keys, values))
    return;

  era.id = tl_import_id (self, values[ERA_ID], TL_IDS_ERAS, &slot, NULL);
  era.name = tl_import_text (self, "name", values[ERA_NAME], &sound);
  tl_import_when (self, values[ERA_WHEN], &era.when, &era.when_text, &era.when_end_text, &sound);
  era.colour = tl_import_colour (self, "colour", values[ERA_COLOUR]);
  era.note = tl_import_text (self, "note", values[ERA_NOTE], NULL);

  tl_import_keep (self, TL_PARTS_ERAS, TL_IDS_ERAS, slot, &era, sound);
}

enum
{
  SOURCE_ID,
  SOURCE_PUBLISHER,
  SOURCE_TITLE,
  SOURCE_AUTHOR,
  SOURCE_PUBLISHED,
  SOURCE_URL,
  SOURCE_URL_IS,
  SOURCE_CHECKED,
  SOURCE_ARCHIVED,
  SOURCE_KIND,
  SOURCE_RELAYS,
  SOURCE_OUTSIDE,
  SOURCE_NOTE,
  N_SOURCE_KEYS
};

static const char *const source_keys[] = {
  "id", "publisher", "title", "author", "published", "url", "url_is", "checked", "archived",
  "kind", "relays", "outside", "note", NULL
};

/* In the second reading: says where a source's `relays` was dropped, once. */
static void
report_circle (TlImport *self,
               json_t   *id)
{
  TlSource *source = tl_import_find_source (self, id);

  if (source == NULL || !source->relays_itself)
    return;

  source->relays_itself = FALSE;
  tl_import_push_key (self, "relays");
  tl_import_report (self, TL_SEVERITY_ERROR, TL_DIAGNOSTIC_CIRCLE, NULL,
                    _("this closes a circle: followed from source to source, the report comes back here"));
  tl_import_pop (self);
}

/**
 * tl_import_source:
 * @self: a reading
 * @item: a source
 * @data: unused
 */
void
tl_import_source (TlImport *self,
                  json_t   *item,
                  gpointer  data)
{
  json_t *values[N_SOURCE_KEYS];
  TlSource source = { 0 };
  gboolean sound = TRUE;
  guint32 slot;

  if (!tl_import_object (self, item, source_keys, values))
    return;

  source.id = tl_import_id (self, values[SOURCE_ID], TL_IDS_SOURCES, &slot, &sound);
  source.publisher = tl_import_text (self, "publisher", values[SOURCE_PUBLISHER], &sound);
  source.title = tl_import_text (self, "title", values[SOURCE_TITLE], NULL);
  source.author = tl_import_text (self, "author", values[SOURCE_AUTHOR], NULL);
  source.published_text = tl_import_date (self, "published", values[SOURCE_PUBLISHED], &source.published, NULL);
  source.url = tl_import_address (self, "url", values[SOURCE_URL]);
  source.url_is = tl_import_word (self, "url_is", values[SOURCE_URL_IS], &tl_url_is_words, NULL);
  source.checked = tl_import_word (self, "checked", values[SOURCE_CHECKED], &tl_checked_words, NULL);
  source.archived = tl_import_address (self, "archived", values[SOURCE_ARCHIVED]);
  source.kind = tl_import_word (self, "kind", values[SOURCE_KIND], &tl_source_kind_words, NULL);
  source.relays = tl_import_reference_at (self, "relays", values[SOURCE_RELAYS], TL_IDS_SOURCES);
  source.outside = tl_import_flag (self, "outside", values[SOURCE_OUTSIDE], FALSE);
  source.note = tl_import_text (self, "note", values[SOURCE_NOTE], NULL);
  if (self->checking)
    report_circle (self, values[SOURCE_ID]);

  tl_import_keep (self, TL_PARTS_SOURCES, TL_IDS_SOURCES, slot, &source, sound);
}
