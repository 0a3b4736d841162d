/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-load.h"

/* Where timelines come from. The importer goes back to the start where it
 * has to, so what cannot go back is copied into a file first.
 */

#define SPOOL_CHUNK (256u * 1024u)

static gboolean
can_seek (GInputStream *stream)
{
  return G_IS_SEEKABLE (stream) && g_seekable_can_seek (G_SEEKABLE (stream));
}

/* Copies all of @from, but no more than an importer would read. */
static gboolean
copy (GInputStream       *from,
      GOutputStream      *to,
      const TlLoadLimits *limits,
      GCancellable       *cancellable,
      GError            **error)
{
  g_autofree char *buffer = g_malloc (SPOOL_CHUNK);
  guint64 n_copied = 0;
  gssize n;

  while (n_copied <= limits->file_bytes
         && (n = g_input_stream_read (from, buffer, SPOOL_CHUNK, cancellable, error)) != 0)
    {
      if (n < 0 || !g_output_stream_write_all (to, buffer, n, NULL, cancellable, error))
        return FALSE;
      n_copied += n;
    }

  return TRUE;
}

/**
 * tl_load_stream:
 * @stream: (transfer none): a timeline file, at its start
 * @limits: (nullable): how much it may hold
 * @progress: (nullable) (scope call): told how far the reading is
 * @progress_data: passed to @progress
 * @cancellable: (nullable): stops the reading
 * @error: set where @stream cannot be read, or the reading is cancelled
 *
 * Loads a timeline from anything that can be read, such as standard input.
 * What cannot be read twice is copied into a temporary file that has no
 * name and is gone with the call.
 *
 * Returns: (transfer full) (nullable): what came of it; %NULL with @error set
 */
TlLoad *
tl_load_stream (GInputStream       *stream,
                const TlLoadLimits *limits,
                TlLoadProgressFunc  progress,
                gpointer            progress_data,
                GCancellable       *cancellable,
                GError            **error)
{
  g_autoptr (GFileIOStream) spool = NULL;
  g_autoptr (GFile) file = NULL;
  GInputStream *input;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  if (limits == NULL)
    limits = &tl_load_default_limits;

  if (can_seek (stream))
    return tl_import_json (stream, 0, limits, progress, progress_data, cancellable, error);

  file = g_file_new_tmp ("throughline-XXXXXX", &spool, error);
  if (file == NULL)
    return NULL;

  if (!g_file_delete (file, cancellable, error)
      || !copy (stream, g_io_stream_get_output_stream (G_IO_STREAM (spool)), limits, cancellable, error)
      || !g_seekable_seek (G_SEEKABLE (spool), 0, G_SEEK_SET, cancellable, error))
    return NULL;

  input = g_io_stream_get_input_stream (G_IO_STREAM (spool));

  return tl_import_json (input, 0, limits, progress, progress_data, cancellable, error);
}

/**
 * tl_load_file:
 * @file: (transfer none): a timeline file
 * @limits: (nullable): how much it may hold
 * @progress: (nullable) (scope call): told how far the reading is
 * @progress_data: passed to @progress
 * @cancellable: (nullable): stops the reading
 * @error: set where @file cannot be read, or the reading is cancelled
 *
 * Loads a timeline. What is wrong in the file is in the diagnostics, and is
 * no @error.
 *
 * Returns: (transfer full) (nullable): what came of it; %NULL with @error set
 */
TlLoad *
tl_load_file (GFile              *file,
              const TlLoadLimits *limits,
              TlLoadProgressFunc  progress,
              gpointer            progress_data,
              GCancellable       *cancellable,
              GError            **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  if (!can_seek (G_INPUT_STREAM (stream)))
    return tl_load_stream (G_INPUT_STREAM (stream), limits, progress, progress_data, cancellable, error);

  /* Only progress needs the size, so it does not matter where there is none. */
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);

  return tl_import_json (G_INPUT_STREAM (stream),
                         info != NULL ? (guint64) g_file_info_get_size (info) : 0,
                         limits != NULL ? limits : &tl_load_default_limits,
                         progress, progress_data, cancellable, error);
}

/**
 * tl_load_bytes:
 * @bytes: (transfer none): a timeline file's content
 * @limits: (nullable): how much it may hold
 *
 * Returns: (transfer full): what came of it
 */
TlLoad *
tl_load_bytes (GBytes             *bytes,
               const TlLoadLimits *limits)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return tl_load_stream (stream, limits, NULL, NULL, NULL, NULL);
}

/* What the thread that loads needs, and where it tells how far it is. */
typedef struct
{
  TlLoadLimits       limits;
  TlLoadProgressFunc progress;
  gpointer           progress_data;
} AsyncLoad;

typedef struct
{
  GTask  *task;
  guint64 n_bytes;
  guint64 total;
} AsyncProgress;

static void
free_progress_cb (gpointer data)
{
  AsyncProgress *progress = data;

  g_object_unref (progress->task);
  g_free (progress);
}

static gboolean
deliver_progress_cb (gpointer data)
{
  AsyncProgress *progress = data;
  AsyncLoad *load = g_task_get_task_data (progress->task);

  if (!g_task_get_completed (progress->task))
    load->progress (progress->n_bytes, progress->total, load->progress_data);

  return G_SOURCE_REMOVE;
}

static void
send_progress_cb (guint64  n_bytes,
                  guint64  total,
                  gpointer data)
{
  AsyncProgress *progress = g_new0 (AsyncProgress, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  progress->task = g_object_ref (G_TASK (data));
  progress->n_bytes = n_bytes;
  progress->total = total;

  /* Not g_main_context_invoke(): it calls from this thread while the caller
   * does not run its loop yet.
   */
  g_source_set_priority (source, g_task_get_priority (progress->task));
  g_source_set_callback (source, deliver_progress_cb, progress, free_progress_cb);
  g_source_attach (source, g_task_get_context (progress->task));
}

static void
load_in_thread_cb (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  AsyncLoad *async = task_data;
  GError *error = NULL;
  TlLoad *load = tl_load_file (source_object, &async->limits,
                               async->progress != NULL ? send_progress_cb : NULL, task,
                               cancellable, &error);

  if (load != NULL)
    g_task_return_pointer (task, load, (GDestroyNotify) tl_load_free);
  else
    g_task_return_error (task, error);
}

/**
 * tl_load_file_async:
 * @file: (transfer none): a timeline file
 * @limits: (nullable): how much it may hold
 * @progress: (nullable) (scope notified): told how far the reading is, in
 *   the caller's main context, until @callback is called
 * @progress_data: passed to @progress
 * @cancellable: (nullable): stops the reading
 * @callback: (scope async): called when it is done
 * @user_data: passed to @callback
 *
 * As tl_load_file(), in a thread of its own.
 */
void
tl_load_file_async (GFile              *file,
                    const TlLoadLimits *limits,
                    TlLoadProgressFunc  progress,
                    gpointer            progress_data,
                    GCancellable       *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  AsyncLoad *async = g_new0 (AsyncLoad, 1);

  async->limits = limits != NULL ? *limits : tl_load_default_limits;
  async->progress = progress;
  async->progress_data = progress_data;

  g_task_set_source_tag (task, tl_load_file_async);
  g_task_set_task_data (task, async, g_free);
  g_task_run_in_thread (task, load_in_thread_cb);
}

/**
 * tl_load_file_finish:
 * @file: what tl_load_file_async() was called with
 * @result: what its callback was called with
 * @error: set where the file cannot be read, or the reading was cancelled
 *
 * Returns: (transfer full) (nullable): what came of it; %NULL with @error set
 */
TlLoad *
tl_load_file_finish (GFile        *file,
                     GAsyncResult *result,
                     GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
