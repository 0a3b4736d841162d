/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-dated.h"

#include "tl-ticks.h"

#include <math.h>

/* What holds for the ticks of every axis, at every scale. */

#define GAP 6.0
#define FOLD_GAP 4.0

/* Three short labels of folds have room within so many pixels. */
#define ROOMY 100.0

/* The name of any column has room within so many pixels. */
#define WIDEST 180.0
#define OFFSET 4.0

/* Letters of different widths, bold ones wider. */
static void
measure_cb (const char        *text,
            const TlTextStyle *style,
            const TlTextRoom  *room G_GNUC_UNUSED,
            TlTextBlock       *block,
            gpointer           data G_GNUC_UNUSED)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += style->size * (0.45 + (double) (g_utf8_get_char (p) % 5) / 20);
  if (style->weight == TL_WEIGHT_BOLD)
    width *= 1.1;

  *block = (TlTextBlock) { .n_lines = 1, .width = width };
}

static const TlTextMeasure measure = { measure_cb, NULL };
static const TlTickStyle style = { &measure, NULL, { 13, TL_WEIGHT_BOLD }, { 11, TL_WEIGHT_REGULAR },
                                   { 10, TL_WEIGHT_REGULAR }, GAP };

/* From the start to the end of a label. */
static void
get_extent (const TlTick *tick,
            double       *start,
            double       *end)
{
  *start = tick->tier == TL_TIER_FOLD ? tick->x - tick->width / 2 : tick->x + OFFSET;
  *end = *start + tick->width;
}

static double
measure_label (const TlTick *tick)
{
  const TlTextStyle *const styles[] = { &style.coarse, &style.fine, &style.fold };

  return tick->label != NULL ? tl_text_measure_width (&measure, tick->label, styles[tick->tier]) : 0;
}

/* In order, where they should be, with labels that do not touch. */
static void
check_ticks (const TlAxis *axis,
             double        scale,
             double        from,
             const GArray *ticks)
{
  double length = tl_axis_get_length (axis) * scale;
  double ends[] = { -INFINITY, -INFINITY, -INFINITY, -INFINITY, -INFINITY };
  double places[] = { -INFINITY, -INFINITY, -INFINITY };

  for (guint i = 0; i < ticks->len; i++)
    {
      const TlTick *tick = &g_array_index (ticks, TlTick, i);
      double gap = tick->tier == TL_TIER_FOLD ? FOLD_GAP : GAP;
      guint line = tick->tier + tick->row;
      double start, end;

      g_assert_cmpuint (tick->tier, <=, TL_TIER_FOLD);
      g_assert_cmpuint (tick->row, <, tick->tier == TL_TIER_FOLD ? 3 : 1);
      g_assert_true (i == 0 || tick->x >= from);
      g_assert_cmpfloat (tick->x, >, places[tick->tier]);
      places[tick->tier] = tick->x;
      if (tick->tier != TL_TIER_FOLD)
        g_assert_cmpfloat_with_epsilon (tick->x, tl_axis_get_position (axis, tick->instant) * scale, 0.01);

      g_assert_true (tick->label != NULL || tick->has_line || tick->tier == TL_TIER_FOLD);
      g_assert_true (tick->label == NULL || *tick->label != '\0');
      g_assert_cmpfloat (tick->width, ==, measure_label (tick));
      if (tick->label == NULL)
        continue;

      get_extent (tick, &start, &end);
      g_assert_cmpfloat (start, >=, ends[line] + gap - 0.01);
      g_assert_cmpfloat (start, >=, -TL_TICK_OVERHANG - 0.01);
      g_assert_cmpfloat (end, <=, length + TL_TICK_OVERHANG + 0.01);
      ends[line] = end;
    }
}

/* Every fold says what it leaves out unless there is no room in any row. */
static void
check_folds (const TlAxis *axis,
             double        scale,
             double        from,
             const GArray *ticks)
{
  guint n_rows = tl_ticks_count_fold_rows (axis, scale, &style);
  double last[3] = { from, from, from };

  for (guint i = 0; i < ticks->len; i++)
    {
      const TlTick *tick = &g_array_index (ticks, TlTick, i);

      if (tick->tier != TL_TIER_FOLD)
        continue;

      g_assert_cmpuint (tick->row, <, n_rows);
      if (tick->x - last[0] > ROOMY)
        g_assert_nonnull (tick->label);
      if (tick->x - last[2] > ROOMY)
        g_assert_cmpuint (tick->row, ==, 0);
      last[0] = last[1];
      last[1] = last[2];
      last[2] = tick->x;
    }
}

/* Whether @label is nothing but a year. */
static gboolean
is_year (const char *label)
{
  return g_regex_match_simple ("^[0-9]+( B?CE)?$", label, 0, 0);
}

/* Columns of months or days are never named after their year alone, and where
 * there is room enough every column has a name. */
static void
check_columns (const TlAxis *axis,
               double        scale,
               double        from,
               const GArray *ticks)
{
  guint n_spans;
  const TlAxisSpan *spans = tl_axis_get_spans (axis, &n_spans);
  guint span = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      const TlTick *tick = &g_array_index (ticks, TlTick, i);
      const TlTick *below = i + 1 < ticks->len ? tick + 1 : tick;
      gint64 length;

      while (span + 1 < n_spans && spans[span].to <= tick->instant)
        span++;
      if (tick->tier != TL_TIER_COARSE || tick->x < from || spans[span].kind != TL_SPAN_COLUMN
          || tick->instant != spans[span].from)
        continue;

      below = below->tier == TL_TIER_FINE && below->x == tick->x ? below : NULL;
      length = spans[span].to - spans[span].from;
      if (length < 300 * (gint64) TL_SECONDS_PER_DAY && tick->label != NULL && is_year (tick->label))
        g_assert_true (below != NULL && below->label != NULL);
      if ((spans[span].end - spans[span].start) * scale > WIDEST)
        g_assert_true (tick->label != NULL || (below != NULL && below->label != NULL));
    }
}

/* Whether @step is 1, 2 or 5, or that times a power of ten. */
static gboolean
is_round_number (gint64 step)
{
  while (step >= 10 && step % 10 == 0)
    step /= 10;

  return step == 1 || step == 2 || step == 5;
}

/* From one year to another with a step that is round. Years before 1 are
 * counted from 1, not 0; the year 1 stands for 0. */
static void
check_years (const TlCivil *first,
             const TlCivil *second)
{
  gint64 from = first->year > 0 ? first->year : first->year - 1;
  gint64 to = second->year > 0 ? second->year : second->year - 1;
  gint64 step;

  g_assert_true (first->month == 1 && first->day == 1 && second->month == 1 && second->day == 1);
  if (second->year - first->year == 1)
    return;

  from = from == 1 ? 0 : from;
  to = to == 1 ? 0 : to;
  step = to - from;
  g_assert (step != 0);
  g_assert_true (is_round_number (step));
  g_assert_cmpint (from % step, ==, 0);
}

/* Ticks one after the other are at dates that are round for their distance. */
static void
check_steps (TlInstant first,
             TlInstant second)
{
  static const int seconds[] = { 1, 5, 15, 60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600 };
  gint64 step = second - first;
  TlCivil from = tl_instant_to_civil (first);
  TlCivil to = tl_instant_to_civil (second);

  for (gsize i = 0; i < G_N_ELEMENTS (seconds); i++)
    if (step == seconds[i])
      {
        g_assert_cmpint (first % step, ==, 0);
        return;
      }

  g_assert_cmpint (first % TL_SECONDS_PER_DAY, ==, 0);
  g_assert_cmpint (step % TL_SECONDS_PER_DAY, ==, 0);
  step /= TL_SECONDS_PER_DAY;

  if (step >= 365)
    check_years (&from, &to);
  else if (step >= 28)
    {
      g_assert_true (from.day == 1 && to.day == 1);
      g_assert_true (step <= 31 || (step >= 90 && step <= 92 && from.month % 3 == 1));
    }
  else if (step == 7)
    g_assert_cmpint (from.weekday, ==, 1);
  else if (step == 2 || step == 3)
    g_assert_true (from.day % 2 == 1 && to.day % 2 == 1);
  else
    g_assert_cmpint (step, ==, 1);
}

/* Ticks with a line, other than the starts of spans, are at round dates. */
static void
check_round (const TlAxis *axis,
             double        scale,
             const GArray *ticks)
{
  const TlTick *previous = NULL;
  guint n_spans;
  const TlAxisSpan *spans = tl_axis_get_spans (axis, &n_spans);
  guint span = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      const TlTick *tick = &g_array_index (ticks, TlTick, i);

      if (tick->tier != TL_TIER_FINE || !tick->has_line)
        continue;

      while (tick->instant >= spans[span].to)
        {
          span++;
          previous = NULL;
        }
      g_assert_cmpint (spans[span].kind, ==, TL_SPAN_OPEN);
      if (previous != NULL)
        check_steps (previous->instant, tick->instant);
      if (previous != NULL)
        g_assert_cmpfloat (tick->x - previous->x, >=, 20);
      previous = tick;
    }

  g_assert_cmpfloat (scale, >, 0);
}

/* Of the ticks before @left only one may be there, the last coarse one. */
static guint
check_sticky (const GArray *all,
              const GArray *part,
              double        left)
{
  const TlTick *sticky;
  const TlTick *expected = NULL;

  if (part->len == 0 || g_array_index (part, TlTick, 0).x >= left)
    return 0;

  sticky = &g_array_index (part, TlTick, 0);
  g_assert_cmpuint (sticky->tier, ==, TL_TIER_COARSE);
  for (guint i = 0; i < all->len && g_array_index (all, TlTick, i).x < left; i++)
    if (g_array_index (all, TlTick, i).tier == TL_TIER_COARSE)
      expected = &g_array_index (all, TlTick, i);

  if (expected != NULL)
    {
      g_assert_cmpfloat (sticky->x, ==, expected->x);
      g_assert_cmpstr (sticky->label, ==, expected->label);
    }

  return 1;
}

/* The ticks from @left to @right are those of all that are there. */
static void
check_part (const TlAxis *axis,
            double        scale,
            const GArray *all,
            double        left,
            double        right)
{
  g_autoptr (GArray) part = tl_ticks_find (axis, scale, left, right, &style);
  guint next = check_sticky (all, part, left);

  for (guint i = 0; i < all->len; i++)
    {
      const TlTick *expected = &g_array_index (all, TlTick, i);
      const TlTick *tick;

      if (expected->x < left || expected->x > right)
        continue;

      g_assert_cmpuint (next, <, part->len);
      tick = &g_array_index (part, TlTick, next++);
      g_assert_cmpint (tick->instant, ==, expected->instant);
      g_assert_cmpfloat (tick->x, ==, expected->x);
      g_assert_cmpuint (tick->tier, ==, expected->tier);
      g_assert_cmpuint (tick->has_line, ==, expected->has_line);
      g_assert_cmpuint (tick->row, ==, expected->row);
      g_assert_cmpstr (tick->label, ==, expected->label);
    }

  g_assert_cmpuint (next, ==, part->len);
}

/* Any order of magnitude alike, from a few pixels for all of @axis to what is
 * allowed. */
static double
choose_scale (const TlAxis *axis,
              GRand        *rand)
{
  double least = log (50 / tl_axis_get_length (axis));
  double most = log (tl_axis_get_max_scale (axis));

  return exp (least + g_rand_double (rand) * (most - least));
}

/* Looks at @n_scales stretches of @axis, the ends among them. */
static void
check_axis (const TlAxis *axis,
            int           n_scales,
            GRand        *rand)
{
  for (int i = 0; i < n_scales; i++)
    {
      double scale = choose_scale (axis, rand);
      double length = tl_axis_get_length (axis) * scale;
      double share = i % 10 == 0 ? 0 : i % 10 == 1 ? 1 : g_rand_double (rand);
      double from = length > 4000 ? share * (length - 4000) - 10 : -10;
      double to = from + 4020;
      g_autoptr (GArray) ticks = tl_ticks_find (axis, scale, from, to, &style);

      g_assert_cmpuint (ticks->len, <, 2000);
      check_ticks (axis, scale, from, ticks);
      check_folds (axis, scale, from, ticks);
      check_columns (axis, scale, from, ticks);
      if (tl_axis_get_mode (axis) != TL_AXIS_EVEN)
        check_round (axis, scale, ticks);

      for (int j = 0; j < 3; j++)
        {
          double left = from + g_rand_double (rand) * (to - from);

          check_part (axis, scale, ticks, left, left + g_rand_double (rand) * (to - left));
        }
    }
}

static void
check_timeline (TlTimeline *timeline,
                int         n_scales,
                GRand      *rand)
{
  static const TlAxisMode modes[] = { TL_AXIS_LINEAR, TL_AXIS_FOLDED, TL_AXIS_EVEN };

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (TlAxis) axis = tl_axis_new (timeline, NULL, 0, modes[i], NULL);

      check_axis (axis, n_scales, rand);
    }
}

static void
test_ticks_samples (void)
{
  static const char *const names[] = { "meta-scale-openai-google", "uncertain-and-deep-time", "template" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TlTimeline) timeline = tl_make_dated_sample (names[i]);

      check_timeline (timeline, 200, rand);
    }
}

static void
test_ticks_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (22);

  for (int kind = 0; kind < TL_N_DATED; kind++)
    for (guint32 seed = 1; seed <= 8; seed++)
      {
        guint n_events = (guint) g_rand_int_range (rand, 1, seed % 4 == 0 ? 2000 : 40);
        g_autoptr (TlTimeline) timeline = tl_make_dated_random ((TlDatedKind) kind, n_events, seed);

        check_timeline (timeline, 40, rand);
      }
}

static void
test_ticks_extreme (void)
{
  static const char *const none[] = { NULL };
  static const char *const far[] = { "Y-292000000000", "2025-06-12T14:30:00Z", "Y292000000000", NULL };
  static const char *const eras[] = { "-0012-03-04", "0009-10-11", NULL };
  const char *const *const all[] = { none, far, eras };
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (TlTimeline) timeline = tl_make_dated (all[i]);

      check_timeline (timeline, 200, rand);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticks-random/samples", test_ticks_samples);
  g_test_add_func ("/ticks-random/random", test_ticks_random);
  g_test_add_func ("/ticks-random/extreme", test_ticks_extreme);

  return g_test_run ();
}
