/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-cli-window.h"
#include "tl-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The program that people start. Verbs such as export are done here, without
 * GTK: loading its libraries would take longer than drawing a chart. For a
 * window it becomes throughline-window.
 */

#define WINDOW_PROGRAM "throughline-window"

/* As far from this program as they are installed from each other, so that
 * both can be moved together.
 */
static char *
find_installed (const char *folder)
{
  gsize length = 0;

  if (folder != NULL && g_str_has_suffix (folder, BINDIR))
    length = strlen (folder) - strlen (BINDIR);

  return g_strdup_printf ("%.*s%s", (int) length, folder != NULL ? folder : "", LIBEXECDIR "/" WINDOW_PROGRAM);
}

/* Beside this program where that has not been installed. */
static char *
find_window_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, WINDOW_PROGRAM, NULL) : NULL;

  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);

  return find_installed (folder);
}

static int
open_window (char **argv)
{
  g_autofree char *program = find_window_program ();

  execv (program, argv);

  /* Translators: the name of a program, then why it cannot be started */
  fprintf (stderr, _("throughline: %s cannot be started: %s\n"), program, g_strerror (errno));

  return 2;
}

int
main (int   argc,
      char *argv[])
{
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (tl_cli_handles (argc, argv))
    return tl_cli_run (argc, argv);

  tl_cli_window_take_verb (argc, argv);

  return tl_cli_window_check (argc, argv, &status) ? open_window (argv) : status;
}
