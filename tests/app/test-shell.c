/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-bundle.h"
#include "tl-file-dialog.h"
#include "tl-findings-window.h"
#include "tl-interface.h"
#include "tl-load.h"
#include "tl-recent.h"
#include "tl-shortcuts.h"
#include "tl-text-editor.h"
#include "tl-uri-launcher.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

/* The parts of the shell around a window, each by itself, on a display. */

#define TIME_LIMIT_MS 20000

static char *folder;

static gboolean
wake_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until the condition holds. */
#define WAIT_UNTIL(condition)                                           \
  G_STMT_START                                                          \
  {                                                                     \
    gboolean is_over = FALSE;                                           \
    guint source = g_timeout_add (TIME_LIMIT_MS, wake_cb, &is_over);    \
                                                                        \
    while (!(condition) && !is_over)                                    \
      g_main_context_iteration (NULL, TRUE);                            \
    g_source_remove (source);                                           \
    g_assert_true (condition);                                          \
  }                                                                     \
  G_STMT_END

static GFile *
make_file (const char *name,
           const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

/* Editors */

static void
check_command (const char *executable,
               const char *expected)
{
  g_auto (GStrv) command = tl_text_editor_make_command (executable, "/a b/c.json", 12);
  g_autofree char *joined = command != NULL ? g_strjoinv ("|", command) : NULL;

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_editor_command (void)
{
  check_command ("gnome-text-editor", "gnome-text-editor|/a b/c.json|+12");
  check_command ("/usr/bin/gedit", "/usr/bin/gedit|/a b/c.json|+12");
  check_command ("xed", "xed|+12|/a b/c.json");
  check_command ("/usr/share/code/code", "/usr/share/code/code|--goto|/a b/c.json:12");
  check_command ("subl", "subl|/a b/c.json:12");
  check_command ("kate", "kate|-l|12|/a b/c.json");

  /* Of others it is not known. */
  check_command ("flatpak", NULL);
  check_command ("vim", NULL);
  check_command ("my-gedit", NULL);
  g_assert_null (tl_text_editor_make_command ("gedit", "/a.json", 0));
}

static void
test_editor_of_bundled_file (void)
{
  g_autoptr (GFile) story = tl_bundle_new_story ();
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_text_editor_open (story, 3, NULL, &error));
  g_assert_error (error, TL_TEXT_EDITOR_ERROR, TL_TEXT_EDITOR_ERROR_BUNDLED);
}

/* An editor that notes what it is told; before the desktop's list of programs
 * is read for the first time.
 */
static void
set_up_editor (void)
{
  g_autofree char *notes = g_build_filename (folder, "notes", NULL);
  g_autofree char *program = g_build_filename (folder, "bin", "gnome-text-editor", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\nprintf '%%s\\n' \"$@\" > '%s~' && mv '%s~' '%s'\n", notes,
                                             notes, notes);
  g_autofree char *entry = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Editor\nExec=%s %%U\n"
                                            "MimeType=text/plain;\n", program);
  g_autofree char *applications = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *desktop = g_build_filename (applications, "editor.desktop", NULL);
  g_autofree char *list = g_build_filename (g_get_user_config_dir (), "mimeapps.list", NULL);
  g_autoptr (GFile) script_file = make_file ("bin/gnome-text-editor", script);

  g_assert_cmpint (g_chmod (g_file_peek_path (script_file), 0755), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (applications, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_config_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (desktop, entry, -1, NULL));
  g_assert_true (g_file_set_contents (list, "[Default Applications]\ntext/plain=editor.desktop\n", -1, NULL));
}

static void
test_editor_is_started (void)
{
  g_autofree char *notes = g_build_filename (folder, "notes", NULL);
  g_autoptr (GFile) file = make_file ("edit me.json", "{}");
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *expected = g_strdup_printf ("%s\n+7\n", path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gdk_display_get_default ());

  g_assert_true (tl_text_editor_open (file, 7, G_APP_LAUNCH_CONTEXT (context), &error));
  g_assert_no_error (error);

  /* Nothing of the main loop tells that the program has run. */
  for (guint i = 0; i < TIME_LIMIT_MS / 10 && !g_file_test (notes, G_FILE_TEST_EXISTS); i++)
    g_usleep (10 * 1000);
  g_file_get_contents (notes, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

/* What is preferred, for all windows */

static void
check_interface (int      resolution,
                 gboolean is_moving)
{
  int found_resolution;
  gboolean found_moving;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &found_resolution, "gtk-enable-animations", &found_moving,
                NULL);
  g_assert_cmpint (found_resolution, ==, resolution);
  g_assert_cmpint (found_moving, ==, is_moving);
}

static void
test_interface (void)
{
  g_autoptr (TlSettings) settings = tl_settings_new (NULL);
  AdwStyleManager *style = adw_style_manager_get_default ();
  TlInterface *interface;
  gboolean is_moving;
  int resolution;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &resolution, "gtk-enable-animations", &is_moving, NULL);
  g_assert_cmpint (resolution, >, 0);
  interface = tl_interface_new (settings);
  check_interface (resolution, is_moving);

  tl_settings_set_text_size (settings, 150);
  tl_settings_set_choice (settings, TL_SETTING_MOTION, TL_MOTION_REDUCED);
  check_interface (resolution * 3 / 2, FALSE);
  tl_settings_set_text_size (settings, 50);
  tl_settings_set_choice (settings, TL_SETTING_MOTION, TL_MOTION_FULL);
  check_interface (resolution / 2, TRUE);
  tl_settings_set_choice (settings, TL_SETTING_COLOURS, TL_COLOURS_DARK);
  g_assert_true (adw_style_manager_get_dark (style));
  tl_settings_set_choice (settings, TL_SETTING_COLOURS, TL_COLOURS_LIGHT);
  g_assert_false (adw_style_manager_get_dark (style));

  tl_settings_reset (settings);
  check_interface (resolution, is_moving);
  g_assert_cmpint (adw_style_manager_get_color_scheme (style), ==, ADW_COLOR_SCHEME_DEFAULT);
  tl_interface_free (interface);
}

/* The template */

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_bundle_write_template_finish (G_FILE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
not_written_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_bundle_write_template_finish (G_FILE (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  *(gboolean *) data = TRUE;
}

static void
test_template (void)
{
  g_autoptr (GFile) file = make_file ("new.json", "what was there before, which is longer than nothing");
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/does/not/exist.json");
  g_autoptr (TlLoad) load = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_done = FALSE;
  guint n_events;

  tl_bundle_write_template_async (file, NULL, written_cb, &is_done);
  WAIT_UNTIL (is_done);

  load = tl_load_file (file, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (load->is_whole);
  tl_timeline_get_events (load->timeline, &n_events);
  g_assert_cmpuint (n_events, >, 0);
  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 0);
  g_assert_true (tl_load_is_sound (load));

  is_done = FALSE;
  tl_bundle_write_template_async (nowhere, NULL, not_written_cb, &is_done);
  WAIT_UNTIL (is_done);
}

/* Addresses */

typedef struct
{
  gboolean is_done;
  gboolean is_launched;
  GError  *error;
} Launch;

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Launch *launch = data;

  launch->is_launched = tl_uri_launcher_launch_finish (result, &launch->error);
  launch->is_done = TRUE;
}

static gboolean
try_address (GtkWindow  *window,
             const char *address)
{
  Launch launch = { 0 };

  tl_uri_launcher_launch (window, address, NULL, launched_cb, &launch);
  WAIT_UNTIL (launch.is_done);
  if (!launch.is_launched)
    g_assert_error (launch.error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&launch.error);

  return launch.is_launched;
}

static void
test_addresses (void)
{
  g_autofree char *path = g_build_filename (folder, "addresses", NULL);
  g_autofree char *text = NULL;
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  g_setenv ("THROUGHLINE_URI_RECORDER", path, TRUE);
  g_assert_true (try_address (window, "https://example.org/a?b=c#d"));
  g_assert_false (try_address (window, "file:///etc/passwd"));
  g_assert_false (try_address (window, "javascript:alert(1)"));
  g_assert_false (try_address (window, "example.org"));
  g_assert_false (try_address (window, ""));
  g_assert_true (try_address (window, "http://example.org/"));
  g_unsetenv ("THROUGHLINE_URI_RECORDER");

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "https://example.org/a?b=c#d\nhttp://example.org/\n");
  gtk_window_destroy (window);
}

/* Dialogs */

typedef struct
{
  gboolean is_done;
  GObject *chosen;
} Choice;

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Choice *choice = data;
  g_autoptr (GError) error = NULL;
  GListModel *files = tl_file_dialog_open_finish (result, &error);

  g_assert_no_error (error);
  choice->chosen = G_OBJECT (files);
  choice->is_done = TRUE;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Choice *choice = data;
  g_autoptr (GError) error = NULL;
  GFile *file = tl_file_dialog_save_finish (result, &error);

  g_assert_no_error (error);
  choice->chosen = G_OBJECT (file);
  choice->is_done = TRUE;
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static GtkWidget *
wait_for_dialog (void)
{
  WAIT_UNTIL (find_dialog () != NULL);

  return find_dialog ();
}

static void
test_dialog_is_dismissed (void)
{
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Choice choice = { 0 };

  gtk_window_present (parent);
  tl_file_dialog_open (parent, NULL, NULL, opened_cb, &choice);
  gtk_dialog_response (GTK_DIALOG (wait_for_dialog ()), GTK_RESPONSE_CANCEL);
  WAIT_UNTIL (choice.is_done);
  g_assert_null (choice.chosen);

  /* And from the program's side. */
  choice.is_done = FALSE;
  tl_file_dialog_open (parent, NULL, cancellable, opened_cb, &choice);
  wait_for_dialog ();
  g_cancellable_cancel (cancellable);
  WAIT_UNTIL (choice.is_done);
  g_assert_null (choice.chosen);
  WAIT_UNTIL (find_dialog () == NULL);

  gtk_window_destroy (parent);
}

/* The dialog takes no answer until it has read the folder. */
static void
accept (Choice *choice)
{
  wait_for_dialog ();
  for (guint i = 0; i < TIME_LIMIT_MS / 50 && !choice->is_done; i++)
    {
      gboolean is_over = FALSE;
      guint source = g_timeout_add (50, wake_cb, &is_over);
      GtkWidget *dialog = find_dialog ();

      if (dialog != NULL)
        gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
      while (!is_over && !choice->is_done)
        g_main_context_iteration (NULL, TRUE);
      g_source_remove (source);
    }
  g_assert_true (choice->is_done);
}

static void
test_dialog_saves (void)
{
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  g_autofree char *path = g_build_filename (folder, "dialog", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (GFile) expected = g_file_get_child (place, "new.timeline.json");
  Choice choice = { 0 };

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  gtk_window_present (parent);
  tl_file_dialog_save (parent, "New timeline", "new.timeline.json", "Timelines", "json", place, NULL, saved_cb, &choice);
  accept (&choice);
  g_assert_true (G_IS_FILE (choice.chosen) && g_file_equal (G_FILE (choice.chosen), expected));
  g_object_unref (choice.chosen);

  gtk_window_destroy (parent);
}

/* Recent files */

static char *
get_label (GMenuModel *menu,
           int         at)
{
  g_autoptr (GVariant) label = g_menu_model_get_item_attribute_value (menu, at, G_MENU_ATTRIBUTE_LABEL,
                                                                      G_VARIANT_TYPE_STRING);

  return g_variant_dup_string (label, NULL);
}

static gboolean
has_target (GMenuModel *menu,
            int         at,
            GFile      *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *action = NULL;
  g_autofree char *target = NULL;

  return g_menu_model_get_item_attribute (menu, at, G_MENU_ATTRIBUTE_ACTION, "s", &action)
         && g_menu_model_get_item_attribute (menu, at, G_MENU_ATTRIBUTE_TARGET, "s", &target)
         && g_str_equal (action, "app.open-uri")
         && g_str_equal (target, uri);
}

static void
test_recent (void)
{
  GMenuModel *menu = tl_recent_get_menu ();
  g_autoptr (GFile) first = make_file ("one/my_story.json", "{}");
  g_autoptr (GFile) second = make_file ("two/my_story.json", "{}");
  g_autoptr (GFile) story = tl_bundle_new_story ();
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 0);

  tl_recent_add (story);
  tl_recent_add (first);
  WAIT_UNTIL (g_menu_model_get_n_items (menu) == 1);
  g_assert_true (has_target (menu, 0, first));
  label = get_label (menu, 0);
  g_assert_cmpstr (label, ==, "my__story.json");

  /* Of the same name: the folders tell them apart. The newest is first. */
  g_usleep (1100 * 1000);
  tl_recent_add (second);
  WAIT_UNTIL (g_menu_model_get_n_items (menu) == 2);
  g_assert_true (has_target (menu, 0, second));
  name = get_label (menu, 0);
  g_assert_nonnull (strstr (name, "my__story.json – "));
  g_assert_true (g_str_has_suffix (name, "/two"));
}

static void
test_recent_is_not_endless (void)
{
  GMenuModel *menu = tl_recent_get_menu ();
  g_autoptr (GFile) last = NULL;

  for (guint i = 0; i < 15; i++)
    {
      g_autofree char *name = g_strdup_printf ("many/%u.json", i);

      g_clear_object (&last);
      last = make_file (name, "{}");
      tl_recent_add (last);
    }
  WAIT_UNTIL (g_menu_model_get_n_items (menu) == 10);
}

/* Findings */

static const char bad_text[] = "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"<b>Bad</b>\",\n"
                               "  \"events\": [\n"
                               "    { \"id\": \"a\", \"title\": \"A\", \"when\": \"2025-13\" },\n"
                               "    { \"id\": \"b\", \"title\": \"B\", \"when\": \"2025\", \"sumary\": \"S\" }\n"
                               "  ] }\n";

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
paste (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, &text);
  WAIT_UNTIL (text != NULL);

  return text;
}

static void
note_line_cb (TlFindingsList *list,
              guint           line,
              guint          *noted)
{
  *noted = line;
}

static GtkWidget *
find_list_view (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list_view (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_findings (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (bad_text, strlen (bad_text));
  TlLoad *load = tl_load_bytes (bytes, NULL);
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  TlFindingsList *list;
  GtkWidget *view;
  g_autoptr (GtkSelectionModel) model = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *second = NULL;
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;
  const TlDiagnostic *diagnostics;
  guint n_listed;
  guint line = 0;

  gtk_window_present (parent);
  list = tl_findings_window_present (parent, load->diagnostics, "bad.json");
  g_signal_connect (list, "line-activated", G_CALLBACK (note_line_cb), &line);

  diagnostics = tl_diagnostics_get (load->diagnostics, &n_listed);
  g_assert_cmpuint (n_listed, ==, 2);
  expected = tl_diagnostic_to_line (&diagnostics[0], "bad.json");
  second = tl_diagnostic_to_line (&diagnostics[1], "bad.json");

  /* The list does not need them any more. */
  tl_load_free (load);

  view = find_list_view (GTK_WIDGET (list));
  WAIT_UNTIL (gtk_widget_get_mapped (view) && gtk_widget_get_first_child (view) != NULL);
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Findings in the file");
  gtk_test_accessible_assert_property (gtk_widget_get_last_child (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Warning, Line 4: “sumary” is not a known key here; it is left as it is, "
                                       "events[1].sumary · Did you mean “summary”?");

  gtk_widget_activate_action (GTK_WIDGET (list), "findings.copy-all", NULL);
  all = paste (GTK_WIDGET (list));
  {
    g_autofree char *both = g_strconcat (expected, "\n", second, "\n", NULL);

    g_assert_cmpstr (all, ==, both);
  }

  model = g_object_ref (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
  gtk_selection_model_select_item (model, 1, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (list), "findings.copy", NULL);
  one = paste (GTK_WIDGET (list));
  g_assert_cmpstr (one, ==, second);

  g_signal_emit_by_name (view, "activate", 1);
  g_assert_cmpuint (line, ==, 4);

  gtk_window_destroy (parent);
}

/* Keys */

static void
test_shortcuts (void)
{
  g_autoptr (GtkApplication) application = gtk_application_new ("org.example.Keys", G_APPLICATION_NON_UNIQUE);
  g_auto (GStrv) actions = NULL;
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  tl_shortcuts_set_accels (application);
  actions = gtk_application_list_action_descriptions (application);
  g_assert_cmpuint (g_strv_length (actions), >, 20);

  /* No key does two things. */
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, actions[i]);

      g_assert_cmpuint (g_strv_length (accels), >, 0);
      for (guint j = 0; accels[j] != NULL; j++)
        {
          g_test_message ("%s: %s", actions[i], accels[j]);
          g_assert_true (g_hash_table_insert (owners, g_strdup (accels[j]), g_strdup (actions[i])));
        }
    }
  g_assert_cmpstr (g_hash_table_lookup (owners, "<Control>o"), ==, "win.open");
  g_assert_cmpstr (g_hash_table_lookup (owners, "<Control>KP_Add"), ==, "win.zoom-in");
  g_assert_cmpstr (g_hash_table_lookup (owners, "<Alt>Left"), ==, "win.back");
}

static guint
count_shortcuts (GtkWidget *widget)
{
  guint n = GTK_IS_SHORTCUTS_SHORTCUT (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_shortcuts (child);

  return n;
}

static void
test_shortcuts_window (void)
{
  GtkWindow *window = tl_shortcuts_window_new ();

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  g_assert_cmpuint (count_shortcuts (GTK_WIDGET (window)), >, 35);
  gtk_window_present (window);
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (window)));
  gtk_window_destroy (window);
}

static void
test_shortcuts_of_right_to_left (void)
{
  g_autoptr (GtkApplication) application = gtk_application_new ("org.example.Mirror", G_APPLICATION_NON_UNIQUE);
  g_auto (GStrv) accels = NULL;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  tl_shortcuts_set_accels (application);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);

  accels = gtk_application_get_accels_for_action (application, "win.back");
  g_assert_cmpstr (accels[0], ==, "<Alt>Right");
}

static void
remove_all (GFile *file)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                                                    G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    remove_all (child);
  g_file_delete (file, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GFile) scratch = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  folder = g_dir_make_tmp ("shell-XXXXXX", NULL);
  g_assert_nonnull (folder);
  set_up_editor ();

  g_test_add_func ("/shell/editor/command", test_editor_command);
  g_test_add_func ("/shell/editor/of-bundled-file", test_editor_of_bundled_file);
  g_test_add_func ("/shell/editor/is-started", test_editor_is_started);
  g_test_add_func ("/shell/interface", test_interface);
  g_test_add_func ("/shell/template", test_template);
  g_test_add_func ("/shell/addresses", test_addresses);
  g_test_add_func ("/shell/dialog/is-dismissed", test_dialog_is_dismissed);
  g_test_add_func ("/shell/dialog/saves", test_dialog_saves);
  g_test_add_func ("/shell/recent", test_recent);
  g_test_add_func ("/shell/recent-is-not-endless", test_recent_is_not_endless);
  g_test_add_func ("/shell/findings", test_findings);
  g_test_add_func ("/shell/shortcuts", test_shortcuts);
  g_test_add_func ("/shell/shortcuts-window", test_shortcuts_window);
  g_test_add_func ("/shell/shortcuts-of-right-to-left", test_shortcuts_of_right_to_left);
  status = g_test_run ();

  scratch = g_file_new_for_path (folder);
  remove_all (scratch);
  g_free (folder);

  return status;
}
