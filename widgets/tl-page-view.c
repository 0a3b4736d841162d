/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-page-view.h"

/* Of a square of the board that stands for a background that is not there. */
#define SQUARE 8

/**
 * TlPageView:
 *
 * A page as large as there is room, or as one wants to see it. Whoever has
 * the page paints it, at the scale that it is shown at.
 */
struct _TlPageView
{
  GtkWidget parent_instance;

  double        width; /* of the page; 0: there is none */
  double        height;
  double        zoom; /* 0: as the room is */
  double        told; /* the scale that was told of last */
  GdkPaintable *picture; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TlPageView, tl_page_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SCALE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Pixels of the window for each of the page. */
static double
get_shown_scale (TlPageView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->zoom > 0 || self->width <= 0 || self->height <= 0 || width <= 2 || height <= 2)
    return self->zoom;

  return MIN ((width - 2) / self->width, (height - 2) / self->height);
}

static void
tell_scale (TlPageView *self)
{
  double scale = tl_page_view_get_scale (self);

  if (scale == self->told)
    return;

  self->told = scale;
  g_signal_emit (self, signals[SIGNAL_SCALE_CHANGED], 0);
}

static GtkSizeRequestMode
tl_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
tl_page_view_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  TlPageView *self = TL_PAGE_VIEW (widget);
  double size = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;

  *minimum = *natural = (int) (size * self->zoom + 0.5);
}

static void
tl_page_view_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  tell_scale (TL_PAGE_VIEW (widget));
}

static void
append_squares (GtkSnapshot           *snapshot,
                const graphene_rect_t *area)
{
  static const GdkRGBA light = { 1, 1, 1, 1 };
  static const GdkRGBA dark = { 0.85f, 0.85f, 0.85f, 1 };
  const graphene_rect_t cell = GRAPHENE_RECT_INIT (0, 0, 2 * SQUARE, 2 * SQUARE);

  gtk_snapshot_push_repeat (snapshot, area, &cell);
  gtk_snapshot_append_color (snapshot, &light, &cell);
  gtk_snapshot_append_color (snapshot, &dark, &GRAPHENE_RECT_INIT (0, 0, SQUARE, SQUARE));
  gtk_snapshot_append_color (snapshot, &dark, &GRAPHENE_RECT_INIT (SQUARE, SQUARE, SQUARE, SQUARE));
  gtk_snapshot_pop (snapshot);
}

/* A page may have the colour of what is around it. */
static void
append_edge (GtkSnapshot           *snapshot,
             const graphene_rect_t *area)
{
  static const GdkRGBA shade = { 0.5f, 0.5f, 0.5f, 0.6f };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 0, 1, 0);
}

static void
tl_page_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TlPageView *self = TL_PAGE_VIEW (widget);
  double scale = get_shown_scale (self);
  double width = self->width * scale;
  double height = self->height * scale;
  graphene_rect_t area;

  if (self->picture == NULL || scale <= 0)
    return;

  area = GRAPHENE_RECT_INIT ((float) (int) ((gtk_widget_get_width (widget) - width) / 2),
                             (float) (int) ((gtk_widget_get_height (widget) - height) / 2), (float) width,
                             (float) height);
  append_squares (snapshot, &area);
  append_edge (snapshot, &area);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &area.origin);
  gdk_paintable_snapshot (self->picture, snapshot, width, height);
  gtk_snapshot_restore (snapshot);
}

static void
tl_page_view_dispose (GObject *object)
{
  g_clear_object (&TL_PAGE_VIEW (object)->picture);

  G_OBJECT_CLASS (tl_page_view_parent_class)->dispose (object);
}

static void
tl_page_view_class_init (TlPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_page_view_dispose;
  widget_class->get_request_mode = tl_page_view_get_request_mode;
  widget_class->measure = tl_page_view_measure;
  widget_class->size_allocate = tl_page_view_size_allocate;
  widget_class->snapshot = tl_page_view_snapshot;

  /**
   * TlPageView::scale-changed:
   * @self: the view
   *
   * The page is shown at another scale, so it is to be painted anew. May be
   * emitted while sizes are allocated.
   */
  signals[SIGNAL_SCALE_CHANGED] = g_signal_new ("scale-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_page_view_init (TlPageView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (tell_scale), NULL);
}

/**
 * tl_page_view_new:
 *
 * Returns: (transfer floating): a view of no page
 */
GtkWidget *
tl_page_view_new (void)
{
  return g_object_new (TL_TYPE_PAGE_VIEW, NULL);
}

/**
 * tl_page_view_set_size:
 * @self: a view
 * @width: of the page, in its pixels
 * @height: of the page
 */
void
tl_page_view_set_size (TlPageView *self,
                       double      width,
                       double      height)
{
  g_return_if_fail (TL_IS_PAGE_VIEW (self));

  self->width = width;
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tl_page_view_set_picture:
 * @self: a view
 * @picture: (nullable): the page, painted. Behind it there is a board of
 *   squares, to be seen where it has no background
 */
void
tl_page_view_set_picture (TlPageView   *self,
                          GdkPaintable *picture)
{
  g_return_if_fail (TL_IS_PAGE_VIEW (self));

  g_set_object (&self->picture, picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_page_view_set_zoom:
 * @self: a view
 * @zoom: pixels of the window for each of the page; 0 for as many as there
 *   is room for
 */
void
tl_page_view_set_zoom (TlPageView *self,
                       double      zoom)
{
  g_return_if_fail (TL_IS_PAGE_VIEW (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tl_page_view_get_zoom:
 * @self: a view
 *
 * Returns: pixels of the window for each of the page, as it is shown
 */
double
tl_page_view_get_zoom (TlPageView *self)
{
  g_return_val_if_fail (TL_IS_PAGE_VIEW (self), 0);

  return get_shown_scale (self);
}

/**
 * tl_page_view_get_scale:
 * @self: a view
 *
 * Returns: pixels of the screen for each of the page; 0 where it has no room
 *   yet
 */
double
tl_page_view_get_scale (TlPageView *self)
{
  g_return_val_if_fail (TL_IS_PAGE_VIEW (self), 0);

  return get_shown_scale (self) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}
