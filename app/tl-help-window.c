/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-help-window.h"

#include "tl-escape.h"
#include "tl-guide-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* How the program is used, in a window that stays open beside the others. It
 * is docs/using.md, which is a part of the program: there is nothing to fetch
 * and no other program to ask.
 */

#define GUIDE RESOURCE_PATH "/help/using"
#define NAME "throughline-help"

/* In the first of the languages that people read and there is a guide in. */
static GBytes *
find_guide (void)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s.%s.md", GUIDE, languages[i]);
      GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes != NULL)
        return bytes;
    }

  return g_resources_lookup_data (GUIDE ".md", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static void
go_to_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  tl_guide_view_go_to (user_data, (guint) g_variant_get_int32 (parameter));
}

static void
add_actions (GtkWidget   *window,
             TlGuideView *view)
{
  static const GActionEntry entries[] = {
    { .name = "go-to", .activate = go_to_cb, .parameter_type = "i" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), view);
  gtk_widget_insert_action_group (window, "help", G_ACTION_GROUP (group));
  tl_escape_closes (window);
}

static GtkWidget *
make_contents (TlGuideView *view)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button;

  for (guint i = 0; i < tl_guide_view_get_n_chapters (view); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (tl_guide_view_get_chapter (view, i), NULL);

      g_menu_item_set_action_and_target (item, "help.go-to", "i", (int) i);
      g_menu_append_item (menu, item);
    }

  button = g_object_new (GTK_TYPE_MENU_BUTTON,
                         "label", _("_Contents"),
                         "use-underline", TRUE,
                         "menu-model", menu,
                         "primary", TRUE,
                         NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Contents"), -1);

  return button;
}

static void
show_new_window (GtkApplication *application)
{
  g_autoptr (GBytes) guide = find_guide ();
  GtkWidget *view = tl_guide_view_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW,
                                    "application", application,
                                    "name", NAME,
                                    "default-width", 640,
                                    "default-height", 720,
                                    "title", _("Help"),
                                    NULL);

  tl_guide_view_set_text (TL_GUIDE_VIEW (view), g_bytes_get_data (guide, NULL));
  gtk_widget_set_vexpand (view, TRUE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), make_contents (TL_GUIDE_VIEW (view)));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), view);
  adw_window_set_content (ADW_WINDOW (window), box);
  add_actions (window, TL_GUIDE_VIEW (view));
  /* Only then: GTK 4.8 hides a window from screen readers in which something
   * has the keyboard before it is shown.
   */
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (view);
}

static GtkWindow *
find_window (GtkApplication *application)
{
  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    if (g_str_equal (gtk_widget_get_name (item->data), NAME))
      return item->data;

  return NULL;
}

/**
 * tl_help_window_present:
 * @application: the program
 *
 * Shows how the program is used, or brings the window that does to the front.
 */
void
tl_help_window_present (GtkApplication *application)
{
  GtkWindow *window = find_window (application);

  if (window != NULL)
    gtk_window_present (window);
  else
    show_new_window (application);
}

/**
 * tl_help_window_close:
 * @application: the program
 *
 * Closes the window with the help, where there is one.
 */
void
tl_help_window_close (GtkApplication *application)
{
  GtkWindow *window = find_window (application);

  if (window != NULL)
    gtk_window_close (window);
}
