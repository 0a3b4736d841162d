/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chart-job.h"

static void
append_line (GString    *text,
             const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s\n", line);
}

/**
 * tl_chart_job_to_text:
 * @self: a chart
 *
 * Where a picture cannot be put, its title and a line for each event.
 *
 * Returns: (transfer full): plain text
 */
char *
tl_chart_job_to_text (const TlChartJob *self)
{
  TlTimeline *timeline = tl_chart_job_get_timeline (self);
  const TlChartRequest *request = tl_chart_job_get_request (self);
  const TlEvent *events = tl_timeline_get_events (timeline, NULL);
  GString *text = g_string_new (NULL);
  const guint32 *drawn;
  guint n_drawn;

  if (!request->no_title)
    {
      append_line (text, request->title != NULL ? request->title : tl_timeline_get_title (timeline));
      append_line (text, tl_timeline_get_subtitle (timeline));
      append_line (text, tl_timeline_get_as_of (timeline));
      g_string_append_c (text, '\n');
    }
  drawn = tl_chart_job_get_events (self, &n_drawn);
  for (guint i = 0; i < n_drawn; i++)
    {
      const TlEvent *event = &events[drawn[i]];
      g_autofree char *date = tl_timeline_get_event_date_words (timeline, event, tl_chart_job_get_words (self));

      g_string_append_printf (text, "%s: %s\n", date, tl_timeline_get_text (timeline, event->title));
    }

  return g_string_free (text, FALSE);
}
