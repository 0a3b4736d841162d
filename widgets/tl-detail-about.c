/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-detail-private.h"

#include "tl-edtf.h"
#include "tl-passage.h"

#include <glib/gi18n-lib.h>

/* What a detail pane shows while no event is selected: the timeline itself. */

#define TILE_WIDTH 104

static guint
count_differences (TlTimeline *timeline)
{
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (timeline, &n_events);
  guint count = 0;

  for (guint i = 0; i < n_events; i++)
    count += events[i].differences.count;

  return count;
}

static void
add_number (GtkWidget  *tiles,
            guint       number,
            const char *label)
{
  g_autofree char *value = g_strdup_printf ("%u", number);

  gtk_box_append (GTK_BOX (tiles), tl_detail_new_tile (value, label));
}

static void
add_numbers (TlTimeline *timeline,
             GtkWidget  *page)
{
  GtkWidget *tiles = tl_detail_new_flow (TILE_WIDTH);
  guint n_differences = count_differences (timeline);
  guint n_events;
  guint n_sources;

  tl_timeline_get_events (timeline, &n_events);
  tl_timeline_get_sources (timeline, &n_sources);
  /* Translators: this and the next stand under a number */
  add_number (tiles, n_events, ngettext ("event", "events", n_events));
  add_number (tiles, n_sources, ngettext ("source", "sources", n_sources));
  add_number (tiles, n_differences,
              ngettext ("point on which sources differ", "points on which sources differ", n_differences));
  gtk_box_append (GTK_BOX (page), tiles);
}

/* What begins first of all that is known to begin, and what ends last: what
 * has always been, or still goes on, is neither. */
static void
find_ends (const TlEvent  *events,
           guint           n_events,
           const TlEvent **first,
           const TlEvent **last)
{
  *first = *last = NULL;
  for (guint i = 0; i < n_events; i++)
    {
      const TlDate *when = &events[i].when;

      if (when->start.state == TL_END_KNOWN
          && (*first == NULL || when->start_earliest < (*first)->when.start_earliest))
        *first = &events[i];
      if (when->end.state == TL_END_KNOWN && (*last == NULL || when->end_latest > (*last)->when.end_latest))
        *last = &events[i];
    }
}

static void
add_span (TlTimeline *timeline,
          GtkWidget  *box)
{
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (timeline, &n_events);
  const TlEvent *first, *last;
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;
  g_autofree char *text = NULL;

  find_ends (events, n_events, &first, &last);
  if (first == NULL || last == NULL)
    return;

  begin = tl_timeline_get_event_date_words (timeline, first, NULL);
  end = tl_timeline_get_event_date_words (timeline, last, NULL);
  /* Translators: two dates */
  text = g_strdup_printf (_("First event: %s. Last event: %s."), begin, end);
  tl_detail_add_text (box, text, "dim-label");
}

/**
 * tl_detail_add_about:
 * @detail: what is shown; its event is not looked at
 * @piece: 0
 *
 * Adds what there is to say of the timeline.
 *
 * Returns: that there is no other piece
 */
gboolean
tl_detail_add_about (TlDetail *detail,
                     guint     piece)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, TL_DETAIL_SPACING);
  const char *title = tl_timeline_get_title (detail->timeline);
  const char *as_of = tl_timeline_get_as_of (detail->timeline);
  guint n_events;

  if (title != NULL)
    gtk_box_append (GTK_BOX (head), tl_passage_new (title, GTK_ACCESSIBLE_ROLE_HEADING, "detail-title"));
  tl_detail_add_text (head, tl_timeline_get_subtitle (detail->timeline), NULL);
  add_span (detail->timeline, head);
  if (as_of != NULL)
    {
      g_autofree char *date = tl_edtf_to_words (as_of, NULL);
      /* Translators: the date up to which a timeline has been kept */
      g_autofree char *text = g_strdup_printf (_("As of %s"), date);

      tl_detail_add_text (head, text, "dim-label");
    }

  if (tl_timeline_get_events (detail->timeline, &n_events) != NULL && n_events > 0)
    tl_detail_add_text (head, _("Choose an event to see what is said of it, and who says so."), NULL);
  gtk_box_append (GTK_BOX (detail->page), head);
  add_numbers (detail->timeline, detail->page);

  return FALSE;
}
