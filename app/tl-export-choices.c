/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-export-choices.h"

#include "tl-cli-export-options.h"
#include "tl-edtf-instant.h"
#include "tl-settings.h"
#include "tl-text-pango.h"

/* A part of the view that is so small can hardly be seen. */
#define PARTS_OF_VIEW 2000

static const char *const part_words[] = {
  [TL_EXPORT_PART_ALL] = "all",
  [TL_EXPORT_PART_SHOWN] = "shown",
  [TL_EXPORT_PART_VIEW] = "view",
  [TL_EXPORT_PART_SPAN] = "span",
};

/**
 * tl_export_choices_restore:
 * @self: (out caller-allocates): what was chosen last
 * @session: (nullable): what is remembered
 *
 * What is not remembered, or makes no sense, is as on the command line.
 */
void
tl_export_choices_restore (TlExportChoices *self,
                           TlSession       *session)
{
  const TlSessionExport *kept = session != NULL ? tl_session_get_export (session) : NULL;

  *self = (TlExportChoices){ .format = TL_EXPORT_PNG, .part = TL_EXPORT_PART_SHOWN };
  if (kept == NULL || kept->options == NULL
      || !tl_cli_export_options_parse_request ((const char *const *) kept->options, &self->request, NULL))
    {
      tl_chart_request_clear (&self->request);
      tl_chart_request_init (&self->request);
    }
  if (kept == NULL)
    return;

  if (kept->format != NULL && (!tl_export_format_parse (kept->format, &self->format, NULL)
                               || self->format >= TL_EXPORT_N_CHART_FORMATS))
    self->format = TL_EXPORT_PNG;
  for (guint i = 0; i < G_N_ELEMENTS (part_words); i++)
    if (g_strcmp0 (kept->part, part_words[i]) == 0)
      self->part = i;
  self->highlights = kept->highlights;
}

/**
 * tl_export_choices_keep:
 * @self: what is chosen
 * @session: where to remember it
 *
 * A title belongs to one timeline and is not remembered.
 */
void
tl_export_choices_keep (const TlExportChoices *self,
                        TlSession             *session)
{
  g_auto (TlChartRequest) request = { 0 };
  g_auto (GStrv) options = NULL;
  TlSessionExport kept = { .highlights = self->highlights };

  tl_chart_request_copy (&self->request, &request);
  g_clear_pointer (&request.title, g_free);
  options = tl_chart_request_to_arguments (&request);
  kept.format = (char *) tl_export_format_words[self->format];
  kept.part = (char *) part_words[self->part];
  kept.options = options;
  tl_session_set_export (session, &kept);
}

/**
 * tl_export_choices_clear:
 * @self: choices
 *
 * Frees what @self holds.
 */
void
tl_export_choices_clear (TlExportChoices *self)
{
  tl_chart_request_clear (&self->request);
}

/* Which part */

/* No further than the filter has it. */
static void
narrow (TlFilter *filter,
        TlInstant from,
        TlInstant to)
{
  const TlDate *window = tl_filter_get_window (filter);
  TlPrecision precision = tl_edtf_choose_precision (tl_axis_get_duration (from, to) / PARTS_OF_VIEW);
  const char *kept_from = *tl_filter_get (filter, TL_CONDITION_FROM);
  const char *kept_to = *tl_filter_get (filter, TL_CONDITION_TO);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (kept_from != NULL && window != NULL && tl_date_get_earliest (window) >= from)
    first = g_strdup (kept_from);
  else
    first = tl_edtf_from_instant (from, precision);
  if (kept_to != NULL && window != NULL && tl_date_get_latest (window) <= to)
    last = g_strdup (kept_to);
  else
    last = tl_edtf_from_instant (to, precision);

  tl_filter_set_window (filter, first, last, NULL);
}

static void
narrow_to_view (TlFilter   *filter,
                TlViewport *viewport)
{
  TlPlace place = tl_viewport_get_place (viewport);

  if (!place.is_whole && place.to.instant > place.from.instant)
    narrow (filter, place.from.instant, place.to.instant);
}

static void
narrow_to_span (TlFilter   *filter,
                TlViewport *viewport)
{
  const TlAxis *axis = tl_viewport_get_axis (viewport);
  TlStretch span;

  if (axis != NULL && tl_viewport_get_span (viewport, &span))
    narrow (filter, tl_axis_get_moment (axis, span.from).instant, tl_axis_get_moment (axis, span.to).instant);
}

static gboolean
is_drawn (TlTimeline     *timeline,
          const TlFilter *filter,
          guint32         event)
{
  g_autoptr (GArray) events = tl_filter_apply (filter, timeline);

  for (guint i = 0; i < events->len; i++)
    if (g_array_index (events, guint32, i) == event)
      return TRUE;

  return FALSE;
}

/* Where no other one has been asked for, that of drawings in windows. */
static void
choose_font (TlChartRequest *request)
{
  const char *family = tl_settings_get_chart_font (tl_settings_get_default ());

  if (request->font == NULL && !g_str_equal (family, TL_CHART_FONT))
    request->font = g_strdup (family);
}

/**
 * tl_export_choices_settle:
 * @self: what is chosen
 * @viewport: a viewport with a timeline
 * @request: (out caller-allocates): the chart that is asked for, now
 */
void
tl_export_choices_settle (const TlExportChoices *self,
                          TlViewport            *viewport,
                          TlChartRequest        *request)
{
  TlTimeline *timeline = tl_viewport_get_timeline (viewport);
  guint32 selected = tl_viewport_get_selected (viewport);

  tl_chart_request_copy (&self->request, request);
  choose_font (request);
  tl_filter_free (request->filter);
  request->filter = self->part == TL_EXPORT_PART_ALL ? tl_filter_new () : tl_viewport_dup_filter (viewport);
  if (self->part == TL_EXPORT_PART_VIEW)
    narrow_to_view (request->filter, viewport);
  else if (self->part == TL_EXPORT_PART_SPAN)
    narrow_to_span (request->filter, viewport);

  if (self->highlights && selected != TL_NONE && is_drawn (timeline, request->filter, selected))
    {
      g_free (request->select);
      request->select = g_strdup (tl_timeline_get_text (timeline, tl_timeline_get_events (timeline, NULL)[selected].id));
    }
}
