/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-cli.h"

#include "tl-cli-export.h"
#include "tl-cli-thumbnail.h"
#include "tl-cli-validate.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What the program does without a window. None of it touches GTK, so it
 * works on a server without a display.
 */

static int
print_version (int    argc,
               char **argv)
{
  printf ("Throughline %s\n", PACKAGE_VERSION);

  return 0;
}

static int
print_help (int    argc,
            char **argv)
{
  fputs (_("Usage:\n"
           "  throughline [FILE...] [--select ID]\n"
           "                                     open timelines in windows, with this event selected\n"
           "  throughline present [FILE] [--step N] [--duration MIN] [--monitor NAME] [--windowed]\n"
           "                                     give its talk, over all of the screen\n"
           "  throughline export [FILE] -o OUT   draw a timeline as PNG, SVG or PDF\n"
           "  throughline validate FILE...       check timelines\n"
           "  throughline thumbnail FILE OUT     draw a timeline as a small PNG, as file managers show it\n"
           "  throughline --version\n"
           "\n"
           "“throughline present --help”, “throughline export --help” and “throughline validate --help” tell more, “man throughline” all.\n"),
         stdout);

  return 0;
}

typedef struct
{
  const char *verb;
  int (*run) (int    argc,
              char **argv);
} Verb;

static const Verb verbs[] = {
  { "export", tl_cli_export },
  { "thumbnail", tl_cli_thumbnail },
  { "validate", tl_cli_validate },
  { "--version", print_version },
  { "--help", print_help },
  { "-h", print_help },
};

static const Verb *
find_verb (int    argc,
           char **argv)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verbs) && argc > 1; i++)
    if (strcmp (verbs[i].verb, argv[1]) == 0)
      return &verbs[i];

  return NULL;
}

/**
 * tl_cli_handles:
 * @argc: the number of @argv
 * @argv: (array length=argc): the command line
 *
 * Returns: whether the command line asks for something that needs no window
 */
gboolean
tl_cli_handles (int    argc,
                char **argv)
{
  return find_verb (argc, argv) != NULL;
}

/* Takes the places of standard streams that are closed, so that no file is
 * opened there and mistaken for them. Using these fails, as it should.
 */
static void
fill_closed_streams (void)
{
  static const int useless[] = { O_WRONLY, O_RDONLY, O_RDONLY };

  for (int i = 0; i < (int) G_N_ELEMENTS (useless); i++)
    if (fcntl (i, F_GETFD) < 0 && open ("/dev/null", useless[i]) != i)
      return;
}

/* What is printed is UTF-8 in any locale; GLib would turn quotation marks
 * into question marks where the locale does not have them.
 */
static void
print_cb (const char *text)
{
  fputs (text, stdout);
}

/**
 * tl_cli_run:
 * @argc: the number of @argv
 * @argv: (array length=argc): a command line that tl_cli_handles() accepts
 *
 * Returns: the exit status
 */
int
tl_cli_run (int    argc,
            char **argv)
{
  const Verb *verb = find_verb (argc, argv);
  int status;

  g_return_val_if_fail (verb != NULL, 2);

  fill_closed_streams ();
  g_set_print_handler (print_cb);
  status = verb->run (argc - 1, argv + 1);

  if (fflush (stdout) != 0 || ferror (stdout))
    {
      fputs (_("throughline: the output could not be written\n"), stderr);
      return 2;
    }

  return status;
}
