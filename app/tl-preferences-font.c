/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-preferences.h"

#include "tl-icon-button.h"
#include "tl-text-pango.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

/* The row for the font of the drawing: a list of what is installed. */

typedef struct
{
  TlSettings    *settings;
  AdwActionRow  *row;
  GtkDropDown   *families;
  GtkWidget     *reset;
  GtkStringList *names;
} FontRow;

#define FONT_ROW "font-row"

#define MAX_CHARS 18

static void
free_row_cb (gpointer data)
{
  FontRow *self = data;

  g_object_unref (self->settings);
  g_object_unref (self->names);
  g_free (self);
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return g_utf8_collate (*(char *const *) a, *(char *const *) b);
}

static GtkStringList *
list_families (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree PangoFontFamily **families = NULL;
  int n_families;

  pango_font_map_list_families (pango_cairo_font_map_get_default (), &families, &n_families);
  for (int i = 0; i < n_families; i++)
    g_ptr_array_add (names, (gpointer) pango_font_family_get_name (families[i]));
  g_ptr_array_sort (names, compare_names_cb);
  g_ptr_array_add (names, NULL);

  return gtk_string_list_new ((const char *const *) names->pdata);
}

static guint
find_family (GtkStringList *names,
             const char    *family)
{
  guint n_names = g_list_model_get_n_items (G_LIST_MODEL (names));

  for (guint i = 0; i < n_names; i++)
    if (g_ascii_strcasecmp (gtk_string_list_get_string (names, i), family) == 0)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/* What happens where the font is not there. */
static char *
say_what_is_drawn (FontRow *self,
                   gboolean has_font)
{
  g_autofree char *missing = tl_settings_dup_missing_font (self->settings);

  if (!has_font)
    /* Translators: a font family */
    return g_strdup_printf (_("%s is not installed: the desktop’s own font stands in"), TL_CHART_FONT);
  if (missing != NULL)
    /* Translators: two font families */
    return g_strdup_printf (_("“%s” is not installed: %s stands in"), missing, TL_CHART_FONT);

  return g_strdup (_("Of drawings in the window and of charts that you export from it"));
}

static FontRow *
get_font_row (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), FONT_ROW);
}

static void
update (GtkWidget *row)
{
  FontRow *self = get_font_row (row);
  const char *family = tl_settings_get_chart_font (self->settings);
  guint place = find_family (self->names, family);
  g_autofree char *subtitle = say_what_is_drawn (self, place != GTK_INVALID_LIST_POSITION);
  g_autofree char *missing = tl_settings_dup_missing_font (self->settings);

  if (gtk_drop_down_get_selected (self->families) != place)
    gtk_drop_down_set_selected (self->families, place);
  adw_action_row_set_subtitle (self->row, subtitle);
  gtk_widget_set_sensitive (self->reset, missing != NULL || !g_str_equal (family, TL_CHART_FONT));
}

static void
chosen_cb (GtkWidget *row)
{
  FontRow *self = get_font_row (row);
  guint place = gtk_drop_down_get_selected (self->families);

  /* Also told when the one that stands in for another is shown. */
  if (place != GTK_INVALID_LIST_POSITION
      && place != find_family (self->names, tl_settings_get_chart_font (self->settings)))
    tl_settings_set_chart_font (self->settings, gtk_string_list_get_string (self->names, place));
}

static void
reset_cb (GtkWidget *row)
{
  FontRow *self = get_font_row (row);

  tl_settings_set_chart_font (self->settings, TL_CHART_FONT);
  gtk_widget_grab_focus (GTK_WIDGET (self->families));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkStringObject *name = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (name));
}

static GtkWidget *
new_families (GtkStringList *names)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *families = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), name);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (families), factory);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (families), TRUE);
  gtk_widget_set_valign (families, GTK_ALIGN_CENTER);
  /* What has the keyboard is the button within. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (families)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Font"), -1);

  return families;
}

static GtkWidget *
new_reset (void)
{
  /* Translators: a font family */
  g_autofree char *name = g_strdup_printf (_("Back to %s"), TL_CHART_FONT);

  return tl_icon_button_new ("edit-undo-symbolic", name);
}

/**
 * tl_preferences_font_row_new:
 * @settings: (transfer none): what can be preferred
 *
 * Returns: (transfer floating): the row for the font of the drawing
 */
GtkWidget *
tl_preferences_font_row_new (TlSettings *settings)
{
  GtkWidget *row = adw_action_row_new ();
  FontRow *self = g_new0 (FontRow, 1);

  self->settings = g_object_ref (settings);
  self->row = ADW_ACTION_ROW (row);
  self->names = list_families ();
  self->families = GTK_DROP_DOWN (new_families (self->names));
  self->reset = new_reset ();
  g_object_set_data_full (G_OBJECT (row), FONT_ROW, self, free_row_cb);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Font"));
  adw_action_row_add_suffix (self->row, self->reset);
  adw_action_row_add_suffix (self->row, GTK_WIDGET (self->families));
  adw_action_row_set_activatable_widget (self->row, GTK_WIDGET (self->families));
  update (row);
  g_signal_connect_object (settings, "changed", G_CALLBACK (update), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->families, "notify::selected", G_CALLBACK (chosen_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (reset_cb), row, G_CONNECT_SWAPPED);

  return row;
}
