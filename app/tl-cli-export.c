/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-cli-export.h"

#include "tl-chart-job.h"
#include "tl-cli-export-options.h"
#include "tl-cli-load.h"
#include "tl-cli-progress.h"
#include "tl-deck.h"
#include "tl-handout-file.h"
#include "tl-output.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* throughline export */

enum
{
  STATUS_WRITTEN = 0,
  STATUS_FAILURE = 2,
};

/* What is drawn for all outputs of a run. */
typedef struct
{
  const TlCliExportOptions *options;
  TlTextPango              *text;
  TlLoad                   *load;
  TlChartJob               *chart;
  TlDeck                   *deck; /* (nullable): made for the first file that has it */
} Job;

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->deck, tl_deck_free);
  g_clear_pointer (&job->chart, tl_chart_job_unref);
  g_clear_pointer (&job->load, tl_load_free);
  g_clear_object (&job->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

static void
tell_load_cb (guint64  n_bytes,
              guint64  total,
              gpointer data)
{
  if (total > 0)
    tl_cli_progress_tell ((double) n_bytes / total);
}

static void
tell_write_cb (double   fraction,
               gpointer data)
{
  tl_cli_progress_tell (fraction);
}

static void
say (const char *sentence)
{
  tl_cli_progress_end ();
  fprintf (stderr, "throughline export: %s\n", sentence);
}

/* A chart is made of what is sound, and whoever makes it is told that it is
 * not the whole file.
 */
static void
say_findings (const Job *job)
{
  guint n_errors = tl_diagnostics_get_n_errors (job->load->diagnostics);
  g_autofree char *name = tl_cli_name_file (job->options->file);
  g_autofree char *errors = NULL;
  g_autofree char *left_out = NULL;
  g_autofree char *sentence = NULL;

  if (n_errors == 0 || job->options->is_quiet)
    return;

  errors = g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  left_out = g_strdup_printf (ngettext ("%u event is left out", "%u events are left out", job->load->n_left_out),
                              job->load->n_left_out);
  /* Translators: a file, "2 errors", "1 event is left out", the file again. */
  sentence = g_strdup_printf (_("%s has %s; %s; “throughline validate %s” tells more"), name, errors, left_out, name);
  say (sentence);
}

static gboolean
load (Job     *job,
      GError **error)
{
  const TlCliExportOptions *options = job->options;
  g_autofree char *name = tl_cli_name_file (options->file);
  g_autofree char *task = g_strdup_printf (_("Reading %s"), name);
  g_autofree char *message = NULL;

  tl_cli_progress_set_task (task);
  job->load = options->file != NULL ? tl_cli_load (options->file, tell_load_cb, error) : tl_cli_load_story ();
  if (job->load != NULL)
    {
      say_findings (job);
      return TRUE;
    }

  message = g_steal_pointer (&(*error)->message);
  /* Translators: a file's name, then why it cannot be read. */
  (*error)->message = g_strdup_printf (_("%s cannot be read: %s"), name, message);

  return FALSE;
}

static gboolean
choose (Job     *job,
        GError **error)
{
  g_autofree char *name = tl_cli_name_file (job->options->file);

  job->chart = tl_chart_job_new (&job->options->request, job->load->timeline, name, job->text, error);

  return job->chart != NULL;
}

static void
say_missing_font (const Job *job)
{
  g_autofree char *sentence = tl_chart_job_say_missing_font (job->chart);

  if (sentence != NULL && !job->options->is_quiet)
    say (sentence);
}

static TlDeckOptions
get_deck_options (const Job *job)
{
  const TlChartRequest *request = &job->options->request;

  /* Rooms are dark where talks are given. */
  return (TlDeckOptions){
    .width = job->options->slide_width,
    .theme = job->options->has_theme ? (TlThemeKind) request->theme : TL_THEME_DARK,
    .scale = request->scale,
    .notes_ratio = job->options->has_notes ? tl_export_size_get_paper_ratio (&request->size) : 0,
  };
}

static void
make_deck (Job *job)
{
  const TlDeckOptions options = get_deck_options (job);
  g_autoptr (GPtrArray) skipped = NULL;

  if (job->deck != NULL)
    return;

  job->deck = tl_deck_new (job->chart, &options);
  skipped = tl_deck_list_skipped (job->deck);
  for (guint i = 0; i < skipped->len && !job->options->is_quiet; i++)
    say (skipped->pdata[i]);
}

static gboolean
write_deck (Job                   *job,
            const TlCliTarget     *target,
            const TlWriteProgress *progress,
            GError               **error)
{
  if (!tl_deck_check (job->deck, error))
    return FALSE;
  if (g_str_has_suffix (target->name, "/slide.png") || g_str_has_suffix (target->name, "/slide.svg"))
    {
      g_autofree char *folder = g_path_get_dirname (target->name);

      g_mkdir_with_parents (folder, 0777);
    }

  return tl_deck_write (job->deck, target->format, target->name, job->options->is_forced, progress, error);
}

/* On paper, where nobody asks for something else. */
static gboolean
write_handout (Job                   *job,
               const TlCliTarget     *target,
               const TlWriteProgress *progress,
               GError               **error)
{
  const TlCliExportOptions *options = job->options;
  TlExportSize size = options->request.size;

  if (!options->has_size && !tl_export_size_parse ("a4", &size, error))
    return FALSE;

  return tl_handout_write (job->chart, &size, options->has_theme ? (TlThemeKind) options->request.theme : TL_THEME_PRINT,
                           target->name, options->is_forced, progress, error);
}

static gboolean
write_target (Job               *job,
              const TlCliTarget *target,
              GError           **error)
{
  const TlWriteProgress progress = { tell_write_cb, NULL, NULL };
  g_autofree char *shown = g_filename_display_name (target->name);
  g_autofree char *task = g_strdup_printf (_("Writing %s"), shown);

  tl_cli_progress_set_task (_("Drawing"));
  if (target->is_handout)
    return write_handout (job, target, &progress, error);
  if (target->is_deck)
    make_deck (job);
  else
    tl_chart_job_get_pages (job->chart, target->format, NULL);
  tl_cli_progress_set_task (task);
  if (target->is_deck)
    return write_deck (job, target, &progress, error);

  return tl_chart_job_write (job->chart, target->format, target->name, job->options->is_forced, &progress, error);
}

/* What can be known before anything is drawn. */
static gboolean
check_target (const TlCliExportOptions *options,
              guint                     index,
              GError                  **error)
{
  const TlCliTarget *target = &g_array_index (options->targets, TlCliTarget, index);
  g_autofree char *shown = g_filename_display_name (target->name);

  if (options->file != NULL && !tl_cli_check_output (options->file, target->name, error))
    return FALSE;
  for (guint i = 0; i < index; i++)
    if (g_str_equal (target->name, g_array_index (options->targets, TlCliTarget, i).name))
      {
        g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_EXISTS, _("%s is given twice as an output"), shown);
        return FALSE;
      }

  return tl_export_check_size (target->format, options->request.size.width,
                               options->request.size.height, options->request.scale, error)
         && (options->is_forced || tl_export_check_target (target->name, target->format, error));
}

static gboolean
run (Job     *job,
     GError **error)
{
  const TlCliExportOptions *options = job->options;

  for (guint i = 0; i < options->targets->len; i++)
    if (!check_target (options, i, error))
      return FALSE;

  job->text = tl_chart_job_begin_text (&options->request);
  if (!load (job, error) || !choose (job, error))
    return FALSE;

  say_missing_font (job);
  for (guint i = 0; i < options->targets->len; i++)
    if (!write_target (job, &g_array_index (options->targets, TlCliTarget, i), error))
      return FALSE;

  return TRUE;
}

/**
 * tl_cli_export:
 * @argc: the number of @argv
 * @argv: (array length=argc): the command line from the verb on
 *
 * Draws a timeline into files.
 *
 * Returns: 0 where all of them were written, else 2
 */
int
tl_cli_export (int    argc,
               char **argv)
{
  g_auto (TlCliExportOptions) options = { 0 };
  g_auto (Job) job = { .options = &options };
  g_autoptr (GError) error = NULL;

  g_set_prgname ("throughline export");
  tl_chart_settle_environment ();
  tl_output_catch_signals (_("throughline export: interrupted; files that were not finished are as they were\n"));
  if (!tl_cli_export_options_parse (&options, argc, argv, &error))
    {
      say (error->message);
      return STATUS_FAILURE;
    }

  tl_cli_progress_begin (options.is_quiet);
  if (!run (&job, &error))
    {
      say (error->message);
      return STATUS_FAILURE;
    }
  tl_cli_progress_end ();

  return STATUS_WRITTEN;
}
