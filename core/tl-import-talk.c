/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-import-private.h"

#include "tl-edtf.h"

#include <glib/gi18n-lib.h>

/* The talk and its steps. */

/* A talk of a whole day. */
#define MAX_MINUTES 1440

enum
{
  STEP_ID,
  STEP_TITLE,
  STEP_TEXT,
  STEP_EVENTS,
  STEP_WINDOW,
  STEP_HIGHLIGHT,
  STEP_FIGURES,
  STEP_NOTES,
  STEP_HIDDEN,
  N_STEP_KEYS
};

static const char *const step_keys[] = {
  "id", "title", "text", "events", "window", "highlight", "figures", "notes", "hidden", NULL
};

/* In the second reading, when all events are known. */
static void
check_window (TlImport *self,
              json_t   *value)
{
  TlDate window;

  if (!self->checking || !json_is_string (value)
      || !tl_edtf_parse (json_string_value (value), (gssize) json_string_length (value), &window, NULL)
      || tl_timeline_has_event_within (self->timeline, &window))
    return;

  tl_import_push_key (self, "window");
  tl_import_report (self, TL_SEVERITY_WARNING, TL_DIAGNOSTIC_EMPTY, NULL,
                    _("no event lies in this stretch of time, so the step is left out of the talk"));
  tl_import_pop (self);
}

static void
import_step_cb (TlImport *self,
                json_t   *item,
                gpointer  data)
{
  json_t *values[N_STEP_KEYS];
  gboolean sound = TRUE;
  TlStep step = { 0 };
  guint32 slot;

  if (!tl_import_object (self, item, step_keys, values))
    return;

  step.id = tl_import_id (self, values[STEP_ID], TL_IDS_STEPS, &slot, NULL);
  step.title = tl_import_text (self, "title", values[STEP_TITLE], &sound);
  step.text = tl_import_text (self, "text", values[STEP_TEXT], NULL);
  step.number = self->path[self->n_steps - 1].index;
  step.names_events = json_array_size (values[STEP_EVENTS]) > 0;
  step.events = tl_import_references (self, "events", values[STEP_EVENTS], TL_IDS_EVENTS);
  step.window_text = tl_import_date (self, "window", values[STEP_WINDOW], &step.window, NULL);
  step.highlight = tl_import_references (self, "highlight", values[STEP_HIGHLIGHT], TL_IDS_EVENTS);
  step.figures = tl_import_references (self, "figures", values[STEP_FIGURES], TL_IDS_FIGURES);
  step.notes = tl_import_text (self, "notes", values[STEP_NOTES], NULL);
  step.hidden = tl_import_flag (self, "hidden", values[STEP_HIDDEN], FALSE);

  check_window (self, values[STEP_WINDOW]);

  tl_import_keep (self, TL_PARTS_STEPS, TL_IDS_STEPS, slot, &step, sound);
}

/* Of two talks the last one counts. */
static void
forget_talk (TlImport *self)
{
  const TlIdTable *ids = &self->timeline->ids[TL_IDS_STEPS];

  g_array_set_size (tl_import_parts (self, TL_PARTS_STEPS), 0);
  for (guint32 slot = 0; slot < ids->slots->len; slot++)
    tl_id_table_get (ids, slot)->item = TL_ID_UNDEFINED;
  self->timeline->talk_minutes = 0;
}

static const char *const talk_keys[] = { "minutes", "steps", NULL };

/**
 * tl_import_talk:
 * @self: a reading
 * @value: the value of `talk`, at the path
 */
void
tl_import_talk (TlImport *self,
                json_t   *value)
{
  gboolean sound = TRUE;
  json_t *values[2];

  if (!self->checking)
    forget_talk (self);
  if (!tl_import_object (self, value, talk_keys, values))
    return;

  tl_import_number (self, "minutes", values[0], 0, MAX_MINUTES, &self->timeline->talk_minutes);
  if (values[1] == NULL)
    tl_import_missing (self, "steps", &sound);
  tl_import_list (self, "steps", values[1], TL_PARTS_STEPS, import_step_cb, NULL);
}
