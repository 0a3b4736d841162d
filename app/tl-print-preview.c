/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-print-preview.h"

#include "tl-icon-button.h"
#include "tl-paint-cairo.h"

#include <glib/gi18n.h>
#include <math.h>

/* What comes out of the printer, before it does: its pages, one at a time. GTK
 * by itself would start a program that may not be there.
 */

#define WIDTH  800
#define HEIGHT 640
#define MARGIN 18

#define DATA "tl-print-preview"

typedef struct
{
  GtkPrintOperationPreview *preview; /* owned until it has ended */
  GtkPrintContext          *context; /* owned */
  TlPrintPagesFunc          get_pages;
  gpointer                  data;
  gboolean                  is_ready;
  guint                     page;
  GtkWidget                *area;
  GtkWidget                *label;
  GtkWidget                *previous;
  GtkWidget                *next;
} View;

static void
free_view_cb (gpointer data)
{
  View *view = data;

  g_object_unref (view->context);
  g_object_unref (view->preview);
  g_free (view);
}

static guint
count_pages (View *view)
{
  return view->is_ready ? view->get_pages (view->data).pages->len : 0;
}

static void
update (View *view)
{
  guint n_pages = count_pages (view);
  /* Translators: which of how many pages */
  g_autofree char *text = n_pages > 0 ? g_strdup_printf (_("Page %u of %u"), view->page + 1, n_pages)
                                      : g_strdup (_("Drawing…"));

  gtk_label_set_text (GTK_LABEL (view->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view->area), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_sensitive (view->previous, view->page > 0);
  gtk_widget_set_sensitive (view->next, view->page + 1 < n_pages);
  gtk_widget_queue_draw (view->area);
}

/* The page is white paper, whatever the colours of the program. */
static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        data)
{
  View *view = data;
  TlPrintPages pages;
  TlScene *scene;
  double scale;

  if (count_pages (view) == 0)
    return;

  pages = view->get_pages (view->data);
  scene = g_ptr_array_index (pages.pages, view->page);
  scale = fmin ((width - 2 * MARGIN) / tl_scene_get_width (scene), (height - 2 * MARGIN) / tl_scene_get_height (scene));
  if (scale <= 0)
    return;

  cairo_translate (cr, floor ((width - tl_scene_get_width (scene) * scale) / 2),
                   floor ((height - tl_scene_get_height (scene) * scale) / 2));
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, tl_scene_get_width (scene), tl_scene_get_height (scene));
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  tl_paint_scene (scene, pages.text, cr);
}

static void
ready_cb (View *view)
{
  view->is_ready = TRUE;
  update (view);
}

static void
previous_cb (View *view)
{
  view->page--;
  update (view);
}

static void
next_cb (View *view)
{
  view->page++;
  update (view);
}

static void
closed_cb (View *view)
{
  g_signal_handlers_disconnect_by_func (view->preview, ready_cb, view);
  gtk_print_operation_preview_end_preview (view->preview);
}

static GtkWidget *
new_button (View       *view,
            const char *icon,
            const char *name,
            GCallback   callback)
{
  GtkWidget *button = tl_icon_button_new (icon, name);

  g_signal_connect_swapped (button, "clicked", callback, view);

  return button;
}

/* GTK asks the context how large letters are before there is any paper. */
static void
give_surface (GtkPrintContext *context)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/**
 * tl_print_preview_new:
 * @preview: what GTK asks to be shown
 * @context: what it is printed with
 * @parent: (nullable): the window that prints
 * @get_pages: returns the pages, asked from when they are ready on until the
 *   window is closed
 * @data: passed to @get_pages
 *
 * Returns: (transfer full): a window with the pages, to be presented
 */
GtkWindow *
tl_print_preview_new (GtkPrintOperationPreview *preview,
                      GtkPrintContext          *context,
                      GtkWindow                *parent,
                      TlPrintPagesFunc          get_pages,
                      gpointer                  data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *header = gtk_header_bar_new ();
  View *view = g_new0 (View, 1);

  *view = (View){ g_object_ref (preview), g_object_ref (context), get_pages, data };
  give_surface (context);
  view->area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (view->area), draw_cb, view, NULL);
  view->label = gtk_label_new (NULL);
  view->previous = new_button (view, "go-previous-symbolic", _("Previous page"), G_CALLBACK (previous_cb));
  view->next = new_button (view, "go-next-symbolic", _("Next page"), G_CALLBACK (next_cb));

  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), view->previous);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), view->next);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), view->label);
  gtk_window_set_titlebar (GTK_WINDOW (window), header);
  gtk_window_set_title (GTK_WINDOW (window), _("Print Preview"));
  gtk_window_set_child (GTK_WINDOW (window), view->area);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  g_object_set_data_full (G_OBJECT (window), DATA, view, free_view_cb);
  g_signal_connect_swapped (preview, "ready", G_CALLBACK (ready_cb), view);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (closed_cb), view);
  update (view);

  return GTK_WINDOW (window);
}
