/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-recent.h"

#include <gtk/gtk.h>
#include <string.h>

/* Timelines that were open before, as the whole desktop remembers them. */

/* How the desktop's list tells ours from the rest. It is not shown. */
#define OWN_NAME "Throughline"

#define MAX_FILES 10

#define ACTION "app.open-uri"

/**
 * tl_recent_add:
 * @file: (transfer none): a timeline that has been opened
 *
 * Remembers it. What comes with the program is not remembered.
 */
void
tl_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) "application/json",
    .app_name = (char *) OWN_NAME,
    .app_exec = (char *) "throughline %u",
  };

  if (!g_file_has_uri_scheme (file, "resource"))
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/* Only what can be looked at without waiting for a network. */
static gboolean
is_ours (GtkRecentInfo *info)
{
  return gtk_recent_info_has_application (info, OWN_NAME)
         && gtk_recent_info_is_local (info)
         && gtk_recent_info_exists (info);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  GtkRecentInfo *first = *(GtkRecentInfo *const *) a;
  GtkRecentInfo *second = *(GtkRecentInfo *const *) b;

  return -g_date_time_compare (gtk_recent_info_get_modified (first), gtk_recent_info_get_modified (second));
}

static GPtrArray *
list_files (void)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);

  for (GList *item = items; item != NULL; item = item->next)
    if (is_ours (item->data))
      g_ptr_array_add (files, gtk_recent_info_ref (item->data));
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  g_ptr_array_sort (files, compare_times);
  if (files->len > MAX_FILES)
    g_ptr_array_set_size (files, MAX_FILES);

  return files;
}

static gboolean
has_namesake (GPtrArray  *files,
              guint       at,
              const char *name)
{
  for (guint i = 0; i < files->len; i++)
    if (i != at && g_strcmp0 (name, gtk_recent_info_get_display_name (g_ptr_array_index (files, i))) == 0)
      return TRUE;

  return FALSE;
}

/* With the folder, where the name alone does not tell. */
static char *
make_label (GPtrArray *files,
            guint      at)
{
  GtkRecentInfo *info = g_ptr_array_index (files, at);
  const char *name = gtk_recent_info_get_display_name (info);
  g_autoptr (GString) label = g_string_new (name);

  if (has_namesake (files, at, name))
    {
      g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
      g_autoptr (GFile) folder = g_file_get_parent (file);
      g_autofree char *path = g_file_get_parse_name (folder != NULL ? folder : file);

      g_string_append_printf (label, " – %s", path);
    }

  /* An underscore in a menu stands for a key. */
  g_string_replace (label, "_", "__", 0);

  return g_string_free (g_steal_pointer (&label), FALSE);
}

static void
fill_menu (GMenu *menu)
{
  g_autoptr (GPtrArray) files = list_files ();

  g_menu_remove_all (menu);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *label = make_label (files, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, ACTION, "s",
                                         gtk_recent_info_get_uri (g_ptr_array_index (files, i)));
      g_menu_append_item (menu, item);
    }
}

static void
changed_cb (GtkRecentManager *manager,
            GMenu            *menu)
{
  fill_menu (menu);
}

/**
 * tl_recent_get_menu:
 *
 * Returns: (transfer none): a section for a menu, with the timelines that
 *   were opened last and are still there. It follows the desktop's list for
 *   as long as the program runs
 */
GMenuModel *
tl_recent_get_menu (void)
{
  static GMenu *menu;

  if (menu == NULL)
    {
      menu = g_menu_new ();
      fill_menu (menu);
      g_signal_connect (gtk_recent_manager_get_default (), "changed", G_CALLBACK (changed_cb), menu);
    }

  return G_MENU_MODEL (menu);
}
