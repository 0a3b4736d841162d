/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-viewport-private.h"

/* What there is to show, and what of it is chosen. Lanes, and a newer version
 * of what is shown, are in tl-viewport-lanes.c, which events are shown in
 * tl-viewport-filter.c, what is in view in tl-viewport-camera.c.
 */

G_DEFINE_FINAL_TYPE (TlViewport, tl_viewport, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * tl_viewport_tell:
 * @self: a viewport
 * @changes: what has changed: some of TlViewportChange, or nothing
 */
void
tl_viewport_tell (TlViewport *self,
                  guint       changes)
{
  if (changes != 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes);
}

static void
tl_viewport_finalize (GObject *object)
{
  TlViewport *self = TL_VIEWPORT (object);

  g_clear_object (&self->timeline);
  g_clear_pointer (&self->axis, tl_axis_unref);
  g_clear_pointer (&self->filter, tl_filter_free);
  g_array_unref (self->lanes);
  g_array_unref (self->events);
  g_array_unref (self->hits);

  G_OBJECT_CLASS (tl_viewport_parent_class)->finalize (object);
}

static void
tl_viewport_class_init (TlViewportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_viewport_finalize;

  /**
   * TlViewport::changed:
   * @self: the viewport
   * @changes: what has changed: some of TlViewportChange
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TL_TYPE_VIEWPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
tl_viewport_init (TlViewport *self)
{
  self->lanes = g_array_new (FALSE, TRUE, sizeof (TlLaneChoice));
  /* Its data is somewhere also while it is empty: elsewhere, none at all stands for every event. */
  self->events = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 1);
  self->hits = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->camera.scale = 1;
  self->is_fitted = TRUE;
  self->selected = self->compared = TL_NONE;
}

/**
 * tl_viewport_new:
 *
 * Returns: (transfer full): a viewport without a timeline
 */
TlViewport *
tl_viewport_new (void)
{
  return g_object_new (TL_TYPE_VIEWPORT, NULL);
}

/* What there is */

/* A filter that leaves nothing leaves the axis of everything. */
void
tl_viewport_make_axis (TlViewport *self)
{
  g_clear_pointer (&self->axis, tl_axis_unref);
  if (self->timeline != NULL)
    self->axis = tl_axis_new (self->timeline, self->events->len > 0 ? (gconstpointer) self->events->data : NULL,
                              self->events->len, self->mode,
                              self->filter != NULL ? tl_filter_get_window (self->filter) : NULL);
}

/**
 * tl_viewport_get_timeline:
 * @self: a viewport
 *
 * Returns: (transfer none) (nullable): the timeline that is shown
 */
TlTimeline *
tl_viewport_get_timeline (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), NULL);

  return self->timeline;
}

/**
 * tl_viewport_set_timeline:
 * @self: a viewport
 * @timeline: (nullable): a timeline
 *
 * Shows all of @timeline, with nothing selected.
 */
void
tl_viewport_set_timeline (TlViewport *self,
                          TlTimeline *timeline)
{
  guint changes;

  g_return_if_fail (TL_IS_VIEWPORT (self));
  g_return_if_fail (timeline == NULL || TL_IS_TIMELINE (timeline));

  changes = self->filter != NULL ? TL_VIEWPORT_FILTER : 0;
  g_set_object (&self->timeline, timeline);
  self->mode = TL_AXIS_AUTO;
  self->is_fitted = TRUE;
  self->camera.y = 0;
  self->has_pending = self->has_destination = FALSE;
  self->placed.scale = 0;
  self->selected = self->compared = TL_NONE;
  self->span = (TlStretch){ 0, 0 };
  g_array_set_size (self->hits, 0);
  tl_viewport_take_filter (self, NULL);
  tl_viewport_reset_lanes (self);
  tl_viewport_find_events (self);
  tl_viewport_make_axis (self);
  self->camera = tl_viewport_fit (self);
  tl_viewport_tell (self, TL_VIEWPORT_CONTENT | TL_VIEWPORT_CAMERA | TL_VIEWPORT_SELECTION | TL_VIEWPORT_SPAN
                            | changes);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

/**
 * tl_viewport_find_place:
 * @self: a viewport
 * @event: an event of the timeline, or %TL_NONE
 * @place: (out) (optional): where it is in what tl_viewport_get_events()
 *   returns; left alone where it is not
 *
 * Returns: whether it is there: its lane is not hidden, and the filter leaves
 *   it
 */
gboolean
tl_viewport_find_place (TlViewport *self,
                        guint32     event,
                        guint      *place)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), FALSE);

  return g_array_binary_search (self->events, &event, compare_cb, place);
}

/**
 * tl_viewport_shows:
 * @self: a viewport
 * @event: an event of the timeline, or %TL_NONE
 *
 * Returns: whether it may be selected: it is shown
 */
gboolean
tl_viewport_shows (TlViewport *self,
                   guint32     event)
{
  return event == TL_NONE || tl_viewport_find_place (self, event, NULL);
}

/**
 * tl_viewport_drop_hidden:
 * @self: a viewport whose events are new
 *
 * Nobody may find an event selected that is not shown, not even while being
 * told why.
 *
 * Returns: what that changes: some of TlViewportChange, or nothing
 */
guint
tl_viewport_drop_hidden (TlViewport *self)
{
  guint32 selected = tl_viewport_shows (self, self->selected) ? self->selected : TL_NONE;
  guint32 compared = selected != TL_NONE && tl_viewport_shows (self, self->compared) ? self->compared : TL_NONE;

  if (selected == self->selected && compared == self->compared)
    return 0;

  self->selected = selected;
  self->compared = compared;

  return TL_VIEWPORT_SELECTION;
}

/**
 * tl_viewport_update_content:
 * @self: a viewport whose events or mode are new
 * @place: what was in view before
 * @changes: what else has changed: some of TlViewportChange, or nothing
 *
 * Makes the axis anew, and shows as much as possible of what was in view.
 */
void
tl_viewport_update_content (TlViewport    *self,
                            const TlPlace *place,
                            guint          changes)
{
  tl_viewport_make_axis (self);
  self->span = (TlStretch){ 0, 0 };
  tl_viewport_take_place (self, place);
  tl_viewport_tell (self, TL_VIEWPORT_CONTENT | TL_VIEWPORT_CAMERA | TL_VIEWPORT_SPAN | changes);
}

/**
 * tl_viewport_get_axis:
 * @self: a viewport
 *
 * Returns: (transfer none) (nullable): the axis of the events that are shown
 */
TlAxis *
tl_viewport_get_axis (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), NULL);

  return self->axis;
}

/**
 * tl_viewport_get_axis_mode:
 * @self: a viewport
 *
 * Returns: the mode that was asked for, %TL_AXIS_AUTO where nobody did
 */
TlAxisMode
tl_viewport_get_axis_mode (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), TL_AXIS_AUTO);

  return self->mode;
}

/**
 * tl_viewport_set_axis_mode:
 * @self: a viewport
 * @mode: how time becomes place
 *
 * Keeps the same stretch of time in view.
 */
void
tl_viewport_set_axis_mode (TlViewport *self,
                           TlAxisMode  mode)
{
  TlPlace place;

  g_return_if_fail (TL_IS_VIEWPORT (self));

  if (self->mode == mode)
    return;

  place = tl_viewport_get_place (self);
  self->mode = mode;
  if (self->timeline != NULL)
    tl_viewport_update_content (self, &place, 0);
}

/**
 * tl_viewport_get_events:
 * @self: a viewport
 * @n_events: (out): their number
 *
 * Returns: (transfer none) (array length=n_events): the events in lanes that
 *   are shown that the filter leaves, in the timeline's order; never %NULL
 */
const guint32 *
tl_viewport_get_events (TlViewport *self,
                        guint      *n_events)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), NULL);

  *n_events = self->events->len;

  return (gconstpointer) self->events->data;
}

/* What is chosen */

/**
 * tl_viewport_get_selected:
 * @self: a viewport
 *
 * Returns: the selected event, or %TL_NONE
 */
guint32
tl_viewport_get_selected (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), TL_NONE);

  return self->selected;
}

/**
 * tl_viewport_get_compared:
 * @self: a viewport
 *
 * Returns: the event that the selected one is compared with, or %TL_NONE
 */
guint32
tl_viewport_get_compared (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), TL_NONE);

  return self->compared;
}

/**
 * tl_viewport_select:
 * @self: a viewport
 * @event: an event, or %TL_NONE
 *
 * Selects @event alone. One that is not shown is not selected.
 */
void
tl_viewport_select (TlViewport *self,
                    guint32     event)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));

  if (!tl_viewport_shows (self, event) || (self->selected == event && self->compared == TL_NONE))
    return;

  self->selected = event;
  self->compared = TL_NONE;
  tl_viewport_tell (self, TL_VIEWPORT_SELECTION);
}

/**
 * tl_viewport_compare:
 * @self: a viewport
 * @event: an event, or %TL_NONE
 *
 * Selects a second event, to see what is between the two. Where none is
 * selected, @event is.
 */
void
tl_viewport_compare (TlViewport *self,
                     guint32     event)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));

  if (self->selected == TL_NONE)
    {
      tl_viewport_select (self, event);
      return;
    }
  if (event == self->selected)
    event = TL_NONE;
  if (!tl_viewport_shows (self, event) || self->compared == event)
    return;

  self->compared = event;
  tl_viewport_tell (self, TL_VIEWPORT_SELECTION);
}

/**
 * tl_viewport_get_span:
 * @self: a viewport
 * @span: (out): the stretch that is marked, in units of the axis
 *
 * Returns: whether one is
 */
gboolean
tl_viewport_get_span (TlViewport *self,
                      TlStretch  *span)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), FALSE);

  *span = self->span;

  return self->span.to > self->span.from;
}

/**
 * tl_viewport_set_span:
 * @self: a viewport
 * @span: (nullable): the stretch to mark, in units of the axis; its ends may
 *   come in either order
 */
void
tl_viewport_set_span (TlViewport      *self,
                      const TlStretch *span)
{
  TlStretch marked = { 0, 0 };

  g_return_if_fail (TL_IS_VIEWPORT (self));

  if (span != NULL && self->axis != NULL)
    {
      double length = tl_axis_get_length (self->axis);

      marked.from = CLAMP (MIN (span->from, span->to), 0, length);
      marked.to = CLAMP (MAX (span->from, span->to), 0, length);
      if (marked.to <= marked.from)
        marked = (TlStretch){ 0, 0 };
    }
  if (marked.from == self->span.from && marked.to == self->span.to)
    return;

  self->span = marked;
  tl_viewport_tell (self, TL_VIEWPORT_SPAN);
}
