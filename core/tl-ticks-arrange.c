/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-ticks-private.h"

#include <math.h>

/* Names of spans next to each other compete for room. Going from left to right,
 * this keeps the best way so far for each of the ways in which labels may reach
 * into what is to come, so that in the end as many spans as possible have a
 * name. (Bellman's dynamic programming.) */

/* How many ways are kept. */
#define MAX_STATES 32

/* Labels of spans are no closer to each other than this, in pixels: a tick is
 * between them. */
#define LEAST_GAP 6.0

/* What is left out of a name. */
#define NO_OPTION (-1)

/* One way to name all spans up to here. */
typedef struct
{
  double      ends[2];     /* where the next label may begin, by tier */
  TlInstant   round;       /* what the last coarse label stands for, */
  TlTickField field;       /* if it is a round date */
  gint64      coarse_year; /* that the coarse tier says here */
  gint64      year;        /* that the label right before says */
  int         worth;
  int         option; /* of the last span, or NO_OPTION */
  guint       before; /* the state that it follows from */
} State;

static double
get_gap (const TlTickSearch *search)
{
  double gap = search->style->gap;

  return MIN (gap, LEAST_GAP);
}

static gboolean
is_said (const TlTickItem *item,
         TlTickReliance    reliance,
         const State      *state)
{
  switch (reliance)
    {
    case TL_RELIES_ON_YEAR:
      return state->year == item->year && item->year != TL_TICK_NO_YEAR;
    case TL_RELIES_ON_COARSE_YEAR:
      return state->coarse_year == item->year && item->year != TL_TICK_NO_YEAR;
    case TL_RELIES_ON_NO_YEAR:
      return state->coarse_year != item->year;
    case TL_RELIES_ON_NOTHING:
    default:
      return TRUE;
    }
}

/* Whether no label touches another, and none stands above what is not meant:
 * a day may not stand below another month than its own. */
static gboolean
has_room (const TlTickItem   *item,
          const TlTickOption *option,
          const State        *state,
          double              gap)
{
  gboolean has_coarse = option != NULL && option->name.coarse != NULL;
  gboolean has_fine = option != NULL && option->name.fine != NULL;
  double coarse_end = item->x + (has_coarse ? option->widths[TL_TIER_COARSE] : 0);
  double fine_end = item->x + (has_fine ? option->widths[TL_TIER_FINE] : 0);

  if (has_coarse
      && (state->ends[TL_TIER_COARSE] > item->x || coarse_end > item->limit
          || coarse_end + gap > item->coarse_limit))
    return FALSE;
  if (has_fine
      && (state->ends[TL_TIER_FINE] > item->x || fine_end > item->limit
          || fine_end + gap > item->fine_limit))
    return FALSE;

  if (!has_coarse && state->ends[TL_TIER_COARSE] > item->x && item->field != TL_FIELD_NONE
      && (state->field != item->field || state->round != item->round))
    return FALSE;

  return state->ends[TL_TIER_COARSE] <= item->coarse_limit
         && state->ends[TL_TIER_FINE] <= item->fine_limit;
}

/* What follows from @state when @item is named by @option. */
static State
make_state (const TlTickItem   *item,
            const TlTickOption *option,
            const State        *state,
            double              gap)
{
  gboolean has_coarse = option != NULL && option->name.coarse != NULL;
  gboolean has_fine = option != NULL && option->name.fine != NULL;
  State next = *state;

  next.worth += option != NULL ? option->worth : 0;
  next.year = has_coarse || has_fine ? item->year : TL_TICK_NO_YEAR;
  if (has_coarse || next.coarse_year != item->year)
    next.coarse_year = has_coarse ? item->year : TL_TICK_NO_YEAR;

  if (has_coarse)
    {
      next.ends[TL_TIER_COARSE] = item->x + option->widths[TL_TIER_COARSE] + gap;
      next.field = item->field;
      next.round = item->round;
    }
  if (has_fine)
    next.ends[TL_TIER_FINE] = item->x + option->widths[TL_TIER_FINE] + gap;

  /* What comes then within a span ends where the span does. */
  if (item->coarse_limit < G_MAXDOUBLE)
    {
      next.ends[TL_TIER_COARSE] = -INFINITY;
      next.coarse_year = item->last_year;
      next.year = item->last_year;
    }
  if (item->fine_limit < G_MAXDOUBLE)
    next.ends[TL_TIER_FINE] = -INFINITY;

  return next;
}

/* The best first. */
static int
compare_states (gconstpointer a,
                gconstpointer b)
{
  const State *first = a;
  const State *second = b;

  return (first->worth < second->worth) - (first->worth > second->worth);
}

/* Whether whatever may follow @worse may follow @better, too. */
static gboolean
is_as_good (const State *better,
            const State *worse)
{
  return better->ends[TL_TIER_COARSE] <= worse->ends[TL_TIER_COARSE]
         && better->ends[TL_TIER_FINE] <= worse->ends[TL_TIER_FINE]
         && better->coarse_year == worse->coarse_year && better->year == worse->year
         && (better->ends[TL_TIER_COARSE] == -INFINITY
             || (better->field == worse->field && better->round == worse->round));
}

static gboolean
is_clear (const State *state)
{
  return state->ends[TL_TIER_COARSE] == -INFINITY && state->ends[TL_TIER_FINE] == -INFINITY;
}

/* Appends those of @found to @states that something can be won by, as seen from
 * @x, where the next span is. One that leaves all room is always among them. */
static void
keep_best (GArray *states,
           GArray *found,
           double  x)
{
  guint first = states->len;
  gboolean has_clear = FALSE;

  g_array_sort (found, compare_states);
  for (guint i = 0; i < found->len; i++)
    {
      State *state = &g_array_index (found, State, i);
      gboolean is_needed = TRUE;

      for (int tier = 0; tier < 2; tier++)
        if (state->ends[tier] <= x)
          state->ends[tier] = -INFINITY;

      if (states->len - first >= MAX_STATES && (has_clear || !is_clear (state)))
        continue;
      for (guint k = first; k < states->len && is_needed; k++)
        is_needed = !is_as_good (&g_array_index (states, State, k), state);
      if (!is_needed)
        continue;

      has_clear = has_clear || is_clear (state);
      g_array_append_val (states, *state);
    }
}

/* Finds all that can follow from the states from @first to @last. */
static void
find_next (const TlTickItem *item,
           const GArray     *states,
           guint             first,
           guint             last,
           double            gap,
           GArray           *found)
{
  g_array_set_size (found, 0);

  for (guint i = first; i < last; i++)
    for (int k = NO_OPTION; k < (int) item->n_options; k++)
      {
        const TlTickOption *option = k == NO_OPTION ? NULL : &item->options[k];
        const State *state = &g_array_index (states, State, i);
        State next;

        if ((option != NULL && !is_said (item, option->reliance, state))
            || !has_room (item, option, state, gap))
          continue;

        next = make_state (item, option, state, gap);
        next.before = i;
        next.option = k;
        g_array_append_val (found, next);
      }
}

/* Puts down the names that lead to the last of @states at @at. */
static void
keep_names (const TlTickSearch *search,
            GArray             *items,
            const GArray       *states,
            guint               at)
{
  for (guint i = items->len; i-- > 0;)
    {
      TlTickItem *item = &g_array_index (items, TlTickItem, i);
      const State *state = &g_array_index (states, State, at);
      TlTickName *name = g_new0 (TlTickName, 1);

      if (state->option != NO_OPTION)
        {
          name->coarse = g_steal_pointer (&item->options[state->option].name.coarse);
          name->fine = g_steal_pointer (&item->options[state->option].name.fine);
        }
      g_hash_table_insert (search->names, GUINT_TO_POINTER (item->at), name);
      at = state->before;
    }
}

/**
 * tl_ticks_arrange:
 * @search: what is being made; gets the names
 * @items: (element-type TlTickItem): spans from left to right, with what they
 *   may be named; loses the names that are chosen
 * @year: what year the coarse tier says before them, or %TL_TICK_NO_YEAR
 *
 * Chooses names for spans, so that as many as possible have one.
 */
void
tl_ticks_arrange (const TlTickSearch *search,
                  GArray             *items,
                  gint64              year)
{
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (State));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (State));
  State start = { .ends = { -INFINITY, -INFINITY }, .coarse_year = year, .year = year };
  guint first = 0;

  g_array_append_val (states, start);
  for (guint i = 0; i < items->len; i++)
    {
      const TlTickItem *item = &g_array_index (items, TlTickItem, i);
      guint last = states->len;
      double x = i + 1 < items->len ? item[1].x : INFINITY;

      find_next (item, states, first, last, get_gap (search), found);
      keep_best (states, found, x);
      first = last;
    }

  keep_names (search, items, states, first);
}
