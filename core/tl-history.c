/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-history.h"

/* As many visits as anybody goes back. */
#define MAX_VISITS 200

typedef struct
{
  char   *id;    /* (nullable): of the selected event; ids outlast a reload, indices do not */
  TlPlace place; /* as it was left */
} Visit;

struct _TlHistory
{
  TlViewport *viewport; /* unowned: it is the window's, as this is */
  GArray     *visits;   /* of Visit */
  guint       at;
};

static void
clear_visit_cb (gpointer data)
{
  Visit *visit = data;

  g_free (visit->id);
}

static char *
dup_selected_id (TlHistory *self)
{
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  guint32 selected = tl_viewport_get_selected (self->viewport);

  if (timeline == NULL || selected == TL_NONE)
    return NULL;

  return g_strdup (tl_timeline_get_text (timeline, tl_timeline_get_events (timeline, NULL)[selected].id));
}

static void
add_visit (TlHistory *self)
{
  const Visit visit = { dup_selected_id (self), tl_viewport_get_place (self->viewport) };

  g_array_append_val (self->visits, visit);
  if (self->visits->len > MAX_VISITS)
    g_array_remove_index (self->visits, 0);
  self->at = self->visits->len - 1;
}

/* How a view is left is how it is found again. */
static void
save_place (TlHistory *self)
{
  if (self->at < self->visits->len)
    g_array_index (self->visits, Visit, self->at).place = tl_viewport_get_place (self->viewport);
}

/**
 * tl_history_new:
 * @viewport: (transfer none): what somebody looks at; outlives the history
 *
 * Returns: (transfer full): a history that begins with what is shown now
 */
TlHistory *
tl_history_new (TlViewport *viewport)
{
  TlHistory *self = g_new0 (TlHistory, 1);

  self->viewport = viewport;
  self->visits = g_array_new (FALSE, FALSE, sizeof (Visit));
  g_array_set_clear_func (self->visits, clear_visit_cb);
  add_visit (self);

  return self;
}

/**
 * tl_history_free:
 * @self: (transfer full): a history
 */
void
tl_history_free (TlHistory *self)
{
  g_array_unref (self->visits);
  g_free (self);
}

/**
 * tl_history_visit:
 * @self: a history
 *
 * To be called when another event has been selected, and when another view
 * is about to be gone to. What could be gone forward to is forgotten.
 */
void
tl_history_visit (TlHistory *self)
{
  save_place (self);
  if (self->at + 1 < self->visits->len)
    g_array_set_size (self->visits, self->at + 1);
  add_visit (self);
}

static guint32
find_event (TlHistory   *self,
            const Visit *visit)
{
  TlTimeline *timeline = tl_viewport_get_timeline (self->viewport);
  guint32 event = visit->id != NULL && timeline != NULL ? tl_timeline_find_event (timeline, visit->id) : TL_NONE;

  return tl_viewport_shows (self->viewport, event) ? event : TL_NONE;
}

/* A visit to an event that is gone, or hidden with its lane, is no longer one. */
static gboolean
find_visit (TlHistory *self,
            int        steps,
            guint     *at)
{
  int step = steps > 0 ? 1 : -1;
  int index = (int) self->at;

  while (steps != 0)
    {
      index += step;
      if (index < 0 || index >= (int) self->visits->len)
        return FALSE;
      if (g_array_index (self->visits, Visit, index).id == NULL
          || find_event (self, &g_array_index (self->visits, Visit, index)) != TL_NONE)
        steps -= step;
    }
  *at = (guint) index;

  return TRUE;
}

/**
 * tl_history_can_go:
 * @self: a history
 * @steps: how many visits on; below 0, back
 *
 * Returns: whether there are that many
 */
gboolean
tl_history_can_go (TlHistory *self,
                   int        steps)
{
  guint at;

  return find_visit (self, steps, &at);
}

/**
 * tl_history_go:
 * @self: a history
 * @steps: how many visits on; below 0, back
 * @camera: (out): the view as it was there
 *
 * Selects the event of that visit.
 *
 * Returns: whether there is such a visit
 */
gboolean
tl_history_go (TlHistory *self,
               int        steps,
               TlCamera  *camera)
{
  const Visit *visit;
  guint at;

  if (!find_visit (self, steps, &at))
    return FALSE;

  save_place (self);
  self->at = at;
  visit = &g_array_index (self->visits, Visit, at);
  *camera = tl_viewport_show_place (self->viewport, &visit->place);
  tl_viewport_select (self->viewport, find_event (self, visit));

  return TRUE;
}

/**
 * tl_history_clear:
 * @self: a history
 *
 * Begins anew with what is shown now.
 */
void
tl_history_clear (TlHistory *self)
{
  g_array_set_size (self->visits, 0);
  add_visit (self);
}
