/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-viewport-private.h"

#include "tl-filter-choices.h"

/* Which events are shown: those in lanes that are, and that a filter leaves. */

static gboolean *
find_hidden_lanes (TlViewport *self)
{
  guint n_lanes;
  gboolean *is_hidden;

  tl_timeline_get_lanes (self->timeline, &n_lanes);
  is_hidden = g_new0 (gboolean, MAX (n_lanes, 1));
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const TlLaneChoice *choice = &g_array_index (self->lanes, TlLaneChoice, i);

      is_hidden[choice->lane] = choice->is_hidden;
    }

  return is_hidden;
}

/**
 * tl_viewport_find_events:
 * @self: a viewport whose timeline, lanes or filter are new
 *
 * Finds which events are shown.
 */
void
tl_viewport_find_events (TlViewport *self)
{
  g_autoptr (TlFilter) everything = tl_filter_new ();
  g_autoptr (GArray) left = NULL;
  g_autofree gboolean *is_hidden = NULL;
  const TlEvent *events;

  g_array_set_size (self->events, 0);
  if (self->timeline == NULL)
    return;

  left = tl_filter_apply (self->filter != NULL ? self->filter : everything, self->timeline);
  is_hidden = find_hidden_lanes (self);
  events = tl_timeline_get_events (self->timeline, NULL);
  for (guint i = 0; i < left->len; i++)
    {
      guint32 event = g_array_index (left, guint32, i);

      if (!is_hidden[tl_timeline_get_event_lane (self->timeline, &events[event])])
        g_array_append_val (self->events, event);
    }
}

/**
 * tl_viewport_get_filter:
 * @self: a viewport
 *
 * Returns: (transfer none) (nullable): what is asked of events; %NULL for
 *   nothing
 */
const TlFilter *
tl_viewport_get_filter (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), NULL);

  return self->filter;
}

/**
 * tl_viewport_take_filter:
 * @self: a viewport
 * @filter: (nullable): what is asked of events, copied
 *
 * Without finding the events anew, and without telling.
 */
void
tl_viewport_take_filter (TlViewport     *self,
                         const TlFilter *filter)
{
  TlFilter *copy = filter != NULL && !tl_filter_is_empty (filter) ? tl_filter_copy (filter) : NULL;

  g_clear_pointer (&self->filter, tl_filter_free);
  self->filter = copy;
}

static gboolean
has_filter (TlViewport     *self,
            const TlFilter *filter)
{
  gboolean asks = filter != NULL && !tl_filter_is_empty (filter);

  if (!asks || self->filter == NULL)
    return !asks && self->filter == NULL;

  return tl_filter_equal (self->filter, filter);
}

static gboolean
is_any_event_in_view (TlViewport *self)
{
  const TlEvent *events = tl_timeline_get_events (self->timeline, NULL);
  TlStretch view = tl_viewport_get_stretch (self);

  for (guint i = 0; i < self->events->len; i++)
    {
      TlStretch event;

      if (tl_axis_get_extent (self->axis, &events[g_array_index (self->events, guint32, i)].when, &event.from, &event.to)
          && event.from <= view.to && event.to >= view.from)
        return TRUE;
    }

  return FALSE;
}

/**
 * tl_viewport_set_filter:
 * @self: a viewport
 * @filter: (nullable): what is asked of events: values are ids; %NULL for
 *   nothing. Copied
 *
 * Shows the events of lanes that are shown that @filter leaves. An event that
 * is no longer shown is no longer selected. Where none of those that are left
 * is in view, all of them are shown.
 */
void
tl_viewport_set_filter (TlViewport     *self,
                        const TlFilter *filter)
{
  TlPlace place;
  guint changes = TL_VIEWPORT_FILTER;

  g_return_if_fail (TL_IS_VIEWPORT (self));

  if (has_filter (self, filter))
    return;

  place = tl_viewport_get_place (self);
  tl_viewport_take_filter (self, filter);
  if (self->timeline == NULL)
    return;

  tl_viewport_find_events (self);
  changes |= tl_viewport_drop_hidden (self);
  tl_viewport_make_axis (self);
  tl_viewport_take_place (self, &place);
  if (!is_any_event_in_view (self))
    place.is_whole = TRUE;
  tl_viewport_update_content (self, &place, changes);
}

/* What is asked for, to be changed. */
static TlFilter *
dup_asked (TlViewport *self)
{
  return self->filter != NULL ? tl_filter_copy (self->filter) : tl_filter_new ();
}

/**
 * tl_viewport_filter_lane:
 * @self: a viewport
 * @lane: a lane of its timeline
 *
 * Asks for the events of @lane and no other, besides what else is asked for.
 */
void
tl_viewport_filter_lane (TlViewport *self,
                         guint32     lane)
{
  g_autoptr (TlFilter) filter = NULL;
  g_autoptr (GArray) choices = NULL;

  g_return_if_fail (TL_IS_VIEWPORT (self));

  if (self->timeline == NULL)
    return;

  filter = dup_asked (self);
  choices = tl_filter_list_choices (self->timeline, TL_CONDITION_LANE);
  tl_filter_clear (filter, TL_CONDITION_LANE);
  if (lane < choices->len)
    tl_filter_add (filter, TL_CONDITION_LANE, g_array_index (choices, TlFilterChoice, lane).value);
  tl_viewport_set_filter (self, filter);
}

/* A day; of years that have more than four digits, the year. */
static char *
date_instant (TlInstant instant)
{
  TlCivil civil = tl_instant_to_civil (instant);

  if (ABS (civil.year) > 9999)
    return g_strdup_printf ("Y%" G_GINT64_FORMAT, civil.year);

  return g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02u-%02u", civil.year < 0 ? "-" : "", ABS (civil.year), civil.month,
                          civil.day);
}

/**
 * tl_viewport_filter_span:
 * @self: a viewport
 *
 * Asks for events of the days that are marked, besides what else is asked
 * for. Nothing is marked after that.
 */
void
tl_viewport_filter_span (TlViewport *self)
{
  g_autoptr (TlFilter) filter = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  TlInstant first, last;
  TlStretch span;

  g_return_if_fail (TL_IS_VIEWPORT (self));

  if (!tl_viewport_get_span (self, &span))
    return;

  /* What ends with a day ends before the next one. */
  first = tl_axis_get_moment (self->axis, span.from).instant;
  last = tl_axis_get_moment (self->axis, span.to).instant;
  from = date_instant (first);
  to = date_instant (last > first ? last - 1 : first);
  filter = dup_asked (self);
  if (tl_filter_set_window (filter, from, to, NULL))
    tl_viewport_set_filter (self, filter);
}

/* The lanes that are asked for and are not hidden, or all that are not. */
static void
leave_out_hidden (TlViewport *self,
                  TlFilter   *filter)
{
  g_autofree gboolean *is_hidden = find_hidden_lanes (self);
  g_autoptr (GArray) choices = tl_filter_list_choices (self->timeline, TL_CONDITION_LANE);
  gboolean asks = *tl_filter_get (filter, TL_CONDITION_LANE) != NULL;
  gboolean is_any_hidden = FALSE;

  for (guint i = 0; i < choices->len; i++)
    is_any_hidden = is_any_hidden || is_hidden[i];
  if (!is_any_hidden)
    return;

  for (guint i = 0; i < choices->len; i++)
    {
      const char *lane = g_array_index (choices, TlFilterChoice, i).value;

      if (is_hidden[i])
        tl_filter_remove (filter, TL_CONDITION_LANE, lane);
      else if (!asks)
        tl_filter_add (filter, TL_CONDITION_LANE, lane);
    }
}

/**
 * tl_viewport_dup_filter:
 * @self: a viewport
 *
 * Returns: (transfer full): what leaves exactly the events that are shown,
 *   with hidden lanes left out by it, too; empty where all are shown. Where
 *   none is, it may leave some
 */
TlFilter *
tl_viewport_dup_filter (TlViewport *self)
{
  TlFilter *filter;

  g_return_val_if_fail (TL_IS_VIEWPORT (self), NULL);

  filter = dup_asked (self);
  if (self->timeline != NULL)
    leave_out_hidden (self, filter);

  return filter;
}
