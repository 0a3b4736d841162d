/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "make-layout.h"

#include <math.h>
#include <string.h>

/* What holds for every layout: where things stand. */

#define N_LAYOUTS 240

/* Sums of lengths are not exact. */
#define NEARLY 1e-6

/* Of a disc whose date is approximate. */
#define DISC_FADE 14.0

/* A lane with events is no thinner than a row of badges with its margins. */
#define LEAST_LANE 34.0

/* Lanes that share a page may take so much more than there is. */
#define TOO_HIGH 10.0

/* A large disc is so much higher than a bar with a card below it. */
#define DISC_OUT 1.0

/* Made once for all tests. */
static TlMadeLayout *layouts[N_LAYOUTS];

typedef void (*CheckFunc) (const TlMadeLayout *made);

static void
check_many (CheckFunc check)
{
  for (guint32 i = 0; i < N_LAYOUTS; i++)
    {
      g_test_message ("%s", layouts[i]->about);
      check (layouts[i]);
    }
}

static gboolean
overlaps (const TlRect *a,
          const TlRect *b)
{
  TlRect smaller = tl_rect_grow (a, -NEARLY);

  return tl_rect_overlaps (&smaller, b);
}

/* The boxes of all that has a label, and of all badges. */
static GArray *
gather_boxes (const TlMadeLayout *made)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (TlRect));
  guint n_placed, n_badges;
  const TlPlaced *placed = tl_layout_get_placed (made->layout, &n_placed);
  const TlBadge *badges = tl_layout_get_badges (made->layout, &n_badges);

  for (guint i = 0; i < n_placed; i++)
    if (placed[i].label != TL_LABEL_NONE)
      g_array_append_val (boxes, placed[i].box);
  for (guint i = 0; i < n_badges; i++)
    g_array_append_val (boxes, badges[i].box);

  return boxes;
}

static void
check_overlap (const TlMadeLayout *made)
{
  g_autoptr (GArray) boxes = gather_boxes (made);

  for (guint i = 0; i < boxes->len; i++)
    for (guint k = 0; k < i; k++)
      g_assert_false (overlaps (&g_array_index (boxes, TlRect, i), &g_array_index (boxes, TlRect, k)));
}

static void
test_layout_no_overlap (void)
{
  check_many (check_overlap);
}

static double
get_mark_height (const TlMadeLayout *made,
                 const TlPlaced     *placed)
{
  const TlEvent *event = &tl_timeline_get_events (made->timeline, NULL)[placed->event];

  return placed->mark.kind == TL_MARK_BAR ? TL_BAR_HEIGHT : 2 * tl_mark_get_radius (event->importance);
}

/* A box holds its mark and its card, and the card does not cover the mark. */
static void
check_box (const TlMadeLayout *made)
{
  guint n_placed;
  const TlPlaced *placed = tl_layout_get_placed (made->layout, &n_placed);

  for (guint i = 0; i < n_placed; i++)
    {
      double height = get_mark_height (made, &placed[i]);
      TlRect mark = { placed[i].mark.x0, placed[i].y - height / 2, placed[i].mark.x1 - placed[i].mark.x0, height };
      TlRect all = tl_rect_union (&mark, &placed[i].box);

      if (placed[i].label == TL_LABEL_NONE)
        continue;
      if (placed[i].label == TL_LABEL_CARD)
        {
          all = tl_rect_union (&all, &placed[i].card);
          g_assert_false (overlaps (&mark, &placed[i].card));
          g_assert_cmpfloat (placed[i].card.width, <=, TL_CARD_MAX_WIDTH);
          g_assert_cmpfloat (placed[i].card.width, >=, TL_CARD_MIN_WIDTH);
        }
      g_assert_cmpfloat (fabs (all.x - placed[i].box.x), <, NEARLY);
      g_assert_cmpfloat (fabs (all.y - placed[i].box.y), <, DISC_OUT + NEARLY);
      g_assert_cmpfloat (fabs (all.width - placed[i].box.width), <, NEARLY);
      g_assert_cmpfloat (fabs (all.height - placed[i].box.height), <, DISC_OUT + NEARLY);
    }
}

static void
test_layout_boxes_whole (void)
{
  check_many (check_box);
}

static void
assert_within (const TlRect *box,
               double        width,
               double        margin)
{
  g_assert_cmpfloat (box->x, >=, -margin - NEARLY);
  g_assert_cmpfloat (box->x + box->width, <=, width + margin + NEARLY);
}

static void
assert_in_band (const TlMadeLayout *made,
                const TlRect       *box,
                guint32             lane)
{
  guint n_bands;
  const TlLaneBand *bands = tl_layout_get_bands (made->layout, &n_bands);

  g_assert_cmpuint (lane, <, n_bands);
  g_assert_cmpfloat (box->y, >=, bands[lane].y - NEARLY);
  g_assert_cmpfloat (box->y + box->height, <=, bands[lane].y + bands[lane].height + NEARLY);
}

/* How far @placed may stand out: where an axis begins with a disc that
 * fades. */
static double
get_overhang (const TlPlaced *placed)
{
  return placed->mark.kind == TL_MARK_DISC && placed->mark.is_approximate ? DISC_FADE : 0;
}

static void
check_inside (const TlMadeLayout *made)
{
  double width = tl_layout_get_content_width (made->layout);
  guint n_placed, n_badges;
  const TlPlaced *placed = tl_layout_get_placed (made->layout, &n_placed);
  const TlBadge *badges = tl_layout_get_badges (made->layout, &n_badges);

  for (guint i = 0; i < n_placed; i++)
    if (placed[i].label != TL_LABEL_NONE)
      {
        assert_in_band (made, &placed[i].box, placed[i].lane);
        if (placed[i].label == TL_LABEL_CARD)
          assert_within (&placed[i].card, width, 0);
        assert_within (&placed[i].box, width, get_overhang (&placed[i]));
      }
  for (guint i = 0; i < n_badges; i++)
    {
      assert_in_band (made, &badges[i].box, badges[i].lane);
      assert_within (&badges[i].box, width, 0);
    }
}

static void
test_layout_inside (void)
{
  check_many (check_inside);
}

static void
assert_on_one_page (const TlRect *box,
                    double        page)
{
  double first = floor ((box->x + NEARLY) / page);
  double last = floor ((box->x + box->width - NEARLY) / page);

  g_assert_cmpfloat (first, ==, last);
}

static void
check_pages (const TlMadeLayout *made)
{
  double page = made->options.page;
  guint n_placed, n_badges;
  const TlPlaced *placed = tl_layout_get_placed (made->layout, &n_placed);
  const TlBadge *badges = tl_layout_get_badges (made->layout, &n_badges);

  if (page <= 0)
    return;
  g_assert_cmpfloat (fabs (remainder (tl_layout_get_content_width (made->layout), page)), <, NEARLY);
  for (guint i = 0; i < n_placed; i++)
    if (placed[i].label == TL_LABEL_CARD)
      assert_on_one_page (&placed[i].card, page);
  for (guint i = 0; i < n_badges; i++)
    assert_on_one_page (&badges[i].box, page);
}

static void
test_layout_pages (void)
{
  check_many (check_pages);
}

/* Every event has a label, or is in one badge of its own lane, or in a lane
 * for which there is no room at all. */
static void
check_all_accounted (const TlMadeLayout *made)
{
  guint n_placed, n_badges, n_labelled = 0, n_counted = 0;
  const TlPlaced *placed = tl_layout_get_placed (made->layout, &n_placed);
  const TlBadge *badges = tl_layout_get_badges (made->layout, &n_badges);
  g_autofree gboolean *is_counted = g_new0 (gboolean, n_placed + 1);

  g_assert_cmpuint (n_placed, ==, made->options.n_events);
  for (guint i = 0; i < n_badges; i++)
    {
      const guint32 *events = tl_layout_get_badge_events (made->layout, &badges[i]);

      g_assert_cmpuint (badges[i].count, >, 0);
      n_counted += badges[i].count;
      for (guint k = 0; k < badges[i].count; k++)
        {
          g_assert_false (is_counted[events[k]]);
          g_assert_cmpint (placed[events[k]].label, ==, TL_LABEL_NONE);
          g_assert_cmpuint (placed[events[k]].lane, ==, badges[i].lane);
          is_counted[events[k]] = TRUE;
        }
    }
  for (guint i = 0; i < n_placed; i++)
    {
      g_assert_cmpuint (placed[i].event, ==, made->events[i]);
      n_labelled += placed[i].label != TL_LABEL_NONE;
    }
  g_assert_cmpuint (n_labelled + n_counted + tl_layout_get_n_left_out (made->layout), ==, n_placed);
}

static void
test_layout_all_accounted (void)
{
  check_many (check_all_accounted);
}

/* Lanes lie below each other and fit where there is room for thin ones. */
static void
check_height (const TlMadeLayout *made)
{
  guint n_bands;
  const TlLaneBand *bands = tl_layout_get_bands (made->layout, &n_bands);
  double y = 0;

  for (guint i = 0; i < n_bands; i++)
    {
      g_assert_cmpfloat (fabs (bands[i].y - y), <, NEARLY);
      g_assert_cmpfloat (bands[i].height, >, 10);
      y += bands[i].height;
    }
  g_assert_cmpfloat (fabs (tl_layout_get_lanes_height (made->layout) - y), <, NEARLY);

  if (made->options.height >= tl_layout_get_head (made->layout) + LEAST_LANE)
    g_assert_cmpfloat (tl_layout_get_head (made->layout) + y, <=, made->options.height + TOO_HIGH);
}

static void
test_layout_height (void)
{
  check_many (check_height);
}

/* Who is selected keeps a label, if any lane is high enough for one. */
static void
check_selected (const TlMadeLayout *made)
{
  guint n_placed, n_bands;
  const TlPlaced *placed = tl_layout_get_placed (made->layout, &n_placed);
  const TlLaneBand *bands = tl_layout_get_bands (made->layout, &n_bands);

  for (guint i = 0; i < n_placed; i++)
    if (placed[i].event == made->options.selected && placed[i].lane < n_bands
        && bands[placed[i].lane].height >= 2 * LEAST_LANE)
      g_assert_cmpint (placed[i].label, !=, TL_LABEL_NONE);
}

static void
test_layout_selected (void)
{
  check_many (check_selected);
}

/* In a low window, what is above the lanes leaves them half of the height: of
 * folds and eras only so much is told as there is room for. */
static void
check_low (const TlMadeLayout *made)
{
  static const double heights[] = { 120, 150, 200, 260, 400 };
  TlLayoutOptions options = made->options;

  options.scrolls = TRUE;
  options.stacks = FALSE;
  options.page = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autoptr (TlLayout) low = NULL;

      options.height = heights[i];
      low = tl_layout_new (&options);
      g_assert_cmpfloat (tl_layout_get_head (low), <=, heights[i] / 2);
    }
}

static void
test_layout_low (void)
{
  check_many (check_low);
}

/* Nothing of what may differ from run to run plays a part. */
static void
check_same_again (const TlMadeLayout *made)
{
  g_autoptr (TlLayout) again = tl_layout_new (&made->options);
  g_autoptr (TlScene) first_scene = tl_made_layout_draw (made, made->layout, 17.25, 0);
  g_autoptr (TlScene) second_scene = tl_made_layout_draw (made, again, 17.25, 0);
  g_autofree char *first = tl_scene_to_text (first_scene);
  g_autofree char *second = tl_scene_to_text (second_scene);

  g_assert_cmpstr (first, ==, second);
}

static void
test_layout_same_again (void)
{
  for (guint i = 0; i < N_LAYOUTS; i += 4)
    {
      g_test_message ("%s", layouts[i]->about);
      check_same_again (layouts[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint32 i = 0; i < N_LAYOUTS; i++)
    layouts[i] = tl_made_layout_new (i + 1);

  g_test_add_func ("/layout/no-overlap", test_layout_no_overlap);
  g_test_add_func ("/layout/boxes-whole", test_layout_boxes_whole);
  g_test_add_func ("/layout/inside", test_layout_inside);
  g_test_add_func ("/layout/pages", test_layout_pages);
  g_test_add_func ("/layout/all-accounted", test_layout_all_accounted);
  g_test_add_func ("/layout/height", test_layout_height);
  g_test_add_func ("/layout/selected", test_layout_selected);
  g_test_add_func ("/layout/low", test_layout_low);
  g_test_add_func ("/layout/same-again", test_layout_same_again);

  status = g_test_run ();
  for (guint32 i = 0; i < N_LAYOUTS; i++)
    tl_made_layout_free (layouts[i]);

  return status;
}
