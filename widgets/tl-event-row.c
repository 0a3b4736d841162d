/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-event-row.h"

#include "tl-dot.h"
#include "tl-event-spoken.h"
#include "tl-lane-words.h"
#include "tl-row-parts.h"
#include "tl-wrap-layout.h"

#include <glib/gi18n-lib.h>

/* What the list of events shows of one: title, date and lane, sources. */

#define SPACING 3
#define GAP     6

typedef struct
{
  GtkWidget *title;
  GtkWidget *dot;
  GtkWidget *details;
  GtkWidget *sources;
  GtkWidget *alert;
  GtkWidget *differ;
} Parts;

static GQuark
get_parts_quark (void)
{
  return g_quark_from_static_string ("tl-event-row-parts");
}

static GtkWidget *
new_line (void)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
}

/* The "!" has words beside it, so it is there for the eye alone. */
static GtkWidget *
new_cue (void)
{
  GtkWidget *cue = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 "label", "!", "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (cue, "alert-cue");

  return cue;
}

/**
 * tl_event_row_new:
 *
 * Returns: (transfer floating): the widgets of a row, which show nothing yet
 */
GtkWidget *
tl_event_row_new (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *when = new_line ();
  GtkWidget *trust = new_line ();
  GtkWidget *alert = new_line ();
  Parts *parts = g_new (Parts, 1);

  parts->title = tl_row_label_new ("heading");
  parts->dot = tl_dot_new ();
  parts->details = tl_row_label_new (NULL);
  parts->sources = tl_row_label_new ("dim-label");
  parts->alert = alert;
  parts->differ = tl_row_label_new (NULL);
  g_object_set_qdata_full (G_OBJECT (row), get_parts_quark (), parts, g_free);

  gtk_widget_add_css_class (parts->sources, "caption");
  gtk_widget_add_css_class (parts->differ, "caption");
  gtk_widget_set_layout_manager (trust, tl_wrap_layout_new ());
  gtk_box_append (GTK_BOX (when), parts->dot);
  gtk_box_append (GTK_BOX (when), parts->details);
  gtk_box_append (GTK_BOX (trust), parts->sources);
  gtk_box_append (GTK_BOX (trust), alert);
  gtk_box_append (GTK_BOX (alert), new_cue ());
  gtk_box_append (GTK_BOX (alert), parts->differ);
  gtk_box_append (GTK_BOX (row), parts->title);
  gtk_box_append (GTK_BOX (row), when);
  gtk_box_append (GTK_BOX (row), trust);

  return row;
}

/**
 * tl_event_row_fill:
 * @row: what tl_event_row_new() has made
 * @timeline: a timeline
 * @event: one of its events
 * @theme: where the colour of its lane comes from
 */
void
tl_event_row_fill (GtkWidget  *row,
                   TlTimeline *timeline,
                   guint32     event,
                   TlThemeKind theme)
{
  const Parts *parts = g_object_get_qdata (G_OBJECT (row), get_parts_quark ());
  const TlEvent *shown = &tl_timeline_get_events (timeline, NULL)[event];
  guint32 lane_index = tl_timeline_get_event_lane (timeline, shown);
  const TlLane *lane = &tl_timeline_get_lanes (timeline, NULL)[lane_index];
  g_autofree char *date = tl_timeline_get_event_date_words (timeline, shown, NULL);
  g_autofree char *sources = tl_event_dup_independent (timeline, shown, NULL);
  /* Translators: a date, then the name of a lane, under an event's title */
  g_autofree char *details = g_strdup_printf (C_("event", "%s · %s"), date, tl_lane_get_name (timeline, lane, NULL));

  tl_dot_set_colour (TL_DOT (parts->dot), tl_theme_get_hue (tl_theme_get (theme), lane->colour, lane_index).fill);
  gtk_label_set_text (GTK_LABEL (parts->title), tl_timeline_get_text (timeline, shown->title));
  gtk_label_set_text (GTK_LABEL (parts->details), details);
  gtk_label_set_text (GTK_LABEL (parts->sources), sources);
  gtk_label_set_text (GTK_LABEL (parts->differ), tl_event_get_differ_words (NULL));
  gtk_widget_set_visible (parts->alert, shown->differences.count > 0);
}
