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

/* When the first event and the last one are. */
static void
add_span (TlTimeline *timeline,
          GtkWidget  *box)
{
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (timeline, &n_events);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  if (n_events == 0)
    return;

  first = tl_timeline_get_event_date_words (timeline, &events[0], NULL);
  last = tl_timeline_get_event_date_words (timeline, &events[n_events - 1], NULL);
  /* Translators: two dates */
  text = g_strdup_printf (_("First event: %s. Last event: %s."), first, last);
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

  gtk_box_append (GTK_BOX (detail->page), head);
  add_numbers (detail->timeline, detail->page);

  return FALSE;
}
