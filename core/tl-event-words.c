/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-event-words.h"

#include "tl-card.h"
#include "tl-event-sources.h"
#include "tl-event-spoken.h"

#include <glib/gi18n-lib.h>

/* What a drawing says of an event to those who do not see it, and where its
 * link leads.
 */

static const char *const link_sentences[] = {
  [TL_LINK_NONE] = NC_("link between events", "%1$s is linked to %2$s"),
  [TL_LINK_LED_TO] = NC_("link between events", "%1$s led to %2$s"),
  [TL_LINK_ANSWERS] = NC_("link between events", "%1$s answers %2$s"),
  [TL_LINK_CONTRADICTS] = NC_("link between events", "%1$s contradicts %2$s"),
  [TL_LINK_REPEATS] = NC_("link between events", "%1$s repeats %2$s"),
};

static const char *const link_kinds[] = {
  [TL_LINK_NONE] = NC_("kind of link", "linked to"),
  [TL_LINK_LED_TO] = NC_("kind of link", "led to"),
  [TL_LINK_ANSWERS] = NC_("kind of link", "answers"),
  [TL_LINK_CONTRADICTS] = NC_("kind of link", "contradicts"),
  [TL_LINK_REPEATS] = NC_("kind of link", "repeats"),
};

/**
 * tl_link_kind_to_words:
 * @kind: the kind of a link
 * @words: (nullable): the language
 *
 * Returns: (transfer none): how it reads between two events: "led to"
 */
const char *
tl_link_kind_to_words (TlLinkKind     kind,
                       const TlWords *words)
{
  return tl_words_get (words, "kind of link", link_kinds[kind]);
}

static const char *const link_headings[][2] = {
  [TL_LINK_NONE] = { NC_("links of an event", "Linked to"), NC_("links of an event", "Linked from") },
  [TL_LINK_LED_TO] = { NC_("links of an event", "Led to"), NC_("links of an event", "Follows from") },
  [TL_LINK_ANSWERS] = { NC_("links of an event", "Answers"), NC_("links of an event", "Answered by") },
  [TL_LINK_CONTRADICTS] = { NC_("links of an event", "Contradicts"), NC_("links of an event", "Contradicted by") },
  [TL_LINK_REPEATS] = { NC_("links of an event", "Repeats"), NC_("links of an event", "Repeated by") },
};

/**
 * tl_link_kind_to_heading:
 * @kind: the kind of some links
 * @is_incoming: whether they lead to the event that is told of, not from it
 * @words: (nullable): the language
 *
 * Returns: (transfer none): what stands above the events at their other ends
 */
const char *
tl_link_kind_to_heading (TlLinkKind     kind,
                         gboolean       is_incoming,
                         const TlWords *words)
{
  return tl_words_get (words, "links of an event", link_headings[kind][is_incoming ? 1 : 0]);
}

static const char *const statuses[] = {
  [TL_STATUS_NONE] = NULL,
  [TL_STATUS_CONFIRMED] = NC_("status", "Confirmed"),
  [TL_STATUS_REPORTED] = NC_("status", "Reported"),
  [TL_STATUS_DISPUTED] = NC_("status", "Disputed"),
  [TL_STATUS_DENIED] = NC_("status", "Denied"),
  [TL_STATUS_RETRACTED] = NC_("status", "Retracted"),
  [TL_STATUS_OPINION] = NC_("status", "Opinion"),
};

/**
 * tl_status_to_words:
 * @status: the status of a claim or a link
 * @words: (nullable): the language
 *
 * Returns: (transfer none) (nullable): the status in words; %NULL for none
 */
const char *
tl_status_to_words (TlStatus       status,
                    const TlWords *words)
{
  return statuses[status] != NULL ? tl_words_get (words, "status", statuses[status]) : NULL;
}

/**
 * tl_link_kind_get_dash:
 * @kind: the kind of a link
 *
 * Returns: how the line of such links is drawn; what is in a legend differs
 *   from each other
 */
TlDash
tl_link_kind_get_dash (TlLinkKind kind)
{
  switch (kind)
    {
    case TL_LINK_ANSWERS:
      return TL_DASH_DASHED;
    case TL_LINK_CONTRADICTS:
      return TL_DASH_DOTTED;
    case TL_LINK_REPEATS:
      return TL_DASH_LONG;
    case TL_LINK_NONE:
    case TL_LINK_LED_TO:
    default:
      return TL_DASH_SOLID;
    }
}

/**
 * tl_event_describe_link:
 * @drawing: what is drawn
 * @from: an event
 * @link: one of its links
 *
 * Returns: (transfer full): the link as a sentence, with who disputes it
 */
char *
tl_event_describe_link (const TlDrawing *drawing,
                        const TlEvent   *from,
                        const TlLink    *link)
{
  const TlEvent *to = &tl_timeline_get_events (drawing->timeline, NULL)[link->to];
  char *text = tl_words_fill (drawing->words, "link between events", link_sentences[link->kind],
                              tl_timeline_get_text (drawing->timeline, from->title),
                              tl_timeline_get_text (drawing->timeline, to->title), NULL);
  g_autofree char *plain = text;

  if (link->status == TL_STATUS_DENIED)
    /* Translators: a sentence about two events */
    return tl_words_fill (drawing->words, "link between events", NC_("link between events", "%1$s (denied)"), plain, NULL);
  if (link->status == TL_STATUS_DISPUTED)
    /* Translators: a sentence about two events */
    return tl_words_fill (drawing->words, "link between events", NC_("link between events", "%1$s (disputed)"), plain, NULL);

  return g_steal_pointer (&plain);
}

/* How many claims, from how many independent sources. */
static char *
say_claims (const TlDrawing *drawing,
            const TlEvent   *event)
{
  g_autofree char *sources = tl_event_dup_independent (drawing->timeline, event, drawing->words);
  g_autofree char *number = g_strdup_printf ("%u", event->claims.count);
  g_autofree char *claims = NULL;

  if (event->claims.count == 0 || !tl_event_has_sources (drawing->timeline, event))
    return g_steal_pointer (&sources);

  claims = tl_words_fill (drawing->words, "event",
                          event->claims.count == 1 ? NC_("event", "%1$s claim") : NC_("event", "%1$s claims"),
                          number, NULL);

  return tl_words_fill (drawing->words, "event",
                        /* Translators: a number of claims and one of sources, as in
                         * 3 claims, 2 independent sources */
                        NC_("event", "%1$s, %2$s"), claims, sources, NULL);
}

/**
 * tl_event_describe:
 * @drawing: what is drawn
 * @event: one of its events
 *
 * Returns: (transfer full): what its picture says: date, figure, lane,
 *   claims, whether sources differ
 */
char *
tl_event_describe (const TlDrawing *drawing,
                   const TlEvent   *event)
{
  const TlLane *lane = &tl_timeline_get_lanes (drawing->timeline, NULL)[tl_timeline_get_event_lane (drawing->timeline, event)];
  g_autofree char *meta = tl_card_dup_meta (drawing, event);
  g_autofree char *claims = say_claims (drawing, event);
  GString *text = g_string_new (meta);

  if (lane->name != 0)
    g_string_append_printf (text, "; %s", tl_timeline_get_text (drawing->timeline, lane->name));
  g_string_append_printf (text, "; %s", claims);
  if (event->differences.count > 0)
    g_string_append_printf (text, "; %s", tl_event_get_differ_words (drawing->words));

  return g_string_free (text, FALSE);
}

/**
 * tl_event_dup_id:
 * @drawing: what is drawn
 * @event: one of its events
 *
 * Returns: (transfer full): what its item is called within a drawing
 */
char *
tl_event_dup_id (const TlDrawing *drawing,
                 const TlEvent   *event)
{
  return g_strconcat ("event-", tl_timeline_get_text (drawing->timeline, event->id), NULL);
}

/**
 * tl_event_dup_link:
 * @drawing: what is drawn
 * @event: one of its events
 *
 * Returns: (transfer full): where one reads more: the address of the first
 *   of its sources that has one, else the event itself
 */
char *
tl_event_dup_link (const TlDrawing *drawing,
                   const TlEvent   *event)
{
  g_autoptr (GArray) citations = tl_event_get_citations (drawing->timeline, event);
  const TlSource *sources = tl_timeline_get_sources (drawing->timeline, NULL);
  g_autofree char *id = NULL;

  for (guint i = 0; i < citations->len; i++)
    {
      const TlSource *source = &sources[g_array_index (citations, TlCitation, i).source];

      if (source->url != 0)
        return g_strdup (tl_timeline_get_text (drawing->timeline, source->url));
    }

  id = tl_event_dup_id (drawing, event);

  return g_strconcat ("#", id, NULL);
}
