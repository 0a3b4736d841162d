/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-application.h"

#include "tl-about.h"
#include "tl-bundle.h"
#include "tl-chart-content.h"
#include "tl-dialogs.h"
#include "tl-help-window.h"
#include "tl-interface.h"
#include "tl-preferences.h"
#include "tl-recent.h"
#include "tl-shortcuts.h"
#include "tl-window-options.h"
#include "tl-window.h"

/**
 * TlApplication:
 *
 * The program as a whole: a window for each timeline that it is asked to
 * open. A second start hands its files to the running one. Keeps what is
 * remembered from one start to the next.
 */
struct _TlApplication
{
  AdwApplication parent_instance;

  TlSession   *session;
  TlInterface *interface;
  GHashTable  *bookmarks; /* from URIs to TlBookmarks */
  GHashTable  *opened; /* of URIs: files that could be loaded */
  gboolean     exits;  /* when a timeline has been painted */
};

G_DEFINE_FINAL_TYPE (TlApplication, tl_application, ADW_TYPE_APPLICATION)

/* Of the window with a timeline that was used last; a dialog may be before it. */
static GFile *
get_active_file (TlApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (TL_IS_WINDOW (item->data))
      return tl_window_get_file (item->data);

  return NULL;
}

static TlWindow *
find_window (TlApplication *self,
             GFile         *file)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    {
      GFile *shown = TL_IS_WINDOW (item->data) ? tl_window_get_file (item->data) : NULL;

      if (shown != NULL && g_file_equal (shown, file))
        return item->data;
    }

  return NULL;
}

/* What was looked at last, if it is still there. It is not waited for what is
 * far away.
 */
static GFile *
find_last_file (TlApplication *self)
{
  const char *uri = tl_session_get_last_file (self->session);
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;

  if (file != NULL
      && (g_file_is_native (file) || tl_bundle_has (file))
      && g_file_query_exists (file, NULL))
    return g_steal_pointer (&file);

  return tl_bundle_new_story ();
}

/* Without a file: what is open comes to the front. Else it goes on where it
 * was left, and begins with the story.
 */
static GFile *
start (TlApplication *self,
       const char    *select_id)
{
  GFile *active = get_active_file (self);
  GFile *file = active != NULL ? g_object_ref (active) : find_last_file (self);

  tl_application_open_file (self, file, select_id);

  return file;
}

static void
tl_application_activate (GApplication *application)
{
  g_object_unref (start (TL_APPLICATION (application), NULL));
}

static void
tl_application_open (GApplication *application,
                     GFile       **files,
                     int           n_files,
                     const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    tl_application_open_file (TL_APPLICATION (application), files[i], NULL);
}

/* A file that is there may have a name that looks like an address. */
static GFile *
find_file (GApplicationCommandLine *command_line,
           const char              *argument)
{
  const char *folder = g_application_command_line_get_cwd (command_line);
  g_autofree char *path = g_canonicalize_filename (argument, folder);

  return g_file_test (path, G_FILE_TEST_EXISTS)
           ? g_file_new_for_path (path)
           : g_application_command_line_create_file_for_arg (command_line, argument);
}

/* For the talk of what is opened, where that is asked for. */
static void
present (TlApplication *self,
         GFile         *file,
         GVariantDict  *options)
{
  TlWindow *window = find_window (self, file);
  TlTalkOptions talk = { 0 };
  gint32 number = 0;

  if (window == NULL || !g_variant_dict_contains (options, TL_WINDOW_OPTION_PRESENT))
    return;

  g_variant_dict_lookup (options, TL_WINDOW_OPTION_STEP, "i", &number);
  g_variant_dict_lookup (options, TL_WINDOW_OPTION_DURATION, "d", &talk.minutes);
  g_variant_dict_lookup (options, TL_WINDOW_OPTION_MONITOR, "&s", &talk.monitor);
  talk.number = (guint) MAX (number, 0);
  talk.is_windowed = g_variant_dict_contains (options, TL_WINDOW_OPTION_WINDOWED);
  tl_window_present_when_loaded (window, &talk);
}

static int
tl_application_command_line (GApplication            *application,
                             GApplicationCommandLine *command_line)
{
  TlApplication *self = TL_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **names = NULL;
  const char *select_id = NULL;

  g_variant_dict_lookup (options, TL_WINDOW_OPTION_SELECT, "&s", &select_id);
  /* A second start does not end what somebody works with. */
  if (!g_application_command_line_get_is_remote (command_line))
    self->exits = g_variant_dict_contains (options, TL_WINDOW_OPTION_EXIT);
  if (!g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names))
    {
      gboolean presents = g_variant_dict_contains (options, TL_WINDOW_OPTION_PRESENT);
      g_autoptr (GFile) file = presents ? tl_bundle_new_story () : start (self, select_id);

      if (presents)
        tl_application_open_file (self, file, select_id);
      present (self, file, options);
      return 0;
    }

  /* The last one is in front in the end: the event is meant there. */
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GFile) file = find_file (command_line, names[i]);

      tl_application_open_file (self, file, names[i + 1] == NULL ? select_id : NULL);
      present (self, file, options);
    }

  return 0;
}

static void
open_story_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  g_autoptr (GFile) story = tl_bundle_new_story ();

  tl_application_open_file (user_data, story, NULL);
}

static void
open_uri_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  tl_application_open_file (user_data, file, NULL);
}

static void
show_file (TlApplication *self,
           GFile         *file,
           const char    *select_id)
{
  TlWindow *window = tl_window_new (GTK_APPLICATION (self));

  tl_window_open (window, file, select_id);
  gtk_window_present (GTK_WINDOW (window));
}

/* The same timeline once more: two parts of it side by side. */
static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TlApplication *self = user_data;
  GFile *file = get_active_file (self);

  if (file != NULL)
    show_file (self, file, NULL);
  else
    tl_application_activate (G_APPLICATION (self));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  tl_about_present (gtk_application_get_active_window (user_data));
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  tl_help_window_present (user_data);
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  tl_preferences_present (gtk_application_get_active_window (user_data), tl_settings_get_default ());
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Those that belong to another one go with it. */
  for (GList *item = windows; item != NULL; item = item->next)
    g_object_ref (item->data);
  for (GList *item = windows; item != NULL; item = item->next)
    if (TL_IS_WINDOW (item->data))
      {
        tl_dialogs_close (item->data);
        gtk_window_close (item->data);
      }
  g_list_free_full (windows, g_object_unref);
  tl_help_window_close (user_data);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_cb },
  { .name = "help", .activate = help_cb },
  { .name = "new-window", .activate = new_window_cb },
  { .name = "open-story", .activate = open_story_cb },
  { .name = "open-uri", .activate = open_uri_cb, .parameter_type = "s" },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "quit", .activate = quit_cb },
};

static void
remember_active_file_cb (TlApplication *self)
{
  GFile *file = get_active_file (self);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  /* Nobody wants to begin with a file that is no timeline. */
  if (uri != NULL && g_hash_table_contains (self->opened, uri))
    tl_session_set_last_file (self->session, uri);
}

/* Not only at the end, which may come by a loss of power. That it cannot be
 * written is no reason to bother anybody who wants to look at a timeline.
 */
static void
save_session (TlApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (!tl_session_save (self->session, &error))
    g_debug ("The session is not remembered: %s", error->message);
}

static void
tl_application_window_removed (GtkApplication *application,
                               GtkWindow      *window)
{
  GTK_APPLICATION_CLASS (tl_application_parent_class)->window_removed (application, window);

  if (TL_IS_WINDOW (window))
    save_session (TL_APPLICATION (application));
}

static void
tl_application_startup (GApplication *application)
{
  TlApplication *self = TL_APPLICATION (application);

  G_APPLICATION_CLASS (tl_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APPLICATION_ID);
  self->session = tl_session_new (NULL);
  self->interface = tl_interface_new (tl_settings_get_default ());
  tl_shortcuts_set_accels (GTK_APPLICATION (self));
  g_signal_connect (self, "notify::active-window", G_CALLBACK (remember_active_file_cb), NULL);
}

static void
tl_application_shutdown (GApplication *application)
{
  save_session (TL_APPLICATION (application));
  tl_chart_content_remove_files ();

  G_APPLICATION_CLASS (tl_application_parent_class)->shutdown (application);
}

static void
tl_application_finalize (GObject *object)
{
  TlApplication *self = TL_APPLICATION (object);

  g_clear_pointer (&self->interface, tl_interface_free);
  g_clear_pointer (&self->session, tl_session_free);
  g_hash_table_unref (self->bookmarks);
  g_hash_table_unref (self->opened);

  G_OBJECT_CLASS (tl_application_parent_class)->finalize (object);
}

static void
tl_application_class_init (TlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_application_finalize;
  application_class->activate = tl_application_activate;
  application_class->command_line = tl_application_command_line;
  application_class->open = tl_application_open;
  application_class->shutdown = tl_application_shutdown;
  application_class->startup = tl_application_startup;
  GTK_APPLICATION_CLASS (klass)->window_removed = tl_application_window_removed;
}

static void
tl_application_init (TlApplication *self)
{
  GOptionEntry options[TL_N_WINDOW_OPTIONS];

  self->bookmarks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tl_window_options_fill (options, NULL);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * tl_application_new:
 *
 * Returns: (transfer full): the application
 */
TlApplication *
tl_application_new (void)
{
  return g_object_new (TL_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", RESOURCE_PATH,
                       NULL);
}

/* The first frame that has the timeline in it. */
static void
painted_cb (GdkFrameClock *clock,
            GtkWindow     *window)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_application_quit (G_APPLICATION (gtk_window_get_application (window)));
}

/**
 * tl_application_get_session:
 * @self: the application, after its startup
 *
 * Returns: (transfer none): what is remembered from one start to the next;
 *   saved whenever a window is closed
 */
TlSession *
tl_application_get_session (TlApplication *self)
{
  return self->session;
}

/**
 * tl_application_get_bookmarks:
 * @self: the application
 * @file: a timeline file
 *
 * Returns: (transfer none): its bookmarks, the same for all of its windows
 */
TlBookmarks *
tl_application_get_bookmarks (TlApplication *self,
                              GFile         *file)
{
  g_autofree char *uri = NULL;
  TlBookmarks *bookmarks;

  g_return_val_if_fail (TL_IS_APPLICATION (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  uri = g_file_get_uri (file);
  bookmarks = g_hash_table_lookup (self->bookmarks, uri);
  if (bookmarks == NULL)
    {
      bookmarks = tl_bookmarks_new (NULL, uri);
      g_hash_table_insert (self->bookmarks, g_steal_pointer (&uri), bookmarks);
    }

  return bookmarks;
}

/**
 * tl_application_open_file:
 * @self: the application
 * @file: a timeline file
 * @select_id: (nullable): the id of an event to select
 *
 * Brings the window with @file to the front, or makes one for it.
 */
void
tl_application_open_file (TlApplication *self,
                          GFile         *file,
                          const char    *select_id)
{
  TlWindow *window;

  g_return_if_fail (TL_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  window = find_window (self, file);
  if (window == NULL)
    {
      show_file (self, file, select_id);
      return;
    }

  if (select_id != NULL)
    tl_window_open (window, file, select_id);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * tl_application_note_opened:
 * @self: the application
 * @file: a timeline that has been loaded into a window
 *
 * Remembers @file: among those of the recent past, and as the last one.
 */
void
tl_application_note_opened (TlApplication *self,
                            GFile         *file)
{
  TlWindow *window = find_window (self, file);

  if (self->exits && window != NULL)
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb),
                             window, G_CONNECT_AFTER);
  tl_recent_add (file);
  g_hash_table_add (self->opened, g_file_get_uri (file));
  remember_active_file_cb (self);
}
