/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chart-content.h"

#include "tl-chart-job.h"
#include "tl-chart-worker.h"

#include <glib/gstdio.h>
#include <string.h>

#define PNG_TYPE "image/png"
#define SVG_TYPE "image/svg+xml"
#define FILES_TYPE "text/uri-list"

static const char *const text_types[] = { "text/plain;charset=utf-8", "text/plain", NULL };

/**
 * TlChartContent:
 *
 * A chart for another program: as pictures, as text or as a file, whatever it
 * asks for. Nothing of it is made before.
 */
struct _TlChartContent
{
  GdkContentProvider parent_instance;

  TlChartRequest request;
  TlTimeline    *timeline;
  TlExportFormat format;    /* of the file */
  char          *file_name; /* (nullable): NULL where text is given rather than a file */
  GHashTable    *made;      /* of GBytes, by type */
};

G_DEFINE_FINAL_TYPE (TlChartContent, tl_chart_content, GDK_TYPE_CONTENT_PROVIDER)

/* Folders with files that other programs may still read. */
static GPtrArray *folders;
static GMutex folders_lock;

static char *
make_folder (GError **error)
{
  char *folder = g_dir_make_tmp ("throughline-XXXXXX", error);

  if (folder == NULL)
    return NULL;

  g_mutex_lock (&folders_lock);
  if (folders == NULL)
    folders = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (folders, g_strdup (folder));
  g_mutex_unlock (&folders_lock);

  return folder;
}

/* With all files in it. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/**
 * tl_chart_content_remove_files:
 *
 * Removes what has been written for other programs. To be called when the
 * program ends.
 */
void
tl_chart_content_remove_files (void)
{
  g_mutex_lock (&folders_lock);
  for (guint i = 0; folders != NULL && i < folders->len; i++)
    remove_folder (g_ptr_array_index (folders, i));
  g_clear_pointer (&folders, g_ptr_array_unref);
  g_mutex_unlock (&folders_lock);
}

/* Making; in the thread of charts */

static GBytes *
make_picture (TlChartJob    *chart,
              TlExportFormat format,
              GCancellable  *cancellable,
              GError       **error)
{
  const TlWriteProgress progress = { NULL, NULL, cancellable };
  g_autofree char *folder = g_dir_make_tmp ("throughline-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "chart", NULL) : NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;
  gboolean is_made;

  if (folder == NULL)
    return NULL;

  is_made = tl_chart_job_write (chart, format, path, TRUE, &progress, error)
            && g_file_get_contents (path, &bytes, &length, error);
  remove_folder (folder);

  return is_made ? g_bytes_new_take (g_steal_pointer (&bytes), length) : NULL;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GBytes *
list_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);
  GString *list = g_string_new (NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_ptr_array_add (uris, g_filename_to_uri (path, NULL, NULL));
    }
  g_ptr_array_sort (uris, compare_cb);
  for (guint i = 0; i < uris->len; i++)
    g_string_append_printf (list, "%s\r\n", (const char *) g_ptr_array_index (uris, i));

  return g_string_free_to_bytes (list);
}

static GBytes *
make_files (TlChartContent *self,
            TlChartJob     *chart,
            GCancellable   *cancellable,
            GError        **error)
{
  const TlWriteProgress progress = { NULL, NULL, cancellable };
  g_autofree char *folder = make_folder (error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, self->file_name, NULL) : NULL;

  if (folder == NULL || !tl_chart_job_write (chart, self->format, path, TRUE, &progress, error))
    return NULL;

  return list_files (folder);
}

static GBytes *
make_text (TlChartJob *chart)
{
  char *text = tl_chart_job_to_text (chart);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
make (TlChartContent *self,
      const char     *type,
      GCancellable   *cancellable,
      GError        **error)
{
  gboolean is_file = g_str_equal (type, FILES_TYPE);
  g_autoptr (TlChartJob) chart = NULL;
  g_auto (TlChartRequest) request = { 0 };

  /* A picture is of one page. */
  tl_chart_request_copy (&self->request, &request);
  request.in_pages = request.in_pages && is_file;
  chart = tl_chart_job_new (&request, self->timeline, tl_timeline_get_title (self->timeline), NULL, error);
  if (chart == NULL)
    return NULL;
  if (is_file)
    return make_files (self, chart, cancellable, error);
  if (g_str_equal (type, PNG_TYPE) || g_str_equal (type, SVG_TYPE))
    return make_picture (chart, g_str_equal (type, PNG_TYPE) ? TL_EXPORT_PNG : TL_EXPORT_SVG, cancellable, error);

  return make_text (chart);
}

static void
make_cb (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = make (source, data, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/* Giving */

/* What somebody has asked for. */
typedef struct
{
  char          *type;
  GOutputStream *stream;
  int            priority;
} Wish;

static void
free_wish_cb (gpointer data)
{
  Wish *wish = data;

  g_free (wish->type);
  g_object_unref (wish->stream);
  g_free (wish);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
give (GTask  *task,
      GBytes *bytes)
{
  const Wish *wish = g_task_get_task_data (task);
  gsize length;
  gconstpointer start = g_bytes_get_data (bytes, &length);

  g_output_stream_write_all_async (wish->stream, start, length, wish->priority, g_task_get_cancellable (task), written_cb,
                                   task);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  TlChartContent *self = TL_CHART_CONTENT (source);
  g_autoptr (GTask) task = data;
  const Wish *wish = g_task_get_task_data (task);
  GError *error = NULL;
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_hash_table_insert (self->made, g_strdup (wish->type), bytes);
  give (g_steal_pointer (&task), bytes);
}

static void
tl_chart_content_write_mime_type_async (GdkContentProvider *provider,
                                        const char         *mime_type,
                                        GOutputStream      *stream,
                                        int                 io_priority,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  TlChartContent *self = TL_CHART_CONTENT (provider);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Wish *wish = g_new (Wish, 1);
  GBytes *bytes = g_hash_table_lookup (self->made, mime_type);
  g_autoptr (GTask) making = NULL;

  *wish = (Wish){ g_strdup (mime_type), g_object_ref (stream), io_priority };
  g_task_set_task_data (task, wish, free_wish_cb);
  if (bytes != NULL)
    {
      give (task, bytes);
      return;
    }

  making = g_task_new (self, cancellable, made_cb, task);
  g_task_set_task_data (making, g_strdup (mime_type), g_free);
  tl_chart_worker_run (making, make_cb);
}

static gboolean
tl_chart_content_write_mime_type_finish (GdkContentProvider *provider,
                                         GAsyncResult       *result,
                                         GError            **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static GdkContentFormats *
tl_chart_content_ref_formats (GdkContentProvider *provider)
{
  TlChartContent *self = TL_CHART_CONTENT (provider);
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  if (self->file_name != NULL)
    gdk_content_formats_builder_add_mime_type (builder, FILES_TYPE);
  gdk_content_formats_builder_add_mime_type (builder, PNG_TYPE);
  gdk_content_formats_builder_add_mime_type (builder, SVG_TYPE);
  for (guint i = 0; self->file_name == NULL && text_types[i] != NULL; i++)
    gdk_content_formats_builder_add_mime_type (builder, text_types[i]);

  return gdk_content_formats_builder_free_to_formats (builder);
}

static void
tl_chart_content_finalize (GObject *object)
{
  TlChartContent *self = TL_CHART_CONTENT (object);

  tl_chart_request_clear (&self->request);
  g_object_unref (self->timeline);
  g_free (self->file_name);
  g_hash_table_unref (self->made);

  G_OBJECT_CLASS (tl_chart_content_parent_class)->finalize (object);
}

static void
tl_chart_content_class_init (TlChartContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_chart_content_finalize;
  provider_class->ref_formats = tl_chart_content_ref_formats;
  provider_class->write_mime_type_async = tl_chart_content_write_mime_type_async;
  provider_class->write_mime_type_finish = tl_chart_content_write_mime_type_finish;
}

static void
tl_chart_content_init (TlChartContent *self)
{
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

static TlChartContent *
create (const TlChartRequest *request,
        TlTimeline           *timeline)
{
  TlChartContent *self = g_object_new (TL_TYPE_CHART_CONTENT, NULL);

  tl_chart_request_copy (request, &self->request);
  self->timeline = g_object_ref (timeline);

  return self;
}

/**
 * tl_chart_content_new_for_copy:
 * @request: the chart
 * @timeline: what is drawn
 *
 * Returns: (transfer full): the chart as PNG, SVG and text
 */
GdkContentProvider *
tl_chart_content_new_for_copy (const TlChartRequest *request,
                               TlTimeline           *timeline)
{
  return GDK_CONTENT_PROVIDER (create (request, timeline));
}

/**
 * tl_chart_content_new_for_drag:
 * @request: the chart
 * @timeline: what is drawn
 * @format: of the file
 * @file_name: (type filename): what the file is called
 *
 * Returns: (transfer full): the chart as a file, PNG and SVG
 */
GdkContentProvider *
tl_chart_content_new_for_drag (const TlChartRequest *request,
                               TlTimeline           *timeline,
                               TlExportFormat        format,
                               const char           *file_name)
{
  TlChartContent *self = create (request, timeline);

  self->format = format;
  self->file_name = g_strdup (file_name);

  return GDK_CONTENT_PROVIDER (self);
}
