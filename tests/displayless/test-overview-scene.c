/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "fake-measure.h"
#include "make-layout.h"
#include "read-scene.h"

#include "tl-axis-words.h"
#include "tl-load.h"
#include "tl-overview-scene.h"

#include <math.h>
#include <string.h>

/* The overview without a display: what it counts, where its window is, what
 * is found under a point, what it says.
 */

#define N_SEEDS 60
#define WIDTH   900.0
#define HEIGHT  84.0
#define GUTTER  100.0

static const TlAxisMode modes[] = { TL_AXIS_LINEAR, TL_AXIS_FOLDED, TL_AXIS_EVEN };

static TlTimeline *
load_text (const char *events)
{
  g_autofree char *text = g_strdup_printf ("{ \"format\": \"throughline\", \"version\": 1, \"title\": \"T\","
                                           "  \"actors\": [{ \"id\": \"a\", \"name\": \"A\" }, { \"id\": \"b\", \"name\": \"B\" }],"
                                           "  \"events\": [%s] }",
                                           events);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);

  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 0);

  return g_object_ref (load->timeline);
}

static TlOverviewOptions
make_options (TlTimeline    *timeline,
              const TlAxis  *axis,
              const guint32 *events,
              guint          n_events,
              gboolean       is_rtl)
{
  return (TlOverviewOptions){
    .drawing = { timeline, tl_theme_get (TL_THEME_LIGHT), NULL, &tl_fake_measure, NULL },
    .axis = axis,
    .events = events,
    .n_events = n_events,
    .width = WIDTH,
    .height = HEIGHT,
    .gutter = GUTTER,
    .padding = -1,
    .is_rtl = is_rtl,
  };
}

static TlScene *
draw_ground (const TlOverviewScene *overview)
{
  TlScene *scene = tl_scene_new (WIDTH, HEIGHT, 0xffffffff);

  tl_overview_scene_draw_ground (overview, scene);
  tl_scene_finish (scene);

  return scene;
}

/* Every event that is shown is counted once, in its own lane. */
static void
check_densities (const TlMadeLayout    *made,
                 const TlOverviewScene *overview)
{
  guint n_lanes, n_densities;
  const TlDensity *densities = tl_overview_scene_get_densities (overview, &n_densities);
  const TlEvent *events = tl_timeline_get_events (made->timeline, NULL);
  g_autofree guint *missing = NULL;

  tl_timeline_get_lanes (made->timeline, &n_lanes);
  missing = g_new0 (guint, n_lanes);
  for (guint i = 0; i < made->options.n_events; i++)
    missing[tl_timeline_get_event_lane (made->timeline, &events[made->events[i]])]++;

  for (guint i = 0; i < n_densities; i++)
    {
      g_assert_cmpuint (densities[i].count, >, 0);
      g_assert_cmpuint (densities[i].lane, <, n_lanes);
      g_assert_cmpuint (densities[i].count, <=, missing[densities[i].lane]);
      missing[densities[i].lane] -= densities[i].count;
      if (i > 0 && densities[i].bin == densities[i - 1].bin)
        g_assert_cmpuint (densities[i].lane, >, densities[i - 1].lane);
      else if (i > 0)
        g_assert_cmpuint (densities[i].bin, >, densities[i - 1].bin);
    }
  for (guint i = 0; i < n_lanes; i++)
    g_assert_cmpuint (missing[i], ==, 0);
}

/* The items of bars are the last ones of the ground. Their parts stand on
 * each other, the first lane on top, and none is too low to be seen. */
static void
check_bars (const TlOverviewScene *overview)
{
  g_autoptr (TlScene) scene = draw_ground (overview);
  guint n_items, n_densities;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);
  const TlDensity *densities = tl_overview_scene_get_densities (overview, &n_densities);
  double baseline = -1;

  for (guint i = n_items; n_densities > 0; i--)
    {
      const TlSceneItem *item = &items[i - 1];
      const TlShape *shapes = tl_scene_get_shapes (scene, item);
      const TlShape *last = &shapes[item->n_shapes - 1];

      g_assert_cmpuint (n_densities, >=, item->n_shapes);
      n_densities -= item->n_shapes;
      g_assert_cmpuint (item->index, ==, densities[n_densities].bin);
      if (baseline < 0)
        baseline = last->box.y + last->box.height;
      g_assert_cmpfloat_with_epsilon (last->box.y + last->box.height, baseline, 1e-6);
      g_assert_cmpfloat (baseline - shapes[0].box.y, >=, 4 - 1e-6);
      g_assert_cmpfloat (shapes[0].box.y, >=, 0);
      for (guint32 j = 1; j < item->n_shapes; j++)
        {
          g_assert_cmpfloat (shapes[j].box.height, >, 0);
          g_assert_cmpfloat (shapes[j].box.y, >=, shapes[j - 1].box.y + shapes[j - 1].box.height - 1e-6);
          g_assert_cmpfloat (shapes[j].box.y, <=, shapes[j - 1].box.y + shapes[j - 1].box.height + 1 + 1e-6);
        }
    }
}

static void
test_density (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (TlMadeLayout) made = tl_made_layout_new (seed);
      TlOverviewOptions options = make_options (made->timeline, made->axis, made->events, made->options.n_events, FALSE);
      g_autoptr (TlOverviewScene) overview = tl_overview_scene_new (&options);

      check_densities (made, overview);
      check_bars (overview);
    }
}

/* One event beside a thousand others. */
static void
test_lonely (void)
{
  g_autoptr (GString) text = g_string_new ("{ \"id\": \"z\", \"title\": \"Z\", \"when\": \"1900\", \"actors\": [\"b\"] }");
  g_autofree guint32 *events = g_new (guint32, 1001);
  g_autoptr (TlTimeline) timeline = NULL;
  g_autoptr (TlAxis) axis = NULL;
  g_autoptr (TlOverviewScene) overview = NULL;
  TlOverviewOptions options;
  const TlDensity *densities;
  guint n_densities;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, ", { \"id\": \"e%u\", \"title\": \"E\", \"when\": \"2000-01-01\", \"actors\": [\"a\"] }", i);
  timeline = load_text (text->str);
  for (guint32 i = 0; i < 1001; i++)
    events[i] = i;
  axis = tl_axis_new (timeline, NULL, 0, TL_AXIS_LINEAR, NULL);
  options = make_options (timeline, axis, events, 1001, FALSE);
  overview = tl_overview_scene_new (&options);

  densities = tl_overview_scene_get_densities (overview, &n_densities);
  g_assert_cmpuint (n_densities, ==, 2);
  g_assert_cmpuint (densities[0].count, ==, 1);
  g_assert_cmpuint (densities[1].count, ==, 1000);
  check_bars (overview);
}

static void
test_nothing (void)
{
  g_autoptr (TlTimeline) timeline = load_text ("");
  g_autoptr (TlAxis) axis = tl_axis_new (timeline, NULL, 0, TL_AXIS_AUTO, NULL);
  TlOverviewOptions options = make_options (timeline, axis, NULL, 0, FALSE);
  const TlOverviewView view = { 0, 1, TL_NONE, TL_NONE, NAN, NAN, NAN, FALSE };
  guint n_densities;

  /* Also where there is hardly any room. */
  for (options.width = 1; options.width < 200; options.width += 33)
    {
      g_autoptr (TlOverviewScene) overview = tl_overview_scene_new (&options);
      g_autoptr (TlScene) scene = tl_scene_new (options.width, HEIGHT, 0xffffffff);

      tl_overview_scene_get_densities (overview, &n_densities);
      g_assert_cmpuint (n_densities, ==, 0);
      tl_overview_scene_draw_ground (overview, scene);
      tl_overview_scene_draw_view (overview, &view, scene);
      tl_scene_finish (scene);
    }
}

/* What is said of the whole is said wholly, or not at all. */
static void
check_label (const TlOverviewOptions *options)
{
  g_autoptr (TlOverviewScene) overview = tl_overview_scene_new (options);
  g_autoptr (TlScene) scene = draw_ground (overview);
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == TL_ITEM_AXIS)
      for (guint32 j = 0; j < items[i].n_shapes; j++)
        {
          const TlShape *shape = &tl_scene_get_shapes (scene, &items[i])[j];

          g_assert_null (strstr (shape->text, TL_ELLIPSIS));
          g_assert_cmpfloat (shape->box.y, >=, 0);
          g_assert_cmpfloat (shape->box.y + shape->box.height, <=, options->height + 1);
          g_assert_cmpfloat (shape->box.x + shape->box.width, <=, options->gutter + 5 + 1e-6);
          g_string_append_printf (said, "%s%s", said->len > 0 ? " " : "", shape->text);
        }

  if (!g_str_equal (said->str, "Overview"))
    {
      g_autofree char *range = tl_axis_say_range (options->axis, 0, tl_axis_get_length (options->axis), NULL);

      g_assert_true (g_str_has_suffix (said->str, range));
      g_assert_true (g_str_equal (said->str, range) || g_str_has_prefix (said->str, "Overview "));
    }
}

static void
test_narrow_gutter (void)
{
  static const char *const ends[][2] = {
    { "2016-05-01", "2025-07-31" }, { "2025-05-01", "2025-07-31" }, { "2025-06-12", "2025-06-18" },
    { "2025-06-12T09:30:00Z", "2025-06-12T18:45:00Z" }, { "Y-13800000000", "2025-09-30" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *events = g_strdup_printf ("{ \"id\": \"a\", \"title\": \"A\", \"when\": \"%s\" },"
                                                 "{ \"id\": \"b\", \"title\": \"B\", \"when\": \"%s\" }",
                                                 ends[i][0], ends[i][1]);
      g_autoptr (TlTimeline) timeline = load_text (events);
      const guint32 both[] = { 0, 1 };
      g_autoptr (TlAxis) axis = tl_axis_new (timeline, both, 2, TL_AXIS_LINEAR, NULL);
      TlOverviewOptions options = make_options (timeline, axis, both, 2, FALSE);

      for (options.gutter = 76; options.gutter <= 180; options.gutter += 4)
        for (options.height = 64; options.height <= 84; options.height += 20)
          check_label (&options);
    }
}

/* The item of the window is the axis' second one. */
static TlRect
find_drawn_window (const TlScene *scene)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == TL_ITEM_AXIS && items[i].index == 1)
      return tl_scene_get_shapes (scene, &items[i])[0].box;

  g_assert_not_reached ();
}

static void
assert_same_rect (const TlRect *a,
                  const TlRect *b)
{
  g_assert_cmpfloat_with_epsilon (a->x, b->x, 1e-6);
  g_assert_cmpfloat_with_epsilon (a->y, b->y, 1e-6);
  g_assert_cmpfloat_with_epsilon (a->width, b->width, 1e-6);
  g_assert_cmpfloat_with_epsilon (a->height, b->height, 1e-6);
}

/* The window is where the instants are that it begins and ends at, whatever
 * has been folded between them. */
static void
check_window (TlTimeline *timeline,
              TlAxis     *axis,
              gboolean    is_rtl,
              GRand      *rand)
{
  TlOverviewOptions options = make_options (timeline, axis, NULL, 0, is_rtl);
  g_autoptr (TlOverviewScene) overview = tl_overview_scene_new (&options);
  double length = tl_axis_get_length (axis);
  double from = g_rand_double_range (rand, 0, 0.7) * length;
  double to = from + g_rand_double_range (rand, 0.05, 0.3) * length;
  const TlMoment first = tl_axis_get_moment (axis, from);
  const TlMoment last = tl_axis_get_moment (axis, to);
  double x0 = tl_overview_scene_get_x (overview, tl_axis_get_moment_position (axis, &first));
  double x1 = tl_overview_scene_get_x (overview, tl_axis_get_moment_position (axis, &last));
  const TlOverviewView view = { from, to, TL_NONE, TL_NONE, NAN, NAN, NAN, FALSE };
  TlRect window = tl_overview_scene_get_window (overview, from, to);
  g_autoptr (TlScene) scene = tl_scene_new (WIDTH, HEIGHT, 0xffffffff);
  TlRect drawn;

  g_assert_cmpfloat_with_epsilon (window.x, MIN (x0, x1), 1e-3);
  g_assert_cmpfloat_with_epsilon (window.x + window.width, MAX (x0, x1), 1e-3);
  g_assert_true ((x0 > x1) == is_rtl);
  g_assert_cmpfloat_with_epsilon (tl_overview_scene_get_position (overview, x0), from, 1e-6 * length);

  tl_overview_scene_draw_view (overview, &view, scene);
  tl_scene_finish (scene);
  if (is_rtl)
    tl_scene_mirror (scene);
  drawn = find_drawn_window (scene);
  assert_same_rect (&drawn, &window);
}

static void
test_window (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (TlMadeLayout) made = tl_made_layout_new (seed);

      for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
        {
          g_autoptr (TlAxis) axis = tl_axis_new (made->timeline, NULL, 0, modes[i], NULL);

          check_window (made->timeline, axis, FALSE, rand);
          check_window (made->timeline, axis, TRUE, rand);
        }
    }
}

static TlAxis *
make_year (TlTimeline **timeline)
{
  *timeline = load_text ("{ \"id\": \"e\", \"title\": \"E\", \"when\": \"2024-01-01\" },"
                         "{ \"id\": \"f\", \"title\": \"F\", \"when\": \"2025-12-31\" }");

  return tl_axis_new (*timeline, NULL, 0, TL_AXIS_LINEAR, NULL);
}

static void
test_clamp (void)
{
  g_autoptr (TlTimeline) timeline = NULL;
  g_autoptr (TlAxis) axis = make_year (&timeline);
  TlOverviewOptions options = make_options (timeline, axis, NULL, 0, FALSE);
  g_autoptr (TlOverviewScene) overview = NULL;
  double length = tl_axis_get_length (axis);
  double from = -length;
  double to = -length / 2;

  options.padding = length / 10;
  overview = tl_overview_scene_new (&options);
  tl_overview_scene_clamp (overview, &from, &to);
  g_assert_cmpfloat_with_epsilon (from, -length / 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (to, length * 0.4, 1e-9);

  from = length;
  to = length * 1.25;
  tl_overview_scene_clamp (overview, &from, &to);
  g_assert_cmpfloat_with_epsilon (from, length * 0.85, 1e-9);
  g_assert_cmpfloat_with_epsilon (to, length * 1.1, 1e-9);

  from = -HUGE_VAL;
  to = HUGE_VAL;
  tl_overview_scene_clamp (overview, &from, &to);
  g_assert_cmpfloat_with_epsilon (from, -length / 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (to, length * 1.1, 1e-9);
}

/* How wide what is found at the height of the middle is. */
static double
measure_part (const TlOverviewScene *overview,
              double                 from,
              double                 to,
              TlOverviewPart         part)
{
  guint n = 0;

  for (double x = 0; x < WIDTH; x += 0.5)
    n += tl_overview_scene_find (overview, from, to, x, HEIGHT / 2) == part;

  return n / 2.0;
}

/* Also a narrow window has handles that a finger finds, and something between
 * them. */
static void
check_targets (TlTimeline *timeline,
               TlAxis     *axis,
               gboolean    is_rtl)
{
  TlOverviewOptions options = make_options (timeline, axis, NULL, 0, is_rtl);
  g_autoptr (TlOverviewScene) overview = tl_overview_scene_new (&options);
  double length = tl_axis_get_length (axis);

  for (double part = 0; part <= 0.5; part += 0.05)
    {
      double from = length * (0.5 - part / 2);
      double to = length * (0.5 + part / 2);
      TlRect window = tl_overview_scene_get_window (overview, from, to);
      double left = window.x - 1;

      g_assert_cmpfloat (window.width, >=, TL_OVERVIEW_LEAST);
      g_assert_cmpfloat (measure_part (overview, from, to, TL_OVERVIEW_START), >=, TL_OVERVIEW_TARGET - 0.5);
      g_assert_cmpfloat (measure_part (overview, from, to, TL_OVERVIEW_END), >=, TL_OVERVIEW_TARGET - 0.5);
      g_assert_cmpfloat (measure_part (overview, from, to, TL_OVERVIEW_WINDOW), >=, TL_OVERVIEW_LEAST / 3 - 0.5);
      g_assert_cmpint (tl_overview_scene_find (overview, from, to, left, 10), ==,
                       is_rtl ? TL_OVERVIEW_END : TL_OVERVIEW_START);
      g_assert_cmpint (tl_overview_scene_find (overview, from, to, left, HEIGHT), ==, TL_OVERVIEW_NOTHING);
      g_assert_cmpint (tl_overview_scene_find (overview, from, to, is_rtl ? WIDTH - 2 : 2, 10), ==, TL_OVERVIEW_NOTHING);
      g_assert_cmpint (tl_overview_scene_find (overview, from, to, is_rtl ? 20 : WIDTH - 20, 10), ==, TL_OVERVIEW_GROUND);
    }
}

static void
test_targets (void)
{
  g_autoptr (TlTimeline) timeline = NULL;
  g_autoptr (TlAxis) axis = make_year (&timeline);

  check_targets (timeline, axis, FALSE);
  check_targets (timeline, axis, TRUE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *words;
  } cases[] = {
    { "2016", "2025", "2016 – 2025" },
    { "2024-11", "2025-02", "November 2024 to February 2025" },
    { "2025-05", "2025-07", "May to July 2025" },
    { "2025-06-12", "2025-06-18", "12 to 18 June 2025" },
    { "2025-06-12", "2025-06-12", "12 June 2025" },
    { "-0752", "1563", "753 BCE – 1563" },
    { "Y-66000000", "Y-66000000", "66 million BCE" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *events = g_strdup_printf ("{ \"id\": \"e\", \"title\": \"E\", \"when\": \"%s\" },"
                                                 "{ \"id\": \"f\", \"title\": \"F\", \"when\": \"%s\" }",
                                                 cases[i].from, cases[i].to);
      g_autoptr (TlTimeline) timeline = load_text (events);
      g_autoptr (TlAxis) axis = tl_axis_new (timeline, NULL, 0, TL_AXIS_LINEAR, NULL);
      g_autofree char *words = tl_axis_say_range (axis, 0, tl_axis_get_length (axis), NULL);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_words_of_a_part (void)
{
  g_autoptr (TlTimeline) timeline = NULL;
  g_autoptr (TlAxis) axis = make_year (&timeline);
  TlInstant noon = tl_instant_from_civil (2025, 6, 12, 12, 0, 0);
  double from = tl_axis_get_position (axis, noon);
  g_autofree char *hours = tl_axis_say_range (axis, from, tl_axis_get_position (axis, noon + 7230), NULL);
  g_autofree char *moment = tl_axis_say_range (axis, from, from, NULL);
  g_autofree char *beyond = tl_axis_say_range (axis, -tl_axis_get_length (axis), tl_axis_get_position (axis, noon), NULL);

  g_assert_cmpstr (hours, ==, "12 June 2025, 12:00 to 14:00 UTC");
  g_assert_cmpstr (moment, ==, "12 June 2025, 12:00 UTC");
  g_assert_cmpstr (beyond, ==, "January 2024 to June 2025");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/overview/density", test_density);
  g_test_add_func ("/overview/lonely", test_lonely);
  g_test_add_func ("/overview/nothing", test_nothing);
  g_test_add_func ("/overview/narrow-gutter", test_narrow_gutter);
  g_test_add_func ("/overview/window", test_window);
  g_test_add_func ("/overview/clamp", test_clamp);
  g_test_add_func ("/overview/targets", test_targets);
  g_test_add_func ("/overview/words", test_words);
  g_test_add_func ("/overview/words-of-a-part", test_words_of_a_part);

  return g_test_run ();
}
