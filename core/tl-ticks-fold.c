/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-axis-private.h"
#include "tl-ticks-private.h"

#include <math.h>

/* What folds leave out. Two folds next to each other share the room between
 * them in proportion to the short forms of their labels; where not even those
 * have room beside each other, the longer fold has it. */

/* Labels are not looked for in folds that are closer than this, in pixels. */
#define LEAST_DISTANCE 16.0

/* A fold and its two labels. */
typedef struct
{
  guint  at;
  double x; /* its middle */
  double seconds;
  char  *labels[2]; /* long, short */
  double halves[2]; /* of their widths */
} Fold;

static void
clear_fold (Fold *fold)
{
  g_clear_pointer (&fold->labels[0], g_free);
  g_clear_pointer (&fold->labels[1], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fold, clear_fold)

static double
get_middle (const TlTickSearch *search,
            guint               at)
{
  return (search->spans[at].start + search->spans[at].end) / 2 * search->scale;
}

/* Finds the next fold to the left, if @step is -1, or to the right. */
static gboolean
find_neighbour (const TlTickSearch *search,
                guint               at,
                int                 step,
                guint              *found)
{
  for (gint64 i = (gint64) at + step; i >= 0 && i < search->n_spans; i += step)
    if (search->spans[i].kind == TL_SPAN_FOLD)
      {
        *found = (guint) i;
        return TRUE;
      }

  return FALSE;
}

static void
init_fold (Fold               *fold,
           const TlTickSearch *search,
           guint               at)
{
  const TlAxisSpan *span = &search->spans[at];

  *fold = (Fold) { .at = at, .x = get_middle (search, at) };
  fold->seconds = tl_axis_get_duration (span->from, span->to);

  for (int i = 0; i < 2; i++)
    {
      fold->labels[i] = tl_ticks_say_length (fold->seconds, i == 1, search->style->words);
      fold->halves[i] = tl_ticks_measure (search, fold->labels[i], TL_TIER_FOLD) / 2;
    }
}

/* How far the label of @fold may reach to the side of its neighbour @at. */
static double
find_reach (const TlTickSearch *search,
            const Fold         *fold,
            guint               at)
{
  double distance = fabs (get_middle (search, at) - fold->x);
  double gap = search->style->gap;
  g_auto (Fold) other = { 0 };

  if (distance < LEAST_DISTANCE)
    return 0;

  init_fold (&other, search, at);

  if (fold->halves[0] + other.halves[0] + gap <= distance)
    return fold->halves[0];
  if (fold->halves[1] + other.halves[1] + gap <= distance)
    return (distance - gap) * fold->halves[1] / (fold->halves[1] + other.halves[1]);
  if (fold->seconds > other.seconds || (fold->seconds == other.seconds && fold->at < at))
    return distance - gap / 2;

  return 0;
}

/**
 * tl_ticks_add_fold:
 * @search: what is being made
 * @at: the index of a fold
 *
 * Adds what the fold leaves out, in its middle, if that is in view.
 */
void
tl_ticks_add_fold (TlTickSearch *search,
                   guint         at)
{
  g_auto (Fold) fold = { 0 };
  double x = get_middle (search, at);
  double reach = MIN (x, search->length - x);
  char *label = NULL;

  if (x < search->from || x > search->to)
    return;

  init_fold (&fold, search, at);

  for (int step = -1; step <= 1; step += 2)
    {
      guint neighbour;
      double reach_there;

      if (!find_neighbour (search, at, step, &neighbour))
        continue;
      reach_there = find_reach (search, &fold, neighbour);
      reach = MIN (reach, reach_there);
    }

  for (int i = 0; i < 2 && label == NULL; i++)
    if (fold.halves[i] <= reach)
      label = g_steal_pointer (&fold.labels[i]);

  tl_ticks_append (search, search->spans[at].from, x, TL_TIER_FOLD, label, FALSE);
}
