/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gboolean (*TlIsMet) (gpointer data);

typedef struct
{
  int limit;       /* seconds */
  gint64 deadline; /* when that is over, in microseconds */
  guint waker;     /* the source that lets waiting be looked at */
} TlWait;

TlWait tl_wait_begin (void);

void tl_wait_go_on (const TlWait *wait,
                    const char   *what);

void tl_wait_end (const TlWait *wait);

void tl_wait_until (TlIsMet     is_met,
                    gpointer    data,
                    const char *what);

G_END_DECLS
