/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-layout-blend.h"

#include "make-layout.h"
#include "read-scene.h"

#include <math.h>
#include <string.h>

/* Frames between two layouts. */

#define N_LAYOUTS 120

#define NEARLY 1e-6

/* The same events at two scales. */
typedef struct
{
  TlMadeLayout *made; /* from */
  TlLayout     *to;
  double        scale; /* of to */
} Pair;

static Pair pairs[N_LAYOUTS];

static void
init_pair (Pair   *pair,
           guint32 seed,
           GRand  *rand)
{
  TlLayoutOptions options;

  /* As in a window: no lane is left out. */
  pair->made = tl_made_layout_new (seed);
  pair->made->options.scrolls = TRUE;
  tl_layout_free (pair->made->layout);
  pair->made->layout = tl_layout_new (&pair->made->options);
  options = pair->made->options;
  options.scale *= g_rand_boolean (rand) ? g_rand_double_range (rand, 1.02, 3) : g_rand_double_range (rand, 0.3, 0.98);
  if (seed % 3 == 0)
    options.like = pair->made->layout;
  pair->scale = options.scale;
  pair->to = tl_layout_new (&options);
}

static double
get_scale (const Pair *pair,
           double      t)
{
  double from = pair->made->options.scale;

  if (t <= 0)
    return from;

  return t >= 1 ? pair->scale : from * pow (pair->scale / from, t);
}

static TlLayout *
blend_at (const Pair *pair,
          double      t)
{
  return tl_layout_new_blend (pair->made->layout, pair->to, get_scale (pair, t), t);
}

static void
assert_same_scenes (const TlMadeLayout *made,
                    const TlLayout     *layout,
                    const TlLayout     *other,
                    double              x,
                    double              y)
{
  g_autoptr (TlScene) first = tl_made_layout_draw (made, layout, x, y);
  g_autoptr (TlScene) second = tl_made_layout_draw (made, other, x, y);
  g_autofree char *a = tl_scene_to_text (first);
  g_autofree char *b = tl_scene_to_text (second);

  g_assert_cmpstr (a, ==, b);
}

/* The first frame is what one comes from, the last one what one gets to. */
static void
test_blend_ends (void)
{
  for (guint i = 0; i < N_LAYOUTS; i++)
    {
      g_autoptr (TlLayout) first = blend_at (&pairs[i], 0);
      g_autoptr (TlLayout) last = blend_at (&pairs[i], 1);

      g_test_message ("%s to %g", pairs[i].made->about, pairs[i].scale);
      assert_same_scenes (pairs[i].made, pairs[i].made->layout, first, 0, 0);
      assert_same_scenes (pairs[i].made, pairs[i].to, last, 0, 0);
      assert_same_scenes (pairs[i].made, pairs[i].made->layout, first, 123.5, 3);
      assert_same_scenes (pairs[i].made, pairs[i].to, last, 123.5, 3);
    }
}

static void
assert_between (double value,
                double a,
                double b)
{
  g_assert_cmpfloat (value, >=, MIN (a, b) - NEARLY);
  g_assert_cmpfloat (value, <=, MAX (a, b) + NEARLY);
}

/* Marks are where they belong at the scale, whatever else moves. */
static void
check_marks (const Pair     *pair,
             const TlLayout *blend,
             double          scale)
{
  guint n_placed;
  const TlPlaced *placed = tl_layout_get_placed (blend, &n_placed);
  const TlEvent *events = tl_timeline_get_events (pair->made->timeline, NULL);

  g_assert_cmpuint (n_placed, ==, pair->made->options.n_events);
  for (guint i = 0; i < n_placed; i++)
    {
      const TlEvent *event = &events[pair->made->events[i]];
      const TlMark mark = tl_mark_from_date (&event->when, pair->made->axis, scale,
                                             tl_mark_get_radius (event->importance));

      g_assert_cmpuint (placed[i].event, ==, pair->made->events[i]);
      g_assert_cmpfloat (placed[i].mark.x0, ==, mark.x0 + TL_LEAD_IN);
      g_assert_cmpfloat (placed[i].mark.x1, ==, mark.x1 + TL_LEAD_IN);
      g_assert_cmpfloat (placed[i].mark.anchor, ==, mark.anchor + TL_LEAD_IN);
    }
}

/* Nothing is higher or lower than in both, and a card that is in both keeps
 * between its distances from the mark. */
static void
check_places (const Pair     *pair,
              const TlLayout *blend)
{
  guint n;
  const TlPlaced *from = tl_layout_get_placed (pair->made->layout, &n);
  const TlPlaced *to = tl_layout_get_placed (pair->to, &n);
  const TlPlaced *placed = tl_layout_get_placed (blend, &n);

  for (guint i = 0; i < n; i++)
    {
      if (from[i].label == TL_LABEL_NONE && to[i].label == TL_LABEL_NONE)
        g_assert_cmpint (placed[i].label, ==, TL_LABEL_NONE);
      else
        g_assert_cmpint (placed[i].label, !=, TL_LABEL_NONE);
      if (from[i].label == TL_LABEL_NONE || to[i].label == TL_LABEL_NONE)
        continue;

      assert_between (placed[i].y, from[i].y, to[i].y);
      if (from[i].label != TL_LABEL_CARD || to[i].label != TL_LABEL_CARD
          || from[i].size.form != to[i].size.form)
        continue;
      assert_between (placed[i].card.y, from[i].card.y, to[i].card.y);
      if (placed[i].mark.kind == TL_MARK_DISC)
        assert_between (placed[i].card.x - placed[i].mark.anchor, from[i].card.x - from[i].mark.anchor,
                        to[i].card.x - to[i].mark.anchor);
    }
}

static void
check_bands (const Pair     *pair,
             const TlLayout *blend)
{
  guint n;
  const TlLaneBand *from = tl_layout_get_bands (pair->made->layout, &n);
  const TlLaneBand *to = tl_layout_get_bands (pair->to, &n);
  const TlLaneBand *bands = tl_layout_get_bands (blend, &n);
  double y = 0;

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (fabs (bands[i].y - y), <, NEARLY);
      assert_between (bands[i].height, from[i].height, to[i].height);
      y += bands[i].height;
    }
  g_assert_cmpfloat (fabs (tl_layout_get_lanes_height (blend) - y), <, NEARLY);
}

static void
check_opacities (const TlScene *scene,
                 double         t)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      g_assert_cmpfloat (items[i].opacity, >=, 0);
      g_assert_cmpfloat (items[i].opacity, <=, 1);
      if (items[i].kind == TL_ITEM_BADGE || items[i].kind == TL_ITEM_LINK)
        g_assert_cmpfloat (items[i].opacity, <=, fabs (1 - 2 * t) + NEARLY);
    }
}

static void
test_blend_frames (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < N_LAYOUTS; i++)
    for (int frame = 0; frame < 4; frame++)
      {
        double t = frame == 0 ? 0.5 : g_rand_double (rand);
        g_autoptr (TlLayout) blend = blend_at (&pairs[i], t);
        g_autoptr (TlScene) scene = tl_made_layout_draw (pairs[i].made, blend, 7, 0);

        g_test_message ("%s to %g, at %g", pairs[i].made->about, pairs[i].scale, t);
        check_marks (&pairs[i], blend, get_scale (&pairs[i], t));
        check_places (&pairs[i], blend);
        check_bands (&pairs[i], blend);
        check_opacities (scene, t);
      }
}

static double
get_opacity (const TlScene *scene,
             guint32        event)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == TL_ITEM_EVENT && items[i].index == event && items[i].id != NULL)
      return items[i].opacity;

  return 0;
}

/* What has a label in only one of both comes or goes, and what has one in
 * both stays, little by little. */
static void
check_fades (const Pair *pair,
             guint      *n_fading)
{
  guint n;
  const TlPlaced *from = tl_layout_get_placed (pair->made->layout, &n);
  const TlPlaced *to = tl_layout_get_placed (pair->to, &n);
  g_autoptr (TlLayout) early = blend_at (pair, 0.2);
  g_autoptr (TlLayout) late = blend_at (pair, 0.8);
  g_autoptr (TlScene) first = tl_made_layout_draw (pair->made, early, 0, 0);
  g_autoptr (TlScene) second = tl_made_layout_draw (pair->made, late, 0, 0);

  for (guint i = 0; i < n; i++)
    {
      double before = get_opacity (first, from[i].event);
      double after = get_opacity (second, from[i].event);

      if (before == 0 || after == 0)
        continue;
      if (from[i].label != TL_LABEL_NONE && to[i].label != TL_LABEL_NONE)
        g_assert_cmpfloat (fabs (before - after), <, NEARLY);
      else if (from[i].label != TL_LABEL_NONE)
        g_assert_cmpfloat (before, >, after);
      else
        g_assert_cmpfloat (before, <, after);
      *n_fading += fabs (before - after) > NEARLY;
    }
}

static void
test_blend_fades (void)
{
  guint n_fading = 0;

  for (guint i = 0; i < N_LAYOUTS; i++)
    {
      g_test_message ("%s to %g", pairs[i].made->about, pairs[i].scale);
      check_fades (&pairs[i], &n_fading);
    }

  g_assert_cmpuint (n_fading, >, 100);
}

/* Between two frames that are next to each other nothing jumps: what has a
 * label of one kind in both moves by little. */
static void
test_blend_is_smooth (void)
{
  for (guint i = 0; i < N_LAYOUTS; i += 2)
    {
      guint n;
      const TlPlaced *from = tl_layout_get_placed (pairs[i].made->layout, &n);
      const TlPlaced *to = tl_layout_get_placed (pairs[i].to, &n);
      g_autoptr (TlLayout) last = blend_at (&pairs[i], 0);

      for (int frame = 1; frame <= 64; frame++)
        {
          TlLayout *next = blend_at (&pairs[i], frame / 64.0);
          const TlPlaced *a = tl_layout_get_placed (last, &n);
          const TlPlaced *b = tl_layout_get_placed (next, &n);

          for (guint k = 0; k < n; k++)
            if (from[k].label == TL_LABEL_CARD && to[k].label == TL_LABEL_CARD
                && from[k].size.form == to[k].size.form)
              {
                double dx = fabs ((b[k].card.x - b[k].mark.x1) - (a[k].card.x - a[k].mark.x1));
                double most = fabs ((to[k].card.x - to[k].mark.x1) - (from[k].card.x - from[k].mark.x1));
                double widths = fabs (b[k].mark.x1 - b[k].mark.x0 - a[k].mark.x1 + a[k].mark.x0);

                g_assert_cmpfloat (fabs (b[k].y - a[k].y), <=, fabs (to[k].y - from[k].y) / 63 + NEARLY);
                g_assert_cmpfloat (dx, <=, most / 32 + 2 * widths + 500 / 64.0);
              }
          tl_layout_free (last);
          last = next;
        }
    }
}

/* A blend lives on without the layouts it is of, and can itself be where one
 * comes from. */
static void
test_blend_again (void)
{
  for (guint i = 0; i < N_LAYOUTS; i += 2)
    {
      TlMadeLayout *made = pairs[i].made;
      TlLayout *from = tl_layout_new (&made->options);
      TlLayoutOptions options = made->options;
      double middle = get_scale (&pairs[i], 0.4);
      TlLayout *half, *to;
      g_autoptr (TlLayout) start = NULL;
      g_autoptr (TlLayout) next = NULL;
      g_autoptr (TlLayout) end = NULL;
      g_autoptr (TlScene) scene = NULL;

      options.scale = pairs[i].scale * 1.5;
      to = tl_layout_new (&options);
      half = tl_layout_new_blend (from, pairs[i].to, middle, 0.4);
      tl_layout_free (from);
      g_assert_true (tl_layout_can_blend (half, to));
      start = tl_layout_new_blend (half, to, middle, 0);
      g_test_message ("%s to %g", made->about, pairs[i].scale);
      assert_same_scenes (made, half, start, 31, 2);
      end = tl_layout_new_blend (half, to, options.scale, 1);
      assert_same_scenes (made, to, end, 31, 2);
      next = tl_layout_new_blend (half, to, middle * 1.1, 0.3);
      tl_layout_free (half);
      tl_layout_free (to);
      scene = tl_made_layout_draw (made, next, 31, 2);
      g_assert_true (tl_scene_has_kind (scene, TL_ITEM_LANE));
    }
}

/* Only what is the same can be blended. */
static void
test_blend_can (void)
{
  TlMadeLayout *made = pairs[9].made;
  TlLayoutOptions options = made->options;
  const TlLaneChoice choice = { .lane = 0, .is_hidden = TRUE };
  g_autoptr (TlLayout) fewer = NULL;
  g_autoptr (TlLayout) hidden = NULL;

  g_assert_true (tl_layout_can_blend (made->layout, pairs[9].to));
  g_assert_false (tl_layout_can_blend (made->layout, pairs[10].to));
  options.lanes = &choice;
  options.n_lanes = 1;
  hidden = tl_layout_new (&options);
  g_assert_false (tl_layout_can_blend (made->layout, hidden));
  options = made->options;
  options.n_events--;
  fewer = tl_layout_new (&options);
  g_assert_false (tl_layout_can_blend (made->layout, fewer));
}

/* A lane that is collapsed or opened moves, too. */
static void
test_blend_collapse (void)
{
  for (guint i = 0; i < N_LAYOUTS; i += 5)
    {
      TlMadeLayout *made = pairs[i].made;
      TlLayoutOptions options = made->options;
      const TlLaneChoice choice = { .lane = 0, .is_collapsed = TRUE };
      g_autoptr (TlLayout) collapsed = NULL;
      g_autoptr (TlLayout) frame = NULL;
      g_autoptr (TlLayout) end = NULL;

      options.lanes = &choice;
      options.n_lanes = 1;
      collapsed = tl_layout_new (&options);
      if (!tl_layout_can_blend (made->layout, collapsed))
        continue;
      frame = tl_layout_new_blend (made->layout, collapsed, options.scale, 0.7);
      end = tl_layout_new_blend (made->layout, collapsed, options.scale, 1);
      assert_same_scenes (made, collapsed, end, 0, 0);
      assert_between (tl_layout_get_lanes_height (frame), tl_layout_get_lanes_height (made->layout),
                      tl_layout_get_lanes_height (collapsed));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint32 i = 0; i < N_LAYOUTS; i++)
    init_pair (&pairs[i], 4000 + i, rand);

  g_test_add_func ("/layout-blend/ends", test_blend_ends);
  g_test_add_func ("/layout-blend/frames", test_blend_frames);
  g_test_add_func ("/layout-blend/fades", test_blend_fades);
  g_test_add_func ("/layout-blend/is-smooth", test_blend_is_smooth);
  g_test_add_func ("/layout-blend/again", test_blend_again);
  g_test_add_func ("/layout-blend/can", test_blend_can);
  g_test_add_func ("/layout-blend/collapse", test_blend_collapse);

  status = g_test_run ();
  for (guint32 i = 0; i < N_LAYOUTS; i++)
    {
      tl_layout_free (pairs[i].to);
      tl_made_layout_free (pairs[i].made);
    }

  return status;
}
