/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-cli-progress.h"

#include <stdio.h>
#include <unistd.h>

/* One line on standard error that tells how far things are: only on a
 * terminal, only where they take long, and gone when they are done. There is
 * one standard error, hence one of these.
 */

/* In microseconds. */
#define BEFORE_FIRST (G_USEC_PER_SEC / 2)
#define BETWEEN_TWO (G_USEC_PER_SEC / 10)

#define TASK_AT_MOST 60

/* Erases a line of a terminal from its start (ECMA-48). */
#define ERASE "\r\033[K"

static struct
{
  gboolean is_wanted;
  gboolean is_shown;
  gint64   next; /* time from which on it is drawn again */
  char     task[TASK_AT_MOST * 6];
} line;

/**
 * tl_cli_progress_begin:
 * @is_quiet: whether nothing is to be shown
 *
 * Begins work that may take a while.
 */
void
tl_cli_progress_begin (gboolean is_quiet)
{
  const char *terminal = g_getenv ("TERM");

  line.is_wanted = !is_quiet && isatty (STDERR_FILENO) == 1 && g_strcmp0 (terminal, "dumb") != 0;
  line.next = g_get_monotonic_time () + BEFORE_FIRST;
}

/**
 * tl_cli_progress_set_task:
 * @task: what is being done now, in a few words
 */
void
tl_cli_progress_set_task (const char *task)
{
  if (!line.is_wanted)
    return;

  g_utf8_strncpy (line.task, task, TASK_AT_MOST);
  tl_cli_progress_tell (0);
}

/**
 * tl_cli_progress_tell:
 * @fraction: how much of the task is done, from 0 to 1
 */
void
tl_cli_progress_tell (double fraction)
{
  gint64 now;

  if (!line.is_wanted)
    return;
  now = g_get_monotonic_time ();
  if (now < line.next)
    return;

  fprintf (stderr, ERASE "%s %d %%", line.task, (int) (fraction * 100));
  fflush (stderr);
  line.is_shown = TRUE;
  line.next = now + BETWEEN_TWO;
}

/**
 * tl_cli_progress_end:
 *
 * Takes the line away. It comes back when more is told.
 */
void
tl_cli_progress_end (void)
{
  if (!line.is_shown)
    return;

  fputs (ERASE, stderr);
  fflush (stderr);
  line.is_shown = FALSE;
}
