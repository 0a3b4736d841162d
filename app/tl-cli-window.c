/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-cli-window.h"

#include "tl-window-options.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* throughline [FILE...] and throughline present [FILE]: whether a window can be
 * opened. */

/* What the desktop starts the program with when a file is to be opened. */
static gboolean
is_service (int    argc,
            char **argv)
{
  return argc == 2 && strcmp (argv[1], "--gapplication-service") == 0;
}

static gboolean
asks_for_help (int    argc,
               char **argv)
{
  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
      return TRUE;

  return FALSE;
}

/* Without the verb, tl-cli.c has said it. */
static void
print_help (void)
{
  fputs (_("Usage:\n"
           "  throughline present [OPTION…] [FILE]\n"
           "\n"
           "Gives the talk of a timeline, over all of a screen; without FILE, that of the story that comes\n"
           "with the program. A timeline without a talk gets one made of its most important events.\n"
           "\n"
           "  -h, --help         show this\n"
           "  --step=N           begin with this step\n"
           "  --duration=MIN     how long the talk is meant to take\n"
           "  --monitor=NAME     the screen for the audience, by its name or number\n"
           "  --windowed         stay a window\n"
           "  --select=ID        select the event of this id in the program’s window\n"
           "\n"
           "While it is given, ? lists the keys.\n"),
         stdout);
}

/**
 * tl_cli_window_check:
 * @argc: the number of @argv
 * @argv: (array length=argc): a command line without a verb
 * @status: (out): the exit status where there is nothing to open
 *
 * Says what is wrong with the command line, before anything is loaded that
 * draws.
 *
 * Returns: whether a window is to be opened
 */
gboolean
tl_cli_window_check (int    argc,
                     char **argv,
                     int   *status)
{
  g_auto (TlWindowOptions) options = { 0 };
  g_auto (GStrv) copy = g_strdupv (argv);
  GOptionEntry entries[TL_N_WINDOW_OPTIONS];
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  const char *fault = NULL;

  if (is_service (argc, argv))
    return TRUE;
  if (asks_for_help (argc, argv))
    {
      print_help ();
      *status = 0;
      return FALSE;
    }

  tl_window_options_fill (entries, &options);
  context = g_option_context_new (NULL);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse_strv (context, &copy, &error))
    fault = tl_window_options_find_fault (&options);
  else
    fault = error->message;
  if (fault == NULL)
    return TRUE;

  fprintf (stderr, "throughline: %s\n", fault);
  fputs (_("“throughline --help” tells what there is.\n"), stderr);
  *status = 2;

  return FALSE;
}

/**
 * tl_cli_window_take_verb:
 * @argc: the number of @argv
 * @argv: (array length=argc): the command line
 *
 * Makes an option of the verb that needs a window: what comes after it is
 * read as it is without.
 */
void
tl_cli_window_take_verb (int    argc,
                         char **argv)
{
  static char option[] = "--" TL_WINDOW_OPTION_PRESENT;

  if (argc > 1 && strcmp (argv[1], TL_WINDOW_OPTION_PRESENT) == 0)
    argv[1] = option;
}
