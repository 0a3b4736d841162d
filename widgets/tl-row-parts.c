/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-row-parts.h"

/* What the rows of all lists are made of. */

/* Room around the text of a row, in pixels. The text is no wider than can be
 * read with ease, however wide the window is.
 */
#define ROW_MARGIN 10
#define ROW_MAX_WIDTH 760

static void
measure_row (GtkWidget     *row,
             GtkOrientation orientation,
             int            for_size,
             int           *minimum,
             int           *natural,
             int           *minimum_baseline,
             int           *natural_baseline)
{
  GtkWidget *text = gtk_widget_get_first_child (row);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    for_size = MIN (for_size, ROW_MAX_WIDTH);
  gtk_widget_measure (text, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
allocate_row (GtkWidget *row,
              int        width,
              int        height,
              int        baseline)
{
  GtkWidget *text = gtk_widget_get_first_child (row);
  int text_width = MIN (width, ROW_MAX_WIDTH);
  int start = (width - text_width) / 2;
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (start, 0));

  gtk_widget_allocate (text, text_width, height, baseline, transform);
}

static GtkSizeRequestMode
get_row_mode (GtkWidget *row)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/**
 * tl_row_label_new:
 * @style: (nullable): a style class
 *
 * Returns: (transfer floating): a label for text of any length and from any
 *   file
 */
GtkWidget *
tl_row_label_new (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  /* Text from a file is never markup. */
  gtk_label_set_use_markup (GTK_LABEL (label), FALSE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/**
 * tl_row_frame_new:
 * @content: (transfer floating): what a row shows
 *
 * Returns: (transfer floating): a widget as wide as the list, with @content
 *   in its middle
 */
GtkWidget *
tl_row_frame_new (GtkWidget *content)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_margin_top (content, ROW_MARGIN);
  gtk_widget_set_margin_bottom (content, ROW_MARGIN);
  gtk_widget_set_margin_start (content, ROW_MARGIN);
  gtk_widget_set_margin_end (content, ROW_MARGIN);
  gtk_widget_set_layout_manager (frame, gtk_custom_layout_new (get_row_mode, measure_row, allocate_row));
  gtk_box_append (GTK_BOX (frame), content);

  return frame;
}

/**
 * tl_row_frame_get_content:
 * @frame: what tl_row_frame_new() has made
 *
 * Returns: (transfer none): what is in its middle
 */
GtkWidget *
tl_row_frame_get_content (GtkWidget *frame)
{
  return gtk_widget_get_first_child (frame);
}
