/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-bookmarks.h"

#include "make-viewport.h"

#include <glib/gstdio.h>
#include <math.h>

/* Bookmarks, and the files that they are kept in, in a folder of their own. */

#define URI "file:///home/a%20b.json"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *parent = g_dir_make_tmp ("bookmarks-XXXXXX", &error);

  g_assert_no_error (error);
  fixture->folder = g_build_filename (parent, "bookmarks", NULL);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (fixture->folder);
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_rmdir (fixture->folder);
  g_assert_cmpint (g_rmdir (parent), ==, 0);
  g_free (fixture->folder);
}

static char *
find_path (Fixture    *fixture,
           const char *uri,
           const char *suffix)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *name = g_strconcat (hash, suffix, NULL);

  return g_build_filename (fixture->folder, name, NULL);
}

static void
write_file (Fixture    *fixture,
            const char *text)
{
  g_autofree char *path = find_path (fixture, URI, ".ini");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
save (TlBookmarks *bookmarks)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_bookmarks_save (bookmarks, &error));
  g_assert_no_error (error);
}

static TlBookmark
make (const char *name,
      TlInstant   from,
      TlInstant   to)
{
  return (TlBookmark){ .name = (char *) name, .place = { .from = { from, 0 }, .to = { to, 0 } } };
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  const TlBookmark view = {
    .name = (char *) "Ende; \\gut\" – [x]=#",
    .place = { .from = { -G_GINT64_CONSTANT (432000000000000000), 0.25 }, .to = { 1749686400, 0.75 }, .y = 120.25,
               .before = 3.5, .after = 7 },
    .event = (char *) "meta takes\nscale",
  };
  const TlBookmark whole = { .name = (char *) "All", .place = { .is_whole = TRUE } };
  TlBookmark span = make ("Six days", 1749600000, 1750118400);
  g_autoptr (TlBookmarks) bookmarks = tl_bookmarks_new (fixture->folder, URI);
  g_autoptr (TlBookmarks) again = NULL;
  const TlBookmark *found;

  span.is_span = TRUE;
  g_assert_cmpuint (tl_bookmarks_get_count (bookmarks), ==, 0);
  g_assert_cmpuint (tl_bookmarks_add (bookmarks, &span), ==, 0);
  g_assert_cmpuint (tl_bookmarks_add (bookmarks, &view), ==, 0);
  g_assert_cmpuint (tl_bookmarks_add (bookmarks, &whole), ==, 0);
  save (bookmarks);

  again = tl_bookmarks_new (fixture->folder, URI);
  g_assert_cmpuint (tl_bookmarks_get_count (again), ==, 3);
  found = tl_bookmarks_get (again, 0);
  g_assert_cmpstr (found->name, ==, "All");
  g_assert_true (found->place.is_whole);
  g_assert_null (found->event);
  found = tl_bookmarks_get (again, 1);
  g_assert_cmpstr (found->name, ==, view.name);
  g_assert_cmpstr (found->event, ==, view.event);
  g_assert_false (found->is_span);
  g_assert_cmpmem (&found->place, sizeof found->place, &view.place, sizeof view.place);
  found = tl_bookmarks_get (again, 2);
  g_assert_true (found->is_span);
  g_assert_cmpint (found->place.to.instant, ==, 1750118400);
}

static void
test_changes (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (TlBookmarks) bookmarks = tl_bookmarks_new (fixture->folder, URI);
  const TlBookmark late = make ("late", 300, 400);
  const TlBookmark early = make ("early", 100, 900);
  const TlBookmark same = make ("same", 100, 200);
  guint count = 0;

  g_signal_connect_swapped (bookmarks, "changed", G_CALLBACK (count_cb), &count);
  tl_bookmarks_add (bookmarks, &late);
  tl_bookmarks_add (bookmarks, &early);
  g_assert_cmpuint (tl_bookmarks_add (bookmarks, &same), ==, 1);
  g_assert_cmpuint (count, ==, 3);

  tl_bookmarks_rename (bookmarks, 0, "  first\nof all\t");
  g_assert_cmpstr (tl_bookmarks_get (bookmarks, 0)->name, ==, "first of all");
  g_assert_cmpuint (count, ==, 4);
  tl_bookmarks_rename (bookmarks, 0, " \n ");
  tl_bookmarks_rename (bookmarks, 0, "first of all");
  g_assert_cmpstr (tl_bookmarks_get (bookmarks, 0)->name, ==, "first of all");
  g_assert_cmpuint (count, ==, 4);

  tl_bookmarks_remove (bookmarks, 1);
  g_assert_cmpuint (tl_bookmarks_get_count (bookmarks), ==, 2);
  g_assert_cmpstr (tl_bookmarks_get (bookmarks, 1)->name, ==, "late");

  /* Without any, there is no file. */
  save (bookmarks);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  tl_bookmarks_remove (bookmarks, 0);
  tl_bookmarks_remove (bookmarks, 0);
  save (bookmarks);
  g_assert_cmpuint (count_files (fixture), ==, 0);
  save (bookmarks);
}

static void
test_nonsense (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (TlBookmarks) bookmarks = tl_bookmarks_new (fixture->folder, URI);
  const TlBookmark nameless = make (" ", 1, 2);
  const TlBookmark backwards = make ("backwards", 2, 1);
  TlBookmark odd = make ("odd", 1, 2);
  TlBookmark no_span = { .name = (char *) "no span", .place = { .is_whole = TRUE }, .is_span = TRUE };
  g_autofree char *endless = g_strnfill (5000, 'x');
  TlBookmark page = make (endless, 3, 4);

  g_assert_cmpuint (tl_bookmarks_add (bookmarks, &nameless), ==, TL_NONE);
  g_assert_cmpuint (tl_bookmarks_add (bookmarks, &backwards), ==, TL_NONE);
  g_assert_cmpuint (tl_bookmarks_add (bookmarks, &no_span), ==, TL_NONE);

  odd.place.y = NAN;
  odd.place.before = -3;
  odd.place.after = INFINITY;
  odd.place.from.fraction = 7;
  g_assert_cmpuint (tl_bookmarks_add (bookmarks, &odd), ==, 0);
  g_assert_cmpfloat (tl_bookmarks_get (bookmarks, 0)->place.y, ==, 0);
  g_assert_cmpfloat (tl_bookmarks_get (bookmarks, 0)->place.before, ==, 0);
  g_assert_cmpfloat (tl_bookmarks_get (bookmarks, 0)->place.after, ==, 0);
  g_assert_cmpfloat (tl_bookmarks_get (bookmarks, 0)->place.from.fraction, ==, 0);

  g_assert_cmpuint (tl_bookmarks_add (bookmarks, &page), ==, 1);
  g_assert_cmpuint (strlen (tl_bookmarks_get (bookmarks, 1)->name), ==, 200);
}

/* Each of many timelines has its own, however many there are. */
static void
test_many_files (Fixture      *fixture,
                 gconstpointer data)
{
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *uri = g_strdup_printf ("file:///%u.json", i);
      g_autoptr (TlBookmarks) bookmarks = tl_bookmarks_new (fixture->folder, uri);
      const TlBookmark bookmark = make (uri, i, i + 1);

      tl_bookmarks_add (bookmarks, &bookmark);
      save (bookmarks);
    }
  g_assert_cmpuint (count_files (fixture), ==, 120);

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *uri = g_strdup_printf ("file:///%u.json", i);
      g_autoptr (TlBookmarks) bookmarks = tl_bookmarks_new (fixture->folder, uri);

      g_assert_cmpuint (tl_bookmarks_get_count (bookmarks), ==, 1);
      g_assert_cmpstr (tl_bookmarks_get (bookmarks, 0)->name, ==, uri);
    }
}

#define SOUND "[bookmark 7]\nname=sound\nfrom=5\nto=6\n"

/* One bookmark is sound in each. */
static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const texts[] = {
    "[timeline\n" SOUND,
    "name=of nothing\n" SOUND,
    "hello\n" SOUND "hello again\n",
    SOUND "[bookmark 8]\nname=no time\n",
    SOUND "[bookmark 8]\nname=backwards\nfrom=2\nto=1\n",
    SOUND "[bookmark 8]\nname=big\nfrom=99999999999999999999\nto=1\n",
    SOUND "[bookmark 8]\nfrom=1\nto=2\n",
    SOUND "=3\n[]\n[[bookmark 9]\nname=\\q\n",
    "\xff\xfe\n" SOUND,
  };
  g_autofree char *damaged = find_path (fixture, URI, ".ini.damaged");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TlBookmarks) bookmarks = NULL;
      g_autoptr (TlBookmarks) again = NULL;
      g_autofree char *kept = NULL;

      g_test_message ("text %u", i);
      write_file (fixture, texts[i]);
      bookmarks = tl_bookmarks_new (fixture->folder, URI);
      g_assert_cmpuint (tl_bookmarks_get_count (bookmarks), ==, 1);
      g_assert_cmpstr (tl_bookmarks_get (bookmarks, 0)->name, ==, "sound");

      /* What could not be read is not lost. */
      save (bookmarks);
      g_assert_true (g_file_get_contents (damaged, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, texts[i]);
      again = tl_bookmarks_new (fixture->folder, URI);
      g_assert_cmpuint (tl_bookmarks_get_count (again), ==, 1);
      g_assert_cmpint (g_remove (damaged), ==, 0);
      save (again);
      g_assert_cmpuint (count_files (fixture), ==, 1);
    }
}

static void
test_cannot_be_written (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (TlBookmarks) bookmarks = NULL;
  g_autofree char *inner = g_build_filename (fixture->folder, "file", "inner", NULL);
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  const TlBookmark bookmark = make ("a", 1, 2);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "a file where a folder is needed", -1, NULL));
  bookmarks = tl_bookmarks_new (inner, URI);
  tl_bookmarks_add (bookmarks, &bookmark);
  g_assert_false (tl_bookmarks_save (bookmarks, &error));
  g_assert_nonnull (error);
}

/* Of what is looked at */

static void
test_taken (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (TlTimeline) timeline = tl_make_numbered (0, 30);
  g_autoptr (TlViewport) viewport = tl_viewport_new ();
  const TlEvent *events = tl_timeline_get_events (timeline, NULL);
  g_auto (TlBookmark) whole = { NULL };
  g_auto (TlBookmark) view = { NULL };
  g_auto (TlBookmark) elsewhere = { NULL };
  g_auto (TlBookmark) marked = { NULL };
  g_autofree char *time = NULL;
  TlStretch stretch = { 0, 0 };
  TlCamera camera;

  g_assert_false (tl_bookmark_take (&whole, viewport, FALSE));
  tl_viewport_set_timeline (viewport, timeline);
  tl_viewport_set_room (viewport, 1000, 400);
  g_assert_true (tl_bookmark_take (&whole, viewport, FALSE));
  g_assert_cmpstr (whole.name, ==, "All of the timeline");
  g_assert_true (whole.place.is_whole);

  /* By the selected event, as long as that is in view. */
  tl_viewport_select (viewport, 0);
  camera = tl_viewport_get_camera (viewport);
  camera = tl_viewport_zoom (viewport, &camera, 8, 0);
  tl_viewport_set_camera (viewport, &camera);
  g_assert_true (tl_bookmark_take (&view, viewport, FALSE));
  g_assert_cmpstr (view.name, ==, tl_timeline_get_text (timeline, events[0].title));
  g_assert_cmpstr (view.event, ==, tl_timeline_get_text (timeline, events[0].id));
  camera.x = 1e9;
  camera = tl_viewport_clamp (viewport, &camera);
  tl_viewport_set_camera (viewport, &camera);
  g_assert_true (tl_bookmark_take (&elsewhere, viewport, FALSE));
  time = tl_bookmark_say_time (&elsewhere, tl_viewport_get_axis (viewport), NULL);
  g_assert_cmpstr (elsewhere.name, ==, time);

  g_assert_false (tl_bookmark_take (&marked, viewport, TRUE));
  g_assert_true (tl_axis_get_extent (tl_viewport_get_axis (viewport), &events[3].when, &stretch.from, &stretch.to));
  stretch.to = stretch.from + (tl_axis_get_length (tl_viewport_get_axis (viewport)) - stretch.from) / 2;
  tl_viewport_set_span (viewport, &stretch);
  g_assert_true (tl_bookmark_take (&marked, viewport, TRUE));
  g_assert_true (marked.is_span);
  g_assert_cmpint (marked.place.from.instant, ==, tl_date_get_earliest (&events[3].when));
  g_assert_cmpint (marked.place.to.instant, >, marked.place.from.instant);
}

static void
add_test (const char *name,
          void      (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/bookmarks/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("round-trip", test_round_trip);
  add_test ("changes", test_changes);
  add_test ("nonsense", test_nonsense);
  add_test ("many-files", test_many_files);
  add_test ("damaged", test_damaged);
  add_test ("cannot-be-written", test_cannot_be_written);
  add_test ("taken", test_taken);

  return g_test_run ();
}
