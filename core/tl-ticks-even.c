/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-ticks-private.h"

#include <math.h>

/* Ticks of an even axis on which starts are so close that nothing in between
 * can be told: every so many starts there is one, and the year, or the day
 * where starts have a time, where it is another than before. */

/* The least distance of two ticks, in pixels. */
#define LEAST_DISTANCE 60.0

/* How many labels are measured to find out how wide they are. */
#define N_SAMPLES 16

/* What stands above the start of span @at. */
static TlTickUnit
get_unit (const TlTickSearch *search,
          guint               at)
{
  TlCivil civil = tl_instant_to_civil (search->spans[at].from);
  gboolean has_time = civil.hour != 0 || civil.minute != 0 || civil.second != 0;

  return (TlTickUnit) { has_time ? TL_FIELD_DAY : TL_FIELD_YEAR, 0, 1 };
}

/* Whether the starts of spans @a and @b have the same above them. */
static gboolean
is_alike (const TlTickSearch *search,
          guint               a,
          guint               b)
{
  TlTickUnit unit = get_unit (search, a);

  return unit.field == get_unit (search, b).field
         && tl_tick_unit_floor (unit, search->spans[a].from)
              == tl_tick_unit_floor (unit, search->spans[b].from);
}

static char *
say_above (const TlTickSearch *search,
           guint               at,
           TlTickWay           way)
{
  return tl_ticks_say_coarse ((TlTickField) get_unit (search, at).field, search->spans[at].from,
                              way, search->style->words);
}

/* How many spans there are from one tick to the next. */
static guint
choose_step (const TlTickSearch *search)
{
  static const guint factors[] = { 1, 2, 5 };
  double widest = LEAST_DISTANCE - search->style->gap;

  for (guint i = 0; i < N_SAMPLES; i++)
    {
      guint at = (guint) ((guint64) (search->n_spans - 1) * i / (N_SAMPLES - 1));
      TlTickUnit unit = get_unit (search, at);
      g_autofree char *start = tl_ticks_say_start (search->spans[at].from, search->style->words);
      g_autofree char *above = say_above (search, at, unit.field == TL_FIELD_DAY ? TL_WAY_SHORT
                                                                                : TL_WAY_LONG);
      double above_width = tl_ticks_measure (search, above, TL_TIER_COARSE);
      double start_width = start != NULL ? tl_ticks_measure (search, start, TL_TIER_FINE) : 0;

      widest = MAX (widest, above_width);
      widest = MAX (widest, start_width);
    }

  for (guint power = 1; power < search->n_spans; power *= 10)
    for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
      if (power * factors[i] * search->scale >= widest + search->style->gap)
        return power * factors[i];

  return search->n_spans;
}

/* Where the next label in the coarse tier may begin, as far as that matters
 * for one of @width pixels. */
static double
find_limit (const TlTickSearch *search,
            guint               at,
            guint               step,
            double              width)
{
  double x = search->spans[at].start * search->scale;
  guint next = at + step;

  while (next < search->n_spans && is_alike (search, at, next)
         && search->spans[next].start * search->scale < x + width + search->style->gap)
    next += step;

  return next < search->n_spans ? search->spans[next].start * search->scale
                                : tl_ticks_get_limit (search, search->n_spans - 1);
}

/* Adds the coarse tick at the start of span @at. */
static void
add_above (TlTickSearch *search,
           guint         at,
           guint         step)
{
  double x = search->spans[at].start * search->scale;
  g_autofree char *label = NULL;

  for (int way = TL_WAY_LONG; way <= TL_WAY_SHORT && label == NULL; way++)
    {
      g_autofree char *text = say_above (search, at, (TlTickWay) way);
      double width = text != NULL ? tl_ticks_measure (search, text, TL_TIER_COARSE) : 0;

      if (text != NULL && x + width + search->style->gap <= find_limit (search, at, step, width))
        label = g_steal_pointer (&text);
    }

  tl_ticks_append (search, search->spans[at].from, x, TL_TIER_COARSE, g_steal_pointer (&label), TRUE);
}

static void
add_start (TlTickSearch *search,
           guint         at,
           guint         step)
{
  double x = search->spans[at].start * search->scale;
  guint next = at + step;
  double limit = next < search->n_spans ? search->spans[next].start * search->scale
                                        : tl_ticks_get_limit (search, search->n_spans - 1);
  g_autofree char *label = tl_ticks_say_start (search->spans[at].from, search->style->words);

  if (label != NULL
      && x + tl_ticks_measure (search, label, TL_TIER_FINE) + search->style->gap > limit)
    g_clear_pointer (&label, g_free);

  tl_ticks_append (search, search->spans[at].from, x, TL_TIER_FINE, g_steal_pointer (&label), TRUE);
}

/* Adds the coarse tick left of the tick @at that holds there. */
static void
add_held (TlTickSearch *search,
          guint         at,
          guint         step)
{
  TlInstant round = tl_tick_unit_floor (get_unit (search, at), search->spans[at].from);
  guint low = 0;
  guint high = at / step;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (search->spans[middle * step].from < round)
        low = middle + 1;
      else
        high = middle;
    }

  low *= step;
  if (is_alike (search, low, at) && search->spans[low].start * search->scale < search->from)
    add_above (search, low, step);
}

/**
 * tl_ticks_add_even:
 * @search: what is being made, for an even axis
 *
 * Adds the ticks that are in view.
 */
void
tl_ticks_add_even (TlTickSearch *search)
{
  guint step = choose_step (search);
  double distance = step * search->scale;
  double first = search->from > 0 ? floor (search->from / distance) : 0;
  guint last = (search->n_spans - 1) / step;

  for (guint i = (guint) MIN (first, last); i <= last; i++)
    {
      guint at = i * step;
      double x = search->spans[at].start * search->scale;

      if (x > search->to)
        break;
      if (x < search->from)
        {
          add_held (search, at, step);
          continue;
        }

      add_start (search, at, step);
      if (at == 0 || !is_alike (search, at - step, at))
        add_above (search, at, step);
    }
}
