/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-cli-thumbnail.h"

#include "tl-chart-job.h"
#include "tl-cli-load.h"
#include "tl-output.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* throughline thumbnail: what file managers show in place of an icon. */

enum
{
  STATUS_WRITTEN = 0,
  STATUS_FAILURE = 2,
};

/* The page that is made small. On one of the thumbnail's own size there would
 * be room for the names of the lanes and little else; on a much larger one
 * nothing could be told apart.
 */
#define PAGE_WIDTH 640
#define PAGE_HEIGHT 480

/* Sizes of the Thumbnail Managing Standard (freedesktop.org, 0.9): 128 to
 * 1024; others do no harm.
 */
#define DEFAULT_SIZE 256
#define LEAST_SIZE 16
#define MOST_SIZE 4096

typedef struct
{
  int size;
  GStrv files; /* the timeline, the image */
} Options;

static void
clear_options (Options *options)
{
  g_clear_pointer (&options->files, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
parse (Options *options,
       int      argc,
       char   **argv,
       GError **error)
{
  const GOptionEntry entries[] = {
    { "size", 0, 0, G_OPTION_ARG_INT, &options->size, N_("The longer side of the image, in pixels"), N_("PIXELS") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, N_("FILE OUT") },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _("Draws a timeline as a small PNG, without its words around it, as file "
                                           "managers show it."));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;

  if (options->files == NULL || g_strv_length (options->files) != 2)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("name a timeline and the image to write"));
      return FALSE;
    }
  if (options->size < LEAST_SIZE || options->size > MOST_SIZE)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--size is %d, which is not from %d to %d"),
                   options->size, LEAST_SIZE, MOST_SIZE);
      return FALSE;
    }

  return TRUE;
}

static void
describe (TlChartRequest *request,
          int             size)
{
  tl_chart_request_init (request);
  request->size.width = PAGE_WIDTH;
  request->size.height = PAGE_HEIGHT;
  request->scale = (double) size / PAGE_WIDTH;
  request->no_title = TRUE;
  request->no_legend = TRUE;
  request->no_sources = TRUE;
  request->no_as_of = TRUE;
}

static gboolean
write_image (const Options *options,
             GError       **error)
{
  g_auto (TlChartRequest) request = { 0 };
  g_autoptr (TlTextPango) text = NULL;
  g_autoptr (TlLoad) loaded = NULL;
  g_autoptr (TlChartJob) chart = NULL;

  if (!tl_cli_check_output (options->files[0], options->files[1], error))
    return FALSE;

  describe (&request, options->size);
  text = tl_chart_job_begin_text (&request);
  loaded = tl_cli_load (options->files[0], NULL, error);
  if (loaded == NULL)
    return FALSE;

  chart = tl_chart_job_new (&request, loaded->timeline, options->files[0], text, error);

  /* What is replaced is an image that the file manager has made for this. */
  return chart != NULL && tl_chart_job_write (chart, TL_EXPORT_PNG, options->files[1], TRUE, NULL, error);
}

/**
 * tl_cli_thumbnail:
 * @argc: the number of @argv
 * @argv: (array length=argc): the command line from the verb on
 *
 * Draws a timeline as a small image.
 *
 * Returns: 0 where it was written, else 2
 */
int
tl_cli_thumbnail (int    argc,
                  char **argv)
{
  g_auto (Options) options = { .size = DEFAULT_SIZE };
  g_autoptr (GError) error = NULL;

  g_set_prgname ("throughline thumbnail");
  tl_chart_settle_environment ();
  tl_output_catch_signals (_("throughline thumbnail: interrupted; the image is as it was\n"));
  if (parse (&options, argc, argv, &error) && write_image (&options, &error))
    return STATUS_WRITTEN;

  fprintf (stderr, "throughline thumbnail: %s\n", error->message);

  return STATUS_FAILURE;
}
