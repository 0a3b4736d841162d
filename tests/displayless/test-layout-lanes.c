/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-layout.h"
#include "read-scene.h"

#include <math.h>
#include <string.h>

/* Lanes in another order, hidden ones, collapsed ones. */

#define N_LAYOUTS 160

/* Sums of lengths are not exact. */
#define NEARLY 1e-6

/* What a collapsed lane takes. */
#define ROW 28.0

static TlMadeLayout *layouts[N_LAYOUTS];

static guint
count_lanes (const TlMadeLayout *made)
{
  guint n_lanes;

  tl_timeline_get_lanes (made->timeline, &n_lanes);

  return n_lanes;
}

/* All lanes in any order, each as it comes. */
static TlLaneChoice *
choose_any (const TlMadeLayout *made,
            GRand              *rand)
{
  guint n_lanes = count_lanes (made);
  TlLaneChoice *choices = g_new0 (TlLaneChoice, n_lanes);

  for (guint i = 0; i < n_lanes; i++)
    {
      guint at = (guint) g_rand_int_range (rand, 0, (int) i + 1);

      choices[i] = choices[at];
      choices[at] = (TlLaneChoice){ i, g_rand_int_range (rand, 0, 4) == 0, g_rand_int_range (rand, 0, 3) == 0 };
    }

  return choices;
}

/* All lanes in the timeline's order, alike. */
static TlLaneChoice *
choose_all (const TlMadeLayout *made,
            gboolean            is_hidden,
            gboolean            is_collapsed)
{
  guint n_lanes = count_lanes (made);
  TlLaneChoice *choices = g_new0 (TlLaneChoice, n_lanes);

  for (guint32 i = 0; i < n_lanes; i++)
    choices[i] = (TlLaneChoice){ i, is_hidden, is_collapsed };

  return choices;
}

static TlLayout *
lay_out (const TlMadeLayout *made,
         const TlLaneChoice *choices,
         guint               n_choices)
{
  TlLayoutOptions options = made->options;

  options.lanes = choices;
  options.n_lanes = n_choices;

  return tl_layout_new (&options);
}

static const TlLaneChoice *
find_choice (const TlMadeLayout *made,
             const TlLaneChoice *choices,
             guint32             event)
{
  guint32 lane = tl_timeline_get_event_lane (made->timeline, &tl_timeline_get_events (made->timeline, NULL)[event]);
  guint i = 0;

  while (choices[i].lane != lane)
    i++;

  return &choices[i];
}

/* Bands are those that are not hidden, in the order of the choices. */
static void
check_bands (const TlMadeLayout *made,
             const TlLaneChoice *choices,
             const TlLayout     *layout)
{
  guint n_bands, at = 0;
  const TlLaneBand *bands = tl_layout_get_bands (layout, &n_bands);
  double y = 0;

  for (guint i = 0; i < n_bands; i++)
    {
      while (choices[at].lane != bands[i].lane)
        g_assert_cmpuint (++at, <, count_lanes (made));
      g_assert_false (choices[at].is_hidden);
      g_assert_cmpint (choices[at].is_collapsed, ==, bands[i].is_collapsed);
      g_assert_cmpfloat (fabs (bands[i].y - y), <, NEARLY);
      if (bands[i].is_collapsed)
        g_assert_cmpfloat (bands[i].height, ==, ROW);
      y += bands[i].height;
    }
  g_assert_cmpfloat (fabs (tl_layout_get_lanes_height (layout) - y), <, NEARLY);
  if (made->options.height >= tl_layout_get_head (layout) + 34)
    g_assert_cmpfloat (tl_layout_get_head (layout) + y, <=, made->options.height + 10);
}

static void
assert_in_band (const TlLayout *layout,
                guint32         band,
                const TlRect   *box)
{
  guint n_bands;
  const TlLaneBand *bands = tl_layout_get_bands (layout, &n_bands);

  g_assert_cmpuint (band, <, n_bands);
  g_assert_cmpfloat (box->y, >=, bands[band].y - NEARLY);
  g_assert_cmpfloat (box->y + box->height, <=, bands[band].y + bands[band].height + NEARLY);
}

/* Every event has a label, or is counted, or left out with its lane. */
static void
check_events (const TlMadeLayout *made,
              const TlLaneChoice *choices,
              const TlLayout     *layout)
{
  guint n_placed, n_badges, n_bands, n_found = 0;
  const TlPlaced *placed = tl_layout_get_placed (layout, &n_placed);
  const TlBadge *badges = tl_layout_get_badges (layout, &n_badges);
  const TlLaneBand *bands = tl_layout_get_bands (layout, &n_bands);

  g_assert_cmpuint (n_placed, ==, made->options.n_events);
  for (guint i = 0; i < n_placed; i++)
    {
      if (find_choice (made, choices, placed[i].event)->is_hidden)
        {
          g_assert_cmpuint (placed[i].lane, ==, TL_NONE);
          g_assert_cmpint (placed[i].label, ==, TL_LABEL_NONE);
          n_found++;
        }
      if (placed[i].label == TL_LABEL_NONE)
        continue;
      assert_in_band (layout, placed[i].lane, &placed[i].box);
      if (placed[i].label == TL_LABEL_CARD && bands[placed[i].lane].is_collapsed)
        g_assert_cmpint (placed[i].size.form, ==, TL_CARD_COMPACT);
      n_found++;
    }
  for (guint i = 0; i < n_badges; i++)
    {
      assert_in_band (layout, badges[i].lane, &badges[i].box);
      n_found += badges[i].count;
    }
  g_assert_cmpuint (n_found + tl_layout_get_n_left_out (layout), ==, n_placed);
}

static void
check_overlap (const TlLayout *layout)
{
  guint n_placed, n_badges;
  const TlPlaced *placed = tl_layout_get_placed (layout, &n_placed);
  const TlBadge *badges = tl_layout_get_badges (layout, &n_badges);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlRect));

  for (guint i = 0; i < n_placed; i++)
    if (placed[i].label != TL_LABEL_NONE)
      g_array_append_val (boxes, placed[i].box);
  for (guint i = 0; i < n_badges; i++)
    g_array_append_val (boxes, badges[i].box);

  for (guint i = 0; i < boxes->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const TlRect smaller = tl_rect_grow (&g_array_index (boxes, TlRect, i), -NEARLY);

        g_assert_false (tl_rect_overlaps (&smaller, &g_array_index (boxes, TlRect, k)));
      }
}

static void
test_lanes_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_LAYOUTS; i++)
    {
      g_autofree TlLaneChoice *choices = choose_any (layouts[i], rand);
      g_autoptr (TlLayout) layout = lay_out (layouts[i], choices, count_lanes (layouts[i]));

      g_test_message ("%s", layouts[i]->about);
      check_bands (layouts[i], choices, layout);
      check_events (layouts[i], choices, layout);
      check_overlap (layout);
    }
}

static void
assert_same_scene (const TlMadeLayout *made,
                   const TlLayout     *layout)
{
  g_autoptr (TlScene) first = tl_made_layout_draw (made, made->layout, 11.5, 0);
  g_autoptr (TlScene) second = tl_made_layout_draw (made, layout, 11.5, 0);
  g_autofree char *a = tl_scene_to_text (first);
  g_autofree char *b = tl_scene_to_text (second);

  g_assert_cmpstr (a, ==, b);
}

/* To choose everything as it is changes nothing; nor do lanes that there are
 * not, or that are named a second time. */
static void
test_lanes_as_they_are (void)
{
  for (guint i = 0; i < N_LAYOUTS; i += 3)
    {
      guint n_lanes = count_lanes (layouts[i]);
      g_autofree TlLaneChoice *choices = choose_all (layouts[i], FALSE, FALSE);
      const TlLaneChoice odd[] = { { n_lanes, TRUE, FALSE }, { 0, FALSE, FALSE }, { 0, TRUE, TRUE } };
      g_autoptr (TlLayout) layout = lay_out (layouts[i], choices, n_lanes);
      g_autoptr (TlLayout) other = lay_out (layouts[i], odd, G_N_ELEMENTS (odd));

      g_test_message ("%s", layouts[i]->about);
      assert_same_scene (layouts[i], layout);
      assert_same_scene (layouts[i], other);
    }
}

static void
test_lanes_all_hidden (void)
{
  for (guint i = 0; i < N_LAYOUTS; i += 3)
    {
      g_autofree TlLaneChoice *choices = choose_all (layouts[i], TRUE, FALSE);
      g_autoptr (TlLayout) layout = lay_out (layouts[i], choices, count_lanes (layouts[i]));
      g_autoptr (TlScene) scene = tl_made_layout_draw (layouts[i], layout, 0, 0);
      guint n_bands;

      tl_layout_get_bands (layout, &n_bands);
      g_assert_cmpuint (n_bands, ==, 0);
      g_assert_cmpfloat (tl_layout_get_lanes_height (layout), ==, 0);
      g_assert_false (tl_scene_has_kind (scene, TL_ITEM_EVENT));
      g_assert_false (tl_scene_has_kind (scene, TL_ITEM_BADGE));
      g_assert_false (tl_scene_has_kind (scene, TL_ITEM_LANE));
      g_assert_true (tl_scene_has_kind (scene, TL_ITEM_AXIS));
    }
}

static void
assert_all_in_lane (const TlMadeLayout *made,
                    const TlScene      *scene,
                    guint32             lane)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);
  const TlEvent *events = tl_timeline_get_events (made->timeline, NULL);

  for (guint i = 0; i < n_items; i++)
    {
      g_assert_cmpint (items[i].kind, !=, TL_ITEM_TIE);
      if (items[i].kind == TL_ITEM_EVENT)
        g_assert_cmpuint (tl_timeline_get_event_lane (made->timeline, &events[items[i].index]), ==, lane);
      if (items[i].kind == TL_ITEM_LANE)
        g_assert_cmpuint (items[i].index, ==, lane);
    }
}

/* Nothing leads to a lane that is not there. */
static void
test_lanes_all_but_one (void)
{
  for (guint i = 0; i < N_LAYOUTS; i += 3)
    {
      guint n_lanes = count_lanes (layouts[i]);
      g_autofree TlLaneChoice *choices = choose_all (layouts[i], TRUE, FALSE);
      guint32 kept = i % n_lanes;
      g_autoptr (TlLayout) layout = NULL;
      g_autoptr (TlScene) scene = NULL;

      choices[kept].is_hidden = FALSE;
      layout = lay_out (layouts[i], choices, n_lanes);
      scene = tl_made_layout_draw (layouts[i], layout, 0, 0);
      g_test_message ("%s, lane %u", layouts[i]->about, kept);
      check_bands (layouts[i], choices, layout);
      check_events (layouts[i], choices, layout);
      assert_all_in_lane (layouts[i], scene, kept);
    }
}

/* Both ends of a link that is drawn are in lanes that are shown. */
static guint
check_link (const TlMadeLayout *made,
            const TlLaneChoice *choices,
            guint32             index)
{
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (made->timeline, &n_events);

  for (guint32 from = 0; from < n_events; from++)
    {
      const TlRange range = events[from].links;
      const TlLink *links = tl_timeline_get_links (made->timeline, range);

      if (index < range.first || index >= range.first + range.count)
        continue;
      g_assert_false (find_choice (made, choices, from)->is_hidden);
      g_assert_false (find_choice (made, choices, links[index - range.first].to)->is_hidden);
      return 1;
    }

  g_assert_not_reached ();
}

static void
test_lanes_links (void)
{
  guint n_links = 0;

  for (guint i = 0; i < N_LAYOUTS; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      g_autofree TlLaneChoice *choices = choose_any (layouts[i], rand);
      g_autoptr (TlLayout) layout = lay_out (layouts[i], choices, count_lanes (layouts[i]));
      g_autoptr (TlScene) scene = tl_made_layout_draw (layouts[i], layout, 0, 0);
      guint n_items;
      const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

      for (guint k = 0; k < n_items; k++)
        if (items[k].kind == TL_ITEM_LINK)
          n_links += check_link (layouts[i], choices, items[k].index);
    }

  g_assert_cmpuint (n_links, >, 50);
}

static const TlSceneItem *
find_lane_item (const TlScene *scene,
                guint32        lane)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == TL_ITEM_LANE && items[i].index == lane)
      return &items[i];

  return NULL;
}

/* Badges stand in the middle of their lane. */
static void
check_badge_row (const TlLayout *layout)
{
  guint n_badges, n_bands;
  const TlBadge *badges = tl_layout_get_badges (layout, &n_badges);
  const TlLaneBand *bands = tl_layout_get_bands (layout, &n_bands);

  for (guint i = 0; i < n_badges; i++)
    {
      double middle = badges[i].box.y + badges[i].box.height / 2;

      g_assert_cmpfloat (fabs (middle - bands[badges[i].lane].y - ROW / 2), <, NEARLY);
    }
}

/* All are one row high, and say in the gutter that they are collapsed. */
static void
test_lanes_all_collapsed (void)
{
  for (guint i = 0; i < N_LAYOUTS; i += 3)
    {
      g_autofree TlLaneChoice *choices = choose_all (layouts[i], FALSE, TRUE);
      g_autoptr (TlLayout) layout = lay_out (layouts[i], choices, count_lanes (layouts[i]));
      g_autoptr (TlScene) scene = tl_made_layout_draw (layouts[i], layout, 0, 0);
      g_autoptr (TlScene) whole = tl_made_layout_draw (layouts[i], layouts[i]->layout, 0, 0);
      guint n_bands;
      const TlLaneBand *bands = tl_layout_get_bands (layout, &n_bands);

      check_bands (layouts[i], choices, layout);
      check_events (layouts[i], choices, layout);
      g_assert_cmpfloat (tl_layout_get_lanes_height (layout), ==, n_bands * ROW);
      check_badge_row (layout);
      for (guint k = 0; k < n_bands; k++)
        {
          const TlSceneItem *item = find_lane_item (scene, bands[k].lane);
          const TlSceneItem *before = find_lane_item (whole, bands[k].lane);

          g_assert_nonnull (strstr (item->description, "collapsed"));
          g_assert_cmpint (tl_scene_get_shapes (scene, item)[1].kind, ==, TL_SHAPE_PATH);
          g_assert_true (before == NULL || strstr (before->description, "collapsed") == NULL);
        }
    }
}

/* A lane of very many events is one row, too, and a lane of few among them
 * still has its cards. */
static void
test_lanes_many (void)
{
  g_autoptr (TlMadeLayout) made = tl_made_layout_new (10);
  guint n_lanes = count_lanes (made);
  g_autofree TlLaneChoice *choices = choose_all (made, FALSE, TRUE);
  g_autofree guint32 *events = g_new (guint32, 4000);
  g_autoptr (TlLayout) few = lay_out (made, choices, n_lanes);
  g_autoptr (TlLayout) many = NULL;
  TlLayoutOptions options = made->options;
  guint n_badges;

  for (guint i = 0; i < 4000; i++)
    events[i] = made->events[i * made->options.n_events / 4000];
  options.events = events;
  options.n_events = 4000;
  options.lanes = choices;
  options.n_lanes = n_lanes;
  many = tl_layout_new (&options);
  tl_layout_get_badges (many, &n_badges);
  check_overlap (many);
  g_assert_cmpuint (n_badges, >, 0);
  g_assert_cmpfloat (tl_layout_get_lanes_height (few), ==, tl_layout_get_lanes_height (many));
}

/* Only the same lanes can share the room alike. */
static void
test_lanes_like (void)
{
  guint n_alike = 0;

  for (guint i = 0; i < N_LAYOUTS; i++)
    {
      guint n_lanes = count_lanes (layouts[i]);
      TlLayoutOptions options = layouts[i]->options;
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      g_autofree TlLaneChoice *choices = choose_any (layouts[i], rand);
      g_autoptr (TlLayout) first = lay_out (layouts[i], choices, n_lanes);
      g_autoptr (TlLayout) second = NULL;
      guint n_bands, n_others;
      const TlLaneBand *bands = tl_layout_get_bands (first, &n_bands);
      const TlLaneBand *others;

      options.lanes = choices;
      options.n_lanes = n_lanes;
      options.like = first;
      second = tl_layout_new (&options);
      others = tl_layout_get_bands (second, &n_others);
      g_assert_cmpuint (n_bands, ==, n_others);
      for (guint k = 0; k < n_bands; k++)
        n_alike += fabs (bands[k].height - others[k].height) < NEARLY;

      options.like = layouts[i]->layout;
      g_clear_pointer (&second, tl_layout_free);
      second = tl_layout_new (&options);
      check_bands (layouts[i], choices, second);
      check_events (layouts[i], choices, second);
    }

  g_assert_cmpuint (n_alike, >, N_LAYOUTS);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint32 i = 0; i < N_LAYOUTS; i++)
    layouts[i] = tl_made_layout_new (2000 + i);

  g_test_add_func ("/layout-lanes/any", test_lanes_any);
  g_test_add_func ("/layout-lanes/as-they-are", test_lanes_as_they_are);
  g_test_add_func ("/layout-lanes/all-hidden", test_lanes_all_hidden);
  g_test_add_func ("/layout-lanes/all-but-one", test_lanes_all_but_one);
  g_test_add_func ("/layout-lanes/links", test_lanes_links);
  g_test_add_func ("/layout-lanes/all-collapsed", test_lanes_all_collapsed);
  g_test_add_func ("/layout-lanes/many", test_lanes_many);
  g_test_add_func ("/layout-lanes/like", test_lanes_like);

  status = g_test_run ();
  for (guint32 i = 0; i < N_LAYOUTS; i++)
    tl_made_layout_free (layouts[i]);

  return status;
}
