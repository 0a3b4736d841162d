/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#define _XOPEN_SOURCE 700 /* signals, links */

#include "config.h"

#include "tl-output.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* A file is replaced as a whole or not at all, and nothing is left lying
 * about.
 */

#define OLD "the old chart"
#define LIMIT 100000

typedef struct
{
  char *folder;
  char *file;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("test-output-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->folder, "chart.png", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
  g_free (fixture->file);
}

static void
check_content (const char *name,
               const char *expected)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (name, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

static void
check_count (Fixture *fixture,
             guint    expected)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  g_assert_cmpuint (n, ==, expected);
}

static void
put_old (Fixture *fixture)
{
  g_assert_true (g_file_set_contents (fixture->file, OLD, -1, NULL));
}

static gboolean
write_text (const char *name,
            const char *text,
            GError    **error)
{
  g_autoptr (TlOutput) output = tl_output_open (name, error);

  if (output == NULL)
    return FALSE;

  tl_output_write (output, text, strlen (text));

  return tl_output_close (output, error);
}

static void
check_refused (const char *name,
               GFileError  code,
               const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (write_text (name, "new", &error));
  g_assert_error (error, G_FILE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, words));
}

/* A name that is as long as names may be leaves no room for a longer one. */
static void
test_output_new (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  mode_t before = umask (027);
  struct stat info;

  g_assert_true (write_text (fixture->file, "new", NULL));
  umask (before);
  check_content (fixture->file, "new");
  check_count (fixture, 1);
  g_assert_no_errno (stat (fixture->file, &info));
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);

  g_assert_true (write_text (path, "long", NULL));
  check_content (path, "long");
}

static void
test_output_replaced (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (TlOutput) output = NULL;
  struct stat info;

  put_old (fixture);
  g_assert_no_errno (chmod (fixture->file, 0604));
  output = tl_output_open (fixture->file, NULL);
  for (int i = 0; i < 100; i++)
    g_assert_true (tl_output_write (output, "0123456789", 10));
  check_content (fixture->file, OLD);
  check_count (fixture, 2);

  g_assert_true (tl_output_close (output, NULL));
  check_count (fixture, 1);
  g_assert_no_errno (stat (fixture->file, &info));
  g_assert_cmpint (info.st_mode & 0777, ==, 0604);
  g_assert_cmpint (info.st_size, ==, 1000);
}

/* Pieces that fit into a buffer, fill it, and do not. */
static void
test_output_pieces (Fixture      *fixture,
                    gconstpointer data)
{
  static const gsize lengths[] = { 0, 1, 65535, 1, 65536, 65537, 10, 200000, 65530, 7 };
  g_autoptr (TlOutput) output = tl_output_open (fixture->file, NULL);
  g_autoptr (GByteArray) expected = g_byte_array_new ();
  g_autofree char *content = NULL;
  gsize length;

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree guint8 *piece = g_malloc (lengths[i] + 1);

      for (gsize k = 0; k < lengths[i]; k++)
        piece[k] = (guint8) (i * 31 + k * 7 + k / 256);
      g_assert_true (tl_output_write (output, piece, lengths[i]));
      g_byte_array_append (expected, piece, (guint) lengths[i]);
    }
  g_assert_true (tl_output_close (output, NULL));

  g_assert_true (g_file_get_contents (fixture->file, &content, &length, NULL));
  g_assert_cmpmem (content, length, expected->data, expected->len);
}

static void
test_output_given_up (Fixture      *fixture,
                      gconstpointer data)
{
  TlOutput *output;

  put_old (fixture);
  output = tl_output_open (fixture->file, NULL);
  tl_output_write (output, "new", 3);
  tl_output_free (output);
  check_content (fixture->file, OLD);
  check_count (fixture, 1);
}

static void
test_output_links (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *one = g_build_filename (fixture->folder, "one", NULL);
  g_autofree char *two = g_build_filename (fixture->folder, "two", NULL);
  g_autofree char *dangling = g_build_filename (fixture->folder, "dangling", NULL);
  g_autofree char *circle = g_build_filename (fixture->folder, "circle", NULL);
  g_autofree char *made = g_build_filename (fixture->folder, "made", NULL);

  put_old (fixture);
  g_assert_no_errno (symlink ("chart.png", one));
  g_assert_no_errno (symlink (one, two));
  g_assert_no_errno (symlink ("made", dangling));
  g_assert_no_errno (symlink ("circle", circle));

  g_assert_true (write_text (two, "new", NULL));
  check_content (fixture->file, "new");
  g_assert_true (g_file_test (two, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (one, G_FILE_TEST_IS_SYMLINK));

  g_assert_true (write_text (dangling, "made", NULL));
  check_content (made, "made");
  g_assert_true (g_file_test (dangling, G_FILE_TEST_IS_SYMLINK));

  check_refused (circle, G_FILE_ERROR_LOOP, "link");
  check_count (fixture, 6);
}

static void
test_output_refused (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", "chart.png", NULL);
  g_autofree char *below_file = g_build_filename (fixture->file, "chart.png", NULL);
  g_autofree char *slash = g_strconcat (fixture->file, "/", NULL);
  g_autofree char *name = g_strnfill (300, 'n');
  g_autofree char *long_name = g_build_filename (fixture->folder, name, NULL);

  put_old (fixture);
  check_refused (missing, G_FILE_ERROR_NOENT, "there is no folder");
  check_refused (below_file, G_FILE_ERROR_NOTDIR, "is not a folder");
  check_refused (slash, G_FILE_ERROR_ISDIR, "it is a folder");
  check_refused (fixture->folder, G_FILE_ERROR_ISDIR, "it is a folder");
  check_refused (long_name, G_FILE_ERROR_NAMETOOLONG, "name");
  check_refused ("", G_FILE_ERROR_ISDIR, "folder");

  g_assert_no_errno (chmod (fixture->file, 0444));
  check_refused (fixture->file, G_FILE_ERROR_ACCES, "it is read-only");
  check_content (fixture->file, OLD);
  check_count (fixture, 1);
}

static void
test_output_locked_folder (Fixture      *fixture,
                           gconstpointer data)
{
  put_old (fixture);
  if (geteuid () == 0)
    {
      g_test_skip ("root may write into any folder");
      return;
    }

  g_assert_no_errno (chmod (fixture->folder, 0555));
  check_refused (fixture->file, G_FILE_ERROR_ACCES, "may not be written to");
  g_assert_no_errno (chmod (fixture->folder, 0755));
  check_content (fixture->file, OLD);
}

static void
test_output_device (Fixture      *fixture,
                    gconstpointer data)
{
  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /dev/full");
      return;
    }

  check_refused ("/dev/full", G_FILE_ERROR_NOSPC, "cannot be written");
  g_assert_true (write_text ("/dev/null", "new", NULL));
  g_assert_true (g_file_test ("/dev/full", G_FILE_TEST_EXISTS));
}

static void
test_output_stream (void)
{
  g_assert_cmpint (tl_output_parse_stream ("-"), ==, 1);
  g_assert_cmpint (tl_output_parse_stream ("/dev/stdout"), ==, 1);
  g_assert_cmpint (tl_output_parse_stream ("/dev/stderr"), ==, 2);
  g_assert_cmpint (tl_output_parse_stream ("/dev/fd/17"), ==, 17);
  g_assert_cmpint (tl_output_parse_stream ("/proc/self/fd/3"), ==, 3);
  g_assert_cmpint (tl_output_parse_stream ("/dev/fd/"), ==, -1);
  g_assert_cmpint (tl_output_parse_stream ("/dev/fd/x"), ==, -1);
  g_assert_cmpint (tl_output_parse_stream ("./-"), ==, -1);
}

/* A file that is open already, under a name of a device, is not replaced. */
static void
test_output_open_file (Fixture      *fixture,
                       gconstpointer data)
{
  FILE *file = fopen (fixture->file, "w");
  g_autofree char *name = g_strdup_printf ("/dev/fd/%d", fileno (file));

  fputs ("before, ", file);
  fflush (file);
  g_assert_true (write_text (name, "after", NULL));
  fclose (file);
  check_content (fixture->file, "before, after");
}

/* What a full disk does: the limit of a file's size stands in for it. */
static int
fill_disk (const char *name)
{
  const struct rlimit limit = { LIMIT, LIMIT };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOutput) output = NULL;
  guint8 piece[1000] = { 0 };
  gboolean is_good = TRUE;

  tl_output_catch_signals ("interrupted\n");
  if (setrlimit (RLIMIT_FSIZE, &limit) != 0)
    return 1;
  output = tl_output_open (name, NULL);
  for (int i = 0; i < 1000 && is_good; i++)
    is_good = tl_output_write (output, piece, sizeof piece);
  if (is_good || tl_output_write (output, piece, 1) || tl_output_close (output, &error))
    return 2;

  return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_FAILED) && strstr (error->message, "larger") != NULL ? 0 : 3;
}

static void
test_output_full (Fixture      *fixture,
                  gconstpointer data)
{
  pid_t child;
  int status;

  put_old (fixture);
  child = fork ();
  if (child == 0)
    _exit (fill_disk (fixture->file));

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  check_content (fixture->file, OLD);
  check_count (fixture, 1);
}

/* Writes a half, tells that it has, and waits for what may come. */
static void
write_half (const char *name,
            int         ready,
            int         standard_error)
{
  TlOutput *output;

  dup2 (standard_error, STDERR_FILENO);
  tl_output_catch_signals ("interrupted\n");
  output = tl_output_open (name, NULL);
  tl_output_write (output, "new", 3);
  if (write (ready, "", 1) != 1)
    _exit (1);
  for (;;)
    pause ();
}

static int
kill_in_the_middle (Fixture *fixture,
                    int      number,
                    char     said[64])
{
  int ready[2];
  int errors[2];
  pid_t child;
  int status;
  char byte;
  gssize n;

  g_assert_no_errno (pipe (ready));
  g_assert_no_errno (pipe (errors));
  child = fork ();
  if (child == 0)
    write_half (fixture->file, ready[1], errors[1]);

  close (ready[1]);
  close (errors[1]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  check_count (fixture, 2);
  g_assert_no_errno (kill (child, number));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  n = read (errors[0], said, 63);
  said[MAX (n, 0)] = '\0';
  close (ready[0]);
  close (errors[0]);

  return status;
}

static void
test_output_killed (Fixture      *fixture,
                    gconstpointer data)
{
  static const int numbers[] = { SIGTERM, SIGHUP, SIGINT, SIGPIPE };
  char said[64];

  put_old (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      int status = kill_in_the_middle (fixture, numbers[i], said);
      gboolean is_failure = numbers[i] == SIGTERM || numbers[i] == SIGHUP;

      g_assert_cmpint (WIFEXITED (status), ==, is_failure);
      g_assert_cmpint (is_failure ? WEXITSTATUS (status) : WTERMSIG (status), ==, is_failure ? 2 : numbers[i]);
      g_assert_cmpstr (said, ==, numbers[i] == SIGPIPE ? "" : "interrupted\n");
      check_content (fixture->file, OLD);
      check_count (fixture, 1);
    }
}

#define add(path, function) \
  g_test_add ("/output/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("new", test_output_new);
  add ("replaced", test_output_replaced);
  add ("pieces", test_output_pieces);
  add ("given-up", test_output_given_up);
  add ("links", test_output_links);
  add ("refused", test_output_refused);
  add ("locked-folder", test_output_locked_folder);
  add ("device", test_output_device);
  g_test_add_func ("/output/stream", test_output_stream);
  add ("open-file", test_output_open_file);
  add ("full", test_output_full);
  add ("killed", test_output_killed);

  return g_test_run ();
}
