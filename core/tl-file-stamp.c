/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-file-stamp.h"

/* Files beyond this are known by their time and size alone: reading them
 * takes longer than it saves.
 */
#define MAX_READ (16u * 1024u * 1024u)

#define ATTRIBUTES                    \
  G_FILE_ATTRIBUTE_STANDARD_TYPE ","  \
  G_FILE_ATTRIBUTE_STANDARD_SIZE ","  \
  G_FILE_ATTRIBUTE_TIME_MODIFIED ","  \
  G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

struct _TlFileStamp
{
  GFileType type;
  guint64   size;
  guint64   modified;    /* microseconds since 1970 */
  char     *fingerprint; /* (nullable): of the content */
};

/* Only of what is near at hand: another computer would send it all twice. */
static char *
make_fingerprint (GFile        *file,
                  GFileInfo    *info,
                  GCancellable *cancellable)
{
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_is_native (file)
      || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
      || g_file_info_get_size (info) > MAX_READ
      || !g_file_load_contents (file, cancellable, &content, &length, NULL, NULL))
    return NULL;

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
}

/**
 * tl_file_stamp_new:
 * @file: (transfer none): a file
 * @cancellable: (nullable): stops the looking
 * @error: set where there is no such file, or it cannot be looked at
 *
 * Returns: (transfer full) (nullable): what @file looks like now
 */
TlFileStamp *
tl_file_stamp_new (GFile        *file,
                   GCancellable *cancellable,
                   GError      **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);
  TlFileStamp *self;

  if (info == NULL)
    return NULL;

  self = g_new0 (TlFileStamp, 1);
  self->type = g_file_info_get_file_type (info);
  self->size = (guint64) g_file_info_get_size (info);
  self->modified = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC
                   + g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
  self->fingerprint = make_fingerprint (file, info, cancellable);

  return self;
}

/**
 * tl_file_stamp_free:
 * @self: (transfer full): a stamp
 */
void
tl_file_stamp_free (TlFileStamp *self)
{
  g_free (self->fingerprint);
  g_free (self);
}

static void
look_in_thread_cb (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  TlFileStamp *stamp = tl_file_stamp_new (source_object, cancellable, &error);

  if (stamp != NULL)
    g_task_return_pointer (task, stamp, (GDestroyNotify) tl_file_stamp_free);
  else
    g_task_return_error (task, error);
}

/**
 * tl_file_stamp_new_async:
 * @file: (transfer none): a file
 * @cancellable: (nullable): stops the looking
 * @callback: (scope async): called when it is done
 * @user_data: passed to @callback
 *
 * As tl_file_stamp_new(), in a thread of its own.
 */
void
tl_file_stamp_new_async (GFile              *file,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_file_stamp_new_async);
  g_task_run_in_thread (task, look_in_thread_cb);
}

/**
 * tl_file_stamp_new_finish:
 * @file: what tl_file_stamp_new_async() was called with
 * @result: what its callback was called with
 * @error: set where the file cannot be looked at, or the looking was cancelled
 *
 * Returns: (transfer full) (nullable): what the file looks like
 */
TlFileStamp *
tl_file_stamp_new_finish (GFile        *file,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_file_stamp_is_of_file:
 * @self: a stamp
 *
 * Returns: whether it is of a file that can be read again and again, rather
 *   than of a pipe or a folder
 */
gboolean
tl_file_stamp_is_of_file (const TlFileStamp *self)
{
  return self->type == G_FILE_TYPE_REGULAR;
}

/**
 * tl_file_stamp_equal:
 * @a: a stamp
 * @b: another one of the same file
 *
 * Returns: whether the file has not changed in between
 */
gboolean
tl_file_stamp_equal (const TlFileStamp *a,
                     const TlFileStamp *b)
{
  if (a->type != b->type || a->size != b->size)
    return FALSE;

  if (a->fingerprint != NULL && b->fingerprint != NULL)
    return g_str_equal (a->fingerprint, b->fingerprint);

  return a->modified == b->modified;
}
