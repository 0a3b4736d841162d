/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#define _XOPEN_SOURCE 700 /* O_CLOEXEC */

#include "config.h"

#include "tl-text-editor-portal.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* In the sandbox of a Flatpak no other program can be started, nor is it
 * known which there are. The desktop's portal is handed the file and does it.
 */

/* It answers before anybody is asked; this is for one that has hung. */
#define TIME_LIMIT_MS 5000

/**
 * tl_text_editor_portal_is_needed:
 *
 * Returns: whether the program runs in the sandbox of a Flatpak
 */
gboolean
tl_text_editor_portal_is_needed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/* To be written where that is allowed, else to be read. */
static int
open_file (const char *path,
           gboolean   *is_writable,
           GError    **error)
{
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);

  *is_writable = fd >= 0;
  if (fd < 0)
    fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));

  return fd;
}

/* The user is asked for the program: the one that is set up to open timelines
 * is ours.
 */
static GVariant *
make_arguments (int      index,
                gboolean is_writable)
{
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "writable", g_variant_new_boolean (is_writable));
  g_variant_builder_add (&options, "{sv}", "ask", g_variant_new_boolean (TRUE));

  return g_variant_new ("(sha{sv})", "", index, &options);
}

/**
 * tl_text_editor_portal_open:
 * @path: (type filename): a file, from the root
 * @error: set where it cannot be opened, or there is no portal
 *
 * Asks the desktop to open the file in a program that the user chooses.
 *
 * Returns: whether the desktop has been asked
 */
gboolean
tl_text_editor_portal_open (const char *path,
                            GError    **error)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  g_autoptr (GUnixFDList) files = g_unix_fd_list_new ();
  g_autoptr (GVariant) handle = NULL;
  gboolean is_writable = FALSE;
  int fd = bus != NULL ? open_file (path, &is_writable, error) : -1;
  int index;

  if (fd < 0)
    return FALSE;

  index = g_unix_fd_list_append (files, fd, error);
  close (fd);
  if (index < 0)
    return FALSE;

  handle = g_dbus_connection_call_with_unix_fd_list_sync (bus, "org.freedesktop.portal.Desktop",
                                                          "/org/freedesktop/portal/desktop",
                                                          "org.freedesktop.portal.OpenURI", "OpenFile",
                                                          make_arguments (index, is_writable), G_VARIANT_TYPE ("(o)"),
                                                          G_DBUS_CALL_FLAGS_NONE, TIME_LIMIT_MS, files, NULL, NULL,
                                                          error);
  if (handle == NULL && error != NULL)
    g_dbus_error_strip_remote_error (*error);

  return handle != NULL;
}
