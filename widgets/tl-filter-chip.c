/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-filter-chip.h"

#include "tl-filter-words.h"

#include <glib/gi18n-lib.h>

/* One condition that is asked for: a button that takes it away. */

/* No chip is wider than that, in characters. */
#define MAX_CHARS 36

#define CONDITION "tl-condition"
#define VALUE     "tl-value"

/**
 * tl_filter_chip_new:
 * @timeline: a timeline
 * @condition: what is asked for
 * @value: its value
 *
 * Returns: (transfer floating): a button that says so
 */
GtkWidget *
tl_filter_chip_new (TlTimeline *timeline,
                    TlCondition condition,
                    const char *value)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cross = g_object_new (GTK_TYPE_IMAGE, "icon-name", "window-close-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *name = tl_filter_tell_value (timeline, condition, value, NULL);
  GtkWidget *label = gtk_label_new (name);
  /* Translators: what a chip does: “Remove filter: Lane: OpenAI” */
  g_autofree char *spoken = g_strdup_printf (_("Remove filter: %s"), name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), cross);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "filter-chip");
  gtk_widget_set_tooltip_text (chip, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (chip), CONDITION, GUINT_TO_POINTER (condition));
  g_object_set_data_full (G_OBJECT (chip), VALUE, g_strdup (value), g_free);

  return chip;
}

/**
 * tl_filter_chip_get_condition:
 * @chip: a chip
 *
 * Returns: what it asks for
 */
TlCondition
tl_filter_chip_get_condition (GtkWidget *chip)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), CONDITION));
}

/**
 * tl_filter_chip_get_value:
 * @chip: a chip
 *
 * Returns: (transfer none) (nullable): the value; %NULL for a widget that is
 *   no chip
 */
const char *
tl_filter_chip_get_value (GtkWidget *chip)
{
  return g_object_get_data (G_OBJECT (chip), VALUE);
}
