/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-source-details.h"

#include "tl-edtf.h"
#include "tl-passage.h"
#include "tl-source-words.h"

#include <glib/gi18n-lib.h>

/* All that is known of a source, and what can be done with it, for a popover
 * of a TlSourceButton: the actions are that button's.
 */

/* Of text, in pixels. */
#define MAX_WIDTH  300
#define MAX_HEIGHT 320

#define SPACING 4
#define MARGIN  6

/* The text's lines are no longer than what the popover is wide. */
static void
add_passage (GtkWidget         *box,
             const char        *text,
             GtkAccessibleRole  role,
             const char        *css_class)
{
  GtkWidget *passage;

  if (text == NULL)
    return;

  passage = tl_passage_new (text, role, css_class);
  tl_paragraph_set_max_width (tl_passage_get_paragraph (TL_PASSAGE (passage)), MAX_WIDTH);
  gtk_box_append (GTK_BOX (box), passage);
}

/* A text in a sentence that has a place for it; nothing where there is none. */
static void
add_sentence (GtkWidget  *box,
              const char *sentence,
              const char *text)
{
  g_autofree char *filled = NULL;

  if (text == NULL)
    return;

  filled = tl_words_fill (NULL, "source", sentence, text, NULL);
  add_passage (box, filled, GTK_ACCESSIBLE_ROLE_LABEL, NULL);
}

static void
add_origin (GtkWidget      *box,
            TlTimeline     *timeline,
            const TlSource *source)
{
  const TlSource *sources = tl_timeline_get_sources (timeline, NULL);
  g_autofree char *place = tl_source_say_place (timeline, source, NULL);

  /* Translators: %1$s is a host, or “a copy at” a host */
  add_sentence (box, NC_("source", "Address: %1$s"), place);
  if (source->relays != TL_NONE)
    add_sentence (box, NC_("source", "It repeats the report of %1$s and is not independent of it."),
                  tl_source_get_publisher (timeline, &sources[source->relays]));
}

static void
add_citation (GtkWidget        *box,
              TlTimeline       *timeline,
              const TlCitation *citation)
{
  const TlSource *sources = tl_timeline_get_sources (timeline, NULL);

  if (citation->via != TL_NONE)
    add_sentence (box, NC_("source", "For this it passes on the report of %1$s."),
                  tl_source_get_publisher (timeline, &sources[citation->via]));
  /* Translators: %1$s is a place in a text, as in “paragraph 7” */
  add_sentence (box, NC_("source", "Where: %1$s"), tl_timeline_get_text (timeline, citation->where));
}

static void
add_facts (GtkWidget        *box,
           TlTimeline       *timeline,
           const TlCitation *citation)
{
  const TlSource *source = &tl_timeline_get_sources (timeline, NULL)[citation->source];
  const char *published = tl_timeline_get_text (timeline, source->published_text);
  g_autofree char *date = published != NULL ? tl_edtf_to_words (published, NULL) : NULL;

  add_passage (box, tl_timeline_get_text (timeline, source->title), GTK_ACCESSIBLE_ROLE_HEADING, "heading");
  add_passage (box, tl_source_get_publisher (timeline, source), GTK_ACCESSIBLE_ROLE_LABEL, NULL);
  add_sentence (box, NC_("source", "By %1$s"), tl_timeline_get_text (timeline, source->author));
  add_sentence (box, NC_("source", "Published: %1$s"), date);
  add_passage (box, tl_source_say_kind (source, NULL), GTK_ACCESSIBLE_ROLE_LABEL, NULL);
  add_origin (box, timeline, source);
  add_citation (box, timeline, citation);
  add_passage (box, tl_source_say_checked (source, NULL), GTK_ACCESSIBLE_ROLE_LABEL, NULL);
  if (source->outside)
    add_passage (box, _("Not one of the story’s own sources"), GTK_ACCESSIBLE_ROLE_LABEL, NULL);
  add_passage (box, tl_timeline_get_text (timeline, source->note), GTK_ACCESSIBLE_ROLE_LABEL, "dim-label");
}

static GtkWidget *
add_button (GtkWidget  *box,
            const char *text,
            const char *action)
{
  GtkWidget *label = tl_paragraph_new (text, GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static void
add_archived (GtkWidget  *box,
              const char *url)
{
  g_autofree char *host = tl_source_dup_host (url);
  g_autofree char *text = NULL;

  if (host == NULL)
    return;

  /* Translators: %s is the host of an archive of web pages */
  text = g_strdup_printf (_("Open the Archived Copy at %s"), host);
  add_button (box, text, "source.open-archived");
}

/* Its action is the window's, which knows of no popover. */
static void
close_cb (GtkWidget *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
add_buttons (GtkWidget      *box,
             TlTimeline     *timeline,
             const TlSource *source)
{
  const char *url = tl_timeline_get_text (timeline, source->url);
  GtkWidget *filter;

  if (tl_source_is_openable (url))
    add_button (box, _("Open in the Browser"), "source.activate");
  add_archived (box, tl_timeline_get_text (timeline, source->archived));
  if (url != NULL)
    add_button (box, _("Copy Link"), "source.copy-link");
  add_button (box, _("Copy Citation"), "source.copy-citation");
  filter = add_button (box, _("Only What This Source Tells Of"), "win.filter-source");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (filter), "s", tl_timeline_get_text (timeline, source->id));
  g_signal_connect (filter, "clicked", G_CALLBACK (close_cb), NULL);
}

/* What is long scrolls; the buttons under it stay. */
static GtkWidget *
new_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);

  return scroller;
}

/**
 * tl_source_details_new:
 * @timeline: a timeline
 * @citation: one of its sources, as the carrier of something
 *
 * Returns: (transfer floating): what is known of it, with buttons
 */
GtkWidget *
tl_source_details_new (TlTimeline       *timeline,
                       const TlCitation *citation)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *facts = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_facts (facts, timeline, citation);
  gtk_box_append (GTK_BOX (box), new_scroller (facts));
  add_buttons (buttons, timeline, &tl_timeline_get_sources (timeline, NULL)[citation->source]);
  gtk_box_append (GTK_BOX (box), buttons);

  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);

  return box;
}
