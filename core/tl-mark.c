/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-mark.h"

/* Where marks stand, and what shape a date has. How they look is in
 * tl-mark-draw.c.
 */

/* What an end that nobody knows takes beside the one that is known, and how
 * far it may lie beside the axis. */
#define TORN_LENGTH 64.0
#define BESIDE      12.0

/* The least an end takes: a corner, with more for an arrow or a torn edge. */
#define PLAIN_END   7.0
#define POINTED_END 17.0

/* The fade of an end that is approximate, and of a disc that is. */
#define FADE       28.0
#define DISC_FADE  14.0

/* Brackets keep this distance from their disc, and an arrow of a chain is at
 * least so much longer than its disc. */
#define BRACKET_GAP 6.0
#define CHAIN_ARROW 8.0

/**
 * tl_mark_get_radius:
 * @importance: of an event, from 1 to 5
 *
 * Returns: the radius of its disc, in pixels
 */
double
tl_mark_get_radius (guint importance)
{
  static const double radii[] = { 10, 8, 9, 10, 11, 12 };

  return radii[MIN (importance, 5)];
}

typedef struct
{
  const TlAxis *axis;
  double        scale;
  double        end;  /* where the axis ends, in pixels */
  TlInstant     from; /* the first moment on it */
  TlInstant     to;   /* the first after it */
} Ruler;

static void
init_ruler (Ruler        *ruler,
            const TlAxis *axis,
            double        scale)
{
  guint n_spans;
  const TlAxisSpan *spans = tl_axis_get_spans (axis, &n_spans);

  ruler->axis = axis;
  ruler->scale = scale;
  ruler->end = tl_axis_get_length (axis) * scale;
  ruler->from = spans[0].from;
  ruler->to = spans[n_spans - 1].to;
}

static double
get_x (const Ruler *ruler,
       TlInstant    instant)
{
  return tl_axis_get_position (ruler->axis, instant) * ruler->scale;
}

/* The first instant after @instant: dates are inclusive. */
static double
get_x_after (const Ruler *ruler,
             TlInstant    instant)
{
  return get_x (ruler, instant == TL_INSTANT_MAX ? instant : instant + 1);
}

static gboolean
is_point (const TlDateEnd *end)
{
  return end->precision >= TL_PRECISION_DAY;
}

static TlEndShape
get_end_shape (const TlDateEnd *end,
               gboolean         is_spread,
               gboolean         is_beyond)
{
  if (end->state == TL_END_OPEN)
    return TL_END_ARROW;
  if (end->state == TL_END_UNKNOWN)
    return TL_END_TORN;
  if (is_beyond)
    return TL_END_CUT;

  return is_spread || (end->qualifiers & TL_QUALIFIER_APPROXIMATE) ? TL_END_SOFT : TL_END_ROUND;
}

/* A period that is no more than a day or a moment: only its day. */
static gboolean
is_spread (const TlDateEnd *end,
           TlInstant        earliest,
           TlInstant        latest)
{
  return end->state == TL_END_KNOWN
         && (!is_point (end) || (guint64) latest - (guint64) earliest >= TL_SECONDS_PER_DAY);
}

static void
set_disc (TlMark *mark,
          double  x,
          double  radius)
{
  double reach = radius + (mark->is_approximate ? DISC_FADE : 0);

  mark->kind = TL_MARK_DISC;
  mark->anchor = x;
  mark->x0 = x - reach;
  mark->x1 = x + reach;
  mark->solid0 = mark->solid1 = x;
}

static gboolean
is_pointed (guint8 shape)
{
  return shape == TL_END_ARROW || shape == TL_END_TORN;
}

/**
 * tl_mark_has_disc:
 * @shape: how an end of a chain looks
 *
 * Returns: whether it is a day that has a disc, and no arrow or edge
 */
gboolean
tl_mark_has_disc (TlEndShape shape)
{
  return !is_pointed (shape) && shape != TL_END_CUT;
}

/* From one end of all that it may be to the other. What lies beyond the axis
 * is cut, and goes through the room beside it to the edge of the drawing. */
static void
set_ends (TlMark       *mark,
          const TlDate *date,
          const Ruler  *ruler,
          gboolean      start_spread,
          gboolean      end_spread)
{
  mark->left = get_end_shape (&date->start, start_spread, date->start_earliest < ruler->from);
  mark->right = get_end_shape (&date->end, end_spread, date->end_latest >= ruler->to);
  mark->x0 = mark->left == TL_END_CUT ? -TL_LEAD_IN : get_x (ruler, date->start_earliest);
  mark->x1 = mark->right == TL_END_CUT ? ruler->end + TL_LEAD_OUT : get_x_after (ruler, date->end_latest);
}

/* A mark has at least the length that its ends take. It grows where nothing
 * is known, else to both sides, but not out of the drawing. */
static void
set_stretch (TlMark      *mark,
             const Ruler *ruler,
             double       shortest)
{
  double missing = shortest - (mark->x1 - mark->x0);
  double before = 0.5;

  if (missing > 0)
    {
      if (is_pointed (mark->left) != is_pointed (mark->right))
        before = is_pointed (mark->left) ? 1 : 0;
      if (mark->right == TL_END_CUT)
        before = 1;
      if (mark->left == TL_END_CUT)
        before = 0;
      mark->x0 -= missing * before;
      mark->x0 = MIN (mark->x0, ruler->end + TL_LEAD_OUT - shortest);
      mark->x0 = MAX (mark->x0, -TL_LEAD_IN);
      mark->x1 = mark->x0 + shortest;
    }

  mark->solid0 = CLAMP (mark->solid0, mark->x0, mark->x1);
  mark->solid1 = CLAMP (mark->solid1, mark->solid0, mark->x1);
}

/* An end that is not there lies outside of all that the other may be, and not
 * far beside the axis. */
static double
get_x_before (double x,
              double length)
{
  double before = x - length;

  return MAX (before, -BESIDE);
}

static double
get_x_beyond (const Ruler *ruler,
              double       x,
              double       length)
{
  double beyond = x + length;

  return MIN (beyond, ruler->end + BESIDE);
}

static void
set_torn (TlMark      *mark,
          const Ruler *ruler)
{
  if (mark->left == TL_END_TORN)
    mark->x0 = mark->solid0 = get_x_before (mark->solid1, TORN_LENGTH);
  if (mark->right == TL_END_TORN)
    mark->x1 = mark->solid1 = get_x_beyond (ruler, mark->solid0, TORN_LENGTH);
}

/* The least length in which both ends can be drawn. */
static double
get_shortest (const TlMark *mark)
{
  return (is_pointed (mark->left) ? POINTED_END : PLAIN_END)
         + (is_pointed (mark->right) ? POINTED_END : PLAIN_END);
}

static void
set_bar (TlMark       *mark,
         const TlDate *date,
         const Ruler  *ruler)
{
  gboolean start_spread = is_spread (&date->start, date->start_earliest, date->start_latest);
  gboolean end_spread = is_spread (&date->end, date->end_earliest, date->end_latest);
  double fade;

  mark->kind = TL_MARK_BAR;
  set_ends (mark, date, ruler, start_spread, end_spread);
  mark->solid0 = mark->left == TL_END_SOFT && start_spread ? get_x_after (ruler, date->start_latest) : mark->x0;
  mark->solid1 = mark->right == TL_END_SOFT && end_spread ? get_x (ruler, date->end_earliest) : mark->x1;
  set_torn (mark, ruler);

  fade = MIN (FADE, (mark->x1 - mark->x0) / 3);
  if (mark->left == TL_END_SOFT)
    mark->solid0 = MAX (mark->solid0, mark->x0 + fade);
  if (mark->right == TL_END_SOFT)
    mark->solid1 = MIN (mark->solid1, mark->x1 - fade);
  if (mark->solid0 > mark->solid1)
    mark->solid0 = mark->solid1 = (mark->solid0 + mark->solid1) / 2;

  set_stretch (mark, ruler, get_shortest (mark));
  mark->anchor = mark->x0;
}

/* One date that is not a day: soft at both ends, over all of it. */
static void
set_period (TlMark       *mark,
            const TlDate *date,
            const Ruler  *ruler,
            double        radius)
{
  double fade;

  mark->kind = TL_MARK_BAR;
  set_ends (mark, date, ruler, TRUE, TRUE);
  set_stretch (mark, ruler, 4 * radius);
  fade = MIN (mark->is_approximate ? FADE : FADE / 2, (mark->x1 - mark->x0) / 3);
  mark->solid0 = mark->x0 + (mark->left == TL_END_SOFT ? fade : 0);
  mark->solid1 = mark->x1 - (mark->right == TL_END_SOFT ? fade : 0);
  mark->anchor = mark->x0;
}

static void
set_bracket (TlMark       *mark,
             const TlDate *date,
             const Ruler  *ruler,
             double        radius)
{
  gboolean start_spread = is_spread (&date->start, date->start_earliest, date->start_latest);
  gboolean end_spread = is_spread (&date->end, date->end_earliest, date->end_latest);

  mark->kind = TL_MARK_BRACKET;
  set_ends (mark, date, ruler, FALSE, FALSE);

  /* An arrow that goes on says enough in a short length. */
  if (is_pointed (mark->left))
    mark->x0 = get_x_before (end_spread ? get_x (ruler, date->end_earliest) : mark->x1, TORN_LENGTH + 2 * radius);
  else if (is_pointed (mark->right))
    mark->x1 = get_x_beyond (ruler, start_spread ? get_x_after (ruler, date->start_latest) : mark->x0,
                             TORN_LENGTH + 2 * radius);

  mark->solid0 = mark->x0;
  mark->solid1 = mark->x1;
  set_stretch (mark, ruler, 2 * (radius + BRACKET_GAP));
  mark->anchor = (mark->x0 + mark->x1) / 2;
}

/* Where the first and last disc of a chain are, or the tip of the arrow, or
 * the edge of the drawing, in place of one. */
static void
set_chain (TlMark       *mark,
           const TlDate *date,
           const Ruler  *ruler,
           double        radius)
{
  double least = radius + CHAIN_ARROW;

  mark->kind = TL_MARK_CHAIN;
  set_ends (mark, date, ruler, FALSE, FALSE);
  mark->solid0 = mark->left == TL_END_CUT ? mark->x0 : get_x (ruler, date->start_earliest);
  mark->solid1 = mark->right == TL_END_CUT ? mark->x1 : get_x (ruler, date->end_earliest);
  if (is_pointed (mark->left))
    {
      mark->solid0 = get_x_before (mark->solid1, TORN_LENGTH);
      mark->solid0 = MIN (mark->solid0, mark->solid1 - least);
    }
  if (is_pointed (mark->right))
    {
      mark->solid1 = get_x_beyond (ruler, mark->solid0, TORN_LENGTH);
      mark->solid1 = MAX (mark->solid1, mark->solid0 + least);
    }
  mark->solid1 = MAX (mark->solid1, mark->solid0);
  mark->x0 = mark->solid0 - (tl_mark_has_disc (mark->left) ? radius : 0);
  mark->x1 = mark->solid1 + (tl_mark_has_disc (mark->right) ? radius : 0);

  mark->anchor = (mark->x0 + mark->x1) / 2;
  if (tl_mark_has_disc (mark->left))
    mark->anchor = mark->solid0;
  else if (tl_mark_has_disc (mark->right))
    mark->anchor = mark->solid1;
}

/**
 * tl_mark_from_date:
 * @date: the date of an event
 * @axis: where times stand
 * @scale: pixels for a unit of the axis
 * @radius: of the disc, if it comes to one
 *
 * Gives a date its shape: a day is a disc, a month or year a bar with soft
 * ends over all of it, "some time between" a bracket with the disc in its
 * middle. Of a set of dates a #TlDate has only the first and the last: those
 * in between have no discs. What lies beyond the axis, where that shows only
 * some of the time, is %TL_END_CUT.
 *
 * Returns: the mark
 */
TlMark
tl_mark_from_date (const TlDate *date,
                   const TlAxis *axis,
                   double        scale,
                   double        radius)
{
  Ruler ruler;
  guint8 qualifiers = date->start.qualifiers | date->end.qualifiers;
  TlMark mark = {
    .is_uncertain = (qualifiers & TL_QUALIFIER_UNCERTAIN) != 0,
    .is_approximate = (qualifiers & TL_QUALIFIER_APPROXIMATE) != 0,
  };

  init_ruler (&ruler, axis, scale);
  switch ((TlDateKind) date->kind)
    {
    case TL_DATE_LASTED:
      set_bar (&mark, date, &ruler);
      break;
    case TL_DATE_ONE_OF:
      set_bracket (&mark, date, &ruler, radius);
      break;
    case TL_DATE_ALL_OF:
      set_chain (&mark, date, &ruler, radius);
      break;
    case TL_DATE_SINGLE:
    default:
      if (is_spread (&date->start, date->start_earliest, date->start_latest))
        set_period (&mark, date, &ruler, radius);
      else
        set_disc (&mark, get_x (&ruler, date->start_earliest), radius);
      break;
    }

  return mark;
}
