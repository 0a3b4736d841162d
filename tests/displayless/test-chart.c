/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "fake-measure.h"
#include "make-random.h"
#include "read-scene.h"

#include "tl-chart.h"

#include <math.h>
#include <string.h>

/* What holds for every chart: its parts lie on the page and apart, and tell
 * of everything that is shown. */

#define N_CHARTS 80

/* Sums of lengths are not exact. */
#define NEARLY 1e-6

/* On smaller pages the parts have no room beside each other. */
#define LEAST_HEIGHT 420.0

/* On narrow ones notes stand in one column. */
#define NARROW_WIDTH 480.0

#define PART_NOTES 3
#define LEGEND_ROW 23.0

/* On larger ones there is a place for every label, even if no two of the
 * longest stretches can be beside each other. */
#define ROOMY_WIDTH  800.0
#define ROOMY_HEIGHT 1000.0

/* A random chart, and what it has been made of. */
typedef struct
{
  TlTimeline    *timeline;
  guint32       *events;
  TlChartOptions options;
  GPtrArray     *pages;
} Chart;

static void
compose (Chart *chart)
{
  g_clear_pointer (&chart->pages, g_ptr_array_unref);
  chart->pages = tl_chart_compose (chart->timeline, &chart->options, &tl_fake_measure);
  g_assert_cmpuint (chart->pages->len, >, 0);
}

static void
make_chart (Chart  *chart,
            guint32 seed)
{
  static const TlAxisMode modes[] = { TL_AXIS_AUTO, TL_AXIS_LINEAR, TL_AXIS_FOLDED, TL_AXIS_EVEN };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_events = (guint) g_rand_int_range (rand, 1, 40);

  memset (chart, 0, sizeof *chart);
  chart->timeline = tl_make_random (n_events, seed);
  chart->events = g_new (guint32, n_events);
  for (guint32 i = 0; i < n_events; i++)
    chart->events[i] = i;
  chart->options = (TlChartOptions){
    .width = g_rand_int_range (rand, 480, 2200),
    .height = g_rand_int_range (rand, (int) LEAST_HEIGHT, 1500),
    .axis = modes[g_rand_int_range (rand, 0, G_N_ELEMENTS (modes))],
    .events = chart->events,
    .n_events = n_events,
    .selected = g_rand_boolean (rand) ? TL_NONE : (guint32) g_rand_int_range (rand, 0, (int) n_events),
    .theme = (TlThemeKind) g_rand_int_range (rand, TL_THEME_LIGHT, TL_THEME_HIGH_CONTRAST_DARK + 1),
    .is_rtl = g_rand_boolean (rand),
  };
  g_test_message ("seed %u: %u events, %gx%g", seed, n_events, chart->options.width, chart->options.height);
}

static void
clear_chart (Chart *chart)
{
  g_clear_pointer (&chart->pages, g_ptr_array_unref);
  g_object_unref (chart->timeline);
  g_free (chart->events);
}

static void
check_many (void (*check) (Chart *chart),
            guint n_charts)
{
  for (guint32 seed = 1; seed <= n_charts; seed++)
    {
      Chart chart;

      make_chart (&chart, seed);
      check (&chart);
      clear_chart (&chart);
    }
}

static void
assert_inside (const Chart   *chart,
               const TlScene *scene)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  g_assert_cmpfloat (tl_scene_get_width (scene), ==, chart->options.width);
  if (chart->options.height > 0)
    g_assert_cmpfloat (tl_scene_get_height (scene), ==, chart->options.height);

  for (guint i = 0; i < n_items; i++)
    {
      TlRect seen;

      if (!tl_item_get_seen (&items[i], &seen))
        continue;
      if (seen.x < -NEARLY || seen.y < -NEARLY || seen.x + seen.width > tl_scene_get_width (scene) + NEARLY
          || seen.y + seen.height > tl_scene_get_height (scene) + NEARLY)
        g_error ("item %u (%d, %s) is at %g, %g, %g wide, %g high", i, (int) items[i].kind, items[i].id, seen.x,
                 seen.y, seen.width, seen.height);
    }
}

static void
check_inside (Chart *chart)
{
  static const double heights[] = { -1, 0, 300, 250 };

  for (gsize i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      if (heights[i] >= 0)
        chart->options.height = heights[i];
      compose (chart);
      g_assert_cmpuint (chart->pages->len, ==, 1);
      assert_inside (chart, chart->pages->pdata[0]);
    }
}

static void
test_chart_inside (void)
{
  check_many (check_inside, N_CHARTS);
}

/* Title, axis and lanes, legend and notes lie below each other, and notes take
 * no more than a quarter of the page. The legend may have got one row more
 * since the notes got their room. */
static void
assert_apart (const TlScene *scene)
{
  static const guint parts[] = {
    TL_KIND (TL_ITEM_TITLE) | TL_KIND (TL_ITEM_SUBTITLE),
    TL_KIND (TL_ITEM_AXIS) | TL_KIND (TL_ITEM_LANE) | TL_KIND (TL_ITEM_EVENT) | TL_KIND (TL_ITEM_BADGE)
      | TL_KIND (TL_ITEM_TIE) | TL_KIND (TL_ITEM_LINK) | TL_KIND (TL_ITEM_ERA) | TL_KIND (TL_ITEM_FOLD),
    TL_KIND (TL_ITEM_LEGEND),
    [PART_NOTES] = TL_KIND (TL_ITEM_NOTE) | TL_KIND (TL_ITEM_NOTES),
  };
  double bottom = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      TlRect room;

      if (!tl_scene_find_room (scene, parts[i], &room))
        continue;
      if (room.y < bottom - (i == PART_NOTES ? LEGEND_ROW : NEARLY))
        g_error ("part %" G_GSIZE_FORMAT " begins at %g, where the one above ends at %g", i, room.y, bottom);
      bottom = room.y + room.height;
    }
}

static void
check_apart (Chart *chart)
{
  TlRect notes;

  compose (chart);
  assert_apart (chart->pages->pdata[0]);
  chart->options.width = NARROW_WIDTH;
  compose (chart);
  assert_apart (chart->pages->pdata[0]);
  if (tl_scene_find_room (chart->pages->pdata[0], TL_KIND (TL_ITEM_NOTE), &notes))
    g_assert_cmpfloat (notes.height, <=, chart->options.height / 4);

  chart->options.height = 0;
  compose (chart);
  assert_apart (chart->pages->pdata[0]);
}

static void
test_chart_parts_apart (void)
{
  check_many (check_apart, N_CHARTS);
}

static gboolean
names_source (const Chart   *chart,
              const TlScene *scene,
              guint32        source)
{
  const TlSource *sources = tl_timeline_get_sources (chart->timeline, NULL);
  const char *url = tl_timeline_get_text (chart->timeline, sources[source].url);

  return strstr (tl_scene_get_about (scene)->sources, url) != NULL;
}

static gboolean
is_day (const TlDate *date)
{
  return date->kind == TL_DATE_SINGLE && date->start.precision >= TL_PRECISION_DAY;
}

static gboolean
has_date (const TlScene     *scene,
          const TlSceneItem *item)
{
  for (guint32 i = 0; i < item->n_shapes; i++)
    {
      const TlShape *shape = &tl_scene_get_shapes (scene, item)[i];

      if (shape->kind == TL_SHAPE_TEXT && shape->style.weight == TL_WEIGHT_REGULAR)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_number (const TlScene     *scene,
            const TlSceneItem *item)
{
  static const char *const digits[] = { "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

  for (gsize i = 0; i < G_N_ELEMENTS (digits); i++)
    if (tl_item_has_text (scene, item, digits[i]))
      return TRUE;

  return FALSE;
}

/* Every source of an event that is shown has a note; and a card that has the
 * event's date has the number of the note, too. */
static void
assert_noted (const Chart       *chart,
              const TlScene     *scene,
              const TlSceneItem *item)
{
  const TlEvent *event = &tl_timeline_get_events (chart->timeline, NULL)[item->index];
  const TlClaim *claims = tl_timeline_get_claims (chart->timeline, event->claims);

  for (guint i = 0; i < event->claims.count; i++)
    {
      const TlCitation *citations = tl_timeline_get_citations (chart->timeline, claims[i].citations);

      for (guint k = 0; k < claims[i].citations.count; k++)
        g_assert_true (names_source (chart, scene, citations[k].source));
      if (claims[i].citations.count > 0 && is_day (&event->when) && has_date (scene, item))
        g_assert_true (has_number (scene, item));
    }
}

static gboolean
has_notes (const TlSceneItem *items,
           guint              n_items)
{
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == TL_ITEM_NOTE)
      return TRUE;

  return FALSE;
}

/* On a page without room for notes, there are no numbers either. */
static void
check_sources (Chart *chart)
{
  guint n_items;
  const TlSceneItem *items;

  compose (chart);
  items = tl_scene_get_items (chart->pages->pdata[0], &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == TL_ITEM_EVENT && has_notes (items, n_items))
      assert_noted (chart, chart->pages->pdata[0], &items[i]);
}

static void
test_chart_sources (void)
{
  check_many (check_sources, N_CHARTS);
}

static void
assert_switched (const Chart *chart)
{
  const TlScene *scene = chart->pages->pdata[0];
  const TlChartOptions *options = &chart->options;

  g_assert_cmpint (tl_scene_has_kind (scene, TL_ITEM_TITLE), ==, !options->no_title);
  g_assert_cmpint (tl_scene_has_text (scene, "As of 1 July 2025"), ==, !options->no_as_of);
  if (options->no_title)
    g_assert_false (tl_scene_has_kind (scene, TL_ITEM_SUBTITLE));
  if (options->no_legend)
    g_assert_false (tl_scene_has_kind (scene, TL_ITEM_LEGEND));
  g_assert_cmpint (tl_scene_get_background (scene) == TL_RGBA_NONE, ==, options->is_transparent);
  if (!options->no_sources)
    return;

  g_assert_false (tl_scene_has_kind (scene, TL_ITEM_NOTE));
  g_assert_false (tl_scene_has_text (scene, "¹"));
  g_assert_null (tl_scene_get_about (scene)->sources);
}

static void
check_switched (Chart *chart)
{
  chart->options.height = 0;
  for (guint bits = 0; bits < 32; bits += 5)
    {
      chart->options.no_title = (bits & 1) != 0;
      chart->options.no_legend = (bits & 2) != 0;
      chart->options.no_sources = (bits & 4) != 0;
      chart->options.no_as_of = (bits & 8) != 0;
      chart->options.is_transparent = (bits & 16) != 0;
      compose (chart);
      assert_switched (chart);
    }
}

static void
test_chart_switched_off (void)
{
  check_many (check_switched, N_CHARTS / 4);
}

/* With everything on, and as much height as it takes, nothing is missing. */
static void
check_switched_on (Chart *chart)
{
  gboolean has_sources;

  chart->options.height = 0;
  compose (chart);
  has_sources = tl_scene_get_about (chart->pages->pdata[0])->sources != NULL;
  g_assert_true (tl_scene_has_kind (chart->pages->pdata[0], TL_ITEM_LANE));
  g_assert_cmpint (tl_scene_has_kind (chart->pages->pdata[0], TL_ITEM_NOTE), ==, has_sources);
  g_assert_false (tl_scene_has_text (chart->pages->pdata[0], "more source"));
}

static void
test_chart_switched_on (void)
{
  check_many (check_switched_on, N_CHARTS);
}

/* Which events are on any of the pages. */
static gboolean *
find_shown (const Chart *chart)
{
  gboolean *shown = g_new0 (gboolean, chart->options.n_events);

  for (guint page = 0; page < chart->pages->len; page++)
    {
      const TlScene *scene = chart->pages->pdata[page];
      guint n_items;
      const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

      for (guint i = 0; i < n_items; i++)
        if (items[i].kind == TL_ITEM_EVENT)
          shown[items[i].index] = TRUE;
    }

  return shown;
}

/* On a narrow page, stretches of time and what is in their middle may have no
 * room on either side; they are counted in badges. */
static void
assert_shown (const Chart *chart,
              gboolean     only_days)
{
  g_autofree gboolean *shown = find_shown (chart);
  const TlEvent *events = tl_timeline_get_events (chart->timeline, NULL);

  for (guint i = 0; i < chart->options.n_events; i++)
    if (!shown[i] && (!only_days || is_day (&events[i].when)))
      g_error ("event %u (%s) is not shown", i, tl_timeline_get_text (chart->timeline, events[i].when_text));
}

static void
check_auto_height (Chart *chart)
{
  const TlEvent *events = tl_timeline_get_events (chart->timeline, NULL);
  guint n_items;
  const TlSceneItem *items;
  const TlScene *scene;

  chart->options.height = 0;
  chart->options.width = MAX (chart->options.width, ROOMY_WIDTH);
  compose (chart);
  assert_shown (chart, TRUE);
  scene = chart->pages->pdata[0];
  items = tl_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == TL_ITEM_EVENT && is_day (&events[items[i].index].when))
      g_assert_true (has_date (scene, &items[i]));
}

static void
test_chart_auto_height (void)
{
  check_many (check_auto_height, N_CHARTS);
}

static void
check_pages (Chart *chart)
{
  chart->options.in_pages = TRUE;
  chart->options.width = MAX (chart->options.width, ROOMY_WIDTH);
  chart->options.height = MAX (chart->options.height, ROOMY_HEIGHT);
  compose (chart);
  assert_shown (chart, FALSE);
  for (guint i = 0; i < chart->pages->len; i++)
    assert_inside (chart, chart->pages->pdata[i]);
}

static void
test_chart_pages (void)
{
  check_many (check_pages, N_CHARTS / 2);
}

/* Each page says what is left out, and so does what is told of it; in as many
 * lines as there are, and with no room taken where nothing is. */
static void
check_filter (Chart *chart)
{
  static const char *const arguments[] = { "--from", "0001", "--search", ("something long that has to be said of a chart "
                                            "that shows what has been found, and is said in more than one line where "
                                            "there is no room for so much beside the date at its foot"), NULL };
  g_autoptr (TlFilter) filter = tl_filter_new_from_arguments (arguments, NULL);
  g_autoptr (TlFilter) empty = tl_filter_new ();
  g_autofree char *said = g_strdup_printf ("Filtered: %u of", chart->options.n_events);

  compose (chart);
  g_assert_false (tl_scene_has_text (chart->pages->pdata[0], "Filtered"));
  chart->options.filter = empty;
  compose (chart);
  g_assert_false (tl_scene_has_text (chart->pages->pdata[0], "Filtered"));

  chart->options.filter = filter;
  chart->options.no_as_of = chart->options.width < NARROW_WIDTH * 2;
  compose (chart);
  for (guint i = 0; i < chart->pages->len; i++)
    {
      const TlScene *page = chart->pages->pdata[i];

      assert_inside (chart, page);
      g_assert_true (tl_scene_has_text (page, said));
      g_assert_nonnull (strstr (tl_scene_get_about (page)->description, said));
      g_assert_nonnull (strstr (tl_scene_get_about (page)->description, "from 1"));
      g_assert_true (g_str_has_suffix (tl_scene_get_about (page)->description, "at its foot”"));
    }
}

static void
test_chart_filter (void)
{
  check_many (check_filter, N_CHARTS / 2);
}

static guint
count_badges (const TlScene *page)
{
  guint n_items, n_badges = 0;
  const TlSceneItem *items = tl_scene_get_items (page, &n_items);

  for (guint i = 0; i < n_items; i++)
    n_badges += items[i].kind == TL_ITEM_BADGE;

  return n_badges;
}

/* What is told to have no room is what the page does not hold. */
static void
check_report (Chart *chart)
{
  TlChartReport report = { G_MAXUINT, G_MAXUINT };

  chart->options.report = &report;
  compose (chart);
  g_assert_cmpuint (report.n_events, <=, chart->options.n_events);
  if (report.n_events == 0)
    g_assert_cmpuint (count_badges (g_ptr_array_index (chart->pages, 0)), ==, 0);
  if (count_badges (g_ptr_array_index (chart->pages, 0)) > 0)
    g_assert_cmpuint (report.n_events, >, 0);

  /* Notes go on, where there are pages for them. */
  chart->options.notes_pages = TRUE;
  compose (chart);
  g_assert_cmpuint (report.n_sources, ==, 0);
  chart->options.notes_pages = FALSE;
  chart->options.no_sources = TRUE;
  compose (chart);
  g_assert_cmpuint (report.n_sources, ==, 0);
}

static void
test_chart_report (void)
{
  check_many (check_report, N_CHARTS / 2);
}

/* Who has cancelled it waits for few layouts rather than for all pages. */
static void
test_chart_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Chart chart;
  guint n_pages;

  make_chart (&chart, 3);
  chart.options.in_pages = TRUE;
  chart.options.width = 480;
  chart.options.height = LEAST_HEIGHT;
  compose (&chart);
  n_pages = chart.pages->len;
  g_cancellable_cancel (cancellable);
  chart.options.cancellable = cancellable;
  compose (&chart);
  g_assert_cmpuint (chart.pages->len, <, n_pages);
  clear_chart (&chart);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/inside", test_chart_inside);
  g_test_add_func ("/chart/parts-apart", test_chart_parts_apart);
  g_test_add_func ("/chart/sources", test_chart_sources);
  g_test_add_func ("/chart/switched-off", test_chart_switched_off);
  g_test_add_func ("/chart/switched-on", test_chart_switched_on);
  g_test_add_func ("/chart/auto-height", test_chart_auto_height);
  g_test_add_func ("/chart/pages", test_chart_pages);
  g_test_add_func ("/chart/filter", test_chart_filter);
  g_test_add_func ("/chart/report", test_chart_report);
  g_test_add_func ("/chart/cancelled", test_chart_cancelled);

  return g_test_run ();
}
