/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-handout.h"

#include "fake-measure.h"
#include "make-dated.h"

#include "tl-load.h"

#include <string.h>

/* What an audience takes home: nothing is missing, nothing lies on anything
 * else, and every link leads somewhere. */

#define A4_WIDTH  794.0
#define A4_HEIGHT 1123.0

#define LETTER_WIDTH  816.0
#define LETTER_HEIGHT 1056.0

/* Of paper, at the sides and at the foot. */
#define LEAST_MARGIN 30.0
#define NEARLY       0.5

typedef struct
{
  TlTimeline *timeline;
  GArray     *events;
  TlOutline  *outline;
  GPtrArray  *pages;
  GPtrArray  *texts; /* of each page, all its lines */
} Handout;

static void
append_flat (GString    *all,
             const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (all, "%s ", *word);
}

static char *
read_page (const TlScene *page)
{
  GString *text = g_string_new (NULL);
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (page, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const TlShape *shapes = tl_scene_get_shapes (page, &items[i]);

      for (guint k = 0; k < items[i].n_shapes; k++)
        if (shapes[k].kind == TL_SHAPE_TEXT)
          append_flat (text, shapes[k].text);
    }

  return g_string_free (text, FALSE);
}

static void
make (Handout       *handout,
      TlTimeline    *timeline,
      double         width,
      double         height,
      gboolean       is_rtl,
      const guint32 *events,
      guint          n_events)
{
  g_autoptr (TlTalk) talk = tl_talk_new (timeline, events, n_events, NULL);
  const TlHandoutOptions options = {
    .chart = {
      .width = width,
      .height = height,
      .theme = TL_THEME_PRINT,
      .events = events,
      .n_events = n_events,
      .selected = TL_NONE,
      .is_rtl = is_rtl != 0,
    },
    .talk = talk,
    .measure = &tl_fake_measure,
  };

  handout->timeline = g_object_ref (timeline);
  handout->outline = tl_outline_new ();
  handout->pages = tl_handout_compose (timeline, &options, handout->outline);
  handout->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < handout->pages->len; i++)
    g_ptr_array_add (handout->texts, read_page (handout->pages->pdata[i]));
}

static void
make_of_all (Handout    *handout,
             TlTimeline *timeline,
             double      width,
             double      height,
             gboolean    is_rtl)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_events;

  tl_timeline_get_events (timeline, &n_events);
  for (guint32 i = 0; i < n_events; i++)
    g_array_append_val (events, i);
  make (handout, timeline, width, height, is_rtl, (const guint32 *) (void *) events->data, n_events);
}

static void
clear_handout (Handout *handout)
{
  g_object_unref (handout->timeline);
  tl_outline_free (handout->outline);
  g_ptr_array_unref (handout->pages);
  g_ptr_array_unref (handout->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Handout, clear_handout)

static TlTimeline *
load_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlLoad) loaded = tl_load_bytes (bytes, NULL);

  return g_object_ref (loaded->timeline);
}

/* Returns the first page that has it, from the second on. */
static guint
find_page (const Handout *handout,
           const char    *text)
{
  g_autoptr (GString) flat = g_string_new (NULL);

  append_flat (flat, text);
  for (guint i = 1; i < handout->texts->len; i++)
    if (strstr (handout->texts->pdata[i], flat->str) != NULL)
      return i;

  g_error ("no page has “%s”", text);
}

static void
check_said (const Handout *handout,
            TlText         text)
{
  if (text != 0)
    find_page (handout, tl_timeline_get_text (handout->timeline, text));
}

static void
check_difference (const Handout      *handout,
                  const TlDifference *difference)
{
  const TlSide *sides = tl_timeline_get_sides (handout->timeline, difference->sides);

  check_said (handout, difference->question);
  check_said (handout, difference->settled);
  for (guint i = 0; i < difference->sides.count; i++)
    check_said (handout, sides[i].text);
}

static void
check_event (const Handout *handout,
             const TlEvent *event)
{
  const TlClaim *claims = tl_timeline_get_claims (handout->timeline, event->claims);
  const TlDifference *differences = tl_timeline_get_differences (handout->timeline, event->differences);

  check_said (handout, event->title);
  check_said (handout, event->summary);
  for (guint i = 0; i < event->claims.count; i++)
    check_said (handout, claims[i].text);
  for (guint i = 0; i < event->differences.count; i++)
    check_difference (handout, &differences[i]);
}

static gboolean
overlap (const TlRect *a,
         const TlRect *b)
{
  return a->x + NEARLY < b->x + b->width && b->x + NEARLY < a->x + a->width
         && a->y + NEARLY < b->y + b->height && b->y + NEARLY < a->y + a->height;
}

static void
check_apart (const TlScene *page)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlRect));
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (page, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const TlShape *shapes = tl_scene_get_shapes (page, &items[i]);

      for (guint k = 0; k < items[i].n_shapes; k++)
        {
          const TlRect *box = &shapes[k].box;

          g_assert_cmpfloat (box->x, >=, LEAST_MARGIN);
          g_assert_cmpfloat (box->y, >=, LEAST_MARGIN);
          g_assert_cmpfloat (box->x + box->width, <=, tl_scene_get_width (page) - LEAST_MARGIN + NEARLY);
          g_assert_cmpfloat (box->y + box->height, <=, tl_scene_get_height (page) - LEAST_MARGIN + NEARLY);
          if (shapes[k].kind != TL_SHAPE_TEXT)
            continue;
          for (guint m = 0; m < boxes->len; m++)
            if (overlap (box, &g_array_index (boxes, TlRect, m)))
              g_error ("“%s” lies on another text", shapes[k].text);
          g_array_append_val (boxes, *box);
        }
    }
}

/* Only of the chart, others have looked at that. */
static void
check_pages (const Handout *handout,
             double         width,
             double         height)
{
  const TlScene *chart = handout->pages->pdata[0];

  g_assert_cmpfloat (tl_scene_get_width (chart), ==, height);
  g_assert_cmpfloat (tl_scene_get_height (chart), ==, width);
  for (guint i = 1; i < handout->pages->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u of %u ", i + 1, handout->pages->len);

      g_assert_cmpfloat (tl_scene_get_width (handout->pages->pdata[i]), ==, width);
      g_assert_cmpfloat (tl_scene_get_height (handout->pages->pdata[i]), ==, height);
      check_apart (handout->pages->pdata[i]);
      g_assert_true (g_str_has_suffix (handout->texts->pdata[i], number));
    }
}

static void
check_links (const Handout *handout)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_links = 0;
  guint n_entries;
  const TlOutlineEntry *entries = tl_outline_get_entries (handout->outline, &n_entries);

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < handout->pages->len; i++)
      {
        guint n_items;
        const TlSceneItem *items = tl_scene_get_items (handout->pages->pdata[i], &n_items);

        for (guint k = 0; k < n_items; k++)
          {
            if (round == 0 && items[k].id != NULL)
              g_assert_true (g_hash_table_add (ids, (gpointer) items[k].id));
            if (round == 0 || items[k].link == NULL || items[k].link[0] != '#')
              continue;
            g_assert_true (g_hash_table_contains (ids, items[k].link + 1));
            n_links++;
          }
      }
  g_assert_cmpuint (n_links, >, 0);
  for (guint i = 0; i < n_entries; i++)
    g_assert_true (g_hash_table_contains (ids, entries[i].id));
}

static void
check_all (const Handout *handout)
{
  guint n_events;
  const TlEvent *events = tl_timeline_get_events (handout->timeline, &n_events);
  guint n_sources;
  const TlSource *sources = tl_timeline_get_sources (handout->timeline, &n_sources);

  for (guint i = 0; i < n_events; i++)
    check_event (handout, &events[i]);
  for (guint i = 0; i < n_sources; i++)
    {
      check_said (handout, sources[i].title);
      check_said (handout, sources[i].publisher);
    }
}

static void
test_story (void)
{
  static const struct
  {
    double   width;
    double   height;
    gboolean is_rtl;
  } papers[] = {
    { A4_WIDTH, A4_HEIGHT, FALSE },
    { LETTER_WIDTH, LETTER_HEIGHT, FALSE },
    { A4_WIDTH, A4_HEIGHT, TRUE },
    { TL_HANDOUT_LEAST_WIDTH, 500, FALSE },
  };
  g_autoptr (TlTimeline) timeline = tl_make_dated_sample ("meta-scale-openai-google");

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_auto (Handout) handout = { 0 };

      /* Sides in either order are the same. */
      make_of_all (&handout, timeline, i % 2 == 0 ? papers[i].width : papers[i].height,
                   i % 2 == 0 ? papers[i].height : papers[i].width, papers[i].is_rtl);
      check_pages (&handout, papers[i].width, papers[i].height);
      check_links (&handout);
      /* On the smallest, what stands side by side goes over to another page. */
      if (papers[i].height > LETTER_WIDTH)
        check_all (&handout);
    }
}

#define HEAD                                                                              \
  "{\"format\":\"throughline\",\"version\":1,\"title\":\"Whole\",\"sources\":[{\"id\":\"s\"," \
  "\"publisher\":\"Gazette\",\"title\":\"Gate\",\"url\":\"https://example.org/gate\"}],\"events\":["

static void
test_order (void)
{
  g_autoptr (TlTimeline) timeline = load_text (
    HEAD "{\"id\":\"a\",\"when\":\"2025-01-01\",\"title\":\"First thing\",\"notes\":\"Whisper\","
         "\"claims\":[{\"text\":\"It was so\",\"status\":\"reported\",\"sources\":[\"s\"]}]},"
         "{\"id\":\"b\",\"when\":\"2025-02-01\",\"title\":\"Second thing\"},"
         "{\"id\":\"c\",\"when\":\"2025-03-01\",\"title\":\"Third thing\"}],"
         "\"talk\":{\"steps\":[{\"title\":\"Spare\",\"events\":[\"b\"],\"hidden\":true},"
         "{\"title\":\"One\",\"events\":[\"a\"],\"notes\":\"Murmur\"},{\"title\":\"Two\",\"events\":[\"a\"]}]}}");
  g_auto (Handout) handout = { 0 };
  static const char *const order[] = {
    "1. One ", "First thing ", "It was so Reported [1] ", "2. Two ", "First thing see step 1 ", "Kept in reserve ", "3. Spare ",
    "Second thing ", "Further events ", "Third thing "
  };
  const char *at;

  make_of_all (&handout, timeline, A4_WIDTH, A4_HEIGHT, FALSE);
  g_assert_cmpuint (handout.pages->len, ==, 3);
  at = handout.texts->pdata[1];
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      at = strstr (at, order[i]);
      g_assert_nonnull (at);
      at += strlen (order[i]);
    }
  g_assert_nonnull (strstr (handout.texts->pdata[2], "[1] Gazette Gate https://example.org/gate Named on page 2 "));
  for (guint i = 0; i < handout.texts->len; i++)
    {
      g_assert_null (strstr (handout.texts->pdata[i], "Whisper"));
      g_assert_null (strstr (handout.texts->pdata[i], "Murmur"));
    }
  check_links (&handout);
}

static void
test_filtered (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_dated_sample ("meta-scale-openai-google");
  const guint32 events[] = { 3, 20 };
  const TlEvent *all;
  guint n_events;
  g_auto (Handout) handout = { 0 };

  make (&handout, timeline, A4_WIDTH, A4_HEIGHT, FALSE, events, G_N_ELEMENTS (events));
  all = tl_timeline_get_events (timeline, &n_events);
  check_event (&handout, &all[3]);
  check_event (&handout, &all[20]);
  for (guint i = 1; i < handout.texts->len; i++)
    for (guint k = 0; k < n_events; k++)
      if (k != 3 && k != 20)
        g_assert_null (strstr (handout.texts->pdata[i], tl_timeline_get_text (timeline, all[k].title)));
}

/* Texts of many pages, and words that are wider than a page. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "{\"id\":\"a\",\"when\":\"2025\",\"title\":\"");
  g_autoptr (TlTimeline) timeline = NULL;
  g_auto (Handout) handout = { 0 };
  guint found = 0;

  for (guint i = 0; i < 300; i++)
    g_string_append (text, "W");
  g_string_append (text, "\",\"claims\":[{\"text\":\"");
  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (text, "w%u ", i);
  g_string_append (text, "\",\"status\":\"reported\",\"sources\":[\"s\"]},{\"text\":\"Short\",\"status\":\"opinion\"}],\"differences\":[{\"question\":\"Which?\",\"sides\":[");
  for (guint i = 0; i < 5; i++)
    {
      g_string_append_printf (text, "%s{\"text\":\"", i > 0 ? "," : "");
      for (guint k = 0; k < 700; k++)
        g_string_append_printf (text, "side%u ", i);
      g_string_append (text, "\",\"sources\":[\"s\"]}");
    }
  g_string_append (text, "]}]}],\"talk\":{\"steps\":[{\"title\":\"One\",\"events\":[\"a\"]}]}}");
  timeline = load_text (text->str);
  make_of_all (&handout, timeline, A4_WIDTH, A4_HEIGHT, FALSE);
  check_pages (&handout, A4_WIDTH, A4_HEIGHT);
  check_links (&handout);

  /* Each word once, in order, over all pages. */
  for (guint i = 1; i < handout.texts->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (handout.texts->pdata[i], " ", -1);

      for (char **word = words; *word != NULL; word++)
        if (word[0][0] == 'w' && g_ascii_isdigit (word[0][1]))
          {
            g_assert_cmpuint (g_ascii_strtoull (*word + 1, NULL, 10), ==, found);
            found++;
          }
    }
  g_assert_cmpuint (found, ==, 6000);
}

/* An end that is made of it leaves pages that are sound. */
static void
test_cancelled (void)
{
  g_autoptr (TlTimeline) timeline = tl_make_dated_sample ("meta-scale-openai-google");
  g_autoptr (TlOutline) outline = tl_outline_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const guint32 events[] = { 0, 1 };
  g_autoptr (TlTalk) talk = tl_talk_new (timeline, events, G_N_ELEMENTS (events), NULL);
  const TlHandoutOptions options = {
    .chart = {
      .width = A4_WIDTH,
      .height = A4_HEIGHT,
      .events = events,
      .n_events = G_N_ELEMENTS (events),
      .selected = TL_NONE,
      .cancellable = cancellable,
    },
    .talk = talk,
    .measure = &tl_fake_measure,
  };
  g_autoptr (GPtrArray) pages = NULL;

  g_cancellable_cancel (cancellable);
  pages = tl_handout_compose (timeline, &options, outline);
  g_assert_cmpuint (pages->len, <=, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handout/story", test_story);
  g_test_add_func ("/handout/order", test_order);
  g_test_add_func ("/handout/filtered", test_filtered);
  g_test_add_func ("/handout/long", test_long);
  g_test_add_func ("/handout/cancelled", test_cancelled);

  return g_test_run ();
}
