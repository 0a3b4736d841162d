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

/* Lets the program run until something is so. */
void
tl_wait_until (TlIsMet is_met,
               gpointer    data,
               const char *what)
{
  gint64 deadline = g_get_monotonic_time () + TIME_LIMIT * G_USEC_PER_SEC;
  guint waker = g_timeout_add (20, wake_up_cb, NULL);

  while (!is_met (data))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("waited %d s until %s", TIME_LIMIT, what);
      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (waker);
}
