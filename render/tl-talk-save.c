/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-talk-save.h"

#include "tl-load.h"
#include "tl-output.h"

#include <glib/gi18n-lib.h>

/* A talk out of its file and into it again, in a thread: timelines may be
 * large.
 */

G_DEFINE_QUARK (tl-talk-save-error-quark, tl_talk_save_error)

typedef struct
{
  GFile         *file;
  TlDraftState  *state;
  GBytes        *text; /* that the file is thought to have, then that it has */
  TlTalkSaveKind kind;
} Errand;

static void
free_errand (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->file);
  tl_draft_state_unref (errand->state);
  g_bytes_unref (errand->text);
  g_free (errand);
}

/* In one step, so that there is always the one or the other: behind links,
 * with the mode that the file had. What is far away knows how to do that
 * itself. */
static gboolean
write_bytes (GFile        *file,
             GBytes       *bytes,
             GCancellable *cancellable,
             GError      **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (TlOutput) output = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (path == NULL)
    return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);

  output = tl_output_open (path, error);
  if (output == NULL)
    return FALSE;
  tl_output_write (output, data, length);

  return tl_output_close (output, error);
}

/* Steps do not go into what nobody can read. */
static TlLoad *
load_sound (GBytes  *bytes,
            GError **error)
{
  g_autoptr (TlLoad) load = tl_load_bytes (bytes, NULL);

  if (tl_load_is_sound (load))
    return g_steal_pointer (&load);

  g_set_error_literal (error, TL_TALK_SAVE_ERROR, TL_TALK_SAVE_ERROR_BROKEN,
                       _("The file on the disk is broken now, and stays as it is"));

  return NULL;
}

/* What the steps are to go into: the file as it is now. */
static GBytes *
read_target (Errand       *errand,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlLoad) load = NULL;

  if (errand->kind == TL_TALK_SAVE_COPY)
    return g_bytes_ref (errand->text);

  bytes = g_file_load_bytes (errand->file, cancellable, NULL, error);
  if (bytes == NULL)
    return NULL;
  /* The same as before: also in the one place of memory. */
  if (g_bytes_equal (bytes, errand->text))
    return g_bytes_ref (errand->text);
  if (errand->kind == TL_TALK_SAVE_IF_SAME)
    {
      g_set_error_literal (error, TL_TALK_SAVE_ERROR, TL_TALK_SAVE_ERROR_CHANGED, _("The file has changed on the disk"));
      return NULL;
    }

  load = load_sound (bytes, error);

  return load != NULL ? g_steal_pointer (&bytes) : NULL;
}

static void
save_cb (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;
  g_autoptr (GBytes) target = read_target (errand, cancellable, &error);
  g_autoptr (GBytes) bytes = target != NULL ? tl_draft_state_to_bytes (errand->state, target, &error) : NULL;

  if (bytes == NULL || !write_bytes (errand->file, bytes, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_bytes_unref (errand->text);
  errand->text = g_steal_pointer (&bytes);
  g_task_return_boolean (task, TRUE);
}

/**
 * tl_talk_save_async:
 * @draft: (transfer none): the steps to save, as they are now
 * @file: (transfer none): where to
 * @kind: what is asked of it
 * @cancellable: (nullable): a cancellable
 * @callback: (scope async): called when it is done, or has failed
 * @user_data: passed to @callback
 *
 * Writes a talk into its file, or a copy of that. The file is replaced in one
 * step, or stays as it is.
 */
void
tl_talk_save_async (TlTalkDraft        *draft,
                    GFile              *file,
                    TlTalkSaveKind      kind,
                    GCancellable       *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (draft, cancellable, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  g_return_if_fail (TL_IS_TALK_DRAFT (draft));
  g_return_if_fail (G_IS_FILE (file));

  errand->file = g_object_ref (file);
  errand->state = tl_talk_draft_dup_state (draft);
  errand->text = g_bytes_ref (tl_talk_draft_get_text (draft));
  errand->kind = kind;
  g_task_set_source_tag (task, tl_talk_save_async);
  /* Written is written: a late cancellation does not make it undone. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, errand, free_errand);
  g_task_run_in_thread (task, save_cb);
}

/**
 * tl_talk_save_finish:
 * @draft: the draft
 * @result: what the callback was called with
 * @error: set where the file is as it was: in the domain
 *   %TL_TALK_SAVE_ERROR, %G_FILE_ERROR (%G_FILE_ERROR_ACCES for what may not
 *   be written) or %G_IO_ERROR
 *
 * Where that went well, @draft knows what has been saved.
 *
 * Returns: whether it did
 */
gboolean
tl_talk_save_finish (TlTalkDraft  *draft,
                     GAsyncResult *result,
                     GError      **error)
{
  Errand *errand;

  g_return_val_if_fail (g_task_is_valid (result, draft), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  errand = g_task_get_task_data (G_TASK (result));
  tl_talk_draft_note_saved (draft, errand->state, errand->text);

  return TRUE;
}

/* Steps and text are of the same moment: both come from what is read here. */
static void
load_cb (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (source, cancellable, NULL, &error);
  g_autoptr (TlLoad) load = bytes != NULL ? load_sound (bytes, &error) : NULL;

  if (load != NULL)
    g_task_return_pointer (task, tl_talk_draft_new (bytes, load->timeline), g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tl_talk_load_async:
 * @file: (transfer none): a timeline file
 * @cancellable: (nullable): a cancellable
 * @callback: (scope async): called when it is read, or cannot be
 * @user_data: passed to @callback
 *
 * Makes a draft of the file's talk.
 */
void
tl_talk_load_async (GFile              *file,
                    GCancellable       *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_talk_load_async);
  g_task_run_in_thread (task, load_cb);
}

/**
 * tl_talk_load_finish:
 * @file: the file
 * @result: what the callback was called with
 * @error: set where there is none: in the domain %TL_TALK_SAVE_ERROR or
 *   %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the draft
 */
TlTalkDraft *
tl_talk_load_finish (GFile        *file,
                     GAsyncResult *result,
                     GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
