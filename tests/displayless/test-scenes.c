/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "fake-measure.h"

#include "tl-chart.h"
#include "tl-load.h"
#include "tl-overview-scene.h"

#include <string.h>

/* Small charts, and an overview, each of which shows one rule, against what they have been
 * found to be right with. With TL_UPDATE_GOLDENS=1 in the environment, what
 * is drawn now is taken to be right; look at the difference before it is
 * committed.
 */

typedef struct
{
  const char *name; /* of the files in tests/data/scenes */
  double      width;
  double      height;
  TlAxisMode  axis;
  const char *selected; /* (nullable): the id of an event */
  gboolean    is_rtl;
  gboolean    is_whole; /* with title, notes and date */
  gboolean    is_overview; /* the band below the lanes, and no chart */
} Golden;

static const Golden goldens[] = {
  { "day", 600, 200 },
  { "month", 600, 260 },
  { "approximate", 600, 260 },
  { "uncertain", 600, 260 },
  { "open", 600, 260 },
  { "unknown-end", 600, 260 },
  { "some-time-between", 640, 260 },
  { "several-times", 600, 260 },
  { "tie", 600, 360 },
  { "sources-differ", 600, 260 },
  { "no-source", 600, 260 },
  { "fold", 900, 280 },
  { "count-badge", 500, 190 },
  { "links", 700, 300 },
  { "era", 600, 260 },
  { "even-axis", 600, 260, TL_AXIS_EVEN },
  { "right-to-left", 600, 220, .is_rtl = TRUE },
  { "scripts", 700, 340 },
  { "selected", 600, 220, .selected = "a" },
  { "whole-chart", 700, 0, .is_whole = TRUE },
  { "overview", 700, 84, .selected = "seen", .is_overview = TRUE },
};

static TlTimeline *
load (const Golden *golden)
{
  g_autofree char *base = g_strconcat (golden->name, ".timeline.json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "scenes", base, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLoad) loaded = tl_load_file (file, NULL, NULL, NULL, NULL, &error);

  if (loaded == NULL)
    g_error ("%s", error->message);
  g_assert_cmpuint (loaded->n_left_out, ==, 0);

  return g_object_ref (loaded->timeline);
}

/* With the first half of the axis in view, and all that can be marked. */
static char *
print_overview (const Golden         *golden,
                TlTimeline           *timeline,
                const TlChartOptions *chart)
{
  g_autoptr (TlAxis) axis = tl_axis_new (timeline, chart->events, chart->n_events, chart->axis, NULL);
  double length = tl_axis_get_length (axis);
  const TlOverviewOptions options = {
    .drawing = { timeline, tl_theme_get (TL_THEME_LIGHT), NULL, &tl_fake_measure, NULL },
    .axis = axis,
    .events = chart->events,
    .n_events = chart->n_events,
    .width = golden->width,
    .height = golden->height,
    .gutter = 100,
    .padding = length / 20,
  };
  const TlOverviewView view = { 0, length / 2, chart->selected, 0, length / 4, length * 0.6, length * 0.7, TRUE };
  g_autoptr (TlOverviewScene) overview = tl_overview_scene_new (&options);
  g_autoptr (TlScene) scene = tl_scene_new (golden->width, golden->height, options.drawing.theme->page);

  tl_overview_scene_draw_ground (overview, scene);
  tl_overview_scene_draw_view (overview, &view, scene);
  tl_scene_finish (scene);

  return tl_scene_to_text (scene);
}

static char *
print_scene (const Golden *golden)
{
  g_autoptr (TlTimeline) timeline = load (golden);
  g_autofree guint32 *events = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  TlChartOptions options = {
    .width = golden->width,
    .height = golden->height,
    .axis = golden->axis,
    .selected = golden->selected != NULL ? tl_timeline_find_event (timeline, golden->selected) : TL_NONE,
    .is_rtl = golden->is_rtl,
    .no_title = !golden->is_whole,
    .no_sources = !golden->is_whole,
    .no_as_of = !golden->is_whole,
  };

  tl_timeline_get_events (timeline, &options.n_events);
  options.events = events = g_new (guint32, options.n_events);
  for (guint32 i = 0; i < options.n_events; i++)
    events[i] = i;
  if (golden->is_overview)
    return print_overview (golden, timeline, &options);

  pages = tl_chart_compose (timeline, &options, &tl_fake_measure);
  g_assert_cmpuint (pages->len, ==, 1);

  return tl_scene_to_text (pages->pdata[0]);
}

static void
report_difference (const char *found,
                   const char *wanted,
                   const char *kept)
{
  g_auto (GStrv) found_lines = g_strsplit (found, "\n", -1);
  g_auto (GStrv) wanted_lines = g_strsplit (wanted, "\n", -1);
  guint i = 0;

  while (found_lines[i] != NULL && wanted_lines[i] != NULL && g_str_equal (found_lines[i], wanted_lines[i]))
    i++;

  g_test_message ("line %u is      %s", i + 1, found_lines[i] != NULL ? found_lines[i] : "not there");
  g_test_message ("instead of     %s", wanted_lines[i] != NULL ? wanted_lines[i] : "nothing");
  g_test_message ("all of it is in %s", kept);
  g_test_fail ();
}

static void
test_scene (gconstpointer data)
{
  const Golden *golden = data;
  g_autofree char *base = g_strconcat (golden->name, ".scene", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "scenes", base, NULL);
  g_autofree char *out_base = g_strconcat (base, ".out", NULL);
  g_autofree char *out = g_test_build_filename (G_TEST_BUILT, out_base, NULL);
  g_autofree char *found = print_scene (golden);
  g_autofree char *wanted = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (g_getenv ("TL_UPDATE_GOLDENS"), "1") == 0)
    {
      g_file_set_contents (path, found, -1, &error);
      g_assert_no_error (error);
      return;
    }

  g_file_get_contents (path, &wanted, NULL, &error);
  g_assert_no_error (error);
  if (wanted == NULL || g_str_equal (found, wanted))
    return;

  g_file_set_contents (out, found, -1, &error);
  g_assert_no_error (error);
  report_difference (found, wanted, out);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  /* One difference is no reason not to look for others. */
  g_test_set_nonfatal_assertions ();

  for (gsize i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *path = g_strconcat ("/scenes/", goldens[i].name, NULL);

      g_test_add_data_func (path, &goldens[i], test_scene);
    }

  return g_test_run ();
}
