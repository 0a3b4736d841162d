/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-cli-export.h"

#include "tl-catalogue.h"
#include "tl-cli-export-options.h"
#include "tl-cli-load.h"
#include "tl-cli-progress.h"
#include "tl-language.h"
#include "tl-output.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <sys/stat.h>

/* throughline export */

/* That of most timelines. */
#define LIKELY_LANGUAGE "en"

#define DEFAULT_AUTHOR "Throughline"

enum
{
  STATUS_WRITTEN = 0,
  STATUS_FAILURE = 2,
};

/* What is drawn for all outputs of a run. */
typedef struct
{
  const TlCliExportOptions *options;
  TlLoad                   *load;
  TlFilter                 *filter; /* of ids */
  GArray                   *events; /* of guint32 */
  guint32                   selected;
  TlTextPango              *text;
  TlCatalogue              *catalogue;
  TlWords                   words;
  GPtrArray                *pages[2]; /* without and with pages of notes */
} Job;

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->load, tl_load_free);
  g_clear_pointer (&job->filter, tl_filter_free);
  g_clear_pointer (&job->events, g_array_unref);
  g_clear_object (&job->text);
  g_clear_pointer (&job->catalogue, tl_catalogue_free);
  for (gsize i = 0; i < G_N_ELEMENTS (job->pages); i++)
    g_clear_pointer (&job->pages[i], g_ptr_array_unref);
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
choose_selected (Job     *job,
                 GError **error)
{
  const char *id = job->options->select;

  job->selected = TL_NONE;
  if (id == NULL)
    return TRUE;

  job->selected = tl_timeline_find_event (job->load->timeline, id);
  if (job->selected == TL_NONE)
    {
      tl_filter_set_no_event (error, job->load->timeline, id);
      g_prefix_error (error, "--select: ");
      return FALSE;
    }
  for (guint i = 0; i < job->events->len; i++)
    if (g_array_index (job->events, guint32, i) == job->selected)
      return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--select: the event “%s” is none of those that are drawn"), id);

  return FALSE;
}

static gboolean
choose_events (Job     *job,
               GError **error)
{
  const TlCliExportOptions *options = job->options;
  g_autofree char *name = tl_cli_name_file (options->file);
  guint n_events;

  job->filter = tl_filter_copy (options->filter);
  if (!tl_filter_resolve (job->filter, job->load->timeline, error))
    return FALSE;

  job->events = tl_filter_apply (job->filter, job->load->timeline);
  if (job->events->len > 0)
    return choose_selected (job, error);

  tl_timeline_get_events (job->load->timeline, &n_events);
  if (n_events == 0)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s has no events to draw"), name);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 ngettext ("nothing to draw: the only event of %s does not meet all conditions",
                           "nothing to draw: none of the events of %s meets all conditions", n_events),
                 name);

  return FALSE;
}

static const char *
get_language (const Job *job)
{
  return job->options->language != NULL ? job->options->language : tl_timeline_get_language (job->load->timeline);
}

/* The language of a chart is its timeline's, never the environment's, or the
 * same command would not give the same chart everywhere.
 */
static void
set_up_words (Job *job)
{
  job->catalogue = tl_catalogue_new (LOCALEDIR, get_language (job));
  job->words = tl_catalogue_get_words (job->catalogue);
}

/* Fonts for scripts that several languages share are chosen by the languages
 * of the environment where a text's own does not tell. These are the same
 * everywhere. Set while there is one thread, as the environment belongs to
 * all.
 */
static void
set_up_languages (void)
{
  g_setenv ("PANGO_LANGUAGE", LIKELY_LANGUAGE, TRUE);
  g_setenv ("FC_LANG", LIKELY_LANGUAGE, TRUE);
}

static const char *
get_font (const Job *job)
{
  return job->options->font != NULL ? job->options->font : TL_CHART_FONT;
}

/* Fonts are listed in a thread of Pango's while the timeline is read, which
 * is why this comes first, with a guess.
 */
static void
set_up_text (Job *job)
{
  job->text = tl_text_pango_new (get_font (job), LIKELY_LANGUAGE);
}

static void
settle_text (Job *job)
{
  const char *language = tl_timeline_get_language (job->load->timeline);

  if (g_str_equal (language, LIKELY_LANGUAGE))
    return;

  g_clear_object (&job->text);
  job->text = tl_text_pango_new (get_font (job), language);
}

static void
note_missing_font (Job       *job,
                   GPtrArray *pages)
{
  g_autofree char *note = NULL;

  if (tl_text_pango_has_family (job->text))
    return;

  note = g_strdup_printf ("Set in another font, as the font family %s was not there.", get_font (job));
  for (guint i = 0; i < pages->len; i++)
    {
      TlScene *page = g_ptr_array_index (pages, i);
      TlSceneAbout about = *tl_scene_get_about (page);
      g_autofree char *description = about.description != NULL
                                       ? g_strdup_printf ("%s\n%s", about.description, note)
                                       : g_strdup (note);

      about.description = description;
      tl_scene_set_about (page, &about);
    }
}

static void
say_missing_font (const Job *job)
{
  g_autofree char *sentence = NULL;

  if (job->options->is_quiet || tl_text_pango_has_family (job->text))
    return;

  sentence = g_strdup_printf (_("the font family “%s” is not installed; another stands in for it"), get_font (job));
  say (sentence);
}

static gboolean
is_mirrored (const Job *job)
{
  if (job->options->direction == TL_CLI_DIRECTION_OF_LANGUAGE)
    return tl_language_is_rtl (get_language (job));

  return job->options->direction == TL_CLI_DIRECTION_RTL;
}

static GPtrArray *
compose (Job     *job,
         gboolean notes_pages)
{
  const TlCliExportOptions *options = job->options;
  const TlTextMeasure measure = tl_text_pango_get_measure (job->text);
  const TlChartOptions chart = {
    .width = options->size.width,
    .height = options->size.height,
    .theme = (TlThemeKind) options->theme,
    .axis = (TlAxisMode) options->axis,
    .window = tl_filter_get_window (job->filter),
    .filter = job->filter,
    .events = (const guint32 *) (const void *) job->events->data,
    .n_events = job->events->len,
    .selected = job->selected,
    .title = options->title,
    .words = &job->words,
    .is_transparent = options->is_transparent != 0,
    .is_rtl = is_mirrored (job) != 0,
    .no_title = options->no_title != 0,
    .no_legend = options->no_legend != 0,
    .no_sources = options->no_sources != 0,
    .no_as_of = options->no_as_of != 0,
    .in_pages = options->in_pages != 0,
    .notes_pages = notes_pages != 0,
  };
  GPtrArray *pages;

  tl_cli_progress_set_task (_("Drawing"));
  pages = tl_chart_compose (job->load->timeline, &chart, &measure);
  note_missing_font (job, pages);

  return pages;
}

static gboolean
write_target (Job               *job,
              const TlCliTarget *target,
              GError           **error)
{
  const TlCliExportOptions *options = job->options;
  const TlWriteProgress progress = { tell_write_cb, NULL };
  const TlExportOptions export = {
    .format = target->format,
    .scale = options->scale,
    .is_small = options->is_small,
    .replaces_any = options->is_forced,
    .svg_text = (TlSvgText) options->svg_text,
    .author = options->author != NULL ? options->author : DEFAULT_AUTHOR,
    .timeline = job->load->timeline,
    .words = &job->words,
    .progress = &progress,
  };
  gboolean notes_pages = target->format == TL_EXPORT_PDF;
  g_autofree char *shown = g_filename_display_name (target->name);
  g_autofree char *task = g_strdup_printf (_("Writing %s"), shown);

  if (job->pages[notes_pages] == NULL)
    job->pages[notes_pages] = compose (job, notes_pages);
  tl_cli_progress_set_task (task);

  return tl_export_write (job->pages[notes_pages], job->text, &export, target->name, error);
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  struct stat info_a;
  struct stat info_b;

  return stat (a, &info_a) == 0 && stat (b, &info_b) == 0 && S_ISREG (info_a.st_mode)
         && info_a.st_dev == info_b.st_dev && info_a.st_ino == info_b.st_ino;
}

/* What can be known before anything is drawn. */
static gboolean
check_target (const TlCliExportOptions *options,
              guint                     index,
              GError                  **error)
{
  const TlCliTarget *target = &g_array_index (options->targets, TlCliTarget, index);
  g_autofree char *shown = g_filename_display_name (target->name);

  if (options->file != NULL && is_same_file (options->file, target->name))
    {
      g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_EXISTS, _("%s is the timeline itself"), shown);
      return FALSE;
    }
  for (guint i = 0; i < index; i++)
    if (g_str_equal (target->name, g_array_index (options->targets, TlCliTarget, i).name))
      {
        g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_EXISTS, _("%s is given twice as an output"), shown);
        return FALSE;
      }

  return tl_export_check_size (target->format, options->size.width, options->size.height, options->scale, error)
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

  set_up_text (job);
  if (!load (job, error) || !choose_events (job, error))
    return FALSE;

  settle_text (job);
  set_up_words (job);
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
  set_up_languages ();
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
