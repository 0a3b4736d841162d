/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-pace.h"

/* Nobody speaks by the second: so far from the plan, in seconds, is still
 * fine, but in short talks not more than a part of all. */
#define TOLERANCE      60.0
#define TOLERANCE_PART 0.1

/**
 * tl_pace_is_running:
 * @self: a clock
 *
 * Returns: whether it goes
 */
gboolean
tl_pace_is_running (const TlPace *self)
{
  return self->begin != 0;
}

/**
 * tl_pace_start:
 * @self: a clock
 * @now: the time, in microseconds, not 0
 *
 * Lets it go on from where it stands.
 */
void
tl_pace_start (TlPace *self,
               gint64  now)
{
  if (self->begin == 0)
    self->begin = now;
}

/**
 * tl_pace_stop:
 * @self: a clock
 * @now: the time, in microseconds
 */
void
tl_pace_stop (TlPace *self,
              gint64  now)
{
  if (self->begin != 0)
    self->elapsed += now - self->begin;
  self->begin = 0;
}

/**
 * tl_pace_reset:
 * @self: a clock
 *
 * Puts it back to the start, where it stands.
 */
void
tl_pace_reset (TlPace *self)
{
  self->elapsed = 0;
  self->begin = 0;
}

/**
 * tl_pace_get_elapsed:
 * @self: a clock
 * @now: the time, in microseconds
 *
 * Returns: for how long it has gone, in seconds
 */
double
tl_pace_get_elapsed (const TlPace *self,
                     gint64        now)
{
  gint64 elapsed = self->elapsed + (self->begin != 0 ? now - self->begin : 0);

  return (double) elapsed / G_USEC_PER_SEC;
}

/**
 * tl_pace_get_lead:
 * @self: a clock
 * @now: the time, in microseconds
 * @step: the number of the step that is shown, from 1
 * @n_steps: how many there are
 *
 * By the plan, each step takes as long as any other, and one is in the middle
 * of the step that is shown. pdfpc, a presenter's console, does so, too.
 *
 * Returns: how many seconds one is ahead of the plan; below 0: behind it
 */
double
tl_pace_get_lead (const TlPace *self,
                  gint64        now,
                  guint         step,
                  guint         n_steps)
{
  if (self->planned <= 0 || n_steps == 0 || step == 0)
    return 0;

  return self->planned * (step - 0.5) / n_steps - tl_pace_get_elapsed (self, now);
}

/**
 * tl_pace_judge:
 * @self: a clock
 * @now: the time, in microseconds
 * @step: the number of the step that is shown, from 1
 * @n_steps: how many there are
 *
 * Returns: how the talk goes
 */
TlPaceState
tl_pace_judge (const TlPace *self,
               gint64        now,
               guint         step,
               guint         n_steps)
{
  double tolerance = MIN (TOLERANCE, self->planned * TOLERANCE_PART);
  /* Within half a step, nobody can tell. */
  double half = n_steps > 0 ? self->planned / n_steps / 2 : 0;
  double lead = tl_pace_get_lead (self, now, step, n_steps);

  if (self->planned <= 0)
    return TL_PACE_FINE;
  if (tl_pace_get_elapsed (self, now) > self->planned)
    return TL_PACE_OVER;
  if (!tl_pace_is_running (self))
    return TL_PACE_FINE;
  if (lead < -(half + tolerance))
    return TL_PACE_BEHIND;
  if (lead > half + tolerance)
    return TL_PACE_AHEAD;

  return TL_PACE_FINE;
}
