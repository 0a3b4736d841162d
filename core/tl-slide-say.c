/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-slide-private.h"

#include "tl-edtf.h"
#include "tl-source-words.h"
#include "tl-talk-words.h"

/* Words of a slide that the file does not have as they are. */

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
  return tl_talk_step_dup_date (self->drawing.timeline, step, tl_viewport_get_axis (self->viewport), self->drawing.words);
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
