/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "fake-measure.h"

#include "tl-chart.h"
#include "tl-edtf.h"
#include "tl-event-words.h"
#include "tl-load.h"

#include <string.h>

/* A legend explains what is drawn, all of it, and nothing else. */

#define HEAD "{\"format\": \"throughline\", \"version\": 1, \"title\": \"T\", "

/* Events of a timeline of two lanes, and the cues that their chart has. */
typedef struct
{
  const char *name;
  const char *events;
  const char *cues; /* in their order, with commas */
} Row;

#define SURE "\"claims\": [{\"text\": \"x\", \"status\": \"reported\", \"sources\": [\"s\"]}], \"actors\": [\"a\"]"
#define EVENT(id, when, more) "{\"id\": \"" id "\", \"title\": \"" id "\", \"when\": \"" when "\", " more "}"
#define LINK(kind, status) SURE ", \"links\": [{\"to\": \"q\", \"kind\": \"" kind "\", \"status\": \"" status "\"}]"
#define Q EVENT ("q", "2020-06-01", SURE)

static const Row rows[] = {
  { "a day", EVENT ("p", "2020-01-01", SURE), "" },
  { "a month", EVENT ("p", "2020-02", SURE), "some time in this period" },
  { "about a day", EVENT ("p", "2020-02-02~", SURE), "not known exactly" },
  { "from a month on", EVENT ("p", "2020-02/2020-08-01", SURE), "not known exactly" },
  { "an open end", EVENT ("p", "2020-02-02/..", SURE), "goes on" },
  { "an unknown start", EVENT ("p", "/2020-02-02", SURE), "start or end not known" },
  { "a link", EVENT ("p", "2020-01-01", LINK ("led-to", "confirmed")) ", " Q, "led to" },
  { "a link that is denied", EVENT ("p", "2020-01-01", LINK ("answers", "denied")) ", " Q,
    "sources differ, or it is disputed,answers" },
  { "a link that is disputed", EVENT ("p", "2020-01-01", LINK ("repeats", "disputed")) ", " Q,
    "sources differ, or it is disputed,repeats" },
  { "a tie", EVENT ("p", "2020-01-01", "\"claims\": [{\"text\": \"x\", \"status\": \"reported\", \"sources\": [\"s\"]}], \"actors\": [\"a\", \"b\"]"),
    "also involves" },
};

static TlTimeline *
load (const char *parts)
{
  g_autofree char *text = g_strconcat (HEAD, parts, "}", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlLoad) loaded = tl_load_bytes (bytes, NULL);

  g_assert_nonnull (loaded->timeline);
  g_assert_cmpuint (loaded->n_left_out, ==, 0);

  return g_object_ref (loaded->timeline);
}

static TlTimeline *
load_events (const char *events)
{
  g_autofree char *parts = g_strconcat ("\"actors\": [{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"name\": \"B\"}], "
                                        "\"lanes\": [{\"id\": \"la\", \"name\": \"A\", \"actors\": [\"a\"]}, "
                                        "{\"id\": \"lb\", \"name\": \"B\", \"actors\": [\"b\"]}], "
                                        "\"sources\": [{\"id\": \"s\", \"publisher\": \"S\"}], \"events\": [",
                                        events, "]", NULL);

  return load (parts);
}

static TlScene *
draw (TlTimeline   *timeline,
      const TlDate *window,
      guint32       first,
      double        height)
{
  TlChartOptions options = {
    .width = 1600,
    .height = height,
    .axis = TL_AXIS_LINEAR,
    .window = window,
    .selected = TL_NONE,
  };
  g_autofree guint32 *events = NULL;
  g_autoptr (GPtrArray) pages = NULL;

  tl_timeline_get_events (timeline, &options.n_events);
  options.n_events -= first;
  options.events = events = g_new (guint32, options.n_events);
  for (guint32 i = 0; i < options.n_events; i++)
    events[i] = first + i;
  pages = tl_chart_compose (timeline, &options, &tl_fake_measure);

  return tl_scene_ref (pages->pdata[0]);
}

/* The entries, with commas between them. */
static char *
read_legend (const TlScene *scene)
{
  GString *text = g_string_new (NULL);
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    for (guint32 k = 0; items[i].kind == TL_ITEM_LEGEND && k < items[i].n_shapes; k++)
      {
        const TlShape *shape = &tl_scene_get_shapes (scene, &items[i])[k];

        if (shape->kind == TL_SHAPE_TEXT)
          g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", shape->text);
      }

  return g_string_free (text, FALSE);
}

static void
test_legend_cues (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TlTimeline) timeline = load_events (rows[i].events);
      g_autoptr (TlScene) scene = draw (timeline, NULL, 0, 900);
      g_autofree char *legend = read_legend (scene);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (legend, ==, rows[i].cues);
    }
}

/* What is cut needs no words, nor what would fade where it is cut. */
static void
test_legend_cut (void)
{
  static const char *const whens[] = { "2018-01-01/2023-01-01", "2018/2023", "202X" };
  TlDate window;

  g_assert_true (tl_edtf_parse ("2021-01-01/2021-12-31", -1, &window, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (whens); i++)
    {
      g_autofree char *events = g_strdup_printf (EVENT ("p", "%s", SURE), whens[i]);
      g_autoptr (TlTimeline) timeline = load_events (events);
      g_autoptr (TlScene) scene = draw (timeline, &window, 0, 900);
      g_autofree char *legend = read_legend (scene);

      g_assert_cmpstr (legend, ==, "");
    }
}

/* Nobody is tied to a lane that is not there. */
static void
test_legend_hidden_lane (void)
{
  g_autoptr (TlTimeline) timeline =
    load_events (EVENT ("o", "2019-01-01", "\"actors\": [\"b\"]") ", "
                 EVENT ("p", "2020-01-01", "\"claims\": [{\"text\": \"x\", \"status\": \"reported\", \"sources\": [\"s\"]}], \"actors\": [\"a\", \"b\"]"));
  g_autoptr (TlScene) scene = draw (timeline, NULL, 1, 900);
  g_autoptr (TlScene) whole = draw (timeline, NULL, 0, 900);
  g_autofree char *legend = read_legend (scene);
  g_autofree char *all = read_legend (whole);

  g_assert_cmpstr (legend, ==, "");
  g_assert_nonnull (strstr (all, "also involves"));
}

#define N_MANY 150

/* However many categories there are, each has its entry. */
static void
test_legend_categories (void)
{
  g_autoptr (GString) text = g_string_new ("\"categories\": [");
  g_autoptr (TlTimeline) timeline = NULL;
  g_autoptr (TlScene) scene = NULL;
  g_autofree char *legend = NULL;
  g_auto (GStrv) entries = NULL;

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (text, "%s{\"id\": \"c%u\", \"name\": \"c%u\"}", i > 0 ? ", " : "", i, i);
  g_string_append (text, "], \"events\": [");
  for (guint i = 0; i < N_MANY; i += 2)
    g_string_append_printf (text, "%s{\"id\": \"e%u\", \"title\": \"e\", \"when\": \"%u-01-01\", \"category\": \"c%u\"}",
                            i > 0 ? ", " : "", i, 1000 + i, i);
  g_string_append (text, "]");

  timeline = load (text->str);
  scene = draw (timeline, NULL, 0, 0);
  legend = read_legend (scene);
  entries = g_strsplit (legend, ",", -1);
  g_assert_cmpuint (g_strv_length (entries), >=, N_MANY / 2);
  for (guint i = 0; i < N_MANY / 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", 2 * i);

      g_assert_cmpstr (entries[i], ==, name);
    }
}

/* An event is tied to each lane once, however many lanes there are. */
static void
test_legend_many_ties (void)
{
  g_autoptr (GString) text = g_string_new ("\"actors\": [");
  g_autoptr (GString) lanes = g_string_new (NULL);
  g_autoptr (GString) own = g_string_new (NULL);
  g_autoptr (TlTimeline) timeline = NULL;
  g_autoptr (TlScene) scene = NULL;
  const TlSceneItem *items;
  guint n_items;
  guint n_rings = 0;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_string_append_printf (text, "%s{\"id\": \"a%u\", \"name\": \"a%u\"}", i > 0 ? ", " : "", i, i);
      g_string_append_printf (lanes, "%s{\"id\": \"l%u\", \"name\": \"l%u\", \"actors\": [\"a%u\"]}", i > 0 ? ", " : "",
                              i, i, i);
      g_string_append_printf (own, "%s\"a%u\"", i > 0 ? ", " : "", i);
    }
  g_string_append_printf (text, "], \"lanes\": [%s], \"events\": [{\"id\": \"e\", \"title\": \"e\", "
                          "\"when\": \"2020-01-01\", \"actors\": [%s]}]", lanes->str, own->str);

  timeline = load (text->str);
  scene = draw (timeline, NULL, 0, 0);
  items = tl_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    for (guint32 k = 0; items[i].kind == TL_ITEM_TIE && k < items[i].n_shapes; k++)
      n_rings += tl_scene_get_shapes (scene, &items[i])[k].kind == TL_SHAPE_CIRCLE;
  g_assert_cmpuint (n_rings, ==, N_MANY - 1);
}

static void
test_legend_lines (void)
{
  for (TlLinkKind i = TL_LINK_LED_TO; i <= TL_LINK_REPEATS; i++)
    for (TlLinkKind k = TL_LINK_LED_TO; k < i; k++)
      g_assert_cmpint (tl_link_kind_get_dash (i), !=, tl_link_kind_get_dash (k));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/legend/cues", test_legend_cues);
  g_test_add_func ("/legend/cut", test_legend_cut);
  g_test_add_func ("/legend/hidden-lane", test_legend_hidden_lane);
  g_test_add_func ("/legend/categories", test_legend_categories);
  g_test_add_func ("/legend/many-ties", test_legend_many_ties);
  g_test_add_func ("/legend/lines", test_legend_lines);

  return g_test_run ();
}
