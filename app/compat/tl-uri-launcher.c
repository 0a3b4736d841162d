/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-uri-launcher.h"

#include "tl-check.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* GTK before 4.10 opens addresses by gtk_show_uri_full(), later ones by
 * GtkUriLauncher. The former goes when 4.10 is the oldest one that we build
 * with.
 */

/* Names a file to which addresses are added, a line each, rather than opened.
 * A variable of the environment, because tests of the whole program start it
 * as people do and have no other way in; and because whoever can set it can
 * choose another browser anyway.
 */
#define RECORDER "THROUGHLINE_URI_RECORDER"

static gboolean
record (const char *path,
        const char *uri,
        GError    **error)
{
  FILE *file = g_fopen (path, "a");
  gboolean is_written = file != NULL && fprintf (file, "%s\n", uri) >= 0;

  if (file != NULL)
    is_written = fclose (file) == 0 && is_written;
  if (!is_written)
    g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));

  return is_written;
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gboolean is_launched;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#if GTK_CHECK_VERSION (4, 10, 0)
  is_launched = gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error);
#else
  is_launched = gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error);
#endif
  G_GNUC_END_IGNORE_DEPRECATIONS

  if (is_launched)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
launch (GtkWindow  *parent,
        const char *uri,
        GTask      *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#if GTK_CHECK_VERSION (4, 10, 0)
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, parent, cancellable, launched_cb, task);
#else
  gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, cancellable, launched_cb, task);
#endif
  G_GNUC_END_IGNORE_DEPRECATIONS
}

/* Opens it, or only notes it, in tests. */
static void
launch_or_record (GtkWindow  *parent,
                  const char *uri,
                  GTask      *task)
{
  const char *recorder = g_getenv (RECORDER);
  GError *error = NULL;

  if (recorder == NULL)
    {
      launch (parent, uri, task);
      return;
    }
  if (record (recorder, uri, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  g_object_unref (task);
}

/**
 * tl_uri_launcher_launch:
 * @parent: (transfer none): the window where it was asked for
 * @uri: an address of a source
 * @cancellable: (nullable): stops it
 * @callback: (scope async) (nullable): called when it is done
 * @user_data: passed to @callback
 *
 * Opens @uri in the user's browser. Addresses other than http and https are
 * refused: a file may hold anything, and only a page is meant.
 */
void
tl_uri_launcher_launch (GtkWindow          *parent,
                        const char         *uri,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (uri != NULL);

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_uri_launcher_launch);

  if (tl_address_is_web (uri))
    {
      launch_or_record (parent, uri, task);
      return;
    }
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("Only addresses of http and https are opened"));
  g_object_unref (task);
}

/**
 * tl_uri_launcher_launch_file:
 * @parent: (transfer none): the window where it was asked for
 * @file: a file or folder that the program itself has made or put something
 *   into, never one that a timeline names
 * @cancellable: (nullable): stops it
 * @callback: (scope async) (nullable): called when it is done, to call
 *   tl_uri_launcher_launch_finish()
 * @user_data: passed to @callback
 *
 * Opens @file in the user's program for it.
 */
void
tl_uri_launcher_launch_file (GtkWindow          *parent,
                             GFile              *file,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autofree char *uri = NULL;
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_uri_launcher_launch_file);
  uri = g_file_get_uri (file);
  launch_or_record (parent, uri, task);
}

/**
 * tl_uri_launcher_launch_finish:
 * @result: what the callback of tl_uri_launcher_launch() was called with
 * @error: set where it could not be opened, or may not be
 *
 * Returns: whether it has been opened
 */
gboolean
tl_uri_launcher_launch_finish (GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
