/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-export-preview.h"

#include "tl-chart-drawing.h"
#include "tl-export-words.h"
#include "tl-icon-button.h"
#include "tl-page-view.h"

#include <glib/gi18n.h>

/* Whoever types is not to see every letter drawn, in milliseconds. */
#define DELAY 150

/* Of the longer side of what is dragged. */
#define ICON_SIZE 220

#define ZOOM_STEP 1.5
#define ZOOM_MOST 8

/**
 * TlExportPreview:
 *
 * The very pages that are to be written, drawn in a thread of their own.
 */
struct _TlExportPreview
{
  GtkWidget parent_instance;

  GtkWidget  *view;
  GtkLabel   *words;
  GtkLabel   *place;
  GtkWidget  *pages; /* what turns them */
  GtkWidget  *back;
  GtkWidget  *forward;
  GtkSpinner *spinner;

  TlTimeline    *timeline;
  char          *name; /* of the file, in errors */
  TlChartRequest request;
  TlExportFormat format;
  TlChartJob    *chart; /* (nullable): what is shown */
  TlExportFormat shown_format;
  guint          page;
  GdkPaintable  *picture; /* (nullable) */
  guint          delay;   /* a source; 0: none */
  GCancellable  *drawing; /* (nullable) */
  gboolean       is_painting;
  gboolean       is_stale; /* it is to be painted once more */
  gboolean       is_current; /* what is shown is what is asked for */
};

G_DEFINE_FINAL_TYPE (TlExportPreview, tl_export_preview, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GPtrArray *
get_pages (TlExportPreview *self)
{
  return tl_chart_job_get_pages (self->chart, self->shown_format, NULL);
}

/* Painting */

static void paint_page (TlExportPreview *self);

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (TlExportPreview) self = data;
  g_autoptr (GdkPaintable) picture = tl_chart_paint_finish (result);
  gboolean is_stale = self->is_stale;

  self->is_painting = self->is_stale = FALSE;
  if (self->chart == NULL || self->view == NULL)
    return;

  /* Better than nothing until it is there as it is wanted. */
  if (!is_stale || self->picture == NULL)
    {
      g_set_object (&self->picture, picture);
      tl_page_view_set_picture (TL_PAGE_VIEW (self->view), picture);
    }
  if (is_stale)
    paint_page (self);
}

static void
paint_page (TlExportPreview *self)
{
  double scale = tl_page_view_get_scale (TL_PAGE_VIEW (self->view));

  self->is_stale = self->is_painting;
  if (self->is_painting || self->chart == NULL)
    return;

  self->is_painting = TRUE;
  tl_chart_paint_async (self->chart, g_ptr_array_index (get_pages (self), self->page), scale > 0 ? scale : 1, painted_cb,
                        g_object_ref (self));
}

/* Pages */

static void
show_page (TlExportPreview *self,
           guint            number)
{
  guint n_pages = get_pages (self)->len;
  const TlScene *page;
  g_autofree char *place = NULL;

  self->page = MIN (number, n_pages - 1);
  page = g_ptr_array_index (get_pages (self), self->page);
  place = g_strdup_printf (_("Page %u of %u"), self->page + 1, n_pages);
  gtk_label_set_text (self->place, place);
  gtk_widget_set_visible (self->pages, n_pages > 1);
  gtk_widget_set_sensitive (self->back, self->page > 0);
  gtk_widget_set_sensitive (self->forward, self->page + 1 < n_pages);
  tl_page_view_set_size (TL_PAGE_VIEW (self->view), tl_scene_get_width (page), tl_scene_get_height (page));
  paint_page (self);
}

static void
back_cb (TlExportPreview *self)
{
  if (self->chart != NULL && self->page > 0)
    show_page (self, self->page - 1);
}

static void
forward_cb (TlExportPreview *self)
{
  if (self->chart != NULL)
    show_page (self, self->page + 1);
}

static void
zoom (TlExportPreview *self,
      double           factor)
{
  double now = tl_page_view_get_zoom (TL_PAGE_VIEW (self->view));

  if (now > 0)
    tl_page_view_set_zoom (TL_PAGE_VIEW (self->view), MIN (now * factor, ZOOM_MOST));
}

static void
zoom_in_cb (TlExportPreview *self)
{
  zoom (self, ZOOM_STEP);
}

static void
zoom_out_cb (TlExportPreview *self)
{
  zoom (self, 1 / ZOOM_STEP);
}

static void
zoom_fit_cb (TlExportPreview *self)
{
  tl_page_view_set_zoom (TL_PAGE_VIEW (self->view), 0);
}

/* Drawing */

static void
say (TlExportPreview *self,
     const char      *words,
     gboolean         is_error)
{
  gtk_label_set_text (self->words, words);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "error");
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (TlExportPreview) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlChartJob) chart = tl_chart_draw_finish (result, &error);
  g_autofree char *words = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->drawing)
    return;

  g_clear_object (&self->drawing);
  gtk_spinner_stop (self->spinner);
  g_clear_pointer (&self->chart, tl_chart_job_unref);
  self->chart = g_steal_pointer (&chart);
  self->shown_format = self->format;
  self->is_current = TRUE;
  if (self->chart != NULL)
    {
      words = tl_export_describe (self->chart, self->format);
      say (self, words, FALSE);
      show_page (self, self->page);
    }
  else
    {
      gtk_widget_set_visible (self->pages, FALSE);
      g_clear_object (&self->picture);
      tl_page_view_set_picture (TL_PAGE_VIEW (self->view), NULL);
      words = tl_export_say_error (error);
      say (self, words, TRUE);
    }
  g_signal_emit (self, signals[SIGNAL_DRAWN], 0);
}

static gboolean
begin_cb (gpointer data)
{
  TlExportPreview *self = data;

  self->delay = 0;
  self->drawing = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  tl_chart_draw_async (&self->request, self->timeline, self->name, self->format, self->drawing, drawn_cb,
                       g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
stop_drawing (TlExportPreview *self)
{
  g_clear_handle_id (&self->delay, g_source_remove);
  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
}

static void
tl_export_preview_dispose (GObject *object)
{
  TlExportPreview *self = TL_EXPORT_PREVIEW (object);
  GtkWidget *child;

  stop_drawing (self);
  self->view = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->chart, tl_chart_job_unref);
  g_clear_object (&self->picture);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (tl_export_preview_parent_class)->dispose (object);
}

static void
tl_export_preview_finalize (GObject *object)
{
  TlExportPreview *self = TL_EXPORT_PREVIEW (object);

  tl_chart_request_clear (&self->request);
  g_free (self->name);

  G_OBJECT_CLASS (tl_export_preview_parent_class)->finalize (object);
}

static void
tl_export_preview_class_init (TlExportPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_export_preview_dispose;
  object_class->finalize = tl_export_preview_finalize;

  /**
   * TlExportPreview::drawn:
   * @self: the preview
   *
   * What was asked for is shown, or it is said why not.
   */
  signals[SIGNAL_DRAWN] = g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_bar (TlExportPreview *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->pages = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  self->back = tl_icon_button_new_with_callback ("go-previous-symbolic", _("Previous page"), G_CALLBACK (back_cb), self);
  self->forward = tl_icon_button_new_with_callback ("go-next-symbolic", _("Next page"), G_CALLBACK (forward_cb), self);
  self->place = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (self->pages), self->back);
  gtk_box_append (GTK_BOX (self->pages), GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (self->pages), self->forward);
  gtk_widget_set_visible (self->pages, FALSE);

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_box_append (GTK_BOX (bar), self->pages);
  gtk_box_append (GTK_BOX (bar), gap);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (bar), tl_icon_button_new_with_callback ("zoom-out-symbolic", _("Zoom out"),
                                                                   G_CALLBACK (zoom_out_cb), self));
  gtk_box_append (GTK_BOX (bar), tl_icon_button_new_with_callback ("zoom-fit-best-symbolic", _("Whole page"),
                                                                   G_CALLBACK (zoom_fit_cb), self));
  gtk_box_append (GTK_BOX (bar), tl_icon_button_new_with_callback ("zoom-in-symbolic", _("Zoom in"),
                                                                   G_CALLBACK (zoom_in_cb), self));

  return bar;
}

static void
tl_export_preview_init (TlExportPreview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 6);
  tl_chart_request_init (&self->request);

  self->view = tl_page_view_new ();
  gtk_widget_set_focusable (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Preview of the chart"),
                                  -1);
  g_signal_connect_object (self->view, "scale-changed", G_CALLBACK (paint_page), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_hexpand (scrolled, TRUE);

  self->words = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE,
                                         "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL));

  gtk_widget_set_parent (scrolled, widget);
  gtk_widget_set_parent (make_bar (self), widget);
  gtk_widget_set_parent (GTK_WIDGET (self->words), widget);
}

/**
 * tl_export_preview_new:
 * @name: what to call the file of the timeline in errors
 *
 * Returns: (transfer floating): a preview of nothing
 */
GtkWidget *
tl_export_preview_new (const char *name)
{
  TlExportPreview *self = g_object_new (TL_TYPE_EXPORT_PREVIEW, NULL);

  self->name = g_strdup (name);

  return GTK_WIDGET (self);
}

/**
 * tl_export_preview_show:
 * @self: a preview
 * @timeline: what is drawn
 * @request: the chart; copied
 * @format: what is to be written
 *
 * Draws it, a little later. What was shown stays until then.
 */
void
tl_export_preview_show (TlExportPreview      *self,
                        TlTimeline           *timeline,
                        const TlChartRequest *request,
                        TlExportFormat        format)
{
  g_return_if_fail (TL_IS_EXPORT_PREVIEW (self));

  stop_drawing (self);
  g_set_object (&self->timeline, timeline);
  tl_chart_request_clear (&self->request);
  tl_chart_request_copy (request, &self->request);
  self->format = format;
  self->is_current = FALSE;
  self->delay = g_timeout_add (DELAY, begin_cb, self);
}

/**
 * tl_export_preview_get_chart:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the chart that is shown; %NULL where
 *   that is not yet the one that is asked for, or cannot be had
 */
TlChartJob *
tl_export_preview_get_chart (TlExportPreview *self)
{
  g_return_val_if_fail (TL_IS_EXPORT_PREVIEW (self), NULL);

  return self->is_current ? self->chart : NULL;
}

/**
 * tl_export_preview_is_drawing:
 * @self: a preview
 *
 * Returns: whether what is asked for is still to come
 */
gboolean
tl_export_preview_is_drawing (TlExportPreview *self)
{
  g_return_val_if_fail (TL_IS_EXPORT_PREVIEW (self), FALSE);

  return !self->is_current;
}

/**
 * tl_export_preview_get_page:
 * @self: a preview
 *
 * Returns: (transfer none): what shows the page
 */
GtkWidget *
tl_export_preview_get_page (TlExportPreview *self)
{
  g_return_val_if_fail (TL_IS_EXPORT_PREVIEW (self), NULL);

  return self->view;
}

/**
 * tl_export_preview_make_icon:
 * @self: a preview
 *
 * Returns: (transfer full) (nullable): the page, small
 */
GdkPaintable *
tl_export_preview_make_icon (TlExportPreview *self)
{
  GtkSnapshot *snapshot;
  double width, height, scale;

  g_return_val_if_fail (TL_IS_EXPORT_PREVIEW (self), NULL);

  if (self->picture == NULL)
    return NULL;

  width = gdk_paintable_get_intrinsic_width (self->picture);
  height = gdk_paintable_get_intrinsic_height (self->picture);
  scale = ICON_SIZE / MAX (width, height);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (self->picture, snapshot, width * scale, height * scale);

  return gtk_snapshot_free_to_paintable (snapshot, NULL);
}
