/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-dot.h"

/**
 * TlDot:
 *
 * A dot in the colour of a lane, beside a name. It says nothing that the name
 * does not say.
 */
struct _TlDot
{
  GtkWidget parent_instance;

  GdkRGBA colour;
};

G_DEFINE_FINAL_TYPE (TlDot, tl_dot, GTK_TYPE_WIDGET)

#define SIZE 9

static void
tl_dot_measure (GtkWidget      *widget,
                GtkOrientation  orientation,
                int             for_size,
                int            *minimum,
                int            *natural,
                int            *minimum_baseline,
                int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
tl_dot_snapshot (GtkWidget   *widget,
                 GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (gtk_widget_get_width (widget) - SIZE) / 2,
                                               (float) (gtk_widget_get_height (widget) - SIZE) / 2, SIZE, SIZE);
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (&circle, &bounds, (float) SIZE / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &TL_DOT (widget)->colour, &bounds);
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
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * tl_dot_new:
 * @colour: its colour
 *
 * Returns: (transfer floating): a dot
 */
GtkWidget *
tl_dot_new (TlRgba colour)
{
  TlDot *self = g_object_new (TL_TYPE_DOT, NULL);

  self->colour = (GdkRGBA){
    (float) (colour >> 24) / 255,
    (float) (colour >> 16 & 0xff) / 255,
    (float) (colour >> 8 & 0xff) / 255,
    (float) (colour & 0xff) / 255,
  };

  return GTK_WIDGET (self);
}
