/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-dot.h"

/**
 * TlDot:
 *
 * A small disc in the colour of a lane, beside the lane's name. It tells
 * nothing that the name does not, so assistive technology passes it by.
 */
struct _TlDot
{
  GtkWidget parent_instance;

  TlRgba colour;
};

G_DEFINE_FINAL_TYPE (TlDot, tl_dot, GTK_TYPE_WIDGET)

#define DIAMETER 10

static void
tl_dot_measure (GtkWidget     *widget,
                GtkOrientation orientation,
                int            for_size,
                int           *minimum,
                int           *natural,
                int           *minimum_baseline,
                int           *natural_baseline)
{
  *minimum = DIAMETER;
  *natural = DIAMETER;
}

/* Beside text of several lines it stands at the first one. */
static float
get_top (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  int height = gtk_widget_get_height (widget);

  pango_font_metrics_unref (metrics);

  return (float) (MIN (line, height) - DIAMETER) / 2;
}

static void
tl_dot_snapshot (GtkWidget   *widget,
                 GtkSnapshot *snapshot)
{
  TlRgba colour = TL_DOT (widget)->colour;
  const GdkRGBA rgba = {
    .red = (float) (colour >> 24) / 255,
    .green = (float) (colour >> 16 & 0xff) / 255,
    .blue = (float) (colour >> 8 & 0xff) / 255,
    .alpha = (float) TL_RGBA_ALPHA (colour) / 255,
  };
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT ((float) (gtk_widget_get_width (widget) - DIAMETER) / 2,
                        get_top (widget), DIAMETER, DIAMETER);
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &bounds, (float) DIAMETER / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
tl_dot_class_init (TlDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = tl_dot_measure;
  widget_class->snapshot = tl_dot_snapshot;

  gtk_widget_class_set_css_name (widget_class, "dot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tl_dot_init (TlDot *self)
{
}

/**
 * tl_dot_new:
 *
 * Returns: (transfer floating): a disc without a colour
 */
GtkWidget *
tl_dot_new (void)
{
  return g_object_new (TL_TYPE_DOT, NULL);
}

/**
 * tl_dot_get_colour:
 * @self: a dot
 *
 * Returns: its colour
 */
TlRgba
tl_dot_get_colour (TlDot *self)
{
  g_return_val_if_fail (TL_IS_DOT (self), TL_RGBA_NONE);

  return self->colour;
}

/**
 * tl_dot_set_colour:
 * @self: a dot
 * @colour: its colour
 */
void
tl_dot_set_colour (TlDot *self,
                   TlRgba colour)
{
  g_return_if_fail (TL_IS_DOT (self));

  if (self->colour == colour)
    return;

  self->colour = colour;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
