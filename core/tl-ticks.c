/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-axis-private.h"
#include "tl-ticks-private.h"

/* Ticks and their labels. Whether a label is there follows from what is next
 * to it, never from what is in view, so that it stays as it is when one pans:
 * a label has the room up to the next tick of its tier that may have one, or
 * to the next span that is no fold. */

/* Open time that is narrower than this, in pixels, has no fine ticks. */
#define LEAST_SPAN 16.0

/* How far a label starts from its tick, in pixels. */
#define LABEL_OFFSET 4.0

/* Spans of an even axis that are narrower than this, in pixels, have no ticks
 * in between. */
#define NARROW 120.0

/**
 * tl_ticks_measure:
 * @search: what is being made
 * @label: a label
 * @tier: where it is to stand
 *
 * Returns: its width in pixels
 */
double
tl_ticks_measure (const TlTickSearch *search,
                  const char         *label,
                  TlTier              tier)
{
  const TlTextStyle *styles[] = {
    [TL_TIER_COARSE] = &search->style->coarse,
    [TL_TIER_FINE] = &search->style->fine,
    [TL_TIER_FOLD] = &search->style->fold,
  };

  return tl_text_measure_width (search->style->measure, label, styles[tier]);
}

/**
 * tl_ticks_get_limit:
 * @search: what is being made
 * @at: the index of a span
 *
 * Returns: where the next label after those of the span may begin, in pixels,
 *   were it at a tick; labels reach over a fold but not over the axis's end
 */
double
tl_ticks_get_limit (const TlTickSearch *search,
                    guint               at)
{
  guint next = at + 1;

  if (next < search->n_spans && search->spans[next].kind == TL_SPAN_FOLD)
    next++;
  if (next < search->n_spans)
    return search->spans[next].start * search->scale;

  return search->length - LABEL_OFFSET + search->style->gap;
}

/**
 * tl_ticks_append:
 * @search: what is being made
 * @instant: when the tick is
 * @x: where it is, in pixels
 * @tier: its tier
 * @label: (transfer full) (nullable): its label
 * @has_line: whether it has a line
 *
 * Adds a tick, unless there is nothing to be seen of it.
 */
void
tl_ticks_append (TlTickSearch *search,
                 TlInstant     instant,
                 double        x,
                 TlTier        tier,
                 char         *label,
                 gboolean      has_line)
{
  TlTick tick = {
    .instant = instant,
    .x = x,
    .label = label,
    .tier = (guint8) tier,
    .has_line = has_line != FALSE,
  };

  if (label == NULL && !has_line && tier != TL_TIER_FOLD)
    return;
  if (label != NULL)
    tick.width = tl_ticks_measure (search, label, tier);
  g_array_append_val (search->ticks, tick);
}

static double
get_x (const TlTickSearch *search,
       TlInstant           instant)
{
  return tl_axis_get_position (search->axis, instant) * search->scale;
}

/* What a tick of the fine tier says, if that fits before @limit. */
static char *
say_fine (const TlTickSearch *search,
          TlTickUnit          unit,
          TlInstant           instant,
          double              limit)
{
  double room = limit - get_x (search, instant) - search->style->gap;
  g_autofree char *label = tl_ticks_say_fine (unit, instant, search->style->words);

  return tl_ticks_measure (search, label, TL_TIER_FINE) <= room ? g_steal_pointer (&label) : NULL;
}

/* Whether a span is one day that has room for its weekday. */
static gboolean
has_room_for_weekday (const TlTickSearch *search,
                      TlTickUnit          unit,
                      guint               at)
{
  const TlAxisSpan *span = &search->spans[at];
  double room = tl_ticks_get_limit (search, at) - span->start * search->scale - search->style->gap;
  g_autofree char *label = NULL;

  if (tl_axis_get_duration (span->from, span->to) > TL_SECONDS_PER_DAY)
    return FALSE;

  unit.is_brief = FALSE;
  label = tl_ticks_say_fine (unit, span->from, search->style->words);

  return tl_ticks_measure (search, label, TL_TIER_FINE) <= room;
}

/* Whether an open span is wide enough for a fine tier. */
static gboolean
has_fine (const TlTickSearch *search,
          guint               at)
{
  const TlAxisSpan *span = &search->spans[at];

  return span->kind == TL_SPAN_OPEN && (span->end - span->start) * search->scale >= LEAST_SPAN;
}

/* Adds what of its name a span has in the fine tier. */
static void
add_fine_name (TlTickSearch *search,
               guint         at)
{
  static const TlTickUnit year = { TL_FIELD_YEAR, 0, 1 };
  const TlAxisSpan *span = &search->spans[at];
  double x = span->start * search->scale;
  TlTickUnit unit = span->kind == TL_SPAN_OPEN ? tl_ticks_choose_unit (search, span) : year;
  gboolean is_round = has_fine (search, at) && tl_tick_unit_floor (unit, span->from) == span->from;

  if (x >= search->from && x <= search->to)
    tl_ticks_append (search, span->from, x, TL_TIER_FINE,
                     g_strdup (tl_ticks_get_name (search, at)->fine), is_round);
}

/* The start of a span if that is no round date, which others than a linear one
 * say. Returns the label if it has room. */
static char *
say_first (const TlTickSearch *search,
           TlTickUnit          unit,
           guint               at)
{
  const TlAxisSpan *span = &search->spans[at];
  TlInstant next = tl_tick_unit_floor (unit, span->from);

  if (next == span->from || search->n_spans == 1)
    return NULL;
  next = tl_tick_unit_next (unit, next);

  return say_fine (search, unit, span->from,
                   next < span->to ? get_x (search, next) : tl_ticks_get_limit (search, at));
}

/* The unit of the fine tier of an open span, and how it is said there. */
static TlTickUnit
get_fine_unit (TlTickSearch *search,
               guint         at)
{
  TlTickUnit unit = tl_ticks_choose_unit (search, &search->spans[at]);

  if (unit.is_brief && has_room_for_weekday (search, unit, at))
    unit.is_brief = FALSE;

  return unit;
}

/**
 * tl_ticks_find_fine:
 * @search: what is being made
 * @at: the index of a column or open span
 *
 * Returns: where the tick of the first fine label of the span is, in pixels,
 *   other than its name; %G_MAXDOUBLE if there is none
 */
double
tl_ticks_find_fine (TlTickSearch *search,
                    guint         at)
{
  const TlAxisSpan *span = &search->spans[at];
  gboolean is_named = tl_ticks_is_named (search, at);
  double limit = tl_ticks_get_limit (search, at);
  g_autofree char *first = NULL;
  TlInstant next;
  TlTickUnit unit;

  if (!has_fine (search, at))
    return G_MAXDOUBLE;

  unit = get_fine_unit (search, at);
  if (!is_named)
    first = say_first (search, unit, at);
  if (first != NULL)
    return span->start * search->scale;

  for (TlInstant tick = tl_tick_unit_floor (unit, span->from); tick < span->to; tick = next)
    {
      g_autofree char *label = NULL;

      next = tl_tick_unit_next (unit, tick);
      if (tick < span->from || (tick == span->from && is_named))
        continue;
      label = say_fine (search, unit, tick, next < span->to ? get_x (search, next) : limit);
      if (label != NULL)
        return get_x (search, tick);
    }

  return G_MAXDOUBLE;
}

/* Adds what of the fine tier is in an open span. */
static void
add_fine (TlTickSearch *search,
          guint         at)
{
  const TlAxisSpan *span = &search->spans[at];
  TlInstant first = tl_axis_get_moment (search->axis, search->from / search->scale).instant;
  double x = span->start * search->scale;
  double limit = tl_ticks_get_limit (search, at);
  gboolean is_named = tl_ticks_is_named (search, at);
  TlTickUnit unit = get_fine_unit (search, at);
  TlInstant next;

  first = MAX (first, span->from);
  if (!is_named && x >= search->from && x <= search->to)
    tl_ticks_append (search, span->from, x, TL_TIER_FINE, say_first (search, unit, at), FALSE);

  for (TlInstant tick = tl_tick_unit_floor (unit, first); tick < span->to; tick = next)
    {
      double tick_x = get_x (search, tick);

      next = tl_tick_unit_next (unit, tick);
      if (tick < span->from || (tick == span->from && is_named) || tick_x < search->from)
        continue;
      if (tick_x > search->to)
        break;
      tl_ticks_append (search, tick, tick_x, TL_TIER_FINE,
                       say_fine (search, unit, tick, next < span->to ? get_x (search, next) : limit),
                       TRUE);
    }
}

/* The first span that reaches beyond @x. */
static guint
find_span (const TlTickSearch *search,
           double              x)
{
  guint low = 0;
  guint high = search->n_spans - 1;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (search->spans[middle].end * search->scale < x)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
add_spans (TlTickSearch *search)
{
  guint first = find_span (search, search->from);

  tl_ticks_add_sticky (search, first);

  for (guint i = first; i < search->n_spans; i++)
    {
      const TlAxisSpan *span = &search->spans[i];

      if (span->start * search->scale > search->to)
        break;

      if (span->kind == TL_SPAN_FOLD)
        {
          tl_ticks_add_fold (search, i);
          continue;
        }

      tl_ticks_add_coarse (search, i);
      if (tl_ticks_is_named (search, i))
        add_fine_name (search, i);
      if (has_fine (search, i))
        add_fine (search, i);
    }
}

static void
clear_tick (gpointer data)
{
  TlTick *tick = data;

  g_clear_pointer (&tick->label, g_free);
}

static int
compare_ticks (gconstpointer a,
               gconstpointer b)
{
  const TlTick *first = a;
  const TlTick *second = b;

  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;

  return first->tier - second->tier;
}

/**
 * tl_ticks_find:
 * @axis: the axis
 * @scale: pixels per unit of the axis, more than 0
 * @from: the left end of what is to be seen, in pixels of the axis
 * @to: its right end
 * @style: how labels are set
 *
 * Finds the lines and labels that belong to an axis: at round dates, at
 * columns and folds, and at the start of open time between folds. A label
 * begins four pixels right of its tick, that of a fold is centred on it. No
 * two labels of a tier are closer to each other than the style's gap, or four
 * pixels for those of folds, which may stand in up to three rows.
 *
 * Besides what is in view, the coarse tick that reaches into it from the left
 * is there, so that its label can be kept in view. Labels do not depend on
 * @from and @to.
 *
 * Returns: (transfer full) (element-type TlTick): the ticks, by their x
 */
GArray *
tl_ticks_find (const TlAxis      *axis,
               double             scale,
               double             from,
               double             to,
               const TlTickStyle *style)
{
  TlTickSearch search = { .style = style, .axis = axis, .scale = scale, .from = from, .to = to };
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (TlTick));

  g_return_val_if_fail (axis != NULL && style != NULL && scale > 0, ticks);

  g_array_set_clear_func (ticks, clear_tick);
  search.ticks = ticks;
  search.spans = tl_axis_get_spans (axis, &search.n_spans);
  search.length = tl_axis_get_length (axis) * scale;

  if (tl_axis_get_mode (axis) == TL_AXIS_EVEN && scale < NARROW)
    tl_ticks_add_even (&search);
  else
    add_spans (&search);

  g_clear_pointer (&search.folds, g_array_unref);
  g_clear_pointer (&search.names, g_hash_table_unref);
  g_array_sort (ticks, compare_ticks);

  return ticks;
}
