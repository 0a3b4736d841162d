/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-carried-words.h"

#include "tl-event-words.h"
#include "tl-figure.h"

#include <glib/gi18n-lib.h>

/* What a source carries, each in a sentence. */

static char *
say_figure (TlTimeline    *timeline,
            guint32        part,
            const TlWords *words)
{
  const TlFigure *figure = tl_timeline_get_figures (timeline, (TlRange){ part, 1 });
  const char *label = tl_timeline_get_text (timeline, figure->label);
  g_autofree char *value = tl_figure_to_words (figure, tl_timeline_get_text (timeline, figure->unit), words);

  if (label == NULL)
    return g_steal_pointer (&value);

  /* Translators: a figure and what it is of, as in $14.3 bn, invested */
  return tl_words_fill (words, "carried", NC_("carried", "%1$s, %2$s"), value, label, NULL);
}

static char *
say_date (TlTimeline    *timeline,
          const TlEvent *event,
          const TlWords *words)
{
  g_autofree char *date = tl_timeline_get_event_date_words (timeline, event, words);

  /* Translators: a source gives the date of an event */
  return tl_words_fill (words, "carried", NC_("carried", "The date: %1$s"), date, NULL);
}

/* The difference of @event that has the side @part. */
static const TlDifference *
find_difference (TlTimeline    *timeline,
                 const TlEvent *event,
                 guint32        part)
{
  const TlDifference *differences = tl_timeline_get_differences (timeline, event->differences);

  guint i = 0;

  while (i + 1 < event->differences.count && part - differences[i].sides.first >= differences[i].sides.count)
    i++;

  return &differences[i];
}

static char *
say_side (TlTimeline    *timeline,
          const TlEvent *event,
          guint32        part,
          const TlWords *words)
{
  const TlSide *side = tl_timeline_get_sides (timeline, (TlRange){ part, 1 });
  const TlDifference *difference = find_difference (timeline, event, part);

  return tl_words_fill (words, "carried",
                        /* Translators: a question, then how one source answers it */
                        NC_("carried", "%1$s — %2$s"), tl_timeline_get_text (timeline, difference->question),
                        tl_timeline_get_text (timeline, side->text), NULL);
}

static char *
say_settled (TlTimeline    *timeline,
             guint32        part,
             const TlWords *words)
{
  const TlDifference *difference = tl_timeline_get_differences (timeline, (TlRange){ part, 1 });

  return tl_words_fill (words, "carried",
                        /* Translators: a question that sources answer differently, then what settles it */
                        NC_("carried", "%1$s Settled: %2$s"), tl_timeline_get_text (timeline, difference->question),
                        tl_timeline_get_text (timeline, difference->settled), NULL);
}

/**
 * tl_carried_dup_words:
 * @timeline: a timeline
 * @carried: what one of its sources carries
 * @words: (nullable): the language
 *
 * Returns: (transfer full): the claim, figure, date, side of a difference,
 *   or link
 */
char *
tl_carried_dup_words (TlTimeline      *timeline,
                      const TlCarried *carried,
                      const TlWords   *words)
{
  const TlEvent *event = &tl_timeline_get_events (timeline, NULL)[carried->event];
  const TlRange part = { carried->part, 1 };

  switch ((TlCarriedKind) carried->kind)
    {
    case TL_CARRIED_CLAIM:
      return g_strdup (tl_timeline_get_text (timeline, tl_timeline_get_claims (timeline, part)->text));

    case TL_CARRIED_FIGURE:
      return say_figure (timeline, carried->part, words);

    case TL_CARRIED_DATE:
      return say_date (timeline, event, words);

    case TL_CARRIED_SIDE:
      return say_side (timeline, event, carried->part, words);

    case TL_CARRIED_SETTLED:
      return say_settled (timeline, carried->part, words);

    case TL_CARRIED_LINK:
      {
        const TlDrawing drawing = { .timeline = timeline, .words = words };

        return tl_event_describe_link (&drawing, event, tl_timeline_get_links (timeline, part));
      }

    default:
      g_return_val_if_reached (NULL);
    }
}
