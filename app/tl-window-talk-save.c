/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "compat/tl-file-dialog.h"
#include "compat/tl-question.h"
#include "tl-bundle.h"
#include "tl-talk-save.h"

#include <glib/gi18n.h>

/* The talk that is edited, and its file. Nothing is lost: whatever keeps the
 * steps from getting into the file, they stay in the window, and may be saved
 * elsewhere.
 */

/* Answers */
#define CANCEL  "cancel"
#define COPY    "copy"
#define DISCARD "discard"
#define SAVE    "save"


static gboolean
close_cb (gpointer data)
{
  gtk_window_close (data);

  return G_SOURCE_REMOVE;
}

/* Not while a dialog of the window is still closing. */
static void
close_soon (TlWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
}

/* Whoever wanted to leave does so once nothing is unsaved. */
static void
go_on (TlWindow *self)
{
  if (self->closes_when_saved)
    close_soon (self);
}

static void
stay (TlWindow *self)
{
  self->closes_when_saved = FALSE;
}

/* Somebody may have left meanwhile, and wanted nothing to be saved. */
static gboolean
is_there (TlWindow *self)
{
  return self->talk_panel != NULL;
}

/* A copy */

/* The window shows the copy from now on, as it has shown the other one. */
static void
change_file (TlWindow *self,
             GFile    *file)
{
  if (g_file_equal (tl_document_get_file (self->document), file))
    return;

  tl_window_load_document (self, file);
  g_set_object (&self->shown, self->document);
}

static void ask_about_failure (TlWindow   *self,
                               const char *why);

static void save (TlWindow      *self,
                  TlTalkSaveKind kind);

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (TlWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_steal_pointer (&self->copy);

  self->is_saving = FALSE;
  if (!tl_talk_save_finish (TL_TALK_DRAFT (source), result, &error))
    {
      if (is_there (self))
        ask_about_failure (self, error->message);
      return;
    }
  if (!is_there (self))
    return;

  change_file (self, file);
  tl_window_say (self, _("The copy is saved; it is what this window shows now"));
  tl_window_update_actions (self);
  go_on (self);
}

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (TlWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = tl_file_dialog_save_finish (result, &error);

  if (file == NULL || self->draft == NULL || self->is_saving)
    {
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tl_window_say (self, error->message);
      stay (self);
      return;
    }

  /* That is no copy: what the file has become meanwhile is not to be lost. */
  if (g_file_equal (file, tl_document_get_file (self->document)))
    {
      save (self, TL_TALK_SAVE_INTO);
      return;
    }

  self->is_saving = TRUE;
  g_set_object (&self->copy, file);
  tl_talk_save_async (self->draft, file, TL_TALK_SAVE_COPY, NULL, copied_cb, g_object_ref (self));
}

void
tl_window_save_talk_copy (TlWindow *self)
{
  GFile *file = tl_window_get_file (self);
  g_autoptr (GFile) folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  if (self->draft == NULL)
    return;

  folder = tl_bundle_has (file) ? NULL : g_file_get_parent (file);
  base = tl_document_dup_name (self->document);
  /* Translators: the name of a file */
  name = tl_bundle_has (file) ? g_strdup (base) : g_strdup_printf (_("Copy of %s"), base);
  tl_file_dialog_save (GTK_WINDOW (self), _("Save a Copy"), name, _("Timelines"), "json", folder, NULL, named_cb,
                       g_object_ref (self));
}

/* What keeps it from being saved */

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  TlWindow *self = TL_WINDOW (source);
  g_autofree char *answer = tl_question_ask_finish (result);

  if (g_str_equal (answer, COPY))
    tl_window_save_talk_copy (self);
  else if (g_str_equal (answer, SAVE))
    save (self, TL_TALK_SAVE_INTO);
  else
    stay (self);
}

static void
ask_about_failure (TlWindow   *self,
                   const char *why)
{
  const TlAnswer answers[] = {
    { CANCEL, _("_Cancel"), FALSE },
    { COPY, _("Save a _Copy…"), TRUE },
  };
  /* Translators: why not */
  g_autofree char *body = g_strdup_printf (_("%s.\n\nYour steps are still here. They can be saved into a copy of the timeline."), why);

  tl_question_ask (GTK_WINDOW (self), _("The talk cannot be saved"), body, answers, G_N_ELEMENTS (answers), answered_cb,
                   NULL);
}

static void
ask_about_change (TlWindow *self)
{
  const TlAnswer answers[] = {
    { CANCEL, _("_Cancel"), FALSE },
    { SAVE, _("_Replace Its Steps"), FALSE },
    { COPY, _("Save a _Copy…"), TRUE },
  };

  tl_question_ask (GTK_WINDOW (self), _("The file has changed on the disk"),
                   _("Its steps can be replaced by yours; all else that is in it now stays as it is. A copy is the timeline "
                     "as you know it, with your steps, and leaves the file alone."),
                   answers, G_N_ELEMENTS (answers), answered_cb, NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (TlWindow) self = data;
  g_autoptr (GError) error = NULL;

  gboolean is_saved = tl_talk_save_finish (TL_TALK_DRAFT (source), result, &error);

  self->is_saving = FALSE;
  if (!is_there (self))
    return;

  if (is_saved && self->saves_again && tl_window_has_unsaved (self))
    {
      self->saves_again = FALSE;
      save (self, TL_TALK_SAVE_IF_SAME);
      return;
    }
  self->saves_again = FALSE;
  if (is_saved)
    {
      tl_window_say (self, _("The talk is saved"));
      if (self->draft != NULL)
        tl_window_load_draft (self);
      tl_window_update_actions (self);
      go_on (self);
    }
  else if (g_error_matches (error, TL_TALK_SAVE_ERROR, TL_TALK_SAVE_ERROR_CHANGED))
    ask_about_change (self);
  else
    ask_about_failure (self, error->message);
}

static void
save (TlWindow      *self,
      TlTalkSaveKind kind)
{
  if (self->draft == NULL)
    return;
  if (self->is_saving)
    {
      self->saves_again = TRUE;
      return;
    }

  self->is_saving = TRUE;
  tl_talk_save_async (self->draft, tl_document_get_file (self->document), kind, NULL, saved_cb, g_object_ref (self));
}

void
tl_window_save_talk (TlWindow *self)
{
  if (self->draft == NULL)
    return;

  if (tl_bundle_has (tl_document_get_file (self->document)))
    tl_window_save_talk_copy (self);
  else
    save (self, TL_TALK_SAVE_IF_SAME);
}

/* Leaving */

static void
left_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  TlWindow *self = TL_WINDOW (source);
  g_autofree char *answer = tl_question_ask_finish (result);

  self->is_asking = FALSE;
  self->closes_when_saved = FALSE;
  if (g_str_equal (answer, SAVE))
    {
      self->closes_when_saved = TRUE;
      tl_window_save_talk (self);
    }
  else if (g_str_equal (answer, DISCARD))
    {
      tl_window_drop_draft (self);
      close_soon (self);
    }
}

/**
 * tl_window_may_close: (skip)
 * @self: a window
 *
 * Returns: whether nothing is lost when it closes; otherwise somebody is
 *   asked, and it may close later
 */
gboolean
tl_window_may_close (TlWindow *self)
{
  const TlAnswer answers[] = {
    { CANCEL, _("_Cancel"), FALSE },
    { DISCARD, _("_Discard"), FALSE },
    { SAVE, tl_bundle_has (tl_window_get_file (self)) ? _("_Save a Copy…") : _("_Save"), TRUE },
  };

  if (!tl_window_has_unsaved (self))
    return TRUE;
  if (self->is_asking)
    return FALSE;

  self->is_asking = TRUE;
  gtk_window_present (GTK_WINDOW (self));
  tl_question_ask (GTK_WINDOW (self), _("Save the talk?"),
                   _("The steps of the talk have been edited. What is not saved is lost."), answers,
                   G_N_ELEMENTS (answers), left_cb, NULL);

  return FALSE;
}
