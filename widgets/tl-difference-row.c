/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-difference-row.h"

#include "tl-row-parts.h"
#include "tl-source-words.h"

#include <glib/gi18n-lib.h>

/* What the list of differences shows of one: the question, a line for each
 * side with who says so, what settles it, and the event.
 */

#define SPACING 4

typedef struct
{
  GtkWidget *question;
  GtkWidget *sides;
  GtkWidget *settled;
  GtkWidget *event;
} Parts;

static GQuark
get_parts_quark (void)
{
  return g_quark_from_static_string ("tl-difference-row-parts");
}

/**
 * tl_difference_row_new:
 *
 * Returns: (transfer floating): the widgets of a row, which show nothing yet
 */
GtkWidget *
tl_difference_row_new (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  Parts *parts = g_new (Parts, 1);

  parts->question = tl_row_label_new ("heading");
  parts->sides = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  parts->settled = tl_row_label_new (NULL);
  parts->event = tl_row_label_new ("dim-label");
  g_object_set_qdata_full (G_OBJECT (row), get_parts_quark (), parts, g_free);

  gtk_widget_add_css_class (parts->event, "caption");
  gtk_box_append (GTK_BOX (row), parts->question);
  gtk_box_append (GTK_BOX (row), parts->sides);
  gtk_box_append (GTK_BOX (row), parts->settled);
  gtk_box_append (GTK_BOX (row), parts->event);

  return row;
}

/* As many labels as there are sides. Those of the row before are used again. */
static void
show_sides (GtkWidget       *box,
            const GPtrArray *sides)
{
  GtkWidget *label = gtk_widget_get_first_child (box);

  for (guint i = 0; i < sides->len; i++)
    {
      if (label == NULL)
        {
          label = tl_row_label_new (NULL);
          gtk_box_append (GTK_BOX (box), label);
        }
      gtk_label_set_text (GTK_LABEL (label), g_ptr_array_index (sides, i));
      label = gtk_widget_get_next_sibling (label);
    }

  while (label != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (label);

      gtk_box_remove (GTK_BOX (box), label);
      label = next;
    }
}

static char *
say_who (TlTimeline *timeline,
         TlText      text,
         TlRange     citations)
{
  g_autofree char *names = tl_sources_dup_names (timeline, tl_timeline_get_citations (timeline, citations),
                                                 citations.count, NULL);

  if (*names == '\0')
    return g_strdup (tl_timeline_get_text (timeline, text));

  /* Translators: what is said, then who says so */
  return g_strdup_printf (C_("difference", "%s — %s"), tl_timeline_get_text (timeline, text), names);
}

static char *
say_settled (TlTimeline         *timeline,
             const TlDifference *difference)
{
  g_autofree char *answer = NULL;

  if (difference->settled == 0)
    return g_strdup (_("Not settled"));

  answer = say_who (timeline, difference->settled, difference->settled_citations);

  /* Translators: what settles a difference between sources, with who says so */
  return g_strdup_printf (_("Settled: %s"), answer);
}

static GPtrArray *
say_sides (TlTimeline         *timeline,
           const TlDifference *difference)
{
  const TlSide *sides = tl_timeline_get_sides (timeline, difference->sides);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < difference->sides.count; i++)
    {
      g_autofree char *who = say_who (timeline, sides[i].text, sides[i].citations);

      g_ptr_array_add (texts, g_strconcat ("• ", who, NULL));
    }

  return texts;
}

/**
 * tl_difference_row_fill:
 * @row: what tl_difference_row_new() has made
 * @timeline: a timeline
 * @event: one of its events
 * @difference: one of the event's differences
 *
 * Returns: (transfer full): what the row is called
 */
char *
tl_difference_row_fill (GtkWidget          *row,
                        TlTimeline         *timeline,
                        guint32             event,
                        const TlDifference *difference)
{
  const Parts *parts = g_object_get_qdata (G_OBJECT (row), get_parts_quark ());
  const TlEvent *shown = &tl_timeline_get_events (timeline, NULL)[event];
  const char *question = tl_timeline_get_text (timeline, difference->question);
  g_autofree char *date = tl_timeline_get_event_date_words (timeline, shown, NULL);
  g_autofree char *where = g_strdup_printf ("%s · %s", date, tl_timeline_get_text (timeline, shown->title));
  g_autofree char *settled = say_settled (timeline, difference);
  g_autoptr (GPtrArray) sides = say_sides (timeline, difference);
  GString *name = g_string_new (question);

  gtk_label_set_text (GTK_LABEL (parts->question), question);
  show_sides (parts->sides, sides);
  gtk_label_set_text (GTK_LABEL (parts->settled), settled);
  gtk_label_set_text (GTK_LABEL (parts->event), where);

  for (guint i = 0; i < sides->len; i++)
    g_string_append_printf (name, " %s", (const char *) g_ptr_array_index (sides, i));
  g_string_append_printf (name, " • %s · %s", settled, where);

  return g_string_free (name, FALSE);
}
