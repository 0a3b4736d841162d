/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chart-drawing.h"

#include "tl-chart-worker.h"
#include "tl-paint-cairo.h"

#include <math.h>

/* Charts, drawn and painted in the thread of charts. */

/* A page that would have more pixels is painted coarser, and shown larger. */
#define MAX_PIXELS 16e6

/* What is asked for while the thread is at work on something older. */
typedef struct
{
  TlChartRequest request;
  TlTimeline    *timeline;
  char          *name;
  TlExportFormat format;
} Drawing;

static void
free_drawing_cb (gpointer data)
{
  Drawing *drawing = data;

  tl_chart_request_clear (&drawing->request);
  g_object_unref (drawing->timeline);
  g_free (drawing->name);
  g_free (drawing);
}

static gboolean
check_sizes (TlChartJob    *chart,
             TlExportFormat format,
             GError       **error)
{
  GPtrArray *pages = tl_chart_job_get_pages (chart, format, NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      const TlScene *page = g_ptr_array_index (pages, i);

      if (!tl_export_check_size (format, tl_scene_get_width (page), tl_scene_get_height (page),
                                 tl_chart_job_get_request (chart)->scale, error))
        return FALSE;
    }

  return TRUE;
}

static void
draw_cb (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  const Drawing *drawing = data;
  const TlExportSize *size = &drawing->request.size;
  g_autoptr (TlChartJob) chart = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (!tl_export_check_size (drawing->format, size->width, size->height, drawing->request.scale, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  chart = tl_chart_job_new (&drawing->request, drawing->timeline, drawing->name, NULL, &error);
  if (chart == NULL)
    g_task_return_error (task, error);
  else if (tl_chart_job_get_pages (chart, drawing->format, cancellable) == NULL)
    g_task_return_error_if_cancelled (task);
  else if (!check_sizes (chart, drawing->format, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&chart), (GDestroyNotify) tl_chart_job_unref);
}

/**
 * tl_chart_draw_async:
 * @request: what is asked for; copied
 * @timeline: what is drawn
 * @name: what to call its file in errors
 * @format: what the chart is for
 * @cancellable: (nullable): makes an end of it
 * @callback: (scope async): called when it is done
 * @user_data: passed to @callback
 *
 * Makes the pages of a chart, and sees whether a file can be so large.
 */
void
tl_chart_draw_async (const TlChartRequest *request,
                     TlTimeline           *timeline,
                     const char           *name,
                     TlExportFormat        format,
                     GCancellable         *cancellable,
                     GAsyncReadyCallback   callback,
                     gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Drawing *drawing = g_new0 (Drawing, 1);

  tl_chart_request_copy (request, &drawing->request);
  drawing->timeline = g_object_ref (timeline);
  drawing->name = g_strdup (name);
  drawing->format = format;
  g_task_set_task_data (task, drawing, free_drawing_cb);
  tl_chart_worker_run (task, draw_cb);
}

/**
 * tl_chart_draw_finish:
 * @result: what the callback of tl_chart_draw_async() was called with
 * @error: set where there is nothing to draw, or it would be too large
 *
 * Returns: (transfer full) (nullable): a chart that has its pages
 */
TlChartJob *
tl_chart_draw_finish (GAsyncResult *result,
                      GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  TlChartJob *chart;
  TlScene    *page;
  double      scale;
} Painting;

static void
free_painting_cb (gpointer data)
{
  Painting *painting = data;

  tl_chart_job_unref (painting->chart);
  tl_scene_unref (painting->page);
  g_free (painting);
}

static GdkTexture *
paint (const Painting *painting)
{
  double width = tl_scene_get_width (painting->page);
  double height = tl_scene_get_height (painting->page);
  double scale = MIN (painting->scale, sqrt (MAX_PIXELS / (width * height)));
  int columns = (int) MAX (ceil (width * scale), 1);
  int rows = (int) MAX (ceil (height * scale), 1);
  TlTextPango *text = tl_chart_job_get_text (painting->chart);
  gboolean was_exact = tl_text_pango_get_exact (text);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, columns, rows);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  cairo_scale (cr, columns / width, rows / height);
  tl_text_pango_set_exact (text, TRUE);
  tl_paint_scene (painting->page, text, cr);
  tl_text_pango_set_exact (text, was_exact);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) rows,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (columns, rows, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
paint_cb (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  g_task_return_pointer (task, paint (data), g_object_unref);
}

/**
 * tl_chart_paint_async:
 * @chart: a chart that has its pages
 * @page: one of these
 * @scale: pixels of the picture for each of the page
 * @callback: (scope async): called when it is done
 * @user_data: passed to @callback
 *
 * Paints a page as it will be in a file.
 */
void
tl_chart_paint_async (TlChartJob         *chart,
                      TlScene            *page,
                      double              scale,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Painting *painting = g_new (Painting, 1);

  *painting = (Painting){ tl_chart_job_ref (chart), tl_scene_ref (page), scale };
  g_task_set_task_data (task, painting, free_painting_cb);
  tl_chart_worker_run (task, paint_cb);
}

/**
 * tl_chart_paint_finish:
 * @result: what the callback of tl_chart_paint_async() was called with
 *
 * Returns: (transfer full): the page
 */
GdkPaintable *
tl_chart_paint_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
