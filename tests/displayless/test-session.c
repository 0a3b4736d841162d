/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-session.h"

#include <glib/gstdio.h>
#include <math.h>

/* What is remembered from one start to the next, in a folder of its own. */

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("session-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "session.ini", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
save (TlSession *session)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_session_save (session, &error));
  g_assert_no_error (error);
}

static void
write_file (Fixture    *fixture,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, text, -1, &error);
  g_assert_no_error (error);
}

static void
check_defaults (TlSession *session)
{
  TlSessionWindow window;

  tl_session_get_window (session, &window);
  g_assert_cmpint (window.width, ==, 0);
  g_assert_cmpint (window.height, ==, 0);
  g_assert_cmpint (window.side_width, ==, 0);
  g_assert_false (window.is_maximised);
  g_assert_false (window.shows_side);
  g_assert_true (window.shows_details);
  g_assert_cmpint (window.side_page, ==, TL_SIDE_EVENTS);
  g_assert_null (tl_session_get_last_file (session));
  g_assert_null (tl_session_get_view (session, "file:///a.json"));
}

static void
test_defaults (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (TlSession) session = tl_session_new (fixture->path);

  check_defaults (session);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_window (Fixture      *fixture,
             gconstpointer data)
{
  const TlSessionWindow window = {
    .width = 1440,
    .height = 900,
    .is_maximised = TRUE,
    .side_width = 300,
    .details_width = 410,
    .details_height = 220,
    .shows_side = TRUE,
    .shows_details = FALSE,
    .side_page = TL_SIDE_DIFFERENCES,
  };
  g_autoptr (TlSession) session = tl_session_new (fixture->path);
  g_autoptr (TlSession) again = NULL;
  TlSessionWindow found;

  tl_session_set_window (session, &window);
  tl_session_set_last_file (session, "file:///home/a%20b.json");
  save (session);

  again = tl_session_new (fixture->path);
  tl_session_get_window (again, &found);
  g_assert_cmpint (found.width, ==, 1440);
  g_assert_cmpint (found.height, ==, 900);
  g_assert_true (found.is_maximised);
  g_assert_cmpint (found.side_width, ==, 300);
  g_assert_cmpint (found.details_width, ==, 410);
  g_assert_cmpint (found.details_height, ==, 220);
  g_assert_true (found.shows_side);
  g_assert_false (found.shows_details);
  g_assert_cmpint (found.side_page, ==, TL_SIDE_DIFFERENCES);
  g_assert_cmpstr (tl_session_get_last_file (again), ==, "file:///home/a%20b.json");
}

static void
test_view (Fixture      *fixture,
           gconstpointer data)
{
  char *lanes[] = { (char *) "b;c", (char *) "ä, \\ö", (char *) "a", NULL };
  char *hidden[] = { (char *) "a", NULL };
  char *collapsed[] = { NULL };
  char *filter[] = { (char *) "--lanes", (char *) "a\\,b,c;d", (char *) "--differing", NULL };
  const TlSessionView view = {
    .axis_mode = TL_AXIS_EVEN,
    .has_span = TRUE,
    .from = -G_GINT64_CONSTANT (432000000000000000),
    .to = 1749686400,
    .y = 120.25,
    .event = (char *) "meta takes\nscale",
    .lanes = lanes,
    .hidden = hidden,
    .collapsed = collapsed,
    .filter = filter,
  };
  g_autoptr (TlSession) session = tl_session_new (fixture->path);
  g_autoptr (TlSession) again = NULL;
  const TlSessionView *found;

  tl_session_set_view (session, "file:///a.json", &view);
  save (session);

  again = tl_session_new (fixture->path);
  found = tl_session_get_view (again, "file:///a.json");
  g_assert_nonnull (found);
  g_assert_cmpint (found->axis_mode, ==, TL_AXIS_EVEN);
  g_assert_true (found->has_span);
  g_assert_cmpint (found->from, ==, view.from);
  g_assert_cmpint (found->to, ==, view.to);
  g_assert_cmpfloat (found->y, ==, 120.25);
  g_assert_cmpstr (found->event, ==, "meta takes\nscale");
  g_assert_cmpstrv (found->lanes, lanes);
  g_assert_cmpstrv (found->hidden, hidden);
  g_assert_cmpstrv (found->collapsed, collapsed);
  g_assert_cmpstrv (found->filter, filter);
  g_assert_null (tl_session_get_view (again, "file:///b.json"));
}

/* A view that is kept may be given again. */
static void
test_view_of_itself (Fixture      *fixture,
                     gconstpointer data)
{
  const TlSessionView view = { .event = (char *) "e" };
  g_autoptr (TlSession) session = tl_session_new (fixture->path);

  tl_session_set_view (session, "file:///a.json", &view);
  tl_session_set_view (session, "file:///a.json", tl_session_get_view (session, "file:///a.json"));
  g_assert_cmpstr (tl_session_get_view (session, "file:///a.json")->event, ==, "e");

  tl_session_set_last_file (session, "file:///a.json");
  tl_session_set_last_file (session, tl_session_get_last_file (session));
  g_assert_cmpstr (tl_session_get_last_file (session), ==, "file:///a.json");
}

static char *
name_file (guint i)
{
  return g_strdup_printf ("file:///%u.json", i);
}

static void
test_most_recent_views (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (TlSession) session = tl_session_new (fixture->path);
  g_autoptr (TlSession) again = NULL;
  const TlSessionView view = { 0 };

  for (guint i = 0; i < TL_SESSION_MAX_VIEWS; i++)
    {
      g_autofree char *uri = name_file (i);

      tl_session_set_view (session, uri, &view);
    }

  /* The oldest is looked at once more, then one more comes. */
  tl_session_set_view (session, "file:///0.json", &view);
  tl_session_set_view (session, "file:///new.json", &view);
  save (session);

  again = tl_session_new (fixture->path);
  g_assert_nonnull (tl_session_get_view (again, "file:///new.json"));
  g_assert_nonnull (tl_session_get_view (again, "file:///0.json"));
  g_assert_null (tl_session_get_view (again, "file:///1.json"));
  for (guint i = 2; i < TL_SESSION_MAX_VIEWS; i++)
    {
      g_autofree char *uri = name_file (i);

      g_assert_nonnull (tl_session_get_view (again, uri));
    }
}

static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "[window",
    "width=200\n[window]\n",
    "\xff\xfe\x00\x01",
    "[window]\nwidth=many\nheight=99999999999999\nmaximised=perhaps\nside-page=nine\n",
    "[window]\nside=\ndetails=2\n[view 0]\nfile\n[view 1]\naxis=even\n",
    "[window]\nside=\ndetails=2\n[view 0]\n[view 1]\naxis=even\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TlSession) session = NULL;

      g_test_message ("text %u", i);
      write_file (fixture, texts[i]);
      session = tl_session_new (fixture->path);
      check_defaults (session);
      save (session);
    }
}

static void
test_nonsense (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (TlSession) session = NULL;
  TlSessionWindow window;
  const TlSessionView *view;

  write_file (fixture, "[window]\nwidth=-5\nheight=2000000\nside-width=3\n"
                       "[view 7]\nfile=file:///a.json\naxis=sideways\nfrom=10\nto=10\ny=nan\n"
                       "[view 8]\nfile=file:///a.json\nfrom=1\nto=2\n"
                       "[view 9]\nfile=file:///b.json\nfrom=1\ny=-4\n");
  session = tl_session_new (fixture->path);

  tl_session_get_window (session, &window);
  g_assert_cmpint (window.width, ==, 0);
  g_assert_cmpint (window.height, ==, 32767);
  g_assert_cmpint (window.side_width, ==, 0);

  view = tl_session_get_view (session, "file:///a.json");
  g_assert_cmpint (view->axis_mode, ==, TL_AXIS_AUTO);
  g_assert_false (view->has_span);
  g_assert_cmpfloat (view->y, ==, 0);
  view = tl_session_get_view (session, "file:///b.json");
  g_assert_false (view->has_span);
  g_assert_cmpfloat (view->y, ==, 0);
}

static void
test_cannot_be_written (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "session.ini", NULL);
  g_autoptr (TlSession) session = tl_session_new (path);
  g_autoptr (GError) error = NULL;

  write_file (fixture, "a file where a folder is needed");
  g_assert_false (tl_session_save (session, &error));
  g_assert_nonnull (error);
}

static void
test_own_place (Fixture      *fixture,
                gconstpointer data)
{
  /* As main() has set it: of this test alone. */
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "throughline", NULL);
  g_autofree char *path = g_build_filename (folder, "session.ini", NULL);
  g_autoptr (TlSession) session = tl_session_new (NULL);
  GStatBuf status;

  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  save (session);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_export (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const options[] = { "--title", "a; b = “c”", "--no-legend", NULL };
  TlSessionExport choices = { (char *) "pdf", (char *) "view", TRUE, (char **) options };
  TlSession *session = tl_session_new (fixture->path);
  const TlSessionExport *kept = tl_session_get_export (session);

  g_assert_null (kept->format);
  g_assert_null (kept->options);
  tl_session_set_export (session, &choices);
  save (session);
  tl_session_free (session);

  session = tl_session_new (fixture->path);
  kept = tl_session_get_export (session);
  g_assert_cmpstr (kept->format, ==, "pdf");
  g_assert_cmpstr (kept->part, ==, "view");
  g_assert_true (kept->highlights);
  g_assert_true (g_strv_equal ((const char *const *) kept->options, options));

  /* What was chosen is replaced, not added to. */
  choices.options = NULL;
  tl_session_set_export (session, &choices);
  g_assert_null (kept->options);
  tl_session_free (session);
}

#define ADD(name, function) g_test_add ("/session/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("state-XXXXXX", NULL);
  int status;

  /* Not by an option of the tests: it leaks. */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);

  ADD ("defaults", test_defaults);
  ADD ("window", test_window);
  ADD ("view", test_view);
  ADD ("view-of-itself", test_view_of_itself);
  ADD ("most-recent-views", test_most_recent_views);
  ADD ("damaged", test_damaged);
  ADD ("export", test_export);
  ADD ("nonsense", test_nonsense);
  ADD ("cannot-be-written", test_cannot_be_written);
  ADD ("own-place", test_own_place);

  status = g_test_run ();
  g_assert_cmpint (g_rmdir (state), ==, 0);

  return status;
}
