/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#define _XOPEN_SOURCE 700 /* signals, links */

#include "config.h"

#include "tl-output-private.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

/* Temporary files are removed where a signal ends the process. All that the
 * handler touches is in static memory, and it calls only what POSIX allows
 * it to (signal-safety(7)).
 */

typedef struct
{
  volatile sig_atomic_t is_used;
  char                  path[PATH_MAX];
} Guard;

static Guard guards[TL_OUTPUT_GUARDS];

static const int caught[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE };

static char said[512];

static void
remove_files_cb (int number)
{
  const gboolean is_asked = number != SIGPIPE && number != SIGQUIT;

  for (int i = 0; i < TL_OUTPUT_GUARDS; i++)
    if (guards[i].is_used)
      unlink (guards[i].path);

  if (is_asked && write (STDERR_FILENO, said, strlen (said)) < 0)
    {
      /* Nobody is left to be told. */
    }

  /* A failure like any other for whoever has sent these. The others end the
   * process as they always do, so that a shell stops a loop on Ctrl+C.
   */
  if (number == SIGTERM || number == SIGHUP)
    _exit (2);
  raise (number);
}

/**
 * tl_output_catch_signals:
 * @message: what is said on standard error where a signal ends the process,
 *   with a line break at its end
 *
 * From now on a process that is interrupted or terminated removes its
 * temporary files first. On SIGTERM and SIGHUP its exit status is 2, on
 * others it ends by the signal. A file that grows beyond a limit
 * is an error of writing and ends nothing.
 */
void
tl_output_catch_signals (const char *message)
{
  struct sigaction action = { .sa_handler = remove_files_cb, .sa_flags = (int) SA_RESETHAND | SA_NODEFER };

  g_strlcpy (said, message, sizeof said);
  sigemptyset (&action.sa_mask);
  for (gsize i = 0; i < G_N_ELEMENTS (caught); i++)
    {
      struct sigaction before;

      /* What nohup(1) and the like have switched off stays off. */
      if (sigaction (caught[i], NULL, &before) == 0 && before.sa_handler == SIG_DFL)
        sigaction (caught[i], &action, NULL);
    }
  signal (SIGXFSZ, SIG_IGN);
}

/**
 * tl_output_hold_signals: (skip)
 * @before: (out): for tl_output_release_signals()
 *
 * Holds back what tl_output_catch_signals() catches.
 */
void
tl_output_hold_signals (sigset_t *before)
{
  sigset_t held;

  sigemptyset (&held);
  for (gsize i = 0; i < G_N_ELEMENTS (caught); i++)
    sigaddset (&held, caught[i]);
  pthread_sigmask (SIG_BLOCK, &held, before);
}

/**
 * tl_output_release_signals: (skip)
 * @before: of tl_output_hold_signals()
 *
 * Lets through what was held back.
 */
void
tl_output_release_signals (const sigset_t *before)
{
  pthread_sigmask (SIG_SETMASK, before, NULL);
}

/**
 * tl_output_guard: (skip)
 * @path: a temporary file
 *
 * Has @path removed where a signal ends the process. Called while signals
 * are held back.
 *
 * Returns: its number, -1 where there are too many already
 */
int
tl_output_guard (const char *path)
{
  for (int i = 0; i < TL_OUTPUT_GUARDS; i++)
    if (!guards[i].is_used && strlen (path) < sizeof guards[i].path)
      {
        g_strlcpy (guards[i].path, path, sizeof guards[i].path);
        guards[i].is_used = TRUE;
        return i;
      }

  return -1;
}

/**
 * tl_output_unguard: (skip)
 * @guard: the number of a temporary file that is no longer there; may be -1
 *
 * Undoes tl_output_guard(). Called while signals are held back.
 */
void
tl_output_unguard (int guard)
{
  if (guard >= 0)
    guards[guard].is_used = FALSE;
}
