/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-rows.h"

/**
 * tl_rows_add_group:
 * @box: where it goes
 * @title: what its rows have in common
 *
 * Returns: (transfer none): a group without rows
 */
AdwPreferencesGroup *
tl_rows_add_group (GtkBox     *box,
                   const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (box, group);

  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group,
         GtkWidget           *row,
         const char          *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);

  return row;
}

/**
 * tl_rows_add_choice:
 * @group: where it goes
 * @title: what is chosen
 * @names: (array zero-terminated=1): what there is to choose from
 *
 * Returns: (transfer none): the row, which tells what is chosen
 */
AdwComboRow *
tl_rows_add_choice (AdwPreferencesGroup *group,
                    const char          *title,
                    const char *const   *names)
{
  AdwComboRow *row = ADW_COMBO_ROW (add_row (group, adw_combo_row_new (), title));
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);

  adw_combo_row_set_model (row, G_LIST_MODEL (model));

  return row;
}

static void
add_control (AdwPreferencesGroup *group,
             GtkWidget           *control,
             const char          *title,
             const char          *subtitle)
{
  GtkWidget *row = add_row (group, adw_action_row_new (), title);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
}

/**
 * tl_rows_add_switch:
 * @group: where it goes
 * @title: what is on or off
 * @subtitle: (nullable): more about it
 *
 * Returns: (transfer none): the switch in the row
 */
GtkSwitch *
tl_rows_add_switch (AdwPreferencesGroup *group,
                    const char          *title,
                    const char          *subtitle)
{
  GtkWidget *control = gtk_switch_new ();

  add_control (group, control, title, subtitle);

  return GTK_SWITCH (control);
}

/**
 * tl_rows_add_number:
 * @group: where it goes
 * @title: what it is
 * @least: the smallest it can be
 * @most: the largest
 * @step: how far a key or click takes it
 * @digits: after the point
 *
 * Returns: (transfer none): the field in the row
 */
GtkSpinButton *
tl_rows_add_number (AdwPreferencesGroup *group,
                    const char          *title,
                    double               least,
                    double               most,
                    double               step,
                    guint                digits)
{
  GtkWidget *control = gtk_spin_button_new_with_range (least, most, step);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (control), digits);
  add_control (group, control, title, NULL);

  return GTK_SPIN_BUTTON (control);
}

/**
 * tl_rows_add_text:
 * @group: where it goes
 * @title: what is written there
 *
 * Returns: (transfer none): the row
 */
GtkEditable *
tl_rows_add_text (AdwPreferencesGroup *group,
                  const char          *title)
{
  return GTK_EDITABLE (add_row (group, adw_entry_row_new (), title));
}

/**
 * tl_rows_set_subtitle:
 * @child: what is in a row
 * @subtitle: more about it
 */
void
tl_rows_set_subtitle (gpointer    child,
                      const char *subtitle)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (gtk_widget_get_ancestor (child, ADW_TYPE_ACTION_ROW)), subtitle);
}

/**
 * tl_rows_set_shown:
 * @child: a row or what is in it
 * @is_shown: whether the row is to be seen
 */
void
tl_rows_set_shown (gpointer child,
                   gboolean is_shown)
{
  GtkWidget *row = gtk_widget_get_ancestor (child, GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_set_visible (row, is_shown);
}
