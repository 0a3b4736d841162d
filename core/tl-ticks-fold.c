/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-axis-private.h"
#include "tl-length.h"
#include "tl-ticks-private.h"

#include <math.h>

/* What folds leave out. Every fold has a label as long as there is any room:
 * where even the short forms of two that are next to each other would touch,
 * they stand in several rows. That is found out from left to right, from a fold
 * on that the one before it cannot matter to. Where folds are close to each
 * other all the way, every so often one stands in the lowest row whatever is
 * before it. So what a fold's label is follows from what is around it, and not
 * from what is in view. */

/* Labels of folds are no closer to each other than this, in pixels. */
#define LEAST_GAP 4.0

/* Folds farther from each other than this, in pixels, have nothing to do with
 * each other; labels are shorter. */
#define FAR 240.0

/* In so many spans there is a fold that stands in the lowest row. */
#define N_SPANS 128

#define N_ROWS 3
#define NO_ROW N_ROWS

/* A fold and its label. */
typedef struct
{
  guint    at;
  guint    row; /* or NO_ROW */
  double   x;   /* its middle */
  double   seconds;
  double   halves[2]; /* of the widths of its label: long, if that is needed, short */
  gboolean is_long;
} Fold;

/* Where the labels of some folds may be. */
typedef struct
{
  double left[N_ROWS];
  double right[N_ROWS];
} Room;

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

/* Whether the fold after the one at @before starts anew. */
static gboolean
is_apart (const TlTickSearch *search,
          guint               before,
          guint               at)
{
  return before / N_SPANS != at / N_SPANS
         || get_middle (search, at) - get_middle (search, before) >= FAR;
}

static char *
say_fold (const TlTickSearch *search,
          const Fold         *fold,
          gboolean            is_short)
{
  return tl_length_to_words (fold->seconds, is_short, search->style->words);
}

static double
measure_half (const TlTickSearch *search,
              const Fold         *fold,
              gboolean            is_short)
{
  g_autofree char *label = say_fold (search, fold, is_short);

  return tl_ticks_measure (search, label, TL_TIER_FOLD) / 2;
}

static void
init_fold (Fold               *fold,
           const TlTickSearch *search,
           guint               at)
{
  const TlAxisSpan *span = &search->spans[at];

  *fold = (Fold) { .at = at, .row = NO_ROW, .x = get_middle (search, at) };
  fold->seconds = tl_axis_get_duration (span->from, span->to);
  fold->halves[1] = measure_half (search, fold, TRUE);
}

/* How far the labels of a run may reach beyond its first fold, in rows above
 * that fold's. */
static double
get_share (double distance)
{
  return distance >= FAR ? FAR / 2 : -LEAST_GAP / 2;
}

/* The room between the last fold of the run before and the first of the next
 * one. The first of a run has the lowest row; above it, the runs share. */
static Room
find_room (const TlTickSearch *search,
           const GArray       *run)
{
  const Fold *first = &g_array_index (run, Fold, 0);
  const Fold *last = &g_array_index (run, Fold, run->len - 1);
  gboolean has_before, has_after;
  guint before, after;
  Fold next;
  Room room;

  has_before = find_neighbour (search, first->at, -1, &before);
  has_after = find_neighbour (search, last->at, 1, &after);
  if (has_after)
    init_fold (&next, search, after);

  for (int i = 0; i < N_ROWS; i++)
    {
      room.left[i] = -TL_TICK_OVERHANG;
      room.right[i] = search->length + TL_TICK_OVERHANG;
      if (has_before && i == 0)
        room.left[i] = first->x - first->halves[1];
      else if (has_before)
        room.left[i] = first->x - get_share (first->x - get_middle (search, before));
      if (has_after && i == 0)
        room.right[i] = next.x - next.halves[1] - LEAST_GAP;
      else if (has_after)
        room.right[i] = next.x - LEAST_GAP - get_share (next.x - last->x);
    }

  return room;
}

/* Gives every fold of @run the lowest row in which its short form has room. */
static void
find_rows (const TlTickSearch *search,
           GArray             *run)
{
  Room room = find_room (search, run);

  for (guint i = 0; i < run->len; i++)
    {
      Fold *fold = &g_array_index (run, Fold, i);
      guint row = 0;

      while (row < N_ROWS
             && (fold->x - fold->halves[1] < room.left[row]
                 || fold->x + fold->halves[1] > room.right[row]))
        row++;

      fold->row = row;
      if (row < N_ROWS)
        room.left[row] = fold->x + fold->halves[1] + LEAST_GAP;
    }
}

/* How far the label of @fold may reach towards its neighbour @at. Two next to
 * each other share the room between them in proportion to their short forms. */
static double
find_reach (const TlTickSearch *search,
            const Fold         *fold,
            guint               at)
{
  double distance = fabs (get_middle (search, at) - fold->x);
  double gap = search->style->gap;
  Fold other;

  init_fold (&other, search, at);
  other.halves[0] = measure_half (search, &other, FALSE);

  if (fold->halves[0] + other.halves[0] + gap <= distance)
    return fold->halves[0];
  if (fold->halves[1] + other.halves[1] + gap <= distance)
    return (distance - gap) * fold->halves[1] / (fold->halves[1] + other.halves[1]);

  return 0;
}

/* Whether the long form of @fold touches no label of @run, long or short as
 * they are up to now. */
static gboolean
is_free (const Fold   *fold,
         const GArray *run)
{
  for (guint i = 0; i < run->len; i++)
    {
      const Fold *other = &g_array_index (run, Fold, i);
      double other_half = other->halves[other->is_long ? 0 : 1];

      if (other->at != fold->at && other->row == 0
          && fabs (other->x - fold->x) < fold->halves[0] + other_half + LEAST_GAP)
        return FALSE;
    }

  return TRUE;
}

/* Says in full what has room for that. */
static void
lengthen (const TlTickSearch *search,
          GArray             *run)
{
  for (guint i = 0; i < run->len; i++)
    {
      Fold *fold = &g_array_index (run, Fold, i);
      double left = fold->x + TL_TICK_OVERHANG;
      double right = search->length - fold->x + TL_TICK_OVERHANG;
      double reach = MIN (left, right);

      fold->halves[0] = measure_half (search, fold, FALSE);
      for (int step = -1; step <= 1; step += 2)
        {
          guint neighbour;
          double reach_there;

          if (!find_neighbour (search, fold->at, step, &neighbour))
            continue;
          reach_there = find_reach (search, fold, neighbour);
          reach = MIN (reach, reach_there);
        }

      fold->is_long = fold->row == 0 && fold->halves[0] <= reach && is_free (fold, run);
    }
}

/* The folds that have to do with the one at @at, with their rows. */
static GArray *
make_run (const TlTickSearch *search,
          guint               at)
{
  GArray *run = g_array_new (FALSE, FALSE, sizeof (Fold));
  guint neighbour;
  Fold fold;

  while (find_neighbour (search, at, -1, &neighbour) && !is_apart (search, neighbour, at))
    at = neighbour;

  init_fold (&fold, search, at);
  g_array_append_val (run, fold);
  while (find_neighbour (search, at, 1, &neighbour) && !is_apart (search, at, neighbour))
    {
      at = neighbour;
      init_fold (&fold, search, at);
      g_array_append_val (run, fold);
    }

  find_rows (search, run);

  return run;
}

/* The run that the fold @at is in, with its labels. */
static const GArray *
get_run (TlTickSearch *search,
         guint         at)
{
  if (search->folds != NULL && g_array_index (search->folds, Fold, search->folds->len - 1).at >= at)
    return search->folds;

  g_clear_pointer (&search->folds, g_array_unref);
  search->folds = make_run (search, at);
  lengthen (search, search->folds);

  return search->folds;
}

/**
 * tl_ticks_add_fold:
 * @search: what is being made
 * @at: the index of a fold; none may be left of one that has been added before
 *
 * Adds what the fold leaves out, in its middle, if that is in view.
 */
void
tl_ticks_add_fold (TlTickSearch *search,
                   guint         at)
{
  double x = get_middle (search, at);
  const GArray *run;
  const Fold *fold;
  char *label = NULL;

  if (x < search->from || x > search->to)
    return;

  run = get_run (search, at);
  fold = &g_array_index (run, Fold, 0);
  while (fold->at != at)
    fold++;

  if (fold->row != NO_ROW)
    label = say_fold (search, fold, !fold->is_long);
  tl_ticks_append (search, search->spans[at].from, x, TL_TIER_FOLD, label, FALSE);
  g_array_index (search->ticks, TlTick, search->ticks->len - 1).row = label != NULL ? fold->row : 0;
}

/**
 * tl_ticks_count_fold_rows:
 * @axis: the axis
 * @scale: pixels per unit of the axis, more than 0
 * @style: how labels are set
 *
 * Returns: how many rows the labels of all folds of the axis take, at most
 *   three; 0 if it has none
 */
guint
tl_ticks_count_fold_rows (const TlAxis      *axis,
                          double             scale,
                          const TlTickStyle *style)
{
  TlTickSearch search = { .style = style, .axis = axis, .scale = scale };
  guint n_rows = 0;

  g_return_val_if_fail (axis != NULL && style != NULL && scale > 0, 0);

  search.spans = tl_axis_get_spans (axis, &search.n_spans);
  search.length = tl_axis_get_length (axis) * scale;

  for (guint i = 0; i < search.n_spans; i++)
    if (search.spans[i].kind == TL_SPAN_FOLD)
      {
        g_autoptr (GArray) run = make_run (&search, i);

        for (guint k = 0; k < run->len; k++)
          {
            guint row = g_array_index (run, Fold, k).row;

            n_rows = MAX (n_rows, row == NO_ROW ? 1 : row + 1);
          }
        i = g_array_index (run, Fold, run->len - 1).at;
      }

  return n_rows;
}
