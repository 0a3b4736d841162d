/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-preferences.h"

#include "tl-preferences-frame.h"

#include <glib/gi18n.h>

/* What can be preferred, for people to see and change. What they change holds
 * at once, and what is changed elsewhere is seen here.
 */

#define SETTINGS "settings"
#define SETTING  "setting"

#define MAX_OPTIONS 4

typedef struct
{
  TlSetting   setting;
  const char *title;
  const char *subtitle;
  const char *options[MAX_OPTIONS + 1];
} Choice;

static const Choice colours = {
  TL_SETTING_COLOURS, N_("Colours"), N_("Light, dark, or as the desktop has them"),
  { N_("Desktop"), N_("Light"), N_("Dark") },
};

static const Choice motion = {
  TL_SETTING_MOTION, N_("Motion"), N_("Whether a view glides to where it goes, or is there at once"),
  { N_("Desktop"), N_("Reduced"), N_("Full") },
};

static const Choice axis = {
  TL_SETTING_AXIS, N_("Axis"), N_("Of timelines that you open for the first time"),
  { N_("Automatic"), N_("To scale"), N_("Folded"), N_("Even") },
};

static const Choice click = {
  TL_SETTING_CLICK, N_("A click on a source"), N_("Opens its address in the browser, copies it, or asks"),
  { N_("Opens it"), N_("Copies it"), N_("Asks") },
};

static TlSettings *
get_settings (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), SETTINGS);
}

static void
follow (GtkWidget  *widget,
        TlSettings *settings,
        GCallback   update)
{
  g_object_set_data_full (G_OBJECT (widget), SETTINGS, g_object_ref (settings), g_object_unref);
  g_signal_connect_object (settings, "changed", update, widget, G_CONNECT_SWAPPED);
}

/* One of a few. Their words are short: with large letters there is little room. */

static void
update_choice (AdwComboRow *row)
{
  TlSetting setting = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), SETTING));
  int choice = tl_settings_get_choice (get_settings (GTK_WIDGET (row)), setting);

  if (adw_combo_row_get_selected (row) != (guint) choice)
    adw_combo_row_set_selected (row, (guint) choice);
}

static void
chosen_cb (AdwComboRow *row)
{
  TlSetting setting = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), SETTING));

  tl_settings_set_choice (get_settings (GTK_WIDGET (row)), setting, (int) adw_combo_row_get_selected (row));
}

static GtkWidget *
new_choice (TlSettings   *settings,
            const Choice *choice)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) options = gtk_string_list_new (NULL);

  for (guint i = 0; choice->options[i] != NULL; i++)
    gtk_string_list_append (options, _(choice->options[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(choice->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(choice->subtitle));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (options));
  g_object_set_data (G_OBJECT (row), SETTING, GINT_TO_POINTER ((int) choice->setting));
  follow (row, settings, G_CALLBACK (update_choice));
  update_choice (ADW_COMBO_ROW (row));
  g_signal_connect (row, "notify::selected", G_CALLBACK (chosen_cb), NULL);

  return row;
}

/* A row for another widget, which has its name by the row. */

static GtkWidget *
new_row (const char *title,
         const char *subtitle,
         GtkWidget  *widget)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);

  return row;
}

static void
update_contrast (GtkSwitch *toggle)
{
  gtk_switch_set_active (toggle, tl_settings_get_high_contrast (get_settings (GTK_WIDGET (toggle))));
}

static void
contrast_cb (GtkSwitch *toggle)
{
  tl_settings_set_high_contrast (get_settings (GTK_WIDGET (toggle)), gtk_switch_get_active (toggle));
}

static GtkWidget *
new_contrast_row (TlSettings *settings)
{
  GtkWidget *toggle = gtk_switch_new ();

  follow (toggle, settings, G_CALLBACK (update_contrast));
  update_contrast (GTK_SWITCH (toggle));
  g_signal_connect (toggle, "notify::active", G_CALLBACK (contrast_cb), NULL);

  return new_row (_("High contrast in the drawing"), _("Even where the desktop does not ask for it"), toggle);
}

static void
update_text_size (GtkSpinButton *spin)
{
  gtk_spin_button_set_value (spin, tl_settings_get_text_size (get_settings (GTK_WIDGET (spin))));
}

static void
text_size_cb (GtkSpinButton *spin)
{
  tl_settings_set_text_size (get_settings (GTK_WIDGET (spin)), gtk_spin_button_get_value_as_int (spin));
}

static GtkWidget *
new_text_size_row (TlSettings *settings)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (TL_MIN_TEXT_SIZE, TL_MAX_TEXT_SIZE, TL_TEXT_SIZE_STEP);

  follow (spin, settings, G_CALLBACK (update_text_size));
  update_text_size (GTK_SPIN_BUTTON (spin));
  g_signal_connect (spin, "value-changed", G_CALLBACK (text_size_cb), NULL);

  return new_row (_("Text size"), _("In per cent of the desktop’s, in all of the program"), spin);
}

static void
reset_cb (GtkWidget *button)
{
  tl_settings_reset (get_settings (button));
}

static GtkWidget *
new_reset_row (TlSettings *settings)
{
  GtkWidget *button = gtk_button_new_with_label (_("Reset"));

  g_object_set_data_full (G_OBJECT (button), SETTINGS, g_object_ref (settings), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (reset_cb), NULL);

  return new_row (_("Back to the defaults"), _("Makes everything here as it was at first"), button);
}

/* The page */

static GtkWidget *
add_group (GtkWidget  *page,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));

  return group;
}

static void
add_row (GtkWidget *group,
         GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/**
 * tl_preferences_present:
 * @parent: (nullable): the window where it was asked for
 * @settings: (transfer none): what can be preferred
 *
 * Lets people see and change what they prefer.
 */
void
tl_preferences_present (GtkWindow  *parent,
                        TlSettings *settings)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *looks = add_group (page, _("Appearance"));
  GtkWidget *timelines = add_group (page, _("Timelines"));

  add_row (looks, new_choice (settings, &colours));
  add_row (looks, new_contrast_row (settings));
  add_row (looks, new_text_size_row (settings));
  add_row (looks, new_choice (settings, &motion));
  add_row (timelines, new_choice (settings, &axis));
  add_row (timelines, tl_preferences_font_row_new (settings));
  add_row (timelines, new_choice (settings, &click));
  add_row (add_group (page, NULL), new_reset_row (settings));

  tl_preferences_frame_present (parent, ADW_PREFERENCES_PAGE (page));
}
