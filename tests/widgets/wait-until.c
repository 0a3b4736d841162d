/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "wait-until.h"

#define TIME_LIMIT 20 /* seconds */

static gboolean
wake_up_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Sanitizers take their time, which scripts/test tells by TL_PATIENCE. */
TlWait
tl_wait_begin (void)
{
  const char *patience = g_getenv ("TL_PATIENCE");
  int limit = patience != NULL ? TIME_LIMIT * (int) CLAMP (g_ascii_strtoll (patience, NULL, 10), 1, 100) : TIME_LIMIT;

  return (TlWait) { limit, g_get_monotonic_time () + limit * G_USEC_PER_SEC, g_timeout_add (20, wake_up_cb, NULL) };
}

/* Lets the program run until something has happened. */
void
tl_wait_go_on (const TlWait *wait,
               const char   *what)
{
  if (g_get_monotonic_time () > wait->deadline)
    g_error ("waited %d s until %s", wait->limit, what);
  g_main_context_iteration (NULL, TRUE);
}

void
tl_wait_end (const TlWait *wait)
{
  g_source_remove (wait->waker);
}

/* Lets the program run until something is so. */
void
tl_wait_until (TlIsMet     is_met,
               gpointer    data,
               const char *what)
{
  TlWait wait = tl_wait_begin ();

  while (!is_met (data))
    tl_wait_go_on (&wait, what);
  tl_wait_end (&wait);
}
