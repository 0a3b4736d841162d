/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#define _XOPEN_SOURCE 700 /* links */

#include "config.h"

#include "tl-document.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

/* A file that is open, while somebody else writes it in the ways in which
 * editors do.
 */

#define TIME_LIMIT_MS 20000

/* Longer than a document waits for the writing to be over. */
#define QUIET_MS 900

typedef struct
{
  char       *folder;
  char       *path;
  TlDocument *document;
  guint       n_loaded;
  guint       n_failed;
  guint       n_progress;
} Fixture;

static char *
make_text (const char *title,
           guint       n_events)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"%s\", \"events\": [", title);
  for (guint i = 0; i < n_events; i++)
    g_string_append_printf (text, "%s\n{ \"id\": \"e%u\", \"title\": \"Event %u\", \"when\": \"2025-06-12\" }",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "] }\n");

  return g_string_free (text, FALSE);
}

/* In place: the file stays the same file. */
static void
write_in_place (const char *path,
                const char *text)
{
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (text, 1, strlen (text), file), ==, strlen (text));
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
write_timeline (const char *path,
                const char *title)
{
  g_autofree char *text = make_text (title, 2);

  write_in_place (path, text);
}

static gboolean
wake_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_CONTINUE;
}

static void
wait_until_equal (const guint *counter,
                  guint        expected)
{
  gboolean is_over = FALSE;
  guint source = g_timeout_add (TIME_LIMIT_MS, wake_cb, &is_over);

  while (*counter != expected && !is_over)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);

  g_assert_cmpuint (*counter, ==, expected);
}

static void
run_for (guint milliseconds)
{
  gboolean is_over = FALSE;
  guint source = g_timeout_add (milliseconds, wake_cb, &is_over);

  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

static void
count_cb (TlDocument *document,
          gpointer    data)
{
  (*(guint *) data)++;
}

static void
progress_cb (TlDocument *document,
             double      progress,
             Fixture    *fixture)
{
  g_assert_cmpfloat (progress, ==, tl_document_get_progress (document));
  g_assert_true (progress == -1 || (progress >= 0 && progress <= 1));
  fixture->n_progress++;
}

static void
watch_document (Fixture *fixture,
                GFile   *file)
{
  fixture->document = tl_document_new (file);
  g_signal_connect (fixture->document, "loaded", G_CALLBACK (count_cb), &fixture->n_loaded);
  g_signal_connect (fixture->document, "failed", G_CALLBACK (count_cb), &fixture->n_failed);
  g_signal_connect (fixture->document, "progress", G_CALLBACK (progress_cb), fixture);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  fixture->folder = g_dir_make_tmp ("document-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a.json", NULL);
  file = g_file_new_for_path (fixture->path);
  watch_document (fixture, file);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *entry = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_remove (entry), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->document);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static const char *
get_title (Fixture *fixture)
{
  TlTimeline *timeline = tl_document_get_timeline (fixture->document);

  return timeline != NULL ? tl_timeline_get_title (timeline) : NULL;
}

static void
open_document (Fixture *fixture)
{
  write_timeline (fixture->path, "one");
  tl_document_load (fixture->document);
  g_assert_true (tl_document_is_loading (fixture->document));
  wait_until_equal (&fixture->n_loaded, 1);
  g_assert_false (tl_document_is_loading (fixture->document));
  g_assert_cmpstr (get_title (fixture), ==, "one");
}

static void
test_load (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *name = tl_document_dup_name (fixture->document);

  g_assert_cmpstr (name, ==, "a.json");
  g_assert_null (get_title (fixture));
  g_assert_null (tl_document_get_diagnostics (fixture->document));

  open_document (fixture);
  g_assert_null (tl_document_get_failure (fixture->document));
  g_assert_false (tl_document_is_stale (fixture->document));
  g_assert_cmpuint (tl_diagnostics_get_n_errors (tl_document_get_diagnostics (fixture->document)), ==, 0);

  /* Asked for, it is loaded even where it is the same. */
  tl_document_load (fixture->document);
  wait_until_equal (&fixture->n_loaded, 2);
}

static void
test_written_in_place (Fixture      *fixture,
                       gconstpointer data)
{
  open_document (fixture);
  write_timeline (fixture->path, "two");
  wait_until_equal (&fixture->n_loaded, 2);
  g_assert_cmpstr (get_title (fixture), ==, "two");

  /* Once more: the watch goes on. */
  write_timeline (fixture->path, "three");
  wait_until_equal (&fixture->n_loaded, 3);
  g_assert_cmpstr (get_title (fixture), ==, "three");
}

static void
test_replaced_by_rename (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *beside = g_strconcat (fixture->path, "~", NULL);

  open_document (fixture);
  for (guint i = 2; i < 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("version %u", i);

      write_timeline (beside, title);
      g_assert_cmpint (g_rename (beside, fixture->path), ==, 0);
      wait_until_equal (&fixture->n_loaded, i);
      g_assert_cmpstr (get_title (fixture), ==, title);
    }
  g_assert_cmpuint (fixture->n_failed, ==, 0);
}

/* As vim does it: the old one goes out of the way, a new one is made. */
static void
test_moved_away_and_made_anew (Fixture      *fixture,
                               gconstpointer data)
{
  g_autofree char *backup = g_strconcat (fixture->path, "~", NULL);

  open_document (fixture);
  for (guint i = 2; i < 4; i++)
    {
      g_autofree char *title = g_strdup_printf ("version %u", i);

      g_assert_cmpint (g_rename (fixture->path, backup), ==, 0);
      write_timeline (fixture->path, title);
      wait_until_equal (&fixture->n_loaded, i);
      g_assert_cmpstr (get_title (fixture), ==, title);
    }
  g_assert_cmpuint (fixture->n_failed, ==, 0);
}

static void
test_written_in_pieces (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *text = make_text ("pieces", 40);
  FILE *file;

  open_document (fixture);
  file = g_fopen (fixture->path, "w");
  g_assert_nonnull (file);
  for (gsize i = 0; i < strlen (text); i++)
    {
      g_assert_cmpint (fputc (text[i], file), ==, (guchar) text[i]);
      if (i % 500 == 0)
        {
          g_assert_cmpint (fflush (file), ==, 0);
          run_for (60);
        }
    }
  g_assert_cmpint (fclose (file), ==, 0);

  wait_until_equal (&fixture->n_loaded, 2);
  g_assert_cmpstr (get_title (fixture), ==, "pieces");
  g_assert_cmpuint (fixture->n_failed, ==, 0);
}

static void
test_deleted_and_back (Fixture      *fixture,
                       gconstpointer data)
{
  open_document (fixture);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  wait_until_equal (&fixture->n_failed, 1);
  g_assert_error (tl_document_get_failure (fixture->document), G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (tl_document_get_failure_diagnostics (fixture->document));
  g_assert_true (tl_document_is_stale (fixture->document));
  g_assert_cmpstr (get_title (fixture), ==, "one");

  write_timeline (fixture->path, "one");
  wait_until_equal (&fixture->n_loaded, 2);
  g_assert_null (tl_document_get_failure (fixture->document));
  g_assert_false (tl_document_is_stale (fixture->document));
}

static void
test_broken_and_repaired (Fixture      *fixture,
                          gconstpointer data)
{
  const TlDiagnostics *findings;

  open_document (fixture);
  write_in_place (fixture->path, "{ \"format\": \"throughline\",\n  \"version\": 1,\n  \"title\": \"one\n");
  wait_until_equal (&fixture->n_failed, 1);
  g_assert_error (tl_document_get_failure (fixture->document), TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN);
  g_assert_true (g_str_has_prefix (tl_document_get_failure (fixture->document)->message, "Line 3: "));
  findings = tl_document_get_failure_diagnostics (fixture->document);
  g_assert_nonnull (findings);
  g_assert_cmpuint (tl_diagnostics_get_n_errors (findings), >, 0);

  /* What is shown has nothing to do with it. */
  g_assert_true (tl_document_is_stale (fixture->document));
  g_assert_cmpstr (get_title (fixture), ==, "one");
  g_assert_cmpuint (tl_diagnostics_get_n_errors (tl_document_get_diagnostics (fixture->document)), ==, 0);

  write_timeline (fixture->path, "two");
  wait_until_equal (&fixture->n_loaded, 2);
  g_assert_cmpstr (get_title (fixture), ==, "two");
  g_assert_null (tl_document_get_failure (fixture->document));
  g_assert_null (tl_document_get_failure_diagnostics (fixture->document));
}

/* What is no timeline, or none that anybody would want instead. */
static void
test_what_is_broken (Fixture      *fixture,
                     gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "hello",
    "[]",
    "{}",
    "{ \"format\": \"other\", \"version\": 1, \"title\": \"t\", "
    "\"events\": [{ \"id\": \"a\", \"title\": \"A\", \"when\": \"2025\" }] }",
    "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"t\", \"events\": [{}, {}] }",
    "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"t\", "
    "\"events\": [{ \"id\": \"a\", \"title\": \"A\", \"when\": \"2025\" },",
  };

  open_document (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      write_in_place (fixture->path, texts[i]);
      wait_until_equal (&fixture->n_failed, i + 1);
      g_assert_cmpstr (get_title (fixture), ==, "one");
    }
  g_assert_cmpuint (fixture->n_loaded, ==, 1);
}

/* More errors than are listed: that it breaks off is known all the same. */
static void
test_broken_beyond_the_list (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append (text, "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"t\", \"events\": [\n"
                         "{ \"id\": \"a\", \"title\": \"A\", \"when\": \"2025\" }");
  for (guint i = 0; i < 2 * TL_DIAGNOSTICS_DEFAULT_CAP; i++)
    g_string_append (text, ",\n{}");

  open_document (fixture);
  write_in_place (fixture->path, text->str);
  wait_until_equal (&fixture->n_failed, 1);
  g_assert_cmpstr (get_title (fixture), ==, "one");
  g_assert_cmpstr (tl_document_get_failure (fixture->document)->message, !=, "");
}

static void
test_partly_bad_is_shown (Fixture      *fixture,
                          gconstpointer data)
{
  open_document (fixture);
  write_in_place (fixture->path,
                  "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"partly\", \"events\": [\n"
                  "{ \"id\": \"a\", \"title\": \"A\", \"when\": \"2025\" }, { \"id\": \"b\" }] }");
  wait_until_equal (&fixture->n_loaded, 2);
  g_assert_cmpstr (get_title (fixture), ==, "partly");
  g_assert_cmpuint (tl_document_get_n_left_out (fixture->document), ==, 1);
  g_assert_cmpuint (tl_diagnostics_get_n_errors (tl_document_get_diagnostics (fixture->document)), >, 0);
  g_assert_null (tl_document_get_failure (fixture->document));
}

/* Whoever takes all events out on purpose sees none. */
static void
test_emptied_is_shown (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *text = make_text ("empty", 0);

  open_document (fixture);
  write_in_place (fixture->path, text);
  wait_until_equal (&fixture->n_loaded, 2);
  g_assert_cmpstr (get_title (fixture), ==, "empty");
}

/* Of a file that was broken when it was opened the newest is shown. */
static void
test_broken_from_the_start (Fixture      *fixture,
                            gconstpointer data)
{
  write_in_place (fixture->path, "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"first\", ");
  tl_document_load (fixture->document);
  wait_until_equal (&fixture->n_loaded, 1);
  g_assert_cmpstr (get_title (fixture), ==, "first");

  write_in_place (fixture->path, "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"second\", ");
  wait_until_equal (&fixture->n_loaded, 2);
  g_assert_cmpstr (get_title (fixture), ==, "second");
  g_assert_false (tl_document_is_stale (fixture->document));
}

static void
test_missing_from_the_start (Fixture      *fixture,
                             gconstpointer data)
{
  tl_document_load (fixture->document);
  wait_until_equal (&fixture->n_failed, 1);
  g_assert_error (tl_document_get_failure (fixture->document), G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (tl_document_is_stale (fixture->document));

  write_timeline (fixture->path, "there");
  wait_until_equal (&fixture->n_loaded, 1);
  g_assert_cmpstr (get_title (fixture), ==, "there");
}

static void
test_unchanged_is_not_loaded (Fixture      *fixture,
                              gconstpointer data)
{
  open_document (fixture);
  write_timeline (fixture->path, "one");
  run_for (QUIET_MS);
  g_assert_cmpint (g_utime (fixture->path, NULL), ==, 0);
  run_for (QUIET_MS);
  g_assert_cmpuint (fixture->n_loaded, ==, 1);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
}

static void
test_target_of_a_link (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target.json", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.json", NULL);

  write_timeline (target, "target");
  g_assert_cmpint (symlink ("target.json", fixture->path), ==, 0);
  tl_document_load (fixture->document);
  wait_until_equal (&fixture->n_loaded, 1);

  write_timeline (target, "target again");
  wait_until_equal (&fixture->n_loaded, 2);
  g_assert_cmpstr (get_title (fixture), ==, "target again");

  /* The link leads elsewhere, and there it is followed, too. */
  write_timeline (other, "other");
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_assert_cmpint (symlink ("other.json", fixture->path), ==, 0);
  wait_until_equal (&fixture->n_loaded, 3);
  g_assert_cmpstr (get_title (fixture), ==, "other");
  write_timeline (other, "other again");
  wait_until_equal (&fixture->n_loaded, 4);
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  open_document (fixture);
  tl_document_load (fixture->document);
  tl_document_cancel (fixture->document);
  g_assert_false (tl_document_is_loading (fixture->document));
  run_for (QUIET_MS);
  g_assert_cmpuint (fixture->n_loaded, ==, 1);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
  g_assert_null (tl_document_get_failure (fixture->document));

  tl_document_load (fixture->document);
  wait_until_equal (&fixture->n_loaded, 2);
}

static void
test_dropped_while_it_loads (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  write_timeline (fixture->path, "one");
  tl_document_load (fixture->document);
  g_assert_finalize_object (fixture->document);
  run_for (QUIET_MS);
  g_assert_cmpuint (fixture->n_loaded, ==, 0);

  watch_document (fixture, file);
}

/* Opens the pipe when the document does, and closes it. */
static gpointer
write_in_thread_cb (gpointer data)
{
  write_timeline (data, "pipe");

  return NULL;
}

/* What comes out of a pipe comes once; that it was written to is no change. */
static void
test_pipe (Fixture      *fixture,
           gconstpointer data)
{
  GThread *writer;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  writer = g_thread_new ("writer", write_in_thread_cb, fixture->path);
  tl_document_load (fixture->document);
  wait_until_equal (&fixture->n_loaded, 1);
  g_thread_join (writer);
  g_assert_cmpstr (get_title (fixture), ==, "pipe");

  run_for (QUIET_MS);
  g_assert_cmpuint (fixture->n_loaded, ==, 1);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
  g_assert_false (tl_document_is_loading (fixture->document));
}

/* Something that an editor, or somebody who is in a hurry, may do. */
static void
disturb (Fixture *fixture)
{
  g_autofree char *beside = g_strconcat (fixture->path, "~", NULL);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      write_timeline (fixture->path, "in place");
      break;
    case 1:
      write_timeline (beside, "renamed");
      g_assert_cmpint (g_rename (beside, fixture->path), ==, 0);
      break;
    case 2:
      g_remove (fixture->path);
      break;
    case 3:
      write_in_place (fixture->path, "{ \"format\": ");
      break;
    case 4:
      g_rename (fixture->path, beside);
      break;
    default:
      tl_document_load (fixture->document);
    }
}

/* Whatever happens, in the end the document shows what the file holds. */
static void
test_restless (Fixture      *fixture,
               gconstpointer data)
{
  open_document (fixture);
  for (guint round = 0; round < 3; round++)
    {
      g_autofree char *title = g_strdup_printf ("the end of round %u", round);

      for (guint i = 0; i < 12; i++)
        {
          disturb (fixture);
          run_for (g_test_rand_int_range (0, 350));
        }
      write_timeline (fixture->path, title);
      for (guint i = 0; i < TIME_LIMIT_MS / 50 && g_strcmp0 (get_title (fixture), title) != 0; i++)
        run_for (50);
      g_assert_cmpstr (get_title (fixture), ==, title);
      g_assert_null (tl_document_get_failure (fixture->document));
    }
}

static void
test_progress (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *text = make_text ("long", 60000);

  write_in_place (fixture->path, text);
  tl_document_load (fixture->document);
  g_assert_cmpfloat (tl_document_get_progress (fixture->document), ==, -1);
  wait_until_equal (&fixture->n_loaded, 1);
  g_assert_cmpuint (fixture->n_progress, >, 2);
  g_assert_cmpfloat (tl_document_get_progress (fixture->document), >, 0.5);
}

static void
note_loading_cb (TlDocument *document,
                 GParamSpec *pspec,
                 GString    *notes)
{
  gboolean is_loading;

  g_object_get (document, "loading", &is_loading, NULL);
  g_string_append_c (notes, is_loading ? '+' : '-');
}

static void
test_loading_is_told (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  g_signal_connect (fixture->document, "notify::loading", G_CALLBACK (note_loading_cb), notes);
  open_document (fixture);
  g_assert_cmpstr (notes->str, ==, "+-");
  tl_document_load (fixture->document);
  tl_document_cancel (fixture->document);
  tl_document_cancel (fixture->document);
  g_assert_cmpstr (notes->str, ==, "+-+-");
}

#define ADD(name, function) g_test_add ("/document/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("load", test_load);
  ADD ("written-in-place", test_written_in_place);
  ADD ("replaced-by-rename", test_replaced_by_rename);
  ADD ("moved-away-and-made-anew", test_moved_away_and_made_anew);
  ADD ("written-in-pieces", test_written_in_pieces);
  ADD ("deleted-and-back", test_deleted_and_back);
  ADD ("broken-and-repaired", test_broken_and_repaired);
  ADD ("what-is-broken", test_what_is_broken);
  ADD ("broken-beyond-the-list", test_broken_beyond_the_list);
  ADD ("partly-bad-is-shown", test_partly_bad_is_shown);
  ADD ("emptied-is-shown", test_emptied_is_shown);
  ADD ("broken-from-the-start", test_broken_from_the_start);
  ADD ("missing-from-the-start", test_missing_from_the_start);
  ADD ("unchanged-is-not-loaded", test_unchanged_is_not_loaded);
  ADD ("target-of-a-link", test_target_of_a_link);
  ADD ("cancel", test_cancel);
  ADD ("dropped-while-it-loads", test_dropped_while_it_loads);
  ADD ("pipe", test_pipe);
  ADD ("restless", test_restless);
  ADD ("progress", test_progress);
  ADD ("loading-is-told", test_loading_is_told);

  return g_test_run ();
}
