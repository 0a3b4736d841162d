/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "fake-measure.h"

#include "tl-layout.h"
#include "tl-load.h"

#include <math.h>
#include <string.h>

/* Where the names of eras stand, and which links are drawn. */

#define N_TIMELINES 120
#define LANES_WIDTH 900.0

/* Sums of lengths are not exact. */
#define NEARLY 1e-6

typedef struct
{
  TlTimeline     *timeline;
  TlAxis         *axis;
  guint32        *events;
  TlLayoutOptions options;
  TlLayout       *layout;
} Made;

static void
free_made (Made *self)
{
  tl_layout_free (self->layout);
  tl_axis_unref (self->axis);
  g_object_unref (self->timeline);
  g_free (self->events);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Made, free_made)

static Made *
make (const char *text,
      TlAxisMode  mode,
      double      zoom,
      gboolean    in_pages)
{
  Made *self = g_new0 (Made, 1);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlLoad) loaded = tl_load_bytes (bytes, NULL);
  TlLayoutOptions *options = &self->options;

  g_assert_cmpuint (loaded->n_left_out, ==, 0);
  self->timeline = g_object_ref (loaded->timeline);
  tl_timeline_get_events (self->timeline, &options->n_events);
  self->events = g_new (guint32, options->n_events);
  for (guint32 i = 0; i < options->n_events; i++)
    self->events[i] = i;

  options->events = self->events;
  self->axis = tl_axis_new (self->timeline, self->events, options->n_events, mode, NULL);
  options->axis = self->axis;
  options->drawing = (TlDrawing){ self->timeline, tl_theme_get (TL_THEME_LIGHT), NULL, &tl_fake_measure, NULL };
  options->scale = zoom * tl_layout_get_scale_for (self->axis, LANES_WIDTH);
  options->page = in_pages ? LANES_WIDTH : 0;
  options->selected = TL_NONE;
  self->layout = tl_layout_new (options);

  return self;
}

static TlScene *
draw (const Made *made,
      double      x,
      double      width,
      guint32     selected)
{
  const TlView view = {
    .area = { 0, 0, tl_layout_get_gutter (made->layout) + width,
              tl_layout_get_head (made->layout) + tl_layout_get_lanes_height (made->layout) },
    .x = x,
    .selected = selected,
  };
  TlScene *scene = tl_scene_new (view.area.width, view.area.height, 0xffffffff);

  tl_layout_draw (made->layout, &view, scene);
  tl_scene_finish (scene);

  return scene;
}

static char *
format_day (guint32 day)
{
  GDate date;
  char text[16];

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);

  return g_strdup (text);
}

/* As many eras as there may be in no good drawing, most of them narrow. */
static char *
write_eras (GRand *rand)
{
  GString *text = g_string_new ("{\"format\":\"throughline\",\"version\":1,\"title\":\"T\",\"as_of\":\"2025\",\"eras\":[");
  int n_eras = g_rand_int_range (rand, 1, 30);

  for (int i = 0; i < n_eras; i++)
    {
      guint32 day = (guint32) g_rand_int_range (rand, 693000, 697000);
      int longest = g_rand_boolean (rand) ? 1500 : 40;
      g_autofree char *from = format_day (day);
      g_autofree char *to = format_day (day + 1 + (guint32) g_rand_int_range (rand, 0, longest));
      g_autofree char *name = g_strnfill ((gsize) g_rand_int_range (rand, 1, g_rand_boolean (rand) ? 20 : 90), 'n');

      g_string_append_printf (text, "%s{\"id\":\"e%d\",\"name\":\"%s\",\"when\":\"%s/%s\"}", i > 0 ? "," : "", i, name,
                              from, to);
    }
  g_string_append (text, "],\"events\":[{\"id\":\"a\",\"title\":\"A\",\"when\":\"1898-01-01\"},"
                         "{\"id\":\"b\",\"title\":\"B\",\"when\":\"1908-01-01\"}]}");

  return g_string_free (text, FALSE);
}

static const TlShape *
find_text (const TlScene     *scene,
           const TlSceneItem *item)
{
  const TlShape *shapes = tl_scene_get_shapes (scene, item);

  for (guint32 i = 0; item->kind == TL_ITEM_ERA && i < item->n_shapes; i++)
    if (shapes[i].kind == TL_SHAPE_TEXT)
      return &shapes[i];

  return NULL;
}

/* No name touches another one; where the view @is_whole, none is cut either. Returns how
 * many there are. */
static guint
check_names (const Made    *made,
             const TlScene *scene,
             gboolean       is_whole)
{
  guint n_items, n_names = 0;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);
  double left = tl_layout_get_gutter (made->layout);

  for (guint i = 0; i < n_items; i++)
    {
      const TlShape *name = find_text (scene, &items[i]);

      if (name == NULL)
        continue;
      n_names++;
      g_assert_cmpfloat (name->box.y, >=, 0);
      g_assert_cmpfloat (name->box.y + name->box.height, <=, tl_layout_get_head (made->layout));
      if (is_whole)
        {
          g_assert_cmpfloat (name->box.x, >=, left - NEARLY);
          g_assert_cmpfloat (name->box.x + name->box.width, <=, left + LANES_WIDTH + NEARLY);
        }
      for (guint k = 0; k < i; k++)
        {
          const TlShape *other = find_text (scene, &items[k]);
          TlRect grown = tl_rect_grow (&name->box, 2);

          g_assert_false (other != NULL && fabs (other->box.y - name->box.y) < 4
                          && tl_rect_overlaps (&grown, &other->box));
        }
    }

  return n_names;
}

static void
test_eras_apart (void)
{
  static const TlAxisMode modes[] = { TL_AXIS_LINEAR, TL_AXIS_FOLDED, TL_AXIS_EVEN };
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  guint n_names = 0;

  for (guint i = 0; i < N_TIMELINES; i++)
    {
      g_autofree char *text = write_eras (rand);
      double zoom = i % 3 == 0 ? 1 : g_rand_double_range (rand, 1, 20);
      gboolean in_pages = i % 3 == 1;
      gboolean is_whole = i % 3 < 2;
      g_autoptr (Made) made = make (text, modes[i % 7 % 3], zoom, in_pages);
      double width = tl_layout_get_content_width (made->layout);

      g_test_message ("%u: %s", i, text);
      for (double x = 0; x < width - 1; x += is_whole ? LANES_WIDTH : LANES_WIDTH / 7)
        {
          g_autoptr (TlScene) scene = draw (made, x, LANES_WIDTH, TL_NONE);

          n_names += check_names (made, scene, is_whole);
        }
    }

  g_test_message ("%u names", n_names);
  g_assert_cmpuint (n_names, >, 1000);
}

static const TlSceneItem *
find_item (const TlScene *scene,
           const char    *id)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (g_strcmp0 (items[i].id, id) == 0)
      return &items[i];

  return NULL;
}

static double
get_name_y (const TlScene *scene,
            const char    *id)
{
  const TlSceneItem *item = find_item (scene, id);
  const TlShape *name = item != NULL ? find_text (scene, item) : NULL;

  if (name == NULL)
    g_error ("%s has no name", id);

  return name->box.y;
}

/* The last day of one and the first of the next; a fourth beside three; one
 * that nothing of the axis reaches. */
static void
test_eras_rows (void)
{
  g_autoptr (Made) made = make ("{\"format\":\"throughline\",\"version\":1,\"title\":\"T\",\"as_of\":\"2025\",\"eras\":["
                                "{\"id\":\"a\",\"name\":\"A\",\"when\":\"2000-01-01/2000-01-10\"},"
                                "{\"id\":\"b\",\"name\":\"B\",\"when\":\"2000-01-10/2000-01-20\"},"
                                "{\"id\":\"c\",\"name\":\"C\",\"when\":\"2000-01-02/2000-01-19\"},"
                                "{\"id\":\"d\",\"name\":\"D\",\"when\":\"2000-01-03/2000-01-18\"},"
                                "{\"id\":\"e\",\"name\":\"E\",\"when\":\"2000-01-04/2000-01-17\"},"
                                "{\"id\":\"f\",\"name\":\"F\",\"when\":\"2001\"}],\"events\":["
                                "{\"id\":\"x\",\"title\":\"X\",\"when\":\"2000-01-01\"},"
                                "{\"id\":\"y\",\"title\":\"Y\",\"when\":\"2000-01-20\"}]}",
                                TL_AXIS_LINEAR, 1, FALSE);
  g_autoptr (TlScene) scene = draw (made, 0, LANES_WIDTH, TL_NONE);
  const TlSceneItem *fifth = find_item (scene, "era-e");

  g_assert_cmpfloat (get_name_y (scene, "era-a"), ==, get_name_y (scene, "era-b"));
  g_assert_cmpfloat (get_name_y (scene, "era-a"), <, get_name_y (scene, "era-c"));
  g_assert_cmpfloat (get_name_y (scene, "era-c"), <, get_name_y (scene, "era-d"));
  g_assert_nonnull (fifth);
  g_assert_cmpstr (fifth->name, ==, "E");
  g_assert_cmpuint (fifth->n_shapes, ==, 1);
  g_assert_null (find_text (scene, fifth));
  g_assert_null (find_item (scene, "era-f"));
}

/* Narrow ones have names, too: to the right, at the right edge to the left. */
static void
test_eras_narrow (void)
{
  g_autoptr (Made) made = make ("{\"format\":\"throughline\",\"version\":1,\"title\":\"T\",\"as_of\":\"2025\",\"eras\":["
                                "{\"id\":\"a\",\"name\":\"A very short time\",\"when\":\"2000-01-01\"},"
                                "{\"id\":\"b\",\"name\":\"Another short time\",\"when\":\"2009-12-31\"}],\"events\":["
                                "{\"id\":\"x\",\"title\":\"X\",\"when\":\"2000-01-01\"},"
                                "{\"id\":\"y\",\"title\":\"Y\",\"when\":\"2009-12-31\"}]}",
                                TL_AXIS_LINEAR, 1, FALSE);
  g_autoptr (TlScene) scene = draw (made, 0, LANES_WIDTH, TL_NONE);

  g_assert_cmpuint (check_names (made, scene, TRUE), ==, 2);
  g_assert_cmpfloat (get_name_y (scene, "era-a"), ==, get_name_y (scene, "era-b"));
}

/* Each event with each that follows, both ways: 870 links. */
static char *
write_links (void)
{
  GString *text = g_string_new ("{\"format\":\"throughline\",\"version\":1,\"title\":\"T\",\"as_of\":\"2025\",\"events\":[");

  for (int i = 0; i < 30; i++)
    {
      g_string_append_printf (text, "%s{\"id\":\"v%d\",\"title\":\"V\",\"when\":\"20%02d-01-01\",\"importance\":%d,\"links\":[",
                              i > 0 ? "," : "", i, i, i % 5 + 1);
      for (int k = 0, n = 0; k < 30; k++)
        if (k != i)
          g_string_append_printf (text, "%s{\"to\":\"v%d\",\"kind\":\"%s\"}", n++ > 0 ? "," : "", k,
                                  k > i ? "led-to" : "answers");
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

static void
gather_links (const TlScene *scene,
              GHashTable    *found)
{
  guint n_items;
  const TlSceneItem *items = tl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == TL_ITEM_LINK)
      g_hash_table_add (found, GUINT_TO_POINTER (items[i].index));
}

/* What is drawn of too many links does not depend on the view. */
static void
test_links_many (void)
{
  g_autofree char *text = write_links ();
  g_autoptr (Made) made = make (text, TL_AXIS_LINEAR, 3, FALSE);
  double width = tl_layout_get_content_width (made->layout);
  g_autoptr (GHashTable) whole = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) parts = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) selected = g_hash_table_new (NULL, NULL);
  g_autoptr (TlScene) all = draw (made, 0, width, TL_NONE);
  g_autoptr (TlScene) of_first = draw (made, 0, width, 0);

  gather_links (all, whole);
  gather_links (of_first, selected);
  for (double x = 0; x < width; x += LANES_WIDTH / 2)
    {
      g_autoptr (TlScene) part = draw (made, x, LANES_WIDTH, TL_NONE);

      gather_links (part, parts);
    }

  /* Those between 18 events of importance 3 and more. */
  g_assert_cmpuint (g_hash_table_size (whole), ==, 18 * 17);
  g_assert_cmpuint (g_hash_table_size (parts), ==, 18 * 17);
  /* The first is of importance 1: all of its links are added. */
  g_assert_cmpuint (g_hash_table_size (selected), ==, 18 * 17 + 2 * 29);
}

/* A led to B, B answers A: two lines, not one with two heads. */
static void
test_links_both_ways (void)
{
  g_autoptr (Made) made = make ("{\"format\":\"throughline\",\"version\":1,\"title\":\"T\",\"as_of\":\"2025\","
                                "\"actors\":[{\"id\":\"p\",\"name\":\"P\"},{\"id\":\"q\",\"name\":\"Q\"}],\"events\":["
                                "{\"id\":\"x\",\"title\":\"X\",\"when\":\"2000-01-01/2000-02-01\",\"actors\":[\"p\"],"
                                "\"links\":[{\"to\":\"y\",\"kind\":\"led-to\"}]},"
                                "{\"id\":\"y\",\"title\":\"Y\",\"when\":\"2000-01-01/2000-02-01\",\"actors\":[\"q\"],"
                                "\"links\":[{\"to\":\"x\",\"kind\":\"answers\"}]}]}",
                                TL_AXIS_LINEAR, 1, FALSE);
  g_autoptr (TlScene) scene = draw (made, 0, LANES_WIDTH, TL_NONE);
  const TlSceneItem *led = find_item (scene, "link-x-1");
  const TlSceneItem *answers = find_item (scene, "link-y-1");

  g_assert_nonnull (led);
  g_assert_nonnull (answers);
  g_assert_cmpfloat (fabs (tl_scene_get_shapes (scene, led)->box.x - tl_scene_get_shapes (scene, answers)->box.x), >,
                     4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/eras/apart", test_eras_apart);
  g_test_add_func ("/layout/eras/rows", test_eras_rows);
  g_test_add_func ("/layout/eras/narrow", test_eras_narrow);
  g_test_add_func ("/layout/links/many", test_links_many);
  g_test_add_func ("/layout/links/both-ways", test_links_both_ways);

  return g_test_run ();
}
