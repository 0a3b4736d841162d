/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-load.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Where timelines are read from, how far the reading is, and how it stops. */

#define HEAD "{ \"format\": \"throughline\", \"version\": 1, \"title\": \"T\", \"events\": [\n"

/* A timeline that takes several reads. */
static GBytes *
make_large (guint n_events)
{
  GString *text = g_string_new (HEAD);

  for (guint i = 0; i < n_events; i++)
    g_string_append_printf (text, "{ \"id\": \"e%u\", \"title\": \"Event %u of a file that takes some reads\", "
                                  "\"when\": \"2025-06-12\" }%s\n",
                            i, i, i + 1 < n_events ? "," : "");
  g_string_append (text, "] }\n");

  return g_string_free_to_bytes (text);
}

static guint
count_events (const TlLoad *load)
{
  guint n;

  tl_timeline_get_events (load->timeline, &n);

  return n;
}

static GFile *
write_temporary (GBytes *bytes)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  GFile *file = g_file_new_tmp ("load-XXXXXX.json", &stream, &error);

  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), g_bytes_get_data (bytes, NULL),
                             g_bytes_get_size (bytes), NULL, NULL, &error);
  g_assert_no_error (error);

  return file;
}

static void
test_load_missing_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/does/not/exist.json");
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_load_file (file, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (tl_load_file (folder, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

typedef struct
{
  int     fd;
  GBytes *bytes;
} Feeder;

/* Writes in pieces of odd sizes, as a slow program would. */
static gpointer
feed_cb (gpointer data)
{
  const Feeder *feeder = data;
  gsize size;
  const char *text = g_bytes_get_data (feeder->bytes, &size);

  for (gsize at = 0; at < size;)
    {
      gssize n = write (feeder->fd, text + at, MIN (size - at, 1 + at % 4093));

      g_assert_cmpint (n, >, 0);
      at += n;
    }
  close (feeder->fd);

  return NULL;
}

static void
test_load_pipe (void)
{
  g_autoptr (GBytes) bytes = make_large (5000);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (TlLoad) load = NULL;
  g_autoptr (GError) error = NULL;
  Feeder feeder;
  GThread *thread;
  int fds[2];

  g_assert_no_errno (pipe (fds));
  feeder.fd = fds[1];
  feeder.bytes = bytes;
  thread = g_thread_new ("feeder", feed_cb, &feeder);
  stream = g_unix_input_stream_new (fds[0], TRUE);
  load = tl_load_stream (stream, NULL, NULL, NULL, NULL, &error);
  g_thread_join (thread);

  g_assert_no_error (error);
  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 0);
  g_assert_cmpuint (count_events (load), ==, 5000);
}

typedef struct
{
  GMainLoop    *loop;
  GThread      *thread;
  GCancellable *cancel_at_progress;
  guint         n_progress;
  guint64       last;
  guint64       total;
  TlLoad       *load;
  GError       *error;
} Async;

static void
progress_cb (guint64  n_bytes,
             guint64  total,
             gpointer data)
{
  Async *async = data;

  /* In the thread that asked, and never backwards. */
  g_assert_true (g_thread_self () == async->thread);
  g_assert_cmpuint (n_bytes, >=, async->last);
  async->n_progress++;
  async->last = n_bytes;
  async->total = total;
  if (async->cancel_at_progress != NULL)
    g_cancellable_cancel (async->cancel_at_progress);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Async *async = data;

  async->load = tl_load_file_finish (G_FILE (source), result, &async->error);
  g_main_loop_quit (async->loop);
}

static void
load_async (Async        *async,
            GFile        *file,
            GCancellable *cancellable)
{
  async->loop = g_main_loop_new (NULL, FALSE);
  async->thread = g_thread_self ();
  tl_load_file_async (file, NULL, progress_cb, async, cancellable, done_cb, async);
  g_main_loop_run (async->loop);
  g_main_loop_unref (async->loop);
}

static void
test_load_async (void)
{
  g_autoptr (GBytes) bytes = make_large (60000);
  g_autoptr (GFile) file = write_temporary (bytes);
  g_autoptr (TlLoad) load = NULL;
  Async async = { 0 };

  load_async (&async, file, NULL);
  load = async.load;

  g_assert_no_error (async.error);
  g_assert_cmpuint (count_events (load), ==, 60000);
  g_assert_cmpuint (async.n_progress, >=, 2);
  g_assert_cmpuint (async.total, ==, g_bytes_get_size (bytes));
  g_assert_cmpuint (async.last, <=, async.total);
  g_file_delete (file, NULL, NULL);
}

static void
test_load_cancelled (void)
{
  g_autoptr (GBytes) bytes = make_large (200000);
  g_autoptr (GFile) file = write_temporary (bytes);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Async async = { .cancel_at_progress = cancellable };

  load_async (&async, file, cancellable);

  g_assert_error (async.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (async.load);
  g_assert_cmpuint (async.last, <, g_bytes_get_size (bytes));
  g_clear_error (&async.error);
  g_file_delete (file, NULL, NULL);
}

/* A file that somebody shortens while it is read. */
static void
shorten_cb (guint64  n_bytes,
            guint64  total,
            gpointer data)
{
  int fd = g_open (data, O_WRONLY, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_no_errno (ftruncate (fd, 1000));
  close (fd);
}

static void
test_load_shortened (void)
{
  g_autoptr (GBytes) bytes = make_large (60000);
  g_autoptr (GFile) file = write_temporary (bytes);
  g_autofree char *name = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLoad) load = tl_load_file (file, NULL, shorten_cb, name, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tl_diagnostics_get_n_errors (load->diagnostics), ==, 1);
  g_assert_cmpuint (count_events (load), >, 0);
  g_file_delete (file, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/load-from/missing-file", test_load_missing_file);
  g_test_add_func ("/load-from/pipe", test_load_pipe);
  g_test_add_func ("/load-from/async", test_load_async);
  g_test_add_func ("/load-from/cancelled", test_load_cancelled);
  g_test_add_func ("/load-from/shortened", test_load_shortened);

  return g_test_run ();
}
