/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-axis-private.h"

/* Folded time. Where days or seconds come close after each other, time is
 * open, at one scale. A year or month of which no more is known is a column.
 * All else is folded away. Only dates decide on that, never the zoom. */

/* A column is as wide as this part of all open time, at least one unit. */
#define COLUMNS_PER_OPEN 30.0

/* A stretch of time that is not folded. */
typedef struct
{
  TlInstant  from;
  TlInstant  to;
  TlSpanKind kind;
  TlInstant  known_to; /* where it ended before it was made longer; from if it is empty */
} Stretch;

static Stretch *
get_last (GArray *stretches)
{
  return &g_array_index (stretches, Stretch, stretches->len - 1);
}

static void
append_stretch (GArray    *stretches,
                TlInstant  from,
                TlInstant  to,
                TlSpanKind kind)
{
  Stretch stretch = { from, to, kind, to };

  g_array_append_val (stretches, stretch);
}

/* Appends open time, unless nothing happens in it. */
static void
append_open (GArray       *stretches,
             const GArray *points,
             TlInstant     from,
             TlInstant     to)
{
  guint first = tl_axis_find_point (points, from);

  if (from < to && first < points->len && g_array_index (points, TlAxisPoint, first).from < to)
    append_stretch (stretches, from, to, TL_SPAN_OPEN);
}

/* Columns and what they leave of @clusters, in order. */
static GArray *
line_up (const GArray *points,
         const GArray *clusters,
         const GArray *columns)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  TlInstant covered_to = TL_INSTANT_MIN;
  guint next = 0;

  for (guint i = 0; i < clusters->len; i++)
    {
      TlAxisPeriod rest = g_array_index (clusters, TlAxisPeriod, i);

      /* A column can reach from one cluster into the next. */
      rest.from = MAX (rest.from, covered_to);

      for (; next < columns->len; next++)
        {
          const TlAxisPeriod *column = &g_array_index (columns, TlAxisPeriod, next);
          TlInstant to = MIN (rest.to, column->from);

          if (column->from >= rest.to)
            break;
          append_open (stretches, points, rest.from, to);
          append_stretch (stretches, column->from, column->to, TL_SPAN_COLUMN);
          rest.from = MAX (rest.from, column->to);
          covered_to = column->to;
        }

      append_open (stretches, points, rest.from, rest.to);
    }

  for (; next < columns->len; next++)
    append_stretch (stretches, g_array_index (columns, TlAxisPeriod, next).from,
                    g_array_index (columns, TlAxisPeriod, next).to, TL_SPAN_COLUMN);

  return stretches;
}

/* Sees to it that open time is no shorter than @spacing, as far as there is
 * room before what comes next. */
static void
lengthen (GArray            *stretches,
          const TlAxisDates *dates,
          double             spacing)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      Stretch *stretch = &g_array_index (stretches, Stretch, i);
      double missing = spacing - tl_axis_get_duration (stretch->from, stretch->to);
      TlInstant limit = TL_INSTANT_MAX;

      if (stretch->kind != TL_SPAN_OPEN || missing <= 0)
        continue;

      if (i + 1 < stretches->len)
        limit = g_array_index (stretches, Stretch, i + 1).from;
      else if (dates->has_fixed_to)
        limit = dates->to;

      if (missing < tl_axis_get_duration (stretch->to, limit))
        stretch->to += (TlInstant) missing;
      else
        stretch->to = limit;
    }
}

/* Whether from @from to the next stretch or the end of time it is too short a
 * time to be folded. */
static gboolean
is_short (TlInstant from,
          TlInstant to,
          gboolean  is_edge,
          gboolean  beside_column,
          double    spacing)
{
  double length = tl_axis_get_duration (from, to);

  if (is_edge)
    return length <= TL_AXIS_FOLD_FACTOR * spacing;

  return beside_column && length <= spacing;
}

/* Opens the time from the last stretch of @joined to @to. Returns whether it is
 * a part of that. */
static gboolean
open_up (GArray   *joined,
         TlInstant from,
         TlInstant to)
{
  if (joined->len > 0 && get_last (joined)->kind == TL_SPAN_OPEN && get_last (joined)->to == from)
    {
      get_last (joined)->to = to;
      return TRUE;
    }

  append_stretch (joined, from, to, TL_SPAN_OPEN);
  get_last (joined)->known_to = from;

  return FALSE;
}

/* Fills what is left between @stretches, by open time where it is short, else
 * by folds. */
static GArray *
fill_gaps (const GArray      *stretches,
           const TlAxisDates *dates,
           double             spacing)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (Stretch));
  TlInstant at = dates->from;

  if (!dates->has_fixed_from)
    at = g_array_index (stretches, Stretch, 0).from;

  for (guint i = 0; i < stretches->len; i++)
    {
      Stretch stretch = g_array_index (stretches, Stretch, i);
      gboolean beside_column = stretch.kind == TL_SPAN_COLUMN
                               || (i > 0 && get_last (joined)->kind == TL_SPAN_COLUMN);

      if (at < stretch.from && is_short (at, stretch.from, i == 0, beside_column, spacing))
        open_up (joined, at, stretch.from);
      else if (at < stretch.from)
        append_stretch (joined, at, stretch.from, TL_SPAN_FOLD);

      if (stretch.kind == TL_SPAN_OPEN && open_up (joined, stretch.from, stretch.to))
        get_last (joined)->known_to = stretch.known_to;
      else if (stretch.kind == TL_SPAN_OPEN)
        *get_last (joined) = stretch;
      else
        g_array_append_val (joined, stretch);
      at = stretch.to;
    }

  if (dates->has_fixed_to && at < dates->to)
    {
      if (is_short (at, dates->to, TRUE, FALSE, spacing))
        open_up (joined, at, dates->to);
      else
        append_stretch (joined, at, dates->to, TL_SPAN_FOLD);
    }

  return joined;
}

/* Gives every stretch its width. */
static GArray *
measure (const GArray *stretches,
         double        spacing)
{
  GArray *spans = g_array_sized_new (FALSE, FALSE, sizeof (TlAxisSpan), stretches->len);
  double open = 0;
  double column;
  double at = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);

      if (stretch->kind == TL_SPAN_OPEN)
        open += tl_axis_get_duration (stretch->from, stretch->to) / spacing;
    }
  column = open > COLUMNS_PER_OPEN ? open / COLUMNS_PER_OPEN : 1;

  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      TlAxisSpan span = { stretch->from, stretch->to, at, at + column, stretch->kind, stretch->known_to };

      if (stretch->kind == TL_SPAN_OPEN)
        span.end = at + tl_axis_get_duration (stretch->from, stretch->to) / spacing;
      else if (stretch->kind == TL_SPAN_FOLD)
        span.end = at + column / 2;

      at = span.end;
      g_array_append_val (spans, span);
    }

  return spans;
}

/**
 * tl_axis_fold:
 * @dates: the dates; days may be taken for periods
 *
 * Folds empty time away.
 *
 * Returns: (transfer full) (element-type TlAxisSpan): the spans; none if
 *   nothing is known to happen
 */
GArray *
tl_axis_fold (TlAxisDates *dates)
{
  double spacing = tl_axis_find_spacing (dates->points);
  g_autoptr (GArray) clusters = NULL;
  g_autoptr (GArray) columns = NULL;
  g_autoptr (GArray) stretches = NULL;
  g_autoptr (GArray) filled = NULL;

  if (spacing * TL_AXIS_FOLD_FACTOR < TL_SECONDS_PER_DAY)
    tl_axis_dates_loosen_days (dates);
  if (spacing <= 0)
    spacing = TL_SECONDS_PER_DAY;

  clusters = tl_axis_find_clusters (dates->points, spacing);
  columns = tl_axis_find_columns (dates, clusters);
  stretches = line_up (dates->points, clusters, columns);
  if (stretches->len == 0)
    return g_array_new (FALSE, FALSE, sizeof (TlAxisSpan));

  lengthen (stretches, dates, spacing);
  filled = fill_gaps (stretches, dates, spacing);

  return measure (filled, spacing);
}
