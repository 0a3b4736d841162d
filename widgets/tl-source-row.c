/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-source-row.h"

#include "tl-carried-words.h"
#include "tl-edtf.h"
#include "tl-row-parts.h"
#include "tl-source-words.h"

#include <glib/gi18n-lib.h>

/* What the list of sources shows: of a source its publisher, title, date,
 * kind and address; of what it carries the sentence and the event. The same
 * widgets serve both, as a list uses them again for another row.
 */

#define SPACING 3
#define INDENT  18

typedef struct
{
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *details;
  GtkWidget *link;
  GtkWidget *host;
} Parts;

static GQuark
get_parts_quark (void)
{
  return g_quark_from_static_string ("tl-source-row-parts");
}

/* For the pointer: with the keyboard one opens a source by Enter on its row,
 * so that the list stays a single stop for Tab.
 */
static GtkWidget *
new_link (GtkWidget *host)
{
  GtkWidget *link = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (link), host);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "u", TL_NONE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "source.open");
  gtk_widget_set_focusable (link, FALSE);
  gtk_widget_set_focus_on_click (link, FALSE);
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "source-link");

  return link;
}

/**
 * tl_source_row_new:
 *
 * Returns: (transfer floating): the widgets of a row, which show nothing yet
 */
GtkWidget *
tl_source_row_new (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  Parts *parts = g_new (Parts, 1);

  parts->title = tl_row_label_new ("heading");
  parts->text = tl_row_label_new (NULL);
  parts->details = tl_row_label_new ("dim-label");
  parts->host = tl_row_label_new (NULL);
  parts->link = new_link (parts->host);
  g_object_set_qdata_full (G_OBJECT (row), get_parts_quark (), parts, g_free);

  gtk_widget_add_css_class (parts->details, "caption");
  gtk_box_append (GTK_BOX (row), parts->title);
  gtk_box_append (GTK_BOX (row), parts->text);
  gtk_box_append (GTK_BOX (row), parts->details);
  gtk_box_append (GTK_BOX (row), parts->link);

  return row;
}

static char *
say_number (guint n_carried)
{
  if (n_carried == 0)
    return g_strdup (_("Carries nothing"));

  /* Translators: claims, figures, dates and the like for which a source is named */
  return g_strdup_printf (ngettext ("Carries %u statement", "Carries %u statements", n_carried), n_carried);
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* Its date, how much it carries, and what keeps it from being like others. */
static char *
say_details (TlTimeline     *timeline,
             const TlSource *source,
             guint           n_carried)
{
  const char *published = tl_timeline_get_text (timeline, source->published_text);
  g_autofree char *date = published != NULL ? tl_edtf_to_words (published, NULL) : NULL;
  g_autofree char *number = say_number (n_carried);
  g_autofree char *nature = tl_source_dup_nature (timeline, source, NULL);
  GString *text = g_string_new (NULL);

  append_part (text, date);
  append_part (text, number);
  append_part (text, nature);

  return g_string_free (text, FALSE);
}

static void
show_host (const Parts *parts,
           const char  *host,
           guint32      source)
{
  /* Translators: a host; the arrow says that it opens in a browser */
  g_autofree char *shown = host != NULL ? g_strdup_printf (C_("source", "%s ↗"), host) : NULL;
  g_autofree char *name = host != NULL ? g_strdup_printf (_("Open %s"), host) : NULL;

  gtk_widget_set_visible (parts->link, host != NULL);
  if (host == NULL)
    return;

  gtk_label_set_text (GTK_LABEL (parts->host), shown);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (parts->link), "u", source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->link), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_text (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

/**
 * tl_source_row_fill:
 * @row: what tl_source_row_new() has made
 * @timeline: a timeline
 * @source: one of its sources
 * @n_carried: how much it carries
 *
 * Returns: (transfer full): what the row is called
 */
char *
tl_source_row_fill (GtkWidget  *row,
                    TlTimeline *timeline,
                    guint32     source,
                    guint       n_carried)
{
  const Parts *parts = g_object_get_qdata (G_OBJECT (row), get_parts_quark ());
  const TlSource *shown = &tl_timeline_get_sources (timeline, NULL)[source];
  const char *publisher = tl_source_get_publisher (timeline, shown);
  const char *title = tl_timeline_get_text (timeline, shown->title);
  g_autofree char *details = say_details (timeline, shown, n_carried);
  g_autofree char *host = tl_source_dup_host (tl_source_get_address (timeline, shown));
  GString *name = g_string_new (publisher);

  gtk_widget_set_margin_start (row, gtk_widget_get_margin_end (row));
  show_text (parts->title, publisher);
  show_text (parts->text, title);
  show_text (parts->details, details);
  show_host (parts, host, source);

  append_part (name, title);
  append_part (name, details);
  append_part (name, host);

  return g_string_free (name, FALSE);
}

/**
 * tl_source_row_fill_carried:
 * @row: what tl_source_row_new() has made
 * @timeline: a timeline
 * @carried: what one of its sources carries
 *
 * Returns: (transfer full): what the row is called
 */
char *
tl_source_row_fill_carried (GtkWidget       *row,
                            TlTimeline      *timeline,
                            const TlCarried *carried)
{
  const Parts *parts = g_object_get_qdata (G_OBJECT (row), get_parts_quark ());
  const TlEvent *event = &tl_timeline_get_events (timeline, NULL)[carried->event];
  g_autofree char *text = tl_carried_dup_words (timeline, carried, NULL);
  g_autofree char *date = tl_timeline_get_event_date_words (timeline, event, NULL);
  GString *details = g_string_new (date);
  g_autofree char *where = NULL;

  append_part (details, tl_timeline_get_text (timeline, event->title));
  where = g_string_free (details, FALSE);

  gtk_widget_set_margin_start (row, gtk_widget_get_margin_end (row) + INDENT);
  show_text (parts->title, NULL);
  show_text (parts->text, text);
  show_text (parts->details, where);
  show_host (parts, NULL, carried->source);

  return g_strdup_printf ("%s · %s", text, where);
}
