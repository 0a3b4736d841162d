/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-bookmarks.h"

#include "tl-axis-words.h"

#include <glib/gi18n-lib.h>

/* From what is looked at to a bookmark, and what is said of it. */

static const TlEvent *
get_selected (TlViewport *viewport)
{
  guint32 selected = tl_viewport_get_selected (viewport);

  return selected != TL_NONE ? &tl_timeline_get_events (tl_viewport_get_timeline (viewport), NULL)[selected] : NULL;
}

static gboolean
is_in_view (TlViewport    *viewport,
            const TlEvent *event)
{
  TlStretch view = tl_viewport_get_stretch (viewport);
  double from, to;

  return tl_axis_get_extent (tl_viewport_get_axis (viewport), &event->when, &from, &to) && from <= view.to
         && to >= view.from;
}

/**
 * tl_bookmark_take:
 * @self: (out): a bookmark
 * @viewport: what is looked at
 * @of_span: whether it is for the stretch of time that is marked, rather than
 *   for the view
 *
 * Makes a bookmark of what is looked at. It has the name of the selected
 * event where that is in view, else of the time.
 *
 * Returns: whether there is anything to make one of
 */
gboolean
tl_bookmark_take (TlBookmark *self,
                  TlViewport *viewport,
                  gboolean    of_span)
{
  TlAxis *axis = tl_viewport_get_axis (viewport);
  TlTimeline *timeline = tl_viewport_get_timeline (viewport);
  const TlEvent *selected;
  TlStretch span;

  *self = (TlBookmark){ NULL };
  if (axis == NULL || (of_span && !tl_viewport_get_span (viewport, &span)))
    return FALSE;

  selected = get_selected (viewport);
  self->place = tl_viewport_get_place (viewport);
  if (selected != NULL)
    self->event = g_strdup (tl_timeline_get_text (timeline, selected->id));
  if (of_span)
    {
      self->is_span = TRUE;
      self->place = (TlPlace){ .from = tl_axis_get_moment (axis, span.from), .to = tl_axis_get_moment (axis, span.to),
                               .y = self->place.y };
    }

  if (!of_span && selected != NULL && is_in_view (viewport, selected))
    self->name = g_strdup (tl_timeline_get_text (timeline, selected->title));
  if (self->name == NULL)
    self->name = tl_bookmark_say_time (self, axis, NULL);

  return TRUE;
}

/**
 * tl_bookmark_say_time:
 * @self: a bookmark
 * @axis: of its timeline
 * @words: (nullable): the language
 *
 * Returns: (transfer full): which time it shows
 */
char *
tl_bookmark_say_time (const TlBookmark *self,
                      const TlAxis     *axis,
                      const TlWords    *words)
{
  if (self->place.is_whole)
    return g_strdup (tl_words_get (words, "bookmark", NC_("bookmark", "All of the timeline")));

  return tl_axis_say_range (axis, tl_axis_get_moment_position (axis, &self->place.from),
                            tl_axis_get_moment_position (axis, &self->place.to), words);
}
