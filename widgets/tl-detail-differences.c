/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-detail-private.h"

#include "tl-flow-layout.h"
#include "tl-passage.h"

#include <glib/gi18n-lib.h>

/* Of a detail pane, where sources differ: the sides beside each other, and
 * what settles it.
 */

/* Two sides stand beside each other from about twice this on. */
#define SIDE_WIDTH 210

static GtkWidget *
new_side (const TlDetail *detail,
          const TlSide   *side)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", 3,
                                 NULL);
  const char *text = tl_timeline_get_text (detail->timeline, side->text);

  gtk_widget_add_css_class (box, "detail-side");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  tl_detail_add_text (box, text, NULL);
  tl_detail_add_sources (detail, box, side->citations);

  return box;
}

static GtkWidget *
new_question (const char *question)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, TL_DETAIL_SPACING);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", "dialog-warning-symbolic",
                                  "valign", GTK_ALIGN_START,
                                  NULL);
  GtkWidget *text = tl_passage_new (question, GTK_ACCESSIBLE_ROLE_HEADING, "heading");

  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (icon, "warning");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), text);

  return row;
}

static void
add_settled (const TlDetail     *detail,
             const TlDifference *difference,
             GtkWidget          *box)
{
  const char *settled = tl_timeline_get_text (detail->timeline, difference->settled);
  if (settled == NULL)
    {
      tl_detail_add_text (box, _("Not settled"), "heading");
      return;
    }

  tl_detail_add_text (box, _("What settles it"), "heading");
  tl_detail_add_text (box, settled, NULL);
  tl_detail_add_sources (detail, box, difference->settled_citations);
}

static void
add_difference (const TlDetail     *detail,
                const TlDifference *difference,
                GtkWidget          *part)
{
  const TlSide *sides = tl_timeline_get_sides (detail->timeline, difference->sides);
  const char *question = tl_timeline_get_text (detail->timeline, difference->question);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", TL_DETAIL_SPACING,
                                 NULL);
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  gtk_widget_add_css_class (box, "detail-difference");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What sources say"), -1);
  gtk_widget_set_layout_manager (list, tl_flow_layout_new (TL_DETAIL_SPACING, SIDE_WIDTH));
  for (guint i = 0; i < difference->sides.count; i++)
    gtk_box_append (GTK_BOX (list), new_side (detail, &sides[i]));

  gtk_box_append (GTK_BOX (box), new_question (question));
  gtk_box_append (GTK_BOX (box), list);
  add_settled (detail, difference, box);
  gtk_box_append (GTK_BOX (part), box);
}

/**
 * tl_detail_add_differences:
 * @detail: what is shown
 * @piece: which difference
 *
 * Adds where sources differ.
 *
 * Returns: whether there is another
 */
gboolean
tl_detail_add_differences (TlDetail *detail,
                           guint     piece)
{
  const TlDifference *differences = tl_timeline_get_differences (detail->timeline, detail->event->differences);
  guint n_differences = detail->event->differences.count;

  if (n_differences == 0)
    return FALSE;

  if (piece == 0)
    detail->list = tl_detail_add_part (detail->page, _("Sources differ"), NULL);
  add_difference (detail, &differences[piece], detail->list);

  return piece + 1 < n_differences;
}
