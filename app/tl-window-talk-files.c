/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-window-private.h"

#include "tl-chart-worker.h"
#include "tl-deck.h"
#include "tl-export-choices.h"
#include "tl-export-words.h"
#include "tl-file-dialog.h"
#include "tl-handout-file.h"
#include "tl-slide.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is taken home from a talk: its slides, to be shown or to be worked on,
 * and a handout. Of the events and lanes that are shown, with unsaved steps.
 */

typedef enum
{
  TAKE_SLIDES,
  TAKE_PRESENTATION,
  TAKE_HANDOUT,
} Take;

static const struct
{
  const char    *title;
  const char    *name; /* of the file, behind that of the timeline */
  const char    *kind;
  TlExportFormat format;
} takes[] = {
  [TAKE_SLIDES] = { N_("Save the Slides"), N_("slides"), N_("PDF documents"), TL_EXPORT_PDF },
  [TAKE_PRESENTATION] = { N_("Save the Slides as a Presentation"), N_("slides"), N_("Presentations"), TL_EXPORT_ODP },
  [TAKE_HANDOUT] = { N_("Save a Handout"), N_("handout"), N_("PDF documents"), TL_EXPORT_PDF },
};

typedef struct
{
  Take           take;
  TlTimeline    *timeline;
  TlChartRequest request;
  char          *path;
} Job;

static void
free_job_cb (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->timeline);
  tl_chart_request_clear (&job->request);
  g_free (job->path);
  g_free (job);
}

/* Writing; in the thread of charts */

static gboolean
write_slides (const Job             *job,
              TlChartJob            *chart,
              const TlWriteProgress *progress,
              GError               **error)
{
  const TlDeckOptions options = { .width = TL_SLIDE_WIDE_WIDTH, .theme = TL_THEME_DARK, .scale = 1 };
  g_autoptr (TlDeck) deck = tl_deck_new (chart, &options);

  return tl_deck_check (deck, error)
         && tl_deck_write (deck, takes[job->take].format, job->path, FALSE, progress, error);
}

static gboolean
write_handout (const Job             *job,
               TlChartJob            *chart,
               const TlWriteProgress *progress,
               GError               **error)
{
  TlExportSize size;

  return tl_export_size_parse ("a4", &size, error)
         && tl_handout_write (chart, &size, TL_THEME_PRINT, job->path, FALSE, progress, error);
}

static void
write_cb (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  const Job *job = data;
  const TlWriteProgress progress = { NULL, NULL, cancellable };
  GError *error = NULL;
  g_autoptr (TlChartJob) chart = tl_chart_job_new (&job->request, job->timeline, tl_timeline_get_title (job->timeline),
                                                   NULL, &error);
  gboolean is_written = chart != NULL
                        && (job->take == TAKE_HANDOUT ? write_handout (job, chart, &progress, &error)
                                                      : write_slides (job, chart, &progress, &error));

  if (is_written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  TlWindow *self = TL_WINDOW (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  g_clear_object (&self->taking);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    tl_window_say_saved (self, job->path);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tl_window_say (self, sentence = tl_export_say_error (error));
}

static void
start (TlWindow   *self,
       Take        take,
       const char *path)
{
  Job *job = g_new0 (Job, 1);
  g_auto (TlExportChoices) choices = { 0 };
  g_autoptr (GTask) task = NULL;

  tl_export_choices_restore (&choices, NULL);
  choices.part = TL_EXPORT_PART_SHOWN;
  tl_export_choices_settle (&choices, self->viewport, &job->request);
  job->take = take;
  job->timeline = tl_window_get_talk_timeline (self);
  job->path = g_strdup (path);
  self->taking = g_cancellable_new ();
  task = g_task_new (self, self->taking, written_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, free_job_cb);
  tl_chart_worker_run (task, write_cb);
}

/* Asking */

typedef struct
{
  TlWindow *window;
  Take      take;
} Question;

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autofree Question *question = data;
  g_autoptr (TlWindow) self = question->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = tl_file_dialog_save_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (file != NULL && g_file_peek_path (file) == NULL)
    tl_window_say (self, _("Files of a talk can only be saved on this computer. Choose another folder."));
  else if (file != NULL && self->taking != NULL)
    tl_window_say (self, _("Another file is still being written"));
  else if (file != NULL && tl_viewport_get_timeline (self->viewport) != NULL)
    start (self, question->take, g_file_peek_path (file));
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tl_window_say (self, sentence = tl_export_say_error (error));
}

static void
ask (TlWindow *self,
     Take      take)
{
  const char *suffix = tl_export_format_words[takes[take].format];
  g_autofree char *chart = tl_export_make_name (tl_viewport_get_timeline (self->viewport), takes[take].format);
  int stem = (int) (strrchr (chart, '.') - chart);
  g_autofree char *name = g_strdup_printf ("%.*s-%s.%s", stem, chart, _(takes[take].name), suffix);
  g_autofree char *path = tl_export_find_folder (tl_document_get_file (self->shown));
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  Question *question = g_new (Question, 1);

  *question = (Question){ g_object_ref (self), take };
  tl_file_dialog_save (GTK_WINDOW (self), _(takes[take].title), name, _(takes[take].kind), suffix, folder, NULL,
                       chosen_cb, question);
}

void
tl_window_save_slides (TlWindow *self)
{
  ask (self, TAKE_SLIDES);
}

void
tl_window_save_presentation (TlWindow *self)
{
  ask (self, TAKE_PRESENTATION);
}

void
tl_window_save_handout (TlWindow *self)
{
  ask (self, TAKE_HANDOUT);
}

/* The window goes: nobody waits for it any more. */
void
tl_window_stop_taking (TlWindow *self)
{
  if (self->taking != NULL)
    g_cancellable_cancel (self->taking);
}
