/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-chart-print.h"

#include "tl-chart-job.h"
#include "tl-chart-worker.h"
#include "tl-paint-cairo.h"
#include "tl-print-preview.h"

#include <glib/gi18n.h>

#define POINTS_PER_PIXEL 0.75

/* What is left to who makes the pages each time GTK asks whether they are
 * there, in microseconds. */
#define PAUSE 4000

#define DATA "tl-chart-print"

/* A chart on its way to paper. */
typedef struct
{
  TlChartRequest request;
  TlTimeline    *timeline;
  GCancellable  *cancellable;
  TlChartJob    *chart; /* (nullable): once its pages are made */
} Print;

static void
free_print_cb (gpointer data)
{
  Print *print = data;

  tl_chart_request_clear (&print->request);
  g_object_unref (print->timeline);
  g_object_unref (print->cancellable);
  g_clear_pointer (&print->chart, tl_chart_job_unref);
  g_free (print);
}

/* In the thread of charts. The task holds the operation, and that holds what
 * is read here.
 */
static void
compose_cb (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  const Print *print = data;
  GError *error = NULL;
  g_autoptr (TlChartJob) chart = tl_chart_job_new (&print->request, print->timeline,
                                                   tl_timeline_get_title (print->timeline), NULL, &error);

  if (chart == NULL)
    g_task_return_error (task, error);
  else if (tl_chart_job_get_pages (chart, TL_EXPORT_PDF, cancellable) != NULL)
    g_task_return_pointer (task, g_steal_pointer (&chart), (GDestroyNotify) tl_chart_job_unref);
  else
    g_task_return_error_if_cancelled (task);
}

static void
composed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (source);
  Print *print = g_object_get_data (source, DATA);

  print->chart = g_task_propagate_pointer (G_TASK (result), NULL);
  if (print->chart == NULL)
    gtk_print_operation_cancel (operation);
}

/* The page is what the printer can print on. */
static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Print             *print)
{
  g_autoptr (GTask) task = g_task_new (operation, print->cancellable, composed_cb, NULL);

  print->request.size = (TlExportSize){ gtk_print_context_get_width (context) / POINTS_PER_PIXEL,
                                        gtk_print_context_get_height (context) / POINTS_PER_PIXEL, 1 };
  g_clear_pointer (&print->chart, tl_chart_job_unref);
  g_task_set_task_data (task, print, NULL);
  tl_chart_worker_run (task, compose_cb);
}

/* GTK asks again and again. */
static gboolean
paginate_cb (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             Print             *print)
{
  if (print->chart == NULL)
    {
      g_usleep (PAUSE);
      return FALSE;
    }

  gtk_print_operation_set_n_pages (operation, (int) tl_chart_job_get_pages (print->chart, TL_EXPORT_PDF, NULL)->len);

  return TRUE;
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                number,
              Print             *print)
{
  GPtrArray *pages = tl_chart_job_get_pages (print->chart, TL_EXPORT_PDF, NULL);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if ((guint) number >= pages->len)
    return;

  cairo_save (cr);
  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  tl_paint_scene (g_ptr_array_index (pages, number), tl_chart_job_get_text (print->chart), cr);
  cairo_restore (cr);
}

static TlPrintPages
get_pages (gpointer data)
{
  Print *print = data;

  return (TlPrintPages){ tl_chart_job_get_pages (print->chart, TL_EXPORT_PDF, NULL),
                         tl_chart_job_get_text (print->chart) };
}

static gboolean
preview_cb (GtkPrintOperation        *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext          *context,
            GtkWindow                *parent,
            Print                    *print)
{
  gtk_window_present (tl_print_preview_new (preview, context, parent, get_pages, print));

  return TRUE;
}

static void
done_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         Print                  *print)
{
  g_cancellable_cancel (print->cancellable);
}

/**
 * tl_chart_print_new:
 * @request: the chart; its size is that of the paper
 * @timeline: what is drawn
 *
 * Returns: (transfer full): what prints it, to be run
 */
GtkPrintOperation *
tl_chart_print_new (const TlChartRequest *request,
                    TlTimeline           *timeline)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Print *print = g_new0 (Print, 1);

  tl_chart_request_copy (request, &print->request);
  print->request.theme = TL_THEME_PRINT;
  print->request.is_transparent = FALSE;
  print->timeline = g_object_ref (timeline);
  print->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (operation), DATA, print, free_print_cb);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, tl_timeline_get_title (timeline));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), print);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), print);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), print);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), print);

  return operation;
}
