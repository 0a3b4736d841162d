/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-file-dialog.h"

#include <glib/gi18n.h>

/* GTK before 4.10 has GtkFileChooserNative, later ones GtkFileDialog. The
 * former goes when 4.10 is the oldest one that we build with.
 */

static GtkFileFilter *
make_filter (const char *kind,
             const char *suffix)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_suffix (filter, suffix);

  return filter;
}

static GtkFileFilter *
make_filter_of_all (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("All files"));
  gtk_file_filter_add_pattern (filter, "*");

  return filter;
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

#if GTK_CHECK_VERSION (4, 10, 0)

static GtkFileDialog *
make_dialog (const char *title,
             const char *button,
             const char *kind,
             const char *suffix,
             GFile      *folder)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) wanted = make_filter (kind, suffix);
  g_autoptr (GtkFileFilter) all = make_filter_of_all ();

  g_list_store_append (filters, wanted);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, button);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_folder (dialog, folder);

  return dialog;
}

/* Whoever closes the dialog has no need to be told of it. */
static void
return_chosen (GTask   *task,
               gpointer chosen,
               GError  *error)
{
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    g_clear_error (&error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, chosen, g_object_unref);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GListModel *files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  return_chosen (task, files, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  return_chosen (task, file, error);
}

static void
run_open (GtkWindow *parent,
          GFile     *folder,
          GTask     *task)
{
  g_autoptr (GtkFileDialog) dialog = make_dialog (_("Open timelines"), _("_Open"), _("Timelines"), "json", folder);

  gtk_file_dialog_open_multiple (dialog, parent, g_task_get_cancellable (task), opened_cb, task);
}

static void
run_save (GtkWindow  *parent,
          const char *title,
          const char *name,
          const char *kind,
          const char *suffix,
          GFile      *folder,
          GTask      *task)
{
  g_autoptr (GtkFileDialog) dialog = make_dialog (title, _("_Save"), kind, suffix, folder);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, g_task_get_cancellable (task), saved_cb, task);
}

#else

static GtkFileChooserNative *
make_dialog (GtkWindow           *parent,
             GtkFileChooserAction action,
             const char          *title,
             const char          *button,
             const char          *kind,
             const char          *suffix,
             GFile               *folder)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, parent, action, button, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);
  g_autoptr (GtkFileFilter) wanted = make_filter (kind, suffix);
  g_autoptr (GtkFileFilter) all = make_filter_of_all ();

  gtk_file_chooser_add_filter (chooser, wanted);
  gtk_file_chooser_add_filter (chooser, all);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);

  return native;
}

static void
response_cb (GtkNativeDialog *native,
             int              response,
             GTask           *task)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);
  gpointer chosen = NULL;

  if (response == GTK_RESPONSE_ACCEPT && gtk_file_chooser_get_action (chooser) == GTK_FILE_CHOOSER_ACTION_OPEN)
    chosen = gtk_file_chooser_get_files (chooser);
  else if (response == GTK_RESPONSE_ACCEPT)
    chosen = gtk_file_chooser_get_file (chooser);

  /* Whoever closes the dialog has no need to be told of it. */
  g_task_return_pointer (task, chosen, g_object_unref);
  g_signal_handlers_disconnect_by_func (native, response_cb, task);
  gtk_native_dialog_destroy (native);
  g_object_unref (task);
}

static void
cancelled_cb (GCancellable    *cancellable,
              GtkNativeDialog *native)
{
  gtk_native_dialog_hide (native);
  g_signal_emit_by_name (native, "response", GTK_RESPONSE_CANCEL);
}

static void
show_dialog (GtkFileChooserNative *native,
             GTask                *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_task_set_task_data (task, native, g_object_unref);
  g_signal_connect (native, "response", G_CALLBACK (response_cb), task);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancelled_cb), native, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
run_open (GtkWindow *parent,
          GFile     *folder,
          GTask     *task)
{
  GtkFileChooserNative *native = make_dialog (parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("Open timelines"), _("_Open"),
                                              _("Timelines"), "json", folder);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (native), TRUE);
  show_dialog (native, task);
}

static void
run_save (GtkWindow  *parent,
          const char *title,
          const char *name,
          const char *kind,
          const char *suffix,
          GFile      *folder,
          GTask      *task)
{
  GtkFileChooserNative *native = make_dialog (parent, GTK_FILE_CHOOSER_ACTION_SAVE, title, _("_Save"), kind, suffix,
                                              folder);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  show_dialog (native, task);
}

#endif

G_GNUC_END_IGNORE_DEPRECATIONS

/**
 * tl_file_dialog_open:
 * @parent: (transfer none): the window where it was asked for
 * @folder: (nullable): where to begin
 * @cancellable: (nullable): closes the dialog
 * @callback: (scope async): called when it is closed
 * @user_data: passed to @callback
 *
 * Lets people choose timelines to open.
 */
void
tl_file_dialog_open (GtkWindow          *parent,
                     GFile              *folder,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_file_dialog_open);
  g_task_set_check_cancellable (task, FALSE);
  run_open (parent, folder, task);
}

/**
 * tl_file_dialog_open_finish:
 * @result: what the callback of tl_file_dialog_open() was called with
 * @error: set where something went wrong
 *
 * Returns: (transfer full) (nullable): the chosen files, of #GFile; %NULL
 *   without @error where none was chosen
 */
GListModel *
tl_file_dialog_open_finish (GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_file_dialog_save:
 * @parent: (transfer none): the window where it was asked for
 * @title: what the file is for
 * @name: what it is called where nobody says otherwise
 * @kind: what files of that kind are called, together
 * @suffix: how their names end, without a dot
 * @folder: (nullable): where to begin
 * @cancellable: (nullable): closes the dialog
 * @callback: (scope async): called when it is closed
 * @user_data: passed to @callback
 *
 * Lets people choose where a new file goes. Asks before a file is taken
 * that is there.
 */
void
tl_file_dialog_save (GtkWindow          *parent,
                     const char         *title,
                     const char         *name,
                     const char         *kind,
                     const char         *suffix,
                     GFile              *folder,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_file_dialog_save);
  g_task_set_check_cancellable (task, FALSE);
  run_save (parent, title, name, kind, suffix, folder, task);
}

/**
 * tl_file_dialog_save_finish:
 * @result: what the callback of tl_file_dialog_save() was called with
 * @error: set where something went wrong
 *
 * Returns: (transfer full) (nullable): the chosen file; %NULL without @error
 *   where none was chosen
 */
GFile *
tl_file_dialog_save_finish (GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
