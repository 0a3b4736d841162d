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

/* Adds a tick of the fine tier, with what fits before @limit. One that is not
 * at a round date is there for its label only. */
static void
add_fine_tick (TlTickSearch *search,
               TlTickUnit    unit,
               TlInstant     instant,
               double        limit,
               gboolean      is_round)
{
  double x = get_x (search, instant);
  double room = limit - x - search->style->gap;
  g_autofree char *label = NULL;

  if (x < search->from || x > search->to)
    return;

  label = tl_ticks_say_fine (unit, instant, search->style->words);
  if (tl_ticks_measure (search, label, TL_TIER_FINE) > room)
    g_clear_pointer (&label, g_free);
  if (label != NULL || is_round)
    tl_ticks_append (search, instant, x, TL_TIER_FINE, g_steal_pointer (&label), is_round);
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

/* Adds what of the fine tier is in an open span. */
static void
add_fine (TlTickSearch *search,
          guint         at)
{
  const TlAxisSpan *span = &search->spans[at];
  TlTickUnit unit = tl_ticks_choose_unit (search, span);
  TlInstant first = tl_axis_get_moment (search->axis, search->from / search->scale).instant;
  double limit = tl_ticks_get_limit (search, at);
  TlInstant next;

  if ((span->end - span->start) * search->scale < LEAST_SPAN)
    return;
  if (unit.is_brief && has_room_for_weekday (search, unit, at))
    unit.is_brief = FALSE;
  first = MAX (first, span->from);

  /* Others than a linear one say when a span starts. */
  next = tl_tick_unit_floor (unit, span->from);
  if (next < span->from && search->n_spans > 1)
    {
      next = tl_tick_unit_next (unit, next);
      add_fine_tick (search, unit, span->from, next < span->to ? get_x (search, next) : limit, FALSE);
    }

  for (TlInstant tick = tl_tick_unit_floor (unit, first); tick < span->to; tick = next)
    {
      next = tl_tick_unit_next (unit, tick);
      if (tick < span->from)
        continue;
      if (get_x (search, tick) > search->to)
        break;
      add_fine_tick (search, unit, tick, next < span->to ? get_x (search, next) : limit, TRUE);
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
        tl_ticks_add_fold (search, i);
      else
        tl_ticks_add_coarse (search, i);
      if (span->kind == TL_SPAN_OPEN)
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
  g_array_sort (ticks, compare_ticks);

  return ticks;
}
