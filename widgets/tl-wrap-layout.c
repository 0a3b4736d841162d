/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-wrap-layout.h"

/* Children side by side where they fit at their natural widths, else below
 * each other: for what a narrow pane and large text leave no room.
 */

#define SPACING 6

static GtkWidget *
get_next (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkSizeRequestMode
get_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The narrowest that one may be, and all of them side by side. */
static int
measure_widths (GtkWidget *widget,
                int       *narrowest,
                int       *n_expanding)
{
  GtkWidget *child = get_next (gtk_widget_get_first_child (widget));
  int all = 0;

  *narrowest = 0;
  *n_expanding = 0;
  for (; child != NULL; child = get_next (gtk_widget_get_next_sibling (child)))
    {
      int minimum;
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      *narrowest = MAX (*narrowest, minimum);
      *n_expanding += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      all += natural + (all > 0 ? SPACING : 0);
    }

  return all;
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static void
measure_children (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  GtkWidget *child = get_next (gtk_widget_get_first_child (widget));
  int narrowest;
  int n_expanding;
  int all = measure_widths (widget, &narrowest, &n_expanding);
  gboolean is_column = for_size >= 0 && for_size < all;
  int size = 0;

  *minimum = narrowest;
  *natural = all;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  for (; child != NULL; child = get_next (gtk_widget_get_next_sibling (child)))
    {
      int height = measure_height (child, is_column ? for_size : -1);

      if (is_column)
        size += height + (size > 0 ? SPACING : 0);
      else
        size = MAX (size, height);
    }

  *minimum = size;
  *natural = size;
}

/* What is left over goes to the children that expand. */
static void
allocate_row (GtkWidget *widget,
              int        width,
              int        height,
              int        left_over,
              int        n_expanding)
{
  GtkWidget *child = get_next (gtk_widget_get_first_child (widget));
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (; child != NULL; child = get_next (gtk_widget_get_next_sibling (child)))
    {
      GtkAllocation place = { .height = height };

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
      if (n_expanding > 0 && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          int share = left_over / n_expanding;

          place.width += share;
          left_over -= share;
          n_expanding--;
        }
      place.x = is_rtl ? width - x - place.width : x;
      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + SPACING;
    }
}

static void
allocate_column (GtkWidget *widget,
                 int        width)
{
  GtkWidget *child = get_next (gtk_widget_get_first_child (widget));
  GtkAllocation place = { .width = width };

  for (; child != NULL; child = get_next (gtk_widget_get_next_sibling (child)))
    {
      place.height = measure_height (child, width);
      gtk_widget_size_allocate (child, &place, -1);
      place.y += place.height + SPACING;
    }
}

static void
allocate_children (GtkWidget *widget,
                   int        width,
                   int        height,
                   int        baseline)
{
  int narrowest;
  int n_expanding;
  int all = measure_widths (widget, &narrowest, &n_expanding);

  if (width >= all)
    allocate_row (widget, width, height, width - all, n_expanding);
  else
    allocate_column (widget, width);
}

/**
 * tl_wrap_layout_new:
 *
 * Returns: (transfer full): a layout for a few children
 */
GtkLayoutManager *
tl_wrap_layout_new (void)
{
  return gtk_custom_layout_new (get_mode, measure_children, allocate_children);
}
