/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-tab-layout.h"

/* Children side by side where they fit at their natural widths, else below
 * each other: what a narrow pane and large text leave room for.
 */

#define SPACING 4

static GtkSizeRequestMode
get_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The narrowest one may be, and all of them side by side. */
static int
measure_widths (GtkWidget *widget,
                int       *narrowest)
{
  int all = 0;

  *narrowest = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum;
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      *narrowest = MAX (*narrowest, minimum);
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
measure_tabs (GtkWidget     *widget,
              GtkOrientation orientation,
              int            for_size,
              int           *minimum,
              int           *natural,
              int           *minimum_baseline,
              int           *natural_baseline)
{
  int narrowest;
  int all = measure_widths (widget, &narrowest);
  int highest = 0;
  int sum = 0;

  *minimum = narrowest;
  *natural = all;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int height = measure_height (child, -1);

      highest = MAX (highest, height);
      sum += height + (sum > 0 ? SPACING : 0);
    }

  *minimum = for_size >= 0 && for_size < all ? sum : highest;
  *natural = *minimum;
}

/* What is left over is shared out. */
static void
allocate_row (GtkWidget *widget,
              int        width,
              int        height,
              int        left_over)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n_left = 0;
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_left++;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child), n_left--)
    {
      int share = left_over / n_left;
      GtkAllocation place = { .height = height };

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
      place.width += share;
      place.x = is_rtl ? width - x - place.width : x;
      gtk_widget_size_allocate (child, &place, -1);
      left_over -= share;
      x += place.width + SPACING;
    }
}

static void
allocate_column (GtkWidget *widget,
                 int        width)
{
  GtkAllocation place = { .width = width };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      place.height = measure_height (child, -1);
      gtk_widget_size_allocate (child, &place, -1);
      place.y += place.height + SPACING;
    }
}

static void
allocate_tabs (GtkWidget *widget,
               int        width,
               int        height,
               int        baseline)
{
  int narrowest;
  int all = measure_widths (widget, &narrowest);

  if (width >= all)
    allocate_row (widget, width, height, width - all);
  else
    allocate_column (widget, width);
}

/**
 * tl_tab_layout_new:
 *
 * Returns: (transfer full): a layout for a few tabs
 */
GtkLayoutManager *
tl_tab_layout_new (void)
{
  return gtk_custom_layout_new (get_mode, measure_tabs, allocate_tabs);
}
