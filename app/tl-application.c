/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-application.h"

#include "tl-window.h"

/* What is opened where no file is named. */
#define BUNDLED_STORY "resource://" RESOURCE_PATH "/meta-scale-openai-google.timeline.json"

/**
 * TlApplication:
 *
 * The program as a whole: a window for each timeline that it is asked to
 * open. A second start hands its files to the running one.
 */
struct _TlApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (TlApplication, tl_application, ADW_TYPE_APPLICATION)

static void
open_window (TlApplication *self,
             GFile         *file)
{
  TlWindow *window = tl_window_new (GTK_APPLICATION (self));

  tl_window_load (window, file);
  gtk_window_present (GTK_WINDOW (window));
}

static void
tl_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autoptr (GFile) story = NULL;

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }

  story = g_file_new_for_uri (BUNDLED_STORY);
  open_window (TL_APPLICATION (application), story);
}

static void
tl_application_open (GApplication *application,
                     GFile       **files,
                     int           n_files,
                     const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    open_window (TL_APPLICATION (application), files[i]);
}

static void
tl_application_class_init (TlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = tl_application_activate;
  application_class->open = tl_application_open;
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkApplication *application = user_data;
  GList *windows = gtk_application_get_windows (application);

  while (windows != NULL)
    {
      GtkWindow *window = windows->data;

      windows = windows->next;
      gtk_window_close (window);
    }
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_cb },
};

static void
tl_application_init (TlApplication *self)
{
  const char *quit_keys[] = { "<Primary>q", NULL };
  const char *close_keys[] = { "<Primary>w", NULL };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "window.close", close_keys);
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
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", RESOURCE_PATH,
                       NULL);
}
