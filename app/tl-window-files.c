/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-application.h"
#include "tl-bundle.h"
#include "tl-file-dialog.h"
#include "tl-text-editor.h"

#include <glib/gi18n.h>

/* Opening, making and editing files. */

static void
open_file (TlWindow *self,
           GFile    *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (TL_IS_APPLICATION (application))
    tl_application_open_file (TL_APPLICATION (application), file, NULL);
}

/* Where the next file is looked for: beside this one. */
static GFile *
find_folder (TlWindow *self)
{
  GFile *file = tl_window_get_file (self);

  return file != NULL && !tl_bundle_has (file) ? g_file_get_parent (file) : NULL;
}

/* Without an error, somebody has thought better of it. */
static void
say_error (TlWindow     *self,
           const GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tl_window_say (self, error->message);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (TlWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = tl_file_dialog_open_finish (result, &error);

  if (files == NULL)
    {
      say_error (self, error);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      open_file (self, file);
    }
}

void
tl_window_choose_file (TlWindow *self)
{
  g_autoptr (GFile) folder = find_folder (self);

  tl_file_dialog_open (GTK_WINDOW (self), folder, NULL, chosen_cb, g_object_ref (self));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (TlWindow) self = data;
  g_autoptr (GError) error = NULL;
  GFile *file = G_FILE (source);

  if (tl_bundle_write_template_finish (file, result, &error))
    open_file (self, file);
  else
    say_error (self, error);
}

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (TlWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = tl_file_dialog_save_finish (result, &error);

  if (file != NULL)
    tl_bundle_write_template_async (file, NULL, written_cb, g_object_ref (self));
  else
    say_error (self, error);
}

/* A new timeline is a file from the first moment on: it is written in a text
 * editor. */
void
tl_window_choose_new (TlWindow *self)
{
  g_autoptr (GFile) folder = find_folder (self);

  tl_file_dialog_save (GTK_WINDOW (self), _("New Timeline"),
                       /* Translators: the name of a new file; keep the end */
                       _("story.timeline.json"), _("Timelines"), "json", folder, NULL, named_cb, g_object_ref (self));
}

/* Opens the file in the text editor. */
void
tl_window_edit (TlWindow *self,
                guint     line)
{
  GFile *file = tl_window_get_file (self);
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;

  context = gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (self)));
  if (!tl_text_editor_open (file, line, G_APP_LAUNCH_CONTEXT (context), &error))
    say_error (self, error);
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            TlWindow      *self)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *item = files; item != NULL; item = item->next)
    open_file (self, item->data);

  return files != NULL;
}

void
tl_window_init_drop (TlWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
