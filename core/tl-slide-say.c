/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-slide-private.h"

#include "tl-axis-words.h"
#include "tl-edtf.h"
#include "tl-source-words.h"

#include <math.h>

/* Words of a slide that the file does not have as they are. */

/* From the first to the last of several events, of all where there are none. */
static char *
say_range (const TlSlides *slides,
           const guint32  *events,
           guint           n_events)
{
  const TlEvent *all = tl_timeline_get_events (slides->drawing.timeline, NULL);
  const TlAxis *axis = tl_viewport_get_axis (slides->viewport);
  TlStretch stretch = { INFINITY, -INFINITY };

  if (n_events == 0)
    stretch = (TlStretch){ 0, tl_axis_get_length (axis) };
  for (guint i = 0; i < n_events; i++)
    {
      double from, to;

      if (!tl_axis_get_extent (axis, &all[events[i]].when, &from, &to))
        continue;
      stretch.from = MIN (stretch.from, from);
      stretch.to = MAX (stretch.to, to);
    }

  return stretch.from <= stretch.to ? tl_axis_say_range (axis, stretch.from, stretch.to, slides->drawing.words) : NULL;
}

/**
 * tl_slides_say_date:
 * @self: slides
 * @step: a step of their talk
 *
 * When it was: of one event with what it is, of several from when to when.
 * What stands out is dated, but for a step about the whole.
 *
 * Returns: (transfer full) (nullable): that, in words
 */
char *
tl_slides_say_date (const TlSlides   *self,
                    const TlTalkStep *step)
{
  TlTimeline *timeline = self->drawing.timeline;
  guint n_events;
  const guint32 *events = tl_talk_step_get_subjects (step, &n_events);
  const TlEvent *event;
  const char *category;
  g_autofree char *date = NULL;

  if (step->has_window)
    {
      const char *window = tl_timeline_get_text (timeline, tl_timeline_get_steps (timeline, NULL)[step->step].window_text);

      return tl_edtf_to_words (window, self->drawing.words);
    }
  if (step->n_events == 0 || n_events != 1)
    return say_range (self, events, step->n_events == 0 ? 0 : n_events);

  event = &tl_timeline_get_events (timeline, NULL)[events[0]];
  date = tl_timeline_get_event_date_words (timeline, event, self->drawing.words);
  if (event->category == TL_NONE || date == NULL)
    return g_steal_pointer (&date);
  category = tl_timeline_get_text (timeline, tl_timeline_get_categories (timeline, NULL)[event->category].name);

  return category != NULL ? g_strconcat (date, TL_SLIDE_SEPARATOR_TEXT, category, NULL) : g_steal_pointer (&date);
}

/**
 * tl_slides_say_source:
 * @self: slides
 * @source: a source of their timeline
 *
 * Returns: (transfer full): who has published it, and when
 */
char *
tl_slides_say_source (const TlSlides *self,
                      const TlSource *source)
{
  const TlDrawing *drawing = &self->drawing;
  const char *published = tl_timeline_get_text (drawing->timeline, source->published_text);
  g_autofree char *date = published != NULL ? tl_edtf_to_words (published, drawing->words) : NULL;
  g_autofree char *publisher = tl_source_say_publisher (drawing->timeline, source, drawing->words);

  return date != NULL ? g_strconcat (publisher, ", ", date, NULL) : g_steal_pointer (&publisher);
}

/**
 * tl_slide_say_number:
 * @self: a slide
 *
 * Returns: (transfer full): its number among those that are not kept in
 *   reserve, and how many there are
 */
char *
tl_slide_say_number (const TlSlide *self)
{
  return g_strdup_printf ("%u / %u", tl_talk_count_told (self->talk, self->place + 1),
                          tl_talk_count_told (self->talk, G_MAXUINT));
}
