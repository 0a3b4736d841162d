/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-axis-private.h"

#include <math.h>

/* Folds have to hide this part of all time to be chosen, and dates have to be
 * this much closer to each other than they would be were they evenly spread.
 * Dates at random are about three times as close. */
#define HIDDEN_ENOUGH 0.75
#define CLOSE_ENOUGH 10.0

/* One cannot look closer than at a minute, or a unit, on so many pixels. */
#define CLOSEST_PIXELS 1600.0
#define CLOSEST_SECONDS 60.0

/* At most so many pixels from one end to the other: a double then still tells
 * a hundredth of a pixel, and a little more. */
#define MAX_PIXELS 1e11

struct _TlAxis
{
  TlAxisMode  mode;
  guint       n_spans;
  TlAxisSpan *spans;
  double      max_scale;
};

/* Whether folds hide so much that they are worth it. Only those count that
 * are long beside the time from one event to the next: what comes every ten
 * years has no gaps, whatever its precision. */
static gboolean
hides_enough (const TlAxisDates *dates,
              const GArray      *spans)
{
  double spacing = tl_axis_find_spacing (dates->starts);
  double hidden = 0;
  double all = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const TlAxisSpan *span = &g_array_index (spans, TlAxisSpan, i);
      double length = tl_axis_get_duration (span->from, span->to);

      all += length;
      if (span->kind == TL_SPAN_FOLD && length > TL_AXIS_FOLD_FACTOR * spacing)
        hidden += length;
    }

  return spans->len > 0 && hidden >= HIDDEN_ENOUGH * all
         && all >= CLOSE_ENOUGH * spacing * dates->starts->len;
}

/* Makes the spans, and settles the mode. */
static GArray *
make_spans (TlAxisDates *dates,
            TlAxisMode  *mode)
{
  g_autoptr (GArray) spans = NULL;

  if (*mode == TL_AXIS_EVEN)
    return tl_axis_spread_even (dates);

  if (*mode != TL_AXIS_LINEAR)
    {
      spans = tl_axis_fold (dates);
      if (*mode == TL_AXIS_AUTO)
        *mode = hides_enough (dates, spans) ? TL_AXIS_FOLDED : TL_AXIS_LINEAR;
      if (*mode == TL_AXIS_FOLDED && spans->len > 0)
        return g_steal_pointer (&spans);
    }

  return tl_axis_spread_linear (dates);
}

static double
find_max_scale (const TlAxisSpan *spans,
                guint             n_spans)
{
  double length = spans[n_spans - 1].end;
  double steepest = 0;
  double scale;

  for (guint i = 0; i < n_spans; i++)
    {
      double slope = (spans[i].end - spans[i].start)
                     / tl_axis_get_duration (spans[i].from, spans[i].to);

      if (spans[i].kind == TL_SPAN_OPEN)
        steepest = MAX (steepest, slope);
    }

  scale = CLOSEST_PIXELS;
  if (steepest > 0 && CLOSEST_SECONDS * steepest < 1)
    scale = CLOSEST_PIXELS / (CLOSEST_SECONDS * steepest);

  return MIN (scale, MAX_PIXELS / length);
}

/**
 * tl_axis_new:
 * @timeline: the timeline
 * @events: (array length=n_events) (nullable): indices of the events that the
 *   axis is for, in the order of the timeline
 * @n_events: how many; 0 with %NULL for all of them
 * @mode: how time is laid out
 * @window: (nullable): the time that the axis covers; where an end of it is
 *   open, and by default, that is what is known of the events
 *
 * Makes an axis. Folds follow from the starts and ends of day precision or
 * finer that are known: gaps between them that are more than five times as
 * long as usual. A bar keeps no time open that nothing else happens in.
 *
 * Returns: (transfer full): the axis
 */
TlAxis *
tl_axis_new (TlTimeline    *timeline,
             const guint32 *events,
             guint          n_events,
             TlAxisMode     mode,
             const TlDate  *window)
{
  TlAxis *self;
  TlAxisDates dates;
  g_autoptr (GArray) spans = NULL;

  g_return_val_if_fail (TL_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (events != NULL || n_events == 0, NULL);

  tl_axis_dates_init (&dates, timeline, events, n_events, window,
                      mode == TL_AXIS_AUTO || mode == TL_AXIS_FOLDED);

  self = g_atomic_rc_box_new0 (TlAxis);
  self->mode = mode;
  spans = make_spans (&dates, &self->mode);
  self->n_spans = spans->len;
  self->spans = g_memdup2 (spans->data, spans->len * sizeof (TlAxisSpan));
  self->max_scale = find_max_scale (self->spans, self->n_spans);

  tl_axis_dates_clear (&dates);

  return self;
}

/**
 * tl_axis_ref:
 * @self: an axis
 *
 * Returns: (transfer full): @self
 */
TlAxis *
tl_axis_ref (TlAxis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_axis (gpointer data)
{
  TlAxis *self = data;

  g_free (self->spans);
}

/**
 * tl_axis_unref:
 * @self: (transfer full): an axis
 */
void
tl_axis_unref (TlAxis *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_axis);
}

/**
 * tl_axis_get_mode:
 * @self: an axis
 *
 * Returns: the mode; what has been chosen where that was %TL_AXIS_AUTO
 */
TlAxisMode
tl_axis_get_mode (const TlAxis *self)
{
  g_return_val_if_fail (self != NULL, TL_AXIS_LINEAR);

  return self->mode;
}

/**
 * tl_axis_get_length:
 * @self: an axis
 *
 * Returns: the length of all of it, in units; more than 0
 */
double
tl_axis_get_length (const TlAxis *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->spans[self->n_spans - 1].end;
}

/**
 * tl_axis_get_position:
 * @self: an axis
 * @instant: any moment
 *
 * Returns: where @instant is, in units; for one that is not on the axis, the
 *   end that it is beyond
 */
double
tl_axis_get_position (const TlAxis *self,
                      TlInstant     instant)
{
  TlMoment moment = { instant, 0 };

  return tl_axis_get_moment_position (self, &moment);
}

/**
 * tl_axis_get_moment_position:
 * @self: an axis
 * @moment: any moment
 *
 * Returns: where @moment is, in units; for one that is not on the axis, the
 *   end that it is beyond
 */
double
tl_axis_get_moment_position (const TlAxis   *self,
                             const TlMoment *moment)
{
  const TlAxisSpan *span;
  guint low = 0;
  guint high;
  double part;

  g_return_val_if_fail (self != NULL && moment != NULL, 0);

  high = self->n_spans;
  if (moment->instant < self->spans[0].from)
    return 0;
  if (moment->instant >= self->spans[high - 1].to)
    return self->spans[high - 1].end;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->spans[middle].from <= moment->instant)
        low = middle;
      else
        high = middle;
    }

  span = &self->spans[low];
  part = (tl_axis_get_duration (span->from, moment->instant) + moment->fraction)
         / tl_axis_get_duration (span->from, span->to);

  return span->start + part * (span->end - span->start);
}

/**
 * tl_axis_get_extent:
 * @self: an axis
 * @date: a date
 * @from: (out): where all that it may be begins, in units
 * @to: (out): where that ends
 *
 * Finds the part of the axis that a date covers.
 *
 * Returns: whether there is any; else @from and @to are left alone
 */
gboolean
tl_axis_get_extent (const TlAxis *self,
                    const TlDate *date,
                    double       *from,
                    double       *to)
{
  TlInstant earliest = tl_date_get_earliest (date);
  TlInstant latest = tl_date_get_latest (date);

  g_return_val_if_fail (self != NULL, FALSE);

  if (earliest >= self->spans[self->n_spans - 1].to || latest < self->spans[0].from)
    return FALSE;

  *from = tl_axis_get_position (self, earliest);
  *to = tl_axis_get_position (self, latest == TL_INSTANT_MAX ? latest : latest + 1);

  return TRUE;
}

/**
 * tl_axis_get_moment:
 * @self: an axis
 * @position: a place, in units
 *
 * The opposite of tl_axis_get_moment_position().
 *
 * Returns: the moment at @position; at an end of the axis, and beyond it, the
 *   moment there
 */
TlMoment
tl_axis_get_moment (const TlAxis *self,
                    double        position)
{
  const TlAxisSpan *span;
  TlMoment moment = { 0, 0 };
  guint low = 0;
  guint high;
  double seconds, whole;

  g_return_val_if_fail (self != NULL, moment);

  high = self->n_spans;
  if (position >= self->spans[high - 1].end)
    return (TlMoment) { self->spans[high - 1].to, 0 };
  if (!(position > 0))
    return (TlMoment) { self->spans[0].from, 0 };

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->spans[middle].start <= position)
        low = middle;
      else
        high = middle;
    }

  span = &self->spans[low];
  seconds = (position - span->start) / (span->end - span->start)
            * tl_axis_get_duration (span->from, span->to);
  whole = floor (seconds);

  /* Rounding may reach the end of the span. */
  if (whole >= tl_axis_get_duration (span->from, span->to))
    return (TlMoment) { span->to, 0 };

  moment.instant = (TlInstant) ((guint64) span->from + (guint64) whole);
  moment.fraction = seconds - whole;

  return moment;
}

/**
 * tl_axis_get_spans:
 * @self: an axis
 * @n_spans: (out): how many there are, at least 1
 *
 * Returns: (transfer none) (array length=n_spans): the spans, each of which
 *   begins where the one before ends, in time and in units
 */
const TlAxisSpan *
tl_axis_get_spans (const TlAxis *self,
                   guint        *n_spans)
{
  g_return_val_if_fail (self != NULL && n_spans != NULL, NULL);

  *n_spans = self->n_spans;

  return self->spans;
}

/**
 * tl_axis_get_max_scale:
 * @self: an axis
 *
 * How close one can look: at a minute, or a unit where that is more, on 1600
 * pixels. A long axis ends before that, as what is 100 thousand million pixels
 * long is as much as can be placed to a hundredth of a pixel.
 *
 * Returns: the largest scale, in pixels per unit
 */
double
tl_axis_get_max_scale (const TlAxis *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->max_scale;
}
