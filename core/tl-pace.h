/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPace:
 * @planned: how long the talk is meant to take, in seconds; 0: nobody said
 * @elapsed: how long it has taken when the clock was stopped last, in
 *   microseconds
 * @begin: since when the clock goes, in microseconds; 0: it stands
 *
 * The clock of a talk. Begins with zeros and what is planned.
 */
typedef struct
{
  double planned;
  gint64 elapsed;
  gint64 begin;
} TlPace;

typedef enum
{
  TL_PACE_FINE,
  TL_PACE_AHEAD,  /* faster than planned */
  TL_PACE_BEHIND, /* slower than planned */
  TL_PACE_OVER,   /* all of the time is used up */
} TlPaceState;

gboolean tl_pace_is_running (const TlPace *self);

void tl_pace_start (TlPace *self,
                    gint64  now);

void tl_pace_stop (TlPace *self,
                   gint64  now);

void tl_pace_reset (TlPace *self);

double tl_pace_get_elapsed (const TlPace *self,
                            gint64        now);

double tl_pace_get_lead (const TlPace *self,
                         gint64        now,
                         guint         step,
                         guint         n_steps);

TlPaceState tl_pace_judge (const TlPace *self,
                           gint64        now,
                           guint         step,
                           guint         n_steps);

G_END_DECLS
