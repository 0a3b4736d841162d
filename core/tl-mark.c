/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-mark.h"

/* Where marks stand, and what shape a date has. How they look is in
 * tl-mark-draw.c.
 */

/* What an end that nobody knows takes beside the one that is known. */
#define TORN_LENGTH 64.0

/* The fade of an end that is approximate, and of a disc that is. */
#define FADE       28.0
#define DISC_FADE  14.0

/* Brackets keep this distance from their disc. */
#define BRACKET_GAP 6.0

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
} Ruler;

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
               gboolean         is_spread)
{
  if (end->state == TL_END_OPEN)
    return TL_END_ARROW;
  if (end->state == TL_END_UNKNOWN)
    return TL_END_TORN;

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

/* A bar has at least the length that its ends take. */
static void
set_stretch (TlMark *mark,
             double  shortest)
{
  double middle = (mark->x0 + mark->x1) / 2;

  if (mark->x1 - mark->x0 < shortest)
    {
      mark->x0 = middle - shortest / 2;
      mark->x1 = middle + shortest / 2;
    }

  mark->solid0 = CLAMP (mark->solid0, mark->x0, mark->x1);
  mark->solid1 = CLAMP (mark->solid1, mark->solid0, mark->x1);
}

/* An end that is not there lies beside the one that is, and on the axis. */
static double
get_x_before (double x,
              double length)
{
  double before = x - length;

  return x > 0 ? MAX (before, 0) : before;
}

static double
get_x_beyond (const Ruler *ruler,
              double       x,
              double       length)
{
  double end = tl_axis_get_length (ruler->axis) * ruler->scale;
  double beyond = x + length;

  return x < end ? MIN (beyond, end) : beyond;
}

static void
set_torn (TlMark       *mark,
          const TlDate *date,
          const Ruler  *ruler)
{
  if (date->start.state == TL_END_UNKNOWN)
    mark->x0 = mark->solid0 = get_x_before (mark->x1, TORN_LENGTH);
  if (date->end.state == TL_END_UNKNOWN)
    mark->x1 = mark->solid1 = get_x_beyond (ruler, mark->x0, TORN_LENGTH);
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
  mark->left = get_end_shape (&date->start, start_spread);
  mark->right = get_end_shape (&date->end, end_spread);
  mark->x0 = get_x (ruler, date->start_earliest);
  mark->x1 = get_x_after (ruler, date->end_latest);
  mark->solid0 = start_spread ? get_x_after (ruler, date->start_latest) : mark->x0;
  mark->solid1 = end_spread ? get_x (ruler, date->end_earliest) : mark->x1;
  set_torn (mark, date, ruler);

  fade = MIN (FADE, (mark->x1 - mark->x0) / 3);
  if (mark->left == TL_END_SOFT)
    mark->solid0 = MAX (mark->solid0, mark->x0 + fade);
  if (mark->right == TL_END_SOFT)
    mark->solid1 = MIN (mark->solid1, mark->x1 - fade);
  if (mark->solid0 > mark->solid1)
    mark->solid0 = mark->solid1 = (mark->solid0 + mark->solid1) / 2;

  set_stretch (mark, 10);
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
  mark->left = mark->right = TL_END_SOFT;
  mark->x0 = get_x (ruler, date->start_earliest);
  mark->x1 = get_x_after (ruler, date->start_latest);
  set_stretch (mark, 4 * radius);
  fade = MIN (mark->is_approximate ? FADE : FADE / 2, (mark->x1 - mark->x0) / 3);
  mark->solid0 = mark->x0 + fade;
  mark->solid1 = mark->x1 - fade;
  mark->anchor = mark->x0;
}

static void
set_bracket (TlMark       *mark,
             const TlDate *date,
             const Ruler  *ruler,
             double        radius)
{
  double shortest = 2 * (radius + BRACKET_GAP);

  mark->kind = TL_MARK_BRACKET;
  mark->left = get_end_shape (&date->start, FALSE);
  mark->right = get_end_shape (&date->end, FALSE);
  mark->x0 = get_x (ruler, date->start_earliest);
  mark->x1 = get_x_after (ruler, date->end_latest);

  /* An arrow that goes on says enough in a short length. */
  if (mark->left != TL_END_ROUND && mark->left != TL_END_SOFT)
    mark->x0 = get_x_before (mark->x1, TORN_LENGTH + 2 * radius);
  else if (mark->right != TL_END_ROUND && mark->right != TL_END_SOFT)
    mark->x1 = get_x_beyond (ruler, mark->x0, TORN_LENGTH + 2 * radius);

  mark->solid0 = mark->x0;
  mark->solid1 = mark->x1;
  set_stretch (mark, shortest);
  mark->anchor = (mark->x0 + mark->x1) / 2;
}

static void
set_chain (TlMark       *mark,
           const TlDate *date,
           const Ruler  *ruler,
           double        radius)
{
  mark->kind = TL_MARK_CHAIN;
  mark->left = get_end_shape (&date->start, FALSE);
  mark->right = get_end_shape (&date->end, FALSE);
  mark->solid0 = get_x (ruler, date->start_earliest);
  mark->solid1 = get_x (ruler, date->end_earliest);
  if (date->start.state != TL_END_KNOWN)
    mark->solid0 = mark->solid1 - TORN_LENGTH;
  if (date->end.state != TL_END_KNOWN)
    mark->solid1 = mark->solid0 + TORN_LENGTH;
  mark->solid1 = MAX (mark->solid1, mark->solid0);
  mark->anchor = mark->solid0;
  mark->x0 = mark->solid0 - radius;
  mark->x1 = mark->solid1 + radius;
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
 * middle.
 *
 * Returns: the mark
 */
TlMark
tl_mark_from_date (const TlDate *date,
                   const TlAxis *axis,
                   double        scale,
                   double        radius)
{
  const Ruler ruler = { axis, scale };
  guint8 qualifiers = date->start.qualifiers | date->end.qualifiers;
  TlMark mark = {
    .is_uncertain = (qualifiers & TL_QUALIFIER_UNCERTAIN) != 0,
    .is_approximate = (qualifiers & TL_QUALIFIER_APPROXIMATE) != 0,
  };

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
