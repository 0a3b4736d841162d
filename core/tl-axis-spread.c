/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-axis-private.h"

/* Time of which nothing is folded away. */

/* How many units a linear axis has at most. */
#define MAX_LINEAR 300.0

static void
append_span (GArray   *spans,
             TlInstant from,
             TlInstant to,
             double    length)
{
  double start = 0;
  TlAxisSpan span = { .from = from, .to = to, .kind = TL_SPAN_OPEN, .known_to = to };

  if (spans->len > 0)
    start = g_array_index (spans, TlAxisSpan, spans->len - 1).end;

  span.start = start;
  span.end = start + length;
  g_array_append_val (spans, span);
}

/**
 * tl_axis_spread_linear:
 * @dates: the dates
 *
 * Returns: (transfer full) (element-type TlAxisSpan): one span, in which a
 *   unit is the typical distance of events if those are not too many
 */
GArray *
tl_axis_spread_linear (const TlAxisDates *dates)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TlAxisSpan));
  double spacing = tl_axis_find_spacing (dates->starts);
  double length = 1;

  if (spacing > 0)
    length = tl_axis_get_duration (dates->from, dates->to) / spacing;

  append_span (spans, dates->from, dates->to, CLAMP (length, 1.0, MAX_LINEAR));

  return spans;
}

/**
 * tl_axis_spread_even:
 * @dates: the dates
 *
 * Returns: (transfer full) (element-type TlAxisSpan): a span of one unit from
 *   every start to the next
 */
GArray *
tl_axis_spread_even (const TlAxisDates *dates)
{
  GArray *spans = g_array_sized_new (FALSE, FALSE, sizeof (TlAxisSpan), dates->starts->len + 1);
  TlInstant from = dates->from;

  for (guint i = 0; i < dates->starts->len; i++)
    {
      TlInstant start = g_array_index (dates->starts, TlAxisPoint, i).from;

      if (start > from)
        append_span (spans, from, start, 1);
      from = MAX (from, start);
    }
  append_span (spans, from, dates->to, 1);

  return spans;
}
