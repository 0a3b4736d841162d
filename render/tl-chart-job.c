/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chart-job.h"

#include "tl-catalogue.h"
#include "tl-language.h"

#include <glib/gi18n-lib.h>

/* That of most timelines. */
#define LIKELY_LANGUAGE "en"

#define DEFAULT_AUTHOR "Throughline"

G_DEFINE_QUARK (tl-chart-error-quark, tl_chart_error)

struct _TlChartJob
{
  TlChartRequest request;
  TlTimeline    *timeline;
  TlFilter      *filter; /* of ids */
  GArray        *events; /* of guint32 */
  guint32        selected;
  TlTextPango   *text;
  TlCatalogue   *catalogue;
  TlWords        words;
  GPtrArray     *pages[2]; /* without and with pages of notes */
  TlChartReport  reports[2];
};

/**
 * tl_chart_settle_environment:
 *
 * Fonts for scripts that several languages share are chosen by the languages
 * of the environment where a text's own does not tell. These are the same
 * everywhere, or the same request would not make the same file. To be called
 * while there is one thread, as the environment belongs to all.
 */
void
tl_chart_settle_environment (void)
{
  g_setenv ("PANGO_LANGUAGE", LIKELY_LANGUAGE, TRUE);
  g_setenv ("FC_LANG", LIKELY_LANGUAGE, TRUE);
}

static const char *
get_font (const TlChartRequest *request)
{
  return request->font != NULL ? request->font : TL_CHART_FONT;
}

/**
 * tl_chart_job_begin_text:
 * @request: what will be asked for
 *
 * Fonts are listed in a thread of Pango's: whoever reads the timeline only
 * then does this first, with a guess at its language.
 *
 * Returns: (transfer full): what sets the text of most charts
 */
TlTextPango *
tl_chart_job_begin_text (const TlChartRequest *request)
{
  return tl_text_pango_new (get_font (request), LIKELY_LANGUAGE);
}

static void
settle_text (TlChartJob  *self,
             TlTextPango *begun)
{
  const char *language = tl_timeline_get_language (self->timeline);

  if (begun != NULL && g_str_equal (language, LIKELY_LANGUAGE))
    self->text = g_object_ref (begun);
  else
    self->text = tl_text_pango_new (get_font (&self->request), language);
}

static const char *
get_language (const TlChartJob *self)
{
  return self->request.language != NULL ? self->request.language : tl_timeline_get_language (self->timeline);
}

/* The language of a chart is its timeline's, never the environment's, or the
 * same command would not give the same chart everywhere.
 */
static void
set_up_words (TlChartJob *self)
{
  self->catalogue = tl_catalogue_new (LOCALEDIR, get_language (self));
  self->words = tl_catalogue_get_words (self->catalogue);
}

static gboolean
choose_selected (TlChartJob *self,
                 GError    **error)
{
  const char *id = self->request.select;

  self->selected = TL_NONE;
  if (id == NULL)
    return TRUE;

  self->selected = tl_timeline_find_event (self->timeline, id);
  if (self->selected == TL_NONE)
    {
      tl_filter_set_no_event (error, self->timeline, id);
      g_prefix_error (error, "--select: ");
      return FALSE;
    }
  for (guint i = 0; i < self->events->len; i++)
    if (g_array_index (self->events, guint32, i) == self->selected)
      return TRUE;

  g_set_error (error, TL_CHART_ERROR, TL_CHART_ERROR_SELECT,
               _("--select: the event “%s” is none of those that are drawn"), id);

  return FALSE;
}

static gboolean
choose_events (TlChartJob *self,
               const char *name,
               GError    **error)
{
  guint n_events;

  self->filter = tl_filter_copy (self->request.filter);
  if (!tl_filter_resolve (self->filter, self->timeline, error))
    return FALSE;

  self->events = tl_filter_apply (self->filter, self->timeline);
  if (self->events->len > 0)
    return choose_selected (self, error);

  tl_timeline_get_events (self->timeline, &n_events);
  if (n_events == 0)
    g_set_error (error, TL_CHART_ERROR, TL_CHART_ERROR_NOTHING, _("%s has no events to draw"), name);
  else
    g_set_error (error, TL_CHART_ERROR, TL_CHART_ERROR_NOTHING,
                 ngettext ("nothing to draw: the only event of %s does not meet all conditions",
                           "nothing to draw: none of the events of %s meets all conditions", n_events),
                 name);

  return FALSE;
}

/**
 * tl_chart_job_new:
 * @request: what is asked for; copied
 * @timeline: the timeline to be drawn
 * @name: what to call its file in errors
 * @text: (nullable): what tl_chart_job_begin_text() gave
 * @error: set where there is nothing to draw, in the domains
 *   %TL_CHART_ERROR and %TL_FILTER_ERROR
 *
 * Returns: (transfer full) (nullable): a chart whose events are chosen
 */
TlChartJob *
tl_chart_job_new (const TlChartRequest *request,
                  TlTimeline           *timeline,
                  const char           *name,
                  TlTextPango          *text,
                  GError              **error)
{
  g_autoptr (TlChartJob) self = g_atomic_rc_box_new0 (TlChartJob);

  tl_chart_request_copy (request, &self->request);
  self->timeline = g_object_ref (timeline);
  if (!choose_events (self, name, error))
    return NULL;
  settle_text (self, text);
  set_up_words (self);

  return g_steal_pointer (&self);
}

/**
 * tl_chart_job_ref:
 * @self: a chart
 *
 * Returns: (transfer full): @self
 */
TlChartJob *
tl_chart_job_ref (TlChartJob *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_job (gpointer data)
{
  TlChartJob *self = data;

  tl_chart_request_clear (&self->request);
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->filter, tl_filter_free);
  g_clear_pointer (&self->events, g_array_unref);
  g_clear_object (&self->text);
  g_clear_pointer (&self->catalogue, tl_catalogue_free);
  for (gsize i = 0; i < G_N_ELEMENTS (self->pages); i++)
    g_clear_pointer (&self->pages[i], g_ptr_array_unref);
}

/**
 * tl_chart_job_unref:
 * @self: (transfer full): a chart
 */
void
tl_chart_job_unref (TlChartJob *self)
{
  g_atomic_rc_box_release_full (self, clear_job);
}

/**
 * tl_chart_job_get_request:
 * @self: a chart
 *
 * Returns: (transfer none): what has been asked for
 */
const TlChartRequest *
tl_chart_job_get_request (const TlChartJob *self)
{
  return &self->request;
}

/**
 * tl_chart_job_get_timeline:
 * @self: a chart
 *
 * Returns: (transfer none): what is drawn
 */
TlTimeline *
tl_chart_job_get_timeline (const TlChartJob *self)
{
  return self->timeline;
}

/**
 * tl_chart_job_get_words:
 * @self: a chart
 *
 * Returns: (transfer none): its language
 */
const TlWords *
tl_chart_job_get_words (const TlChartJob *self)
{
  return &self->words;
}

/**
 * tl_chart_job_get_events:
 * @self: a chart
 * @n_events: (out): their number
 *
 * Returns: (transfer none) (array length=n_events): the events that are drawn
 */
const guint32 *
tl_chart_job_get_events (const TlChartJob *self,
                         guint            *n_events)
{
  *n_events = self->events->len;

  return (const guint32 *) (const void *) self->events->data;
}

/**
 * tl_chart_job_get_text:
 * @self: a chart
 *
 * Returns: (transfer none): what its texts are measured with
 */
TlTextPango *
tl_chart_job_get_text (TlChartJob *self)
{
  return self->text;
}

/**
 * tl_chart_job_say_missing_font:
 * @self: a chart
 *
 * Returns: (transfer full) (nullable): a sentence that tells that the font is
 *   not there; %NULL where it is
 */
char *
tl_chart_job_say_missing_font (const TlChartJob *self)
{
  if (tl_text_pango_has_family (self->text))
    return NULL;

  return g_strdup_printf (_("the font family “%s” is not installed; another stands in for it"),
                          get_font (&self->request));
}

/**
 * tl_chart_job_note_missing_font:
 * @self: a chart
 * @pages: (element-type TlScene): pages that are made for it
 *
 * Where its font is not there, the files of @pages will say so.
 */
void
tl_chart_job_note_missing_font (TlChartJob *self,
                                GPtrArray  *pages)
{
  g_autofree char *note = NULL;

  if (tl_text_pango_has_family (self->text))
    return;

  note = g_strdup_printf ("Set in another font, as the font family %s was not there.", get_font (&self->request));
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

/**
 * tl_chart_job_is_mirrored:
 * @self: a chart
 *
 * Returns: whether it is drawn from right to left
 */
gboolean
tl_chart_job_is_mirrored (const TlChartJob *self)
{
  if (self->request.direction == TL_CHART_DIRECTION_OF_LANGUAGE)
    return tl_language_is_rtl (get_language (self));

  return self->request.direction == TL_CHART_DIRECTION_RTL;
}

/**
 * tl_chart_job_get_chart_options:
 * @self: a chart
 *
 * Returns: what its pages are made by, for as long as @self is there;
 *   without pages of notes
 */
TlChartOptions
tl_chart_job_get_chart_options (const TlChartJob *self)
{
  const TlChartRequest *request = &self->request;

  return (TlChartOptions){
    .width = request->size.width,
    .height = request->size.height,
    .theme = (TlThemeKind) request->theme,
    .axis = (TlAxisMode) request->axis,
    .window = tl_filter_get_window (self->filter),
    .filter = self->filter,
    .events = (const guint32 *) (const void *) self->events->data,
    .n_events = self->events->len,
    .selected = self->selected,
    .title = request->title,
    .words = &self->words,
    .is_transparent = request->is_transparent != 0,
    .is_rtl = tl_chart_job_is_mirrored (self) != 0,
    .no_title = request->no_title != 0,
    .no_legend = request->no_legend != 0,
    .no_sources = request->no_sources != 0,
    .no_as_of = request->no_as_of != 0,
    .in_pages = request->in_pages != 0,
  };
}

static GPtrArray *
compose (TlChartJob   *self,
         gboolean      notes_pages,
         GCancellable *cancellable)
{
  const TlTextMeasure measure = tl_text_pango_get_measure (self->text);
  TlChartOptions chart = tl_chart_job_get_chart_options (self);
  GPtrArray *pages;

  chart.notes_pages = notes_pages != 0;
  chart.cancellable = cancellable;
  chart.report = &self->reports[notes_pages];
  pages = tl_chart_compose (self->timeline, &chart, &measure);
  tl_chart_job_note_missing_font (self, pages);

  return pages;
}

/**
 * tl_chart_job_get_filter:
 * @self: a chart
 *
 * Returns: (transfer none): what its events have been chosen by; values are
 *   ids
 */
const TlFilter *
tl_chart_job_get_filter (const TlChartJob *self)
{
  return self->filter;
}

static guint
find_kind (TlExportFormat format)
{
  return format == TL_EXPORT_PDF;
}

/**
 * tl_chart_job_get_pages:
 * @self: a chart
 * @format: what they are for: a PDF has pages of notes
 * @cancellable: (nullable): makes an end of it
 *
 * Returns: (transfer none) (element-type TlScene) (nullable): its pages;
 *   %NULL where that has been cancelled
 */
GPtrArray *
tl_chart_job_get_pages (TlChartJob    *self,
                        TlExportFormat format,
                        GCancellable  *cancellable)
{
  guint kind = find_kind (format);

  if (self->pages[kind] == NULL)
    {
      GPtrArray *pages = compose (self, kind != 0, cancellable);

      /* What has been cancelled is not what was asked for. */
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_ptr_array_unref (pages);
          return NULL;
        }
      self->pages[kind] = pages;
    }

  return self->pages[kind];
}

/**
 * tl_chart_job_get_report:
 * @self: a chart whose pages for @format have been made
 * @format: what they are for
 *
 * Returns: (transfer none): what has found no room on them
 */
const TlChartReport *
tl_chart_job_get_report (const TlChartJob *self,
                         TlExportFormat    format)
{
  return &self->reports[find_kind (format)];
}

/**
 * tl_chart_job_get_export_options:
 * @self: a chart
 * @format: what is to be written
 * @replaces_any: whether to overwrite files of other kinds
 * @progress: (nullable): who is told how far it is
 *
 * Returns: how its pages are written, for as long as @self and @progress are
 *   there
 */
TlExportOptions
tl_chart_job_get_export_options (const TlChartJob      *self,
                                 TlExportFormat         format,
                                 gboolean               replaces_any,
                                 const TlWriteProgress *progress)
{
  return (TlExportOptions){
    .format = format,
    .scale = self->request.scale,
    .is_small = self->request.is_small,
    .replaces_any = replaces_any,
    .svg_text = (TlSvgText) self->request.svg_text,
    .author = self->request.author != NULL ? self->request.author : DEFAULT_AUTHOR,
    .timeline = self->timeline,
    .words = &self->words,
    .progress = progress,
  };
}

/**
 * tl_chart_job_write:
 * @self: a chart
 * @format: what to write
 * @name: (type filename): the name of the file, "-" for standard output
 * @replaces_any: whether to overwrite files of other kinds
 * @progress: (nullable): who is told how far it is
 * @error: set where it fails, as tl_export_write() does it
 *
 * Returns: whether all of it was written
 */
gboolean
tl_chart_job_write (TlChartJob            *self,
                    TlExportFormat         format,
                    const char            *name,
                    gboolean               replaces_any,
                    const TlWriteProgress *progress,
                    GError               **error)
{
  GCancellable *cancellable = progress != NULL ? progress->cancellable : NULL;
  const TlExportOptions options = tl_chart_job_get_export_options (self, format, replaces_any, progress);
  GPtrArray *pages = tl_chart_job_get_pages (self, format, cancellable);

  if (pages == NULL)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return FALSE;
    }

  return tl_export_write (pages, self->text, &options, name, error);
}
