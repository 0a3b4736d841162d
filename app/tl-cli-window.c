/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-cli-window.h"

#include "tl-window-options.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* throughline [FILE...]: whether the window can be opened. */

/* What the desktop starts the program with when a file is to be opened. */
static gboolean
is_service (int    argc,
            char **argv)
{
  return argc == 2 && strcmp (argv[1], "--gapplication-service") == 0;
}

/**
 * tl_cli_window_check:
 * @argc: the number of @argv
 * @argv: (array length=argc): a command line without a verb
 * @status: (out): the exit status where it is wrong
 *
 * Says what is wrong with the command line, before anything is loaded that
 * draws.
 *
 * Returns: whether it is right
 */
gboolean
tl_cli_window_check (int    argc,
                     char **argv,
                     int   *status)
{
  g_autofree char *id = NULL;
  g_auto (GStrv) files = NULL;
  g_auto (GStrv) copy = g_strdupv (argv);
  gboolean exits = FALSE;
  GOptionEntry entries[TL_N_WINDOW_OPTIONS];
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;

  if (is_service (argc, argv))
    return TRUE;

  tl_window_options_fill (entries, &id, &exits, &files);
  context = g_option_context_new (NULL);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse_strv (context, &copy, &error))
    return TRUE;

  fprintf (stderr, "throughline: %s\n", error->message);
  fputs (_("“throughline --help” tells what there is.\n"), stderr);
  *status = 2;

  return FALSE;
}
