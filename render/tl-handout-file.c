/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-handout-file.h"

#include "tl-handout.h"

#include <glib/gi18n-lib.h>

/**
 * tl_handout_write:
 * @chart: what is asked for of a timeline
 * @size: of a page, in either order of its sides
 * @theme: the colours
 * @name: (type filename): the name of the file, "-" for standard output
 * @replaces_any: whether to overwrite files of other kinds
 * @progress: (nullable): who is told how far it is, and makes an end of it
 * @error: set where it fails, as tl_export_write() does it, or because the
 *   size is none for a page of text
 *
 * Writes what the audience of a talk takes home, as one PDF.
 *
 * Returns: whether all of it was written
 */
gboolean
tl_handout_write (TlChartJob            *chart,
                  const TlExportSize    *size,
                  TlThemeKind            theme,
                  const char            *name,
                  gboolean               replaces_any,
                  const TlWriteProgress *progress,
                  GError               **error)
{
  TlTimeline *timeline = tl_chart_job_get_timeline (chart);
  const TlTextMeasure measure = tl_text_pango_get_measure (tl_chart_job_get_text (chart));
  GCancellable *cancellable = progress != NULL ? progress->cancellable : NULL;
  TlExportOptions export = tl_chart_job_get_export_options (chart, TL_EXPORT_PDF, replaces_any, progress);
  TlHandoutOptions options = { .chart = tl_chart_job_get_chart_options (chart), .measure = &measure };
  g_autoptr (TlOutline) outline = tl_outline_new ();
  g_autoptr (TlTalk) talk = tl_talk_new (timeline, options.chart.events, options.chart.n_events, options.chart.words);
  g_autoptr (GPtrArray) pages = NULL;

  if (MIN (size->width, size->height) < TL_HANDOUT_LEAST_WIDTH)
    {
      g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
                   _("a handout has pages of a given size, with sides of %d pixels at least, such as a4 or letter"),
                   (int) TL_HANDOUT_LEAST_WIDTH);
      return FALSE;
    }

  options.talk = talk;
  options.chart.width = size->width;
  options.chart.height = size->height;
  options.chart.theme = theme;
  options.chart.cancellable = cancellable;
  pages = tl_handout_compose (timeline, &options, outline);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  tl_chart_job_note_missing_font (chart, pages);
  export.outline = outline;

  return tl_export_write (pages, tl_chart_job_get_text (chart), &export, name, error);
}
