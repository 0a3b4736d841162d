/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#pragma once

#include "tl-timeline.h"

G_BEGIN_DECLS

typedef enum
{
  TL_AXIS_AUTO,   /* folded where the gaps call for it, else linear */
  TL_AXIS_LINEAR, /* a second is a second */
  TL_AXIS_FOLDED, /* empty time is folded away */
  TL_AXIS_EVEN,   /* distinct starts at equal distances, linear in between */
} TlAxisMode;

typedef enum
{
  TL_SPAN_OPEN,   /* at the scale of the axis */
  TL_SPAN_COLUMN, /* a year or month that is all that is known, in a fixed width */
  TL_SPAN_FOLD,   /* empty time, in a fixed width */
} TlSpanKind;

/* A stretch of time within which the axis is linear. */
typedef struct
{
  TlInstant  from;
  TlInstant  to;    /* the first instant that no longer belongs to it */
  double     start; /* in units of the axis */
  double     end;
  TlSpanKind kind;
  TlInstant  known_to; /* nothing is known of what comes then until to */
} TlAxisSpan;

/* A moment that may lie between two instants. */
typedef struct
{
  TlInstant instant;
  double    fraction; /* of the second that follows, from 0 to below 1 */
} TlMoment;

/**
 * TlAxis:
 *
 * Where a time stands: a monotone, piecewise linear map from instants to
 * units of the axis and back. Pixels are units times a scale, the same in
 * every mode, so zooming and panning know nothing of the modes, and neither
 * changes what is folded. Immutable; may be shared between threads.
 */
typedef struct _TlAxis TlAxis;

TlAxis *tl_axis_new (TlTimeline    *timeline,
                     const guint32 *events,
                     guint          n_events,
                     TlAxisMode     mode,
                     const TlDate  *window) G_GNUC_WARN_UNUSED_RESULT;

TlAxis *tl_axis_ref (TlAxis *self);

void tl_axis_unref (TlAxis *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAxis, tl_axis_unref)

TlAxisMode tl_axis_get_mode (const TlAxis *self);

double tl_axis_get_length (const TlAxis *self);

double tl_axis_get_position (const TlAxis *self,
                             TlInstant     instant);

double tl_axis_get_moment_position (const TlAxis   *self,
                                    const TlMoment *moment);

gboolean tl_axis_get_extent (const TlAxis *self,
                             const TlDate *date,
                             double       *from,
                             double       *to);

TlMoment tl_axis_get_moment (const TlAxis *self,
                             double        position);

const TlAxisSpan *tl_axis_get_spans (const TlAxis *self,
                                     guint        *n_spans);

double tl_axis_get_max_scale (const TlAxis *self);

/* The time from one instant to a later one, which may be more than a TlInstant
 * can hold. */
static inline double
tl_axis_get_duration (TlInstant from,
                      TlInstant to)
{
  return (double) ((guint64) to - (guint64) from);
}

G_END_DECLS
