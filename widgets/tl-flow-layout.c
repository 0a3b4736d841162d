/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Throughline developers
 */
#include "config.h"

#include "tl-flow-layout.h"

/**
 * TlFlowLayout:
 *
 * Puts children beside each other, and on further lines what has no room, as
 * words are set: each as wide as it would be, or all in columns of the same
 * width, as many as there is room for. All in a line are equally high.
 */
struct _TlFlowLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int column_width; /* at least; 0: no columns */
};

G_DEFINE_FINAL_TYPE (TlFlowLayout, tl_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
measure_width (GtkWidget *child,
               int       *minimum,
               int       *natural)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* The width of the columns in @width; 0 where there are none. */
static int
find_column (TlFlowLayout *self,
             GtkWidget    *widget,
             int           width)
{
  int wanted = self->column_width;
  int n_children = 0;
  int n_columns;

  if (wanted == 0)
    return 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_width (child, &minimum, NULL);
      wanted = MAX (wanted, minimum);
      n_children++;
    }

  n_columns = (width + self->spacing) / (wanted + self->spacing);
  n_columns = CLAMP (n_columns, 1, MAX (n_children, 1));

  return (width - (n_columns - 1) * self->spacing) / n_columns;
}

static int
find_width (GtkWidget *child,
            int        column,
            int        width)
{
  int minimum;
  int natural;

  if (column > 0)
    return column;

  measure_width (child, &minimum, &natural);

  return MAX (minimum, MIN (natural, width));
}

/* One line: the children from @first on that have room in @width. Returns
 * the first child that has none.
 */
static GtkWidget *
find_line (TlFlowLayout *self,
           GtkWidget    *first,
           int           column,
           int           width,
           int          *height)
{
  int x = 0;

  *height = 0;
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width;
      int child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = find_width (child, column, width);
      if (x > 0 && x + child_width > width)
        return child;
      child_height = measure_height (child, child_width);
      *height = MAX (*height, child_height);
      x += child_width + self->spacing;
    }

  return NULL;
}

static void
allocate_line (TlFlowLayout *self,
               GtkWidget    *widget,
               GtkWidget    *first,
               GtkWidget    *end,
               int           column,
               int           width,
               int           y,
               int           height)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = find_width (child, column, width);
      gtk_widget_size_allocate (child,
                                &(GtkAllocation){ is_mirrored ? width - x - child_width : x, y, child_width, height },
                                -1);
      x += child_width + self->spacing;
    }
}

static void
measure_widths (TlFlowLayout *self,
                GtkWidget    *widget,
                int          *minimum,
                int          *natural)
{
  *minimum = 0;
  *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_width (child, &child_minimum, &child_natural);
      child_natural = MAX (child_natural, self->column_width);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static int
measure_lines (TlFlowLayout *self,
               GtkWidget    *widget,
               int           width)
{
  int column = find_column (self, widget, width);
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;)
    {
      int line;

      child = find_line (self, child, column, width, &line);
      height += line + (height > 0 ? self->spacing : 0);
    }

  return height;
}

static GtkSizeRequestMode
tl_flow_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_flow_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  TlFlowLayout *self = TL_FLOW_LAYOUT (manager);
  int narrowest;
  int widest;

  measure_widths (self, widget, &narrowest, &widest);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = narrowest;
      *natural = widest;
      return;
    }

  *minimum = *natural = measure_lines (self, widget, for_size < 0 ? widest : MAX (for_size, narrowest));
}

static void
tl_flow_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  TlFlowLayout *self = TL_FLOW_LAYOUT (manager);
  int column = find_column (self, widget, width);
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;)
    {
      int line;
      GtkWidget *end = find_line (self, child, column, width, &line);

      allocate_line (self, widget, child, end, column, width, y, line);
      child = end;
      y += line + self->spacing;
    }
}

static void
tl_flow_layout_class_init (TlFlowLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = tl_flow_layout_get_request_mode;
  manager_class->measure = tl_flow_layout_measure;
  manager_class->allocate = tl_flow_layout_allocate;
}

static void
tl_flow_layout_init (TlFlowLayout *self)
{
}

/**
 * tl_flow_layout_new:
 * @spacing: between children and between lines, in pixels
 * @column_width: how wide columns are at least, in pixels; 0 for no columns
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
tl_flow_layout_new (int spacing,
                    int column_width)
{
  TlFlowLayout *self = g_object_new (TL_TYPE_FLOW_LAYOUT, NULL);

  self->spacing = spacing;
  self->column_width = column_width;

  return GTK_LAYOUT_MANAGER (self);
}
